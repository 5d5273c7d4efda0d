import { bigOf, isFiniteNumber, isWhole } from '../../value/number.ts';
import type { NumberValue, Value } from '../../value/value.ts';
import { Problem } from '../problem.ts';

/**
 * Reading arguments that `callFunction` has converted to the parameter's type. Another kind there is a bug in
 * a signature, hence the exception.
 */
const misdeclared = (value: Value | undefined): Error =>
  new Error(`the signature lets through ${value?.kind ?? 'a missing argument'}`);

export function textArgument(value: Value | undefined): string {
  if (value?.kind === 'string') return value.value;
  throw misdeclared(value);
}

export function numberArgument(value: Value | undefined): NumberValue {
  if (value?.kind === 'number') return value;
  throw misdeclared(value);
}

/** A number that Terraform reads into a machine integer; `index` is the argument to blame. */
export function wholeArgument(value: Value | undefined, index: number): number | Problem {
  const number = numberArgument(value);
  if (!isWhole(number)) return new Problem('a whole number is required', index);
  if (!Number.isSafeInteger(number.value)) return new Problem('the number is too large', index);
  return number.value + 0;
}

/** A whole number of any size. */
export function integerArgument(value: Value | undefined, index: number): bigint | Problem {
  const number = numberArgument(value);
  if (!isFiniteNumber(number) || !isWhole(number)) return new Problem('a whole number is required', index);
  return BigInt(bigOf(number).toFixed(0));
}

export function elementsArgument(value: Value | undefined): readonly Value[] {
  if (value?.kind === 'list') return value.elements;
  throw misdeclared(value);
}

export function entriesArgument(value: Value | undefined): ReadonlyMap<string, Value> {
  if (value?.kind === 'object') return value.entries;
  throw misdeclared(value);
}
