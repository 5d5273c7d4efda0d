import { vmSize } from '../../azure/vm-sizes.ts';
import { boolValue, computedAt, defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { asBool, asNumber, knownText, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { type Reason, unknown } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { MappedPlatform, Mapper, MapperFacts } from '../mapper.ts';
import type { Disk, Hint, Machine, Memory, NetworkInterface, OperatingSystem, Placement } from '../model.ts';
import { clusterAt } from './arc-machines.ts';
import { keyOf } from './azure-joins.ts';
import { azureLocalDisks } from './azure-local-disks.ts';
import {
  AZURE_LOCAL_TYPES,
  AzureLocalInventory,
  IMAGE,
  INTERFACE,
  MACHINE,
  type MachineProperty,
  NETWORK,
  referencesIn,
} from './azure-local-inventory.ts';
import { declarationHints } from './declaration-hints.ts';
import { dynamicMemory } from './hyperv-settings.ts';
import { property } from './resource-paths.ts';
import { withUpdates } from './resource-updates.ts';

/** Azure Local (Azure Stack HCI): its virtual machines extend machines of Azure Arc. */
export const azureLocalMapper: Mapper = {
  platform: 'azure-local',
  handles: isAzureLocalType,
  map: mapAzureLocal,
};

function isAzureLocalType(type: string): boolean {
  return AZURE_LOCAL_TYPES.has(type.toLowerCase());
}

function mapAzureLocal(resources: readonly Resource[], facts: MapperFacts): MappedPlatform {
  const { resources: updated, diagnostics } = withUpdates(resources, isAzureLocalType);
  const inventory = new AzureLocalInventory(updated);
  return {
    machines: inventory.machines.map(machine => machineOf(machine, inventory, facts)),
    diagnostics,
  };
}

function machineOf(
  resource: Resource,
  inventory: AzureLocalInventory,
  { datastores = [] }: MapperFacts,
): Machine {
  const { address } = resource;
  const read = (name: MachineProperty): Value | undefined => property(MACHINE, resource, name);
  const arc = inventory.arcMachines.extendedBy(resource, read('scope'));
  const image = imageOf(resource, inventory);
  const disks = azureLocalDisks(resource, inventory, datastores);
  const secureBoot = read('secureBoot');
  return {
    address,
    platform: 'azure-local',
    resource,
    name: arc.name,
    computerName: read('computerName'),
    tags: arc.tags,
    hints: [...declarationHints(resource), ...arc.hints, ...imageHints(resource, image)],
    os: operatingSystem(resource, image),
    ...hardwareOf(resource),
    generation: generationOf(resource, image),
    secureBoot: secureBoot === undefined ? platformDecides(resource, 'secure boot') : asBool(secureBoot),
    hasSnapshot: snapshotOfAny(disks, resource),
    state: {
      stopAction: notInTemplates(resource, 'what happens when its host shuts down', 'stopAction'),
      checkpointType: platformDecides(resource, 'which checkpoints it may have'),
    },
    placement: placementOf(resource),
    disks,
    networkInterfaces: referencesIn(resource, 'interfaces').map(id => interfaceOf(id, resource, inventory)),
    mailFlow: undefined,
  };
}

const platformDecides = ({ address, range }: Resource, what: string): Value =>
  unknown({ kind: 'provider', text: `${address} does not state ${what}`, range }, defaultAt(range));

const notInTemplates = ({ address, range }: Resource, what: string, key: string): Value => {
  const text = `Azure Local has no setting for ${what}, so nothing tells it of ${address}: state servers[].${key} in exvet.yaml`;
  return unknown({ kind: 'declaration', text, range }, defaultAt(range));
};

/** Sizes that fix nothing: the processors and the memory stand beside them. */
const FREE_SIZES = new Set(['custom', 'default']);

/** These sizes of Azure Local are none of Azure, and their names do not follow Azure's rule. */
const KUBERNETES_SIZE = /^standard_k8s/i;

/** A size with a name fixes processors and memory, and what stands beside it is ignored. */
function hardwareOf(machine: Resource): Pick<Machine, 'vcpus' | 'memory'> {
  const size = property(MACHINE, machine, 'vmSize');
  const name = textIn(size);
  const isFree = size === undefined || FREE_SIZES.has(name?.toLowerCase() ?? '');
  const figure = (stated: 'processors' | 'memory', ofSize: number | undefined): Value => {
    if (isFree) {
      const value = property(MACHINE, machine, stated);
      return value === undefined ? platformDecides(machine, `its ${stated}`) : asNumber(value);
    }
    if (!isKnown(size)) return unknown(size.reasons, size.origin);
    const reason: Reason = {
      kind: 'unsupported',
      text: `exvet does not know the ${stated} of the size ${name ?? ''}`,
      range: size.origin.range,
    };
    return ofSize === undefined
      ? unknown(reason, size.origin)
      : numberValue(ofSize, computedAt(size.origin.range, [size]));
  };
  const known = name === undefined || KUBERNETES_SIZE.test(name) ? undefined : vmSize(name);
  const sizeMib = figure('memory', known?.memoryGib === undefined ? undefined : known.memoryGib * 1024);
  return { vcpus: figure('processors', known?.vcpus), memory: memoryOf(machine, sizeMib) };
}

/** Memory is static unless there is a `dynamicMemoryConfig`. */
function memoryOf(machine: Resource, sizeMib: Value): Memory {
  const config = property(MACHINE, machine, 'dynamicMemory');
  if (config !== undefined && !isKnown(config)) {
    const open = unknown(config.reasons, config.origin);
    return { sizeMib, dynamic: open, dynamicWithoutRange: open };
  }
  const bound = (name: 'minimumMemory' | 'maximumMemory'): Value => {
    const stated = property(MACHINE, machine, name);
    return stated === undefined
      ? platformDecides(machine, name === 'minimumMemory' ? 'the least memory' : 'the most memory')
      : asNumber(stated);
  };
  const isOn = boolValue(config !== undefined, config?.origin ?? defaultAt(machine.range));
  const [minimum, maximum] = [bound('minimumMemory'), bound('maximumMemory')];
  return { sizeMib, ...dynamicMemory({ isOn, size: sizeMib, minimum, maximum }) };
}

function imageOf(machine: Resource, { images }: AzureLocalInventory): Resource | undefined {
  const id = property(MACHINE, machine, 'image');
  const found = id === undefined ? undefined : images.find(id);
  return found?.kind === 'found' ? found.item.resource : undefined;
}

function imageHints(machine: Resource, image: Resource | undefined): readonly Hint[] {
  const id = property(MACHINE, machine, 'image');
  const stated =
    image === undefined
      ? []
      : (['name', 'publisher', 'offer', 'sku'] as const).map(name => property(IMAGE, image, name));
  const hints = stated.flatMap((value): readonly Hint[] => {
    const text = knownText(value);
    return value === undefined || text === undefined
      ? []
      : [{ kind: 'image', text, range: value.origin.range }];
  });
  const name = id === undefined || image !== undefined ? undefined : keyOf(id)?.split('/').at(-1);
  return id === undefined || name === undefined
    ? hints
    : [...hints, { kind: 'image', text: name, range: id.origin.range }];
}

function operatingSystem(machine: Resource, image: Resource | undefined): OperatingSystem {
  const release = image === undefined ? undefined : property(IMAGE, image, 'sku');
  const publisher = image === undefined ? undefined : property(IMAGE, image, 'publisher');
  return {
    family: osFamily(machine, image),
    release,
    ...(publisher === undefined ? {} : { publisher }),
  };
}

function osFamily(machine: Resource, image: Resource | undefined): Value {
  for (const family of ['windows', 'linux'] as const) {
    const settings = property(MACHINE, machine, family);
    if (settings?.kind === 'object') return stringValue(family, settings.origin);
  }
  const stated =
    property(MACHINE, machine, 'osType') ??
    (image === undefined ? undefined : property(IMAGE, image, 'osType'));
  if (stated === undefined) return platformDecides(machine, 'its operating system');
  const text = textIn(stated);
  return text === undefined ? stated : stringValue(text.toLowerCase(), stated.origin);
}

/** The generation is that of the image or OS disk; `V2` or `V1`. */
function generationOf(machine: Resource, image: Resource | undefined): Value {
  const stated = image === undefined ? undefined : property(IMAGE, image, 'generation');
  const digit = /^v([12])$/i.exec(textIn(stated) ?? '')?.[1];
  if (stated === undefined || (isKnown(stated) && digit === undefined)) {
    return platformDecides(machine, 'its generation');
  }
  return digit === undefined ? stated : numberValue(Number(digit), stated.origin);
}

function snapshotOfAny(disks: readonly Disk[], { range }: Resource): Value {
  const facts = disks.flatMap(({ hasSnapshot }) => hasSnapshot ?? []);
  return facts.find(fact => fact.kind === 'bool' && fact.value) ?? boolValue(false, defaultAt(range));
}

/** A custom location stands for one cluster, whose hosts share its machines; a zone for some of its hosts. */
function placementOf(machine: Resource): Placement {
  const location = property(MACHINE, machine, 'customLocation');
  return {
    site: location,
    zone: property(MACHINE, machine, 'zone'),
    availabilitySet: undefined,
    host: undefined,
    antiAffinity: [],
    ...(location === undefined ? {} : { pool: clusterAt(location) }),
    restartedByCluster: platformDecides(machine, 'whether its cluster starts it again on another host'),
    movedByCluster: platformDecides(machine, 'whether its cluster moves it between hosts'),
  };
}

function interfaceOf(id: Value, machine: Resource, inventory: AzureLocalInventory): NetworkInterface {
  const found = inventory.interfaces.find(id);
  if (found.kind === 'unknown') {
    const open = unknown(found.reasons, id.origin);
    return {
      address: keyOf(id) ?? `${machine.address} network interface`,
      resource: machine,
      name: open,
      addressAllocation: open,
    };
  }
  const { resource } = found.item;
  const address = property(INTERFACE, resource, 'address');
  const network = property(INTERFACE, resource, 'network');
  return {
    address: resource.address,
    resource,
    name: property(INTERFACE, resource, 'name') ?? stringValue(resource.address, defaultAt(resource.range)),
    addressAllocation: allocationOf(resource, address, network, inventory),
    ...(address === undefined ? {} : { addresses: [address] }),
    ...(network === undefined ? {} : { network }),
  };
}

/** An address that is stated is fixed; else the logical network decides, whose pool Azure Local gives fixed ones from. */
function allocationOf(
  nic: Resource,
  address: Value | undefined,
  network: Value | undefined,
  { networks }: AzureLocalInventory,
): Value {
  if (address !== undefined && (isKnown(address) || address.reference !== undefined)) {
    return stringValue('static', address.origin);
  }
  if (network === undefined) return address ?? platformDecides(nic, 'its network');
  const found = networks.find(network);
  if (found.kind === 'unknown') return unknown(found.reasons, network.origin);
  const stated = property(NETWORK, found.item.resource, 'allocation');
  if (stated === undefined) return platformDecides(found.item.resource, 'how it gives out addresses');
  const text = textIn(stated);
  return text === undefined ? stated : stringValue(text.toLowerCase(), stated.origin);
}
