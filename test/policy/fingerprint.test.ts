import assert from 'node:assert/strict';
import { fingerprintOf, lineFingerprints } from '../../src/policy/fingerprint.ts';
import { SourceFile } from '../../src/source/file.ts';

// The expected values are those of computeRollingHashes in @microsoft/sarif 5.7.0.
describe('the fingerprint of a line', () => {
  it('is that which GitHub computes', () => {
    const text =
      'resource "a" "b" {\n  sku = "Standard_LRS"\n}\n\nresource "a" "c" {\n  sku = "Standard_LRS"\n}\n';
    assert.deepEqual(lineFingerprints(text), [
      '1b8212ae0f6c601a:1',
      'e5722408349f3f92:1',
      '2fa2d5d71c457d77:1',
      '7f94b37ac422da74:1',
      '785dcab859e9005a:1',
      '3e91a040da06ea45:1',
      '32dce9ccfdbc9d3e:1',
      'c129715d7a2bc9a3:1',
    ]);
  });

  it('takes every kind of line end for one, and leaves blanks out', () => {
    assert.deepEqual(lineFingerprints('\ta b\r\n\r \n\u{1f600}x\r\r\nend'), [
      '36c6b6407ab21218:1',
      'c01d631ba9e81b1b:1',
      'cc1f2cf98f6b587d:1',
      '88615a0bbb6337a7:1',
      '165fbdbbce84915c:1',
      '43b6461eda086fe2:1',
    ]);
  });

  it('counts how often the same text came up', () => {
    const block = `${'x'.repeat(120)}\n`;
    const [first, second, third] = lineFingerprints(block.repeat(3));
    assert.equal(second, first?.replace(/:1$/, ':2'));
    assert.equal(third, first?.replace(/:1$/, ':3'));
  });

  it('is that of the line a range begins on', () => {
    const file = new SourceFile('main.tf', 'a\nbc\nd');
    assert.equal(fingerprintOf({ file, start: 3, end: 6 }), lineFingerprints(file.text)[1]);
  });
});
