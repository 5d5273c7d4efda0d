import type { Route } from '../../azure/routes.ts';
import type { SecurityRule } from '../../azure/security-rules.ts';
import { defaultAt, nullValue, stringValue } from '../../value/make.ts';
import { readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress, textWithGaps } from '../../value/resource-id.ts';
import type { Value } from '../../value/value.ts';
import type { AzureInterface, AzureInventory, AzureSubnet, IpConfiguration } from './azure-inventory.ts';
import { bothForms, elementsAt } from './azure-lists.ts';
import { ownPeerings, RESOURCE_MANAGER_EGRESS } from './resource-manager-egress.ts';
import { RESOURCE_MANAGER_FIREWALL } from './resource-manager-firewall.ts';

/** The Microsoft.Network resources; see `resource-manager.ts`. */

type Reader = (resource: Resource, inventory: AzureInventory) => void;

export const RESOURCE_MANAGER_NETWORK: Readonly<Record<string, Reader>> = {
  'Microsoft.Network/networkInterfaces': (resource, to) => {
    to.interfaces.push(
      networkInterface(resource, {
        key: canonicalAddress(resource.address),
        address: resource.address,
        properties: read(resource.body, 'properties'),
        name: nameOf(resource.body, resource),
        inline: false,
      }),
    );
  },
  'Microsoft.Network/networkSecurityGroups': readSecurityGroup,
  'Microsoft.Network/networkSecurityGroups/securityRules': readSecurityRule,
  'Microsoft.Network/virtualNetworks': readVirtualNetwork,
  'Microsoft.Network/virtualNetworks/subnets': readSubnet,
  'Microsoft.Network/routeTables': readRouteTable,
  'Microsoft.Network/routeTables/routes': readRoute,
  'Microsoft.Network/applicationSecurityGroups': () => undefined,
  ...RESOURCE_MANAGER_EGRESS,
  ...RESOURCE_MANAGER_FIREWALL,
};

const ANY_CASE = { ignoreCase: true } as const;

const read = (from: Value | undefined, ...path: (string | number)[]): Value | undefined =>
  from === undefined ? undefined : readPath(from, path, ANY_CASE);

const nameOf = (from: Value, resource: Resource): Value =>
  read(from, 'name') ?? nullValue(defaultAt(resource.range));

/** The ids in a list of references; of an unknown list it stands for them. */
const idsAt = (from: Value | undefined, path: readonly string[]): readonly Value[] =>
  elementsAt(from, path, ANY_CASE).flatMap(element => read(element, 'id') ?? []);

interface InterfaceParts {
  readonly key: string;
  readonly address: string;
  readonly properties: Value | undefined;
  readonly name: Value;
  readonly inline: boolean;
}

function networkInterface(resource: Resource, parts: InterfaceParts): AzureInterface {
  const { elements, more } = readElements(parts.properties, ['ipConfigurations'], ANY_CASE);
  return {
    key: parts.key,
    resource,
    address: parts.address,
    range: parts.inline ? (parts.properties ?? resource.body).origin.range : resource.range,
    name: parts.name,
    group: read(parts.properties, 'networkSecurityGroup', 'id'),
    dnsServers: read(parts.properties, 'dnsSettings', 'dnsServers'),
    configurations: elements.map(ipConfiguration),
    moreConfigurations: more,
  };
}

/** Interfaces that a machine, or the profile of a scale set, declares itself, in `networkInterfaceConfigurations`. */
export function ownInterfaces(machine: Resource, profile: readonly string[]): AzureInterface[] {
  const { elements } = readElements(
    machine.body,
    [...profile, 'networkProfile', 'networkInterfaceConfigurations'],
    ANY_CASE,
  );
  return elements.map((element, index) =>
    networkInterface(machine, {
      key: `${canonicalAddress(machine.address)}/networkinterfaceconfigurations/${index}`,
      address: `${machine.address}/networkInterfaceConfigurations/${index}`,
      properties: read(element, 'properties'),
      name: nameOf(element, machine),
      inline: true,
    }),
  );
}

function ipConfiguration(element: Value): IpConfiguration {
  const property = (...path: string[]): Value | undefined => read(element, 'properties', ...path);
  return {
    range: element.origin.range,
    subnet: property('subnet', 'id'),
    allocation: property('privateIPAllocationMethod'),
    address: property('privateIPAddress'),
    version: property('privateIPAddressVersion'),
    groups: idsAt(element, ['properties', 'applicationSecurityGroups']),
    publicAddress: publicAddress(element),
    pools: idsAt(element, ['properties', 'loadBalancerBackendAddressPools']),
  };
}

/** Its id; of one that is declared in the machine itself what declares it. */
function publicAddress(element: Value): Value | undefined {
  const own = read(element, 'properties', 'publicIPAddressConfiguration');
  return read(element, 'properties', 'publicIPAddress', 'id') ?? own;
}

function readSecurityGroup(resource: Resource, inventory: AzureInventory): void {
  const { elements, more } = readElements(resource.body, ['properties', 'securityRules'], ANY_CASE);
  inventory.groups.push({
    key: canonicalAddress(resource.address),
    resource,
    name: nameOf(resource.body, resource),
    rules: elements.map(securityRule),
    moreRules: more?.reasons ?? [],
  });
}

function readSecurityRule(resource: Resource, inventory: AzureInventory): void {
  const rule = securityRule(resource.body);
  inventory.looseRules.push({
    resource,
    part: {
      ...rule,
      range: resource.range,
      name: lastSegment(resource),
      uncertain: resource.uncertain,
    },
    ownerKey: ownerKey(resource),
    ownerName: undefined,
  });
}

const lastSegment = (resource: Resource): string =>
  (textIn(read(resource.body, 'name')) ?? resource.address).split('/').at(-1) ?? '';
const ownerKey = (resource: Resource): string =>
  resource.parent ?? canonicalAddress(resource.address).split('/').slice(0, -2).join('/');

function securityRule(element: Value): SecurityRule {
  const properties = read(element, 'properties');
  const { range } = element.origin;
  const required = (property: string): Value => read(properties, property) ?? nullValue(defaultAt(range));
  return {
    name: textIn(read(element, 'name')) ?? '…',
    range,
    priority: required('priority'),
    direction: required('direction'),
    access: required('access'),
    protocols: [required('protocol')],
    sourcePorts: bothForms(properties, 'sourcePortRange', 'sourcePortRanges', ANY_CASE),
    destinationPorts: bothForms(properties, 'destinationPortRange', 'destinationPortRanges', ANY_CASE),
    sources: bothForms(properties, 'sourceAddressPrefix', 'sourceAddressPrefixes', ANY_CASE),
    destinations: bothForms(properties, 'destinationAddressPrefix', 'destinationAddressPrefixes', ANY_CASE),
    sourceGroups: idsAt(properties, ['sourceApplicationSecurityGroups']),
    destinationGroups: idsAt(properties, ['destinationApplicationSecurityGroups']),
  };
}

function readVirtualNetwork(resource: Resource, inventory: AzureInventory): void {
  const key = canonicalAddress(resource.address);
  ownPeerings(resource, inventory);
  const { elements } = readElements(resource.body, ['properties', 'subnets'], ANY_CASE);
  for (const [index, element] of elements.entries()) {
    const name = textWithGaps(nameOf(element, resource)).toLowerCase();
    inventory.subnets.push({
      ...subnet(resource, element),
      key: `${key}/subnets/${name}`,
      alias: `${key}.subnets[${index}]`,
      networkKey: key,
    });
  }
  inventory.virtualNetworks.push({
    key,
    resource,
    name: nameOf(resource.body, resource),
    addressSpace: elementsAt(resource.body, ['properties', 'addressSpace', 'addressPrefixes'], ANY_CASE),
    dnsServers: read(resource.body, 'properties', 'dhcpOptions', 'dnsServers'),
  });
}

function readSubnet(resource: Resource, inventory: AzureInventory): void {
  inventory.subnets.push(subnet(resource, resource.body));
}

function subnet(resource: Resource, element: Value): AzureSubnet {
  const properties = read(element, 'properties');
  return {
    key: canonicalAddress(resource.address),
    resource,
    networkKey: ownerKey(resource),
    networkName: undefined,
    natGateway: read(properties, 'natGateway', 'id'),
    prefixes: bothForms(properties, 'addressPrefix', 'addressPrefixes', ANY_CASE),
    group: read(properties, 'networkSecurityGroup', 'id'),
    routeTable: read(properties, 'routeTable', 'id'),
    defaultOutbound: read(properties, 'defaultOutboundAccess'),
  };
}

function readRouteTable(resource: Resource, inventory: AzureInventory): void {
  const { elements, more } = readElements(resource.body, ['properties', 'routes'], ANY_CASE);
  inventory.routeTables.push({
    key: canonicalAddress(resource.address),
    resource,
    name: nameOf(resource.body, resource),
    routes: elements.map(route),
    moreRoutes: more?.reasons ?? [],
    noLearnedRoutes: read(resource.body, 'properties', 'disableBgpRoutePropagation'),
  });
}

function readRoute(resource: Resource, inventory: AzureInventory): void {
  inventory.looseRoutes.push({
    resource,
    part: { ...route(resource.body), name: lastSegment(resource), uncertain: resource.uncertain },
    ownerKey: ownerKey(resource),
    ownerName: stringValue(lastSegment(resource), defaultAt(resource.range)),
  });
}

function route(element: Value): Route {
  const { range } = element.origin;
  const required = (property: string): Value =>
    read(element, 'properties', property) ?? nullValue(defaultAt(range));
  return {
    name: textIn(read(element, 'name')) ?? '…',
    range,
    prefix: required('addressPrefix'),
    nextHop: required('nextHopType'),
    nextHopAddress: read(element, 'properties', 'nextHopIpAddress'),
  };
}
