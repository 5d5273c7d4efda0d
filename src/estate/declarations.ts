import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceRange } from '../source/range.ts';
import type { Resource } from '../value/resource.ts';
import { matchesAddress } from './address-pattern.ts';
import type { ExchangeVersion } from './exchange-versions.ts';

/** What the user states about the estate in `exvet.yaml`, because no template carries it. */
export interface Declarations {
  readonly servers: readonly ServerDeclaration[];
  readonly hosts: readonly HostDeclaration[];
  readonly datastores: readonly DatastoreDeclaration[];
  /** Relays (smart hosts): host names or address prefixes. */
  readonly relays: readonly Declared<string>[];
}

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
  readonly backing?: Declared<'block' | 'nas'> | undefined;
}

export type DeclaredContent = 'os' | 'database' | 'log' | 'transport' | 'mcdb' | 'pagefile' | 'other';

export interface DatastoreDeclaration extends Matching {
  readonly type: Declared<'vmfs' | 'vsan' | 'nfs' | 'vvol-block' | 'vvol-nfs'>;
}

export interface HostDeclaration extends Matching {
  readonly physicalCores?: Declared<number> | undefined;
  readonly hostVcpus?: Declared<number> | undefined;
}

export const NO_DECLARATIONS: Declarations = { servers: [], hosts: [], datastores: [], relays: [] };

/** A part of `exvet.yaml` that can match something or nothing. */
export type Declaration = ServerDeclaration | DiskDeclaration | DatastoreDeclaration | HostDeclaration;

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

/** The entries about datastores and hosts that match a resource of a deployment. */
export function matchedByResources(
  { datastores, hosts }: Declarations,
  resources: readonly Resource[],
): readonly Declaration[] {
  return [...datastores, ...hosts].filter(({ match }) =>
    resources.some(({ address }) => matchesAddress(match.value, address)),
  );
}

/**
 * The entries that have no effect: those that matched nothing in any deployment (`used` are those that did) and those
 * about hosts, which no policy judges yet. Relays match nothing by nature and are left out.
 */
export function unusedDeclarations(
  { servers, hosts, datastores }: Declarations,
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
  for (const { match } of hosts.filter(host => !used.has(host))) report('host or cluster', match);
  for (const { match } of hosts.filter(host => used.has(host))) {
    const text = `No policy judges hosts yet: what is stated about '${match.value}' has no effect.`;
    unused.push(diagnostic('estate-declaration-unjudged', text, match.range));
  }
  for (const { match } of datastores.filter(datastore => !used.has(datastore))) report('datastore', match);
  return unused;
}
