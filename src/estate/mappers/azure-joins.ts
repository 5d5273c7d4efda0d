import { asNumber } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress, resourceAddressOf } from '../../value/resource-id.ts';
import { type Reason, reasonsIn, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { idKeys } from './azure-ids.ts';

/** What an id turned out to refer to. */
export type Joined<T> =
  | { readonly kind: 'found'; readonly item: T }
  /** Not in this deployment, or it cannot be told which one; why, in clauses. */
  | { readonly kind: 'unknown'; readonly reasons: readonly Reason[] };

/**
 * The key of what an id refers to. Besides resources, the subnets in a Terraform network's own block have
 * one: `azurerm_virtual_network.v.subnet[0]`; so do those in a network of ARM that are referred to by their place.
 */
export function keyOf(id: Value): string | undefined {
  const reference = id.kind === 'unknown' ? id.reference : undefined;
  if (reference !== undefined) {
    const [block, index, attribute, ...rest] = reference.path;
    if (block === 'subnet' && typeof index === 'number' && attribute === 'id' && rest.length === 0) {
      return `${reference.address}.subnet[${index}]`;
    }
    const [properties, subnets, place, own, ...deeper] = reference.path;
    if (properties === 'properties' && subnets === 'subnets' && own === 'id' && deeper.length === 0) {
      return `${canonicalAddress(reference.address)}.subnets[${place}]`;
    }
  }
  return resourceAddressOf(id);
}

/** Finds declared things by the ids that refer to them. */
export class Directory<
  T extends { readonly key: string; readonly resource: Resource; readonly alias?: string },
> {
  readonly #byKey = new Map<string, T>();
  readonly #byBase = new Map<string, T[]>();
  readonly #what: string;

  /** `what` names the things in reasons: `network interface`. The first declaration of a key counts. */
  constructor(what: string, items: readonly T[]) {
    this.#what = what;
    for (const item of items) {
      if (!this.#byKey.has(item.key)) this.#byKey.set(item.key, item);
      if (item.alias !== undefined && !this.#byKey.has(item.alias)) this.#byKey.set(item.alias, item);
      if (item.key === item.resource.address) this.#addAliases(item);
      const base = withoutInstance(item.key);
      const group = this.#byBase.get(base);
      if (group === undefined) this.#byBase.set(base, [item]);
      else group.push(item);
    }
  }

  #addAliases(item: T): void {
    for (const key of idKeys(item.resource)) if (!this.#byKey.has(key)) this.#byKey.set(key, item);
  }

  byKey(key: string): T | undefined {
    return this.#byKey.get(key);
  }

  find(id: Value): Joined<T> {
    const key = keyOf(id);
    const found = this.candidates(id);
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return { kind: 'found', item: only };
    const reasons = reasonsIn([id]);
    if (key === undefined && reasons.length > 0) return { kind: 'unknown', reasons };
    if (others.length > 0) return { kind: 'unknown', reasons: [this.#ambiguous(id)] };
    const text = `${this.#what} ${key ?? 'that is referred to'} is not in this deployment`;
    return { kind: 'unknown', reasons: [{ kind: 'data', text, range: id.origin.range }] };
  }

  /** All that the id may refer to; several when it names a resource, but not which of its instances. */
  candidates(id: Value): readonly T[] {
    const key = keyOf(id);
    if (key === undefined) return [];
    const exact = this.#byKey.get(key);
    if (exact !== undefined) return [exact];
    const anyInstance = id.kind === 'unknown' && id.reference?.instanceUnknown === true;
    return anyInstance ? (this.#byBase.get(key) ?? []) : [];
  }

  #ambiguous(id: Value): Reason {
    const address = keyOf(id) ?? '';
    const why = reasonsIn([id])
      .map(({ text }) => text)
      .join('; ');
    const text = `which instance of ${address} is meant is not known${why === '' ? '' : `: ${why}`}`;
    return { kind: 'input', text, range: id.origin.range };
  }
}

/** `azurerm_subnet.s["a"]` and `azurerm_subnet.s[0]` are instances of `azurerm_subnet.s`. */
const withoutInstance = (key: string): string => key.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, '');

/** What a resource makes of something, when it is not certain that the resource is deployed. */
export const ifDeployed = (value: Value, { uncertain }: Resource): Value =>
  uncertain === undefined ? value : unknown(uncertain, value.origin);

/** The slot of a data disk, `lun 2`; without a number when it is not known. */
export const lunSlot = (lun: Value | undefined): string => {
  const number = lun === undefined ? undefined : asNumber(lun);
  return number?.kind === 'number' ? `lun ${number.value}` : 'lun';
};
