import { boolValue, stringValue } from '../../value/make.ts';
import { knownText, textIn } from '../../value/read.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { Row } from '../fact.ts';
import { isLeftToPlatform } from '../left-to-platform.ts';
import type { Dag, Disk, Server } from '../model.ts';
import { areOneUnknown } from '../placement.ts';
import { notStated } from './declared.ts';

type DagSubject = { readonly dag: Dag };

/** What the disks of the members of a DAG must have in common. */
export const DAG_STORAGE_ROWS: Readonly<Record<string, Row<DagSubject>>> = {
  sectorsAlike: {
    type: 'bool',
    about:
      'Its members keep databases on disks of the same sector types; absent when no template states any.',
    read: ({ dag }) => alike(dag, databaseDisks, statedSectors),
  },
  sectorsText: {
    type: 'string',
    about: 'The sector types of the database disks of each member, in words.',
    read: ({ dag }) => inWords(dag, databaseDisks, ({ sectors }) => sectors),
  },
  mcdbAlike: {
    type: 'bool',
    about: 'Its members have as many MetaCacheDatabase disks of the same sizes; absent when none has one.',
    read: ({ dag }) => alike(dag, mcdbDisks, ({ sizeGib }) => sizeGib, 'each'),
  },
  mcdbText: {
    type: 'string',
    about: 'The sizes of the MetaCacheDatabase disks of each member in GiB, in words.',
    read: ({ dag }) => inWords(dag, mcdbDisks, ({ sizeGib }) => sizeGib),
  },
};

const DATABASE_ROLES: readonly (string | undefined)[] = ['database', 'exchange'];

const databaseDisks = ({ disks }: Server): readonly Disk[] =>
  disks.filter(({ contents }) => DATABASE_ROLES.includes(textIn(contents.role)));

const mcdbDisks = ({ disks }: Server): readonly Disk[] =>
  disks.filter(({ contents }) => textIn(contents.role) === 'mcdb');

/** Where the platform or the array picks the sectors, `exvet.yaml` has to tell them. */
const statedSectors = ({ sectors, address, resource }: Disk): Value | undefined =>
  sectors !== undefined && isLeftToPlatform(sectors)
    ? notStated('disk', 'sectors', address, resource.range)
    : sectors;

/**
 * Whether the members have disks with the same figures, whatever their order; the first member that differs is the
 * origin. With `each` their numbers must agree too. An unknown that is one and the same input for all is alike.
 */
function alike(
  { members, membersSeparated }: Dag,
  disksOf: (server: Server) => readonly Disk[],
  figureOf: (disk: Disk) => Value | undefined,
  count?: 'each',
): Value | undefined {
  const figures = members.map(member => disksOf(member).flatMap(disk => figureOf(disk) ?? []));
  const all = figures.flat();
  const [first] = all;
  if (first === undefined) return undefined;
  const { origin } = membersSeparated;
  if (count === 'each') {
    const other = figures.find(own => own.length !== figures[0]?.length);
    if (other !== undefined) return boolValue(false, other[0]?.origin ?? first.origin);
  }
  if (all.every(value => value === first || areOneUnknown(value, first))) return boolValue(true, origin);
  const known = figures.filter(own => own.length > 0 && own.every(({ kind }) => kind !== 'unknown'));
  const kindOf = (own: readonly Value[]): string => {
    const texts = own.map(value => knownText(value) ?? '').sort();
    return (count === 'each' ? texts : [...new Set(texts)]).join(' ');
  };
  const other = known.find(own => kindOf(own) !== kindOf(known[0] ?? []));
  if (other !== undefined) return boolValue(false, other[0]?.origin ?? first.origin);
  const open = all.filter(({ kind }) => kind === 'unknown');
  return open[0] === undefined ? boolValue(true, origin) : unknownFrom(open, open[0].origin);
}

function inWords(
  { members, membersSeparated }: Dag,
  disksOf: (server: Server) => readonly Disk[],
  figureOf: (disk: Disk) => Value | undefined,
): Value {
  const texts = members.map(member => {
    const figures = disksOf(member).flatMap(disk => knownText(figureOf(disk)) ?? []);
    const list = figures.length === 0 ? 'none' : [...new Set(figures)].sort().join(' and ');
    return `${knownText(member.name) ?? member.address} ${list}`;
  });
  return stringValue(texts.join(', '), membersSeparated.origin);
}
