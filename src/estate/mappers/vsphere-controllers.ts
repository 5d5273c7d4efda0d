import { numberValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import { unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { Disk } from '../model.ts';
import { anyOf, ask, numberOr, stringOr } from './block-arguments.ts';

/** How many disks the provider attaches to one controller before it goes on to the next. */
const DISKS_A_CONTROLLER: Readonly<Record<string, number>> = { scsi: 15, sata: 30, nvme: 64, ide: 2 };

/** The controller of a disk, and whether other machines may use the disk too. */
export function attachment(
  block: Value,
  machine: Value,
): Required<Pick<Disk, 'controller' | 'controllerNumber' | 'shared' | 'mode'>> {
  const type = stringOr(block, 'controller_type', 'scsi');
  const isScsi = textIn(type) === 'scsi';
  return {
    controller: isScsi ? stringOr(machine, 'scsi_type', 'pvscsi') : type,
    controllerNumber: controllerNumber(block, type),
    shared: sharedOf(block, machine, type),
    mode: stringOr(block, 'disk_mode', 'persistent'),
  };
}

/** Numbers of one type count on from controller to controller: unit 15 is the first of the second SCSI controller. */
function controllerNumber(block: Value, type: Value): Value {
  const unit = numberOr(block, 'unit_number', 0);
  const disks = DISKS_A_CONTROLLER[textIn(type) ?? ''];
  if (unit.kind !== 'number' || disks === undefined) {
    const open = [unit, type].filter(value => !isKnown(value));
    return open.length === 0 ? unit : unknownFrom(open, unit.origin);
  }
  return numberValue(Math.floor(unit.value / disks), unit.origin);
}

/** A disk is shared by its own mode, or by the bus of its SCSI controller. */
function sharedOf(block: Value, machine: Value, type: Value): Value {
  const own = ask(
    stringOr(block, 'disk_sharing', 'sharingNone'),
    mode => textIn(mode) === 'sharingMultiWriter',
  );
  if (isKnown(type) && textIn(type) !== 'scsi') return own;
  return anyOf(own, onSharedBus(machine));
}

const onSharedBus = (machine: Value): Value =>
  ask(stringOr(machine, 'scsi_bus_sharing', 'noSharing'), mode => textIn(mode) !== 'noSharing');

/** The unit that a disk is at; the provider's 0 when it is not told. */
export const unitOf = (block: Value): Value => numberOr(block, 'unit_number', 0);

/** The disks of a template or OVF, which is not here, are attached as it says; the bus is the machine's. */
export function attachedBySource(
  undecided: Value,
  machine: Value,
): Required<Pick<Disk, 'controller' | 'mode' | 'shared'>> {
  return { controller: undecided, mode: undecided, shared: onSharedBus(machine) };
}
