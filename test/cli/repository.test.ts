import assert from 'node:assert/strict';
import { repositoryOf } from '../../src/cli/repository.ts';

const JOB = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'contoso/infra',
  GITHUB_SHA: '5f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c9d',
  GITHUB_REF_NAME: 'main',
};

describe('the repository that a job works on', () => {
  it('is told by the variables of the runner', () => {
    assert.deepEqual(repositoryOf(JOB), {
      uri: 'https://github.com/contoso/infra',
      revision: '5f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c9d',
      branch: 'main',
    });
  });

  it('has the branch of the pull request in place of its merge', () => {
    const env = { ...JOB, GITHUB_REF_NAME: '7/merge', GITHUB_HEAD_REF: 'mailbox-disks' };
    assert.equal(repositoryOf(env)?.branch, 'mailbox-disks');
  });

  it('is not known outside of GitHub Actions', () => {
    assert.equal(repositoryOf({}), undefined);
    assert.equal(repositoryOf({ ...JOB, GITHUB_SHA: '' }), undefined);
  });
});
