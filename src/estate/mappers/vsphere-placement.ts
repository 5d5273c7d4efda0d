import { boolValue } from '../../value/make.ts';
import { readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { HostRule, MachineRule, Placement } from '../model.ts';
import { avsPlacementRules } from './avs-placement.ts';
import { boolOr, idIn, readBlocks } from './block-arguments.ts';
import { handledByCluster } from './vsphere-clusters.ts';
import { referenceOf, type VsphereInventory } from './vsphere-inventory.ts';
import { clusterIdentity, hostIdentity, hostPoolOf } from './vsphere-pools.ts';

/** Where a `vsphere_virtual_machine` runs. */
export function vspherePlacement(
  machine: Resource,
  inventory: VsphereInventory,
  rules: PlacementRules,
): Placement {
  const { address, body } = machine;
  const pool = idIn(body, 'resource_pool_id');
  const host = idIn(body, 'host_system_id');
  const mayName = ({ members, membersUnknown }: MachineRule): boolean =>
    members.includes(address) || membersUnknown !== undefined;
  const hosts = hostPoolOf(machine, inventory);
  return {
    site: pool === undefined ? undefined : clusterIdentity(pool, inventory),
    zone: undefined,
    availabilitySet: undefined,
    host: host === undefined ? undefined : hostIdentity(host, inventory),
    antiAffinity: rules.antiAffinity.filter(mayName),
    affinity: rules.affinity.filter(mayName),
    hostRules: rules.hosts.flatMap(({ members, membersUnknown, ...rule }) => {
      if (members.includes(address)) return [rule];
      return membersUnknown === undefined ? [] : [{ ...rule, enabled: membersUnknown }];
    }),
    ...(hosts === undefined ? {} : { pool: hosts }),
    ...handledByCluster(machine, inventory),
  };
}

/** The rules of the clusters that say where machines run. */
export interface PlacementRules {
  readonly antiAffinity: readonly MachineRule[];
  readonly affinity: readonly MachineRule[];
  readonly hosts: readonly (HostRule & Pick<MachineRule, 'members' | 'membersUnknown'>)[];
}

export const placementRules = (
  inventory: VsphereInventory,
  resources: readonly Resource[],
): PlacementRules => ({
  antiAffinity: [
    ...machineRules(inventory, 'vsphere_compute_cluster_vm_anti_affinity_rule'),
    ...avsPlacementRules(resources, 'AntiAffinity'),
  ],
  affinity: [
    ...machineRules(inventory, 'vsphere_compute_cluster_vm_affinity_rule'),
    ...avsPlacementRules(resources, 'Affinity'),
  ],
  hosts: hostRules(inventory),
});

/** The rules of one type about machines that they name. */
function machineRules(inventory: VsphereInventory, type: string): readonly MachineRule[] {
  return inventory.managed(type).map(rule => ({
    address: rule.address,
    range: rule.range,
    ...membersOf(rule, inventory),
    enabled: inForce(rule, inventory),
    mandatory: boolOr(rule.body, 'mandatory', false),
  }));
}

/** The machines in the `virtual_machine_ids` of a rule or group. */
function membersOf(
  rule: Resource,
  inventory: VsphereInventory,
): Pick<MachineRule, 'members' | 'membersUnknown'> {
  const members: string[] = [];
  const open: Value[] = [];
  for (const id of readBlocks(rule.body, ['virtual_machine_ids']).blocks) {
    const reference = referenceOf(id);
    // The representative of a group of unknown size stands for all of them.
    const isMachine = reference !== undefined && inventory.at(reference.address)?.mode === 'managed';
    if (isMachine) members.push(reference.address);
    else if (id.kind === 'unknown' && (reference?.instanceUnknown ?? reference === undefined)) open.push(id);
  }
  return open.length === 0 ? { members } : { members, membersUnknown: unknownFrom(open, rule.body.origin) };
}

/** A rule is kept by DRS, so one in a cluster whose DRS is off (the provider's default) does nothing. */
function inForce(rule: Resource, inventory: VsphereInventory): Value {
  const enabled = boolOr(rule.body, 'enabled', true);
  if (!isKnown(enabled) || (enabled.kind === 'bool' && !enabled.value)) return enabled;
  const cluster = inventory.referred(readPath(rule.body, ['compute_cluster_id']));
  if (cluster?.mode !== 'managed') return enabled;
  const drs = boolOr(cluster.body, 'drs_enabled', false);
  if (!isKnown(drs)) return unknown(drs.reasons, drs.origin);
  return drs.kind === 'bool' && drs.value ? enabled : boolValue(false, drs.origin);
}

/** The rules that keep a group of machines on a group of hosts; groups and rules are tied by names. */
function hostRules(inventory: VsphereInventory): PlacementRules['hosts'] {
  return inventory.managed('vsphere_compute_cluster_vm_host_rule').flatMap(rule => {
    const group = (argument: string, type: string): Resource | undefined => {
      const name = readPath(rule.body, [argument]);
      return name === undefined ? undefined : groupOf(name, inventory.managed(type));
    };
    const machines = group('vm_group_name', 'vsphere_compute_cluster_vm_group');
    const hosts = group('affinity_host_group_name', 'vsphere_compute_cluster_host_group');
    if (machines === undefined || hosts === undefined) return [];
    const { blocks: ids } = readBlocks(hosts.body, ['host_system_ids']);
    return [
      {
        address: rule.address,
        range: rule.range,
        ...membersOf(machines, inventory),
        enabled: inForce(rule, inventory),
        hosts: ids.map(id => hostIdentity(id, inventory)),
      },
    ];
  });
}

const groupOf = (name: Value, groups: readonly Resource[]): Resource | undefined =>
  groups.find(({ address, body }) =>
    name.kind === 'string'
      ? textIn(readPath(body, ['name'])) === name.value
      : referenceOf(name)?.address === address,
  );
