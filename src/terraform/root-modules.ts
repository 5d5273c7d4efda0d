import { joinPath } from '../source/path.ts';
import type { SourceTree } from '../source/tree.ts';
import type { Configuration } from './configuration.ts';
import type { ConfigurationReader } from './configuration-reader.ts';
import { isLocalSource, literalSource, ModuleLibrary } from './library.ts';
import { moduleFileNames } from './module-files.ts';
import { automaticFiles, type TerraformInput } from './root-inputs.ts';
import { openRootModule } from './root-module.ts';

/** A root module and the folders of the local modules that it reaches, its own first. */
export interface RootModule {
  readonly folder: string;
  readonly modules: readonly string[];
}

/** What finding root modules needs to know besides the folders. */
export interface RootModuleSearch {
  readonly reader: ConfigurationReader;
  /** Folders that the user named: always root modules when they hold Terraform files. */
  readonly named?: readonly string[];
  /** Values of variables, on which the source of a module can depend (OpenTofu 1.8). */
  readonly entries?: readonly TerraformInput[];
}

/**
 * The folders to evaluate as root modules: those that hold Terraform files, unless another of the folders
 * calls them as a module. A folder that is called is a root module too when it says that it is meant to be
 * deployed by itself: it has a backend or `cloud` block, or variable files that Terraform loads by itself.
 *
 * @param folders the folders that were found, in any order
 */
export async function findRootModules(
  tree: SourceTree,
  folders: readonly string[],
  { reader, named = [], entries = [] }: RootModuleSearch,
): Promise<readonly RootModule[]> {
  const candidates = [...new Set([...folders, ...named])]
    .filter(folder => moduleFileNames(tree, folder) !== undefined)
    .sort();
  for (const folder of candidates) await reader.consult(folder);
  const callees = new Map<string, readonly string[]>();
  const calleesOf = (folder: string): readonly string[] => {
    let known = callees.get(folder);
    if (known === undefined) {
      known = localCallees(tree, folder, reader, entries);
      callees.set(folder, known);
    }
    return known;
  };
  const called = new Set(candidates.flatMap(calleesOf));
  const roots = candidates.filter(
    folder =>
      !called.has(folder) ||
      named.includes(folder) ||
      automaticFiles(tree, folder).length > 0 ||
      hasState(reader.configuration(folder)),
  );
  // Modules that only call each other would be reached from nowhere.
  const reached = new Set(roots.flatMap(root => [...reachedFrom(root, calleesOf)]));
  for (const folder of candidates) {
    if (reached.has(folder)) continue;
    roots.push(folder);
    for (const module of reachedFrom(folder, calleesOf)) reached.add(module);
  }
  return roots.sort().map(folder => ({ folder, modules: [...reachedFrom(folder, calleesOf)] }));
}

function reachedFrom(
  folder: string,
  calleesOf: (folder: string) => readonly string[],
  reached = new Set<string>(),
): ReadonlySet<string> {
  if (reached.has(folder)) return reached;
  reached.add(folder);
  for (const callee of calleesOf(folder)) reachedFrom(callee, calleesOf, reached);
  return reached;
}

/** The folders of the local modules that a module calls, but for itself. */
function localCallees(
  tree: SourceTree,
  folder: string,
  reader: ConfigurationReader,
  entries: readonly TerraformInput[],
): readonly string[] {
  const callees: string[] = [];
  const { calls } = reader.configuration(folder);
  let open: ReturnType<typeof openRootModule>['root'] | undefined;
  for (const call of calls.values()) {
    const source = literalSource(call)?.text;
    if (source === undefined) {
      // OpenTofu 1.8: the source is an expression of variables and locals.
      open ??= openRootModule(new ModuleLibrary(tree, folder, reader), tree, folder, { entries }).root;
      callees.push(...open.call(call).modules.map(module => module.configuration.folder));
    } else if (isLocalSource(source)) callees.push(joinPath(folder, source.replaceAll('\\', '/')));
  }
  return callees.filter(callee => callee !== folder);
}

/** Whether the configuration says where its state is kept, which only root modules do. */
const hasState = (configuration: Configuration): boolean =>
  configuration.settings.some(
    ({ type, body }) =>
      type === 'terraform' && body.blocks.some(inner => inner.type === 'backend' || inner.type === 'cloud'),
  );
