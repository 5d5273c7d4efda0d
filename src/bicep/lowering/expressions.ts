import type { Expression } from '../../arm/expression.ts';
import { expressionText } from '../../arm/expression-text.ts';
import type { LoweredText } from '../../arm/lowered.ts';
import type { JsonMember, JsonNode } from '../../source/json.ts';
import { span } from '../../source/range.ts';
import type * as ast from '../ast.ts';
import { lowerAccess } from './access.ts';
import { lowerCall, lowerMethodCall } from './calls.ts';
import {
  arrayNode,
  call,
  errorExpression,
  expressionNode,
  keywordNode,
  nodeExpression,
  numberExpression,
  objectNode,
  textExpression,
  textNode,
} from './nodes.ts';
import { localValue, type Scope, withLocals } from './scope.ts';
import { literalTextOf } from './symbols.ts';

/** The functions that the operators are, with their operands in order. */
const OPERATORS: Readonly<Record<Exclude<ast.BinaryOperator, '!=' | '=~' | '!~'>, string>> = {
  '??': 'coalesce',
  '||': 'or',
  '&&': 'and',
  '==': 'equals',
  '<': 'less',
  '>': 'greater',
  '<=': 'lessOrEquals',
  '>=': 'greaterOrEquals',
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'mod',
};

/** An expression of Bicep as one of the template language. */
export function lowerExpression(node: ast.Expression, scope: Scope): Expression {
  const { range } = node;
  const lowered = scope.template.step(range, () => lowerKind(node, scope));
  return lowered ?? errorExpression('the expression is beyond a limit', range);
}

function lowerKind(node: ast.Expression, scope: Scope): Expression {
  const { range } = node;
  switch (node.kind) {
    case 'literal':
      return isNumber(node.value)
        ? numberExpression(node.value.integer, range)
        : nodeExpression(keywordNode(node.value, range));
    case 'string':
      return lowerString(node, scope);
    case 'variable':
    case 'property':
    case 'index':
    case 'nestedResource':
    case 'nonNull':
      return lowerAccess(node, scope);
    case 'call':
      return lowerCall(node, scope);
    case 'methodCall':
      return lowerMethodCall(node, scope);
    case 'unary':
      return lowerUnary(node, scope);
    case 'binary':
      return lowerBinary(node, scope);
    case 'conditional': {
      const parts = [node.condition, node.then, node.else].map(part => lowerExpression(part, scope));
      return call('if', parts, range);
    }
    case 'array':
      return lowerArray(node, scope);
    case 'object':
      return lowerObject(node, scope);
    case 'for':
      return lowerFor(node, scope);
    case 'lambda':
      return lowerLambda(node, scope);
    case 'parentheses':
      return lowerExpression(node.inner, scope);
    case 'invalid':
      // What is wrong was reported when the file was read.
      return errorExpression('the expression has a syntax error', range);
  }
}

/** An expression as a node of a template, in the place of a value. */
export function lowerNode(node: ast.Expression, scope: Scope): JsonNode {
  const { range } = node;
  if (node.kind === 'string') {
    const text = literalTextOf(node);
    if (text !== undefined) return textNode(text, range);
  }
  if (node.kind === 'literal' && isNumber(node.value)) {
    return { kind: 'number', text: node.value.integer, range };
  }
  if (node.kind === 'object' && !hasSpread(node)) return objectNode(membersOf(node, scope), range);
  if (node.kind === 'array' && !hasSpread(node)) return arrayNode(itemsOf(node, scope), range);
  const expression = lowerExpression(node, scope);
  // What a function has loaded stays an expression: its texts may be those of a template.
  const isWritten = expression.kind === 'json' && node.kind !== 'call' && node.kind !== 'methodCall';
  return isWritten ? expression.node : expressionNode(expression, range);
}

const isNumber = (value: ast.LiteralExpression['value']): value is { readonly integer: string } =>
  typeof value === 'object' && value !== null;

const hasSpread = (node: ast.ArrayExpression | ast.ObjectExpression): boolean =>
  node.items.some(item => item.kind === 'spread');

/** A text with holes is a call of `format`. */
function lowerString(node: ast.StringExpression, scope: Scope): Expression {
  const text = literalTextOf(node);
  if (text !== undefined) return textExpression(text, node.range);
  const holes: Expression[] = [];
  const pattern = node.parts.map(part => {
    if (part.kind === 'text') return part.text.replace(/[{}]/g, '$&$&');
    holes.push(lowerExpression(part.value, scope));
    return `{${holes.length - 1}}`;
  });
  return call('format', [textExpression(pattern.join(''), node.range), ...holes], node.range);
}

function lowerUnary({ operator, operand, range }: ast.UnaryExpression, scope: Scope): Expression {
  if (operator === '!') return call('not', [lowerExpression(operand, scope)], range);
  if (operand.kind === 'literal' && isNumber(operand.value)) {
    return numberExpression(`-${operand.value.integer}`, range);
  }
  return call('sub', [numberExpression('0', range), lowerExpression(operand, scope)], range);
}

function lowerBinary({ operator, left, right, range }: ast.BinaryExpression, scope: Scope): Expression {
  const operands = [lowerExpression(left, scope), lowerExpression(right, scope)];
  switch (operator) {
    case '!=':
      return call('not', [call('equals', operands, range)], range);
    case '=~':
    case '!~': {
      const lower = operands.map(operand => call('toLower', [operand], operand.range));
      const same = call('equals', lower, range);
      return operator === '=~' ? same : call('not', [same], range);
    }
    default:
      return call(OPERATORS[operator], operands, range);
  }
}

function itemsOf(node: ast.ArrayExpression, scope: Scope): JsonNode[] {
  return node.items.map(item => lowerNode(item.kind === 'spread' ? item.value : item, scope));
}

/** `[a, ...b]` is `flatten([[a], b])`. */
function lowerArray(node: ast.ArrayExpression, scope: Scope): Expression {
  if (!hasSpread(node)) return nodeExpression(arrayNode(itemsOf(node, scope), node.range));
  const pieces: JsonNode[] = [];
  let run: JsonNode[] = [];
  const closeRun = (): void => {
    if (run.length > 0) pieces.push(arrayNode(run, node.range));
    run = [];
  };
  for (const item of node.items) {
    if (item.kind !== 'spread') run.push(lowerNode(item, scope));
    else {
      closeRun();
      pieces.push(lowerNode(item.value, scope));
    }
  }
  closeRun();
  return call('flatten', [nodeExpression(arrayNode(pieces, node.range))], node.range);
}

/** The properties that an object writes itself; nested resources are no properties. */
export function membersOf(node: ast.ObjectExpression, scope: Scope): JsonMember[] {
  return node.items.flatMap(item => (item.kind === 'property' ? [memberOf(item, scope)] : []));
}

/** What has a name; a `for` is known to people by it. */
export const lowerNamed = (name: string | undefined, value: ast.Expression, scope: Scope): JsonNode =>
  value.kind === 'for' ? expressionNode(lowerFor(value, scope, name)) : lowerNode(value, scope);

function memberOf({ key, value }: ast.ObjectProperty, scope: Scope): JsonMember {
  const text = key.kind === 'invalid' ? undefined : literalTextOf(key);
  const node = lowerNamed(text, value, scope);
  if (key.kind === 'invalid') return { name: { kind: 'string', value: '', range: key.range }, value: node };
  // `copy` in a template would be a loop.
  if (text !== undefined && text.toLowerCase() !== 'copy')
    return { name: textNode(text, key.range), value: node };
  return { name: nameNode(lowerString(key, scope)), value: node };
}

/** A computed name that stays unknown shows as a template would write it. */
const nameNode = (expression: Expression): LoweredText => ({
  ...expressionNode(expression),
  value: `[${expressionText(expression)}]`,
});

/** `{ a: 1, ...b }` is `shallowMerge([{ a: 1 }, b])`. */
function lowerObject(node: ast.ObjectExpression, scope: Scope): Expression {
  if (!hasSpread(node)) return plainObject(node, scope);
  const pieces: JsonNode[] = [];
  let run: JsonMember[] = [];
  const closeRun = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined) {
      pieces.push(objectNode(run, span(first.name.range, last.value.range)));
    }
    run = [];
  };
  for (const item of node.items) {
    if (item.kind === 'property') run.push(memberOf(item, scope));
    else if (item.kind === 'spread') {
      closeRun();
      pieces.push(lowerNode(item.value, scope));
    }
  }
  closeRun();
  return call('shallowMerge', [nodeExpression(arrayNode(pieces, node.range))], node.range);
}

/** With a computed name it is unknown when the name is. */
function plainObject(node: ast.ObjectExpression, scope: Scope): Expression {
  const properties = node.items.filter(item => item.kind === 'property');
  const isComputed = properties.some(({ key }) => key.kind === 'string' && literalTextOf(key) === undefined);
  if (!isComputed) return nodeExpression(objectNode(membersOf(node, scope), node.range));
  const list = properties.flatMap(({ key, value }) =>
    key.kind === 'invalid' ? [] : [lowerString(key, scope), lowerExpression(value, scope)],
  );
  return call('createObject', list, node.range);
}

function lowerFor(node: ast.ForExpression, scope: Scope, name = node.item?.text ?? ''): Expression {
  const names = loopNames(node, scope);
  return {
    kind: 'for',
    name,
    collection: lowerExpression(node.collection, scope),
    item: names.item,
    index: names.index,
    body: lowerNode(node.body, names.scope),
    range: node.range,
  };
}

/** The names of a loop: as lambda variables of their own, and in the scope of its body. */
export function loopNames(
  { item, index }: Pick<ast.ForExpression<unknown>, 'item' | 'index'>,
  scope: Scope,
): { readonly item: string; readonly index: string | undefined; readonly scope: Scope } {
  const names = [item, index].filter(name => name !== undefined);
  const variables = names.map(name => lambdaVariable(name.text, scope));
  const inner = withLocals(
    scope,
    variables.map(variable => [variable.written, variable.local] as const),
  );
  const [first, second] = variables;
  return { item: first?.unique ?? '', index: second?.unique, scope: inner };
}

/** Template names ignore case and lambdas can stand in each other, so each variable gets a name of its own. */
function lambdaVariable(written: string, scope: Scope) {
  const unique = `${written.toLowerCase()}#${scope.template.nextNumber()}`;
  const local = localValue(range => call('lambdaVariables', [textExpression(unique, range)], range));
  return { written, unique, local };
}

function lowerLambda(node: ast.LambdaExpression, scope: Scope): Expression {
  const variables = node.parameters.map(({ text }) => lambdaVariable(text, scope));
  const inner = withLocals(
    scope,
    variables.map(variable => [variable.written, variable.local] as const),
  );
  const names = variables.map(variable => textExpression(variable.unique, node.range));
  return call('lambda', [...names, lowerExpression(node.body, inner)], node.range);
}
