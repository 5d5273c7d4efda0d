import { SourceFile } from '../../src/source/file.ts';
import {
  boolValue,
  listValue,
  literalAt,
  nullValue,
  objectValue,
  stringValue,
} from '../../src/value/make.ts';
import { numberFromText } from '../../src/value/number.ts';
import type { Origin } from '../../src/value/origin.ts';
import type { Type } from '../../src/value/type.ts';
import { unknown } from '../../src/value/unknown.ts';
import type { UnknownValue, Value } from '../../src/value/value.ts';

/** Values for tests, as literals of the language would give them: `[..]` is a tuple, `{..}` an object. */
export type Literal =
  | null
  | boolean
  | number
  | string
  | readonly Literal[]
  | { readonly [key: string]: Literal };

export const here: Origin = literalAt({ file: new SourceFile('main.tf', ''), start: 0, end: 0 });

export function valueOf(literal: Literal, origin: Origin = here): Value {
  if (literal === null) return nullValue(origin);
  if (typeof literal === 'boolean') return boolValue(literal, origin);
  if (typeof literal === 'number') return numberFromText(String(literal), origin);
  if (typeof literal === 'string') return stringValue(literal, origin);
  if (isArray(literal)) {
    return listValue(
      literal.map(element => valueOf(element, origin)),
      origin,
    );
  }
  const entries = Object.entries(literal).map(([key, element]): [string, Value] => [
    key,
    valueOf(element, origin),
  ]);
  return objectValue(entries, origin);
}

const isArray = (literal: Literal): literal is readonly Literal[] => Array.isArray(literal);

export const open = (name: string, type?: Type): UnknownValue =>
  unknown({ kind: 'input', text: `var.${name} has no value` }, here, { type });

export const list = (element: Type): Type => ({ kind: 'list', element });
export const set = (element: Type): Type => ({ kind: 'set', element });
export const map = (element: Type): Type => ({ kind: 'map', element });
export const tuple = (...elements: Type[]): Type => ({ kind: 'tuple', elements });
export const object = (attributes: Readonly<Record<string, Type>>): Type => ({
  kind: 'object',
  attributes: new Map(
    Object.entries(attributes).map(([name, type]) => [name, { type, optional: false }] as const),
  ),
});
