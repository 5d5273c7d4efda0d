import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import { knownText, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { MappedPlatform, Mapper } from '../mapper.ts';
import type { Cpu, Disk, Hint, Machine, Memory, OperatingSystem, Placement } from '../model.ts';
import { anyOf, ask, boolOr, numberOr, readBlock, readBlocks, stringOr } from './block-arguments.ts';
import { declarationHints } from './declaration-hints.ts';
import { hypervDisks, scaled } from './hyperv-disks.ts';
import { HYPERV_TYPES, HypervInventory } from './hyperv-inventory.ts';
import { hypervInterfaces } from './hyperv-network.ts';
import { CHECKPOINT_TYPES, dynamicMemory, renamed, STOP_ACTIONS } from './hyperv-settings.ts';
import { scriptHints, scriptTexts } from './script-texts.ts';
import { fileStem } from './windows-paths.ts';

/**
 * Hyper-V, as the Terraform provider taliesins/hyperv declares it. Defaults are those of the schema in its code,
 * version 1.2.1; what it sets is compared without regard to case.
 */
export const hypervMapper: Mapper = {
  platform: 'hyper-v',
  handles: type => HYPERV_TYPES.has(type),
  map: mapHyperv,
};

function mapHyperv(resources: readonly Resource[]): MappedPlatform {
  const inventory = new HypervInventory(resources);
  return { machines: inventory.machines.map(machine => machineOf(machine, inventory)), diagnostics: [] };
}

function machineOf(resource: Resource, inventory: HypervInventory): Machine {
  const { address, body, range } = resource;
  const disks = hypervDisks(resource, inventory);
  const generation = numberOr(body, 'generation', 2);
  const firmware = readBlock(body, 'vm_firmware') ?? body;
  const secureBoot = secureBootOf(generation, firmware);
  return {
    address,
    platform: 'hyper-v',
    resource,
    name: readPath(body, ['name']) ?? stringValue(resource.label ?? address, defaultAt(range)),
    computerName: undefined,
    tags: new Map(),
    hints: hintsOf(resource, disks),
    os: operatingSystem(resource, firmware, secureBoot),
    vcpus: numberOr(body, 'processor_count', 1),
    cpu: cpuOf(readBlock(body, 'vm_processor') ?? body),
    memory: memoryOf(resource),
    generation,
    secureBoot,
    hasSnapshot: checkpointOf(resource, disks),
    state: {
      stopAction: renamed(stringOr(body, 'automatic_stop_action', 'Save'), STOP_ACTIONS),
      checkpointType: renamed(stringOr(body, 'checkpoint_type', 'Production'), CHECKPOINT_TYPES),
    },
    placement: placementOf(resource, inventory),
    disks,
    networkInterfaces: hypervInterfaces(resource, inventory),
    mailFlow: undefined,
  };
}

/** The provider wants exactly one of `static_memory` and `dynamic_memory`; neither has a useful default. */
function memoryOf({ body, range }: Resource): Memory {
  const mib = 2 ** 20;
  const figure = (name: string, byDefault: number): Value => scaled(numberOr(body, name, byDefault), mib);
  const size = figure('memory_startup_bytes', 512 * mib);
  const [fixed, dynamic] = [boolOr(body, 'static_memory', false), boolOr(body, 'dynamic_memory', false)];
  const isFixed = fixed.kind === 'bool' && fixed.value;
  const isDynamic = dynamic.kind === 'bool' && dynamic.value;
  const text = isFixed
    ? 'both static_memory and dynamic_memory are true, which the provider rejects: set one of them'
    : 'neither static_memory nor dynamic_memory is true, which the provider rejects: set static_memory';
  const isOn =
    isKnown(fixed) && isKnown(dynamic)
      ? isFixed === isDynamic
        ? unknown({ kind: 'error', text, range }, isFixed ? dynamic.origin : defaultAt(range))
        : boolValue(isDynamic, isDynamic ? dynamic.origin : fixed.origin)
      : unknownFrom(
          [fixed, dynamic].filter(value => !isKnown(value)),
          dynamic.origin,
        );
  const minimum = figure('memory_minimum_bytes', 512 * mib);
  const maximum = figure('memory_maximum_bytes', 2 ** 40);
  return { sizeMib: size, ...dynamicMemory({ isOn, size, minimum, maximum }) };
}

function cpuOf(processor: Value): Cpu {
  const differs = (name: string, byDefault: number): Value =>
    ask(numberOr(processor, name, byDefault), value => value.kind === 'number' && value.value !== byDefault);
  return {
    limited: differs('maximum', 100),
    controlsChanged: anyOf(differs('reserve', 0), differs('relative_weight', 100)),
    nestedVirtualization: boolOr(processor, 'expose_virtualization_extensions', false),
    numaChanged: anyOf(
      differs('maximum_count_per_numa_node', 0),
      differs('maximum_count_per_numa_socket', 0),
    ),
  };
}

/** Machines of generation 1 start from a BIOS, which knows no secure boot. */
function secureBootOf(generation: Value, firmware: Value): Value {
  if (generation.kind === 'number' && generation.value === 1) return boolValue(false, generation.origin);
  const stated = stringOr(firmware, 'enable_secure_boot', 'On');
  if (!isKnown(generation)) return unknownFrom([generation], generation.origin);
  return ask(stated, value => textIn(value)?.toLowerCase() === 'on');
}

/** With secure boot a machine starts only what the template's certificates have signed; Windows has its own. */
function operatingSystem({ address, range }: Resource, firmware: Value, secureBoot: Value): OperatingSystem {
  const template = readPath(firmware, ['secure_boot_template']);
  const isOn = secureBoot.kind === 'bool' && secureBoot.value;
  if (isOn && /^(?:MicrosoftUEFICertificateAuthority|OpenSourceShieldedVM)$/i.test(textIn(template) ?? '')) {
    return { family: stringValue('linux', template?.origin ?? secureBoot.origin), release: undefined };
  }
  const text = `no template tells what ${address} runs: state servers[].guestOs in exvet.yaml`;
  return {
    family: unknown({ kind: 'declaration', text, range }, defaultAt(range)),
    release: undefined,
  };
}

/** Everything that may tell what the machine is for: its notes, what its disks are copied from, what is in its drives. */
function hintsOf(machine: Resource, disks: readonly Disk[]): readonly Hint[] {
  const hint = (
    kind: Hint['kind'],
    value: Value | undefined,
    read: (text: string) => string,
  ): readonly Hint[] => {
    const text = value?.sensitive === true ? undefined : knownText(value);
    return value === undefined || text === undefined || text === ''
      ? []
      : [{ kind, text: read(text), range: value.origin.range }];
  };
  const sources = disks.flatMap(({ isOs, resource: { type, body } }) =>
    isOs && type === 'hyperv_vhd'
      ? ['source', 'source_vm', 'parent_path'].flatMap(name => readPath(body, [name]) ?? [])
      : [],
  );
  const discs = readBlocks(machine.body, ['dvd_drives']).blocks.flatMap(
    drive => (drive.kind === 'unknown' ? undefined : readPath(drive, ['path'])) ?? [],
  );
  return [
    ...declarationHints(machine),
    ...hint('annotation', readPath(machine.body, ['notes']), text => text),
    ...sources.flatMap(source => hint('image', source, fileStem)),
    ...scriptHints(discs.flatMap(disc => scriptTexts(disc))),
  ];
}

/** The file of a checkpoint among its disks is the only sign of one that the provider has. */
function checkpointOf({ range }: Resource, disks: readonly Disk[]): Value {
  const facts = disks.flatMap(({ hasSnapshot }) => hasSnapshot ?? []);
  return facts.find(fact => fact.kind === 'bool' && fact.value) ?? boolValue(false, defaultAt(range));
}

function placementOf(machine: Resource, inventory: HypervInventory): Placement {
  const pool = inventory.hostOf(machine);
  const { range } = machine;
  const text = `the provider does not tell whether the host is a node of a failover cluster: state hosts[].clustered for ${pool.address} in exvet.yaml`;
  const clustered = unknown({ kind: 'declaration', text, range }, defaultAt(range));
  return {
    site: undefined,
    zone: undefined,
    availabilitySet: undefined,
    host: pool.id,
    antiAffinity: [],
    pool,
    restartedByCluster: clustered,
    movedByCluster: clustered,
  };
}
