import { EXCHANGE_VERSIONS } from '../estate/exchange-versions.ts';
import { PLATFORMS } from '../estate/fact.ts';
import type { Severity } from '../source/diagnostic.ts';
import { alsoJudgedBy, type Requirement } from './coverage.ts';
import type { Link, SubjectKind } from './finding.ts';
import type { Policy, PolicyExample } from './policy.ts';
import { inRange, parseVersionRange } from './version-range.ts';

/** One line of `exvet rules`, and what a report says about a rule. */
export interface RuleDescription {
  /** `EXSTO-23` */
  readonly id: string;
  readonly title: string;
  readonly level: Severity;
  readonly subject: SubjectKind;
  readonly platforms: readonly string[];
  /** What Microsoft supports, in our own words. */
  readonly requirement: string;
  /** Why it matters to Exchange; like the next, empty when the policy is silent or its texts are not loaded. */
  readonly rationale: string;
  /** How it is decided from the templates. */
  readonly decided: string;
  readonly remedy: string;
  readonly links: readonly Link[];
}

export const describeRule = (policy: Policy): RuleDescription => ({
  id: policy.id,
  title: policy.title,
  level: policy.severity,
  subject: policy.subject,
  platforms: policy.platforms ?? PLATFORMS,
  requirement: policy.requirement ?? policy.title,
  rationale: policy.rationale ?? '',
  decided: policy.decided ?? '',
  remedy: policy.remedy,
  links: policy.sources ?? [],
});

/** What `exvet explain` prints about one rule, part by part; parts that the policy leaves out are not there. */
export interface Explanation {
  readonly id: string;
  readonly title: string;
  /** What it is about: severity, subject, platforms, Exchange versions. */
  readonly scope: readonly (readonly [label: string, text: string])[];
  readonly sections: readonly ExplanationSection[];
  readonly links: readonly Link[];
}

export interface ExplanationSection {
  readonly heading: string;
  /** Prose, to be wrapped. */
  readonly text?: string;
  readonly code?: PolicyExample;
}

/** Explains a policy that has its texts (`withTexts`), with the requirements that it judges besides its own. */
export function explainPolicy(policy: Policy, requirements: readonly Requirement[] = []): Explanation {
  const rule = describeRule(policy);
  const prose = (heading: string, text: string): ExplanationSection[] =>
    text === '' ? [] : [{ heading, text }];
  const { examples } = policy;
  return {
    id: rule.id,
    title: rule.title,
    scope: [
      ['level', levelText(policy)],
      ['judges', SUBJECTS[policy.subject]],
      ['platforms', rule.platforms.join(', ')],
      ['Exchange', versionsText(policy.exchange)],
      ...alsoText(alsoJudgedBy(policy.id, requirements)),
    ],
    sections: [
      ...prose('What is required', rule.requirement),
      ...prose('Why', rule.rationale),
      ...prose('How it is decided', rule.decided),
      { heading: 'The condition', text: conditionText(policy) },
      ...prose('What to do', rule.remedy),
      ...(examples === undefined
        ? []
        : [
            { heading: 'Violates it', code: examples.bad },
            { heading: 'Passes', code: examples.good },
          ]),
    ],
    links: rule.links,
  };
}

/** Explains a requirement that has no policy of its own: the policies that judge it, or why none does. */
export function explainRequirement(requirement: Requirement, policies: readonly Policy[]): Explanation {
  const { id, title, reason, negative } = requirement;
  const judges = requirement.policies.map(judge => {
    const policy = policies.find(candidate => candidate.id === judge);
    return { heading: `Judged by ${judge}`, text: policy?.title ?? judge };
  });
  return {
    id,
    title,
    scope: [],
    sections: [
      ...judges,
      ...(negative === undefined ? [] : [{ heading: 'Never flagged', text: negative }]),
      ...(reason === undefined
        ? []
        : [{ heading: judges.length === 0 ? 'Why no rule judges it' : 'What no rule judges', text: reason }]),
    ],
    links: [],
  };
}

/** What a policy judges one by one, in words. */
export const SUBJECTS: Readonly<Record<Policy['subject'], string>> = {
  server: 'each Exchange server',
  disk: 'each disk of an Exchange server',
  dag: 'each database availability group',
  network: 'the network of each Exchange server',
  host: 'each host or cluster that an Exchange server runs on',
  cluster: 'each cluster that an Exchange server runs on',
  replication: 'each Exchange server that is replicated to another place',
};

/** The level of a violation, with those that some cases have. */
export function levelText({ severity, levels = [] }: Policy): string {
  const others = [...new Set(levels.map(item => item.level))].filter(level => level !== severity);
  return others.length === 0 ? severity : `${severity}; ${others.join(' or ')} in some cases`;
}

const conditionText = ({ when, require }: Policy): string =>
  when === undefined ? require : `${require}, for those with ${when}`;

/** Every version of a range by name. */
export function versionsText(range: string | undefined): string {
  const versions = range === undefined ? undefined : parseVersionRange(range);
  return versions === undefined
    ? 'every version'
    : EXCHANGE_VERSIONS.filter(version => inRange(versions, version)).join(', ');
}

const alsoText = (requirements: readonly Requirement[]): (readonly [string, string])[] =>
  requirements.length === 0 ? [] : [['answers', `also ${requirements.map(({ id }) => id).join(', ')}`]];
