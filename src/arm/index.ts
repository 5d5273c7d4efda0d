import type { JsonObject } from '../source/json.ts';
import type { SourceTree } from '../source/tree.ts';
import type { Deployment } from '../value/resource.ts';
import type { TemplateSource } from './deployments.ts';
import { textMember } from './members.ts';
import { parametersInFiles } from './parameters.ts';
import { ResourceList } from './resources.ts';
import { Run } from './run.ts';
import { levelOfSchema } from './target.ts';
import { Template } from './template.ts';

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
  const document = run.document(path);
  const list = new ResourceList();
  let outputs: Deployment['outputs'] = new Map();
  if ('code' in document) run.diagnostics.push(document);
  else if (document.root?.kind === 'object') {
    const template = new Template(run, rootSource(run, path, document.root, inputs));
    list.add(template);
    outputs = template.evaluatedOutputs();
  } else if (document.root !== undefined) {
    run.report('arm-template', 'A template must be a JSON object.', document.root.range);
  }
  return {
    path,
    language: 'arm',
    parameterFiles: inputs.parameterFiles,
    resources: list.resources,
    outputs,
    diagnostics: run.diagnostics,
    files: [...run.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    comments: run.comments,
  };
}

function rootSource(run: Run, path: string, root: JsonObject, inputs: ArmInputs): TemplateSource {
  return {
    path,
    root,
    given: parametersInFiles(run, inputs.parameterFiles),
    missing: undefined,
    outer: undefined,
    target: {
      level: levelOfSchema(textMember(root, '$schema')?.value),
      subscription: undefined,
      resourceGroup: undefined,
      managementGroup: undefined,
    },
    deploymentName: undefined,
    callPath: [],
    uncertain: [],
  };
}
