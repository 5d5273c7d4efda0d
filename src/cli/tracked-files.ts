import { execFileSync } from 'node:child_process';

/**
 * Which files of a work tree git tracks. In a pre-commit hook the unstaged changes of tracked files are
 * stashed, but untracked files lie about; they are not part of the commit and must not decide about it.
 *
 * @returns a test of paths relative to `root`, or `undefined` where git or its index is not available
 */
export function trackedFiles(root: string): ((path: string) => boolean) | undefined {
  try {
    const listing = execFileSync('git', ['ls-files', '-z', '--cached'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const tracked = new Set(listing.split('\0'));
    return path => tracked.has(path);
  } catch {
    return undefined;
  }
}
