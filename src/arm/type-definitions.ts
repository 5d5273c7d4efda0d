import type { JsonNode, JsonObject } from '../source/json.ts';
import { member, objectMember, textMember } from './members.ts';

/*
 * The types of parameters: what their declarations say, with the definitions that they name. Source:
 * Microsoft Learn, "Type definitions in ARM templates", 2025.
 */

/** Definitions that name each other in a circle end here. */
const MAX_DEFINITION_DEPTH = 16;

/** A declaration with what the type definition that it names says (`languageVersion` 2.0); its own words win. */
export function withDefinition(node: JsonObject, root: JsonObject, depth = 0): JsonObject {
  const definition = definitionAt(textMember(node, '$ref')?.value, root);
  if (definition === undefined || depth > MAX_DEFINITION_DEPTH) return node;
  const { members } = withDefinition(definition, root, depth + 1);
  return { ...node, members: [...members, ...node.members] };
}

/** `#/definitions/disk`, `#/definitions/disk/properties/sku`: a JSON pointer in a URI. */
function definitionAt(reference: string | undefined, root: JsonObject): JsonObject | undefined {
  if (reference?.startsWith('#/definitions/') !== true) return undefined;
  let node: JsonNode | undefined = root;
  for (const segment of reference.slice(2).split('/')) {
    const name = pointerName(segment);
    node = node?.kind === 'array' ? node.elements[Number(name)] : member(node, name);
  }
  return node?.kind === 'object' ? node : undefined;
}

function pointerName(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return segment;
  }
}

const isKeyword = (node: JsonNode | undefined, value: boolean): boolean =>
  node?.kind === 'keyword' && node.value === value;

export const isNullable = (type: JsonObject): boolean => isKeyword(member(type, 'nullable'), true);

export const isSecure = (type: JsonObject): boolean =>
  textMember(type, 'type')?.value.toLowerCase().startsWith('secure') === true;

/** What the elements beyond those of a tuple, or the properties that are not named, are like. */
export type Rest = JsonObject | 'any' | 'none';

function restOf(node: JsonNode | undefined): Rest {
  if (node?.kind === 'object') return node;
  return isKeyword(node, false) ? 'none' : 'any';
}

export interface ArrayType {
  readonly prefix: readonly JsonObject[];
  readonly rest: Rest;
}

export function arrayType(type: JsonObject): ArrayType {
  const prefix = member(type, 'prefixItems');
  return {
    prefix: prefix?.kind === 'array' ? prefix.elements.filter(element => element.kind === 'object') : [],
    rest: restOf(member(type, 'items')),
  };
}

export interface ObjectType {
  readonly properties: readonly { readonly name: string; readonly type: JsonObject }[];
  readonly rest: Rest;
}

export function objectType(type: JsonObject): ObjectType {
  const properties = objectMember(type, 'properties')?.members ?? [];
  return {
    properties: properties.flatMap(({ name, value }) =>
      value.kind === 'object' ? [{ name: name.value, type: value }] : [],
    ),
    rest: restOf(member(type, 'additionalProperties')),
  };
}

/** An object whose type is chosen by one of its properties. */
export interface Discriminator {
  readonly property: string;
  readonly variants: readonly { readonly value: string; readonly type: JsonObject }[];
}

export function discriminatorOf(type: JsonObject): Discriminator | undefined {
  const discriminator = objectMember(type, 'discriminator');
  const property = textMember(discriminator, 'propertyName')?.value;
  if (property === undefined) return undefined;
  const variants = objectMember(discriminator, 'mapping')?.members ?? [];
  return {
    property,
    variants: variants.flatMap(({ name, value }) =>
      value.kind === 'object' ? [{ value: name.value, type: value }] : [],
    ),
  };
}
