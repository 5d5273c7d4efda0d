import assert from 'node:assert/strict';
import { textOf } from '../../../src/source/range.ts';
import { trailOf } from '../../../src/value/origin.ts';
import { evaluate } from './expressions.ts';

describe('the origin of what a function gives', () => {
  const untouched: readonly [string, string][] = [
    ['lookup({ db = "Premium_LRS" }, "db")', '"Premium_LRS"'],
    ['lookup({}, "db", "Standard_LRS")', '"Standard_LRS"'],
    ['merge({ db = "a" }, { db = "b" }).db', '"b"'],
    ['element(["a", "b"], 1)', '"b"'],
    ['coalesce(null, "a")', '"a"'],
    ['concat(["a"], ["b"])[1]', '"b"'],
    ['tolist(["a", 1])[1]', '1'],
    ['zipmap(["a"], ["x"]).a', '"x"'],
    ['one(["a"])', '"a"'],
    ['tonumber("128")', '"128"'],
  ];
  for (const [expression, literal] of untouched) {
    it(`${expression} still is the literal ${literal}`, async () => {
      const { value } = await evaluate(expression);
      assert.equal(value.origin.kind, 'literal');
      assert.equal(textOf(value.origin.range), literal);
    });
  }

  it('is the call for a computed value, with the literals that it rests on', async () => {
    const { value } = await evaluate('format("%s_%s", "Premium", upper("lrs"))');
    assert.equal(value.origin.kind, 'expression');
    assert.equal(textOf(trailOf(value.origin).origin), 'format("%s_%s", "Premium", upper("lrs"))');
    assert.deepEqual(
      value.origin.inputs?.flatMap(input => input.inputs ?? [input]).map(({ range }) => textOf(range)),
      ['"%s_%s"', '"Premium"', '"lrs"'],
    );
  });
});
