import { computedAt, listValue, objectValue } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import { BOOL } from '../value/type.ts';
import { unknownFrom } from '../value/unknown.ts';
import type { KnownValue, Value } from '../value/value.ts';
import type { ConditionalExpression } from './hcl/ast.ts';
import { isProblem } from './problem.ts';
import type { Evaluate, Scope } from './scope.ts';
import { convert, typeOf, typeText, unify, unifyValues, valuesEqual } from './types.ts';

/**
 * `condition ? then : else`. Only the selected side may fail. Both sides have one type, to which the selected
 * one converts: `true ? 1 : "a"` is the string `"1"`.
 */
export function evaluateConditional(
  expression: ConditionalExpression,
  scope: Scope,
  evaluate: Evaluate,
): Value {
  const condition = evaluate(expression.condition, scope);
  const decided = condition.kind === 'null' ? undefined : convert(condition, BOOL);
  if (decided === undefined || isProblem(decided)) {
    const why = decided === undefined ? 'must not be null' : `is not a bool: ${decided.message}`;
    return scope.problems.failed('terraform-type', `The condition ${why}`, expression.condition.range);
  }
  if (decided.kind !== 'bool') return evaluateBoth(expression, condition, scope, evaluate);
  const [selected, other] = decided.value
    ? [expression.then, expression.else]
    : [expression.else, expression.then];
  const value = evaluate(selected, scope);
  const muted = scope.problems.catching();
  const unselected = evaluate(other, { ...scope, problems: muted });
  const [result] = muted.caught > 0 ? [value] : (unifyValues([value, unselected]) ?? []);
  if (result === undefined) return inconsistent(expression, [value, unselected], scope);
  return condition.sensitive === true ? { ...result, sensitive: true } : result;
}

/** Terraform refuses this whatever the condition is, since an expression has one type. */
function inconsistent(expression: ConditionalExpression, sides: readonly Value[], scope: Scope): Value {
  const [yes, no] = sides.map(side => typeText(typeOf(side)));
  const types = yes === no ? `both are of type ${yes}, but they differ inside` : `they are ${yes} and ${no}`;
  const message = `The two results of this conditional have no type in common: ${types}`;
  return scope.problems.failed('terraform-type', message, expression.range);
}

/** With an unknown condition: the value that both sides agree on, or one of the two. */
function evaluateBoth(
  expression: ConditionalExpression,
  condition: Value,
  scope: Scope,
  evaluate: Evaluate,
): Value {
  const problems = scope.problems.catching();
  const branches = [expression.then, expression.else].map(side => evaluate(side, { ...scope, problems }));
  const origin = computedAt(expression.range, [condition, ...branches]);
  if (problems.caught > 0) return unknownFrom([condition], origin);
  const unified = unifyValues(branches);
  if (unified === undefined) return inconsistent(expression, branches, scope);
  const [first, second] = unified;
  return first === undefined || second === undefined
    ? unknownFrom([condition], origin)
    : either(first, second, condition, origin);
}

/** One of two values: what they agree on is known, also inside of collections of the same shape. */
function either(a: Value, b: Value, condition: Value, origin: Origin): Value {
  if (valuesEqual(a, b) === true) return a;
  if (a.kind === 'list' && b.kind === 'list' && a.collection === b.collection && a.collection !== 'set') {
    if (a.elements.length === b.elements.length) {
      const elements = a.elements.map((element, at) =>
        either(element, b.elements[at] ?? element, condition, origin),
      );
      return listValue(elements, origin, a.collection);
    }
  }
  if (a.kind === 'object' && b.kind === 'object' && a.collection === b.collection) {
    const keys = [...a.entries.keys()];
    if (keys.length === b.entries.size && keys.every(key => b.entries.has(key))) {
      const entries = [...a.entries].map(
        ([key, entry]) => [key, either(entry, b.entries.get(key) ?? entry, condition, origin)] as const,
      );
      return objectValue(entries, origin, a.collection);
    }
  }
  const sides = [a, b];
  const known = sides.filter(isCandidate);
  return unknownFrom([condition, ...sides], origin, {
    type: unify(sides.map(typeOf)),
    candidates: known.length === sides.length ? known : undefined,
    sensitive: [condition, ...sides].some(value => value.sensitive === true),
  });
}

const isCandidate = (value: Value): value is KnownValue =>
  value.kind === 'string' || value.kind === 'number' || value.kind === 'bool' || value.kind === 'null';
