import { EXCHANGE_VERSIONS } from './exchange-versions.ts';
import type { FactType } from './fact.ts';

/**
 * The facts that no template carries and that `exvet.yaml` can state. One table gives the schema of the
 * configuration, the facts that policies read, and the name of the key that would decide an undecided check.
 */
export interface DeclaredFact {
  readonly type: FactType;
  readonly about: string;
  readonly unit?: string;
  /** Every text that it can have. */
  readonly values?: readonly string[];
}

/** What facts can be stated about; `estate` is the whole organisation. */
export type DeclaredKind = 'server' | 'disk' | 'host' | 'dag' | 'datastore' | 'estate';

type Table = Readonly<Record<string, DeclaredFact>>;

/** Releases of Windows Server that a guest, a host or a domain controller can run. */
export const WINDOWS_RELEASES = [
  '2003',
  '2008',
  '2008 R2',
  '2012',
  '2012 R2',
  '2016',
  '2019',
  '2022',
  '2025',
] as const;

const flag = (about: string): DeclaredFact => ({ type: 'bool', about });
const figure = (about: string, unit?: string): DeclaredFact => ({
  type: 'number',
  about,
  ...(unit === undefined ? {} : { unit }),
});
const choice = (about: string, ...values: readonly string[]): DeclaredFact => ({
  type: 'string',
  about,
  values,
});
const list = (about: string, ...values: readonly string[]): DeclaredFact => ({
  type: 'list<string>',
  about,
  ...(values.length === 0 ? {} : { values }),
});

const SERVER: Table = {
  servicePack: figure('The service pack of Exchange that is installed; 0 for none.'),
  cumulativeUpdate: figure('The cumulative update of Exchange that is installed; 0 for the first release.'),
  extendedSecurityUpdates: flag('Extended security updates are paid for.'),
  clustering: choice('Exchange 2007: how it is made highly available.', 'none', 'lcr', 'ccr', 'scr', 'scc'),
  guestOs: choice('The release of Windows Server that it runs.', ...WINDOWS_RELEASES, 'client'),
  installType: choice('How Windows Server is installed.', 'desktop', 'core', 'nano'),
  otherRoles: list(
    'What else runs on it.',
    'dc',
    'rodc',
    'witness',
    'sql',
    'sharepoint',
    'skype',
    'office',
    'hypervisor',
    'other',
  ),
  environment: { type: 'string', about: 'The environment that it belongs to, for instance lab.' },
  backupMethod: choice(
    'How it is backed up.',
    'none',
    'exchange-aware',
    'ese-streaming',
    'host-vss',
    'crash-consistent',
  ),
  mailboxSize: figure('The size of a mailbox.', 'GB'),
  osDisk: figure('The size of its OS disk, where an image decides it.', 'GiB'),
  requiredVcpus: figure('The processors that its sizing asks for.'),
  requiredMemory: figure('The memory that its sizing asks for.', 'GiB'),
  requiredIops: figure('The disk operations a second that its sizing asks for.'),
  requiredThroughput: figure('The disk throughput that its sizing asks for.', 'MB/s'),
  loadBalancer: choice('What spreads its clients.', 'none', 'nlb', 'hardware', 'software', 'dns'),
  hotfixes: list('Hotfixes that are installed, for instance KB953828.'),
  memoryLimit: figure('The memory that the resource pools it is in limit it to; 0 for no limit.', 'MiB'),
  memoryReserved: flag('Its host guarantees all of its memory.'),
  clusterPriority: choice(
    'Its priority in the failover cluster of its hosts.',
    'none',
    'low',
    'medium',
    'high',
  ),
  clusterOfflineAction: choice(
    'What the failover cluster of its hosts does to it when it takes it offline.',
    'save',
    'shut-down',
    'shut-down-forced',
    'turn-off',
  ),
  plannedMove: choice('How it is moved between hosts on purpose.', 'live', 'quick', 'cold'),
  stopAction: choice('What happens to it when its host shuts down.', 'save', 'turn-off', 'shut-down'),
  checkpoints: flag('It has checkpoints or snapshots, or is given some.'),
  replicationHeadroom: figure(
    'Free space for replication logs and the snapshot of the first copy, where its virtual disks lie.',
    'GiB',
  ),
  usesIscsi: flag('It reaches storage by an iSCSI initiator of its own.'),
};

const DISK: Table = {
  provisioning: choice(
    'How its virtual disk takes its space.',
    'thin',
    'thick-lazy',
    'thick-eager',
    'fixed',
    'dynamic',
  ),
  store: {
    type: 'string',
    about: 'The datastore, volume or share that it lies on, where the templates do not tell.',
  },
  sectors: choice('The physical sector type that the server sees.', '512n', '512e', '4kn'),
  bitLocker: flag('BitLocker encrypts it.'),
  churn: figure('What changes on it.', 'MB/s'),
  striped: flag('It is part of a striped or dynamic volume.'),
};

const HOST: Table = {
  physicalCores: figure('Its cores, all hosts of a cluster together; not hyper-threads.'),
  logicalProcessors: figure('Its hyper-threads; they never count as cores.'),
  hostVcpus: figure('Processors that the host itself uses, for each host.'),
  otherVcpus: figure('Virtual processors of the machines on it that these templates do not declare.'),
  memory: figure('Its memory, all hosts of a cluster together.', 'GiB'),
  otherMemory: figure('Memory of the machines on it that these templates do not declare.', 'GiB'),
  hosts: figure('How many hosts the cluster has.'),
  toleratedFailures: figure('How many hosts of the cluster may fail while all machines keep running.'),
  os: choice('The release of Windows Server that it runs.', ...WINDOWS_RELEASES),
  svvp: flag('Its hypervisor is listed in the Server Virtualization Validation Program.'),
  roles: list(
    'What runs on it besides the hypervisor.',
    'management',
    'antivirus',
    'backup',
    'exchange',
    'sql',
    'adds',
    'sap',
    'file-server',
    'other',
  ),
  networkAdapters: figure('Its physical network adapters.'),
  iscsiAdapters: list('The names of the adapters that carry iSCSI.'),
  systemDisk: figure('The disk of its operating system.', 'GB'),
  clustered: flag('It is a node of a failover cluster.'),
  hotfixes: list('Hotfixes that are installed, for instance KB2872325.'),
  numaNodeMemory: figure('The memory of one NUMA node.', 'GiB'),
};

const DAG: Table = {
  witness: choice('What its witness is.', 'none', 'file-share', 'dfs-share', 'azure-storage'),
  witnessServer: { type: 'string', about: 'The name of the machine that its witness is on.' },
  copies: figure('Copies of each database that are not lagged.'),
  roundTrip: figure('The longest round trip between two members.', 'ms'),
  accessPoint: flag('It has an administrative access point (a cluster IP address).'),
  thirdPartyReplication: flag('It uses the third-party replication API.'),
  dedicatedCluster: flag('Its failover cluster serves nothing else.'),
};

const DATASTORE: Table = {
  capacity: figure('What it holds.', 'GiB'),
  blockBacked: flag('The file server of the share keeps it on block storage.'),
  highlyAvailable: flag('The storage behind it is highly available.'),
  spindles: { type: 'string', about: 'A name for the disks behind it; the same name, the same disks.' },
};

const ESTATE: Table = {
  subscriptionType: choice(
    'The kind of Azure subscription.',
    'enterprise',
    'mca-e',
    'pay-as-you-go',
    'csp',
    'dev-test',
    'msdn',
    'free',
    'other',
  ),
  mailPath: choice(
    'What handles mail between Exchange and Exchange Online.',
    'direct',
    'edge',
    'appliance',
    'service',
  ),
  forestLevel: choice('The functional level of the forest.', ...WINDOWS_RELEASES),
  domainControllerOs: choice('The oldest Windows Server of a domain controller.', ...WINDOWS_RELEASES),
  globalCatalogCores: figure('The cores of all global catalog servers of the site.'),
  exchangeVersions: list('The versions of Exchange in the organisation.', ...EXCHANGE_VERSIONS),
  vmm: flag('System Center VMM manages the Hyper-V hosts that Site Recovery replicates from.'),
  vmNetworksLinked: flag(
    'VMM: every VM network of an Exchange server is linked to a logical network of its cloud.',
  ),
  siteRecoveryProvider: flag('The Site Recovery Provider is installed and registered in the vault.'),
  siteRecoveryAgents: flag('The Recovery Services agent is installed on every host.'),
  vmmVersion: choice('The version of System Center VMM.', ...WINDOWS_RELEASES),
  hostBackupByAzure: flag('Azure Backup protects the hosts that Site Recovery replicates from.'),
};

export const DECLARED_FACTS: Readonly<Record<DeclaredKind, Table>> = {
  server: SERVER,
  disk: DISK,
  host: HOST,
  dag: DAG,
  datastore: DATASTORE,
  estate: ESTATE,
};

/** The key of `exvet.yaml` that states a fact, for a message: `servers[].servicePack`. */
export const declaredKey = (kind: DeclaredKind, name: string): string =>
  kind === 'estate' ? `estate.${name}` : kind === 'disk' ? `servers[].disks[].${name}` : `${kind}s[].${name}`;
