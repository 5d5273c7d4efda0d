import { defaultAt, nullValue, stringValue } from '../../value/make.ts';
import { readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress, textWithGaps } from '../../value/resource-id.ts';
import type { Value } from '../../value/value.ts';
import type { AzureInventory } from './azure-inventory.ts';
import { elementsAt } from './azure-lists.ts';

/** The Microsoft.Network resources that traffic leaves a network by, but for firewalls. */

type Reader = (resource: Resource, inventory: AzureInventory) => void;

export const RESOURCE_MANAGER_EGRESS: Readonly<Record<string, Reader>> = {
  'Microsoft.Network/virtualNetworks/virtualNetworkPeerings': (resource, to) =>
    readPeering(resource, resource.body, ownerOf(resource), to),
  'Microsoft.Network/natGateways': readNatGateway,
  'Microsoft.Network/loadBalancers': readLoadBalancer,
  'Microsoft.Network/loadBalancers/backendAddressPools': readBackendPool,
  'Microsoft.Network/virtualNetworkGateways': readGateway,
  'Microsoft.Network/virtualHubs/hubVirtualNetworkConnections': readHubConnection,
  'Microsoft.Network/networkManagers/networkGroups/staticMembers': readStaticMember,
  'Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections': readAdminCollection,
  'Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections/rules': readAdminRule,
};

const ANY_CASE = { ignoreCase: true } as const;

const read = (from: Value | undefined, ...path: (string | number)[]): Value | undefined =>
  from === undefined ? undefined : readPath(from, path, ANY_CASE);

const nameOf = (resource: Resource): Value =>
  read(resource.body, 'name') ?? nullValue(defaultAt(resource.range));

/** The key of the resource that a child belongs to. */
const ownerOf = (resource: Resource): string =>
  resource.parent ?? canonicalAddress(resource.address).split('/').slice(0, -2).join('/');

/** A property of each element of a list; of an unknown list it stands for them. */
const each = (from: Value | undefined, list: readonly string[], ...path: string[]): readonly Value[] =>
  elementsAt(from, list, ANY_CASE).flatMap(element => read(element, ...path) ?? []);

/** Peerings may stand in the network's own properties. */
export function ownPeerings(network: Resource, inventory: AzureInventory): void {
  const { elements } = readElements(network.body, ['properties', 'virtualNetworkPeerings'], ANY_CASE);
  for (const element of elements) readPeering(network, element, canonicalAddress(network.address), inventory);
}

function readPeering(
  resource: Resource,
  element: Value,
  networkKey: string,
  { egress }: AzureInventory,
): void {
  egress.peerings.push({
    resource,
    part: {
      resource,
      remote: read(element, 'properties', 'remoteVirtualNetwork', 'id'),
      usesRemoteGateways: read(element, 'properties', 'useRemoteGateways'),
    },
    ownerKey: networkKey,
    ownerName: undefined,
  });
}

function readNatGateway(resource: Resource, { egress }: AzureInventory): void {
  const properties = read(resource.body, 'properties');
  egress.natGateways.push({
    key: canonicalAddress(resource.address),
    resource,
    publicAddresses: [
      ...each(properties, ['publicIpAddresses'], 'id'),
      ...each(properties, ['publicIpPrefixes'], 'id'),
    ],
    network: read(properties, 'sourceVirtualNetwork', 'id'),
  });
}

function readLoadBalancer(resource: Resource, { egress }: AzureInventory): void {
  const key = canonicalAddress(resource.address);
  const properties = read(resource.body, 'properties');
  const { elements, more } = readElements(properties, ['frontendIPConfigurations'], ANY_CASE);
  egress.loadBalancers.push({
    key,
    resource,
    name: nameOf(resource),
    sku: read(resource.body, 'sku', 'name'),
    publicFrontends: elements.flatMap(
      element =>
        read(element, 'properties', 'publicIPAddress', 'id') ??
        read(element, 'properties', 'publicIPPrefix', 'id') ??
        [],
    ),
    moreFrontends: more?.reasons ?? [],
  });
  for (const pool of readElements(properties, ['backendAddressPools'], ANY_CASE).elements) {
    const name = textWithGaps(read(pool, 'name') ?? nameOf(resource)).toLowerCase();
    egress.backendPools.push({
      key: `${key}/backendaddresspools/${name}`,
      resource,
      balancer: undefined,
      balancerKey: key,
    });
  }
  for (const list of ['outboundRules', 'loadBalancingRules']) {
    for (const rule of readElements(properties, [list], ANY_CASE).elements)
      readBalancerRule(rule, resource, egress);
  }
}

function readBalancerRule(rule: Value, resource: Resource, egress: AzureInventory['egress']): void {
  const properties = read(rule, 'properties');
  const pool = read(properties, 'backendAddressPool', 'id');
  egress.balancerRules.push({
    resource,
    pools: [...(pool === undefined ? [] : [pool]), ...each(properties, ['backendAddressPools'], 'id')],
    protocol: read(properties, 'protocol'),
    outboundDisabled: read(properties, 'disableOutboundSnat'),
  });
}

function readBackendPool(resource: Resource, { egress }: AzureInventory): void {
  egress.backendPools.push({
    key: canonicalAddress(resource.address),
    resource,
    balancer: undefined,
    balancerKey: ownerOf(resource),
  });
}

function readGateway(resource: Resource, { egress }: AzureInventory): void {
  const properties = read(resource.body, 'properties');
  egress.gateways.push({
    key: canonicalAddress(resource.address),
    resource,
    subnets: each(properties, ['ipConfigurations'], 'properties', 'subnet', 'id'),
    type: read(properties, 'gatewayType'),
    bgp: read(properties, 'enableBgp'),
    defaultSite: read(properties, 'gatewayDefaultSite', 'id'),
  });
}

function readHubConnection(resource: Resource, { egress }: AzureInventory): void {
  const properties = read(resource.body, 'properties');
  egress.hubConnections.push({
    key: canonicalAddress(resource.address),
    resource,
    network: read(properties, 'remoteVirtualNetwork', 'id'),
    internetSecurity: read(properties, 'enableInternetSecurity'),
  });
}

function readStaticMember(resource: Resource, { egress }: AzureInventory): void {
  const network = read(resource.body, 'properties', 'resourceId');
  if (network === undefined) return;
  egress.networkGroupMembers.push({
    resource,
    part: network,
    ownerKey: ownerOf(resource),
    ownerName: undefined,
  });
}

function readAdminCollection(resource: Resource, { egress }: AzureInventory): void {
  egress.adminCollections.push({
    key: canonicalAddress(resource.address),
    resource,
    name: nameOf(resource),
    networkGroups: each(resource.body, ['properties', 'appliesToGroups'], 'networkGroupId'),
    configuration: undefined,
    configurationKey: ownerOf(resource),
  });
}

function readAdminRule(resource: Resource, { egress }: AzureInventory): void {
  const { range } = resource;
  const properties = read(resource.body, 'properties');
  const required = (property: string): Value => read(properties, property) ?? nullValue(defaultAt(range));
  const orAny = (values: readonly Value[]): readonly Value[] =>
    values.length > 0 ? values : [stringValue('*', defaultAt(range))];
  egress.adminRules.push({
    resource,
    part: {
      name: (textIn(read(resource.body, 'name')) ?? resource.address).split('/').at(-1) ?? '',
      range,
      priority: required('priority'),
      direction: required('direction'),
      access: required('access'),
      protocols: [required('protocol')],
      sourcePorts: orAny(elementsAt(properties, ['sourcePortRanges'], ANY_CASE)),
      destinationPorts: orAny(elementsAt(properties, ['destinationPortRanges'], ANY_CASE)),
      sources: orAny(each(properties, ['sources'], 'addressPrefix')),
      destinations: orAny(each(properties, ['destinations'], 'addressPrefix')),
      sourceGroups: [],
      destinationGroups: [],
      uncertain: resource.uncertain,
    },
    ownerKey: ownerOf(resource),
    ownerName: undefined,
  });
}
