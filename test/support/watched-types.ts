import assert from 'node:assert/strict';
import type { Property, Shape } from '../../src/azure/types/shapes.ts';
import { typeIndex } from '../../src/azure/types/type-index.ts';
import type { Resource } from '../../src/value/resource.ts';
import type { ObjectValue, Value } from '../../src/value/value.ts';

/**
 * Watches what is asked of Resource Manager resources: every name must be one that the type index has, in this
 * very spelling. A mapper that reads a path which no type has would never find anything, and a test whose
 * template writes the same wrong path would not notice.
 */

const INDEX = await typeIndex();

/**
 * One reader serves several types here, and asks each for what only another one has. What one of those types
 * does not have is absent in a real template.
 */
export const READ_ALIKE: Readonly<Record<string, readonly string[]>> = {
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
  // The disks of machines that VMware runs, replicated in the classic and in the modern way.
  'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems':
    ['properties.providerSpecificDetails.disksToInclude.diskSizeInGB'],
  // The machine of Azure Local that came before instances.
  'Microsoft.AzureStackHCI/virtualMachines': ['properties.placementProfile'],
};

/** Where an extension resource stands beside its properties, whatever its type. */
const ANY_TYPE: readonly string[] = ['scope'];

/** What is asked of resources, by their types. */
export class WatchedTypes {
  readonly #asked = new Map<string, Set<string>>();
  readonly #strange = new Map<string, Set<string>>();

  /** The same resource, watched from now on. Only Resource Manager resources have a type in the index. */
  watch(resource: Resource): Resource {
    if (resource.language !== 'arm') return resource;
    const type = canonicalType(resource.type);
    const note = (path: string, isKnown: boolean): void => {
      pathsOf(this.#asked, type).add(path);
      if (!isKnown && !ANY_TYPE.includes(path)) pathsOf(this.#strange, type).add(path);
    };
    const body = watchedValue(resource.body, { shape: INDEX.bodyOf(type), path: '', note });
    assert.ok(body.kind === 'object');
    return { ...resource, body };
  }

  /** The paths that resources of a type were asked for. It grows while they are asked for more. */
  asked(type: string): ReadonlySet<string> {
    return pathsOf(this.#asked, type);
  }

  /** The paths that were asked for and that the type does not have, by type. */
  get strange(): Readonly<Record<string, readonly string[]>> {
    const byType = [...this.#strange].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(byType.map(([type, paths]) => [type, [...paths].sort()]));
  }
}

function pathsOf(byType: Map<string, Set<string>>, type: string): Set<string> {
  const paths = byType.get(type) ?? new Set<string>();
  byType.set(type, paths);
  return paths;
}

/** What a function makes of resources, which must ask them for nothing that their types do not have. */
export function readingKnownPaths<Made>(
  resources: readonly Resource[],
  make: (resources: readonly Resource[]) => Made,
): Made {
  const watched = new WatchedTypes();
  const made = make(resources.map(resource => watched.watch(resource)));
  const lacking = Object.entries(watched.strange).flatMap(([type, paths]) =>
    paths.filter(path => READ_ALIKE[type]?.includes(path) !== true).map(path => `${path} of ${type}`),
  );
  assert.deepEqual(lacking, [], 'paths that a mapper reads and the type index lacks');
  return made;
}

const canonicalType = (type: string): string =>
  INDEX.types.find(known => known.toLowerCase() === type.toLowerCase()) ?? type;

interface Place {
  /** `undefined` where the index knows nothing. */
  readonly shape: Shape | undefined;
  /** Names with dots between them. */
  readonly path: string;
  readonly note: (path: string, isKnown: boolean) => void;
}

function watchedValue(value: Value, place: Place): Value {
  switch (value.kind) {
    case 'object':
      return { ...value, entries: new WatchedEntries(value, place) };
    case 'list': {
      const inside = { ...place, shape: itemOf(place.shape) };
      const elements = value.elements.map(element => watchedValue(element, inside));
      const more = value.more === undefined ? undefined : watchedValue(value.more, place);
      return { ...value, elements, ...(more?.kind === 'unknown' ? { more } : {}) };
    }
    case 'unknown':
      return value.element === undefined
        ? value
        : { ...value, element: watchedValue(value.element, { ...place, shape: itemOf(place.shape) }) };
    default:
      return value;
  }
}

const itemOf = (shape: Shape | undefined): Shape | undefined =>
  shape?.kind === 'array' ? shape.item() : shape;

/** The entries of an object which note each name that is asked for and is not one of the type's. */
class WatchedEntries extends Map<string, Value> {
  readonly #place: Place;

  constructor(object: ObjectValue, place: Place) {
    super();
    // Where a list is due, an object stands for one element.
    this.#place = { ...place, shape: itemOf(place.shape) };
    for (const [name, value] of object.entries) {
      const property = propertiesOf(this.#place.shape, object).get(name.toLowerCase());
      const path = under(place.path, property?.name ?? name);
      this.set(name, watchedValue(value, { ...place, shape: property?.shape(), path }));
    }
  }

  override get(name: string): Value | undefined {
    const { shape, path, note } = this.#place;
    const isFree = shape?.kind === 'object' && shape.isOpen;
    const property = propertiesOf(shape).get(name.toLowerCase());
    note(under(path, name), isFree || property?.name === name);
    return super.get(name);
  }
}

/**
 * By their names in lower case. Of an object of several kinds, those of all kinds: a reader serves more than one of
 * them. Where two have the same one, that of the object's own kind counts.
 */
function propertiesOf(shape: Shape | undefined, object?: ObjectValue): ReadonlyMap<string, Property> {
  if (shape?.kind === 'object') return shape.properties;
  if (shape?.kind !== 'variants') return new Map<string, Property>();
  const kind = [...(object?.entries ?? [])].find(
    ([name]) => name.toLowerCase() === shape.discriminator.toLowerCase(),
  )?.[1];
  const own = kind?.kind === 'string' ? shape.variants.get(kind.value.toLowerCase()) : undefined;
  const kinds = [...shape.variants.values(), ...(own === undefined ? [] : [own])];
  return new Map(kinds.flatMap(variant => [...variant().properties]));
}

const under = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
