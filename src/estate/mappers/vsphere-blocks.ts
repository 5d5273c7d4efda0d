import { boolValue, defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { asBool, asNumber, readElements, readPath } from '../../value/read.ts';
import type { UnknownValue, Value } from '../../value/value.ts';

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
