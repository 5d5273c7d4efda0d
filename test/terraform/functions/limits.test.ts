import assert from 'node:assert/strict';
import { countValues, MAX_VALUES } from '../../../src/terraform/value-size.ts';
import { listValue } from '../../../src/value/make.ts';
import type { Value } from '../../../src/value/value.ts';
import { complaintsOf } from '../evaluated.ts';
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

describe('what a few lines grow to', () => {
  const doubled = (first: string, twice: (name: string) => string): string =>
    `locals {\n  v0 = ${first}\n${Array.from({ length: 30 }, (_, at) => `  v${at + 1} = ${twice(`local.v${at}`)}\n`).join('')}}\n` +
    'output "x" {\n  value = local.v30\n}\n';
  const limits = async (main: string) =>
    (await complaintsOf({ 'main.tf': main })).map(complaint => complaint.replace(/^\S+ /, ''));
  const values = ['limit-exceeded This has more than the 1000000 values that exvet computes with.'];
  const text = ['limit-exceeded This text is longer than the 16777216 characters that exvet computes with.'];

  it('is stopped where it grows', async () => {
    assert.deepEqual(await limits(doubled('["a"]', name => `[${name}, ${name}]`)), values);
    assert.deepEqual(await limits(doubled('{ a = 1 }', name => `{ a = ${name}, b = ${name} }`)), values);
    assert.deepEqual(await limits(doubled('["a"]', name => `[for i in [1, 2] : ${name}]`)), values);
    assert.deepEqual(await limits(doubled('"0123456789"', name => `"\${${name}}\${${name}}"`)), text);
    const unknown = doubled('"${terraform_data.t.id}0123456789"', name => `"\${${name}}\${${name}}"`);
    assert.deepEqual(await limits(`${unknown}resource "terraform_data" "t" {}\n`), []);
  });

  it('is stopped also when loops turn without growing', async () => {
    const loops =
      '[for a in range(200) : length([for b in range(1000) : length([for c in range(1000) : a])])]';
    assert.deepEqual(await limits(`output "x" {\n  value = ${loops}\n}\n`), [
      'limit-exceeded Loops make more rounds than exvet goes through.',
    ]);
  });

  it('is stopped when instances multiply', async () => {
    const main = 'module "m" {\n  source = "./m"\n  count = 1000\n}\n';
    const complaints = await complaintsOf({
      'main.tf': main,
      'm/main.tf': 'resource "a_b" "c" {\n  count = 1000\n}\n',
    });
    assert.deepEqual(complaints, [
      'm/main.tf:2:11 limit-exceeded count makes more instances than exvet evaluates: 10000 of a block, 100000 in all.',
    ]);
  });
});

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
