import { recognitionNote } from '../policy/subject.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { pathOf } from '../source/diagnostic.ts';
import type { SourceRange } from '../source/range.ts';
import { excerptOf } from './excerpt.ts';
import { type OpenFact, sortOpenFacts } from './open-facts.ts';
import { type DecidingPlace, decidingPlaces, labelOf, placeText, stepsShown } from './places.ts';
import { type RepeatedDiagnostic, repeatedDiagnostics } from './repeated-diagnostics.ts';
import { type Coverage, costsSomething, countFindings, type Report } from './report.ts';
import {
  alignedRows,
  counted,
  type Paint,
  padEnd,
  paintWith,
  printable,
  type Style,
  wrap,
} from './terminal-text.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** Cells in a line; prose is wrapped to it. */
  readonly columns?: number;
  /** One line a finding. */
  readonly quiet?: boolean;
  /** Everything: all subjects, all remarks, the sources of a rule, the files that were read. */
  readonly verbose?: boolean;
}

const DEFAULT_COLUMNS = 100;
const MIN_COLUMNS = 40;

/** Beyond these, further subjects and remarks are counted instead of listed, unless asked for. */
const SUBJECTS_SHOWN = 5;
const REMARKS_SHOWN = 10;

/** The report for a person at a terminal; ends with a line feed. */
export function reportText(report: Report, options: TextOptions): string {
  const page = new Page(options, recognitionNotes(report));
  const { findings, openFacts } =
    options.verbose === true ? { findings: report.findings, openFacts: [] } : sortOpenFacts(report.findings);
  const places = decidingPlaces(findings);
  if (options.quiet === true) {
    for (const place of places) page.line(compactLine(place));
    for (const item of report.diagnostics.filter(costsSomething))
      page.line(compactDiagnostic(item, page.paint));
  } else {
    for (const place of places) writePlace(page, place);
    writeOpenFacts(page, openFacts);
    writeDiagnostics(page, 'Not analysed', report.diagnostics.filter(costsSomething));
    writeDiagnostics(
      page,
      'Remarks',
      report.diagnostics.filter(item => !costsSomething(item)),
    );
    if (options.verbose === true) writeFilesRead(page, report);
  }
  writeSummary(page, report);
  return page.text();
}

/** The remarks on servers, which hold for all findings on them. */
const recognitionNotes = ({ servers }: Report): ReadonlySet<string> =>
  new Set(servers.flatMap(({ server }) => recognitionNote(server) ?? []));

/** The lines of the output, and what they have to fit into. */
class Page {
  readonly paint: Paint;
  readonly columns: number;
  readonly verbose: boolean;
  readonly #lines: string[] = [];
  /** Notes that are printed where they apply first, and not again. */
  readonly #once: ReadonlySet<string>;
  readonly #unsaid: Set<string>;

  constructor(options: TextOptions, once: ReadonlySet<string>) {
    this.paint = paintWith(options.colour);
    // A terminal that does not know its width tells 0.
    this.columns = Math.max(MIN_COLUMNS, options.columns || DEFAULT_COLUMNS);
    this.verbose = options.verbose === true;
    this.#unsaid = new Set(once);
    this.#once = once;
  }

  line(text = ''): void {
    this.#lines.push(text);
  }

  /** Prose under a label, wrapped, its lines below each other. */
  prose(indent: string, label: string, text: string, style: Style = 'faint'): void {
    const head = `${indent}${this.paint(style, padEnd(label, LABEL_WIDTH))} `;
    const hang = `${indent}${' '.repeat(LABEL_WIDTH)} `;
    for (const [index, line] of wrap(printable(text), this.columns - hang.length).entries()) {
      this.line((index === 0 ? head : hang) + line);
    }
  }

  note(indent: string, text: string): void {
    if (this.#once.has(text) && !this.#unsaid.delete(text)) return;
    this.prose(indent, 'note', text);
  }

  /** A line of a table under a label: never wrapped. */
  row(indent: string, label: string, text: string): void {
    this.line(`${indent}${this.paint('faint', padEnd(label, LABEL_WIDTH))} ${text}`);
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

const LABEL_WIDTH = 8;

function writePlace(page: Page, place: DecidingPlace): void {
  const [finding] = place.findings;
  const label = labelOf(place);
  const head = `${label} ${place.rule}`;
  const [first, ...others] = wrap(printable(finding.message), page.columns - head.length - 2);
  page.line(`${page.paint(label, head)}  ${page.paint('strong', first ?? '')}`);
  for (const line of others) page.line(' '.repeat(head.length + 2) + page.paint('strong', line));
  const indent = writeExcerpt(page, place.range, label);
  writeSubjects(page, indent, place);
  writeTrail(page, indent, place);
  page.prose(indent, 'policy', finding.requirement);
  for (const need of finding.needs) {
    page.prose(
      indent,
      'needs',
      need.range === undefined ? need.text : `${need.text} (${shownPlace(need.range)})`,
      'undecided',
    );
  }
  page.prose(indent, 'remedy', finding.remedy, 'good');
  for (const note of finding.notes) page.note(indent, note);
  if (finding.deployments.length > 1) page.prose(indent, 'deployed', finding.deployments.join(', '));
  if (page.verbose) for (const link of finding.links) page.prose(indent, 'see', `${link.title}: ${link.url}`);
  page.line();
}

/** What to state in `exvet.yaml`, with the checks that wait for it. */
function writeOpenFacts(page: Page, openFacts: readonly OpenFact[]): void {
  if (openFacts.length === 0) return;
  page.line(page.paint('strong', 'Undecided until exvet.yaml states what no template tells'));
  for (const { key, rules, subjects } of openFacts) {
    page.line(`  ${page.paint('undecided', key)}`);
    page.prose('    ', 'decides', rules.join(', '));
    const hidden = subjects.length - SUBJECTS_SHOWN;
    const shown = subjects.slice(0, SUBJECTS_SHOWN).join(', ');
    page.prose('    ', 'for', hidden > 0 ? `${shown} and ${hidden} more` : shown);
  }
  page.line();
}

/** The way of the value, birthplace first. */
function writeTrail(page: Page, indent: string, { range, findings: [finding] }: DecidingPlace): void {
  const { origin, steps } = finding.trail;
  const isStep = steps[0] !== undefined && sameRange(origin, steps[0].range);
  if (!isStep && !sameRange(origin, range)) page.prose(indent, 'from', shownPlace(origin));
  const rows = alignedRows(stepsShown(finding).map(step => [shownPlace(step.range), printable(step.text)]));
  for (const [index, row] of rows.entries()) page.row(indent, index === 0 ? 'through' : '', row);
}

/** Kinds of subject whose own name is too long for a label. */
const SUBJECT_LABELS: Readonly<Record<string, string>> = { replication: 'replica' };

/** One text can decide many disks; they are named under one finding. */
function writeSubjects(page: Page, indent: string, place: DecidingPlace): void {
  const shown = page.verbose ? place.findings : place.findings.slice(0, SUBJECTS_SHOWN);
  for (const [index, { subject }] of shown.entries()) {
    page.prose(indent, index === 0 ? (SUBJECT_LABELS[subject.kind] ?? subject.kind) : '', subject.address);
  }
  const hidden = place.findings.length - shown.length;
  if (hidden > 0) page.prose(indent, '', `and ${hidden} more that the same text decides`);
}

/** Writes the source line with its mark; gives the indent that aligns what follows with it. */
function writeExcerpt(page: Page, range: SourceRange, style: Style, margin = ''): string {
  const number = String(range.file.positionAt(range.start).line);
  const gutter = margin + ' '.repeat(number.length + 1);
  const { text, mark, linesBelow } = excerptOf(range, page.columns - gutter.length - 4);
  const bar = page.paint('faint', '│');
  const below = linesBelow === 0 ? '' : page.paint('faint', ` and ${counted(linesBelow, 'more line')}`);
  page.line(`${gutter}${page.paint('faint', '╭─')} ${shownPlace(range)}`);
  page.line(`${margin} ${page.paint('faint', number)} ${bar} ${text}`);
  page.line(`${gutter} ${bar} ${page.paint(style, mark)}${below}`);
  return `${gutter}   `;
}

function writeDiagnostics(page: Page, title: string, items: readonly Diagnostic[]): void {
  if (items.length === 0) return;
  page.line(page.paint('strong', title));
  const groups = page.verbose ? items.map(first => ({ first, others: [] })) : repeatedDiagnostics(items);
  const shown = page.verbose
    ? groups
    : groups.filter(({ first }, index) => first.effect === 'broken' || index < REMARKS_SHOWN);
  for (const group of shown) writeDiagnostic(page, group);
  const hidden = groups.length - shown.length;
  if (hidden > 0) page.line(page.paint('faint', `  and ${hidden} more (--verbose lists them)`));
  page.line();
}

function writeDiagnostic(page: Page, { first: item, others }: RepeatedDiagnostic): void {
  const [first, ...more] = wrap(printable(item.message), page.columns - item.severity.length - 3);
  page.line(`  ${page.paint(item.severity, item.severity)} ${first ?? ''}`);
  for (const line of more) page.line(' '.repeat(item.severity.length + 3) + line);
  if (item.range !== undefined && item.effect === 'broken')
    writeExcerpt(page, item.range, item.severity, '  ');
  else page.line(`    ${page.paint('faint', diagnosticPlace(item))}`);
  if (others.length === 0) return;
  const places = others.slice(0, SUBJECTS_SHOWN).map(diagnosticPlace);
  const hidden = others.length - places.length;
  const also = `also at ${places.join(', ')}${hidden > 0 ? ` and ${counted(hidden, 'more place')}` : ''}`;
  for (const line of wrap(also, page.columns - 4)) page.line(`    ${page.paint('faint', line)}`);
}

const diagnosticPlace = (item: Diagnostic): string =>
  item.range === undefined ? printable(pathOf(item)) : shownPlace(item.range);

function writeFilesRead(page: Page, report: Report): void {
  page.line(page.paint('strong', 'Files read'));
  for (const path of report.coverage.filesRead) page.line(`  ${printable(path)}`);
  page.line();
}

function writeSummary(page: Page, report: Report): void {
  const { filesRead, deployments, resourcesEvaluated, serversRecognised } = report.coverage;
  page.line(
    `Read ${counted(filesRead.length, 'file')}, evaluated ${counted(resourcesEvaluated, 'resource')} in ` +
      `${counted(deployments, 'deployment')}, recognised ${counted(serversRecognised, 'Exchange server')}.`,
  );
  page.line(completenessText(page, report.coverage));
  page.line(countsText(page, report));
}

function completenessText(page: Page, { filesRead, notAnalysed: items }: Coverage): string {
  if (items.length === 0) {
    return filesRead.length === 0
      ? 'There was nothing to analyse.'
      : 'Everything that was found was analysed.';
  }
  const broken = items.filter(item => item.effect === 'broken').length;
  const parts = [
    ...(broken === 0 ? [] : [page.paint('error', `${broken} broken`)]),
    ...(broken === items.length ? [] : [page.paint('warning', `${items.length - broken} not available`)]),
  ];
  return `Not everything was analysed: ${parts.join(', ')}.`;
}

function countsText(page: Page, report: Report): string {
  const counts = countFindings(report.findings);
  const parts = (['error', 'warning', 'note', 'undecided'] as const)
    .filter(kind => counts[kind] > 0)
    .map(kind =>
      page.paint(kind, kind === 'undecided' ? `${counts[kind]} undecided` : counted(counts[kind], kind)),
    );
  const left = [
    ...(report.suppressed.length === 0 ? [] : [`${report.suppressed.length} suppressed`]),
    ...(report.inBaseline === 0 ? [] : [`${report.inBaseline} in the baseline`]),
  ];
  const found = parts.length === 0 ? page.paint('good', 'No findings') : parts.join(', ');
  return `${found}${left.length === 0 ? '' : ` (${left.join(', ')})`}.`;
}

/** The form that editors, problem matchers and people read alike: `path:line:column: level RULE: message`. */
function compactLine(place: DecidingPlace): string {
  const [finding] = place.findings;
  const more = place.findings.length === 1 ? '' : ` (and ${place.findings.length - 1} more)`;
  return `${shownPlace(place.range)}: ${labelOf(place)} ${place.rule}: ${printable(finding.message)}${more}`;
}

function compactDiagnostic(item: Diagnostic, paint: Paint): string {
  const place = item.range === undefined ? printable(pathOf(item)) : shownPlace(item.range);
  return `${place}: ${paint(item.severity, item.severity)} ${item.code}: ${printable(item.message)}`;
}

const shownPlace = (range: SourceRange): string => printable(placeText(range));

const sameRange = (a: SourceRange, b: SourceRange): boolean =>
  a.file === b.file && a.start === b.start && a.end === b.end;
