import type { UnknownValue } from '../../value/value.ts';
import { typeOf } from '../types.ts';

/** Whether an unknown value can turn out to be a list, set or tuple. */
export function mayBeList(value: UnknownValue): boolean {
  // Of a resource's attribute no schema tells the type, but an identity is never a list.
  if (value.type === undefined && value.reference?.path.at(-1) === 'id') return false;
  const { kind } = typeOf(value);
  return kind === 'any' || kind === 'list' || kind === 'set' || kind === 'tuple';
}
