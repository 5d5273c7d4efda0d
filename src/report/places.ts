import type { Verdict } from '../policy/finding.ts';
import type { Severity } from '../source/diagnostic.ts';
import { compareRanges, locationOf, type SourceRange } from '../source/range.ts';
import type { Step } from '../value/origin.ts';
import type { ReportedFinding } from './report.ts';

/**
 * The findings of one rule that one piece of text decides. A SKU in a variables file can decide twenty disks:
 * that is one thing to mend, and people want to read it once.
 */
export interface DecidingPlace {
  readonly rule: string;
  readonly verdict: Verdict;
  /** The worst level of its findings. */
  readonly level: Severity;
  readonly range: SourceRange;
  /** At least one; sorted by subject. */
  readonly findings: readonly [ReportedFinding, ...ReportedFinding[]];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Groups findings by rule, verdict and place, in the order of their places. */
export function decidingPlaces(findings: readonly ReportedFinding[]): readonly DecidingPlace[] {
  const groups = new Map<string, [ReportedFinding, ...ReportedFinding[]]>();
  for (const finding of findings) {
    const { rule, verdict, range } = finding;
    const key = [rule, verdict, range.file.path, range.start, range.end].join('\0');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map(toPlace).sort(compareByPlace);
}

function toPlace(findings: [ReportedFinding, ...ReportedFinding[]]): DecidingPlace {
  findings.sort((a, b) => compareText(a.subject.address, b.subject.address));
  const [{ rule, verdict, range }] = findings;
  const level = findings.map(finding => finding.level).reduce((a, b) => (RANK[b] < RANK[a] ? b : a));
  return { rule, verdict, level, range, findings };
}

const compareByPlace = (a: DecidingPlace, b: DecidingPlace): number =>
  compareRanges(a.range, b.range) || compareText(a.rule, b.rule) || compareText(a.verdict, b.verdict);

/** Violations before undecided, errors before warnings; then by place. For outputs with a limit. */
export const compareByWeight = (a: DecidingPlace, b: DecidingPlace): number =>
  weight(a) - weight(b) || compareByPlace(a, b);

const weight = (place: DecidingPlace): number =>
  place.verdict === 'violation' ? RANK[place.level] : RANK.note + 1 + RANK[place.level];

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The steps of a finding's value that are worth showing: a literal that stands in the argument itself has not
 * come from anywhere.
 */
export function stepsShown({ range, trail }: ReportedFinding): readonly Step[] {
  const [first, ...others] = trail.steps;
  return first === undefined || (others.length === 0 && encloses(first.range, range)) ? [] : trail.steps;
}

const encloses = (outer: SourceRange, inner: SourceRange): boolean =>
  outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;

/** `main.tf:3:5`: where a range begins. */
export function placeText(range: SourceRange): string {
  const { file, startLine, startColumn } = locationOf(range);
  return `${file}:${startLine}:${startColumn}`;
}

/** The word that people see for it: `error`, `warning`, `note` or `undecided`. */
export const labelOf = (place: Pick<DecidingPlace, 'verdict' | 'level'>): Severity | 'undecided' =>
  place.verdict === 'undecided' ? 'undecided' : place.level;
