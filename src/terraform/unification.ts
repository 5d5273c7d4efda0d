import { ANY, type AttributeType, STRING, type Type } from '../value/type.ts';
import { isPrimitive, typesEqual } from './type-shape.ts';

/**
 * The one type that values of all these types convert to (go-cty `convert.UnifyUnsafe`), or `undefined` when
 * there is none. A type that is not known, which is also that of a bare null, adapts to the others.
 */
export function unify(types: readonly Type[]): Type | undefined {
  const known = types.filter(type => type.kind !== 'any');
  const first = known[0];
  if (first === undefined) return ANY;
  if (known.every(type => typesEqual(type, first))) return first;
  if (known.every(isPrimitive)) return known.some(type => type.kind === 'string') ? STRING : undefined;
  if (known.every(isSequence)) return unifySequences(known);
  if (known.every(isMapping)) return unifyMappings(known);
  return undefined;
}

const isSequence = (type: Type): boolean =>
  type.kind === 'list' || type.kind === 'set' || type.kind === 'tuple';

const isMapping = (type: Type): boolean => type.kind === 'map' || type.kind === 'object';

/** The types inside a collection or structure. */
function innerTypes(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return [type.element];
    case 'tuple':
      return type.elements;
    case 'object':
      return [...type.attributes.values()].map(attribute => attribute.type);
    default:
      return [];
  }
}

function unifySequences(types: readonly Type[]): Type | undefined {
  const tuples = types.filter(type => type.kind === 'tuple');
  if (tuples.length === types.length) {
    const elements = unifyPositions(tuples.map(type => type.elements));
    if (elements !== undefined) return { kind: 'tuple', elements };
  }
  const element = unify(types.flatMap(innerTypes));
  if (element === undefined) return undefined;
  const onlySets = types.some(type => type.kind === 'set') && types.every(type => type.kind !== 'list');
  return { kind: onlySets ? 'set' : 'list', element };
}

function unifyPositions(rows: readonly (readonly Type[])[]): readonly Type[] | undefined {
  const length = rows[0]?.length ?? 0;
  if (rows.some(row => row.length !== length)) return undefined;
  const unified: Type[] = [];
  for (let position = 0; position < length; position++) {
    const type = unify(rows.map(row => row[position] ?? ANY));
    if (type === undefined) return undefined;
    unified.push(type);
  }
  return unified;
}

function unifyMappings(types: readonly Type[]): Type | undefined {
  const objects = types.filter(type => type.kind === 'object');
  if (objects.length === types.length) {
    const attributes = unifyAttributes(objects.map(type => type.attributes));
    if (attributes !== undefined) return { kind: 'object', attributes };
  }
  const element = unify(types.flatMap(innerTypes));
  return element === undefined ? undefined : { kind: 'map', element };
}

function unifyAttributes(
  shapes: readonly ReadonlyMap<string, AttributeType>[],
): ReadonlyMap<string, AttributeType> | undefined {
  const names = [...(shapes[0]?.keys() ?? [])];
  if (shapes.some(shape => shape.size !== names.length)) return undefined;
  const unified = new Map<string, AttributeType>();
  for (const name of names) {
    const types: Type[] = [];
    for (const shape of shapes) {
      const attribute = shape.get(name);
      if (attribute === undefined) return undefined;
      types.push(attribute.type);
    }
    const type = unify(types);
    if (type === undefined) return undefined;
    unified.set(name, { type, optional: false });
  }
  return unified;
}
