import type { Route } from '../../azure/routes.ts';
import type { SecurityRule } from '../../azure/security-rules.ts';
import type { SourceRange } from '../../source/range.ts';
import { boolValue, defaultAt, nullValue, stringValue } from '../../value/make.ts';
import { asBool, readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { Value } from '../../value/value.ts';
import type { AzureInventory, IpConfiguration, Link } from './azure-inventory.ts';
import { bothForms, elementsAt } from './azure-lists.ts';
import { AZURERM_EGRESS } from './azurerm-egress.ts';
import { AZURERM_FIREWALL } from './azurerm-firewall.ts';

/** The network resources of azurerm; see `azurerm.ts`. */

type Reader = (resource: Resource, inventory: AzureInventory) => void;

export const AZURERM_NETWORK: Readonly<Record<string, Reader>> = {
  azurerm_network_interface: readInterface,
  azurerm_network_interface_security_group_association: (resource, to) =>
    readLink('interface-group', resource, 'network_interface_id', 'network_security_group_id', to),
  azurerm_network_interface_application_security_group_association: (resource, to) =>
    readLink(
      'interface-application-group',
      resource,
      'network_interface_id',
      'application_security_group_id',
      to,
    ),
  azurerm_subnet_network_security_group_association: (resource, to) =>
    readLink('subnet-group', resource, 'subnet_id', 'network_security_group_id', to),
  azurerm_subnet_route_table_association: (resource, to) =>
    readLink('subnet-routes', resource, 'subnet_id', 'route_table_id', to),
  azurerm_subnet_nat_gateway_association: (resource, to) =>
    readLink('subnet-nat', resource, 'subnet_id', 'nat_gateway_id', to),
  azurerm_nat_gateway_public_ip_association: (resource, to) =>
    readLink('nat-address', resource, 'nat_gateway_id', 'public_ip_address_id', to),
  azurerm_nat_gateway_public_ip_prefix_association: (resource, to) =>
    readLink('nat-address', resource, 'nat_gateway_id', 'public_ip_prefix_id', to),
  azurerm_network_interface_backend_address_pool_association: (resource, to) =>
    readLink('interface-pool', resource, 'network_interface_id', 'backend_address_pool_id', to),
  azurerm_network_security_group: readSecurityGroup,
  azurerm_network_security_rule: readSecurityRule,
  azurerm_virtual_network: readVirtualNetwork,
  azurerm_virtual_network_dns_servers: readNetworkDns,
  azurerm_subnet: readSubnet,
  azurerm_route_table: readRouteTable,
  azurerm_route: readRoute,
  azurerm_application_security_group: () => undefined,
  ...AZURERM_EGRESS,
  ...AZURERM_FIREWALL,
};

const nameOf = (from: Value, resource: Resource): Value =>
  readPath(from, ['name']) ?? stringValue(resource.label ?? '', defaultAt(resource.range));

const firstOf = (from: Value, ...attributes: readonly string[]): Value | undefined =>
  attributes.map(attribute => readPath(from, [attribute])).find(value => value !== undefined);

function readInterface(resource: Resource, inventory: AzureInventory): void {
  const configurations = readElements(resource.body, ['ip_configuration']);
  inventory.interfaces.push({
    key: resource.address,
    resource,
    address: resource.address,
    range: resource.range,
    name: nameOf(resource.body, resource),
    // Before version 2 of the provider the interface named its group itself.
    group: readPath(resource.body, ['network_security_group_id']),
    dnsServers: readPath(resource.body, ['dns_servers']),
    configurations: configurations.elements.map(ipConfiguration),
    moreConfigurations: configurations.more,
  });
}

function ipConfiguration(block: Value): IpConfiguration {
  const read = (attribute: string): Value | undefined => readPath(block, [attribute]);
  return {
    range: block.origin.range,
    subnet: read('subnet_id'),
    allocation: read('private_ip_address_allocation'),
    address: read('private_ip_address'),
    version: read('private_ip_address_version'),
    groups: [],
    publicAddress: read('public_ip_address_id'),
    // Before version 2 of the provider the interface named its pools itself.
    pools: elementsAt(block, ['load_balancer_backend_address_pools_ids']),
  };
}

function readLink(
  kind: Link['kind'],
  resource: Resource,
  from: string,
  to: string,
  inventory: AzureInventory,
): void {
  inventory.links.push({
    kind,
    resource,
    from: readPath(resource.body, [from]),
    to: readPath(resource.body, [to]),
  });
}

function readSecurityGroup(resource: Resource, inventory: AzureInventory): void {
  const { elements, more } = readElements(resource.body, ['security_rule']);
  inventory.groups.push({
    key: resource.address,
    resource,
    name: nameOf(resource.body, resource),
    rules: elements.map(rule => securityRule(rule, rule.origin.range)),
    moreRules: more?.reasons ?? [],
  });
}

function readSecurityRule(resource: Resource, inventory: AzureInventory): void {
  const rule = securityRule(resource.body, resource.range);
  inventory.looseRules.push({
    resource,
    part: { ...rule, uncertain: resource.uncertain },
    ownerKey: undefined,
    ownerName: readPath(resource.body, ['network_security_group_name']),
  });
}

function securityRule(from: Value, range: SourceRange): SecurityRule {
  // A required attribute that is left out is an error of the configuration, which null stands for.
  const required = (attribute: string): Value => readPath(from, [attribute]) ?? nullValue(defaultAt(range));
  return {
    name: textIn(readPath(from, ['name'])) ?? '…',
    range,
    priority: required('priority'),
    direction: required('direction'),
    access: required('access'),
    protocols: [required('protocol')],
    sourcePorts: bothForms(from, 'source_port_range', 'source_port_ranges'),
    destinationPorts: bothForms(from, 'destination_port_range', 'destination_port_ranges'),
    sources: bothForms(from, 'source_address_prefix', 'source_address_prefixes'),
    destinations: bothForms(from, 'destination_address_prefix', 'destination_address_prefixes'),
    sourceGroups: elementsAt(from, ['source_application_security_group_ids']),
    destinationGroups: elementsAt(from, ['destination_application_security_group_ids']),
  };
}

/** Subnets may stand in the network's own block, and are then referred to as `subnet[0].id` of it. */
function readVirtualNetwork(resource: Resource, inventory: AzureInventory): void {
  const { elements } = readElements(resource.body, ['subnet']);
  elements.forEach((subnet, index) =>
    inventory.subnets.push({
      key: `${resource.address}.subnet[${index}]`,
      resource,
      networkKey: resource.address,
      networkName: undefined,
      natGateway: undefined,
      prefixes: bothForms(subnet, 'address_prefix', 'address_prefixes'),
      group: readPath(subnet, ['security_group']),
      routeTable: readPath(subnet, ['route_table_id']),
      defaultOutbound: readPath(subnet, ['default_outbound_access_enabled']),
    }),
  );
  inventory.virtualNetworks.push({
    key: resource.address,
    resource,
    name: nameOf(resource.body, resource),
    addressSpace: elementsAt(resource.body, ['address_space']),
    dnsServers: readPath(resource.body, ['dns_servers']),
  });
}

function readNetworkDns(resource: Resource, inventory: AzureInventory): void {
  inventory.networkDns.push({
    resource,
    network: readPath(resource.body, ['virtual_network_id']),
    dnsServers: readPath(resource.body, ['dns_servers']),
  });
}

function readSubnet(resource: Resource, inventory: AzureInventory): void {
  inventory.subnets.push({
    key: resource.address,
    resource,
    networkKey: undefined,
    networkName: firstOf(resource.body, 'virtual_network_name', 'virtual_network_id'),
    natGateway: undefined,
    prefixes: bothForms(resource.body, 'address_prefix', 'address_prefixes'),
    // Before version 2 of the provider the subnet named both itself; version 5 has write-only forms.
    group: firstOf(resource.body, 'network_security_group_id_wo', 'network_security_group_id'),
    routeTable: firstOf(resource.body, 'route_table_id_wo', 'route_table_id'),
    defaultOutbound: readPath(resource.body, ['default_outbound_access_enabled']),
  });
}

function readRouteTable(resource: Resource, inventory: AzureInventory): void {
  const { elements, more } = readElements(resource.body, ['route']);
  inventory.routeTables.push({
    key: resource.address,
    resource,
    name: nameOf(resource.body, resource),
    routes: elements.map(element => route(element, element.origin.range)),
    moreRoutes: more?.reasons ?? [],
    noLearnedRoutes: noLearnedRoutes(resource),
  });
}

/** Version 4 of the provider says whether they come in; before, the attribute said whether they do not. */
function noLearnedRoutes(resource: Resource): Value | undefined {
  const enabled = readPath(resource.body, ['bgp_route_propagation_enabled']);
  if (enabled === undefined) return readPath(resource.body, ['disable_bgp_route_propagation']);
  const known = asBool(enabled);
  return known.kind === 'bool' ? boolValue(!known.value, known.origin) : known;
}

function readRoute(resource: Resource, inventory: AzureInventory): void {
  inventory.looseRoutes.push({
    resource,
    part: { ...route(resource.body, resource.range), uncertain: resource.uncertain },
    ownerKey: undefined,
    ownerName: readPath(resource.body, ['route_table_name']),
  });
}

function route(from: Value, range: SourceRange): Route {
  const required = (attribute: string): Value => readPath(from, [attribute]) ?? nullValue(defaultAt(range));
  return {
    name: textIn(readPath(from, ['name'])) ?? '…',
    range,
    prefix: required('address_prefix'),
    nextHop: required('next_hop_type'),
    nextHopAddress: readPath(from, ['next_hop_in_ip_address']),
  };
}
