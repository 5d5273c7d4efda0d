import type { SourceRange } from '../source/range.ts';
import { defaultAt } from '../value/make.ts';
import type { Reason } from '../value/unknown.ts';
import { unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { type Decision, notTold, type Passage } from './passage.ts';
import { type OrderedRule, priorityOf, targetsOf, walkRules } from './rule-walk.ts';
import type { Connection, SecurityRule, Sender } from './security-rules.ts';

/**
 * What Azure Firewall lets out. Source: Microsoft Learn, "Azure Firewall rule processing logic" (2026-11): the
 * rules of a parent policy come before those of the policy; collection groups, then collections, are taken by
 * priority; all network rules come before all application rules, which speak for HTTP, HTTPS and SQL alone; NAT
 * rules concern traffic to the firewall's own addresses; what no rule allows is denied. Threat intelligence
 * only ever denies single known addresses and is left out.
 */

/** A collection of network rules; the access of its rules is its action. */
export interface RuleCollection {
  readonly name: string;
  readonly range: SourceRange;
  /** A number, 100 to 65000. */
  readonly priority: Value;
  /** `Allow`, `Deny`. */
  readonly action: Value;
  /** Their access is that action. */
  readonly rules: readonly SecurityRule[];
  /** Reasons for which it may have rules that are not in `rules`. */
  readonly moreRules: readonly Reason[];
}

export interface CollectionGroup {
  readonly address: string;
  readonly range: SourceRange;
  readonly priority: Value;
  readonly collections: readonly RuleCollection[];
  readonly moreCollections: readonly Reason[];
  readonly uncertain?: readonly Reason[] | undefined;
}

export interface FirewallRules {
  /** The parent policy's groups and then those of the policy itself; one group for classic collections. */
  readonly layers: readonly (readonly CollectionGroup[])[];
  /** Reasons for which there may be other groups. */
  readonly moreGroups: readonly Reason[];
}

export interface Firewall {
  readonly address: string;
  readonly range: SourceRange;
  readonly rules: FirewallRules;
}

export function firewallPassage(firewall: Firewall, sender: Sender, connection: Connection): Passage {
  const targets = targetsOf(sender, connection);
  const { layers, moreGroups } = firewall.rules;
  if (moreGroups.length > 0) return notTold(targets, moreGroups);
  const walk = walkRules(inOrder(layers), sender, connection);
  const byDefault: Decision = {
    allows: false,
    addresses: walk.left,
    text: `no rule of ${firewall.address} allows it, and a firewall denies by default`,
    origin: defaultAt(firewall.range),
    isDefault: true,
  };
  return {
    open: walk.allowed.subtract(walk.denied).subtract(walk.left),
    possible: walk.allowed,
    doubts: walk.doubts,
    decisions: [...walk.decisions, ...(walk.left.isEmpty ? [] : [byDefault])],
    hosts: walk.hosts,
  };
}

/** All network rules one after the other; those whose group or collection has no known priority without a place. */
function inOrder(layers: FirewallRules['layers']): readonly OrderedRule[] {
  const rules: OrderedRule[] = [];
  const put = (collection: RuleCollection, group: CollectionGroup, isPlaced: boolean): void => {
    const isSure = isPlaced && priorityOf(collection) !== undefined;
    const [first] = [group, collection].flatMap(({ priority }) =>
      priority.kind === 'unknown' ? [priority] : [],
    );
    const own = [...collection.rules, ...hiddenRules(collection)];
    for (const rule of own) {
      rules.push({
        rule: {
          ...rule,
          uncertain: rule.uncertain ?? group.uncertain,
          // What is unknown about its place is told as the rule's own priority.
          priority: isSure ? rule.priority : (first ?? rule.priority),
        },
        order: isSure ? rules.length : undefined,
        text: `rule '${rule.name}' of collection '${collection.name}' (${group.address})`,
      });
    }
  };
  for (const layer of layers) {
    for (const group of byPriority(layer)) {
      const isPlaced = priorityOf(group) !== undefined;
      for (const collection of byPriority(group.collections)) put(collection, group, isPlaced);
      if (group.moreCollections.length > 0) put(hiddenCollection(group), group, false);
    }
  }
  return rules;
}

const byPriority = <Item extends { readonly priority: Value }>(items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => (priorityOf(a) ?? 0) - (priorityOf(b) ?? 0));

/** What stands for rules that are not known: it may match anything. */
function hiddenRules({ name, range, action, priority, moreRules }: RuleCollection): readonly SecurityRule[] {
  if (moreRules.length === 0) return [];
  const any = unknown(moreRules, defaultAt(range));
  const anything = [any];
  return [
    {
      name: `… of ${name}`,
      range,
      priority,
      direction: any,
      access: action,
      protocols: anything,
      sourcePorts: anything,
      destinationPorts: anything,
      sources: anything,
      destinations: anything,
      sourceGroups: [],
      destinationGroups: [],
    },
  ];
}

function hiddenCollection({ range, moreCollections }: CollectionGroup): RuleCollection {
  const any = unknown(moreCollections, defaultAt(range));
  return { name: '…', range, priority: any, action: any, rules: [], moreRules: moreCollections };
}
