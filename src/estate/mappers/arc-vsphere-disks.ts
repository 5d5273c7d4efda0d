import { defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { asNumber, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { resourceAddressOf } from '../../value/resource-id.ts';
import { unknown } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import { DATASTORE_BACKINGS, type DatastoreDeclaration, datastoreDeclaration } from '../declarations.ts';
import { contentsNotToldYet } from '../disk-contents.ts';
import type { Disk } from '../model.ts';
import { DISK, MACHINE, notStated } from './arc-vsphere-inventory.ts';
import { elementsOf, property, propertyIn } from './resource-paths.ts';
import { typeNeeded } from './vsphere-datastores.ts';

/**
 * The disks of a machine of Arc-enabled vSphere. Those that it does not state come from its template: the system's at
 * least, unless the disk at unit 0 is stated.
 */
export function arcVsphereDisks(
  machine: Resource,
  datastores: readonly DatastoreDeclaration[],
): readonly Disk[] {
  const { elements } = elementsOf(MACHINE, machine, 'disks');
  const stated = elements.map((element, index) => diskOf(element, index, machine, datastores));
  if (stated.some(({ isOs }) => isOs)) return stated;
  return [diskOfSource(machine, datastores), ...stated];
}

type DiskProperty = 'name' | 'size' | 'unit' | 'controller' | 'mode' | 'type';

function diskOf(
  element: Value,
  index: number,
  machine: Resource,
  datastores: readonly DatastoreDeclaration[],
): Disk {
  const read = (name: DiskProperty): Value | undefined => propertyIn(DISK, machine.type, element, name);
  const size = read('size');
  const number = controllerNumber(read('controller'));
  const isOs = isSystem(read('unit'), number, index);
  const origin = defaultAt(element.origin.range);
  return {
    address: `${machine.address}/disks/${index}`,
    resource: machine,
    name: read('name') ?? stringValue(`disk ${index}`, origin),
    isOs,
    slot: slotOf(read('unit'), number, index),
    tags: new Map(),
    sizeGib: size === undefined ? undefined : asNumber(size),
    presentation: stringValue('block', origin),
    ...formatOf(read('type'), machine, index),
    mode: read('mode') ?? notStated(machine, `the mode of disk ${index}`),
    ...(number === undefined ? {} : { controllerNumber: number }),
    ...storageOf(machine, datastores),
    contents: contentsNotToldYet(isOs, defaultAt(machine.range)),
  };
}

/** The system is at unit 0 of the first controller; of disks without units it is the first. */
function isSystem(unit: Value | undefined, controller: Value | undefined, index: number): boolean {
  if (unit === undefined) return index === 0;
  const at = asNumber(unit);
  const isFirst = controller === undefined || (controller.kind === 'number' && controller.value === 0);
  return at.kind === 'number' && at.value === 0 && isFirst;
}

/**
 * The keys of a machine's controllers begin at a number of their kind (vSphere Web Services API,
 * `VirtualDevice.key`, as vCenter gives them): SCSI at 1000, SATA at 15000, NVMe at 31000, IDE at 200.
 */
const FIRST_KEYS = [31_000, 15_000, 1000, 200];

function controllerNumber(key: Value | undefined): Value | undefined {
  if (key === undefined) return undefined;
  const number = asNumber(key);
  if (number.kind !== 'number') return isKnown(number) ? undefined : number;
  const first = FIRST_KEYS.find(begin => number.value >= begin);
  return first === undefined ? undefined : numberValue(number.value - first, number.origin);
}

function slotOf(unit: Value | undefined, controller: Value | undefined, index: number): string {
  const at = unit === undefined ? undefined : asNumber(unit);
  if (at?.kind !== 'number') return `unit unknown, disk ${index}`;
  return controller?.kind === 'number' && controller.value > 0
    ? `controller ${controller.value}, unit ${at.value}`
    : `unit ${at.value}`;
}

/** `rawphysical` and `rawvirtual` pass a LUN through; sparse formats take their space as it is written to. */
function formatOf(
  type: Value | undefined,
  machine: Resource,
  index: number,
): Pick<Disk, 'format' | 'provisioning'> {
  const written = textIn(type)?.toLowerCase();
  if (type !== undefined && written !== undefined) {
    if (written.startsWith('raw')) return { format: stringValue('rdm', type.origin) };
    const format = stringValue('vmdk', type.origin);
    if (written === 'sparse' || written === 'sesparse') {
      return { format, provisioning: stringValue('thin', type.origin) };
    }
  }
  const { address, range } = machine;
  const origin = type?.origin ?? defaultAt(range);
  if (type !== undefined && !isKnown(type)) return { format: type, provisioning: type };
  const text = `Azure Arc does not show whether disk ${index} of ${address} is thin: state servers[].disks[].provisioning in exvet.yaml`;
  return {
    format: stringValue('vmdk', origin),
    provisioning: unknown(
      { kind: 'declaration', text, range: origin.range, key: 'servers[].disks[].provisioning' },
      origin,
    ),
  };
}

/** All disks of a machine lie on one datastore, of which Azure does not show the type. */
function storageOf(
  machine: Resource,
  datastores: readonly DatastoreDeclaration[],
): Pick<Disk, 'backing' | 'store'> {
  const datastore = property(MACHINE, machine, 'datastore');
  if (datastore === undefined) {
    const open = notStated(machine, 'its datastore');
    return { backing: open, store: open };
  }
  const address = resourceAddressOf(datastore);
  const declaration = address === undefined ? undefined : datastoreDeclaration(datastores, address);
  const backing =
    declaration === undefined
      ? unknown(typeNeeded(address ?? 'the datastore', datastore), datastore.origin)
      : stringValue(DATASTORE_BACKINGS[declaration.type.value], {
          kind: 'declared',
          range: declaration.type.range,
        });
  return { backing, store: datastore };
}

function diskOfSource(machine: Resource, datastores: readonly DatastoreDeclaration[]): Disk {
  const origin = defaultAt(machine.range);
  const text = `the disk of the system of ${machine.address} comes from its template, which stands in vCenter`;
  const open = unknown({ kind: 'data', text, range: machine.range }, origin);
  return {
    address: `${machine.address}/osDisk`,
    resource: machine,
    name: stringValue('system', origin),
    isOs: true,
    slot: 'unit 0',
    tags: new Map(),
    sizeGib: undefined,
    presentation: stringValue('block', origin),
    provisioning: open,
    format: stringValue('vmdk', origin),
    mode: open,
    ...storageOf(machine, datastores),
    contents: contentsNotToldYet(true, origin),
  };
}
