import { type Reason, uniteReasons } from '../value/unknown.ts';
import { type AdminRule, type Filter, filterPassage } from './nsg.ts';
import {
  anyOf,
  closedBy,
  type Decision,
  inSeries,
  NO_PASSAGE,
  notTold,
  type OpenHost,
  oneOf,
  type Passage,
  within,
} from './passage.ts';
import { type AddressSet, INTERNET } from './prefixes.ts';
import { type Hop, handOverReasons, type RouteInForce, type Routing } from './routes.ts';
import { type Connection, type Sender, sourcePortsToTry } from './security-rules.ts';

/**
 * Which Internet addresses a machine reaches on a TCP port: through the security admin rules and the security
 * groups, along the routes of its subnet, and out through what the next hop leads to.
 */

/** One way out of a machine, and what stands in it. */
export interface WayOut {
  readonly adminRules: readonly AdminRule[];
  readonly filters: readonly Filter[];
  readonly sender: Sender;
  readonly routing: Routing;
  readonly exits: Exits;
}

/** What is behind the next hops. */
export interface Exits {
  /** Where no user-defined route says anything: a gateway may have learned one. */
  system(connection: Connection): Passage;
  /** Out of Azure, through a public address of some kind. */
  internet(connection: Connection): Passage;
  appliance(route: RouteInForce, connection: Connection): Passage;
}

export interface Reach {
  /** Addresses that are surely reached. */
  readonly open: AddressSet;
  /** Addresses that may be reached; those of `open` among them. */
  readonly possible: AddressSet;
  /** What would decide about those that are not sure. Empty when nothing is in doubt. */
  readonly reasons: readonly Reason[];
  readonly decisions: readonly Decision[];
  /** Hosts that may be reached by name, besides. */
  readonly hosts: readonly OpenHost[];
}

/** What of the Internet is reached on a TCP port. */
export function internetReach(way: WayOut, port: number): Reach {
  const { sender, routing } = way;
  const targets = INTERNET.subtract(sender.network);
  const egress = egressPassage(routing, way.exits, {
    port,
    sourcePort: sourcePortsToTry([])[0] ?? 0,
    targets,
  });
  return inSight(filtersPassage(way, port, targets), egress);
}

/** What of some private addresses the security rules let through; how they are routed is not asked. */
export function privateReach(way: WayOut, port: number, targets: AddressSet): Reach {
  const all = { ...NO_PASSAGE, open: targets, possible: targets };
  return inSight(filtersPassage(way, port, targets), all);
}

function filtersPassage(way: WayOut, port: number, targets: AddressSet): Passage {
  const { filters, adminRules, sender } = way;
  const rules = [
    ...adminRules.map(({ rule }) => rule),
    ...filters.flatMap(filter => (filter.kind === 'group' ? filter.rules : [])),
  ];
  // A destination counts as open when there is a source port with which traffic gets there.
  return sourcePortsToTry(rules)
    .map(sourcePort => filterPassage(adminRules, filters, sender, { sourcePort, port, targets }))
    .reduce(anyOf, NO_PASSAGE);
}

function inSight(filters: Passage, egress: Passage): Reach {
  // What is further on the way is named first where both say the same.
  const { open, possible, decisions, doubts, hosts } = inSeries(egress, filters);
  const inDoubt = possible.subtract(open);
  return {
    open,
    possible,
    reasons: uniteReasons(
      doubts.filter(({ addresses }) => addresses.overlaps(inDoubt)).map(({ reasons }) => reasons),
    ),
    decisions,
    hosts,
  };
}

function egressPassage({ legs, alternatives }: Routing, exits: Exits, connection: Connection): Passage {
  const routed = legs
    .map(({ addresses, hop }) => {
      const own = addresses.intersect(connection.targets);
      return own.isEmpty ? NO_PASSAGE : within(exitOf(hop, exits, connection), own);
    })
    .reduce(anyOf, NO_PASSAGE);
  return alternatives.map(hop => exitOf(hop, exits, connection)).reduce(oneOf, routed);
}

function exitOf(hop: Hop, exits: Exits, connection: Connection): Passage {
  switch (hop.kind) {
    case 'system':
      return exits.system(connection);
    case 'internet':
      return exits.internet(connection);
    case 'appliance':
      return exits.appliance(hop, connection);
    case 'dropped':
      return closedBy({
        allows: false,
        addresses: connection.targets,
        text: `${hop.text} drops it`,
        origin: hop.route.nextHop.origin,
        isDefault: false,
      });
    case 'gateway':
      return notTold(
        connection.targets,
        handOverReasons(hop, 'the virtual network gateway, whose other side decides'),
      );
    case 'unknown':
      return notTold(connection.targets, hop.reasons);
  }
}
