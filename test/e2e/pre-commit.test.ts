import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { needProgram } from '../support/tools.ts';
import { serverWithDataOn } from './exchange-server.ts';
import { cleanEnvironment, folderWith } from './scenario.ts';

const BAD = serverWithDataOn('Standard_LRS');
const GOOD = serverWithDataOn('Premium_LRS');

/** The real program with the hook as users get it: this repository's manifest and bundle, at a tag. */
describe('the pre-commit hook', function () {
  this.timeout(120_000);
  let home = '';
  let user = '';

  const run = (command: string) =>
    spawnSync('sh', ['-c', command], {
      cwd: user,
      encoding: 'utf8',
      env: { ...cleanEnvironment(home), PRE_COMMIT_HOME: join(home, 'cache') },
    });
  const succeeds = (command: string): string => {
    const { status, stdout, stderr } = run(command);
    assert.equal(status, 0, `${command}\n${stdout}${stderr}`);
    return stdout + stderr;
  };
  const fails = (command: string): string => {
    const { status, stdout, stderr } = run(command);
    assert.equal(status, 1, `${command}\n${stdout}${stderr}`);
    return stdout + stderr;
  };
  const write = (path: string, text: string): void => writeFileSync(join(user, path), text);

  before(function () {
    needProgram(this, 'pre-commit');
    home = folderWith(new Map());
    const hook = join(home, 'hook');
    mkdirSync(hook);
    copyFileSync('.pre-commit-hooks.yaml', join(hook, '.pre-commit-hooks.yaml'));
    cpSync(resolve('dist'), join(hook, 'dist'), { recursive: true });
    user = hook;
    succeeds('git init -q && git add . && git commit -q -m hook && git tag v0.0.0');
  });

  beforeEach(() => {
    const config = `repos:\n  - repo: ${join(home, 'hook')}\n    rev: v0.0.0\n    hooks: [{id: exvet}]\n`;
    user = folderWith(new Map([['.pre-commit-config.yaml', config]]));
    succeeds('git init -q && pre-commit install && git add . && git commit -q -m start');
  });
  afterEach(() => rmSync(user, { recursive: true }));
  after(() => {
    if (home !== '') rmSync(home, { recursive: true });
  });

  it('has a manifest that pre-commit accepts', () => {
    succeeds(`pre-commit validate-manifest ${resolve('.pre-commit-hooks.yaml')}`);
  });

  it('stops a commit with a violation and shows it', () => {
    write('main.tf', BAD);
    assert.match(fails('git add . && git commit -m x'), /main\.tf:3:26[^]*"Standard_LRS"/);
  });

  it('lets a commit without a violation through', () => {
    write('main.tf', GOOD);
    succeeds('git add . && git commit -m x');
  });

  it('judges what is staged, not what lies in the work tree', () => {
    write('main.tf', BAD);
    succeeds('git add .');
    write('main.tf', GOOD);
    fails('git commit -m x');
    succeeds('git add .');
    write('main.tf', BAD);
    succeeds('git commit -m x');
  });

  it('takes no notice of an untracked file beside a staged one', () => {
    write('main.tf', GOOD);
    succeeds('git add .');
    write('other.tf', BAD.replaceAll('"db"', '"other"').replaceAll('"ex01"', '"ex02"'));
    succeeds('git commit -m x');
  });

  it('judges the root module when only its variables file changes', () => {
    write('main.tf', `${GOOD.replace('"Premium_LRS"', 'var.sku')}\nvariable "sku" {}\n`);
    write('terraform.tfvars', 'sku = "Premium_LRS"\n');
    succeeds('git add . && git commit -m x');
    write('terraform.tfvars', 'sku = "Standard_LRS"\n');
    assert.match(fails('git add . && git commit -m y'), /terraform\.tfvars:1:7/);
  });

  it('does not run for files that are none of its business', () => {
    write('README.md', 'x\n');
    assert.match(succeeds('git add . && git commit -m x'), /no files to check/);
  });
});
