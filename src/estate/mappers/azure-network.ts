import type { Filter, SecurityGroup } from '../../azure/nsg.ts';
import { AddressSet, type Family, parsePrefix } from '../../azure/prefixes.ts';
import { internetRouting, type RouteTable, type Routing } from '../../azure/routes.ts';
import type { Sender } from '../../azure/security-rules.ts';
import { asBool, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { type Reason, reasonsIn, uniteReasons } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type {
  AzureInterface,
  AzureInventory,
  AzureSecurityGroup,
  AzureSubnet,
  IpConfiguration,
  Link,
} from './azure-inventory.ts';
import { Directory, type Joined, keyOf } from './azure-joins.ts';
import { LooseParts } from './azure-loose-parts.ts';

/** One way out of a machine: an address configuration of an interface, and what stands in its way. */
export interface WayOut {
  readonly configuration: IpConfiguration | undefined;
  readonly filters: readonly Filter[];
  readonly sender: Sender;
  readonly routing: Routing;
}

const privateText = (address: string): string =>
  `${address} gives no default outbound access, and exvet does not judge NAT gateways, public IPs and load balancers yet`;

/** The networks of a deployment: who is behind which security group and route table. */
export class AzureNetwork {
  readonly #interfaces: Directory<AzureInterface>;
  readonly #subnets: Directory<AzureSubnet>;
  readonly #groups: Directory<AzureSecurityGroup & { readonly filter: SecurityGroup }>;
  readonly #tables: Directory<{ key: string; resource: Resource; table: RouteTable }>;
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
        const { key, resource, routes, moreRoutes } = owner;
        const table: RouteTable = {
          address: resource.address,
          range: resource.range,
          routes: [...routes, ...parts],
          moreRoutes: uniteReasons([moreRoutes, doubts]),
        };
        return { key, resource, table };
      }),
    );
  }

  interface(id: Value): Joined<AzureInterface> {
    return this.#interfaces.find(id);
  }

  /** One way a configuration; a machine may send from each of them. */
  waysOut(nic: AzureInterface): WayOut[] {
    const own = this.#filterAt(nic.group, 'interface-group', nic.key);
    const ways = nic.configurations.map(configuration => this.#wayOut(nic, own, configuration));
    if (nic.moreConfigurations !== undefined) {
      ways.push(this.#hiddenWay(own, nic.moreConfigurations.reasons));
    } else if (ways.length === 0) {
      const text = `${nic.address} states no IP configuration`;
      ways.push(this.#hiddenWay(own, [{ kind: 'error', text, range: nic.range }]));
    }
    return ways;
  }

  #wayOut(nic: AzureInterface, own: Filter, configuration: IpConfiguration): WayOut {
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
    const routing = this.#routing(found, key);
    return {
      configuration,
      filters: [own, filter],
      sender: this.#sender(nic, configuration, found, why, routing.hasDefaultRoute),
      routing,
    };
  }

  #hiddenWay(own: Filter, reasons: readonly Reason[]): WayOut {
    return {
      configuration: undefined,
      filters: [own, { kind: 'unknown', reasons }],
      sender: {
        addresses: undefined,
        addressReasons: reasons,
        families: [4],
        groups: new Set(),
        groupReasons: reasons,
        network: AddressSet.none,
        hasDefaultRoute: false,
      },
      routing: internetRouting(undefined),
    };
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
    return { kind: 'unknown', reasons: uniteReasons(doubts.map(tieReasons)) };
  }

  #routing(subnet: AzureSubnet | undefined, key: string | undefined): Routing {
    const routing = this.#routes(subnet, key);
    const outbound = subnet?.defaultOutbound === undefined ? undefined : asBool(subnet.defaultOutbound);
    if (outbound === undefined || (outbound.kind === 'bool' && outbound.value)) return routing;
    const address = subnet?.resource.address ?? '';
    const reasons: readonly Reason[] =
      outbound.kind === 'unknown' ? outbound.reasons : [{ kind: 'unsupported', text: privateText(address) }];
    return { ...routing, direct: AddressSet.none, reasons: uniteReasons([routing.reasons, reasons]) };
  }

  #routes(subnet: AzureSubnet | undefined, key: string | undefined): Routing {
    const id = subnet?.routeTable ?? this.#linkTo('subnet-routes', key)?.to;
    if (id === undefined) return internetRouting(undefined);
    const table = this.#tables.find(id);
    if (table.kind === 'found') return internetRouting(table.item.table);
    const routing = internetRouting(undefined);
    return { ...routing, direct: AddressSet.none, reasons: table.reasons };
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

function tieReasons({ from, resource }: Link): readonly Reason[] {
  const text = `${resource.address} may tie a security group to it`;
  return [{ kind: 'input', text, range: resource.range }, ...(from === undefined ? [] : reasonsIn([from]))];
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
