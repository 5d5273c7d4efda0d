import type { Origin } from '../../value/origin.ts';
import { unknownFrom } from '../../value/unknown.ts';
import { isKnown, type KnownValue, type UnknownValue, type Value } from '../../value/value.ts';
import { typeOf, unify } from '../types.ts';

/** More alternatives than these tell a reader nothing. */
const MAX_CANDIDATES = 32;

/**
 * What an unknown key or index takes out of a known collection: unknown for the reasons of the key, but one of
 * these values.
 */
export function oneOf(choices: readonly Value[], key: UnknownValue, origin: Origin): UnknownValue {
  const candidates: readonly KnownValue[] = choices.filter(isKnown);
  const isFinite = candidates.length === choices.length && choices.length <= MAX_CANDIDATES;
  return unknownFrom([key], origin, {
    type: unify(choices.map(typeOf)),
    candidates: isFinite && candidates.length > 0 ? candidates : undefined,
    sensitive: [key, ...choices].some(value => value.sensitive === true),
  });
}
