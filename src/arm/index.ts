import type { JsonObject } from '../source/json.ts';
import type { SourceTree } from '../source/tree.ts';
import type { Deployment } from '../value/resource.ts';
import { parametersInFiles } from './parameters.ts';
import { deployRoot } from './root-deployment.ts';
import { Run } from './run.ts';

export { evaluateEmbedded } from './embedded.ts';

export interface ArmInputs {
  /** Of a parameter that several files give, the value of the last one counts. */
  readonly parameterFiles: readonly string[];
}

/**
 * Evaluates the template at `path` as one deployment: its resources and those of the templates that it
 * nests or links to, with everything that can be told before deployment. What cannot is unknown and says
 * why; what is wrong is a diagnostic, and the rest is evaluated all the same.
 */
export function evaluateTemplate(tree: SourceTree, path: string, inputs: ArmInputs): Deployment {
  const run = new Run(tree);
  const root = rootOf(run, path);
  const { parameterFiles } = inputs;
  const given = parametersInFiles(run, root === undefined ? [] : parameterFiles);
  return deployRoot(run, { path, root, given, parameterFiles });
}

function rootOf(run: Run, path: string): JsonObject | undefined {
  const document = run.document(path);
  if ('code' in document) {
    run.diagnostics.push(document);
    return undefined;
  }
  if (document.root?.kind === 'object') return document.root;
  if (document.root !== undefined)
    run.report('arm-template', 'A template must be a JSON object.', document.root.range);
  return undefined;
}
