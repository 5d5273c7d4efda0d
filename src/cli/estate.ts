import { estateJson } from '../report/estate-json.ts';
import { estateText } from '../report/estate-text.ts';
import { buildEstates } from '../session/estates.ts';
import { evaluate } from '../session/evaluate.ts';
import type { Arguments, UsageError } from './arguments.ts';
import { completenessStatus } from './exit-status.ts';
import type { ExitStatus, Io } from './io.ts';
import { wantsColour, writeFormats } from './output.ts';
import type { Setup } from './setup.ts';

/** `exvet estate`: the Exchange estate that the templates would build. */
export async function estate(
  { options }: Arguments,
  { request }: Setup,
  io: Io,
): Promise<ExitStatus | UsageError> {
  const report = buildEstates(await evaluate(request), request.config);
  const mistake = writeFormats(
    options.formats,
    choice =>
      choice.format === 'json'
        ? estateJson(report)
        : estateText(report, {
            colour: wantsColour(options, choice, io),
            verbose: options.verbose,
            ...(io.columns === undefined ? {} : { columns: io.columns }),
          }),
    io,
  );
  return mistake ?? completenessStatus(report.diagnostics, options);
}
