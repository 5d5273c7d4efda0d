import assert from 'node:assert/strict';
import { textOf } from '../../src/source/range.ts';
import { deploy } from './support.ts';

/** What is wrong with a value of the parameter `it` in a parameters file: the place and the message of each report. */
function found(
  text: string,
  value: unknown,
  files: Readonly<Record<string, string>> = {},
): readonly (readonly [string | undefined, string])[] {
  const parameters = JSON.stringify({ parameters: { it: { value } } });
  const all = { ...files, 'main.bicep': text, 'p.json': parameters };
  return deploy(all, 'main.bicep', ['p.json']).diagnostics.map(({ message, range }) => [
    range && textOf(range),
    message.replace("The value of the parameter 'it' ", '').replace('does not fit its type: ', ''),
  ]);
}

const DISK = `
@minLength(1)
type disks = disk[]

@sealed()
type disk = {
  sku: 'Premium_LRS' | 'Premium_ZRS'
  @maxValue(4095)
  sizeGB: int?
  @secure()
  key: string?
}
`;

describe('a parameter of a user-defined type', () => {
  it('takes what the type says', () => {
    const value = [{ sku: 'Premium_LRS' }, { sku: 'Premium_ZRS', sizeGB: 128, key: null }];
    assert.deepEqual(found(`${DISK}param it disks`, value), []);
  });

  it('is held against it at every depth', () => {
    const value = [{ sku: 'Standard_LRS' }, { sku: 'Premium_LRS', sizeGB: 8192, szie: 1 }, { sizeGB: '1' }];
    assert.deepEqual(found(`${DISK}param it disks`, value), [
      ['"Standard_LRS"', "'it[0].sku' is none of its allowed values."],
      ['8192', "'it[1].sizeGB' is greater than 4095."],
      ['"szie"', "'it[1]' has the property 'szie', which its type does not have."],
      ['"1"', "'it[2].sizeGB' is not an int."],
      ['{"sizeGB":"1"}', "'it[2]' lacks the property 'sku'."],
    ]);
    assert.deepEqual(
      found(`${DISK}param it disks`, []).map(([, message]) => message),
      ['is shorter than 1.'],
    );
  });

  it('is held against types of other files, and parts of types', () => {
    const files = { 'types.bicep': DISK.replace('@sealed()', '@export()\n@sealed()') };
    const text = "import { disk } from 'types.bicep'\nparam it disk.sku[]";
    assert.deepEqual(found(text, ['Premium_LRS', 'x'], files), [['"it"', 'is none of its allowed values.']]);
  });

  it('is held against tuples, dictionaries and types that name themselves', () => {
    assert.deepEqual(found('param it [string, int]', ['a', 'b']), [['"b"', "'it[1]' is not an int."]]);
    assert.deepEqual(
      found('param it [string, int]', ['a', 1, 2]).map(([, message]) => message),
      ['has 3 elements and takes 2.'],
    );
    assert.deepEqual(found('param it { *: int }', { a: 1, b: 'x' }), [['"x"', "'it.b' is not an int."]]);
    const tree = 'type tree = { next: tree?, lun: int }\nparam it tree';
    assert.deepEqual(found(tree, { lun: 0, next: { lun: 1, next: { lun: 'x' } } }), [
      ['"x"', "'it.next.next.lun' is not an int."],
    ]);
  });

  it('is held against the variant that a discriminator chooses', () => {
    const text = `
type empty = { kind: 'empty', lun: int }
type attached = { kind: 'attached', @minLength(2)
  id: string }
type other = { kind: 'image' }
@discriminator('kind')
type source = empty | (attached | other)
param it source
`;
    assert.deepEqual(found(text, { kind: 'attached', id: 'ab' }), []);
    assert.deepEqual(found(text, { kind: 'attached', id: 'a' }), [['"a"', "'it.id' is shorter than 2."]]);
    assert.deepEqual(found(text, { kind: 'x' }), [
      ['"x"', "'it.kind' is none of 'empty', 'attached', 'image'."],
    ]);
  });

  it('takes what is unknown, and what a type that is not known says nothing of', () => {
    const text =
      "param sku string\nparam it { sku: 'a' | 'b', tier: int? } = { sku: sku }\noutput o object = it";
    assert.deepEqual(deploy({ 'main.bicep': text }).diagnostics, []);
    assert.deepEqual(found("@secure()\nparam it resourceInput<'A.B/c@2020-01-01'>.name", 'x'), []);
  });

  it('hides the secrets that the type tells of', () => {
    const text = `${DISK}param it disk\noutput key string? = it.key`;
    const values = JSON.stringify({ parameters: { it: { value: { sku: 'Premium_LRS', key: 'k' } } } });
    const { outputs } = deploy({ 'main.bicep': text, 'p.json': values }, 'main.bicep', ['p.json']);
    assert.equal(outputs.get('key')?.sensitive, true);
  });

  it('of a module is held against the type that the module declares', () => {
    const files = {
      'main.bicep':
        "module m 'm.bicep' = { name: 'm', params: { it: [{ sku: 'Premium_LRS', sizeGB: '1' }] } }",
      'm.bicep': `${DISK}param it disks
resource d 'Microsoft.Compute/disks@2024-03-02' = [for (one, i) in it: {
  name: 'db\${i}'
  sku: { name: one.sku }
}]`,
    };
    assert.deepEqual(
      deploy(files).diagnostics.map(({ message, range }) => [range && textOf(range), message]),
      [["'1'", "The value of the parameter 'it' does not fit its type: 'it[0].sizeGB' is not an int."]],
    );
  });
});
