import { boolValue, defaultAt, stringValue, withOrigin } from '../../value/make.ts';
import { asBool, readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { Value } from '../../value/value.ts';
import type { AzureInventory } from './azure-inventory.ts';

/**
 * Reads what azurerm and azapi do to machines besides making them: backups, schedules, autoscaling; and what stands
 * beside machines: managed domains, Elastic SAN.
 */

type Reader = (resource: Resource, inventory: AzureInventory) => void;

export const AZURERM_OPERATIONS: Readonly<Record<string, Reader>> = {
  azurerm_backup_protected_vm: readBackup,
  azurerm_dev_test_global_vm_shutdown_schedule: readShutdown,
  azurerm_monitor_autoscale_setting: readAutoscale,
  // Machines are attached to a scheduled action by an action of their own.
  azapi_resource_action: readScheduleTargets,
  azurerm_active_directory_domain_service: (resource, to) => {
    to.managedDomains.push(resource);
  },
  azurerm_elastic_san_volume: (resource, to) => {
    to.elasticSanVolumes.push(resource);
  },
};

/** States of protection in which no more backups are taken. */
export const STOPPED_PROTECTION: ReadonlySet<string> = new Set(['protectionstopped', 'backupssuspended']);

function readBackup(resource: Resource, inventory: AzureInventory): void {
  inventory.backups.push({
    resource,
    machine: readPath(resource.body, ['source_vm_id']),
    active: isProtected(readPath(resource.body, ['protection_state']), resource),
  });
}

/** Whether a protected item is backed up; it is when it does not say otherwise. */
export function isProtected(state: Value | undefined, resource: Resource): Value {
  const here = defaultAt(resource.range);
  if (state?.kind === 'unknown') return withOrigin(state, here);
  return boolValue(!STOPPED_PROTECTION.has(textIn(state)?.toLowerCase() ?? ''), here);
}

function readShutdown(resource: Resource, inventory: AzureInventory): void {
  const here = defaultAt(resource.range);
  const enabled = readPath(resource.body, ['enabled']);
  const isOn = enabled === undefined ? boolValue(true, here) : asBool(enabled);
  if (isOn.kind === 'bool' && !isOn.value) return;
  inventory.schedules.push({
    key: resource.address,
    resource,
    machine: readPath(resource.body, ['virtual_machine_id']),
    action: isOn.kind === 'unknown' ? withOrigin(isOn, here) : stringValue('stop', here),
  });
}

function readAutoscale(resource: Resource, inventory: AzureInventory): void {
  const enabled = readPath(resource.body, ['enabled']);
  inventory.autoscaleSettings.push({
    resource,
    target: readPath(resource.body, ['target_resource_id']),
    enabled: enabled === undefined ? boolValue(true, defaultAt(resource.range)) : asBool(enabled),
  });
}

function readScheduleTargets(resource: Resource, inventory: AzureInventory): void {
  const read = (name: string): Value | undefined => readPath(resource.body, [name]);
  const type = textIn(read('type'))?.toLowerCase() ?? '';
  if (!type.startsWith('microsoft.computeschedule/scheduledactions@')) return;
  if (textIn(read('action'))?.toLowerCase() !== 'attachresources') return;
  const { elements, more } = readElements(resource.body, ['body', 'resources'], { ignoreCase: true });
  inventory.scheduleTargets.push({
    resource,
    schedule: read('resource_id'),
    machines: [
      ...elements.flatMap(element => readPath(element, ['resourceId'], { ignoreCase: true }) ?? []),
      ...(more === undefined ? [] : [more]),
    ],
  });
}
