import { type CollectionGroup, type Firewall, firewallPassage } from '../../azure/firewall.ts';
import { notTold, type Passage } from '../../azure/passage.ts';
import { AddressSet, parsePrefix } from '../../azure/prefixes.ts';
import type { Connection, SecurityRule, Sender } from '../../azure/security-rules.ts';
import { defaultAt, numberValue } from '../../value/make.ts';
import { readPath, textIn } from '../../value/read.ts';
import { canonicalAddress } from '../../value/resource-id.ts';
import { type Reason, uniteReasons, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type {
  AzureFirewall,
  AzureFirewallPolicy,
  AzureIpGroup,
  FirewallCollection,
  FirewallRule,
} from './azure-egress-inventory.ts';
import type { AzureInventory, AzureSubnet } from './azure-inventory.ts';
import { Directory } from './azure-joins.ts';
import { LooseParts } from './azure-loose-parts.ts';

/** The firewalls of a deployment: which one is at an address, and what it lets out. */
export class AzureFirewalls {
  readonly #firewalls: Directory<AzureFirewall>;
  readonly #all: readonly AzureFirewall[];
  readonly #policies: Directory<AzureFirewallPolicy>;
  readonly #subnets: Directory<AzureSubnet>;
  readonly #firewallSubnets: readonly AzureSubnet[];
  readonly #ipGroups: Directory<AzureIpGroup>;
  readonly #classic: LooseParts<FirewallCollection>;
  readonly #groups: LooseParts<CollectionGroup>;
  readonly #ipGroupParts: LooseParts<Value>;

  constructor({ egress, subnets: declared }: AzureInventory, subnets: Directory<AzureSubnet>) {
    this.#firewallSubnets = declared.filter(isForFirewalls);
    this.#all = egress.firewalls;
    this.#firewalls = new Directory('firewall', egress.firewalls);
    this.#policies = new Directory('firewall policy', egress.firewallPolicies);
    this.#subnets = subnets;
    this.#ipGroups = new Directory('IP group', egress.ipGroups);
    this.#classic = new LooseParts(egress.looseCollections, egress.firewalls);
    this.#ipGroupParts = new LooseParts(egress.looseIpGroupPrefixes, egress.ipGroups);
    this.#groups = new LooseParts(
      egress.collectionGroups.map(({ part, ...loose }) => ({
        ...loose,
        part: {
          address: part.resource.address,
          range: part.resource.range,
          priority: part.priority,
          collections: part.collections.map(collection => this.#resolved(collection)),
          moreCollections: part.moreCollections,
          uncertain: part.resource.uncertain,
        },
      })),
      egress.firewallPolicies,
    );
  }

  /**
   * The firewall that has a private address: one that the address is taken from, or the only one whose subnet
   * it lies in. `AzureFirewallSubnet` holds nothing but firewalls.
   */
  at(address: Value | undefined): AzureFirewall | undefined {
    if (address === undefined) return undefined;
    if (address.kind === 'unknown') {
      const { reference } = address;
      if (reference === undefined || reference.instanceUnknown === true) return undefined;
      return this.#firewalls.byKey(canonicalAddress(reference.address));
    }
    const text = textIn(address);
    const range = text === undefined ? undefined : parsePrefix(text);
    if (range === undefined) return undefined;
    const own = AddressSet.of(range);
    const exact = this.#all.filter(({ addresses }) => addresses.some(each => textIn(each) === text));
    const around = exact.length > 0 ? exact : this.#all.filter(each => this.#addressesOf(each).contains(own));
    if (around.length > 0) return around.length === 1 ? around[0] : undefined;
    return this.#onlyOne(own);
  }

  /**
   * The only firewall of the deployment, when its subnet is not told, there is only one subnet for firewalls and the
   * address lies in it: a firewall can be in no other.
   */
  #onlyOne(address: AddressSet): AzureFirewall | undefined {
    const [firewall, another] = this.#all;
    const [subnet, second] = this.#firewallSubnets;
    if (firewall === undefined || another !== undefined || subnet === undefined || second !== undefined) {
      return undefined;
    }
    const isTold = this.subnetsOf(firewall).length > 0;
    return !isTold && firewall.subnets.length > 0 && addressesIn([subnet]).contains(address)
      ? firewall
      : undefined;
  }

  #addressesOf(firewall: AzureFirewall): AddressSet {
    return addressesIn(this.subnetsOf(firewall));
  }

  subnetsOf({ subnets }: AzureFirewall): readonly AzureSubnet[] {
    return subnets.flatMap(id => {
      const subnet = this.#subnets.find(id);
      return subnet.kind === 'found' ? [subnet.item] : [];
    });
  }

  passage(firewall: AzureFirewall, sender: Sender, connection: Connection): Passage {
    const rules = this.#rulesOf(firewall);
    return 'reasons' in rules
      ? notTold(connection.targets.ofFamilies(sender.families), rules.reasons)
      : firewallPassage(rules, sender, connection);
  }

  #rulesOf(firewall: AzureFirewall): Firewall | { readonly reasons: readonly Reason[] } {
    const { address, range } = firewall.resource;
    const layers: (readonly CollectionGroup[])[] = [];
    const doubts: (readonly Reason[])[] = [];
    let id = firewall.policy;
    // A policy has one parent at most; ten are more than Azure allows.
    for (let depth = 0; id !== undefined && depth < 10; depth++) {
      const policy = this.#policies.find(id);
      if (policy.kind === 'unknown') return { reasons: policy.reasons };
      const own = this.#groups.of(policy.item);
      layers.unshift(own.parts);
      doubts.push(own.doubts);
      id = policy.item.base;
    }
    const classic = this.#classic.of(firewall);
    layers.push([
      {
        address,
        range,
        priority: numberValue(0, defaultAt(range)),
        collections: [...firewall.collections, ...classic.parts].map(part => this.#resolved(part)),
        moreCollections: firewall.moreCollections,
      },
    ]);
    const moreGroups = uniteReasons([...doubts, classic.doubts]);
    return { address, range, rules: { layers, moreGroups } };
  }

  #resolved(collection: FirewallCollection): CollectionGroup['collections'][number] {
    return { ...collection, rules: collection.rules.map(rule => this.#withIpGroups(rule)) };
  }

  #withIpGroups(rule: FirewallRule): SecurityRule {
    return {
      ...rule,
      sources: [...rule.sources, ...rule.sourceIpGroups.flatMap(id => this.#ipGroup(id))],
      destinations: [...rule.destinations, ...rule.destinationIpGroups.flatMap(id => this.#ipGroup(id))],
    };
  }

  #ipGroup(id: Value): readonly Value[] {
    const group = this.#ipGroups.find(id);
    if (group.kind === 'unknown') return [unknown(group.reasons, id.origin)];
    const { parts, doubts } = this.#ipGroupParts.of(group.item);
    const more = doubts.length === 0 ? [] : [unknown(doubts, id.origin)];
    return [...group.item.addresses, ...parts, ...more];
  }
}

function addressesIn(subnets: readonly AzureSubnet[]): AddressSet {
  return AddressSet.of(
    ...subnets.flatMap(({ prefixes }) =>
      prefixes.flatMap(prefix => {
        const text = textIn(prefix);
        return text === undefined ? [] : (parsePrefix(text) ?? []);
      }),
    ),
  );
}

/** Firewalls stand in subnets of this name, and nothing else does (Microsoft Learn, "Azure Firewall FAQ", 2026-11). */
const isForFirewalls = ({ key, resource }: AzureSubnet): boolean =>
  /\/subnets\/azurefirewallsubnet$/i.test(key) ||
  textIn(readPath(resource.body, ['name']))?.toLowerCase() === 'azurefirewallsubnet';
