import { boolValue } from '../../value/make.ts';
import { BOOL, NUMBER, STRING, type Type } from '../../value/type.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { convert, typeOf, typeText } from '../types.ts';
import { ANY, anything, type FunctionTable, LIST_OF_ANY, SET_OF_ANY, type Signature } from './signature.ts';

/** Functions that change the type or the marks of a value, and nothing else: its origin stays. */
export const CONVERSION_FUNCTIONS: FunctionTable = {
  tostring: conversionTo(STRING),
  tonumber: conversionTo(NUMBER),
  tobool: conversionTo(BOOL),
  tolist: conversionTo(LIST_OF_ANY),
  toset: conversionTo(SET_OF_ANY),
  tomap: conversionTo({ kind: 'map', element: ANY }),
  sensitive: marking('value', value => ({ ...value, sensitive: true })),
  nonsensitive: marking('value', withoutMark),
  // Ephemeral values are not told apart; what was one is unknown anyway.
  ephemeralasnull: marking('value', value => value),
  issensitive: {
    parameters: [anything('value')],
    result: BOOL,
    secrets: 'own',
    run: ([value], call) => {
      if (value === undefined) return new Problem('a value is required', 0);
      // What is not known yet may still turn out to be secret.
      return value.kind === 'unknown' && value.sensitive !== true
        ? unknownFrom([value], call.origin, { type: BOOL })
        : boolValue(value.sensitive === true, call.origin);
    },
  },
};

function withoutMark(value: Value): Value {
  const { sensitive, ...unmarked } = value;
  return sensitive === true ? unmarked : value;
}

function conversionTo(type: Type): Signature {
  return {
    parameters: [anything('v')],
    result: type,
    secrets: 'outer',
    run: ([value]) => {
      if (value === undefined) return new Problem('a value is required', 0);
      const converted = convert(value, type);
      return isProblem(converted) ? new Problem(refusal(value, type), 0) : converted;
    },
  };
}

function refusal(value: Value, type: Type): string {
  if (value.kind === 'string' && value.sensitive !== true) {
    const given = JSON.stringify(value.value);
    if (type.kind === 'number') {
      return `cannot convert ${given} to number; given string must be a decimal representation of a number`;
    }
    if (type.kind === 'bool') {
      return `cannot convert ${given} to bool; only the strings "true" or "false" are allowed`;
    }
  }
  return `cannot convert ${typeText(typeOf(value))} to ${typeText(type)}`;
}

function marking(name: string, run: (value: Value) => Value): Signature {
  return {
    parameters: [anything(name)],
    result: ANY,
    secrets: 'own',
    run: ([value]) => (value === undefined ? new Problem('a value is required', 0) : run(value)),
  };
}
