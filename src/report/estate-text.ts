import type {
  Dag,
  Disk,
  Estate,
  Host,
  Machine,
  MachineRule,
  MailFlow,
  Replication,
  Server,
} from '../estate/model.ts';
import { exchangeServers } from '../estate/replications.ts';
import { pathOf } from '../source/diagnostic.ts';
import { valueText } from '../value/json.ts';
import type { Value } from '../value/value.ts';
import type { EstateReport } from './estate-json.ts';
import { repeatedDiagnostics } from './repeated-diagnostics.ts';
import { alignedRows, counted, type Paint, padEnd, paintWith, printable, wrap } from './terminal-text.ts';

export interface EstateTextOptions {
  readonly colour: boolean;
  readonly columns?: number;
  /** Also the machines that are not Exchange servers, and the deployments without any machine. */
  readonly verbose?: boolean;
}

const INDENT = '    ';
const LABEL_WIDTH = 12;

/** `exvet estate`: what someone who runs Exchange wants to see of each server at a glance. */
export function estateText(report: EstateReport, options: EstateTextOptions): string {
  const page = new EstatePage(paintWith(options.colour), options.columns || 100);
  const shown = report.deployments.filter(({ estate }) => options.verbose === true || hasMachines(estate));
  for (const { name, estate } of shown.length === 0 ? report.deployments : shown) {
    writeDeployment(page, name, estate, options);
  }
  const left = report.diagnostics.filter(item => item.effect !== 'advice');
  if (left.length > 0) {
    page.lines.push(page.paint('strong', 'Not analysed'));
    for (const { first, others } of repeatedDiagnostics(left)) {
      const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'more place')})`;
      page.lines.push(`  ${printable(pathOf(first))}: ${printable(first.message)}${more}`);
    }
    page.lines.push('');
  }
  const servers = report.deployments.reduce((sum, { estate }) => sum + exchangeServers(estate), 0);
  const deployments = counted(report.deployments.length, 'deployment');
  page.lines.push(`${counted(servers, 'Exchange server')} in ${deployments}.`);
  return `${page.lines.join('\n')}\n`;
}

const hasMachines = ({ servers, otherMachines }: Estate): boolean =>
  servers.length > 0 || otherMachines.length > 0;

/** The lines, and the unknowns of the server being written, which are explained below it. */
class EstatePage {
  readonly lines: string[] = [];
  readonly paint: Paint;
  readonly #columns: number;
  /** What is unknown, by reason. */
  #unknowns = new Map<string, Set<string>>();

  constructor(paint: Paint, columns: number) {
    this.paint = paint;
    this.#columns = Math.max(60, columns);
  }

  fact(label: string, text: string): void {
    const head = INDENT + this.paint('faint', padEnd(label, LABEL_WIDTH));
    const below = INDENT + ' '.repeat(LABEL_WIDTH);
    for (const [index, line] of wrap(text, this.#columns - below.length).entries()) {
      this.lines.push((index === 0 ? head : below) + line);
    }
  }

  /** A value in words; an unknown is remembered with what it is, to be explained by `explainUnknowns`. */
  show(value: Value, what: string): string {
    if (value.kind === 'unknown') {
      for (const { text } of value.reasons) {
        const known = this.#unknowns.get(text) ?? new Set();
        this.#unknowns.set(text, known.add(what));
      }
      if (value.candidates !== undefined && value.candidates.length > 0) {
        return `${value.candidates.map(valueText).map(printable).join(' or ')} (unknown)`;
      }
    }
    return printable(valueText(value));
  }

  /** For places where `unknown` alone would not tell what is. */
  showNamed(value: Value, what: string): string {
    const text = this.show(value, what);
    return text === 'unknown' ? `unknown ${what}` : text;
  }

  explainUnknowns(): void {
    for (const [reason, what] of this.#unknowns) {
      this.fact('unknown', `${[...what].join(', ')}: ${printable(reason)}`);
    }
    this.#unknowns = new Map();
  }
}

function writeDeployment(page: EstatePage, name: string, estate: Estate, options: EstateTextOptions): void {
  page.lines.push(page.paint('strong', printable(name)), '');
  if (estate.servers.length === 0) {
    const machines = counted(estate.otherMachines.length, 'machine');
    page.lines.push(
      `  No Exchange server among ${machines}. exvet.yaml can name servers that no sign tells.`,
      '',
    );
  }
  for (const server of estate.servers) {
    writeServer(
      page,
      server,
      estate.replications.find(replication => [replication.server, replication.source].includes(server)),
    );
  }
  for (const dag of estate.dags) writeDag(page, dag);
  for (const host of estate.hosts) writeHost(page, host);
  if (options.verbose === true && estate.otherMachines.length > 0) {
    page.lines.push(`  ${page.paint('strong', 'Other machines')}`);
    for (const machine of estate.otherMachines) page.lines.push(`  ${printable(machine.address)}`);
    page.lines.push('');
  }
}

function writeServer(page: EstatePage, server: Server, replication: Replication | undefined): void {
  const name = page.show(server.name, 'name');
  const title = server.platform === 'asr' ? `${name} after a failover` : name;
  page.lines.push(`  ${page.paint('strong', title)}  ${exchangeText(page, server)}`);
  page.fact('declared as', `${printable(server.address)} (${server.platform})`);
  const signs = server.recognisedBy.map(sign => printable(sign.text)).join('; ');
  page.fact('recognised', server.certain ? signs : `${signs} (not certain)`);
  page.fact('machine', machineText(page, server));
  page.fact('placement', placementText(page, server));
  if (server.mailFlow !== undefined) page.fact('mail flow', mailFlowText(page, server.mailFlow));
  const behaviour = behaviourText(page, server);
  if (behaviour !== '') page.fact('behaviour', behaviour);
  if (replication !== undefined) page.fact('replication', replicationText(page, replication, server));
  const snapshot = page.show(server.hasSnapshot, 'snapshots');
  if (snapshot !== 'false') page.fact('snapshots', snapshot === 'true' ? 'declared' : snapshot);
  for (const [index, row] of alignedRows(server.disks.map(disk => diskRow(page, disk))).entries()) {
    const label = page.paint('faint', padEnd(index === 0 ? 'disks' : '', LABEL_WIDTH));
    page.lines.push(INDENT + label + row);
  }
  page.explainUnknowns();
  page.lines.push('');
}

function exchangeText(page: EstatePage, server: Server): string {
  const version = page.show(server.exchangeVersion, 'Exchange version');
  const roles =
    server.roles.kind === 'list'
      ? server.roles.elements.map(role => page.show(role, 'roles')).join(' and ')
      : page.show(server.roles, 'roles');
  const dag = server.dag === undefined ? [] : [dagText(page, server.dag)];
  return [
    `Exchange ${version === 'unknown' ? '(version unknown)' : version}`,
    server.rolesAssumed ? `${roles} (assumed)` : roles,
    ...dag,
    ...(server.environment === undefined ? [] : [page.show(server.environment, 'environment')]),
  ].join(', ');
}

const dagText = (page: EstatePage, dag: Value): string =>
  dag.kind === 'null' ? 'in no DAG' : namedDag(page.show(dag, 'DAG'));

/** Most names of DAGs say what they name. */
const namedDag = (name: string): string => (/^dag/i.test(name) ? name : `DAG ${name}`);

function machineText(page: EstatePage, machine: Machine): string {
  const { family, release } = machine.os;
  const system = page.showNamed(family, 'operating system');
  const reservation = machine.memory.reservationMib;
  return [
    ...(machine.size === undefined ? [] : [page.showNamed(machine.size, 'size')]),
    `${page.show(machine.vcpus, 'vCPUs')} vCPUs`,
    `${memoryText(page, machine.memory.sizeMib, 'memory')} memory`,
    ...(reservation === undefined
      ? []
      : [`${memoryText(page, reservation, 'memory reservation')} of it reserved`]),
    release === undefined ? system : `${system} (${page.show(release, 'system release')})`,
    ...(machine.hibernationEnabled?.kind === 'bool' && machine.hibernationEnabled.value
      ? ['hibernation enabled']
      : []),
  ].join(', ');
}

/** When the stop action is taken, where that is not when the host shuts down. */
const WHEN_STOPPED: Readonly<Record<string, string>> = { vsphere: 'when its vApp stops' };

/** What the platform does to a running machine, where that is not what everyone expects. */
function behaviourText(page: EstatePage, { platform, memory, state = {}, cpu = {} }: Machine): string {
  const { stopAction, checkpointType, scheduledAction } = state;
  const isOn = (value: Value | undefined): boolean => value?.kind === 'bool' && value.value;
  return [
    ...(isOn(memory.dynamic) ? ['dynamic memory'] : []),
    ...(stopAction === undefined
      ? []
      : [`${WHEN_STOPPED[platform] ?? 'on host shutdown'}: ${page.show(stopAction, 'stop action')}`]),
    ...(checkpointType === undefined ? [] : [`checkpoints: ${page.show(checkpointType, 'checkpoints')}`]),
    ...(scheduledAction?.kind === 'string' && scheduledAction.value !== 'none'
      ? [`scheduled: ${scheduledAction.value}`]
      : []),
    ...(isOn(state.linkedClone) ? ['linked clone'] : []),
    ...(isOn(state.spot) ? ['spot capacity'] : []),
    ...(isOn(state.platformBackup) ? ['backed up by snapshots'] : []),
    ...(isOn(cpu.limited) ? ['processors limited'] : []),
  ].join(', ');
}

function memoryText(page: EstatePage, mib: Value, what: string): string {
  if (mib.kind !== 'number') return page.show(mib, what);
  return mib.value >= 1024 ? `${rounded(mib.value / 1024)} GiB` : `${mib.value} MiB`;
}

const rounded = (amount: number): string => String(Math.round(amount * 10) / 10);

function placementText(page: EstatePage, { placement }: Machine): string {
  const { site, zone, availabilitySet, host, pool, antiAffinity, affinity = [] } = placement;
  const parts = [
    ...(site === undefined ? [] : [identityText(page, site, 'site')]),
    ...(zone === undefined ? [] : [`zone ${page.show(zone, 'zone')}`]),
    ...(availabilitySet === undefined
      ? []
      : [
          `${groupText(placement)} ${identityText(page, availabilitySet.id, 'availability set')} ` +
            `(fault domains: ${page.show(availabilitySet.faultDomains, 'fault domains')})`,
        ]),
    ...(host === undefined ? [] : [`host ${identityText(page, host, 'host')}`]),
    ...(site === undefined && host === undefined && pool !== undefined
      ? [identityText(page, pool.id, 'place')]
      : []),
    ...antiAffinity.map(rule => `kept apart by ${ruleText(rule)}`),
    ...affinity.map(rule => `kept together by ${ruleText(rule)}`),
  ];
  return parts.length === 0 ? 'nothing stated' : parts.join(', ');
}

function ruleText({ address, enabled }: MachineRule): string {
  const isOff = enabled.kind === 'bool' && !enabled.value;
  return isOff ? `${printable(address)} (not in force)` : printable(address);
}

/** What groups the machines for their availability. */
const groupText = ({ scaleSet, madeByScaleSet }: Machine['placement']): string =>
  scaleSet !== undefined || (madeByScaleSet?.kind === 'bool' && madeByScaleSet.value)
    ? 'scale set'
    : 'availability set';

/**
 * What is known only after deployment still has a name: the address of the resource that it belongs to. Of an id of
 * Azure the last part names it.
 */
function identityText(page: EstatePage, value: Value, what: string): string {
  if (value.kind === 'unknown' && value.reference !== undefined) return printable(value.reference.address);
  const text = page.showNamed(value, what);
  return text.startsWith('/') ? text.slice(text.lastIndexOf('/') + 1) : text;
}

const SMTP: Readonly<Record<string, string>> = {
  open: 'TCP 25 to the Internet is open',
  'relay-only': 'TCP 25 is open to the declared relays alone',
  closed: 'TCP 25 to the Internet is closed',
};

function mailFlowText(page: EstatePage, { smtpToInternet, decidedBy }: MailFlow): string {
  const answer = page.show(smtpToInternet, 'mail flow');
  const known = SMTP[answer];
  return known === undefined
    ? `whether TCP 25 to the Internet is open is ${answer}`
    : `${known}: ${printable(decidedBy)}`;
}

const DIRECTIONS: Readonly<Record<string, string>> = {
  'hyper-v-to-azure': 'Hyper-V to Azure',
  'vmm-to-azure': 'Hyper-V (VMM) to Azure',
  'vmware-to-azure': 'VMware to Azure',
  'azure-to-azure': 'Azure to Azure',
  'hyper-v-replica': 'Hyper-V Replica',
};

function replicationText(page: EstatePage, replication: Replication, server: Server): string {
  const { direction, facts, source } = replication;
  const told = page.show(direction, 'kind of replication');
  const way = DIRECTIONS[told] ?? told;
  const by = `${way} by ${printable(replication.address)}`;
  if (server !== replication.server) return by;
  const { excludedDisks: left } = facts;
  const excluded = left.kind === 'list' ? left.elements.map(disk => page.show(disk, 'name of a disk')) : [];
  const hours = page.show(facts.appConsistentHours, 'application-consistent points');
  return [
    source === undefined ? `${way}, of a machine that is not in this deployment` : by,
    answered(page, facts.inRecoveryPlan, 'in a recovery plan', 'in no recovery plan'),
    answered(page, facts.networkMapped, 'target network set', 'no target network set'),
    ...(hours === '0' || hours === 'unknown' ? [] : [`application-consistent points every ${hours} hours`]),
    ...(excluded.length === 0 ? [] : [`without ${excluded.join(', ')}`]),
    ...(left.kind === 'unknown' ? [page.showNamed(left, 'disks left out')] : []),
  ].join('; ');
}

function answered(page: EstatePage, value: Value, yes: string, no: string): string {
  if (value.kind === 'bool') return value.value ? yes : no;
  page.show(value, yes);
  return `unknown whether ${yes}`;
}

const CONTENTS: Readonly<Record<string, string>> = {
  os: 'system',
  database: 'databases',
  log: 'logs',
  transport: 'transport queues',
  mcdb: 'MetaCache database',
  pagefile: 'page file',
  exchange: 'Exchange data',
  other: 'no Exchange data',
};

function diskRow(page: EstatePage, disk: Disk): readonly string[] {
  const of = (what: string): string => `${what} of ${disk.slot}`;
  const holds = page.show(disk.contents.role, of('contents'));
  const kind = disk.sku ?? disk.tier ?? disk.provisioning;
  return [
    printable(disk.slot),
    `${[CONTENTS[holds] ?? holds, disk.contents.besideSystem ?? []].flat().join(', ')}${signText(disk)}`,
    [
      ...(kind === undefined ? [] : [page.show(kind, of('kind'))]),
      ...(disk.backing === undefined ? [] : [backingText(page, disk.backing, of('datastore'))]),
      ...(disk.presentation.kind === 'string' && disk.presentation.value === 'file' ? ['file share'] : []),
    ].join(' '),
    disk.sizeGib === undefined ? '' : sizeText(page, disk.sizeGib, of('size')),
    page.show(disk.name, of('name')),
  ];
}

const STORAGE: Readonly<Record<string, string>> = { nas: 'NFS', smb: 'SMB' };

function backingText(page: EstatePage, backing: Value, what: string): string {
  const kind = page.show(backing, what);
  return kind === 'unknown' ? 'on an unknown datastore' : `on ${STORAGE[kind] ?? kind}`;
}

function signText({ contents: { assumed, toldBy } }: Disk): string {
  if (assumed) return ' (assumed)';
  if (toldBy === undefined) return '';
  return toldBy.by === 'configuration' ? ' (by exvet.yaml)' : ` (by ${toldBy.by})`;
}

function sizeText(page: EstatePage, gib: Value, what: string): string {
  if (gib.kind !== 'number') return page.show(gib, what);
  return gib.value >= 1024 && gib.value % 1024 === 0
    ? `${gib.value / 1024} TiB`
    : `${rounded(gib.value)} GiB`;
}

function writeDag(page: EstatePage, dag: Dag): void {
  const name = page.show(dag.name, 'name');
  page.lines.push(`  ${page.paint('strong', dag.certain ? namedDag(name) : `Possible DAG: ${name}`)}`);
  page.fact('members', dag.members.map(member => page.show(member.name, 'name of a member')).join(', '));
  const apart = dag.membersSeparated;
  const answer =
    apart.kind === 'bool' ? (apart.value ? 'yes' : 'no') : page.show(apart, 'whether members are kept apart');
  page.fact('kept apart', dag.separationText === '' ? answer : `${answer}: ${printable(dag.separationText)}`);
  page.explainUnknowns();
  page.lines.push('');
}

function writeHost(page: EstatePage, host: Host): void {
  page.lines.push(
    `  ${page.paint('strong', host.kind === 'host' ? 'Host' : 'Cluster')} ${printable(host.address)}`,
  );
  const names = host.guests.map(guest => page.show(guest.name, 'name of a machine'));
  page.fact(
    'machines',
    host.moreGuests === undefined ? names.join(', ') : `${names.join(', ')}, perhaps more`,
  );
  const vcpus = host.guests.map(({ vcpus }) => vcpus);
  const known = vcpus.reduce((sum, value) => sum + (value.kind === 'number' ? value.value : 0), 0);
  const isAll = host.moreGuests === undefined && vcpus.every(({ kind }) => kind === 'number');
  const cores = host.declared.get('physicalCores');
  page.fact(
    'processors',
    `${isAll ? '' : 'at least '}${known} virtual on ${cores === undefined ? 'an unknown number of' : page.show(cores, 'cores')} cores`,
  );
  page.explainUnknowns();
  page.lines.push('');
}
