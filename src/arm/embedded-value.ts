import type { JsonNode, JsonString } from '../source/json.ts';
import { numberText } from '../value/number.ts';
import type { Value } from '../value/value.ts';

/**
 * A value of the language around a template, in the place of a JSON string: what is unknown there cannot be
 * written in JSON, and neither can the mark of what is sensitive.
 */
export interface EmbeddedValue extends JsonString {
  readonly embedded: Value;
}

export const isEmbedded = (node: JsonString): node is EmbeddedValue => 'embedded' in node;

/** A value as the JSON that a template is made of; the ranges are those of the values. */
export function nodeOfValue(value: Value): JsonNode {
  const { range } = value.origin;
  const isSecret = value.sensitive === true && value.kind !== 'list' && value.kind !== 'object';
  if (isSecret || value.kind === 'unknown') {
    const node: EmbeddedValue = { kind: 'string', value: '', range, embedded: value };
    return node;
  }
  switch (value.kind) {
    case 'null':
      return { kind: 'keyword', value: null, range };
    case 'bool':
      return { kind: 'keyword', value: value.value, range };
    case 'number':
      return { kind: 'number', text: numberText(value), range };
    case 'string':
      return { kind: 'string', value: value.value, range };
    case 'list':
      return {
        kind: 'array',
        elements: [...value.elements, ...(value.more === undefined ? [] : [value.more])].map(nodeOfValue),
        range,
      };
    case 'object':
      return {
        kind: 'object',
        members: [...value.entries].map(([name, entry]) => ({
          name: { kind: 'string', value: name, range: value.keyRanges?.get(name) ?? entry.origin.range },
          value: nodeOfValue(entry),
        })),
        range,
      };
  }
}
