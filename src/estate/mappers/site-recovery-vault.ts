import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import { asBool, textIn } from '../../value/read.ts';
import { resourceAddressOf, textWithGaps } from '../../value/resource-id.ts';
import { type Reason, reasonsIn, uniteReasons, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { BootPlace } from '../mapper.ts';
import { Directory, keyOf } from './azure-joins.ts';
import type {
  Fabric,
  NetworkMapping,
  ReplicatedItem,
  ReplicationPolicy,
  SiteRecoveryInventory,
  Vault,
} from './site-recovery-inventory.ts';

/**
 * What else is in the vault of a replicated machine: its policy, its fabrics, network mappings, recovery plans. A
 * vault that the deployment does not make may hold others that stand elsewhere.
 */
export class VaultContents {
  readonly #policies: Directory<ReplicationPolicy>;
  readonly #fabrics: Directory<Fabric>;
  readonly #items: Directory<ReplicatedItem>;
  readonly #inventory: SiteRecoveryInventory;

  constructor(inventory: SiteRecoveryInventory) {
    this.#policies = new Directory('replication policy', inventory.policies);
    this.#fabrics = new Directory('fabric', inventory.fabrics);
    this.#items = new Directory('replicated machine', inventory.items);
    this.#inventory = inventory;
  }

  /** A string; of a machine on Hyper-V the fabric tells whether VMM manages its hosts. */
  direction(item: ReplicatedItem): Value {
    const here = defaultAt(item.resource.range);
    if (item.direction !== 'hyper-v-to-azure') return stringValue(item.direction, here);
    const fabric = item.fabric === undefined ? undefined : this.#fabrics.find(item.fabric);
    const kind = fabric?.kind === 'found' ? fabric.item.kind : undefined;
    if (kind?.kind === 'string') {
      return stringValue(kind.value === 'vmm' ? 'vmm-to-azure' : 'hyper-v-to-azure', kind.origin);
    }
    const [mapping] = this.#mappings(item, 'vmm');
    if (mapping !== undefined) return stringValue('vmm-to-azure', defaultAt(mapping.resource.range));
    const text = `whether VMM manages the hosts that ${item.resource.address} replicates from is not told: state estate.vmm in exvet.yaml`;
    return unknown({ kind: 'declaration', text, range: item.resource.range }, here, {
      candidates: [stringValue('hyper-v-to-azure', here), stringValue('vmm-to-azure', here)],
    });
  }

  /** The region of the fabric that it fails over to. */
  targetRegion({ targetFabric }: ReplicatedItem): Value | undefined {
    if (targetFabric === undefined) return undefined;
    const found = this.#fabrics.find(targetFabric);
    if (found.kind === 'found') return found.item.region;
    // The id of a container of the fabric.
    const [, fabric] = /^(.*\/replicationfabrics\/[^/]+)\//.exec(keyOf(targetFabric) ?? '') ?? [];
    return fabric === undefined ? undefined : this.#fabrics.byKey(fabric)?.region;
  }

  appConsistentHours({ resource, policy }: ReplicatedItem): Value {
    const here = defaultAt(resource.range);
    const text = `${resource.address} names no replication policy`;
    if (policy === undefined) return unknown({ kind: 'data', text, range: resource.range }, here);
    const found = this.#policies.find(policy);
    return found.kind === 'found' ? found.item.appConsistentHours : unknown(found.reasons, policy.origin);
  }

  /** Hyper-V: managed disks, an account of its own, or one that the policy names. A bool. */
  targetStorage({ resource, managedDisks, storageAccount, everyDisk, policy }: ReplicatedItem): Value {
    const here = defaultAt(resource.range);
    const stated = storageAccount ?? everyDisk;
    if (stated !== undefined) return boolValue(true, stated.origin);
    const managed = managedDisks === undefined ? undefined : asBool(managedDisks);
    if (managed !== undefined && (managed.kind !== 'bool' || managed.value)) return managed;
    if (policy === undefined) return boolValue(false, here);
    const found = this.#policies.find(policy);
    return found.kind === 'found' ? found.item.namesStorage : unknown(found.reasons, here);
  }

  /**
   * The network that it comes into: its own, else that of a network mapping. `isMapped` is a bool. `isInNetwork`
   * says whether the replicated machine is in a network, as far as it can be told.
   */
  targetNetwork(
    item: ReplicatedItem,
    isInNetwork: (network: Value) => boolean | undefined,
  ): { readonly network: Value | undefined; readonly isMapped: Value } {
    const { network, direction, resource } = item;
    if (network !== undefined) return { network, isMapped: boolValue(true, network.origin) };
    const here = defaultAt(resource.range);
    // Only VMM and Azure have networks that can be mapped.
    const way = textIn(this.direction(item));
    if (way === 'hyper-v-to-azure' || way === 'vmware-to-azure') {
      return { network, isMapped: boolValue(false, here) };
    }
    const kind = direction === 'azure-to-azure' ? 'azure' : 'vmm';
    const possible = this.#mappings(item, kind).filter(
      ({ source }) => source === undefined || isInNetwork(source) !== false,
    );
    const certain = possible.filter(({ source }) => source !== undefined && isInNetwork(source) === true);
    const [only, ...others] = certain.length > 0 ? certain : possible;
    if (only?.target !== undefined) {
      const target = only.target;
      const isMapped = boolValue(true, target.origin);
      if (others.length === 0) return { network: target, isMapped };
      const text = `which of the network mappings of the vault counts for ${resource.address} is not told`;
      return {
        network: unknown({ kind: 'data', text, range: resource.range }, here),
        isMapped,
      };
    }
    const text = `no network mapping of this deployment counts for ${resource.address}`;
    return { network: undefined, isMapped: this.#unlessElsewhere(item, text) };
  }

  /** Whether a recovery plan names it (a bool), and where those that do start it. */
  recovery(item: ReplicatedItem): { readonly isPlanned: Value; readonly boots: readonly BootPlace[] } {
    const boots: BootPlace[] = [];
    const doubts: (readonly Reason[])[] = [];
    let named: Value | undefined;
    for (const plan of this.#inventory.plans) {
      for (const [group, ids] of plan.groups.entries()) {
        for (const id of ids) {
          if (this.#items.candidates(id).includes(item)) {
            named ??= id;
            boots.push({ plan: plan.resource.address, group });
          } else if (id.kind === 'unknown' && resourceAddressOf(id) === undefined) {
            doubts.push(reasonsIn([id]));
          }
        }
      }
    }
    if (named !== undefined) return { isPlanned: boolValue(true, named.origin), boots };
    const here = defaultAt(item.resource.range);
    if (doubts.length > 0) return { isPlanned: unknown(uniteReasons(doubts), here), boots };
    const text = `no recovery plan of this deployment names ${item.resource.address}`;
    return { isPlanned: this.#unlessElsewhere(item, text), boots };
  }

  /** False when the deployment makes the vault, and so all that is in it. */
  #unlessElsewhere(item: ReplicatedItem, text: string): Value {
    const here = defaultAt(item.resource.range);
    if (this.#inventory.vaults.some(vault => isVault(vault, item.vault))) return boolValue(false, here);
    const reason = `${text}, and its vault, which is not in it, may have one`;
    return unknown({ kind: 'data', text: reason, range: item.resource.range }, here);
  }

  /** The network mappings of the vault of an item. */
  #mappings({ vault }: ReplicatedItem, kind: NetworkMapping['kind']): readonly NetworkMapping[] {
    return this.#inventory.networkMappings.filter(
      mapping => mapping.kind === kind && this.#isOneVault(mapping.vault, vault),
    );
  }

  #isOneVault(a: Value | undefined, b: Value | undefined): boolean {
    const own = this.#inventory.vaults.find(vault => isVault(vault, a));
    if (own !== undefined) return isVault(own, b);
    return a !== undefined && b !== undefined && vaultText(a) === vaultText(b);
  }
}

const vaultText = (id: Value): string =>
  (resourceAddressOf(id) ?? textWithGaps(id)).toLowerCase().split('/').at(-1) ?? '';

/** A vault goes by its id or by its name. */
function isVault({ key, resource, name }: Vault, id: Value | undefined): boolean {
  if (id === undefined) return false;
  const found = resourceAddressOf(id);
  if (found === key || found === resource.address) return true;
  const own = textWithGaps(name).toLowerCase();
  return (
    own !== '' && (textIn(id)?.toLowerCase().split('/').at(-1) ?? textWithGaps(id).toLowerCase()) === own
  );
}
