import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FileFailure, FileSystem, FolderEntry } from '../source/tree.ts';

/** The real file system below one folder. Nothing outside of it is read, also not through a link. */
export class NodeFileSystem implements FileSystem {
  readonly #root: string;
  readonly #isTracked: ((path: string) => boolean) | undefined;
  /** Real paths of folders that were found to lie inside; a folder is checked once. */
  readonly #inside = new Map<string, boolean>();

  /**
   * @param root an existing absolute folder
   * @param isTracked in hook mode, whether git tracks a path: a file that is not part of the commit must
   *   not decide about it
   */
  constructor(root: string, isTracked?: (path: string) => boolean) {
    this.#root = realpathSync(root);
    this.#isTracked = isTracked;
  }

  read(path: string): Uint8Array | FileFailure {
    if (!this.#isInside(path)) return { failure: 'outside' };
    if (this.#isTracked?.(path) === false) return { failure: 'absent' };
    try {
      return readFileSync(join(this.#root, path));
    } catch (error) {
      return failureOf(error);
    }
  }

  list(path: string): readonly FolderEntry[] | FileFailure {
    if (!this.#isInside(path)) return { failure: 'outside' };
    try {
      const entries = readdirSync(join(this.#root, path), { withFileTypes: true });
      return entries.flatMap(entry => {
        const below = path === '.' ? entry.name : `${path}/${entry.name}`;
        const kind = entry.isSymbolicLink() ? this.kind(below) : entry.isDirectory() ? 'folder' : 'file';
        // A link that leads out is kept as a file: reading it gives the diagnostic.
        if (kind === 'outside') return [{ name: entry.name, kind: 'file' }];
        if (kind === 'absent') return [];
        // A link to a folder is followed only by name (a module source): walking it could go in circles.
        if (kind === 'folder' && entry.isSymbolicLink()) return [];
        if (kind === 'file' && this.#isTracked?.(below) === false) return [];
        return [{ name: entry.name, kind }];
      });
    } catch (error) {
      return failureOf(error);
    }
  }

  kind(path: string): 'file' | 'folder' | 'absent' | 'outside' {
    if (!this.#isInside(path)) return 'outside';
    try {
      const stat = statSync(join(this.#root, path));
      if (stat.isDirectory()) return 'folder';
      return stat.isFile() && this.#isTracked?.(path) !== false ? 'file' : 'absent';
    } catch {
      return 'absent';
    }
  }

  #isInside(path: string): boolean {
    if (path.startsWith('/') || path.split('/').includes('..') || path.includes('\0')) return false;
    const known = this.#inside.get(path);
    if (known !== undefined) return known;
    const inside = this.#resolvesInside(path);
    this.#inside.set(path, inside);
    return inside;
  }

  #resolvesInside(path: string): boolean {
    try {
      const real = relative(this.#root, realpathSync(join(this.#root, path)));
      return real !== '..' && !real.startsWith(`..${sep}`) && !real.startsWith(sep);
    } catch {
      // What does not exist cannot lead anywhere.
      return true;
    }
  }
}

function failureOf(error: unknown): FileFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { failure: 'absent' };
  if (code === 'EISDIR') return { failure: 'folder' };
  return code === undefined ? { failure: 'unreadable' } : { failure: 'unreadable', detail: code };
}
