import Big from 'big.js';
import { numberValue } from '../../value/make.ts';
import { bigOf, isFiniteNumber, numberFromBig } from '../../value/number.ts';
import type { Origin } from '../../value/origin.ts';
import type { NumberValue, Value } from '../../value/value.ts';
import { applyBinary, applyUnary } from '../operators.ts';
import { isProblem, Problem } from '../problem.ts';
import { compareNumbers, convert } from '../types.ts';
import { numberArgument, wholeArgument } from './arguments.ts';
import { type FunctionTable, known, NUMBER, number, strict } from './signature.ts';

export const NUMERIC_FUNCTIONS: FunctionTable = {
  abs: strict([number('num')], NUMBER, ([num], call) => {
    const value = numberArgument(num);
    return value.value < 0 ? applyUnary('-', value, call.origin) : { ...value, origin: call.origin };
  }),
  ceil: strict([number('num')], NUMBER, ([num], call) => toWhole(num, Big.roundUp, call.origin)),
  floor: strict([number('num')], NUMBER, ([num], call) => toWhole(num, Big.roundDown, call.origin)),
  max: strict([], NUMBER, (args, call) => extreme(args, 1, call.origin), number('numbers')),
  min: strict([], NUMBER, (args, call) => extreme(args, -1, call.origin), number('numbers')),
  log: strict([number('num'), number('base')], NUMBER, ([num, base], call) =>
    fromDouble(Math.log(numberArgument(num).value) / Math.log(numberArgument(base).value), call.origin),
  ),
  pow: strict([number('num'), number('power')], NUMBER, ([num, power], call) =>
    fromDouble(numberArgument(num).value ** numberArgument(power).value, call.origin),
  ),
  signum: strict([number('num')], NUMBER, ([num], call) => {
    const whole = wholeArgument(num, 0);
    return isProblem(whole) ? whole : numberValue(Math.sign(whole) + 0, call.origin);
  }),
  parseint: strict([known('number'), number('base')], NUMBER, ([digits, base], call) =>
    parseInteger(digits, base, call.origin),
  ),
  sum: strict([known('list')], NUMBER, ([list], call) => sum(list, call.origin)),
};

function toWhole(
  value: Value | undefined,
  awayFromZero: typeof Big.roundUp | typeof Big.roundDown,
  origin: Origin,
): Value {
  const given = numberArgument(value);
  if (!isFiniteNumber(given)) return { ...given, origin };
  const towardsZero = awayFromZero === Big.roundUp ? Big.roundDown : Big.roundUp;
  // Big.js rounds by magnitude, ceil and floor by sign.
  return numberFromBig(bigOf(given).round(0, given.value < 0 ? towardsZero : awayFromZero), origin);
}

function extreme(args: readonly Value[], sign: 1 | -1, origin: Origin): Value | Problem {
  const [first, ...others] = args.map(numberArgument);
  if (first === undefined) return new Problem('must pass at least one number');
  const found = others.reduce((best, one) => (compareNumbers(one, best) * sign > 0 ? one : best), first);
  return { ...found, origin };
}

/** Terraform computes logarithms and powers with doubles. */
function fromDouble(value: number, origin: Origin): NumberValue | Problem {
  if (Number.isNaN(value)) return new Problem('the result is not a number');
  return numberValue(value + 0, origin);
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MAX_DIGITS = 10_000;

function parseInteger(given: Value | undefined, base: Value | undefined, origin: Origin): Value | Problem {
  if (given?.kind !== 'string') return new Problem('first argument must be a string', 0);
  const text = given.value;
  const radix = wholeArgument(base, 1);
  if (isProblem(radix)) return radix;
  if (radix < 2 || radix > 62)
    return new Problem('base must be a whole number between 2 and 62 inclusive', 1);
  const refused = new Problem(`cannot parse "${text}" as a base ${radix} integer`, 0);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const digits = radix <= 36 ? text.slice(sign.length).toLowerCase() : text.slice(sign.length);
  if (digits === '' || digits.length > MAX_DIGITS) return refused;
  let result = 0n;
  for (const digit of digits) {
    const worth = DIGITS.indexOf(digit);
    if (worth < 0 || worth >= radix) return refused;
    result = result * BigInt(radix) + BigInt(worth);
  }
  return numberFromBig(new Big((sign === '-' ? -result : result).toString()), origin);
}

function sum(list: Value | undefined, origin: Origin): Value | Problem {
  if (list?.kind !== 'list') return new Problem('argument must be list, set, or tuple', 0);
  const [first, ...others] = list.elements;
  if (first === undefined) return new Problem('cannot sum an empty list', 0);
  if (list.elements.some(element => element.kind === 'null')) {
    return new Problem('argument must be list, set, or tuple of number values', 0);
  }
  let total: Value | Problem = convert(first, NUMBER);
  for (const element of others) {
    if (isProblem(total)) break;
    total = applyBinary('+', total, element, origin);
  }
  return isProblem(total)
    ? new Problem('argument must be list, set, or tuple of number values', 0)
    : { ...total, origin };
}
