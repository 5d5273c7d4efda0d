import { readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { textWithGaps } from '../../value/resource-id.ts';
import type { Reason } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { Loose } from './azure-inventory.ts';
import { Directory } from './azure-joins.ts';

interface Owner {
  readonly key: string;
  readonly resource: Resource;
  /** Absent when parts name it by id alone. */
  readonly name?: Value;
}

/**
 * Rules, routes and other parts that stand outside what they belong to. ARM tells it by their id, Terraform by
 * an id or by a name, which is unique in its resource group.
 */
export class LooseParts<Part> {
  readonly #owned = new Map<Owner, Part[]>();
  /** Parts of an owner that cannot be told: they may be anyone's. */
  readonly #anyones: readonly Resource[];

  constructor(parts: readonly Loose<Part>[], owners: readonly Owner[]) {
    const ids = new Directory('', owners);
    const byName = new Map<string, Owner[]>();
    for (const owner of owners) if (owner.name !== undefined) add(byName, nameKey(owner.name), owner);
    const anyones: Resource[] = [];
    for (const { part, resource, ownerKey, ownerName } of parts) {
      const key = ownerKey ?? referencedKey(ownerName);
      const [keyed] = ownerName === undefined ? [] : ids.candidates(ownerName);
      const owner = (key === undefined ? undefined : ids.byKey(key)) ?? keyed;
      const named = ownerName === undefined ? [] : (byName.get(nameKey(ownerName)) ?? []);
      const found =
        owner === undefined ? named.filter(other => sameGroup(other.resource, resource)) : [owner];
      for (const each of found) add(this.#owned, each, part);
      if (found.length === 0 && ownerName !== undefined && !isIdentified(ownerName)) anyones.push(resource);
    }
    this.#anyones = anyones;
  }

  /** The parts of one owner, and why it may have others. */
  of(owner: Owner): { readonly parts: readonly Part[]; readonly doubts: readonly Reason[] } {
    const doubts = this.#anyones.map(({ address, range }): Reason => {
      return { kind: 'input', text: `${address} may belong to ${owner.resource.address}`, range };
    });
    return { parts: this.#owned.get(owner) ?? [], doubts };
  }
}

/** Alike for names in which the same unknown stands. */
const nameKey = (name: Value): string => textWithGaps(name).toLowerCase();

function add<Key, Item>(index: Map<Key, Item[]>, key: Key, item: Item): void {
  const others = index.get(key);
  if (others === undefined) index.set(key, [item]);
  else others.push(item);
}

/** What it names is known, though it may not be in this deployment. */
const isIdentified = (name: Value): boolean =>
  name.kind !== 'unknown' || (name.reference !== undefined && name.reference.instanceUnknown !== true);

/** A name that is known only after deployment may still say whose it is. */
function referencedKey(name: Value | undefined): string | undefined {
  const reference = name?.kind === 'unknown' ? name.reference : undefined;
  return reference === undefined || reference.instanceUnknown === true ? undefined : reference.address;
}

function sameGroup(a: Resource, b: Resource): boolean {
  const [first, second] = [a, b].map(({ body }) => textIn(readPath(body, ['resource_group_name'])));
  return first === undefined || second === undefined || first.toLowerCase() === second.toLowerCase();
}
