import type { JsonNode } from '../../source/json.ts';
import { expressionNode, textExpression, textNode } from './nodes.ts';

/** JSON from a file as a value: nothing in it is an expression or a loop of a template. */
export function literalNode(node: JsonNode): JsonNode {
  switch (node.kind) {
    case 'string':
      return textNode(node.value, node.range);
    case 'array':
      return { ...node, elements: node.elements.map(literalNode) };
    case 'object':
      return {
        ...node,
        members: node.members.map(({ name, value }) => ({
          name:
            name.value.toLowerCase() === 'copy'
              ? expressionNode(textExpression(name.value, name.range))
              : textNode(name.value, name.range),
          value: literalNode(value),
        })),
      };
    case 'number':
    case 'keyword':
      return node;
  }
}
