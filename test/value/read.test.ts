import assert from 'node:assert/strict';
import { listValue, nullValue, objectValue, passedThrough } from '../../src/value/make.ts';
import { stepsOf } from '../../src/value/origin.ts';
import { asBool, asNumber, readElements, readPath } from '../../src/value/read.ts';
import type { Value } from '../../src/value/value.ts';
import { somewhere, string as text, unknownInput } from '../support/values.ts';

const object = (entries: Record<string, Value>): Value => objectValue(Object.entries(entries), somewhere);

describe('reading along a path', () => {
  const body = object({ Disk: listValue([object({ sku: text('Premium_LRS') })], somewhere) });

  it('follows names and indices, in any case where the language has none', () => {
    assert.deepEqual(readPath(body, ['Disk', 0, 'sku']), text('Premium_LRS'));
    assert.equal(readPath(body, ['disk', 0, 'sku']), undefined);
    assert.deepEqual(readPath(body, ['disk', 0, 'SKU'], { ignoreCase: true }), text('Premium_LRS'));
  });

  it('takes null for absent, and an unknown on the way for the answer', () => {
    assert.equal(readPath(object({ sku: nullValue(somewhere) }), ['sku']), undefined);
    const below = readPath(object({ disk: unknownInput('var.disk') }), ['disk', 'sku']);
    assert.deepEqual(below?.kind === 'unknown' && below.reasons.map(reason => reason.text), [
      'var.disk has no value',
    ]);
  });

  it('walks the way of the containers too', () => {
    const step = { range: somewhere.range, text: 'local.disks' };
    const sku = readPath(passedThrough(body, step), ['Disk', 0, 'sku']);
    assert.deepEqual(sku && stepsOf(sku.origin), [step]);
  });
});

describe('reading a list', () => {
  const [a, b] = [text('a'), text('b')];
  const more = unknownInput('var.more');

  it('gives its elements; a single object stands for a list of one', () => {
    assert.deepEqual(readElements(object({ x: listValue([a, b], somewhere) }), ['x']), {
      elements: [a, b],
      more: undefined,
    });
    assert.deepEqual(readElements(object({ x: a }), ['x']), { elements: [a], more: undefined });
    assert.deepEqual(readElements(object({}), ['x']), { elements: [], more: undefined });
    assert.deepEqual(readElements(undefined, ['x']), { elements: [], more: undefined });
  });

  it('says when there may be more', () => {
    const open: Value = { ...listValue([a], somewhere), more };
    assert.deepEqual(readElements(object({ x: open }), ['x']), { elements: [a], more });
    assert.deepEqual(readElements(object({ x: more }), ['x']), { elements: [], more });
  });
});

describe('numbers and booleans that are written as texts', () => {
  it('are read as they are meant', () => {
    for (const [written, read] of [
      ['128', 128],
      [' 1.5 ', 1.5],
      ['1e3', 1000],
    ] as const) {
      const number = asNumber(text(written));
      assert.equal(number.kind === 'number' && number.value, read);
    }
    for (const written of ['', '0x10', '1,5', 'ten'])
      assert.deepEqual(asNumber(text(written)), text(written));
    for (const written of ['true', 'True']) {
      const bool = asBool(text(written));
      assert.equal(bool.kind === 'bool' && bool.value, true);
    }
    assert.deepEqual(asBool(text('yes')), text('yes'));
  });
});
