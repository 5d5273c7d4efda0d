import { boolValue, literalAt, nullValue, stringValue } from '../value/make.ts';
import { numberFromText } from '../value/number.ts';
import { STRING } from '../value/type.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import type { Expression, LiteralExpression } from './hcl/ast.ts';
import { isProblem } from './problem.ts';
import type { Evaluate, Scope } from './scope.ts';
import { convert } from './types.ts';

/** The value that a keyword or number stands for. */
export function literalValue(expression: LiteralExpression): Value {
  const origin = literalAt(expression.range);
  const { value } = expression;
  if (value === null) return nullValue(origin);
  return typeof value === 'boolean' ? boolValue(value, origin) : numberFromText(value.number, origin);
}

/** The key of an object's item, of an object `for`: a string, or unknown. */
export function evaluateKey(
  expression: Expression,
  scope: Scope,
  evaluate: Evaluate,
): UnknownValue | Extract<Value, { kind: 'string' }> {
  // `null`, `true` and numbers that stand as keys are names (HCL specification, object constructor).
  if (expression.kind === 'literal') return stringValue(keyword(expression), literalAt(expression.range));
  const value = evaluate(expression, scope);
  if (value.kind === 'null') {
    return scope.problems.failed('terraform-type', 'A key must not be null', expression.range, STRING);
  }
  const key = convert(value, STRING);
  if (!isProblem(key) && (key.kind === 'string' || key.kind === 'unknown')) return key;
  return scope.problems.failed('terraform-type', 'A key must be a string', expression.range, STRING);
}

function keyword(expression: LiteralExpression): string {
  const { value } = expression;
  if (value === null || typeof value === 'boolean') return String(value);
  const text = convert(literalValue(expression), STRING);
  return !isProblem(text) && text.kind === 'string' ? text.value : value.number;
}
