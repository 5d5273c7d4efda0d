import { nullValue } from '../value/make.ts';
import { numberFromText, numberText } from '../value/number.ts';
import { ANY, type Type } from '../value/type.ts';
import { unknown } from '../value/unknown.ts';
import type { ListValue, NullValue, ObjectValue, StringValue, UnknownValue, Value } from '../value/value.ts';
import { convertedType } from './converted-type.ts';
import { arrangeSet, sortedEntries } from './order.ts';
import { isProblem, Problem } from './problem.ts';
import { typeOf } from './type-of.ts';
import { hasAny, typesEqual, typeText } from './type-shape.ts';
import { unify } from './unification.ts';

type ObjectType = Extract<Type, { kind: 'object' }>;
type TupleType = Extract<Type, { kind: 'tuple' }>;

/**
 * Converts a value to a type constraint by Terraform's rules (language sheet "Types and Values", go-cty
 * `convert`): optional attributes take their defaults, attributes that the type does not have are dropped,
 * sets lose their duplicates. What the value was keeps its origin and its sensitive mark; an unknown stays
 * one, of the new type. The answer is a problem when Terraform has no such conversion.
 */
export function convert(value: Value, type: Type): Value | Problem {
  if (type.kind === 'any') return value;
  if (value.kind === 'null') return convertNull(value, type);
  if (value.kind === 'unknown') return convertUnknown(value, type);
  switch (type.kind) {
    case 'string':
      return toText(value);
    case 'number':
      return toNumber(value);
    case 'bool':
      return toBool(value);
    case 'list':
    case 'set':
      return value.kind === 'list' ? toElements(value, type.kind, type.element) : mismatch(type);
    case 'tuple':
      return value.kind === 'list' ? toTuple(value, type) : mismatch(type);
    case 'map':
      return value.kind === 'object' ? toMap(value, type.element) : mismatch(type);
    case 'object':
      return value.kind === 'object' ? toObject(value, type) : mismatch(type);
  }
}

const mismatch = (type: Type): Problem => new Problem(`${typeText(type)} required`);

const within = (place: string, problem: Problem): Problem => new Problem(`${place}: ${problem.message}`);

const marks = (value: Value): { sensitive?: true } => (value.sensitive === true ? { sensitive: true } : {});

function convertNull(value: NullValue, type: Type): Value | Problem {
  const to = convertedType(typeOf(value), type);
  return to === undefined ? mismatch(type) : { ...value, type: to };
}

function convertUnknown(value: UnknownValue, type: Type): Value | Problem {
  const from = typeOf(value);
  const to = convertedType(from, type);
  if (to === undefined) return mismatch(type);
  if (typesEqual(from, to)) return value;
  return unknown(value.reasons, value.origin, {
    type: to,
    reference: value.reference,
    parts: to.kind === 'string' ? value.parts : undefined,
    candidates: value.candidates?.flatMap(candidate => {
      const converted = convert(candidate, to);
      return isProblem(converted) || converted.kind === 'unknown' ? [] : [converted];
    }),
    sensitive: value.sensitive,
  });
}

function toText(value: Value): Value | Problem {
  const { origin } = value;
  if (value.kind === 'string') return value;
  if (value.kind === 'number') return { kind: 'string', value: numberText(value), origin, ...marks(value) };
  if (value.kind === 'bool') return { kind: 'string', value: String(value.value), origin, ...marks(value) };
  return new Problem('string required');
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function toNumber(value: Value): Value | Problem {
  if (value.kind === 'number') return value;
  if (value.kind !== 'string') return new Problem('number required');
  if (!DECIMAL.test(value.value)) return new Problem('a number is required');
  if (exponentOf(value) > MAX_EXPONENT) {
    return new Problem(`a number with an exponent above ${MAX_EXPONENT} is beyond what exvet computes with`);
  }
  return { ...numberFromText(plainDecimal(value.value), value.origin), ...marks(value) };
}

/** Decimals with larger exponents would take megabytes of digits when printed. */
const MAX_EXPONENT = 100_000;

const exponentOf = (text: StringValue): number => Math.abs(Number(/[eE](.*)$/.exec(text.value)?.[1] ?? 0));

/** `+5`, `1.` and `.5` are numbers for Terraform, but not for the decimal library. */
const plainDecimal = (text: string): string =>
  text
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?=[eE]|$)/, '');

const BOOLS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

function toBool(value: Value): Value | Problem {
  if (value.kind === 'bool') return value;
  if (value.kind !== 'string') return new Problem('bool required');
  const bool = BOOLS.get(value.value);
  if (bool === undefined) return new Problem('a bool is required');
  return { kind: 'bool', value: bool, origin: value.origin, ...marks(value) };
}

/** Converts the elements, and when the constraint leaves their type open, to one type that they share. */
function convertElements(
  elements: readonly Value[],
  type: Type,
  placeOf: (at: number) => string,
): { values: Value[]; type: Type } | Problem {
  let common = type;
  if (hasAny(type)) {
    const shaped = convertEach(elements, type, placeOf);
    if (isProblem(shaped)) return shaped;
    const unified = unify(shaped.map(typeOf));
    if (unified === undefined) return new Problem('all elements must have the same type');
    common = unified.kind === 'any' ? type : unified;
  }
  const values = convertEach(elements, common, placeOf);
  return isProblem(values) ? values : { values, type: common };
}

function convertEach(
  elements: readonly Value[],
  type: Type,
  placeOf: (at: number) => string,
): Value[] | Problem {
  const converted: Value[] = [];
  for (const [at, element] of elements.entries()) {
    const one = convert(element, type);
    if (isProblem(one)) return within(placeOf(at), one);
    converted.push(one);
  }
  return converted;
}

function toElements(value: ListValue, kind: 'list' | 'set', element: Type): Value | Problem {
  if (value.collection === kind && hasElementType(value, element)) return value;
  const converted = convertElements(value.elements, element, at => `element ${at}`);
  if (isProblem(converted)) return converted;
  return {
    ...value,
    collection: kind,
    elements: kind === 'set' ? arrangeSet(converted.values) : converted.values,
    elementType: settled(converted.type),
  };
}

const hasElementType = (value: ListValue | ObjectValue, type: Type): boolean =>
  value.elementType !== undefined && typesEqual(value.elementType, type);

function toTuple(value: ListValue, type: TupleType): Value | Problem {
  if (value.collection !== 'tuple') return mismatch(type);
  if (value.elements.length !== type.elements.length) {
    return new Problem(`tuple of ${type.elements.length} elements required`);
  }
  const elements: Value[] = [];
  for (const [at, element] of value.elements.entries()) {
    const one = convert(element, type.elements[at] ?? ANY);
    if (isProblem(one)) return within(`element ${at}`, one);
    elements.push(one);
  }
  return { ...value, elements };
}

function toMap(value: ObjectValue, element: Type): Value | Problem {
  if (value.collection === 'map' && hasElementType(value, element)) return value;
  const keys = [...value.entries.keys()];
  const converted = convertElements([...value.entries.values()], element, at => `element "${keys[at]}"`);
  if (isProblem(converted)) return converted;
  const entries = keys.map((key, at): [string, Value] => [
    key,
    converted.values[at] ?? nullValue(value.origin),
  ]);
  return {
    ...value,
    collection: 'map',
    entries: sortedEntries(entries),
    elementType: settled(converted.type),
  };
}

function toObject(value: ObjectValue, type: ObjectType): Value | Problem {
  const entries: [string, Value][] = [];
  const missing: string[] = [];
  for (const [name, attribute] of type.attributes) {
    const given = value.entries.get(name);
    if (given === undefined && !attribute.optional) missing.push(`"${name}"`);
    const absent = given === undefined || given.kind === 'null';
    const chosen = absent && attribute.optional ? (attribute.defaultValue ?? given) : given;
    const converted = convert(chosen ?? nullValue(value.origin), attribute.type);
    if (isProblem(converted)) return within(`attribute "${name}"`, converted);
    entries.push([name, converted]);
  }
  if (missing.length > 0) return new Problem(missingText(missing));
  const { elementType: _, ...object } = value;
  return { ...object, collection: 'object', entries: sortedEntries(entries) };
}

function missingText(names: readonly string[]): string {
  if (names.length === 1) return `attribute ${names[0]} is required`;
  return `attributes ${names.slice(0, -1).join(', ')} and ${names.at(-1)} are required`;
}

/** The type that a value has, from the constraint it was converted to: no attribute of it is optional. */
function settled(type: Type): Type {
  return convertedType(ANY, type) ?? type;
}

/** Converts all values to their common type; `undefined` when they have none. */
export function unifyValues(values: readonly Value[]): readonly Value[] | undefined {
  const type = unify(values.map(typeOf));
  if (type === undefined) return undefined;
  const converted: Value[] = [];
  for (const value of values) {
    const one = convert(value, type);
    if (isProblem(one)) return undefined;
    converted.push(one);
  }
  return converted;
}
