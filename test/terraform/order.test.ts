import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arrangeSet, compareKeys, identityText } from '../../src/terraform/types.ts';
import { valueOf } from './values.ts';

describe('the order of keys', () => {
  it('is that of their UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const expected = Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
        assert.equal(Math.sign(compareKeys(a, b)), expected);
      }),
    );
  });

  it('puts characters above U+FFFF behind all others', () => {
    assert.deepEqual(['\u{1f600}', '\uffee', 'z', 'ä'].sort(compareKeys), ['z', 'ä', '\uffee', '\u{1f600}']);
  });
});

describe('the identity of a value', () => {
  it('tells apart what is not equal, and nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [first, second] = [a, b].map(json => JSON.parse(JSON.stringify(json)));
        const same = identityText(valueOf(first)) === identityText(valueOf(second));
        assert.equal(same, isSame(first, second));
      }),
    );
  });
});

describe('a set', () => {
  it('does not depend on the order or number of its elements', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), texts => {
        const once = arrangeSet(texts.map(text => valueOf(text)));
        const twice = arrangeSet([...texts, ...texts].reverse().map(text => valueOf(text)));
        assert.deepEqual(twice, once);
        assert.equal(once.length, new Set(texts).size);
      }),
    );
  });
});

function isSame(a: unknown, b: unknown): boolean {
  try {
    assert.deepStrictEqual(a, b);
    return true;
  } catch {
    return false;
  }
}
