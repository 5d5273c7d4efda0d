import type { JsonObject } from '../source/json.ts';
import type { Deployment, DownloadedModule } from '../value/resource.ts';
import type { TemplateSource } from './deployments.ts';
import { textMember } from './members.ts';
import type { GivenParameters } from './parameters.ts';
import { ResourceList } from './resources.ts';
import type { Run } from './run.ts';
import { ownTarget } from './target.ts';
import { Template } from './template.ts';

/** The template that a deployment begins with. */
export interface RootTemplate {
  readonly path: string;
  /** `undefined` when it could not be read, which is reported. */
  readonly root: JsonObject | undefined;
  readonly given: GivenParameters;
  readonly parameterFiles: readonly string[];
  /** Set when the template itself is a module that was downloaded. */
  readonly downloaded?: DownloadedModule | undefined;
}

/** Evaluates a template as one deployment, with those that it nests or links to. */
export function deployRoot(run: Run, template: RootTemplate): Deployment {
  const { path, root, given, parameterFiles, downloaded } = template;
  const list = new ResourceList();
  let outputs: Deployment['outputs'] = new Map();
  if (root !== undefined) {
    const opened = new Template(run, { ...rootSource(path, root, given), downloaded });
    list.add(opened);
    outputs = opened.evaluatedOutputs();
    opened.checkGiven();
  }
  return {
    path,
    language: 'arm',
    parameterFiles,
    resources: list.resources,
    outputs,
    diagnostics: run.diagnostics,
    files: [...run.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    comments: run.comments,
  };
}

/** A template that nothing is around. */
export function rootSource(path: string, root: JsonObject, given: GivenParameters): TemplateSource {
  return {
    path,
    root,
    given,
    missing: undefined,
    outer: undefined,
    target: ownTarget(textMember(root, '$schema')?.value),
    deploymentName: undefined,
    callPath: [],
    downloaded: undefined,
    uncertain: [],
  };
}
