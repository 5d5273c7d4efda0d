import { defaultAt } from '../../value/make.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { ARC_EXTENSION, ARC_MACHINE } from './arc-machines.ts';
import { type PathTable, property } from './resource-paths.ts';

/**
 * The resources of Arc-enabled VMware vSphere: Microsoft.ConnectedVMwarevSphere 2023-12-01 of the public type index, with
 * the machines of 2022-07-15-preview, which were resources of their own.
 */

export type MachineProperty =
  | 'name'
  | 'tags'
  | 'scope'
  | 'cpus'
  | 'memory'
  | 'computerName'
  | 'guestId'
  | 'osType'
  | 'runOnce'
  | 'firmware'
  | 'secureBoot'
  | 'template'
  | 'inventoryItem'
  | 'disks'
  | 'interfaces'
  | 'host'
  | 'cluster'
  | 'pool'
  | 'datastore';

const PROFILES = {
  cpus: 'properties.hardwareProfile.numCPUs',
  memory: 'properties.hardwareProfile.memorySizeMB',
  computerName: 'properties.osProfile.computerName',
  osType: 'properties.osProfile.osType',
  disks: 'properties.storageProfile.disks',
  interfaces: 'properties.networkProfile.networkInterfaces',
  host: 'properties.placementProfile.hostId',
  cluster: 'properties.placementProfile.clusterId',
  pool: 'properties.placementProfile.resourcePoolId',
  datastore: 'properties.placementProfile.datastoreId',
  secureBoot: 'properties.securityProfile.uefiSettings.secureBootEnabled',
} as const;

export const MACHINE: PathTable<MachineProperty> = {
  'microsoft.connectedvmwarevsphere/virtualmachineinstances': {
    ...PROFILES,
    scope: 'scope',
    guestId: 'properties.osProfile.guestId',
    runOnce: 'properties.osProfile.windowsConfiguration.firstLogonCommands',
    firmware: 'properties.infrastructureProfile.firmwareType',
    template: 'properties.infrastructureProfile.templateId',
    inventoryItem: 'properties.infrastructureProfile.inventoryItemId',
  },
  'microsoft.connectedvmwarevsphere/virtualmachines': {
    ...PROFILES,
    name: 'name',
    tags: 'tags',
    guestId: 'properties.osProfile.guestId',
    firmware: 'properties.firmwareType',
    template: 'properties.templateId',
    inventoryItem: 'properties.inventoryItemId',
  },
};

type DiskProperty = 'name' | 'size' | 'unit' | 'controller' | 'mode' | 'type';

const DISK_PATHS: Readonly<Record<DiskProperty, string>> = {
  name: 'name',
  size: 'diskSizeGB',
  unit: 'unitNumber',
  controller: 'controllerKey',
  mode: 'diskMode',
  type: 'diskType',
};

/** The elements of `disks`. */
export const DISK: PathTable<DiskProperty> = {
  'microsoft.connectedvmwarevsphere/virtualmachineinstances': DISK_PATHS,
  'microsoft.connectedvmwarevsphere/virtualmachines': DISK_PATHS,
};

type InterfaceProperty = 'name' | 'network' | 'adapter' | 'allocation' | 'address';

const INTERFACE_PATHS: Readonly<Record<InterfaceProperty, string>> = {
  name: 'name',
  network: 'networkId',
  adapter: 'nicType',
  allocation: 'ipSettings.allocationMethod',
  address: 'ipSettings.ipAddress',
};

/** The elements of `interfaces`. */
export const INTERFACE: PathTable<InterfaceProperty> = {
  'microsoft.connectedvmwarevsphere/virtualmachineinstances': INTERFACE_PATHS,
  'microsoft.connectedvmwarevsphere/virtualmachines': INTERFACE_PATHS,
};

export const ARC_VSPHERE_TYPES: ReadonlySet<string> = new Set(
  [MACHINE, ARC_MACHINE, ARC_EXTENSION].flatMap(table => Object.keys(table)),
);

export const arcVsphereMachines = (resources: readonly Resource[]): readonly Resource[] =>
  resources.filter(({ type, mode }) => mode === 'managed' && Object.hasOwn(MACHINE, type.toLowerCase()));

/** What a machine leaves out comes from its template, or is that of the machine that vCenter already has. */
export function notStated(machine: Resource, what: string): Value {
  const { address, range } = machine;
  const from =
    property(MACHINE, machine, 'inventoryItem') === undefined
      ? 'so vCenter takes it from the template or its own default'
      : 'so it stays what it is in vCenter';
  const text = `${address} does not state ${what}, ${from}`;
  return unknown({ kind: 'provider', text, range }, defaultAt(range));
}
