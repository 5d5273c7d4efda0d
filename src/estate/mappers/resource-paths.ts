import { type ReadElements, readElements, readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress } from '../../value/resource-id.ts';
import type { Value } from '../../value/value.ts';
import { Directory } from './azure-joins.ts';

/**
 * Where the types that can declare one kind of thing carry its properties: the type in lower case, then names with
 * dots between them, a number for an element of a list. What a type does not have is left out.
 */
export type PathTable<Name extends string> = Readonly<
  Record<string, Readonly<Partial<Record<Name, string>>>>
>;

const ANY_CASE = { ignoreCase: true } as const;

const stepsOf = (path: string): (string | number)[] =>
  path.split('.').map(step => (/^\d+$/.test(step) ? Number(step) : step));

/** A property of a resource. Names of Resource Manager come in any case. */
export function property<Name extends string>(
  table: PathTable<Name>,
  { type, body }: Resource,
  name: Name,
): Value | undefined {
  return propertyIn(table, type, body, name);
}

/** A property of an element of a list in a resource of a type. */
export function propertyIn<Name extends string>(
  table: PathTable<Name>,
  type: string,
  from: Value,
  name: Name,
): Value | undefined {
  const path = table[type.toLowerCase()]?.[name];
  return path === undefined ? undefined : readPath(from, stepsOf(path), ANY_CASE);
}

/** The elements of a list of a resource; of a number that is not known, one stands for all. */
export function elementsOf<Name extends string>(
  table: PathTable<Name>,
  { type, body }: Resource,
  name: Name,
): ReadElements {
  const path = table[type.toLowerCase()]?.[name];
  if (path === undefined) return { elements: [], more: undefined };
  const { elements, more } = readElements(body, stepsOf(path), ANY_CASE);
  return { elements: more === undefined ? elements : [...elements, more.element ?? more], more };
}

/** A resource by what ids call it. */
export interface KeyedResource {
  readonly key: string;
  readonly resource: Resource;
}

/** The resources whose types a table has, by their ids; `what` names them in reasons. */
export const directoryOf = (
  what: string,
  table: PathTable<string>,
  resources: readonly Resource[],
): Directory<KeyedResource> => new Directory(what, keyed(table, resources));

export const keyed = (table: PathTable<string>, resources: readonly Resource[]): readonly KeyedResource[] =>
  resources
    .filter(({ type }) => Object.hasOwn(table, type.toLowerCase()))
    .map(resource => ({ key: canonicalAddress(resource.address), resource }));
