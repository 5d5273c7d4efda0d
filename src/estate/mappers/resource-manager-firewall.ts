import { defaultAt, nullValue } from '../../value/make.ts';
import { readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress } from '../../value/resource-id.ts';
import type { Value } from '../../value/value.ts';
import type { FirewallCollection, FirewallRule } from './azure-egress-inventory.ts';
import { firewallRule } from './azure-firewall-rule.ts';
import type { AzureInventory } from './azure-inventory.ts';
import { elementsAt } from './azure-lists.ts';

/** Azure Firewall as Resource Manager has it: classic rule collections and policies. */

type Reader = (resource: Resource, inventory: AzureInventory) => void;

export const RESOURCE_MANAGER_FIREWALL: Readonly<Record<string, Reader>> = {
  'Microsoft.Network/azureFirewalls': readFirewall,
  'Microsoft.Network/firewallPolicies': readPolicy,
  'Microsoft.Network/firewallPolicies/ruleCollectionGroups': readCollectionGroup,
  'Microsoft.Network/ipGroups': readIpGroup,
};

const ANY_CASE = { ignoreCase: true } as const;

const read = (from: Value | undefined, ...path: (string | number)[]): Value | undefined =>
  from === undefined ? undefined : readPath(from, path, ANY_CASE);

const listIn = (from: Value | undefined, property: string): readonly Value[] =>
  elementsAt(from, [property], ANY_CASE);

function readFirewall(resource: Resource, { egress }: AzureInventory): void {
  const properties = read(resource.body, 'properties');
  const configurations = listIn(properties, 'ipConfigurations');
  const { elements, more } = readElements(properties, ['networkRuleCollections'], ANY_CASE);
  egress.firewalls.push({
    key: canonicalAddress(resource.address),
    resource,
    name: read(resource.body, 'name') ?? nullValue(defaultAt(resource.range)),
    subnets: configurations.flatMap(element => read(element, 'properties', 'subnet', 'id') ?? []),
    addresses: configurations.flatMap(element => read(element, 'properties', 'privateIPAddress') ?? []),
    policy: read(properties, 'firewallPolicy', 'id'),
    collections: elements.map(element => collection(element, read(element, 'properties'), 'protocols')),
    moreCollections: more?.reasons ?? [],
  });
}

function readPolicy(resource: Resource, { egress }: AzureInventory): void {
  egress.firewallPolicies.push({
    key: canonicalAddress(resource.address),
    resource,
    base: read(resource.body, 'properties', 'basePolicy', 'id'),
  });
}

function readCollectionGroup(resource: Resource, { egress }: AzureInventory): void {
  const properties = read(resource.body, 'properties');
  const { elements, more } = readElements(properties, ['ruleCollections'], ANY_CASE);
  egress.collectionGroups.push({
    resource,
    part: {
      resource,
      priority: read(properties, 'priority') ?? nullValue(defaultAt(resource.range)),
      // A collection for NAT concerns traffic to the firewall itself.
      collections: elements
        .filter(element => !/nat/i.test(textIn(read(element, 'ruleCollectionType')) ?? ''))
        .map(element => collection(element, element, 'ipProtocols')),
      moreCollections: more?.reasons ?? [],
    },
    ownerKey: resource.parent ?? canonicalAddress(resource.address).split('/').slice(0, -2).join('/'),
    ownerName: undefined,
  });
}

/** `element` has the name; `properties`, which is the same in a policy, the rest. */
function collection(
  element: Value,
  properties: Value | undefined,
  protocols: 'protocols' | 'ipProtocols',
): FirewallCollection {
  const { range } = element.origin;
  const { elements, more } = readElements(properties, ['rules'], ANY_CASE);
  const own = protocols === 'protocols' ? elements : elements.filter(isNetworkRule);
  const priority = read(properties, 'priority') ?? nullValue(defaultAt(range));
  const action = read(properties, 'action', 'type') ?? nullValue(defaultAt(range));
  return {
    name: textIn(read(element, 'name')) ?? '…',
    range,
    priority,
    action,
    rules: own.map(rule => networkRule(rule, priority, action, protocols)),
    moreRules: more?.reasons ?? [],
  };
}

/** Of the rules of a policy's collection; classic collections are of one kind each. */
const isNetworkRule = (rule: Value): boolean =>
  (textIn(read(rule, 'ruleType'))?.toLowerCase() ?? 'networkrule') === 'networkrule';

const networkRule = (
  rule: Value,
  priority: Value,
  action: Value,
  protocols: 'protocols' | 'ipProtocols',
): FirewallRule =>
  firewallRule(
    rule,
    read(rule, 'name'),
    { priority, action },
    {
      protocols: listIn(rule, protocols),
      destinationPorts: listIn(rule, 'destinationPorts'),
      sources: listIn(rule, 'sourceAddresses'),
      destinations: listIn(rule, 'destinationAddresses'),
      hostNames: listIn(rule, 'destinationFqdns'),
      sourceIpGroups: listIn(rule, 'sourceIpGroups'),
      destinationIpGroups: listIn(rule, 'destinationIpGroups'),
    },
  );

function readIpGroup(resource: Resource, { egress }: AzureInventory): void {
  egress.ipGroups.push({
    key: canonicalAddress(resource.address),
    resource,
    name: read(resource.body, 'name') ?? nullValue(defaultAt(resource.range)),
    addresses: listIn(read(resource.body, 'properties'), 'ipAddresses'),
  });
}
