import assert from 'node:assert/strict';
import { SourceFile } from '../../../src/source/file.ts';
import { textOf } from '../../../src/source/range.ts';
import { parseTerraformJson, parseTfvarsJson } from '../../../src/terraform/hcl/json-syntax.ts';
import { bodyLines, errorsOf, rangesIn } from './shape.ts';

function lines(json: unknown): string[] {
  const { body, diagnostics } = parseTerraformJson(new SourceFile('main.tf.json', JSON.stringify(json)));
  assert.deepEqual(errorsOf(diagnostics), []);
  return bodyLines(body);
}

const errors = (text: string): string[] =>
  errorsOf(parseTerraformJson(new SourceFile('main.tf.json', text)).diagnostics);

describe('blocks in the JSON syntax', () => {
  it('have their labels as names of objects', () =>
    assert.deepEqual(
      lines({
        resource: { azurerm_subnet: { a: { name: 'x' }, b: { name: 'y' } } },
        module: { m: { source: './m' } },
        locals: { k: [1, true, null] },
      }),
      [
        'resource azurerm_subnet a',
        '  name = (template "x")',
        'resource azurerm_subnet b',
        '  name = (template "y")',
        'module m',
        '  source = (template "./m")',
        'locals',
        '  k = [1 true null]',
      ],
    ));

  it('may be lists of objects at every level', () =>
    assert.deepEqual(
      lines([
        { provider: { azurerm: [{ features: {} }, { alias: 'dr' }] } },
        { resource: [{ t: [{ a: [{ x: 1 }, { x: 2 }] }] }] },
      ]),
      [
        'provider azurerm',
        '  features = {}',
        'provider azurerm',
        '  alias = (template "dr")',
        'resource t a',
        '  x = 1',
        'resource t a',
        '  x = 2',
      ],
    ));

  it('null stands for no block', () => assert.deepEqual(lines({ resource: { t: { a: null } } }), []));

  it('lifecycle, provisioner and dynamic are blocks; what a provider nests is an argument', () =>
    assert.deepEqual(
      lines({
        resource: {
          t: {
            a: {
              os_disk: { caching: 'None' },
              lifecycle: {
                ignore_changes: ['tags', 'os_disk[0].name'],
                precondition: { condition: '${var.a > 1}' },
              },
              provisioner: [{ 'local-exec': { command: 'x', when: 'destroy' } }],
              dynamic: {
                disk: {
                  for_each: '${var.d}',
                  iterator: 'i',
                  content: { lun: '${i.key}', dynamic: { e: { for_each: [], content: {} } } },
                },
              },
            },
          },
        },
      }),
      [
        'resource t a',
        '  os_disk = {(template "caching")=(template "None")}',
        '  lifecycle',
        '    ignore_changes = [tags (. ([] os_disk 0) name)]',
        '    precondition',
        '      condition = (template ${(> (. var a) 1)})',
        '  provisioner local-exec',
        '    command = (template "x")',
        '    when = destroy',
        '  dynamic disk',
        '    for_each = (template ${(. var d)})',
        '    iterator = i',
        '    content',
        '      lun = (template ${(. i key)})',
        '      dynamic e',
        '        for_each = []',
        '        content',
      ],
    ));
});

describe('strings in the JSON syntax', () => {
  it('are templates, in keys of objects too', () =>
    assert.deepEqual(lines({ locals: { a: 'x${local.b}', o: { 'k${local.b}': '$${y}' }, n: -1.5 } }), [
      'locals',
      '  a = (template "x" ${(. local b)})',
      '  o = {(template "k" ${(. local b)})=(template "${y}")}',
      '  n = (- 1.5)',
    ]));

  it('are plain in variables, but for the type and the conditions', () =>
    assert.deepEqual(
      lines({
        variable: {
          v: { type: 'list(string)', default: '${x}', validation: { condition: '${var.v != null}' } },
        },
      }),
      [
        'variable v',
        '  type = (list string)',
        '  default = (template "${x}")',
        '  validation',
        '    condition = (template ${(!= (. var v) null)})',
      ],
    ));

  it('are references where Terraform wants one', () =>
    assert.deepEqual(
      lines({
        resource: { t: { a: { depends_on: ['t.b', 'module.m'], provider: 'azurerm.dr' } } },
        module: { m: { source: './m', providers: { azurerm: 'azurerm.dr' } } },
        moved: { from: 't.x', to: 't.a["k"]' },
      }),
      [
        'resource t a',
        '  depends_on = [(. t b) (. module m)]',
        '  provider = (. azurerm dr)',
        'module m',
        '  source = (template "./m")',
        '  providers = {(template "azurerm")=(. azurerm dr)}',
        'moved',
        '  from = (. t x)',
        '  to = ([] (. t a) (template "k"))',
      ],
    ));
});

describe('places in the JSON syntax', () => {
  const file = new SourceFile('main.tf.json', '{\n  "locals": { "a": "x\\n${ f(\\"y\\") }z" }\n}\n');
  const [block] = parseTerraformJson(file).body.blocks;

  it('are exact in strings with escapes', () => {
    const [argument] = block?.body.attributes ?? [];
    assert.deepEqual(argument && rangesIn(argument.value), [
      'template "x\\n${ f(\\"y\\") }z"',
      'text x\\n',
      'interpolation ${ f(\\"y\\") }',
      'call f(\\"y\\")',
      'template \\"y\\"',
      'text y',
      'text z',
    ]);
  });
  it('a header is the last label, or the type', () => {
    assert.equal(block && textOf(block.header), '"locals"');
    const { body } = parseTerraformJson(new SourceFile('x.tf.json', '{"resource":{"t":{"a":{}}}}'));
    assert.deepEqual(
      body.blocks.map(({ header }) => textOf(header)),
      ['"a"'],
    );
  });
});

describe('comments in the JSON syntax', () => {
  it('are members named "//", in bodies only', () => {
    const { body, comments } = parseTerraformJson(
      new SourceFile('x.tf.json', '{"//":"one","locals":{"//":"two","a":{"//":"text"}}}'),
    );
    assert.deepEqual(bodyLines(body), ['locals', '  a = {(template "//")=(template "text")}']);
    assert.deepEqual(
      comments.map(({ text, range }) => [text, textOf(range)]),
      [
        ['one', '"one"'],
        ['two', '"two"'],
      ],
    );
  });
  it('of other kinds are errors', () => {
    assert.deepEqual(errors('{\n  // no\n}'), [
      '2:3 Terraform allows no comments in JSON; use a member named "//".',
    ]);
  });
});

describe('errors in the JSON syntax', () => {
  it('in a template have the place in the string, and cost that argument', () => {
    const file = new SourceFile('x.tf.json', '{\n  "locals": {"a": "b\\n${x y}", "c": 1}}');
    const { body, diagnostics } = parseTerraformJson(file);
    assert.deepEqual(errorsOf(diagnostics), [
      '2:27 A "}" is expected here, to close the template interpolation.',
    ]);
    assert.deepEqual(bodyLines(body), ['locals', '  a = <invalid>', '  c = 1']);
  });
  it('a body that is no object', () => {
    assert.deepEqual(errors('{"resource": {"t": {"a": 1}}}'), [
      '1:26 An object, or a list of objects, is expected here for the body of a resource block.',
    ]);
    assert.deepEqual(errors('3'), ['1:1 An object, or a list of objects, is expected here for a body.']);
  });
  it('an argument that is set twice', () => {
    assert.deepEqual(errors('{"locals": {"a": 1, "a": 2}}'), [
      '1:21 "a" is already set; an argument is set once.',
    ]);
  });
  it('names of JavaScript are names like others', () => {
    const { body } = parseTerraformJson(new SourceFile('x.tf.json', '{"constructor": 1, "__proto__": 2}'));
    assert.deepEqual(bodyLines(body), ['constructor = 1', '__proto__ = 2']);
  });
});

describe('a variables file in JSON', () => {
  it('has values only', () => {
    const { body, diagnostics } = parseTfvarsJson(
      new SourceFile('x.tfvars.json', '{"a": "${x}", "resource": {"k": [1]}}'),
    );
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(bodyLines(body), ['a = (template "${x}")', 'resource = {(template "k")=[1]}']);
  });
});
