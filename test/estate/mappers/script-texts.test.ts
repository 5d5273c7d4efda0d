import assert from 'node:assert/strict';
import { decodedTexts, scriptTexts } from '../../../src/estate/mappers/script-texts.ts';
import { objectValue } from '../../../src/value/make.ts';
import type { Value } from '../../../src/value/value.ts';
import { text } from '../machines.ts';

const decoded = (value: Value): readonly string[] => decodedTexts(value).map(found => found.text);
const base64 = (script: string, encoding: BufferEncoding): Value =>
  text(Buffer.from(script, encoding).toString('base64'));

describe('the texts that a machine runs', () => {
  const install = 'Setup.exe /Mode:Install';

  it('are read from base64, in UTF-8 or the UTF-16 of PowerShell', () => {
    assert.deepEqual(decoded(base64(install, 'utf8')), [install]);
    assert.deepEqual(decoded(base64(install, 'utf16le')), [install]);
  });

  it('stay as they are when they are no base64, or only a word that looks like it', () => {
    assert.deepEqual(decoded(text(install)), [install]);
    assert.deepEqual(decoded(text('exchange')), ['exchange']);
  });

  it('are found in JSON at any depth', () =>
    assert.deepEqual(
      scriptTexts(text('{"commandToExecute": "a", "files": [{"uri": "b"}]}')).map(found => found.text),
      ['a', 'b'],
    ));

  it('are found in the base64 that a command line carries', () => {
    const script = 'New-SendConnector -Name Out -AddressSpaces * -DNSRoutingEnabled $true';
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const command = `powershell -EncodedCommand ${Buffer.from(script, encoding).toString('base64')}`;
      assert.deepEqual(
        scriptTexts(text(command)).map(found => found.text),
        [command, script],
      );
    }
    const image = Buffer.from(Uint8Array.from({ length: 60 }, (_, index) => index)).toString('base64');
    assert.equal(scriptTexts(text(`x ${image}`)).length, 1);
  });

  it('carry the name of the setting that they are', () => {
    const settings = (value: Value): readonly unknown[] =>
      scriptTexts(value).map(({ setting, text: of }) => [setting, of]);
    const properties = objectValue([['DAGName', text('dag01')]], text('').origin);
    assert.deepEqual(settings(objectValue([['Properties', properties]], text('').origin)), [
      ['DAGName', 'dag01'],
    ]);
    assert.deepEqual(settings(text('{"properties": {"DAGName": "dag01", "servers": ["ex01"]}}')), [
      ['DAGName', 'dag01'],
      [undefined, 'ex01'],
    ]);
  });

  it('are sensitive when the value is', () =>
    assert.deepEqual(
      decodedTexts({ ...text(install), sensitive: true }).map(({ sensitive }) => sensitive),
      [true],
    ));
});
