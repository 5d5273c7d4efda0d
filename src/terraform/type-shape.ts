import { ANY, type AttributeType, type Type } from '../value/type.ts';

export const isPrimitive = (type: Type): boolean =>
  type.kind === 'string' || type.kind === 'number' || type.kind === 'bool';

export function typesEqual(a: Type, b: Type): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'any':
    case 'string':
    case 'number':
    case 'bool':
      return a.kind === b.kind;
    case 'list':
    case 'set':
    case 'map':
      return a.kind === b.kind && typesEqual(a.element, b.element);
    case 'tuple':
      return (
        b.kind === 'tuple' &&
        a.elements.length === b.elements.length &&
        a.elements.every((element, at) => typesEqual(element, b.elements[at] ?? ANY))
      );
    case 'object':
      return b.kind === 'object' && attributesEqual(a.attributes, b.attributes);
  }
}

function attributesEqual(
  a: ReadonlyMap<string, AttributeType>,
  b: ReadonlyMap<string, AttributeType>,
): boolean {
  if (a.size !== b.size) return false;
  for (const [name, attribute] of a) {
    const other = b.get(name);
    if (other === undefined || !typesEqual(attribute.type, other.type)) return false;
  }
  return true;
}

/** Whether some part of the type is left open. */
export function hasAny(type: Type): boolean {
  switch (type.kind) {
    case 'any':
      return true;
    case 'string':
    case 'number':
    case 'bool':
      return false;
    case 'list':
    case 'set':
    case 'map':
      return hasAny(type.element);
    case 'tuple':
      return type.elements.some(hasAny);
    case 'object':
      return [...type.attributes.values()].some(attribute => hasAny(attribute.type));
  }
}

/** The name of a type as Terraform's messages have it: `list of string`, `map of any single type`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'any':
      return 'any type';
    case 'list':
    case 'set':
    case 'map': {
      const element = type.element.kind === 'any' ? 'any single type' : typeText(type.element);
      return `${type.kind} of ${element}`;
    }
    default:
      return type.kind;
  }
}
