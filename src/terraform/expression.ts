import type { SourceRange } from '../source/range.ts';
import { boolValue, computedAt, listValue, literalAt, objectValue } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import { BOOL } from '../value/type.ts';
import { unknownFrom } from '../value/unknown.ts';
import type { StringValue, UnknownValue, Value } from '../value/value.ts';
import { attributeOf, elementOf } from './access.ts';
import { boundedValue } from './bounds.ts';
import { evaluateCall } from './call.ts';
import { evaluateConditional } from './conditional.ts';
import type {
  BinaryExpression,
  Expression,
  ObjectExpression,
  TupleExpression,
  UnaryExpression,
} from './hcl/ast.ts';
import { evaluateFor, evaluateSplat } from './iteration.ts';
import { keyPlaces } from './key-places.ts';
import { evaluateKey, literalValue } from './literal.ts';
import { applyBinary, applyUnary } from './operators.ts';
import { isProblem, type Problem } from './problem.ts';
import { boundValue, brokenAt, type Scope, type TraversalStep } from './scope.ts';
import { evaluateTemplate } from './template-value.ts';
import { convert, sortedEntries } from './types.ts';

/**
 * The value of an expression. What is wrong goes to the scope's problems, and the value is then unknown, so
 * that everything around it is still evaluated.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { depth } = scope.symbols;
  if (!depth.enterExpression()) {
    return scope.problems.mistaken(
      'limit-exceeded',
      'Expressions are nested too deeply here',
      expression.range,
    );
  }
  try {
    return evaluateKind(expression, scope);
  } finally {
    depth.leaveExpression();
  }
}

function evaluateKind(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return literalValue(expression);
    case 'template':
      return evaluateTemplate(expression, scope, evaluate);
    case 'variable':
    case 'attribute':
    case 'index':
      return evaluateTraversal(expression, scope);
    case 'splat':
      return evaluateSplat(expression, scope, evaluate);
    case 'call':
      return evaluateCall(expression, scope, evaluate);
    case 'unary':
      return evaluateUnary(expression, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'conditional':
      return evaluateConditional(expression, scope, evaluate);
    case 'tuple':
      return evaluateTuple(expression, scope);
    case 'object':
      return evaluateObject(expression, scope);
    case 'for':
      return evaluateFor(expression, scope, evaluate);
    case 'parentheses':
      return evaluate(expression.inner, scope);
    case 'invalid':
      // The reader has reported it.
      return brokenAt(expression.range);
  }
}

/** The value, or what stands for it when it is a problem, which is reported at the range. */
function settled(
  answer: Value | Problem,
  scope: Scope,
  range: SourceRange,
  code: 'terraform-type' | 'terraform-function' = 'terraform-type',
): Value {
  return isProblem(answer) ? scope.problems.failed(code, answer.message, range) : answer;
}

/** `root.step[step]…`: the scope's symbols say what the beginning of it names. */
function evaluateTraversal(expression: Expression, scope: Scope): Value {
  const steps: TraversalStep[] = [];
  let root = expression;
  while (root.kind === 'attribute' || root.kind === 'index') {
    steps.push(root);
    root = root.object;
  }
  steps.reverse();
  if (root.kind !== 'variable') return followSteps(evaluate(root, scope), steps, scope);
  const bound = boundValue(scope, root.name);
  if (bound !== undefined) return followSteps(bound, steps, scope);
  const { value, used } = scope.symbols.resolve(root, steps, scope);
  return followSteps(value, steps.slice(used), scope);
}

function followSteps(from: Value, steps: readonly TraversalStep[], scope: Scope): Value {
  let value = from;
  for (const step of steps) value = follow(value, step, scope);
  return value;
}

function follow(value: Value, step: TraversalStep, scope: Scope): Value {
  if (step.kind === 'attribute') return settled(attributeOf(value, step.name), scope, step.nameRange);
  const key = evaluate(step.index, scope);
  return settled(elementOf(value, key), scope, step.index.range);
}

function evaluateUnary(expression: UnaryExpression, scope: Scope): Value {
  const operand = evaluate(expression.operand, scope);
  // A negative number is written with an operator, and is as much a literal as any other.
  const isNumber = expression.operator === '-' && expression.operand.kind === 'literal';
  const origin = isNumber ? literalAt(expression.range) : computedAt(expression.range, [operand]);
  return settled(applyUnary(expression.operator, operand, origin), scope, expression.range);
}

function evaluateBinary(expression: BinaryExpression, scope: Scope): Value {
  const { operator } = expression;
  const left = evaluate(expression.left, scope);
  if (operator === '&&' || operator === '||') {
    // The left side guards the right one (OpenTofu 1.10, Terraform 1.12): `x != null && x.size > 1`.
    const decided = convert(left, BOOL);
    if (!isProblem(decided)) {
      if (decided.kind === 'bool' && decided.value === (operator === '||')) {
        if (isNoBool(expression.right)) {
          const message = 'Unsuitable value for right operand: a bool is required';
          return scope.problems.failed('terraform-type', message, expression.right.range, BOOL);
        }
        return boolValue(decided.value, computedAt(expression.range, [left]));
      }
      if (decided.kind === 'unknown') return evaluateGuarded(expression, left, scope);
    }
  }
  return combine(expression, left, evaluate(expression.right, scope), scope);
}

/** Text that is plainly no bool is a mistake, also where the left side decides. */
function isNoBool(expression: Expression): boolean {
  if (expression.kind !== 'template') return false;
  const [only, ...others] = expression.parts;
  return only?.kind === 'text' && others.length === 0 && !/^(true|false|1|0)$/.test(only.text);
}

/** The right side of a guard that is unknown: what fails there may never be asked for. */
function evaluateGuarded(expression: BinaryExpression, left: Value, scope: Scope): Value {
  const problems = scope.problems.catching();
  const right = evaluate(expression.right, { ...scope, problems });
  if (problems.caught === 0) return combine(expression, left, right, scope);
  return unknownFrom([left], computedAt(expression.range, [left]), { type: BOOL });
}

function combine(expression: BinaryExpression, left: Value, right: Value, scope: Scope): Value {
  const origin = computedAt(expression.range, [left, right]);
  const result = applyBinary(expression.operator, left, right, origin);
  const blamed = isProblem(result) && result.argument === 1 ? expression.right : expression.left;
  const range = isProblem(result) && result.argument === undefined ? expression.range : blamed.range;
  return settled(result, scope, range);
}

/** A constructor is a literal when everything in it is; else it is computed from its parts. */
function constructedAt(range: SourceRange, parts: Iterable<Value>): Origin {
  const list = [...parts];
  return list.every(({ origin }) => origin.kind === 'literal' && origin.steps === undefined)
    ? literalAt(range)
    : computedAt(range, list);
}

function evaluateTuple(expression: TupleExpression, scope: Scope): Value {
  const elements = expression.elements.map(element => evaluate(element, scope));
  const tuple = listValue(elements, constructedAt(expression.range, elements), 'tuple');
  return boundedValue(tuple, scope, expression.range);
}

function evaluateObject(expression: ObjectExpression, scope: Scope): Value {
  const entries = new Map<string, Value>();
  const keys: StringValue[] = [];
  const unknownKeys: UnknownValue[] = [];
  for (const item of expression.items) {
    if (item.key.kind === 'attribute' || item.key.kind === 'index') {
      const message = 'This key can be meant as text or as a reference: put it in quotes or in parentheses';
      scope.problems.failed('terraform-structure', message, item.key.range);
      continue;
    }
    const key = evaluateKey(item.key, scope, evaluate);
    const value = evaluate(item.value, scope);
    if (key.kind === 'unknown') unknownKeys.push(key);
    else {
      keys.push(key);
      entries.set(key.value, value);
    }
  }
  if (unknownKeys.length > 0) {
    return unknownFrom(unknownKeys, computedAt(expression.range, [...unknownKeys, ...entries.values()]));
  }
  const origin = constructedAt(expression.range, entries.values());
  const object = { ...objectValue(sortedEntries(entries), origin, 'object'), ...keyPlaces(keys) };
  return boundedValue(object, scope, expression.range);
}
