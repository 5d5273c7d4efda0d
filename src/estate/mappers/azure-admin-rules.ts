import type { AdminRule } from '../../azure/nsg.ts';
import type { SecurityRule } from '../../azure/security-rules.ts';
import { resourceAddressOf } from '../../value/resource-id.ts';
import { type Reason, reasonsIn, uniteReasons } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { AzureAdminCollection } from './azure-egress-inventory.ts';
import type { AzureInventory, AzureVirtualNetwork } from './azure-inventory.ts';
import { keyOf } from './azure-joins.ts';
import { LooseParts } from './azure-loose-parts.ts';

/**
 * The security admin rules of network managers, and the networks that they are for: those in the groups of
 * their collection, once the configuration is deployed.
 */
export class AzureAdminRules {
  readonly #collections: readonly AzureAdminCollection[];
  readonly #rules: LooseParts<SecurityRule>;
  /** Networks of each group, by the group's key. */
  readonly #members: ReadonlyMap<string, readonly Value[]>;
  readonly #deployed: readonly Value[];

  constructor({ egress }: AzureInventory) {
    this.#collections = egress.adminCollections;
    this.#rules = new LooseParts(egress.adminRules, egress.adminCollections);
    const members = new Map<string, Value[]>();
    for (const { part, ownerKey, ownerName } of egress.networkGroupMembers) {
      const key = ownerKey ?? (ownerName === undefined ? undefined : keyOf(ownerName));
      if (key !== undefined) members.set(key, [...(members.get(key) ?? []), part]);
    }
    this.#members = members;
    this.#deployed = egress.deployedConfigurations;
  }

  /** The rules that are in force in a network, or may be. */
  of(network: AzureVirtualNetwork | undefined): readonly AdminRule[] {
    return this.#collections.flatMap(collection => {
      const applies = this.#appliesTo(collection, network);
      if (applies === false) return [];
      const doubts = uniteReasons([
        applies,
        this.#deploymentDoubts(collection),
        collection.resource.uncertain ?? [],
      ]);
      return this.#rules.of(collection).parts.map(rule => ({
        rule:
          doubts.length === 0 ? rule : { ...rule, uncertain: uniteReasons([rule.uncertain ?? [], doubts]) },
        address: collection.resource.address,
      }));
    });
  }

  /** False, or why it may not be; no reason when it surely is. */
  #appliesTo(
    { networkGroups, resource }: AzureAdminCollection,
    network: AzureVirtualNetwork | undefined,
  ): readonly Reason[] | false {
    const doubts: (readonly Reason[])[] = [];
    for (const group of networkGroups) {
      const key = keyOf(group);
      if (key === undefined) {
        doubts.push(reasonsIn([group]));
        continue;
      }
      const members = this.#members.get(key);
      if (members === undefined || network === undefined) {
        const text = `which networks are in ${key}, which ${resource.address} is for, is not told`;
        doubts.push([{ kind: 'data', text, range: group.origin.range }]);
        continue;
      }
      if (members.some(member => resourceAddressOf(member) === network.key)) return [];
      const open = members.filter(member => resourceAddressOf(member) === undefined);
      if (open.length > 0) doubts.push(reasonsIn(open));
    }
    return doubts.length === 0 ? false : uniteReasons(doubts);
  }

  #deploymentDoubts({ configuration, configurationKey, resource }: AzureAdminCollection): readonly Reason[] {
    const key = configurationKey ?? (configuration === undefined ? undefined : keyOf(configuration));
    if (key !== undefined && this.#deployed.some(id => keyOf(id) === key)) return [];
    const text = `whether the configuration of ${resource.address} is deployed to the region is not told`;
    return [{ kind: 'data', text, range: resource.range }];
  }
}
