import { stringValue } from '../value/make.ts';
import { knownText } from '../value/read.ts';
import { resourceAddressOf } from '../value/resource-id.ts';
import { unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { matchesAddress } from './address-pattern.ts';
import { type Declaration, declaredValues, type HostDeclaration } from './declarations.ts';
import type { Host, HostPool, Machine, Server } from './model.ts';

/** The hosts and clusters that Exchange servers run on, with all machines on them. */
export interface FoundHosts {
  readonly hosts: readonly Host[];
  readonly used: ReadonlySet<Declaration>;
}

/**
 * Puts machines onto the hosts that their placement or `exvet.yaml` names. A machine whose host is not told may be on
 * any of its platform.
 */
export function findHosts(
  servers: readonly Server[],
  others: readonly Machine[],
  declarations: readonly HostDeclaration[],
): FoundHosts {
  const used = new Set<Declaration>();
  const pools = new Map<string, Pool>();
  const homeless: Machine[] = [];
  for (const machine of [...servers, ...others]) {
    if (machine.platform === 'azure' || machine.platform === 'asr') continue;
    const declared = declarations.filter(({ guests = [] }) =>
      guests.some(({ value }) => matchesAddress(value, machine.address)),
    );
    for (const declaration of declared) used.add(declaration);
    const place = declared.at(-1) ?? machine.placement.pool;
    const key = place === undefined ? undefined : keyOf(place);
    if (place === undefined || key === undefined) {
      homeless.push(machine);
      continue;
    }
    const pool = pools.get(key);
    if (pool === undefined) pools.set(key, { place, guests: [machine] });
    else pool.guests.push(machine);
  }
  const hosts = [...pools.values()].flatMap(pool => {
    const host = hostOf(pool, new Set(servers), homeless, declarations, used);
    return host.servers.length === 0 ? [] : [host];
  });
  return { hosts, used };
}

interface Pool {
  readonly place: HostPool | HostDeclaration;
  readonly guests: Machine[];
}

const isDeclaration = (place: HostPool | HostDeclaration): place is HostDeclaration => 'match' in place;

/** What tells one pool from another; `undefined` when it cannot be told which one it is. */
function keyOf(place: HostPool | HostDeclaration): string | undefined {
  if (isDeclaration(place)) return `declared ${place.match.value}`;
  return resourceAddressOf(place.id) ?? knownText(place.id) ?? place.address;
}

function hostOf(
  { place, guests }: Pool,
  allServers: ReadonlySet<Machine>,
  homeless: readonly Machine[],
  declarations: readonly HostDeclaration[],
  used: Set<Declaration>,
): Host {
  const first = guests[0];
  const address = isDeclaration(place) ? `host.${place.match.value}` : place.address;
  const about = isDeclaration(place)
    ? [place]
    : declarations.filter(({ match, name }) => name === undefined && matchesAddress(match.value, address));
  for (const declaration of about) used.add(declaration);
  const range = isDeclaration(place) ? place.match.range : place.range;
  const platform = first?.platform ?? 'vsphere';
  return {
    address,
    kind: isDeclaration(place) ? 'host' : place.kind,
    platform,
    name: stringValue(isDeclaration(place) ? place.match.value : address, { kind: 'declared', range }),
    range,
    guests,
    servers: guests.filter((guest): guest is Server => allServers.has(guest)),
    moreGuests: moreGuests(homeless.filter(machine => machine.platform === platform)),
    declared: declaredValues(about.map(({ facts }) => facts)),
  };
}

/** Machines whose host is not told may be on this one. */
function moreGuests(homeless: readonly Machine[]): Value | undefined {
  const [first] = homeless;
  if (first === undefined) return undefined;
  const text = `the host of ${first.address} is not told: name it under hosts[].guests in exvet.yaml`;
  return unknown(
    { kind: 'declaration', text, range: first.resource.range },
    { kind: 'default', range: first.resource.range },
  );
}
