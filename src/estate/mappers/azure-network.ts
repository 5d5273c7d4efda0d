import type { Exits, WayOut } from '../../azure/egress.ts';
import type { Filter, SecurityGroup } from '../../azure/nsg.ts';
import { inSeries, notTold, oneOf, openTo, type Passage } from '../../azure/passage.ts';
import type { TrafficEnd } from '../../azure/peer-traffic.ts';
import { AddressSet, type Family, INTERNET, parsePrefix } from '../../azure/prefixes.ts';
import {
  type Hop,
  handOverReasons,
  type RouteInForce,
  type RouteTable,
  type Routing,
  routing,
} from '../../azure/routes.ts';
import type { Connection, Sender } from '../../azure/security-rules.ts';
import { boolValue, defaultAt } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { type Reason, reasonsIn, uniteReasons, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { AzureAdminRules } from './azure-admin-rules.ts';
import { AzureFirewalls } from './azure-firewalls.ts';
import type {
  AzureInterface,
  AzureInventory,
  AzureSecurityGroup,
  AzureSubnet,
  AzureVirtualNetwork,
  IpConfiguration,
  Link,
} from './azure-inventory.ts';
import { Directory, type Joined, keyOf } from './azure-joins.ts';
import { learnedRoutes } from './azure-learned-routes.ts';
import { LooseParts } from './azure-loose-parts.ts';
import { AzureOutbound, type Outbound } from './azure-outbound.ts';
import { AzureVirtualNetworks } from './azure-virtual-networks.ts';

/** A way out of a machine: an address configuration of an interface, and what stands in its way. */
export interface InterfaceWay extends WayOut {
  /** Whether mail leaves by something that the template declares for it. A bool; absent when a route drops all. */
  readonly explicit: Value | undefined;
}

/** The networks of a deployment: who is behind which security group and route table. */
export class AzureNetwork {
  readonly #interfaces: Directory<AzureInterface>;
  readonly #subnets: Directory<AzureSubnet>;
  readonly #groups: Directory<AzureSecurityGroup & { readonly filter: SecurityGroup }>;
  readonly #tables: Directory<{
    key: string;
    resource: Resource;
    table: RouteTable;
    noLearned: Value | undefined;
  }>;
  readonly #networks: AzureVirtualNetworks;
  readonly #adminRules: AzureAdminRules;
  readonly #firewalls: AzureFirewalls;
  readonly #outbound: AzureOutbound;
  /** Ties by their kind and the key of their own end. */
  readonly #links: ReadonlyMap<string, readonly Link[]>;
  /** Ties whose own end is not known, or is one of several instances. */
  readonly #vagueLinks: readonly Link[];

  constructor(inventory: AzureInventory) {
    this.#interfaces = new Directory('network interface', inventory.interfaces);
    this.#subnets = new Directory('subnet', inventory.subnets);
    this.#links = linksByEnd(inventory.links);
    this.#vagueLinks = inventory.links.filter(isVague);
    const looseRules = new LooseParts(inventory.looseRules, inventory.groups);
    const looseRoutes = new LooseParts(inventory.looseRoutes, inventory.routeTables);
    this.#groups = new Directory(
      'network security group',
      inventory.groups.map(group => {
        const { parts, doubts } = looseRules.of(group);
        const filter: SecurityGroup = {
          kind: 'group',
          address: group.resource.address,
          range: group.resource.range,
          rules: [...group.rules, ...parts],
          moreRules: uniteReasons([group.moreRules, doubts]),
        };
        return { ...group, filter };
      }),
    );
    this.#tables = new Directory(
      'route table',
      inventory.routeTables.map(owner => {
        const { parts, doubts } = looseRoutes.of(owner);
        const { key, resource, routes, moreRoutes, noLearnedRoutes: noLearned } = owner;
        const table: RouteTable = {
          address: resource.address,
          range: resource.range,
          routes: [...routes, ...parts],
          moreRoutes: uniteReasons([moreRoutes, doubts]),
        };
        return { key, resource, table, noLearned };
      }),
    );
    this.#networks = new AzureVirtualNetworks(inventory, this.#subnets);
    this.#adminRules = new AzureAdminRules(inventory);
    this.#firewalls = new AzureFirewalls(inventory, this.#subnets);
    this.#outbound = new AzureOutbound(inventory);
  }

  interface(id: Value): Joined<AzureInterface> {
    return this.#interfaces.find(id);
  }

  /** The ends of traffic with other machines of the network, one a configuration. */
  endsOf(nic: AzureInterface): TrafficEnd[] {
    const own = this.#filterAt(nic.group, 'interface-group', nic.key);
    return nic.configurations.map(configuration => {
      const { adminRules, filters, sender } = this.#wayOut(nic, own, configuration);
      const subnet =
        configuration.subnet === undefined ? undefined : this.#subnets.find(configuration.subnet);
      const found = subnet?.kind === 'found' ? subnet.item : undefined;
      const id = found?.routeTable ?? this.#linkTo('subnet-routes', found?.key)?.to;
      const table = id === undefined ? undefined : this.#tables.find(id);
      const network = found === undefined ? undefined : this.#networks.of(found);
      const prefixes = network?.addressSpace.map(prefix => prefixSet([prefix]).set) ?? [];
      return {
        adminRules,
        filters,
        sender,
        routeTable: table?.kind === 'found' ? table.item.table : undefined,
        space: prefixes,
      };
    });
  }

  /** One way a configuration; a machine may send from each of them. */
  waysOut(nic: AzureInterface): InterfaceWay[] {
    const own = this.#filterAt(nic.group, 'interface-group', nic.key);
    const ways = nic.configurations.map(configuration => this.#wayOut(nic, own, configuration));
    if (nic.moreConfigurations !== undefined) {
      ways.push(this.#hiddenWay(own, nic.moreConfigurations.reasons, nic));
    } else if (ways.length === 0) {
      const text = `${nic.address} states no IP configuration`;
      ways.push(this.#hiddenWay(own, [{ kind: 'error', text, range: nic.range }], nic));
    }
    return ways;
  }

  #wayOut(nic: AzureInterface, own: Filter, configuration: IpConfiguration): InterfaceWay {
    const { subnet: id } = configuration;
    const subnet = id === undefined ? undefined : this.#subnets.find(id);
    const found = subnet?.kind === 'found' ? subnet.item : undefined;
    const key = found?.key ?? (id === undefined ? undefined : keyOf(id));
    const why = subnet?.kind === 'unknown' ? subnet.reasons : noSubnet(nic);
    const atSubnet = this.#linkTo('subnet-group', key) ?? found?.group;
    const filter: Filter =
      found === undefined && atSubnet === undefined
        ? { kind: 'unknown', reasons: why }
        : this.#filterAt(found?.group, 'subnet-group', key);
    const network = found === undefined ? undefined : this.#networks.of(found);
    const { routing, noLearned } = this.#routes(found, key, why);
    const sender = this.#sender(nic, configuration, found, why, routing.hasDefaultRoute);
    const outbound = found === undefined ? undefined : this.#outboundOf(nic, configuration, found, network);
    return {
      adminRules: this.#adminRules.of(network),
      filters: [own, filter],
      sender,
      routing,
      exits: this.#exits(sender, outbound, why, network, noLearned),
      explicit: explicitWay(routing, outbound, why, nic, learnedRoutes(network, noLearned, this.#networks)),
    };
  }

  #hiddenWay(own: Filter, reasons: readonly Reason[], nic: AzureInterface): InterfaceWay {
    const sender: Sender = {
      addresses: undefined,
      addressReasons: reasons,
      families: [4],
      groups: new Set(),
      groupReasons: reasons,
      network: AddressSet.none,
      hasDefaultRoute: false,
    };
    return {
      adminRules: this.#adminRules.of(undefined),
      filters: [own, { kind: 'unknown', reasons }],
      sender,
      routing: routing(undefined),
      exits: this.#exits(sender, undefined, reasons, undefined, undefined),
      explicit: unknown(reasons, defaultAt(nic.range)),
    };
  }

  #outboundOf(
    nic: AzureInterface,
    configuration: IpConfiguration,
    subnet: AzureSubnet,
    network: AzureVirtualNetwork | undefined,
  ): Outbound {
    const natGateway = subnet.natGateway ?? this.#linkTo('subnet-nat', subnet.key)?.to;
    return this.#outbound.of(nic, configuration, subnet, natGateway, network?.key ?? subnet.networkKey);
  }

  /** What is behind the next hops from one address. `why` the subnet is not known, when it is not. */
  #exits(
    sender: Sender,
    outbound: Outbound | undefined,
    why: readonly Reason[],
    network: AzureVirtualNetwork | undefined,
    noLearned: Value | undefined,
  ): Exits {
    const targetsOf = ({ targets }: Connection): AddressSet => targets.ofFamilies(sender.families);
    const internet = (connection: Connection): Passage =>
      outbound?.passage(targetsOf(connection)) ?? notTold(targetsOf(connection), why);
    return {
      internet,
      system: connection => {
        const learned = learnedRoutes(network, noLearned, this.#networks);
        const direct = internet(connection);
        return learned.length === 0 ? direct : oneOf(direct, notTold(targetsOf(connection), learned));
      },
      appliance: (route, connection) => this.#throughAppliance(route, sender, connection),
    };
  }

  #throughAppliance(route: RouteInForce, sender: Sender, connection: Connection): Passage {
    const targets = connection.targets.ofFamilies(sender.families);
    const firewall = this.#firewalls.at(route.route.nextHopAddress);
    if (firewall === undefined) return notTold(targets, applianceReasons(route));
    const passage = this.#firewalls.passage(firewall, sender, connection);
    const onward = this.#firewalls
      .subnetsOf(firewall)
      .flatMap(subnet => this.#routes(subnet, subnet.key, []).routing.legs)
      .flatMap(({ hop, addresses }) => (addresses.overlaps(targets) ? onwardReasons(hop) : []));
    return onward.length === 0
      ? passage
      : inSeries(passage, oneOf(openTo(targets), notTold(targets, onward)));
  }

  #linkTo(kind: Link['kind'], key: string | undefined): Link | undefined {
    return key === undefined ? undefined : this.#links.get(linkKey(kind, key))?.[0];
  }

  /** The group at an interface or subnet: stated there, or by a resource that ties the two. */
  #filterAt(stated: Value | undefined, kind: Link['kind'], key: string | undefined): Filter {
    const link = this.#linkTo(kind, key);
    const id = stated ?? link?.to;
    if (id !== undefined) {
      const group = this.#groups.find(id);
      if (group.kind === 'unknown') return group;
      const doubt = link?.resource.uncertain ?? [];
      return doubt.length > 0 ? { kind: 'unknown', reasons: doubt } : group.item.filter;
    }
    const doubts = this.#vagueLinks.filter(other => other.kind === kind && mayTie(other, key));
    if (doubts.length === 0) return { kind: 'none' };
    return {
      kind: 'unknown',
      reasons: uniteReasons(doubts.map(link => tieReasons(link, 'a security group'))),
    };
  }

  /** The routes of a subnet, and whether it keeps out those that gateways learn. */
  #routes(
    subnet: AzureSubnet | undefined,
    key: string | undefined,
    why: readonly Reason[],
  ): { readonly routing: Routing; readonly noLearned: Value | undefined } {
    const id = subnet?.routeTable ?? this.#linkTo('subnet-routes', key)?.to;
    const system = routing(undefined);
    if (id === undefined) {
      const doubts = this.#vagueLinks.filter(link => link.kind === 'subnet-routes' && mayTie(link, key));
      const open =
        subnet === undefined ? why : uniteReasons(doubts.map(link => tieReasons(link, 'a route table')));
      return { routing: open.length === 0 ? system : doubtful(system, open), noLearned: undefined };
    }
    const table = this.#tables.find(id);
    return table.kind === 'found'
      ? { routing: routing(table.item.table), noLearned: table.item.noLearned }
      : { routing: doubtful(system, table.reasons), noLearned: undefined };
  }

  #sender(
    nic: AzureInterface,
    configuration: IpConfiguration,
    subnet: AzureSubnet | undefined,
    why: readonly Reason[],
    hasDefaultRoute: boolean,
  ): Sender {
    const groups = [
      ...configuration.groups,
      ...(this.#links.get(linkKey('interface-application-group', nic.key)) ?? []).flatMap(
        ({ to }) => to ?? [],
      ),
    ];
    const keys = groups.map(group => ({ group, key: keyOf(group) }));
    const families: Family[] = textIn(configuration.version)?.toLowerCase() === 'ipv6' ? [6] : [4];
    const prefixes = prefixSet(subnet?.prefixes ?? []);
    const own = textIn(configuration.address);
    const range = own === undefined ? undefined : parsePrefix(own);
    const doubts = subnet === undefined ? why : prefixes.reasons;
    return {
      addresses:
        range !== undefined
          ? AddressSet.of(range)
          : doubts.length > 0 || prefixes.set.isEmpty
            ? undefined
            : prefixes.set,
      addressReasons: range !== undefined ? [] : doubts,
      families,
      groups: new Set(keys.flatMap(({ key }) => key ?? [])),
      groupReasons: reasonsIn(keys.filter(({ key }) => key === undefined).map(({ group }) => group)),
      network: prefixes.set,
      hasDefaultRoute,
    };
  }
}

const linkKey = (kind: Link['kind'], key: string | undefined): string => `${kind} ${key ?? ''}`;

function linksByEnd(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const byEnd = new Map<string, Link[]>();
  for (const link of links) {
    const key = linkKey(link.kind, ownEnd(link));
    const others = byEnd.get(key);
    if (others === undefined) byEnd.set(key, [link]);
    else others.push(link);
  }
  return byEnd;
}

const ownEnd = ({ from }: Link): string | undefined => (from === undefined ? undefined : keyOf(from));

const isVague = (link: Link): boolean =>
  link.from?.kind === 'unknown' &&
  (ownEnd(link) === undefined || link.from.reference?.instanceUnknown === true);

/** A tie whose own end is not known may be to anything. */
function mayTie(link: Link, key: string | undefined): boolean {
  const own = ownEnd(link);
  return own === undefined || (key !== undefined && key.startsWith(`${own}[`));
}

function tieReasons({ from, resource }: Link, what: string): readonly Reason[] {
  const text = `${resource.address} may tie ${what} to it`;
  return [{ kind: 'input', text, range: resource.range }, ...(from === undefined ? [] : reasonsIn([from]))];
}

/** Routes that may also be others. */
const doubtful = (known: Routing, reasons: readonly Reason[]): Routing => ({
  ...known,
  alternatives: [...known.alternatives, { kind: 'unknown', reasons }],
});

function applianceReasons(route: RouteInForce): readonly Reason[] {
  const address = route.route.nextHopAddress;
  const unnamed = address?.kind === 'unknown' && address.reference === undefined;
  return uniteReasons([
    handOverReasons(route, 'an appliance or firewall, whose rules decide'),
    unnamed ? address.reasons : [],
  ]);
}

/** Why it cannot be told what becomes of what a firewall lets out, when it does not leave by its own address. */
function onwardReasons(hop: Hop): readonly Reason[] {
  switch (hop.kind) {
    case 'system':
    case 'internet':
      return [];
    case 'unknown':
      return hop.reasons;
    default:
      return handOverReasons(hop, 'another place, behind the firewall');
  }
}

const ALL_BUT_PRIVATE = INTERNET.ofFamilies([4]);

function explicitWay(
  { legs, alternatives }: Routing,
  outbound: Outbound | undefined,
  why: readonly Reason[],
  nic: AzureInterface,
  learned: readonly Reason[],
): Value | undefined {
  const hops = legs.filter(({ addresses }) => addresses.overlaps(ALL_BUT_PRIVATE)).map(({ hop }) => hop);
  const handedOn = hops.find(({ kind }) => kind === 'appliance' || kind === 'gateway');
  if (handedOn !== undefined && 'route' in handedOn) return boolValue(true, handedOn.route.nextHop.origin);
  if (hops.length > 0 && hops.every(({ kind }) => kind === 'dropped')) return undefined;
  if (outbound === undefined) return unknown(why, defaultAt(nic.range));
  const { explicit } = outbound;
  const doubts = [...hops, ...alternatives].flatMap(hop =>
    hop.kind === 'unknown' ? hop.reasons : hop.kind === 'system' ? learned : [],
  );
  const isOpen = doubts.length > 0 && explicit.kind === 'bool' && !explicit.value;
  return isOpen ? unknown(doubts, explicit.origin) : explicit;
}

const noSubnet = (nic: AzureInterface): readonly Reason[] => [
  { kind: 'error', text: `${nic.address} names no subnet`, range: nic.range },
];

function prefixSet(prefixes: readonly Value[]): { set: AddressSet; reasons: readonly Reason[] } {
  const ranges = prefixes.flatMap(prefix => {
    const text = textIn(prefix);
    return text === undefined ? [] : (parsePrefix(text) ?? []);
  });
  return { set: AddressSet.of(...ranges), reasons: reasonsIn(prefixes) };
}
