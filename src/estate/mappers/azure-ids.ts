import { readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress, resourceAddressOf, textWithGaps } from '../../value/resource-id.ts';

/**
 * Resource types of azurerm that ids refer to, and their types in Resource Manager: what an id that is
 * written out, or that an ARM template composes, names them by (azurerm documentation, "Import", 2026-11).
 */
const RESOURCE_MANAGER_TYPES: Readonly<Record<string, string>> = {
  azurerm_windows_virtual_machine: 'Microsoft.Compute/virtualMachines',
  azurerm_linux_virtual_machine: 'Microsoft.Compute/virtualMachines',
  azurerm_virtual_machine: 'Microsoft.Compute/virtualMachines',
  azurerm_managed_disk: 'Microsoft.Compute/disks',
  azurerm_availability_set: 'Microsoft.Compute/availabilitySets',
  azurerm_orchestrated_virtual_machine_scale_set: 'Microsoft.Compute/virtualMachineScaleSets',
  azurerm_windows_virtual_machine_scale_set: 'Microsoft.Compute/virtualMachineScaleSets',
  azurerm_linux_virtual_machine_scale_set: 'Microsoft.Compute/virtualMachineScaleSets',
  azurerm_virtual_machine_scale_set: 'Microsoft.Compute/virtualMachineScaleSets',
  azurerm_snapshot: 'Microsoft.Compute/snapshots',
  azurerm_network_interface: 'Microsoft.Network/networkInterfaces',
  azurerm_network_security_group: 'Microsoft.Network/networkSecurityGroups',
  azurerm_application_security_group: 'Microsoft.Network/applicationSecurityGroups',
  azurerm_route_table: 'Microsoft.Network/routeTables',
  azurerm_virtual_network: 'Microsoft.Network/virtualNetworks',
  azurerm_storage_account: 'Microsoft.Storage/storageAccounts',
  azurerm_arc_machine: 'Microsoft.HybridCompute/machines',
  azurerm_stack_hci_virtual_hard_disk: 'Microsoft.AzureStackHCI/virtualHardDisks',
  azurerm_stack_hci_storage_path: 'Microsoft.AzureStackHCI/storageContainers',
  azurerm_stack_hci_network_interface: 'Microsoft.AzureStackHCI/networkInterfaces',
  azurerm_stack_hci_logical_network: 'Microsoft.AzureStackHCI/logicalNetworks',
  azurerm_stack_hci_marketplace_gallery_image: 'Microsoft.AzureStackHCI/marketplaceGalleryImages',
  azurerm_system_center_virtual_machine_manager_availability_set: 'Microsoft.ScVmm/availabilitySets',
  azurerm_system_center_virtual_machine_manager_cloud: 'Microsoft.ScVmm/clouds',
};

/**
 * The keys that ids of a Terraform resource have when they do not name its address: of the id that a plan
 * or state knows, and of its type and name.
 */
export function idKeys(resource: Resource): readonly string[] {
  // An ARM address is such a key itself.
  if (canonicalAddress(resource.address) !== resource.address) return [];
  const id = readPath(resource.body, ['id']);
  const known = id?.kind === 'string' ? resourceAddressOf(id) : undefined;
  const named = namedKey(resource);
  return [...(known === undefined ? [] : [known]), ...(named === undefined ? [] : [named])];
}

function namedKey(resource: Resource): string | undefined {
  const name = nameIn(resource, 'name');
  if (name === undefined) return undefined;
  if (resource.type === 'azurerm_subnet') {
    const network = nameIn(resource, 'virtual_network_name');
    return network === undefined
      ? undefined
      : `microsoft.network/virtualnetworks/${network}/subnets/${name}`.toLowerCase();
  }
  const type = resource.language === 'arm' ? resource.type : RESOURCE_MANAGER_TYPES[resource.type];
  // The names of the parents of a child type stand elsewhere.
  return type?.split('/').length === 2 ? `${type}/${name}`.toLowerCase() : undefined;
}

/** Also a name with unknown pieces, which are alike wherever the same unknown stands. */
function nameIn(resource: Resource, attribute: string): string | undefined {
  const value = readPath(resource.body, [attribute]);
  return value === undefined ? undefined : textWithGaps(value);
}
