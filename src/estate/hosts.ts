import type { SourceRange } from '../source/range.ts';
import { defaultAt, stringValue } from '../value/make.ts';
import { knownText } from '../value/read.ts';
import { resourceAddressOf } from '../value/resource-id.ts';
import { unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { matchesAddress } from './address-pattern.ts';
import { type Declaration, declaredValues, type HostDeclaration } from './declarations.ts';
import { isLeftToPlatform } from './left-to-platform.ts';
import type { Host, HostPool, Machine, Server } from './model.ts';

/** The machines with the hosts that `exvet.yaml` puts them on, and the entries that did so. */
export function placeOnDeclaredHosts(
  machines: readonly Machine[],
  declarations: readonly HostDeclaration[],
): { readonly machines: readonly Machine[]; readonly used: ReadonlySet<Declaration> } {
  const used = new Set<Declaration>();
  const placed = machines.map(machine => {
    const about = declarations.filter(({ guests = [] }) =>
      guests.some(({ value }) => matchesAddress(value, machine.address)),
    );
    for (const declaration of about) used.add(declaration);
    const name = about.at(-1)?.name;
    if (name === undefined) return machine;
    const host = stringValue(name.value, { kind: 'declared', range: name.range });
    const pool = { kind: 'host', id: host, address: hostAddress(name.value), range: name.range } as const;
    return { ...machine, placement: { ...machine.placement, host, pool } };
  });
  return { machines: placed, used };
}

/**
 * The machines with what `exvet.yaml` states about their hosts being a failover cluster, where the template leaves that
 * open: Hyper-V's provider knows nothing of clusters.
 */
export const onDeclaredClusters = (
  machines: readonly Machine[],
  declarations: readonly HostDeclaration[],
): readonly Machine[] =>
  machines.map(machine => {
    const { pool, restartedByCluster } = machine.placement;
    if (pool === undefined || restartedByCluster === undefined || !isLeftToPlatform(restartedByCluster)) {
      return machine;
    }
    const about = declarations.filter(declaration => isAbout(declaration, pool));
    const clustered = declaredValues(about.map(({ facts }) => facts)).get('clustered');
    if (clustered === undefined) return machine;
    const placement = { ...machine.placement, restartedByCluster: clustered, movedByCluster: clustered };
    return { ...machine, placement };
  });

const isAbout = ({ match, name }: HostDeclaration, pool: HostPool): boolean =>
  name === undefined ? matchesAddress(match.value, pool.address) : hostAddress(name.value) === pool.address;

/** The address of a host that only `exvet.yaml` names. */
const hostAddress = (name: string): string => `host.${name}`;

/** The hosts and clusters that Exchange servers run on, and the entries of `exvet.yaml` that are about any host. */
export interface FoundHosts {
  readonly hosts: readonly Host[];
  readonly used: ReadonlySet<Declaration>;
}

/**
 * Gathers the machines of every host and cluster. A machine whose host is not told may be on any of its platform. The
 * processors of Azure are not shared between machines, so nothing is gathered there.
 */
export function findHosts(
  servers: readonly Server[],
  others: readonly Machine[],
  declarations: readonly HostDeclaration[],
): FoundHosts {
  const pools = new Map<string, { readonly pool: HostPool; readonly guests: Machine[] }>();
  const homeless: Machine[] = [];
  for (const machine of [...servers, ...others]) {
    if (machine.platform === 'azure' || machine.platform === 'asr') continue;
    const { pool } = machine.placement;
    if (pool === undefined) {
      homeless.push(machine);
      continue;
    }
    const key = resourceAddressOf(pool.id) ?? knownText(pool.id)?.toLowerCase() ?? pool.address;
    const known = pools.get(key);
    if (known === undefined) pools.set(key, { pool, guests: [machine] });
    else known.guests.push(machine);
  }
  const used = new Set<Declaration>();
  const hosts: Host[] = [];
  for (const { pool, guests } of pools.values()) {
    const about = declarations.filter(declaration => isAbout(declaration, pool));
    for (const declaration of about) used.add(declaration);
    const own = new Set<Machine>(guests);
    const [first] = servers.filter(server => own.has(server));
    if (first === undefined) continue;
    hosts.push({
      ...pool,
      platform: first.platform,
      name: hostName(pool),
      isManaged: pool.isManaged === true,
      guests,
      servers: servers.filter(server => own.has(server)),
      moreGuests: mayBeOn(homeless.filter(({ platform }) => platform === first.platform)),
      declared: declaredValues(about.map(({ facts }) => facts)),
    });
  }
  return { hosts, used };
}

/** Of an id or an address of Azure the last part. */
const hostName = ({ id, address, range }: HostPool): Value =>
  id.kind !== 'string'
    ? stringValue(/^[\w.]+\//.test(address) ? lastPart(address) : address, defaultAt(range))
    : id.value.startsWith('/')
      ? stringValue(lastPart(id.value), id.origin)
      : id;

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Machines whose host is not told may be on any. */
function mayBeOn(homeless: readonly Machine[]): Value | undefined {
  const [first] = homeless;
  if (first === undefined) return undefined;
  const range: SourceRange = first.resource.range;
  const text = `the host of ${first.address} is not told: name it under hosts[].guests in exvet.yaml`;
  return unknown({ kind: 'declaration', text, range }, defaultAt(range));
}
