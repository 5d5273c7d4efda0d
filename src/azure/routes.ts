import type { SourceRange } from '../source/range.ts';
import { type Reason, reasonsIn, uniteReasons } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { AddressSet, parsePrefix } from './prefixes.ts';
import { tagKind } from './service-tags.ts';

/**
 * Where a subnet's user-defined routes send traffic. Source: Microsoft Learn, "Virtual network traffic
 * routing": the longest matching prefix wins, and of equal ones the user-defined route, then the one that a
 * gateway learned by BGP, then Azure's own, which sends what is not private to the Internet.
 */

export interface Route {
  readonly name: string;
  readonly range: SourceRange;
  /** A prefix or a service tag. */
  readonly prefix: Value;
  /** `VirtualNetworkGateway`, `VnetLocal`, `Internet`, `VirtualAppliance`, `None`. */
  readonly nextHop: Value;
  /** The address of an appliance. */
  readonly nextHopAddress?: Value | undefined;
  readonly uncertain?: readonly Reason[] | undefined;
}

export interface RouteTable {
  readonly address: string;
  readonly range: SourceRange;
  readonly routes: readonly Route[];
  readonly moreRoutes: readonly Reason[];
}

/** A route that is in force, and in words: `route 'default' of azurerm_route_table.mail`. */
export interface RouteInForce {
  readonly route: Route;
  readonly text: string;
}

/** Where traffic goes next. */
export type Hop =
  /** No user-defined route matches: Azure's own, or one that a gateway learned. */
  | { readonly kind: 'system' }
  | ({ readonly kind: 'internet' | 'dropped' | 'appliance' | 'gateway' } & RouteInForce)
  | { readonly kind: 'unknown'; readonly reasons: readonly Reason[] };

/** Destinations, and where traffic for them goes. */
export interface Leg {
  readonly addresses: AddressSet;
  readonly hop: Hop;
}

export interface Routing {
  /** They share no address and together are the whole address space. */
  readonly legs: readonly Leg[];
  /** Where any of it may go instead, by routes whose prefix is not known. */
  readonly alternatives: readonly Hop[];
  /** A user-defined route for all IPv4 addresses is in force. */
  readonly hasDefaultRoute: boolean;
}

const ALL_IPV4 = AddressSet.from('0.0.0.0/0');

interface PlacedRoute {
  readonly route: Route;
  readonly addresses: AddressSet;
}

/** Judges the routes of a table, or of none. */
export function routing(table: RouteTable | undefined): Routing {
  if (table === undefined) {
    return {
      legs: [{ addresses: AddressSet.all, hop: { kind: 'system' } }],
      alternatives: [],
      hasDefaultRoute: false,
    };
  }
  const placed: PlacedRoute[] = [];
  const alternatives: Hop[] =
    table.moreRoutes.length > 0 ? [{ kind: 'unknown', reasons: table.moreRoutes }] : [];
  for (const route of table.routes) {
    const range = route.prefix.kind === 'string' ? parsePrefix(route.prefix.value) : undefined;
    if (range !== undefined) placed.push({ route, addresses: AddressSet.of(range) });
    // A route whose prefix is unknown may be more exact than any other.
    else if (!isServiceTag(route.prefix))
      alternatives.push({ kind: 'unknown', reasons: placeReasons(route) });
  }
  return {
    legs: legsOf(placed, table),
    alternatives,
    hasDefaultRoute: placed.some(({ addresses }) => addresses.contains(ALL_IPV4)),
  };
}

/** The longest prefix, which holds the fewest addresses, comes first. */
function legsOf(placed: readonly PlacedRoute[], table: RouteTable): readonly Leg[] {
  const ordered = [...placed].sort((a, b) =>
    a.addresses.count < b.addresses.count ? -1 : a.addresses.count > b.addresses.count ? 1 : 0,
  );
  const legs: Leg[] = [];
  let left = AddressSet.all;
  for (const { route, addresses } of ordered) {
    const own = addresses.intersect(left);
    if (own.isEmpty) continue;
    legs.push({ addresses: own, hop: hopOf(route, table) });
    left = left.subtract(own);
  }
  return left.isEmpty ? legs : [...legs, { addresses: left, hop: { kind: 'system' } }];
}

/** Routes for Microsoft's services do not concern mail to other domains; see `service-tags.ts`. */
const isServiceTag = (prefix: Value): boolean =>
  prefix.kind === 'string' && ['service', 'none'].includes(tagKind(prefix.value) ?? '');

function placeReasons({ name, prefix, range }: Route): readonly Reason[] {
  if (prefix.kind === 'unknown') return prefix.reasons;
  return [{ kind: 'unsupported', text: `route '${name}' has a prefix that cannot be judged`, range }];
}

function hopOf(route: Route, table: RouteTable): Hop {
  if (route.uncertain !== undefined) return { kind: 'unknown', reasons: route.uncertain };
  const { nextHop } = route;
  const inForce: RouteInForce = { route, text: `route '${route.name}' of ${table.address}` };
  switch (nextHop.kind === 'string' ? nextHop.value.toLowerCase() : undefined) {
    case 'internet':
      return { kind: 'internet', ...inForce };
    case 'none':
    // A public prefix that is routed inside the network does not leave it.
    case 'vnetlocal':
      return { kind: 'dropped', ...inForce };
    case 'virtualappliance':
    case 'virtualapplianceecmp':
      return { kind: 'appliance', ...inForce };
    case 'virtualnetworkgateway':
      return { kind: 'gateway', ...inForce };
    default:
      return { kind: 'unknown', reasons: nextHop.kind === 'unknown' ? reasonsIn([nextHop]) : noHop(inForce) };
  }
}

const noHop = ({ route, text }: RouteInForce): readonly Reason[] => [
  { kind: 'unsupported', text: `${text} sends the traffic to an unknown next hop`, range: route.range },
];

/** Why it cannot be told what becomes of traffic that a route hands to another device. */
export function handOverReasons({ text, route }: RouteInForce, to: string): readonly Reason[] {
  const reason: Reason = {
    kind: 'unsupported',
    text: `${text} sends the traffic to ${to}`,
    range: route.range,
  };
  return uniteReasons([[reason]]);
}
