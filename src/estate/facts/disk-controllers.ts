import { numberValue } from '../../value/make.ts';
import { knownText, textIn } from '../../value/read.ts';
import { unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { Disk, Server } from '../model.ts';

/** From the one that suits databases least to the best. */
const CONTROLLERS = ['ide', 'sata', 'buslogic', 'lsilogic', 'lsilogic-sas', 'scsi', 'pvscsi', 'nvme'];

const dataDisks = ({ disks }: Server): readonly Disk[] => disks.filter(({ isOs }) => !isOs);

/** The least suitable controller that a data disk is on; unknown when one is not known and might be worse. */
export function dataDiskController(server: Server): Value | undefined {
  const controllers = dataDisks(server).flatMap(({ controller }) => controller ?? []);
  const rank = (value: Value): number => CONTROLLERS.indexOf(textIn(value) ?? '');
  const known = controllers.filter(isKnown).toSorted((a, b) => rank(a) - rank(b));
  const open = controllers.filter(value => !isKnown(value));
  const [least] = known;
  const isBad = least !== undefined && rank(least) < CONTROLLERS.indexOf('pvscsi');
  return open[0] === undefined || isBad ? least : unknownFrom(open, open[0].origin);
}

/** The data disks on the controller that has most of them. */
export function dataDisksOnOneController(server: Server): Value | undefined {
  const groups = new Map<string, Value[]>();
  const open: Value[] = [];
  for (const { controller, controllerNumber } of dataDisks(server)) {
    if (controller === undefined || controllerNumber === undefined) continue;
    const key = `${knownText(controller) ?? ''} ${knownText(controllerNumber) ?? ''}`;
    if (isKnown(controllerNumber)) groups.set(key, [...(groups.get(key) ?? []), controllerNumber]);
    else open.push(controllerNumber);
  }
  const [fullest] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  const last = fullest?.at(-1);
  if (open[0] !== undefined) return unknownFrom(open, open[0].origin);
  return fullest === undefined || last === undefined
    ? undefined
    : numberValue(fullest.length, { kind: 'expression', range: last.origin.range });
}
