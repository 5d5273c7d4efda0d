import assert from 'node:assert/strict';
import type { Json } from '../../src/value/json.ts';
import { deploy, evaluate, problems, valueOf } from './deployed.ts';

/** Expressions with their values, from the documentation of the template functions and the Bicep compiler's tests. */
const CASES: readonly (readonly [string, Json])[] = [
  // strings
  [
    "format('{0}, {1}. Formatted number: {2:N0}', 'Hello', 'User', 8175133)",
    'Hello, User. Formatted number: 8,175,133',
  ],
  ["format('{{{0}{{0}}{1}}}', 123, true())", '{123{0}True}'],
  ["format('{0,5}|{0,-5}|{0:D4}', 42)", '   42|42   |0042'],
  ["concat('vm', 1, true())", 'vm1True'],
  ["padLeft('123', 10, '0')", '0000000123'],
  ["split('one;two,three', createArray(';', ','))", ['one', 'two', 'three']],
  ["join(createArray('a', 'b'), '-')", 'a-b'],
  ["substring('one two three', 4, 3)", 'two'],
  ["replace('123-123-1234', '-', '')", '1231231234'],
  ["trim('   one  ')", 'one'],
  ["startsWith('abcdef', 'A')", true],
  ["endsWith('abcdef', 'F')", true],
  ["indexOf('abcdef', 'CD')", 2],
  ["lastIndexOf('abcdef', 'AB')", 0],
  ["contains('OneTwoThree', 'one')", false],
  ["like('StorageAccount', 'stor*acc*')", true],
  ["like('StorageAccount', '*acc')", false],
  ["like('aXbXc', 'a*x*x*x*c')", false],
  ["like('abc', 'ABC')", true],
  ["string(createObject('a', createArray(1, true(), null())))", '{"a":[1,true,null]}'],
  ['string(true())', 'True'],
  // arrays and objects
  [
    "union(createObject('p', createObject('a', 1, 'b', 2)), createObject('p', createObject('b', 3)))",
    { p: { a: 1, b: 3 } },
  ],
  ["union(createArray('a', 'b', 'a'), createArray('b', 'c'))", ['a', 'b', 'c']],
  ['intersection(createArray(1, 2, 3), createArray(3, 2))', [2, 3]],
  ['first(createArray())', null],
  ["last('abc')", 'c'],
  ['take(createArray(1, 2, 3), 9)', [1, 2, 3]],
  ["skip('abc', -1)", 'abc'],
  ['range(5, 3)', [5, 6, 7]],
  [
    "items(createObject('b', 1, 'A', 2))",
    [
      { key: 'A', value: 2 },
      { key: 'b', value: 1 },
    ],
  ],
  ["contains(createObject('ONE', 1), 'one')", true],
  ["contains(createArray('FOO'), 'foo')", false],
  ['flatten(createArray(createArray(1), createArray(2, 3)))', [1, 2, 3]],
  ["tryGet(createObject('a', createArray(1)), 'a', 1, 'b')", null],
  ["tryGet(createArray(1, 2), createObject('value', 1, 'fromEnd', true()))", 2],
  // comparison, logic, numbers
  ["greater('A', 'a')", true],
  ["equals(createObject('a', 1), createObject('A', 1))", true],
  ["equals('a', 'A')", false],
  ['and(false(), nope.such())', false],
  ["coalesce(null(), 'x', 'y')", 'x'],
  ["if(equals(1, 1), 'yes', div(1, 0))", 'yes'],
  ["bool('TRUE')", true],
  ['div(sub(0, 7), 2)', -3],
  ['mod(sub(0, 7), 3)', -1],
  ["int('12')", 12],
  ['max(createArray(0, 3, 2))', 3],
  // lambdas
  [
    "map(createArray('a', 'b'), lambda('x', 'i', concat(lambdaVariables('x'), lambdaVariables('i'))))",
    ['a0', 'b1'],
  ],
  ["filter(range(0, 4), lambda('x', equals(mod(lambdaVariables('x'), 2), 0)))", [0, 2]],
  [
    "sort(createArray(3, 1, 2), lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b'))))",
    [1, 2, 3],
  ],
  ["reduce(createArray(1, 2, 3), 0, lambda('s', 'x', add(lambdaVariables('s'), lambdaVariables('x'))))", 6],
  [
    "groupBy(createArray('foo', 'bar', 'baz'), lambda('x', take(lambdaVariables('x'), 1)))",
    { f: ['foo'], b: ['bar', 'baz'] },
  ],
  ["toObject(createArray('a'), lambda('k', lambdaVariables('k')), lambda('v', 1))", { a: 1 }],
  // encodings and hashes
  ["base64ToString('IEZpenog')", ' Fizz '],
  ["uriComponent('a b/c')", 'a%20b%2Fc'],
  [
    "uri('http://contoso.org/firstpath/azuredeploy.json', 'myscript.sh')",
    'http://contoso.org/firstpath/myscript.sh',
  ],
  [
    "buildUri(createObject('scheme', 'https', 'host', 'contoso.org', 'port', 8080, 'path', '/a/b.json', 'query', '?st=2025-05-09'))",
    'https://contoso.org:8080/a/b.json?st=2025-05-09',
  ],
  ["buildUri(createObject('scheme', 'https', 'host', 'contoso.org', 'path', 'a'))", 'https://contoso.org/a'],
  [
    "parseUri('https://contoso.org:8080/a/b.json?st=2025-05-09')",
    { scheme: 'https', host: 'contoso.org', port: 8080, path: '/a/b.json', query: '?st=2025-05-09' },
  ],
  [
    "parseUri('HTTPS://Contoso.org')",
    { scheme: 'https', host: 'contoso.org', port: null, path: '/', query: '' },
  ],
  ["buildUri(parseUri('https://contoso.org/a?b'))", 'https://contoso.org/a?b'],
  ['json(\'{ "a": [1, // one\n 2] }\').a', [1, 2]],
  ["json('.25')", 0.25],
  ["uniqueString('snap', 'crackle', 'pop')", 'byghxckddilkc'],
  [
    "uniqueString('/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/myRg')",
    'js26ofeqkqeve',
  ],
  ["guid('foo', 'bar', 'baz')", '2ed86837-7c7c-5eaa-9864-dd077fd19b0d'],
  ["guid('asdf')", '228d27cc-6fdb-5934-b7ac-1efccebade04'],
  // dates and networks
  ["dateTimeAdd(dateTimeFromEpoch(1680224438), 'P1D')", '2023-04-01T01:00:38Z'],
  ["dateTimeToEpoch('2023-05-02T15:16:13Z')", 1683040573],
  ["cidrSubnet('fdad:3236:5555::/48', 52, 2)", 'fdad:3236:5555:2000::/52'],
  ["cidrHost('10.144.3.0/24', 3)", '10.144.3.4'],
  ["parseCidr('10.144.0.0/20').lastUsable", '10.144.15.254'],
  // ids that say everything
  [
    "resourceId('1111', 'rg', 'Microsoft.Network/virtualNetworks/subnets', 'v', 's')",
    '/subscriptions/1111/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s',
  ],
  ["tenantResourceId('Microsoft.A/b/', 'x')", '/providers/Microsoft.A/b/x'],
];

describe('template functions of known arguments', () => {
  for (const [expression, expected] of CASES) {
    it(`${expression} gives ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(valueOf(`[${expression}]`), expected);
    });
  }
});

const OPEN = {
  parameters: {
    p: { type: 'string' },
    sku: { type: 'string', allowedValues: ['Premium_LRS', 'Premium_ZRS'] },
  },
};
const WHY = 'parameter p has no value: give a parameter file';

describe('template functions of unknown arguments', () => {
  it('are unknown for the same reason', () => {
    assert.deepEqual(valueOf("[replace(parameters('p'), 'a', 'b')]", OPEN), { $unknown: WHY });
  });

  it('are known where the known arguments decide', () => {
    assert.equal(valueOf("[and(equals(parameters('p'), 'x'), false())]", OPEN), false);
    assert.equal(valueOf("[or(equals(parameters('p'), 'x'), true())]", OPEN), true);
    assert.equal(valueOf("[length(createArray(parameters('p'), 1))]", OPEN), 2);
    assert.equal(valueOf("[contains(createArray(parameters('p'), 'b'), 'b')]", OPEN), true);
    assert.equal(valueOf("[empty(concat(parameters('p'), '-vm'))]", OPEN), false);
    assert.equal(valueOf("[equals(concat(parameters('p'), '-vm'), 'x-dc')]", OPEN), false);
    assert.equal(valueOf("[if(empty(parameters('p')), 'same', 'same')]", OPEN), 'same');
  });

  it('are known where all values that are allowed agree', () => {
    assert.equal(valueOf("[startsWith(parameters('sku'), 'premium')]", OPEN), true);
  });

  it('keep what a text can be, by a choice or by the values that are allowed', () => {
    const chosen = evaluate("[if(empty(parameters('p')), 'Standard_LRS', parameters('sku'))]", OPEN);
    assert.ok(chosen.kind === 'unknown');
    assert.deepEqual(
      chosen.candidates?.map(one => one.kind === 'string' && one.value),
      ['Standard_LRS', 'Premium_LRS', 'Premium_ZRS'],
    );
  });

  it('keep the known pieces of a text', () => {
    const name = evaluate("[toUpper(concat(parameters('p'), '-', format('ex{0}', 1)))]", OPEN);
    assert.ok(name.kind === 'unknown');
    assert.deepEqual(
      name.parts?.map(part => (typeof part === 'string' ? part : '?')),
      ['?', '-EX1'],
    );
  });

  it('keep what is known of an object that is written as JSON text', () => {
    const object = evaluate(`[json(concat('{ "id": "/vms/', parameters('p'), '", "lun": 3 }'))]`, OPEN);
    assert.ok(object.kind === 'object');
    assert.equal(object.entries.get('lun')?.kind, 'number');
    const id = object.entries.get('id');
    assert.ok(id?.kind === 'unknown');
    assert.deepEqual(
      id.parts?.map(part => (typeof part === 'string' ? part : '?')),
      ['/vms/', '?'],
    );
    assert.deepEqual(valueOf(`[json(concat('{ "lun": ', parameters('p'), ' }'))]`, OPEN), { $unknown: WHY });
  });

  it('do not report errors of a branch that may never be taken', () => {
    const outputs = { it: { type: 'int', value: "[if(empty(parameters('p')), div(1, 0), 2)]" } };
    assert.deepEqual(problems(deploy({ ...OPEN, outputs })), []);
  });

  it('leave open which cloud it is, and say what the public one has', () => {
    const storage = 'environment().suffixes.storage depends on the cloud that the template is deployed to';
    assert.deepEqual(valueOf('[environment().suffixes.Storage]'), {
      $unknown: `${storage} (core.windows.net in the public one)`,
    });
    const endpoint = evaluate("[concat('https://ex01.blob.', environment().suffixes.storage, '/vhds')]");
    assert.ok(endpoint.kind === 'unknown');
    assert.deepEqual(
      endpoint.parts?.map(part => (typeof part === 'string' ? part : '?')),
      ['https://ex01.blob.', '?', '/vhds'],
    );
    assert.equal(valueOf("[if(contains(environment(), 'authentication'), 'yes', 'no')]"), 'yes');
    assert.deepEqual(
      problems(deploy({ outputs: { it: { type: 'string', value: '[environment().sufixes]' } } })).map(
        problem => problem.replace(/^.*: /, ''),
      ),
      ["The object has no property 'sufixes'. Did you mean 'suffixes'?"],
    );
  });

  it('know of a URI what is known of its components', () => {
    const components = "createObject('scheme', 'https', 'host', concat(parameters('p'), '.contoso.org'))";
    const built = evaluate(`[buildUri(${components})]`, OPEN);
    assert.ok(built.kind === 'unknown');
    assert.deepEqual(
      built.parts?.map(part => (typeof part === 'string' ? part : '?')),
      ['https://', '?', '.contoso.org/'],
    );
  });

  it('leave open what the documentation of URIs leaves open', () => {
    assert.deepEqual(valueOf("[parseUri('https://contoso.org:443/').port]"), {
      $unknown: 'whether the default port 443 counts as a port is known only at deployment',
    });
    assert.deepEqual(valueOf("[parseUri('https://contoso.org/a/../b').host]"), {
      $unknown: "what parseUri() makes of 'https://contoso.org/a/../b' is known only at deployment",
    });
  });

  it('report what is no URI', () => {
    const found = (value: string) =>
      problems(deploy({ outputs: { it: { type: 'string', value } } })).map(problem =>
        problem.replace(/^.*arm-function: /, ''),
      );
    assert.deepEqual(found("[parseUri('contoso.org')]"), [
      "'parseUri' expects an absolute URI such as 'https://contoso.com/', not 'contoso.org'.",
    ]);
    assert.deepEqual(found("[buildUri(createObject('scheme', 'https'))]"), [
      "'buildUri' needs the property 'host'.",
    ]);
  });

  it('say what only the deployment can tell', () => {
    assert.deepEqual(valueOf('[subscription().tenantId]'), {
      $unknown: 'subscription().tenantId is known only at deployment',
    });
    assert.deepEqual(valueOf('[utcNow()]'), { $unknown: 'utcNow() is another one at every deployment' });
    const keys = evaluate("[listKeys('x', '2023-01-01').keys[0].value]");
    assert.equal(keys.sensitive, true);
  });
});
