import type { SourceRange } from '../../source/range.ts';
import { computedAt } from '../../value/make.ts';
import { numberText } from '../../value/number.ts';
import type { Origin } from '../../value/origin.ts';
import type { Type } from '../../value/type.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import {
  isWhollyKnown,
  type KnownValue,
  type ListValue,
  type NumberValue,
  type ObjectValue,
  type UnknownValue,
  type Value,
} from '../../value/value.ts';
import { equality } from '../equality.ts';
import type { Expression } from '../expression.ts';
import type { Frame } from '../frame.ts';

/** A call of a template function whose arguments are not evaluated yet. */
export interface FunctionCall {
  readonly name: string;
  readonly range: SourceRange;
  readonly expressions: readonly Expression[];
  readonly frame: Frame;
  evaluate(index: number): Value;
  evaluateIn(expression: Expression, frame: Frame): Value;
}

/** A function of the template language, with the number of arguments that it takes. */
export interface ArmFunction {
  readonly min: number;
  readonly max: number;
  readonly call: (call: FunctionCall) => Value;
}

/** A call that Resource Manager would reject; the evaluator makes it a diagnostic at the call. */
export class FunctionError extends Error {}

/** Decides by itself which arguments it evaluates. */
export const lazy = (min: number, max: number, call: ArmFunction['call']): ArmFunction => ({
  min,
  max,
  call,
});

/** Gets all arguments, known or not. */
export const eager = (
  min: number,
  max: number,
  compute: (args: readonly Value[], call: FunctionCall) => Value,
): ArmFunction => ({
  min,
  max,
  call: call => {
    const args = argumentsOf(call);
    return keepSecret(compute(args, call), args);
  },
});

/** Gets known arguments only: with an unknown one the result is unknown. */
export const pure = (
  min: number,
  max: number,
  compute: (args: readonly KnownValue[], origin: Origin) => Value,
  type?: Type,
): ArmFunction => eager(min, max, (args, call) => whenKnown(args, call, compute, type));

/** What `pure` does, for a function that handles some arguments in another way. */
export function whenKnown(
  args: readonly Value[],
  call: FunctionCall,
  compute: (args: readonly KnownValue[], origin: Origin) => Value,
  type?: Type,
): Value {
  const origin = computedAt(call.range, args);
  if (allKnown(args)) return compute(args, origin);
  return fromCandidates(args, origin, compute) ?? unknownFrom(args, origin, { type });
}

const argumentsOf = (call: FunctionCall): readonly Value[] =>
  call.expressions.map((_, index) => call.evaluate(index));

const allKnown = (args: readonly Value[]): args is readonly KnownValue[] => args.every(isWhollyKnown);

const keepSecret = (value: Value, args: readonly Value[]): Value =>
  value.sensitive !== true && args.some(arg => arg.sensitive === true)
    ? { ...value, sensitive: true }
    : value;

/** When one argument is unknown but one of a few values, so is the result; it is known when they agree. */
function fromCandidates(
  args: readonly Value[],
  origin: Origin,
  compute: (args: readonly KnownValue[], origin: Origin) => Value,
): Value | undefined {
  const open = args.filter(arg => !isWhollyKnown(arg));
  const [only] = open;
  if (open.length !== 1 || only?.kind !== 'unknown' || only.candidates === undefined) return undefined;
  const results: Value[] = [];
  for (const candidate of only.candidates) {
    const known = args.map(arg => (arg === only ? candidate : arg));
    if (!allKnown(known)) return undefined;
    results.push(compute(known, origin));
  }
  return oneOf(results, [only], origin);
}

/** More candidates than these tell a policy nothing. */
const MAX_CANDIDATES = 32;

/** One of the values, and nobody knows which: known when they are all equal. */
export function oneOf(values: readonly Value[], reasonsFrom: readonly Value[], origin: Origin): Value {
  const distinct: KnownValue[] = [];
  const all = values.flatMap((value): readonly Value[] =>
    value.kind === 'unknown' ? (value.candidates ?? [value]) : [value],
  );
  for (const value of all) {
    if (value.kind === 'unknown' || !isWhollyKnown(value)) {
      return unknownFrom([...reasonsFrom, ...values], origin);
    }
    if (!distinct.some(other => equality(other, value) === true)) distinct.push(value);
  }
  const [first] = distinct;
  if (first !== undefined && distinct.length === 1) return first;
  if (distinct.length > MAX_CANDIDATES) return unknownFrom([...reasonsFrom, ...values], origin);
  return unknownFrom([...reasonsFrom, ...values], origin, { candidates: distinct });
}

/** What only the platform can tell, at deployment. */
export const decidedAtDeployment = (text: string, range: SourceRange, type?: Type): UnknownValue =>
  unknown({ kind: 'provider', text: `${text} is known only at deployment`, range }, computedAt(range), {
    type,
  });

const KIND_WORDS: Readonly<Record<Value['kind'], string>> = {
  null: 'null',
  bool: 'a bool',
  number: 'an int',
  string: 'a string',
  list: 'an array',
  object: 'an object',
  unknown: 'an unknown value',
};

export function wrongKind(expected: string, value: Value | undefined): FunctionError {
  return new FunctionError(
    `expects ${expected}, not ${value === undefined ? 'nothing' : KIND_WORDS[value.kind]}`,
  );
}

export function textArgument(value: Value | undefined): string {
  if (value?.kind === 'string') return value.value;
  throw wrongKind('a string', value);
}

export function numberArgument(value: Value | undefined): NumberValue {
  if (value?.kind === 'number') return value;
  throw wrongKind('an int', value);
}

/** A whole number that fits a double: an index, a length. */
export function indexArgument(value: Value | undefined): number {
  const { value: number } = numberArgument(value);
  if (Number.isSafeInteger(number)) return number;
  throw new FunctionError(`expects a whole number, not ${number}`);
}

export function boolArgument(value: Value | undefined): boolean {
  if (value?.kind === 'bool') return value.value;
  throw wrongKind('a bool', value);
}

export function listArgument(value: Value | undefined): ListValue {
  if (value?.kind === 'list') return value;
  throw wrongKind('an array', value);
}

export function objectArgument(value: Value | undefined): ObjectValue {
  if (value?.kind === 'object') return value;
  throw wrongKind('an object', value);
}

/** Strings, numbers and booleans as text: `True` and `False` as .NET writes them. */
export function scalarText(value: Value): string | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
      return numberText(value);
    case 'bool':
      return value.value ? 'True' : 'False';
    default:
      return undefined;
  }
}
