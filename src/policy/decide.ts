import { type ExchangeVersion, isExchangeVersion } from '../estate/exchange-versions.ts';
import type { Subject } from '../estate/fact.ts';
import { ESTATE_SCHEMA } from '../estate/schema.ts';
import type { Severity } from '../source/diagnostic.ts';
import { reasonsText, valueText } from '../value/json.ts';
import { type Reason, uniteReasons } from '../value/unknown.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import { holds, type Run } from './cel.ts';
import type { LevelCase, Policy } from './policy.ts';
import { Reading, type Supposition } from './reading.ts';
import { serversOf } from './subject.ts';
import { inRange, parseVersionRange, type VersionRange } from './version-range.ts';

/** What a policy says about one subject. */
export interface Outcome {
  readonly verdict: 'pass' | 'violation' | 'undecided';
  readonly level: Severity;
  /** The case of the policy's `levels` that gave the level. */
  readonly levelCase: LevelCase | undefined;
  /** What would decide it. */
  readonly needs: readonly Reason[];
  readonly assumptions: readonly string[];
  /** The suppositions under which it holds: one that supposes nothing, unless candidates had to be tried. */
  readonly suppositions: readonly Supposition[];
}

/** Beyond so many combinations of candidates the answer is undecided. */
const MAX_SUPPOSITIONS = 64;

/**
 * Judges one subject. An unknown that is one of a few candidates (a variable with a list of allowed values;
 * an Exchange version that nothing tells) is tried with each of them, and what they agree on is the answer.
 */
export function decide(policy: Policy, subject: Subject, run: Run): Outcome {
  let left = MAX_SUPPOSITIONS;
  const under = (supposition: Supposition): Outcome => {
    left--;
    const reading = new Reading(supposition);
    const outcome = attempt(policy, subject, run, reading, supposition);
    const { open } = reading;
    if (outcome.verdict !== 'undecided' || open?.candidates === undefined) return outcome;
    if (open.candidates.length > left) return outcome;
    const each = open.candidates.map(candidate => under(new Map([...supposition, [open, candidate]])));
    return agreement(each, open) ?? outcome;
  };
  return under(new Map());
}

/** What all candidates agree on; `undefined` when there are none. */
function agreement(each: readonly Outcome[], open: UnknownValue): Outcome | undefined {
  const [first] = each;
  if (first === undefined) return undefined;
  const failed = each.filter(outcome => outcome.verdict !== 'pass');
  const mildest = failed.reduce(
    (a, b) => (SEVERITY[b.level] < SEVERITY[a.level] ? b : a),
    failed[0] ?? first,
  );
  const agreed = each.every(outcome => outcome.verdict === first.verdict);
  // Undecided whatever the candidate: then it is not this value that is needed.
  const own = agreed && first.verdict === 'undecided' ? [] : open.reasons;
  const verdict = agreed ? first.verdict : 'undecided';
  const alike = each.filter(
    ({ level, levelCase }) => level === mildest.level && levelCase === mildest.levelCase,
  );
  return {
    verdict,
    level: mildest.level,
    levelCase: mildest.levelCase,
    needs: verdict === 'undecided' ? uniteReasons([own, ...each.map(outcome => outcome.needs)]) : [],
    assumptions: [
      ...new Set(each.flatMap(outcome => outcome.assumptions)),
      ...(verdict === 'violation' ? [whicheverText(open)] : []),
    ],
    suppositions: (verdict === 'violation' ? alike : each).flatMap(outcome => outcome.suppositions),
  };
}

function whicheverText({ reasons, candidates = [], sensitive }: UnknownValue): string {
  const which = sensitive === true ? 'its values' : candidates.map(valueText).join(', ');
  return `${reasonsText(reasons)}; it is violated whichever of ${which} it is`;
}

const SEVERITY: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

type Truth = boolean | undefined;

/** Judges under one supposition: it is violated when it applies, its condition holds and its requirement does not. */
function attempt(
  policy: Policy,
  subject: Subject,
  run: Run,
  reading: Reading,
  supposition: Supposition,
): Outcome {
  const needs: (readonly Reason[])[] = [];
  const ask = (question: () => Truth): Truth => {
    reading.start();
    const answer = question();
    if (answer === undefined) needs.push(reading.needs);
    return answer;
  };
  const answer = (verdict: Outcome['verdict']): Outcome => {
    const due = verdict === 'undecided' ? uniteReasons(needs) : [];
    const { level, levelCase } =
      verdict === 'pass'
        ? { level: policy.severity, levelCase: undefined }
        : levelOf(policy, policy.levels ?? [], condition => holds(condition, subject, run, reading));
    return {
      verdict,
      level,
      levelCase,
      needs: due,
      assumptions: reading.assumptions,
      suppositions: [supposition],
    };
  };

  const { exchange, when } = policy;
  const applies = exchange === undefined ? true : ask(() => versionInRange(exchange, subject, reading));
  if (applies === false) return answer('pass');
  const concerned = when === undefined ? true : ask(() => holds(when, subject, run, reading));
  if (concerned === false) return answer('pass');
  const met = ask(() => holds(policy.require, subject, run, reading));
  if (met === true) return answer('pass');
  return answer(applies === true && concerned === true && met === false ? 'violation' : 'undecided');
}

/** The level of a violation; the milder one where it cannot be told which of two it is. */
function levelOf(
  policy: Policy,
  [first, ...others]: readonly LevelCase[],
  ask: (condition: string) => Truth,
): { level: Severity; levelCase: LevelCase | undefined } {
  if (first === undefined) return { level: policy.severity, levelCase: undefined };
  const answer = ask(first.when);
  if (answer === true) return { level: first.level, levelCase: first };
  const rest = levelOf(policy, others, ask);
  if (answer === false || SEVERITY[rest.level] <= SEVERITY[first.level]) return rest;
  return { level: first.level, levelCase: undefined };
}

const ranges = new Map<string, VersionRange | undefined>();

/** Whether the subject's version of Exchange is in a range; of a DAG or a host, that of any server of it. */
function versionInRange(text: string, subject: Subject, reading: Reading): Truth {
  if (!ranges.has(text)) ranges.set(text, parseVersionRange(text));
  const range = ranges.get(text);
  if (range === undefined) return undefined;
  const servers = serversOf(subject);
  let answer: Truth = false;
  for (const server of servers) {
    const fact = ESTATE_SCHEMA.server.facts['exchangeVersion'];
    const version = fact && reading.value({ kind: 'server', server }, 'server.exchangeVersion', fact);
    const inside = version === undefined ? false : valueInRange(version, range);
    if (inside === true) return true;
    if (inside === undefined) {
      answer = undefined;
      if (version !== undefined) reading.meet(version);
    }
  }
  return answer;
}

function valueInRange(version: Value, range: VersionRange): Truth {
  const candidates = version.kind === 'unknown' ? version.candidates : [version];
  if (candidates === undefined) return undefined;
  const versions = candidates.flatMap((candidate): ExchangeVersion[] =>
    candidate.kind === 'string' && isExchangeVersion(candidate.value) ? [candidate.value] : [],
  );
  if (versions.length < candidates.length) return undefined;
  if (versions.every(candidate => inRange(range, candidate))) return true;
  return versions.some(candidate => inRange(range, candidate)) ? undefined : false;
}
