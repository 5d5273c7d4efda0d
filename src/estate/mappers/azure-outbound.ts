import { closedBy, type Decision, notTold, openTo, type Passage } from '../../azure/passage.ts';
import type { AddressSet } from '../../azure/prefixes.ts';
import { boolValue, defaultAt } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { asBool } from '../../value/read.ts';
import { resourceAddressOf } from '../../value/resource-id.ts';
import { type Reason, uniteReasons, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { AzureNatGateway } from './azure-egress-inventory.ts';
import type {
  AzureInterface,
  AzureInventory,
  AzureSubnet,
  IpConfiguration,
  Link,
} from './azure-inventory.ts';
import { Directory, keyOf } from './azure-joins.ts';
import { type Answer, AzureLoadBalancers } from './azure-load-balancers.ts';

/**
 * What gives a machine a public address to send from. Source: Microsoft Learn, "Default outbound access in
 * Azure" (2026-11): a NAT gateway on the subnet, a public address on the interface and outbound rules of a load
 * balancer are explicit; without any, the platform lends an address unless the subnet is private. Networks that
 * are made with API 2025-07-01 or later have private subnets unless they say otherwise; the change of the
 * default was announced for 30 September 2025 and took effect on 31 March 2026.
 */
export interface Outbound {
  /** Whether an explicit way out exists. A bool. */
  readonly explicit: Value;
  readonly passage: (targets: AddressSet) => Passage;
}

/** The first API version with which the subnets of a new network are private by default. */
const PRIVATE_BY_DEFAULT = '2025-07-01';

/** Something that may give an address. */
interface Source {
  readonly gives: Answer;
  readonly origin: Origin;
}

export class AzureOutbound {
  readonly #natGateways: Directory<AzureNatGateway>;
  readonly #networkGateways: readonly AzureNatGateway[];
  readonly #balancers: AzureLoadBalancers;
  readonly #links: readonly Link[];

  constructor(inventory: AzureInventory) {
    this.#natGateways = new Directory('NAT gateway', inventory.egress.natGateways);
    this.#networkGateways = inventory.egress.natGateways.filter(({ network }) => network !== undefined);
    this.#balancers = new AzureLoadBalancers(inventory);
    this.#links = inventory.links;
  }

  /** What an address configuration sends from; `natGateway` is the one that the subnet is tied to. */
  of(
    nic: AzureInterface,
    configuration: IpConfiguration,
    subnet: AzureSubnet,
    natGateway: Value | undefined,
    networkKey: string | undefined,
  ): Outbound {
    const sources: Source[] = [];
    const { publicAddress } = configuration;
    if (publicAddress !== undefined)
      sources.push({ gives: isThere(publicAddress), origin: publicAddress.origin });
    if (natGateway !== undefined) sources.push(this.#natSource(natGateway));
    for (const gateway of this.#networkGateways) {
      const { network } = gateway;
      if (network !== undefined && keyOf(network) === networkKey)
        sources.push(this.#addressesOf(gateway, network.origin));
    }
    let noDefault: Answer = false;
    for (const pool of this.#poolsOf(nic, configuration)) {
      const effect = this.#balancers.effectOf(pool);
      sources.push({ gives: effect.givesAddress, origin: pool.origin });
      if (noDefault !== true && effect.endsDefault !== false) noDefault = effect.endsDefault;
    }
    return outboundFrom(sources, lentAddress(subnet, noDefault), subnet);
  }

  #poolsOf(nic: AzureInterface, { pools }: IpConfiguration): readonly Value[] {
    const tied = this.#links.filter(
      ({ kind, from }) => kind === 'interface-pool' && from !== undefined && keyOf(from) === nic.key,
    );
    return [...pools, ...tied.flatMap(({ to }) => to ?? [])];
  }

  #natSource(id: Value): Source {
    const gateway = this.#natGateways.find(id);
    // One that is elsewhere is an explicit way out all the same; whether it has an address is not told.
    if (gateway.kind === 'unknown') return { gives: gateway.reasons, origin: id.origin };
    return this.#addressesOf(gateway.item, id.origin);
  }

  #addressesOf({ key, resource, publicAddresses }: AzureNatGateway, origin: Origin): Source {
    const tied = this.#links.filter(
      ({ kind, from }) => kind === 'nat-address' && from !== undefined && keyOf(from) === key,
    );
    const addresses = [...publicAddresses, ...tied.flatMap(({ to }) => to ?? [])];
    const answers = addresses.map(isThere);
    if (answers.includes(true)) return { gives: true, origin };
    const text = `${resource.address} has no public address in this deployment`;
    const none: readonly Reason[] = [{ kind: 'data', text, range: resource.range }];
    const doubts = answers.filter(answer => typeof answer !== 'boolean');
    return { gives: doubts.length > 0 ? uniteReasons(doubts) : none, origin };
  }
}

/** An id names something; what is not known may also be null. */
const isThere = (id: Value): Answer =>
  id.kind === 'unknown' && resourceAddressOf(id) === undefined ? id.reasons : true;

/** Whether the platform lends an address when nothing else gives one. */
function lentAddress({ defaultOutbound, resource }: AzureSubnet, noDefault: Answer): Answer {
  if (noDefault === true) return false;
  const stated = defaultOutbound === undefined ? undefined : asBool(defaultOutbound);
  if (stated?.kind === 'bool' && !stated.value) return false;
  if (stated?.kind === 'unknown') return stated.reasons;
  if (noDefault !== false) return noDefault;
  if (stated !== undefined || !isPrivateWhenNew(resource)) return true;
  const text = `${resource.address} is private by default if its network is new, and not if it is older: set defaultOutboundAccess`;
  return [{ kind: 'provider', text, range: resource.range }];
}

const isPrivateWhenNew = ({ language, apiVersion }: AzureSubnet['resource']): boolean =>
  language === 'arm' && apiVersion !== undefined && apiVersion.slice(0, 10) >= PRIVATE_BY_DEFAULT;

function outboundFrom(sources: readonly Source[], lent: Answer, subnet: AzureSubnet): Outbound {
  const sure = sources.find(({ gives }) => gives === true);
  const doubts = sources.flatMap(({ gives }) => (typeof gives === 'boolean' ? [] : [gives]));
  const place = subnet.defaultOutbound?.origin ?? defaultAt(subnet.resource.range);
  const explicit =
    sure !== undefined
      ? boolValue(true, sure.origin)
      : doubts.length > 0
        ? unknown(uniteReasons(doubts), place)
        : boolValue(false, place);
  const passage = (targets: AddressSet): Passage => {
    if (sure !== undefined || lent === true) return openTo(targets);
    const open = typeof lent === 'boolean' ? doubts : [...doubts, lent];
    return open.length > 0
      ? notTold(targets, uniteReasons(open))
      : closedBy(noWayOut(subnet, place, targets));
  };
  return { explicit, passage };
}

/** Why nothing gets out, in a clause. */
function noWayOut(subnet: AzureSubnet, origin: Origin, addresses: AddressSet): Decision {
  const { resource, key, defaultOutbound } = subnet;
  const address = resource.language === 'terraform' ? key : resource.address;
  const stated = defaultOutbound === undefined ? undefined : asBool(defaultOutbound);
  const isPrivate = stated?.kind === 'bool' && !stated.value;
  const why = isPrivate
    ? `${address} is a private subnet`
    : `a Standard load balancer ends default outbound access in ${address}`;
  return {
    allows: false,
    addresses,
    text: `${why}, and nothing else gives a way out`,
    origin,
    isDefault: false,
  };
}
