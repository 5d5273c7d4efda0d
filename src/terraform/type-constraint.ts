import type { SourceRange } from '../source/range.ts';
import { ANY, type AttributeType, BOOL, NUMBER, STRING, type Type } from '../value/type.ts';
import type { Value } from '../value/value.ts';
import type { CallExpression, Expression, ObjectExpression } from './hcl/ast.ts';
import { parseHclExpression } from './hcl/parser.ts';

/** What a type constraint needs from around it. */
interface Context {
  readonly evaluateDefault: (expression: Expression) => Value;
  readonly refuse: (message: string, range: SourceRange) => void;
}

const KEYWORDS: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['string', STRING],
  ['number', NUMBER],
  ['bool', BOOL],
  ['any', ANY],
  ['list', { kind: 'list', element: ANY }],
  ['set', { kind: 'set', element: ANY }],
  ['map', { kind: 'map', element: ANY }],
]);

/**
 * The type that a constraint states (https://developer.hashicorp.com/terraform/language/expressions/type-constraints).
 * What is wrong is refused and taken as `any`, so that the variable can still be used.
 */
export function typeFromExpression(expression: Expression, context: Context): Type {
  switch (expression.kind) {
    case 'variable': {
      const type = KEYWORDS.get(expression.name);
      if (type !== undefined) return type;
      context.refuse(`"${expression.name}" is not a type.`, expression.range);
      return ANY;
    }
    case 'call':
      return typeFromCall(expression, context);
    case 'template':
      return typeFromQuoted(expression, context);
    case 'parentheses':
      return typeFromExpression(expression.inner, context);
    case 'invalid':
      return ANY;
    default:
      context.refuse(
        'This is not a type: write for example string, list(string) or object({ … }).',
        expression.range,
      );
      return ANY;
  }
}

/** `type = "string"` was the form before Terraform 0.12, and is the form of the JSON syntax. */
function typeFromQuoted(expression: Extract<Expression, { kind: 'template' }>, context: Context): Type {
  const { file, start, end } = expression.range;
  const parsed = parseHclExpression(file, start + 1, end - 1);
  if (parsed.diagnostics.length === 0) return typeFromExpression(parsed.expression, context);
  context.refuse('This is not a type.', expression.range);
  return ANY;
}

function typeFromCall(call: CallExpression, context: Context): Type {
  const [argument, ...others] = call.arguments;
  if (argument === undefined || others.length > 0) {
    context.refuse(`${call.name}(…) takes one argument here.`, call.range);
    return ANY;
  }
  switch (call.name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: call.name, element: typeFromExpression(argument, context) };
    case 'tuple':
      if (argument.kind === 'tuple') {
        const elements = argument.elements.map(element => typeFromExpression(element, context));
        return { kind: 'tuple', elements };
      }
      context.refuse('tuple([…]) takes a list of types.', argument.range);
      return ANY;
    case 'object':
      if (argument.kind === 'object') return typeFromObject(argument, context);
      context.refuse('object({…}) takes attributes with their types.', argument.range);
      return ANY;
    default:
      context.refuse(`"${call.name}" is not a type.`, call.nameRange);
      return ANY;
  }
}

function typeFromObject(expression: ObjectExpression, context: Context): Type {
  const attributes = new Map<string, AttributeType>();
  for (const { key, value } of expression.items) {
    const [part] = key.kind === 'template' ? key.parts : [];
    if (part?.kind === 'text') attributes.set(part.text, attributeType(value, context));
    else context.refuse('An attribute of an object type needs a plain name.', key.range);
  }
  return { kind: 'object', attributes };
}

/** The type of an attribute, which may be `optional(type)` or `optional(type, default)`. */
function attributeType(expression: Expression, context: Context): AttributeType {
  if (expression.kind !== 'call' || expression.name !== 'optional') {
    return { type: typeFromExpression(expression, context), optional: false };
  }
  const [type, defaultValue] = expression.arguments;
  if (type === undefined) {
    context.refuse('optional(…) takes a type.', expression.range);
    return { type: ANY, optional: true };
  }
  return {
    type: typeFromExpression(type, context),
    optional: true,
    ...(defaultValue === undefined ? {} : { defaultValue: context.evaluateDefault(defaultValue) }),
  };
}
