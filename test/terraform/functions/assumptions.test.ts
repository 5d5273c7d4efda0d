import assert from 'node:assert/strict';
import { valueToJson } from '../../../src/value/json.ts';
import { describeRefusals, describeValues, evaluate } from './expressions.ts';

/** From the documentation of OpenTofu 1.13; Terraform does not have these functions. */
describeValues('assumptions about known values give the value', [
  ['assumeequal("a", "a")', 'a'],
  ['assumeequal("1", 1)', 1],
  ['assumenotnull("hello")', 'hello'],
  ['assumestringprefix("subnet-1", "subnet-")', 'subnet-1'],
  ['assumelistlength([1, 2], 1, 2)', [1, 2]],
  ['assumelistlengthmax([1, 2], 2)', [1, 2]],
  ['assumesetlengthmin([2, 1, 2], 2)', [1, 2]],
  ['assumemaplengthmin({ a = 1, b = 2 }, 1)', { a: 1, b: 2 }],
  ['convert("hello", string)', 'hello'],
  ['convert([1, "a"], set(string))', ['1', 'a']],
  ['convert({ a = 1 }, object({ a = string, b = optional(number, 2) }))', { a: '1', b: 2 }],
]);

describeRefusals('assumptions that do not hold', [
  ['assumeequal("a", "b")', /does not match the assumed value/],
  ['assumeequal("a", 1)', /does not match the assumed type number/],
  ['assumenotnull(null)', /assumption was not upheld/],
  ['assumestringprefix("vnet-1", "subnet-")', /assumption was not upheld/],
  ['assumelistlengthmin([1], 2)', /assumption was not upheld/],
  ['assumelistlength([1, 2, 3], 1, 2)', /assumption was not upheld/],
  ['convert("a", number)', /Error in function call convert: a number is required/],
  ['convert("a", strnig)', /"strnig" is not a type/],
]);

describe('assumptions about unknown values', () => {
  it('tell what the value is equal to or begins with', async () => {
    const json = async (expression: string) => valueToJson((await evaluate(expression)).value);
    assert.equal(await json('assumeequal(terraform_data.late.id, "a")'), 'a');
    assert.equal(await json('assumestringprefix(terraform_data.late.id, "s-") == "vnet-1"'), false);
  });
});
