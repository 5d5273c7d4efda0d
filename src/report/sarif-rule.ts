import type { RuleDescription } from '../policy/explain.ts';
import type { Severity } from '../source/diagnostic.ts';

/** GitHub cuts short and full descriptions there, and names at 255 (docs: SARIF support; 2026-11). */
const MAX_DESCRIPTION = 1024;
const MAX_NAME = 255;

const PROBLEM_SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

/** A rule as SARIF's reportingDescriptor, with everything that GitHub shows of it. */
export function descriptorOf(rule: RuleDescription, home: string) {
  return {
    id: rule.id,
    name: pascalCase(rule.title),
    shortDescription: { text: cut(sentence(rule.title)) },
    fullDescription: { text: cut(sentence(rule.requirement || rule.title)) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    helpUri: rule.links[0]?.url ?? home,
    messageStrings: MESSAGES,
    defaultConfiguration: { level: rule.level },
    properties: {
      tags: ['exchange-server', 'supportability', rule.subject, ...rule.platforms].slice(0, 10),
      precision: 'high',
      'problem.severity': PROBLEM_SEVERITY[rule.level],
    },
  };
}

/** `{0}` is the finding in a sentence, `{1}` its subjects; then what it needs, and the way of the value. */
const MESSAGES = {
  violation: { text: "Found '{0}' in '{1}'." },
  violationOn: { text: "Found '{0}' in '{1}'. The value came through '{2}'." },
  undecided: { text: "Undecided '{0}' in '{1}', for it needs '{2}'." },
  undecidedOn: { text: "Undecided '{0}' in '{1}', for it needs '{2}'. The value came through '{3}'." },
};

/** The parts of a rule's help that the policy has, with their headings. */
const helpParts = (rule: RuleDescription) =>
  [
    { heading: 'What is supported', text: rule.requirement },
    { heading: 'Why it matters', text: rule.rationale },
    { heading: 'How it is decided', text: rule.decided },
    { heading: 'Remedy', text: rule.remedy },
  ].filter(part => part.text !== '');

function helpText(rule: RuleDescription): string {
  return [
    ...helpParts(rule).map(({ heading, text }) => `${heading}: ${text}`),
    ...rule.links.map(link => `${link.title}: ${link.url}`),
  ].join('\n\n');
}

function helpMarkdown(rule: RuleDescription): string {
  return [
    `## ${rule.title}`,
    ...helpParts(rule).map(({ heading, text }) => `### ${heading}\n\n${text}`),
    ...(rule.links.length === 0
      ? []
      : [`### Sources\n\n${rule.links.map(link => `- [${link.title}](${link.url})`).join('\n')}`]),
  ].join('\n\n');
}

/**
 * `A size of the VM` becomes `SizeOfTheVm`: the validators take two capitals in a row for a fault, also where
 * one is a word of one letter.
 */
export const pascalCase = (title: string): string =>
  title
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(word => word.length > 1)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('')
    .slice(0, MAX_NAME);

export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const cut = (text: string): string =>
  text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 2)}….`;
