import { type Reason, uniteReasons } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import type { Decision, Doubt, OpenHost } from './passage.ts';
import { AddressSet } from './prefixes.ts';
import { type Connection, hostsOf, ruleReach, type SecurityRule, type Sender } from './security-rules.ts';

/** A rule with its place among the others. */
export interface OrderedRule {
  readonly rule: SecurityRule;
  /** The lowest comes first; `undefined` when it may stand before or behind any other. */
  readonly order: number | undefined;
  /** It in words. */
  readonly text: string;
}

/** What ordered rules make of destinations, before what happens to those that no rule decides. */
export interface Walk {
  /** Addresses that some course of things allows, denies, or always allows. */
  readonly allowed: AddressSet;
  readonly denied: AddressSet;
  readonly alwaysAllowed: AddressSet;
  /** Addresses that no rule decides, in some course of things. */
  readonly left: AddressSet;
  readonly doubts: readonly Doubt[];
  readonly decisions: readonly Decision[];
  readonly hosts: readonly OpenHost[];
}

type Access = 'allow' | 'deny' | 'always-allow';
const ACCESS: Readonly<Record<string, Access>> = {
  allow: 'allow',
  deny: 'deny',
  alwaysallow: 'always-allow',
};
/** What is neither known nor understood is taken for either of the two. */
const EITHER: readonly Access[] = ['allow', 'deny'];

/**
 * Walks the rules in order; the first that matches decides. For each address there are several possible
 * answers as long as rules that only may match stand before the one that surely does, so the addresses for
 * which no rule has surely decided yet are kept, and those that some course of things allows and denies.
 */
export function walkRules(rules: readonly OrderedRule[], sender: Sender, connection: Connection): Walk {
  const targets = targetsOf(sender, connection);
  const outcome: Record<Access, AddressSet> = {
    allow: AddressSet.none,
    deny: AddressSet.none,
    'always-allow': AddressSet.none,
  };
  const doubts: Doubt[] = [];
  const decisions: Decision[] = [];
  const hosts: OpenHost[] = [];
  let undecided = targets;
  let settledSomewhere = AddressSet.none;

  for (const { rule, order, text } of inOrder(rules)) {
    const access = accessOf(rule.access);
    const decision = (addresses: AddressSet): Decision => ({
      allows: access !== 'deny',
      addresses,
      text,
      origin: rule.place ?? rule.access.origin,
      isDefault: false,
    });
    if (!undecided.isEmpty && access !== 'deny') {
      for (const name of hostsOf(rule, sender, connection)) {
        hosts.push({ name, decision: decision(AddressSet.none) });
      }
    }
    const reach = ruleReach(rule, sender, connection);
    const addresses = reach.possible.intersect(undecided);
    if (addresses.isEmpty) continue;
    for (const each of access === undefined ? EITHER : [access]) {
      outcome[each] = outcome[each].unite(addresses);
    }
    const reasons = uniteReasons([
      reach.reasons,
      access === undefined ? accessReasons(rule) : [],
      order === undefined && rule.priority.kind === 'unknown' ? rule.priority.reasons : [],
    ]);
    if (reasons.length > 0) doubts.push({ addresses, reasons });
    if (access !== undefined) decisions.push({ ...decision(addresses), isDoubtful: reasons.length > 0 });
    // A rule without a known place may stand behind any other, so it settles nothing for those.
    if (order === undefined) settledSomewhere = settledSomewhere.unite(reach.sure);
    else undecided = undecided.subtract(reach.sure);
  }
  return {
    allowed: outcome.allow,
    denied: outcome.deny,
    alwaysAllowed: outcome['always-allow'],
    // Wherever they stand, rules of unknown place come before what happens by default.
    left: undecided.subtract(settledSomewhere),
    doubts,
    decisions,
    hosts,
  };
}

/** The destinations that the connection is about. */
export const targetsOf = ({ families }: Sender, { targets }: Connection): AddressSet =>
  targets.ofFamilies(families);

/** Rules whose place is unknown come first: they may stand before or behind any other. */
const inOrder = (rules: readonly OrderedRule[]): readonly OrderedRule[] =>
  [...rules].sort(
    (a, b) => (a.order ?? Number.NEGATIVE_INFINITY) - (b.order ?? Number.NEGATIVE_INFINITY) || 0,
  );

/** The number of a priority, also when it is written as a text. */
export function priorityOf({ priority }: { readonly priority: Value }): number | undefined {
  if (priority.kind === 'number') return priority.value;
  if (priority.kind === 'string' && /^\d+$/.test(priority.value)) return Number(priority.value);
  return undefined;
}

const accessOf = (access: Value): Access | undefined =>
  access.kind === 'string' ? ACCESS[access.value.trim().toLowerCase()] : undefined;

function accessReasons({ access, name, range }: SecurityRule): readonly Reason[] {
  if (access.kind === 'unknown') return access.reasons;
  return [{ kind: 'error', text: `security rule '${name}' neither allows nor denies`, range }];
}

/** A rule of a group in words: `rule 'deny-smtp' (priority 100) of azurerm_network_security_group.mail`. */
export function ruleText(rule: SecurityRule, owner: string): string {
  const priority = priorityOf(rule);
  return `rule '${rule.name}'${priority === undefined ? '' : ` (priority ${priority})`} of ${owner}`;
}
