import { SourceFile } from '../source/file.ts';
import { joinPath } from '../source/path.ts';
import { isFailure, type SourceTree } from '../source/tree.ts';
import type { FunctionFiles } from './functions/index.ts';
import { Problem } from './problem.ts';

/** `fileset` over more files than this is no configuration any more. */
const MAX_LISTED_FILES = 100_000;

/** The files that functions see, and which paths lead to them. */
export interface ScannedFiles extends FunctionFiles {
  /** Whether a path stays in the scanned folder: `~/.ssh/id_rsa.pub` and `/etc/hosts` do not. */
  holds(path: string): boolean;
}

/** The files of the scanned tree, by paths relative to the root module's folder. */
export function functionFiles(tree: SourceTree, rootFolder: string): ScannedFiles {
  const within = (path: string): string | Problem => {
    const joined = joinPath(rootFolder, path);
    return /^([/~]|[A-Za-z]:)/.test(path) ||
      joined === '..' ||
      joined.startsWith('../') ||
      tree.kind(joined) === 'outside'
      ? new Problem(`the path "${path}" leads out of the scanned folder`)
      : joined;
  };
  return {
    holds: path => typeof within(path) === 'string',
    read(path) {
      const at = within(path);
      if (at instanceof Problem) return at;
      if (tree.kind(at) !== 'file') return new Problem(`no file exists at "${path}"`);
      const file = tree.text(at);
      return file instanceof SourceFile ? file : new Problem(file.message.replace(/\.$/, ''));
    },
    bytes(path) {
      const at = within(path);
      if (at instanceof Problem) return at;
      const bytes = tree.bytes(at);
      return isFailure(bytes) ? new Problem(`no file exists at "${path}"`) : bytes;
    },
    exists(path) {
      const at = within(path);
      if (at instanceof Problem) return at;
      const kind = tree.kind(at);
      return kind === 'folder' ? new Problem(`"${path}" is a folder, not a file`) : kind === 'file';
    },
    list(folder) {
      const at = within(folder);
      return at instanceof Problem ? at : filesBelow(tree, at);
    },
  };
}

function filesBelow(tree: SourceTree, folder: string): readonly string[] | Problem {
  const found: string[] = [];
  const waiting = [''];
  for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
    const entries = tree.list(joinPath(folder, prefix));
    if (isFailure(entries)) continue;
    for (const { name, kind } of entries) {
      if (kind === 'folder') waiting.push(`${prefix}${name}/`);
      else found.push(prefix + name);
    }
    if (found.length > MAX_LISTED_FILES) {
      return new Problem(`more than ${MAX_LISTED_FILES} files are below "${folder}"`);
    }
  }
  return found.sort();
}
