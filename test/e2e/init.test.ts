import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from './scenario.ts';

describe('exvet init', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'exvet-init-'));
    writeFileSync(
      join(folder, 'main.tf'),
      'resource "azurerm_windows_virtual_machine" "ex01" {\n  name = "ex01"\n  size = "Standard_E16s_v5"\n}\n',
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const init = () => spawnSync(process.execPath, [program(), 'init'], { cwd: folder, encoding: 'utf8' });

  it('writes exvet.yaml into the working directory', () => {
    const { status, stdout, stderr } = init();
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(stdout, 'Wrote exvet.yaml with 1 Exchange server. Check it, then run exvet.\n');
    assert.match(
      readFileSync(join(folder, 'exvet.yaml'), 'utf8'),
      / {2}- match: "azurerm_windows_virtual_machine\.ex01"\n/,
    );
  });

  it('never overwrites one that is there', () => {
    writeFileSync(join(folder, 'exvet.yaml'), 'version: 1\n');
    const { status, stderr } = init();
    assert.equal(status, 2);
    assert.equal(
      stderr,
      "exvet: There is a configuration, exvet.yaml: it is not overwritten.\nTry 'exvet --help'.\n",
    );
    assert.equal(readFileSync(join(folder, 'exvet.yaml'), 'utf8'), 'version: 1\n');
  });
});
