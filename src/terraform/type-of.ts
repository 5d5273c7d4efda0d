import { ANY, type AttributeType, BOOL, NUMBER, STRING, type Type } from '../value/type.ts';
import type { ListValue, ObjectValue, Value } from '../value/value.ts';
import { OpenEntries } from './open-object.ts';
import { unify } from './unification.ts';

/** Values are immutable, and the types of large tuples are asked for again and again. */
const knownTypes = new WeakMap<ListValue | ObjectValue, Type>();

/** The type of a value. A bare null and an unknown of which no type is known have the type `any`. */
export function typeOf(value: Value): Type {
  switch (value.kind) {
    case 'null':
      return value.type ?? ANY;
    case 'bool':
      return BOOL;
    case 'number':
      return NUMBER;
    case 'string':
      return STRING;
    case 'unknown':
      return value.type ?? (value.parts === undefined ? ANY : STRING);
    case 'list':
    case 'object': {
      let type = knownTypes.get(value);
      if (type === undefined) {
        type = value.kind === 'list' ? typeOfList(value) : typeOfObject(value);
        knownTypes.set(value, type);
      }
      return type;
    }
  }
}

function typeOfList(list: ListValue): Type {
  if (list.collection === 'tuple') return { kind: 'tuple', elements: list.elements.map(typeOf) };
  return { kind: list.collection, element: list.elementType ?? unify(list.elements.map(typeOf)) ?? ANY };
}

function typeOfObject(object: ObjectValue): Type {
  // The schema of a resource has more attributes than the configuration sets.
  if (object.entries instanceof OpenEntries) return ANY;
  if (object.collection === 'map') {
    const elements = [...object.entries.values()].map(typeOf);
    return { kind: 'map', element: object.elementType ?? unify(elements) ?? ANY };
  }
  const attributes = new Map<string, AttributeType>();
  for (const [name, value] of object.entries) attributes.set(name, { type: typeOf(value), optional: false });
  return { kind: 'object', attributes };
}
