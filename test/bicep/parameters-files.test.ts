import assert from 'node:assert/strict';
import { evaluateBicep } from '../../src/bicep/index.ts';
import { valueToJson } from '../../src/value/json.ts';
import type { Value } from '../../src/value/value.ts';
import { memoryTree } from '../support/memory-tree.ts';
import { remarksOf } from './support.ts';

interface Given {
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: ReadonlyMap<string, string | undefined>;
}

/** What the parameters of a template get from `main.bicepparam`, and the remarks. */
function assigned(text: string, { files = {}, environment }: Given = {}) {
  const names = [...text.matchAll(/^param (\w+)/gm)].map(([, name = '']) => name);
  const template = names.map(name => `param ${name} any\noutput ${name} any = ${name}`).join('\n');
  const tree = memoryTree({ 'main.bicep': template, 'main.bicepparam': text, ...files });
  const inputs = { parameterFiles: [], ...(environment === undefined ? {} : { environment }) };
  const deployment = evaluateBicep(tree, 'main.bicepparam', inputs);
  return { values: deployment.outputs, remarks: remarksOf(deployment) };
}

const plain = (values: ReadonlyMap<string, Value>): unknown =>
  JSON.parse(
    JSON.stringify(Object.fromEntries([...values].map(([name, value]) => [name, valueToJson(value)]))),
  );

describe('the expressions of a parameters file', () => {
  it('are literals, operators and functions of the template language', () => {
    const { values, remarks } = assigned(
      `
using 'main.bicep'
param text = '''
two
 lines
'''
param numbers = [ 7 / 2, 7 % 4, -3, 2 > 1 ]
param chosen = sys.int(true ? 1 : 2)
param disk = {
  name: toUpper('db')
  id: guid('asdf')
  sorted: items({ b: 1, a: 2 })
  file: loadJsonContent('disk.json').size
  lun: indexOf(['log', 'db'], 'db')
}
param folded = reduce(['a', 'b'], '', (text, one) => '\${text}\${one};')
`,
      { files: { 'disk.json': '{ "size": 512 }' } },
    );
    assert.deepEqual(remarks, []);
    assert.deepEqual(plain(values), {
      text: 'two\n lines\n',
      numbers: [3, 3, -3, true],
      chosen: 1,
      disk: {
        name: 'DB',
        // As in the tests of the official compiler.
        id: '228d27cc-6fdb-5934-b7ac-1efccebade04',
        sorted: [
          { key: 'a', value: 2 },
          { key: 'b', value: 1 },
        ],
        file: 512,
        lun: 1,
      },
      folded: 'a;b;',
    });
  });

  it('read the variables, typed or not, and the other parameters of the file', () => {
    const { values, remarks } = assigned(`
using 'main.bicep'
type Disk = { name: string, size: int }
var skus = 'Premium_LRS,Premium_ZRS'
var disk Disk = { name: 'db', size: 512 }
param sku = split(skus, ',')[0]
param whole = { disk: disk, sku: sku }
param names = [for n in range(1, 2): '\${disk.name}\${n}']
`);
    assert.deepEqual(remarks, []);
    assert.deepEqual(plain(values), {
      sku: 'Premium_LRS',
      whole: { disk: { name: 'db', size: 512 }, sku: 'Premium_LRS' },
      names: ['db1', 'db2'],
    });
  });

  it('read what other files export, and what the file that they extend assigns', () => {
    const { values, remarks } = assigned(
      `
using 'main.bicep'
extends 'base.bicepparam'
import * as shared from 'shared.bicep'
import { named } from 'shared.bicep'
param size = shared.size
param disk = named('db')
param tier = 'prod'
param site = '\${base.site}-2'
`,
      {
        files: {
          'base.bicepparam': "using none\nvar place = 'west'\nparam site = place\nparam tier = 'test'",
          'shared.bicep': `
@export()
var size = 512
var prefix = 'ex-'
@export()
func named(name string) string => '\${prefix}\${name}'
`,
        },
      },
    );
    assert.deepEqual(remarks, []);
    assert.deepEqual(plain(values), { size: 512, disk: 'ex-db', tier: 'prod', site: 'west-2' });
  });
});

describe('what a parameters file takes from outside', () => {
  it('is unknown, with the parts that are not', () => {
    const { values, remarks } = assigned(`
using 'main.bicep'
var input = externalInput('sys.cli', 'sku')
param direct = externalInput('sys.envVar', 'size')
param passed = { sku: input, size: 512 }
param secret = az.getSecret('sub', 'rg', 'kv', 'password')
`);
    assert.deepEqual(remarks, []);
    assert.deepEqual(plain(values), {
      direct: { $unknown: 'the external input sys.envVar is given at deployment' },
      passed: { sku: { $unknown: 'the external input sys.cli is given at deployment' }, size: 512 },
      secret: { $unknown: 'a Key Vault secret is read at deployment' },
    });
    assert.equal(values.get('secret')?.sensitive, true);
  });

  it('is of the environment what exvet.yaml states, and else not looked at', () => {
    const TEXT = `
using 'main.bicep'
param sku = readEnvironmentVariable('DISK_SKU')
param size = int(readEnvironmentVariable('DISK_SIZE', '128'))
param tier = readEnvironmentVariable('TIER', 'test')
`;
    const environment = new Map([
      ['DISK_SKU', 'Premium_LRS'],
      ['DISK_SIZE', undefined],
    ]);
    const { values, remarks } = assigned(TEXT, { environment });
    assert.deepEqual(remarks, []);
    assert.deepEqual(plain(values), {
      sku: 'Premium_LRS',
      size: 128,
      tier: { $unknown: 'environment variable TIER is not read: set bicep.environment.TIER in exvet.yaml' },
    });
    assert.deepEqual(assigned(TEXT, { environment: new Map([['DISK_SKU', undefined]]) }).remarks, [
      "main.bicepparam:3:13 bicep-reference: The environment variable 'DISK_SKU' is not set, and the call names no default.",
    ]);
  });
});
