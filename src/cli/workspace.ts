import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The folder whose contents one run may see, and the way between the user's paths and the tree's. */
export class Workspace {
  /** Absolute. */
  readonly root: string;
  readonly #cwd: string;

  private constructor(root: string, cwd: string) {
    this.root = root;
    this.#cwd = cwd;
  }

  /**
   * The git work tree around the working directory is the tree that is scanned, so that modules beside
   * the folder scanned are found and paths are the repository's; without git it is the working directory.
   * Paths elsewhere are scanned in the tree around them.
   */
  static around(cwd: string, paths: readonly string[]): Workspace {
    const home = gitTop(cwd) ?? cwd;
    const absolute = paths.map(path => resolve(cwd, path));
    if (absolute.every(path => isWithin(home, path))) return new Workspace(home, cwd);
    const shared = commonFolder(absolute);
    return new Workspace(gitTop(shared) ?? shared, cwd);
  }

  /** A path of the user's as one of the tree. One outside of it keeps its `..`, which the tree refuses. */
  toTree(path: string): string {
    const inside = relative(this.root, resolve(this.#cwd, path));
    return inside === '' ? '.' : inside.split(sep).join('/');
  }

  toAbsolute(path: string): string {
    return join(this.root, path);
  }

  /** The nearest `exvet.yaml`, from the working directory up to the root of the tree. */
  findConfig(): string | undefined {
    for (let folder = this.#cwd; isWithin(this.root, folder); folder = dirname(folder)) {
      for (const name of ['exvet.yaml', 'exvet.yml']) {
        if (existsSync(join(folder, name))) return this.toTree(join(folder, name));
      }
      if (folder === this.root) break;
    }
    return undefined;
  }
}

function gitTop(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The deepest folder that holds all of the paths. */
function commonFolder(paths: readonly string[]): string {
  let shared: string | undefined;
  for (const path of paths) {
    const folder = isFolder(path) ? path : dirname(path);
    shared ??= folder;
    while (!isWithin(shared, folder)) shared = dirname(shared);
  }
  return shared ?? sep;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
