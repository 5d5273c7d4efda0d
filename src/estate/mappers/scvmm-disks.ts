import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import { asBool, asNumber, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { type UnknownDetails, unknown } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import { contentsNotToldYet } from '../disk-contents.ts';
import type { Disk } from '../model.ts';
import { renamed, VIRTUAL_DISK_TYPES } from './hyperv-settings.ts';
import { elementsOf, propertyIn } from './resource-paths.ts';
import { DISK, type DiskProperty, MACHINE } from './scvmm-inventory.ts';

/**
 * The disks of a virtual machine of SCVMM. They are made by VMM in its cloud's storage, so that nothing tells where their
 * files lie. A machine without any takes those of its template.
 */
export function scvmmDisks(machine: Resource, generation: Value): readonly Disk[] {
  const drives = elementsOf(MACHINE, machine, 'disks').elements.map(block => driveOf(machine, block));
  if (drives.length === 0) {
    const absent = unknown(
      {
        kind: 'data',
        text: `${machine.address} states no disks, so they are those of its template`,
        range: machine.range,
      },
      defaultAt(machine.range),
    );
    return [
      diskOf({ block: absent, busType: absent, bus: absent, lun: absent }, 0, true, machine, generation),
    ];
  }
  const [first] = [...drives].sort((a, b) => order(a) - order(b));
  return drives.map((drive, index) => diskOf(drive, index, drive === first, machine, generation));
}

interface Drive {
  readonly block: Value;
  readonly busType: Value;
  readonly bus: Value;
  readonly lun: Value;
}

function driveOf(machine: Resource, block: Value): Drive {
  const at = (name: 'busType' | 'bus' | 'lun'): Value => {
    const value = propertyIn(DISK, machine.type, block, name);
    return value === undefined ? ofTemplate(block, 'where it is attached') : asNumber(value);
  };
  return {
    block,
    busType: renamed(at('busType'), { ide: 'ide', scsi: 'scsi' }),
    bus: at('bus'),
    lun: at('lun'),
  };
}

/** The machine starts from IDE before SCSI, and from the lowest place: templates have their disk on IDE 0:0. */
function order({ busType, bus, lun }: Drive): number {
  const figure = (value: Value): number => (value.kind === 'number' ? value.value : 0);
  return (textIn(busType) === 'scsi' ? 1e6 : 0) + figure(bus) * 1e3 + figure(lun);
}

const ofTemplate = ({ origin: { range } }: Value, what: string, details?: UnknownDetails): Value => {
  const text = `the disk does not state ${what}, so VMM or the template of the machine decides it`;
  return unknown({ kind: 'provider', text, range }, defaultAt(range), details);
};

function diskOf(
  { block, busType, bus, lun }: Drive,
  index: number,
  isOs: boolean,
  machine: Resource,
  generation: Value,
): Disk {
  const here = defaultAt(block.origin.range);
  const read = (name: DiskProperty): Value | undefined =>
    block.kind === 'unknown' ? block : propertyIn(DISK, machine.type, block, name);
  const places = [bus, lun].map(place => (place.kind === 'number' ? String(place.value) : undefined));
  const size = read('size');
  const chosenByVmm = (key: string): Value => {
    const text = `VMM picks the storage of ${machine.address}, and no template tells it: state servers[].disks[].${key} in exvet.yaml`;
    return unknown({ kind: 'declaration', text, range: block.origin.range }, here);
  };
  return {
    address: `${machine.address}.disks[${index}]`,
    resource: machine,
    name: nameOf(read('name'), index, here),
    isOs,
    slot: places.includes(undefined) ? `disk ${index}` : `${textIn(busType) ?? 'scsi'} ${places.join(':')}`,
    tags: new Map(),
    // Of a disk of the template that states none the template decides.
    sizeGib: size === undefined ? undefined : asNumber(size),
    presentation: stringValue('block', here),
    provisioning: provisioningOf(read('vhdType'), read('differencing'), block),
    backing: chosenByVmm('backing'),
    format: formatOf(generation, block),
    store: chosenByVmm('store'),
    copied: copiedOf(read('templateDisk'), here),
    hasSnapshot: boolValue(false, here),
    shared: boolValue(false, here),
    sectors: ofTemplate(block, 'its sector size', candidatesOf(['512n', '512e', '4kn'], here)),
    controller: busType,
    controllerNumber: bus,
    contents: contentsNotToldYet(isOs, defaultAt(machine.range)),
  };
}

const nameOf = (name: Value | undefined, index: number, here: Value['origin']): Value =>
  name === undefined ? stringValue(`disk ${index}`, here) : name;

const candidatesOf = (texts: readonly string[], origin: Value['origin']): UnknownDetails => ({
  candidates: texts.map(text => stringValue(text, origin)),
});

/** `createDiffDisk` is the text 'true'; the type of a disk that states none is that of the template's disk. */
function provisioningOf(type: Value | undefined, differencing: Value | undefined, block: Value): Value {
  const isDifferencing = differencing === undefined ? undefined : asBool(differencing);
  if (isDifferencing?.kind === 'bool' && isDifferencing.value) {
    return stringValue('differencing', isDifferencing.origin);
  }
  if (isDifferencing?.kind === 'unknown') return isDifferencing;
  if (type !== undefined) return renamed(type, VIRTUAL_DISK_TYPES);
  return ofTemplate(block, 'its type', candidatesOf(['fixed', 'dynamic'], defaultAt(block.origin.range)));
}

/** Machines of generation 2 take VHDX alone (Hyper-V, "Should I create a generation 1 or 2 virtual machine"). */
function formatOf(generation: Value, block: Value): Value {
  if (generation.kind === 'number' && generation.value === 2) return stringValue('vhdx', generation.origin);
  return ofTemplate(block, 'its file format', candidatesOf(['vhd', 'vhdx'], defaultAt(block.origin.range)));
}

/** A disk of the template is copied with what is on it. */
const copiedOf = (templateDisk: Value | undefined, here: Value['origin']): Value => {
  if (templateDisk === undefined) return boolValue(false, here);
  return isKnown(templateDisk) ? boolValue(true, templateDisk.origin) : templateDisk;
};
