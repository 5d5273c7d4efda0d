import { boolValue, defaultAt, listValue, numberValue } from '../../value/make.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { factsOf, PLATFORMS, type Row, relation, type SubjectSchema } from '../fact.ts';
import type { Host, Machine } from '../model.ts';
import { machineRoles, namesIn } from '../other-roles.ts';
import { declaredRows, notStated, stated } from './declared.ts';

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
  usableCores: {
    type: 'number',
    about: 'Its cores; of a cluster those that are left when as many hosts have failed as it tolerates.',
    read: ({ host }) => usable(host, 'physicalCores'),
    assumption: ({ host }) =>
      host.kind === 'cluster' && !host.declared.has('hosts')
        ? 'nothing states how many hosts the cluster has: that none of them fails is assumed'
        : undefined,
  },
  vcpus: {
    type: 'number',
    about: 'The virtual processors of all its machines, those of other templates included.',
    read: ({ host }) => sumOf(host, ({ vcpus }) => vcpus, otherFigure(host, 'otherVcpus')),
    assumption: ({ host }) => closedWorld(host, 'otherVcpus'),
  },
  leastVcpus: {
    type: 'number',
    about: 'The virtual processors that are known to be on it; there may be more.',
    read: ({ host }) => leastSumOf(host, ({ vcpus }) => vcpus, host.declared.get('otherVcpus')),
  },
  usableMemoryMib: {
    type: 'number',
    unit: 'MiB',
    about:
      'Its memory; of a cluster that of the hosts that are left when as many have failed as it tolerates.',
    read: ({ host }) => mebibytes(usable(host, 'memory')),
  },
  memoryOfMachinesMib: {
    type: 'number',
    unit: 'MiB',
    about: 'The memory of all its machines, those of other templates included.',
    read: ({ host }) =>
      sumOf(host, ({ memory }) => memory.sizeMib, mebibytes(otherFigure(host, 'otherMemory'))),
    assumption: ({ host }) => closedWorld(host, 'otherMemory'),
  },
  leastMemoryOfMachinesMib: {
    type: 'number',
    unit: 'MiB',
    about: 'The memory of machines that are known to be on it; there may be more.',
    read: ({ host }) => {
      const other = host.declared.get('otherMemory');
      return leastSumOf(host, ({ memory }) => memory.sizeMib, other && mebibytes(other));
    },
  },
  reservedVcpus: {
    type: 'number',
    about: 'Processors that each host uses itself; 2 when nothing is stated.',
    read: ({ host }) => reservedVcpus(host),
  },
  hostVcpusTogether: {
    type: 'number',
    about: 'Processors that all its hosts use themselves.',
    read: ({ host }) => hostVcpusTogether(host),
  },
  numaChangedServers: {
    type: 'list<string>',
    about: "The Exchange servers on it whose NUMA settings are known to differ from the platform's default.",
    read: ({ host }) => numaChangedServers(host),
  },
  ioHeavyGuests: {
    type: 'list<string>',
    about: 'Machines on it that are told to do much I/O of their own: SQL Server.',
    read: ({ host }) => ioHeavyGuests(host),
  },
  carriesDagMember: {
    type: 'bool',
    about: 'One of the Exchange servers on it is in a DAG, as far as anything tells.',
    read: ({ host }) =>
      boolValue(
        host.servers.some(({ dag }) => dag !== undefined && dag.kind !== 'null'),
        defaultAt(host.range),
      ),
  },
  ...declaredRows('host', ({ host }) => host),
};

/**
 * Microsoft's baseline for what the host itself uses (Exchange Server virtualization, "Host machine requirements":
 * two virtual processors of the root operating system count).
 */
const DEFAULT_RESERVED_VCPUS = 2;

const reservedVcpus = ({ declared, range }: Host): Value =>
  declared.get('hostVcpus') ?? numberValue(DEFAULT_RESERVED_VCPUS, defaultAt(range));

function hostVcpusTogether(host: Host): Value {
  const each = reservedVcpus(host);
  const count = numberOf(host.declared.get('hosts')) ?? 1;
  return each.kind === 'number' ? numberValue(each.value * (count - tolerated(host)), each.origin) : each;
}

/** A cluster is judged as it stands when the hosts have failed that it is meant to do without. */
function usable(host: Host, name: 'physicalCores' | 'memory'): Value {
  const all = host.declared.get(name);
  if (all === undefined) return notStated('host', name, host.address, host.range);
  const hosts = numberOf(host.declared.get('hosts'));
  if (all.kind !== 'number' || hosts === undefined || hosts < 1) return all;
  return numberValue((all.value * (hosts - tolerated(host))) / hosts, all.origin);
}

/** From GiB, as exvet.yaml has it. */
const mebibytes = (gib: Value): Value =>
  gib.kind === 'number' ? numberValue(gib.value * 1024, gib.origin) : gib;

/** One host of a cluster may fail unless another number is stated; a lone host may not. */
function tolerated({ kind, declared }: Host): number {
  const hosts = numberOf(declared.get('hosts'));
  if (kind === 'host' || hosts === undefined || hosts < 2) return 0;
  return Math.min(numberOf(declared.get('toleratedFailures')) ?? 1, hosts - 1);
}

const numberOf = (value: Value | undefined): number | undefined =>
  value?.kind === 'number' ? value.value : undefined;

/** What other templates put on it: as stated, nothing where the template makes the host itself, else not known. */
function otherFigure(host: Host, name: 'otherVcpus' | 'otherMemory'): Value {
  const stated = host.declared.get(name);
  if (stated !== undefined) return stated;
  return host.isManaged
    ? numberValue(0, defaultAt(host.range))
    : notStated('host', name, host.address, host.range);
}

const closedWorld = (host: Host, name: 'otherVcpus' | 'otherMemory'): string | undefined =>
  host.isManaged && !host.declared.has(name)
    ? `${host.address} is declared here: that no machine of other templates runs on it is assumed`
    : undefined;

function numaChangedServers({ servers, range }: Host): Value {
  const isChanged = ({ cpu }: Machine): boolean => cpu?.numaChanged?.kind === 'bool' && cpu.numaChanged.value;
  const changed = servers.filter(isChanged);
  return listValue(
    changed.map(({ name }) => name),
    changed[0]?.cpu?.numaChanged?.origin ?? defaultAt(range),
  );
}

function ioHeavyGuests({ guests, servers, range }: Host): Value {
  const others = guests.filter(guest => !servers.some(server => server === guest));
  const heavy = others.filter(machine => namesIn(machineRoles(machine)).includes('sql'));
  return listValue(
    heavy.map(({ name }) => name),
    heavy[0] === undefined ? defaultAt(range) : defaultAt(heavy[0].resource.range),
  );
}

/** Exact, or unknown when one of the machines is, or when there may be more of them. */
function sumOf(
  { guests, moreGuests, range }: Host,
  figure: (machine: Machine) => Value,
  ...others: readonly Value[]
): Value {
  const values = [...guests.map(figure), ...others, ...(moreGuests === undefined ? [] : [moreGuests])];
  const open = values.filter(value => value.kind !== 'number');
  return open.length > 0
    ? unknownFrom(open, defaultAt(range))
    : numberValue(total(values), { kind: 'expression', range, inputs: values.map(({ origin }) => origin) });
}

function leastSumOf({ guests, range }: Host, figure: (machine: Machine) => Value, other?: Value): Value {
  const values = [...guests.map(figure), ...(other === undefined ? [] : [other])];
  return numberValue(total(values), {
    kind: 'expression',
    range,
    inputs: values.map(({ origin }) => origin),
  });
}

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
