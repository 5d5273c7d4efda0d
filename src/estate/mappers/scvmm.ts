import { boolValue, computedAt, defaultAt, stringValue } from '../../value/make.ts';
import { asBool, asNumber, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { MappedPlatform, Mapper } from '../mapper.ts';
import type {
  Hint,
  Machine,
  MachineRule,
  Memory,
  NetworkInterface,
  OperatingSystem,
  Placement,
} from '../model.ts';
import { ArcMachines, clusterAt } from './arc-machines.ts';
import { tagsOf } from './azure-disks.ts';
import { type Directory, keyOf } from './azure-joins.ts';
import { declarationHints } from './declaration-hints.ts';
import { CHECKPOINT_TYPES, dynamicMemory, renamed } from './hyperv-settings.ts';
import { directoryOf, elementsOf, type KeyedResource, property, propertyIn } from './resource-paths.ts';
import { withUpdates } from './resource-updates.ts';
import { scriptHints, scriptTexts } from './script-texts.ts';
import { scvmmDisks } from './scvmm-disks.ts';
import {
  AVAILABILITY_SET,
  INTERFACE,
  MACHINE,
  type MachineProperty,
  SCVMM_TYPES,
  scvmmMachines,
} from './scvmm-inventory.ts';

/** Hyper-V hosts that System Center Virtual Machine Manager runs, through Azure Arc. */
export const scvmmMapper: Mapper = {
  platform: 'scvmm',
  handles: isScvmmType,
  map: mapScvmm,
};

function isScvmmType(type: string): boolean {
  return SCVMM_TYPES.has(type.toLowerCase());
}

function mapScvmm(resources: readonly Resource[]): MappedPlatform {
  const { resources: updated, diagnostics } = withUpdates(resources, isScvmmType);
  const arcMachines = new ArcMachines(updated);
  const sets = new AvailabilitySets(updated);
  return {
    machines: scvmmMachines(updated).map(machine => machineOf(machine, arcMachines, sets)),
    diagnostics,
  };
}

function machineOf(resource: Resource, arcMachines: ArcMachines, sets: AvailabilitySets): Machine {
  const { address } = resource;
  const read = (name: MachineProperty): Value | undefined => property(MACHINE, resource, name);
  const arc = arcMachines.extendedBy(resource, read('scope'));
  const own = readPath(resource.body, ['name'], { ignoreCase: true });
  const generation = read('generation');
  const known = generation === undefined ? notStated(resource, 'its generation') : asNumber(generation);
  const cpus = read('cpus');
  return {
    address,
    platform: 'scvmm',
    resource,
    name: read('name') ?? (read('scope') === undefined && own !== undefined ? own : arc.name),
    computerName: read('computerName'),
    tags: new Map([...arc.tags, ...tagsOf(read('tags'))]),
    hints: [...hintsOf(resource), ...arc.hints],
    os: operatingSystem(resource),
    vcpus: cpus === undefined ? notStated(resource, 'its processors') : asNumber(cpus),
    memory: memoryOf(resource),
    generation: known,
    hasSnapshot: checkpointOf(resource),
    state: {
      stopAction: stopActionOf(resource),
      checkpointType: renamed(
        read('checkpointType') ?? notStated(resource, 'which checkpoints it may have'),
        CHECKPOINT_TYPES,
      ),
    },
    placement: placementOf(resource, sets),
    disks: scvmmDisks(resource, known),
    networkInterfaces: interfacesOf(resource),
    mailFlow: undefined,
  };
}

/** What a machine leaves out comes from its template, or is that of the machine that VMM already has. */
function notStated(machine: Resource, what: string): Value {
  const { address, range } = machine;
  const from =
    property(MACHINE, machine, 'inventoryItem') === undefined
      ? 'so VMM takes it from the template or its own default'
      : 'so it stays what it is in VMM';
  return unknown(
    { kind: 'provider', text: `${address} does not state ${what}, ${from}`, range },
    defaultAt(range),
  );
}

function stopActionOf({ address, range }: Resource): Value {
  const text = `Azure Arc has no setting for what happens to a machine of SCVMM when its host shuts down: state servers[].stopAction of ${address} in exvet.yaml`;
  return unknown({ kind: 'declaration', text, range }, defaultAt(range));
}

function memoryOf(machine: Resource): Memory {
  const read = (name: 'memory' | 'minimumMemory' | 'maximumMemory', what: string): Value => {
    const stated = property(MACHINE, machine, name);
    return stated === undefined ? notStated(machine, what) : asNumber(stated);
  };
  const size = read('memory', 'its memory');
  const isOn = isDynamic(machine);
  const minimum = read('minimumMemory', 'the least memory');
  const maximum = read('maximumMemory', 'the most memory');
  return { sizeMib: size, ...dynamicMemory({ isOn, size, minimum, maximum }) };
}

/**
 * ARM states it as the text 'true'. azurerm has no argument for it: it switches dynamic memory on when a bound of it is
 * not 0, and off when there is a `hardware` block without one.
 */
function isDynamic(machine: Resource): Value {
  const what = 'whether its memory is dynamic';
  if (machine.language === 'arm') {
    const stated = property(MACHINE, machine, 'dynamicMemory');
    return stated === undefined ? notStated(machine, what) : asBool(stated);
  }
  const hardware = property(MACHINE, machine, 'hardware');
  if (hardware === undefined) return notStated(machine, what);
  if (!isKnown(hardware)) return unknown(hardware.reasons, hardware.origin);
  const bounds = (['minimumMemory', 'maximumMemory'] as const).flatMap(name => {
    const stated = property(MACHINE, machine, name);
    return stated === undefined ? [] : [asNumber(stated)];
  });
  const set = bounds.find(bound => bound.kind === 'number' && bound.value !== 0);
  if (set !== undefined) return boolValue(true, set.origin);
  const open = bounds.filter(bound => !isKnown(bound));
  const [first] = open;
  return first === undefined
    ? boolValue(false, defaultAt(hardware.origin.range))
    : unknownFrom(open, first.origin);
}

/** Templates can carry the checkpoints of a machine along, as VMM reports them. */
function checkpointOf(machine: Resource): Value {
  const { elements, more } = elementsOf(MACHINE, machine, 'checkpoints');
  const [first] = elements;
  if (more !== undefined) return unknown(more.reasons, more.origin);
  return first === undefined
    ? boolValue(false, defaultAt(machine.range))
    : boolValue(true, computedAt(first.origin.range, [first]));
}

function operatingSystem(machine: Resource): OperatingSystem {
  const type = property(MACHINE, machine, 'osType');
  const text = textIn(type)?.toLowerCase();
  const { address, range } = machine;
  const reason = `no template tells what ${address} runs: state servers[].guestOs in exvet.yaml`;
  const release = property(MACHINE, machine, 'osSku');
  return {
    family:
      type !== undefined && (text === 'windows' || text === 'linux')
        ? stringValue(text, type.origin)
        : unknown({ kind: 'declaration', text: reason, range }, defaultAt(range)),
    release,
  };
}

function hintsOf(machine: Resource): readonly Hint[] {
  const template = property(MACHINE, machine, 'template');
  const name = template === undefined ? undefined : keyOf(template)?.split(/[/.]/).at(-1);
  return [
    ...declarationHints(machine),
    ...(template === undefined || name === undefined
      ? []
      : [{ kind: 'image', text: name, range: template.origin.range } as const]),
    ...scriptHints(scriptTexts(property(MACHINE, machine, 'runOnce'))),
  ];
}

/**
 * The machines of each availability set. VMM keeps them on different hosts when it can
 * (learn.microsoft.com/system-center/vmm/availability-sets).
 */
class AvailabilitySets {
  readonly #sets: Directory<KeyedResource>;
  readonly #members = new Map<string, { readonly machine: Resource; readonly id: Value }[]>();

  constructor(resources: readonly Resource[]) {
    this.#sets = directoryOf('the availability set', AVAILABILITY_SET, resources);
    for (const machine of scvmmMachines(resources)) {
      for (const id of setIds(machine)) {
        const key = this.#keyOf(id);
        if (key === undefined) continue;
        this.#members.set(key, [...(this.#members.get(key) ?? []), { machine, id }]);
      }
    }
  }

  #keyOf(id: Value): string | undefined {
    const found = this.#sets.find(id);
    return found.kind === 'found' ? found.item.key : keyOf(id);
  }

  /** The sets that a machine is in, as rules that keep it apart from the others in them. */
  rulesFor(machine: Resource): readonly MachineRule[] {
    return setIds(machine).map((id): MachineRule => {
      const key = this.#keyOf(id);
      const members = key === undefined ? [] : (this.#members.get(key) ?? []);
      return {
        address: key ?? `an availability set of ${machine.address}`,
        range: id.origin.range,
        members: members.map(member => member.machine.address),
        enabled: boolValue(true, id.origin),
        mandatory: boolValue(false, id.origin),
        ...(key === undefined && !isKnown(id) ? { membersUnknown: unknown(id.reasons, id.origin) } : {}),
      };
    });
  }
}

/** azurerm lists ids, ARM objects that have one; an unknown one may stand for several. */
function setIds(machine: Resource): readonly Value[] {
  return elementsOf(MACHINE, machine, 'availabilitySets').elements.flatMap(element =>
    element.kind === 'object' ? (readPath(element, ['id'], { ignoreCase: true }) ?? []) : [element],
  );
}

/** The hosts of a cloud share its machines; without one those of the custom location, which is one VMM server. */
function placementOf(machine: Resource, sets: AvailabilitySets): Placement {
  const location = property(MACHINE, machine, 'cloud') ?? property(MACHINE, machine, 'customLocation');
  const available = property(MACHINE, machine, 'highlyAvailable');
  return {
    site: undefined,
    zone: undefined,
    availabilitySet: undefined,
    host: undefined,
    antiAffinity: sets.rulesFor(machine),
    ...(location === undefined ? {} : { pool: clusterAt(location) }),
    restartedByCluster:
      available === undefined ? notStated(machine, 'whether it is highly available') : asBool(available),
    movedByCluster: notStated(machine, 'whether VMM moves it between hosts'),
  };
}

function interfacesOf(machine: Resource): readonly NetworkInterface[] {
  return elementsOf(MACHINE, machine, 'interfaces').elements.map((block, index): NetworkInterface => {
    const read = (name: 'name' | 'network' | 'ipv4'): Value | undefined =>
      propertyIn(INTERFACE, machine.type, block, name);
    const here = defaultAt(block.origin.range);
    const allocation = read('ipv4');
    const text = textIn(allocation);
    const network = read('network');
    return {
      address: `${machine.address}.networkInterfaces[${index}]`,
      resource: machine,
      name: read('name') ?? stringValue(`network interface ${index}`, here),
      addressAllocation:
        allocation === undefined
          ? notStated(machine, 'how its addresses are given')
          : text === undefined
            ? allocation
            : stringValue(text.toLowerCase(), allocation.origin),
      ...(network === undefined ? {} : { network }),
    };
  });
}
