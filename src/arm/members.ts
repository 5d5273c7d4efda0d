import type { JsonMember, JsonNode, JsonObject, JsonString } from '../source/json.ts';

/** The value of a member; Resource Manager matches names without regard to case, and the last one counts. */
export const member = (node: JsonNode | undefined, name: string): JsonNode | undefined =>
  memberNamed(node, name)?.value;

export function memberNamed(node: JsonNode | undefined, name: string): JsonMember | undefined {
  if (node?.kind !== 'object') return undefined;
  const wanted = name.toLowerCase();
  return node.members.findLast(({ name }) => name.value.toLowerCase() === wanted);
}

export function textMember(node: JsonNode | undefined, name: string): JsonString | undefined {
  const value = member(node, name);
  return value?.kind === 'string' ? value : undefined;
}

export function objectMember(node: JsonNode | undefined, name: string): JsonObject | undefined {
  const value = member(node, name);
  return value?.kind === 'object' ? value : undefined;
}

/** The members of an object by lower-case name. */
export function membersByName(node: JsonNode | undefined): Map<string, JsonMember> {
  if (node?.kind !== 'object') return new Map();
  return new Map(node.members.map(item => [item.name.value.toLowerCase(), item]));
}
