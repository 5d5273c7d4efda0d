import { defaultAt, numberValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import { type Reason, uniteReasons, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { declaredKey } from '../declared-facts.ts';
import type { Disk, Server } from '../model.ts';

/** Disks of which it is not known how many there are leave the number open. */
export function dataDiskCount({ disks, resource }: Server): Value {
  const data = disks.filter(({ isOs }) => !isOs);
  const open = data.flatMap(uncounted);
  const origin = data[0] === undefined ? defaultAt(resource.range) : defaultAt(data[0].resource.range);
  return open.length === 0 ? numberValue(data.length, origin) : unknown(uniteReasons([open]), origin);
}

/** Why a disk may be several, or none. */
const uncounted = (disk: Disk): readonly Reason[] =>
  disk.several?.kind === 'unknown' ? disk.several.reasons : (disk.resource.uncertain ?? []);

/** What the data disks deliver together; `undefined` on platforms that do not tell it of a disk. */
export function sumOverDisks(server: Server, figure: 'iops' | 'throughputMbps'): Value | undefined {
  const data = server.disks.filter(({ isOs, presentation }) => !isOs && textIn(presentation) !== 'file');
  const values = data.map(disk => disk[figure]);
  if (values.some(value => value === undefined)) return undefined;
  const known = values.filter(value => value !== undefined);
  const origin = known[0]?.origin ?? defaultAt(server.resource.range);
  const open = [
    ...data.map(uncounted),
    ...known.map(value => (value.kind === 'unknown' ? value.reasons : [])),
  ];
  if (open.some(reasons => reasons.length > 0)) return unknown(uniteReasons(open), origin);
  const figures = known.filter(value => value.kind === 'number');
  const sum = figures.reduce((total, { value }) => total + value, 0);
  // The disk that adds least is the one that a sum too small is due to.
  const least = figures.toSorted((a, b) => a.value - b.value)[0];
  return numberValue(sum, least?.origin ?? origin);
}

/** What is said of needs that exvet.yaml does not state. */
export const needsAssumption = ({ declared, address }: Server, fact: string): string | undefined =>
  declared.has(fact)
    ? undefined
    : `nothing states what the sizing of ${address} asks for (${declaredKey('server', fact)}): what its disks can deliver counts`;
