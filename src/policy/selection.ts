import { type Diagnostic, diagnostic, type Severity } from '../source/diagnostic.ts';
import type { SourceRange } from '../source/range.ts';
import { didYouMean } from '../source/spelling.ts';
import type { Policy } from './policy.ts';

/** A level for a rule, from exvet.yaml. */
export interface RuleLevel {
  readonly rule: { readonly value: string; readonly range: SourceRange };
  readonly level: Severity | 'off';
}

export interface RuleChoice {
  /** Only these rules: ids or globs. All when empty. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly levels?: readonly RuleLevel[];
}

export interface SelectedPolicies {
  readonly policies: readonly Policy[];
  readonly diagnostics: readonly Diagnostic[];
  /** Entries of `only` and `skip` that name no rule. */
  readonly unmatched: readonly string[];
}

/** The policies to judge by, with the levels that the user gave them. */
export function selectPolicies(policies: readonly Policy[], choice: RuleChoice): SelectedPolicies {
  const { only = [], skip = [], levels = [] } = choice;
  const byRule = new Map(levels.map(({ rule, level }) => [rule.value, level]));
  const wanted = (id: string): boolean =>
    (only.length === 0 || only.some(glob => matchesRule(glob, id))) &&
    !skip.some(glob => matchesRule(glob, id)) &&
    byRule.get(id) !== 'off';
  const ids = policies.map(policy => policy.id);
  return {
    policies: policies
      .filter(policy => wanted(policy.id))
      .map(policy => atLevel(policy, byRule.get(policy.id))),
    diagnostics: levels
      .filter(({ rule }) => !ids.includes(rule.value))
      .map(({ rule }) => diagnostic('config-invalid', noSuchRule(rule.value, ids), rule.range)),
    unmatched: [...only, ...skip].filter(glob => !ids.some(id => matchesRule(glob, id))),
  };
}

export const noSuchRule = (id: string, ids: readonly string[]): string =>
  `There is no rule '${id}'.${didYouMean(id, ids)}`;

/** A rule's id, in any case, or a glob with `*`. */
export function matchesRule(glob: string, id: string): boolean {
  const parts = glob.split('*').map(part => part.replaceAll(/[^\w-]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(id);
}

function atLevel(policy: Policy, level: Severity | 'off' | undefined): Policy {
  if (level === undefined || level === 'off') return policy;
  const { levels } = policy;
  return {
    ...policy,
    severity: level,
    ...(levels === undefined ? {} : { levels: levels.map(item => ({ ...item, level })) }),
  };
}
