import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../src/session/config.ts';
import { deploymentName } from '../../src/session/estates.ts';
import { evaluate } from '../../src/session/evaluate.ts';
import type { Request } from '../../src/session/request.ts';
import { locationOf } from '../../src/source/range.ts';
import { memoryTree } from '../support/memory-tree.ts';

type Files = Readonly<Record<string, string>>;

async function evaluated(files: Files, request: Partial<Request> = {}) {
  const { deployments, diagnostics } = await evaluate({
    tree: memoryTree(files),
    paths: ['.'],
    config: DEFAULT_CONFIG,
    variables: [],
    parameters: [],
    changedOnly: false,
    ...request,
  });
  const remarks = diagnostics.map(({ code, message, range }) => {
    const place = range && locationOf(range);
    return `${place ? `${place.file}:${place.startLine}` : '-'} ${code}: ${message}`;
  });
  return { names: deployments.map(deploymentName), remarks, deployments };
}

const BICEP = `
param sku string
param prefix string = 'ex01'
resource db 'Microsoft.Compute/disks@2024-03-02' = {
  name: '\${prefix}-db'
  location: resourceGroup().location
  sku: { name: sku }
  properties: { diskSizeGB: 1024, creationData: { createOption: 'Empty' } }
}
resource log 'Microsoft.Compute/disks@2024-03-02' = {
  name: '\${prefix}-log'
  location: db.location
  sku: { name: sku }
  properties: { diskSizeGB: 256 }
}
`;

const disk = (name: string, size: number, properties: object = {}): object => ({
  type: 'Microsoft.Compute/disks',
  apiVersion: '2024-03-02',
  name: `[format('{0}-${name}', parameters('prefix'))]`,
  location: '[resourceGroup().location]',
  sku: { name: "[parameters('sku')]" },
  properties: { diskSizeGB: size, ...properties },
});

const DB = disk('db', 1024, { creationData: { createOption: 'Empty' } });
const LOG = {
  ...disk('log', 256),
  location:
    "[reference(resourceId('Microsoft.Compute/disks', format('{0}-db', parameters('prefix'))), '2024-03-02', 'full').location]",
};

const compiled = (resources: readonly object[], generator = 'bicep'): string =>
  JSON.stringify(
    {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      metadata: { _generator: { name: generator, version: '0.38.33.27573', templateHash: '1' } },
      parameters: { sku: { type: 'string' }, prefix: { type: 'string', defaultValue: 'ex01' } },
      resources,
    },
    null,
    2,
  );

const parameters = (sku: string): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: { sku: { value: sku } },
  });

describe('a template that was compiled from the Bicep file beside it', () => {
  it('is the deployment of that file, whose resources may stand in another order', async () => {
    const { names, remarks, deployments } = await evaluated({
      'main.bicep': BICEP,
      'main.json': compiled([LOG, DB]),
    });
    assert.deepEqual({ names, remarks }, { names: ['main.bicep'], remarks: [] });
    assert.deepEqual(
      deployments[0]?.files.map(file => file.path),
      ['main.bicep', 'main.json'],
    );
  });

  it('is so with each parameter file', async () => {
    const files = {
      'main.bicep': BICEP,
      'main.json': compiled([DB, LOG]),
      'main.parameters.json': parameters('Premium_LRS'),
      'main.parameters.dr.json': parameters('Standard_LRS'),
    };
    const { names } = await evaluated(files);
    assert.deepEqual(names, [
      'main.bicep with main.parameters.dr.json',
      'main.bicep with main.parameters.json',
    ]);
  });

  it('adds nothing to the .bicepparam files that use the Bicep file', async () => {
    const { names } = await evaluated({
      'main.bicep': BICEP,
      'main.json': compiled([DB, LOG]),
      'prod.bicepparam': "using 'main.bicep'\nparam sku = 'Premium_LRS'",
    });
    assert.deepEqual(names, ['main.bicep with prod.bicepparam']);
  });

  it('is deployed with the parameters that exvet.yaml names for it', async () => {
    const files = {
      'main.bicep': BICEP,
      'main.json': compiled([DB, LOG]),
      'p.json': parameters('Premium_LRS'),
    };
    const file = memoryTree(files).text('main.json');
    assert.ok('text' in file);
    const template = { value: 'main.json', range: { file, start: 0, end: 0 } };
    const config = { ...DEFAULT_CONFIG, deployments: [{ template, parameters: ['p.json'] }] };
    const { names } = await evaluated(files, { config });
    assert.deepEqual(names, ['main.bicep', 'main.bicep with p.json']);
  });

  it('is found when the template is what has changed', async () => {
    const files = { 'main.bicep': BICEP, 'main.json': compiled([DB, LOG]) };
    const { names } = await evaluated(files, { paths: ['main.json'], changedOnly: true });
    assert.deepEqual(names, ['main.bicep']);
  });

  it('is not looked for when the template alone is scanned', async () => {
    const files = { 'main.bicep': BICEP, 'main.json': compiled([DB, LOG]) };
    assert.deepEqual((await evaluated(files, { paths: ['main.json'] })).names, ['main.json']);
  });
});

describe('a template that deploys something else than the Bicep file beside it', () => {
  const WARNING = "Both are judged; compile it again with 'bicep build'.";

  async function found(resources: readonly object[]): Promise<readonly string[]> {
    const { names, remarks } = await evaluated({ 'main.bicep': BICEP, 'main.json': compiled(resources) });
    assert.deepEqual(names, ['main.json', 'main.bicep']);
    return remarks.map(remark => remark.replace(` ${WARNING}`, ''));
  }

  it('stays, and the first value that differs is named', async () => {
    assert.deepEqual(await found([disk('db', 512, { creationData: { createOption: 'Empty' } }), LOG]), [
      "main.json:30 bicep-json-stale: main.json is not what main.bicep compiles to: 'properties.diskSizeGB' of Microsoft.Compute/disks/ex01-db is 512, and 1024 in main.bicep.",
    ]);
    const open = { ...DB, sku: { name: "[concat('Premium', '_LRS')]" } };
    assert.deepEqual(await found([open, LOG]), [
      "main.json:27 bicep-json-stale: main.json is not what main.bicep compiles to: 'sku.name' of Microsoft.Compute/disks/ex01-db is Premium_LRS, and unknown (parameter sku has no value: give a parameter file) in main.bicep.",
    ]);
  });

  it('stays for a property more or less', async () => {
    assert.deepEqual(await found([disk('db', 1024), LOG]), [
      "main.json:22 bicep-json-stale: main.json is not what main.bicep compiles to: 'properties.creationData' of Microsoft.Compute/disks/ex01-db is absent, and {createOption = Empty} in main.bicep.",
    ]);
  });

  it('stays for a resource more or less', async () => {
    assert.deepEqual(await found([DB]), [
      '- bicep-json-stale: main.json is not what main.bicep compiles to: it lacks Microsoft.Compute/disks/ex01-log, which main.bicep has.',
    ]);
    assert.deepEqual(await found([DB, LOG, disk('more', 1)]), [
      'main.json:49 bicep-json-stale: main.json is not what main.bicep compiles to: it has Microsoft.Compute/disks/ex01-more, which main.bicep does not have.',
    ]);
  });

  it('stays for another condition', async () => {
    const conditional = { ...DB, condition: "[equals(parameters('sku'), 'Premium_LRS')]" };
    assert.deepEqual(await found([conditional, LOG]), [
      "main.json:35 bicep-json-stale: main.json is not what main.bicep compiles to: 'condition' of Microsoft.Compute/disks/ex01-db is unknown (parameter sku has no value: give a parameter file), and absent in main.bicep.",
    ]);
  });

  it('stays with all its parameter files, and is told once', async () => {
    const { names, remarks } = await evaluated({
      'main.bicep': BICEP,
      'main.json': compiled([DB]),
      'main.parameters.json': parameters('Premium_LRS'),
      'main.parameters.dr.json': parameters('Standard_LRS'),
    });
    assert.equal(names.length, 4);
    assert.equal(remarks.length, 1);
  });
});

describe('a template beside a Bicep file', () => {
  it('stays without a word when another tool wrote it', async () => {
    const files = { 'main.bicep': BICEP, 'main.json': compiled([DB, LOG], 'other') };
    assert.deepEqual(
      { ...(await evaluated(files)), deployments: [] },
      { names: ['main.json', 'main.bicep'], remarks: [], deployments: [] },
    );
  });

  it('stays without a word when the Bicep file lacks modules that the template holds', async () => {
    const module = "module m 'br/public:avm/res/x/y:1.0.0' = { name: 'm' }";
    const { names, remarks } = await evaluated({
      'main.bicep': BICEP + module,
      'main.json': compiled([DB, LOG]),
    });
    assert.deepEqual({ names, remarks }, { names: ['main.json', 'main.bicep'], remarks: [] });
  });
});
