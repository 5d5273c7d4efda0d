import type { Resource } from '../../value/resource.ts';
import type { Value } from '../../value/value.ts';
import { ARC_EXTENSION, ARC_MACHINE, ArcMachines } from './arc-machines.ts';
import { type Directory, keyOf } from './azure-joins.ts';
import {
  directoryOf,
  elementsOf,
  type KeyedResource,
  type PathTable,
  property,
  propertyIn,
} from './resource-paths.ts';

/**
 * The resources of Azure Local: Microsoft.AzureStackHCI 2026-04-01-preview of the public type index, which has what
 * 2024-01-01 has and more, and azurerm 5.2. azurerm has no virtual machine; azapi declares it.
 */

export type MachineProperty =
  | 'scope'
  | 'customLocation'
  | 'vmSize'
  | 'processors'
  | 'memory'
  | 'dynamicMemory'
  | 'minimumMemory'
  | 'maximumMemory'
  | 'computerName'
  | 'windows'
  | 'linux'
  | 'osDisk'
  | 'osType'
  | 'image'
  | 'dataDisks'
  | 'interfaces'
  | 'zone'
  | 'secureBoot';

const MACHINE_PATHS: Readonly<Record<MachineProperty, string>> = {
  scope: 'scope',
  customLocation: 'extendedLocation.name',
  vmSize: 'properties.hardwareProfile.vmSize',
  processors: 'properties.hardwareProfile.processors',
  memory: 'properties.hardwareProfile.memoryMB',
  dynamicMemory: 'properties.hardwareProfile.dynamicMemoryConfig',
  minimumMemory: 'properties.hardwareProfile.dynamicMemoryConfig.minimumMemoryMB',
  maximumMemory: 'properties.hardwareProfile.dynamicMemoryConfig.maximumMemoryMB',
  computerName: 'properties.osProfile.computerName',
  windows: 'properties.osProfile.windowsConfiguration',
  linux: 'properties.osProfile.linuxConfiguration',
  osDisk: 'properties.storageProfile.osDisk.id',
  osType: 'properties.storageProfile.osDisk.osType',
  image: 'properties.storageProfile.imageReference.id',
  dataDisks: 'properties.storageProfile.dataDisks',
  interfaces: 'properties.networkProfile.networkInterfaces',
  zone: 'properties.placementProfile.zone',
  secureBoot: 'properties.securityProfile.uefiSettings.secureBootEnabled',
};

export const MACHINE: PathTable<MachineProperty> = {
  'microsoft.azurestackhci/virtualmachineinstances': MACHINE_PATHS,
  // Previews up to 2022-12-15 had the machine as a resource of its own.
  'microsoft.azurestackhci/virtualmachines': MACHINE_PATHS,
};

type DiskProperty =
  | 'name'
  | 'tags'
  | 'dynamic'
  | 'format'
  | 'size'
  | 'container'
  | 'logicalSector'
  | 'physicalSector'
  | 'maxShares'
  | 'localPath'
  | 'source';

export const DISK: PathTable<DiskProperty> = {
  'microsoft.azurestackhci/virtualharddisks': {
    name: 'name',
    tags: 'tags',
    dynamic: 'properties.dynamic',
    format: 'properties.diskFileFormat',
    size: 'properties.diskSizeGB',
    container: 'properties.containerId',
    logicalSector: 'properties.logicalSectorBytes',
    physicalSector: 'properties.physicalSectorBytes',
    maxShares: 'properties.maxShares',
    localPath: 'properties.localVhdPath',
    source: 'properties.creationData.sourceResourceId',
  },
  azurerm_stack_hci_virtual_hard_disk: {
    name: 'name',
    tags: 'tags',
    dynamic: 'dynamic_enabled',
    format: 'disk_file_format',
    size: 'disk_size_in_gb',
    container: 'storage_path_id',
    logicalSector: 'logical_sector_in_bytes',
    physicalSector: 'physical_sector_in_bytes',
  },
};

export const CONTAINER: PathTable<'path'> = {
  'microsoft.azurestackhci/storagecontainers': { path: 'properties.path' },
  azurerm_stack_hci_storage_path: { path: 'path' },
};

type InterfaceProperty = 'name' | 'address' | 'network';

export const INTERFACE: PathTable<InterfaceProperty> = {
  'microsoft.azurestackhci/networkinterfaces': {
    name: 'name',
    address: 'properties.ipConfigurations.0.properties.privateIPAddress',
    network: 'properties.ipConfigurations.0.properties.subnet.id',
  },
  azurerm_stack_hci_network_interface: {
    name: 'name',
    address: 'ip_configuration.0.private_ip_address',
    network: 'ip_configuration.0.subnet_id',
  },
};

export const NETWORK: PathTable<'allocation'> = {
  'microsoft.azurestackhci/logicalnetworks': {
    allocation: 'properties.subnets.0.properties.ipAllocationMethod',
  },
  azurerm_stack_hci_logical_network: { allocation: 'subnet.0.ip_allocation_method' },
};

type ImageProperty = 'name' | 'osType' | 'publisher' | 'offer' | 'sku' | 'generation';

const IMAGE_PATHS: Readonly<Record<ImageProperty, string>> = {
  name: 'name',
  osType: 'properties.osType',
  publisher: 'properties.identifier.publisher',
  offer: 'properties.identifier.offer',
  sku: 'properties.identifier.sku',
  generation: 'properties.hyperVGeneration',
};

export const IMAGE: PathTable<ImageProperty> = {
  'microsoft.azurestackhci/galleryimages': IMAGE_PATHS,
  'microsoft.azurestackhci/marketplacegalleryimages': IMAGE_PATHS,
  azurerm_stack_hci_marketplace_gallery_image: {
    name: 'name',
    osType: 'os_type',
    publisher: 'identifier.0.publisher',
    offer: 'identifier.0.offer',
    sku: 'identifier.0.sku',
    generation: 'hyperv_generation',
  },
};

export const SNAPSHOT: PathTable<'source'> = {
  'microsoft.azurestackhci/snapshots': { source: 'properties.creationData.sourceResourceId' },
};

/** What the elements of the lists of a machine have. */
const REFERENCE: PathTable<'id'> = Object.fromEntries(Object.keys(MACHINE).map(type => [type, { id: 'id' }]));

const TABLES = [
  MACHINE,
  DISK,
  CONTAINER,
  INTERFACE,
  NETWORK,
  IMAGE,
  SNAPSHOT,
  ARC_MACHINE,
  ARC_EXTENSION,
] as const;

export const AZURE_LOCAL_TYPES: ReadonlySet<string> = new Set(TABLES.flatMap(table => Object.keys(table)));

/** The resources of Azure Local in a deployment, by what ids refer to. */
export class AzureLocalInventory {
  readonly machines: readonly Resource[];
  readonly arcMachines: ArcMachines;
  readonly disks: Directory<KeyedResource>;
  readonly containers: Directory<KeyedResource>;
  readonly interfaces: Directory<KeyedResource>;
  readonly networks: Directory<KeyedResource>;
  readonly images: Directory<KeyedResource>;
  readonly snapshots: readonly Resource[];
  /** The machines that attach a disk, by its key. */
  readonly #users = new Map<string, Set<Resource>>();

  constructor(resources: readonly Resource[]) {
    const managed = resources.filter(({ mode }) => mode === 'managed');
    const ofTable = (table: PathTable<string>): readonly Resource[] =>
      managed.filter(({ type }) => Object.hasOwn(table, type.toLowerCase()));
    this.machines = ofTable(MACHINE);
    this.snapshots = ofTable(SNAPSHOT);
    this.arcMachines = new ArcMachines(resources);
    this.disks = directoryOf('the virtual hard disk', DISK, managed);
    this.containers = directoryOf('the storage path', CONTAINER, managed);
    this.interfaces = directoryOf('the network interface', INTERFACE, managed);
    this.networks = directoryOf('the logical network', NETWORK, managed);
    this.images = directoryOf('the image', IMAGE, managed);
    for (const machine of this.machines) {
      for (const id of diskIds(machine)) {
        const key = keyOf(id);
        if (key !== undefined) this.#users.set(key, (this.#users.get(key) ?? new Set()).add(machine));
      }
    }
  }

  /** Whether several machines attach the disk of an id. */
  isShared(id: Value): boolean {
    return (this.#users.get(keyOf(id) ?? '')?.size ?? 0) > 1;
  }
}

/** The ids in a list of references of a machine; an unknown one may stand for several. */
export const referencesIn = (machine: Resource, list: 'dataDisks' | 'interfaces'): readonly Value[] =>
  elementsOf(MACHINE, machine, list).elements.flatMap(
    element => propertyIn(REFERENCE, machine.type, element, 'id') ?? [],
  );

function diskIds(machine: Resource): readonly Value[] {
  const osDisk = property(MACHINE, machine, 'osDisk');
  return [...(osDisk === undefined ? [] : [osDisk]), ...referencesIn(machine, 'dataDisks')];
}
