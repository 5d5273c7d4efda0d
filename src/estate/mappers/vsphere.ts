import { boolValue, computedAt, defaultAt, stringValue } from '../../value/make.ts';
import { readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { reasonsIn, unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { MappedPlatform, Mapper, MapperFacts } from '../mapper.ts';
import type { Machine, Memory } from '../model.ts';
import { areOneUnknown } from '../placement.ts';
import { numberOr } from './vsphere-blocks.ts';
import { vsphereDisks } from './vsphere-disks.ts';
import {
  computerName,
  networkInterfaces,
  operatingSystem,
  vsphereHints,
  vsphereTags,
} from './vsphere-guest.ts';
import { referenceOf, VSPHERE_TYPES, VsphereInventory } from './vsphere-inventory.ts';
import { type PlacementRules, placementRules, vspherePlacement } from './vsphere-placement.ts';

/**
 * VMware vSphere, as the Terraform provider hashicorp/vsphere declares it. Defaults are those of the
 * schema in its code, version 2.13.
 */
export const vsphereMapper: Mapper = {
  platform: 'vsphere',
  handles: type => VSPHERE_TYPES.has(type),
  map: mapVsphere,
};

function mapVsphere(resources: readonly Resource[], facts: MapperFacts): MappedPlatform {
  const inventory = new VsphereInventory(resources);
  const rules = placementRules(inventory);
  const machines = inventory
    .managed('vsphere_virtual_machine')
    .map(resource => machineOf(resource, inventory, rules, facts));
  return { machines, diagnostics: [] };
}

function machineOf(
  resource: Resource,
  inventory: VsphereInventory,
  rules: PlacementRules,
  { datastores = [] }: MapperFacts,
): Machine {
  const { address, body, range } = resource;
  return {
    address,
    platform: 'vsphere',
    resource,
    name: readPath(body, ['name']) ?? stringValue(resource.label ?? address, defaultAt(range)),
    computerName: computerName(resource),
    tags: vsphereTags(resource, inventory),
    hints: vsphereHints(resource, inventory),
    os: operatingSystem(resource),
    vcpus: numberOr(body, 'num_cpus', 1),
    memory: memoryOf(body),
    hasSnapshot: snapshotOf(resource, inventory),
    placement: vspherePlacement(resource, inventory, rules),
    disks: vsphereDisks(resource, inventory, datastores),
    networkInterfaces: networkInterfaces(resource),
    mailFlow: undefined,
  };
}

/**
 * vSphere counts memory in binary megabytes. `memory_reservation_locked_to_max` says nothing of its own:
 * the provider switches it off unless the reservation already equals the memory.
 */
function memoryOf(body: Value): Memory {
  const sizeMib = numberOr(body, 'memory', 1024);
  const reservationMib = numberOr(body, 'memory_reservation', 0);
  return { sizeMib, reservationMib, fullyReserved: fullyReserved(sizeMib, reservationMib) };
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

/** Whether a `vsphere_virtual_machine_snapshot` is declared of the machine. */
function snapshotOf({ address, range }: Resource, inventory: VsphereInventory): Value {
  const open: Value[] = [];
  for (const snapshot of inventory.managed('vsphere_virtual_machine_snapshot')) {
    const target = readPath(snapshot.body, ['virtual_machine_uuid']);
    if (target?.kind !== 'unknown') continue;
    const reference = referenceOf(target);
    const isThis = reference?.address === address;
    const mayBeThis =
      reference === undefined ||
      (reference.instanceUnknown === true && address.startsWith(`${reference.address}[`));
    const origin = computedAt(snapshot.range);
    if (isThis && snapshot.uncertain === undefined) return boolValue(true, origin);
    if (isThis && snapshot.uncertain !== undefined) open.push(unknown(snapshot.uncertain, origin));
    else if (mayBeThis) open.push(unknown(reasonsIn([target]), origin));
  }
  const [first] = open;
  return first === undefined ? boolValue(false, defaultAt(range)) : unknownFrom(open, first.origin);
}
