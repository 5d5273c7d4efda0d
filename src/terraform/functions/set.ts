import { listValue, takenFrom } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { ListValue, Value } from '../../value/value.ts';
import { Problem } from '../problem.ts';
import { arrangeSet, identityText, typeOf, unifyValues } from '../types.ts';
import { ANY, type FunctionTable, partly, SET_OF_ANY, structural } from './signature.ts';

const firstSet = partly('first_set', SET_OF_ANY);
const otherSets = partly('other_sets', SET_OF_ANY);

export const SET_FUNCTIONS: FunctionTable = {
  setunion: structural([firstSet], SET_OF_ANY, (args, call) => combine(args, unite, call.origin), otherSets),
  setintersection: structural(
    [firstSet],
    SET_OF_ANY,
    (args, call) => combine(args, intersect, call.origin),
    otherSets,
  ),
  setsubtract: structural([partly('a', SET_OF_ANY), partly('b', SET_OF_ANY)], SET_OF_ANY, (args, call) =>
    combine(args, subtract, call.origin),
  ),
  setproduct: structural([], ANY, (args, call) => product(args, call.origin), partly('sets')),
};

type Elements = readonly Value[];
/** `undefined` when unknown elements leave the result open. */
type Combination = (a: Elements, b: Elements) => Elements | undefined;

const unite: Combination = (a, b) => [...a, ...b];

const intersect: Combination = (a, b) => {
  if (a.length === 0 || b.length === 0) return [];
  const wanted = identities(b);
  return wanted === undefined || identities(a) === undefined
    ? undefined
    : a.filter(one => wanted.has(identityText(one)));
};

const subtract: Combination = (a, b) => {
  if (a.length === 0 || b.length === 0) return a;
  const unwanted = identities(b);
  return unwanted === undefined || identities(a) === undefined
    ? undefined
    : a.filter(one => !unwanted.has(identityText(one)));
};

function identities(elements: Elements): ReadonlySet<string | undefined> | undefined {
  const texts = new Set(elements.map(identityText));
  return texts.has(undefined) ? undefined : texts;
}

function combine(args: readonly Value[], combination: Combination, origin: Origin): Value | Problem {
  const sets = unifyValues(args)?.filter(set => set.kind === 'list');
  const [first, ...others] = sets ?? [];
  if (first === undefined) return new Problem('given sets must all have compatible element types');
  let elements: Elements = takeAll(first);
  for (const set of others) {
    const combined = combination(elements, takeAll(set));
    if (combined === undefined) return unknownFrom(args, origin, { type: typeOf(first) });
    elements = combined;
  }
  const type = typeOf(first);
  return {
    ...listValue(arrangeSet(elements), origin, 'set'),
    ...(type.kind === 'set' ? { elementType: type.element } : {}),
  };
}

const takeAll = (list: ListValue): Elements => list.elements.map(element => takenFrom(element, list));

/** Beyond this many combinations nothing that people deploy is described. */
const MAX_COMBINATIONS = 100_000;

/** All ways to take one element of each; elements of a tuple are brought to one type before. */
function product(args: readonly Value[], origin: Origin): Value | Problem {
  if (args.length < 2) return new Problem('at least two arguments are required');
  const columns: Elements[] = [];
  for (const [at, argument] of args.entries()) {
    if (argument.kind !== 'list') return new Problem('a set or a list is required', at);
    const unified = unifyValues(takeAll(argument));
    if (unified === undefined) {
      return new Problem('all elements must have the same type', at);
    }
    columns.push(unified);
  }
  const count = columns.reduce((total, column) => total * column.length, 1);
  if (count > MAX_COMBINATIONS) {
    return new Problem(
      `the product has ${count} elements, more than the ${MAX_COMBINATIONS} that exvet computes with`,
    );
  }
  let rows: Elements[] = [[]];
  for (const column of columns) rows = rows.flatMap(row => column.map(element => [...row, element]));
  const tuples = rows.map(row => listValue(row, origin));
  const onlySets = args.every(argument => argument.kind === 'list' && argument.collection === 'set');
  return onlySets ? listValue(arrangeSet(tuples), origin, 'set') : listValue(tuples, origin, 'list');
}
