import { defaultAt, stringValue } from '../../value/make.ts';
import { readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { MappedPlatform, Mapper, MapperFacts } from '../mapper.ts';
import type { Machine } from '../model.ts';
import { avsDatastores } from './avs-datastores.ts';
import { numberOr } from './block-arguments.ts';
import type { Datastores } from './vsphere-datastores.ts';
import { vsphereDisks } from './vsphere-disks.ts';
import { computerName, operatingSystem, secureBootOf, vsphereHints, vsphereTags } from './vsphere-guest.ts';
import { VSPHERE_TYPES, VsphereInventory } from './vsphere-inventory.ts';
import { memoryOf } from './vsphere-memory.ts';
import { networkInterfaces } from './vsphere-network.ts';
import { type PlacementRules, placementRules, vspherePlacement } from './vsphere-placement.ts';
import { processorsOf } from './vsphere-processors.ts';
import { stateOf } from './vsphere-state.ts';

/**
 * VMware vSphere, as the Terraform provider hashicorp/vsphere declares it. Defaults are those of the
 * schema in its code, version 2.13.
 */
export const vsphereMapper: Mapper = {
  platform: 'vsphere',
  handles: type => VSPHERE_TYPES.has(type),
  map: mapVsphere,
};

function mapVsphere(
  resources: readonly Resource[],
  { datastores: declared = [] }: MapperFacts,
): MappedPlatform {
  const inventory = new VsphereInventory(resources);
  const rules = placementRules(inventory, resources);
  const datastores = { inventory, declared, attached: avsDatastores(resources) };
  const machines = inventory
    .managed('vsphere_virtual_machine')
    .map(resource => machineOf(resource, rules, datastores));
  return { machines, diagnostics: [] };
}

function machineOf(resource: Resource, rules: PlacementRules, datastores: Datastores): Machine {
  const { address, body, range } = resource;
  const { inventory } = datastores;
  return {
    address,
    platform: 'vsphere',
    resource,
    name: readPath(body, ['name']) ?? stringValue(resource.label ?? address, defaultAt(range)),
    computerName: computerName(resource, inventory),
    tags: vsphereTags(resource, inventory),
    hints: vsphereHints(resource, inventory),
    os: operatingSystem(resource, inventory),
    vcpus: numberOr(body, 'num_cpus', 1),
    cpu: processorsOf(body),
    memory: memoryOf(resource, inventory),
    // ESXi runs on x64 processors only.
    architecture: stringValue('x64', defaultAt(range)),
    secureBoot: secureBootOf(body),
    ...stateOf(resource, inventory),
    placement: vspherePlacement(resource, inventory, rules),
    disks: vsphereDisks(resource, datastores),
    networkInterfaces: networkInterfaces(resource, inventory),
    mailFlow: undefined,
  };
}
