import type { Diagnostic } from '../../source/diagnostic.ts';
import { boolValue, defaultAt, literalAt, stringValue } from '../../value/make.ts';
import { asBool, knownText } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { type Reason, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { MappedPlatform, Mapper, MapperFacts } from '../mapper.ts';
import type { Hint, Machine } from '../model.ts';
import { sendConnectorsIn } from '../send-connectors.ts';
import { AzureDisks, tagsOf } from './azure-disks.ts';
import { familyOfPublisher } from './azure-image-publishers.ts';
import { AzureInterfaces } from './azure-interfaces.ts';
import { type AzureInventory, type AzureMachine, emptyInventory } from './azure-inventory.ts';
import { Directory } from './azure-joins.ts';
import { mailFlow } from './azure-mail-flow.ts';
import { AzureNetwork } from './azure-network.ts';
import { AzureOperations } from './azure-operations.ts';
import { AzurePeerTraffic } from './azure-peer-traffic.ts';
import { AzurePlacement } from './azure-placement.ts';
import { sizeFacts } from './azure-sizes.ts';
import { AzureSnapshots } from './azure-snapshots.ts';
import { besideMachines } from './azure-surroundings.ts';
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

/** The Azure resources of a deployment with their updates applied, and what could not be. */
export function azureInventory(resources: readonly Resource[]): {
  readonly inventory: AzureInventory;
  readonly unapplied: readonly Diagnostic[];
} {
  const inventory = emptyInventory();
  for (const resource of resources) {
    if (resource.language === 'terraform') readAzurerm(resource, inventory);
    else if (resource.changes === undefined) readResourceManager(resource, inventory);
  }
  const unapplied = applyUpdates(
    resources.filter(({ changes }) => changes !== undefined),
    inventory,
  );
  return { inventory, unapplied };
}

function mapAzure(resources: readonly Resource[], facts: MapperFacts): MappedPlatform {
  const { inventory, unapplied } = azureInventory(resources);
  const disks = new AzureDisks(inventory);
  const snapshots = new AzureSnapshots(inventory, disks);
  const network = new AzureNetwork(inventory);
  const interfaces = new AzureInterfaces(inventory);
  const placement = new AzurePlacement(inventory);
  const operations = new AzureOperations(inventory);
  const traffic = new AzurePeerTraffic(inventory.machines, network);
  const scripts = scriptsByMachine(inventory);
  const machines = inventory.machines.map((machine): Machine => {
    const size = sizeFacts(machine);
    return {
      address: machine.resource.address,
      platform: 'azure',
      resource: representing(machine),
      name: machine.name,
      computerName: machine.computerName,
      tags: tagsOf(machine.tags),
      hints: hintsOf(machine, scripts.get(machine) ?? []),
      os: {
        family:
          machine.osFamily ??
          familyOfPublisher(machine.image.publisher) ??
          unknown(OS_NOT_TOLD, defaultAt(machine.resource.range)),
        release: machine.image.sku,
        ...(machine.image.publisher === undefined ? {} : { publisher: machine.image.publisher }),
      },
      ...(machine.size === undefined ? {} : { size: machine.size }),
      ...size,
      hibernationEnabled:
        machine.hibernation === undefined
          ? boolValue(false, defaultAt(machine.resource.range))
          : asBool(machine.hibernation),
      hasSnapshot: snapshots.of(machine),
      state: { ...operations.stateOf(machine), consistentRestorePoint: snapshots.consistentOf(machine) },
      placement: placement.of(machine),
      disks: disks.of(machine, size.premiumStorageCapable).map(disk => snapshots.onDisk(disk)),
      networkInterfaces: interfaces.of(machine),
      mailFlow: mailFlow(machine, network, [...facts.relays, ...smartHosts(scripts.get(machine) ?? [])]),
      traffic: traffic.of(machine),
    };
  });
  const beside = besideMachines(inventory, machines);
  return { machines: machines.map(machine => ({ ...machine, ...beside })), diagnostics: unapplied };
}

const OS_NOT_TOLD = {
  kind: 'declaration',
  text: 'nothing tells the operating system of the machine',
} as const;

/** One machine stands for those that a scale set makes; how many there are may not be known. */
function representing({ resource, madeBy }: AzureMachine): Resource {
  if (madeBy === undefined) return resource;
  const { instances } = madeBy;
  if (instances?.kind === 'number') return resource;
  const text = `how many machines ${resource.address} makes is not stated`;
  const reasons: readonly Reason[] =
    instances?.kind === 'unknown' ? instances.reasons : [{ kind: 'provider', text, range: resource.range }];
  return { ...resource, uncertain: [...(resource.uncertain ?? []), ...reasons] };
}

/** The smart hosts of the send connectors that scripts set up. */
const smartHosts = (scripts: readonly ScriptText[]): readonly Value[] =>
  scripts.flatMap(({ text, range }) =>
    sendConnectorsIn(text).smartHosts.map(host => stringValue(host, literalAt(range))),
  );

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
