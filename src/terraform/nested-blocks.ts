import { listValue } from '../value/make.ts';
import type { Value } from '../value/value.ts';

/**
 * Arguments that are nested blocks in the providers' schemas. The JSON syntax writes them as objects or
 * arrays, and nothing but the schema tells them from arguments; some may be written as `x = [{ … }]` in the
 * native syntax too. Either way they are lists of objects. From the documentation of hashicorp/azurerm 4.x,
 * hashicorp/vsphere 2.x and Azure/azapi 2.x (November 2026), for the resource types that exvet maps.
 */
const NESTED_BLOCKS: Readonly<Record<string, ReadonlySet<string>>> = {
  azurerm: new Set(
    `additional_capabilities additional_unattend_content application_rule_collection automatic_instance_repair
    automatic_os_upgrade_policy backup boot_diagnostics certificate data_disk data_protection_replication
    ddos_protection_plan delegation diff_disk_settings disk_encryption_key encryption_settings
    export_policy_rule extension frontend_ip_configuration gallery_application identity ip_configuration
    key_encryption_key managed_disk management_ip_configuration nat_rule_collection network_interface
    network_rule_collection network_rules os_disk os_image_notification os_profile os_profile_linux_config
    os_profile_secrets os_profile_windows_config plan protected_settings_from_key_vault public_ip_address
    retention_daily retention_monthly retention_weekly retention_yearly rolling_upgrade_policy route rule
    scale_in secret security_rule service_delegation service_endpoint source_image_reference
    storage_data_disk storage_image_reference storage_os_disk subnet target_disk_encryption
    termination_notification timeouts unmanaged_disk winrm winrm_listener`.split(/\s+/),
  ),
  vsphere: new Set(
    `cdrom clone customize disk linux_options network_interface ovf_deploy pci_device_id timeouts vapp vtpm
    windows_options host`.split(/\s+/),
  ),
  azapi: new Set(['identity', 'retry', 'timeouts']),
};

/** The value of an argument, as a list of objects when it is a nested block in the provider's schema. */
export function asNestedBlocks(resourceType: string, name: string, value: Value): Value {
  const blocks = NESTED_BLOCKS[resourceType.slice(0, resourceType.indexOf('_'))];
  return blocks === undefined ? value : shaped(name, value, blocks);
}

function shaped(name: string, value: Value, blocks: ReadonlySet<string>): Value {
  if (!blocks.has(name)) return value;
  if (value.kind === 'object') return listValue([shapedObject(value, blocks)], value.origin, 'list');
  if (value.kind !== 'list' || !value.elements.every(({ kind }) => kind === 'object')) return value;
  return { ...value, collection: 'list', elements: value.elements.map(one => shapedObject(one, blocks)) };
}

function shapedObject(value: Value, blocks: ReadonlySet<string>): Value {
  if (value.kind !== 'object') return value;
  const entries = [...value.entries].map(([key, entry]) => [key, shaped(key, entry, blocks)] as const);
  return { ...value, collection: 'object', entries: new Map(entries) };
}
