import type { Repository } from '../report/sarif.ts';
import type { Io } from './io.ts';

/**
 * Which repository and commit a job of GitHub Actions works on, from the variables that its runner sets
 * (docs.github.com: default environment variables); `undefined` elsewhere.
 */
export function repositoryOf(env: Io['env']): Repository | undefined {
  const server = env['GITHUB_SERVER_URL'];
  const name = env['GITHUB_REPOSITORY'];
  const revision = env['GITHUB_SHA'];
  // A pull request is checked out as a merge that has no name; its own branch has one.
  const branch = env['GITHUB_HEAD_REF'] || env['GITHUB_REF_NAME'];
  return server && name && revision && branch ? { uri: `${server}/${name}`, revision, branch } : undefined;
}
