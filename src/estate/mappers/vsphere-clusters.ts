import { boolValue, computedAt } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { Placement } from '../model.ts';
import { ask, boolOr, idIn, isTrue, stringOr } from './block-arguments.ts';
import type { About, VsphereInventory } from './vsphere-inventory.ts';
import { poolChain } from './vsphere-pools.ts';

type ByCluster = Pick<Placement, 'restartedByCluster' | 'movedByCluster' | 'restartPriority'>;

/** The cluster of a machine, declared or looked up. */
export function clusterOf({ body }: Resource, inventory: VsphereInventory): Resource | undefined {
  const pool = idIn(body, 'resource_pool_id');
  const top = pool === undefined ? undefined : poolChain(pool, inventory).top;
  return top?.type === 'vsphere_compute_cluster' ? top : undefined;
}

/** What vSphere HA and DRS of its cluster do with a machine: the cluster's settings, and overrides for the machine. */
export function handledByCluster(machine: Resource, inventory: VsphereInventory): ByCluster {
  const cluster = clusterOf(machine, inventory);
  const overrides = (type: string): readonly About[] =>
    inventory.about(type, 'virtual_machine_id', machine.address);
  const [highAvailability] = overrides('vsphere_ha_vm_override');
  const [scheduling] = overrides('vsphere_drs_vm_override');
  const restartPriority = restartPriorityOf(cluster, highAvailability);
  return {
    restartedByCluster: restarted(machine, cluster, restartPriority),
    movedByCluster: moved(machine, cluster, scheduling),
    ...(restartPriority === undefined ? {} : { restartPriority }),
  };
}

/**
 * `ha_vm_restart_priority` of the override, or else of the cluster, whose default is medium. Absent when neither is
 * declared. `clusterRestartPriority`, the default of an override, refers to the cluster.
 */
function restartPriorityOf(cluster: Resource | undefined, override: About | undefined): Value | undefined {
  const ofCluster =
    cluster?.mode === 'managed' ? stringOr(cluster.body, 'ha_vm_restart_priority', 'medium') : undefined;
  if (override === undefined) return ofCluster;
  if (override.open !== undefined) return override.open;
  const own = stringOr(override.resource.body, 'ha_vm_restart_priority', 'clusterRestartPriority');
  if (textIn(own) !== 'clusterRestartPriority') return own;
  return ofCluster ?? notTold(override.resource, 'the restart priority of its cluster');
}

/** Without host monitoring vSphere HA does not act on the failure of a host. */
function restarted(machine: Resource, cluster: Resource | undefined, priority: Value | undefined): Value {
  if (priority !== undefined && textIn(priority) === 'disabled') return boolValue(false, priority.origin);
  if (cluster?.mode !== 'managed') {
    return notTold(cluster ?? machine, 'whether vSphere HA restarts the machine');
  }
  const enabled = boolOr(cluster.body, 'ha_enabled', false);
  if (isKnown(enabled) && !isTrue(enabled)) return enabled;
  const monitoring = ask(
    stringOr(cluster.body, 'ha_host_monitoring', 'enabled'),
    value => textIn(value) !== 'disabled',
  );
  if (isKnown(monitoring) && !isTrue(monitoring)) return monitoring;
  const open = [enabled, monitoring, ...(priority === undefined ? [] : [priority])].filter(
    value => !isKnown(value),
  );
  return open.length === 0 ? enabled : unknownFrom(open, enabled.origin);
}

/**
 * DRS moves machines at its level `fullyAutomated`; at `partiallyAutomated` it still chooses a host whenever a
 * machine starts, after a failure too, so that counts as well. Declaring an override switches DRS off for the
 * machine unless the override says otherwise.
 */
function moved(machine: Resource, cluster: Resource | undefined, override: About | undefined): Value {
  if (override?.open !== undefined) return override.open;
  if (cluster?.mode !== 'managed') {
    return override === undefined
      ? notTold(cluster ?? machine, 'whether DRS moves the machine')
      : movesAt(override.resource.body);
  }
  const ofCluster = movesAt(cluster.body);
  const drs = boolOr(cluster.body, 'drs_enabled', false);
  if (override === undefined || (isKnown(drs) && !isTrue(drs))) return ofCluster;
  const allowed = boolOr(cluster.body, 'drs_enable_vm_overrides', true);
  if (!isKnown(allowed)) return allowed;
  return isTrue(allowed) ? movesAt(override.resource.body) : ofCluster;
}

function movesAt(body: Value): Value {
  const enabled = boolOr(body, 'drs_enabled', false);
  if (isKnown(enabled) && !isTrue(enabled)) return enabled;
  const automatic = ask(
    stringOr(body, 'drs_automation_level', 'manual'),
    level => textIn(level) !== 'manual',
  );
  return isKnown(automatic) && !isTrue(automatic) ? automatic : isKnown(enabled) ? automatic : enabled;
}

function notTold({ address, range }: Resource, what: string): Value {
  const text = `${what} stands in vCenter, not in ${address}`;
  return unknown({ kind: 'data', text, range }, computedAt(range));
}

/**
 * Whether a vSAN datastore of the machine's cluster removes duplicate blocks; `undefined` when the cluster has no
 * vSAN, or is only looked up.
 */
export function vsanDeduplication(machine: Resource, inventory: VsphereInventory): Value | undefined {
  const cluster = clusterOf(machine, inventory);
  if (cluster?.mode !== 'managed') return undefined;
  return isTrue(boolOr(cluster.body, 'vsan_enabled', false))
    ? boolOr(cluster.body, 'vsan_dedup_enabled', false)
    : undefined;
}

/** The name that vCenter gives the datastore of a cluster's vSAN. */
const VSAN_DATASTORE = /^vsanDatastore(?: ?\(\d+\))?$/i;

/** Whether a datastore of this name is the vSAN of the machine's cluster. */
export const isVsanOf = (machine: Resource, name: string | undefined, inventory: VsphereInventory): boolean =>
  name !== undefined && VSAN_DATASTORE.test(name) && vsanDeduplication(machine, inventory) !== undefined;
