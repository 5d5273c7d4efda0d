import type { Diagnostic, Severity } from '../source/diagnostic.ts';
import { type Location, locationOf } from '../source/range.ts';
import { placeOf } from './json-parts.ts';
import { sortOpenFacts } from './open-facts.ts';
import { compareByWeight, type DecidingPlace, decidingPlaces, placeText, stepsShown } from './places.ts';
import { countFindings, type Report } from './report.ts';
import { counted } from './terminal-text.ts';

/** GitHub drops what exceeds ten of a kind in a step, in the order of printing, without a word. */
const SHOWN_PER_COMMAND = 10;

type Command = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly command: Command;
  readonly place: Location;
  readonly title: string;
  readonly message: string;
}

const COMMANDS: Readonly<Record<Severity, Command>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Workflow commands that GitHub Actions turns into annotations: broken inputs, then findings, worst first, as
 * many as GitHub shows. Ends with what was covered. Every text of the scanned tree is escaped or stands
 * inside a line that does not begin with `::`, so that none can issue a command.
 */
export function reportGithub(report: Report): string {
  const { findings, openFacts } = sortOpenFacts(report.findings);
  const places = [...decidingPlaces(findings)].sort(compareByWeight);
  const annotations = [
    ...report.diagnostics.filter(item => item.effect === 'broken').map(diagnosticAnnotation),
    ...places.map(placeAnnotation),
    ...report.diagnostics.filter(item => item.effect === 'unavailable').map(diagnosticAnnotation),
  ];
  const printed: Record<Command, number> = { error: 0, warning: 0, notice: 0 };
  const lines: string[] = [];
  for (const annotation of annotations) {
    if (printed[annotation.command]++ < SHOWN_PER_COMMAND) lines.push(commandLine(annotation));
  }
  for (const command of ['error', 'warning', 'notice'] as const) {
    const hidden = printed[command] - SHOWN_PER_COMMAND;
    if (hidden > 0)
      lines.push(`${counted(hidden, `more ${command}`)} in the log, the summary and the SARIF file.`);
  }
  const open = openFacts.map(
    ({ key, rules, subjects }) =>
      `Undecided until exvet.yaml states ${key}: ${rules.join(', ')} (${counted(subjects.length, 'subject')}).`,
  );
  return `${[...lines, ...open, ...coverageLines(report)].join('\n')}\n`;
}

function placeAnnotation(place: DecidingPlace): Annotation {
  const [finding] = place.findings;
  const others = place.findings.length - 1;
  const undecided = place.verdict === 'undecided';
  return {
    command: undecided ? 'notice' : COMMANDS[place.level],
    place: locationOf(place.range),
    title: `${place.rule}${undecided ? ' undecided' : ''}: ${finding.title}`,
    message: [
      others === 0 ? finding.message : `${finding.message} (and ${others} more that the same text decides)`,
      ...finding.needs.map(need => `Needs: ${need.text}`),
      ...stepsShown(finding).map(step => `Through: ${placeText(step.range)} ${step.text}`),
      `Remedy: ${finding.remedy}`,
    ].join('\n'),
  };
}

const diagnosticAnnotation = (item: Diagnostic): Annotation => ({
  command: COMMANDS[item.severity],
  place: placeOf(item),
  title: `Not analysed: ${item.code}`,
  message: item.message,
});

function commandLine({ command, place, title, message }: Annotation): string {
  const properties = {
    file: place.file,
    line: place.startLine,
    endLine: place.endLine,
    // Columns of a stretch over several lines would be read as those of its first line.
    ...(place.startLine === place.endLine ? { col: place.startColumn, endColumn: place.endColumn } : {}),
    title,
  };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  return `::${command} ${written.join(',')}::${escapeMessage(message)}`;
}

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function coverageLines(report: Report): readonly string[] {
  const { filesRead, resourcesEvaluated, serversRecognised, notAnalysed } = report.coverage;
  const counts = countFindings(report.findings);
  return [
    `exvet read ${counted(filesRead.length, 'file')}, evaluated ${counted(resourcesEvaluated, 'resource')}, ` +
      `recognised ${counted(serversRecognised, 'Exchange server')}; not analysed: ${notAnalysed.length}.`,
    `${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}, ${counted(counts.note, 'note')}, ` +
      `${counts.undecided} undecided.`,
  ];
}
