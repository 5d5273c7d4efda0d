import assert from 'node:assert/strict';
import { closest, didYouMean } from '../../src/source/spelling.ts';

describe('the word that was probably meant', () => {
  const known = ['storage_account_type', 'size', 'disk_size_gb', 'name'];

  it('is the closest known word', () => {
    assert.equal(closest('storage_acount_type', known), 'storage_account_type');
    assert.equal(closest('szie', known), 'size');
    assert.equal(closest('Name', known), 'name');
  });

  it('is none when no word is close', () => {
    assert.equal(closest('caching', known), undefined);
    assert.equal(closest('x', known), undefined);
  });
});

describe('a hint at it', () => {
  it('follows a sentence, in the quotes of the language', () => {
    assert.equal(didYouMean('szie', ['size']), " Did you mean 'size'?");
    assert.equal(didYouMean('szie', ['size'], '"'), ' Did you mean "size"?');
    assert.equal(didYouMean('caching', ['size']), '');
  });
});
