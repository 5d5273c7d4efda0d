import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DISK_SKUS } from '../../../src/azure/disk-skus.ts';
import type { Shape } from '../../../src/azure/types/shapes.ts';
import { typeIndex } from '../../../src/azure/types/type-index.ts';

/** The shape at a path of canonical names in a resource type. */
async function shapeAt(type: string, ...path: readonly string[]): Promise<Shape> {
  let shape: Shape | undefined = (await typeIndex()).bodyOf(type);
  for (const name of path) {
    if (shape?.kind === 'array') shape = shape.item();
    assert.ok(shape?.kind === 'object', name);
    const property = shape.properties.get(name.toLowerCase());
    assert.equal(property?.name, name);
    shape = property?.shape();
  }
  assert.ok(shape !== undefined);
  return shape;
}

describe('the type index', () => {
  it('is what scripts/build-types.mjs makes from the facts', async () => {
    const script: unknown = await import(pathToFileURL('scripts/build-types.mjs').href);
    assert.ok(script !== null && typeof script === 'object' && 'typeIndexModule' in script);
    assert.ok(typeof script.typeIndexModule === 'function');
    assert.equal(script.typeIndexModule(), readFileSync('src/azure/types/index-files.ts', 'utf8'));
  });

  it('finds a type in any case', async () => {
    const index = await typeIndex();
    assert.ok(index.bodyOf('microsoft.compute/VIRTUALMACHINES') !== undefined);
    assert.equal(index.bodyOf('Microsoft.Compute/images'), undefined);
  });

  it('knows the disk SKUs that policies judge by, and no others', async () => {
    for (const path of [
      ['Microsoft.Compute/disks', 'sku', 'name'],
      [
        'Microsoft.Compute/virtualMachines',
        'properties',
        'storageProfile',
        'osDisk',
        'managedDisk',
        'storageAccountType',
      ],
      [
        'Microsoft.Compute/virtualMachines',
        'properties',
        'storageProfile',
        'dataDisks',
        'managedDisk',
        'storageAccountType',
      ],
    ]) {
      const [type = '', ...properties] = path;
      assert.deepEqual(await shapeAt(type, ...properties), {
        kind: 'enum',
        values: [...DISK_SKUS.keys()],
        isClosed: true,
      });
    }
  });

  it('tells enums that take other values from those that do not', async () => {
    assert.deepEqual(await shapeAt('Microsoft.Compute/virtualMachines', 'properties', 'priority'), {
      kind: 'enum',
      values: ['Regular', 'Low', 'Spot', 'SpotPlus'],
      isClosed: false,
    });
    assert.deepEqual(await shapeAt('Microsoft.Network/routeTables/routes', 'properties', 'nextHopType'), {
      kind: 'enum',
      values: [
        'VirtualNetworkGateway',
        'VnetLocal',
        'Internet',
        'VirtualAppliance',
        'VirtualApplianceEcmp',
        'None',
      ],
      isClosed: true,
    });
  });

  it('leaves tags free, and gives them to tracked resources only', async () => {
    const tags = await shapeAt('Microsoft.Compute/disks', 'tags');
    assert.ok(tags.kind === 'object' && tags.isOpen && tags.properties.size === 0);
    const subnet = (await typeIndex()).bodyOf('Microsoft.Network/virtualNetworks/subnets');
    assert.deepEqual(
      [...(subnet?.properties.values() ?? [])].map(({ name }) => name),
      ['id', 'name', 'type', 'apiVersion', 'properties'],
    );
  });

  it('has the properties of each kind of an object and of all kinds', async () => {
    const properties = await shapeAt(
      'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
      'properties',
    );
    assert.ok(properties.kind === 'variants');
    assert.equal(properties.discriminator, 'protectedItemType');
    const machine = properties.variants.get('microsoft.compute/virtualmachines')?.();
    const share = properties.variants.get('azurefileshareprotecteditem')?.();
    assert.deepEqual(
      [machine, share].map(kind => [
        kind?.properties.get('sourceresourceid')?.name,
        kind?.properties.get('virtualmachineid')?.name,
      ]),
      [
        ['sourceResourceId', 'virtualMachineId'],
        ['sourceResourceId', undefined],
      ],
    );
  });
});
