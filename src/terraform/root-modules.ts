import { joinPath } from '../source/path.ts';
import type { SourceTree } from '../source/tree.ts';
import type { Configuration } from './configuration.ts';
import { isLocalSource, literalSource, ModuleLibrary } from './library.ts';
import { moduleFileNames } from './module-files.ts';
import { automaticFiles } from './root-inputs.ts';

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
): readonly string[] {
  const candidates = [...new Set([...folders, ...named])]
    .filter(folder => moduleFileNames(tree, folder) !== undefined)
    .sort();
  const library = new ModuleLibrary(tree, '.', 'never');
  const callees = new Map(
    candidates.map(folder => [folder, localCallees(library.configuration(folder))] as const),
  );
  const called = new Set([...callees.values()].flat());
  const roots = candidates.filter(
    folder =>
      !called.has(folder) ||
      named.includes(folder) ||
      automaticFiles(tree, folder).length > 0 ||
      hasState(library.configuration(folder)),
  );
  // Modules that only call each other would be reached from nowhere.
  const reached = new Set<string>();
  const reach = (folder: string): void => {
    if (reached.has(folder)) return;
    reached.add(folder);
    for (const callee of callees.get(folder) ?? []) reach(callee);
  };
  roots.forEach(reach);
  for (const folder of candidates) {
    if (reached.has(folder)) continue;
    roots.push(folder);
    reach(folder);
  }
  return roots.sort();
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
