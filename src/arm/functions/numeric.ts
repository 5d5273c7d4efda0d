import Big from 'big.js';
import { bigOf, numberFromBig, numberFromText } from '../../value/number.ts';
import type { Origin } from '../../value/origin.ts';
import { NUMBER } from '../../value/type.ts';
import type { KnownValue, NumberValue, Value } from '../../value/value.ts';
import { type ArmFunction, FunctionError, numberArgument, pure, wrongKind } from './definition.ts';

const LARGEST = new Big('9223372036854775807');
const SMALLEST = new Big('-9223372036854775808');

/** Resource Manager computes with 64-bit integers and refuses what overflows them. */
function checked(result: Big, origin: Origin): NumberValue {
  if (result.gt(LARGEST) || result.lt(SMALLEST)) throw new FunctionError('overflows a 64-bit integer');
  return numberFromBig(result, origin);
}

const arithmetic = (compute: (a: Big, b: Big) => Big): ArmFunction =>
  pure(
    2,
    2,
    ([a, b], origin) => checked(compute(bigOf(numberArgument(a)), bigOf(numberArgument(b))), origin),
    NUMBER,
  );

function quotient(a: Big, b: Big): Big {
  if (b.eq(0)) throw new FunctionError('divides by zero');
  return a.div(b).round(0, Big.roundDown);
}

/** The arguments are the numbers, or one array of them. */
function extreme(args: readonly KnownValue[], better: (a: Big, b: Big) => boolean): NumberValue {
  const [first] = args;
  const candidates: readonly (Value | undefined)[] =
    first?.kind === 'list' && args.length === 1 ? first.elements : args;
  const numbers = candidates.map(numberArgument);
  const [start] = numbers;
  if (start === undefined) throw new FunctionError('needs at least one int');
  return numbers.reduce((best, next) => (better(bigOf(next), bigOf(best)) ? next : best), start);
}

function toInteger(value: KnownValue | undefined, origin: Origin): NumberValue {
  if (value?.kind === 'number') return numberFromBig(bigOf(value).round(0, Big.roundDown), origin);
  if (value?.kind !== 'string') throw wrongKind('a string or an int', value);
  if (!/^\s*[+-]?\d+\s*$/.test(value.value))
    throw new FunctionError(`cannot make an int of '${value.value}'`);
  return checked(new Big(value.value.trim().replace('+', '')), origin);
}

function toFloat(value: KnownValue | undefined, origin: Origin): NumberValue {
  if (value?.kind === 'number') return value;
  if (value?.kind !== 'string') throw wrongKind('a string or a number', value);
  if (!/^\s*-?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(value.value)) {
    throw new FunctionError(`cannot make a number of '${value.value}'`);
  }
  return numberFromText(value.value.trim(), origin);
}

const ANY_NUMBER = Number.POSITIVE_INFINITY;

export const NUMERIC_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  add: arithmetic((a, b) => a.plus(b)),
  sub: arithmetic((a, b) => a.minus(b)),
  mul: arithmetic((a, b) => a.times(b)),
  div: arithmetic(quotient),
  mod: arithmetic((a, b) => a.minus(quotient(a, b).times(b))),
  min: pure(1, ANY_NUMBER, args => extreme(args, (a, b) => a.lt(b)), NUMBER),
  max: pure(1, ANY_NUMBER, args => extreme(args, (a, b) => a.gt(b)), NUMBER),
  int: pure(1, 1, ([value], origin) => toInteger(value, origin), NUMBER),
  float: pure(1, 1, ([value], origin) => toFloat(value, origin), NUMBER),
};
