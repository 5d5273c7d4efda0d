import assert from 'node:assert/strict';
import { SourceFile } from '../../src/source/file.ts';
import { SourceTree } from '../../src/source/tree.ts';

const textOf = (path: string, bytes: Uint8Array): string => {
  const file = new SourceTree({ read: () => bytes, list: () => [], kind: () => 'file' }).text(path);
  return file instanceof SourceFile ? file.text.replace(/^\uFEFF/, '') : file.code;
};

describe('the text of a file', () => {
  const json = '{"name": "Größe"}';
  const utf16le = Buffer.from(`\uFEFF${json}`, 'utf16le');

  it('is UTF-8, with a byte order mark or without', () => {
    assert.equal(textOf('azuredeploy.json', Buffer.from(json)), json);
    assert.equal(textOf('azuredeploy.json', Buffer.from(`\uFEFF${json}`)), json);
  });
  it('is UTF-16 when the byte order mark says so, as PowerShell writes it', () => {
    assert.equal(textOf('azuredeploy.json', utf16le), json);
    assert.equal(textOf('main.bicep', Buffer.from(utf16le).swap16()), json);
  });
  it('is never UTF-16 for Terraform, which refuses it', () => {
    assert.equal(textOf('main.tf', utf16le), 'file-not-text');
    assert.equal(textOf('main.tf.json', utf16le), 'file-not-text');
  });
  it('is nothing else', () =>
    assert.equal(textOf('photo.json', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)), 'file-not-text'));
});
