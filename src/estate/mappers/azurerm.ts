import { unmanagedSku } from '../../azure/disk-skus.ts';
import { boolValue, defaultAt, numberValue, stringValue, withOrigin } from '../../value/make.ts';
import { asBool, asNumber, readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import {
  type AzureAvailabilityGroup,
  type AzureImage,
  type AzureInventory,
  type AzureMachine,
  type MachineDisk,
  NO_PERFORMANCE,
} from './azure-inventory.ts';
import { lunSlot } from './azure-joins.ts';
import { elementsAt } from './azure-lists.ts';
import { AZURERM_NETWORK } from './azurerm-network.ts';
import { AZURERM_OPERATIONS } from './azurerm-operations.ts';
import { AZURERM_SCALE_SETS } from './azurerm-scale-sets.ts';
import { decodedTexts, type ScriptText, scriptTexts } from './script-texts.ts';

/**
 * Reads resources of the Terraform provider azurerm. Attribute names, values and defaults: provider
 * documentation and schemas of 3.x to 5.2, read 2026-08; names that changed between them are read in all
 * their forms.
 */

type AzurermReader = (resource: Resource, inventory: AzureInventory) => void;

const COMPUTE: Readonly<Record<string, AzurermReader>> = {
  azurerm_windows_virtual_machine: (resource, to) => readMachine(resource, 'windows', to),
  azurerm_linux_virtual_machine: (resource, to) => readMachine(resource, 'linux', to),
  azurerm_virtual_machine: readLegacyMachine,
  azurerm_managed_disk: readManagedDisk,
  azurerm_virtual_machine_data_disk_attachment: readAttachment,
  azurerm_virtual_machine_implicit_data_disk_from_source: readAttachment,
  azurerm_availability_set: readAvailabilitySet,
  azurerm_storage_account: readStorageAccount,
  azurerm_snapshot: readSnapshot,
  azurerm_virtual_machine_restore_point_collection: readSnapshot,
  azurerm_virtual_machine_restore_point: readSnapshot,
  azurerm_virtual_machine_extension: readScript,
  azurerm_virtual_machine_run_command: readScript,
  azurerm_virtual_machine_scale_set_extension: readScript,
};

/** The provider's default of `azurerm_availability_set.platform_fault_domain_count`. */
const DEFAULT_SET_FAULT_DOMAINS = 3;

const READERS: ReadonlyMap<string, AzurermReader> = new Map(
  Object.entries({ ...COMPUTE, ...AZURERM_SCALE_SETS, ...AZURERM_OPERATIONS, ...AZURERM_NETWORK }),
);

export const isAzurermType = (type: string): boolean => READERS.has(type);

/** Adds what a resource declares to the inventory. A data source declares nothing. */
export function readAzurerm(resource: Resource, inventory: AzureInventory): void {
  if (resource.mode === 'managed') READERS.get(resource.type)?.(resource, inventory);
}

/** The name that a resource states, which every azurerm resource must. */
const nameOf = (resource: Resource): Value =>
  readPath(resource.body, ['name']) ?? stringValue(resource.label ?? '', defaultAt(resource.range));

function readMachine(resource: Resource, os: 'windows' | 'linux', inventory: AzureInventory): void {
  const read = (...path: (string | number)[]): Value | undefined => readPath(resource.body, path);
  const osDisk: MachineDisk = {
    address: `${resource.address}.os_disk`,
    range: read('os_disk', 0)?.origin.range ?? resource.range,
    isOs: true,
    slot: 'os',
    name: read('os_disk', 0, 'name'),
    sku: read('os_disk', 0, 'storage_account_type'),
    managedDisk: read('os_managed_disk_id'),
    vhdUri: undefined,
    sizeGib: read('os_disk', 0, 'disk_size_gb'),
    createOption: undefined,
    attached: {
      caching: read('os_disk', 0, 'caching'),
      writeAccelerator: read('os_disk', 0, 'write_accelerator_enabled'),
    },
    diffOption: read('os_disk', 0, 'diff_disk_settings', 0, 'option'),
    performance: NO_PERFORMANCE,
  };
  inventory.machines.push({
    ...machineBase(resource),
    size: read('size'),
    computerName: read('computer_name'),
    osFamily: stringValue(os, defaultAt(resource.range)),
    image: imageOf(resource, 'source_image_reference', read('source_image_id')),
    disks: [osDisk],
    moreDisks: undefined,
    zone: read('zone'),
    scaleSet: read('virtual_machine_scale_set_id'),
    host: read('dedicated_host_id'),
    hostGroup: read('dedicated_host_group_id'),
    hibernation: read('additional_capabilities', 0, 'hibernation_enabled'),
    priority: read('priority'),
    diskController: read('disk_controller_type'),
  });
  addScript(inventory, resource, decodedTexts(read('custom_data')));
  addScript(inventory, resource, decodedTexts(read('user_data')));
  addScript(inventory, resource, scriptTexts(read('additional_unattend_content'), true));
}

function machineBase(
  resource: Resource,
): Pick<
  AzureMachine,
  | 'key'
  | 'resource'
  | 'name'
  | 'tags'
  | 'interfaces'
  | 'ownInterfaces'
  | 'region'
  | 'availabilitySet'
  | 'madeBy'
> {
  const read = (...path: (string | number)[]): Value | undefined => readPath(resource.body, path);
  return {
    key: resource.address,
    resource,
    name: nameOf(resource),
    tags: read('tags'),
    interfaces: elementsAt(resource.body, ['network_interface_ids']),
    ownInterfaces: [],
    region: read('location'),
    availabilitySet: read('availability_set_id'),
    madeBy: undefined,
  };
}

function imageOf(resource: Resource, block: string, id: Value | undefined): AzureImage {
  const read = (attribute: string): Value | undefined => readPath(resource.body, [block, 0, attribute]);
  return {
    publisher: read('publisher'),
    offer: read('offer'),
    sku: read('sku'),
    id: id ?? read('id'),
  };
}

/** The machine resource of azurerm 1.x, with its data disks in blocks. */
function readLegacyMachine(resource: Resource, inventory: AzureInventory): void {
  const read = (...path: (string | number)[]): Value | undefined => readPath(resource.body, path);
  const dataDisks = readElements(resource.body, ['storage_data_disk']);
  const osDisk = read('storage_os_disk', 0);
  inventory.machines.push({
    ...machineBase(resource),
    size: read('vm_size'),
    computerName: read('os_profile', 0, 'computer_name'),
    osFamily: legacyOsFamily(resource),
    image: imageOf(resource, 'storage_image_reference', undefined),
    disks: [
      ...(osDisk === undefined ? [] : [legacyDisk(osDisk, `${resource.address}.storage_os_disk`, 'os')]),
      ...dataDisks.elements.map((disk, index) =>
        legacyDisk(disk, `${resource.address}.storage_data_disk[${index}]`, lunSlot(readPath(disk, ['lun']))),
      ),
    ],
    moreDisks: dataDisks.more,
    zone: read('zones', 0),
    scaleSet: undefined,
    host: undefined,
    hostGroup: undefined,
    hibernation: undefined,
    priority: undefined,
    diskController: undefined,
  });
  addScript(inventory, resource, decodedTexts(read('os_profile', 0, 'custom_data')));
}

function legacyDisk(disk: Value, address: string, slot: string): MachineDisk {
  const read = (attribute: string): Value | undefined => readPath(disk, [attribute]);
  return {
    address,
    range: disk.origin.range,
    isOs: slot === 'os',
    slot,
    name: read('name'),
    sku: read('managed_disk_type'),
    managedDisk: read('managed_disk_id'),
    vhdUri: read('vhd_uri'),
    sizeGib: read('disk_size_gb'),
    createOption: read('create_option'),
    attached: { caching: read('caching'), writeAccelerator: read('write_accelerator_enabled') },
    diffOption: undefined,
    performance: NO_PERFORMANCE,
  };
}

function legacyOsFamily(resource: Resource): Value | undefined {
  for (const os of ['windows', 'linux']) {
    const profile = readPath(resource.body, [`os_profile_${os}_config`, 0]);
    if (profile !== undefined && profile.kind !== 'unknown') return stringValue(os, profile.origin);
  }
  const stated = readPath(resource.body, ['storage_os_disk', 0, 'os_type']);
  const text = textIn(stated);
  return stated === undefined || text === undefined ? stated : stringValue(text.toLowerCase(), stated.origin);
}

function readManagedDisk(resource: Resource, inventory: AzureInventory): void {
  const read = (attribute: string): Value | undefined => readPath(resource.body, [attribute]);
  inventory.disks.push({
    key: resource.address,
    resource,
    name: nameOf(resource),
    sku: read('storage_account_type'),
    sizeGib: read('disk_size_gb'),
    tags: read('tags'),
    createOption: read('create_option'),
    maxShares: read('max_shares'),
    sectorSize: read('logical_sector_size'),
    performance: {
      iops: read('disk_iops_read_write'),
      mbps: read('disk_mbps_read_write'),
      tier: read('tier'),
    },
  });
}

function readAttachment(resource: Resource, inventory: AzureInventory): void {
  const read = (attribute: string): Value | undefined => readPath(resource.body, [attribute]);
  inventory.attachments.push({
    resource,
    machine: read('virtual_machine_id'),
    disk: read('managed_disk_id'),
    lun: read('lun'),
    name: read('name'),
    sizeGib: read('disk_size_gb'),
    attached: { caching: read('caching'), writeAccelerator: read('write_accelerator_enabled') },
  });
}

function readAvailabilitySet(resource: Resource, inventory: AzureInventory): void {
  const here = defaultAt(resource.range);
  const faultDomains = readPath(resource.body, ['platform_fault_domain_count']);
  const managed = readPath(resource.body, ['managed']);
  const group: AzureAvailabilityGroup = {
    key: resource.address,
    resource,
    faultDomains:
      faultDomains === undefined ? numberValue(DEFAULT_SET_FAULT_DOMAINS, here) : asNumber(faultDomains),
    managed: managed === undefined ? boolValue(true, here) : asBool(managed),
  };
  inventory.availabilityGroups.push(group);
}

function readStorageAccount(resource: Resource, inventory: AzureInventory): void {
  const tier = readPath(resource.body, ['account_tier']);
  const redundancy = readPath(resource.body, ['account_replication_type']);
  if (tier === undefined || redundancy === undefined) return;
  inventory.storageAccounts.push({
    key: resource.address,
    resource,
    name: nameOf(resource),
    sku:
      tier.kind === 'string' && redundancy.kind === 'string'
        ? stringValue(unmanagedSku(tier.value, redundancy.value), tier.origin)
        : unknownFrom([tier, redundancy], tier.origin),
  });
}

/** Disk snapshots, restore points, and the collections that say whose restore points they are. */
function readSnapshot(resource: Resource, inventory: AzureInventory): void {
  const read = (attribute: string): Value | undefined => readPath(resource.body, [attribute]);
  const here = defaultAt(resource.range);
  const crashConsistent = read('crash_consistency_mode_enabled');
  inventory.snapshots.push({
    key: resource.address,
    resource,
    source:
      read('source_resource_id') ??
      read('source_uri') ??
      read('source_virtual_machine_id') ??
      read('virtual_machine_restore_point_collection_id'),
    unaware:
      resource.type === 'azurerm_snapshot'
        ? boolValue(true, here)
        : crashConsistent === undefined
          ? boolValue(false, here)
          : withOrigin(asBool(crashConsistent), here),
  });
}

/** Extensions and run commands; each has some of these arguments. */
function readScript(resource: Resource, inventory: AzureInventory): void {
  const read = (attribute: string): Value | undefined => readPath(resource.body, [attribute]);
  const told = ['name', 'settings', 'source', 'parameter'].flatMap(name => scriptTexts(read(name)));
  const secret = ['protected_settings', 'protected_parameter'].flatMap(name => scriptTexts(read(name), true));
  inventory.scripts.push({
    machine: read('virtual_machine_id') ?? read('virtual_machine_scale_set_id'),
    machineKey: undefined,
    texts: [...told, ...secret],
  });
}

function addScript(inventory: AzureInventory, machine: Resource, texts: readonly ScriptText[]): void {
  if (texts.length > 0) inventory.scripts.push({ machine: undefined, machineKey: machine.address, texts });
}
