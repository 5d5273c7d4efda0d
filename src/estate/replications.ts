import { boolValue, defaultAt, stringValue } from '../value/make.ts';
import { knownText, textIn } from '../value/read.ts';
import { canonicalAddress } from '../value/resource-id.ts';
import { unknown, unknownFrom } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { type Declaration, type Declarations, declaredValues, serverDeclarations } from './declarations.ts';
import { withStatedFacts } from './disk-contents.ts';
import type { ReplicationDraft } from './mapper.ts';
import { Directory } from './mappers/azure-joins.ts';
import type { Dag, Disk, Estate, Host, Machine, Replication, ReplicationFacts, Server } from './model.ts';
import { machineRoles, namesIn } from './other-roles.ts';
import { areSame } from './placement.ts';
import { type RecognisedMachines, recogniseServers } from './recognition.ts';
import { disksAfterFailover, disksOfUnknownSource } from './replicated-disks.ts';

/** What the deployment has besides replications. */
export interface ReplicatedEstate {
  readonly servers: readonly Server[];
  readonly others: readonly Machine[];
  readonly dags: readonly Dag[];
  readonly hosts: readonly Host[];
}

/** The replications of Exchange servers, and the machines that a failover makes. */
export interface FoundReplications extends RecognisedMachines {
  readonly replications: readonly Replication[];
}

/**
 * Joins what services replicate to the servers of the deployment. The machine after a failover is what its source
 * is; when that is not in the deployment, its own name and tags tell.
 */
export function joinReplications(
  drafts: readonly ReplicationDraft[],
  estate: ReplicatedEstate,
  declarations: Declarations,
): FoundReplications {
  const sources = new Sources([...estate.servers, ...estate.others]);
  const all = drafts.map(draft => ({ draft, machine: sources.of(draft) }));
  const lone = all
    .filter(({ machine }) => machine === undefined)
    .map(({ draft }) => ({ ...draft.machine, disks: disksOfUnknownSource(draft).disks }));
  const strangers = recogniseServers(lone, declarations);
  const starts = new DirectoryStarts(all);
  const isAlone = strangers.servers.length + estate.servers.length < 2;
  const used = new Set<Declaration>(strangers.used);
  const others: Machine[] = [...strangers.others];
  const replications: Replication[] = [];
  for (const { draft, machine } of all) {
    const source = estate.servers.find(server => server === machine);
    if (machine !== undefined && source === undefined) {
      others.push({ ...draft.machine, disks: draft.disks.map(({ disk }) => disk) });
      continue;
    }
    const own = serverDeclarations(declarations, draft.address);
    for (const declaration of own) used.add(declaration);
    const after = source === undefined ? disksOfUnknownSource(draft) : disksAfterFailover(draft, source);
    const stranger = strangers.servers.find(({ address }) => address === draft.address);
    const server =
      source === undefined
        ? stranger && withOpenSystemDisk(stranger, draft)
        : failedOver(
            { ...draft.machine, disks: after.disks.map(disk => withStatedFacts(disk, own, used)) },
            source,
            declaredValues(own.map(({ facts }) => facts)),
          );
    if (server === undefined) continue;
    const dag = source && estate.dags.find(({ members }) => members.includes(source));
    replications.push({
      address: draft.address,
      resource: draft.resource,
      direction: directionOf(draft, declarations),
      server,
      source,
      hosts: source === undefined ? [] : hostsOf(source, estate),
      dag,
      together: 1,
      facts: {
        ...draft.facts,
        ...after.facts,
        ...optional('startsAfterDirectory', starts.startsBefore(draft)),
        ...optional('cacheInSourceRegion', cacheInSourceRegion(draft, source)),
        dagMember: dagMember(source ?? server, dag, source !== undefined || isAlone),
      },
    });
  }
  return {
    servers: replications.map(({ server }) => server),
    others,
    replications: [
      ...replications.map(replication => ({ ...replication, together: replications.length })),
      ...estate.servers.flatMap(server => hyperVReplica(server, estate)),
    ],
    used,
  };
}

/** How many Exchange servers there are: a server and what it becomes in a failover are one. */
export const exchangeServers = ({ servers }: Estate): number =>
  servers.filter(({ failoverOf }) => failoverOf === undefined).length;

const hostsOf = (server: Server, { hosts }: ReplicatedEstate): readonly Host[] =>
  hosts.filter(host => host.servers.includes(server));

/**
 * A server with a network for test failovers, which only Hyper-V Replica gives a meaning. It stays on its platform,
 * and nothing else is told of its replication.
 */
function hyperVReplica(server: Server, estate: ReplicatedEstate): readonly Replication[] {
  const sign = server.networkInterfaces.find(
    nic => nic.testFailoverNetwork !== undefined,
  )?.testFailoverNetwork;
  if (sign === undefined) return [];
  const dag = estate.dags.find(({ members }) => members.includes(server));
  const here = defaultAt(server.resource.range);
  const text = `no template tells what Hyper-V Replica does with ${server.address}`;
  const open = unknown({ kind: 'provider', text, range: server.resource.range }, here);
  return [
    {
      address: server.address,
      resource: server.resource,
      direction: stringValue('hyper-v-replica', sign.origin),
      server,
      source: server,
      hosts: hostsOf(server, estate),
      dag,
      together: 1,
      facts: {
        excludedDisks: open,
        excludesExchangeData: open,
        networkMapped: open,
        inRecoveryPlan: open,
        appConsistentHours: open,
        dagMember: dagMember(server, dag, true),
      },
    },
  ];
}

const optional = (name: keyof ReplicationFacts, value: Value | undefined): Partial<ReplicationFacts> =>
  value === undefined ? {} : { [name]: value };

/** Finds the replicated machine by its id, else by its name. */
class Sources {
  readonly #machines: readonly Machine[];
  readonly #byId: Directory<{
    readonly key: string;
    readonly resource: Machine['resource'];
    readonly machine: Machine;
  }>;

  constructor(machines: readonly Machine[]) {
    this.#machines = machines;
    this.#byId = new Directory(
      'virtual machine',
      machines.map(machine => ({
        key: canonicalAddress(machine.address),
        resource: machine.resource,
        machine,
      })),
    );
  }

  of({ source: { id, name, platforms } }: ReplicationDraft): Machine | undefined {
    if (id !== undefined) {
      const found = this.#byId.find(id);
      return found.kind === 'found' ? found.item.machine : undefined;
    }
    const wanted = textIn(name)?.toLowerCase();
    const named = this.#machines.filter(
      machine => platforms.includes(machine.platform) && textIn(machine.name)?.toLowerCase() === wanted,
    );
    // Two machines of one name cannot be told apart.
    return wanted === undefined || named.length > 1 ? undefined : named[0];
  }
}

function failedOver(machine: Machine, source: Server, declared: Server['declared']): Server {
  return {
    ...machine,
    name: machine.name.kind === 'unknown' ? source.name : machine.name,
    computerName: source.computerName,
    os: source.os,
    recognisedBy: source.recognisedBy,
    certain: source.certain,
    exchangeVersion: source.exchangeVersion,
    roles: source.roles,
    rolesAssumed: source.rolesAssumed,
    dag: source.dag,
    hasRelay: source.hasRelay,
    sendsByDns: source.sendsByDns,
    environment: source.environment,
    otherRoles: source.otherRoles,
    declared: new Map([...source.declared, ...declared]),
    failoverOf: source.address,
  };
}

/**
 * Which of several disks holds the system cannot be told from their ids. What they hold is open then, unless it
 * makes no difference, since all are of one storage type.
 */
function withOpenSystemDisk(server: Server, { disks, resource }: ReplicationDraft): Server {
  const tiers = new Set(disks.map(({ disk: { tier } }) => textIn(tier)));
  if (disks.length < 2 || (tiers.size === 1 && !tiers.has(undefined))) return server;
  const text = `which disk of ${knownText(server.name) ?? server.address} holds the operating system is not told: say under servers[].disks in exvet.yaml what each one holds`;
  const open = unknown({ kind: 'declaration', text, range: resource.range }, defaultAt(resource.range));
  return {
    ...server,
    disks: server.disks.map(
      (disk): Disk =>
        disk.contents.assumed
          ? { ...disk, contents: { role: open, holdsExchangeData: open, assumed: false } }
          : disk,
    ),
  };
}

/** What exvet.yaml says about VMM decides where the templates leave it open. */
function directionOf({ direction }: ReplicationDraft, { estate }: Declarations): Value {
  const vmm = estate.get('vmm');
  if (direction.kind !== 'unknown' || vmm === undefined) return direction;
  return {
    kind: 'string',
    value: vmm.value === true ? 'vmm-to-azure' : 'hyper-v-to-azure',
    origin: { kind: 'declared', range: vmm.range },
  };
}

/** `isTold`: that nothing names a DAG means that it is in none. */
function dagMember(server: Server, dag: Dag | undefined, isTold: boolean): Value {
  const here = defaultAt(server.resource.range);
  if (server.dag?.kind === 'string') return boolValue(true, server.dag.origin);
  if (server.dag?.kind === 'null') return boolValue(false, server.dag.origin);
  if (server.dag?.kind === 'unknown') return boolValue(true, server.dag.origin);
  if (dag !== undefined) return boolValue(true, here);
  if (isTold) return boolValue(false, here);
  const text = `whether ${knownText(server.name) ?? server.address} is a member of a DAG is not told: set dag for it in exvet.yaml (null for none)`;
  return unknown({ kind: 'declaration', text, range: server.resource.range }, here);
}

/** Where recovery plans start the domain controllers. */
class DirectoryStarts {
  readonly #controllers: readonly ReplicationDraft[];

  constructor(all: readonly { readonly draft: ReplicationDraft; readonly machine: Machine | undefined }[]) {
    this.#controllers = all
      .filter(({ draft, machine }) => [machine, draft.machine].some(isController))
      .map(({ draft }) => draft);
  }

  /** Whether they start before a machine, in every plan that has both; `undefined` when none has. */
  startsBefore({ boots, resource }: ReplicationDraft): Value | undefined {
    const answers = boots.flatMap(({ plan, group }) =>
      this.#controllers.flatMap(controller =>
        controller.boots.flatMap(other => (other.plan === plan ? [other.group < group] : [])),
      ),
    );
    return answers.length === 0 ? undefined : boolValue(answers.every(Boolean), defaultAt(resource.range));
  }
}

const isController = (machine: Machine | undefined): boolean =>
  machine !== undefined && namesIn(machineRoles(machine)).includes('dc');

/** `undefined` when no cache storage account is named. */
function cacheInSourceRegion({ disks }: ReplicationDraft, source: Server | undefined): Value | undefined {
  const site = source?.placement.site;
  const regions = disks.flatMap(({ cacheRegion }) => cacheRegion ?? []);
  const [first] = regions;
  if (first === undefined) return undefined;
  if (site === undefined) return source === undefined ? undefined : boolValue(true, first.origin);
  const answers = regions.map(region => ({ region, same: areSame(site, plainRegion(region)) }));
  const away = answers.find(({ same }) => same === false);
  if (away !== undefined) return boolValue(false, away.region.origin);
  const open = answers.filter(({ same }) => same === undefined).map(({ region }) => region);
  return open.length > 0 ? unknownFrom([site, ...open], first.origin) : boolValue(true, first.origin);
}

/** `West Europe` and `westeurope` are one region. */
const plainRegion = (region: Value): Value =>
  region.kind === 'string' ? { ...region, value: region.value.replaceAll(' ', '').toLowerCase() } : region;
