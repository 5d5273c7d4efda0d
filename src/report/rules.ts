import type { Explanation, ExplanationSection, RuleDescription } from '../policy/explain.ts';
import { jsonText } from './json-parts.ts';
import { alignedRows, type Paint, padEnd, paintWith, wrap } from './terminal-text.ts';

export interface RulesTextOptions {
  readonly colour: boolean;
  readonly columns?: number;
}

const byId = (a: RuleDescription, b: RuleDescription): number => (a.id < b.id ? -1 : 1);

/** `exvet rules`: a line a rule. */
export function rulesText(rules: readonly RuleDescription[], { colour }: RulesTextOptions): string {
  const paint = paintWith(colour);
  const rows = [...rules]
    .sort(byId)
    .map(({ id, level, platforms, title }) => [
      paint('strong', id),
      paint(level, level),
      platforms.join(' '),
      title,
    ]);
  return `${alignedRows(rows).join('\n')}\n`;
}

/** `rules --format json`. */
export const rulesJson = (rules: readonly RuleDescription[]): string =>
  jsonText({ rules: [...rules].sort(byId) });

const LABEL_WIDTH = 10;

/** `exvet explain`: one rule for the reader of a finding. */
export function explanationText(explanation: Explanation, options: RulesTextOptions): string {
  const paint = paintWith(options.colour);
  const columns = options.columns ?? 100;
  const lines = [`${paint('strong', explanation.id)}  ${paint('strong', explanation.title)}`];
  if (explanation.scope.length > 0) lines.push('');
  for (const [label, text] of explanation.scope) {
    lines.push(`  ${paint('faint', padEnd(label, LABEL_WIDTH))} ${text}`);
  }
  for (const section of explanation.sections) lines.push('', ...sectionLines(section, paint, columns));
  if (explanation.links.length > 0) {
    lines.push('', paint('strong', 'Sources'));
    for (const { title, url } of explanation.links) lines.push(`  ${title}`, `  ${paint('faint', url)}`);
  }
  return `${lines.join('\n')}\n`;
}

function sectionLines({ heading, text, code }: ExplanationSection, paint: Paint, columns: number): string[] {
  const lines = [paint('strong', heading)];
  if (text !== undefined) lines.push(...wrap(text, columns - 2).map(line => `  ${line}`));
  if (code !== undefined) lines.push(...codeLines(code.text));
  if (code?.config !== undefined) lines.push('', '  with this exvet.yaml:', ...codeLines(code.config));
  return lines;
}

const codeLines = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map(line => `    ${line}`.trimEnd());

/** `explain --format json`. */
export const explanationJson = (explanation: Explanation): string => jsonText(explanation);
