import { takenFrom } from './make.ts';
import { numberFromText } from './number.ts';
import { unknownFrom } from './unknown.ts';
import type { ObjectValue, UnknownValue, Value } from './value.ts';

/**
 * Reading evaluated bodies. `undefined` always means *absent*: not written, or written as null, which the
 * languages treat alike. An unknown on the way is the answer itself, with its reasons.
 */

export interface ReadOptions {
  /** ARM matches property names without regard to case, Terraform does not. */
  readonly ignoreCase?: boolean;
}

/** Follows attribute names and list indices down from a value. */
export function readPath(
  from: Value,
  path: readonly (string | number)[],
  options: ReadOptions = {},
): Value | undefined {
  let at: Value | undefined = from;
  for (const key of path) {
    if (at === undefined || at.kind === 'null') return undefined;
    if (at.kind === 'unknown') {
      const origin = at.origin;
      return unknownFrom([at], origin);
    }
    const container: Value = at;
    const next: Value | undefined =
      typeof key === 'number'
        ? container.kind === 'list'
          ? container.elements[key]
          : undefined
        : container.kind === 'object'
          ? readEntry(container, key, options)
          : undefined;
    at = next === undefined ? undefined : takenFrom(next, container);
  }
  return at === undefined || at.kind === 'null' ? undefined : at;
}

function readEntry(object: ObjectValue, key: string, options: ReadOptions): Value | undefined {
  const exact = object.entries.get(key);
  if (exact !== undefined || options.ignoreCase !== true) return exact;
  const wanted = key.toLowerCase();
  for (const [name, value] of object.entries) if (name.toLowerCase() === wanted) return value;
  return undefined;
}

/** A list as far as it is known. */
export interface ReadElements {
  readonly elements: readonly Value[];
  /** Set when there may be other elements, or the list is unknown altogether. */
  readonly more: UnknownValue | undefined;
}

/** The elements of a list; a single object stands for a list of one. */
export function readElements(
  from: Value | undefined,
  path: readonly (string | number)[],
  options: ReadOptions = {},
): ReadElements {
  const value = from === undefined ? undefined : readPath(from, path, options);
  if (value === undefined) return { elements: [], more: undefined };
  if (value.kind === 'unknown') return { elements: [], more: value };
  if (value.kind !== 'list') return { elements: [value], more: undefined };
  return { elements: value.elements.map(element => takenFrom(element, value)), more: value.more };
}

/** Templates write numbers and booleans as strings too (`"diskSizeGB": "128"`); this reads them as meant. */
export function asNumber(value: Value): Value {
  if (value.kind === 'string' && /^\s*-?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(value.value)) {
    return numberFromText(value.value.trim(), value.origin);
  }
  return value;
}

export function asBool(value: Value): Value {
  if (value.kind === 'string' && /^(true|false)$/i.test(value.value)) {
    return { kind: 'bool', value: value.value.toLowerCase() === 'true', origin: value.origin };
  }
  return value;
}

/** The text of a string value, else `undefined`. */
export const textIn = (value: Value | undefined): string | undefined =>
  value?.kind === 'string' ? value.value : undefined;

/**
 * The known pieces of a string, with `gap` for each unknown one: `"${var.prefix}-ex01"` gives `…-ex01`.
 * `undefined` when nothing of it is known.
 */
export function knownText(value: Value | undefined, gap = '…'): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'string') return value.value;
  if (value.kind === 'number' || value.kind === 'bool') return String(value.value);
  if (value.kind !== 'unknown' || value.parts === undefined) return undefined;
  const text = value.parts.map(part => (typeof part === 'string' ? part : gap)).join('');
  return value.parts.some(part => typeof part === 'string' && part !== '') ? text : undefined;
}
