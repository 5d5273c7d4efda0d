import {
  boolValue,
  computedAt,
  listValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
} from '../../value/make.ts';
import { numberText } from '../../value/number.ts';
import type { Origin } from '../../value/origin.ts';
import { joinText } from '../../value/text.ts';
import { BOOL, NUMBER } from '../../value/type.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { KnownValue, ListValue, ObjectValue, UnknownValue, Value } from '../../value/value.ts';
import { elementAt } from '../access.ts';
import { entryKey, entryOf, equality } from '../equality.ts';
import { compareTexts } from './comparison.ts';
import {
  type ArmFunction,
  eager,
  type FunctionCall,
  FunctionError,
  indexArgument,
  listArgument,
  numberArgument,
  objectArgument,
  pure,
  textArgument,
  whenKnown,
  wrongKind,
} from './definition.ts';
import { textIndex, textPiece } from './text.ts';

const ANY_NUMBER = Number.POSITIVE_INFINITY;
/** Resource Manager's limit on `range`. */
const MAX_RANGE = 10_000;

type Compute = (args: readonly Value[], origin: Origin, call: FunctionCall) => Value;

/** Needs the shape of its arguments, not what is in them: only a wholly unknown argument makes it unknown. */
const shape = (min: number, max: number, compute: Compute): ArmFunction =>
  eager(min, max, (args, call) => {
    const origin = computedAt(call.range, args);
    const open = args.filter(arg => arg.kind === 'unknown');
    return open.length > 0 ? unknownFrom(open, origin) : compute(args, origin, call);
  });

/** Texts when the first known argument is one, else arrays. */
function concat(args: readonly Value[], call: FunctionCall): Value {
  const origin = computedAt(call.range, args);
  if (!args.some(arg => arg.kind === 'list')) return joinText(args.map(textPiece), origin);
  const open = args.filter(arg => arg.kind === 'unknown');
  if (open.length > 0) return unknownFrom(open, origin);
  return listValue(
    args.flatMap(arg => listArgument(arg).elements),
    origin,
  );
}

function size(value: Value | undefined): number {
  if (value?.kind === 'string') return value.value.length;
  if (value?.kind === 'list') return value.elements.length;
  if (value?.kind === 'object') return value.entries.size;
  throw wrongKind('a string, an array or an object', value);
}

function isEmpty(args: readonly Value[], call: FunctionCall): Value {
  const [value] = args;
  const origin = computedAt(call.range, args);
  if (value?.kind === 'null') return boolValue(true, origin);
  if (value?.kind !== 'unknown') return boolValue(size(value) === 0, origin);
  const hasText = value.parts?.some(part => typeof part === 'string' && part !== '') === true;
  return hasText ? boolValue(false, origin) : unknownFrom([value], origin, { type: BOOL });
}

function contains(args: readonly Value[], call: FunctionCall): Value {
  const [container, wanted] = args;
  const origin = computedAt(call.range, args);
  if (container === undefined || wanted === undefined) throw wrongKind('a container', container);
  if (container.kind === 'list') return listContains(container, wanted, origin);
  // The names of an object are known even when its values are not.
  if (container.kind === 'object' && wanted.kind === 'string') {
    return boolValue(entryKey(container, wanted.value) !== undefined, origin);
  }
  if (container.kind === 'unknown' && container.parts !== undefined && wanted.kind === 'string') {
    const found = container.parts.some(part => typeof part === 'string' && part.includes(wanted.value));
    if (found) return boolValue(true, origin);
  }
  return whenKnown([container, wanted], call, knownContains, BOOL);
}

function knownContains([container, wanted]: readonly KnownValue[], origin: Origin): Value {
  const text = wanted?.kind === 'number' ? numberText(wanted) : textArgument(wanted);
  if (container?.kind !== 'object') return boolValue(textArgument(container).includes(text), origin);
  return boolValue(entryKey(container, text) !== undefined, origin);
}

function listContains(list: ListValue, wanted: Value, origin: Origin): Value {
  const answers = list.elements.map(element => equality(element, wanted));
  if (answers.includes(true)) return boolValue(true, origin);
  if (answers.includes(undefined)) return unknownFrom([list, wanted], origin, { type: BOOL });
  return boolValue(false, origin);
}

function indexOf([container, wanted]: readonly Value[], origin: Origin, last: boolean): Value {
  if (container?.kind !== 'list')
    return textIndex(textArgument(container), textArgument(wanted), last, origin);
  if (wanted === undefined) throw wrongKind('a value', wanted);
  const same = (element: Value): boolean => equality(element, wanted) === true;
  const { elements } = container;
  return numberValue(last ? elements.findLastIndex(same) : elements.findIndex(same), origin);
}

/** `take` and `skip`, of a text or an array; a count beyond the ends is no error. */
function cut(value: Value | undefined, count: Value | undefined, take: boolean, origin: Origin): Value {
  const at = Math.max(0, indexArgument(count));
  const [from, to] = take ? [0, at] : [at, undefined];
  if (value?.kind === 'list') return listValue(value.elements.slice(from, to), origin);
  return stringValue(textArgument(value).slice(from, to), origin);
}

function endOf(value: Value | undefined, last: boolean, origin: Origin): Value {
  if (value?.kind !== 'list') {
    const text = textArgument(value);
    return stringValue(last ? text.slice(-1) : text.slice(0, 1), origin);
  }
  return value.elements.at(last ? -1 : 0) ?? nullValue(origin);
}

function range([start, count]: readonly Value[], origin: Origin): Value {
  const [from, length] = [indexArgument(start), indexArgument(count)];
  if (length < 0 || length > MAX_RANGE) throw new FunctionError(`makes 0 to ${MAX_RANGE} numbers`);
  if (from + length > 2_147_483_647) throw new FunctionError('leads beyond 2147483647');
  return listValue(
    Array.from({ length }, (_, index) => numberValue(from + index, origin)),
    origin,
  );
}

/** Each element once; with unknown elements that cannot be told. */
function distinct(elements: readonly Value[], origin: Origin): Value {
  const kept: Value[] = [];
  for (const element of elements) {
    const answers = kept.map(other => equality(other, element));
    if (answers.includes(true)) continue;
    if (answers.includes(undefined)) return unknownFrom([...elements], origin);
    kept.push(element);
  }
  return listValue(kept, origin);
}

function union(args: readonly Value[], origin: Origin): Value {
  if (args[0]?.kind === 'list') {
    return distinct(
      args.flatMap(arg => listArgument(arg).elements),
      origin,
    );
  }
  return args.map(objectArgument).reduce((merged, next) => merge(merged, next, origin));
}

/** Objects inside objects are merged too, all else of the later one wins; names keep their first place. */
function merge(first: ObjectValue, second: ObjectValue, origin: Origin): ObjectValue {
  const entries = new Map(first.entries);
  for (const [name, value] of second.entries) {
    const key = entryKey(first, name) ?? name;
    const before = entries.get(key);
    entries.set(
      key,
      before?.kind === 'object' && value.kind === 'object' ? merge(before, value, origin) : value,
    );
  }
  return objectValue(entries, origin);
}

function intersection(args: readonly Value[], origin: Origin): Value {
  const [first, ...others] = args;
  if (first?.kind === 'list') {
    const lists = others.map(listArgument);
    const shared = first.elements.filter(element =>
      lists.every(list => list.elements.some(other => equality(element, other) === true)),
    );
    return distinct(shared, origin);
  }
  const objects = others.map(objectArgument);
  const shared = [...objectArgument(first).entries].filter(([name, value]) =>
    objects.every(object => {
      const other = entryOf(object, name);
      return other !== undefined && equality(value, other) === true;
    }),
  );
  return objectValue(shared, origin);
}

function createObject(args: readonly Value[], call: FunctionCall): Value {
  const origin = computedAt(call.range, args);
  if (args.length % 2 !== 0) throw new FunctionError('takes names and values in pairs');
  const entries = new Map<string, Value>();
  for (let index = 0; index < args.length; index += 2) {
    const [name, value] = [args[index], args[index + 1]];
    if (name?.kind === 'unknown') return unknownFrom([name], origin);
    if (value !== undefined) entries.set(textArgument(name), value);
  }
  return objectValue(entries, origin);
}

/** By name without regard to case, as the invariant culture orders. */
const sortedEntries = (object: ObjectValue): [string, Value][] =>
  [...object.entries].sort(
    ([a], [b]) => compareTexts(a.toLowerCase(), b.toLowerCase()) || compareTexts(a, b),
  );

const items = (object: ObjectValue, origin: Origin): Value =>
  listValue(
    sortedEntries(object).map(([key, value]) =>
      objectValue([['key', stringValue(key, origin)] as const, ['value', value] as const], origin),
    ),
    origin,
  );

function tryGet(args: readonly Value[], call: FunctionCall): Value {
  const [start, ...keys] = args;
  if (start === undefined) throw wrongKind('a value', start);
  let at = start;
  for (const key of keys) {
    if (at.kind === 'null') return at;
    const next = step(at, key, call);
    if (next === undefined) return nullValue(computedAt(call.range, args));
    at = next;
  }
  return at;
}

/** A key may be `{value, fromEnd: true}`. `undefined` when there is nothing. */
function step(at: Value, key: Value, call: FunctionCall): Value | undefined {
  if (key.kind === 'object') {
    const fromEnd = entryOf(key, 'fromEnd');
    const index = entryOf(key, 'value');
    if (index === undefined) throw wrongKind('an index', index);
    if (fromEnd?.kind === 'bool' && fromEnd.value) return fromLast(at, index);
    return step(at, index, call);
  }
  if (at.kind === 'object' && key.kind === 'string' && entryKey(at, key.value) === undefined)
    return undefined;
  if (at.kind === 'list' && key.kind === 'number' && at.elements[key.value] === undefined) return undefined;
  return elementAt(at, key, call.range, call.frame.template.run);
}

function fromLast(value: Value, index: Value): Value | UnknownValue | undefined {
  if (value.kind === 'unknown') return unknownFrom([value], value.origin);
  const at = numberArgument(index).value;
  return at < 1 ? undefined : listArgument(value).elements.at(-at);
}

function toArray([value]: readonly Value[], call: FunctionCall): Value {
  if (value === undefined) throw wrongKind('a value', value);
  if (value.kind === 'list') return value;
  const origin = computedAt(call.range, [value]);
  const uncertain = value.kind === 'unknown' && value.type === undefined;
  return uncertain ? unknownFrom([value], origin) : listValue([value], origin);
}

export const COLLECTION_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  concat: eager(1, ANY_NUMBER, concat),
  length: shape(1, 1, ([value], origin) => numberValue(size(value), origin)),
  empty: eager(1, 1, isEmpty),
  contains: eager(2, 2, contains),
  indexOf: pure(2, 2, (args, origin) => indexOf(args, origin, false), NUMBER),
  lastIndexOf: pure(2, 2, (args, origin) => indexOf(args, origin, true), NUMBER),
  take: shape(2, 2, ([value, count], origin) => cut(value, count, true, origin)),
  skip: shape(2, 2, ([value, count], origin) => cut(value, count, false, origin)),
  first: shape(1, 1, ([value], origin) => endOf(value, false, origin)),
  last: shape(1, 1, ([value], origin) => endOf(value, true, origin)),
  array: eager(1, 1, toArray),
  range: shape(2, 2, range),
  createArray: eager(0, ANY_NUMBER, (args, call) => listValue(args, computedAt(call.range, args))),
  createObject: eager(0, ANY_NUMBER, createObject),
  union: shape(1, ANY_NUMBER, union),
  intersection: pure(2, ANY_NUMBER, intersection),
  distinct: shape(1, 1, ([value], origin) => distinct(listArgument(value).elements, origin)),
  flatten: shape(1, 1, ([value], origin) => {
    const lists = listArgument(value).elements;
    const open = lists.filter(list => list.kind === 'unknown');
    if (open.length > 0) return unknownFrom(open, origin);
    return listValue(
      lists.flatMap(list => listArgument(list).elements),
      origin,
    );
  }),
  shallowMerge: shape(1, 1, ([value], origin) => {
    const objects = listArgument(value).elements;
    const open = objects.filter(object => object.kind === 'unknown');
    if (open.length > 0) return unknownFrom(open, origin);
    return objectValue(
      objects.flatMap(object => [...objectArgument(object).entries]),
      origin,
    );
  }),
  items: shape(1, 1, ([value], origin) => items(objectArgument(value), origin)),
  objectKeys: shape(1, 1, ([value], origin) =>
    listValue(
      sortedEntries(objectArgument(value)).map(([key]) => stringValue(key, origin)),
      origin,
    ),
  ),
  tryGet: eager(2, ANY_NUMBER, tryGet),
  indexFromEnd: shape(2, 2, ([value, index]) => {
    const element = index === undefined || value === undefined ? undefined : fromLast(value, index);
    if (element === undefined) throw new FunctionError('leads out of the array');
    return element;
  }),
  tryIndexFromEnd: shape(2, 2, ([value, index], origin) => {
    if (value === undefined || index === undefined) throw wrongKind('an array', value);
    return fromLast(value, index) ?? nullValue(origin);
  }),
};
