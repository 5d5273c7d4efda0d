import { defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { asNumber, readElements, readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import {
  type AzureAvailabilityGroup,
  type AzureInterface,
  type AzureInventory,
  type MachineDisk,
  NO_PERFORMANCE,
} from './azure-inventory.ts';
import { lunSlot } from './azure-joins.ts';
import { elementsAt } from './azure-lists.ts';
import { decodedTexts, scriptTexts } from './script-texts.ts';

/**
 * Reads the scale sets of azurerm: as what machines that join them are spread over, and, when they make machines
 * from a profile, as one machine that stands for all of those.
 */

type Reader = (resource: Resource, inventory: AzureInventory) => void;

export const AZURERM_SCALE_SETS: Readonly<Record<string, Reader>> = {
  azurerm_windows_virtual_machine_scale_set: (resource, to) =>
    readScaleSet(resource, 'uniform', 'windows', to),
  azurerm_linux_virtual_machine_scale_set: (resource, to) => readScaleSet(resource, 'uniform', 'linux', to),
  azurerm_virtual_machine_scale_set: readLegacyScaleSet,
  azurerm_orchestrated_virtual_machine_scale_set: readOrchestrated,
};

const nameOf = (resource: Resource): Value =>
  readPath(resource.body, ['name']) ?? stringValue(resource.label ?? '', defaultAt(resource.range));

function groupOf(resource: Resource, byDefault: number | undefined): AzureAvailabilityGroup {
  const stated = readPath(resource.body, ['platform_fault_domain_count']);
  const here = defaultAt(resource.range);
  const text = `${resource.address} states no platform_fault_domain_count, which the platform then picks`;
  const absent =
    byDefault === undefined
      ? unknown({ kind: 'provider', text, range: resource.range }, here)
      : numberValue(byDefault, here);
  return {
    key: resource.address,
    resource,
    faultDomains: stated === undefined ? absent : asNumber(stated),
  };
}

function readOrchestrated(resource: Resource, inventory: AzureInventory): void {
  const profile = readPath(resource.body, ['os_profile', 0]);
  if (profile === undefined) {
    inventory.availabilityGroups.push(groupOf(resource, 1));
    return;
  }
  const windows = readPath(profile, ['windows_configuration', 0]);
  readScaleSet(resource, 'flexible', windows === undefined ? 'linux' : 'windows', inventory);
}

function readScaleSet(
  resource: Resource,
  orchestration: 'uniform' | 'flexible',
  os: 'windows' | 'linux',
  inventory: AzureInventory,
): void {
  const read = (...path: (string | number)[]): Value | undefined => readPath(resource.body, path);
  const profile = ['os_profile', 0, `${os}_configuration`, 0] as const;
  const dataDisks = readElements(resource.body, ['data_disk']);
  const osDisk = read('os_disk', 0);
  addMachine(resource, inventory, {
    orchestration,
    osFamily: stringValue(os, defaultAt(resource.range)),
    size: read('sku') ?? read('sku_name'),
    instances: read('instances'),
    computerName: read('computer_name_prefix') ?? read(...profile, 'computer_name_prefix'),
    imageBlock: 'source_image_reference',
    imageId: read('source_image_id'),
    disks: [
      ...(osDisk === undefined ? [] : [machineDisk(osDisk, `${resource.address}.os_disk`, 'os')]),
      ...dataDisks.elements.map((disk, index) =>
        machineDisk(disk, `${resource.address}.data_disk[${index}]`, lunSlot(readPath(disk, ['lun']))),
      ),
    ],
    moreDisks: dataDisks.more,
    interfaces: interfacesOf(resource, 'network_interface', 'dns_servers'),
  });
  for (const value of [read('custom_data'), read('os_profile', 0, 'custom_data'), read('user_data')]) {
    addTexts(resource, decodedTexts(value), inventory);
  }
  addTexts(resource, decodedTexts(read('user_data_base64')), inventory);
  addExtensions(resource, inventory);
}

/** The scale set resource of azurerm 1.x. */
function readLegacyScaleSet(resource: Resource, inventory: AzureInventory): void {
  const read = (...path: (string | number)[]): Value | undefined => readPath(resource.body, path);
  const dataDisks = readElements(resource.body, ['storage_profile_data_disk']);
  const osDisk = read('storage_profile_os_disk', 0);
  const windows = read('os_profile_windows_config', 0);
  const linux = read('os_profile_linux_config', 0);
  const told = windows ?? linux;
  addMachine(resource, inventory, {
    orchestration: 'uniform',
    osFamily:
      told === undefined ? undefined : stringValue(windows === undefined ? 'linux' : 'windows', told.origin),
    size: read('sku', 0, 'name'),
    instances: read('sku', 0, 'capacity'),
    computerName: read('os_profile', 0, 'computer_name_prefix'),
    imageBlock: 'storage_profile_image_reference',
    imageId: undefined,
    disks: [
      ...(osDisk === undefined
        ? []
        : [machineDisk(osDisk, `${resource.address}.storage_profile_os_disk`, 'os')]),
      ...dataDisks.elements.map((disk, index) =>
        machineDisk(
          disk,
          `${resource.address}.storage_profile_data_disk[${index}]`,
          lunSlot(readPath(disk, ['lun'])),
        ),
      ),
    ],
    moreDisks: dataDisks.more,
    interfaces: interfacesOf(resource, 'network_profile', 'dns_settings'),
  });
  addTexts(resource, decodedTexts(read('os_profile', 0, 'custom_data')), inventory);
  addExtensions(resource, inventory);
}

interface Profile {
  readonly orchestration: 'uniform' | 'flexible';
  readonly osFamily: Value | undefined;
  readonly size: Value | undefined;
  readonly instances: Value | undefined;
  readonly computerName: Value | undefined;
  readonly imageBlock: string;
  readonly imageId: Value | undefined;
  readonly disks: readonly MachineDisk[];
  readonly moreDisks: ReturnType<typeof readElements>['more'];
  readonly interfaces: readonly AzureInterface[];
}

function addMachine(resource: Resource, inventory: AzureInventory, profile: Profile): void {
  const read = (...path: (string | number)[]): Value | undefined => readPath(resource.body, path);
  const group = groupOf(resource, profile.orchestration === 'flexible' ? 1 : undefined);
  const image = (attribute: string): Value | undefined => read(profile.imageBlock, 0, attribute);
  const zones = elementsAt(resource.body, ['zones']);
  inventory.availabilityGroups.push(group);
  inventory.machines.push({
    key: resource.address,
    resource,
    name: nameOf(resource),
    computerName: profile.computerName,
    tags: read('tags'),
    size: profile.size,
    osFamily: profile.osFamily,
    image: {
      publisher: image('publisher'),
      offer: image('offer'),
      sku: image('sku'),
      id: profile.imageId ?? image('id'),
    },
    disks: profile.disks,
    moreDisks: profile.moreDisks,
    interfaces: [],
    ownInterfaces: profile.interfaces,
    region: read('location'),
    zone: zones.length === 1 ? zones[0] : undefined,
    availabilitySet: undefined,
    scaleSet: undefined,
    host: undefined,
    hostGroup: read('host_group_id'),
    hibernation: read('additional_capabilities', 0, 'hibernation_enabled'),
    priority: read('priority'),
    diskController: undefined,
    madeBy: {
      orchestration: stringValue(profile.orchestration, defaultAt(resource.range)),
      instances: profile.instances,
      group,
    },
  });
}

function machineDisk(disk: Value, address: string, slot: string): MachineDisk {
  const read = (...path: (string | number)[]): Value | undefined => readPath(disk, path);
  return {
    address,
    range: disk.origin.range,
    isOs: slot === 'os',
    slot,
    name: read('name'),
    sku: read('storage_account_type') ?? read('managed_disk_type'),
    managedDisk: undefined,
    vhdUri: read('vhd_containers', 0),
    sizeGib: read('disk_size_gb'),
    createOption: read('create_option'),
    attached: { caching: read('caching'), writeAccelerator: read('write_accelerator_enabled') },
    diffOption: read('diff_disk_settings', 0, 'option'),
    performance: {
      ...NO_PERFORMANCE,
      // Version 5 of the provider renamed them.
      iops: read('disk_iops_read_write') ?? read('ultra_ssd_disk_iops_read_write'),
      mbps: read('disk_mbps_read_write') ?? read('ultra_ssd_disk_mbps_read_write'),
    },
  };
}

function interfacesOf(resource: Resource, block: string, dns: string): readonly AzureInterface[] {
  return readElements(resource.body, [block]).elements.map((element, index): AzureInterface => {
    const configurations = readElements(element, ['ip_configuration']);
    return {
      key: `${resource.address}.${block}[${index}]`,
      resource,
      address: `${resource.address}.${block}[${index}]`,
      range: element.origin.range,
      name: readPath(element, ['name']) ?? stringValue('', defaultAt(element.origin.range)),
      group: readPath(element, ['network_security_group_id']),
      dnsServers:
        dns === 'dns_settings' ? readPath(element, [dns, 0, 'dns_servers']) : readPath(element, [dns]),
      configurations: configurations.elements.map(configuration => ({
        range: configuration.origin.range,
        subnet: readPath(configuration, ['subnet_id']),
        allocation: undefined,
        address: undefined,
        version: readPath(configuration, ['version']),
        groups: elementsAt(configuration, ['application_security_group_ids']),
        publicAddress: readPath(configuration, ['public_ip_address', 0]),
        pools: elementsAt(configuration, ['load_balancer_backend_address_pool_ids']),
      })),
      moreConfigurations: configurations.more,
    };
  });
}

function addTexts(
  resource: Resource,
  texts: ReturnType<typeof scriptTexts>,
  inventory: AzureInventory,
): void {
  if (texts.length > 0) inventory.scripts.push({ machine: undefined, machineKey: resource.address, texts });
}

function addExtensions(resource: Resource, inventory: AzureInventory): void {
  for (const extension of readElements(resource.body, ['extension']).elements) {
    const told = ['name', 'settings'].flatMap(name => scriptTexts(readPath(extension, [name])));
    addTexts(
      resource,
      [...told, ...scriptTexts(readPath(extension, ['protected_settings']), true)],
      inventory,
    );
  }
}
