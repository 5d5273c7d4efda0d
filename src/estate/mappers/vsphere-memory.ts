import { boolValue } from '../../value/make.ts';
import { asNumber, readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { type Reason, unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { Memory } from '../model.ts';
import { areOneUnknown } from '../placement.ts';
import { extraConfig, idIn, numberOr, readBlocks } from './block-arguments.ts';
import type { VsphereInventory } from './vsphere-inventory.ts';
import { isRootPool, poolChain } from './vsphere-pools.ts';

/**
 * The memory of a `vsphere_virtual_machine`, which vSphere counts in binary megabytes.
 * `memory_reservation_locked_to_max` says nothing of its own: the provider switches it off unless the
 * reservation already equals the memory. Nor does `extra_config` reserve anything: vSphere ignores keys such as
 * `sched.mem.min` that an attribute of its API stands for, and a balloon that is switched off leaves the host
 * to swap instead.
 */
export function memoryOf(machine: Resource, inventory: VsphereInventory): Memory {
  const { body } = machine;
  const sizeMib = numberOr(body, 'memory', 1024);
  const reservationMib = numberOr(body, 'memory_reservation', 0);
  const limitMib = limitOf(machine, sizeMib, inventory);
  return {
    sizeMib,
    reservationMib,
    fullyReserved: reservedByNature(body) ?? fullyReserved(sizeMib, reservationMib),
    ...(limitMib === undefined ? {} : { limitMib }),
  };
}

function fullyReserved(size: Value, reservation: Value): Value {
  if (areOneUnknown(size, reservation)) return boolValue(true, reservation.origin);
  if (!isKnown(size) || !isKnown(reservation)) {
    // Nothing reserved is never all of it, however much that is.
    if (reservation.kind === 'number' && reservation.value === 0) return boolValue(false, reservation.origin);
    return unknownFrom([size, reservation], reservation.origin);
  }
  const isFull = size.kind === 'number' && reservation.kind === 'number' && reservation.value === size.value;
  return boolValue(isFull, reservation.origin);
}

/**
 * What makes vSphere refuse to start a machine unless all of its memory is reserved: a high latency
 * sensitivity, and PCI devices that are passed through, SR-IOV adapters among them (vSphere Resource
 * Management, "Latency Sensitivity"; vSphere Virtual Machine Administration, "PCI Devices").
 */
function reservedByNature(body: Value): Value | undefined {
  const sensitivity = readPath(body, ['latency_sensitivity']);
  if (textIn(sensitivity) === 'high' && sensitivity !== undefined) return boolValue(true, sensitivity.origin);
  const [device] = readElements(body, ['pci_device_id']).elements;
  if (device !== undefined) return boolValue(true, device.origin);
  for (const block of readBlocks(body, ['network_interface']).blocks) {
    const adapter = readPath(block, ['adapter_type']);
    if (textIn(adapter) === 'sriov' && adapter !== undefined) return boolValue(true, adapter.origin);
  }
  return undefined;
}

/** The least of all limits above the machine's memory; one that is not known leaves it open, unless another bites. */
function limitOf({ body, range }: Resource, size: Value, inventory: VsphereInventory): Value | undefined {
  const own = readPath(body, ['memory_limit']);
  const written = extraConfig(body, key => key === 'sched.mem.max');
  const pool = idIn(body, 'resource_pool_id');
  const limits = [own, written, ...(pool === undefined ? [] : poolLimits(pool, inventory))].flatMap(limit =>
    limit === undefined ? [] : asNumber(limit),
  );
  const known = limits.filter(limit => limit.kind === 'number').filter(({ value }) => value >= 0);
  const [least] = known.toSorted((a, b) => a.value - b.value);
  const open = limits.filter(limit => !isKnown(limit));
  const bites = least !== undefined && size.kind === 'number' && least.value < size.value;
  if (bites || open.length === 0) return least;
  return unknownFrom(open, open[0]?.origin ?? { kind: 'default', range });
}

/** The limits of the resource pools and vApps that the machine is in; unknown for one that is only looked up. */
function poolLimits(pool: Value, inventory: VsphereInventory): readonly Value[] {
  const { pools, top, last } = poolChain(pool, inventory);
  const limits = pools.flatMap(resource => {
    if (resource.mode === 'managed') return readPath(resource.body, ['memory_limit']) ?? [];
    return isRootPool(resource) ? [] : limitNotTold(resource.address, pool);
  });
  if (top !== undefined || pools.length > 0) return limits;
  // A pool that is a literal or an input: whose it is, and what limits it, stands nowhere.
  return last.kind === 'unknown' && last.reference === undefined
    ? [unknownFrom([last], pool.origin)]
    : [limitNotTold(textIn(last) ?? 'the resource pool', pool)];
}

function limitNotTold(what: string, { origin }: Value): Value {
  const text = `no template tells whether ${what} limits memory: state servers[].memoryLimit in exvet.yaml`;
  const reason: Reason = {
    kind: 'declaration',
    text,
    range: origin.range,
    key: 'servers[].memoryLimit',
  };
  return unknown(reason, origin);
}
