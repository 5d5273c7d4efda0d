import { defaultAt, stringValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import type { Value } from '../../value/value.ts';
import type { FirewallRule } from './azure-egress-inventory.ts';

/** What a network rule of a firewall lists, whatever the language calls it. */
type Lists = Pick<
  FirewallRule,
  | 'protocols'
  | 'destinationPorts'
  | 'sources'
  | 'destinations'
  | 'hostNames'
  | 'sourceIpGroups'
  | 'destinationIpGroups'
>;

/**
 * A network rule of Azure Firewall. Such rules take their priority and action from their collection; they name neither
 * source ports nor application security groups.
 */
export function firewallRule(
  rule: Value,
  name: Value | undefined,
  collection: { readonly priority: Value; readonly action: Value },
  lists: Lists,
): FirewallRule {
  const { range } = rule.origin;
  return {
    name: textIn(name) ?? '…',
    range,
    place: name?.origin ?? defaultAt(range),
    priority: collection.priority,
    direction: stringValue('Outbound', defaultAt(range)),
    access: collection.action,
    sourcePorts: [stringValue('*', defaultAt(range))],
    sourceGroups: [],
    destinationGroups: [],
    ...lists,
  };
}
