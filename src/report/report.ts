import type { Server } from '../estate/model.ts';
import type { RuleDescription } from '../policy/explain.ts';
import type { Finding } from '../policy/finding.ts';
import type { Diagnostic } from '../source/diagnostic.ts';

/**
 * Everything that a run found out: what every output format is written from. Formats print; they never
 * evaluate, look up or decide anything.
 */
export interface Report {
  readonly tool: Tool;
  readonly findings: readonly ReportedFinding[];
  /** Findings that a comment or exvet.yaml tells to leave out, and why. */
  readonly suppressed: readonly SuppressedFinding[];
  /** How many findings the baseline already holds; they are not among `findings`. */
  readonly inBaseline: number;
  readonly servers: readonly ReportedServer[];
  readonly coverage: Coverage;
  /** All diagnostics of the run, arranged; `coverage.notAnalysed` is those of them that cost something. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every rule that was judged, with or without findings. */
  readonly rules: readonly RuleDescription[];
}

export interface Tool {
  readonly version: string;
}

export interface ReportedFinding extends Finding {
  /** GitHub's `primaryLocationLineHash` of the finding's line: it stays when the lines around it move. */
  readonly fingerprint: string;
}

export interface SuppressedFinding {
  readonly finding: ReportedFinding;
  /** `comment`: in the input; `configuration`: in exvet.yaml. */
  readonly by: 'comment' | 'configuration';
  readonly reason: string;
}

export interface ReportedServer {
  /** The root module's folder or the template, with its parameter files: `main.json with prod.parameters.json`. */
  readonly deployment: string;
  readonly server: Server;
}

/** What was looked at. Every format ends with it, so that silence is never taken for a pass. */
export interface Coverage {
  /** Paths of the files that were read, sorted. */
  readonly filesRead: readonly string[];
  readonly deployments: number;
  readonly resourcesEvaluated: number;
  readonly serversRecognised: number;
  /** Diagnostics with the effect `broken` or `unavailable`. */
  readonly notAnalysed: readonly Diagnostic[];
}

/** The diagnostics that `Coverage.notAnalysed` lists. */
export const costsSomething = (item: Diagnostic): boolean => item.effect !== 'advice';

/** How many findings of each kind a report has; undecided ones count apart, whatever their level. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly undecided: number;
}

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0, undecided: 0 };
  for (const { verdict, level } of findings) counts[verdict === 'undecided' ? verdict : level]++;
  return counts;
}
