import assert from 'node:assert/strict';
import { type Json, valueToJson } from '../../../src/value/json.ts';
import { knownText } from '../../../src/value/read.ts';
import { evaluate } from './expressions.ts';

/** Known only after deployment, and of no type that the configuration tells. */
const LATE = 'terraform_data.late.output';
const ID = 'terraform_data.late.id';
const gap = (attribute: string): Json => ({
  $unknown: `terraform_data.late.${attribute} is known only after deployment`,
});

/** What `terraform plan` knows, with `(known after apply)` as `$unknown`, or more where that is safe. */
describe('functions on partly known values', () => {
  const cases: readonly [string, Json][] = [
    [`length([${LATE}, 1])`, 2],
    [`length({ a = ${LATE} })`, 1],
    [`length(toset([${ID}, "a"]))`, gap('id')],
    [`concat([${LATE}], ["a"])`, [gap('output'), 'a']],
    [`concat([1], ${LATE})`, gap('output')],
    [`flatten([[${ID}, "a"], ["b"]])`, [gap('id'), 'a', 'b']],
    [`flatten([[${LATE}], ["b"]])`, gap('output')],
    [`merge({ a = ${LATE} }, { b = 1 })`, { a: gap('output'), b: 1 }],
    [`merge({ a = 1 }, ${LATE})`, gap('output')],
    [`keys({ a = ${LATE} })`, ['a']],
    [`values({ a = ${LATE}, b = 1 })`, [gap('output'), 1]],
    [`zipmap(["a", "b"], [${LATE}, 1])`, { a: gap('output'), b: 1 }],
    [`lookup({ a = ${LATE}, b = 1 }, "b")`, 1],
    [`lookup({ a = 1 }, "a", ${LATE})`, 1],
    [`element([${LATE}, "b"], 1)`, 'b'],
    [`reverse([${LATE}, "b"])`, ['b', gap('output')]],
    [`slice(["a", ${LATE}], 0, 1)`, ['a']],
    [`chunklist([${ID}, "b", "c"], 2)`, [[gap('id'), 'b'], ['c']]],
    [
      `setproduct(["a"], [${ID}, "b"])`,
      [
        ['a', gap('id')],
        ['a', 'b'],
      ],
    ],
    [`contains(["a", ${LATE}], "a")`, true],
    [`contains(["a", ${LATE}], "b")`, gap('output')],
    [`coalesce("a", ${LATE})`, 'a'],
    [`coalesce(${LATE}, "a")`, gap('output')],
    [`coalesce(null, "x-\${${LATE}}", "a")`, gap('output')],
    [`coalescelist(["a"], ${LATE})`, ['a']],
    [`one([${LATE}])`, gap('output')],
    [`alltrue([false, ${LATE}])`, false],
    [`anytrue([true, ${LATE}])`, true],
    [`anytrue([false, ${LATE}])`, gap('output')],
    [`formatlist("%s-%s", ["a", ${ID}], "x")`, ['a-x', gap('id')]],
    [`tolist([${ID}, "a"])`, [gap('id'), 'a']],
    [`setunion(["a"], [${ID}])`, ['a', gap('id')]],
    [`setintersection(["a"], [${ID}])`, gap('id')],
    [`upper(${LATE})`, gap('output')],
    [`jsonencode({ a = ${LATE} })`, gap('output')],
    [`distinct(["a", ${ID}])`, gap('id')],
    [`index(["a", ${LATE}], "a")`, 0],
  ];
  for (const [expression, expected] of cases) {
    it(expression, async () => {
      const { value, messages } = await evaluate(expression);
      assert.deepEqual(messages, []);
      assert.deepEqual(JSON.parse(JSON.stringify(valueToJson(value))), expected);
    });
  }
});

describe('JSON of values that are partly unknown', () => {
  it('keeps what is known of its text', async () => {
    const { value } = await evaluate(
      `jsonencode({ run = "setup.exe /Role:Mailbox \${${ID}}", count = ${LATE}, log = "C:\\\\exchange" })`,
    );
    assert.equal(knownText(value), '{"count":…,"log":"C:\\\\exchange","run":"setup.exe /Role:Mailbox …"}');
  });
});

describe('functions without a value before deployment', () => {
  const cases: readonly [string, string][] = [
    ['timestamp()', 'timestamp() is the time of the deployment'],
    ['plantimestamp()', 'plantimestamp() is the time of the deployment'],
    ['uuid()', 'uuid() gives a new value with each deployment'],
    ['bcrypt("x")', 'bcrypt() gives a new value with each deployment'],
    ['abspath("x")', 'abspath() depends on where Terraform runs'],
  ];
  for (const [expression, reason] of cases) {
    it(`${expression} is unknown: ${reason}`, async () => {
      const { value } = await evaluate(expression);
      assert.deepEqual(valueToJson(value), { $unknown: reason });
    });
  }
});

describe('texts with unknown pieces', () => {
  it('keep what is known of them', async () => {
    const texts = [
      `lower("\${${ID}}-EX01")`,
      `format("%s-ex%02d", ${ID}, 1)`,
      `join("/", ["vms", ${ID}, "disks"])`,
    ];
    const answers = await Promise.all(texts.map(text => evaluate(text)));
    assert.deepEqual(
      answers.map(({ value }) => knownText(value)),
      ['…-ex01', '…-ex01', 'vms/…/disks'],
    );
  });
});

describe('questions about texts with unknown pieces', () => {
  const name = `"ex-\${${ID}}-01"`;
  const cases: readonly [string, Json][] = [
    [`startswith(${name}, "ex")`, true],
    [`startswith(${name}, "vm")`, false],
    [`startswith(${name}, "ex-a")`, gap('id')],
    [`startswith(${ID}, "")`, true],
    [`endswith(${name}, "01")`, true],
    [`endswith(${name}, "02")`, false],
    [`endswith(${name}, "x-01")`, gap('id')],
    [`strcontains(${name}, "x-")`, true],
    [`strcontains(${name}, "02")`, gap('id')],
  ];
  for (const [expression, expected] of cases) {
    it(expression, async () => {
      const { value, messages } = await evaluate(expression);
      assert.deepEqual(messages, []);
      assert.deepEqual(JSON.parse(JSON.stringify(valueToJson(value))), expected);
    });
  }
});

describe('an element at an unknown index', () => {
  it('is one of the elements', async () => {
    const { value } = await evaluate(`element(["1", "2"], ${ID})`);
    assert.ok(value.kind === 'unknown');
    assert.deepEqual(value.candidates?.map(valueToJson), ['1', '2']);
  });
});

describe('a lookup with an unknown key', () => {
  it('is one of the values of the map or the default', async () => {
    const { value } = await evaluate(`lookup({ a = "Premium_LRS", b = "Standard_LRS" }, ${ID}, "x")`);
    assert.ok(value.kind === 'unknown');
    assert.deepEqual(value.candidates?.map(valueToJson), ['Premium_LRS', 'Standard_LRS', 'x']);
  });
});

describe('secrets in functions', () => {
  const cases: readonly [string, boolean][] = [
    ['upper(sensitive("x"))', true],
    ['join("-", ["a", sensitive("x")])', true],
    ['format("%s", sensitive("x"))', true],
    ['merge({ a = sensitive("x") }, { b = 1 }).a', true],
    ['merge({ a = sensitive("x") }, { b = 1 }).b', false],
    ['lookup(sensitive({ a = 1 }), "a")', true],
    ['length(sensitive(["a"]))', true],
    ['tolist([sensitive("x"), "y"])[1]', false],
    ['nonsensitive(sensitive("x"))', false],
  ];
  for (const [expression, secret] of cases) {
    it(`${expression} is ${secret ? '' : 'not '}secret`, async () => {
      const { value } = await evaluate(expression);
      assert.equal(value.sensitive === true, secret);
    });
  }
});
