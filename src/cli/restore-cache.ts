import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RESTORE_CACHE } from '../bicep/restore-cache.ts';
import type { FileSystem } from '../source/tree.ts';
import type { Io } from './io.ts';
import { MountedFileSystem } from './mounted-file-system.ts';
import { NodeFileSystem } from './node-file-system.ts';

/**
 * Lets the tree see the folder in the user's home where `bicep restore` leaves modules from registries
 * (learn.microsoft.com, "bicep restore"); without such a folder it stays as it is.
 */
export function withRestoreCache(tree: FileSystem, { env }: Pick<Io, 'env'>): FileSystem {
  const home = env['HOME'] ?? env['USERPROFILE'];
  const folder = home === undefined ? undefined : join(home, '.bicep');
  if (folder === undefined || !existsSync(folder)) return tree;
  return new MountedFileSystem(tree, RESTORE_CACHE, new NodeFileSystem(folder));
}
