import { type FileFailure, type FileSystem, type FolderEntry, SourceTree } from '../../src/source/tree.ts';

/** A file system of the files given, so that a test holds its whole input. */
export class MemoryFileSystem implements FileSystem {
  readonly #files: ReadonlyMap<string, Uint8Array>;

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.#files = new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      ]),
    );
  }

  read(path: string): Uint8Array | FileFailure {
    if (leadsOut(path)) return { failure: 'outside' };
    return this.#files.get(path) ?? { failure: this.kind(path) === 'folder' ? 'folder' : 'absent' };
  }

  list(path: string): readonly FolderEntry[] | FileFailure {
    if (leadsOut(path)) return { failure: 'outside' };
    const prefix = path === '.' ? '' : `${path}/`;
    const entries = new Map<string, FolderEntry>();
    for (const file of this.#files.keys()) {
      if (!file.startsWith(prefix)) continue;
      const [name = '', ...below] = file.slice(prefix.length).split('/');
      entries.set(name, { name, kind: below.length > 0 ? 'folder' : 'file' });
    }
    return entries.size === 0 && path !== '.' ? { failure: 'absent' } : [...entries.values()];
  }

  kind(path: string): 'file' | 'folder' | 'absent' | 'outside' {
    if (leadsOut(path)) return 'outside';
    if (this.#files.has(path)) return 'file';
    if (path === '.') return 'folder';
    for (const file of this.#files.keys()) if (file.startsWith(`${path}/`)) return 'folder';
    return 'absent';
  }
}

const leadsOut = (path: string): boolean => path.startsWith('/') || path.split('/').includes('..');

export const memoryTree = (files: Readonly<Record<string, string | Uint8Array>>): SourceTree =>
  new SourceTree(new MemoryFileSystem(files));
