import type { CallExpression, Expression, TextLiteral } from '../../arm/expression.ts';
import type { LoweredText } from '../../arm/lowered.ts';
import type {
  JsonArray,
  JsonKeyword,
  JsonMember,
  JsonNode,
  JsonObject,
  JsonString,
} from '../../source/json.ts';
import type { SourceRange } from '../../source/range.ts';
import type { Reason } from '../../value/unknown.ts';

/** Makes the template nodes and expressions that Bicep lowers to. */

/** `[concat('a', 'b')]`; it is text only to those who do not ask for its expression. */
export const expressionNode = (expression: Expression, range = expression.range): LoweredText => ({
  kind: 'string',
  value: '[bicep]',
  range,
  expression,
});

/** A literal text; one that would read as an expression of a template is wrapped up as one. */
export function textNode(value: string, range: SourceRange): JsonString {
  const plain: JsonString = { kind: 'string', value, range };
  return value.startsWith('[') ? expressionNode(textExpression(value, range), range) : plain;
}

export const keywordNode = (value: null | boolean, range: SourceRange): JsonKeyword => ({
  kind: 'keyword',
  value,
  range,
});

export const member = (name: string, value: JsonNode, range = value.range): JsonMember => ({
  name: { kind: 'string', value: name, range },
  value,
});

export const objectNode = (members: readonly JsonMember[], range: SourceRange): JsonObject => ({
  kind: 'object',
  members,
  range,
});

export const arrayNode = (elements: readonly JsonNode[], range: SourceRange): JsonArray => ({
  kind: 'array',
  elements,
  range,
});

export const textExpression = (value: string, range: SourceRange): TextLiteral => ({
  kind: 'text',
  value,
  range,
});

export const numberExpression = (text: string, range: SourceRange): Expression => ({
  kind: 'number',
  text,
  range,
});

export const nodeExpression = (node: JsonNode): Expression => ({ kind: 'json', node, range: node.range });

/** What is unknown, and why. */
export const unknownExpression = (reason: Reason, range: SourceRange, sensitive = false): Expression => ({
  kind: 'unknown',
  reason,
  sensitive,
  range,
});

/** What is wrong, and has been reported. */
export const errorExpression = (text: string, range: SourceRange): Expression =>
  unknownExpression({ kind: 'error', text, range }, range);

export const nullExpression = (range: SourceRange): Expression => nodeExpression(keywordNode(null, range));

/** A call of a template function; `nameRange` is where a mistake in its name shows. */
export const call = (
  name: string,
  list: readonly Expression[],
  range: SourceRange,
  nameRange = range,
): CallExpression => ({ kind: 'call', namespace: undefined, name, arguments: list, range, nameRange });

export const property = (target: Expression, name: string, range: SourceRange): Expression => ({
  kind: 'property',
  target,
  name,
  range,
});

export const index = (target: Expression, key: Expression, range: SourceRange): Expression => ({
  kind: 'index',
  target,
  index: key,
  range,
});
