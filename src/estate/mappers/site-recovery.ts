import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import { valueText } from '../../value/json.ts';
import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { asBool, asNumber, readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress, resourceAddressOf, textWithGaps } from '../../value/resource-id.ts';
import { type Reason, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { contentsNotToldYet } from '../disk-contents.ts';
import type {
  MappedPlatform,
  Mapper,
  MapperFacts,
  ReplicatedDisk,
  ReplicatedSource,
  ReplicationDraft,
} from '../mapper.ts';
import type { Disk, Machine } from '../model.ts';
import { azureInventory } from './azure.ts';
import { tierOf } from './azure-disks.ts';
import { AzureInterfaces } from './azure-interfaces.ts';
import type { AzureInventory, AzureMachine } from './azure-inventory.ts';
import { Directory } from './azure-joins.ts';
import { mailFlow } from './azure-mail-flow.ts';
import { AzureNetwork } from './azure-network.ts';
import { AzurePlacement } from './azure-placement.ts';
import { sizeFacts } from './azure-sizes.ts';
import { declarationHints } from './declaration-hints.ts';
import { isSiteRecoveryAzurermType, readSiteRecoveryAzurerm } from './site-recovery-azurerm.ts';
import { emptySiteRecovery, type ItemDisk, type ReplicatedItem } from './site-recovery-inventory.ts';
import { TargetNetworks } from './site-recovery-network.ts';
import {
  isSiteRecoveryResourceManagerType,
  readSiteRecoveryResourceManager,
} from './site-recovery-resource-manager.ts';
import { VaultContents } from './site-recovery-vault.ts';

/** What Azure Site Recovery replicates, and the Azure machines that this becomes in a failover. */
export const siteRecoveryMapper: Mapper = {
  platform: 'asr',
  handles: type => isSiteRecoveryAzurermType(type) || isSiteRecoveryResourceManagerType(type),
  map: mapSiteRecovery,
};

function mapSiteRecovery(resources: readonly Resource[], facts: MapperFacts): MappedPlatform {
  const siteRecovery = emptySiteRecovery();
  for (const resource of resources) {
    if (resource.language === 'terraform') readSiteRecoveryAzurerm(resource, siteRecovery);
    else readSiteRecoveryResourceManager(resource, siteRecovery);
  }
  const diagnostics = siteRecovery.unread.map(({ resource, kind }) => unreadKind(resource, kind));
  if (siteRecovery.items.length === 0) return { machines: [], diagnostics };
  const { inventory } = azureInventory(resources);
  const vaults = new VaultContents(siteRecovery);
  const networks = new TargetNetworks(resources, inventory);
  const failovers = new Failovers(resources, inventory, vaults, networks, facts);
  return { machines: [], diagnostics, replications: siteRecovery.items.map(item => failovers.draftOf(item)) };
}

function unreadKind({ address, range }: Resource, kind: Value | undefined): Diagnostic {
  const shown = kind === undefined ? 'is not stated' : `is ${valueText(kind)}`;
  const text = `${address} is not judged: its kind of replication ${shown}.`;
  return diagnostic('estate-unsupported-type', text, range);
}

/** Makes the machines after a failover. */
class Failovers {
  readonly #resources: ReadonlyMap<string, Resource>;
  readonly #inventory: AzureInventory;
  readonly #vaults: VaultContents;
  readonly #networks: TargetNetworks;
  readonly #network: AzureNetwork;
  readonly #interfaces: AzureInterfaces;
  readonly #placement: AzurePlacement;
  readonly #accounts: Directory<{ readonly key: string; readonly resource: Resource }>;
  readonly #relays: readonly Value[];

  constructor(
    resources: readonly Resource[],
    inventory: AzureInventory,
    vaults: VaultContents,
    networks: TargetNetworks,
    { relays }: MapperFacts,
  ) {
    this.#resources = new Map(resources.map(resource => [canonicalAddress(resource.address), resource]));
    this.#inventory = inventory;
    this.#vaults = vaults;
    this.#networks = networks;
    this.#network = new AzureNetwork(inventory);
    this.#interfaces = new AzureInterfaces(inventory);
    this.#placement = new AzurePlacement(inventory);
    this.#accounts = new Directory(
      'storage account',
      resources
        .filter(({ type }) => /^(?:azurerm_storage_account|microsoft\.storage\/storageaccounts)$/i.test(type))
        .map(resource => ({ key: canonicalAddress(resource.address), resource })),
    );
    this.#relays = relays;
  }

  draftOf(item: ReplicatedItem): ReplicationDraft {
    const { resource, testNetwork } = item;
    const here = defaultAt(resource.range);
    const isInNetwork = (network: Value): boolean | undefined =>
      item.sourceId === undefined ? undefined : this.#networks.isIn(item.sourceId, network);
    const { network, isMapped } = this.#vaults.targetNetwork(item, isInNetwork);
    const sameNetwork =
      testNetwork === undefined || network === undefined
        ? false
        : this.#networks.areSame(testNetwork, network);
    const { isPlanned, boots } = this.#vaults.recovery(item);
    return {
      address: resource.address,
      resource,
      direction: this.#vaults.direction(item),
      source: sourceOf(item),
      machine: this.#machineOf(item, network),
      disks: item.disks.map((disk, index) => this.#diskOf(item, disk, index)),
      everyDisk:
        item.everyDisk === undefined || item.disks.length > 0
          ? undefined
          : this.#everyDisk(item, item.everyDisk),
      moreDisks: item.moreDisks,
      boots,
      facts: {
        networkMapped: isMapped,
        inRecoveryPlan: isPlanned,
        appConsistentHours: this.#vaults.appConsistentHours(item),
        ...(item.direction === 'hyper-v-to-azure' ? { targetStorage: this.#vaults.targetStorage(item) } : {}),
        ...(item.canTest
          ? {
              testNetwork: boolValue(testNetwork !== undefined, testNetwork?.origin ?? here),
              testsInTargetNetwork:
                sameNetwork === undefined
                  ? unknown(whichNetwork(resource), testNetwork?.origin ?? here)
                  : boolValue(sameNetwork, testNetwork?.origin ?? here),
            }
          : {}),
      },
    };
  }

  #machineOf(item: ReplicatedItem, network: Value | undefined): Machine {
    const { resource } = item;
    const here = defaultAt(resource.range);
    const own = this.#azureMachine(item, network);
    return {
      address: resource.address,
      platform: 'asr',
      resource,
      name: own.name,
      computerName: undefined,
      tags: item.tags,
      hints: declarationHints(resource),
      os: { family: item.osFamily ?? unknown(osNotTold(resource), here), release: undefined },
      ...(own.size === undefined ? {} : { size: own.size }),
      ...sizeFacts(own),
      // A failover keeps neither; the snapshots that replication takes are its own and do not last.
      hibernationEnabled: boolValue(false, here),
      hasSnapshot: boolValue(false, here),
      placement: this.#placement.of(own),
      disks: [],
      networkInterfaces: this.#interfaces.of(own),
      mailFlow: mailFlow(own, this.#network, this.#relays),
    };
  }

  /** The machine as if a template declared it in Azure. */
  #azureMachine(item: ReplicatedItem, network: Value | undefined): AzureMachine {
    const { resource } = item;
    const sizeNotTold = `${resource.address} states no size: Site Recovery picks one by that of the replicated machine`;
    return {
      key: item.key,
      resource,
      name: item.targetName ?? item.sourceName ?? this.#nameOfId(item.sourceId) ?? nameNotTold(resource),
      computerName: undefined,
      tags: undefined,
      size:
        item.size ??
        unknown({ kind: 'provider', text: sizeNotTold, range: resource.range }, defaultAt(resource.range)),
      osFamily: item.osFamily,
      image: { publisher: undefined, offer: undefined, sku: undefined, id: undefined },
      disks: [],
      moreDisks: undefined,
      interfaces: [],
      ownInterfaces: this.#networks.interfaces(item, network),
      region: this.#vaults.targetRegion(item) ?? this.#networks.region(network),
      zone: item.zone,
      availabilitySet: item.availabilitySet,
      scaleSet: item.scaleSet,
      host: undefined,
      hostGroup: undefined,
      hibernation: undefined,
      priority: undefined,
      diskController: undefined,
      madeBy: undefined,
    };
  }

  /** The name of what an id refers to: that of the resource, else the last part of the id. */
  #nameOfId(id: Value | undefined): Value | undefined {
    const key = id === undefined ? undefined : resourceAddressOf(id);
    if (id === undefined || key === undefined) return undefined;
    const resource = this.#resources.get(key);
    const name = resource && readPath(resource.body, ['name'], { ignoreCase: true });
    const last = key.split('/').at(-1) ?? '';
    return name ?? (key.includes('/') && !last.includes('{') ? stringValue(last, id.origin) : undefined);
  }

  #diskOf(item: ReplicatedItem, disk: ItemDisk, index: number): ReplicatedDisk {
    const here = defaultAt(disk.range);
    const name = this.#nameOfId(disk.id) ?? stringValue(`disk ${index + 1}`, disk.id?.origin ?? here);
    const sizeNotTold = `the size of ${textWithGaps(name)} is that of the replicated disk, which is not in this deployment`;
    return {
      source: disk.id,
      keepsSku: disk.sku === undefined && item.direction === 'azure-to-azure',
      cacheRegion: this.#regionOfAccount(disk.cacheAccount),
      disk: {
        ...targetDisk(item, disk.address, disk.sku ?? this.#skuNotStated(item, disk)),
        name,
        slot: `disk ${index + 1}`,
        sizeGib:
          disk.sizeGib === undefined
            ? unknown({ kind: 'data', text: sizeNotTold, range: disk.range }, here)
            : asNumber(disk.sizeGib),
        contents: contentsNotToldYet(false, here),
      },
    };
  }

  #everyDisk(item: ReplicatedItem, sku: Value): Disk {
    const { resource } = item;
    const text = `the disks of the machine that ${resource.address} replicates are not in this deployment`;
    return {
      ...targetDisk(item, `${resource.address} disks`, sku),
      sizeGib: unknown({ kind: 'data', text, range: resource.range }, defaultAt(resource.range)),
    };
  }

  /** A Hyper-V machine that becomes no managed disks has its blobs in a storage account. */
  #skuNotStated(
    { resource, direction, managedDisks, storageAccount }: ReplicatedItem,
    disk: ItemDisk,
  ): Value {
    const here = defaultAt(disk.range);
    const managed = managedDisks === undefined ? undefined : asBool(managedDisks);
    if (direction === 'hyper-v-to-azure' && storageAccount !== undefined && !isTrue(managed)) {
      const account = new Directory('storage account', this.#inventory.storageAccounts).find(storageAccount);
      return account.kind === 'found' ? account.item.sku : unknown(account.reasons, here);
    }
    const text =
      direction === 'azure-to-azure'
        ? `${resource.address} keeps the storage type of a disk that is not in this deployment`
        : `${resource.address} states no storage type for its disks: the service picks one`;
    return unknown({ kind: 'provider', text, range: disk.range }, here);
  }

  #regionOfAccount(id: Value | undefined): Value | undefined {
    if (id === undefined) return undefined;
    const account = this.#accounts.find(id);
    return account.kind === 'found'
      ? readPath(account.item.resource.body, ['location'], { ignoreCase: true })
      : unknown(account.reasons, id.origin);
  }
}

const isTrue = (value: Value | undefined): boolean => value?.kind === 'bool' && value.value;

function targetDisk(item: ReplicatedItem, address: string, sku: Value): Disk {
  const { resource } = item;
  const here = defaultAt(sku.origin.range);
  return {
    address,
    resource,
    name: stringValue('every disk', here),
    isOs: false,
    slot: 'every disk',
    tags: new Map(),
    sku,
    tier: tierOf(sku),
    managed: becomesManaged(item, sku.origin),
    sizeGib: undefined,
    presentation: stringValue('block', here),
    contents: contentsNotToldYet(false, here),
  };
}

/** Only Hyper-V has a choice: what goes to a storage account becomes a blob there. */
function becomesManaged(item: ReplicatedItem, origin: Origin): Value {
  const { resource, direction, managedDisks, storageAccount, everyDisk } = item;
  if (direction !== 'hyper-v-to-azure' || everyDisk !== undefined) return boolValue(true, origin);
  if (managedDisks !== undefined) return asBool(managedDisks);
  if (storageAccount !== undefined) return boolValue(false, storageAccount.origin);
  const text = `${resource.address} states neither managed disks nor a storage account`;
  return unknown({ kind: 'provider', text, range: resource.range }, origin);
}

function sourceOf({ direction, sourceId, sourceName }: ReplicatedItem): ReplicatedSource {
  switch (direction) {
    case 'azure-to-azure':
      return { id: sourceId, platforms: ['azure'] };
    case 'vmware-to-azure':
      return { name: sourceName, platforms: ['vsphere'] };
    case 'hyper-v-to-azure':
      return { name: sourceName, platforms: ['hyper-v', 'scvmm'] };
  }
}

const osNotTold = ({ address, range }: Resource): Reason => ({
  kind: 'data',
  text: `the operating system of the machine that ${address} replicates is not told`,
  range,
});

const whichNetwork = ({ address, range }: Resource): Reason => ({
  kind: 'provider',
  text: `whether the test network of ${address} is its target network too is not told`,
  range,
});

const nameNotTold = ({ address, range }: Resource): Value =>
  unknown(
    { kind: 'data', text: `the machine that ${address} replicates is not in this deployment`, range },
    defaultAt(range),
  );
