import type { Value } from '../value/value.ts';

/**
 * Unknown only because an image, a template or the platform decides it at deployment: no input would tell it. Policies
 * do not ask about every such fact, since the answer is the same "cannot be told" for all servers of the platform.
 */
export const isLeftToPlatform = (value: Value): boolean =>
  value.kind === 'unknown' &&
  value.reference === undefined &&
  value.reasons.every(({ kind }) => kind === 'data' || kind === 'provider' || kind === 'declaration');

/** Whether only what is read at deployment tells a value: that of a template that is cloned, of an existing disk. */
export const isReadAtDeployment = (value: Value): boolean =>
  value.kind === 'unknown' && value.reasons.every(({ kind }) => kind === 'data');
