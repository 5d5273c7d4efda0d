import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import { asBool, asNumber, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { MappedPlatform, Mapper, MapperFacts } from '../mapper.ts';
import type { Hint, Machine, Memory, NetworkInterface, OperatingSystem, Placement } from '../model.ts';
import { ArcMachines, clusterAt } from './arc-machines.ts';
import { arcVsphereDisks } from './arc-vsphere-disks.ts';
import {
  ARC_VSPHERE_TYPES,
  arcVsphereMachines,
  INTERFACE,
  MACHINE,
  type MachineProperty,
  notStated,
} from './arc-vsphere-inventory.ts';
import { tagsOf } from './azure-disks.ts';
import { declarationHints } from './declaration-hints.ts';
import { elementsOf, property, propertyIn } from './resource-paths.ts';
import { withUpdates } from './resource-updates.ts';
import { scriptHints, scriptTexts } from './script-texts.ts';

/** Machines of vSphere that Azure Arc makes or has taken over, also those of Azure VMware Solution. */
export const arcVsphereMapper: Mapper = {
  platform: 'vsphere',
  handles: isArcVsphereType,
  map: mapArcVsphere,
};

function isArcVsphereType(type: string): boolean {
  return ARC_VSPHERE_TYPES.has(type.toLowerCase());
}

function mapArcVsphere(resources: readonly Resource[], { datastores = [] }: MapperFacts): MappedPlatform {
  const { resources: updated, diagnostics } = withUpdates(resources, isArcVsphereType);
  const arcMachines = new ArcMachines(updated);
  const machines = arcVsphereMachines(updated).map(machine => machineOf(machine, arcMachines, datastores));
  return { machines, diagnostics };
}

function machineOf(
  resource: Resource,
  arcMachines: ArcMachines,
  datastores: NonNullable<MapperFacts['datastores']>,
): Machine {
  const { address, range } = resource;
  const read = (name: MachineProperty): Value | undefined => property(MACHINE, resource, name);
  const arc = arcMachines.extendedBy(resource, read('scope'));
  const secureBoot = secureBootOf(resource);
  const cpus = read('cpus');
  return {
    address,
    platform: 'vsphere',
    resource,
    name: read('name') ?? arc.name,
    computerName: read('computerName'),
    tags: new Map([...arc.tags, ...tagsOf(read('tags'))]),
    hints: [...hintsOf(resource), ...arc.hints],
    os: operatingSystem(resource),
    vcpus: cpus === undefined ? notStated(resource, 'its processors') : asNumber(cpus),
    memory: memoryOf(resource),
    architecture: stringValue('x64', defaultAt(range)),
    ...(secureBoot === undefined ? {} : { secureBoot }),
    // Snapshots are no resources of Azure.
    hasSnapshot: boolValue(false, defaultAt(range)),
    placement: placementOf(resource),
    disks: arcVsphereDisks(resource, datastores),
    networkInterfaces: interfacesOf(resource),
    mailFlow: undefined,
  };
}

/** Azure Arc has neither a reservation nor a limit of memory. */
function memoryOf(machine: Resource): Memory {
  const size = property(MACHINE, machine, 'memory');
  const notShown = (what: string, key: string): Value => {
    const { address, range } = machine;
    const text = `Azure Arc does not show ${what} of ${address}: state servers[].${key} in exvet.yaml`;
    return unknown({ kind: 'declaration', text, range, key: `servers[].${key}` }, defaultAt(range));
  };
  const reserved = notShown('the memory reservation', 'memoryReserved');
  return {
    sizeMib: size === undefined ? notStated(machine, 'its memory') : asNumber(size),
    reservationMib: reserved,
    fullyReserved: reserved,
    limitMib: notShown('the memory limit', 'memoryLimit'),
  };
}

function operatingSystem(machine: Resource): OperatingSystem {
  const guest = property(MACHINE, machine, 'guestId');
  const stated = property(MACHINE, machine, 'osType');
  const family = textIn(stated)?.toLowerCase();
  if (stated !== undefined && (family === 'windows' || family === 'linux')) {
    return { family: stringValue(family, stated.origin), release: guest };
  }
  if (guest !== undefined && /^win/i.test(textIn(guest) ?? '')) {
    return { family: stringValue('windows', guest.origin), release: guest };
  }
  const open = stated !== undefined && !isKnown(stated) ? stated : notStated(machine, 'its operating system');
  return { family: open, release: guest };
}

/** Absent when neither firmware nor secure boot is stated: then the template decides. */
function secureBootOf(machine: Resource): Value | undefined {
  const firmware = property(MACHINE, machine, 'firmware');
  if (firmware !== undefined && textIn(firmware)?.toLowerCase() === 'bios') {
    return boolValue(false, firmware.origin);
  }
  const stated = property(MACHINE, machine, 'secureBoot');
  return stated === undefined ? undefined : asBool(stated);
}

function hintsOf(machine: Resource): readonly Hint[] {
  const { elements } = elementsOf(MACHINE, machine, 'runOnce');
  return [...declarationHints(machine), ...scriptHints(elements.flatMap(command => scriptTexts(command)))];
}

/** A cluster, a resource pool, or a host alone, that the machine is deployed to. */
function placementOf(machine: Resource): Placement {
  const cluster = property(MACHINE, machine, 'cluster');
  const host = property(MACHINE, machine, 'host');
  const shared = cluster ?? property(MACHINE, machine, 'pool');
  const pool =
    shared !== undefined
      ? clusterAt(shared)
      : host === undefined
        ? undefined
        : ({ ...clusterAt(host), kind: 'host' } as const);
  return {
    site: cluster,
    zone: undefined,
    availabilitySet: undefined,
    host,
    antiAffinity: [],
    ...(pool === undefined ? {} : { pool }),
  };
}

function interfacesOf(machine: Resource): readonly NetworkInterface[] {
  const { type, address } = machine;
  return elementsOf(MACHINE, machine, 'interfaces').elements.map((element, index): NetworkInterface => {
    const read = (name: 'name' | 'network' | 'adapter' | 'allocation' | 'address'): Value | undefined =>
      propertyIn(INTERFACE, type, element, name);
    const allocation = read('allocation');
    const fixed = read('address');
    const network = read('network');
    return {
      address: `${address}/networkInterfaces/${index}`,
      resource: machine,
      name: read('name') ?? stringValue(`network interface ${index}`, defaultAt(element.origin.range)),
      addressAllocation:
        allocation === undefined ? notStated(machine, 'how it gets its addresses') : lowerCase(allocation),
      addresses: fixed === undefined ? [] : [fixed],
      adapter: read('adapter') ?? notStated(machine, 'the type of its network adapter'),
      ...(network === undefined ? {} : { network }),
    };
  });
}

const lowerCase = (value: Value): Value =>
  value.kind === 'string' ? stringValue(value.value.toLowerCase(), value.origin) : value;
