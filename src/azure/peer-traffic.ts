import type { Origin } from '../value/origin.ts';
import { type Reason, uniteReasons } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import type { AdminRule, Filter, SecurityGroup } from './nsg.ts';
import { AddressSet, parsePrefix } from './prefixes.ts';
import type { RouteTable } from './routes.ts';
import { type OrderedRule, priorityOf, ruleText } from './rule-walk.ts';
import {
  endMatch,
  entriesOf,
  type Match,
  maybe,
  portRange,
  type SecurityRule,
  type Sender,
  statedOnly,
  textMatch,
  YES,
} from './security-rules.ts';
import { TrafficSet } from './traffic-set.ts';

/**
 * What keeps machines of connected networks from each other: security rules that deny before the default
 * rules allow all traffic within the network, and routes that lead it through a device. Sources as in `nsg.ts`
 * and `routes.ts`: a security group filters traffic within a subnet too; a user-defined route for a part of the
 * network is used when its prefix is as long as that of the network's own route, or longer.
 */

/** One end of the traffic. */
export interface TrafficEnd {
  readonly adminRules: readonly AdminRule[];
  readonly filters: readonly Filter[];
  /** Its addresses and groups. */
  readonly sender: Sender;
  readonly routeTable: RouteTable | undefined;
  /** The address space of its virtual network, prefix by prefix. */
  readonly space: readonly AddressSet[];
}

/** What restricts traffic; nothing when neither is set. */
export interface Restriction {
  readonly by?: { readonly text: string; readonly origin: Origin };
  /** Reasons for which something may restrict it. */
  readonly reasons: readonly Reason[];
}

const FREE: Restriction = { reasons: [] };

/** What restricts `wanted` from one machine to another, all on its way together. */
export function restrictionBetween(from: TrafficEnd, to: TrafficEnd, wanted: TrafficSet): Restriction {
  return together([
    filtered(from, from, to, 'outbound', wanted),
    routed(from, to),
    filtered(to, from, to, 'inbound', wanted),
  ]);
}

/** What surely restricts it counts before what may. */
function together(all: readonly Restriction[]): Restriction {
  return (
    all.find(({ by }) => by !== undefined) ?? { reasons: uniteReasons(all.map(({ reasons }) => reasons)) }
  );
}

function filtered(
  at: TrafficEnd,
  from: TrafficEnd,
  to: TrafficEnd,
  direction: 'inbound' | 'outbound',
  wanted: TrafficSet,
): Restriction {
  const admin = at.adminRules.map(
    ({ rule, address }): OrderedRule => ({
      rule,
      order: priorityOf(rule),
      text: `security admin rule '${rule.name}' (${address})`,
    }),
  );
  const { alwaysAllowed, ...first } = walk(admin.sort(byOrder), from, to, direction, wanted);
  if (first.by !== undefined) return first;
  const left = wanted.subtract(alwaysAllowed);
  return together([first, ...at.filters.map(filter => throughFilter(filter, from, to, direction, left))]);
}

function throughFilter(
  filter: Filter,
  from: TrafficEnd,
  to: TrafficEnd,
  direction: 'inbound' | 'outbound',
  wanted: TrafficSet,
): Restriction {
  if (filter.kind === 'none') return FREE;
  if (filter.kind === 'unknown') return { reasons: filter.reasons };
  const restriction = walk(rulesInOrder(filter), from, to, direction, wanted);
  return restriction.by === undefined
    ? { reasons: uniteReasons([restriction.reasons, filter.moreRules]) }
    : restriction;
}

const byOrder = (a: OrderedRule, b: OrderedRule): number => (a.order ?? -1) - (b.order ?? -1);

/** The rules of a group are walked for every pair of machines behind it. */
const ordered = new WeakMap<SecurityGroup, readonly OrderedRule[]>();

function rulesInOrder(group: SecurityGroup): readonly OrderedRule[] {
  const known = ordered.get(group);
  if (known !== undefined) return known;
  const rules = group.rules
    .map((rule): OrderedRule => ({ rule, order: priorityOf(rule), text: ruleText(rule, group.address) }))
    .sort(byOrder);
  ordered.set(group, rules);
  return rules;
}

type EndMatches = WeakMap<Sender, Match>;
const matches = new WeakMap<SecurityRule, Readonly<Record<'source' | 'destination', EndMatches>>>();

/** Whether a machine is an end of a rule: asked once for each of them, and not for each pair. */
function matchOf(rule: SecurityRule, end: 'source' | 'destination', machine: Sender): Match {
  const own = matches.get(rule) ?? { source: new WeakMap(), destination: new WeakMap() };
  matches.set(rule, own);
  const known = own[end].get(machine);
  if (known !== undefined) return known;
  const match = endMatch(rule, end, machine);
  own[end].set(machine, match);
  return match;
}

interface Walked extends Restriction {
  readonly alwaysAllowed: TrafficSet;
}

/** Takes from what is wanted what earlier rules surely allow, until one denies some of the rest. */
function walk(
  rules: readonly OrderedRule[],
  { sender: from }: TrafficEnd,
  { sender: to }: TrafficEnd,
  direction: 'inbound' | 'outbound',
  wanted: TrafficSet,
): Walked {
  let remaining = wanted;
  let maybeAllowed = TrafficSet.none;
  let alwaysAllowed = TrafficSet.none;
  const allowDoubts: (readonly Reason[])[] = [];
  const denyDoubts: (readonly Reason[])[] = [];
  for (const { rule, order, text } of rules) {
    const conditions = [
      textMatch(rule.direction, written => written === direction),
      matchOf(rule, 'source', from),
      matchOf(rule, 'destination', to),
      order === undefined ? maybe(rule.priority.kind === 'unknown' ? rule.priority.reasons : []) : YES,
      rule.uncertain === undefined ? YES : maybe(rule.uncertain),
    ];
    if (conditions.some(({ holds }) => holds === 'no')) continue;
    const traffic = trafficOf(rule);
    const hit = traffic.possible.intersect(remaining);
    if (hit.isEmpty) continue;
    const why = uniteReasons([...conditions.map(({ reasons }) => reasons), traffic.reasons]);
    const isSure = conditions.every(({ holds }) => holds === 'yes');
    const sure = isSure ? traffic.sure.intersect(remaining) : TrafficSet.none;
    const access = rule.access.kind === 'string' ? rule.access.value.trim().toLowerCase() : undefined;
    if (access === 'allow' || access === 'alwaysallow') {
      remaining = remaining.subtract(sure);
      maybeAllowed = maybeAllowed.unite(hit.subtract(sure));
      if (access === 'alwaysallow') alwaysAllowed = alwaysAllowed.unite(sure);
      allowDoubts.push(why);
    } else if (access === 'deny' && !sure.subtract(maybeAllowed).isEmpty) {
      return { by: { text, origin: rule.place ?? rule.access.origin }, reasons: [], alwaysAllowed };
    } else {
      const own = rule.access.kind === 'unknown' ? rule.access.reasons : [];
      const before = hit.intersect(maybeAllowed).isEmpty ? [] : allowDoubts;
      denyDoubts.push(uniteReasons([why, own, ...before]));
    }
  }
  return { reasons: uniteReasons(denyDoubts), alwaysAllowed };
}

/** The traffic that a rule surely concerns and that it may. */
function trafficOf(rule: SecurityRule): {
  readonly sure: TrafficSet;
  readonly possible: TrafficSet;
  readonly reasons: readonly Reason[];
} {
  const reasons: (readonly Reason[])[] = [];
  const protocols = rule.protocols.map(protocol => protocolTraffic(protocol, reasons));
  const open = reasons.length > 0;
  const ports = portsTraffic(statedOnly(rule.destinationPorts), reasons);
  const possible = protocols
    .reduce((set, next) => set.unite(next), open ? TrafficSet.all : TrafficSet.none)
    .intersect(reasons.length > 0 && ports.isEmpty ? TrafficSet.all : ports);
  // A rule for some source ports concerns a part of every connection's possible ports: it may match or not.
  const isAnySource = statedOnly(rule.sourcePorts).every(
    port => port.kind === 'string' && ['*', '0-65535', '1-65535', 'any'].includes(port.value.toLowerCase()),
  );
  return {
    sure: reasons.length === 0 && isAnySource ? possible : TrafficSet.none,
    possible: reasons.length > 0 ? TrafficSet.all : possible,
    reasons: uniteReasons(reasons),
  };
}

function protocolTraffic(protocol: Value, reasons: (readonly Reason[])[]): TrafficSet {
  if (protocol.kind === 'unknown') reasons.push(protocol.reasons);
  if (protocol.kind !== 'string') return TrafficSet.none;
  const text = protocol.value.trim().toLowerCase();
  if (text === '*' || text === 'any') return TrafficSet.all;
  return TrafficSet.of(text === 'tcp' || text === 'udp' || text === 'icmp' ? text : 'other');
}

function portsTraffic(ports: readonly Value[], reasons: (readonly Reason[])[]): TrafficSet {
  let set = TrafficSet.none;
  for (const port of ports) {
    if (port.kind === 'unknown') reasons.push(port.reasons);
    if (port.kind !== 'string' && port.kind !== 'number') continue;
    for (const entry of entriesOf(String(port.value))) {
      const range = portRange(entry);
      if (range === undefined) continue;
      // What has no ports is concerned by rules for all of them.
      const isAll = range.first <= 1 && range.last === 65_535;
      set = isAll
        ? TrafficSet.all
        : set
            .unite(TrafficSet.of('tcp', range.first, range.last))
            .unite(TrafficSet.of('udp', range.first, range.last));
    }
  }
  return set;
}

/** A route of the sender's subnet that leads traffic for the other machine elsewhere. */
function routed({ routeTable }: TrafficEnd, { sender, space }: TrafficEnd): Restriction {
  const { addresses } = sender;
  if (routeTable === undefined || addresses === undefined || addresses.isEmpty) return FREE;
  const network = space.find(prefix => prefix.contains(addresses));
  if (network === undefined) return FREE;
  const doubts: (readonly Reason[])[] = routeTable.moreRoutes.length > 0 ? [routeTable.moreRoutes] : [];
  const found = routeTable.routes.flatMap(route => {
    if (route.prefix.kind === 'unknown') doubts.push(route.prefix.reasons);
    const range = route.prefix.kind === 'string' ? parsePrefix(route.prefix.value) : undefined;
    const prefix = range === undefined ? AddressSet.none : AddressSet.of(range);
    return prefix.contains(addresses) && prefix.count <= network.count
      ? [{ route, count: prefix.count }]
      : [];
  });
  const [best] = found.sort((a, b) => (a.count < b.count ? -1 : 1));
  if (best === undefined) return { reasons: uniteReasons(doubts) };
  const { nextHop, name, uncertain } = best.route;
  const text = `route '${name}' of ${routeTable.address}`;
  const hop = nextHop.kind === 'string' ? nextHop.value.toLowerCase() : undefined;
  if (hop === 'vnetlocal') return { reasons: uniteReasons(doubts) };
  if (uncertain !== undefined) doubts.push(uncertain);
  if (nextHop.kind === 'unknown') doubts.push(nextHop.reasons);
  if (doubts.length > 0) return { reasons: uniteReasons(doubts) };
  const what = hop === 'none' ? 'drops it' : 'leads it through another device';
  return { by: { text: `${text} ${what}`, origin: nextHop.origin }, reasons: [] };
}

/** Whether security rules keep everyone from a TCP port of a machine. */
export function isPortClosed({ filters, sender }: TrafficEnd, port: number): Restriction {
  for (const filter of filters) {
    if (filter.kind === 'none') continue;
    if (filter.kind === 'unknown') return { reasons: filter.reasons };
    const restriction = closedFor(filter.rules, filter.address, sender, port);
    if (restriction.by !== undefined || restriction.reasons.length > 0) return restriction;
  }
  return FREE;
}

function closedFor(
  rules: readonly SecurityRule[],
  address: string,
  machine: Sender,
  port: number,
): Restriction {
  const wanted = TrafficSet.of('tcp', port, port);
  const byPriority = [...rules].sort((a, b) => (priorityOf(a) ?? -1) - (priorityOf(b) ?? -1));
  for (const rule of byPriority) {
    const conditions = [
      textMatch(rule.direction, text => text === 'inbound'),
      endMatch(rule, 'destination', machine),
    ];
    if (conditions.some(({ holds }) => holds === 'no')) continue;
    const traffic = trafficOf(rule);
    if (traffic.possible.intersect(wanted).isEmpty) continue;
    // Someone is let in, or may be.
    if (!/^deny$/i.test(rule.access.kind === 'string' ? rule.access.value : '')) return FREE;
    const all = rule.sources.some(({ kind, ...source }) =>
      kind === 'string' && 'value' in source
        ? ['*', '0.0.0.0/0', 'any'].includes(String(source.value))
        : false,
    );
    if (!all || conditions.some(({ holds }) => holds !== 'yes') || traffic.sure.isEmpty) continue;
    if (rule.uncertain !== undefined || priorityOf(rule) === undefined) continue;
    return { by: { text: ruleText(rule, address), origin: rule.access.origin }, reasons: [] };
  }
  return FREE;
}
