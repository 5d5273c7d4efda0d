import { member, textMember } from '../../arm/members.ts';
import { isNullable, isSecure, withDefinition } from '../../arm/type-definitions.ts';
import type { JsonMember, JsonNode, JsonObject } from '../../source/json.ts';
import { arrayNode, member as memberOf, objectNode, textNode } from './nodes.ts';
import { type Base, BOUNDS, isBase, type TypeFacts } from './type-facts.ts';

/** What a template says of the parts of a type. */
const PARTS = ['items', 'prefixItems', 'properties', 'additionalProperties', 'discriminator'];

/** What a type says that a compiled template exports under a name. */
export function compiledFacts(root: JsonObject, name: string): TypeFacts {
  const pointer = name.replaceAll('~', '~0').replaceAll('/', '~1');
  const reference = textNode(`#/definitions/${encodeURIComponent(pointer)}`, root.range);
  const definition = withDefinition(objectNode([memberOf('$ref', reference)], root.range), root);
  const written = (names: Iterable<string>): JsonMember[] =>
    [...names].flatMap(one => {
      const value = member(definition, one);
      return value === undefined ? [] : [memberOf(one, inlined(value, root))];
    });
  const allowed = member(definition, 'allowedValues');
  return {
    base: baseOf(definition),
    isNullable: isNullable(definition),
    isSecure: isSecure(definition),
    allowed: allowed?.kind === 'array' ? allowed.elements : undefined,
    bounds: written(BOUNDS),
    parts: written(PARTS),
  };
}

function baseOf(definition: JsonObject): Base | undefined {
  const name =
    textMember(definition, 'type')
      ?.value.toLowerCase()
      .replace(/^secure/, '') ?? '';
  return isBase(name) ? name : undefined;
}

/** A part of a definition, with what it refers to in its own template. It is looked at late: types name themselves. */
function inlined(node: JsonNode, root: JsonObject): JsonNode {
  if (node.kind === 'array') {
    return arrayNode(
      node.elements.map(element => inlined(element, root)),
      node.range,
    );
  }
  if (node.kind !== 'object') return node;
  let members: readonly JsonMember[] | undefined;
  return {
    kind: 'object',
    range: node.range,
    get members() {
      members ??= withDefinition(node, root)
        .members.filter(({ name, value }) => name.value !== '$ref' || value.kind !== 'string')
        .map(({ name, value }) => ({ name, value: inlined(value, root) }));
      return members;
    },
  };
}
