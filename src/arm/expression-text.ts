import type { JsonNode } from '../source/json.ts';
import { type Expression, isExpressionText } from './expression.ts';
import { isLoweredText } from './lowered.ts';

/** An expression as a template writes it, for names that stay unknown: `format('{0}', parameters('id'))`. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'text':
      return quoted(expression.value);
    case 'number':
      return expression.text;
    case 'call': {
      const { namespace, name, arguments: list } = expression;
      const whole = namespace === undefined ? name : `${namespace}.${name}`;
      return `${whole}(${list.map(expressionText).join(', ')})`;
    }
    case 'property':
      return `${expressionText(expression.target)}.${expression.name}`;
    case 'index':
      return `${expressionText(expression.target)}[${expressionText(expression.index)}]`;
    case 'json':
      return nodeText(expression.node);
    case 'for':
      return `map(${expressionText(expression.collection)}, lambda('${expression.item}', ${nodeText(expression.body)}))`;
    case 'unknown':
      return 'null()';
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function nodeText(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      if (isLoweredText(node)) return expressionText(node.expression);
      return isExpressionText(node.value) ? node.value.slice(1, -1) : quoted(node.value);
    case 'number':
      return node.text;
    case 'keyword':
      return `${String(node.value)}()`;
    case 'array':
      return `createArray(${node.elements.map(nodeText).join(', ')})`;
    case 'object': {
      const members = node.members.flatMap(({ name, value }) => [nodeText(name), nodeText(value)]);
      return `createObject(${members.join(', ')})`;
    }
  }
}
