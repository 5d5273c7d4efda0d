import { textOf } from '../source/range.ts';
import { defaultAt } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import { asNumber, knownText } from '../value/read.ts';
import { type Reason, uniteReasons } from '../value/unknown.ts';
import { isKnown, type Value } from '../value/value.ts';
import type { Machine, MachineRule } from './model.ts';

/** Whether two machines can end up on one host, and what decides it. */
export type Separation = Decided<'apart'> | Decided<'together'> | Undecided;

interface Decided<Verdict extends string> {
  readonly verdict: Verdict;
  readonly text: string;
  readonly origin: Origin;
}

interface Undecided {
  readonly verdict: 'unknown';
  readonly text: string;
  readonly reasons: readonly Reason[];
}

type Found = Separation | undefined;

/**
 * Judges two machines by everything that can keep them apart: different platforms, sites or zones, the
 * fault domains of one availability set, different hosts, an anti-affinity rule that names both. One of
 * them suffices, unless an affinity rule keeps the two on one host. When none does and one may, the answer
 * is unknown; else they can meet on a host.
 */
export function separationOf(a: Machine, b: Machine): Separation {
  const names = `${nameOf(a)} and ${nameOf(b)}`;
  if (a.platform !== b.platform) {
    const text = `${names} are on different platforms`;
    return { verdict: 'apart', text, origin: defaultAt(b.resource.range) };
  }
  const site = bySite(a, b, names);
  // No rule reaches beyond its cluster.
  if (site?.verdict === 'apart') return site;
  const found = [
    site,
    byZone(a, b, names),
    byAvailabilitySet(a, b, names),
    byHost(a, b, names),
    byRule(a, b, names),
    byHostGroups(a, b, names),
  ].filter(separation => separation !== undefined);
  const separation = strongest(found) ?? {
    verdict: 'together',
    text: `nothing keeps ${names} on different hosts`,
    origin: defaultAt(b.resource.range),
  };
  return againstAffinity(separation, byAffinity(a, b, names));
}

/** One thing that keeps machines apart suffices; one that may leaves it open. */
function strongest(found: readonly Separation[]): Found {
  const apart = found.find(({ verdict }) => verdict === 'apart');
  if (apart !== undefined) return apart;
  const open = found.filter(separation => separation.verdict === 'unknown');
  if (open[0] !== undefined) {
    return { ...open[0], reasons: uniteReasons(open.map(({ reasons }) => reasons)) };
  }
  return found.find(({ verdict }) => verdict === 'together');
}

/**
 * What becomes of a separation when a rule keeps the two on one host, or may. Of rules that contradict each
 * other DRS keeps only one, the older (vSphere Resource Management, "VM-VM Affinity Rule Conflicts").
 */
function againstAffinity(
  separation: Separation,
  affinity: Decided<'together'> | Undecided | undefined,
): Separation {
  if (affinity === undefined) return separation;
  if (separation.verdict !== 'apart') {
    return affinity.verdict === 'together' ? affinity : separation;
  }
  if (affinity.verdict === 'unknown') return affinity;
  const text = `${separation.text}, but ${affinity.text}`;
  const reason: Reason = {
    kind: 'provider',
    text: 'vSphere decides which of the two it keeps to',
    range: affinity.origin.range,
  };
  return { verdict: 'unknown', text, reasons: [reason] };
}

export const nameOf = ({ name, address }: Machine): string =>
  name.sensitive === true ? address : (knownText(name) ?? address);

function bySite(a: Machine, b: Machine, names: string): Found {
  const [first, second] = [a.placement.site, b.placement.site];
  if (first === undefined || second === undefined) return undefined;
  const same = areSame(first, second);
  if (same === false) {
    return { verdict: 'apart', text: `${names} are in different sites`, origin: second.origin };
  }
  return same === undefined ? undecided(`the sites of ${names} are not known`, [first, second]) : undefined;
}

function byZone(a: Machine, b: Machine, names: string): Found {
  const [first, second] = [a.placement.zone, b.placement.zone];
  // A machine without a zone can be put into any.
  if (first === undefined || second === undefined) return undefined;
  const same = areSame(first, second);
  if (same === undefined) return undecided(`the zones of ${names} are not known`, [first, second]);
  return same
    ? { verdict: 'together', text: `${names} are both in zone ${shown(second)}`, origin: second.origin }
    : { verdict: 'apart', text: `${names} are in different zones`, origin: second.origin };
}

function byAvailabilitySet(a: Machine, b: Machine, names: string): Found {
  const [first, second] = [a.placement.availabilitySet, b.placement.availabilitySet];
  if (first === undefined || second === undefined) return undefined;
  const same = areSame(first.id, second.id);
  if (same === undefined) {
    return undecided(`the availability sets of ${names} are not known`, [first.id, second.id]);
  }
  if (!same) {
    const text = `${names} are in different availability sets, which may share hosts`;
    return { verdict: 'together', text, origin: second.id.origin };
  }
  const faultDomains = asNumber(second.faultDomains);
  if (!isKnown(faultDomains)) {
    return undecided(`the fault domains of the availability set of ${names} are not known`, [faultDomains]);
  }
  const isSpread = faultDomains.kind === 'number' && faultDomains.value >= 2;
  return {
    verdict: isSpread ? 'apart' : 'together',
    text: `${names} are in one availability set with ${shown(faultDomains)} fault domain${isSpread ? 's' : ''}`,
    origin: isSpread ? second.id.origin : faultDomains.origin,
  };
}

function byHost(a: Machine, b: Machine, names: string): Found {
  const [first, second] = [a.placement.host, b.placement.host];
  if (first === undefined || second === undefined) return undefined;
  const same = areSame(first, second);
  if (same === undefined) return undecided(`the hosts of ${names} are not known`, [first, second]);
  return {
    verdict: same ? 'together' : 'apart',
    text: `${names} are on ${same ? 'one host' : 'different hosts'}`,
    origin: second.origin,
  };
}

function byRule(a: Machine, b: Machine, names: string): Found {
  const rules = distinct([...a.placement.antiAffinity, ...b.placement.antiAffinity]);
  return strongest(
    rules.flatMap((rule): readonly Separation[] => {
      const state = ruleState(rule, a, b, names);
      if (state === 'elsewhere') return [];
      if (state === 'off') {
        return [
          { verdict: 'together', text: `${rule.address} is not in force`, origin: rule.enabled.origin },
        ];
      }
      if (state !== 'in force') return [state];
      const origin: Origin = { kind: 'expression', range: rule.range };
      return [{ verdict: 'apart', text: `${rule.address} keeps ${names} apart`, origin }];
    }),
  );
}

/** Whether a rule keeps the two on one host. */
function byAffinity(a: Machine, b: Machine, names: string): Decided<'together'> | Undecided | undefined {
  const rules = distinct([...(a.placement.affinity ?? []), ...(b.placement.affinity ?? [])]);
  let open: Undecided | undefined;
  for (const rule of rules) {
    const state = ruleState(rule, a, b, names);
    if (state === 'in force') {
      const text = `${rule.address} keeps ${names} on one host`;
      return { verdict: 'together', text, origin: { kind: 'expression', range: rule.range } };
    }
    if (state !== 'elsewhere' && state !== 'off') open ??= state;
  }
  return open;
}

const distinct = (rules: readonly MachineRule[]): readonly MachineRule[] => [
  ...new Map(rules.map(rule => [rule.address, rule])).values(),
];

/** Whether a rule names both machines and is in force; why, when that cannot be told. */
function ruleState(
  rule: MachineRule,
  a: Machine,
  b: Machine,
  names: string,
): 'elsewhere' | 'off' | 'in force' | Undecided {
  const coversBoth = [a, b].every(({ address }) => rule.members.includes(address));
  if (!coversBoth) {
    return rule.membersUnknown === undefined
      ? 'elsewhere'
      : undecided(`${rule.address} may cover ${names}`, [rule.membersUnknown]);
  }
  if (!isKnown(rule.enabled)) {
    return undecided(`whether ${rule.address} is in force is not known`, [rule.enabled]);
  }
  return rule.enabled.kind === 'bool' && rule.enabled.value ? 'in force' : 'off';
}

/** Rules that keep the two on groups of hosts that have none in common. */
function byHostGroups(a: Machine, b: Machine, names: string): Found {
  let found: Found;
  for (const first of a.placement.hostRules ?? []) {
    for (const second of b.placement.hostRules ?? []) {
      const pairs = first.hosts.flatMap(host => second.hosts.map(other => areSame(host, other)));
      if (pairs.length === 0 || pairs.includes(true)) continue;
      const switches = [first.enabled, second.enabled];
      if (switches.some(enabled => enabled.kind === 'bool' && !enabled.value)) continue;
      const open = switches.filter(enabled => !isKnown(enabled));
      if (pairs.includes(undefined) || open.length > 0) {
        found = undecided(`the hosts of ${names} are not known`, [...open, ...first.hosts, ...second.hosts]);
      } else {
        const text = `${first.address} and ${second.address} keep ${names} on different hosts`;
        return { verdict: 'apart', text, origin: { kind: 'expression', range: second.range } };
      }
    }
  }
  return found;
}

function undecided(text: string, values: readonly Value[]): Undecided {
  const reasons = uniteReasons(values.map(value => (value.kind === 'unknown' ? value.reasons : [])));
  return { verdict: 'unknown', text, reasons };
}

const shown = (value: Value): string => knownText(value) ?? 'unknown';

/**
 * Whether two values are one thing; `undefined` when that cannot be told. Two resources are two things.
 * Two data sources may read one.
 */
export function areSame(a: Value, b: Value): boolean | undefined {
  if (isKnown(a) && isKnown(b)) return shown(a).toLowerCase() === shown(b).toLowerCase();
  if (a.kind !== 'unknown' || b.kind !== 'unknown') return undefined;
  const [first, second] = [a.reference, b.reference];
  if (first !== undefined && second !== undefined) {
    if (first.instanceUnknown === true || second.instanceUnknown === true) return undefined;
    if (first.address === second.address) {
      return first.path.join('.') === second.path.join('.') ? true : undefined;
    }
    const isData = (address: string): boolean => /(?:^|\.)data\.[^.]+\.[^.]+$/.test(address);
    return isData(first.address) || isData(second.address) ? undefined : false;
  }
  return areOneUnknown(a, b) ? true : undefined;
}

/**
 * Two unknowns that are one value: the same input, passed on as it is (`zone = var.zone` on both machines),
 * or the location of the resource group, which ARM templates write out wherever they need it.
 */
export function areOneUnknown(a: Value, b: Value): boolean {
  if (a.kind !== 'unknown' || b.kind !== 'unknown') return false;
  const [first, second] = [a.origin, b.origin];
  if (first.kind === 'expression' || second.kind === 'expression') {
    return isGroupLocation(first) && isGroupLocation(second);
  }
  return (
    first.range.file === second.range.file &&
    first.range.start === second.range.start &&
    first.range.end === second.range.end
  );
}

const isGroupLocation = ({ kind, range }: Origin): boolean =>
  kind === 'expression' && /^\[?resourceGroup\(\)\.location\]?$/i.test(textOf(range));
