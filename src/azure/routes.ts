import type { SourceRange } from '../source/range.ts';
import { type Reason, reasonsIn, uniteReasons } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { AddressSet, INTERNET, parsePrefix } from './prefixes.ts';
import { tagKind } from './service-tags.ts';

/**
 * Where a subnet's user-defined routes send traffic for the Internet. Source: Microsoft Learn, "Virtual
 * network traffic routing": the longest matching prefix wins; without a route Azure's own default sends it
 * to the Internet.
 */

export interface Route {
  readonly name: string;
  readonly range: SourceRange;
  /** A prefix or a service tag. */
  readonly prefix: Value;
  /** `VirtualNetworkGateway`, `VnetLocal`, `Internet`, `VirtualAppliance`, `None`. */
  readonly nextHop: Value;
  readonly uncertain?: readonly Reason[] | undefined;
}

export interface RouteTable {
  readonly address: string;
  readonly range: SourceRange;
  readonly routes: readonly Route[];
  readonly moreRoutes: readonly Reason[];
}

export interface Routing {
  /** Internet addresses to which traffic surely leaves by the Internet. */
  readonly direct: AddressSet;
  /** Internet addresses to which it may leave. */
  readonly possible: AddressSet;
  readonly reasons: readonly Reason[];
  /** The route that drops the most, when one does. */
  readonly drop: Route | undefined;
  readonly hasDefaultRoute: boolean;
}

const NO_ROUTES: Routing = {
  direct: INTERNET,
  possible: INTERNET,
  reasons: [],
  drop: undefined,
  hasDefaultRoute: false,
};

interface PlacedRoute {
  readonly route: Route;
  readonly addresses: AddressSet;
}

/** Judges the routes of a table, or of none. */
export function internetRouting(table: RouteTable | undefined): Routing {
  if (table === undefined) return NO_ROUTES;
  const placed: PlacedRoute[] = [];
  const unplaced: (readonly Reason[])[] = table.moreRoutes.length > 0 ? [table.moreRoutes] : [];
  for (const route of table.routes) {
    const range = route.prefix.kind === 'string' ? parsePrefix(route.prefix.value) : undefined;
    if (range !== undefined) placed.push({ route, addresses: AddressSet.of(range) });
    else if (!isServiceTag(route.prefix)) unplaced.push(placeReasons(route));
  }
  const hasDefaultRoute = placed.some(({ addresses }) => addresses.contains(ALL_IPV4));
  const walked = walkRoutes(placed, table);
  // A route whose prefix is unknown may be more exact than any other.
  if (unplaced.length === 0) return { ...walked, hasDefaultRoute };
  const reasons = uniteReasons([...unplaced, walked.reasons]);
  return { direct: AddressSet.none, possible: INTERNET, reasons, drop: walked.drop, hasDefaultRoute };
}

const ALL_IPV4 = AddressSet.from('0.0.0.0/0');

/** The longest prefix, which holds the fewest addresses, comes first. */
function walkRoutes(placed: readonly PlacedRoute[], table: RouteTable): Omit<Routing, 'hasDefaultRoute'> {
  const ordered = [...placed].sort((a, b) => Number(a.addresses.count - b.addresses.count));
  const reasons: (readonly Reason[])[] = [];
  let left = INTERNET;
  let direct = AddressSet.none;
  let dropped = AddressSet.none;
  let drop: Route | undefined;
  for (const { route, addresses } of ordered) {
    const own = addresses.intersect(left);
    if (own.isEmpty) continue;
    const end = destinationOf(route, table);
    if (end === 'internet') direct = direct.unite(own);
    else if (end === 'dropped') {
      dropped = dropped.unite(own);
      drop = route;
    } else reasons.push(end);
    left = left.subtract(own);
  }
  return {
    direct: direct.unite(left),
    possible: INTERNET.subtract(dropped),
    reasons: uniteReasons(reasons),
    drop,
  };
}

/** Routes for Microsoft's services do not concern mail to other domains; see `service-tags.ts`. */
const isServiceTag = (prefix: Value): boolean =>
  prefix.kind === 'string' && ['service', 'none'].includes(tagKind(prefix.value) ?? '');

function placeReasons({ name, prefix, range }: Route): readonly Reason[] {
  if (prefix.kind === 'unknown') return prefix.reasons;
  return [{ kind: 'unsupported', text: `route '${name}' has a prefix that cannot be judged`, range }];
}

function destinationOf(route: Route, table: RouteTable): 'internet' | 'dropped' | readonly Reason[] {
  if (route.uncertain !== undefined) return route.uncertain;
  const hop = route.nextHop;
  const text = hop.kind === 'string' ? hop.value.toLowerCase() : undefined;
  if (text === 'internet') return 'internet';
  if (text === 'none') return 'dropped';
  // A public prefix that is routed inside the network does not leave it.
  if (text === 'vnetlocal') return 'dropped';
  const place = `route '${route.name}' of ${table.address}`;
  const clause = (what: string): readonly Reason[] => [
    { kind: 'unsupported', text: `${place} sends the traffic to ${what}`, range: route.range },
  ];
  if (text === 'virtualappliance') return clause('an appliance or firewall, whose rules decide');
  if (text === 'virtualnetworkgateway')
    return clause('the virtual network gateway, whose other side decides');
  return hop.kind === 'unknown' ? reasonsIn([hop]) : clause('an unknown next hop');
}
