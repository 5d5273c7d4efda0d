import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeFileSystem } from '../../src/cli/node-file-system.ts';
import { Workspace } from '../../src/cli/workspace.ts';
import { isFailure } from '../../src/source/tree.ts';

describe('the scanned tree', () => {
  let folder: string;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'exvet-')));
    for (const below of ['repo/.git', 'repo/infra/prod', 'repo/modules', 'elsewhere']) {
      mkdirSync(join(folder, below), { recursive: true });
    }
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the git work tree around the working directory', () => {
    const workspace = Workspace.around(join(folder, 'repo/infra'), ['prod']);
    assert.equal(workspace.root, join(folder, 'repo'));
    assert.equal(workspace.toTree('prod'), 'infra/prod');
    assert.equal(workspace.toTree('../modules'), 'modules');
  });

  it('is the working directory where there is no git', () => {
    assert.equal(Workspace.around(join(folder, 'elsewhere'), ['.']).root, join(folder, 'elsewhere'));
  });

  it('is the tree around the paths when they lie elsewhere', () => {
    const workspace = Workspace.around(join(folder, 'elsewhere'), ['../repo/infra/prod']);
    assert.equal(workspace.root, join(folder, 'repo'));
    assert.equal(workspace.toTree('../repo/infra/prod'), 'infra/prod');
  });

  it('takes the nearest exvet.yaml, up to its root', () => {
    writeFileSync(join(folder, 'exvet.yaml'), '');
    const around = (): string | undefined =>
      Workspace.around(join(folder, 'repo/infra/prod'), ['.']).findConfig();
    assert.equal(around(), undefined);
    writeFileSync(join(folder, 'repo/exvet.yaml'), '');
    assert.equal(around(), 'exvet.yaml');
    writeFileSync(join(folder, 'repo/infra/exvet.yaml'), '');
    assert.equal(around(), 'infra/exvet.yaml');
  });

  it('is never left, neither by .. nor through a link', () => {
    writeFileSync(join(folder, 'secret.tf'), 'secret');
    symlinkSync(join(folder, 'secret.tf'), join(folder, 'repo/link.tf'));
    symlinkSync(folder, join(folder, 'repo/up'));
    const files = new NodeFileSystem(join(folder, 'repo'));
    assert.deepEqual(files.read('../secret.tf'), { failure: 'outside' });
    assert.deepEqual(files.read('link.tf'), { failure: 'outside' });
    assert.deepEqual(files.read('up/secret.tf'), { failure: 'outside' });
    assert.deepEqual(files.read('/etc/passwd'), { failure: 'outside' });
    assert.equal(files.kind('up'), 'outside');
    // Listed, so that a scan says that it was not read.
    const listed = files.list('.');
    assert.ok(!isFailure(listed) && listed.some(entry => entry.name === 'link.tf'));
  });

  it('serves links that stay inside, and says what it cannot read', () => {
    writeFileSync(join(folder, 'repo/modules/main.tf'), 'x');
    symlinkSync(join(folder, 'repo/modules/main.tf'), join(folder, 'repo/infra/main.tf'));
    const files = new NodeFileSystem(join(folder, 'repo'));
    assert.deepEqual([...(files.read('infra/main.tf') as Uint8Array)], [120]);
    assert.deepEqual(files.read('infra/none.tf'), { failure: 'absent' });
    assert.deepEqual(files.read('infra'), { failure: 'folder' });
    assert.deepEqual(files.list('infra'), [
      { name: 'main.tf', kind: 'file' },
      { name: 'prod', kind: 'folder' },
    ]);
  });

  it('holds only tracked files in a hook', () => {
    writeFileSync(join(folder, 'repo/infra/a.tf'), '');
    writeFileSync(join(folder, 'repo/infra/b.tf'), '');
    const files = new NodeFileSystem(join(folder, 'repo'), path => path === 'infra/a.tf');
    assert.deepEqual(files.list('infra'), [
      { name: 'a.tf', kind: 'file' },
      { name: 'prod', kind: 'folder' },
    ]);
    assert.equal(files.kind('infra/b.tf'), 'absent');
    assert.deepEqual(files.read('infra/b.tf'), { failure: 'absent' });
  });
});
