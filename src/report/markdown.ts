import { placeOf } from './json-parts.ts';
import { type OpenFact, sortOpenFacts } from './open-facts.ts';
import {
  compareByWeight,
  type DecidingPlace,
  decidingPlaces,
  labelOf,
  placeText,
  stepsShown,
} from './places.ts';
import { type RepeatedDiagnostic, repeatedDiagnostics } from './repeated-diagnostics.ts';
import { costsSomething, countFindings, type Report } from './report.ts';
import { counted } from './terminal-text.ts';

/** GitHub drops a job summary above 1 MiB as a whole; this leaves room for other writers of the step. */
const MAX_BYTES = 1_000_000;

const MARKS = { error: '❌', warning: '⚠️', note: 'ℹ️', undecided: '❔' } as const;

/** The report as GitHub-flavoured Markdown: a job summary, or a comment on a pull request. */
export function reportMarkdown(report: Report): string {
  const counts = countFindings(report.findings);
  const head = [
    '## exvet',
    '',
    `${MARKS.error} ${counted(counts.error, 'error')} · ${MARKS.warning} ${counted(counts.warning, 'warning')} · ` +
      `${MARKS.note} ${counted(counts.note, 'note')} · ${MARKS.undecided} ${counts.undecided} undecided`,
    '',
  ];
  const { findings, openFacts } = sortOpenFacts(report.findings);
  const foot = [...openFactLines(openFacts), ...coverageLines(report), ...notAnalysedLines(report)];
  const places = [...decidingPlaces(findings)].sort(compareByWeight);
  const room = MAX_BYTES - bytesOf([...head, ...foot]) - 200;
  return `${[...head, ...findingLines(places, room), ...foot].join('\n')}\n`;
}

function findingLines(places: readonly DecidingPlace[], room: number): readonly string[] {
  if (places.length === 0) return ['Nothing was found against the policy.', ''];
  const lines = ['| | Rule | Where | What | Remedy |', '|---|---|---|---|---|'];
  let used = bytesOf(lines);
  for (const [index, place] of places.entries()) {
    const row = placeRow(place);
    used += bytesOf([row]);
    if (used > room) {
      return [...lines, '', `… and ${places.length - index} more in the log and the SARIF file.`, ''];
    }
    lines.push(row);
  }
  return [...lines, ''];
}

function placeRow(place: DecidingPlace): string {
  const [finding] = place.findings;
  const label = labelOf(place);
  const others = place.findings.length - 1;
  const what = [
    escapeMarkdown(finding.message),
    ...(others === 0 ? [] : [`and ${others} more that the same text decides`]),
    ...finding.needs.map(need => `needs: ${escapeMarkdown(need.text)}`),
    ...stepsShown(finding).map(step => `through ${code(placeText(step.range))} ${escapeMarkdown(step.text)}`),
  ].join('<br>');
  const cells = [
    `${MARKS[label]} ${label}`,
    place.rule,
    code(placeText(place.range)),
    what,
    escapeMarkdown(finding.remedy),
  ];
  return `| ${cells.join(' | ')} |`;
}

const OPEN_SUBJECTS_SHOWN = 10;

/** What to state in `exvet.yaml`, with the checks that wait for it. */
function openFactLines(openFacts: readonly OpenFact[]): readonly string[] {
  if (openFacts.length === 0) return [];
  return [
    '### Undecided until exvet.yaml states what no template tells',
    '',
    '| State | Decides | For |',
    '|---|---|---|',
    ...openFacts.map(({ key, rules, subjects }) => {
      const hidden = subjects.length - OPEN_SUBJECTS_SHOWN;
      const shown = subjects.slice(0, OPEN_SUBJECTS_SHOWN).map(code).join(', ');
      return `| ${code(key)} | ${rules.join(', ')} | ${shown}${hidden > 0 ? ` and ${hidden} more` : ''} |`;
    }),
    '',
  ];
}

function coverageLines({ coverage, suppressed, inBaseline }: Report): readonly string[] {
  const { filesRead, deployments, resourcesEvaluated, serversRecognised } = coverage;
  const left = [
    ...(suppressed.length === 0 ? [] : [`${suppressed.length} suppressed`]),
    ...(inBaseline === 0 ? [] : [`${inBaseline} in the baseline`]),
  ];
  return [
    `Read ${counted(filesRead.length, 'file')}, evaluated ${counted(resourcesEvaluated, 'resource')} in ` +
      `${counted(deployments, 'deployment')}, recognised ${counted(serversRecognised, 'Exchange server')}` +
      `${left.length === 0 ? '' : `; ${left.join(', ')}`}.`,
    '',
  ];
}

const NOT_ANALYSED_SHOWN = 100;

function notAnalysedLines(report: Report): readonly string[] {
  const items = report.diagnostics.filter(costsSomething);
  if (items.length === 0) return ['Everything that was found was analysed.'];
  const groups = repeatedDiagnostics(items);
  const hidden = groups.length - NOT_ANALYSED_SHOWN;
  return [
    '### Not analysed',
    '',
    ...groups.slice(0, NOT_ANALYSED_SHOWN).map(diagnosticLine),
    ...(hidden > 0 ? [`- … and ${hidden} more`] : []),
  ];
}

function diagnosticLine({ first: item, others }: RepeatedDiagnostic): string {
  const { file, startLine, startColumn } = placeOf(item);
  const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'more place')})`;
  return `- ${MARKS[item.severity]} ${code(`${file}:${startLine}:${startColumn}`)} ${escapeMarkdown(item.message)}${more}`;
}

const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|~#@]/g, mark => `\\${mark}`);

/** HTML code, for a path may hold backticks and pipes. */
const code = (text: string): string =>
  `<code>${text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|~#@]/g, mark => `&#${mark.charCodeAt(0)};`)}</code>`;

const bytesOf = (lines: readonly string[]): number => new TextEncoder().encode(lines.join('\n')).length + 1;
