import { boolValue, computedAt, defaultAt, stringValue } from '../../value/make.ts';
import { asBool, asNumber, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { type Reason, unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import { DATASTORE_BACKINGS, type DatastoreDeclaration, datastoreDeclaration } from '../declarations.ts';
import { contentsNotToldYet } from '../disk-contents.ts';
import type { Disk } from '../model.ts';
import { tagsOf } from './azure-disks.ts';
import { keyOf } from './azure-joins.ts';
import {
  type AzureLocalInventory,
  CONTAINER,
  DISK,
  MACHINE,
  referencesIn,
  SNAPSHOT,
} from './azure-local-inventory.ts';
import { renamed, sectorType } from './hyperv-settings.ts';
import { property } from './resource-paths.ts';
import { virtualDiskFile } from './virtual-disk-files.ts';

/** The disks of a virtual machine of Azure Local: the OS disk, then its data disks in their order. */
export function azureLocalDisks(
  machine: Resource,
  inventory: AzureLocalInventory,
  datastores: readonly DatastoreDeclaration[],
): readonly Disk[] {
  const osDisk = property(MACHINE, machine, 'osDisk');
  const attached = (id: Value, address: string, slot: string): Disk =>
    attachedDisk({ id, address, slot, machine, inventory, datastores });
  return [
    osDisk === undefined ? diskOfImage(machine) : attached(osDisk, `${machine.address}/osDisk`, 'os'),
    ...referencesIn(machine, 'dataDisks').map((id, index) =>
      attached(id, `${machine.address}/dataDisks/${index}`, `disk ${index}`),
    ),
  ];
}

/** The image decides how the disk that is made from it takes its space. */
function diskOfImage(machine: Resource): Disk {
  const image = property(MACHINE, machine, 'image');
  const origin = image?.origin ?? defaultAt(machine.range);
  const text = 'the OS disk comes from the image of the machine, which is read at deployment';
  const open = unknown({ kind: 'data', text, range: origin.range }, origin);
  return {
    address: `${machine.address}/osDisk`,
    resource: machine,
    name: stringValue('OS disk', origin),
    isOs: true,
    slot: 'os',
    tags: new Map(),
    sizeGib: undefined,
    presentation: stringValue('block', origin),
    provisioning: open,
    backing: pickedByCluster(machine, 'backing'),
    format: open,
    store: pickedByCluster(machine, 'store'),
    copied: boolValue(true, origin),
    hasSnapshot: boolValue(false, origin),
    shared: boolValue(false, origin),
    sectors: open,
    contents: contentsNotToldYet(true, defaultAt(machine.range)),
  };
}

interface Attached {
  readonly id: Value;
  readonly address: string;
  readonly slot: string;
  readonly machine: Resource;
  readonly inventory: AzureLocalInventory;
  readonly datastores: readonly DatastoreDeclaration[];
}

function attachedDisk({ id, address, slot, machine, inventory, datastores }: Attached): Disk {
  const isOs = slot === 'os';
  const found = inventory.disks.find(id);
  const contents = contentsNotToldYet(isOs, defaultAt(machine.range));
  const shared = inventory.isShared(id) ? boolValue(true, computedAt(id.origin.range, [id])) : undefined;
  if (found.kind === 'unknown') {
    const open = unknown(found.reasons, id.origin);
    return {
      address,
      resource: machine,
      name: nameInId(id) ?? open,
      isOs,
      slot,
      tags: new Map(),
      sizeGib: open,
      presentation: stringValue('block', id.origin),
      provisioning: open,
      backing: open,
      format: open,
      store: open,
      copied: open,
      hasSnapshot: open,
      shared: shared ?? open,
      sectors: open,
      contents,
    };
  }
  const { resource } = found.item;
  const source = property(DISK, resource, 'source');
  const size = property(DISK, resource, 'size');
  return {
    address: resource.address,
    resource,
    name: property(DISK, resource, 'name') ?? stringValue(resource.address, defaultAt(resource.range)),
    isOs,
    slot,
    tags: tagsOf(property(DISK, resource, 'tags')),
    sizeGib: size === undefined ? notStated(resource, 'its size') : asNumber(size),
    presentation: stringValue('block', defaultAt(resource.range)),
    provisioning: provisioningOf(resource),
    format: formatOf(resource),
    ...storeOf(resource, inventory, datastores),
    copied:
      source === undefined ? boolValue(false, defaultAt(resource.range)) : boolValue(true, source.origin),
    hasSnapshot: snapshotOf(resource, inventory),
    shared: shared ?? severalAttach(resource),
    sectors: sectorsOf(resource),
    contents,
  };
}

/** The last part of an id that names a disk which is declared elsewhere. */
function nameInId(id: Value): Value | undefined {
  const name = keyOf(id)?.split('/').at(-1);
  return name === undefined || name.includes('{') || !name.match(/^[\w.-]+$/)
    ? undefined
    : stringValue(name, id.origin);
}

const notStated = ({ address, range }: Resource, what: string, candidates: readonly string[] = []): Value => {
  const origin = defaultAt(range);
  const reason: Reason = {
    kind: 'provider',
    text: `${address} does not state ${what}, which Azure Local then picks`,
    range,
  };
  return unknown(
    reason,
    origin,
    candidates.length === 0 ? {} : { candidates: candidates.map(text => stringValue(text, origin)) },
  );
};

/** Without a storage path Azure Local takes one of its cluster's. */
const pickedByCluster = ({ address, range }: Resource, key: string): Value => {
  const text = `${address} names no storage path, so Azure Local picks one: state servers[].disks[].${key} in exvet.yaml`;
  return unknown({ kind: 'declaration', text, range }, defaultAt(range));
};

/** azurerm writes `false` where `dynamic_enabled` is absent; in ARM the service picks. */
function provisioningOf(disk: Resource): Value {
  const stated = property(DISK, disk, 'dynamic');
  if (stated === undefined) {
    return disk.language === 'terraform'
      ? stringValue('fixed', defaultAt(disk.range))
      : notStated(disk, 'whether it is dynamic', ['fixed', 'dynamic']);
  }
  const dynamic = asBool(stated);
  return dynamic.kind === 'bool' ? stringValue(dynamic.value ? 'dynamic' : 'fixed', dynamic.origin) : dynamic;
}

function formatOf(disk: Resource): Value {
  const local = property(DISK, disk, 'localPath');
  const stated = property(DISK, disk, 'format');
  if (stated !== undefined) return renamed(stated, { vhd: 'vhd', vhdx: 'vhdx' });
  return local === undefined
    ? notStated(disk, 'its file format', ['vhd', 'vhdx'])
    : virtualDiskFile(local).format;
}

/** By the path of the disk or of the storage path that it is in; else by what `exvet.yaml` says of that. */
function storeOf(
  disk: Resource,
  inventory: AzureLocalInventory,
  datastores: readonly DatastoreDeclaration[],
): Pick<Disk, 'backing' | 'store' | 'path'> {
  const local = property(DISK, disk, 'localPath');
  if (local !== undefined) {
    const { backing, store } = virtualDiskFile(local);
    return { backing, store, path: local };
  }
  const id = property(DISK, disk, 'container');
  if (id === undefined) {
    return { backing: pickedByCluster(disk, 'backing'), store: pickedByCluster(disk, 'store') };
  }
  const found = inventory.containers.find(id);
  const container = found.kind === 'found' ? found.item.resource : undefined;
  const path = container === undefined ? undefined : property(CONTAINER, container, 'path');
  const declared = datastoreDeclaration(datastores, container?.address ?? keyOf(id) ?? '');
  const file = path === undefined ? undefined : virtualDiskFile(path);
  const open = unknown(
    found.kind === 'unknown'
      ? found.reasons
      : { kind: 'error', text: `${container?.address ?? ''} has no path`, range: id.origin.range },
    id.origin,
  );
  return {
    backing:
      declared === undefined
        ? (file?.backing ?? open)
        : stringValue(DATASTORE_BACKINGS[declared.type.value], {
            kind: 'declared',
            range: declared.type.range,
          }),
    store: file !== undefined && isKnown(file.store) ? file.store : id,
    ...(path === undefined ? {} : { path }),
  };
}

/** A declared snapshot of the disk. */
export function snapshotOf(disk: Resource, { snapshots, disks }: AzureLocalInventory): Value {
  const open: Value[] = [];
  for (const snapshot of snapshots) {
    const source = property(SNAPSHOT, snapshot, 'source');
    const origin = computedAt(snapshot.range);
    const isThis = source !== undefined && disks.candidates(source).some(({ resource }) => resource === disk);
    if (isThis && snapshot.uncertain === undefined) return boolValue(true, origin);
    if (isThis && snapshot.uncertain !== undefined) open.push(unknown(snapshot.uncertain, origin));
    else if (source?.kind === 'unknown' && keyOf(source) === undefined)
      open.push(unknown(source.reasons, origin));
  }
  const [first] = open;
  return first === undefined ? boolValue(false, defaultAt(disk.range)) : unknownFrom(open, first.origin);
}

function severalAttach(disk: Resource): Value {
  const stated = property(DISK, disk, 'maxShares');
  if (stated === undefined) return boolValue(false, defaultAt(disk.range));
  const shares = asNumber(stated);
  return shares.kind === 'number' ? boolValue(shares.value > 1, shares.origin) : shares;
}

function sectorsOf(disk: Resource): Value {
  const format = formatOf(disk);
  if (textIn(format) === 'vhd') return stringValue('512n', format.origin);
  const bytes = (name: 'logicalSector' | 'physicalSector'): Value => {
    const stated = property(DISK, disk, name);
    return stated === undefined ? notStated(disk, 'its sector sizes') : asNumber(stated);
  };
  return sectorType(bytes('logicalSector'), bytes('physicalSector'));
}
