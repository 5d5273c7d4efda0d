import type { JsonNode } from '../source/json.ts';
import { boolValue, listValue, literalAt, nullValue, objectValue, stringValue } from '../value/make.ts';
import { numberFromText } from '../value/number.ts';
import type { Value } from '../value/value.ts';

/** JSON without expressions, as a parameter file has it. */
export function plainValue(node: JsonNode): Value {
  const origin = literalAt(node.range);
  switch (node.kind) {
    case 'string':
      return stringValue(node.value, origin);
    case 'number':
      return numberFromText(node.text, origin);
    case 'keyword':
      return node.value === null ? nullValue(origin) : boolValue(node.value, origin);
    case 'array':
      return listValue(node.elements.map(plainValue), origin);
    case 'object':
      return {
        ...objectValue(
          node.members.map(({ name, value }) => [name.value, plainValue(value)] as const),
          origin,
        ),
        keyRanges: new Map(node.members.map(({ name }) => [name.value, name.range] as const)),
      };
  }
}
