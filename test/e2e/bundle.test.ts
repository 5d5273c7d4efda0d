import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { needTool } from '../support/tools.ts';
import { serverWithDataOn } from './exchange-server.ts';
import { cleanEnvironment, folderWith } from './scenario.ts';

/** The bundle as hook and action users get it: `dist/` alone, with no packages around it. */
describe('the bundle', function () {
  this.timeout(60_000);
  let folder = '';
  let work = '';

  beforeEach(() => {
    folder = folderWith(new Map());
    cpSync(resolve('dist'), join(folder, 'dist'), { recursive: true });
    mkdirSync(join(folder, 'home'));
    work = folderWith(
      new Map([
        ['main.tf', serverWithDataOn('Standard_LRS')],
        // Both readers read every file, so the WebAssembly must be found, and YAML and ajv loaded.
        ['exvet.yaml', 'version: 1\nterraform:\n  crossCheck: always\n'],
      ]),
    );
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    rmSync(work, { recursive: true });
  });

  const scan = (node: readonly string[]) => {
    const program = [...node, join(folder, 'dist/exvet.mjs')].map(word => `'${word}'`).join(' ');
    return spawnSync('sh', ['-c', `${program} scan -q --rule EXSTO-23`], {
      cwd: work,
      encoding: 'utf8',
      env: cleanEnvironment(join(folder, 'home')),
    });
  };
  const EXPECTED = {
    stdout: [
      'main.tf:3:26: error EXSTO-23: ex01-db holds Exchange databases of ex01 on Standard_LRS, which is not Premium Storage.',
      'Read 1 file, evaluated 3 resources in 1 deployment, recognised 1 Exchange server.',
      'Everything that was found was analysed.',
      '1 error.',
      '',
    ].join('\n'),
    stderr: '',
    status: 1,
  };

  it('is a program by itself and needs no package, also for what it loads late', () => {
    const { stdout, stderr, status } = scan([]);
    assert.deepEqual({ stdout, stderr, status }, EXPECTED);
  });

  it('runs on Node 24', function () {
    const { stdout, stderr, status } = scan([needTool(this, 'node_modules/node24/bin/node')]);
    assert.deepEqual({ stdout, stderr, status }, EXPECTED);
  });

  it('names no folder of the machine that it was built on', () => {
    const bundle = spawnSync('grep', ['-cF', resolve('.'), join(folder, 'dist/exvet.mjs')], {
      encoding: 'utf8',
    });
    assert.equal(bundle.stdout.trim(), '0');
  });
});
