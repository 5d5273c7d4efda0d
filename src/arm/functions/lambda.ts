import { computedAt, listValue, numberValue, objectValue } from '../../value/make.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { ListValue, Value } from '../../value/value.ts';
import type { Expression } from '../expression.ts';
import {
  type ArmFunction,
  boolArgument,
  type FunctionCall,
  FunctionError,
  lazy,
  listArgument,
  objectArgument,
  textArgument,
} from './definition.ts';

/** `lambda('x', 'i', body)`: applies it to values for its variables. */
function lambdaAt(call: FunctionCall, index: number): (...values: readonly Value[]) => Value {
  const written = call.expressions[index];
  if (written?.kind !== 'call' || written.name.toLowerCase() !== 'lambda') {
    throw new FunctionError(`expects a lambda as its argument ${index + 1}`);
  }
  const names = written.arguments.slice(0, -1).map(variableName);
  const body = written.arguments.at(-1);
  if (body === undefined) throw new FunctionError('has a lambda without a body');
  return (...values) => {
    const lambdas = new Map(call.frame.lambdas);
    names.forEach((name, position) => {
      const value = values[position];
      if (value !== undefined) lambdas.set(name, value);
    });
    return call.evaluateIn(body, { ...call.frame, lambdas, depth: call.frame.depth + 1 });
  };
}

function variableName(expression: Expression): string {
  if (expression.kind === 'text') return expression.value.toLowerCase();
  throw new FunctionError('has a lambda whose variable is not named by a text');
}

type Work = (list: ListValue, call: FunctionCall) => Value;

/** A function of an array: unknown when the array is. */
const overList = (min: number, max: number, work: Work): ArmFunction =>
  lazy(min, max, call => {
    const list = call.evaluate(0);
    if (list.kind === 'unknown') return unknownFrom([list], computedAt(call.range, [list]));
    return work(listArgument(list), call);
  });

const indexed = (list: ListValue, call: FunctionCall): (readonly [Value, Value])[] =>
  list.elements.map((element, index) => [element, numberValue(index, computedAt(call.range))]);

function filter(list: ListValue, call: FunctionCall): Value {
  const keeps = lambdaAt(call, 1);
  const origin = computedAt(call.range, [list]);
  const kept: Value[] = [];
  for (const [element, index] of indexed(list, call)) {
    const answer = keeps(element, index);
    if (answer.kind === 'unknown') return unknownFrom([answer], origin);
    if (boolArgument(answer)) kept.push(element);
  }
  return listValue(kept, origin);
}

/** A stable merge sort: the lambda tells whether its first value comes before its second. */
function sort(list: ListValue, call: FunctionCall): Value {
  const before = lambdaAt(call, 1);
  const origin = computedAt(call.range, [list]);
  let open: Value | undefined;
  const comesBefore = (a: Value, b: Value): boolean => {
    const answer = before(a, b);
    if (answer.kind === 'unknown') {
      open ??= answer;
      return false;
    }
    return boolArgument(answer);
  };
  const sorted = [...list.elements].sort((a, b) => (comesBefore(a, b) ? -1 : comesBefore(b, a) ? 1 : 0));
  return open === undefined ? listValue(sorted, origin) : unknownFrom([open], origin);
}

function reduce(list: ListValue, call: FunctionCall): Value {
  const combine = lambdaAt(call, 2);
  let result = call.evaluate(1);
  for (const [element, index] of indexed(list, call)) result = combine(result, element, index);
  return result;
}

/** Keys by the first lambda, values by the second when there is one. */
function keyed(list: ListValue, call: FunctionCall): Value | [string, Value][] {
  const keyOf = lambdaAt(call, 1);
  const valueOf = call.expressions.length > 2 ? lambdaAt(call, 2) : undefined;
  const pairs: [string, Value][] = [];
  for (const element of list.elements) {
    const key = keyOf(element);
    if (key.kind === 'unknown') return unknownFrom([key], computedAt(call.range, [list]));
    pairs.push([textArgument(key), valueOf === undefined ? element : valueOf(element)]);
  }
  return pairs;
}

function toObject(list: ListValue, call: FunctionCall): Value {
  const pairs = keyed(list, call);
  return Array.isArray(pairs) ? objectValue(pairs, computedAt(call.range, [list])) : pairs;
}

function groupBy(list: ListValue, call: FunctionCall): Value {
  const pairs = keyed(list, call);
  if (!Array.isArray(pairs)) return pairs;
  const origin = computedAt(call.range, [list]);
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return objectValue(
    [...groups].map(([key, values]) => [key, listValue(values, origin)] as const),
    origin,
  );
}

function mapValues(call: FunctionCall): Value {
  const object = call.evaluate(0);
  const origin = computedAt(call.range, [object]);
  if (object.kind === 'unknown') return unknownFrom([object], origin);
  const change = lambdaAt(call, 1);
  return objectValue(
    [...objectArgument(object).entries].map(([key, value]) => [key, change(value)] as const),
    origin,
  );
}

function lambdaVariable(call: FunctionCall): Value {
  const name = textArgument(call.evaluate(0));
  const value = call.frame.lambdas.get(name.toLowerCase());
  if (value === undefined) throw new FunctionError(`finds no lambda variable '${name}' here`);
  return value;
}

export const LAMBDA_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  map: overList(2, 2, (list, call) => {
    const change = lambdaAt(call, 1);
    return listValue(
      indexed(list, call).map(pair => change(...pair)),
      computedAt(call.range, [list]),
    );
  }),
  filter: overList(2, 2, filter),
  sort: overList(2, 2, sort),
  reduce: overList(3, 3, reduce),
  toObject: overList(2, 3, toObject),
  groupBy: overList(2, 3, groupBy),
  mapValues: lazy(2, 2, mapValues),
  lambda: lazy(1, Number.POSITIVE_INFINITY, () => {
    throw new FunctionError('stands only as an argument of map, filter, sort, reduce and the like');
  }),
  lambdaVariables: lazy(1, 1, lambdaVariable),
};
