import assert from 'node:assert/strict';
import { textOf } from '../../src/source/range.ts';
import { deploy, evaluate, problems, valueOf } from './deployed.ts';

/** What is wrong with `value` as a parameter `it` of the type: the place and the message of each report. */
function found(
  type: object,
  value: unknown,
  definitions: object = {},
): readonly (readonly [string | undefined, string])[] {
  const parameters = { it: type };
  const outputs = { out: { type: 'object', value: "[parameters('it')]" } };
  const { diagnostics } = deploy({ languageVersion: '2.0', definitions, parameters, outputs }, { it: value });
  for (const { code } of diagnostics) assert.equal(code, 'arm-parameter');
  return diagnostics.map(({ message, range }) => [range && textOf(range).replace(/\s+/g, ' '), message]);
}

const messages = (type: object, value: unknown, definitions?: object): readonly string[] =>
  found(type, value, definitions).map(([, message]) =>
    message.replace("The value of the parameter 'it' ", '').replace('does not fit its type: ', ''),
  );

const OBJECT = {
  type: 'object',
  properties: { foo: { type: 'string', minLength: 3 }, bar: { type: 'int', minValue: 0 } },
};
const OPTIONAL = {
  type: 'object',
  properties: {
    foo: { type: 'string', minLength: 3, nullable: true },
    bar: { type: 'int', minValue: 0, nullable: true },
  },
};
const TUPLE = { type: 'array', prefixItems: [{ type: 'int' }, { type: 'bool' }] };
const TAGGED = {
  type: 'object',
  discriminator: {
    propertyName: 'type',
    mapping: {
      ints: { type: 'object', additionalProperties: { type: 'int' } },
      strings: { type: 'object', additionalProperties: { type: 'string' } },
    },
  },
};

/** The examples of Microsoft Learn, "Type definitions in ARM templates". */
const ACCEPTED: readonly (readonly [string, object, unknown])[] = [
  ['all properties', OBJECT, { foo: 'string', bar: 1 }],
  ['further properties', { ...OBJECT, additionalProperties: true }, { foo: 'string', bar: 1, fizz: 'buzz' }],
  ['further properties without a word on them', OBJECT, { foo: 'string', bar: 1, fizz: 'buzz' }],
  ['no properties, when they may be null', OPTIONAL, {}],
  ['null for properties that may be null', OPTIONAL, { foo: null, bar: null }],
  [
    'further properties of their type',
    { ...OPTIONAL, additionalProperties: { type: 'string' } },
    { fizz: 'buzz', foo: 'bar' },
  ],
  ['one variant', TAGGED, { type: 'ints', foo: 1, bar: 2 }],
  ['the other variant', TAGGED, { type: 'strings', fizz: 'buzz', pop: 'goes', the: 'weasel' }],
  ['a tuple', TUPLE, [1, true]],
  ['a tuple with more', TUPLE, [1, true, false, 'foo', 'bar']],
  ['a tuple with more of a type', { ...TUPLE, items: { type: 'int' } }, [1, true, 1, 1]],
  ['an array', { type: 'array', items: { type: 'int' } }, [1, 2]],
  ['a tuple and no more', { ...TUPLE, items: false }, [1, true]],
  ['names in any case', OBJECT, { Foo: 'string', BAR: 1 }],
];

const REJECTED: readonly (readonly [string, object, unknown, readonly string[]])[] = [
  ['a property out of bounds', OBJECT, { foo: 'string', bar: -1 }, ["'it.bar' is less than 0."]],
  ['a property that is too short', OBJECT, { foo: '', bar: 1 }, ["'it.foo' is shorter than 3."]],
  ['lacking properties', OBJECT, {}, ["lacks the property 'foo'.", "lacks the property 'bar'."]],
  ['null for a property that may not be null', OBJECT, { foo: null, bar: 1 }, ["'it.foo' is not a string."]],
  [
    'further properties of another type',
    { ...OPTIONAL, additionalProperties: { type: 'string' } },
    { property: 1 },
    ["'it.property' is not a string."],
  ],
  [
    'further properties',
    { ...OPTIONAL, additionalProperties: false },
    { bat: 1 },
    ["has the property 'bat', which its type does not have. Did you mean 'bar'?"],
  ],
  ['a property of another variant', TAGGED, { type: 'ints', fizz: 'buzz' }, ["'it.fizz' is not an int."]],
  ['an unknown variant', TAGGED, { type: 'bools' }, ["'it.type' is none of 'ints', 'strings'."]],
  ['no variant', TAGGED, { fizz: 'buzz' }, ["lacks the property 'type'."]],
  ['an element of a tuple', TUPLE, [1, 'string'], ["'it[1]' is not a bool."]],
  ['a short tuple', TUPLE, [1], ['has 1 elements and needs 2.']],
  [
    'an element behind a tuple',
    { ...TUPLE, items: { type: 'int' } },
    [1, true, 'foo'],
    ["'it[2]' is not an int."],
  ],
  ['an element', { type: 'array', items: { type: 'int' } }, ['foo'], ["'it[0]' is not an int."]],
  ['an element beyond the tuple', { ...TUPLE, items: false }, [1, true, 1], ['has 3 elements and takes 2.']],
];

describe('the type of a parameter', () => {
  for (const [what, type, value] of ACCEPTED) {
    it(`accepts ${what}`, () => {
      assert.deepEqual(messages(type, value), []);
    });
  }

  for (const [what, type, value, expected] of REJECTED) {
    it(`rejects ${what}`, () => {
      assert.deepEqual(messages(type, value), expected);
    });
  }
});

const DISKS = {
  sku: { type: 'string', allowedValues: ['Premium_LRS', 'Standard_LRS'] },
  disk: {
    type: 'object',
    properties: { sku: { $ref: '#/definitions/sku' }, sizeGB: { type: 'int', maxValue: 4095 } },
  },
  disks: { type: 'array', items: { $ref: '#/definitions/disk' }, maxLength: 2 },
  size: { $ref: '#/definitions/disk/properties/sizeGB' },
  tree: {
    type: 'object',
    properties: { next: { $ref: '#/definitions/tree', nullable: true }, lun: { type: 'int' } },
  },
  loop: { $ref: '#/definitions/loop' },
};

describe('definitions of types', () => {
  it('are followed at every depth, and what breaks them is told at its own place', () => {
    const value = [
      { sku: 'premium_lrs', sizeGB: 1024 },
      { sku: 'Ultra_LRS', sizeGB: 8192 },
    ];
    assert.deepEqual(found({ $ref: '#/definitions/disks' }, value, DISKS), [
      [
        '"Ultra_LRS"',
        "The value of the parameter 'it' does not fit its type: 'it[1].sku' is none of its allowed values.",
      ],
      ['8192', "The value of the parameter 'it' does not fit its type: 'it[1].sizeGB' is greater than 4095."],
    ]);
  });

  it('can name a part of another definition', () => {
    assert.deepEqual(messages({ $ref: '#/definitions/size' }, 'x', DISKS), ['is not an int.']);
  });

  it('can name themselves', () => {
    const type = { $ref: '#/definitions/tree' };
    assert.deepEqual(messages(type, { lun: 0, next: { lun: 1, next: null } }, DISKS), []);
    assert.deepEqual(messages(type, { lun: 0, next: { lun: '1' } }, DISKS), ["'it.next.lun' is not an int."]);
    assert.deepEqual(messages({ $ref: '#/definitions/loop' }, 1, DISKS), []);
  });

  it('that are not there say nothing', () => {
    assert.deepEqual(messages({ $ref: '#/definitions/nope' }, 1, DISKS), []);
    assert.deepEqual(messages({ $ref: 'https://contoso.org/types.json' }, 1, DISKS), []);
  });

  it('hold for the default, at its place', () => {
    const parameters = { it: { $ref: '#/definitions/disk', defaultValue: { sku: 'Ultra_LRS', sizeGB: 1 } } };
    const outputs = { out: { type: 'object', value: "[parameters('it')]" } };
    const { diagnostics } = deploy({ definitions: DISKS, parameters, outputs });
    assert.deepEqual(
      diagnostics.map(({ range }) => range && textOf(range)),
      ['"Ultra_LRS"'],
    );
  });

  it('hold for what a template gives to one that it nests', () => {
    const inner = {
      definitions: DISKS,
      parameters: { disk: { $ref: '#/definitions/disk' } },
      resources: [
        {
          type: 'Microsoft.Compute/disks',
          apiVersion: '2024-03-02',
          name: 'db',
          sku: { name: "[parameters('disk').sku]" },
        },
      ],
    };
    const nested = {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: 'inner',
      properties: {
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: { disk: { value: { sku: "[parameters('sku')]", sizeGB: '64' } } },
        template: inner,
      },
    };
    const deployment = deploy({ parameters: { sku: { type: 'string' } }, resources: [nested] });
    assert.deepEqual(
      problems(deployment).map(problem => problem.replace(/^.*arm-parameter: /, '')),
      ["The value of the parameter 'disk' does not fit its type: 'disk.sizeGB' is not an int."],
    );
  });
});

describe('a value that breaks its type', () => {
  const sections = { definitions: DISKS, parameters: { it: { $ref: '#/definitions/disk' } } };

  it('is unknown where it does, and keeps the rest', () => {
    const value = valueOf("[parameters('it')]", sections, { it: { sku: 'Premium_LRS', sizeGB: '8' } });
    const why = "The value of the parameter 'it' does not fit its type: 'it.sizeGB' is not an int.";
    assert.deepEqual(value, { sku: 'Premium_LRS', sizeGB: { $unknown: why } });
  });

  it('is told once, also when a property that it lacks is read', () => {
    const outputs = { size: { type: 'int', value: "[parameters('it').sizeGB]" } };
    const { diagnostics } = deploy({ ...sections, outputs }, { it: { sku: 'Premium_LRS' } });
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      ["The value of the parameter 'it' lacks the property 'sizeGB'."],
    );
  });

  it('is told twenty times at most', () => {
    const luns = Array.from({ length: 100 }, (_, index) => `lun ${index}`);
    assert.equal(found({ type: 'array', items: { type: 'int' } }, luns).length, 20);
  });
});

describe('a value for a parameter that nothing reads', () => {
  it('is held against its type too', () => {
    const { diagnostics } = deploy({ parameters: { it: { type: 'int' } } }, { it: 'x' });
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      ["The value of the parameter 'it' is not an int."],
    );
  });
});

describe('an unknown value', () => {
  it('breaks no type, nor does the part of a value that is unknown', () => {
    const parameters = {
      sku: { type: 'string' },
      disk: {
        $ref: '#/definitions/disk',
        defaultValue: { sku: "[concat(parameters('sku'), '_LRS')]", sizeGB: "[length(parameters('sku'))]" },
      },
      tagged: { ...TAGGED, defaultValue: { type: "[parameters('sku')]", fizz: 'buzz' } },
    };
    const outputs = {
      disk: { type: 'object', value: "[parameters('disk')]" },
      tagged: { type: 'object', value: "[parameters('tagged')]" },
    };
    assert.deepEqual(problems(deploy({ definitions: DISKS, parameters, outputs })), []);
  });
});

describe('a secret inside a parameter', () => {
  it('is one wherever the value goes', () => {
    const parameters = { it: { type: 'object', properties: { password: { type: 'securestring' } } } };
    const value = evaluate("[parameters('it').password]", { parameters }, { it: { password: 'x' } });
    assert.equal(value.sensitive, true);
  });
});
