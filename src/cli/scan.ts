import { writeBaseline } from '../policy/baseline.ts';
import { reportGithub } from '../report/github.ts';
import { reportJson } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import { reportSarif } from '../report/sarif.ts';
import { reportText } from '../report/text.ts';
import { scan as scanInputs } from '../session/scan.ts';
import { type Arguments, type FormatChoice, type Options, UsageError } from './arguments.ts';
import { completenessStatus, scanStatus } from './exit-status.ts';
import type { ExitStatus, Io } from './io.ts';
import { wantsColour, writeFormats, writeTextFile } from './output.ts';
import type { Setup } from './setup.ts';
import { VERSION } from './version.ts';

/** `exvet scan`: judges what the templates would build. */
export async function scan(
  { options }: Arguments,
  { request, workspace }: Setup,
  io: Io,
): Promise<ExitStatus | UsageError> {
  const { report, unmatchedRules } = await scanInputs(request, {
    rules: options.rules,
    skippedRules: options.skippedRules,
    inlineIgnores: options.inlineIgnores,
    baseline: options.baseline === undefined ? undefined : workspace.toTree(options.baseline),
    date: options.date ?? io.now.toISOString().slice(0, 10),
    version: VERSION,
  });
  const [unmatched] = unmatchedRules;
  if (unmatched !== undefined) {
    return new UsageError(`No rule matches '${unmatched}'; 'exvet rules' lists them.`);
  }
  if (options.writeBaseline !== undefined) {
    const mistake = writeTextFile(options.writeBaseline, writeBaseline(report.findings), io);
    if (mistake !== undefined) return mistake;
    io.stderr(`exvet: wrote ${report.findings.length} findings to ${options.writeBaseline}\n`);
    return completenessStatus(report.diagnostics, options);
  }
  const mistake = writeFormats(options.formats, choice => render(report, choice, options, io), io);
  return mistake ?? scanStatus(report.findings, report.diagnostics, options);
}

function render(report: Report, choice: FormatChoice, options: Options, io: Io): string {
  switch (choice.format) {
    case 'json':
      return reportJson(report);
    case 'sarif':
      return reportSarif(report);
    case 'github':
      return reportGithub(report);
    default:
      return reportText(report, {
        colour: wantsColour(options, choice, io),
        quiet: options.quiet,
        verbose: options.verbose,
        ...(io.columns === undefined ? {} : { columns: io.columns }),
      });
  }
}
