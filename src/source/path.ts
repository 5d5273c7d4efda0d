/**
 * Paths inside the scanned tree: always relative to its root, always with `/`. `node:path` is not used
 * because the same input must give the same answer on every platform.
 */

/** Joins and normalises. A path that leads above the root keeps its `..`, which no file system serves. */
export function joinPath(...parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts.join('/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else kept.push(part);
  }
  return kept.length === 0 ? '.' : kept.join('/');
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Whether a file is one that a tool has downloaded: in the home folder, where `bicep restore` keeps modules, or
 * in the folder of `terraform init`. Nobody commits those, so no reader of the repository can open them.
 */
export const isInModuleCache = (path: string): boolean =>
  path.startsWith('~/') || path.split('/').includes('.terraform');

/** The path of `to` as seen from the folder `from`: `../shared/main.tf`. */
export function relativePath(from: string, to: string): string {
  const start = from === '.' ? [] : from.split('/');
  const end = to === '.' ? [] : to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length && start[shared] === end[shared]) shared++;
  const up = start.slice(shared).map(() => '..');
  return [...up, ...end.slice(shared)].join('/') || '.';
}
