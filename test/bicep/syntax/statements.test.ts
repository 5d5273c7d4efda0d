import assert from 'node:assert/strict';
import { textOf } from '../../../src/source/range.ts';
import { parse, read } from './shape.ts';

const reads = (text: string, statements: readonly string[]): void =>
  assert.deepEqual(read(text), { statements, errors: [] });

describe('the statements of a Bicep file', () => {
  it('declare scope, metadata, parameters, variables and types', () =>
    reads(
      [
        "targetScope = 'subscription'",
        "metadata owner = 'mail'",
        'param size int',
        "param sku string = 'Premium_LRS'",
        'var a = 1',
        'var b string[] = []',
        "type sku = 'a' | 'b'",
      ].join('\n'),
      [
        'targetScope "subscription"',
        'metadata owner = "mail"',
        'param size int',
        'param sku string = "Premium_LRS"',
        'var a = 1',
        'var b (array string) = []',
        'type sku = (| "a" "b")',
      ],
    ));

  it('declare functions', () =>
    reads(
      'func f(a string, b int?) string => a\nfunc g() int =>\n  1\nfunc h(\n  a int,\n  b int\n) int => a\n',
      ['func f(a string, b (? int)) string => a', 'func g() int => 1', 'func h(a int, b int) int => a'],
    ));

  it('declare resources with conditions and loops', () =>
    reads(
      [
        "resource a 'x/y@1' = {\n  name: 'n'\n}",
        "resource b 'x/y@1' existing = {\n  name: 'n'\n}",
        "resource c 'x/y@1' = if (p) {\n}",
        "resource d 'x/y@1' =\n  if (p) {}",
        "resource e 'x/y@1' = [for i in range(0, 2): {\n  name: 'n${i}'\n}]",
        "resource f 'x/y@1' = [for (v, i) in w: if (v.on) {\n  name: v.name\n}]",
      ].join('\n\n'),
      [
        'resource a "x/y@1" = {"name"="n"}',
        'resource b "x/y@1" existing = {"name"="n"}',
        'resource c "x/y@1" = (if (p) {})',
        'resource d "x/y@1" = (if (p) {})',
        'resource e "x/y@1" = (for i in (range 0 2): {"name"="n"${i}})',
        'resource f "x/y@1" = (for v,i in w: (if ((. v on)) {"name"=(. v name)}))',
      ],
    ));

  it('nest resources, and know a property that is called resource', () =>
    reads(
      "resource a 'x/y@1' = {\n  name: 'n'\n  resource: 1\n  @batchSize(1)\n  resource b 'z' = {\n    name: 'm'\n  }\n}\n",
      ['resource a "x/y@1" = {"name"="n" "resource"=1 <@(batchSize 1) resource b "z" = {"name"="m"}>}'],
    ));

  it('declare modules, outputs, assertions and tests', () =>
    reads(
      [
        "module m './m.bicep' = {\n  params: { a: 1 }\n}",
        "module n 'br/public:avm/res/x:1.0.0' = [for x in y: if (x) {}]",
        'output id string = a.id',
        'output ids array = [for x in y: x.id]',
        'assert positive = a > 0',
        "test t 'main.bicep' = {\n  params: {}\n}",
      ].join('\n'),
      [
        'module m "./m.bicep" = {"params"={"a"=1}}',
        'module n "br/public:avm/res/x:1.0.0" = (for x in y: (if (x) {}))',
        'output id string = (. a id)',
        'output ids array = (for x in y: (. x id))',
        'assert positive = (> a 0)',
        'test t "main.bicep" = {"params"={}}',
      ],
    ));

  it('import symbols, and extend the language', () =>
    reads(
      [
        "import { a, b as c, 'd e' as f } from 'types.bicep'",
        "import {\n  a\n  b\n} from 'types.bicep'",
        "import * as ns from 'types.bicep'",
        'extension kubernetes',
        "extension 'br:x/y:1' with {\n  a: 1\n} as k8s",
        "import 'kubernetes@1.0.0' as k",
      ].join('\n'),
      [
        'import {a, b as c, d e as f} from "types.bicep"',
        'import {a, b} from "types.bicep"',
        'import * as ns from "types.bicep"',
        'extension kubernetes',
        'extension "br:x/y:1" with {"a"=1} as k8s',
        'extension "kubernetes@1.0.0" as k',
      ],
    ));

  it('have decorators on lines of their own', () =>
    reads("@description('''\nlong\n''')\n@sys.allowed([\n  1\n])\n\n// why\n@secure\nparam p int\n", [
      '@(description "long\\n") @(.allowed sys [1]) @secure param p int',
    ]));

  it('use the words of the language as names', () =>
    reads(
      "param param string\nvar var = 1\nresource resource 'x/y@1' = {}\noutput output int = 1\nvar existing = 1\n",
      [
        'param param string',
        'var var = 1',
        'resource resource "x/y@1" = {}',
        'output output int = 1',
        'var existing = 1',
      ],
    ));

  it('end with a line in any form, and may be surrounded by comments and pragmas', () =>
    reads(
      '\ufeffvar a = 1 // one\r\n#disable-next-line no-unused-vars BCP081\n/* two\nlines */ var b = 2\r\rvar c = 3',
      ['var a = 1', 'var b = 2', 'var c = 3'],
    ));
});

describe('the statements of a Bicep parameters file', () => {
  it('say what the parameters are for, and their values', () =>
    assert.deepEqual(
      read(
        [
          "using 'main.bicep'",
          "extends 'base.bicepparam'",
          "import { a } from 'types.bicep'",
          'type t = int',
          "var prefix string = 'ex'",
          "param name = '${prefix}01'",
          'param disks = [for i in range(0, 2): {\n  lun: i\n}]',
          "extensionConfig k8s with {\n  namespace: 'n'\n}",
        ].join('\n'),
        'main.bicepparam',
      ),
      {
        statements: [
          'using "main.bicep"',
          'extends "base.bicepparam"',
          'import {a} from "types.bicep"',
          'type t = int',
          'var prefix string = "ex"',
          'assignment name = ${prefix}"01"',
          'assignment disks = (for i in (range 0 2): {"lun"=i})',
          'extensionConfig k8s with {"namespace"="n"}',
        ],
        errors: [],
      },
    ));

  it('may be for no template', () =>
    assert.deepEqual(read('using none\nparam a = 1\n', 'x.bicepparam'), {
      statements: ['using none', 'assignment a = 1'],
      errors: [],
    }));

  it('declare no resources', () =>
    assert.deepEqual(read("using 'm.bicep'\nresource a 'b' = {}\nparam b = 1\n", 'x.bicepparam'), {
      statements: ['using "m.bicep"', 'assignment b = 1'],
      errors: ['2:1 BCP337'],
    }));
});

describe('the places of Bicep statements', () => {
  it('are the whole statement with its decorators, and its header without the value', () => {
    const text = "@secure()\nparam key string = 'x'\n\nresource d 'a/b@1' existing = {\n}\n";
    assert.deepEqual(
      parse(text).program.statements.map(({ range, header }) => [textOf(range), textOf(header)]),
      [
        ["@secure()\nparam key string = 'x'", 'param key string'],
        ["resource d 'a/b@1' existing = {\n}", "resource d 'a/b@1' existing"],
      ],
    );
  });

  it('are known of comments too', () =>
    assert.deepEqual(
      parse("var a = 1 // one\n/* two */\nvar b = 'no // comment'\n").comments.map(({ text }) => text),
      ['// one', '/* two */'],
    ));
});
