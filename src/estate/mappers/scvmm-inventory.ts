import type { Resource } from '../../value/resource.ts';
import { ARC_EXTENSION, ARC_MACHINE } from './arc-machines.ts';
import type { PathTable } from './resource-paths.ts';

/**
 * The resources of System Center Virtual Machine Manager: Microsoft.ScVmm 2025-03-13 of the public type index, with the
 * machines of 2023-04-01-preview, and azurerm 5.2.
 */

export type MachineProperty =
  | 'name'
  | 'tags'
  | 'scope'
  | 'customLocation'
  | 'cpus'
  | 'memory'
  | 'dynamicMemory'
  | 'minimumMemory'
  | 'maximumMemory'
  | 'hardware'
  | 'highlyAvailable'
  | 'checkpointType'
  | 'checkpoints'
  | 'generation'
  | 'cloud'
  | 'template'
  | 'inventoryItem'
  | 'computerName'
  | 'osType'
  | 'osSku'
  | 'runOnce'
  | 'disks'
  | 'interfaces'
  | 'availabilitySets';

const HARDWARE = {
  cpus: 'properties.hardwareProfile.cpuCount',
  memory: 'properties.hardwareProfile.memoryMB',
  dynamicMemory: 'properties.hardwareProfile.dynamicMemoryEnabled',
  minimumMemory: 'properties.hardwareProfile.dynamicMemoryMinMB',
  maximumMemory: 'properties.hardwareProfile.dynamicMemoryMaxMB',
  hardware: 'properties.hardwareProfile',
  highlyAvailable: 'properties.hardwareProfile.isHighlyAvailable',
  computerName: 'properties.osProfile.computerName',
  osType: 'properties.osProfile.osType',
  disks: 'properties.storageProfile.disks',
  interfaces: 'properties.networkProfile.networkInterfaces',
  availabilitySets: 'properties.availabilitySets',
  customLocation: 'extendedLocation.name',
} as const;

export const MACHINE: PathTable<MachineProperty> = {
  'microsoft.scvmm/virtualmachineinstances': {
    ...HARDWARE,
    scope: 'scope',
    osSku: 'properties.osProfile.osSku',
    runOnce: 'properties.osProfile.runOnceCommands',
    checkpointType: 'properties.infrastructureProfile.checkpointType',
    checkpoints: 'properties.infrastructureProfile.checkpoints',
    generation: 'properties.infrastructureProfile.generation',
    cloud: 'properties.infrastructureProfile.cloudId',
    template: 'properties.infrastructureProfile.templateId',
    inventoryItem: 'properties.infrastructureProfile.inventoryItemId',
    name: 'properties.infrastructureProfile.vmName',
  },
  // Previews up to 2023-04-01 had the machine as a resource of its own.
  'microsoft.scvmm/virtualmachines': {
    ...HARDWARE,
    tags: 'tags',
    checkpointType: 'properties.checkpointType',
    checkpoints: 'properties.checkpoints',
    generation: 'properties.generation',
    cloud: 'properties.cloudId',
    template: 'properties.templateId',
    inventoryItem: 'properties.inventoryItemId',
    name: 'properties.vmName',
  },
  azurerm_system_center_virtual_machine_manager_virtual_machine_instance: {
    scope: 'scoped_resource_id',
    customLocation: 'custom_location_id',
    cpus: 'hardware.0.cpu_count',
    memory: 'hardware.0.memory_in_mb',
    minimumMemory: 'hardware.0.dynamic_memory_min_in_mb',
    maximumMemory: 'hardware.0.dynamic_memory_max_in_mb',
    hardware: 'hardware.0',
    checkpointType: 'infrastructure.0.checkpoint_type',
    cloud: 'infrastructure.0.system_center_virtual_machine_manager_cloud_id',
    template: 'infrastructure.0.system_center_virtual_machine_manager_template_id',
    inventoryItem: 'infrastructure.0.system_center_virtual_machine_manager_inventory_item_id',
    computerName: 'operating_system.0.computer_name',
    disks: 'storage_disk',
    interfaces: 'network_interface',
    availabilitySets: 'system_center_virtual_machine_manager_availability_set_ids',
  },
};

export type DiskProperty =
  | 'name'
  | 'size'
  | 'bus'
  | 'busType'
  | 'lun'
  | 'vhdType'
  | 'differencing'
  | 'templateDisk';

const DISK_PATHS: Readonly<Record<DiskProperty, string>> = {
  name: 'name',
  size: 'diskSizeGB',
  bus: 'bus',
  busType: 'busType',
  lun: 'lun',
  vhdType: 'vhdType',
  differencing: 'createDiffDisk',
  templateDisk: 'templateDiskId',
};

/** The elements of `disks`. */
export const DISK: PathTable<DiskProperty> = {
  'microsoft.scvmm/virtualmachineinstances': DISK_PATHS,
  'microsoft.scvmm/virtualmachines': DISK_PATHS,
  azurerm_system_center_virtual_machine_manager_virtual_machine_instance: {
    name: 'name',
    size: 'disk_size_gb',
    bus: 'bus',
    busType: 'bus_type',
    lun: 'lun',
    vhdType: 'vhd_type',
    templateDisk: 'template_disk_id',
  },
};

type InterfaceProperty = 'name' | 'network' | 'ipv4';

const INTERFACE_PATHS: Readonly<Record<InterfaceProperty, string>> = {
  name: 'name',
  network: 'virtualNetworkId',
  ipv4: 'ipv4AddressType',
};

/** The elements of `interfaces`. */
export const INTERFACE: PathTable<InterfaceProperty> = {
  'microsoft.scvmm/virtualmachineinstances': INTERFACE_PATHS,
  'microsoft.scvmm/virtualmachines': INTERFACE_PATHS,
  azurerm_system_center_virtual_machine_manager_virtual_machine_instance: {
    name: 'name',
    network: 'virtual_network_id',
    ipv4: 'ipv4_address_type',
  },
};

export const AVAILABILITY_SET: PathTable<'name'> = {
  'microsoft.scvmm/availabilitysets': { name: 'name' },
  azurerm_system_center_virtual_machine_manager_availability_set: { name: 'name' },
};

export const SCVMM_TYPES: ReadonlySet<string> = new Set(
  [MACHINE, AVAILABILITY_SET, ARC_MACHINE, ARC_EXTENSION].flatMap(table => Object.keys(table)),
);

export const scvmmMachines = (resources: readonly Resource[]): readonly Resource[] =>
  resources.filter(({ type, mode }) => mode === 'managed' && Object.hasOwn(MACHINE, type.toLowerCase()));
