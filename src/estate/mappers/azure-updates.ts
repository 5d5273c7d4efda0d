import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import type { Resource } from '../../value/resource.ts';
import { type Reason, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import {
  type AzureImage,
  type AzureInventory,
  type AzureMachine,
  type Declared,
  emptyInventory,
  type MachineDisk,
} from './azure-inventory.ts';
import { Directory } from './azure-joins.ts';
import { readResourceManager } from './resource-manager.ts';

/**
 * Applies updates to the resources that they change, whichever language declares those: what an update
 * states wins, and what it leaves out stays (azapi merges its body into that of the existing resource and
 * replaces arrays). An update of something that is not in the deployment is a diagnostic.
 */
export function applyUpdates(updates: readonly Resource[], inventory: AzureInventory): Diagnostic[] {
  return updates.flatMap(update => {
    const partial = emptyInventory();
    readResourceManager(update, partial);
    const target = update.changes;
    if (target === undefined) return [];
    const change: Change = { target, uncertain: update.uncertain };
    const outcomes = [
      changeIn('virtual machine', inventory.machines, partial.machines, change, updatedMachine),
      changeIn('managed disk', inventory.disks, partial.disks, change, overlaid),
      changeIn('network interface', inventory.interfaces, partial.interfaces, change, overlaid),
      changeIn('subnet', inventory.subnets, partial.subnets, change, overlaid),
      changeIn('security group', inventory.groups, partial.groups, change, overlaid),
      changeIn('route table', inventory.routeTables, partial.routeTables, change, overlaid),
      changeIn(
        'availability set',
        inventory.availabilityGroups,
        partial.availabilityGroups,
        change,
        overlaid,
      ),
      changeIn('storage account', inventory.storageAccounts, partial.storageAccounts, change, overlaid),
    ];
    const lost = outcomes.find(outcome => outcome !== undefined);
    if (lost === undefined) return [];
    const message = `${update.address} changes a ${lost} that is not in this deployment, so the result is not judged.`;
    return [diagnostic('estate-unsupported-type', message, update.range)];
  });
}

interface Change {
  readonly target: Value;
  /** Set when it is not certain that the change is made. */
  readonly uncertain: readonly Reason[] | undefined;
}

type Overlay<T> = (base: T, update: T, uncertain: readonly Reason[] | undefined) => T;

/** Changes the items that the target may be; answers with what they are when there are none. */
function changeIn<T extends Declared>(
  what: string,
  items: T[],
  [update]: readonly T[],
  { target, uncertain }: Change,
  overlay: Overlay<T>,
): string | undefined {
  if (update === undefined) return undefined;
  const found = new Directory(what, items).candidates(target);
  for (const item of found) items[items.indexOf(item)] = overlay(item, update, uncertain);
  return found.length === 0 ? what : undefined;
}

/** What tells which resource it is stays that of the resource itself. */
const IDENTITY = new Set(['key', 'resource', 'name', 'address', 'range', 'isOs', 'slot']);

function overlaid<T extends object>(base: T, update: T, uncertain: readonly Reason[] | undefined): T {
  const stated = Object.entries(update).filter(([field, value]) => !IDENTITY.has(field) && isStated(value));
  const values = stated.map(([field, value]) => [
    field,
    uncertain === undefined ? value : open(value, uncertain),
  ]);
  return { ...base, ...(Object.fromEntries(values) as Partial<T>) };
}

function isStated(value: unknown): boolean {
  if (value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isValue(value) || value.origin.kind !== 'default';
}

const isValue = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && 'origin' in value && 'kind' in value;

/** What may or may not be set so. */
const open = (value: unknown, reasons: readonly Reason[]): unknown =>
  isValue(value) ? unknown(reasons, value.origin) : value;

function updatedMachine(
  base: AzureMachine,
  update: AzureMachine,
  uncertain: readonly Reason[] | undefined,
): AzureMachine {
  const { disks, image, ...rest } = update;
  const machine = overlaid<Omit<AzureMachine, 'disks' | 'image'>>(base, rest, uncertain);
  return {
    ...machine,
    image: overlaid<AzureImage>(base.image, image, uncertain),
    disks: updatedDisks(base.disks, disks, uncertain),
  };
}

/** The OS disk is an object and is merged; the data disks are an array and are replaced. */
function updatedDisks(
  base: readonly MachineDisk[],
  update: readonly MachineDisk[],
  uncertain: readonly Reason[] | undefined,
): readonly MachineDisk[] {
  const own = base.find(({ isOs }) => isOs);
  const changed = update.find(({ isOs }) => isOs);
  const osDisk =
    own === undefined || changed === undefined ? (own ?? changed) : overlaid(own, changed, uncertain);
  const dataDisks = update.filter(({ isOs }) => !isOs);
  return [
    ...(osDisk === undefined ? [] : [osDisk]),
    ...(dataDisks.length === 0 ? base.filter(({ isOs }) => !isOs) : dataDisks),
  ];
}
