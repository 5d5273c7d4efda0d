import type {
  Dag,
  DeclaredValues,
  Disk,
  Estate,
  Host,
  Machine,
  MailFlow,
  Neighbourhood,
  Platform,
  Replication,
  Server,
} from '../../src/estate/model.ts';
import type { Finding } from '../../src/policy/finding.ts';
import { SourceFile } from '../../src/source/file.ts';
import type { SourceRange } from '../../src/source/range.ts';
import { boolValue, literalAt, numberValue, objectValue, stringValue } from '../../src/value/make.ts';
import type { Resource } from '../../src/value/resource.ts';
import { type Reason, unknown } from '../../src/value/unknown.ts';
import type { UnknownValue, Value } from '../../src/value/value.ts';

/**
 * Estates made by hand. Everything stands in one file, a line a fact, so that a test can say where a finding
 * must point; a server that states nothing is one that no policy has anything to say about.
 */

/** The range of a text on a line of its own. */
export function place(text = 'here', path = 'estate.tf'): SourceRange {
  return { file: new SourceFile(path, text), start: 0, end: text.length };
}

export const text = (value: string, at = place(JSON.stringify(value))): Value =>
  stringValue(value, literalAt(at));
export const number = (value: number): Value => numberValue(value, literalAt(place(String(value))));
export const bool = (value: boolean): Value => boolValue(value, literalAt(place(String(value))));

export const open = (reason: string, candidates?: readonly string[]): UnknownValue => {
  const why: Reason = { kind: 'input', text: reason };
  const origin = literalAt(place());
  return unknown(why, origin, { candidates: candidates?.map(value => stringValue(value, origin)) });
};

export function resource(address: string, more: Partial<Resource> = {}): Resource {
  const range = place(`resource ${address}`);
  return {
    address,
    language: 'terraform',
    mode: 'managed',
    type: address.split('.')[0] ?? address,
    body: objectValue([], literalAt(range)),
    callPath: [],
    range,
    block: range,
    dependsOn: [],
    ...more,
  };
}

export const texts = (values: readonly string[]): Value => ({
  kind: 'list',
  collection: 'list',
  elements: values.map(value => text(value)),
  origin: literalAt(place()),
});

export function disk(more: Partial<Disk> = {}): Disk {
  return {
    address: 'azurerm_managed_disk.db',
    resource: resource('azurerm_managed_disk.db'),
    name: text('ex01-db'),
    isOs: false,
    slot: 'lun 0',
    tags: new Map(),
    sku: text('Premium_LRS'),
    tier: text('premium'),
    sizeGib: number(1024),
    presentation: text('block'),
    provisioning: text('thick-eager'),
    backing: text('block'),
    controller: text('pvscsi'),
    controllerNumber: number(0),
    caching: text('none'),
    ephemeral: bool(false),
    managed: bool(true),
    writeAccelerator: bool(false),
    copied: bool(false),
    hasSnapshot: bool(false),
    shared: bool(false),
    iops: number(5000),
    throughputMbps: number(200),
    contents: { role: text('database'), holdsExchangeData: bool(true), assumed: false },
    ...more,
  };
}

/** The disk of the operating system, without Exchange data. */
export const osDisk = (more: Partial<Disk> = {}): Disk =>
  disk({
    address: 'azurerm_windows_virtual_machine.ex01.os_disk',
    name: text('ex01-os'),
    isOs: true,
    slot: 'os',
    sizeGib: number(256),
    contents: { role: text('os'), holdsExchangeData: bool(false), assumed: false },
    ...more,
  });

/** What a disk is told to hold. */
export const holding = (role: string): Disk['contents'] => ({
  role: text(role),
  holdsExchangeData: bool(role !== 'os' && role !== 'other' && role !== 'pagefile'),
  assumed: false,
});

type Statement = string | number | boolean | readonly string[] | Value;

function valueOf(statement: Statement): Value {
  if (typeof statement === 'string') return text(statement);
  if (typeof statement === 'number') return number(statement);
  if (typeof statement === 'boolean') return bool(statement);
  return 'kind' in statement ? statement : texts(statement);
}

/** Facts as exvet.yaml states them, or as an input without a value would. */
export const stating = (facts: Readonly<Record<string, Statement>>): DeclaredValues =>
  new Map(Object.entries(facts).map(([name, statement]) => [name, valueOf(statement)]));

/** What is stated about a server that every policy passes. */
const STATED_OF_SERVER: Readonly<Record<string, Statement>> = {
  guestOs: '2022',
  osDisk: 256,
  installType: 'desktop',
  servicePack: 3,
  cumulativeUpdate: 15,
  clustering: 'none',
  mailboxSize: 0.5,
  plannedMove: 'live',
  clusterPriority: 'high',
  clusterOfflineAction: 'shut-down',
  usesIscsi: false,
  backupMethod: 'exchange-aware',
  requiredIops: 4000,
  requiredThroughput: 150,
  domainControllerOs: '2022',
  globalCatalogCores: 8,
  loadBalancer: 'hardware',
  hotfixes: [],
  mailPath: 'direct',
  subscriptionType: 'enterprise',
};

/** The same, with other statements. */
export const statedOfServer = (facts: Readonly<Record<string, Statement>> = {}): DeclaredValues =>
  stating({ ...STATED_OF_SERVER, ...facts });

/** A host that every policy passes. */
export function host(servers: readonly Server[], more: Partial<Host> = {}): Host {
  const range = place('host esx01');
  return {
    address: 'host.esx01',
    kind: 'host',
    platform: servers[0]?.platform ?? 'vsphere',
    name: text('esx01'),
    range,
    isManaged: false,
    guests: servers,
    servers,
    moreGuests: undefined,
    declared: statedOfHost(),
    ...more,
  };
}

export const statedOfHost = (facts: Readonly<Record<string, Statement>> = {}): DeclaredValues =>
  stating({
    physicalCores: 64,
    otherVcpus: 0,
    memory: 1024,
    otherMemory: 0,
    svvp: true,
    roles: ['management'],
    networkAdapters: 4,
    iscsiAdapters: [],
    ...facts,
  });

/** Mail that goes to the relay alone, by a way that is declared for it. */
export const mailFlow = (more: Partial<MailFlow> = {}): MailFlow => ({
  smtpToInternet: text('closed'),
  decidedBy: "rule 'no-smtp-out' denies it",
  explicitOutbound: bool(true),
  relayReachable: bool(true),
  ...more,
});

/** Machines that nothing keeps from each other. */
export const neighbourhood = (more: Partial<Neighbourhood> = {}): Neighbourhood => ({
  isDagInferred: false,
  restrictedPeers: texts([]),
  restrictedBy: '',
  witnessReachable: bool(true),
  witnessBlockedBy: '',
  closedPorts: texts([]),
  dynamicSupport: texts([]),
  ...more,
});

/** An OS disk of the test's own tells its size itself. */
function withoutSizeOf(disks: readonly Disk[] | undefined, declared: DeclaredValues): DeclaredValues {
  if (disks?.some(({ isOs }) => isOs) !== true) return declared;
  return new Map([...declared].filter(([name]) => name !== 'osDisk'));
}

/** A server that every built-in policy passes on 2026-11-21, on any platform. */
export function server(more: Partial<Server> = {}): Server {
  const machine: Machine = {
    address: 'azurerm_windows_virtual_machine.ex01',
    platform: 'azure',
    resource: resource('azurerm_windows_virtual_machine.ex01'),
    name: text('ex01'),
    computerName: undefined,
    tags: new Map(),
    hints: [],
    os: { family: text('windows'), release: undefined },
    size: text('Standard_E16s_v5'),
    premiumStorageCapable: bool(true),
    maxDataDisks: number(32),
    uncachedIops: number(25600),
    uncachedMbps: number(600),
    architecture: text('x64'),
    vcpus: number(16),
    memory: {
      sizeMib: number(131072),
      reservationMib: number(131072),
      fullyReserved: bool(true),
      dynamic: bool(false),
      dynamicWithoutRange: bool(false),
    },
    hibernationEnabled: bool(false),
    hasSnapshot: bool(false),
    state: {
      stopAction: text('shut-down'),
      checkpointType: text('disabled'),
      spot: bool(false),
      scheduledAction: text('none'),
      platformBackup: bool(false),
      consistentRestorePoint: bool(false),
    },
    managedDomainOnly: bool(false),
    placement: {
      site: undefined,
      zone: undefined,
      availabilitySet: undefined,
      host: undefined,
      antiAffinity: [],
    },
    disks: [disk()],
    networkInterfaces: [],
    mailFlow: mailFlow(),
  };
  return {
    ...machine,
    recognisedBy: [{ by: 'tag', text: 'tag exchange-role = mailbox', range: place() }],
    certain: true,
    exchangeVersion: text('SE'),
    roles: texts(['mailbox']),
    rolesAssumed: false,
    dag: undefined,
    hasRelay: bool(false),
    sendsByDns: bool(false),
    environment: undefined,
    otherRoles: texts([]),
    standAlone: bool(false),
    neighbourhood: neighbourhood(),
    ...more,
    declared: withoutSizeOf(more.disks, more.declared ?? statedOfServer()),
  };
}

export const on = (platform: Platform, more: Partial<Server> = {}): Server => server({ platform, ...more });

export function dag(members: readonly Server[], more: Partial<Dag> = {}): Dag {
  return {
    address: 'dag.DAG01',
    name: text('DAG01'),
    certain: true,
    members,
    membersSeparated: bool(true),
    separationText: 'they are in zones 1 and 2',
    declared: statedOfDag(),
    ...more,
  };
}

export const statedOfDag = (facts: Readonly<Record<string, Statement>> = {}): DeclaredValues =>
  stating({ witness: 'file-share', witnessServer: 'fs01', ...facts });

/** A replication from Azure to Azure that no policy has anything to say about; `facts` change some of its facts. */
export function replication({
  facts,
  ...more
}: Partial<Omit<Replication, 'facts'>> & {
  readonly facts?: Partial<Replication['facts']>;
} = {}): Replication {
  const address = 'azurerm_site_recovery_replicated_vm.ex01';
  return {
    address,
    resource: resource(address),
    direction: text('azure-to-azure'),
    server: on('asr'),
    source: on('azure'),
    hosts: [],
    dag: undefined,
    together: 1,
    ...more,
    facts: {
      excludedDisks: texts([]),
      excludesExchangeData: bool(false),
      networkMapped: bool(true),
      targetStorage: bool(true),
      inRecoveryPlan: bool(true),
      testNetwork: bool(true),
      testsInTargetNetwork: bool(false),
      appConsistentHours: number(4),
      dagMember: bool(false),
      ...facts,
    },
  };
}

export const estate = (
  servers: readonly Server[],
  dags: readonly Dag[] = [],
  hosts: readonly Host[] = [],
): Estate => ({
  servers,
  dags,
  otherMachines: [],
  hosts,
  replications: [],
});

/** A violation, wherever it does not matter what it says. */
export function finding(more: Partial<Finding> = {}): Finding {
  const range = more.range ?? place();
  return {
    rule: 'EXSTO-23',
    title: 'Exchange database and log volumes use Azure Premium Storage',
    verdict: 'violation',
    level: 'error',
    subject: { kind: 'disk', address: 'azurerm_managed_disk.db', name: 'ex01-db' },
    message: 'ex01-db is on Standard_LRS.',
    requirement: 'Premium Storage.',
    remedy: 'Use Premium_LRS.',
    range,
    trail: { origin: range, steps: [] },
    needs: [],
    notes: [],
    links: [],
    fix: undefined,
    deployments: ['.'],
    ...more,
  };
}
