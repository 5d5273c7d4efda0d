import assert from 'node:assert/strict';
import { countValues, MAX_VALUES } from '../../../src/terraform/value-size.ts';
import { listValue } from '../../../src/value/make.ts';
import type { Value } from '../../../src/value/value.ts';
import { here, valueOf } from '../values.ts';
import { describeRefusals } from './expressions.ts';

const DOUBLE = 'join("", [for i in range(1000) : format("%10000s", "")])';

describeRefusals('what grows beyond all use', [
  [`join("", [${DOUBLE}, ${DOUBLE}])`, /longer than the 16777216 characters/],
  [`replace(${DOUBLE}, " ", "  ")`, /longer than the 16777216 characters/],
  [`replace(format("%10000s", ""), "/ /", format("%10000s", ""))`, /longer than the 16777216 characters/],
  ['setproduct(range(1000), range(101))', /101000 elements, more than the 100000/],
  ['format("%20000s", "")', /width or precision in "%20000s" is above 10000/],
]);

describe('the size of a value', () => {
  it('counts shared parts as often as they appear, without walking through them', () => {
    let value: Value = valueOf(1);
    for (let depth = 0; depth < 60; depth++) value = listValue([value, value], here);
    assert.equal(countValues(value), 2 ** 61 - 1);
    assert.ok(countValues(value) > MAX_VALUES);
  });

  it('counts a list, its elements and theirs', () => {
    assert.equal(countValues(valueOf({ a: [1, 2], b: null })), 5);
  });
});
