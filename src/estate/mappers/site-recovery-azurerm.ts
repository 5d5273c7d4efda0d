import { boolValue, defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { asNumber, readElements, readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { Value } from '../../value/value.ts';
import { elementsAt } from './azure-lists.ts';
import type {
  ItemDisk,
  ItemInterface,
  ReplicatedItem,
  SiteRecoveryInventory,
} from './site-recovery-inventory.ts';

/**
 * Reads the Site Recovery resources of the Terraform provider azurerm. Attribute names, values and defaults:
 * provider documentation and schemas of 3.x to 5.2, read 2026-08. The provider has no resource for a replicated
 * machine of Hyper-V: those come from Resource Manager, through azapi.
 */

type Reader = (resource: Resource, inventory: SiteRecoveryInventory) => void;

const READERS: Readonly<Record<string, Reader>> = {
  azurerm_site_recovery_replicated_vm: readAzureMachine,
  azurerm_site_recovery_vmware_replicated_vm: readVMwareMachine,
  azurerm_site_recovery_replication_policy: (resource, to) =>
    readPolicy(resource, 'application_consistent_snapshot_frequency_in_minutes', 60, to),
  azurerm_site_recovery_vmware_replication_policy: (resource, to) =>
    readPolicy(resource, 'application_consistent_snapshot_frequency_in_minutes', 60, to),
  azurerm_site_recovery_hyperv_replication_policy: (resource, to) =>
    readPolicy(resource, 'application_consistent_snapshot_frequency_in_hours', 1, to),
  azurerm_site_recovery_fabric: (resource, to) => readFabric(resource, 'azure', to),
  azurerm_site_recovery_services_vault_hyperv_site: (resource, to) =>
    readFabric(resource, 'hyper-v-site', to),
  azurerm_site_recovery_network_mapping: (resource, to) => readMapping(resource, 'azure', to),
  azurerm_site_recovery_hyperv_network_mapping: (resource, to) => readMapping(resource, 'vmm', to),
  azurerm_site_recovery_replication_recovery_plan: readPlan,
  azurerm_recovery_services_vault: readVault,
  // They tie the others together, and the estate takes nothing from them.
  azurerm_site_recovery_protection_container: () => undefined,
  azurerm_site_recovery_protection_container_mapping: () => undefined,
  azurerm_site_recovery_hyperv_replication_policy_association: () => undefined,
  azurerm_site_recovery_vmware_replication_policy_association: () => undefined,
};

export const isSiteRecoveryAzurermType = (type: string): boolean => Object.hasOwn(READERS, type);

/** Adds what a resource declares to the inventory. A data source declares nothing. */
export function readSiteRecoveryAzurerm(resource: Resource, inventory: SiteRecoveryInventory): void {
  if (resource.mode === 'managed') READERS[resource.type]?.(resource, inventory);
}

const nameOf = (resource: Resource): Value =>
  readPath(resource.body, ['name']) ?? stringValue(resource.label ?? '', defaultAt(resource.range));

/** The vault, by its name or its id: each resource takes one of the two. */
const vaultOf = ({ body }: Resource): Value | undefined =>
  readPath(body, ['recovery_vault_id']) ?? readPath(body, ['recovery_vault_name']);

/** What only replicated machines on premises state. */
const NOTHING_ON_PREMISES = { sourceName: undefined, managedDisks: undefined, storageAccount: undefined };

function readAzureMachine(resource: Resource, inventory: SiteRecoveryInventory): void {
  const read = (...path: (string | number)[]): Value | undefined => readPath(resource.body, path);
  const managed = readElements(resource.body, ['managed_disk']);
  inventory.items.push({
    ...NOTHING_ON_PREMISES,
    ...itemBase(resource),
    direction: 'azure-to-azure',
    sourceId: read('source_vm_id'),
    targetName: undefined,
    fabric: read('source_recovery_fabric_name'),
    targetFabric: read('target_recovery_fabric_id'),
    disks: managed.elements.map((disk, index) =>
      itemDisk(disk, `${resource.address}.managed_disk[${index}]`),
    ),
    // Blobs of storage accounts, of which nothing tells which disks of the machine they are.
    moreDisks: managed.more ?? readElements(resource.body, ['unmanaged_disk']).more,
    everyDisk: undefined,
    size: read('target_virtual_machine_size'),
    scaleSet: read('target_virtual_machine_scale_set_id'),
    interfaces: readElements(resource.body, ['network_interface']).elements.flatMap(azureInterfaces),
  });
}

function readVMwareMachine(resource: Resource, inventory: SiteRecoveryInventory): void {
  const read = (...path: (string | number)[]): Value | undefined => readPath(resource.body, path);
  const disks = readElements(resource.body, ['managed_disk']);
  inventory.items.push({
    ...NOTHING_ON_PREMISES,
    ...itemBase(resource),
    direction: 'vmware-to-azure',
    sourceId: undefined,
    sourceName: read('source_vm_name'),
    targetName: read('target_vm_name'),
    fabric: undefined,
    targetFabric: undefined,
    disks: disks.elements.map((disk, index) => itemDisk(disk, `${resource.address}.managed_disk[${index}]`)),
    moreDisks: disks.more,
    everyDisk: read('default_recovery_disk_type'),
    size: read('target_vm_size'),
    scaleSet: undefined,
    interfaces: readElements(resource.body, ['network_interface']).elements.map(ownInterface),
  });
}

function itemBase(
  resource: Resource,
): Pick<
  ReplicatedItem,
  | 'key'
  | 'resource'
  | 'osFamily'
  | 'tags'
  | 'vault'
  | 'policy'
  | 'zone'
  | 'availabilitySet'
  | 'network'
  | 'testNetwork'
  | 'canTest'
> {
  const read = (attribute: string): Value | undefined => readPath(resource.body, [attribute]);
  return {
    key: resource.address,
    resource,
    osFamily: undefined,
    tags: new Map(),
    vault: vaultOf(resource),
    policy: read('recovery_replication_policy_id'),
    zone: read('target_zone'),
    availabilitySet: read('target_availability_set_id'),
    network: read('target_network_id'),
    testNetwork: read('test_network_id'),
    canTest: true,
  };
}

function itemDisk(block: Value, address: string): ItemDisk {
  const read = (attribute: string): Value | undefined => readPath(block, [attribute]);
  return {
    address,
    range: block.origin.range,
    id: read('disk_id'),
    sku: read('target_disk_type'),
    cacheAccount: read('staging_storage_account_id'),
    sizeGib: undefined,
  };
}

/** Until version 4 of the provider the interface had one address itself; now it has a block for each. */
function azureInterfaces(block: Value): readonly ItemInterface[] {
  const { elements } = readElements(block, ['ip_configuration']);
  return (elements.length === 0 ? [block] : elements).map(ownInterface);
}

function ownInterface(block: Value): ItemInterface {
  return {
    range: block.origin.range,
    subnetName: readPath(block, ['target_subnet_name']),
    subnet: undefined,
    address: readPath(block, ['target_static_ip']),
    publicAddress: readPath(block, ['recovery_public_ip_address_id']),
    pools: elementsAt(block, ['recovery_load_balancer_backend_address_pool_ids']),
  };
}

function readPolicy(resource: Resource, attribute: string, perHour: number, to: SiteRecoveryInventory): void {
  const stated = readPath(resource.body, [attribute]);
  to.policies.push({
    key: resource.address,
    resource,
    name: nameOf(resource),
    appConsistentHours:
      stated === undefined ? numberValue(0, defaultAt(resource.range)) : inHours(stated, perHour),
    namesStorage: boolValue(false, defaultAt(resource.range)),
  });
}

/** A figure of minutes or hours in hours. */
export function inHours(stated: Value, perHour: number): Value {
  const figure = asNumber(stated);
  return figure.kind === 'number' ? numberValue(figure.value / perHour, figure.origin) : figure;
}

function readVault(resource: Resource, to: SiteRecoveryInventory): void {
  to.vaults.push({ key: resource.address, resource, name: nameOf(resource) });
}

function readFabric(resource: Resource, kind: string, to: SiteRecoveryInventory): void {
  to.fabrics.push({
    key: resource.address,
    resource,
    name: nameOf(resource),
    kind: stringValue(kind, defaultAt(resource.range)),
    region: readPath(resource.body, ['location']),
  });
}

function readMapping(resource: Resource, kind: 'azure' | 'vmm', to: SiteRecoveryInventory): void {
  to.networkMappings.push({
    key: resource.address,
    resource,
    kind,
    vault: vaultOf(resource),
    source: readPath(resource.body, ['source_network_id']),
    target: readPath(resource.body, ['target_network_id']),
  });
}

/** Version 3 of the provider had one kind of block for all groups; the boot groups were those of type `Boot`. */
function readPlan(resource: Resource, to: SiteRecoveryInventory): void {
  const { elements, more } = readElements(resource.body, ['boot_recovery_group']);
  const former = readElements(resource.body, ['recovery_group']);
  const groups = [
    ...elements,
    ...former.elements.filter(group => {
      const type = readPath(group, ['type']);
      return type?.kind !== 'string' || type.value === 'Boot';
    }),
  ].map(group => elementsAt(group, ['replicated_protected_items']));
  const open = more ?? former.more;
  to.plans.push({
    key: resource.address,
    resource,
    vault: vaultOf(resource),
    groups: open === undefined ? groups : [...groups, [open]],
  });
}
