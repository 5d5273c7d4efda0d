import { boolValue, defaultAt, nullValue, numberValue, stringValue } from '../../value/make.ts';
import { readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress } from '../../value/resource-id.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { tagsOf } from './azure-disks.ts';
import { elementsAt } from './azure-lists.ts';
import { inHours } from './site-recovery-azurerm.ts';
import type { ItemDisk, ReplicatedItem, SiteRecoveryInventory } from './site-recovery-inventory.ts';

/**
 * Reads the Site Recovery types of Resource Manager, from ARM JSON and Bicep alike: Microsoft.RecoveryServices
 * 2025-08-01 of the public type index.
 */

type Reader = (resource: Resource, inventory: SiteRecoveryInventory) => void;

const VAULT = 'Microsoft.RecoveryServices/vaults';
const FABRIC = `${VAULT}/replicationFabrics`;
const CONTAINER = `${FABRIC}/replicationProtectionContainers`;

export const RESOURCE_MANAGER_SITE_RECOVERY: Readonly<Record<string, Reader>> = {
  [VAULT]: readVault,
  [FABRIC]: readFabric,
  [`${VAULT}/replicationPolicies`]: readPolicy,
  [`${VAULT}/replicationRecoveryPlans`]: readPlan,
  [`${CONTAINER}/replicationProtectedItems`]: readItem,
  [`${FABRIC}/replicationNetworks/replicationNetworkMappings`]: readMapping,
  // They tie the others together, and the estate takes nothing from them.
  [CONTAINER]: () => undefined,
  [`${CONTAINER}/replicationProtectionContainerMappings`]: () => undefined,
};

const READERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries(RESOURCE_MANAGER_SITE_RECOVERY).map(([type, reader]) => [type.toLowerCase(), reader]),
);

export const isSiteRecoveryResourceManagerType = (type: string): boolean => READERS.has(type.toLowerCase());

/** Adds what a resource declares to the inventory. An `existing` one declares nothing. */
export function readSiteRecoveryResourceManager(resource: Resource, inventory: SiteRecoveryInventory): void {
  if (resource.mode !== 'managed' || resource.changes !== undefined) return;
  READERS.get(resource.type.toLowerCase())?.(resource, inventory);
}

const ANY_CASE = { ignoreCase: true } as const;

const readArm = (from: Value, ...path: (string | number)[]): Value | undefined =>
  readPath(from, path, ANY_CASE);

const keyOfResource = (resource: Resource): string => canonicalAddress(resource.address);

/** The last part of its name. */
function ownName(resource: Resource): Value {
  const name = readArm(resource.body, 'name') ?? nullValue(defaultAt(resource.range));
  return name.kind === 'string' ? stringValue(name.value.split('/').at(-1) ?? '', name.origin) : name;
}

/** The id of a resource above one, down to a segment of its key: `vaults`, `replicationFabrics`. */
function above(resource: Resource, segment: string): Value | undefined {
  const key = resource.parent ?? keyOfResource(resource);
  const segments = key.split('/');
  const at = segments.indexOf(segment.toLowerCase());
  const name = segments[at + 1];
  if (at < 0 || name === undefined) return undefined;
  return stringValue(`/providers/${segments.slice(0, at + 2).join('/')}`, defaultAt(resource.range));
}

function readVault(resource: Resource, to: SiteRecoveryInventory): void {
  to.vaults.push({ key: keyOfResource(resource), resource, name: ownName(resource) });
}

const FABRIC_KINDS: Readonly<Record<string, string>> = {
  azure: 'azure',
  hypervsite: 'hyper-v-site',
  vmm: 'vmm',
  inmagercm: 'vmware',
  vmwarev2: 'vmware',
  vmware: 'vmware',
};

function readFabric(resource: Resource, to: SiteRecoveryInventory): void {
  const details = (name: string): Value | undefined =>
    readArm(resource.body, 'properties', 'customDetails', name);
  const type = details('instanceType');
  const kind = FABRIC_KINDS[textIn(type)?.toLowerCase() ?? ''];
  const reason = `${resource.address} does not tell what kind of fabric it is`;
  to.fabrics.push({
    key: keyOfResource(resource),
    resource,
    name: ownName(resource),
    kind:
      type !== undefined && kind !== undefined
        ? stringValue(kind, type.origin)
        : unknown({ kind: 'provider', text: reason, range: resource.range }, defaultAt(resource.range)),
    region: details('location'),
  });
}

function readPolicy(resource: Resource, to: SiteRecoveryInventory): void {
  const input = (name: string): Value | undefined =>
    readArm(resource.body, 'properties', 'providerSpecificInput', name);
  const hours = input('applicationConsistentSnapshotFrequencyInHours');
  const minutes = input('appConsistentFrequencyInMinutes');
  const storage = readElements(
    resource.body,
    ['properties', 'providerSpecificInput', 'storageAccounts'],
    ANY_CASE,
  );
  to.policies.push({
    key: keyOfResource(resource),
    resource,
    name: ownName(resource),
    appConsistentHours:
      hours === undefined
        ? minutes === undefined
          ? numberValue(0, defaultAt(resource.range))
          : inHours(minutes, 60)
        : inHours(hours, 1),
    namesStorage: storage.more ?? boolValue(storage.elements.length > 0, defaultAt(resource.range)),
  });
}

function readPlan(resource: Resource, to: SiteRecoveryInventory): void {
  const { elements, more } = readElements(resource.body, ['properties', 'groups'], ANY_CASE);
  const groups = elements
    .filter(group => (textIn(readArm(group, 'groupType'))?.toLowerCase() ?? 'boot') === 'boot')
    .map(group =>
      elementsAt(group, ['replicationProtectedItems'], ANY_CASE).map(item => readArm(item, 'id') ?? item),
    );
  to.plans.push({
    key: keyOfResource(resource),
    resource,
    vault: above(resource, 'vaults'),
    groups: more === undefined ? groups : [...groups, [more]],
  });
}

function readMapping(resource: Resource, to: SiteRecoveryInventory): void {
  const read = (...path: string[]): Value | undefined => readArm(resource.body, 'properties', ...path);
  const kind = textIn(read('fabricSpecificDetails', 'instanceType'))?.toLowerCase();
  // The third kind maps VMM to VMM, which has no part in Azure.
  if (kind === 'vmmtovmm') return;
  to.networkMappings.push({
    key: keyOfResource(resource),
    resource,
    kind: kind === 'vmmtoazure' ? 'vmm' : 'azure',
    vault: above(resource, 'vaults'),
    source: read('fabricSpecificDetails', 'primaryNetworkId'),
    target: read('recoveryNetworkId'),
  });
}

type Details = (...path: (string | number)[]) => Value | undefined;

/** What the kinds of replication call the same things. */
const ITEM_READERS: Readonly<
  Record<string, (resource: Resource, details: Details) => Partial<ReplicatedItem>>
> = {
  a2a: readAzureItem,
  hypervreplicaazure: readHyperVItem,
  inmagercm: readModernVMwareItem,
  inmageazurev2: readClassicVMwareItem,
};

function readItem(resource: Resource, to: SiteRecoveryInventory): void {
  const details: Details = (...path) =>
    readArm(resource.body, 'properties', 'providerSpecificDetails', ...path);
  const reader = ITEM_READERS[textIn(details('instanceType'))?.toLowerCase() ?? ''];
  if (reader === undefined) {
    to.unread.push({ resource, kind: details('instanceType') });
    return;
  }
  to.items.push({
    key: keyOfResource(resource),
    resource,
    direction: 'azure-to-azure',
    sourceId: undefined,
    sourceName: undefined,
    targetName: details('targetVmName') ?? details('targetAzureVmName'),
    osFamily: undefined,
    tags: new Map(),
    vault: above(resource, 'vaults'),
    fabric: above(resource, 'replicationFabrics'),
    targetFabric: undefined,
    policy: readArm(resource.body, 'properties', 'policyId'),
    disks: [],
    moreDisks: undefined,
    everyDisk: undefined,
    managedDisks: undefined,
    storageAccount: undefined,
    size: details('targetVmSize'),
    zone: details('targetAvailabilityZone'),
    availabilitySet: details('targetAvailabilitySetId'),
    scaleSet: undefined,
    network: details('targetAzureNetworkId'),
    testNetwork: undefined,
    canTest: false,
    interfaces: [],
    ...reader(resource, details),
  });
}

/** A disk without a type keeps that of the replicated one. */
function readAzureItem(resource: Resource, details: Details): Partial<ReplicatedItem> {
  const disks = disksAt(resource, 'vmManagedDisks');
  return {
    direction: 'azure-to-azure',
    sourceId: details('fabricObjectId'),
    targetFabric: details('recoveryContainerId'),
    disks: disks.elements.map((disk, index) => ({
      ...diskPlace(disk, `${resource.address}/vmManagedDisks/${index}`),
      id: readArm(disk, 'diskId'),
      sku: readArm(disk, 'recoveryTargetDiskAccountType'),
      cacheAccount: readArm(disk, 'primaryStagingAzureStorageAccountId'),
    })),
    moreDisks: disks.more ?? disksAt(resource, 'vmDisks').more,
    zone: details('recoveryAvailabilityZone'),
    availabilitySet: details('recoveryAvailabilitySetId'),
    scaleSet: details('recoveryVirtualMachineScaleSetId'),
    network: details('recoveryAzureNetworkId'),
    ...namedSubnet(resource, details('recoverySubnetName')),
  };
}

function readHyperVItem(resource: Resource, details: Details): Partial<ReplicatedItem> {
  const managed = disksAt(resource, 'disksToIncludeForManagedDisks');
  const listed = managed.elements.length === 0 && managed.more === undefined;
  const chosen = listed ? disksAt(resource, 'disksToInclude') : managed;
  const every = details('diskType');
  const subnet = details('targetAzureSubnetId');
  return {
    direction: 'hyper-v-to-azure',
    sourceName:
      details('vmName') ?? readArm(resource.body, 'properties', 'friendlyName') ?? ownName(resource),
    osFamily: familyOf(details('osType')),
    tags: tagsOf(details('targetVmTags')),
    disks: chosen.elements.map((disk, index) => {
      const place = diskPlace(disk, `${resource.address}/disks/${index}`);
      if (listed) return { ...place, id: disk, sku: every };
      return {
        ...place,
        id: readArm(disk, 'diskId'),
        sku: readArm(disk, 'diskType') ?? every,
        sizeGib: readArm(disk, 'diskSizeInGB'),
      };
    }),
    moreDisks: chosen.more,
    everyDisk: every,
    managedDisks:
      managed.more ?? (listed ? details('useManagedDisks') : boolValue(true, defaultAt(resource.range))),
    // The account of the logs holds no disk.
    storageAccount: details('targetStorageAccountId'),
    interfaces: subnet === undefined ? [] : [{ ...NO_INTERFACE, range: subnet.origin.range, subnet }],
  };
}

function readModernVMwareItem(resource: Resource, details: Details): Partial<ReplicatedItem> {
  const disks = disksAt(resource, 'disksToInclude');
  return {
    direction: 'vmware-to-azure',
    sourceName:
      readArm(resource.body, 'properties', 'friendlyName') ?? details('targetVmName') ?? ownName(resource),
    tags: namedTags(resource),
    disks: disks.elements.map((disk, index) =>
      onPremisesDisk(disk, `${resource.address}/disksToInclude/${index}`),
    ),
    moreDisks: disks.more,
    everyDisk: details('disksDefault', 'diskType'),
    network: details('targetNetworkId'),
    testNetwork: details('testNetworkId'),
    canTest: true,
    ...namedSubnet(resource, details('targetSubnetName')),
  };
}

function readClassicVMwareItem(resource: Resource, details: Details): Partial<ReplicatedItem> {
  const disks = disksAt(resource, 'disksToInclude');
  const every = details('diskType');
  const subnet = details('targetAzureSubnetId');
  return {
    direction: 'vmware-to-azure',
    sourceName:
      readArm(resource.body, 'properties', 'friendlyName') ??
      details('targetAzureVmName') ??
      ownName(resource),
    tags: tagsOf(details('targetVmTags')),
    disks: disks.elements.map((disk, index) => {
      const made = onPremisesDisk(disk, `${resource.address}/disksToInclude/${index}`);
      return { ...made, sku: made.sku ?? every };
    }),
    moreDisks: disks.more,
    everyDisk: every,
    interfaces: subnet === undefined ? [] : [{ ...NO_INTERFACE, range: subnet.origin.range, subnet }],
  };
}

const NO_INTERFACE = {
  subnetName: undefined,
  subnet: undefined,
  address: undefined,
  publicAddress: undefined,
  pools: [],
};

const namedSubnet = (resource: Resource, name: Value | undefined): Pick<ReplicatedItem, 'interfaces'> => ({
  interfaces: name === undefined ? [] : [{ ...NO_INTERFACE, range: resource.range, subnetName: name }],
});

const disksAt = ({ body }: Resource, name: string) =>
  readElements(body, ['properties', 'providerSpecificDetails', name], ANY_CASE);

const diskPlace = (disk: Value, address: string): ItemDisk => ({
  address,
  range: disk.origin.range,
  id: undefined,
  sku: undefined,
  cacheAccount: undefined,
  sizeGib: undefined,
});

const onPremisesDisk = (disk: Value, address: string): ItemDisk => ({
  ...diskPlace(disk, address),
  id: readArm(disk, 'diskId'),
  sku: readArm(disk, 'diskType'),
  sizeGib: readArm(disk, 'diskSizeInGB'),
});

function familyOf(stated: Value | undefined): Value | undefined {
  const text = textIn(stated)?.toLowerCase();
  return stated === undefined || text === undefined ? stated : stringValue(text, stated.origin);
}

/** Tags as a list of names and values. */
function namedTags(resource: Resource): ReadonlyMap<string, Value> {
  const tags = new Map<string, Value>();
  for (const tag of disksAt(resource, 'targetVmTags').elements) {
    const name = textIn(readArm(tag, 'tagName'));
    const value = readArm(tag, 'tagValue');
    if (name !== undefined && value !== undefined) tags.set(name, value);
  }
  return tags;
}
