import { alsoJudgedBy, GROUPS, groupOf, type Requirement } from './coverage.ts';
import { describeRule, levelText, SUBJECTS, versionsText } from './explain.ts';
import { proseMarkdown, table } from './page-text.ts';
import type { Policy, PolicyExample } from './policy.ts';

const WRITTEN_BY = '<!-- Written by scripts/document-rules.mjs from policies/*.yaml. -->\n';

/** docs/rules/EXSTO-23.md: everything there is to say about a policy that has its texts (`withTexts`). */
export function rulePage(policy: Policy, requirements: readonly Requirement[]): string {
  const rule = describeRule(policy);
  const parts = [
    WRITTEN_BY,
    `# ${rule.id}: ${proseMarkdown(rule.title)}\n`,
    `${factsTable(policy, requirements)}\n`,
    ...section('What is required', proseMarkdown(rule.requirement)),
    ...section('Why it matters to Exchange', proseMarkdown(rule.rationale)),
    ...section('How it is decided', proseMarkdown(rule.decided), conditionText(policy)),
    ...section('What to do', proseMarkdown(rule.remedy)),
    ...exampleSection('Violates it', policy.examples?.bad),
    ...exampleSection('Passes', policy.examples?.good),
    ...section(
      'Sources',
      rule.links.map(({ title, url }) => `- [${proseMarkdown(title)}](${url})`).join('\n'),
    ),
  ];
  return parts.join('\n');
}

/** docs/rules/README.md: every policy, by group. */
export function ruleIndexPage(policies: readonly Policy[]): string {
  const head =
    `${WRITTEN_BY}\n# Rules\n\nEvery rule that exvet brings along: ${policies.length}. An *error* is outside of what Microsoft ` +
    'supports, a *warning* against what is recommended, a *note* worth knowing. What became of each requirement of ' +
    'the catalogue, those included that no template can show, stands in [coverage.md](../coverage.md). ' +
    '`exvet explain ID` prints a page in the terminal.\n';
  const groups = GROUPS.map(({ prefix, title }) => ({
    title,
    members: policies.filter(policy => groupOf(policy.id) === prefix),
  })).filter(({ members }) => members.length > 0);
  const tables = groups.map(
    ({ title, members }) =>
      `## ${title}\n\n${table(['rule', 'level', 'Exchange', 'platforms', ''], members.map(indexRow))}\n`,
  );
  return [head, ...tables].join('\n');
}

function indexRow(policy: Policy): readonly string[] {
  const { id, title, level, platforms } = describeRule(policy);
  return [
    `[${id}](${id}.md)`,
    level,
    versionsText(policy.exchange),
    platforms.join(', '),
    proseMarkdown(title),
  ];
}

function factsTable(policy: Policy, requirements: readonly Requirement[]): string {
  const also = alsoJudgedBy(policy.id, requirements).map(
    ({ id, title }) => `${id} (${proseMarkdown(title)})`,
  );
  return table(
    ['', ''],
    [
      ['level', levelText(policy)],
      ['judges', SUBJECTS[policy.subject]],
      ['platforms', describeRule(policy).platforms.join(', ')],
      ['Exchange', versionsText(policy.exchange)],
      ...(also.length === 0 ? [] : [['answers also', also.join('; ')]]),
    ],
  );
}

const section = (heading: string, ...texts: readonly string[]): string[] =>
  texts.join('') === ''
    ? []
    : [`## ${heading}\n`, ...texts.filter(text => text !== '').map(text => `${text}\n`)];

const FENCES = {
  terraform: 'terraform',
  arm: 'json',
  bicep: 'bicep',
  yaml: 'yaml',
  cel: 'javascript',
} as const;

const fence = (language: keyof typeof FENCES, text: string): string =>
  `\`\`\`${FENCES[language]}\n${text.trimEnd()}\n\`\`\``;

/** CEL reads like the expressions of JavaScript, which is what highlighters know. */
const conditionText = ({ when, require }: Policy): string =>
  [
    ...(when === undefined ? [] : ['It is about those for which this holds:', fence('cel', inLines(when))]),
    'Of each, this must hold:',
    fence('cel', inLines(require)),
  ].join('\n\n');

const LINE = 100;

/** A long condition with its parts on lines of their own: it is broken where `&&` and `||` stand outside of brackets. */
function inLines(condition: string): string {
  if (condition.length <= LINE) return condition;
  let depth = 0;
  return condition
    .split(/('[^']*'|[()[\]]| (?=&&|\|\|))/)
    .map(part => {
      if (part === '(' || part === '[') depth++;
      if (part === ')' || part === ']') depth--;
      return part === ' ' && depth === 0 ? '\n' : part;
    })
    .join('');
}

function exampleSection(heading: string, example: PolicyExample | undefined): string[] {
  if (example === undefined) return [];
  const { language, text, config } = example;
  return section(
    heading,
    fence(language, text),
    ...(config === undefined ? [] : ['with this `exvet.yaml`:', fence('yaml', config)]),
  );
}
