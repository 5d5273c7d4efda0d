import { defaultAt, listValue, objectValue } from '../value/make.ts';
import type { Reason } from '../value/unknown.ts';
import { unknown } from '../value/unknown.ts';
import type { ListValue, ObjectValue, UnknownValue, Value } from '../value/value.ts';
import { argumentValue, blocksValue, blockTypes } from './blocks.ts';
import type { ResourceDeclaration } from './configuration.ts';
import type { Graph, Node } from './graph.ts';
import type { Instance } from './instances.ts';
import { asNestedBlocks } from './nested-blocks.ts';
import { OpenEntries } from './open-object.ts';
import { brokenAt } from './scope.ts';
import { sortedEntries } from './types.ts';

/** Arguments and blocks that steer Terraform itself and are no attributes of the resource. */
const META_ARGUMENTS: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
]);

/** One instance of a resource: each of its arguments is a node of the graph. */
export class ResourceInstance {
  readonly declaration: ResourceDeclaration;
  readonly instance: Instance;
  /** With the key of the instance. */
  readonly address: string;
  readonly collectionAddress: string;
  /** Why it is not certain that it is deployed, from its own expansion and those of the modules around it. */
  readonly uncertain: readonly Reason[] | undefined;
  readonly #arguments: ReadonlyMap<string, Node<Value>>;
  readonly #isRepresentative: boolean;
  #view: ObjectValue | undefined;

  constructor(details: {
    readonly declaration: ResourceDeclaration;
    readonly instance: Instance;
    readonly address: string;
    readonly collectionAddress: string;
    readonly isRepresentative: boolean;
    readonly uncertain: readonly Reason[] | undefined;
    readonly graph: Graph;
  }) {
    this.declaration = details.declaration;
    this.instance = details.instance;
    this.address = details.address;
    this.collectionAddress = details.collectionAddress;
    this.uncertain = details.uncertain;
    this.#isRepresentative = details.isRepresentative;
    this.#arguments = this.#argumentNodes(details.graph);
  }

  #argumentNodes(graph: Graph): ReadonlyMap<string, Node<Value>> {
    const { type: resourceType, block } = this.declaration;
    const { body, header } = block;
    const { scope } = this.instance;
    const nodes = new Map<string, Node<Value>>();
    const add = (name: string, range = header, compute: () => Value): void => {
      if (META_ARGUMENTS.has(name)) return;
      const onFailure = (): Value => brokenAt(range);
      nodes.set(name, graph.node({ name: `${this.address}.${name}`, range, compute, onFailure }));
    };
    for (const attribute of body.attributes) {
      add(attribute.name, attribute.range, () =>
        asNestedBlocks(resourceType, attribute.name, argumentValue(attribute, scope)),
      );
    }
    for (const type of blockTypes(body)) add(type, header, () => blocksValue(type, body, scope));
    return nodes;
  }

  /** The arguments and nested blocks that the configuration sets: what a mapper reads. */
  body(): ObjectValue {
    const entries = [...this.#arguments].map(([name, node]) => [name, node.value] as const);
    return objectValue(sortedEntries(entries), defaultAt(this.declaration.block.header), 'object');
  }

  /** The resource as expressions see it: what is not set is unknown, and still identified. */
  view(): ObjectValue {
    this.#view ??= this.#open(
      [...this.#arguments.keys(), 'id'],
      [],
      name => this.#arguments.get(name)?.value,
    );
    return this.#view;
  }

  #open(
    names: Iterable<string>,
    path: readonly (string | number)[],
    read: (name: string) => Value | undefined,
  ): ObjectValue {
    const seen = new Map<string, Value>();
    const entries = new OpenEntries({ collectionAddress: this.collectionAddress, path }, names, name => {
      let value = seen.get(name);
      if (value === undefined) {
        value = this.#seen(read(name), [...path, name]);
        seen.set(name, value);
      }
      return value;
    });
    return {
      kind: 'object',
      collection: 'object',
      entries,
      origin: defaultAt(this.declaration.block.header),
    };
  }

  /** How another resource sees an attribute. An argument that is null leaves the value to the provider. */
  #seen(value: Value | undefined, path: readonly (string | number)[]): Value {
    if (value === undefined || value.kind === 'null') return this.#decidedLater(path);
    if (value.kind === 'list' && value.more !== undefined) {
      // Expressions see it as Terraform does: how long the list is decides what an index or a splat finds.
      return this.#openUnknown(value.more, path);
    }
    if (value.kind === 'list' && value.collection === 'list') {
      // Blocks that nothing generates are as absent as those that are not written.
      return value.elements.length === 0 ? this.#decidedLater(path) : this.#openBlocks(value, path);
    }
    if (value.kind !== 'unknown' || value.reference !== undefined) return value;
    return this.#openUnknown(value, path);
  }

  /** Blocks of unknown number also have the attributes that only the provider sets. */
  #openUnknown(value: UnknownValue, path: readonly (string | number)[]): UnknownValue {
    const { element } = value;
    const open =
      element?.kind === 'object' && element.collection === 'object'
        ? { element: this.#open(element.entries.keys(), path, name => element.entries.get(name)) }
        : {};
    return { ...value, ...open, reference: this.#reference(path) };
  }

  #openBlocks(list: ListValue, path: readonly (string | number)[]): Value {
    const elements = list.elements.map((element, index) =>
      element.kind === 'object' && element.collection === 'object'
        ? this.#open(element.entries.keys(), [...path, index], name => element.entries.get(name))
        : element,
    );
    return { ...listValue(elements, list.origin, 'list'), ...(list.sensitive ? { sensitive: true } : {}) };
  }

  #decidedLater(path: readonly (string | number)[]): UnknownValue {
    const { mode, block } = this.declaration;
    const attribute = path.map(part => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
    const reason: Reason =
      mode === 'managed'
        ? { kind: 'provider', text: `${this.address}${attribute} is known only after deployment` }
        : { kind: 'data', text: `${this.address} is read at deployment` };
    return unknown(reason, defaultAt(block.header), { reference: this.#reference(path) });
  }

  #reference(path: readonly (string | number)[]) {
    return this.#isRepresentative
      ? { address: this.address, path, instanceUnknown: true as const }
      : { address: this.address, path };
  }
}
