import { computedAt } from '../value/make.ts';
import { BOOL } from '../value/type.ts';
import { unknownFrom } from '../value/unknown.ts';
import type { KnownValue, Value } from '../value/value.ts';
import { evaluate } from './expression.ts';
import type { ConditionalExpression } from './hcl/ast.ts';
import { isProblem } from './problem.ts';
import type { Scope } from './scope.ts';
import { convert, typeOf, unify, unifyValues, valuesEqual } from './types.ts';

/**
 * `condition ? then : else`. Only the selected side may fail. Both sides have one type, to which the selected
 * one converts: `true ? 1 : "a"` is the string `"1"`.
 */
export function evaluateConditional(expression: ConditionalExpression, scope: Scope): Value {
  const condition = evaluate(expression.condition, scope);
  const decided = condition.kind === 'null' ? undefined : convert(condition, BOOL);
  if (decided === undefined || isProblem(decided)) {
    const why = decided === undefined ? 'must not be null' : `is not a bool: ${decided.message}`;
    return scope.problems.failed('terraform-type', `The condition ${why}`, expression.condition.range);
  }
  if (decided.kind !== 'bool') return evaluateBoth(expression, condition, scope);
  const [selected, other] = decided.value
    ? [expression.then, expression.else]
    : [expression.else, expression.then];
  const value = evaluate(selected, scope);
  // The type of a null literal adapts to any other.
  if (other.kind === 'literal' && other.value === null) return value;
  const muted = scope.problems.catching();
  const unselected = evaluate(other, { ...scope, problems: muted });
  const [unified] = muted.caught > 0 ? [] : (unifyValues([value, unselected]) ?? []);
  const result = unified ?? value;
  return condition.sensitive === true ? { ...result, sensitive: true } : result;
}

/** With an unknown condition: the value that both sides agree on, or one of the two. */
function evaluateBoth(expression: ConditionalExpression, condition: Value, scope: Scope): Value {
  const problems = scope.problems.catching();
  const branches = [expression.then, expression.else].map(side => evaluate(side, { ...scope, problems }));
  const origin = computedAt(expression.range, [condition, ...branches]);
  if (problems.caught > 0) return unknownFrom([condition], origin);
  const sides = unifyValues(branches) ?? branches;
  const [first, second] = sides;
  if (first !== undefined && second !== undefined && valuesEqual(first, second) === true) return first;
  const known = sides.filter(isCandidate);
  return unknownFrom([condition], origin, {
    type: unify(sides.map(typeOf)),
    candidates: known.length === sides.length ? known : undefined,
    sensitive: [condition, ...branches].some(value => value.sensitive === true),
  });
}

const isCandidate = (value: Value): value is KnownValue =>
  value.kind === 'string' || value.kind === 'number' || value.kind === 'bool' || value.kind === 'null';
