import type { Subject } from '../estate/fact.ts';
import { valueText } from '../value/json.ts';
import type { Value } from '../value/value.ts';
import { factAt, ownerAt, Reading, type Supposition, valueAt } from './reading.ts';
import { nameOf } from './subject.ts';

/** A fact in a message: `{disk.name}`. */
export const PLACEHOLDER = /\{([a-zA-Z.]+)\}/g;

/** Puts facts into a message; one that depends on what is supposed is told for each supposition. */
export function fillMessage(
  template: string,
  subject: Subject,
  suppositions: readonly Supposition[],
): string {
  return template.replace(PLACEHOLDER, (whole, path: string) => {
    const at = factAt(subject.kind, path);
    if ('problem' in at) return whole;
    const owner = ownerAt(subject, at);
    if (owner !== undefined && at.name.endsWith('.name')) return nameOf(owner);
    const texts = suppositions.map(supposition => {
      const value = valueAt(subject, at, new Reading(supposition));
      return value === undefined ? 'nothing' : factText(value);
    });
    return alternatives([...new Set(texts)]);
  });
}

/** A value in a message; of a list its elements, and of an unknown one that is one of a few those. */
function factText(value: Value): string {
  if (value.kind === 'list' && value.sensitive !== true && value.more === undefined) {
    return enumeration(value.elements.map(valueText), 'and');
  }
  const few = value.kind === 'unknown' && value.sensitive !== true ? (value.candidates ?? []) : [];
  return few.length === 0 ? valueText(value) : alternatives(few.map(valueText));
}

const alternatives = (texts: readonly string[]): string => enumeration(texts, 'or');

const enumeration = (texts: readonly string[], last: 'and' | 'or'): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${last} ${texts.at(-1) ?? ''}`;
