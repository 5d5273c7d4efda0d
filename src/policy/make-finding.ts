import type { Subject } from '../estate/fact.ts';
import { textOf } from '../source/range.ts';
import { reasonsText, valueText } from '../value/json.ts';
import { trailOf } from '../value/origin.ts';
import type { Resource } from '../value/resource.ts';
import type { Value } from '../value/value.ts';
import { holds, type Run } from './cel.ts';
import type { Outcome } from './decide.ts';
import type { Finding, Fix, Verdict } from './finding.ts';
import { isDownloaded, placeOf } from './finding-place.ts';
import { fillMessage } from './message.ts';
import type { Policy } from './policy.ts';
import { factAt, Reading, valueAt } from './reading.ts';
import { addressOf, headerOf, nameOf, recognitionNote, resourcesOf, serversOf } from './subject.ts';

/** A subject that a policy does not pass. */
export interface Judgement {
  readonly policy: Policy;
  readonly subject: Subject;
  readonly outcome: Outcome;
  readonly run: Run;
  readonly deployment: string;
  /** Everything that stands in modules which were downloaded. */
  readonly downloaded: readonly Resource[];
}

/** The finding that tells a reader about it: the sentence, the place, the way there, what is needed. */
export function findingOf(judgement: Judgement, verdict: Verdict): Finding {
  const { policy, subject, outcome, deployment, downloaded } = judgement;
  const { levelCase } = outcome;
  const evidence = evidenceOf(subject, levelCase?.evidence ?? policy.evidence);
  const message =
    verdict === 'violation'
      ? (levelCase?.message ?? policy.message)
      : (policy.undecided ??
        `It cannot be told whether this holds for '${nameOf(subject)}': ${policy.title}`);
  const { range, trail } = placeOf(
    evidence === undefined ? { origin: headerOf(subject), steps: [] } : trailOf(evidence.origin),
    resourcesOf(subject),
    downloaded,
  );
  return {
    rule: policy.id,
    title: policy.title,
    verdict,
    level: outcome.level,
    subject: { kind: subject.kind, address: addressOf(subject), name: nameOf(subject) },
    message: fillMessage(message, subject, outcome.suppositions),
    requirement: policy.requirement ?? policy.title,
    remedy: policy.remedy,
    range,
    trail,
    needs: outcome.needs,
    notes: notesOf(subject, outcome),
    links: policy.sources ?? [],
    fix: verdict === 'violation' ? fixOf(judgement) : undefined,
    deployments: [deployment],
  };
}

const NOTHING_SUPPOSED = new Map<never, never>();

function evidenceOf(subject: Subject, path: string | undefined): Value | undefined {
  if (path === undefined) return undefined;
  const at = factAt(subject.kind, path);
  return 'problem' in at ? undefined : valueAt(subject, at, new Reading(NOTHING_SUPPOSED));
}

function notesOf(subject: Subject, outcome: Outcome): string[] {
  const notes = [...outcome.assumptions];
  for (const resource of resourcesOf(subject)) {
    if (resource.uncertain === undefined || resource.uncertain.length === 0) continue;
    notes.push(`whether ${resource.address} is deployed is not certain: ${reasonsText(resource.uncertain)}`);
  }
  for (const server of serversOf(subject)) {
    const note = recognitionNote(server);
    if (note !== undefined) notes.push(note);
  }
  return [...new Set(notes)];
}

/** The policy's fix, where the fact that it sets is written as a plain literal in a file of the user's own. */
function fixOf({ policy: { fix }, subject, run, downloaded }: Judgement): Fix | undefined {
  if (fix === undefined) return undefined;
  if (fix.when !== undefined && holds(fix.when, subject, run, new Reading(NOTHING_SUPPOSED)) !== true) {
    return undefined;
  }
  const value = evidenceOf(subject, fix.set);
  if (value?.origin.kind !== 'literal' || value.sensitive === true) return undefined;
  const { range } = value.origin;
  if (isDownloaded(range, downloaded)) return undefined;
  const replacement = replacementFor(textOf(range), value, fix.to);
  if (replacement === undefined) return undefined;
  return { range, replacement, description: `Replace ${valueText(value)} with ${fix.to}` };
}

/** `undefined` for a literal in another notation than a plain word or quoted text. */
function replacementFor(literal: string, value: Value, to: string): string | undefined {
  const text = valueText(value);
  if (literal === text && value.kind !== 'string') return to;
  const quote = literal.charAt(0);
  // The estate has names of its own for settings, which differ from the written ones in case.
  const isWritten = literal.toLowerCase() === `${quote}${text}${quote}`.toLowerCase();
  return ['"', "'"].includes(quote) && isWritten ? `${quote}${to}${quote}` : undefined;
}
