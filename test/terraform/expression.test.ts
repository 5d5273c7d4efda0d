import assert from 'node:assert/strict';
import { attributeOf, complaintsOf, deploymentOf, outputOf } from './evaluated.ts';

const UNKNOWN = 'variable "u" { type = string }\n';
const WHY = { $unknown: 'var.u has no value: set it in a .tfvars file or with --var' };
const valueOf = (expression: string) => outputOf(`${UNKNOWN}output "x" {\n  value = ${expression}\n}\n`);
const errorsOf = (expression: string) =>
  complaintsOf({ 'main.tf': `output "x" {\n  value = ${expression}\n}\n` });

/** Values that `terraform console` 1.11.4 gives. */
const KNOWN: readonly (readonly [string, unknown])[] = [
  ['true ? 1 : "a"', '1'],
  ['true ? [1] : ["a"]', ['1']],
  ['true ? 1 : null', 1],
  ['"${1.50}"', 1.5],
  ['"a${1.50}b${true}"', 'a1.5btrue'],
  ['[for v in [3, 1] : v * 2]', [6, 2]],
  ['[for k, v in { b = 1, a = 2 } : "${k}${v}"]', ['a2', 'b1']],
  ['{ for v in ["a", "b", "ab"] : substr(v, 0, 1) => v... }', { a: ['a', 'ab'], b: ['b'] }],
  ['[{ a = [1, 2] }, { a = [3] }][*].a[0]', [1, 3]],
  ['[{ a = [1, 2] }, { a = [3] }].*.a[0]', [1, 2]],
  ['null[*]', []],
  ['{ a = 1 }[*].a', [1]],
  ['try({}.a, "b")', 'b'],
  ['can(tonumber("x"))', false],
  ['null != null && null.x', false],
  ['"%{ for v in ["a", "b"] }${v};%{ endfor }"', 'a;b;'],
  ['{ "1" = "x" }[1]', 'x'],
  ['max([1, 5]...)', 5],
  ['core::upper("a")', 'A'],
  ['list("a", "b")', ['a', 'b']],
  ['true ? [1, null] : [null, "a"]', [1, null]],
  ['merge({ a = 1 }, null)', { a: 1 }],
  ['coalescelist(tolist(null), ["a"])', ['a']],
  [
    'tostring(1 / 3)',
    '0.33333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333335',
  ],
  ['format("%v", 1 / 3) == tostring(1 / 3)', true],
  ['jsonencode([1 / 3]) == "[${1 / 3}]"', true],
  ['1 / 3 * 3 == 1', true],
  // Halfway between two floats of 512 bits: the even one.
  [`tostring(${2n ** 512n + 1n} + 0)`, String(2n ** 512n)],
  [`tostring(${2n ** 512n + 3n} + 0)`, String(2n ** 512n + 4n)],
  ['{ for k, v in toset(["b", "a"]) : k => "${v}!" }', { a: 'a!', b: 'b!' }],
  ['1 / 3 + 0 == 1 / 3', true],
  ['tostring(-2 / 7 * 7)', '-2'],
  ['concat(tolist([{ a = 1 }])[*].a, tolist(["x"]))', ['1', 'x']],
];

describe('a known expression', () => {
  for (const [expression, expected] of KNOWN) {
    it(`${expression} is ${JSON.stringify(expected)}`, async () => {
      assert.equal(JSON.stringify(await valueOf(expression)), JSON.stringify(expected));
    });
  }
});

describe('an unknown in an expression', () => {
  it('makes the result unknown, for its reason', async () => {
    for (const expression of [
      '"a-${var.u}"',
      'upper(var.u)',
      'var.u == "a"',
      'try(var.u, "b")',
      'can(var.u)',
    ]) {
      assert.deepEqual(await valueOf(expression), WHY, expression);
    }
  });

  it('does not matter where the rest decides', async () => {
    assert.deepEqual(await valueOf('[var.u, 1]'), [WHY, 1]);
    assert.equal(await valueOf('{ a = var.u, b = 1 }.b'), 1);
    assert.equal(await valueOf('length([var.u, 1])'), 2);
    assert.equal(await valueOf('false && var.u == "a"'), false);
    assert.equal(await valueOf('var.u == "a" || true'), true);
    assert.equal(await valueOf('true ? 1 : var.u'), '1');
    assert.equal(await valueOf('var.u == "a" ? "same" : "same"'), 'same');
  });

  it('as a condition leaves the two sides as candidates', async () => {
    const deployment = await deploymentOf({
      'main.tf': `${UNKNOWN}resource "azurerm_x" "x" { sku = var.u == "prod" ? "Premium_LRS" : "Standard_LRS" }`,
    });
    const sku = attributeOf(deployment, 'azurerm_x.x', 'sku');
    assert.deepEqual(
      sku.kind === 'unknown' && sku.candidates?.map(one => one.kind === 'string' && one.value),
      ['Premium_LRS', 'Standard_LRS'],
    );
  });

  it('as a condition leaves what both sides share', async () => {
    assert.deepEqual(await valueOf('var.u == "a" ? { s = "A", n = 1 } : { s = "B", n = 1 }'), {
      n: 1,
      s: WHY,
    });
  });

  it('leaves the known pieces of a text', async () => {
    const deployment = await deploymentOf({
      'main.tf': `${UNKNOWN}resource "azurerm_x" "x" { name = "\${var.u}-ex01" }`,
    });
    const name = attributeOf(deployment, 'azurerm_x.x', 'name');
    assert.equal(name.kind === 'unknown' && name.parts?.[1], '-ex01');
  });
});

describe('a for over a collection that nobody knows', () => {
  const TEXT = (condition: string): string => `
variable "hubs" {}
locals {
  deployed = [for hub in var.hubs : { name = hub.name, mine = false, tags = hub.tags }]
}
output "x" {
  value = [for one in local.deployed : one.name if ${condition}]
}
`;

  it('is empty when what is known of each element keeps it out', async () => {
    assert.deepEqual(await outputOf(TEXT('one.mine')), []);
  });

  it('is unknown otherwise', async () => {
    const unknown = { $unknown: 'var.hubs has no value: set it in a .tfvars file or with --var' };
    assert.deepEqual(await outputOf(TEXT('!one.mine')), unknown);
    assert.deepEqual(await outputOf(TEXT('one.tags.mine')), unknown);
  });
});

describe('a conditional whose results have no type in common', () => {
  const refused = (types: string) => [
    `main.tf:2:11 terraform-type The two results of this conditional have no type in common: ${types}.`,
  ];

  it('is an error, whichever of them is chosen', async () => {
    assert.deepEqual(await errorsOf('true ? 1 : false'), refused('they are number and bool'));
    assert.deepEqual(await errorsOf('true ? { a = 1 } : [1]'), refused('they are object and tuple'));
    assert.deepEqual(
      await errorsOf('true ? { a = 1, b = [1] } : { a = 2 }'),
      refused('both are of type object, but they differ inside'),
    );
    assert.deepEqual(await errorsOf('true ? tostring(null) : [1]'), refused('they are string and tuple'));
  });

  it('is none where the other result fails or belongs to a resource, whose schema has more', async () => {
    assert.deepEqual(await errorsOf('true ? 1 : {}.a'), []);
    const main = `resource "a_b" "one" {
      size = 1
    }
    resource "a_b" "two" {
      name = ["x"]
    }
    output "x" {
      value = true ? a_b.one : a_b.two
    }`;
    assert.deepEqual(await complaintsOf({ 'main.tf': main }), []);
  });
});

describe('an expression with an error', () => {
  it('is reported also where an operator does not need its value', async () => {
    assert.deepEqual(await errorsOf('false && "value"'), [
      'main.tf:2:20 terraform-type Unsuitable value for right operand: a bool is required.',
    ]);
  });

  it('is reported when a key could be a reference', async () => {
    assert.deepEqual(await errorsOf('{ path.module = 1 }'), [
      'main.tf:2:13 terraform-structure This key can be meant as text or as a reference: put it in quotes or in parentheses.',
    ]);
    assert.deepEqual(await errorsOf('{ (path.module) = 1 }'), []);
  });

  it('is reported when a splat over a list gives different types', async () => {
    assert.deepEqual(await errorsOf('tolist([{ a = tostring(null) }, { a = "b" }])[*].a[*]'), [
      'main.tf:2:11 terraform-type What this splat takes from the elements has not the same type in all of them.',
    ]);
  });

  it('is reported at the place of the error', async () => {
    assert.deepEqual(await errorsOf('1 + "a"'), [
      'main.tf:2:15 terraform-type Unsuitable value for right operand: a number is required.',
    ]);
    assert.deepEqual(await errorsOf('[1, 2][2]'), [
      'main.tf:2:18 terraform-type The index 2 is out of range: the tuple has 2 elements.',
    ]);
    assert.deepEqual(await errorsOf('{ size = 1 }.sice'), [
      'main.tf:2:24 terraform-type This object has no attribute "sice". Did you mean "size"?',
    ]);
    assert.deepEqual(await errorsOf('uper("a")'), [
      'main.tf:2:11 terraform-function There is no function named "uper". Did you mean "upper"?',
    ]);
    assert.deepEqual(await errorsOf('"${[]}-"'), [
      'main.tf:2:14 terraform-type A template can include only strings, numbers and bools, not a tuple.',
    ]);
    assert.deepEqual(await errorsOf('file("~/.ssh/id_rsa.pub")'), [
      'main.tf:2:11 terraform-file-unavailable "~/.ssh/id_rsa.pub" is not in the scanned folder, so what file makes of it is unknown.',
    ]);
  });

  it('is none when a file is merely outside of the scanned folder', async () => {
    assert.deepEqual(await errorsOf('[file("/etc/hosts"), templatefile("../a.tftpl", {})]'), [
      'main.tf:2:12 terraform-file-unavailable "/etc/hosts" is not in the scanned folder, so what file makes of it is unknown.',
      'main.tf:2:32 terraform-file-unavailable "../a.tftpl" is not in the scanned folder, so what templatefile makes of it is unknown.',
    ]);
  });

  it('does not take anything else away', async () => {
    const text = 'resource "azurerm_x" "x" {\n  a = 1 + []\n  b = 2\n}\n';
    const { resources } = await deploymentOf({ 'main.tf': text });
    assert.deepEqual([...(resources[0]?.body.entries.keys() ?? [])], ['a', 'b']);
  });
});

describe('templatestring', () => {
  it('evaluates a text as a template', async () => {
    const text = `
locals { text = "$\${name}-%%{ if true }db%%{ endif }" }
output "x" { value = templatestring(local.text, { name = "ex01" }) }
`;
    assert.equal(await outputOf(text), 'ex01-db');
  });
});

describe('a template file', () => {
  it('sees its variables and nothing else', async () => {
    const files = {
      'main.tf': 'output "x" {\n  value = templatefile("a.tftpl", { names = ["a", "b"] })\n}\n',
      'a.tftpl': '%{ for n in names ~}\n${upper(n)}\n%{ endfor ~}\n',
    };
    const value = (await deploymentOf(files)).outputs.get('x');
    assert.equal(value?.kind === 'string' && value.value, 'A\nB\n');
    const [complaint] = await complaintsOf({ ...files, 'a.tftpl': '${name}' });
    assert.match(complaint ?? '', /^main\.tf:2:\d+ terraform-function .*given no variable "name"/);
  });
});
