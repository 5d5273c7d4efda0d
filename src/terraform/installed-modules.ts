import { SourceFile } from '../source/file.ts';
import { type JsonNode, parseJson } from '../source/json.ts';
import { joinPath } from '../source/path.ts';
import type { SourceTree } from '../source/tree.ts';

/**
 * The folders of the modules that `terraform init` has installed, by the dot-joined names of the calls from
 * the root module (`.terraform/modules/modules.json`). Nothing when it has not been run.
 */
export function installedFolders(tree: SourceTree, rootFolder: string): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  const path = joinPath(rootFolder, '.terraform/modules/modules.json');
  if (tree.kind(path) !== 'file') return folders;
  const file = tree.text(path);
  const root = file instanceof SourceFile ? parseJson(file).root : undefined;
  const modules = root === undefined ? undefined : memberOf(root, 'Modules');
  if (modules?.kind !== 'array') return folders;
  for (const entry of modules.elements) {
    const [key, folder] = [memberOf(entry, 'Key'), memberOf(entry, 'Dir')];
    if (key?.kind === 'string' && folder?.kind === 'string') {
      folders.set(key.value, joinPath(rootFolder, folder.value.replaceAll('\\', '/')));
    }
  }
  return folders;
}

const memberOf = (node: JsonNode, name: string): JsonNode | undefined =>
  node.kind === 'object' ? node.members.find(member => member.name.value === name)?.value : undefined;
