import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '../../../src/source/file.ts';
import { textOf } from '../../../src/source/range.ts';
import { agree } from '../../../src/terraform/hcl/agreement.ts';
import { adjudicate, crossCheck } from '../../../src/terraform/hcl/cross-check.ts';
import { readWithHcl2json } from '../../../src/terraform/hcl/hcl2json.ts';
import { parseHcl } from '../../../src/terraform/hcl/parser.ts';
import { bodyLines, errorsOf } from './shape.ts';

const fileOf = (text: string): SourceFile => new SourceFile('main.tf', text);

/** Native texts with something of every kind of syntax. */
const TEXTS: readonly string[] = [
  '',
  '\ufeffa = 1\r\nb = <<EOT\r\nx\r\nEOT\r\n',
  'a = -1.50\nb = null\nc = 1e400\nd = 9007199254740993\ne = "x"\nf = "${y}"\ng = "${"z"}"\n',
  'resource "t" "a" {\n  n {\n    x = 1\n  }\n  n {\n    x = 2\n  }\n}\nresource "t" "b" {}\nresource "u" "a" {}\n',
  'a = { k = [1, "two", { three = var.x }], "l" = f(1, 2...), (m) = 1, n.o = 2, 5 = 6 }\n',
  'a = [for k, v in x : "${k}-${v}" if v != ""]\nb = {for v in x : v => v...}\n',
  'a = x[*].b[0]\nb = x.*.b[0]\nc = x.0.b\nd = x ? (1 + 2) * 3 : -y\ne = !z\n',
  'a = <<-EOT\n    x ${y}\n  %{ if z ~}\n  w\n  %{ endif ~}\n  $${v}\n  EOT\n',
  'a = "%{ for x in y ~} ${x} %{~ endfor }"\nb = "%{ if x }a%{ else }${b}%{ endif }"\nc = "${x ? "a" : "b"}-"\n',
  'b { a = 1 }\nb {\n  # c\n}\nlocals {\n  größe = "e\u0301"\n  a-b = 1 /* c */\n}\n',
];

function conformanceFiles(): SourceFile[] {
  const folder = join(process.cwd(), '../shared/conformance/tf-configs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.tf'))
    .map(path => new SourceFile(path, readFileSync(join(folder, path), 'utf8')));
}

describe('our reader and hcl2json', () => {
  for (const file of [...TEXTS.map(fileOf), ...conformanceFiles()]) {
    it(`agree on ${file.path}: ${JSON.stringify(file.text.slice(0, 40))}`, async () => {
      const ours = parseHcl(file);
      const answer = await readWithHcl2json(file);
      if ('json' in answer) {
        assert.deepEqual(errorsOf(ours.diagnostics), []);
        assert.deepEqual(agree(file, ours.body, answer.json), []);
      } else if (!answer.conversion) assert.notEqual(ours.diagnostics.length, 0, answer.message);
    });
  }
});

describe('a difference between the readers', () => {
  const differences = (text: string, json: unknown): string[] =>
    agree(fileOf(text), parseHcl(fileOf(text)).body, json).map(
      ({ message, range }) => `${message} [${textOf(range).slice(0, 20)}]`,
    );
  const cases: readonly [string, string, unknown, string][] = [
    ['another value', 'a = 1', { a: 2 }, "HashiCorp's parser reads 2 here. [1]"],
    ['another text', 'a = "x"', { a: 'y' }, 'HashiCorp\'s parser reads "y" here. ["x"]'],
    ['another expression', 'a = b + c', { a: '${b}' }, 'HashiCorp\'s parser reads "${b}" here. [b + c]'],
    [
      'an argument more',
      'a = 1',
      { a: 1, b: 2 },
      'exvet does not see "b", which HashiCorp\'s parser sees here. [a = 1]',
    ],
    ['an argument less', 'a = 1', {}, 'HashiCorp\'s parser does not see the argument "a". [a]'],
    [
      'a block less',
      'b {\n}\nb {\n}',
      { b: [{}] },
      "HashiCorp's parser sees another number of these b blocks. [b]",
    ],
    [
      'a label more',
      'b "x" {\n}',
      { b: { x: [{}], y: [{}] } },
      'exvet does not see the b block "y", HashiCorp\'s parser does. [b "x" {\n}]',
    ],
    [
      'a list of another length',
      'a = [1]',
      { a: [1, 2] },
      "HashiCorp's parser sees another list here. [[1]]",
    ],
    ['a key less', 'a = {\n  k = 1\n}', { a: {} }, 'HashiCorp\'s parser does not see the key "k". [1]'],
    [
      'a part of a template',
      'a = "x${y}"',
      { a: '${y}x' },
      'HashiCorp\'s parser reads "${y}x" here. ["x${y}"]',
    ],
  ];
  for (const [name, text, json, message] of cases) {
    it(name, () => assert.equal(differences(text, json)[0], `The two readers differ. ${message}`));
  }
});

describe('cross-checking a file', () => {
  it('finds nothing to say when both read the same', async () => {
    const file = fileOf('a = [1, "x"]\n');
    assert.deepEqual(await crossCheck(file, parseHcl(file)), []);
  });
  it('reports a file that only HashiCorp rejects', async () => {
    const file = fileOf('a = 1\nb = ]\n');
    const diagnostics = await crossCheck(file, { ...parseHcl(fileOf('')), diagnostics: [] });
    assert.equal(diagnostics[0]?.code, 'hcl-readers-differ');
    assert.match(
      errorsOf(diagnostics)[0] ?? '',
      /^2:5 HashiCorp's parser rejects this file, exvet's accepts it: /,
    );
  });
});

describe('a file that our reader rejects', () => {
  it('keeps our diagnostics when HashiCorp rejects it too', async () => {
    const file = fileOf('a = [1,,2]\nb = 1\n');
    const ours = parseHcl(file);
    assert.equal(await adjudicate(file, ours), ours);
  });

  it('is read from the JSON of hcl2json when that accepts it, with the places of blocks', async () => {
    const text = [
      'variable "v" {',
      '  type = list(string)',
      '}',
      'resource "t" "a" {',
      '  x = "y${var.v}"',
      '  depends_on = [t.b]',
      '  lifecycle {',
      '    ignore_changes = [tags]',
      '  }',
      '}',
    ].join('\n');
    const file = fileOf(`${text}\n`);
    const ours = parseHcl(file);
    const [, block] = ours.body.blocks;
    const place = block?.body.attributes[0]?.value.range;
    assert.ok(place);
    const gap = {
      code: 'hcl-syntax',
      severity: 'error',
      effect: 'broken',
      message: 'A made-up gap.',
      range: place,
    } as const;
    const { body, diagnostics } = await adjudicate(file, { ...ours, diagnostics: [gap] });
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range && textOf(range)]),
      [['hcl-reader-gap', '"y${var.v}"']],
    );
    assert.deepEqual(bodyLines(body).sort(), bodyLines(ours.body).sort());
    const resource = body.blocks.find(({ type }) => type === 'resource');
    assert.equal(resource && textOf(resource.header), 'resource "t" "a"');
    assert.equal(
      resource?.body.attributes[0] && textOf(resource.body.attributes[0].range),
      'resource "t" "a"',
    );
  });

  it('is not given away for a limit of ours', async () => {
    const file = fileOf(`a = ${'['.repeat(300)}${']'.repeat(300)}\n`);
    const ours = parseHcl(file);
    assert.equal(await adjudicate(file, ours), ours);
  });
});
