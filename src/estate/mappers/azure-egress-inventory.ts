import type { RuleCollection } from '../../azure/firewall.ts';
import type { SecurityRule } from '../../azure/security-rules.ts';
import type { Resource } from '../../value/resource.ts';
import type { Reason } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { Declared, Loose } from './azure-inventory.ts';

/** The Azure resources that traffic leaves a network by, as both languages declare them; see `azure-inventory.ts`. */
export interface EgressInventory {
  readonly peerings: Loose<AzurePeering>[];
  readonly natGateways: AzureNatGateway[];
  readonly loadBalancers: AzureLoadBalancer[];
  readonly backendPools: AzureBackendPool[];
  readonly balancerRules: AzureBalancerRule[];
  readonly gateways: AzureGateway[];
  readonly hubConnections: AzureHubConnection[];
  readonly firewalls: AzureFirewall[];
  readonly firewallPolicies: AzureFirewallPolicy[];
  /** Classic network rule collections that stand outside their firewall. */
  readonly looseCollections: Loose<FirewallCollection>[];
  readonly collectionGroups: Loose<AzureCollectionGroup>[];
  readonly ipGroups: AzureIpGroup[];
  readonly looseIpGroupPrefixes: Loose<Value>[];
  readonly adminCollections: AzureAdminCollection[];
  readonly adminRules: Loose<SecurityRule>[];
  readonly networkGroupMembers: Loose<Value>[];
  /** Configurations of a network manager that are put in force. Ids; an unknown one may stand for several. */
  readonly deployedConfigurations: Value[];
}

export const emptyEgress = (): EgressInventory => ({
  peerings: [],
  natGateways: [],
  loadBalancers: [],
  backendPools: [],
  balancerRules: [],
  gateways: [],
  hubConnections: [],
  firewalls: [],
  firewallPolicies: [],
  looseCollections: [],
  collectionGroups: [],
  ipGroups: [],
  looseIpGroupPrefixes: [],
  adminCollections: [],
  adminRules: [],
  networkGroupMembers: [],
  deployedConfigurations: [],
});

export interface AzurePeering {
  readonly resource: Resource;
  readonly remote: Value | undefined;
  /** A bool. */
  readonly usesRemoteGateways: Value | undefined;
}

export interface AzureNatGateway extends Declared {
  /** Ids of public addresses and prefixes. */
  readonly publicAddresses: readonly Value[];
  /** The network all of whose subnets use it. An id. */
  readonly network: Value | undefined;
}

export interface AzureLoadBalancer extends Declared {
  readonly name: Value;
  /** `Basic`, `Standard`. */
  readonly sku: Value | undefined;
  /** What gives a frontend a public address: its id, or an unknown. */
  readonly publicFrontends: readonly Value[];
  /** Reasons for which it may have other frontends. */
  readonly moreFrontends: readonly Reason[];
}

export interface AzureBackendPool extends Declared {
  readonly balancer: Value | undefined;
  readonly balancerKey: string | undefined;
}

/** An outbound rule, or a load-balancing rule, which gives outbound connections too unless it says otherwise. */
export interface AzureBalancerRule {
  readonly resource: Resource;
  readonly pools: readonly Value[];
  /** `Tcp`, `Udp`, `All`. */
  readonly protocol: Value | undefined;
  /** A bool. */
  readonly outboundDisabled: Value | undefined;
}

/** A virtual network gateway. */
export interface AzureGateway extends Declared {
  /** Subnets of its addresses. Ids. */
  readonly subnets: readonly Value[];
  /** `Vpn`, `ExpressRoute`. */
  readonly type: Value | undefined;
  /** It learns routes by BGP. A bool. */
  readonly bgp: Value | undefined;
  /** The site to which it sends all traffic that nothing else matches. An id. */
  readonly defaultSite: Value | undefined;
}

export interface AzureHubConnection extends Declared {
  readonly network: Value | undefined;
  /** The hub may give the network a route for all addresses. A bool. */
  readonly internetSecurity: Value | undefined;
}

export interface AzureFirewall extends Declared {
  readonly name: Value;
  readonly subnets: readonly Value[];
  /** Private addresses that are known. Strings. */
  readonly addresses: readonly Value[];
  readonly policy: Value | undefined;
  /** Classic collections in its own block. */
  readonly collections: readonly FirewallCollection[];
  readonly moreCollections: readonly Reason[];
}

export interface AzureFirewallPolicy extends Declared {
  readonly base: Value | undefined;
}

/** A network rule collection whose IP groups are not looked up yet. */
export interface FirewallCollection extends Omit<RuleCollection, 'rules'> {
  readonly rules: readonly FirewallRule[];
}

export interface FirewallRule extends SecurityRule {
  /** Ids of IP groups. */
  readonly sourceIpGroups: readonly Value[];
  readonly destinationIpGroups: readonly Value[];
}

export interface AzureCollectionGroup {
  readonly resource: Resource;
  readonly priority: Value;
  readonly collections: readonly FirewallCollection[];
  readonly moreCollections: readonly Reason[];
}

export interface AzureIpGroup extends Declared {
  readonly name: Value;
  readonly addresses: readonly Value[];
}

/** A rule collection of a network manager, for groups of networks. */
export interface AzureAdminCollection extends Declared {
  readonly name: Value;
  readonly networkGroups: readonly Value[];
  readonly configuration: Value | undefined;
  readonly configurationKey: string | undefined;
}
