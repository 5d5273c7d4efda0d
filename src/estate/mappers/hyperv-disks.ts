import { boolValue, computedAt, defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { asNumber, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { textWithGaps } from '../../value/resource-id.ts';
import { type Reason, unknown } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import { contentsNotToldYet } from '../disk-contents.ts';
import type { Disk } from '../model.ts';
import { ask, boolOr, numberOr, readBlock, readBlocks, stringOr } from './block-arguments.ts';
import { drivePath, type HypervInventory, passThroughNumber } from './hyperv-inventory.ts';
import { renamed, sectorType, VIRTUAL_DISK_TYPES } from './hyperv-settings.ts';
import { type VirtualDiskFile, virtualDiskFile } from './virtual-disk-files.ts';
import { comparablePath, fileStem } from './windows-paths.ts';

const GIB = 2 ** 30;

/** The disks of a `hyperv_machine_instance`: its `hard_disk_drives`, with what a `hyperv_vhd` says of their files. */
export function hypervDisks(machine: Resource, inventory: HypervInventory): readonly Disk[] {
  const drives = readBlocks(machine.body, ['hard_disk_drives']).blocks.map(driveOf);
  const boot = bootDrive(machine, drives);
  return drives.map((drive, index): Disk => {
    const { block } = drive;
    const isOs = drive === boot;
    const here = defaultAt(block.origin.range);
    const number = passThroughNumber(block);
    const path = drivePath(block);
    const vhd = path === undefined || number !== undefined ? undefined : inventory.vhdAt(path, machine);
    const cache = stringOr(block, 'override_cache_attributes', 'Default');
    return {
      address: vhd?.address ?? `${machine.address}.hard_disk_drives[${index}]`,
      resource: vhd ?? machine,
      isOs,
      slot: slotOf(drive, index),
      tags: new Map(),
      presentation: stringValue('block', here),
      controller: drive.type,
      controllerNumber: drive.number,
      writeCacheForced: ask(cache, value => textIn(value)?.toLowerCase() === 'writecacheenabled'),
      contents: contentsNotToldYet(isOs, defaultAt(machine.range)),
      ...(number === undefined
        ? fileFacts(drive, vhd, machine, inventory, `disk ${index}`)
        : passThroughFacts(drive, number, machine, inventory)),
    };
  });
}

interface Drive {
  readonly block: Value;
  /** `ide`, `scsi`. A string. */
  readonly type: Value;
  readonly number: Value;
  readonly location: Value;
}

function driveOf(block: Value): Drive {
  // The provider requires both numbers; a template that leaves one out cannot be applied.
  const place = (name: string): Value => asNumber(readPath(block, [name]) ?? missing(block, name));
  const type = stringOr(block, 'controller_type', 'Scsi');
  return {
    block,
    type: renamed(type, { ide: 'ide', scsi: 'scsi' }),
    number: place('controller_number'),
    location: place('controller_location'),
  };
}

const missing = ({ origin: { range } }: Value, name: string): Value =>
  unknown({ kind: 'error', text: `${name} is required and not set`, range }, defaultAt(range));

function slotOf({ type, number, location }: Drive, index: number): string {
  const places = [number, location].map(value => (value.kind === 'number' ? String(value.value) : undefined));
  return places.includes(undefined) ? `disk ${index}` : `${textIn(type) ?? 'scsi'} ${places.join(':')}`;
}

/**
 * The drive that the machine starts from. Generation 2: the first one of the boot order; generation 1: IDE before SCSI.
 * Where that tells nothing, the lowest place.
 */
function bootDrive(machine: Resource, drives: readonly Drive[]): Drive | undefined {
  const figure = (value: Value): number => (value.kind === 'number' ? value.value : 0);
  const order = ({ type, number, location }: Drive): number =>
    (textIn(type) === 'ide' ? 0 : 1e6) + figure(number) * 1e3 + figure(location);
  const [lowest] = [...drives].sort((a, b) => order(a) - order(b));
  return firstInBootOrder(machine, drives) ?? lowest;
}

function firstInBootOrder({ body }: Resource, drives: readonly Drive[]): Drive | undefined {
  const firmware = readBlock(body, 'vm_firmware');
  if (firmware === undefined) return undefined;
  const first = readBlocks(firmware, ['boot_order']).blocks.find(
    entry => textIn(readPath(entry, ['boot_type']))?.toLowerCase() === 'harddiskdrive',
  );
  if (first === undefined) return undefined;
  const path = readPath(first, ['path']);
  const byPath = drives.find(({ block }) => {
    const own = drivePath(block);
    return path !== undefined && own !== undefined && textIn(path) !== '' && samePath(path, own);
  });
  const at = (name: string): number | undefined => {
    const value = asNumber(readPath(first, [name]) ?? missing(first, name));
    return value.kind === 'number' ? value.value : undefined;
  };
  const [number, location] = [at('controller_number'), at('controller_location')];
  return (
    byPath ??
    drives.find(
      drive =>
        drive.number.kind === 'number' &&
        drive.number.value === number &&
        drive.location.kind === 'number' &&
        drive.location.value === location,
    )
  );
}

const samePath = (a: Value, b: Value): boolean =>
  comparablePath(textWithGaps(a)) === comparablePath(textWithGaps(b));

type DriveFacts = Pick<
  Disk,
  | 'name'
  | 'sizeGib'
  | 'provisioning'
  | 'backing'
  | 'format'
  | 'store'
  | 'path'
  | 'copied'
  | 'hasSnapshot'
  | 'shared'
  | 'sectors'
  | 'passThroughNumber'
>;

/** A disk of the host that the machine has to itself. */
function passThroughFacts(
  { block }: Drive,
  number: Value,
  machine: Resource,
  inventory: HypervInventory,
): DriveFacts {
  const origin = computedAt(number.origin.range, [number]);
  const text = `disk ${textWithGaps(number)} of the host`;
  const open = (what: string): Value =>
    unknown({ kind: 'data', text: `${what} is that of ${text}`, range: number.origin.range }, origin);
  return {
    name: isKnown(number) ? stringValue(text, origin) : number,
    sizeGib: open('the size'),
    backing: stringValue('block', origin),
    format: isKnown(number) ? stringValue('pass-through', origin) : number,
    store: isKnown(number) ? stringValue(text, origin) : number,
    copied: boolValue(false, origin),
    hasSnapshot: boolValue(false, origin),
    shared: sharedBy(block, number, machine, inventory, boolValue(false, origin)),
    sectors: open('the sector size'),
    passThroughNumber: number,
  };
}

/** A virtual disk file. */
function fileFacts(
  { block }: Drive,
  vhd: Resource | undefined,
  machine: Resource,
  inventory: HypervInventory,
  nameless: string,
): DriveFacts {
  const here = defaultAt(block.origin.range);
  const path = drivePath(block) ?? missing(block, 'path');
  // An unknown reference is told by the resource that it refers to.
  const own = vhd === undefined || isKnown(path) ? path : (readPath(vhd.body, ['path']) ?? path);
  const file = virtualDiskFile(own);
  const name = fileStem(textWithGaps(own));
  return {
    name:
      name === ''
        ? stringValue(nameless, here)
        : name.includes('{')
          ? own
          : stringValue(name, computedAt(own.origin.range, [own])),
    sizeGib: sizeOf(vhd, block),
    provisioning: provisioningOf(vhd, file, block),
    backing: file.backing,
    format: file.format,
    store: file.store,
    path: own,
    copied: copiedOf(vhd, block),
    hasSnapshot: file.isCheckpoint,
    shared: sharedBy(block, own, machine, inventory, file.isSharedSet),
    sectors: sectorsOf(vhd, file, block),
  };
}

const notHere = ({ origin: { range } }: Value, what: string): Reason => ({
  kind: 'data',
  text: `no hyperv_vhd makes this file, so ${what} is not told: refer to the one that does`,
  range,
});

/** Of a copy that states none its source decides: absent. */
function sizeOf(vhd: Resource | undefined, block: Value): Value | undefined {
  if (vhd === undefined) return unknown(notHere(block, 'its size'), defaultAt(block.origin.range));
  const size = readPath(vhd.body, ['size']);
  return size === undefined ? undefined : scaled(asNumber(size), GIB);
}

/** A number in another unit, at the same place. */
export const scaled = (value: Value, unit: number): Value =>
  value.kind === 'number' ? numberValue(value.value / unit, value.origin) : value;

/**
 * `vhd_type`, Dynamic when absent. A parent makes the disk a differencing one; of a copy the type is that of its
 * source, which the provider does not tell.
 */
function provisioningOf(vhd: Resource | undefined, file: VirtualDiskFile, block: Value): Value {
  if (file.isCheckpoint.kind === 'bool' && file.isCheckpoint.value) {
    return stringValue('differencing', file.isCheckpoint.origin);
  }
  if (vhd === undefined) {
    return unknown(
      notHere(block, 'whether it is fixed, dynamic or differencing'),
      defaultAt(block.origin.range),
    );
  }
  const parent = stated(vhd, 'parent_path');
  if (parent !== undefined && isKnown(parent)) return stringValue('differencing', parent.origin);
  const source = stated(vhd, 'source') ?? stated(vhd, 'source_vm');
  if (source !== undefined) {
    const text = `${vhd.address} is a copy, and what it is copied from decides whether it is fixed or dynamic`;
    return unknown({ kind: 'data', text, range: source.origin.range }, source.origin);
  }
  if (parent !== undefined) return parent;
  const type = renamed(stringOr(vhd.body, 'vhd_type', 'Dynamic'), VIRTUAL_DISK_TYPES);
  if (textIn(type)?.toLowerCase() !== 'unknown') return type;
  const text = `${vhd.address} states Unknown as the type of its disk`;
  return unknown({ kind: 'provider', text, range: type.origin.range }, type.origin);
}

/** An argument that is set to something. */
function stated(vhd: Resource, name: string): Value | undefined {
  const value = readPath(vhd.body, [name]);
  return textIn(value) === '' ? undefined : value;
}

function copiedOf(vhd: Resource | undefined, block: Value): Value {
  if (vhd === undefined)
    return unknown(notHere(block, 'what it is made from'), defaultAt(block.origin.range));
  const source = stated(vhd, 'source') ?? stated(vhd, 'source_vm') ?? stated(vhd, 'source_disk');
  return source === undefined ? boolValue(false, defaultAt(vhd.range)) : boolValue(true, source.origin);
}

/** `storage` is what another machine may use too: the path of a file, or the number of a disk of the host. */
function sharedBy(
  block: Value,
  storage: Value,
  machine: Resource,
  inventory: HypervInventory,
  isSharedSet: Value,
): Value {
  const reservations = boolOr(block, 'support_persistent_reservations', false);
  if (reservations.kind === 'bool' && reservations.value) return reservations;
  if (isSharedSet.kind === 'bool' && isSharedSet.value) return isSharedSet;
  const shared = inventory.isShared(block, machine);
  const origin = computedAt(storage.origin.range, [storage]);
  if (shared === true) return boolValue(true, origin);
  if (shared === 'maybe') {
    const text =
      'a machine on another host uses a file of the same path on a cluster shared volume, and no template tells whether the two hosts are nodes of one cluster';
    return unknown({ kind: 'provider', text, range: storage.origin.range }, origin);
  }
  return isKnown(reservations) ? boolValue(false, reservations.origin) : reservations;
}

/** The provider asks for logical sectors of 512 bytes where none are stated (`hyperv_vhd`, version 1.2.1). */
function sectorsOf(vhd: Resource | undefined, file: VirtualDiskFile, block: Value): Value {
  if (vhd === undefined) {
    return unknown(notHere(block, 'its sector size'), defaultAt(block.origin.range), {
      candidates: ['512n', '512e', '4kn'].map(name => stringValue(name, defaultAt(block.origin.range))),
    });
  }
  // The old format knows no others (Hyper-V technical reference, "Virtual hard disk format").
  if (textIn(file.format) === 'vhd') return stringValue('512n', file.format.origin);
  const zeroAsAbsent = (name: string, byDefault: number): Value => {
    const value = numberOr(vhd.body, name, byDefault);
    return value.kind === 'number' && value.value === 0 ? numberValue(byDefault, value.origin) : value;
  };
  const physical = zeroAsAbsent('physical_sector_size', 0);
  const text = `${vhd.address} states no physical_sector_size, which Hyper-V then picks`;
  return sectorType(
    zeroAsAbsent('logical_sector_size', 512),
    physical.kind === 'number' && physical.value === 0
      ? unknown({ kind: 'provider', text, range: vhd.range }, defaultAt(vhd.range))
      : physical,
  );
}
