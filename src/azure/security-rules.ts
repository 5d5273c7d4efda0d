import type { SourceRange } from '../source/range.ts';
import type { Origin } from '../value/origin.ts';
import { resourceAddressOf, textWithGaps } from '../value/resource-id.ts';
import { type Reason, reasonsIn, uniteReasons } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { AddressSet, type Family, INTERNET, parseAddresses } from './prefixes.ts';
import { tagKind } from './service-tags.ts';

/**
 * One rule of a network security group, of a network manager or of a firewall. Lists hold the singular and
 * the plural property together.
 */
export interface SecurityRule {
  readonly name: string;
  readonly range: SourceRange;
  /** A number, 100 to 4096; the lowest comes first. */
  readonly priority: Value;
  /** `Inbound`, `Outbound`. */
  readonly direction: Value;
  /** `Allow`, `Deny`; of a network manager also `AlwaysAllow`. */
  readonly access: Value;
  /** `Tcp`, `*` and so on; a firewall's rule may list several. */
  readonly protocols: readonly Value[];
  /** An unknown element stands for any number of entries. */
  readonly sourcePorts: readonly Value[];
  readonly destinationPorts: readonly Value[];
  readonly sources: readonly Value[];
  readonly destinations: readonly Value[];
  /** Ids of application security groups. */
  readonly sourceGroups: readonly Value[];
  readonly destinationGroups: readonly Value[];
  /** Destinations that a firewall's rule names by host name. */
  readonly hostNames?: readonly Value[];
  /** Set when it is not certain that the rule will be deployed. */
  readonly uncertain?: readonly Reason[] | undefined;
  /** What to point at when it decides; its access, unless it has none of its own. */
  readonly place?: Origin;
}

/** What a machine tries: a TCP connection to a port of some destinations. */
export interface Connection {
  readonly sourcePort: number;
  readonly port: number;
  readonly targets: AddressSet;
}

/** What a rule needs to know of the machine that sends. */
export interface Sender {
  /** The addresses that it can have; `undefined` when nothing tells. */
  readonly addresses: AddressSet | undefined;
  /** Why its address is not known to the last bit. */
  readonly addressReasons: readonly Reason[];
  readonly families: readonly Family[];
  /** Keys of the application security groups that it belongs to. */
  readonly groups: ReadonlySet<string>;
  /** Reasons for which it may belong to others. */
  readonly groupReasons: readonly Reason[];
  /** The address space of its virtual network, as far as it is known. */
  readonly network: AddressSet;
  /**
   * A route for all addresses is in force. The tag `VirtualNetwork` holds the prefixes of user-defined
   * routes too and then may cover the Internet (Microsoft Learn, "Virtual network service tags").
   */
  readonly hasDefaultRoute: boolean;
}

export const SMTP_PORT = 25;
/** Mail that is handed to a relay by a sender that signs in. */
export const SUBMISSION_PORT = 587;

/** A TCP connection picks its source port here; Exchange setup widens Windows' own range to about this. */
const SENDING_PORTS = { first: 1024, last: 65535 } as const;

/** Whether something holds, and when that cannot be told, why. */
export interface Match {
  readonly holds: 'yes' | 'no' | 'maybe';
  readonly reasons: readonly Reason[];
}

export const YES: Match = { holds: 'yes', reasons: [] };
const NO: Match = { holds: 'no', reasons: [] };
export const maybe = (reasons: readonly Reason[]): Match => ({ holds: 'maybe', reasons });

/** The targets that a rule surely matches and those that it may match, for one source port. */
export interface RuleReach {
  readonly sure: AddressSet;
  readonly possible: AddressSet;
  /** Why `sure` is not all of `possible`. */
  readonly reasons: readonly Reason[];
}

const NOWHERE: RuleReach = { sure: AddressSet.none, possible: AddressSet.none, reasons: [] };

/** The targets that a rule matches for a connection from the sender. */
export function ruleReach(rule: SecurityRule, sender: Sender, connection: Connection): RuleReach {
  const applies = ruleApplies(rule, sender, connection);
  if (applies.holds === 'no') return NOWHERE;
  const destination = destinationReach(rule, sender, connection.targets.ofFamilies(sender.families));
  if (destination.possible.isEmpty) return NOWHERE;
  return {
    sure: applies.holds === 'yes' ? destination.sure : AddressSet.none,
    possible: destination.possible,
    reasons: uniteReasons([applies.reasons, destination.reasons]),
  };
}

/** The hosts that a rule which may match the connection names. */
export function hostsOf(rule: SecurityRule, sender: Sender, connection: Connection): readonly string[] {
  const { hostNames = [] } = rule;
  if (hostNames.length === 0 || ruleApplies(rule, sender, connection).holds === 'no') return [];
  return hostNames.map(name => (name.kind === 'string' ? name.value : textWithGaps(name)));
}

/** Whether all that a rule asks holds, but for the destination. */
function ruleApplies(rule: SecurityRule, sender: Sender, { port, sourcePort }: Connection): Match {
  const conditions = [
    textMatch(rule.direction, text => text === 'outbound'),
    protocolsMatch(rule),
    portsMatch(rule, 'destination', port),
    portsMatch(rule, 'source', sourcePort),
    sourceMatch(rule, sender),
  ];
  if (conditions.some(({ holds }) => holds === 'no')) return NO;
  const reasons = uniteReasons([...conditions.map(({ reasons }) => reasons), rule.uncertain ?? []]);
  return reasons.length === 0 ? YES : maybe(reasons);
}

const isTcp = (text: string): boolean => text === 'tcp' || text === '*' || text === 'any';

const protocolsMatch = (rule: SecurityRule): Match =>
  stated(rule, 'protocol', rule.protocols) ?? anyOf(rule.protocols.map(value => textMatch(value, isTcp)));

/** Judges a text, or each of the texts that an unknown one is known to be among. */
export function textMatch(value: Value, test: (text: string) => boolean | undefined): Match {
  const judge = (known: Value): boolean | undefined =>
    known.kind === 'string' || known.kind === 'number' || known.kind === 'bool'
      ? test(String(known.value).trim().toLowerCase())
      : undefined;
  if (value.kind !== 'unknown') {
    const answer = judge(value);
    return answer === undefined ? maybe([notUnderstood(value)]) : answer ? YES : NO;
  }
  const answers = new Set(value.candidates?.map(judge));
  if (answers.size === 1 && !answers.has(undefined)) return answers.has(true) ? YES : NO;
  return maybe(value.reasons);
}

function notUnderstood(value: Value): Reason {
  const text = value.kind === 'string' ? `'${value.value}'` : `a ${value.kind}`;
  return { kind: 'error', text: `${text} is not valid in a security rule`, range: value.origin.range };
}

const anyOf = (matches: readonly Match[]): Match => {
  if (matches.some(({ holds }) => holds === 'yes')) return YES;
  const doubts = matches.filter(({ holds }) => holds === 'maybe');
  return doubts.length === 0 ? NO : maybe(uniteReasons(doubts.map(({ reasons }) => reasons)));
};

function stated(rule: SecurityRule, what: string, values: readonly Value[]): Match | undefined {
  if (values.length > 0) return undefined;
  const text = `security rule '${rule.name}' states no ${what}`;
  return maybe([{ kind: 'error', text, range: rule.range }]);
}

/** Templates join several entries with commas now and then; an empty text means that nothing is stated. */
export const entriesOf = (text: string): string[] =>
  text
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '');

export const statedOnly = (values: readonly Value[]): Value[] =>
  values.filter(value => value.kind !== 'null' && !(value.kind === 'string' && value.value.trim() === ''));

function portsMatch(rule: SecurityRule, end: 'source' | 'destination', port: number): Match {
  const ports = statedOnly(end === 'source' ? rule.sourcePorts : rule.destinationPorts);
  return (
    stated(rule, `${end} port`, ports) ??
    anyOf(ports.map(value => textMatch(value, text => coversPort(text, port))))
  );
}

function coversPort(text: string, port: number): boolean | undefined {
  const answers = entriesOf(text).map(entry => {
    const range = portRange(entry);
    return range === undefined ? undefined : range.first <= port && port <= range.last;
  });
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

/** The ports of one entry: `25`, `1024-65535`, `*`. */
export function portRange(text: string): { first: number; last: number } | undefined {
  if (text === '*' || text.toLowerCase() === 'any') return { first: 0, last: 65535 };
  const [, first, last] = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(text) ?? [];
  return first === undefined ? undefined : { first: Number(first), last: Number(last ?? first) };
}

/** Source ports at which the answer of the rules can change; between two of them it is the same. */
export function sourcePortsToTry(rules: readonly SecurityRule[]): number[] {
  const ports = new Set<number>([SENDING_PORTS.first]);
  for (const { sourcePorts } of rules) {
    for (const value of sourcePorts) {
      if (value.kind !== 'string' && value.kind !== 'number') continue;
      for (const entry of entriesOf(String(value.value))) {
        const range = portRange(entry);
        if (range === undefined) continue;
        ports.add(range.first);
        ports.add(range.last + 1);
      }
    }
  }
  return [...ports].filter(port => port >= SENDING_PORTS.first && port <= SENDING_PORTS.last);
}

const sourceMatch = (rule: SecurityRule, sender: Sender): Match => endMatch(rule, 'source', sender);

/** Whether a machine is among those that a rule names as its sources, or as its destinations. */
export function endMatch(rule: SecurityRule, end: 'source' | 'destination', machine: Sender): Match {
  const prefixes = statedOnly(end === 'source' ? rule.sources : rule.destinations);
  const groups = end === 'source' ? rule.sourceGroups : rule.destinationGroups;
  const missing = stated(rule, end, [...prefixes, ...groups]);
  if (missing !== undefined) return missing;
  return anyOf([
    ...prefixes.map(value => endPrefixMatch(value, machine)),
    ...groups.map(value => groupMatch(value, machine)),
  ]);
}

function endPrefixMatch(value: Value, sender: Sender): Match {
  if (value.kind !== 'string') {
    const all = textMatch(value, text => (text === '*' ? true : undefined));
    return all.holds === 'yes'
      ? YES
      : maybe(value.kind === 'unknown' ? value.reasons : [notUnderstood(value)]);
  }
  return anyOf(
    entriesOf(value.value).map(text => {
      if (text === '*' || text.toLowerCase() === 'any') return YES;
      const range = parseAddresses(text);
      if (range !== undefined) return senderWithin(AddressSet.of(range), text, sender);
      const tag = tagKind(text);
      // A machine sends from its private address, which only `VirtualNetwork` covers.
      return tag === undefined ? maybe([notUnderstood(value)]) : tag === 'network' ? YES : NO;
    }),
  );
}

function senderWithin(prefix: AddressSet, text: string, sender: Sender): Match {
  if (prefix.contains(AddressSet.all.ofFamilies(sender.families))) return YES;
  const { addresses } = sender;
  if (addresses === undefined) return INTERNET.contains(prefix) ? NO : maybe(sender.addressReasons);
  if (prefix.contains(addresses)) return YES;
  if (!prefix.overlaps(addresses)) return NO;
  const reason: Reason = {
    kind: 'provider',
    text: `whether the machine's address lies in ${text} is known only after deployment: give it a static one`,
  };
  return maybe(sender.addressReasons.length > 0 ? sender.addressReasons : [reason]);
}

function groupMatch(group: Value, sender: Sender): Match {
  const key = resourceAddressOf(group);
  if (key === undefined) return maybe(reasonsIn([group]));
  if (sender.groups.has(key)) return YES;
  return sender.groupReasons.length > 0 ? maybe(sender.groupReasons) : NO;
}

/** The part of the targets that the rule's destination covers. */
function destinationReach(rule: SecurityRule, sender: Sender, targets: AddressSet): RuleReach {
  const prefixes = statedOnly(rule.destinations);
  const { hostNames = [], destinationGroups } = rule;
  const missing = stated(rule, 'destination', [...prefixes, ...destinationGroups, ...hostNames]);
  if (missing !== undefined) return { sure: AddressSet.none, possible: targets, reasons: missing.reasons };
  let sure = AddressSet.none;
  let possible = AddressSet.none;
  const reasons: (readonly Reason[])[] = [];
  const reaches = [
    ...prefixes.map(value => prefixReach(value, sender, targets)),
    ...destinationGroups.map(value => groupReach(value, targets)),
  ];
  for (const reach of reaches) {
    sure = sure.unite(reach.sure);
    possible = possible.unite(reach.possible);
    reasons.push(reach.reasons);
  }
  const doubtful = !sure.contains(possible);
  return { sure, possible, reasons: doubtful ? uniteReasons(reasons) : [] };
}

const exactly = (set: AddressSet): RuleReach => ({ sure: set, possible: set, reasons: [] });
const perhaps = (targets: AddressSet, reasons: readonly Reason[]): RuleReach => ({
  sure: AddressSet.none,
  possible: targets,
  reasons,
});

/** Application security groups hold private addresses, of machines that they do not tell. */
function groupReach(group: Value, targets: AddressSet): RuleReach {
  const inside = targets.subtract(INTERNET);
  if (inside.isEmpty) return exactly(AddressSet.none);
  const text = `which addresses are in ${textWithGaps(group) || 'an application security group'}`;
  return perhaps(inside, [{ kind: 'provider', text: `${text} is known only after deployment` }]);
}

function prefixReach(value: Value, sender: Sender, targets: AddressSet): RuleReach {
  if (value.kind === 'unknown') {
    const reaches = (value.candidates ?? []).map(candidate => prefixReach(candidate, sender, targets));
    const [first] = reaches;
    const agreed = reaches.every(({ sure, reasons }) => reasons.length === 0 && first?.sure.equals(sure));
    return first !== undefined && agreed ? first : perhaps(targets, value.reasons);
  }
  if (value.kind !== 'string') return perhaps(targets, [notUnderstood(value)]);
  const reaches = entriesOf(value.value).map(text => destinationTextReach(text, value, sender, targets));
  return {
    sure: reaches.reduce((set, reach) => set.unite(reach.sure), AddressSet.none),
    possible: reaches.reduce((set, reach) => set.unite(reach.possible), AddressSet.none),
    reasons: uniteReasons(reaches.map(({ reasons }) => reasons)),
  };
}

function destinationTextReach(text: string, value: Value, sender: Sender, targets: AddressSet): RuleReach {
  if (text === '*' || text.toLowerCase() === 'any') return exactly(targets);
  const range = parseAddresses(text);
  if (range !== undefined) return exactly(AddressSet.of(range).intersect(targets));
  const internet = targets.intersect(INTERNET);
  switch (tagKind(text)) {
    case 'internet':
      return exactly(internet.subtract(sender.network));
    case 'network':
      return networkReach(sender, targets);
    case 'none':
    case 'service':
      return exactly(AddressSet.none);
    case 'cloud': {
      const why = `${text} is a part of the Internet whose addresses change: name prefixes instead`;
      return perhaps(internet, [{ kind: 'unsupported', text: why, range: value.origin.range }]);
    }
    case undefined:
      return perhaps(targets, [notUnderstood(value)]);
  }
}

/** The tag holds the network, its peers and what is connected to it: all private addresses that are reached. */
function networkReach(sender: Sender, targets: AddressSet): RuleReach {
  const own = targets.subtract(INTERNET).unite(targets.intersect(sender.network));
  if (!sender.hasDefaultRoute) return exactly(own);
  const text = 'the tag VirtualNetwork may cover the Internet, since the subnet has a default route';
  return { sure: own, possible: targets, reasons: [{ kind: 'provider', text }] };
}
