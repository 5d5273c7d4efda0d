import assert from 'node:assert/strict';
import { entriesToJson, valueText, valueToJson } from '../../src/value/json.ts';
import { listValue, numberValue, objectValue } from '../../src/value/make.ts';
import { joinText } from '../../src/value/text.ts';
import type { Value } from '../../src/value/value.ts';
import { somewhere, string as text, unknownInput } from '../support/values.ts';

const unknownName = unknownInput('var.name');
const openList: Value = { ...listValue([text('a')], somewhere), more: unknownName };

describe('values as JSON', () => {
  it('say why one is unknown, also at the end of a list that may be longer', () => {
    assert.deepEqual(valueToJson(unknownName), { $unknown: 'var.name has no value' });
    assert.deepEqual(valueToJson(openList), ['a', { $unknown: 'var.name has no value' }]);
  });

  it('keep a key that JavaScript has a meaning for', () =>
    assert.equal(JSON.stringify(entriesToJson([['__proto__', text('x')]])), '{"__proto__":"x"}'));
});

describe('values in a sentence', () => {
  it('show what is known', () => {
    assert.equal(valueText(openList), '[a, unknown]');
    assert.equal(valueText(joinText([unknownName, '-ex01'], somewhere)), '…-ex01');
    assert.equal(valueText(objectValue([['size', numberValue(2, somewhere)]], somewhere)), '{size = 2}');
  });

  it('never show a secret', () => {
    const secret: Value = { ...text('hunter2'), sensitive: true };
    assert.equal(valueText(secret), '(sensitive)');
    assert.equal(valueText(listValue([text('a'), secret], somewhere)), '[a, (sensitive)]');
  });
});
