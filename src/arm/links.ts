import { baseName, folderOf, joinPath } from '../source/path.ts';
import type { SourceTree } from '../source/tree.ts';
import type { Value } from '../value/value.ts';

/** Names that every other repository has too: alone they do not tell which file a link means. */
const COMMON_NAMES =
  /^(azuredeploy|maintemplate|main|template|deploy|index|azuredeploy\.parameters|parameters)\.json$/i;

const GAP = '\0';

/**
 * The file of the scanned tree that the URI of a linked template means: the literal end of the URI,
 * looked up from the folder of the template and from every folder above it. The base is mostly unknown
 * (`_artifactsLocation`) or the address under which the repository is published.
 */
export function linkedFile(tree: SourceTree, uri: Value, from: string): string | undefined {
  const tail = literalTail(uri);
  if (tail === undefined) return undefined;
  const segments = tail.split('/').filter(segment => segment !== '' && segment !== '.');
  for (let skipped = 0; skipped < segments.length; skipped++) {
    const rest = segments.slice(skipped).join('/');
    // What is left of a longer tail must still tell which file is meant.
    if (skipped > 0 && COMMON_NAMES.test(rest)) return undefined;
    const found = findUpwards(tree, folderOf(from), rest);
    if (found !== undefined && found !== from) return found;
  }
  return undefined;
}

/** A `relativePath` is relative to the template that names it. */
export function relativeFile(tree: SourceTree, relative: string, from: string): string | undefined {
  const path = joinPath(folderOf(from), relative);
  return tree.kind(path) === 'file' ? path : undefined;
}

/** The known end of a URI's path, without its query and without an unknown token after it. */
function literalTail(uri: Value): string | undefined {
  if (uri.kind !== 'string' && (uri.kind !== 'unknown' || uri.parts === undefined)) return undefined;
  const parts = uri.kind === 'string' ? [uri.value] : (uri.parts ?? []);
  const text = parts.map(part => (typeof part === 'string' ? part : GAP)).join('');
  const path = text.replace(/[?#][\s\S]*$/, '').replace(/\0+$/, '');
  const tail = path.slice(path.lastIndexOf(GAP) + 1).replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*\//i, '');
  // Half a file name does not tell which file it is.
  const isHalf = path.includes(GAP) && !tail.startsWith('/') && !/^[\w-]+(\/|\.json$)/i.test(tail);
  return tail === '' || isHalf || !/\.json$/i.test(baseName(tail)) ? undefined : tail;
}

function findUpwards(tree: SourceTree, folder: string, path: string): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    const candidate = joinPath(at, path);
    if (tree.kind(candidate) === 'file') return candidate;
    if (at === '.') return undefined;
  }
}
