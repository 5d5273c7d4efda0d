import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceRange } from '../source/range.ts';
import { boolValue, listValue, numberValue, stringValue } from '../value/make.ts';
import type { Resource } from '../value/resource.ts';
import type { Value } from '../value/value.ts';
import { matchesAddress } from './address-pattern.ts';
import type { ExchangeVersion } from './exchange-versions.ts';
import type { DeclaredValues } from './model.ts';

/** What the user states about the estate in `exvet.yaml`, because no template carries it. */
export interface Declarations {
  readonly servers: readonly ServerDeclaration[];
  readonly hosts: readonly HostDeclaration[];
  readonly datastores: readonly DatastoreDeclaration[];
  /** Relays (smart hosts): host names or address prefixes. */
  readonly relays: readonly Declared<string>[];
  readonly dags: readonly DagDeclaration[];
  /** What holds for the whole organisation. */
  readonly estate: StatedFacts;
}

/** Facts by the names that `declared-facts.ts` gives them. */
export type StatedFacts = ReadonlyMap<string, Declared<string | number | boolean | readonly string[]>>;

/** A statement and where in the file it stands. */
export interface Declared<T> {
  readonly value: T;
  readonly range: SourceRange;
}

/** A glob over resource addresses (`matchesAddress`). */
interface Matching {
  readonly match: Declared<string>;
}

export interface ServerDeclaration extends Matching {
  /** `none`: it is not an Exchange server, whatever its name looks like. */
  readonly exchange?: Declared<ExchangeVersion | 'none'> | undefined;
  readonly roles?: readonly Declared<ExchangeRole>[] | undefined;
  /** `null`: it is in no DAG. */
  readonly dag?: Declared<string | null> | undefined;
  readonly disks: readonly DiskDeclaration[];
  readonly facts?: StatedFacts;
}

export const EXCHANGE_ROLES = ['mailbox', 'edge', 'cas', 'hub', 'um'] as const;
export type ExchangeRole = (typeof EXCHANGE_ROLES)[number];

export interface DiskDeclaration {
  /** Numbers of slots: LUNs on Azure, units on vSphere. All disks when neither this nor `name` is given. */
  readonly slots?: readonly number[] | undefined;
  /** A glob over the names of disks. */
  readonly name?: string | undefined;
  /** Where its `match` stands. */
  readonly range: SourceRange;
  readonly holds?: Declared<readonly DeclaredContent[]> | undefined;
  readonly backing?: Declared<'block' | 'nas' | 'smb'> | undefined;
  readonly facts?: StatedFacts;
}

export type DeclaredContent = 'os' | 'database' | 'log' | 'transport' | 'mcdb' | 'pagefile' | 'other';

export interface DatastoreDeclaration extends Matching {
  readonly type: Declared<'vmfs' | 'vsan' | 'nfs' | 'vvol-block' | 'vvol-nfs' | 'smb' | 'volume'>;
  readonly facts?: StatedFacts;
}

/** What a datastore of each type is to the machines on it. */
export const DATASTORE_BACKINGS: Readonly<
  Record<DatastoreDeclaration['type']['value'], 'block' | 'nas' | 'smb'>
> = {
  vmfs: 'block',
  vsan: 'block',
  'vvol-block': 'block',
  nfs: 'nas',
  'vvol-nfs': 'nas',
  smb: 'smb',
  volume: 'block',
};

/** A host or a cluster: one that the templates declare or look up, or one that is named here. */
export interface HostDeclaration extends Matching {
  /** `match` is its address; without it, it is a host of this name. */
  readonly name?: Declared<string> | undefined;
  /** Globs over the addresses of the machines that run on it, where the templates do not tell. */
  readonly guests?: readonly Declared<string>[];
  readonly facts?: StatedFacts;
}

export interface DagDeclaration {
  readonly name: Declared<string>;
  readonly facts?: StatedFacts;
}

export const NO_FACTS: StatedFacts = new Map();

export const NO_DECLARATIONS: Declarations = {
  servers: [],
  hosts: [],
  datastores: [],
  relays: [],
  dags: [],
  estate: NO_FACTS,
};

/** Stated facts as values; of several statements about one fact the last one counts. */
export function declaredValues(statements: readonly (StatedFacts | undefined)[]): DeclaredValues {
  const values = new Map<string, Value>();
  for (const facts of statements) {
    for (const [name, { value, range }] of facts ?? []) {
      const origin = { kind: 'declared', range } as const;
      if (typeof value === 'string') values.set(name, stringValue(value, origin));
      else if (typeof value === 'number') values.set(name, numberValue(value, origin));
      else if (typeof value === 'boolean') values.set(name, boolValue(value, origin));
      else {
        values.set(
          name,
          listValue(
            value.map(text => stringValue(text, origin)),
            origin,
          ),
        );
      }
    }
  }
  return values;
}

/** A part of `exvet.yaml` that can match something or nothing. */
export type Declaration =
  | ServerDeclaration
  | DiskDeclaration
  | DatastoreDeclaration
  | HostDeclaration
  | DagDeclaration;

/** The server declarations that match an address, in the order of the file. */
export const serverDeclarations = (
  { servers }: Declarations,
  address: string,
): readonly ServerDeclaration[] => servers.filter(({ match }) => matchesAddress(match.value, address));

/** What is declared about a datastore; of several entries the last one counts. */
export const datastoreDeclaration = (
  datastores: readonly DatastoreDeclaration[],
  address: string,
): DatastoreDeclaration | undefined =>
  datastores.findLast(({ match }) => matchesAddress(match.value, address));

/** The entries about datastores that match a resource of a deployment. */
export const matchedByResources = (
  { datastores }: Declarations,
  resources: readonly Resource[],
): readonly Declaration[] =>
  datastores.filter(({ match }) => resources.some(({ address }) => matchesAddress(match.value, address)));

/**
 * The entries that have no effect, since they matched nothing in any deployment (`used` are those that did). Relays and
 * facts of the whole organisation match nothing by nature and are left out.
 */
export function unusedDeclarations(
  { servers, hosts, datastores, dags }: Declarations,
  used: ReadonlySet<Declaration>,
): readonly Diagnostic[] {
  const unused: Diagnostic[] = [];
  const report = (what: string, { value, range }: Declared<string>): void => {
    unused.push(
      diagnostic('estate-declaration-unused', `'${value}' matches no ${what}: correct or remove it.`, range),
    );
  };
  for (const server of servers) {
    if (!used.has(server)) report('virtual machine', server.match);
    else {
      for (const disk of server.disks) {
        if (used.has(disk)) continue;
        const text = `This matches no disk of the machines that match '${server.match.value}'.`;
        unused.push(diagnostic('estate-declaration-unused', text, disk.range));
      }
    }
  }
  for (const host of hosts) {
    if (used.has(host)) continue;
    if (host.guests === undefined) report('host or cluster', host.match);
    else for (const guest of host.guests) report('virtual machine', guest);
  }
  for (const datastore of datastores) if (!used.has(datastore)) report('datastore', datastore.match);
  for (const dag of dags) if (!used.has(dag)) report('database availability group', dag.name);
  return unused;
}
