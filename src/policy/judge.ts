import type { Estate, Machine, Platform } from '../estate/model.ts';
import type { Subject } from '../estate/fact.ts';
import { compareRanges, type SourceRange, textOf } from '../source/range.ts';
import { reasonsText, valueText } from '../value/json.ts';
import { trailOf } from '../value/origin.ts';
import { knownText } from '../value/read.ts';
import type { Resource } from '../value/resource.ts';
import { uniteReasons } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { holds, type Run } from './cel.ts';
import { decide, type Outcome } from './decide.ts';
import type { Finding, Fix, Verdict } from './finding.ts';
import type { Policy } from './policy.ts';
import { factAt, Reading, valueAt } from './reading.ts';

/** The estate of one deployment, under the name that reports give it. */
export interface DeployedEstate {
  readonly deployment: string;
  readonly estate: Estate;
}

/**
 * Judges every subject of the estates by every policy that is about it. What passes is not reported. The
 * same finding in several deployments of one template is reported once; findings stand in the order of
 * their places.
 */
export function judge(estates: readonly DeployedEstate[], policies: readonly Policy[], run: Run): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { deployment, estate } of estates) {
    const subjects = subjectsOf(estate);
    for (const policy of policies) {
      for (const subject of subjects) {
        if (subject.kind !== policy.subject || !onPlatform(policy, subject)) continue;
        const outcome = decide(policy, subject, run);
        if (outcome.verdict === 'pass') continue;
        const finding = findingOf({ policy, subject, outcome, run, deployment }, outcome.verdict);
        const key = identity(finding);
        const known = findings.get(key);
        findings.set(key, known === undefined ? finding : alsoIn(known, finding));
      }
    }
  }
  return [...findings.values()].sort(compareFindings);
}

function subjectsOf({ servers, dags }: Estate): Subject[] {
  return [
    ...servers.flatMap((server): Subject[] => [
      { kind: 'server', server },
      ...server.disks.map((disk): Subject => ({ kind: 'disk', disk, server })),
      { kind: 'network', server },
    ]),
    ...dags.map((dag): Subject => ({ kind: 'dag', dag })),
  ];
}

const machinesOf = (subject: Subject): readonly Machine[] =>
  subject.kind === 'dag' ? subject.dag.members : [subject.server];

function onPlatform({ platforms }: Policy, subject: Subject): boolean {
  const includes = (platform: Platform): boolean => platforms === undefined || platforms.includes(platform);
  return machinesOf(subject).some(machine => includes(machine.platform));
}

interface Judgement {
  readonly policy: Policy;
  readonly subject: Subject;
  readonly outcome: Outcome;
  readonly run: Run;
  readonly deployment: string;
}

function findingOf(judgement: Judgement, verdict: Verdict): Finding {
  const { policy, subject, outcome, run, deployment } = judgement;
  const { levelCase } = outcome;
  const evidence = evidenceOf(subject, levelCase?.evidence ?? policy.evidence);
  const message =
    verdict === 'violation'
      ? (levelCase?.message ?? policy.message)
      : (policy.undecided ??
        `It cannot be told whether this holds for '${nameOf(subject)}': ${policy.title}`);
  return {
    rule: policy.id,
    title: policy.title,
    verdict,
    level: outcome.level,
    subject: { kind: subject.kind, address: addressOf(subject), name: nameOf(subject) },
    message: fill(message, subject, outcome),
    requirement: policy.requirement ?? policy.title,
    remedy: policy.remedy,
    range: evidence?.origin.range ?? headerOf(subject),
    trail: evidence === undefined ? { origin: headerOf(subject), steps: [] } : trailOf(evidence.origin),
    needs: outcome.needs,
    notes: notesOf(subject, outcome),
    links: policy.sources ?? [],
    fix: verdict === 'violation' ? fixOf(policy, subject, run) : undefined,
    deployments: [deployment],
  };
}

const NOTHING_SUPPOSED = new Map<never, never>();

function evidenceOf(subject: Subject, path: string | undefined): Value | undefined {
  if (path === undefined) return undefined;
  const at = factAt(subject.kind, path);
  return 'problem' in at ? undefined : valueAt(subject, at, new Reading(NOTHING_SUPPOSED));
}

/** Puts facts into a message; one that depends on what is supposed is told for each supposition. */
function fill(template: string, subject: Subject, outcome: Outcome): string {
  return template.replace(PLACEHOLDER, (whole, path: string) => {
    const at = factAt(subject.kind, path);
    if ('problem' in at) return whole;
    const texts = outcome.suppositions.map(supposition => {
      const value = valueAt(subject, at, new Reading(supposition));
      if (value?.sensitive !== true && at.name.endsWith('.name')) return knownText(value) ?? nameOf(subject);
      return value === undefined ? 'nothing' : factText(value);
    });
    return alternatives([...new Set(texts)]);
  });
}

/** A value in a message; an unknown one that is one of a few is told as those. */
function factText(value: Value): string {
  const few = value.kind === 'unknown' && value.sensitive !== true ? (value.candidates ?? []) : [];
  return few.length === 0 ? valueText(value) : alternatives(few.map(valueText));
}

/** A fact in a message: `{disk.name}`. */
export const PLACEHOLDER = /\{([a-zA-Z.]+)\}/g;

const alternatives = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1) ?? ''}`;

function notesOf(subject: Subject, outcome: Outcome): string[] {
  const notes = [...outcome.assumptions];
  for (const resource of resourcesOf(subject)) {
    if (resource.uncertain === undefined || resource.uncertain.length === 0) continue;
    notes.push(`whether ${resource.address} is deployed is not certain: ${reasonsText(resource.uncertain)}`);
  }
  for (const server of subject.kind === 'dag' ? subject.dag.members : [subject.server]) {
    if (server.certain) continue;
    const signs = server.recognisedBy.map(recognition => recognition.text).join(', ');
    notes.push(
      `${knownText(server.name) ?? server.address} is taken for an Exchange server by its ${signs} alone`,
    );
  }
  return [...new Set(notes)];
}

function resourcesOf(subject: Subject): readonly Resource[] {
  const resources = machinesOf(subject).map(machine => machine.resource);
  return [...new Set(subject.kind === 'disk' ? [subject.disk.resource, ...resources] : resources)];
}

function addressOf(subject: Subject): string {
  switch (subject.kind) {
    case 'disk':
      return subject.disk.address;
    case 'dag':
      return subject.dag.address;
    case 'server':
    case 'network':
      return subject.server.address;
  }
}

/** What people call the subject: as much of its name as is known, else its address. */
function nameOf(subject: Subject): string {
  const named =
    subject.kind === 'disk' ? subject.disk : subject.kind === 'dag' ? subject.dag : subject.server;
  return named.name.sensitive === true ? addressOf(subject) : (knownText(named.name) ?? addressOf(subject));
}

function headerOf(subject: Subject): SourceRange {
  if (subject.kind === 'disk') return subject.disk.resource.range;
  if (subject.kind !== 'dag') return subject.server.resource.range;
  return subject.dag.members[0]?.resource.range ?? subject.dag.membersSeparated.origin.range;
}

/** The policy's fix, where the fact that it sets is written as a plain literal. */
function fixOf({ fix }: Policy, subject: Subject, run: Run): Fix | undefined {
  if (fix === undefined) return undefined;
  if (fix.when !== undefined && holds(fix.when, subject, run, new Reading(NOTHING_SUPPOSED)) !== true) {
    return undefined;
  }
  const value = evidenceOf(subject, fix.set);
  if (value?.origin.kind !== 'literal' || value.sensitive === true) return undefined;
  const { range } = value.origin;
  const replacement = replacementFor(textOf(range), value, fix.to);
  if (replacement === undefined) return undefined;
  return { range, replacement, description: `Replace ${valueText(value)} with ${fix.to}` };
}

/** `undefined` for a literal in another notation than a plain word or quoted text. */
function replacementFor(literal: string, value: Value, to: string): string | undefined {
  const text = valueText(value);
  if (literal === text && value.kind !== 'string') return to;
  const quote = literal.charAt(0);
  return ['"', "'"].includes(quote) && literal === `${quote}${text}${quote}`
    ? `${quote}${to}${quote}`
    : undefined;
}

/** Two findings with one identity are the same finding, met in two deployments. */
function identity({ rule, verdict, level, subject, message, range, trail }: Finding): string {
  const steps = trail.steps.map(step => `${step.range.file.path}:${step.range.start}`);
  return [
    rule,
    verdict,
    level,
    subject.address,
    message,
    range.file.path,
    range.start,
    range.end,
    ...steps,
  ].join('\0');
}

const alsoIn = (known: Finding, other: Finding): Finding => ({
  ...known,
  needs: uniteReasons([known.needs, other.needs]),
  notes: union(known.notes, other.notes),
  deployments: union(known.deployments, other.deployments),
});

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** Where findings differ in nothing that a reader sees first, their rule and subject order them. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    compareRanges(a.range, b.range) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.subject.address, b.subject.address) ||
    compareTexts(a.message, b.message)
  );
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
