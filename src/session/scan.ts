import { exchangeServers } from '../estate/replications.ts';
import { applyBaseline, type BaselineResult, type BaselineScope } from '../policy/baseline.ts';
import { describeRule } from '../policy/explain.ts';
import type { Finding } from '../policy/finding.ts';
import { fingerprintOf } from '../policy/fingerprint.ts';
import { judge } from '../policy/judge.ts';
import { withTexts } from '../policy/policy-texts.ts';
import { selectPolicies } from '../policy/selection.ts';
import { applySuppressions } from '../policy/suppressions.ts';
import { type Coverage, costsSomething, type Report, type ReportedFinding } from '../report/report.ts';
import { arrangeDiagnostics } from '../source/diagnostic.ts';
import { SourceFile } from '../source/file.ts';
import { buildEstates, type Estates } from './estates.ts';
import { evaluate } from './evaluate.ts';
import { allPolicies } from './policies.ts';
import type { Request } from './request.ts';

/** What a scan is asked beyond what to read. */
export interface ScanOptions {
  /** Ids or globs of the rules to judge; all when empty. */
  readonly rules: readonly string[];
  readonly skippedRules: readonly string[];
  /** Whether `exvet:ignore` comments count. */
  readonly inlineIgnores: boolean;
  /** The path of a baseline in the tree. */
  readonly baseline: string | undefined;
  /** The day that lifecycle dates and expiries are compared with: an ISO date. */
  readonly date: string;
  /** The version of exvet, for the report. */
  readonly version: string;
  /** Leaves out of the report's rules why they are and how they are decided, for formats that do not show it. */
  readonly briefRules?: boolean;
}

export interface ScanResult {
  readonly report: Report;
  /** Entries of `rules` and `skippedRules` that name no rule. */
  readonly unmatchedRules: readonly string[];
}

/** Reads, evaluates, maps and judges everything that a request names. */
export async function scan(request: Request, options: ScanOptions): Promise<ScanResult> {
  const { tree, config } = request;
  const loaded = await allPolicies(tree, config);
  const selected = selectPolicies(loaded.policies, {
    only: options.rules,
    skip: options.skippedRules,
    levels: config.rules,
  });
  const estates = buildEstates(await evaluate(request), config);

  const judged = judge(
    estates.deployments.map(({ name, estate, deployment }) => ({
      deployment: name,
      estate,
      resources: deployment.resources,
    })),
    selected.policies,
    { date: options.date, strict: config.strict, labs: config.labs },
  ).map(withFingerprint);
  const judgedRules = selected.policies.map(policy => policy.id);
  const { kept, suppressed, diagnostics } = applySuppressions(judged, {
    deployments: estates.deployments,
    configured: config.suppressions,
    inline: options.inlineIgnores,
    today: options.date,
    rules: loaded.policies.map(policy => policy.id),
    judged: judgedRules,
    partial: request.changedOnly,
  });
  const coverage = coverageOf(estates);
  const baseline = withoutKnown(kept, request, options.baseline, {
    rules: judgedRules,
    files: request.changedOnly ? coverage.filesRead : undefined,
  });

  const described = options.briefRules === true ? selected.policies : await withTexts(selected.policies);
  const all = arrangeDiagnostics([
    ...estates.diagnostics,
    ...loaded.diagnostics,
    ...selected.diagnostics,
    ...diagnostics,
    ...baseline.diagnostics,
  ]);
  return {
    unmatchedRules: selected.unmatched,
    report: {
      tool: { version: options.version },
      findings: baseline.fresh,
      suppressed,
      inBaseline: baseline.known.length,
      servers: estates.deployments.flatMap(({ name, estate }) =>
        estate.servers.map(server => ({ deployment: name, server })),
      ),
      coverage: { ...coverage, notAnalysed: all.filter(costsSomething) },
      diagnostics: all,
      rules: described.map(describeRule),
    },
  };
}

const withFingerprint = (finding: Finding): ReportedFinding => ({
  ...finding,
  fingerprint: fingerprintOf(finding.range),
});

function withoutKnown(
  findings: readonly ReportedFinding[],
  { tree }: Request,
  baseline: string | undefined,
  scope: BaselineScope,
): BaselineResult<ReportedFinding> {
  if (baseline === undefined) return { fresh: findings, known: [], diagnostics: [] };
  const file = tree.text(baseline);
  return file instanceof SourceFile
    ? applyBaseline(findings, file, scope)
    : { fresh: findings, known: [], diagnostics: [{ ...file, code: 'baseline-invalid' }] };
}

function coverageOf({ deployments }: Estates): Omit<Coverage, 'notAnalysed'> {
  const files = new Set(
    deployments.flatMap(({ deployment }) => [
      ...deployment.files.map(file => file.path),
      ...deployment.parameterFiles,
    ]),
  );
  return {
    filesRead: [...files].sort(),
    deployments: deployments.length,
    resourcesEvaluated: deployments.reduce((sum, { deployment }) => sum + deployment.resources.length, 0),
    serversRecognised: deployments.reduce((sum, { estate }) => sum + exchangeServers(estate), 0),
  };
}
