import { boolValue, defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { asBool, asNumber, readElements, readPath } from '../../value/read.ts';
import { unknownFrom } from '../../value/unknown.ts';
import { isKnown, type UnknownValue, type Value } from '../../value/value.ts';

/** Nested blocks or elements of one list; `more` is set when it cannot be known how many there are. */
export interface Blocks {
  readonly blocks: readonly Value[];
  readonly more: UnknownValue | undefined;
}

/** Of a number that is not known, one stands for all. */
export function readBlocks(from: Value, path: readonly (string | number)[]): Blocks {
  const { elements, more } = readElements(from, path);
  return { blocks: more === undefined ? elements : [...elements, more.element ?? more], more };
}

/** The first block of a type of which there is one at the most. */
export const readBlock = (from: Value, name: string): Value | undefined => readBlocks(from, [name]).blocks[0];

/** An id that is set: the provider takes an empty text as not set, as modules write it for what they do without. */
export function idIn(from: Value, name: string): Value | undefined {
  const id = readPath(from, [name]);
  return id?.kind === 'string' && id.value === '' ? undefined : id;
}

/** A number, or the provider's default at the block that leaves it out. */
export function numberOr(from: Value, name: string, byDefault: number): Value {
  const value = readPath(from, [name]);
  return value === undefined ? numberValue(byDefault, defaultAt(from.origin.range)) : asNumber(value);
}

export function boolOr(from: Value, name: string, byDefault: boolean): Value {
  const value = readPath(from, [name]);
  return value === undefined ? boolValue(byDefault, defaultAt(from.origin.range)) : asBool(value);
}

export function stringOr(from: Value, name: string, byDefault: string): Value {
  return readPath(from, [name]) ?? stringValue(byDefault, defaultAt(from.origin.range));
}

/** A bool for what a value says, with its origin; unknown for its reasons. */
export const ask = (value: Value, holds: (value: Value) => boolean): Value =>
  isKnown(value) ? boolValue(holds(value), value.origin) : unknownFrom([value], value.origin);

export const isTrue = (value: Value): boolean => value.kind === 'bool' && value.value;

/** Whether any of several bools is true: the one that is, else one that is not known, else the first. */
export const anyOf = (first: Value, ...others: readonly Value[]): Value => {
  const all = [first, ...others];
  return all.find(isTrue) ?? all.find(value => !isKnown(value)) ?? first;
};

/**
 * A setting of the `extra_config` map, whose keys vSphere takes in any case. Of a map that is unknown as a
 * whole nothing is assumed to be set.
 */
export function extraConfig(body: Value, matches: (key: string) => boolean): Value | undefined {
  const settings = readPath(body, ['extra_config']);
  if (settings?.kind !== 'object') return undefined;
  for (const [key, value] of settings.entries) if (matches(key.toLowerCase())) return value;
  return undefined;
}
