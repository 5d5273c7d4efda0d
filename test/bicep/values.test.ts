import assert from 'node:assert/strict';
import { locationOf } from '../../src/source/range.ts';
import { readPath } from '../../src/value/read.ts';
import { deploy, outputsOf, remarksOf } from './support.ts';

describe('values of a Bicep file', () => {
  it('are computed by its operators', () => {
    assert.deepEqual(
      outputsOf(`
        output sum int = 2 + 3 * 4 % 5 - -1
        output same bool = 'Ab' =~ 'aB' && 'Ab' != 'aB' && !('x' !~ 'X')
        output order bool = 1 < 2 || 2 >= 3
        output first string = null ?? 'second'
        output choice string = 1 == 2 ? 'yes' : 'no'
      `),
      { sum: 5, same: true, order: true, first: 'second', choice: 'no' },
    );
  });

  it('are put into texts as .NET writes them', () => {
    assert.deepEqual(
      outputsOf(`
        var disk = { name: 'db', sizes: [1, true] }
        output text string = 'a \${1} \${true} {b} \${disk.name}'
        output lines string = '''
one
two'''
        output kept string = $'''$\${'x'} \${1}'''
      `),
      { text: 'a 1 True {b} db', lines: 'one\ntwo', kept: '$x 1' },
    );
  });

  it('may be absent along a safe chain, but not behind its parentheses', () => {
    const deployment = deploy({
      'main.bicep': `
        var disk = { sku: { name: 'Premium_LRS' } }
        output there string? = disk.?sku.name
        output whole string? = disk.?tags.owner[0].name
        output last int = [1, 2, 3][^1]
        output beyond int? = [1][?4]
        output broken string = (disk.?tags).owner
      `,
    });
    const [there, whole, last, beyond, broken] = [...deployment.outputs.values()].map(value => value.kind);
    assert.deepEqual([there, whole, last, beyond, broken], ['string', 'null', 'number', 'null', 'unknown']);
    assert.deepEqual(remarksOf(deployment), [
      "main.bicep:7:32 arm-reference: There is no property 'owner' in this value.",
    ]);
  });

  it('are spread into arrays, and into objects where the later one wins', () => {
    assert.deepEqual(
      outputsOf(`
        var base = { a: 1, b: { c: 1 } }
        output object object = { ...base, b: { d: 2 }, e: 3 }
        output array array = [0, ...[1, 2], 3]
      `),
      { object: { a: 1, b: { d: 2 }, e: 3 }, array: [0, 1, 2, 3] },
    );
  });

  it('are made by loops and lambdas, whose names may hide each other', () => {
    assert.deepEqual(
      outputsOf(`
        var names = ['a', 'b']
        output loop array = [for (name, i) in names: { name: '\${name}\${i}', parts: [for i in range(0, 2): '\${name}\${i}'] }]
        output nested array = map(names, x => map(range(0, 2), (X, x) => '\${X}\${x}'))
        output sum int = reduce([1, 2, 3], 0, (a, b) => a + b)
        output byName object = toObject(names, n => n, n => toUpper(n))
      `),
      {
        loop: [
          { name: 'a0', parts: ['a0', 'a1'] },
          { name: 'b1', parts: ['b0', 'b1'] },
        ],
        nested: [
          ['00', '11'],
          ['00', '11'],
        ],
        sum: 6,
        byName: { a: 'A', b: 'B' },
      },
    );
  });

  it('are never read as expressions or loops of a template', () => {
    assert.deepEqual(
      outputsOf(`
        output text string = '[resourceGroup().name]'
        output object object = { copy: [{ name: 'x', count: 2, input: 'y' }], '[a]': '[[b]]' }
      `),
      {
        text: '[resourceGroup().name]',
        object: { copy: [{ name: 'x', count: 2, input: 'y' }], '[a]': '[[b]]' },
      },
    );
  });

  it('come from functions and variables of other files', () => {
    const shared = `
      @export()
      var sizes = { small: base, large: base * 4 }
      var base = 2
      @export()
      func label(name string, size int) string => '\${name}-\${size}-\${base}'
      @export()
      type tier = 'Premium_LRS' | 'Standard_LRS'
    `;
    assert.deepEqual(
      outputsOf(
        `
        import { sizes as diskSizes, label } from 'shared.bicep'
        import * as shared from 'shared.bicep'
        var base = 'mine'
        output one int = diskSizes.large
        output two string = label('db', shared.sizes.small)
        output three string = shared.label(base, 1)
      `,
        { 'shared.bicep': shared },
      ),
      { one: 8, two: 'db-2-2', three: 'mine-1-2' },
    );
  });

  it('come from files beside the one that reads them', () => {
    assert.deepEqual(
      outputsOf(
        `
        import { notes } from 'deep/shared.bicep'
        output text string = notes
        output size int = loadJsonContent('disk.json').sizeGB
        output inner string = loadJsonContent('disk.json', '$.tags[0].name')
      `,
        {
          'deep/shared.bicep': "@export()\nvar notes = loadTextContent('notes.txt')",
          'deep/notes.txt': 'line\r\n',
          'disk.json': '{ "sizeGB": 512, "tags": [{ "name": "[x]" }] }',
        },
      ),
      { text: 'line\r\n', size: 512, inner: '[x]' },
    );
  });

  it('come from files whose paths the compiler knows', () => {
    const files = { 'scripts/setup.ps1': 'setup' };
    const main = `
      var folder = 'scripts'
      var file = '\${folder}/setup.ps1'
      output text string = loadTextContent('./\${file}')
    `;
    assert.deepEqual(outputsOf(main, files), { text: 'setup' });
    const unknown = deploy({
      'main.bicep': "param file string\noutput text string = loadTextContent('scripts/${file}')\n",
      ...files,
    });
    assert.deepEqual(remarksOf(unknown), [
      "main.bicep:2:38 bicep-reference: 'loadTextContent' takes the path of a file as a text that the compiler knows.",
    ]);
    const circle = "var a = '${b}'\nvar b = '${a}'\noutput text string = loadTextContent(a)\n";
    assert.ok(remarksOf(deploy({ 'main.bicep': circle })).length > 0);
  });

  it('that nothing declares are reported, and the rest is evaluated', () => {
    const deployment = deploy({
      'main.bicep': "var diskSku = 'Premium_LRS'\noutput a string = diskSkew\noutput b string = diskSku\n",
    });
    assert.deepEqual(remarksOf(deployment), [
      "main.bicep:2:19 bicep-reference: Nothing is declared under the name 'diskSkew'. Did you mean 'diskSku'?",
    ]);
    assert.equal(deployment.outputs.get('b')?.kind, 'string');
  });
});

describe('what is wrong in a Bicep file', () => {
  it('is unknown, and never taken for null', () => {
    const { outputs } = deploy({
      'main.bicep': "output a array = createArray('x')\noutput b string = \noutput c int = 'a' + 1\n",
    });
    assert.deepEqual(
      [...outputs.values()].map(value => value.kind),
      ['unknown', 'unknown', 'unknown'],
    );
  });
});

describe('parameters of a Bicep file', () => {
  it('without a value are null when their type allows it, else unknown with what they may be', () => {
    const { outputs } = deploy({
      'main.bicep': `
        type tier = 'Premium_LRS' | 'Premium_ZRS'
        param size int?
        param sku tier
        param name string
        output size int? = size
        output sku string = sku
        output name string = '\${name}-db'
      `,
    });
    const [size, sku, name] = [outputs.get('size'), outputs.get('sku'), outputs.get('name')];
    assert.equal(size?.kind, 'null');
    assert.ok(sku?.kind === 'unknown' && name?.kind === 'unknown');
    assert.deepEqual(
      sku.candidates?.map(value => (value.kind === 'string' ? value.value : undefined)),
      ['Premium_LRS', 'Premium_ZRS'],
    );
    assert.deepEqual(
      sku.reasons.map(reason => reason.text),
      ['parameter sku has no value: give a parameter file'],
    );
    assert.equal(name.parts?.at(-1), '-db');
  });

  it('are held against their types and decorators', () => {
    const text = `
@allowed(['a', 'b'])
param letter string
@minValue(2)
param count int
@secure()
param password string
output password string = password
`;
    const values = '{ "letter": {"value": "c"}, "count": {"value": 1}, "password": {"value": "p"} }';
    const deployment = deploy({ 'main.bicep': text, 'p.json': `{ "parameters": ${values} }` }, 'main.bicep', [
      'p.json',
    ]);
    assert.equal(deployment.outputs.get('password')?.sensitive, true);
    assert.deepEqual(remarksOf(deployment), [
      "p.json:1:19 arm-parameter: The value of the parameter 'letter' is none of its allowed values.",
      "p.json:1:45 arm-parameter: The value of the parameter 'count' is less than 2.",
    ]);
  });

  it('come from a .bicepparam file and those that it extends', () => {
    const deployment = deploy(
      {
        'main.bicep': "param a string\nparam b string = 'own'\nparam c string\noutput all array = [a, b, c]",
        'base.bicepparam': "using none\nparam a = 'base'\nparam c = 'base'",
        'prod.bicepparam':
          "using 'main.bicep'\nextends 'base.bicepparam'\nvar end = '!'\nparam c = 'prod'\nparam a = '${c}${end}'\nparam b = null",
      },
      'prod.bicepparam',
    );
    assert.deepEqual(remarksOf(deployment), []);
    const all = deployment.outputs.get('all');
    assert.ok(all?.kind === 'list');
    assert.deepEqual(
      all.elements.map(value => (value.kind === 'string' ? value.value : value.kind)),
      ['prod!', 'own', 'prod'],
    );
    assert.deepEqual(deployment.parameterFiles, ['prod.bicepparam']);
  });

  it('that a .bicepparam file assigns can build on those of its base', () => {
    const deployment = deploy(
      {
        'main.bicep': 'param tags object\noutput tags object = tags',
        'base.bicepparam': "using none\nparam tags = { owner: 'messaging', tier: 'test' }",
        'prod.bicepparam':
          "using 'main.bicep'\nextends 'base.bicepparam'\nparam tags = { ...base.tags, tier: 'prod' }",
      },
      'prod.bicepparam',
    );
    assert.deepEqual(remarksOf(deployment), []);
    const tags = deployment.outputs.get('tags');
    assert.ok(tags?.kind === 'object');
    assert.deepEqual(
      [...tags.entries].map(([name, value]) => [name, value.kind === 'string' ? value.value : value.kind]),
      [
        ['owner', 'messaging'],
        ['tier', 'prod'],
      ],
    );
  });
});

describe('loadYamlContent', () => {
  const YAML = `
# servers of the DAG
defaults: &defaults
  sku: Premium_LRS
  size: 0x10
  zones: ["1", 2]
servers:
  - name: ex01
    disk: *defaults
    since: 2024-01-31
    mail: ~
    note: |
      two
      lines
`;

  it('gives what YAML 1.2 reads, aliases resolved', () => {
    const outputs = outputsOf("output all object = loadYamlContent('servers.yaml')", {
      'servers.yaml': YAML,
    });
    const defaults = { sku: 'Premium_LRS', size: 16, zones: ['1', 2] };
    assert.deepEqual(outputs, {
      all: {
        defaults,
        servers: [{ name: 'ex01', disk: defaults, since: '2024-01-31', mail: null, note: 'two\nlines\n' }],
      },
    });
  });

  it('gives a part, whose place is in the YAML file', () => {
    const text = `
resource disk 'Microsoft.Compute/disks@2024-03-02' = {
  name: 'db'
  sku: { name: loadYamlContent('servers.yaml', 'servers[0].disk.sku') }
}
`;
    const { resources, diagnostics } = deploy({ 'main.bicep': text, 'servers.yaml': YAML });
    assert.deepEqual(diagnostics, []);
    const sku = readPath(resources[0]?.body ?? assert.fail('no disk'), ['sku', 'name']);
    assert.ok(sku?.kind === 'string');
    assert.equal(sku.value, 'Premium_LRS');
    const { file, startLine, startColumn } = locationOf(sku.origin.range);
    assert.deepEqual([file, startLine, startColumn], ['servers.yaml', 4, 8]);
  });

  it('says what is wrong with a file', () => {
    const bad = deploy({ 'main.bicep': "var x = loadYamlContent('bad.yaml')", 'bad.yaml': 'a: [1\nb: 2\n' });
    assert.equal(bad.diagnostics.length, 1);
    assert.match(
      remarksOf(bad)[0] ?? '',
      /^main\.bicep:1:25 bicep-reference: 'bad\.yaml' is not valid YAML in line \d+: /,
    );
  });

  it('does not multiply aliases without bound', () => {
    const rows = Array.from({ length: 24 }, (_, row) => `a${row + 1}: &a${row + 1} [*a${row}, *a${row}]`);
    const bomb = deploy({
      'main.bicep': "var x = loadYamlContent('bomb.yaml')\noutput y object = x",
      'bomb.yaml': `a0: &a0 [1, 2]\n${rows.join('\n')}\n`,
    });
    assert.match(remarksOf(bomb).join('\n'), /it has more than 100000 values|Excessive alias count/);
  });
});
