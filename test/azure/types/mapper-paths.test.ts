import assert from 'node:assert/strict';
import type { Shape } from '../../../src/azure/types/shapes.ts';
import { type TypeIndex, typeIndex } from '../../../src/azure/types/type-index.ts';
import { ARC_EXTENSION, ARC_MACHINE } from '../../../src/estate/mappers/arc-machines.ts';
import * as arcVsphere from '../../../src/estate/mappers/arc-vsphere-inventory.ts';
import { AVS_DATASTORE } from '../../../src/estate/mappers/avs-datastores.ts';
import { AVS_PLACEMENT } from '../../../src/estate/mappers/avs-placement.ts';
import { emptyInventory } from '../../../src/estate/mappers/azure-inventory.ts';
import * as azureLocal from '../../../src/estate/mappers/azure-local-inventory.ts';
import { isResourceManagerType, readResourceManager } from '../../../src/estate/mappers/resource-manager.ts';
import { RESOURCE_MANAGER_NETWORK } from '../../../src/estate/mappers/resource-manager-network.ts';
import type { PathTable } from '../../../src/estate/mappers/resource-paths.ts';
import * as scvmm from '../../../src/estate/mappers/scvmm-inventory.ts';
import { listValue, objectValue, stringValue } from '../../../src/value/make.ts';
import type { Resource } from '../../../src/value/resource.ts';
import type { ObjectValue, Value } from '../../../src/value/value.ts';
import { placeIn, someFile, somewhere } from '../../support/values.ts';

/** In the index so that they are checked; the estate is not read from them. */
const NOT_MAPPED = [
  'Microsoft.Compute/hostGroups',
  'Microsoft.Compute/hostGroups/hosts',
  'Microsoft.Network/publicIPAddresses',
];

/**
 * One reader serves several types here, and asks each for what only another one has. What one of those types
 * does not have is absent in a real template.
 */
const READ_ALIKE: Readonly<Record<string, readonly string[]>> = {
  // Extensions and run commands.
  'Microsoft.Compute/virtualMachines/extensions': [
    'properties.parameters',
    'properties.protectedParameters',
    'properties.source',
  ],
  'Microsoft.Compute/virtualMachines/runCommands': ['properties.protectedSettings', 'properties.settings'],
  'Microsoft.Compute/virtualMachineScaleSets/extensions': [
    'properties.parameters',
    'properties.protectedParameters',
    'properties.source',
  ],
  // The disks and interfaces of machines, and those that the profile of a scale set describes.
  'Microsoft.Compute/virtualMachineScaleSets': [
    'properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations.properties.ipConfigurations.properties.privateIPAddress',
    'properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations.properties.ipConfigurations.properties.privateIPAllocationMethod',
    'properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations.properties.ipConfigurations.properties.publicIPAddress',
    'properties.virtualMachineProfile.storageProfile.dataDisks.managedDisk.id',
    'properties.virtualMachineProfile.storageProfile.dataDisks.vhd',
    'properties.virtualMachineProfile.storageProfile.osDisk.managedDisk.id',
    'properties.virtualMachineProfile.storageProfile.osDisk.vhd',
  ],
  // Snapshots, collections of restore points, and restore points.
  'Microsoft.Compute/restorePointCollections': ['properties.consistencyMode'],
  'Microsoft.Compute/restorePointCollections/restorePoints': ['properties.source'],
  'Microsoft.Compute/snapshots': ['properties.consistencyMode'],
  // The IP configurations of interfaces, and of those that a machine declares itself.
  'Microsoft.Compute/virtualMachines': [
    'properties.networkProfile.networkInterfaceConfigurations.properties.ipConfigurations.properties.privateIPAddress',
    'properties.networkProfile.networkInterfaceConfigurations.properties.ipConfigurations.properties.privateIPAllocationMethod',
    'properties.networkProfile.networkInterfaceConfigurations.properties.ipConfigurations.properties.publicIPAddress',
  ],
  'Microsoft.Network/networkInterfaces': [
    'properties.ipConfigurations.properties.publicIPAddressConfiguration',
  ],
};

/** The paths that the mappers of Azure Local, SCVMM and vSphere read, in resources of each type. */
const PATH_TABLES: readonly PathTable<string>[] = [
  azureLocal.MACHINE,
  azureLocal.DISK,
  azureLocal.CONTAINER,
  azureLocal.INTERFACE,
  azureLocal.NETWORK,
  azureLocal.IMAGE,
  azureLocal.SNAPSHOT,
  ARC_MACHINE,
  ARC_EXTENSION,
  scvmm.MACHINE,
  scvmm.AVAILABILITY_SET,
  arcVsphere.MACHINE,
  AVS_DATASTORE,
  AVS_PLACEMENT,
];

/** The same, below the elements of a list. */
const ELEMENT_TABLES: readonly (readonly [list: string, table: PathTable<string>])[] = [
  ['properties.storageProfile.disks', scvmm.DISK],
  ['properties.networkProfile.networkInterfaces', scvmm.INTERFACE],
  ['properties.storageProfile.disks', arcVsphere.DISK],
  ['properties.networkProfile.networkInterfaces', arcVsphere.INTERFACE],
];

/** What such a table has on a type that the index knows. */
function pathsInTables(index: TypeIndex): readonly (readonly [type: string, path: string])[] {
  const known = new Map(index.types.map(type => [type.toLowerCase(), type]));
  const pathsOf = (table: PathTable<string>, below = ''): (readonly [string, string])[] =>
    Object.entries(table).flatMap(([name, paths]) => {
      const type = known.get(name);
      return type === undefined
        ? []
        : Object.values(paths).flatMap(path => (path === undefined ? [] : [[type, below + path] as const]));
    });
  return [
    ...PATH_TABLES.flatMap(table => pathsOf(table)),
    ...ELEMENT_TABLES.flatMap(([list, table]) => pathsOf(table, `${list}.`)),
  ];
}

/** Whether a type has what a path of a table names; a number stands for an element of a list. */
function hasPath(shape: Shape | undefined, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return shape !== undefined;
  if (shape?.kind === 'array') return hasPath(shape.item(), /^\d+$/.test(step) ? rest : [step, ...rest]);
  if (shape?.kind !== 'object') return false;
  const property = [...shape.properties.values()].find(({ name }) => name === step);
  return property !== undefined && hasPath(property.shape(), rest);
}

/** The entries of an object which note each name that is asked for and is not one of the type's. */
class WatchedEntries extends Map<string, Value> {
  readonly #known: ReadonlySet<string>;
  readonly #path: string;
  readonly #strange: Set<string>;

  constructor(known: ReadonlySet<string>, path: string, strange: Set<string>) {
    super();
    this.#known = known;
    this.#path = path;
    this.#strange = strange;
  }

  override get(name: string): Value | undefined {
    if (!this.#known.has(name)) this.#strange.add(under(this.#path, name));
    return super.get(name);
  }
}

const under = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** A value that has everything its type has, but for the paths that are absent. */
function sampleOf(
  shape: Shape,
  path: string,
  isAbsent: (path: string, shape: Shape) => boolean,
  strange: Set<string>,
): Value {
  switch (shape.kind) {
    case 'object': {
      const properties = [...shape.properties.values()];
      const entries = new WatchedEntries(new Set(properties.map(({ name }) => name)), path, strange);
      for (const property of properties) {
        const inner = under(path, property.name);
        if (isAbsent(inner, property.shape())) continue;
        entries.set(property.name, sampleOf(property.shape(), inner, isAbsent, strange));
      }
      return objectValue(entries, somewhere);
    }
    case 'array':
      return listValue([sampleOf(shape.item(), path, isAbsent, strange)], somewhere);
    case 'enum':
      return stringValue(shape.values[0] ?? '', somewhere);
    // The built-in index has none.
    case 'variants':
    case 'other':
      return stringValue('1', somewhere);
  }
}

function pathsOf(shape: Shape, path = ''): string[] {
  if (shape.kind === 'array') return pathsOf(shape.item(), path);
  if (shape.kind !== 'object') return [];
  return [...shape.properties.values()].flatMap(({ name, shape }) => [
    under(path, name),
    ...pathsOf(shape(), under(path, name)),
  ]);
}

function resourceOf(type: string, body: ObjectValue): Resource {
  const range = placeIn(someFile, 'name');
  return {
    address: `${type}/${type
      .split('/')
      .slice(1)
      .map(() => 'x')
      .join('/')}`,
    language: 'arm',
    mode: 'managed',
    type,
    body,
    callPath: [],
    range,
    block: range,
    dependsOn: [],
  };
}

/** The paths that the mapper asks a resource for and that its type does not have, whatever the resource has. */
function strangePaths(index: TypeIndex, type: string): string[] {
  const body = index.bodyOf(type);
  assert.ok(body !== undefined, type);
  const strange = new Set<string>();
  const read = (isAbsent: (path: string, shape: Shape) => boolean): void => {
    const sample = sampleOf(body, '', isAbsent, strange);
    assert.ok(sample.kind === 'object');
    readResourceManager(resourceOf(type, sample), emptyInventory());
  };
  read(() => false);
  read((_, shape) => shape.kind === 'other' || shape.kind === 'enum');
  for (const absent of pathsOf(body)) read(path => path === absent);
  return [...strange].sort();
}

describe('every path that the ARM mapper reads', () => {
  it('is in the type index under that very name', async () => {
    const index = await typeIndex();
    const found = index.types
      .map(type => [type, strangePaths(index, type)] as const)
      .filter(([, paths]) => paths.length > 0);
    assert.deepEqual(Object.fromEntries(found), READ_ALIKE);
  });

  it('of Azure Local, SCVMM and vSphere is in the index', async () => {
    const index = await typeIndex();
    const paths = pathsInTables(index);
    assert.deepEqual(
      // The scope of an extension resource stands beside its properties, whatever its type.
      paths.filter(([type, path]) => path !== 'scope' && !hasPath(index.bodyOf(type), path.split('.'))),
      [['Microsoft.AzureStackHCI/virtualMachines', 'properties.placementProfile.zone']],
    );
    assert.deepEqual(
      PATH_TABLES.flatMap(table => Object.keys(table)).filter(
        type => type.startsWith('microsoft.') && !index.types.some(known => known.toLowerCase() === type),
      ),
      [],
    );
  });

  it('belongs to a type in the index', async () => {
    const index = await typeIndex();
    const { types } = index;
    const inTables = new Set(pathsInTables(index).map(([type]) => type));
    assert.deepEqual(
      types.filter(type => !isResourceManagerType(type) && !inTables.has(type)),
      NOT_MAPPED,
    );
    assert.deepEqual(
      Object.keys(RESOURCE_MANAGER_NETWORK).filter(type => !types.includes(type)),
      [],
    );
  });
});
