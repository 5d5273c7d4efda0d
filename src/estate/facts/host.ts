import { defaultAt, numberValue } from '../../value/make.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { factsOf, PLATFORMS, type Row, relation, type SubjectSchema } from '../fact.ts';
import type { Host, Machine } from '../model.ts';
import { declaredRows, stated } from './declared.ts';

type HostSubject = { readonly host: Host };

const ROWS: Readonly<Record<string, Row<HostSubject>>> = {
  name: { type: 'string', about: 'Its name.', read: ({ host }) => host.name },
  address: { type: 'string', about: 'Its address.', read: ({ host }) => stated(host.address, host.range) },
  kind: {
    type: 'string',
    about: 'Whether it is one host, or a cluster of them.',
    values: ['host', 'cluster'],
    read: ({ host }) => stated(host.kind, host.range),
  },
  platform: {
    type: 'string',
    about: 'Its platform.',
    values: PLATFORMS,
    read: ({ host }) => stated(host.platform, host.range),
  },
  guestVcpus: {
    type: 'number',
    about: 'The virtual processors of all its machines together.',
    read: ({ host }) => sumOf(host, ({ vcpus }) => vcpus),
  },
  leastGuestVcpus: {
    type: 'number',
    about: 'The virtual processors of those of its machines for which they are known.',
    read: ({ host }) => leastSumOf(host, ({ vcpus }) => vcpus),
  },
  guestMemoryMib: {
    type: 'number',
    unit: 'MiB',
    about: 'The memory of all its machines together.',
    read: ({ host }) => sumOf(host, ({ memory }) => memory.sizeMib),
  },
  leastGuestMemoryMib: {
    type: 'number',
    unit: 'MiB',
    about: 'The memory of those of its machines for which it is known.',
    read: ({ host }) => leastSumOf(host, ({ memory }) => memory.sizeMib),
  },
  ...declaredRows('host', ({ host }) => host),
};

/** Exact, or unknown when one of the machines is, or when there may be more of them. */
function sumOf({ guests, moreGuests, range }: Host, figure: (machine: Machine) => Value): Value {
  const values = [...guests.map(figure), ...(moreGuests === undefined ? [] : [moreGuests])];
  const open = values.filter(value => value.kind !== 'number');
  return open.length > 0
    ? unknownFrom(open, defaultAt(range))
    : numberValue(total(values), { kind: 'expression', range, inputs: values.map(({ origin }) => origin) });
}

const leastSumOf = ({ guests, range }: Host, figure: (machine: Machine) => Value): Value =>
  numberValue(total(guests.map(figure)), defaultAt(range));

const total = (values: readonly Value[]): number =>
  values.reduce((sum, value) => sum + (value.kind === 'number' ? value.value : 0), 0);

const servers = ({ host }: HostSubject) => host.servers.map(server => ({ kind: 'server', server }) as const);

export const HOST_FACTS: SubjectSchema = {
  about: 'A hypervisor host, or a cluster of them, that an Exchange server runs on.',
  facts: factsOf('host', ROWS),
  relations: { servers: relation('host', 'server', 'many', 'The Exchange servers on it.', servers) },
};

export const CLUSTER_FACTS: SubjectSchema = {
  about: 'A cluster of hypervisor hosts that an Exchange server runs on.',
  facts: factsOf('cluster', ROWS),
  relations: { servers: relation('cluster', 'server', 'many', 'The Exchange servers on it.', servers) },
};
