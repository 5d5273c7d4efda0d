import type { SourceTree } from '../source/tree.ts';
import { EvaluationRun } from './evaluation-run.ts';
import { functionFiles } from './function-files.ts';
import type { ModuleLibrary } from './library.ts';
import { ModuleInstance } from './module-instance.ts';
import { type RootInputs, readRootInputs, type TerraformInput } from './root-inputs.ts';
import type { Variable } from './variable.ts';

const ROOT_PLACE = {
  prefix: '',
  callPath: [],
  callNames: [],
  callers: [],
  uncertain: [],
  downloaded: undefined,
};

/** A root module ready to be asked for its values. */
export interface OpenRootModule {
  readonly run: EvaluationRun;
  readonly root: ModuleInstance;
  readonly given: RootInputs;
}

/** Opens the root module of a folder with the values given to its variables; evaluates nothing yet. */
export function openRootModule(
  library: ModuleLibrary,
  tree: SourceTree,
  folder: string,
  inputs: {
    readonly entries: readonly TerraformInput[];
    readonly workspace?: string;
    readonly onlyFile?: string;
  },
): OpenRootModule {
  const configuration = library.configuration(folder, inputs.onlyFile);
  const run = new EvaluationRun({
    moduleLibrary: library,
    files: functionFiles(tree, folder),
    rootFolder: folder,
    workspace: inputs.workspace ?? 'default',
  });
  const variables = new Map<string, Variable>();
  for (const [name, block] of configuration.variables) variables.set(name, run.variableOf(name, block));
  const given = readRootInputs(tree, folder, variables, inputs.entries, run.graph);
  const root = new ModuleInstance(run, configuration, ROOT_PLACE, ({ name }) => given.values.get(name));
  return { run, root, given };
}
