import { joinPath } from '../source/path.ts';
import type { SourceTree } from '../source/tree.ts';
import type { Configuration } from './configuration.ts';
import { literalSource, ModuleLibrary } from './library.ts';
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
  const called = new Set<string>();
  for (const folder of candidates) {
    for (const call of library.configuration(folder).calls.values()) {
      const source = literalSource(call)?.text;
      const target =
        source === undefined || !/^\.\.?([\\/]|$)/.test(source) ? undefined : joinPath(folder, source);
      if (target !== undefined && target !== folder) called.add(target);
    }
  }
  const isRoot = (folder: string): boolean =>
    !called.has(folder) ||
    named.includes(folder) ||
    automaticFiles(tree, folder).length > 0 ||
    hasState(library.configuration(folder));
  return candidates.filter(isRoot);
}

/** Whether the configuration says where its state is kept, which only root modules do. */
const hasState = (configuration: Configuration): boolean =>
  configuration.settings.some(
    ({ type, body }) =>
      type === 'terraform' && body.blocks.some(inner => inner.type === 'backend' || inner.type === 'cloud'),
  );
