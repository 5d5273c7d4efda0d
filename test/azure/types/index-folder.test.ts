import assert from 'node:assert/strict';
import {
  CrossFileTypeReference,
  TypeFactory,
  type TypeReference,
  writeIndexJson,
  writeTypesJson,
} from '@azure/bicep-types';
import { evaluateTemplate } from '../../../src/arm/index.ts';
import { checkResourceTypes } from '../../../src/azure/types/check.ts';
import { arrangeDiagnostics, type Diagnostic } from '../../../src/source/diagnostic.ts';
import { textOf } from '../../../src/source/range.ts';
import type { SourceTree } from '../../../src/source/tree.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { someFile } from '../../support/values.ts';

/** A types file with one resource type, whose body the function makes. */
function typesFile(
  type: string,
  body: (types: TypeFactory) => TypeReference,
): { readonly text: string; readonly index: number } {
  const types = new TypeFactory();
  const { index } = types.addUnscopedResourceType(type, body(types));
  return { text: writeTypesJson(types.types), index };
}

const properties = (given: Readonly<Record<string, TypeReference>>, flags = 0) =>
  Object.fromEntries(Object.entries(given).map(([name, type]) => [name, { type, flags }]));

const enumOf = (types: TypeFactory, ...values: readonly string[]): TypeReference =>
  types.addUnionType(values.map(value => types.addStringLiteralType(value)));

/** A vault with the SKUs given; `retention` came with 2023. */
const vault = (...skus: readonly string[]) =>
  typesFile('Microsoft.KeyVault/vaults', types => {
    const text = types.addStringType();
    const names = types.addUnionType([types.addStringLiteralType('Open'), text]);
    return types.addObjectType('Vault', {
      ...properties({ name: enumOf(types, 'default'), tier: enumOf(types, ...skus), mode: names }),
      ...properties({ vaultUri: text }, 2),
      ...properties({ settings: types.addAnyType(), retentionDays: types.addIntegerType() }),
    });
  });

const discriminated = (discriminator: string) =>
  typesFile('Microsoft.Web/sites/config', types => {
    const text = types.addStringType();
    const variant = (name: string, own: string) =>
      types.addObjectType(
        name,
        properties({ [discriminator]: types.addStringLiteralType(name), [own]: text }),
      );
    const elements = { web: variant('web', 'alwaysOn'), logs: variant('logs', 'httpLogs') };
    return types.addDiscriminatedObjectType('Config', discriminator, properties({ comment: text }), elements);
  });

const disk = typesFile('Microsoft.Compute/disks', types =>
  types.addObjectType('Disk', {
    ...properties({ newOfIndex: types.addStringType() }),
    ...properties({
      sku: types.addObjectType('Sku', properties({ name: enumOf(types, 'Premium_LRS', 'Next_LRS') })),
    }),
  }),
);

/** The files of an index in `types/`, given the type and version of each file. */
function indexOf(
  files: Readonly<Record<string, { readonly text: string; readonly index: number }>>,
): Record<string, string> {
  const resources: Record<string, CrossFileTypeReference> = {};
  const written: Record<string, string> = {};
  for (const [resource, { text, index }] of Object.entries(files)) {
    const path = `${resource.toLowerCase().replaceAll(/[/@]/g, '.')}/types.json`;
    resources[resource] = new CrossFileTypeReference(path, index);
    written[`types/${path}`] = text;
  }
  return {
    ...written,
    'types/index.json': writeIndexJson({ resources, resourceFunctions: {}, namespaceFunctions: [] }),
  };
}

const VAULTS = {
  'Microsoft.KeyVault/vaults@2021-01-01': vault('standard', 'premium'),
  'Microsoft.KeyVault/vaults@2023-01-01': vault('standard', 'premium', 'hsm'),
  'Microsoft.KeyVault/vaults@2023-06-01-preview': vault('standard', 'premium', 'hsm', 'trial'),
};

interface Checked {
  readonly tree: SourceTree;
  readonly diagnostics: readonly Diagnostic[];
  /** The places and messages of all remarks. */
  readonly found: readonly string[];
}

const SETTING = { file: someFile, start: 0, end: 8 };

async function check(
  files: Readonly<Record<string, string>>,
  type: string,
  apiVersion: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Checked> {
  const template = { resources: [{ type, apiVersion, name: 'ex01', ...body }] };
  const tree = memoryTree({ ...files, 'main.json': JSON.stringify(template) });
  const { resources } = evaluateTemplate(tree, 'main.json', { parameterFiles: [] });
  assert.equal(resources.length, 1);
  const folder = { tree, folder: { path: 'types', range: SETTING } };
  const diagnostics = arrangeDiagnostics(await checkResourceTypes(resources, folder));
  const found = diagnostics.map(({ range, message }) => `${range && textOf(range)}: ${message}`);
  return { tree, diagnostics, found };
}

const inVault = async (apiVersion: string, body: Readonly<Record<string, unknown>>) =>
  (await check(indexOf(VAULTS), 'microsoft.keyvault/VAULTS', apiVersion, body)).found;

describe('a folder of resource types', () => {
  it('tells misspelt properties of types that exvet does not read itself', async () => {
    assert.deepEqual(await inVault('2023-01-01', { retentionDay: 7 }), [
      `"retentionDay": exvet knows no property 'retentionDay' in microsoft.keyvault/VAULTS. Did you mean 'retentionDays'?`,
    ]);
  });

  it('tells values that an enum does not have', async () => {
    assert.deepEqual(await inVault('2023-01-01', { tier: 'premum' }), [
      `"premum": 'premum' is no value of 'tier' of microsoft.keyvault/VAULTS. Did you mean 'premium'?`,
    ]);
  });

  it('accepts other values of open enums, anything in `any`, and what is read-only', async () => {
    const body = { mode: 'Opem', settings: { setings: 1 }, vaultUri: 'https://ex01' };
    assert.deepEqual(await inVault('2023-01-01', body), []);
  });

  it('accepts the names of children, which a template writes with those of their parents', async () => {
    assert.deepEqual(await inVault('2023-01-01', { name: 'ex01/default' }), []);
  });

  it('takes a type in the API version of the resource', async () => {
    assert.equal((await inVault('2021-01-01', { tier: 'hsm' })).length, 1);
    assert.deepEqual(await inVault('2023-06-01-preview', { tier: 'trial' }), []);
    assert.equal((await inVault('2023-01-01', { tier: 'trial' })).length, 1);
  });

  it('takes the next later version when it does not have that one, and no preview', async () => {
    assert.deepEqual(await inVault('2022-01-01', { tier: 'hsm' }), []);
    assert.equal((await inVault('2022-01-01', { tier: 'trial' })).length, 1);
  });

  it('takes its latest version for a newer one, which may have more values', async () => {
    assert.deepEqual(await inVault('2025-01-01', { tier: 'trial' }), []);
    assert.equal((await inVault('2025-01-01', { retentionDay: 7 })).length, 1);
  });

  it('checks an object whose kind decides about its properties by that kind', async () => {
    const files = indexOf({ 'Microsoft.Web/sites/config@2023-01-01': discriminated('mode') });
    const found = async (body: Readonly<Record<string, unknown>>) =>
      (await check(files, 'Microsoft.Web/sites/config', '2023-01-01', body)).found.length;
    assert.equal(await found({ mode: 'Web', alwaysOnn: 'x' }), 1);
    assert.equal(await found({ mode: 'logs', coment: 'x' }), 1);
    assert.equal(await found({ mode: 'logs', alwaysOnn: 'x' }), 0);
    assert.equal(await found({ mode: 'other', coment: 'x' }), 0);
    assert.equal(await found({ coment: 'x' }), 0);
  });

  it('takes the kind from the last segment of a name that decides', async () => {
    const files = indexOf({ 'Microsoft.Web/sites/config@2023-01-01': discriminated('name') });
    const body = { name: 'ex01/web', alwaysOnn: 'x' };
    const { found } = await check(files, 'Microsoft.Web/sites/config', '2023-01-01', body);
    assert.deepEqual(found, [
      `"alwaysOnn": exvet knows no property 'alwaysOnn' in Microsoft.Web/sites/config. Did you mean 'alwaysOn'?`,
    ]);
  });

  it('adds to what exvet knows of the types that it reads', async () => {
    const files = indexOf({ 'Microsoft.Compute/disks@2024-03-02': disk });
    const found = async (body: Readonly<Record<string, unknown>>) =>
      (await check(files, 'Microsoft.Compute/disks', '2024-03-02', body)).found.length;
    assert.equal(await found({ newOfIndx: 'x' }), 1);
    assert.equal(await found({ zone: ['1'] }), 1);
    assert.equal(await found({ sku: { name: 'Next_LRS' } }), 0);
    assert.equal(await found({ sku: { name: 'UltraSSD_LRS' } }), 0);
    assert.equal(await found({ sku: { name: 'Premium_LSR' } }), 1);
  });

  it('leaves the types that it does not have to what exvet knows', async () => {
    const { found } = await check(indexOf(VAULTS), 'Microsoft.Compute/disks', '2024-03-02', { zone: ['1'] });
    assert.equal(found.length, 1);
  });

  it('is read only where a type is deployed', async () => {
    const { tree } = await check(indexOf(VAULTS), 'Microsoft.KeyVault/vaults', '2023-01-01', {});
    assert.deepEqual(
      tree.filesRead.map(({ path }) => path),
      ['main.json', 'types/index.json', 'types/microsoft.keyvault.vaults.2023-01-01/types.json'],
    );
  });
});

describe('a broken folder of resource types', () => {
  const message = async (files: Readonly<Record<string, string>>) => {
    const type = 'Microsoft.KeyVault/vaults';
    const { diagnostics } = await check(files, type, '2023-01-01', { tier: 'premum' });
    const [only, ...others] = diagnostics;
    assert.deepEqual(others, []);
    assert.ok(only?.code === 'config-invalid' && only.range === SETTING);
    return only.message;
  };
  const TYPES = 'types/microsoft.keyvault.vaults.2023-01-01/types.json';

  it('is reported once, at the setting', async () => {
    assert.equal(
      await message({}),
      "The resource types of the folder cannot be used. There is no file 'types/index.json'.",
    );
    assert.equal(
      await message({ 'types/index.json': '{' }),
      "The resource types of the folder cannot be used. 'types/index.json' is not JSON as @azure/bicep-types writes it.",
    );
    for (const index of ['[]', '{}', '{"resources": {"a": 1}}', '{"resources": {"a@b": {}}}']) {
      assert.equal(
        await message({ 'types/index.json': index }),
        "The resource types of the folder cannot be used. 'types/index.json' is not an index of resource types.",
      );
    }
  });

  it('is one whose types file is missing or no types file', async () => {
    const { [TYPES]: _, ...files } = indexOf(VAULTS);
    assert.equal(
      await message(files),
      `The resource types of the folder cannot be used. There is no file '${TYPES}'.`,
    );
    for (const text of ['[1]', '[{"$type": "ObjectType"}]', '[{"$type": "UnionType", "elements": [1]}]']) {
      assert.match(
        await message({ ...files, [TYPES]: text }),
        /types\.json' is not a file of resource types/,
      );
    }
  });

  it('is reported without a resource to check, too', async () => {
    const tree = memoryTree({ 'main.tf': '' });
    const found = async (path: string) =>
      (await checkResourceTypes([], { tree, folder: { path, range: SETTING } })).map(item => item.message);
    assert.deepEqual(await found('../types'), [
      "The resource types of the folder cannot be used. '../types' leads out of the scanned tree.",
    ]);
    assert.equal((await found('types')).length, 1);
  });
});
