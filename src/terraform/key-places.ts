import type { SourceRange } from '../source/range.ts';
import { literalAt, stringValue, takenFrom } from '../value/make.ts';
import type { ObjectValue, StringValue, Value } from '../value/value.ts';

/** A key as a value of its own: born where it is written, and passed on with the object that has it. */
export function keyValue(object: ObjectValue, key: string, value: Value): StringValue {
  const range = object.keyRanges?.get(key);
  return range === undefined
    ? stringValue(key, value.origin)
    : takenFrom(stringValue(key, literalAt(range)), object);
}

/** The places of the keys that are written out; of computed ones the elements tell more. */
export function keyPlaces(keys: Iterable<StringValue>): {
  readonly keyRanges?: ReadonlyMap<string, SourceRange>;
} {
  const ranges = new Map<string, SourceRange>();
  for (const { value, origin } of keys) if (origin.kind === 'literal') ranges.set(value, origin.range);
  return ranges.size === 0 ? {} : { keyRanges: ranges };
}
