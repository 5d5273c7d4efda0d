import assert from 'node:assert/strict';
import { knownText } from '../../src/value/read.ts';
import { joinText, mayBeText } from '../../src/value/text.ts';
import { somewhere, string, unknownInput } from '../support/values.ts';

describe('strings put together', () => {
  it('are known when every piece is', () => {
    assert.deepEqual(joinText(['a-', string('b')], somewhere), string('a-b'));
  });

  it('keep what is known when a piece is not', () => {
    const name = joinText([unknownInput('var.prefix'), '-ex', string('01')], somewhere);
    assert.equal(name.kind, 'unknown');
    assert.deepEqual(name.kind === 'unknown' && name.reasons, [
      { kind: 'input', text: 'var.prefix has no value' },
    ]);
    assert.equal(knownText(name), '…-ex01');
  });

  it('keep the known pieces of a piece', () => {
    const inner = joinText(['vm-', unknownInput('var.site')], somewhere);
    assert.equal(knownText(joinText([inner, '-ex', '01'], somewhere)), 'vm-…-ex01');
  });

  it('are sensitive when a piece is', () => {
    const secret = { ...string('p'), sensitive: true as const };
    assert.equal(joinText(['a', secret], somewhere).sensitive, true);
  });
});

describe('what a partly known text can turn out to be', () => {
  const gap = unknownInput('var.x');

  it('has its pieces in their order, the first at the start and the last at the end', () => {
    assert.ok(mayBeText(['vm-', gap, '-ex01'], 'vm-prod-ex01'));
    assert.ok(mayBeText(['vm-', gap, '-ex01'], 'vm--ex01'));
    assert.ok(!mayBeText(['vm-', gap, '-ex01'], 'vm-ex01'));
    assert.ok(!mayBeText(['vm-', gap, '-ex01'], 'vm-prod-ex02'));
    assert.ok(!mayBeText(['vm-', gap], 'a-vm-'));
    assert.ok(mayBeText([gap, 'a', gap, 'ab'], 'xaab'));
    assert.ok(!mayBeText([gap, 'b', gap, 'a'], 'xab'));
    assert.ok(mayBeText([gap, 'a', gap], 'banana'));
    assert.ok(mayBeText([gap], ''));
  });
});
