import type { SourceRange } from '../source/range.ts';
import { resourceAddressOf } from '../value/resource-id.ts';
import { type Reason, reasonsIn, uniteReasons } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { AddressSet, type Family, INTERNET, parsePrefix } from './prefixes.ts';
import { tagKind } from './service-tags.ts';

/** One rule of a network security group. Lists hold the singular and the plural property together. */
export interface SecurityRule {
  readonly name: string;
  readonly range: SourceRange;
  /** A number, 100 to 4096; the lowest comes first. */
  readonly priority: Value;
  /** `Inbound`, `Outbound`. */
  readonly direction: Value;
  /** `Allow`, `Deny`. */
  readonly access: Value;
  readonly protocol: Value;
  /** An unknown element stands for any number of entries. */
  readonly sourcePorts: readonly Value[];
  readonly destinationPorts: readonly Value[];
  readonly sources: readonly Value[];
  readonly destinations: readonly Value[];
  /** Ids of application security groups. */
  readonly sourceGroups: readonly Value[];
  readonly destinationGroups: readonly Value[];
  /** Set when it is not certain that the rule will be deployed. */
  readonly uncertain?: readonly Reason[] | undefined;
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

const SMTP_PORT = 25;

/** A TCP connection picks its source port here; Exchange setup widens Windows' own range to about this. */
const SENDING_PORTS = { first: 1024, last: 65535 } as const;

/** Whether something holds, and when that cannot be told, why. */
interface Match {
  readonly holds: 'yes' | 'no' | 'maybe';
  readonly reasons: readonly Reason[];
}

const YES: Match = { holds: 'yes', reasons: [] };
const NO: Match = { holds: 'no', reasons: [] };
const maybe = (reasons: readonly Reason[]): Match => ({ holds: 'maybe', reasons });

/** The Internet addresses that a rule surely matches and those that it may match, for one source port. */
export interface RuleReach {
  readonly sure: AddressSet;
  readonly possible: AddressSet;
  /** Why `sure` is not all of `possible`. */
  readonly reasons: readonly Reason[];
}

const NOWHERE: RuleReach = { sure: AddressSet.none, possible: AddressSet.none, reasons: [] };

/** What of the Internet a rule matches for mail from the sender to TCP 25. */
export function ruleReach(rule: SecurityRule, sender: Sender, sourcePort: number): RuleReach {
  const conditions = [
    textMatch(rule.direction, text => text === 'outbound'),
    textMatch(rule.protocol, text => text === 'tcp' || text === '*' || text === 'any'),
    portsMatch(rule, 'destination', SMTP_PORT),
    portsMatch(rule, 'source', sourcePort),
    sourceMatch(rule, sender),
  ];
  if (conditions.some(({ holds }) => holds === 'no')) return NOWHERE;
  const destination = destinationReach(rule, sender);
  if (destination.possible.isEmpty) return NOWHERE;
  const doubts = [...conditions.map(({ reasons }) => reasons), rule.uncertain ?? []];
  const certain = doubts.every(reasons => reasons.length === 0);
  return {
    sure: certain ? destination.sure : AddressSet.none,
    possible: destination.possible,
    reasons: uniteReasons([...doubts, destination.reasons]),
  };
}

/** Judges a text, or each of the texts that an unknown one is known to be among. */
function textMatch(value: Value, test: (text: string) => boolean | undefined): Match {
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
const entriesOf = (text: string): string[] =>
  text
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '');

const statedOnly = (values: readonly Value[]): Value[] =>
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

function portRange(text: string): { first: number; last: number } | undefined {
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

function sourceMatch(rule: SecurityRule, sender: Sender): Match {
  const prefixes = statedOnly(rule.sources);
  const missing = stated(rule, 'source', [...prefixes, ...rule.sourceGroups]);
  if (missing !== undefined) return missing;
  return anyOf([
    ...prefixes.map(value => sourcePrefixMatch(value, sender)),
    ...rule.sourceGroups.map(value => groupMatch(value, sender)),
  ]);
}

function sourcePrefixMatch(value: Value, sender: Sender): Match {
  if (value.kind !== 'string') {
    const all = textMatch(value, text => (text === '*' ? true : undefined));
    return all.holds === 'yes'
      ? YES
      : maybe(value.kind === 'unknown' ? value.reasons : [notUnderstood(value)]);
  }
  return anyOf(
    entriesOf(value.value).map(text => {
      if (text === '*' || text.toLowerCase() === 'any') return YES;
      const range = parsePrefix(text);
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

/** The part of the Internet that the rule's destination covers. Application security groups are private. */
function destinationReach(rule: SecurityRule, sender: Sender): RuleReach {
  const prefixes = statedOnly(rule.destinations);
  const missing = stated(rule, 'destination', [...prefixes, ...rule.destinationGroups]);
  if (missing !== undefined) return { sure: AddressSet.none, possible: INTERNET, reasons: missing.reasons };
  let sure = AddressSet.none;
  let possible = AddressSet.none;
  const reasons: (readonly Reason[])[] = [];
  for (const value of prefixes) {
    const reach = prefixReach(value, sender);
    sure = sure.unite(reach.sure);
    possible = possible.unite(reach.possible);
    reasons.push(reach.reasons);
  }
  const doubtful = !sure.contains(possible);
  return { sure, possible, reasons: doubtful ? uniteReasons(reasons) : [] };
}

const exactly = (set: AddressSet): RuleReach => ({ sure: set, possible: set, reasons: [] });
const perhaps = (reasons: readonly Reason[]): RuleReach => ({
  sure: AddressSet.none,
  possible: INTERNET,
  reasons,
});

function prefixReach(value: Value, sender: Sender): RuleReach {
  if (value.kind === 'unknown') {
    const reaches = (value.candidates ?? []).map(candidate => prefixReach(candidate, sender));
    const [first] = reaches;
    const agreed = reaches.every(({ sure, reasons }) => reasons.length === 0 && first?.sure.equals(sure));
    return first !== undefined && agreed ? first : perhaps(value.reasons);
  }
  if (value.kind !== 'string') return perhaps([notUnderstood(value)]);
  const reaches = entriesOf(value.value).map(text => destinationTextReach(text, value, sender));
  return {
    sure: reaches.reduce((set, reach) => set.unite(reach.sure), AddressSet.none),
    possible: reaches.reduce((set, reach) => set.unite(reach.possible), AddressSet.none),
    reasons: uniteReasons(reaches.map(({ reasons }) => reasons)),
  };
}

function destinationTextReach(text: string, value: Value, sender: Sender): RuleReach {
  if (text === '*' || text.toLowerCase() === 'any') return exactly(INTERNET);
  const range = parsePrefix(text);
  if (range !== undefined) return exactly(AddressSet.of(range).intersect(INTERNET));
  switch (tagKind(text)) {
    case 'internet':
      return exactly(INTERNET.subtract(sender.network));
    case 'network':
      return networkReach(sender);
    case 'none':
    case 'service':
      return exactly(AddressSet.none);
    case 'cloud': {
      const why = `${text} is a part of the Internet whose addresses change: name prefixes instead`;
      return perhaps([{ kind: 'unsupported', text: why, range: value.origin.range }]);
    }
    case undefined:
      return perhaps([notUnderstood(value)]);
  }
}

function networkReach(sender: Sender): RuleReach {
  const own = sender.network.intersect(INTERNET);
  if (!sender.hasDefaultRoute) return exactly(own);
  const text = 'the tag VirtualNetwork may cover the Internet, since the subnet has a default route';
  return { sure: own, possible: INTERNET, reasons: [{ kind: 'provider', text }] };
}
