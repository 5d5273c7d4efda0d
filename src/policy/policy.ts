import type { JudgedKind } from '../estate/fact.ts';
import type { Platform } from '../estate/model.ts';
import type { Severity } from '../source/diagnostic.ts';
import type { Link } from './finding.ts';

/**
 * A policy, exactly as its YAML document has it (`policy-schema.ts`). Conditions are CEL over the facts of
 * the estate (`../estate/schema.ts`).
 */
export interface Policy {
  /** `EXSTO-23` */
  readonly id: string;
  readonly title: string;
  /** The level of a violation, unless one of `levels` says otherwise. */
  readonly severity: Severity;
  readonly subject: JudgedKind;
  /** All when absent. */
  readonly platforms?: readonly Platform[];
  /** A range of Exchange versions (`version-range.ts`); every version when absent. */
  readonly exchange?: string;
  /** Which subjects it is about; all of its kind when absent. */
  readonly when?: string;
  readonly require: string;
  /** The first case that holds for a violation replaces what stands above it. */
  readonly levels?: readonly LevelCase[];
  /** The fact whose origin is the finding's place; the resource's header when absent. */
  readonly evidence?: string;
  /** One sentence about the subject of a violation, with facts in braces. */
  readonly message: string;
  /** The same for a subject for which it cannot be told. */
  readonly undecided?: string;
  /** What Microsoft supports, in our own words. */
  readonly requirement?: string;
  readonly remedy: string;
  /** Why it matters to Exchange. */
  readonly rationale?: string;
  /** How it is decided from the templates. */
  readonly decided?: string;
  readonly fix?: PolicyFix;
  readonly examples?: { readonly bad: PolicyExample; readonly good: PolicyExample };
  readonly sources?: readonly Link[];
}

export interface LevelCase {
  readonly when: string;
  readonly level: Severity;
  readonly evidence?: string;
  readonly message?: string;
}

/** Replaces the literal that the fact comes from. */
export interface PolicyFix {
  readonly set: string;
  readonly to: string;
  /** When the replacement is known to be right; always when absent. */
  readonly when?: string;
}

/** A small input that violates or passes; the tests run it. */
export interface PolicyExample {
  readonly language: 'terraform' | 'arm' | 'bicep';
  readonly text: string;
  /** The exvet.yaml beside it, where it takes one. */
  readonly config?: string;
}
