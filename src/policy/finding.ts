import type { Severity } from '../source/diagnostic.ts';
import type { SourceRange } from '../source/range.ts';
import type { Trail } from '../value/origin.ts';
import type { Reason } from '../value/unknown.ts';

export type Verdict = 'violation' | 'undecided';

/** One judgement that needs a reader: what is wrong, or what cannot be decided, and exactly where. */
export interface Finding {
  /** `EXSTO-23` */
  readonly rule: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** For an undecided finding: the level that a violation would have. */
  readonly level: Severity;
  readonly subject: Subject;
  /** One sentence about this subject. */
  readonly message: string;
  /** What Microsoft supports, in our own words. */
  readonly requirement: string;
  readonly remedy: string;
  readonly range: SourceRange;
  readonly trail: Trail;
  /** For an undecided finding: the inputs that would decide it. */
  readonly needs: readonly Reason[];
  /** Things that were assumed on the way: `nothing tells what the disk holds, so …`. */
  readonly notes: readonly string[];
  readonly links: readonly Link[];
  readonly fix: Fix | undefined;
  /** Deployments in which it was found, when the same template is deployed several times. */
  readonly deployments: readonly string[];
}

export interface Subject {
  readonly kind: SubjectKind;
  readonly address: string;
  readonly name: string;
}

export type SubjectKind = 'server' | 'disk' | 'dag' | 'host' | 'cluster' | 'network' | 'replication';

export interface Link {
  readonly title: string;
  readonly url: string;
}

/** A replacement of text that would mend the finding. */
export interface Fix {
  readonly range: SourceRange;
  readonly replacement: string;
  readonly description: string;
}
