import { listValue, objectValue, stringValue, takenFrom } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import type { NullValue, ObjectValue, Value } from '../../value/value.ts';
import { keyValue } from '../key-places.ts';
import { isProblem, Problem } from '../problem.ts';
import { convert, sortedEntries, typeOf, typesEqual } from '../types.ts';
import { elementsArgument, entriesArgument, textArgument } from './arguments.ts';
import { oneOf } from './choice.ts';
import {
  ANY,
  anything,
  type FunctionTable,
  LIST_OF_STRING,
  partly,
  STRING,
  strict,
  structural,
  text,
} from './signature.ts';

const MAP_OF_LISTS = { kind: 'map', element: LIST_OF_STRING } as const;

/** Functions on maps and objects. */
export const MAP_FUNCTIONS: FunctionTable = {
  keys: structural([partly('inputMap')], ANY, ([map], call) => keys(map, call.origin)),
  values: structural([partly('mapping')], ANY, ([map], call) => values(map, call.origin)),
  lookup: structural(
    [partly('inputMap'), { ...text('key'), unknowns: 'all' }],
    ANY,
    (args, call) => lookup(args, call.origin),
    anything('default'),
  ),
  merge: structural([], ANY, (args, call) => merge(args, call.origin), {
    ...partly('maps'),
    nullable: true,
  }),
  zipmap: structural(
    [{ name: 'keys', type: LIST_OF_STRING }, partly('values')],
    ANY,
    ([names, elements], call) => zipmap(names, elements, call.origin),
  ),
  transpose: strict([{ name: 'values', type: MAP_OF_LISTS }], MAP_OF_LISTS, ([map], call) =>
    transpose(map, call.origin),
  ),
};

function keys(map: Value | undefined, origin: Origin): Value | Problem {
  if (map?.kind !== 'object') return new Problem('must have map or object type', 0);
  const names = [...map.entries].map(([name, element]) =>
    map.keyRanges?.has(name) === true ? keyValue(map, name, element) : stringValue(name, origin),
  );
  return map.collection === 'object'
    ? listValue(names, origin)
    : { ...listValue(names, origin, 'list'), elementType: STRING };
}

function values(map: Value | undefined, origin: Origin): Value | Problem {
  if (map?.kind !== 'object') return new Problem('values() requires a map as the first argument', 0);
  const elements = [...map.entries.values()].map(element => takenFrom(element, map));
  if (map.collection === 'object') return listValue(elements, origin);
  const type = typeOf(map);
  return {
    ...listValue(elements, origin, 'list'),
    ...(type.kind === 'map' ? { elementType: type.element } : {}),
  };
}

function lookup(args: readonly Value[], origin: Origin): Value | Problem {
  const [map, key, fallback] = args;
  if (args.length > 3) return new Problem('lookup() takes two or three arguments');
  if (map?.kind !== 'object') return new Problem('lookup() requires a map as the first argument', 0);
  if (key?.kind === 'unknown') {
    const choices = [...map.entries.values()].map(element => takenFrom(element, map));
    return oneOf(fallback === undefined ? choices : [...choices, fallback], key, origin);
  }
  const name = textArgument(key);
  const found = map.entries.get(name);
  if (found !== undefined) return takenFrom(found, map);
  if (fallback === undefined) return new Problem(`the given object has no attribute "${name}"`);
  const type = typeOf(map);
  if (type.kind !== 'map') return fallback;
  const converted = convert(fallback, type.element);
  return isProblem(converted)
    ? new Problem('the default value must have the same type as the map elements', 2)
    : converted;
}

function merge(args: readonly Value[], origin: Origin): Value | Problem {
  const maps: ObjectValue[] = [];
  for (const [at, argument] of args.entries()) {
    if (argument.kind === 'null' && mayBeMapping(argument)) continue;
    if (argument.kind !== 'object') return new Problem('arguments must be maps or objects', at);
    maps.push(argument);
  }
  const merged = new Map<string, Value>();
  for (const map of maps) for (const [key, value] of map.entries) merged.set(key, takenFrom(value, map));
  const types = maps.map(typeOf);
  const [type] = types;
  const sameMaps =
    type?.kind === 'map' &&
    types.every(other => other.kind === 'map' && typesEqual(type.element, other.element));
  const keyRanges = new Map(maps.flatMap(map => [...(map.keyRanges ?? [])]));
  const places = keyRanges.size === 0 ? {} : { keyRanges };
  const result = { ...objectValue(sortedEntries(merged), origin, sameMaps ? 'map' : 'object'), ...places };
  return sameMaps ? { ...result, elementType: type.element } : result;
}

const mayBeMapping = (value: NullValue): boolean =>
  value.type === undefined || value.type.kind === 'map' || value.type.kind === 'object';

function zipmap(names: Value | undefined, list: Value | undefined, origin: Origin): Value | Problem {
  if (list?.kind !== 'list' || list.collection === 'set') {
    return new Problem('values argument must be a list or tuple value', 1);
  }
  const keyTexts = elementsArgument(names);
  if (keyTexts.length !== list.elements.length) {
    return new Problem(
      `number of keys (${keyTexts.length}) does not match number of values (${list.elements.length})`,
    );
  }
  const entries = new Map<string, Value>();
  for (const [at, key] of keyTexts.entries()) {
    const element = list.elements[at];
    if (key.kind === 'null') return new Problem(`keys list has null value at index ${at}`, 0);
    if (element !== undefined) entries.set(textArgument(key), takenFrom(element, list));
  }
  if (list.collection === 'tuple') return objectValue(sortedEntries(entries), origin);
  const type = typeOf(list);
  return {
    ...objectValue(sortedEntries(entries), origin, 'map'),
    ...(type.kind === 'list' ? { elementType: type.element } : {}),
  };
}

function transpose(map: Value | undefined, origin: Origin): Value | Problem {
  const turned = new Map<string, Value[]>();
  for (const [key, list] of entriesArgument(map)) {
    if (list.kind !== 'list') return new Problem('input must not contain null values', 0);
    for (const element of list.elements) {
      if (element.kind !== 'string') return new Problem('input must not contain null values', 0);
      const column = turned.get(element.value) ?? [];
      column.push(stringValue(key, origin));
      turned.set(element.value, column);
    }
  }
  const entries = [...turned].map(([key, names]): [string, Value] => [
    key,
    { ...listValue(names, origin, 'list'), elementType: STRING },
  ]);
  return { ...objectValue(sortedEntries(entries), origin, 'map'), elementType: LIST_OF_STRING };
}
