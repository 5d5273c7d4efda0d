import type { Value } from '../value/value.ts';

/** Entries whose values are computed when they are read: the outputs of a module call. */
export class LazyEntries extends Map<string, Value> {
  readonly #names: ReadonlySet<string>;
  readonly #read: (name: string) => Value;

  constructor(names: Iterable<string>, read: (name: string) => Value) {
    super();
    this.#names = new Set(names);
    this.#read = read;
  }

  override get size(): number {
    return this.#names.size;
  }

  override has(name: string): boolean {
    return this.#names.has(name);
  }

  override get(name: string): Value | undefined {
    return this.has(name) ? this.#read(name) : undefined;
  }

  override keys(): MapIterator<string> {
    return this.#names.values();
  }

  override *entries(): MapIterator<[string, Value]> {
    for (const name of this.#names) yield [name, this.#read(name)];
  }

  override *values(): MapIterator<Value> {
    for (const name of this.#names) yield this.#read(name);
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  override forEach(visit: (value: Value, name: string, map: Map<string, Value>) => void): void {
    for (const [name, value] of this) visit(value, name, this);
  }
}

/**
 * The attributes of a resource as expressions see them: those that the configuration sets are listed, and
 * any other name gives the unknown that the provider will decide. So `.name` of a resource can be read
 * without its other arguments, and `.id` of one that is merged or passed on stays its id.
 */
export class OpenEntries extends LazyEntries {
  /** The resource without the key of its instance. */
  readonly collectionAddress: string;
  /** Where this object stands in the resource: empty for the resource itself. */
  readonly path: readonly (string | number)[];

  constructor(
    place: { readonly collectionAddress: string; readonly path: readonly (string | number)[] },
    names: Iterable<string>,
    read: (name: string) => Value,
  ) {
    super(names, read);
    this.collectionAddress = place.collectionAddress;
    this.path = place.path;
  }

  override has(_name: string): boolean {
    return true;
  }
}
