import { describeRule } from '../policy/explain.ts';
import { withTexts } from '../policy/policy-texts.ts';
import { selectPolicies } from '../policy/selection.ts';
import { rulesJson, rulesText } from '../report/rules.ts';
import { allPolicies } from '../session/policies.ts';
import type { Arguments, UsageError } from './arguments.ts';
import { completenessStatus } from './exit-status.ts';
import type { ExitStatus, Io } from './io.ts';
import { printDiagnostics, wantsColour, writeFormats } from './output.ts';
import type { Setup } from './setup.ts';

/** `exvet rules`: every policy. */
export async function rules(
  { options }: Arguments,
  { request }: Setup,
  io: Io,
): Promise<ExitStatus | UsageError> {
  const loaded = await allPolicies(request.tree, request.config);
  const { policies } = selectPolicies(loaded.policies, { only: options.rules, skip: options.skippedRules });
  // Only JSON shows more than the titles.
  const isJson = options.formats.some(({ format }) => format === 'json');
  const rows = (isJson ? await withTexts(policies) : policies).map(describeRule);
  printDiagnostics(loaded.diagnostics, io);
  const mistake = writeFormats(
    options.formats,
    choice =>
      choice.format === 'json'
        ? rulesJson(rows)
        : rulesText(rows, { colour: wantsColour(options, choice, io) }),
    io,
  );
  return mistake ?? completenessStatus(loaded.diagnostics, options);
}
