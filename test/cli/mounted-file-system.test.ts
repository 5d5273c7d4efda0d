import assert from 'node:assert/strict';
import { MountedFileSystem } from '../../src/cli/mounted-file-system.ts';
import { MemoryFileSystem } from '../support/memory-tree.ts';

describe('a file system mounted in another', () => {
  const system = new MountedFileSystem(
    new MemoryFileSystem({ 'main.bicep': 'main' }),
    '~/.bicep',
    new MemoryFileSystem({ 'br/main.json': 'restored' }),
  );

  it('answers for what lies below its folder, and the other for the rest', () => {
    assert.deepEqual(system.read('~/.bicep/br/main.json'), new TextEncoder().encode('restored'));
    assert.deepEqual(system.read('main.bicep'), new TextEncoder().encode('main'));
    assert.equal(system.kind('~/.bicep/br'), 'folder');
    assert.equal(system.kind('br/main.json'), 'absent');
    assert.deepEqual(system.list('~/.bicep'), [{ name: 'br', kind: 'folder' }]);
  });

  it('is not listed, so that a scan of everything leaves it out', () => {
    assert.deepEqual(system.list('.'), [{ name: 'main.bicep', kind: 'file' }]);
  });

  it('leads nowhere else', () => {
    assert.deepEqual(system.read('~/.bicep/../secrets'), { failure: 'outside' });
  });
});
