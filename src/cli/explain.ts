import { allRequirements } from '../policy/coverage.ts';
import { type Explanation, explainPolicy, explainRequirement } from '../policy/explain.ts';
import type { Policy } from '../policy/policy.ts';
import { withTexts } from '../policy/policy-texts.ts';
import { noSuchRule } from '../policy/selection.ts';
import { explanationJson, explanationText } from '../report/rules.ts';
import { allPolicies } from '../session/policies.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { completenessStatus } from './exit-status.ts';
import type { ExitStatus, Io } from './io.ts';
import { printDiagnostics, wantsColour, writeFormats } from './output.ts';
import type { Setup } from './setup.ts';

/** `exvet explain ID`: one policy, or a requirement that others judge or that no template shows. */
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
  const explanation = await explanationOf(id, loaded.policies);
  if (explanation instanceof UsageError) return explanation;
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

async function explanationOf(id: string, policies: readonly Policy[]): Promise<Explanation | UsageError> {
  const requirements = await allRequirements();
  const isMeant = (candidate: { readonly id: string }): boolean =>
    candidate.id.toLowerCase() === id.toLowerCase();
  const [policy] = await withTexts(policies.filter(isMeant));
  if (policy !== undefined) return explainPolicy(policy, requirements);
  const requirement = requirements.find(isMeant);
  if (requirement !== undefined) return explainRequirement(requirement, policies);
  const ids = [...policies, ...requirements].map(known => known.id);
  return new UsageError(`${noSuchRule(id, ids)} 'exvet rules' lists them.`);
}
