import type { ListValue, ObjectValue, Value } from '../value/value.ts';

/** No configuration that people write has more; a few lines of `x = [local.y, local.y]` soon do. */
export const MAX_VALUES = 1_000_000;

/** Texts beyond this many UTF-16 code units are not configuration either. */
export const MAX_TEXT = 16 * 1024 * 1024;

const counted = new WeakMap<ListValue | ObjectValue, number>();

/**
 * How many values there are in a value, itself included, counting shared parts as often as they appear: what
 * it costs to walk through it. Each list and object is counted once.
 */
export function countValues(value: Value): number {
  if (value.kind !== 'list' && value.kind !== 'object') return 1;
  let count = counted.get(value);
  if (count === undefined) {
    count = 1;
    const inner = value.kind === 'list' ? value.elements : value.entries.values();
    for (const element of inner) count += countValues(element);
    counted.set(value, count);
  }
  return count;
}
