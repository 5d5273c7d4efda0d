import assert from 'node:assert/strict';
import { deploy, outputsOf, remarksOf } from './support.ts';

const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const EXPORTED = { '__bicep_export!': true };
const NAME = [{ type: 'string', name: 'name' }];

/** What `bicep build` makes of a file with exported variables and functions, in short. */
const COMPILED = {
  $schema: SCHEMA,
  languageVersion: '2.0',
  contentVersion: '1.0.0.0',
  metadata: {
    '__bicep_exported_variables!': ['sku', 'disks', 'sizes', 'zones', 'literal'].map(name => ({ name })),
  },
  definitions: {
    tier: { type: 'string', metadata: EXPORTED },
    hidden: { type: 'string' },
    maybe: { type: 'string', nullable: true, metadata: EXPORTED },
    either: { $ref: '#/definitions/hidden', allowedValues: ['a', 'b'], metadata: EXPORTED },
    disk: {
      type: 'object',
      properties: {
        name: { $ref: '#/definitions/hidden' },
        next: { $ref: '#/definitions/disk', nullable: true },
      },
      metadata: EXPORTED,
    },
  },
  functions: [
    {
      namespace: '__bicep',
      members: {
        diskName: {
          parameters: NAME,
          output: {
            type: 'string',
            value: "[format('{0}-{1}', __bicep.prefixed(parameters('name')), variables('suffix'))]",
          },
          metadata: EXPORTED,
        },
        prefixed: {
          parameters: NAME,
          output: { type: 'string', value: "[format('{0}{1}', variables('prefix'), parameters('name'))]" },
        },
        noted: {
          parameters: NAME,
          output: { type: 'object', value: { name: "[toUpper(parameters('name'))]", note: '[[text]' } },
          metadata: EXPORTED,
        },
      },
    },
    {
      namespace: 'contoso',
      members: {
        twice: {
          parameters: [{ type: 'int', name: 'n' }],
          output: { type: 'int', value: "[mul(parameters('n'), 2)]" },
          metadata: EXPORTED,
        },
      },
    },
  ],
  variables: {
    copy: [
      {
        name: 'sizes',
        count: '[length(range(0, 3))]',
        input: "[mul(contoso.twice(range(0, 3)[copyIndex('sizes')]), 64)]",
      },
    ],
    prefix: 'ex-',
    suffix: 'db',
    sku: "[format('{0}_LRS', variables('kind'))]",
    kind: 'Premium',
    disks: {
      copy: [{ name: 'all', count: 2, input: "[__bicep.diskName(string(copyIndex('all')))]" }],
      sku: "[variables('SKU')]",
    },
    zones: "[map(createArray(1, 2), lambda('z', string(lambdaVariables('z'))))]",
    literal: '[[kept]',
    secret: 'not exported',
  },
  resources: {},
};

const files = (compiled: object = COMPILED) => ({ 'shared.json': JSON.stringify(compiled) });

describe('what a compiled module exports', () => {
  it('can be variables that are computed, with those that they rest on', () => {
    assert.deepEqual(
      outputsOf(
        `
        import { sku, disks, sizes, zones as places, literal } from 'shared.json'
        var kind = 'Standard'
        output all object = { sku: sku, disks: disks, sizes: sizes, places: places, literal: literal, kind: kind }
      `,
        files(),
      ),
      {
        all: {
          sku: 'Premium_LRS',
          disks: { all: ['ex-0-db', 'ex-1-db'], sku: 'Premium_LRS' },
          sizes: [0, 128, 256],
          places: ['1', '2'],
          literal: '[kept]',
          kind: 'Standard',
        },
      },
    );
  });

  it('can be functions, which see the variables and functions of their module', () => {
    assert.deepEqual(
      outputsOf(
        `
        import { diskName as nameOf, noted, 'contoso.twice' as twice } from 'shared.json'
        import * as shared from 'shared.json'
        func prefixed(name string) string => 'own-\${name}'
        output imported string = nameOf('log')
        output whole string = shared.diskName('db')
        output own string = prefixed('db')
        output noted object = noted('a')
        output number int = twice(21)
        output sku string = shared.sku
      `,
        files(),
      ),
      {
        imported: 'ex-log-db',
        whole: 'ex-db-db',
        own: 'own-db',
        noted: { name: 'A', note: '[text]' },
        number: 42,
        sku: 'Premium_LRS',
      },
    );
  });

  it('can be used in functions and files that are imported themselves', () => {
    assert.deepEqual(
      outputsOf("import { both } from 'own.bicep'\noutput both string = both('x')", {
        ...files(),
        'own.bicep': `
          import { diskName, sku } from 'shared.json'
          @export()
          func both(name string) string => '\${diskName(name)} on \${sku}'
        `,
      }),
      { both: 'ex-x-db on Premium_LRS' },
    );
  });

  it('can be assigned in a parameters file', () => {
    const { outputs, diagnostics } = deploy(
      {
        ...files(),
        'main.bicep': 'param name string\noutput name string = name',
        'main.bicepparam':
          "using 'main.bicep'\nimport { diskName } from 'shared.json'\nparam name = diskName('p')",
      },
      'main.bicep',
      ['main.bicepparam'],
    );
    assert.deepEqual(diagnostics, []);
    const name = outputs.get('name');
    assert.deepEqual(name?.kind === 'string' && name.value, 'ex-p-db');
  });

  it('can be types, which parameters are held against', () => {
    const deployment = deploy({
      'main.bicep': `
        import { maybe, either, disk } from 'shared.json'
        import * as shared from 'shared.json'
        param none maybe
        param noneEither shared.maybe
        param chosen either
        param right disk = { name: 'db', next: { name: 'log' } }
        param wrong disk = { name: 'db', next: { name: 1 } }
        param elsewhere shared.tier = 'x'
        output none array = [none, noneEither]
        output held array = [right, wrong, elsewhere]
        output chosen string = chosen
      `,
      ...files(),
    });
    const none = deployment.outputs.get('none');
    assert.deepEqual(none?.kind === 'list' && none.elements.map(one => one.kind), ['null', 'null']);
    const chosen = deployment.outputs.get('chosen');
    assert.ok(chosen?.kind === 'unknown');
    assert.deepEqual(
      chosen.candidates?.map(one => one.kind === 'string' && one.value),
      ['a', 'b'],
    );
    assert.deepEqual(remarksOf(deployment), [
      "main.bicep:8:56 arm-parameter: The value of the parameter 'wrong' does not fit its type: 'wrong.next.name' is not a string.",
    ]);
  });

  it('is nothing that it does not mark as exported', () => {
    const deployment = deploy({
      'main.bicep': `
        import { secret, prefixed, hidden, gone } from 'shared.json'
        output all array = [secret, prefixed('x'), gone]
        param p hidden
      `,
      ...files(),
    });
    const nothing = (place: string, name: string) =>
      `main.bicep:${place} bicep-reference: 'shared.json' exports nothing under the name '${name}'.`;
    assert.deepEqual(
      new Set(remarksOf(deployment)),
      new Set([
        nothing('2:18', 'secret'),
        nothing('2:26', 'prefixed'),
        nothing('2:36', 'hidden'),
        nothing('2:44', 'gone'),
      ]),
    );
  });

  it('cannot rest on parameters, and ends when it rests on itself', () => {
    const deployment = deploy({
      'main.bicep':
        "import { sku, zones } from 'shared.json'\noutput sku string = sku\noutput zones string = zones",
      ...files({
        ...COMPILED,
        variables: { sku: "[variables('kind')]", kind: "[variables('sku')]", zones: "[parameters('zones')]" },
      }),
    });
    assert.deepEqual(
      [...deployment.outputs.values()].map(value => value.kind),
      ['unknown', 'unknown'],
    );
    assert.deepEqual(
      deployment.diagnostics.map(({ code }) => code),
      ['arm-cycle'],
    );
  });
});
