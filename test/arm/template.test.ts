import assert from 'node:assert/strict';
import { textOf } from '../../src/source/range.ts';
import { trailOf } from '../../src/value/origin.ts';
import {
  addresses,
  at,
  bodyOf,
  deploy,
  deployFiles,
  evaluate,
  problems,
  template,
  valueOf,
} from './deployed.ts';

const disk = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'Microsoft.Compute/disks',
  apiVersion: '2024-03-02',
  name,
  ...more,
});

describe('parameters', () => {
  it('take their value from the parameter file, then their default', () => {
    const parameters = {
      a: { type: 'string', defaultValue: 'default' },
      b: { type: 'int', defaultValue: 1 },
    };
    assert.deepEqual(
      valueOf("[createArray(parameters('a'), parameters('b'))]", { parameters }, { A: 'given' }),
      ['given', 1],
    );
  });

  it('take the value of the last of several parameter files', () => {
    const main = template({ parameters: { a: { type: 'string' } }, resources: [disk("[parameters('a')]")] });
    const file = (value: string) => JSON.stringify({ parameters: { a: { value } } });
    const files = { 'main.json': main, 'one.json': file('one'), 'two.json': file('two') };
    assert.deepEqual(addresses(deployFiles(files, ['one.json', 'two.json'])), [
      'Microsoft.Compute/disks/two',
    ]);
  });

  it('without a value are unknown and name what gives them one', () => {
    assert.deepEqual(valueOf("[parameters('a')]", { parameters: { a: { type: 'string' } } }), {
      $unknown: 'parameter a has no value: give a parameter file',
    });
  });

  it('that are nullable are null without a value', () => {
    assert.equal(
      valueOf("[parameters('a')]", { parameters: { a: { type: 'string', nullable: true } } }),
      null,
    );
    const sections = {
      definitions: { t: { type: 'object', nullable: true } },
      parameters: { a: { $ref: '#/definitions/t' } },
    };
    assert.equal(valueOf("[parameters('a')]", sections), null);
  });

  it('that are secure are sensitive', () => {
    const parameters = { a: { type: 'securestring', defaultValue: 'x' } };
    assert.equal(evaluate("[concat(parameters('a'), '!')]", { parameters }).sensitive, true);
  });

  it('from a Key Vault are read at deployment', () => {
    const reference = { keyVault: { id: '/subscriptions/1' }, secretName: 'admin' };
    const files = {
      'main.json': template({
        parameters: { a: { type: 'securestring' } },
        outputs: { it: { value: "[parameters('a')]" } },
      }),
      'p.json': JSON.stringify({ parameters: { a: { reference } } }),
    };
    const value = deployFiles(files, ['p.json']).outputs.get('it');
    assert.ok(value?.kind === 'unknown');
    assert.deepEqual(
      value.reasons.map(({ text }) => text),
      ['parameter a is the Key Vault secret admin, read at deployment'],
    );
  });

  it('are checked against their declaration, at the place of the value', () => {
    const parameters = {
      int: { type: 'int' },
      sku: { type: 'string', allowedValues: ['Premium_LRS'] },
      many: { type: 'int', maxValue: 4 },
      short: { type: 'string', minLength: 3 },
    };
    const outputs = Object.fromEntries(
      Object.keys(parameters).map(name => [name, { value: `[parameters('${name}')]` }]),
    );
    const given = { int: '1', sku: 'Standard_LRS', many: 5, short: 'ab' };
    assert.deepEqual(
      deploy({ parameters, outputs }, given).diagnostics.map(({ message, range }) => [
        range && textOf(range),
        message,
      ]),
      [
        ['"int"', "The value of the parameter 'int' is not an int."],
        ['"sku"', "The value of the parameter 'sku' is none of its allowed values."],
        ['"many"', "The value of the parameter 'many' is greater than 4."],
        ['"short"', "The value of the parameter 'short' is shorter than 3."],
      ],
    );
  });

  it('that are given but not declared are reported', () => {
    assert.deepEqual(
      deploy(
        { parameters: { diskSku: { type: 'string', defaultValue: '' } } },
        { diskSkuu: 'x' },
      ).diagnostics.map(d => d.message),
      ["The template declares no parameter 'diskSkuu'. Did you mean 'diskSku'?"],
    );
  });
});

describe('variables', () => {
  it('are evaluated when they are used, in any order', () => {
    const variables = { a: "[concat(variables('b'), '!')]", b: 'x', unused: '[nope()]' };
    const deployment = deploy({ variables, outputs: { it: { value: "[variables('a')]" } } });
    assert.deepEqual(problems(deployment), []);
  });

  it('that refer to themselves are reported, once', () => {
    const variables = { a: "[variables('b')]", b: "[variables('a')]" };
    const deployment = deploy({ variables, outputs: { it: { value: "[variables('a')]" } } });
    assert.deepEqual(
      deployment.diagnostics.map(({ code, message }) => [code, message]),
      [['arm-cycle', "The variable 'a' refers to itself."]],
    );
  });

  it('can be loops, on their own and inside values', () => {
    const variables = {
      copy: [{ name: 'names', count: 2, input: "[concat('ex', copyIndex('names', 1))]" }],
      o: { copy: [{ name: 'list', count: 2, input: { n: "[copyIndex('list')]" } }] },
    };
    assert.deepEqual(valueOf("[createArray(variables('names'), variables('o'))]", { variables }), [
      ['ex1', 'ex2'],
      { list: [{ n: 0 }, { n: 1 }] },
    ]);
  });
});

describe('functions of the template', () => {
  const functions = [
    {
      namespace: 'contoso',
      members: {
        unique: {
          parameters: [{ name: 'prefix', type: 'string' }],
          output: { type: 'string', value: "[concat(toLower(parameters('prefix')), '-x')]" },
        },
        loop: { parameters: [], output: { type: 'string', value: '[contoso.loop()]' } },
      },
    },
  ];

  it('see their own parameters', () => {
    assert.equal(
      valueOf("[contoso.unique('EX')]", {
        functions,
        parameters: { prefix: { type: 'string', defaultValue: 'no' } },
      }),
      'ex-x',
    );
  });

  it('that call themselves without end are stopped', () => {
    const deployment = deploy({ functions, outputs: { it: { value: '[contoso.loop()]' } } });
    assert.deepEqual(
      deployment.diagnostics.map(({ code }) => code),
      ['limit-exceeded'],
    );
  });
});

describe('resources', () => {
  it('have everything in their JSON evaluated', () => {
    const [first] = deploy({
      parameters: { size: { type: 'int', defaultValue: 128 } },
      resources: [disk('db', { tags: { role: 'db' }, properties: { diskSizeGB: "[parameters('size')]" } })],
    }).resources;
    assert.deepEqual(bodyOf(first), {
      type: 'Microsoft.Compute/disks',
      apiVersion: '2024-03-02',
      name: 'db',
      tags: { role: 'db' },
      properties: { diskSizeGB: 128 },
    });
    assert.equal(first?.apiVersion, '2024-03-02');
  });

  it('point at their type and carry the way of each value', () => {
    const { resources } = deploy(
      {
        parameters: { diskSku: { type: 'string' } },
        variables: { sku: "[parameters('diskSku')]" },
        resources: [disk('db', { sku: { name: "[variables('sku')]" } })],
      },
      { diskSku: 'Standard_LRS' },
    );
    const [db] = resources;
    assert.equal(db && textOf(db.range), '"type": "Microsoft.Compute/disks"');
    const trail = trailOf(at(db, 'sku', 'name').origin);
    assert.equal(`${trail.origin.file.path} ${textOf(trail.origin)}`, 'main.parameters.json "Standard_LRS"');
    assert.deepEqual(
      trail.steps.map(({ text, range }) => `${text}: ${range.file.path} ${textOf(range)}`),
      [
        'parameter file main.parameters.json: main.parameters.json "diskSku"',
        'parameter diskSku: main.json "diskSku"',
        'variable sku: main.json "sku"',
        `property name: main.json "name": "[variables('sku')]"`,
      ],
    );
  });

  it('are multiplied by copy', () => {
    const { resources } = deploy({
      resources: [
        disk("[concat('db', copyIndex(1))]", {
          copy: { name: 'disks', count: 2 },
          tags: { n: "[copyIndex('disks')]" },
        }),
      ],
    });
    assert.deepEqual(
      resources.map(({ address, instanceKey }) => [address, instanceKey]),
      [
        ['Microsoft.Compute/disks/db1', 0],
        ['Microsoft.Compute/disks/db2', 1],
      ],
    );
    assert.deepEqual(
      resources.map(resource => at(resource, 'tags', 'n')).map(n => n.kind === 'number' && n.value),
      [0, 1],
    );
  });

  it('of an unknown number are kept as one that stands for them', () => {
    const { resources } = deploy({
      parameters: { n: { type: 'int' } },
      resources: [
        disk("[concat('db', copyIndex())]", { copy: { name: 'disks', count: "[parameters('n')]" } }),
      ],
    });
    assert.deepEqual(
      resources.map(({ address, uncertain }) => [address, uncertain?.map(({ text }) => text)]),
      [['Microsoft.Compute/disks/db{copyIndex()}', ['parameter n has no value: give a parameter file']]],
    );
  });

  it('are left out by a false condition and kept with an unknown one', () => {
    const { resources } = deploy({
      parameters: { make: { type: 'bool' } },
      resources: [
        disk('a', { condition: '[false()]' }),
        disk('b', { condition: "[parameters('make')]" }),
        disk('c', { condition: true }),
      ],
    });
    assert.deepEqual(
      resources.map(({ address, uncertain }) => [address, uncertain?.length]),
      [
        ['Microsoft.Compute/disks/b', 1],
        ['Microsoft.Compute/disks/c', undefined],
      ],
    );
  });

  it('of a false condition do not need a name that can be computed', () => {
    const parameters = { o: { type: 'object', nullable: true } };
    const deployment = deploy({
      parameters,
      resources: [disk("[parameters('o').name]", { condition: "[not(empty(parameters('o')))]" })],
    });
    assert.deepEqual([addresses(deployment), problems(deployment)], [[], []]);
  });

  it('name their children the same way, nested or flat', () => {
    const subnet = { type: 'subnets', name: 'a' };
    const deployment = deploy({
      resources: [
        { type: 'Microsoft.Network/virtualNetworks', name: 'v', resources: [subnet] },
        { type: 'Microsoft.Network/virtualNetworks/subnets', name: 'v/b' },
        { type: 'Microsoft.Authorization/locks', name: 'keep', scope: 'Microsoft.Network/virtualNetworks/v' },
      ],
    });
    assert.deepEqual(addresses(deployment), [
      'Microsoft.Network/virtualNetworks/v',
      'Microsoft.Network/virtualNetworks/v/subnets/a',
      'Microsoft.Network/virtualNetworks/v/subnets/b',
      'Microsoft.Network/virtualNetworks/v/providers/Microsoft.Authorization/locks/keep',
    ]);
    assert.deepEqual(bodyOf(deployment.resources[1]), {
      type: 'Microsoft.Network/virtualNetworks/subnets',
      name: 'v/a',
    });
  });

  it('can be an object of symbolic names, existing ones among them', () => {
    const deployment = deploy({
      languageVersion: '2.0',
      resources: {
        net: { existing: true, type: 'Microsoft.Network/virtualNetworks', name: 'v' },
        db: disk('db', { dependsOn: ['net'], tags: { net: "[resourceInfo('net').name]" } }),
      },
    });
    assert.deepEqual(
      deployment.resources.map(({ label, mode, dependsOn }) => [label, mode, dependsOn]),
      [
        ['net', 'existing', []],
        ['db', 'managed', ['Microsoft.Network/virtualNetworks/v']],
      ],
    );
  });

  it('depend on others by id, by type and name, by name and by loop', () => {
    const nic = {
      type: 'Microsoft.Network/networkInterfaces',
      name: "[concat('nic', copyIndex())]",
      copy: { name: 'nics', count: 2 },
    };
    const { resources } = deploy({
      resources: [
        nic,
        disk('db'),
        disk('log', {
          dependsOn: [
            "[resourceId('Microsoft.Compute/disks', 'db')]",
            'nics',
            "[concat('Microsoft.Storage/storageAccounts/', 'sa')]",
          ],
        }),
        disk('x', { dependsOn: ['log'] }),
      ],
    });
    assert.deepEqual(resources[3]?.dependsOn, [
      'Microsoft.Compute/disks/db',
      'Microsoft.Network/networkInterfaces/nic0',
      'Microsoft.Network/networkInterfaces/nic1',
      'Microsoft.Storage/storageAccounts/sa',
    ]);
    assert.deepEqual(resources[4]?.dependsOn, ['Microsoft.Compute/disks/log']);
  });

  it('that are declared again are replaced by the later declaration', () => {
    const { resources } = deploy({
      resources: [disk('db', { tags: { n: 1 } }), disk('x'), disk('DB', { tags: { n: 2 } })],
    });
    assert.deepEqual(
      resources.map(({ address }) => address),
      ['Microsoft.Compute/disks/DB', 'Microsoft.Compute/disks/x'],
    );
  });

  it('that are declared again under a name with a parameter are the same, whatever its value', () => {
    const parameters = { prefix: { type: 'string' }, names: { type: 'array' } };
    const again = (name: string) =>
      addresses(
        deploy({
          parameters,
          resources: [disk(name, { tags: { n: 1 } }), disk(name, { tags: { n: 2 } })],
        }),
      );
    assert.deepEqual(again("[concat(parameters('prefix'), '-db')]"), ['Microsoft.Compute/disks/{prefix}-db']);
    assert.equal(again("[parameters('names')[0]]").length, 2);
    assert.equal(again('[newGuid()]').length, 2);
  });

  it('that a loop makes of a parameter are not the same', () => {
    const deployment = deploy({
      parameters: { names: { type: 'array' } },
      resources: [disk("[parameters('names')[copyIndex()]]", { copy: { name: 'each', count: 2 } })],
    });
    assert.equal(deployment.resources.length, 2);
  });

  it('that are alternatives of each other are both kept', () => {
    const parameters = { premium: { type: 'bool' } };
    const resources = [
      disk('db', { condition: "[parameters('premium')]" }),
      disk('db', { condition: "[not(parameters('premium'))]" }),
    ];
    assert.deepEqual(addresses(deploy({ parameters, resources })), [
      'Microsoft.Compute/disks/db',
      'Microsoft.Compute/disks/db#2',
    ]);
  });

  it('that lack a type or name are reported and kept', () => {
    const deployment = deploy({ resources: [{ type: 'Microsoft.Compute/disks' }] });
    assert.deepEqual(
      deployment.diagnostics.map(({ message }) => message),
      ["The resource has no 'name'."],
    );
    assert.equal(deployment.resources.length, 1);
  });
});

describe('loops over properties', () => {
  const resources = (count: unknown) => [
    disk('vm', {
      properties: {
        copy: [{ name: 'dataDisks', count, input: { lun: "[copyIndex('dataDisks')]", caching: 'None' } }],
      },
    }),
  ];

  it('make the array', () => {
    assert.deepEqual(bodyOf(deploy({ resources: resources(2) }).resources[0]), {
      ...disk('vm'),
      properties: {
        dataDisks: [
          { lun: 0, caching: 'None' },
          { lun: 1, caching: 'None' },
        ],
      },
    });
  });

  it('of unknown length still tell what an element looks like', () => {
    const { resources: made } = deploy({
      parameters: { n: { type: 'int' } },
      resources: resources("[parameters('n')]"),
    });
    const disks = at(made[0], 'properties', 'dataDisks');
    assert.ok(disks.kind === 'unknown' && disks.element?.kind === 'object');
    assert.equal(disks.element.entries.get('caching')?.kind, 'string');
  });

  it('leave a property that is merely called copy alone', () => {
    const [made] = deploy({ resources: [disk('x', { properties: { copy: ['a', 'b'] } })] }).resources;
    assert.deepEqual(bodyOf(made), { ...disk('x'), properties: { copy: ['a', 'b'] } });
  });

  it('are limited', () => {
    const deployment = deploy({ resources: resources(801) });
    assert.deepEqual(
      deployment.diagnostics.map(({ code, message }) => [code, message]),
      [['limit-exceeded', 'A copy makes at most 800 instances.']],
    );
  });
});

describe('limits', () => {
  it('stop a value that doubles itself', () => {
    const variables: Record<string, string> = { v0: 'x' };
    for (let n = 1; n <= 30; n++)
      variables[`v${n}`] = `[createArray(variables('v${n - 1}'), variables('v${n - 1}'))]`;
    const deployment = deploy({ variables, outputs: { it: { value: "[variables('v30')]" } } });
    assert.deepEqual(
      deployment.diagnostics.map(({ code }) => code),
      ['limit-exceeded'],
    );
  });

  it('stop values that rest on each other without end in sight', () => {
    const variables: Record<string, string> = { v0: 'x' };
    for (let n = 1; n <= 5000; n++) variables[`v${n}`] = `[concat(variables('v${n - 1}'))]`;
    const deployment = deploy({ variables, outputs: { it: { value: "[variables('v5000')]" } } });
    assert.deepEqual(
      deployment.diagnostics.map(({ code }) => code),
      ['limit-exceeded'],
    );
  });

  it('stop a text that doubles itself', () => {
    const variables: Record<string, string> = { v0: 'x' };
    for (let n = 1; n <= 40; n++)
      variables[`v${n}`] = `[concat(variables('v${n - 1}'), variables('v${n - 1}'))]`;
    const deployment = deploy({ variables, outputs: { it: { value: "[variables('v40')]" } } });
    assert.deepEqual(
      deployment.diagnostics.map(({ code }) => code),
      ['limit-exceeded'],
    );
  });
});

describe('a template that cannot be read', () => {
  it('is reported with its place, and what can be read is evaluated', () => {
    const text = template({ resources: [disk('db')] }).replace(
      '"name": "db"',
      '"name": "db" "location": "x"',
    );
    const deployment = deployFiles({ 'main.json': text });
    assert.deepEqual(
      deployment.diagnostics.map(({ code }) => code),
      ['json-syntax'],
    );
    assert.deepEqual(addresses(deployment), ['Microsoft.Compute/disks/db']);
  });

  it('is reported when it is not there or no object', () => {
    assert.deepEqual(problems(deployFiles({})), ["main.json file-unreadable: There is no file 'main.json'."]);
    assert.deepEqual(problems(deployFiles({ 'main.json': '[]' })), [
      'main.json:1:1 arm-template: A template must be a JSON object.',
    ]);
  });

  it('gives its comments for suppressions', () => {
    const { comments } = deployFiles({
      'main.json': '{ // exvet:ignore EXSTO-23 -- lab\n "resources": [] /* other */ }',
    });
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['exvet:ignore EXSTO-23 -- lab'],
    );
  });
});
