import type { SourceRange } from '../source/range.ts';
import { didYouMean } from '../source/spelling.ts';
import { computedAt, takenFrom, withOrigin } from '../value/make.ts';
import { unknown, unknownFrom } from '../value/unknown.ts';
import type { ListValue, ObjectValue, UnknownValue, Value } from '../value/value.ts';
import { entryOf } from './equality.ts';
import { oneOf } from './functions/definition.ts';
import type { Run } from './run.ts';

/** `target.name` and `target[key]`, with a diagnostic at `range` where there is nothing of that name. */
export function elementAt(target: Value, key: Value, range: SourceRange, run: Run): Value {
  if (target.kind === 'unknown') return elementOfUnknown(target, key, range);
  if (key.kind === 'unknown') return elementAtUnknown(target, key, range);
  if (target.kind === 'object' && key.kind === 'string') return propertyOf(target, key.value, range, run);
  if (target.kind === 'list' && key.kind === 'number') return itemOf(target, key.value, range, run);
  const what = target.kind === 'list' ? 'an array' : target.kind === 'object' ? 'an object' : 'this value';
  const written = key.kind === 'string' ? `property '${key.value}'` : 'element with this index';
  return run.broken('arm-reference', `There is no ${written} in ${what}.`, range);
}

function propertyOf(target: ObjectValue, name: string, range: SourceRange, run: Run): Value {
  const element = entryOf(target, name);
  if (element !== undefined) return placed(takenFrom(element, target), target, range);
  const hint = didYouMean(name, target.entries.keys());
  return run.broken('arm-reference', `The object has no property '${name}'.${hint}`, range);
}

function itemOf(target: ListValue, index: number, range: SourceRange, run: Run): Value {
  const element = target.elements[index];
  if (element !== undefined) return placed(takenFrom(element, target), target, range);
  const length = target.elements.length;
  return run.broken('arm-reference', `The array has ${length} elements, so none at index ${index}.`, range);
}

/** What `subscription()` gives has no text of its own; its parts come from `subscription().tenantId`. */
function placed(element: Value, target: Value, range: SourceRange): Value {
  const same =
    element.kind === 'unknown' &&
    target.origin.kind === 'expression' &&
    element.origin.range.start === target.origin.range.start &&
    element.origin.range.end === target.origin.range.end;
  return same ? withOrigin(element, { ...element.origin, range }) : element;
}

function elementOfUnknown(target: UnknownValue, key: Value, range: SourceRange): UnknownValue {
  const origin = computedAt(range, [target]);
  const { reference } = target;
  if (reference === undefined || (key.kind !== 'string' && key.kind !== 'number')) {
    return unknownFrom([target, key], origin);
  }
  const path = [...reference.path, key.value];
  const text = `${[reference.address, ...path].join('.')} is known only after deployment`;
  return unknown({ kind: 'provider', text, range }, origin, {
    reference: { ...reference, path },
    sensitive: target.sensitive,
  });
}

/** One of the elements, and the key decides which. */
function elementAtUnknown(target: Value, key: UnknownValue, range: SourceRange): Value {
  const origin = computedAt(range, [target, key]);
  const elements =
    target.kind === 'list' ? target.elements : target.kind === 'object' ? possible(target, key) : [];
  return elements.length === 0 ? unknownFrom([key], origin) : oneOf(elements, [key], origin);
}

function possible(target: ObjectValue, key: UnknownValue): readonly Value[] {
  if (key.candidates === undefined) return [...target.entries.values()];
  return key.candidates
    .map(candidate => (candidate.kind === 'string' ? entryOf(target, candidate.value) : undefined))
    .filter(element => element !== undefined);
}
