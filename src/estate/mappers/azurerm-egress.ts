import { defaultAt, stringValue } from '../../value/make.ts';
import { readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { Value } from '../../value/value.ts';
import type { AzureInventory } from './azure-inventory.ts';
import { bothForms, elementsAt } from './azure-lists.ts';

/** The azurerm resources that traffic leaves a network by, but for firewalls; see `azurerm.ts`. */

type Reader = (resource: Resource, inventory: AzureInventory) => void;

export const AZURERM_EGRESS: Readonly<Record<string, Reader>> = {
  azurerm_virtual_network_peering: readPeering,
  azurerm_nat_gateway: readNatGateway,
  azurerm_lb: readLoadBalancer,
  azurerm_lb_backend_address_pool: readBackendPool,
  azurerm_lb_outbound_rule: readBalancerRule,
  azurerm_lb_rule: readBalancerRule,
  azurerm_virtual_network_gateway: readGateway,
  azurerm_virtual_hub_connection: readHubConnection,
  azurerm_network_manager_admin_rule_collection: readAdminCollection,
  azurerm_network_manager_admin_rule: readAdminRule,
  azurerm_network_manager_static_member: readStaticMember,
  azurerm_network_manager_deployment: readDeployment,
};

/** The name that a resource states, which every azurerm resource must. */
export const statedName = (resource: Resource): Value =>
  readPath(resource.body, ['name']) ?? stringValue(resource.label ?? '', defaultAt(resource.range));

/** The values of one attribute in all blocks of a kind, and what stands for blocks that are not known. */
export function inBlocks(resource: Resource, block: string, attribute: string): readonly Value[] {
  return elementsAt(resource.body, [block]).flatMap(element => readPath(element, [attribute]) ?? []);
}

function readPeering(resource: Resource, { egress }: AzureInventory): void {
  egress.peerings.push({
    resource,
    part: {
      resource,
      remote: readPath(resource.body, ['remote_virtual_network_id']),
      usesRemoteGateways: readPath(resource.body, ['use_remote_gateways']),
    },
    ownerKey: undefined,
    ownerName: readPath(resource.body, ['virtual_network_name']),
  });
}

function readNatGateway(resource: Resource, { egress }: AzureInventory): void {
  egress.natGateways.push({
    key: resource.address,
    resource,
    // Before version 3 of the provider the gateway named its addresses itself.
    publicAddresses: [
      ...elementsAt(resource.body, ['public_ip_address_ids']),
      ...elementsAt(resource.body, ['public_ip_prefix_ids']),
    ],
    network: undefined,
  });
}

function readLoadBalancer(resource: Resource, { egress }: AzureInventory): void {
  const { elements, more } = readElements(resource.body, ['frontend_ip_configuration']);
  egress.loadBalancers.push({
    key: resource.address,
    resource,
    name: statedName(resource),
    sku: readPath(resource.body, ['sku']),
    publicFrontends: elements.flatMap(
      element =>
        readPath(element, ['public_ip_address_id']) ?? readPath(element, ['public_ip_prefix_id']) ?? [],
    ),
    moreFrontends: more?.reasons ?? [],
  });
}

function readBackendPool(resource: Resource, { egress }: AzureInventory): void {
  egress.backendPools.push({
    key: resource.address,
    resource,
    balancer: readPath(resource.body, ['loadbalancer_id']),
    balancerKey: undefined,
  });
}

function readBalancerRule(resource: Resource, { egress }: AzureInventory): void {
  egress.balancerRules.push({
    resource,
    pools: bothForms(resource.body, 'backend_address_pool_id', 'backend_address_pool_ids'),
    protocol: readPath(resource.body, ['protocol']),
    outboundDisabled: readPath(resource.body, ['disable_outbound_snat']),
  });
}

function readGateway(resource: Resource, { egress }: AzureInventory): void {
  const read = (attribute: string): Value | undefined => readPath(resource.body, [attribute]);
  egress.gateways.push({
    key: resource.address,
    resource,
    subnets: inBlocks(resource, 'ip_configuration', 'subnet_id'),
    type: read('type'),
    bgp: read('bgp_enabled') ?? read('enable_bgp'),
    defaultSite: read('default_local_network_gateway_id'),
  });
}

function readHubConnection(resource: Resource, { egress }: AzureInventory): void {
  egress.hubConnections.push({
    key: resource.address,
    resource,
    network: readPath(resource.body, ['remote_virtual_network_id']),
    internetSecurity: readPath(resource.body, ['internet_security_enabled']),
  });
}

function readAdminCollection(resource: Resource, { egress }: AzureInventory): void {
  egress.adminCollections.push({
    key: resource.address,
    resource,
    name: statedName(resource),
    networkGroups: elementsAt(resource.body, ['network_group_ids']),
    configuration: readPath(resource.body, ['security_admin_configuration_id']),
    configurationKey: undefined,
  });
}

function readAdminRule(resource: Resource, { egress }: AzureInventory): void {
  const { body, range } = resource;
  const required = (attribute: string): Value =>
    readPath(body, [attribute]) ?? stringValue('', defaultAt(range));
  const orAny = (values: readonly Value[]): readonly Value[] =>
    values.length > 0 ? values : [stringValue('*', defaultAt(range))];
  egress.adminRules.push({
    resource,
    part: {
      name: textIn(readPath(body, ['name'])) ?? '…',
      range,
      priority: required('priority'),
      direction: required('direction'),
      access: required('action'),
      protocols: [required('protocol')],
      sourcePorts: orAny(elementsAt(body, ['source_port_ranges'])),
      destinationPorts: orAny(elementsAt(body, ['destination_port_ranges'])),
      sources: orAny(inBlocks(resource, 'source', 'address_prefix')),
      destinations: orAny(inBlocks(resource, 'destination', 'address_prefix')),
      sourceGroups: [],
      destinationGroups: [],
      uncertain: resource.uncertain,
    },
    ownerKey: undefined,
    ownerName: readPath(body, ['admin_rule_collection_id']),
  });
}

function readStaticMember(resource: Resource, { egress }: AzureInventory): void {
  const network = readPath(resource.body, ['target_virtual_network_id']);
  if (network === undefined) return;
  egress.networkGroupMembers.push({
    resource,
    part: network,
    ownerKey: undefined,
    ownerName: readPath(resource.body, ['network_group_id']),
  });
}

function readDeployment(resource: Resource, { egress }: AzureInventory): void {
  if (resource.uncertain !== undefined) return;
  egress.deployedConfigurations.push(...elementsAt(resource.body, ['configuration_ids']));
}
