import assert from 'node:assert/strict';
import { DEFAULT_CONFIG, readConfig } from '../../src/session/config.ts';
import { deploymentName } from '../../src/session/estates.ts';
import { evaluate } from '../../src/session/evaluate.ts';
import type { Request } from '../../src/session/request.ts';
import { textOf } from '../../src/source/range.ts';
import { memoryTree } from '../support/memory-tree.ts';

async function deployed(files: Record<string, string>, request: Partial<Request> = {}): Promise<string[]> {
  const { deployments } = await evaluate({
    tree: memoryTree(files),
    paths: ['.'],
    config: DEFAULT_CONFIG,
    variables: [],
    parameters: [],
    changedOnly: false,
    ...request,
  });
  return deployments.map(deploymentName);
}

const template = (resources: object[] = []): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources,
  });

const PARAMETERS = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
  contentVersion: '1.0.0.0',
  parameters: {},
});

const linkTo = (path: string): object => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2022-09-01',
  name: 'linked',
  properties: {
    mode: 'Incremental',
    templateLink: { uri: `[uri(deployment().properties.templateLink.uri, '${path}')]` },
  },
});

const CALLER = 'module "vm" {\n  source = "../modules/vm"\n}\n';

describe('what is deployed together', () => {
  it('is a root module with the modules that it calls', async () => {
    assert.deepEqual(
      await deployed({ 'prod/main.tf': CALLER, 'test/main.tf': CALLER, 'modules/vm/main.tf': '' }),
      ['prod', 'test'],
    );
  });

  it('is a template with each parameter file that lies beside it under its name', async () => {
    const files = {
      'azuredeploy.json': template(),
      'azuredeploy.parameters.json': PARAMETERS,
      'azuredeploy.parameters.prod.json': PARAMETERS,
      'other.parameters.json': PARAMETERS,
      'main.json': template(),
    };
    assert.deepEqual(await deployed(files), [
      'azuredeploy.json with azuredeploy.parameters.json',
      'azuredeploy.json with azuredeploy.parameters.prod.json',
      'main.json',
    ]);
  });

  it('is a template with the parameters that exvet.yaml or the command line name', async () => {
    const files = {
      'main.json': template(),
      'main.parameters.json': PARAMETERS,
      'a.json': PARAMETERS,
      'b.json': PARAMETERS,
    };
    const place = { file: memoryTree(files).text('main.json'), start: 0, end: 0 };
    assert.ok('text' in place.file);
    const range = { ...place, file: place.file };
    const config = {
      ...DEFAULT_CONFIG,
      deployments: [{ template: { value: 'main.json', range }, parameters: ['a.json', 'b.json'] }],
    };
    assert.deepEqual(await deployed(files, { config }), ['main.json with a.json', 'main.json with b.json']);
    assert.deepEqual(await deployed(files, { config, parameters: ['a.json'] }), ['main.json with a.json']);
  });

  it('does not count a linked template by itself', async () => {
    const files = { 'azuredeploy.json': template([linkTo('nested/vm.json')]), 'nested/vm.json': template() };
    assert.deepEqual(await deployed(files), ['azuredeploy.json']);
    assert.deepEqual(await deployed(files, { paths: ['nested/vm.json'] }), ['nested/vm.json']);
  });
});

describe('with changed files only', () => {
  const files = {
    'prod/main.tf': CALLER,
    'prod/terraform.tfvars': '',
    'test/main.tf': CALLER,
    'other/main.tf': '',
    'modules/vm/main.tf': '',
    'arm/main.json': template([linkTo('nested.json')]),
    'arm/nested.json': template(),
    'arm/main.parameters.json': PARAMETERS,
  };
  const reachedFrom = (...paths: string[]): Promise<string[]> =>
    deployed(files, { paths, changedOnly: true });

  it('a module reaches every root module that calls it', async () => {
    assert.deepEqual(await reachedFrom('modules/vm/main.tf'), ['prod', 'test']);
  });

  it('a file of a root module, its variables included, reaches that one', async () => {
    assert.deepEqual(await reachedFrom('prod/main.tf'), ['prod']);
    assert.deepEqual(await reachedFrom('prod/terraform.tfvars'), ['prod']);
  });

  it('a linked template or a parameter file reaches the template that uses it', async () => {
    assert.deepEqual(await reachedFrom('arm/nested.json'), ['arm/main.json with main.parameters.json']);
    assert.deepEqual(await reachedFrom('arm/main.parameters.json'), [
      'arm/main.json with main.parameters.json',
    ]);
  });

  it('a variables file that exvet.yaml names reaches every root module', async () => {
    const config = {
      ...DEFAULT_CONFIG,
      terraform: { ...DEFAULT_CONFIG.terraform, varFiles: ['vars/all.tfvars'] },
    };
    const paths = ['vars/all.tfvars'];
    assert.deepEqual(
      await deployed({ ...files, 'vars/all.tfvars': '' }, { paths, config, changedOnly: true }),
      ['other', 'prod', 'test'],
    );
  });

  it('a file that has no part in anything reaches nothing', async () => {
    assert.deepEqual(await reachedFrom('readme.md'), []);
  });
});

describe('a Bicep parameters file that is only a base for others', () => {
  it('is read, so that its mistakes are told', async () => {
    const { diagnostics, deployments } = await evaluate({
      tree: memoryTree({ 'base.bicepparam': 'using none\nparam size = = 1\n' }),
      paths: ['.'],
      config: DEFAULT_CONFIG,
      variables: [],
      parameters: [],
      changedOnly: false,
    });
    const found = [...diagnostics, ...deployments.flatMap(deployment => deployment.diagnostics)];
    assert.deepEqual(
      found.map(({ code, message }) => `${code} ${message}`),
      ['bicep-syntax BCP009: A value is expected here.'],
    );
  });
});

describe('the folder of resource types that exvet.yaml names', () => {
  const found = async (files: Record<string, string>): Promise<string[]> => {
    const tree = memoryTree({ ...files, 'exvet.yaml': 'version: 1\ntypes: types\n' });
    const config = await readConfig(tree, 'exvet.yaml');
    assert.ok('types' in config);
    const request = { tree, paths: ['.'], config, variables: [], parameters: [], changedOnly: false };
    const { diagnostics, deployments } = await evaluate(request);
    assert.deepEqual(deployments.map(deploymentName), ['main.json']);
    return diagnostics.map(({ code, message, range }) => `${code} ${range && textOf(range)}: ${message}`);
  };
  const main = template([
    { type: 'Microsoft.KeyVault/vaults', apiVersion: '2023-07-01', name: 'ex01', properteis: {} },
  ]);

  it('is used for the check of templates, and not scanned', async () => {
    const body = {
      $type: 'ObjectType',
      name: 'Vault',
      properties: { properties: { type: { $ref: '#/2' } } },
    };
    const files = {
      'types/index.json': JSON.stringify({
        resources: { 'Microsoft.KeyVault/vaults@2023-07-01': { $ref: 'kv/types.json#/1' } },
      }),
      'types/kv/types.json': JSON.stringify([
        body,
        { $type: 'ResourceType', name: 'Microsoft.KeyVault/vaults@2023-07-01', body: { $ref: '#/0' } },
        { $type: 'AnyType' },
      ]),
      'types/sample.json': template(),
    };
    assert.deepEqual(await found({ ...files, 'main.json': main }), [
      `arm-property "properteis": exvet knows no property 'properteis' in Microsoft.KeyVault/vaults. Did you mean 'properties'?`,
    ]);
  });

  it('is a mistake of the configuration when it is not there', async () => {
    assert.deepEqual(await found({ 'main.json': main }), [
      "config-invalid types: The resource types of the folder cannot be used. There is no file 'types/index.json'.",
    ]);
  });
});
