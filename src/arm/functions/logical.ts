import { boolValue, computedAt, nullValue } from '../../value/make.ts';
import { BOOL } from '../../value/type.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import {
  type ArmFunction,
  boolArgument,
  eager,
  type FunctionCall,
  FunctionError,
  lazy,
  oneOf,
  pure,
  scalarText,
  wrongKind,
} from './definition.ts';

/** `and` and `or` stop at the value that decides, and an unknown one does not keep the others from deciding. */
function connect(call: FunctionCall, decisive: boolean): Value {
  const seen: Value[] = [];
  const { run } = call.frame.template;
  for (let index = 0; index < call.expressions.length; index++) {
    // After an unknown one it is not certain that the others are looked at.
    const isOpen = seen.some(value => value.kind === 'unknown');
    const value = isOpen ? run.speculate(() => call.evaluate(index)) : call.evaluate(index);
    if (value.kind !== 'unknown' && boolArgument(value) === decisive) {
      return boolValue(decisive, computedAt(call.range, [value]));
    }
    seen.push(value);
  }
  const origin = computedAt(call.range, seen);
  const open = seen.filter(value => value.kind === 'unknown');
  return open.length > 0 ? unknownFrom(open, origin, { type: BOOL }) : boolValue(!decisive, origin);
}

function choose(call: FunctionCall): Value {
  const condition = call.evaluate(0);
  if (condition.kind !== 'unknown') return call.evaluate(boolArgument(condition) ? 1 : 2);
  const branches = call.frame.template.run.speculate(() => [call.evaluate(1), call.evaluate(2)]);
  return oneOf(branches, [condition], computedAt(call.range, [condition]));
}

function coalesce(call: FunctionCall): Value {
  for (let index = 0; index < call.expressions.length; index++) {
    const value = call.evaluate(index);
    if (value.kind !== 'null') return value;
  }
  return nullValue(computedAt(call.range));
}

function toBool(value: Value, call: FunctionCall): Value {
  const origin = computedAt(call.range, [value]);
  if (value.kind === 'bool') return value;
  if (value.kind === 'unknown') return unknownFrom([value], origin, { type: BOOL });
  const text = scalarText(value)?.toLowerCase();
  if (text === undefined) throw wrongKind('a string or an int', value);
  if (text === 'true' || text === '1') return boolValue(true, origin);
  if (text === 'false' || text === '0') return boolValue(false, origin);
  throw new FunctionError(`cannot make a bool of '${text}'`);
}

const ANY_NUMBER = Number.POSITIVE_INFINITY;

export const LOGICAL_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  and: lazy(2, ANY_NUMBER, call => connect(call, false)),
  or: lazy(2, ANY_NUMBER, call => connect(call, true)),
  not: pure(1, 1, ([value], origin) => boolValue(!boolArgument(value), origin), BOOL),
  if: lazy(3, 3, choose),
  coalesce: lazy(1, ANY_NUMBER, coalesce),
  true: eager(0, 0, (_, call) => boolValue(true, computedAt(call.range))),
  false: eager(0, 0, (_, call) => boolValue(false, computedAt(call.range))),
  null: eager(0, 0, (_, call) => nullValue(computedAt(call.range))),
  bool: eager(1, 1, ([value], call) => {
    if (value === undefined) throw wrongKind('a value', value);
    return toBool(value, call);
  }),
};
