import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { INPUT_NAMES } from '../../src/cli/action.ts';
import { needTool } from '../support/tools.ts';
import { serverWithDataOn } from './exchange-server.ts';
import { cleanEnvironment, folderWith } from './scenario.ts';

const MAIN = serverWithDataOn('Standard_LRS');

interface Step {
  readonly status: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly workspace: string;
}

const action = parse(readFileSync('action.yml', 'utf8'));

/** Stands in for the runner: its environment, its files, and its parsing of the output file. */
function runStep(
  node: string,
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
): Step {
  const home = folderWith(new Map());
  const workspace = folderWith(new Map(Object.entries(files)));
  const runner = join(home, 'runner');
  mkdirSync(runner);
  const file = (name: string): string => {
    writeFileSync(join(runner, name), '');
    return join(runner, name);
  };
  const declared = Object.entries<{ default: string }>(action.inputs).map(([name, input]) => [
    name,
    input.default,
  ]);
  const given = Object.entries({ ...Object.fromEntries(declared), ...inputs });
  const env: NodeJS.ProcessEnv = {
    ...cleanEnvironment(home),
    ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    RUNNER_TEMP: runner,
  };
  const { status, stdout, stderr } = spawnSync(node, [resolve(action.runs.main)], {
    cwd: workspace,
    encoding: 'utf8',
    env,
  });
  const read = (name: string): string => readFileSync(join(runner, name), 'utf8');
  const step = {
    status,
    log: stdout + stderr,
    summary: read('summary'),
    outputs: readOutputs(read('output')),
    workspace,
  };
  rmSync(home, { recursive: true });
  return step;
}

function readOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  for (const [, name = '', , value = ''] of text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n\2\n/gm))
    outputs.set(name, value);
  return outputs;
}

describe('the GitHub Action, under the Node that its runner uses', function () {
  this.timeout(60_000);
  let node = '';
  const steps: Step[] = [];
  const run = (
    files: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>> = {},
  ): Step => {
    const step = runStep(node, files, inputs);
    steps.push(step);
    return step;
  };

  before(function () {
    node = needTool(this, 'node_modules/node24/bin/node');
  });
  afterEach(() => {
    for (const step of steps.splice(0)) rmSync(step.workspace, { recursive: true });
  });

  it('declares exactly the inputs that it reads, each with a description and a default', () => {
    assert.deepEqual(new Set(Object.keys(action.inputs)), new Set(INPUT_NAMES));
    for (const [name, input] of Object.entries<{ description: string; default: unknown }>(action.inputs)) {
      assert.match(name, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(input.description.length > 10);
      assert.equal(typeof input.default, 'string');
    }
  });

  it('annotates, summarises, writes SARIF and outputs, and fails the step for a violation', () => {
    const { status, log, summary, outputs, workspace } = run({ 'main.tf': MAIN });
    assert.equal(status, 1);
    assert.match(log, /^::error file=main\.tf,line=3,endLine=3,col=26,endColumn=40,title=EXSTO-23/m);
    assert.match(summary, /^## exvet\n[^]*EXSTO-23/);
    const sarif = JSON.parse(readFileSync(join(workspace, 'exvet.sarif'), 'utf8'));
    const errors = sarif.runs[0].results.filter(
      (result: { level: string }) => result.level === 'error',
    ).length;
    assert.equal(outputs.get('errors'), String(errors));
    assert.equal(outputs.get('sarif-file'), 'exvet.sarif');
    assert.equal(outputs.get('servers'), '1');
    assert.equal(outputs.get('not-analysed'), '0');
    assert.equal(outputs.get('exit-status'), '1');
    assert.deepEqual(new Set(outputs.keys()), new Set(Object.keys(action.outputs)));
  });

  it('lets the step pass when told never to fail, and still writes everything', () => {
    const { status, outputs, workspace } = run(
      { 'main.tf': MAIN },
      { 'fail-on': 'never', 'sarif-file': 'out/x.sarif' },
    );
    assert.equal(status, 0);
    assert.equal(outputs.get('sarif-file'), 'out/x.sarif');
    assert.ok(existsSync(join(workspace, 'out/x.sarif')));
  });

  it('takes several lines of an input as several values', () => {
    const { outputs } = run(
      { 'a/main.tf': MAIN, 'b/main.tf': MAIN, 'c/main.tf': MAIN },
      { paths: 'a\nb\n', 'fail-on': 'never' },
    );
    assert.equal(outputs.get('servers'), '2');
  });

  it('says which input has a wrong value, and does not scan', () => {
    const { status, log, outputs } = run({ 'main.tf': MAIN }, { summary: 'yes' });
    assert.equal(status, 2);
    assert.equal(log, "::error title=exvet::The input 'summary' takes true or false.\n");
    assert.equal(outputs.size, 0);
  });

  it('lets no text of the scanned tree act as a command', () => {
    const { log } = run({ '::set-output name=x::y/main.tf': MAIN }, { 'fail-on': 'never' });
    const [, token = ''] = /^::stop-commands::(\S+)$/m.exec(log) ?? [];
    const verbatim = log.slice(log.indexOf('\n'), log.indexOf(`::${token}::`));
    assert.match(verbatim, /set-output/);
    assert.doesNotMatch(log.replace(verbatim, ''), /^::set-output/m);
  });
});
