import { type ReadOptions, readList, readPath } from '../../value/read.ts';
import type { UnknownValue, Value } from '../../value/value.ts';

/** A list that may be unknown. */
export interface ReadElements {
  readonly elements: readonly Value[];
  /** Set when the list is unknown; `elements` is then empty. */
  readonly unknown: UnknownValue | undefined;
}

type Path = readonly (string | number)[];

export function listAt(from: Value | undefined, path: Path, options?: ReadOptions): ReadElements {
  const list = from === undefined ? [] : readList(from, path, options);
  return 'kind' in list ? { elements: [], unknown: list } : { elements: list, unknown: undefined };
}

/** The elements of a list; an unknown list stands for its elements. */
export function elementsAt(from: Value | undefined, path: Path, options?: ReadOptions): readonly Value[] {
  const { elements, unknown } = listAt(from, path, options);
  return unknown === undefined ? elements : [unknown];
}

/** The values of a singular and a plural attribute: `destination_port_range`, `destination_port_ranges`. */
export function bothForms(
  from: Value | undefined,
  singular: string,
  plural: string,
  options?: ReadOptions,
): readonly Value[] {
  const one = from === undefined ? undefined : readPath(from, [singular], options);
  return [...(one === undefined ? [] : [one]), ...elementsAt(from, [plural], options)];
}
