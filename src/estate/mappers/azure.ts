import { type VmSize, vmSize } from '../../azure/vm-sizes.ts';
import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import { boolValue, defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { asBool, knownText, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import type { KnownValue, Value } from '../../value/value.ts';
import type { MappedPlatform, Mapper, MapperFacts } from '../mapper.ts';
import type { AvailabilityGroup, Hint, Machine, NetworkInterface, Placement } from '../model.ts';
import { AzureDisks, tagsOf } from './azure-disks.ts';
import {
  type AzureAvailabilityGroup,
  type AzureInterface,
  type AzureInventory,
  type AzureMachine,
  emptyInventory,
} from './azure-inventory.ts';
import { Directory, keyOf } from './azure-joins.ts';
import { mailFlow } from './azure-mail-flow.ts';
import { AzureNetwork } from './azure-network.ts';
import { AzureSnapshots } from './azure-snapshots.ts';
import { applyUpdates } from './azure-updates.ts';
import { isAzurermType, readAzurerm } from './azurerm.ts';
import { declarationHints } from './declaration-hints.ts';
import { isResourceManagerType, readResourceManager } from './resource-manager.ts';
import { type ScriptText, scriptHints } from './script-texts.ts';

/** Machines in Azure, from azurerm and Resource Manager resources. */
export const azureMapper: Mapper = {
  platform: 'azure',
  handles: type => isAzurermType(type) || isResourceManagerType(type),
  map: mapAzure,
};

function mapAzure(resources: readonly Resource[], facts: MapperFacts): MappedPlatform {
  const inventory = emptyInventory();
  for (const resource of resources) {
    if (resource.language === 'terraform') readAzurerm(resource, inventory);
    else if (resource.changes === undefined) readResourceManager(resource, inventory);
  }
  const unapplied = applyUpdates(
    resources.filter(({ changes }) => changes !== undefined),
    inventory,
  );
  const disks = new AzureDisks(inventory);
  const snapshots = new AzureSnapshots(inventory, disks);
  const network = new AzureNetwork(inventory);
  const groups = new Directory('availability set', inventory.availabilityGroups);
  const scripts = scriptsByMachine(inventory);
  const machines = inventory.machines.map((machine): Machine => {
    const size = sizeFacts(machine);
    return {
      address: machine.resource.address,
      platform: 'azure',
      resource: machine.resource,
      name: machine.name,
      computerName: machine.computerName,
      tags: tagsOf(machine.tags),
      hints: hintsOf(machine, scripts.get(machine) ?? []),
      os: {
        family: machine.osFamily ?? unknown(OS_NOT_TOLD, defaultAt(machine.resource.range)),
        release: machine.image.sku,
      },
      ...(machine.size === undefined ? {} : { size: machine.size }),
      premiumStorageCapable: size.premium,
      vcpus: size.vcpus,
      memory: { sizeMib: size.memoryMib },
      hibernationEnabled:
        machine.hibernation === undefined
          ? boolValue(false, defaultAt(machine.resource.range))
          : asBool(machine.hibernation),
      hasSnapshot: snapshots.of(machine),
      placement: placementOf(machine, groups),
      disks: disks.of(machine, size.premium),
      networkInterfaces: interfacesOf(machine, network),
      mailFlow: mailFlow(machine, network, facts.relays),
    };
  });
  return { machines, diagnostics: [...unapplied, ...resources.flatMap(unmappedScaleSet)] };
}

const OS_NOT_TOLD = {
  kind: 'declaration',
  text: 'nothing tells the operating system of the machine',
} as const;

/** A flexible scale set is read for the machines that join it; of one that makes its own this is told. */
function unmappedScaleSet({ type, mode, body, address, range }: Resource): readonly Diagnostic[] {
  const kind = type.toLowerCase();
  const makesMachines =
    (kind === 'microsoft.compute/virtualmachinescalesets' &&
      readPath(body, ['properties', 'virtualMachineProfile'], { ignoreCase: true }) !== undefined) ||
    (kind === 'azurerm_orchestrated_virtual_machine_scale_set' &&
      readPath(body, ['os_profile', 0]) !== undefined);
  if (!makesMachines || mode !== 'managed') return [];
  const text = `${address} is not judged: the machines of a scale set are not mapped.`;
  return [diagnostic('estate-unsupported-type', text, range)];
}

interface SizeFacts {
  readonly premium: Value;
  readonly vcpus: Value;
  readonly memoryMib: Value;
}

/** What follows from the size, with the size's own origin. */
function sizeFacts({ size, resource }: AzureMachine): SizeFacts {
  const stated =
    size ??
    unknown(
      { kind: 'error', text: `${resource.address} states no size`, range: resource.range },
      defaultAt(resource.range),
    );
  return {
    premium: fromSize(stated, ({ premiumStorage }) => boolValue(premiumStorage, stated.origin)),
    vcpus: fromSize(stated, ({ vcpus }) => numberValue(vcpus, stated.origin)),
    memoryMib: fromSize(stated, ({ memoryGib }) =>
      memoryGib === undefined ? undefined : numberValue(memoryGib * 1024, stated.origin),
    ),
  };
}

type Plain = KnownValue & { readonly value: string | number | boolean };

/** The fact of a size; of an unknown one when all sizes that it is among share it. */
function fromSize(size: Value, fact: (size: VmSize) => Plain | undefined): Value {
  if (size.kind === 'unknown') {
    const facts = (size.candidates ?? []).map(candidate => {
      const known = candidate.kind === 'string' ? vmSize(candidate.value) : undefined;
      return known === undefined ? undefined : fact(known);
    });
    const [first] = facts;
    const agreed = first !== undefined && facts.every(other => other?.value === first.value);
    return agreed ? first : unknownFrom([size], size.origin);
  }
  const known = size.kind === 'string' ? vmSize(size.value) : undefined;
  const found = known === undefined ? undefined : fact(known);
  if (found !== undefined) return found;
  const text = `${size.kind === 'string' ? `'${size.value}'` : `a ${size.kind}`} is a VM size that exvet does not know`;
  return unknown({ kind: 'unsupported', text, range: size.origin.range }, size.origin);
}

function placementOf(machine: AzureMachine, groups: Directory<AzureAvailabilityGroup>): Placement {
  const region = machine.region;
  const text = textIn(region);
  return {
    // `West Europe` and `westeurope` are one region.
    site:
      region === undefined || text === undefined
        ? region
        : stringValue(text.replaceAll(' ', '').toLowerCase(), region.origin),
    zone: machine.zone === undefined ? undefined : asText(machine.zone),
    availabilitySet: availabilityGroup(machine.availabilitySet ?? machine.scaleSet, groups),
    host: machine.host,
    antiAffinity: [],
  };
}

const asText = (value: Value): Value => {
  const text = value.kind === 'number' ? knownText(value) : undefined;
  return text === undefined ? value : stringValue(text, value.origin);
};

function availabilityGroup(
  id: Value | undefined,
  groups: Directory<AzureAvailabilityGroup>,
): AvailabilityGroup | undefined {
  if (id === undefined) return undefined;
  const group = groups.find(id);
  return {
    id,
    faultDomains: group.kind === 'found' ? group.item.faultDomains : unknown(group.reasons, id.origin),
  };
}

function interfacesOf(machine: AzureMachine, network: AzureNetwork): NetworkInterface[] {
  const joined = machine.interfaces.map(id => ({ id, nic: network.interface(id) }));
  return [
    ...machine.ownInterfaces.map(networkInterface),
    ...joined.map(({ id, nic }): NetworkInterface => {
      if (nic.kind === 'found') return networkInterface(nic.item);
      return {
        address: keyOf(id) ?? `${machine.resource.address} network interface`,
        resource: machine.resource,
        name: unknown(nic.reasons, id.origin),
        addressAllocation: unknown(nic.reasons, id.origin),
      };
    }),
  ];
}

/** Azure leaves the address to DHCP unless the configuration says `Static`. */
function networkInterface(nic: AzureInterface): NetworkInterface {
  const allocations = nic.configurations.map(({ allocation, range }): Value => {
    const text = textIn(allocation);
    if (allocation === undefined) return stringValue('dynamic', defaultAt(range));
    return text === undefined ? allocation : stringValue(text.toLowerCase(), allocation.origin);
  });
  const here = defaultAt(nic.range);
  return {
    address: nic.address,
    resource: nic.resource,
    name: nic.name,
    addressAllocation:
      allocations.find(value => value.kind === 'string' && value.value !== 'static') ??
      allocations.find(value => value.kind === 'unknown') ??
      nic.moreConfigurations ??
      allocations[0] ??
      stringValue('dynamic', here),
  };
}

/** The scripts that run on each machine. */
function scriptsByMachine(inventory: AzureInventory): ReadonlyMap<AzureMachine, readonly ScriptText[]> {
  const machines = new Directory('virtual machine', inventory.machines);
  const found = new Map<AzureMachine, ScriptText[]>();
  for (const { machine: id, machineKey, texts } of inventory.scripts) {
    const byKey = machineKey === undefined ? undefined : machines.byKey(machineKey);
    const owners = byKey === undefined ? (id === undefined ? [] : machines.candidates(id)) : [byKey];
    for (const owner of owners) found.set(owner, [...(found.get(owner) ?? []), ...texts]);
  }
  return found;
}

function hintsOf({ resource, image }: AzureMachine, scripts: readonly ScriptText[]): readonly Hint[] {
  const images = [image.publisher, image.offer, image.sku, image.id].flatMap((part): readonly Hint[] => {
    const text = knownText(part);
    return part === undefined || text === undefined
      ? []
      : [{ kind: 'image', text, range: part.origin.range }];
  });
  return [...declarationHints(resource), ...images, ...scriptHints(scripts)];
}
