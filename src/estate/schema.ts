import type { SourceRange } from '../source/range.ts';
import { boolValue, defaultAt, stringValue } from '../value/make.ts';
import { textIn } from '../value/read.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import { CANDIDATE_VERSIONS, EXCHANGE_VERSIONS, memoryFloor, supportEnds } from './exchange-versions.ts';
import { factsOf, type JudgedKind, PLATFORMS, relation, type SubjectSchema, type Supposing } from './fact.ts';
import type { Disk, NetworkInterface, Server } from './model.ts';

/**
 * The facts of the estate that policies can use, one row a fact: what policies are type-checked against,
 * what is read when they are judged, and what `exvet schema estate` prints.
 */

const stated = (text: string, range: SourceRange): Value => stringValue(text, defaultAt(range));

const SERVER: SubjectSchema = {
  about: 'A machine that was recognised as an Exchange server.',
  facts: factsOf('server', {
    name: { type: 'string', about: 'The name of the virtual machine.', read: ({ server }) => server.name },
    address: {
      type: 'string',
      about: 'The address of its resource.',
      read: ({ server }) => stated(server.address, server.resource.range),
    },
    platform: {
      type: 'string',
      about: 'The platform that it runs on.',
      values: PLATFORMS,
      read: ({ server }) => stated(server.platform, server.resource.range),
    },
    exchangeVersion: {
      type: 'string',
      about: 'The version of Exchange. Versions compare in their order, SE last.',
      values: EXCHANGE_VERSIONS,
      read: ({ server }, supposing) => supposing(judgedVersion(server)),
    },
    roles: {
      type: 'list<string>',
      about: 'Its Exchange roles: mailbox, edge, cas, hub, um.',
      read: ({ server }) => server.roles,
      assumption: ({ server }) => rolesAssumption(server),
    },
    supportEnds: {
      type: 'string',
      unit: 'ISO date',
      about: 'The last day on which Microsoft supports its version of Exchange.',
      read: ({ server }, supposing) => supportEnds(supposing(judgedVersion(server))),
    },
    dag: {
      type: 'string',
      about: 'The name of its database availability group; absent when it is in none.',
      read: ({ server }) => server.dag,
    },
    environment: {
      type: 'string',
      about: 'The environment that a tag names, as it is written.',
      read: ({ server }) => server.environment,
    },
    vcpus: { type: 'number', about: 'Virtual processors.', read: ({ server }) => server.vcpus },
    memoryMib: {
      type: 'number',
      unit: 'MiB',
      about: 'Its memory.',
      read: ({ server }) => server.memory.sizeMib,
    },
    memoryReservationMib: {
      type: 'number',
      unit: 'MiB',
      about: 'vSphere: the memory that its host guarantees to it.',
      read: ({ server }) => server.memory.reservationMib,
    },
    memoryFullyReserved: {
      type: 'bool',
      about: 'vSphere: its host guarantees all of its memory.',
      read: ({ server }) => server.memory.fullyReserved,
    },
    memoryFloorMib: {
      type: 'number',
      unit: 'MiB',
      about: 'The least memory that Microsoft names for its version and roles.',
      read: ({ server }, supposing) => floorOf(server, supposing)?.sizeMib,
      assumption: ({ server }) => rolesAssumption(server),
    },
    memoryFloorIsMinimum: {
      type: 'bool',
      about: 'Below that memory it is unsupported; otherwise it is a recommendation.',
      read: ({ server }, supposing) => floorOf(server, supposing)?.isMinimum,
      assumption: ({ server }) => rolesAssumption(server),
    },
    size: { type: 'string', about: 'Azure: the VM size.', read: ({ server }) => server.size },
    premiumStorageCapable: {
      type: 'bool',
      about: 'Azure: its size can attach Premium disks.',
      read: ({ server }) => server.premiumStorageCapable,
    },
    hibernationEnabled: {
      type: 'bool',
      about: 'Azure: it may write its memory to the OS disk and resume from it.',
      read: ({ server }) => server.hibernationEnabled,
    },
    hasSnapshot: {
      type: 'bool',
      about: 'A snapshot or checkpoint of it is declared.',
      read: ({ server }) => server.hasSnapshot,
    },
    osFamily: {
      type: 'string',
      about: 'The family of its operating system.',
      values: ['windows', 'linux'],
      read: ({ server }) => server.os.family,
    },
    osRelease: {
      type: 'string',
      about: 'Its operating system as the platform writes it: an image SKU, a guest id.',
      read: ({ server }) => server.os.release,
    },
    zone: {
      type: 'string',
      about: 'Azure: its availability zone.',
      read: ({ server }) => server.placement.zone,
    },
  }),
  relations: {
    disks: relation('server', 'disk', 'many', 'Its disks, the OS disk included.', ({ server }) =>
      server.disks.map(disk => ({ kind: 'disk', disk, server })),
    ),
    network: relation('server', 'network', 'one', 'Its network.', ({ server }) => [
      { kind: 'network', server },
    ]),
  },
};

const DISK: SubjectSchema = {
  about: 'A disk of an Exchange server.',
  facts: factsOf('disk', {
    name: { type: 'string', about: 'Its name.', read: ({ disk }) => disk.name },
    address: {
      type: 'string',
      about: 'The address of the resource that declares it.',
      read: ({ disk }) => stated(disk.address, disk.resource.range),
    },
    slot: {
      type: 'string',
      about: 'Where it is attached: `lun 0`, `unit 2`, `os`.',
      read: ({ disk }) => stated(disk.slot, disk.resource.range),
    },
    isOs: {
      type: 'bool',
      about: 'It holds the operating system.',
      read: ({ disk }) => boolValue(disk.isOs, defaultAt(disk.resource.range)),
    },
    role: {
      type: 'string',
      about: 'What it holds.',
      values: ['os', 'database', 'log', 'transport', 'mcdb', 'pagefile', 'other', 'exchange'],
      read: ({ disk }) => disk.contents.role,
      assumption: ({ disk }) => contentsAssumption(disk),
    },
    holdsExchangeData: {
      type: 'bool',
      about: 'It holds databases, transaction logs or transport queues.',
      read: ({ disk }) => disk.contents.holdsExchangeData,
      assumption: ({ disk }) => contentsAssumption(disk),
    },
    holdsText: {
      type: 'string',
      about: 'What of Exchange it holds, in words for a message: `databases`, `data`.',
      read: ({ disk }) => contentsText(disk),
    },
    sku: {
      type: 'string',
      about: 'Azure: its storage type, for instance `Premium_LRS`.',
      read: ({ disk }) => disk.sku,
    },
    tier: {
      type: 'string',
      about: 'Azure: the tier of its storage type.',
      values: ['premium', 'premium-v2', 'ultra', 'standard'],
      read: ({ disk }) => disk.tier,
    },
    sizeGib: { type: 'number', unit: 'GiB', about: 'Its size.', read: ({ disk }) => disk.sizeGib },
    presentation: {
      type: 'string',
      about: 'What the server sees: a block device, or a file share that it mounts.',
      values: ['block', 'file'],
      read: ({ disk }) => disk.presentation,
    },
    provisioning: {
      type: 'string',
      about: 'vSphere: how the virtual disk takes its space.',
      values: ['thin', 'thick-lazy', 'thick-eager'],
      read: ({ disk }) => disk.provisioning,
    },
    backing: {
      type: 'string',
      about: 'vSphere: what the hypervisor stores it on; `nas` is an NFS datastore.',
      values: ['block', 'nas'],
      read: ({ disk }) => disk.backing,
    },
  }),
  relations: {
    server: relation('disk', 'server', 'one', 'The server that it belongs to.', ({ server }) => [
      { kind: 'server', server },
    ]),
  },
};

const DAG: SubjectSchema = {
  about: 'A database availability group.',
  facts: factsOf('dag', {
    name: { type: 'string', about: 'Its name.', read: ({ dag }) => dag.name },
    membersSeparated: {
      type: 'bool',
      about: 'No two of its members can end up on one host.',
      read: ({ dag }) => dag.membersSeparated,
      assumption: ({ dag }) =>
        dag.certain
          ? undefined
          : 'nothing names a DAG: that these mailbox servers form one is inferred from their being deployed together',
    },
    separationText: {
      type: 'string',
      about: 'Why they can or cannot, in a clause.',
      read: ({ dag }) => stringValue(dag.separationText, dag.membersSeparated.origin),
    },
  }),
  relations: {
    members: relation('dag', 'server', 'many', 'Its members.', ({ dag }) =>
      dag.members.map(server => ({ kind: 'server', server })),
    ),
  },
};

const NETWORK: SubjectSchema = {
  about: 'The network of one server.',
  facts: factsOf('network', {
    smtpToInternet: {
      type: 'string',
      about:
        'Azure: whether it reaches the Internet on TCP 25; `relay-only` reaches the declared relays alone.',
      values: ['closed', 'relay-only', 'open'],
      read: ({ server }) => server.mailFlow?.smtpToInternet,
    },
    decidedBy: {
      type: 'string',
      about: 'Azure: what decides that, in a clause.',
      read: ({ server: { mailFlow } }) =>
        mailFlow === undefined ? undefined : stringValue(mailFlow.decidedBy, mailFlow.smtpToInternet.origin),
    },
    hasRelay: {
      type: 'bool',
      about: 'An SMTP relay (smart host) is declared, or a send connector with smart hosts was seen.',
      read: ({ server }) => server.hasRelay,
    },
    sendsByDns: {
      type: 'bool',
      about: 'A send connector that looks up recipients in DNS was seen.',
      read: ({ server }) => server.sendsByDns,
    },
    addressAllocation: {
      type: 'string',
      about: '`dynamic` when an interface of it takes its address from DHCP.',
      values: ['static', 'dynamic'],
      read: ({ server }) => worstAllocation(server.networkInterfaces),
    },
  }),
  relations: {
    server: relation('network', 'server', 'one', 'The server.', ({ server }) => [{ kind: 'server', server }]),
  },
};

export const ESTATE_SCHEMA: Readonly<Record<JudgedKind, SubjectSchema>> = {
  server: SERVER,
  disk: DISK,
  dag: DAG,
  network: NETWORK,
};

/** Servers whose version nothing tells, with the versions that they may have: one value a server. */
const openVersions = new WeakMap<Server, UnknownValue>();

/** The version of a server; when nothing tells it, an unknown one of today's versions. */
function judgedVersion(server: Server): Value {
  const version = server.exchangeVersion;
  if (version.kind !== 'unknown' || version.candidates !== undefined) return version;
  let open = openVersions.get(server);
  if (open === undefined) {
    open = { ...version, candidates: CANDIDATE_VERSIONS.map(name => stringValue(name, version.origin)) };
    openVersions.set(server, open);
  }
  return open;
}

const floorOf = (server: Server, supposing: Supposing) =>
  memoryFloor(supposing(judgedVersion(server)), server.roles);

const rolesAssumption = (server: Server): string | undefined =>
  server.rolesAssumed ? 'nothing tells the Exchange roles: a mailbox server is assumed' : undefined;

const contentsAssumption = ({ contents }: Disk): string | undefined =>
  contents.assumed ? contents.note : undefined;

const HOLDS: Readonly<Record<string, string>> = {
  database: 'databases',
  log: 'transaction logs',
  transport: 'transport queues',
};

function contentsText({ contents, isOs }: Disk): Value {
  const { role, assumed } = contents;
  const own = HOLDS[textIn(role) ?? ''] ?? 'data';
  return stringValue(isOs && assumed ? 'databases, logs and queue' : own, role.origin);
}

/** One dynamic interface decides; otherwise one that is not known does. */
function worstAllocation(interfaces: readonly NetworkInterface[]): Value | undefined {
  const allocations = interfaces.map(item => item.addressAllocation);
  return (
    allocations.find(allocation => textIn(allocation) === 'dynamic') ??
    allocations.find(allocation => allocation.kind === 'unknown') ??
    allocations[0]
  );
}
