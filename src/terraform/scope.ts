import { type Diagnostic, type DiagnosticCode, diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/file.ts';
import type { SourceRange } from '../source/range.ts';
import { computedAt } from '../value/make.ts';
import type { Type } from '../value/type.ts';
import { unknown } from '../value/unknown.ts';
import type { ObjectValue, UnknownValue, Value } from '../value/value.ts';
import type { ScannedFiles } from './function-files.ts';
import type { AttributeAccess, Expression, IndexAccess, VariableExpression } from './hcl/ast.ts';
import type { Problem } from './problem.ts';

/** What an expression may see. Expressions know nothing of Terraform's own names: `symbols` does. */
export interface Scope {
  readonly symbols: Symbols;
  /** Names bound nearer by: of `for` expressions, `dynamic` blocks, templates, `each` and `count`. */
  readonly names?: LocalName | undefined;
  readonly problems: Problems;
}

/**
 * Evaluates an expression: what the kinds of expressions that contain others are given, since `expression.ts`
 * knows them all.
 */
export type Evaluate = (expression: Expression, scope: Scope) => Value;

export interface LocalName {
  readonly name: string;
  readonly value: Value;
  readonly outer: LocalName | undefined;
}

/** One step of a traversal: `.name` or `[index]`. */
export type TraversalStep = AttributeAccess | IndexAccess;

export interface Symbols {
  /**
   * The value of what a traversal begins with, and how many of its steps that took: one for `var.name`, two
   * for `data.type.name`. Reports what is not declared.
   */
  resolve(root: VariableExpression, steps: readonly TraversalStep[], scope: Scope): Resolved;
  /** `undefined` where no function may be called: in the values of variables. */
  readonly calls: CallContext | undefined;
  readonly depth: Depth;
}

/** What keeps an evaluation from taking forever. */
export interface Depth {
  /** Whether one more level of nested expressions may be entered; pair it with `leaveExpression`. */
  enterExpression(): boolean;
  leaveExpression(): void;
  /** Counts a round of any `for` in the whole deployment; by how many it is beyond those allowed. */
  countRound(): number;
}

export interface Resolved {
  readonly value: Value;
  readonly used: number;
}

export interface CallContext {
  readonly files: ScannedFiles;
  readonly renderTemplate: (file: SourceFile, variables: ObjectValue) => Value | Problem;
}

/**
 * Where the problems of an expression go. `try` and `can` catch the errors of evaluating, but not mistakes
 * that Terraform finds without evaluating: undeclared names and unknown functions.
 */
export class Problems {
  readonly #report: (item: Diagnostic) => void;
  readonly #outer: Problems | undefined;
  #caught = 0;

  private constructor(report: (item: Diagnostic) => void, outer?: Problems) {
    this.#report = report;
    this.#outer = outer;
  }

  static reportingTo(report: (item: Diagnostic) => void): Problems {
    return new Problems(report);
  }

  /** Problems whose errors of evaluation are only counted. */
  catching(): Problems {
    return new Problems(() => {}, this);
  }

  get caught(): number {
    return this.#caught;
  }

  /** An error of evaluating. Its value is unknown, and says that the expression is wrong. */
  failed(code: DiagnosticCode, message: string, range: SourceRange, type?: Type): UnknownValue {
    this.#caught++;
    this.#report(diagnostic(code, sentence(message), range));
    return brokenAt(range, type);
  }

  /** Something that is no error, but that the user should know. */
  remarked(code: DiagnosticCode, message: string, range: SourceRange): void {
    this.#report(diagnostic(code, sentence(message), range));
  }

  /** A mistake that no `try` excuses. */
  mistaken(code: DiagnosticCode, message: string, range: SourceRange): UnknownValue {
    this.#caught++;
    if (this.#outer === undefined) this.#report(diagnostic(code, sentence(message), range));
    else this.#outer.mistaken(code, message, range);
    return brokenAt(range);
  }
}

const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);

/** What stands for an expression that is wrong. */
export const brokenAt = (range: SourceRange, type?: Type): UnknownValue =>
  unknown({ kind: 'error', text: 'the expression has an error', range }, computedAt(range), { type });

export const bind = (scope: Scope, name: string, value: Value): Scope => ({
  ...scope,
  names: { name, value, outer: scope.names },
});

export function boundValue(scope: Scope, name: string): Value | undefined {
  for (let at = scope.names; at !== undefined; at = at.outer) if (at.name === name) return at.value;
  return undefined;
}
