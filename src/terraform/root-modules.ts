import { joinPath } from '../source/path.ts';
import type { SourceTree } from '../source/tree.ts';
import type { Configuration } from './configuration.ts';
import { isLocalSource, literalSource, ModuleLibrary } from './library.ts';
import { moduleFileNames } from './module-files.ts';
import { automaticFiles } from './root-inputs.ts';

/** A root module and the folders of the local modules that it reaches by literal sources, its own first. */
export interface RootModule {
  readonly folder: string;
  readonly modules: readonly string[];
}

/**
 * The folders to evaluate as root modules: those that hold Terraform files, unless another of the folders
 * calls them as a module. A folder that is called is a root module too when it says that it is meant to be
 * deployed by itself: it has a backend or `cloud` block, or variable files that Terraform loads by itself.
 *
 * @param folders the folders that were found, in any order
 * @param named folders that the user named: always root modules when they hold Terraform files
 */
export function findRootModules(
  tree: SourceTree,
  folders: readonly string[],
  named: readonly string[] = [],
): readonly RootModule[] {
  const candidates = [...new Set([...folders, ...named])]
    .filter(folder => moduleFileNames(tree, folder) !== undefined)
    .sort();
  const library = new ModuleLibrary(tree, '.', 'never');
  const calleesOf = (folder: string): readonly string[] => localCallees(library.configuration(folder));
  const called = new Set(candidates.flatMap(calleesOf));
  const roots = candidates.filter(
    folder =>
      !called.has(folder) ||
      named.includes(folder) ||
      automaticFiles(tree, folder).length > 0 ||
      hasState(library.configuration(folder)),
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

/** The folders of the local modules that a module calls by a literal source. */
function localCallees(configuration: Configuration): readonly string[] {
  return [...configuration.calls.values()].flatMap(call => {
    const source = literalSource(call)?.text;
    if (source === undefined || !isLocalSource(source)) return [];
    const folder = joinPath(configuration.folder, source.replaceAll('\\', '/'));
    return folder === configuration.folder ? [] : [folder];
  });
}

/** Whether the configuration says where its state is kept, which only root modules do. */
const hasState = (configuration: Configuration): boolean =>
  configuration.settings.some(
    ({ type, body }) =>
      type === 'terraform' && body.blocks.some(inner => inner.type === 'backend' || inner.type === 'cloud'),
  );
