import { type ReadOptions, readElements, readPath } from '../../value/read.ts';
import type { Value } from '../../value/value.ts';

type Path = readonly (string | number)[];

/** The elements of a list, and at the end the unknown that stands for those that are not known. */
export function elementsAt(from: Value | undefined, path: Path, options?: ReadOptions): readonly Value[] {
  const { elements, more } = readElements(from, path, options);
  return more === undefined ? elements : [...elements, more];
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
