import { boolValue, defaultAt, stringValue, withOrigin } from '../../value/make.ts';
import { asBool, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress } from '../../value/resource-id.ts';
import type { Value } from '../../value/value.ts';
import type { AzureInventory } from './azure-inventory.ts';
import { isProtected } from './azurerm-operations.ts';

/**
 * Reads what Resource Manager resources do to machines besides making them, and what stands beside machines. Types
 * and properties: Microsoft.RecoveryServices 2025-08-01, Microsoft.DevTestLab 2018-09-15, Microsoft.ComputeSchedule
 * 2026-04-15-preview, Microsoft.Insights 2022-10-01 of the public type index.
 */

type Reader = (resource: Resource, inventory: AzureInventory) => void;

export const RESOURCE_MANAGER_OPERATIONS: Readonly<Record<string, Reader>> = {
  'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems': readProtectedItem,
  'Microsoft.DevTestLab/schedules': readDevTestSchedule,
  'Microsoft.ComputeSchedule/scheduledActions': readScheduledAction,
  'Microsoft.Insights/autoscaleSettings': readAutoscale,
  'Microsoft.AAD/domainServices': (resource, to) => {
    to.managedDomains.push(resource);
  },
  'Microsoft.ElasticSan/elasticSans/volumeGroups/volumes': (resource, to) => {
    to.elasticSanVolumes.push(resource);
  },
};

const property = (resource: Resource, ...path: string[]): Value | undefined =>
  readPath(resource.body, ['properties', ...path], { ignoreCase: true });

/** Names of protected items that are machines; the second is that of the service's older API versions. */
const MACHINE_ITEMS: ReadonlySet<string> = new Set([
  'microsoft.compute/virtualmachines',
  'azureiaasvmprotecteditem',
]);

function readProtectedItem(resource: Resource, inventory: AzureInventory): void {
  const kind = property(resource, 'protectedItemType');
  const text = textIn(kind)?.toLowerCase();
  if (text !== undefined && !MACHINE_ITEMS.has(text)) return;
  inventory.backups.push({
    resource,
    machine: property(resource, 'sourceResourceId'),
    active: isProtected(property(resource, 'protectionState'), resource),
  });
}

function readDevTestSchedule(resource: Resource, inventory: AzureInventory): void {
  const task = textIn(property(resource, 'taskType'))?.toLowerCase();
  const status = property(resource, 'status');
  if (task !== undefined && !/^(?:computevmshutdown|labvmsshutdown)task$/.test(task)) return;
  if (textIn(status)?.toLowerCase() === 'disabled') return;
  const here = defaultAt(resource.range);
  inventory.schedules.push({
    key: canonicalAddress(resource.address),
    resource,
    machine: property(resource, 'targetResourceId'),
    action: status?.kind === 'unknown' ? withOrigin(status, here) : stringValue('stop', here),
  });
}

const ACTIONS: Readonly<Record<string, string>> = { hibernate: 'hibernate', deallocate: 'stop' };

function readScheduledAction(resource: Resource, inventory: AzureInventory): void {
  const disabled = property(resource, 'disabled');
  const isOff = disabled === undefined ? undefined : asBool(disabled);
  if (isOff?.kind === 'bool' && isOff.value) return;
  const stated = property(resource, 'actionType');
  const here = defaultAt(resource.range);
  const open = [stated, isOff].find(value => value?.kind === 'unknown');
  const action = ACTIONS[textIn(stated)?.toLowerCase() ?? ''];
  if (open === undefined && action === undefined) return;
  inventory.schedules.push({
    key: canonicalAddress(resource.address),
    resource,
    machine: undefined,
    action: open === undefined ? stringValue(action ?? '', stated?.origin ?? here) : withOrigin(open, here),
  });
}

function readAutoscale(resource: Resource, inventory: AzureInventory): void {
  const enabled = property(resource, 'enabled');
  inventory.autoscaleSettings.push({
    resource,
    target: property(resource, 'targetResourceUri'),
    // The service's default; azurerm has its own.
    enabled: enabled === undefined ? boolValue(false, defaultAt(resource.range)) : asBool(enabled),
  });
}
