import type { SourceRange } from '../../source/range.ts';
import type { Resource } from '../../value/resource.ts';
import type { UnknownValue, Value } from '../../value/value.ts';
import type { ReplicationDirection } from '../model.ts';
import type { Declared } from './azure-inventory.ts';

/**
 * The resources of Azure Site Recovery as both languages declare them: `site-recovery-azurerm.ts` and
 * `site-recovery-resource-manager.ts` fill it, `site-recovery.ts` joins it. A `Value` that is `undefined` is not
 * stated.
 */
export interface SiteRecoveryInventory {
  readonly items: ReplicatedItem[];
  readonly policies: ReplicationPolicy[];
  readonly fabrics: Fabric[];
  readonly networkMappings: NetworkMapping[];
  readonly plans: RecoveryPlan[];
  /** The vaults that the deployment makes. */
  readonly vaults: Vault[];
  /** Replicated machines of a kind that is not read, or not known. */
  readonly unread: { readonly resource: Resource; readonly kind: Value | undefined }[];
}

export const emptySiteRecovery = (): SiteRecoveryInventory => ({
  items: [],
  policies: [],
  fabrics: [],
  networkMappings: [],
  plans: [],
  vaults: [],
  unread: [],
});

export interface ReplicatedItem extends Declared {
  /** `hyper-v-to-azure` stands for VMM too: the fabric tells which of them it is. */
  readonly direction: Exclude<ReplicationDirection, 'vmm-to-azure' | 'hyper-v-replica'>;
  /** The id of the replicated machine, when it is in Azure. */
  readonly sourceId: Value | undefined;
  /** Its name, when it is on premises. */
  readonly sourceName: Value | undefined;
  /** The name of the machine after a failover; that of the replicated one when not stated. */
  readonly targetName: Value | undefined;
  readonly osFamily: Value | undefined;
  readonly tags: ReadonlyMap<string, Value>;
  readonly vault: Value | undefined;
  /** The fabric that it is replicated from, and that to which: a name or an id. */
  readonly fabric: Value | undefined;
  readonly targetFabric: Value | undefined;
  readonly policy: Value | undefined;
  readonly disks: readonly ItemDisk[];
  /** Set when it may have disks that are not in `disks`. */
  readonly moreDisks: UnknownValue | undefined;
  /** The storage type of all disks, when one is stated for them together. */
  readonly everyDisk: Value | undefined;
  /** Hyper-V: whether it becomes managed disks, and the account for replicated data. */
  readonly managedDisks: Value | undefined;
  readonly storageAccount: Value | undefined;
  readonly size: Value | undefined;
  readonly zone: Value | undefined;
  readonly availabilitySet: Value | undefined;
  readonly scaleSet: Value | undefined;
  readonly network: Value | undefined;
  readonly testNetwork: Value | undefined;
  /** Whether the resource has a place for a test network. */
  readonly canTest: boolean;
  readonly interfaces: readonly ItemInterface[];
}

export interface ItemDisk {
  readonly address: string;
  readonly range: SourceRange;
  readonly id: Value | undefined;
  /** The storage type after a failover. */
  readonly sku: Value | undefined;
  readonly cacheAccount: Value | undefined;
  readonly sizeGib: Value | undefined;
}

export interface ItemInterface {
  readonly range: SourceRange;
  /** The name of the subnet in the target network. */
  readonly subnetName: Value | undefined;
  /** Its id, where the resource takes one. */
  readonly subnet: Value | undefined;
  readonly address: Value | undefined;
  /** The id of its public address. */
  readonly publicAddress: Value | undefined;
  /** The ids of its load balancer pools; an unknown one may stand for several. */
  readonly pools: readonly Value[];
}

export interface ReplicationPolicy extends Declared {
  readonly name: Value;
  /** Hours between application-consistent recovery points. A number. */
  readonly appConsistentHours: Value;
  /** Hyper-V: it names storage accounts to replicate to. A bool. */
  readonly namesStorage: Value;
}

export interface Fabric extends Declared {
  readonly name: Value;
  /** `azure`, `hyper-v-site`, `vmm`, `vmware`. A string. */
  readonly kind: Value;
  /** The region of an Azure fabric. */
  readonly region: Value | undefined;
}

/** What networks of one side become on the other. */
export interface NetworkMapping extends Declared {
  readonly kind: 'azure' | 'vmm';
  readonly vault: Value | undefined;
  /** Azure: the id of the source network. */
  readonly source: Value | undefined;
  readonly target: Value | undefined;
}

export interface RecoveryPlan extends Declared {
  readonly vault: Value | undefined;
  /** The ids of the items of each boot group, in their order; an unknown one may stand for several. */
  readonly groups: readonly (readonly Value[])[];
}

export interface Vault extends Declared {
  readonly name: Value;
}
