import { numbersEqual } from '../value/number.ts';
import { mayBeText } from '../value/text.ts';
import type { ListValue, ObjectValue, UnknownValue, Value } from '../value/value.ts';

/**
 * `equals` of Resource Manager: type-strict, deep, strings with regard to case, property names without.
 * `undefined` when what is unknown decides.
 */
export function equality(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'unknown') return unknownEquality(a, b);
  if (b.kind === 'unknown') return unknownEquality(b, a);
  switch (a.kind) {
    case 'null':
      return b.kind === 'null';
    case 'bool':
      return b.kind === 'bool' && a.value === b.value;
    case 'string':
      return b.kind === 'string' && a.value === b.value;
    case 'number':
      return b.kind === 'number' && numbersEqual(a, b);
    case 'list':
      return b.kind === 'list' && listEquality(a, b);
    case 'object':
      return b.kind === 'object' && objectEquality(a, b);
  }
}

/** A partly known text cannot be one without its pieces; a value is none of those it cannot be. */
function unknownEquality(a: UnknownValue, b: Value): boolean | undefined {
  if (b.kind === 'unknown') return undefined;
  if (a.candidates?.every(candidate => equality(candidate, b) === false) === true) return false;
  if (a.parts === undefined) return undefined;
  return b.kind === 'string' && mayBeText(a.parts, b.value) ? undefined : false;
}

function listEquality(a: ListValue, b: ListValue): boolean | undefined {
  if (a.elements.length !== b.elements.length) return false;
  return allOf(a.elements.map((element, index) => pairEquality(element, b.elements[index])));
}

function objectEquality(a: ObjectValue, b: ObjectValue): boolean | undefined {
  if (a.entries.size !== b.entries.size) return false;
  return allOf([...a.entries].map(([name, element]) => pairEquality(element, entryOf(b, name))));
}

const pairEquality = (a: Value, b: Value | undefined): boolean | undefined =>
  b === undefined ? false : equality(a, b);

function allOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** A property by its name, which Resource Manager matches without regard to case. */
export function entryOf(object: ObjectValue, name: string): Value | undefined {
  const key = entryKey(object, name);
  return key === undefined ? undefined : object.entries.get(key);
}

/** The name of a property as it was written. */
export function entryKey(object: ObjectValue, name: string): string | undefined {
  if (object.entries.has(name)) return name;
  const wanted = name.toLowerCase();
  for (const key of object.entries.keys()) if (key.toLowerCase() === wanted) return key;
  return undefined;
}
