import type { FileFailure, FileSystem, FolderEntry } from '../source/tree.ts';

/** A file system with another one at a folder of its own, which is not listed with the others. */
export class MountedFileSystem implements FileSystem {
  readonly #main: FileSystem;
  readonly #at: string;
  readonly #mounted: FileSystem;

  constructor(main: FileSystem, at: string, mounted: FileSystem) {
    this.#main = main;
    this.#at = at;
    this.#mounted = mounted;
  }

  read(path: string): Uint8Array | FileFailure {
    const { system, below } = this.#find(path);
    return system.read(below);
  }

  list(path: string): readonly FolderEntry[] | FileFailure {
    const { system, below } = this.#find(path);
    return system.list(below);
  }

  kind(path: string): 'file' | 'folder' | 'absent' | 'outside' {
    const { system, below } = this.#find(path);
    return system.kind(below);
  }

  #find(path: string): { readonly system: FileSystem; readonly below: string } {
    if (path === this.#at) return { system: this.#mounted, below: '.' };
    const prefix = `${this.#at}/`;
    return path.startsWith(prefix)
      ? { system: this.#mounted, below: path.slice(prefix.length) }
      : { system: this.#main, below: path };
  }
}
