import { numbersEqual } from '../value/number.ts';
import { mayBeText } from '../value/text.ts';
import { ANY, type Type } from '../value/type.ts';
import type { ListValue, ObjectValue, UnknownValue, Value } from '../value/value.ts';
import { identityText } from './order.ts';
import { typeOf } from './type-of.ts';

/**
 * Terraform's `==`: nothing is converted, so values of different types are not equal (`"10" == 10` is
 * false, and so is `tolist([1]) == [1]`). `undefined` when unknown parts leave it open.
 */
export function valuesEqual(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'unknown') return unknownEquals(a, b);
  if (b.kind === 'unknown') return unknownEquals(b, a);
  switch (a.kind) {
    case 'null':
      return b.kind === 'null';
    case 'bool':
      return b.kind === 'bool' && a.value === b.value;
    case 'number':
      return b.kind === 'number' && numbersEqual(a, b);
    case 'string':
      return b.kind === 'string' && a.value === b.value;
    case 'list':
      return b.kind === 'list' && listsEqual(a, b);
    case 'object':
      return b.kind === 'object' && objectsEqual(a, b);
  }
}

/** False only where no value that the unknown can become is equal to the other. */
function unknownEquals(a: UnknownValue, b: Value): false | undefined {
  if (b.kind === 'unknown') return mayHaveType(typeOf(a), typeOf(b)) ? undefined : false;
  if (b.kind === 'null') return undefined;
  if (!mayHaveType(typeOf(a), typeOf(b))) return false;
  if (a.candidates !== undefined && a.candidates.every(one => valuesEqual(one, b) === false)) return false;
  if (a.parts !== undefined && b.kind === 'string' && !mayBeText(a.parts, b.value)) return false;
  return undefined;
}

/** Whether two types can be those of equal values; open parts can be anything. */
function mayHaveType(a: Type, b: Type): boolean {
  if (a.kind === 'any' || b.kind === 'any') return true;
  switch (a.kind) {
    case 'list':
    case 'set':
    case 'map':
      return a.kind === b.kind && mayHaveType(a.element, b.element);
    case 'tuple':
      return (
        b.kind === 'tuple' &&
        a.elements.length === b.elements.length &&
        a.elements.every((element, at) => mayHaveType(element, b.elements[at] ?? ANY))
      );
    case 'object':
      return (
        b.kind === 'object' &&
        a.attributes.size === b.attributes.size &&
        [...a.attributes].every(([name, { type }]) => {
          const other = b.attributes.get(name);
          return other !== undefined && mayHaveType(type, other.type);
        })
      );
    default:
      return a.kind === b.kind;
  }
}

function listsEqual(a: ListValue, b: ListValue): boolean | undefined {
  if (a.collection !== b.collection) return false;
  if (a.collection !== 'tuple' && !mayHaveType(typeOf(a), typeOf(b))) return false;
  if (a.collection === 'set') return setsEqual(a, b);
  if (a.elements.length !== b.elements.length) return false;
  const pairs = a.elements.map((element, at): [Value, Value | undefined] => [element, b.elements[at]]);
  return allEqual(pairs);
}

function setsEqual(a: ListValue, b: ListValue): boolean | undefined {
  const texts = [a, b].map(set => set.elements.map(identityText));
  if (texts.some(set => set.includes(undefined))) return undefined;
  const [left, right] = texts.map(set => new Set(set));
  if (left === undefined || right === undefined || left.size !== right.size) return false;
  return [...left].every(text => right.has(text));
}

function objectsEqual(a: ObjectValue, b: ObjectValue): boolean | undefined {
  if (a.collection !== b.collection || a.entries.size !== b.entries.size) return false;
  if (a.collection === 'map' && !mayHaveType(typeOf(a), typeOf(b))) return false;
  const pairs = [...a.entries].map(([key, value]): [Value, Value | undefined] => [value, b.entries.get(key)]);
  return allEqual(pairs);
}

function allEqual(pairs: readonly [Value, Value | undefined][]): boolean | undefined {
  let open = false;
  for (const [a, b] of pairs) {
    const equal = b === undefined ? false : valuesEqual(a, b);
    if (equal === false) return false;
    open ||= equal === undefined;
  }
  return open ? undefined : true;
}
