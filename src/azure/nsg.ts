import type { SourceRange } from '../source/range.ts';
import { defaultAt } from '../value/make.ts';
import type { Reason } from '../value/unknown.ts';
import { type Decision, inSeries, notTold, openTo, type Passage } from './passage.ts';
import { AddressSet } from './prefixes.ts';
import { type OrderedRule, priorityOf, ruleText, targetsOf, walkRules } from './rule-walk.ts';
import type { Connection, SecurityRule, Sender } from './security-rules.ts';

/**
 * What a machine reaches through its network security groups. Sources: Microsoft Learn, "Network security
 * groups overview" and "How network security groups filter network traffic": per group the first matching
 * rule by priority decides, then the default rules; the groups of the network interface and of the subnet must
 * both allow; where there is no group, all is allowed. "Security admin rules in Azure Virtual Network Manager"
 * (2026-11): such rules come before the groups; one that denies is final, one that always allows leaves the
 * groups out, and after one that allows, or none, the groups decide.
 */

export interface SecurityGroup {
  readonly kind: 'group';
  /** Its address, for sentences. */
  readonly address: string;
  /** Where an absent rule points: the header of its block. */
  readonly range: SourceRange;
  readonly rules: readonly SecurityRule[];
  /** Reasons for which it may have rules that are not in `rules`. */
  readonly moreRules: readonly Reason[];
}

/** What filters at one of the two places, network interface or subnet. */
export type Filter =
  | SecurityGroup
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reasons: readonly Reason[] };

/** A security admin rule of a network manager, and the address of its resource. */
export interface AdminRule {
  readonly rule: SecurityRule;
  readonly address: string;
}

/**
 * Default rules of every group, which cannot be removed. `AllowVnetOutBound` (65000) never matches an
 * Internet address, but for the default-route trap, where the two that follow allow or deny it anyway.
 */
const ALLOW_INTERNET = 'AllowInternetOutBound (default, priority 65001)';

/** What gets through the security admin rules and then through all the groups. */
export function filterPassage(
  adminRules: readonly AdminRule[],
  filters: readonly Filter[],
  sender: Sender,
  connection: Connection,
): Passage {
  const groups = filters
    .map(filter => passageThrough(filter, sender, connection))
    .reduce(inSeries, openTo(targetsOf(sender, connection)));
  if (adminRules.length === 0) return groups;
  const ordered = adminRules.map(
    ({ rule, address }): OrderedRule => ({
      rule,
      order: priorityOf(rule),
      text: `security admin rule '${rule.name}'${placeText(rule)} (${address})`,
    }),
  );
  const walk = walkRules(ordered, sender, connection);
  const toGroups = walk.allowed.unite(walk.left);
  return {
    // Open is what no course of things denies: neither an admin rule nor, where they are asked, the groups.
    open: targetsOf(sender, connection).subtract(walk.denied).subtract(toGroups.subtract(groups.open)),
    possible: walk.alwaysAllowed.unite(toGroups.intersect(groups.possible)),
    doubts: [...walk.doubts, ...groups.doubts],
    // One that allows decides nothing: the groups do.
    decisions: [...walk.decisions.filter(isFinal(ordered)), ...groups.decisions],
    hosts: [],
  };
}

const isFinal =
  (rules: readonly OrderedRule[]) =>
  (decision: Decision): boolean =>
    !decision.allows ||
    rules.some(({ rule, text }) => text === decision.text && /^always/i.test(textOfAccess(rule)));

const textOfAccess = ({ access }: SecurityRule): string => (access.kind === 'string' ? access.value : '');

const placeText = (rule: SecurityRule): string => {
  const priority = priorityOf(rule);
  return priority === undefined ? '' : ` (priority ${priority})`;
};

function passageThrough(filter: Filter, sender: Sender, connection: Connection): Passage {
  switch (filter.kind) {
    case 'none':
      return openTo(targetsOf(sender, connection));
    case 'unknown':
      return notTold(targetsOf(sender, connection), filter.reasons);
    case 'group':
      return passageThroughGroup(filter, sender, connection);
  }
}

function passageThroughGroup(group: SecurityGroup, sender: Sender, connection: Connection): Passage {
  const rules = group.rules.map(
    (rule): OrderedRule => ({ rule, order: priorityOf(rule), text: ruleText(rule, group.address) }),
  );
  const walk = walkRules(rules, sender, connection);
  const byDefault: Decision = {
    allows: true,
    addresses: walk.left,
    text: `rule ${ALLOW_INTERNET} of ${group.address}`,
    origin: defaultAt(group.range),
    isDefault: true,
  };
  const targets = targetsOf(sender, connection);
  const isOpen = group.moreRules.length > 0;
  const allowed = isOpen ? targets : walk.allowed.unite(walk.left);
  return {
    open: isOpen ? AddressSet.none : allowed.subtract(walk.denied),
    possible: allowed,
    doubts: [...(isOpen ? [{ addresses: targets, reasons: group.moreRules }] : []), ...walk.doubts],
    decisions: [...walk.decisions, ...(walk.left.isEmpty ? [] : [byDefault])],
    hosts: [],
  };
}
