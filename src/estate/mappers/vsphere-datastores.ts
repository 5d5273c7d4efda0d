import { boolValue, computedAt, defaultAt, stringValue } from '../../value/make.ts';
import { readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { type Reason, unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import { DATASTORE_BACKINGS, type DatastoreDeclaration, datastoreDeclaration } from '../declarations.ts';
import type { Disk } from '../model.ts';
import { areSame } from '../placement.ts';
import type { AvsDatastore } from './avs-datastores.ts';
import { boolOr, idIn, isTrue } from './block-arguments.ts';
import { isVsanOf, vsanDeduplication } from './vsphere-clusters.ts';
import { declaredName, kindOfAddress, referenceOf, type VsphereInventory } from './vsphere-inventory.ts';

/** Everything that tells what is behind a datastore. */
export interface Datastores {
  readonly inventory: VsphereInventory;
  /** The statements of exvet.yaml. */
  readonly declared: readonly DatastoreDeclaration[];
  /** Those that Azure VMware Solution attaches to its clusters. */
  readonly attached: readonly AvsDatastore[];
}

type Backing = 'block' | 'nas' | 'smb';
type Storage = Pick<Disk, 'backing' | 'store' | 'storeAddress' | 'netAppFiles' | 'deduplicated'>;

/** Where a disk lies: on its own datastore, or on that of its machine. `block` is its block, or the machine's body. */
export function storageOf(block: Value, machine: Resource, datastores: Datastores): Storage {
  const { body, range } = machine;
  const datastore =
    (block.kind === 'unknown' ? block : idIn(block, 'datastore_id')) ?? idIn(body, 'datastore_id');
  if (datastore !== undefined) {
    const found = datastoreBacking(datastore, machine, datastores);
    const deduplicated = deduplicatedOn(found.backing, found.isVsan, machine, datastores);
    return {
      backing: found.backing,
      store: storeIdentity(datastore, datastores.inventory),
      ...addressOf(datastore),
      ...(found.netAppFiles === undefined ? {} : { netAppFiles: found.netAppFiles }),
      ...(deduplicated === undefined ? {} : { deduplicated }),
    };
  }
  const cluster = idIn(body, 'datastore_cluster_id');
  if (cluster !== undefined) {
    return {
      backing: clusterBacking(cluster, machine, datastores),
      store: storeInCluster(cluster, machine, datastores.inventory),
      ...addressOf(cluster),
    };
  }
  const text = 'neither datastore_id nor datastore_cluster_id is set, so the datastore is not told';
  const open = unknown({ kind: 'provider', text, range }, defaultAt(range));
  return { backing: open, store: open };
}

/** By which exvet.yaml names it. */
function addressOf(datastore: Value): Pick<Disk, 'storeAddress'> {
  const address = referenceOf(datastore)?.address;
  return address === undefined ? {} : { storeAddress: address };
}

const MANAGED_BACKING: Readonly<Record<string, Backing>> = {
  vsphere_nas_datastore: 'nas',
  vsphere_vmfs_datastore: 'block',
};

interface FoundBacking {
  readonly backing: Value;
  readonly isVsan?: boolean;
  readonly netAppFiles?: Value;
}

function datastoreBacking(datastore: Value, machine: Resource, datastores: Datastores): FoundBacking {
  const { origin } = datastore;
  const { inventory, declared } = datastores;
  const address = referenceOf(datastore)?.address;
  if (address === undefined) {
    if (datastore.kind === 'unknown') return { backing: unknown(datastore.reasons, origin) };
    const what = `datastore ${textIn(datastore) ?? ''}`;
    return { backing: unknown(typeNeeded(what, datastore, 'refer to it by a data source'), origin) };
  }
  const declaration = datastoreDeclaration(declared, address);
  if (declaration !== undefined) {
    const { value, range } = declaration.type;
    return {
      backing: stringValue(DATASTORE_BACKINGS[value], { kind: 'declared', range }),
      isVsan: value === 'vsan',
    };
  }
  const as = (backing: Backing): Value => stringValue(backing, { ...origin, kind: 'expression' });
  const kind = kindOfAddress(address);
  if (kind?.mode === 'managed') {
    const backing = MANAGED_BACKING[kind.type];
    return {
      backing: backing === undefined ? unknown(typeNeeded(address, datastore), origin) : as(backing),
      isVsan: false,
    };
  }
  const name = declaredName(inventory.at(address));
  const same = sameNameBacking(name, inventory);
  if (same !== undefined) return { backing: as(same), isVsan: false };
  const attached = attachedAs(inventory.at(address), datastores);
  const [only] = attached;
  if (only !== undefined && attached.every(({ backing }) => backing === only.backing)) {
    return {
      backing: as(only.backing),
      isVsan: only.isVsan,
      ...(only.backing === 'nas' ? { netAppFiles: boolValue(true, computedAt(only.range)) } : {}),
    };
  }
  if (isVsanOf(machine, name, inventory)) return { backing: as('block'), isVsan: true };
  return { backing: unknown(typeNeeded(address, datastore), origin) };
}

/** The datastores of Azure VMware Solution of the name that a data source looks up: one text, or one unknown input. */
function attachedAs(lookedUp: Resource | undefined, { attached }: Datastores): readonly AvsDatastore[] {
  const name = lookedUp === undefined ? undefined : readPath(lookedUp.body, ['name']);
  return attached.filter(item => name !== undefined && areSame(item.name, name) === true);
}

/** Why the backing of a datastore is not known. */
export const typeNeeded = (
  what: string,
  { origin }: Value,
  how = 'declare its type in exvet.yaml (datastores)',
): Reason => ({
  kind: 'declaration',
  text: `no template tells whether ${what} is on VMFS, vSAN or NFS: ${how}`,
  range: origin.range,
});

/** A data source that reads a datastore of the same name as one that the configuration makes. */
function sameNameBacking(name: string | undefined, inventory: VsphereInventory): Backing | undefined {
  if (name === undefined) return undefined;
  const types = Object.entries(MANAGED_BACKING).filter(([type]) =>
    inventory.managed(type).some(resource => declaredName(resource) === name),
  );
  return types.length === 1 ? types[0]?.[1] : undefined;
}

/** A datastore cluster is what its members are, when the configuration makes them. */
function clusterBacking(cluster: Value, machine: Resource, datastores: Datastores): Value {
  const address = referenceOf(cluster)?.address;
  const otherwise = (): Value => datastoreBacking(cluster, machine, datastores).backing;
  if (address === undefined) return otherwise();
  const found = new Set<Backing>();
  for (const [type, backing] of Object.entries(MANAGED_BACKING)) {
    const members = datastores.inventory.managed(type);
    const isMember = ({ body }: Resource): boolean =>
      referenceOf(idIn(body, 'datastore_cluster_id'))?.address === address;
    if (members.some(isMember)) found.add(backing);
  }
  const [backing, ...others] = found;
  if (backing === undefined || others.length > 0) return otherwise();
  return stringValue(backing, { ...cluster.origin, kind: 'expression' });
}

/**
 * What tells a datastore from others: its name, with the datacenter in which it is looked up. One that the
 * configuration makes goes by its name alone, also when a data source reads it.
 */
function storeIdentity(datastore: Value, inventory: VsphereInventory): Value {
  const resource = inventory.referred(datastore);
  const name = declaredName(resource);
  if (resource === undefined || name === undefined) return datastore;
  const isOwn = resource.mode === 'managed' || sameNameBacking(name, inventory) !== undefined;
  const datacenter = readPath(resource.body, ['datacenter_id']);
  const place =
    isOwn || datacenter === undefined
      ? undefined
      : (declaredName(inventory.referred(datacenter)) ?? referenceOf(datacenter)?.address);
  const text = place === undefined ? name : `${place}/${name}`;
  return stringValue(text, { ...datastore.origin, kind: 'expression' });
}

/**
 * Storage DRS keeps all disks of a machine on one datastore of a cluster, the provider's default, or chooses one for
 * each. An override for the machine counts more than the cluster.
 */
function storeInCluster(cluster: Value, machine: Resource, inventory: VsphereInventory): Value {
  const resource = inventory.referred(cluster);
  const [override] = inventory.about(
    'vsphere_storage_drs_vm_override',
    'virtual_machine_id',
    machine.address,
  );
  const own =
    override === undefined ? undefined : readPath(override.resource.body, ['sdrs_intra_vm_affinity']);
  const together =
    override?.open ??
    (override !== undefined && own !== undefined
      ? boolOr(override.resource.body, 'sdrs_intra_vm_affinity', true)
      : resource?.mode === 'managed'
        ? boolOr(resource.body, 'sdrs_default_intra_vm_affinity', true)
        : undefined);
  if (together !== undefined && isTrue(together)) return cluster;
  if (together !== undefined && !isKnown(together)) return unknownFrom([together], cluster.origin);
  const text = `Storage DRS chooses the datastore of each disk of ${machine.address}`;
  return unknown({ kind: 'provider', text, range: cluster.origin.range }, cluster.origin);
}

/** Of a disk on vSAN what its cluster says; on a datastore that may be the vSAN that stays open. */
function deduplicatedOn(
  backing: Value,
  isVsan: boolean | undefined,
  machine: Resource,
  { inventory }: Datastores,
): Value | undefined {
  const setting = vsanDeduplication(machine, inventory);
  if (setting === undefined || isVsan === false) return undefined;
  if (isVsan === true || (isKnown(setting) && !isTrue(setting))) return setting;
  return isKnown(backing) ? undefined : unknownFrom([backing], setting.origin);
}
