import { boolValue, defaultAt, nullValue, stringValue, withOrigin } from '../../value/make.ts';
import { asNumber, readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress } from '../../value/resource-id.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import {
  type AzureAvailabilityGroup,
  type AzureInventory,
  type AzureMachine,
  type MachineDisk,
  NO_PERFORMANCE,
} from './azure-inventory.ts';
import { lunSlot } from './azure-joins.ts';
import { elementsAt } from './azure-lists.ts';
import { ownInterfaces, RESOURCE_MANAGER_NETWORK } from './resource-manager-network.ts';
import { RESOURCE_MANAGER_OPERATIONS } from './resource-manager-operations.ts';
import { decodedTexts, type ScriptText, scriptTexts } from './script-texts.ts';

/**
 * Reads Resource Manager resources, from ARM JSON and Bicep alike. Types and properties: Microsoft.Compute
 * 2026-04-01, Microsoft.Network 2025-05-01, Microsoft.Storage 2025-06-01 of the public type index. Types,
 * properties and values are compared without regard to case, as Resource Manager does.
 */

type ResourceManagerReader = (resource: Resource, inventory: AzureInventory) => void;

export const RESOURCE_MANAGER_COMPUTE: Readonly<Record<string, ResourceManagerReader>> = {
  'Microsoft.Compute/virtualMachines': readMachine,
  'Microsoft.Compute/virtualMachines/extensions': readExtension,
  'Microsoft.Compute/virtualMachines/runCommands': readExtension,
  'Microsoft.Compute/disks': readDisk,
  'Microsoft.Compute/availabilitySets': readAvailabilitySet,
  'Microsoft.Compute/virtualMachineScaleSets': readScaleSet,
  'Microsoft.Compute/virtualMachineScaleSets/extensions': readExtension,
  'Microsoft.Compute/snapshots': readSnapshot,
  'Microsoft.Compute/restorePointCollections': readSnapshot,
  'Microsoft.Compute/restorePointCollections/restorePoints': readSnapshot,
  'Microsoft.Storage/storageAccounts': readStorageAccount,
};

const READERS: ReadonlyMap<string, ResourceManagerReader> = new Map(
  Object.entries({
    ...RESOURCE_MANAGER_COMPUTE,
    ...RESOURCE_MANAGER_OPERATIONS,
    ...RESOURCE_MANAGER_NETWORK,
  }).map(([type, reader]) => [type.toLowerCase(), reader]),
);

export const isResourceManagerType = (type: string): boolean => READERS.has(type.toLowerCase());

/** Adds what a resource declares to the inventory. An `existing` one declares nothing. */
export function readResourceManager(resource: Resource, inventory: AzureInventory): void {
  if (resource.mode === 'managed') READERS.get(resource.type.toLowerCase())?.(resource, inventory);
}

const ANY_CASE = { ignoreCase: true } as const;

const readArm = (from: Value, ...path: (string | number)[]): Value | undefined =>
  readPath(from, path, ANY_CASE);

const nameOf = (resource: Resource): Value =>
  readArm(resource.body, 'name') ?? nullValue(defaultAt(resource.range));

/** The key of the resource that a child belongs to. */
export const parentKey = (resource: Resource): string =>
  resource.parent ?? canonicalAddress(resource.address).split('/').slice(0, -2).join('/');

function readMachine(resource: Resource, inventory: AzureInventory): void {
  const read = (...path: (string | number)[]): Value | undefined =>
    readArm(resource.body, 'properties', ...path);
  inventory.machines.push({
    key: canonicalAddress(resource.address),
    resource,
    name: nameOf(resource),
    computerName: read('osProfile', 'computerName'),
    tags: readArm(resource.body, 'tags'),
    size: read('hardwareProfile', 'vmSize'),
    ...guestOf(resource, ['properties']),
    interfaces: machineInterfaces(resource),
    ownInterfaces: ownInterfaces(resource, ['properties']),
    region: readArm(resource.body, 'location'),
    zone: readArm(resource.body, 'zones', 0),
    availabilitySet: read('availabilitySet', 'id'),
    scaleSet: read('virtualMachineScaleSet', 'id'),
    host: read('host', 'id'),
    hostGroup: read('hostGroup', 'id'),
    hibernation: read('additionalCapabilities', 'hibernationEnabled'),
    priority: read('priority'),
    madeBy: undefined,
  });
  for (const texts of [decodedTexts(read('osProfile', 'customData')), decodedTexts(read('userData'))]) {
    addScript(inventory, canonicalAddress(resource.address), texts);
  }
}

/** The system and the disks of a machine, or of the profile of a scale set. */
function guestOf(
  resource: Resource,
  profile: readonly string[],
): Pick<AzureMachine, 'osFamily' | 'image' | 'disks' | 'moreDisks' | 'diskController'> {
  const storage = [...profile, 'storageProfile'];
  const read = (...path: string[]): Value | undefined => readArm(resource.body, ...storage, ...path);
  const dataDisks = readElements(resource.body, [...storage, 'dataDisks'], ANY_CASE);
  const osDisk = read('osDisk');
  const image = (attribute: string): Value | undefined => read('imageReference', attribute);
  return {
    osFamily: osFamily(resource, profile),
    image: { publisher: image('publisher'), offer: image('offer'), sku: image('sku'), id: image('id') },
    disks: [
      ...(osDisk === undefined ? [] : [machineDisk(osDisk, `${resource.address}/osDisk`, 'os')]),
      ...dataDisks.elements.map((disk, index) =>
        machineDisk(disk, `${resource.address}/dataDisks/${index}`, lunSlot(readArm(disk, 'lun'))),
      ),
    ],
    moreDisks: dataDisks.more,
    diskController: read('diskControllerType'),
  };
}

/** Machines that join a scale set are spread over its fault domains; one with a profile makes its own. */
function readScaleSet(resource: Resource, inventory: AzureInventory): void {
  const group: AzureAvailabilityGroup = {
    key: canonicalAddress(resource.address),
    resource,
    faultDomains: faultDomainsOf(resource),
  };
  inventory.availabilityGroups.push(group);
  const profile = ['properties', 'virtualMachineProfile'];
  const read = (...path: string[]): Value | undefined => readArm(resource.body, ...profile, ...path);
  if (read('storageProfile') === undefined && read('osProfile') === undefined) return;
  const mode = readArm(resource.body, 'properties', 'orchestrationMode');
  const zones = elementsAt(resource.body, ['zones'], ANY_CASE);
  const guest = guestOf(resource, profile);
  inventory.machines.push({
    key: group.key,
    resource,
    name: nameOf(resource),
    computerName: read('osProfile', 'computerNamePrefix'),
    tags: readArm(resource.body, 'tags'),
    size: readArm(resource.body, 'sku', 'name'),
    ...guest,
    disks: guest.disks.map(disk =>
      disk.isOs ? { ...disk, vhdUri: readArm(resource.body, ...profile, ...OS_CONTAINERS, 0) } : disk,
    ),
    interfaces: [],
    ownInterfaces: ownInterfaces(resource, profile),
    region: readArm(resource.body, 'location'),
    zone: zones.length === 1 ? zones[0] : undefined,
    availabilitySet: undefined,
    scaleSet: undefined,
    host: undefined,
    hostGroup: readArm(resource.body, 'properties', 'hostGroup', 'id'),
    hibernation: readArm(resource.body, 'properties', 'additionalCapabilities', 'hibernationEnabled'),
    priority: read('priority'),
    madeBy: {
      // The service's default.
      orchestration: mode === undefined ? stringValue('uniform', defaultAt(resource.range)) : lowerCase(mode),
      instances: readArm(resource.body, 'sku', 'capacity'),
      group,
    },
  });
  for (const texts of [decodedTexts(read('osProfile', 'customData')), decodedTexts(read('userData'))]) {
    addScript(inventory, group.key, texts);
  }
  const extensions = [...profile, 'extensionProfile', 'extensions'];
  for (const extension of readElements(resource.body, extensions, ANY_CASE).elements) {
    addScript(inventory, group.key, [
      ...scriptTexts(readArm(extension, 'name')),
      ...scriptTexts(readArm(extension, 'properties', 'settings')),
      ...scriptTexts(readArm(extension, 'properties', 'protectedSettings'), true),
    ]);
  }
}

/** Where the blobs of unmanaged OS disks of a scale set lie. */
const OS_CONTAINERS = ['storageProfile', 'osDisk', 'vhdContainers'];

const lowerCase = (value: Value): Value =>
  value.kind === 'string' ? stringValue(value.value.toLowerCase(), value.origin) : value;

/** Ids of the machine's interfaces; what is unknown stands for any number of them. */
function machineInterfaces(resource: Resource): Value[] {
  const at = (property: string): string[] => ['properties', 'networkProfile', property];
  const own = readElements(resource.body, at('networkInterfaceConfigurations'), ANY_CASE).more;
  return [
    ...elementsAt(resource.body, at('networkInterfaces'), ANY_CASE).flatMap(
      element => readArm(element, 'id') ?? [],
    ),
    ...(own === undefined ? [] : [own]),
  ];
}

function osFamily(resource: Resource, profile: readonly string[]): Value | undefined {
  const read = (...path: string[]): Value | undefined => readArm(resource.body, ...profile, ...path);
  for (const os of ['windows', 'linux']) {
    const configuration = read('osProfile', `${os}Configuration`);
    if (configuration !== undefined && configuration.kind !== 'unknown') {
      return stringValue(os, configuration.origin);
    }
  }
  const stated = read('storageProfile', 'osDisk', 'osType');
  const text = textIn(stated);
  if (stated !== undefined) {
    return text === undefined ? stated : stringValue(text.toLowerCase(), stated.origin);
  }
  return undefined;
}

function machineDisk(disk: Value, address: string, slot: string): MachineDisk {
  return {
    address,
    range: disk.origin.range,
    isOs: slot === 'os',
    slot,
    name: readArm(disk, 'name'),
    sku: readArm(disk, 'managedDisk', 'storageAccountType'),
    managedDisk: readArm(disk, 'managedDisk', 'id'),
    vhdUri: readArm(disk, 'vhd', 'uri'),
    sizeGib: readArm(disk, 'diskSizeGB'),
    createOption: readArm(disk, 'createOption'),
    attached: {
      caching: readArm(disk, 'caching'),
      writeAccelerator: readArm(disk, 'writeAcceleratorEnabled'),
    },
    diffOption: slot === 'os' ? readArm(disk, 'diffDiskSettings', 'option') : undefined,
    performance: {
      ...NO_PERFORMANCE,
      iops: slot === 'os' ? undefined : readArm(disk, 'diskIOPSReadWrite'),
      mbps: slot === 'os' ? undefined : readArm(disk, 'diskMBpsReadWrite'),
    },
  };
}

function readDisk(resource: Resource, inventory: AzureInventory): void {
  const read = (...path: string[]): Value | undefined => readArm(resource.body, 'properties', ...path);
  inventory.disks.push({
    key: canonicalAddress(resource.address),
    resource,
    name: nameOf(resource),
    sku: readArm(resource.body, 'sku', 'name'),
    sizeGib: read('diskSizeGB'),
    tags: readArm(resource.body, 'tags'),
    createOption: read('creationData', 'createOption'),
    maxShares: read('maxShares'),
    sectorSize: read('creationData', 'logicalSectorSize'),
    performance: { iops: read('diskIOPSReadWrite'), mbps: read('diskMBpsReadWrite'), tier: read('tier') },
  });
}

function readAvailabilitySet(resource: Resource, inventory: AzureInventory): void {
  const sku = readArm(resource.body, 'sku', 'name');
  const text = textIn(sku)?.toLowerCase();
  inventory.availabilityGroups.push({
    key: canonicalAddress(resource.address),
    resource,
    faultDomains: faultDomainsOf(resource),
    // Without a SKU the service makes a classic one, for unmanaged disks.
    managed:
      sku?.kind === 'unknown' ? sku : boolValue(text === 'aligned', sku?.origin ?? defaultAt(resource.range)),
  });
}

function faultDomainsOf(resource: Resource): Value {
  const stated = readArm(resource.body, 'properties', 'platformFaultDomainCount');
  if (stated !== undefined) return asNumber(stated);
  const text = `${resource.address} states no platformFaultDomainCount, which the service then picks`;
  return unknown({ kind: 'provider', text, range: resource.range }, defaultAt(resource.range));
}

function readStorageAccount(resource: Resource, inventory: AzureInventory): void {
  const sku = readArm(resource.body, 'sku', 'name') ?? readArm(resource.body, 'properties', 'accountType');
  if (sku === undefined) return;
  inventory.storageAccounts.push({
    key: canonicalAddress(resource.address),
    resource,
    name: nameOf(resource),
    sku,
  });
}

function readSnapshot(resource: Resource, inventory: AzureInventory): void {
  const read = (...path: string[]): Value | undefined => readArm(resource.body, 'properties', ...path);
  const here = defaultAt(resource.range);
  const type = resource.type.toLowerCase();
  const consistency = read('consistencyMode');
  const source =
    type === 'microsoft.compute/snapshots' ? read('creationData', 'sourceResourceId') : read('source', 'id');
  const parent = stringValue(`/providers/${parentKey(resource)}`, here);
  inventory.snapshots.push({
    key: canonicalAddress(resource.address),
    resource,
    source: type.endsWith('/restorepoints') ? parent : source,
    unaware:
      type === 'microsoft.compute/snapshots'
        ? boolValue(true, here)
        : consistency?.kind === 'unknown'
          ? withOrigin(consistency, here)
          : boolValue(textIn(consistency)?.toLowerCase() === 'crashconsistent', here),
  });
}

/** Extensions and run commands are children of their machine. */
function readExtension(resource: Resource, inventory: AzureInventory): void {
  const read = (...path: string[]): Value | undefined => readArm(resource.body, 'properties', ...path);
  addScript(inventory, parentKey(resource), [
    ...scriptTexts(extensionName(resource)),
    ...scriptTexts(read('settings')),
    ...scriptTexts(read('protectedSettings'), true),
    ...scriptTexts(read('source')),
    ...scriptTexts(read('parameters')),
    ...scriptTexts(read('protectedParameters'), true),
  ]);
}

/** The last part of the name: the machine's own name tells nothing of what the extension does. */
function extensionName(resource: Resource): Value | undefined {
  const name = readArm(resource.body, 'name');
  const own = (textIn(name) ?? resource.address).split('/').at(-1);
  return name === undefined || own === undefined ? undefined : stringValue(own, name.origin);
}

function addScript(inventory: AzureInventory, machineKey: string, texts: readonly ScriptText[]): void {
  if (texts.length > 0) inventory.scripts.push({ machine: undefined, machineKey, texts });
}
