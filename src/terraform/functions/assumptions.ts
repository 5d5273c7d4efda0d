import type { Origin } from '../../value/origin.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { convert, typeOf, typeText, valuesEqual } from '../types.ts';
import { textArgument, wholeArgument } from './arguments.ts';
import {
  ANY,
  anything,
  type FunctionTable,
  number,
  type Parameter,
  type Signature,
  STRING,
  text,
} from './signature.ts';

/**
 * The functions by which configurations promise something about a value that is not known yet (OpenTofu 1.13):
 * a known value is checked, an unknown one is returned with what was promised as far as it tells something.
 */
export const ASSUMPTION_FUNCTIONS: FunctionTable = {
  assumeequal: assumption(anything('actual_value'), [anything('expected_value')], ([actual, expected]) =>
    assumeEqual(actual, expected),
  ),
  assumenotnull: assumption(anything('value'), [], ([value]) =>
    value === undefined || value.kind === 'null' ? notUpheld() : value,
  ),
  assumestringprefix: assumption({ ...anything('value'), type: STRING }, [text('prefix')], (args, call) =>
    assumePrefix(args, call.origin),
  ),
  ...lengthAssumptions('list'),
  ...lengthAssumptions('set'),
  ...lengthAssumptions('map'),
};

function notUpheld(): Problem {
  return new Problem('assumption was not upheld', 0);
}

function assumption(value: Parameter, others: readonly Parameter[], run: Signature['run']): Signature {
  return { parameters: [value, ...others], result: ANY, secrets: 'outer', run };
}

function assumeEqual(actual: Value | undefined, expected: Value | undefined): Value | Problem {
  if (actual === undefined || expected === undefined) return notUpheld();
  const type = typeOf(expected);
  const converted = convert(actual, type);
  if (isProblem(converted)) {
    return new Problem(`the actual value does not match the assumed type ${typeText(type)}`, 0);
  }
  return valuesEqual(converted, expected) === false
    ? new Problem('the actual value does not match the assumed value', 0)
    : expected;
}

function assumePrefix([value, given]: readonly Value[], origin: Origin): Value | Problem {
  const prefix = textArgument(given);
  if (value?.kind === 'string') return value.value.startsWith(prefix) ? value : notUpheld();
  if (value?.kind !== 'unknown') return notUpheld();
  if (value.parts !== undefined) return value;
  const { reasons, reference, sensitive } = value;
  return unknown(reasons, origin, { type: STRING, parts: [prefix, value], reference, sensitive });
}

function lengthAssumptions(kind: 'list' | 'set' | 'map'): FunctionTable {
  const value: Parameter = { ...anything('value'), type: { kind, element: ANY } };
  const [least, most] = [number('min_length'), number('max_length')];
  return {
    [`assume${kind}length`]: assumption(value, [least, most], ([given, from, to]) =>
      assumeLength(given, [from, 1], [to, 2]),
    ),
    [`assume${kind}lengthmin`]: assumption(value, [least], ([given, from]) =>
      assumeLength(given, [from, 1], undefined),
    ),
    [`assume${kind}lengthmax`]: assumption(value, [most], ([given, to]) =>
      assumeLength(given, undefined, [to, 1]),
    ),
  };
}

/** A bound, with the index of the argument that gives it. */
type Bound = readonly [Value | undefined, number];

function assumeLength(
  value: Value | undefined,
  least: Bound | undefined,
  most: Bound | undefined,
): Value | Problem {
  const from = least === undefined ? 0 : wholeArgument(...least);
  if (isProblem(from)) return from;
  const to = most === undefined ? Infinity : wholeArgument(...most);
  if (isProblem(to)) return to;
  if (value?.kind === 'unknown') return value;
  const length =
    value?.kind === 'list' ? value.elements.length : value?.kind === 'object' ? value.entries.size : -1;
  return value !== undefined && length >= from && length <= to ? value : notUpheld();
}
