import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';
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

  const scan = (node: readonly string[], more: NodeJS.ProcessEnv = {}) => {
    const program = [...node, join(folder, 'dist/exvet.mjs')].map(word => `'${word}'`).join(' ');
    const { stdout, stderr, status } = spawnSync('sh', ['-c', `${program} scan -q --rule EXSTO-23`], {
      cwd: work,
      encoding: 'utf8',
      env: { ...cleanEnvironment(join(folder, 'home')), XDG_CACHE_HOME: join(folder, 'cache'), ...more },
    });
    return { stdout, stderr, status };
  };
  const kept = () => readdirSync(join(folder, 'cache/exvet')).map(name => join(folder, 'cache/exvet', name));
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
    assert.deepEqual(scan([]), EXPECTED);
  });

  it('runs on Node 24', function () {
    const node = needTool(this, 'node_modules/node24/bin/node');
    assert.deepEqual(scan([node]), EXPECTED);
    assert.deepEqual(scan([node]), EXPECTED);
  });

  it('keeps its compiled code once and says the same with it', () => {
    scan([]);
    const [file = '', ...others] = kept();
    assert.deepEqual(others, []);
    const { mtimeMs } = statSync(file);
    assert.deepEqual(scan([]), EXPECTED);
    assert.equal(statSync(file).mtimeMs, mtimeMs);
  });

  for (const [name, damage] of [
    ['garbage', () => Buffer.from('garbage')],
    ['cut off', (content: Buffer) => content.subarray(0, content.length / 3)],
    ['the code of another program', otherProgram],
  ] as const) {
    it(`says the same when the kept code is ${name}, and keeps it anew`, () => {
      scan([]);
      const [file = ''] = kept();
      const good = readFileSync(file);
      writeFileSync(file, damage(good));
      assert.deepEqual(scan([]), EXPECTED);
      assert.deepEqual(kept(), [file]);
      assert.ok(readFileSync(file).length > good.length / 2);
      assert.deepEqual(scan([]), EXPECTED);
    });
  }

  it('keeps nothing when told so, and works where nothing can be kept', () => {
    assert.deepEqual(scan([], { EXVET_NO_CACHE: '1' }), EXPECTED);
    assert.deepEqual(scan([], { XDG_CACHE_HOME: '/dev/null' }), EXPECTED);
    assert.equal(existsSync(join(folder, 'cache')), false);
    assert.deepEqual(readdirSync(join(folder, 'dist')).sort(), readdirSync('dist').sort());
  });

  it('prints all of a long report into a pipe that is read slowly, and ends when it is closed', () => {
    // A pipe holds 64 KiB.
    writeFileSync(join(work, 'main.tf'), 'variable "a" {}\n'.repeat(2000));
    const program = join(folder, 'dist/exvet.mjs');
    const run = (reader: string) =>
      spawnSync('bash', ['-c', `'${program}' scan --format json | ${reader}`], {
        cwd: work,
        encoding: 'utf8',
        env: cleanEnvironment(join(folder, 'home')),
      });
    const { stdout } = run('{ sleep 0.3; cat; }');
    assert.ok(stdout.length > 1 << 16);
    assert.equal(typeof JSON.parse(stdout), 'object');
    assert.equal(run('true').stderr, '');
  });

  it('names no folder of the machine that it was built on', () => {
    for (const name of ['exvet.mjs', 'program.js', 'action.mjs']) {
      assert.equal(readFileSync(join(folder, 'dist', name), 'utf8').includes(resolve('.')), false, name);
    }
  });
});

/** Code that V8 takes for whole, under the name and mark of the bundle's program. */
function otherProgram(content: Buffer): Buffer {
  const code = new Script('(() => 1)').createCachedData();
  return Buffer.concat([content.subarray(0, 32), code, code]);
}
