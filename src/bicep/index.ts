import { type GivenParameter, type GivenParameters, parametersInFiles } from '../arm/parameters.ts';
import { deployRoot } from '../arm/root-deployment.ts';
import { Run } from '../arm/run.ts';
import type { JsonObject } from '../source/json.ts';
import type { SourceTree } from '../source/tree.ts';
import type { Deployment, DownloadedModule } from '../value/resource.ts';
import { assignedParameters, templateUsedBy, type UsedTemplate } from './lowering/parameters-file.ts';
import { Program } from './lowering/program.ts';

export { usedTemplate } from './lowering/parameters-file.ts';

export interface BicepInputs {
  /** `.bicepparam` and JSON; of a parameter that several files give, the value of the last one counts. */
  readonly parameterFiles: readonly string[];
  /** What `readEnvironmentVariable` gives, by name; `undefined` for a variable that is known not to be set. */
  readonly environment?: ReadonlyMap<string, string | undefined>;
}

/**
 * Evaluates a `.bicep` file, or the template that a `.bicepparam` file uses, as one deployment. Bicep is
 * lowered to the forms of ARM templates, with the ranges of the Bicep text, and runs on their evaluator:
 * `evaluateTemplate` of the compiled file gives the same resources.
 */
export function evaluateBicep(tree: SourceTree, path: string, inputs: BicepInputs): Deployment {
  const run = new Run(tree);
  const program = new Program(run, inputs.environment);
  const isParameters = isParametersPath(path);
  const parameterFiles = isParameters ? [path, ...inputs.parameterFiles] : inputs.parameterFiles;
  const used = isParameters ? templateUsedBy(program, path) : undefined;
  const root: JsonObject | undefined = isParameters ? used?.root : program.lowered(path, undefined);
  const given = givenIn(program, parameterFiles);
  return deployRoot(run, { path, root, given, parameterFiles, downloaded: downloadedAs(used) });
}

function downloadedAs(used: UsedTemplate | undefined): DownloadedModule | undefined {
  if (used?.reference === undefined) return undefined;
  return { call: used.place, text: `template ${used.reference}`, path: used.path };
}

export const isParametersPath = (path: string): boolean => path.toLowerCase().endsWith('.bicepparam');

function givenIn(program: Program, files: readonly string[]): GivenParameters {
  const given = new Map<string, GivenParameter>();
  for (const path of files) {
    const found = isParametersPath(path)
      ? assignedParameters(program, path)
      : parametersInFiles(program.run, [path]);
    for (const [name, parameter] of found) given.set(name, parameter);
  }
  return given;
}
