import { ANY, type AttributeType, type Type } from '../value/type.ts';
import { isPrimitive } from './type-shape.ts';
import { unify } from './unification.ts';

/**
 * The type that a value of type `from` has after its conversion to the constraint `to`; `undefined` when
 * there is no such conversion. A string may convert to a number: only its text can tell.
 */
export function convertedType(from: Type, to: Type): Type | undefined {
  if (to.kind === 'any') return from;
  if (from.kind === 'any') return withoutOptional(to);
  switch (to.kind) {
    case 'string':
      return isPrimitive(from) ? to : undefined;
    case 'number':
    case 'bool':
      return from.kind === to.kind || from.kind === 'string' ? to : undefined;
    case 'list':
    case 'set':
      return elementsType(from, to.kind, to.element);
    case 'tuple':
      return tupleType(from, to);
    case 'map':
      return mapType(from, to.element);
    case 'object':
      return objectType(from, to);
  }
}

function elementsType(from: Type, kind: 'list' | 'set', to: Type): Type | undefined {
  const inner =
    from.kind === 'tuple'
      ? from.elements
      : from.kind === 'list' || from.kind === 'set'
        ? [from.element]
        : undefined;
  const element = inner === undefined ? undefined : commonElement(inner, to);
  return element === undefined ? undefined : { kind, element };
}

function mapType(from: Type, to: Type): Type | undefined {
  const inner =
    from.kind === 'map'
      ? [from.element]
      : from.kind === 'object'
        ? [...from.attributes.values()].map(attribute => attribute.type)
        : undefined;
  const element = inner === undefined ? undefined : commonElement(inner, to);
  return element === undefined ? undefined : { kind: 'map', element };
}

function commonElement(from: readonly Type[], to: Type): Type | undefined {
  const converted: Type[] = [];
  for (const type of from) {
    const one = convertedType(type, to);
    if (one === undefined) return undefined;
    converted.push(one);
  }
  return converted.length === 0 ? withoutOptional(to) : unify(converted);
}

function tupleType(from: Type, to: Extract<Type, { kind: 'tuple' }>): Type | undefined {
  if (from.kind !== 'tuple' || from.elements.length !== to.elements.length) return undefined;
  const elements: Type[] = [];
  for (const [at, type] of from.elements.entries()) {
    const one = convertedType(type, to.elements[at] ?? ANY);
    if (one === undefined) return undefined;
    elements.push(one);
  }
  return { kind: 'tuple', elements };
}

function objectType(from: Type, to: Extract<Type, { kind: 'object' }>): Type | undefined {
  if (from.kind !== 'map' && from.kind !== 'object') return undefined;
  const attributes = new Map<string, AttributeType>();
  for (const [name, attribute] of to.attributes) {
    const given = from.kind === 'object' ? from.attributes.get(name)?.type : from.element;
    if (given === undefined && !attribute.optional) return undefined;
    const type = convertedType(given ?? ANY, attribute.type);
    if (type === undefined) return undefined;
    attributes.set(name, { type, optional: false });
  }
  return { kind: 'object', attributes };
}

function withoutOptional(type: Type): Type {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: type.kind, element: withoutOptional(type.element) };
    case 'tuple':
      return { kind: 'tuple', elements: type.elements.map(withoutOptional) };
    case 'object': {
      const attributes = new Map<string, AttributeType>();
      for (const [name, attribute] of type.attributes) {
        attributes.set(name, { type: withoutOptional(attribute.type), optional: false });
      }
      return { kind: 'object', attributes };
    }
    default:
      return type;
  }
}
