import { boolValue, listValue, nullValue, numberValue, takenFrom } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { ListValue, Value } from '../../value/value.ts';
import { applyBinary } from '../operators.ts';
import { isProblem, Problem } from '../problem.ts';
import { arrangeSet, compareKeys, compareNumbers, typeOf, unifyValues, valuesEqual } from '../types.ts';
import {
  elementsArgument,
  integerArgument,
  numberArgument,
  textArgument,
  wholeArgument,
} from './arguments.ts';
import { oneOf } from './choice.ts';
import { graphemes } from './letters.ts';
import { mayBeList } from './open-list.ts';
import {
  ANY,
  anything,
  BOOL,
  type FunctionTable,
  LIST_OF_ANY,
  LIST_OF_STRING,
  NUMBER,
  number,
  partly,
  STRING,
  strict,
  structural,
} from './signature.ts';

/** Functions on lists, sets and tuples. */
export const LIST_FUNCTIONS: FunctionTable = {
  length: structural([partly('value')], NUMBER, ([value], call) => lengthOf(value, call.origin)),
  element: structural([partly('list'), { ...number('index'), unknowns: 'all' }], ANY, ([list, index], call) =>
    elementAt(list, index, call.origin),
  ),
  index: strict([partly('list'), partly('value')], NUMBER, ([list, value], call) =>
    indexOf(list, value, call.origin),
  ),
  contains: strict(
    [partly('list'), { name: 'value', type: ANY, unknowns: 'all' }],
    BOOL,
    ([list, value], call) => contains(list, value, call.origin),
  ),
  concat: structural([], ANY, (args, call) => concat(args, call.origin), partly('seqs')),
  flatten: structural([partly('list')], ANY, ([list], call) => flatten(list, call.origin)),
  reverse: structural([partly('list')], ANY, ([list], call) => reverse(list, call.origin)),
  slice: structural([partly('list'), number('start_index'), number('end_index')], ANY, (args, call) =>
    slice(args, call.origin),
  ),
  chunklist: structural(
    [partly('list', LIST_OF_ANY), number('size')],
    { kind: 'list', element: LIST_OF_ANY },
    ([list, size], call) => chunklist(list, size, call.origin),
  ),
  coalescelist: structural([], ANY, args => coalescelist(args), anything('vals')),
  coalesce: structural([], ANY, (args, call) => coalesce(args, call.origin), anything('vals')),
  one: structural([partly('list')], ANY, ([list], call) => one(list, call.origin)),
  compact: strict([partly('list', LIST_OF_STRING)], LIST_OF_STRING, ([list], call) =>
    compact(list, call.origin),
  ),
  distinct: structural([partly('list', LIST_OF_ANY)], LIST_OF_ANY, ([list], call) =>
    distinct(list, call.origin),
  ),
  sort: strict([{ name: 'list', type: LIST_OF_STRING }], LIST_OF_STRING, ([list], call) =>
    sort(list, call.origin),
  ),
  matchkeys: structural(
    [partly('values', LIST_OF_ANY), partly('keys', LIST_OF_ANY), partly('searchset', LIST_OF_ANY)],
    LIST_OF_ANY,
    (args, call) => matchkeys(args, call.origin),
  ),
  range: strict(
    [],
    { kind: 'list', element: NUMBER },
    (args, call) => range(args, call.origin),
    number('params'),
  ),
  alltrue: strict([partly('list', { kind: 'list', element: BOOL })], BOOL, ([list], call) =>
    decide(list, false, call.origin),
  ),
  anytrue: strict([partly('list', { kind: 'list', element: BOOL })], BOOL, ([list], call) =>
    decide(list, true, call.origin),
  ),
};

/** A new list of elements, of the element type of another when there is one. */
function listOf(elements: readonly Value[], origin: Origin, like?: Value): ListValue {
  const elementType = like?.kind === 'list' ? like.elementType : undefined;
  const list = listValue(elements, origin, 'list');
  return elementType === undefined ? list : { ...list, elementType };
}

const takeAll = (container: ListValue): readonly Value[] =>
  container.elements.map(element => takenFrom(element, container));

/** A set with unknown elements has an open number of them: they may turn out to be equal. */
const isOpenSet = (value: ListValue): boolean =>
  value.collection === 'set' &&
  value.elements.length > 1 &&
  value.elements.some(element => element.kind === 'unknown');

function lengthOf(value: Value | undefined, origin: Origin): Value | Problem {
  switch (value?.kind) {
    case 'string':
      return numberValue(graphemes(value.value).length, origin);
    case 'object':
      return numberValue(value.entries.size, origin);
    case 'list':
      return isOpenSet(value)
        ? unknownFrom([value], origin, { type: NUMBER })
        : numberValue(value.elements.length, origin);
    default:
      return new Problem('argument must be a string, a collection type, or a structural type', 0);
  }
}

function elementAt(list: Value | undefined, index: Value | undefined, origin: Origin): Value | Problem {
  if (list?.kind !== 'list' || list.collection === 'set') {
    return new Problem('cannot read elements from a value that is not a list', 0);
  }
  if (index?.kind === 'unknown') return oneOf(takeAll(list), index, origin);
  const at = integerArgument(index, 1);
  if (isProblem(at)) return at;
  // Terraform reads the index into a machine integer.
  if (at !== BigInt.asIntN(64, at)) return new Problem('the index is too large', 1);
  const length = BigInt(list.elements.length);
  if (length === 0n) return new Problem('cannot use element function with an empty list', 0);
  // Terraform 1.11 refuses negative indices; newer releases count them from the end.
  const element = list.elements[Number(((at % length) + length) % length)];
  return element === undefined ? new Problem('the index is out of range', 1) : takenFrom(element, list);
}

function indexOf(list: Value | undefined, value: Value | undefined, origin: Origin): Value | Problem {
  if (list?.kind !== 'list' || list.collection === 'set' || value === undefined) {
    return new Problem('argument must be a list or tuple', 0);
  }
  if (list.elements.length === 0) return new Problem('cannot search an empty list', 0);
  for (const [at, element] of list.elements.entries()) {
    const equal = valuesEqual(element, value);
    if (equal === true) return numberValue(at, origin);
    if (equal === undefined) return unknownFrom([element, value], origin, { type: NUMBER });
  }
  return new Problem('item not found');
}

function contains(list: Value | undefined, value: Value | undefined, origin: Origin): Value | Problem {
  if (list?.kind !== 'list' || value === undefined) {
    return new Problem('argument must be list, tuple, or set', 0);
  }
  let open = false;
  for (const element of list.elements) {
    const equal = valuesEqual(element, value);
    if (equal === true) return boolValue(true, origin);
    open ||= equal === undefined;
  }
  return open ? unknownFrom([list, value], origin, { type: BOOL }) : boolValue(false, origin);
}

function concat(args: readonly Value[], origin: Origin): Value | Problem {
  if (args.length === 0) return new Problem('at least one argument is required');
  const lists: ListValue[] = [];
  for (const [at, argument] of args.entries()) {
    if (argument.kind !== 'list' || argument.collection === 'set') {
      return new Problem('all arguments must be lists or tuples', at);
    }
    lists.push(argument);
  }
  // Lists of one element type stay a list; a tuple among them makes a tuple of what is there.
  const unified = lists.every(list => list.collection === 'list') ? unifyValues(lists) : undefined;
  if (unified === undefined) return listValue(lists.flatMap(takeAll), origin);
  const elements = unified.flatMap(list => (list.kind === 'list' ? takeAll(list) : []));
  return listOf(elements, origin, unified[0]);
}

function flatten(list: Value | undefined, origin: Origin): Value | Problem {
  if (list?.kind !== 'list') return new Problem('can only flatten lists, sets and tuples', 0);
  const flat: Value[] = [];
  const visit = (container: ListValue): Value | undefined => {
    for (const element of takeAll(container)) {
      // How many elements an unknown list adds is unknown too; one of another type is an element.
      if (element.kind === 'unknown' && mayBeList(element)) return element;
      const open = element.kind === 'list' ? visit(element) : undefined;
      if (open !== undefined) return open;
      if (element.kind !== 'list') flat.push(element);
    }
    return undefined;
  };
  const open = visit(list);
  return open === undefined ? listValue(flat, origin) : unknownFrom([open], origin);
}

function reverse(list: Value | undefined, origin: Origin): Value | Problem {
  if (list?.kind !== 'list') return new Problem('can only reverse list or tuple values', 0);
  const elements = [...takeAll(list)].reverse();
  return list.collection === 'tuple' ? listValue(elements, origin) : listOf(elements, origin, list);
}

function slice([list, from, to]: readonly Value[], origin: Origin): Value | Problem {
  if (list?.kind !== 'list' || list.collection === 'set') {
    return new Problem('cannot slice a value that is not a list or tuple', 0);
  }
  const start = wholeArgument(from, 1);
  if (isProblem(start)) return start;
  const end = wholeArgument(to, 2);
  if (isProblem(end)) return end;
  const { length } = list.elements;
  if (start < 0) return new Problem('start index must not be less than zero', 1);
  if (start > length) return new Problem('start index must not be greater than the length of the list', 1);
  if (end < 0 || end > length) {
    return new Problem('end index must not be less than zero or greater than the length of the list', 2);
  }
  if (start > end) return new Problem('start index must not be greater than end index', 1);
  const elements = takeAll(list).slice(start, end);
  return list.collection === 'tuple' ? listValue(elements, origin) : listOf(elements, origin, list);
}

function chunklist(list: Value | undefined, size: Value | undefined, origin: Origin): Value | Problem {
  const length = wholeArgument(size, 1);
  if (isProblem(length)) return length;
  if (length < 0) return new Problem('the size argument must be positive', 1);
  const elements = list?.kind === 'list' ? takeAll(list) : [];
  const chunks: Value[] = [];
  const step = length === 0 ? Math.max(1, elements.length) : length;
  for (let at = 0; at < elements.length; at += step) {
    chunks.push(listOf(elements.slice(at, at + step), origin, list));
  }
  const elementType = list === undefined ? LIST_OF_ANY : typeOf(list);
  return { ...listOf(chunks, origin), elementType };
}

function coalescelist(args: readonly Value[]): Value | Problem {
  for (const [at, argument] of args.entries()) {
    if (argument.kind === 'unknown') return argument;
    const { kind } = typeOf(argument);
    // A bare null has no type, so it is no list; one of a list type is passed over.
    if (kind !== 'list' && kind !== 'tuple') {
      return new Problem('coalescelist arguments must be lists or tuples', at);
    }
    if (argument.kind === 'list' && argument.elements.length > 0) return argument;
  }
  return args.length === 0
    ? new Problem('at least one argument is required')
    : new Problem('no non-null arguments');
}

function coalesce(args: readonly Value[], origin: Origin): Value | Problem {
  if (args.length === 0) return new Problem('at least one argument is required');
  const unified = unifyValues(args);
  if (unified === undefined) return new Problem('all arguments must have the same type');
  for (const argument of unified) {
    if (argument.kind === 'unknown') {
      // Known text around an unknown piece is enough to know that it is neither null nor empty.
      const hasText = argument.parts?.some(part => typeof part === 'string' && part !== '') ?? false;
      return hasText || isIdentity(argument)
        ? argument
        : unknownFrom([argument], origin, { type: typeOf(argument) });
    }
    if (argument.kind !== 'null' && !(argument.kind === 'string' && argument.value === '')) return argument;
  }
  return new Problem('no non-null, non-empty-string arguments');
}

const isIdentity = (value: Value): boolean =>
  value.kind === 'unknown' && value.reference?.path.length === 1 && value.reference.path[0] === 'id';

function one(list: Value | undefined, origin: Origin): Value | Problem {
  if (list?.kind !== 'list') return new Problem('argument must be list, set, or tuple', 0);
  if (isOpenSet(list)) return unknownFrom([list], origin);
  const [element] = list.elements;
  if (element === undefined) return nullValue(origin);
  if (list.elements.length > 1) {
    return new Problem('must be a list, set, or tuple value with either zero or one elements', 0);
  }
  return takenFrom(element, list);
}

/** What is unknown may be empty, so that neither the number nor the places of the others are sure. */
function compact(list: Value | undefined, origin: Origin): Value | Problem {
  if (list?.kind !== 'list') return new Problem('a list is required', 0);
  const open = list.elements.filter(element => element.kind === 'unknown' && !isIdentity(element));
  if (open.length > 0) return unknownFrom(open, origin, { type: LIST_OF_STRING });
  const kept = takeAll(list).filter(
    element => element.kind === 'unknown' || (element.kind === 'string' && element.value !== ''),
  );
  return { ...listOf(kept, origin), elementType: STRING };
}

function distinct(list: Value | undefined, origin: Origin): Value | Problem {
  if (list?.kind !== 'list') return new Problem('a list is required', 0);
  if (list.elements.length < 2) return list;
  const members = new Set(arrangeSet(list.elements));
  const open = list.elements.some(element => element.kind === 'unknown');
  if (open) return unknownFrom([list], origin, { type: typeOf(list) });
  return listOf(
    takeAll({ ...list, elements: list.elements.filter(element => members.has(element)) }),
    origin,
    list,
  );
}

function sort(list: Value | undefined, origin: Origin): Value | Problem {
  const elements = elementsArgument(list);
  const missing = elements.findIndex(element => element.kind === 'null');
  if (missing >= 0)
    return new Problem(`given list element ${missing} is null; a null string cannot be sorted`, 0);
  const sorted = [...elements].sort((a, b) => compareKeys(textArgument(a), textArgument(b)));
  return { ...listOf(sorted, origin), elementType: STRING };
}

function matchkeys([values, keys, search]: readonly Value[], origin: Origin): Value | Problem {
  if (values?.kind !== 'list' || keys?.kind !== 'list' || search?.kind !== 'list') {
    return new Problem('lists are required');
  }
  if (values.elements.length !== keys.elements.length) {
    return new Problem('length of keys and values should be equal');
  }
  // Keys and what is looked for are brought to one type, so that `1` finds `"1"`.
  const unified = unifyValues([...keys.elements, ...search.elements]);
  if (unified === undefined) return new Problem('keys and searchset must be of the same type');
  const wanted = unified.slice(keys.elements.length);
  const kept: Value[] = [];
  for (const [at, value] of takeAll(values).entries()) {
    const key = unified[at];
    if (key === undefined) continue;
    const matches = wanted.map(one => valuesEqual(key, one));
    if (matches.includes(true)) kept.push(value);
    else if (matches.includes(undefined))
      return unknownFrom([keys, search], origin, { type: typeOf(values) });
  }
  return listOf(kept, origin, values);
}

const MAX_RANGE = 1024;

function range(args: readonly Value[], origin: Origin): Value | Problem {
  if (args.length < 1 || args.length > 3) return new Problem('must have one, two, or three arguments');
  const zero = numberValue(0, origin);
  const [first, second, third] = args.map(numberArgument);
  if (first === undefined) return new Problem('must have one, two, or three arguments');
  const [start, end] = second === undefined ? [zero, first] : [first, second];
  const down = compareNumbers(end, start) < 0;
  const step = third ?? numberValue(down ? -1 : 1, origin);
  const direction = compareNumbers(step, zero);
  if (direction === 0) return new Problem('step must not be zero', 2);
  if (third !== undefined && down !== direction < 0 && compareNumbers(start, end) !== 0) {
    return down
      ? new Problem('end must be greater than start when step is positive')
      : new Problem('end must be less than start when step is negative');
  }
  const numbers: Value[] = [];
  let at: Value | Problem = start;
  while (!isProblem(at) && at.kind === 'number' && compareNumbers(end, at) * direction > 0) {
    if (numbers.length >= MAX_RANGE)
      return new Problem(
        `more than ${MAX_RANGE} values were generated; either decrease the difference between start and end or use a smaller step`,
      );
    numbers.push({ ...at, origin });
    at = applyBinary('+', at, step, origin);
  }
  return { ...listOf(numbers, origin), elementType: NUMBER };
}

/** One element of the deciding value is enough, whatever the unknown ones will be; null counts as false. */
function decide(list: Value | undefined, deciding: boolean, origin: Origin): Value {
  const elements = elementsArgument(list);
  const isDeciding = (element: Value): boolean =>
    element.kind === 'bool' ? element.value === deciding : element.kind === 'null' && !deciding;
  if (elements.some(isDeciding)) return boolValue(deciding, origin);
  const open = elements.filter(element => element.kind === 'unknown');
  return open.length > 0 ? unknownFrom(open, origin, { type: BOOL }) : boolValue(!deciding, origin);
}
