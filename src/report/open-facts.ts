import type { ReportedFinding } from './report.ts';

/** A fact that only `exvet.yaml` can state, with what it would decide. */
export interface OpenFact {
  /** The key that states it: `servers[].cumulativeUpdate`. */
  readonly key: string;
  /** The rules that wait for it, sorted. */
  readonly rules: readonly string[];
  /** Addresses of what they judge, sorted. */
  readonly subjects: readonly string[];
}

export interface SortedFindings {
  /** Violations, and what is undecided for another reason than a fact that only `exvet.yaml` can state. */
  readonly findings: readonly ReportedFinding[];
  readonly openFacts: readonly OpenFact[];
}

/**
 * Sorts out the checks that wait for nothing but statements in `exvet.yaml`. One missing statement leaves many checks
 * open, for every server: people want to read once what to state.
 */
export function sortOpenFacts(findings: readonly ReportedFinding[]): SortedFindings {
  const others: ReportedFinding[] = [];
  const facts = new Map<string, { readonly rules: Set<string>; readonly subjects: Set<string> }>();
  for (const finding of findings) {
    const keys = finding.needs.map(({ key }) => key);
    if (finding.verdict !== 'undecided' || keys.length === 0 || keys.includes(undefined)) {
      others.push(finding);
      continue;
    }
    for (const key of keys) {
      if (key === undefined) continue;
      const fact = facts.get(key) ?? { rules: new Set(), subjects: new Set() };
      fact.rules.add(finding.rule);
      fact.subjects.add(finding.subject.address);
      facts.set(key, fact);
    }
  }
  const openFacts = [...facts].map(([key, { rules, subjects }]) => ({
    key,
    rules: [...rules].sort(),
    subjects: [...subjects].sort(),
  }));
  return { findings: others, openFacts: openFacts.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}
