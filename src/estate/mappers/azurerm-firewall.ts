import type { SourceRange } from '../../source/range.ts';
import { defaultAt, nullValue } from '../../value/make.ts';
import { readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { Value } from '../../value/value.ts';
import type { FirewallCollection, FirewallRule } from './azure-egress-inventory.ts';
import { firewallRule } from './azure-firewall-rule.ts';
import type { AzureInventory } from './azure-inventory.ts';
import { elementsAt } from './azure-lists.ts';
import { inBlocks, statedName } from './azurerm-egress.ts';

/** Azure Firewall in azurerm: classic rule collections and policies. Mail can match network rules alone. */

type Reader = (resource: Resource, inventory: AzureInventory) => void;

export const AZURERM_FIREWALL: Readonly<Record<string, Reader>> = {
  azurerm_firewall: readFirewall,
  azurerm_firewall_network_rule_collection: readClassicCollection,
  azurerm_firewall_application_rule_collection: () => undefined,
  azurerm_firewall_nat_rule_collection: () => undefined,
  azurerm_firewall_policy: readPolicy,
  azurerm_firewall_policy_rule_collection_group: readCollectionGroup,
  azurerm_ip_group: readIpGroup,
  azurerm_ip_group_cidr: readIpGroupPrefix,
};

function readFirewall(resource: Resource, { egress }: AzureInventory): void {
  egress.firewalls.push({
    key: resource.address,
    resource,
    name: statedName(resource),
    subnets: inBlocks(resource, 'ip_configuration', 'subnet_id'),
    addresses: inBlocks(resource, 'ip_configuration', 'private_ip_address'),
    policy: readPath(resource.body, ['firewall_policy_id']),
    collections: [],
    moreCollections: [],
  });
}

function readClassicCollection(resource: Resource, { egress }: AzureInventory): void {
  const part = collection(resource.body, resource.range);
  egress.looseCollections.push({
    resource,
    part: { ...part, rules: part.rules.map(rule => ({ ...rule, uncertain: resource.uncertain })) },
    ownerKey: undefined,
    ownerName: readPath(resource.body, ['azure_firewall_name']),
  });
}

function readPolicy(resource: Resource, { egress }: AzureInventory): void {
  egress.firewallPolicies.push({
    key: resource.address,
    resource,
    base: readPath(resource.body, ['base_policy_id']),
  });
}

function readCollectionGroup(resource: Resource, { egress }: AzureInventory): void {
  const { elements, more } = readElements(resource.body, ['network_rule_collection']);
  egress.collectionGroups.push({
    resource,
    part: {
      resource,
      priority: readPath(resource.body, ['priority']) ?? nullValue(defaultAt(resource.range)),
      collections: elements.map(element => collection(element, element.origin.range)),
      moreCollections: more?.reasons ?? [],
    },
    ownerKey: undefined,
    ownerName: readPath(resource.body, ['firewall_policy_id']),
  });
}

function collection(from: Value, range: SourceRange): FirewallCollection {
  const { elements, more } = readElements(from, ['rule']);
  const required = (attribute: string): Value => readPath(from, [attribute]) ?? nullValue(defaultAt(range));
  const [priority, action] = [required('priority'), required('action')];
  return {
    name: textIn(readPath(from, ['name'])) ?? '…',
    range,
    priority,
    action,
    rules: elements.map(element => networkRule(element, priority, action)),
    moreRules: more?.reasons ?? [],
  };
}

const networkRule = (element: Value, priority: Value, action: Value): FirewallRule =>
  firewallRule(
    element,
    readPath(element, ['name']),
    { priority, action },
    {
      protocols: elementsAt(element, ['protocols']),
      destinationPorts: elementsAt(element, ['destination_ports']),
      sources: elementsAt(element, ['source_addresses']),
      destinations: elementsAt(element, ['destination_addresses']),
      hostNames: elementsAt(element, ['destination_fqdns']),
      sourceIpGroups: elementsAt(element, ['source_ip_groups']),
      destinationIpGroups: elementsAt(element, ['destination_ip_groups']),
    },
  );

function readIpGroup(resource: Resource, { egress }: AzureInventory): void {
  egress.ipGroups.push({
    key: resource.address,
    resource,
    name: statedName(resource),
    addresses: elementsAt(resource.body, ['cidrs']),
  });
}

function readIpGroupPrefix(resource: Resource, { egress }: AzureInventory): void {
  const prefix = readPath(resource.body, ['cidr']);
  if (prefix === undefined) return;
  egress.looseIpGroupPrefixes.push({
    resource,
    part: prefix,
    ownerKey: undefined,
    ownerName: readPath(resource.body, ['ip_group_id']),
  });
}
