import { writeBaseline } from '../policy/baseline.ts';
import { reportGithub } from '../report/github.ts';
import { reportJson } from '../report/json.ts';
import { reportMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { reportSarif } from '../report/sarif.ts';
import { reportText } from '../report/text.ts';
import { scan as scanInputs } from '../session/scan.ts';
import { type Arguments, type FormatChoice, type Options, UsageError } from './arguments.ts';
import { completenessStatus, scanStatus } from './exit-status.ts';
import type { ExitStatus, Io } from './io.ts';
import { wantsColour, writeFormats, writeTextFile } from './output.ts';
import { repositoryOf } from './repository.ts';
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
    briefRules: !options.formats.some(({ format }) => SHOWS_RULES.includes(format)),
  });
  const [unmatched] = unmatchedRules;
  if (unmatched !== undefined) {
    return new UsageError(`No rule matches '${unmatched}'; 'exvet rules' lists them.`);
  }
  if (options.writeBaseline !== undefined) {
    const mistake = writeTextFile(options.writeBaseline, writeBaseline(report.findings), io);
    if (mistake !== undefined) return mistake;
    const count = report.findings.length === 1 ? '1 finding' : `${report.findings.length} findings`;
    io.stderr(`exvet: wrote ${count} to ${options.writeBaseline}\n`);
    return completenessStatus(report.diagnostics, options);
  }
  const mistake = writeFormats(options.formats, choice => render(report, choice, options, io), io);
  return mistake ?? scanStatus(report.findings, report.diagnostics, options);
}

/** The formats that show what a rule is beyond its findings. */
const SHOWS_RULES: readonly string[] = ['sarif', 'html'];

function render(report: Report, choice: FormatChoice, options: Options, io: Io): string {
  const repository = repositoryOf(io.env);
  switch (choice.format) {
    case 'json':
      return reportJson(report);
    case 'sarif':
      return reportSarif(report, repository === undefined ? {} : { repository });
    case 'github':
      return reportGithub(report);
    case 'markdown':
      return reportMarkdown(report);
    default:
      return reportText(report, {
        colour: wantsColour(options, choice, io),
        quiet: options.quiet,
        verbose: options.verbose,
        ...(io.columns === undefined ? {} : { columns: io.columns }),
      });
  }
}
