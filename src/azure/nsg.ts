import type { SourceRange } from '../source/range.ts';
import { type Reason, uniteReasons } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { AddressSet, INTERNET } from './prefixes.ts';
import { ruleReach, type SecurityRule, type Sender, sourcePortsToTry } from './security-rules.ts';

/**
 * Which Internet addresses a machine can reach on TCP 25 through its network security groups. Sources:
 * Microsoft Learn, "Network security groups overview" and "How network security groups filter network
 * traffic": per group the first matching rule by priority decides, then the default rules; the groups of
 * the network interface and of the subnet must both allow; where there is no group, all is allowed.
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

/**
 * Default rules of every group, which cannot be removed. `AllowVnetOutBound` (65000) never matches an
 * Internet address, but for the default-route trap, where the two that follow allow or deny it anyway.
 */
const ALLOW_INTERNET = 'AllowInternetOutBound (default, priority 65001)';

/** A rule at work: the addresses for which it decides, or may decide. */
export interface Decision {
  /** `undefined` for the default rule that allows the Internet. */
  readonly rule: SecurityRule | undefined;
  readonly group: SecurityGroup;
  readonly allows: boolean;
  readonly addresses: AddressSet;
}

export interface Reach {
  /** Addresses that mail surely reaches. */
  readonly open: AddressSet;
  /** Addresses that it may reach; those of `open` among them. */
  readonly possible: AddressSet;
  /** What would decide about those that are not sure. Empty when nothing is in doubt. */
  readonly reasons: readonly Reason[];
  readonly decisions: readonly Decision[];
}

interface Doubt {
  readonly addresses: AddressSet;
  readonly reasons: readonly Reason[];
}

interface Passage extends Omit<Reach, 'reasons'> {
  readonly doubts: readonly Doubt[];
}

/** The Internet addresses that the sender reaches on TCP 25 when all the filters stand in the way. */
export function smtpReach(filters: readonly Filter[], sender: Sender): Reach {
  const rules = filters.flatMap(filter => (filter.kind === 'group' ? filter.rules : []));
  // A destination counts as open when there is a source port with which mail gets there.
  const passages = sourcePortsToTry(rules).map(port =>
    filters.map(filter => passageThrough(filter, sender, port)).reduce(inSeries, passageOf(sender)),
  );
  const open = passages.reduce((set, passage) => set.unite(passage.open), AddressSet.none);
  const possible = passages.reduce((set, passage) => set.unite(passage.possible), AddressSet.none);
  const inDoubt = possible.subtract(open);
  const doubts = passages.flatMap(passage => passage.doubts);
  return {
    open,
    possible,
    reasons: uniteReasons(
      doubts.filter(({ addresses }) => addresses.overlaps(inDoubt)).map(({ reasons }) => reasons),
    ),
    decisions: passages.flatMap(passage => passage.decisions),
  };
}

function passageOf(sender: Sender): Passage {
  const all = INTERNET.ofFamilies(sender.families).subtract(sender.network);
  return { open: all, possible: all, doubts: [], decisions: [] };
}

const inSeries = (first: Passage, second: Passage): Passage => ({
  open: first.open.intersect(second.open),
  possible: first.possible.intersect(second.possible),
  doubts: [...first.doubts, ...second.doubts],
  decisions: [...first.decisions, ...second.decisions],
});

function passageThrough(filter: Filter, sender: Sender, sourcePort: number): Passage {
  const all = passageOf(sender);
  switch (filter.kind) {
    case 'none':
      return all;
    case 'unknown':
      return { ...all, open: AddressSet.none, doubts: [{ addresses: all.open, reasons: filter.reasons }] };
    case 'group':
      return passageThroughGroup(filter, sender, sourcePort, all.open);
  }
}

/**
 * Walks the rules in order. For each address there are several possible answers as long as rules that only
 * may match stand before the one that surely does, so three sets are kept: addresses for which no rule has
 * surely decided yet, addresses that some course of things allows, and addresses that some course denies.
 */
function passageThroughGroup(
  group: SecurityGroup,
  sender: Sender,
  sourcePort: number,
  internet: AddressSet,
): Passage {
  let undecided = internet;
  let allowed = AddressSet.none;
  let denied = AddressSet.none;
  const doubts: Doubt[] = [];
  const decisions: Decision[] = [];

  if (group.moreRules.length > 0) {
    allowed = denied = internet;
    doubts.push({ addresses: internet, reasons: group.moreRules });
  }
  for (const { rule, anywhere } of inOrder(group.rules)) {
    const reach = ruleReach(rule, sender, sourcePort);
    const addresses = reach.possible.intersect(undecided);
    if (addresses.isEmpty) continue;
    const access = accessOf(rule.access);
    if (access !== 'deny') allowed = allowed.unite(addresses);
    if (access !== 'allow') denied = denied.unite(addresses);
    const reasons = uniteReasons([
      reach.reasons,
      access === 'unknown' ? accessReasons(rule) : [],
      anywhere && rule.priority.kind === 'unknown' ? rule.priority.reasons : [],
    ]);
    if (reasons.length > 0) doubts.push({ addresses, reasons });
    if (access !== 'unknown') decisions.push({ rule, group, allows: access === 'allow', addresses });
    // A rule without a known place may stand behind any other, so it settles nothing for those.
    if (!anywhere) undecided = undecided.subtract(reach.sure);
  }
  undecided = undecided.subtract(settledAnywhere(group.rules, sender, sourcePort));
  if (!undecided.isEmpty) decisions.push({ rule: undefined, group, allows: true, addresses: undecided });
  allowed = allowed.unite(undecided);
  return { open: allowed.subtract(denied), possible: allowed, doubts, decisions };
}

/** Rules whose priority is unknown come first: they may stand before or behind any other. */
function inOrder(
  rules: readonly SecurityRule[],
): readonly { readonly rule: SecurityRule; readonly anywhere: boolean }[] {
  const order = (rule: SecurityRule): number => priorityOf(rule) ?? Number.NEGATIVE_INFINITY;
  return rules
    .map(rule => ({ rule, anywhere: priorityOf(rule) === undefined }))
    .sort((a, b) => order(a.rule) - order(b.rule) || 0);
}

function priorityOf({ priority }: SecurityRule): number | undefined {
  if (priority.kind === 'number') return priority.value;
  if (priority.kind === 'string' && /^\d+$/.test(priority.value)) return Number(priority.value);
  return undefined;
}

/** Wherever they stand, rules of unknown priority come before the default rules. */
function settledAnywhere(rules: readonly SecurityRule[], sender: Sender, sourcePort: number): AddressSet {
  return rules
    .filter(rule => priorityOf(rule) === undefined)
    .reduce((set, rule) => set.unite(ruleReach(rule, sender, sourcePort).sure), AddressSet.none);
}

function accessOf(access: Value): 'allow' | 'deny' | 'unknown' {
  const text = access.kind === 'string' ? access.value.trim().toLowerCase() : '';
  return text === 'allow' || text === 'deny' ? text : 'unknown';
}

function accessReasons({ access, name, range }: SecurityRule): readonly Reason[] {
  if (access.kind === 'unknown') return access.reasons;
  return [{ kind: 'error', text: `security rule '${name}' neither allows nor denies`, range }];
}

/** A rule in words: `rule 'deny-smtp' (priority 100) of azurerm_network_security_group.mail`. */
export function decisionText({ rule, group }: Decision): string {
  if (rule === undefined) return `rule ${ALLOW_INTERNET} of ${group.address}`;
  const priority = priorityOf(rule);
  const place = priority === undefined ? '' : ` (priority ${priority})`;
  return `rule '${rule.name}'${place} of ${group.address}`;
}

/** The decision that allows, or denies, most of the addresses. */
export function mainDecision(
  decisions: readonly Decision[],
  addresses: AddressSet,
  allows: boolean,
): Decision | undefined {
  let main: Decision | undefined;
  let most = 0n;
  for (const decision of decisions) {
    if (decision.allows !== allows) continue;
    // IPv4 is where mail servers are; counting IPv6 addresses would drown every other difference.
    const share = decision.addresses.intersect(addresses);
    const count = share.ofFamilies([4]).count || (share.isEmpty ? 0n : 1n);
    if (count > most) [main, most] = [decision, count];
  }
  return main;
}
