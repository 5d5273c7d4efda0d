import Big from 'big.js';
import { dividedAsFloat, roundedToFloat } from '../value/binary-float.ts';
import { boolValue, numberValue } from '../value/make.ts';
import { bigOf, isFiniteNumber, numberFromBig } from '../value/number.ts';
import type { Origin } from '../value/origin.ts';
import { BOOL, NUMBER, type Type } from '../value/type.ts';
import { unknownFrom } from '../value/unknown.ts';
import type { BoolValue, NumberValue, UnknownValue, Value } from '../value/value.ts';
import type { BinaryOperator, UnaryExpression } from './hcl/ast.ts';
import { isProblem, Problem } from './problem.ts';
import { compareNumbers, convert, valuesEqual } from './types.ts';

/**
 * Applies a binary operator to its operands (language documentation "Arithmetic and Logical Operators").
 * Arithmetic and order convert strings to numbers, logic converts them to bools, `==` converts nothing.
 * An unknown operand makes the result unknown unless the other decides it: `false && x`, `true || x`.
 * `origin` is that of the result; its inputs are those of the operands.
 */
export function applyBinary(
  operator: BinaryOperator,
  left: Value,
  right: Value,
  origin: Origin,
): Value | Problem {
  const result = compute(operator, left, right, origin);
  const sensitive = left.sensitive === true || right.sensitive === true;
  return isProblem(result) || !sensitive ? result : { ...result, sensitive: true };
}

/** Applies `-` or `!`. */
export function applyUnary(
  operator: UnaryExpression['operator'],
  operand: Value,
  origin: Origin,
): Value | Problem {
  const converted = operator === '-' ? asNumber(operand, 'unary', 0) : asBool(operand, 'unary', 0);
  if (isProblem(converted)) return converted;
  const result = computeUnary(converted, origin);
  return operand.sensitive === true ? { ...result, sensitive: true } : result;
}

function computeUnary(operand: Value, origin: Origin): Value {
  if (operand.kind === 'number') return negated(operand, origin);
  if (operand.kind === 'bool') return boolValue(!operand.value, origin);
  return unknownFrom([operand], origin, { type: operand.kind === 'unknown' ? operand.type : undefined });
}

function negated(number: NumberValue, origin: Origin): NumberValue {
  // Subtracting from 0 keeps the decimals from having a negative zero.
  return isFiniteNumber(number)
    ? numberFromBig(new Decimal(0).minus(bigOf(number)), origin)
    : numberValue(-number.value, origin);
}

function compute(operator: BinaryOperator, left: Value, right: Value, origin: Origin): Value | Problem {
  switch (operator) {
    case '==':
    case '!=': {
      const equal = valuesEqual(left, right);
      if (equal === undefined) return unknownFrom([left, right], origin, { type: BOOL });
      return boolValue(operator === '==' ? equal : !equal, origin);
    }
    case '&&':
    case '||':
      return computeLogic(operator, left, right, origin);
    default:
      return computeNumbers(operator, left, right, origin);
  }
}

type NumberOperator = Exclude<BinaryOperator, '==' | '!=' | '&&' | '||'>;

function computeLogic(operator: '&&' | '||', left: Value, right: Value, origin: Origin): Value | Problem {
  const decisive = operator === '||';
  const a = asBool(left, 'left', 0);
  if (isProblem(a)) return a;
  // OpenTofu 1.10 and Terraform 1.12 do not look at the right side then; earlier ones refuse what is wrong there.
  if (a.kind === 'bool' && a.value === decisive) return boolValue(decisive, origin);
  const b = asBool(right, 'right', 1);
  if (isProblem(b)) return b;
  if (b.kind === 'bool' && b.value === decisive) return boolValue(decisive, origin);
  if (a.kind === 'unknown' || b.kind === 'unknown') return unknownFrom([a, b], origin, { type: BOOL });
  return boolValue(!decisive, origin);
}

function computeNumbers(
  operator: NumberOperator,
  left: Value,
  right: Value,
  origin: Origin,
): Value | Problem {
  const a = asNumber(left, 'left', 0);
  if (isProblem(a)) return a;
  const b = asNumber(right, 'right', 1);
  if (isProblem(b)) return b;
  const isOrder = operator === '<' || operator === '>' || operator === '<=' || operator === '>=';
  if (a.kind !== 'number' || b.kind !== 'number') {
    return unknownFrom([a, b], origin, { type: isOrder ? BOOL : NUMBER });
  }
  if (isOrder) return boolValue(inOrder(operator, compareNumbers(a, b)), origin);
  return isFiniteNumber(a) && isFiniteNumber(b)
    ? computeFinite(operator, a, b, origin)
    : computeInfinite(operator, a.value, b.value, origin);
}

function inOrder(operator: '<' | '>' | '<=' | '>=', order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
  }
}

function asBool(value: Value, side: string, at: number): BoolValue | UnknownValue | Problem {
  const converted = convertOperand(value, BOOL, side, at);
  if (isProblem(converted) || converted.kind === 'bool' || converted.kind === 'unknown') return converted;
  return new Problem(`Unsuitable value for ${side} operand: a bool is required`, at);
}

function asNumber(value: Value, side: string, at: number): NumberValue | UnknownValue | Problem {
  const converted = convertOperand(value, NUMBER, side, at);
  if (isProblem(converted) || converted.kind === 'number' || converted.kind === 'unknown') return converted;
  return new Problem(`Unsuitable value for ${side} operand: a number is required`, at);
}

function convertOperand(value: Value, type: Type, side: string, at: number): Value | Problem {
  if (value.kind === 'null') return new Problem('Error during operation: argument must not be null', at);
  const converted = convert(value, type);
  if (!isProblem(converted)) return converted;
  return new Problem(`Unsuitable value for ${side} operand: ${converted.message}`, at);
}

/** A constructor of its own, since the number of digits of a division is a setting of the constructor. */
const Decimal = Big();

type Arithmetic = '+' | '-' | '*' | '/' | '%';

function computeFinite(
  operator: Arithmetic,
  a: NumberValue,
  b: NumberValue,
  origin: Origin,
): Value | Problem {
  const quick = computeSmall(operator, a, b);
  if (quick !== undefined) return numberValue(quick, origin);
  const [x, y] = [new Decimal(bigOf(a)), new Decimal(bigOf(b))];
  switch (operator) {
    case '+':
      return numberFromBig(roundedToFloat(x.plus(y)), origin);
    case '-':
      return numberFromBig(roundedToFloat(x.minus(y)), origin);
    case '*':
      return numberFromBig(roundedToFloat(x.times(y)), origin);
    case '/':
      if (!y.eq(0)) return numberFromBig(divided(x, y), origin);
      return x.eq(0)
        ? new Problem("Error during operation: can't divide zero by zero or infinity by infinity")
        : numberValue(a.value > 0 ? Infinity : -Infinity, origin);
    case '%':
      return y.eq(0) ? { ...a, origin } : numberFromBig(x.mod(y), origin);
  }
}

/** Whole numbers whose result is a safe integer need no decimals. */
function computeSmall(operator: Arithmetic, a: NumberValue, b: NumberValue): number | undefined {
  if (!Number.isSafeInteger(a.value) || !Number.isSafeInteger(b.value)) return undefined;
  if (a.exact !== undefined || b.exact !== undefined || operator === '/' || operator === '%')
    return undefined;
  const result =
    operator === '+' ? a.value + b.value : operator === '-' ? a.value - b.value : a.value * b.value;
  return Number.isSafeInteger(result) ? result + 0 : undefined;
}

/** A quotient of few digits is exact. */
const QUOTIENT_DIGITS = 40;

function divided(x: Big, y: Big): Big {
  Decimal.DP = QUOTIENT_DIGITS + Math.max(0, y.e - x.e + 1);
  const quotient = x.div(y);
  return quotient.times(y).eq(x) ? quotient : dividedAsFloat(x, y);
}

function computeInfinite(operator: Arithmetic, a: number, b: number, origin: Origin): Value | Problem {
  const result =
    operator === '+'
      ? a + b
      : operator === '-'
        ? a - b
        : operator === '*'
          ? a * b
          : operator === '/'
            ? a / b
            : a;
  return Number.isNaN(result)
    ? new Problem('Error during operation: the result is not defined for infinity')
    : numberValue(result + 0, origin);
}
