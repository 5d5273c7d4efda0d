import { listValue, stringValue } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import type { Value } from '../value/value.ts';
import type { Recognition } from './model.ts';

/** One thing that speaks for an Exchange server, and what it tells beside that. */
export interface Signal {
  readonly recognition: Recognition;
  readonly version?: Value | undefined;
  readonly roles?: Value | undefined;
  readonly dag?: Value | undefined;
}

/** Roles as a value; `undefined` when none is told. */
export const roleList = (roles: readonly string[], origin: Origin): Value | undefined =>
  roles.length === 0
    ? undefined
    : listValue(
        roles.map(role => stringValue(role, origin)),
        origin,
      );
