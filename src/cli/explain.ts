import { explainPolicy } from '../policy/explain.ts';
import { noSuchRule } from '../policy/selection.ts';
import { explanationJson, explanationText } from '../report/rules.ts';
import { allPolicies } from '../session/policies.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { completenessStatus } from './exit-status.ts';
import type { ExitStatus, Io } from './io.ts';
import { printDiagnostics, wantsColour, writeFormats } from './output.ts';
import type { Setup } from './setup.ts';

/** `exvet explain ID`: one policy. */
export async function explain(
  { options, paths }: Arguments,
  { request }: Setup,
  io: Io,
): Promise<ExitStatus | UsageError> {
  const [id, ...others] = paths;
  if (id === undefined || others.length > 0) {
    return new UsageError("'exvet explain' takes the id of one rule: exvet explain EXSTO-23.");
  }
  const loaded = await allPolicies(request.tree, request.config);
  printDiagnostics(loaded.diagnostics, io);
  const policy = loaded.policies.find(candidate => candidate.id.toLowerCase() === id.toLowerCase());
  if (policy === undefined) {
    return new UsageError(
      `${noSuchRule(
        id,
        loaded.policies.map(candidate => candidate.id),
      )} 'exvet rules' lists them.`,
    );
  }
  const explanation = explainPolicy(policy);
  const mistake = writeFormats(
    options.formats,
    choice =>
      choice.format === 'json'
        ? explanationJson(explanation)
        : explanationText(explanation, {
            colour: wantsColour(options, choice, io),
            ...(io.columns === undefined ? {} : { columns: io.columns }),
          }),
    io,
  );
  return mistake ?? completenessStatus(loaded.diagnostics, options);
}
