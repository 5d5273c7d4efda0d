import type { SourceRange } from '../source/range.ts';
import { computedAt, listValue, numberValue, objectValue, takenFrom } from '../value/make.ts';
import { BOOL } from '../value/type.ts';
import { unknownFrom } from '../value/unknown.ts';
import type { ListValue, StringValue, UnknownValue, Value } from '../value/value.ts';
import { elementOfAny } from './access.ts';
import { boundedValue, stoppedRound } from './bounds.ts';
import { type ForExpression, SPLAT_ELEMENT, type SplatExpression } from './hcl/ast.ts';
import { keyPlaces, keyValue } from './key-places.ts';
import { evaluateKey } from './literal.ts';
import { isProblem } from './problem.ts';
import { bind, type Evaluate, type Scope } from './scope.ts';
import { convert, hasAny, sortedEntries, typeOf, typesEqual, unifyValues } from './types.ts';

export interface Element {
  readonly key: Value;
  readonly value: Value;
}

/**
 * What a `for` runs over: keys are the indices of a list, the names of an object, the elements of a set.
 * An unknown collection is the answer itself, also when it is unknown because it is wrong.
 */
export function elementsOf(
  collection: Value,
  range: SourceRange,
  scope: Scope,
): readonly Element[] | UnknownValue {
  switch (collection.kind) {
    case 'unknown':
      return collection;
    case 'list':
      return collection.elements.map((value, index) => ({
        key: collection.collection === 'set' ? value : numberValue(index, value.origin),
        value,
      }));
    case 'object':
      return [...collection.entries].map(([key, value]) => ({
        key: keyValue(collection, key, value),
        value,
      }));
    case 'null':
      return scope.problems.failed('terraform-type', 'A null value cannot be iterated over', range);
    default:
      return scope.problems.failed(
        'terraform-type',
        `A ${collection.kind} cannot be iterated over: a list, set, map or object is needed`,
        range,
      );
  }
}

/** `[for v in c : …]` and `{for k, v in c : … => …}`. */
export function evaluateFor(expression: ForExpression, scope: Scope, evaluate: Evaluate): Value {
  const collection = evaluate(expression.collection, scope);
  const elements = elementsOf(collection, expression.collection.range, scope);
  if ('kind' in elements) return overUnknown(expression, elements, scope, evaluate);
  const rows: Row[] = [];
  for (const { key, value } of elements) {
    const stopped = stoppedRound(scope, expression.range);
    if (stopped !== undefined) return stopped;
    const inner = bindElement(expression, key, takenFrom(value, collection), scope);
    const kept = isKept(expression, inner, evaluate);
    if (kept === false) continue;
    if (kept !== true) {
      // Whether one element is there decides the places of all that follow.
      return unknownFrom([kept], computedAt(expression.range, [collection, kept]));
    }
    rows.push(evaluateRow(expression, inner, evaluate));
  }
  if (expression.result === 'object') return buildObject(expression, rows, collection, scope);
  const values = rows.map(row => row.value);
  const tuple = listValue(values, computedAt(expression.range, [collection]), 'tuple');
  return boundedValue(tuple, scope, expression.range);
}

interface Row {
  readonly key: ReturnType<typeof evaluateKey> | undefined;
  readonly value: Value;
}

function bindElement(expression: ForExpression, key: Value, value: Value, scope: Scope): Scope {
  const withKey = expression.keyName === undefined ? scope : bind(scope, expression.keyName, key);
  return bind(withKey, expression.valueName, value);
}

const evaluateRow = (expression: ForExpression, scope: Scope, evaluate: Evaluate): Row => ({
  key: expression.key === undefined ? undefined : evaluateKey(expression.key, scope, evaluate),
  value: evaluate(expression.value, scope),
});

function isKept(expression: ForExpression, scope: Scope, evaluate: Evaluate): boolean | UnknownValue {
  if (expression.condition === undefined) return true;
  const { range } = expression.condition;
  const condition = evaluate(expression.condition, scope);
  if (condition.kind === 'null') {
    return scope.problems.failed('terraform-type', "The 'if' clause must not be null", range, BOOL);
  }
  const kept = convert(condition, BOOL);
  if (isProblem(kept)) {
    return scope.problems.failed('terraform-type', `The 'if' clause is not a bool: ${kept.message}`, range);
  }
  if (kept.kind === 'bool') return kept.value;
  return kept.kind === 'unknown' ? kept : unknownFrom([kept], computedAt(range));
}

function buildObject(
  expression: ForExpression,
  rows: readonly Row[],
  collection: Value,
  scope: Scope,
): Value {
  const origin = computedAt(expression.range, [collection]);
  const groups = new Map<string, Value[]>();
  const keys: StringValue[] = [];
  const unknownKeys: UnknownValue[] = [];
  for (const { key, value } of rows) {
    if (key === undefined) continue;
    if (key.kind === 'unknown') {
      unknownKeys.push(key);
      continue;
    }
    const group = groups.get(key.value);
    if (group === undefined) {
      keys.push(key);
      groups.set(key.value, [value]);
    } else if (expression.group) group.push(value);
    else {
      const name = key.sensitive === true ? 'that is secret' : `"${key.value}"`;
      const message = `Two elements have the key ${name}; write '...' after the value to group them`;
      return scope.problems.failed('terraform-type', message, expression.key?.range ?? expression.range);
    }
  }
  if (unknownKeys.length > 0) return unknownFrom(unknownKeys, origin);
  const entries = new Map<string, Value>();
  for (const [key, values] of groups) {
    const [first] = values;
    if (expression.group) entries.set(key, listValue(values, origin, 'tuple'));
    else if (first !== undefined) entries.set(key, first);
  }
  const object = { ...objectValue(sortedEntries(entries), origin, 'object'), ...keyPlaces(keys) };
  return boundedValue(object, scope, expression.range);
}

/**
 * Over an unknown collection: unknown, but what each element becomes is kept. When what is known of each
 * element already keeps it out, nothing is left, however many there are.
 */
function overUnknown(
  expression: ForExpression,
  collection: UnknownValue,
  scope: Scope,
  evaluate: Evaluate,
): Value {
  const problems = scope.problems.catching();
  const quiet = { ...scope, problems };
  const key = unknownFrom([collection], computedAt(expression.collection.range, [collection]));
  const inner = bindElement(expression, key, elementOfAny(collection), quiet);
  const kept = isKept(expression, inner, evaluate);
  if (kept === false && problems.caught === 0) {
    const origin = computedAt(expression.range, [collection]);
    return expression.result === 'object' ? objectValue([], origin) : listValue([], origin, 'tuple');
  }
  const element = evaluate(expression.value, inner);
  return unknownFrom([collection], computedAt(expression.range, [collection]), {
    element: problems.caught > 0 || expression.group ? undefined : element,
  });
}

/** `x[*].a` and `x.*.a`: over each element; what is no list is taken as a list of one, and null as none. */
export function evaluateSplat(expression: SplatExpression, scope: Scope, evaluate: Evaluate): Value {
  const collection = evaluate(expression.object, scope);
  const each = (element: Value, inner: Scope = scope): Value =>
    evaluate(expression.each, bind(inner, SPLAT_ELEMENT, element));
  const origin = computedAt(expression.range, [collection]);
  if (collection.kind === 'null') return listValue([], origin, 'tuple');
  if (collection.kind === 'list') {
    const elements = collection.elements.map(element => each(takenFrom(element, collection)));
    return collection.collection === 'tuple'
      ? listValue(elements, origin, 'tuple')
      : listOfOneType(expression, elements, collection, scope);
  }
  if (collection.kind !== 'unknown') return listValue([each(collection)], origin, 'tuple');
  return splatUnknown(collection, each, scope, expression.range);
}

/** What a splat makes of a list or set is a list, of which all elements have one type. */
function listOfOneType(
  expression: SplatExpression,
  elements: readonly Value[],
  collection: ListValue,
  scope: Scope,
): Value {
  const unified = unifyValues(elements);
  // Only the schema knows the types in blocks of a resource; those of a converted list are certain.
  const isConverted = collection.elementType !== undefined;
  if (unified === undefined || (isConverted && !haveOneType(elements))) {
    const message = 'What this splat takes from the elements has not the same type in all of them';
    return scope.problems.failed('terraform-type', message, expression.range);
  }
  return listValue(unified, computedAt(expression.range, [collection]), 'list');
}

function haveOneType(elements: readonly Value[]): boolean {
  const [first, ...others] = elements.map(typeOf).filter(type => !hasAny(type));
  return first === undefined || others.every(type => typesEqual(type, first));
}

function splatUnknown(
  collection: UnknownValue,
  each: (element: Value, scope: Scope) => Value,
  scope: Scope,
  range: SourceRange,
): Value {
  const { type } = collection;
  const origin = computedAt(range, [collection]);
  const isOne = type !== undefined && !['any', 'list', 'set', 'tuple'].includes(type.kind);
  const problems = scope.problems.catching();
  const element = each(isOne ? collection : elementOfAny(collection), { ...scope, problems });
  if (isOne && problems.caught === 0) return listValue([element], origin, 'tuple');
  return unknownFrom([collection], origin, { element: problems.caught > 0 ? undefined : element });
}
