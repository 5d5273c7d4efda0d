import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { multitoolFindings, schemaErrors } from '../support/sarif-validators.ts';
import { needTool } from '../support/tools.ts';
import { program } from './scenario.ts';

describe('the SARIF log of a real scan', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'exvet-sarif-'));
  after(() => rmSync(folder, { recursive: true }));

  it('has nothing that its validators remark on', function () {
    needTool(this, 'node_modules/@microsoft/sarif-multitool-linux');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [program(), 'scan', 'samples', '--fail-on', 'never', '--date', '2026-11-01', '--format', 'sarif'],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          GITHUB_SERVER_URL: 'https://github.com',
          GITHUB_REPOSITORY: 'contoso/infra',
          GITHUB_SHA: '5f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c9d',
          GITHUB_REF_NAME: 'main',
        },
      },
    );
    assert.equal(stderr, '');
    assert.ok(JSON.parse(stdout).runs[0].results.length > 10);
    assert.deepEqual(schemaErrors(JSON.parse(stdout)), []);
    assert.deepEqual(multitoolFindings(folder, stdout), []);
  });
});
