import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { mayBeIndexed } from '../../../src/azure/types/check.ts';
import type { ObjectShape, Shape } from '../../../src/azure/types/shapes.ts';
import { type TypeIndex, typeIndex } from '../../../src/azure/types/type-index.ts';
import { NodeFileSystem } from '../../../src/cli/node-file-system.ts';
import { DEFAULT_CONFIG } from '../../../src/session/config.ts';
import { buildEstates } from '../../../src/session/estates.ts';
import { evaluate } from '../../../src/session/evaluate.ts';
import { SourceTree } from '../../../src/source/tree.ts';
import { listValue, objectValue, stringValue } from '../../../src/value/make.ts';
import type { Resource } from '../../../src/value/resource.ts';
import type { ObjectValue, Value } from '../../../src/value/value.ts';
import { placeIn, someFile, somewhere } from '../../support/values.ts';
import { READ_ALIKE, readingKnownPaths, WatchedTypes } from '../../support/watched-types.ts';

/** In the index so that they are checked; no mapper has a reader for them. */
const NOT_MAPPED = [
  'Microsoft.Compute/hostGroups',
  'Microsoft.Compute/hostGroups/hosts',
  'Microsoft.Network/publicIPAddresses',
];

const MAPPERS = new URL('../../../src/estate/mappers/', import.meta.url);

/** A table of a mapper with Resource Manager types for its keys: readers of them, or paths in them. */
interface TypeTable {
  readonly module: string;
  readonly name: string;
  readonly entries: ReadonlyMap<string, unknown>;
}

/** All that the modules of the mappers export. */
async function typeTables(): Promise<readonly TypeTable[]> {
  const modules = readdirSync(MAPPERS).filter(name => name.endsWith('.js'));
  const tables = await Promise.all(
    modules.map(async (module): Promise<readonly TypeTable[]> => {
      const exports: unknown = await import(new URL(module, MAPPERS).href);
      assert.ok(isRecord(exports));
      return Object.entries(exports).flatMap(([name, exported]) => {
        const types = isRecord(exported) ? Object.entries(exported).filter(([key]) => isType(key)) : [];
        return types.length === 0 ? [] : [{ module, name, entries: new Map(types) }];
      });
    }),
  );
  return tables.flat();
}

const isType = (key: string): boolean => /^microsoft\.\w+\//i.test(key);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pathsIn = (paths: unknown): readonly string[] =>
  isRecord(paths) ? Object.values(paths).filter(path => typeof path === 'string') : [];

/** Whether a type has what a path of a table names; a number stands for an element of a list. */
function shapeAt(shape: Shape | undefined, [step, ...rest]: readonly string[]): Shape | undefined {
  if (step === undefined) return shape;
  if (shape?.kind === 'array') return shapeAt(shape.item(), /^\d+$/.test(step) ? rest : [step, ...rest]);
  if (shape?.kind !== 'object') return undefined;
  const property = [...shape.properties.values()].find(({ name }) => name === step);
  return property === undefined ? undefined : shapeAt(property.shape(), rest);
}

/**
 * The paths of a table that a type lacks. They start at the resource, or at the elements of a list that a table of
 * the same module names, whichever fits best.
 */
function lackingIn(
  body: ObjectShape | undefined,
  paths: readonly string[],
  neighbours: readonly string[],
): readonly string[] {
  const lists = neighbours
    .map(path => shapeAt(body, path.split('.')))
    .filter(shape => shape?.kind === 'array');
  const lacking = [body, ...lists].map(base =>
    // The scope of an extension resource stands beside its properties, whatever its type.
    paths.filter(path => path !== 'scope' && shapeAt(base, path.split('.')) === undefined),
  );
  return lacking.reduce((best, other) => (other.length < best.length ? other : best));
}

/** How an object is made up of the properties that its type has. */
interface Sampling {
  /** Which of the kinds that an object can be of; past the last it starts again. */
  readonly kind: number;
  readonly isAbsent: (path: string, shape: Shape) => boolean;
}

/** A value that has everything its type has, but for the paths that are absent. */
function sampleOf(shape: Shape, path: string, sampling: Sampling): Value {
  switch (shape.kind) {
    case 'object':
      return objectValue(sampledEntries(shape, path, sampling), somewhere);
    case 'variants': {
      const [value, variant] = variantOf(shape, sampling.kind);
      const entries = sampledEntries(variant, path, sampling);
      if (entries.has(shape.discriminator)) entries.set(shape.discriminator, stringValue(value, somewhere));
      return objectValue(entries, somewhere);
    }
    case 'array':
      return listValue([sampleOf(shape.item(), path, sampling)], somewhere);
    case 'enum':
      return stringValue(shape.values[0] ?? '', somewhere);
    case 'other':
      return stringValue('1', somewhere);
  }
}

function variantOf(shape: Shape & { kind: 'variants' }, kind: number): readonly [string, ObjectShape] {
  const kinds = [...shape.variants];
  const [value, variant] = kinds[kind % kinds.length] ?? [];
  assert.ok(value !== undefined && variant !== undefined);
  return [value, variant()];
}

function sampledEntries(shape: ObjectShape, path: string, sampling: Sampling): Map<string, Value> {
  const entries = new Map<string, Value>();
  for (const property of shape.properties.values()) {
    const inner = under(path, property.name);
    if (sampling.isAbsent(inner, property.shape())) continue;
    entries.set(property.name, sampleOf(property.shape(), inner, sampling));
  }
  return entries;
}

const under = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The number of kinds that an object in a type can be of, where there are most. */
function kindsIn(shape: Shape): number {
  if (shape.kind === 'array') return kindsIn(shape.item());
  const objects =
    shape.kind === 'variants' ? [...shape.variants.values()].map(variant => variant()) : [shape];
  const inner = objects
    .filter(object => object.kind === 'object')
    .flatMap(({ properties }) => [...properties.values()].map(property => kindsIn(property.shape())));
  return Math.max(objects.length, ...inner);
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

const NOTHING_ELSE = {
  path: 'main.json',
  language: 'arm',
  parameterFiles: [],
  outputs: new Map<string, Value>(),
  diagnostics: [],
  files: [],
  comments: [],
} as const;

/** What all mappers make of resources. */
const estatesOf = (resources: readonly Resource[]): unknown =>
  buildEstates({ deployments: [{ ...NOTHING_ELSE, resources }], diagnostics: [] }, DEFAULT_CONFIG);

/**
 * Has the mappers read a resource of a type with everything in it, and with everything but one part that they ask
 * for: what they ask for then is read in the place of that part.
 */
function readWhatever(index: TypeIndex, type: string, watched: WatchedTypes): void {
  const body = index.bodyOf(type);
  assert.ok(body !== undefined, type);
  const kinds = kindsIn(body);
  for (let kind = 0; kind < kinds; kind++) {
    const read = (isAbsent: Sampling['isAbsent']): void => {
      const sample = sampleOf(body, '', { kind, isAbsent });
      assert.ok(sample.kind === 'object');
      estatesOf([watched.watch(resourceOf(type, sample))]);
    };
    read(() => false);
    read((_, shape) => shape.kind === 'other' || shape.kind === 'enum');
    for (const absent of watched.asked(type)) read(path => path === absent);
  }
}

describe('every path that the mappers read in a Resource Manager resource', () => {
  it('is in the type index under that very name, whatever the resource has', async () => {
    const index = await typeIndex();
    const watched = new WatchedTypes();
    for (const type of index.types) readWhatever(index, type, watched);
    assert.deepEqual(watched.strange, READ_ALIKE);
  });

  it('is in the index where one resource leads to another, as in the samples', async () => {
    const tree = new SourceTree(new NodeFileSystem('.', () => true));
    const { deployments } = await evaluate({
      tree,
      paths: ['samples'],
      config: { ...DEFAULT_CONFIG, exclude: ['samples/*-terraform/**'] },
      variables: [],
      parameters: [],
      changedOnly: false,
    });
    assert.ok(deployments.length >= 8);
    for (const { resources } of deployments) readingKnownPaths(resources, estatesOf);
  });

  it('is in the index when a table of paths names it', async () => {
    const index = await typeIndex();
    const tables = await typeTables();
    const lacking = tables.flatMap(({ module, name, entries }) =>
      [...entries].flatMap(([type, paths]) => {
        const neighbours = tables
          .filter(other => other.module === module)
          .flatMap(other => pathsIn(other.entries.get(type)));
        const missing = lackingIn(index.bodyOf(type), pathsIn(paths), neighbours);
        return missing.map(path => `${module} ${name}: ${path} of ${type}`);
      }),
    );
    assert.deepEqual(lacking, [
      // The tables of the machine of today and of the one that came before it are the same.
      'azure-local-inventory.js MACHINE: properties.placementProfile.zone of microsoft.azurestackhci/virtualmachines',
    ]);
  });
});

describe('the type index', () => {
  it('has the types that the mappers read, and few others', async () => {
    const { types } = await typeIndex();
    const read = new Map(
      (await typeTables()).flatMap(({ entries }) =>
        [...entries.keys()].map(type => [type.toLowerCase(), type]),
      ),
    );
    const indexed = new Map(types.map(type => [type.toLowerCase(), type]));
    assert.deepEqual(
      [...read].filter(([key]) => !indexed.has(key)).map(([, type]) => type),
      [],
    );
    assert.deepEqual(
      [...indexed].filter(([key]) => !read.has(key)).map(([, type]) => type),
      NOT_MAPPED,
    );
  });

  it('is loaded for every type that it has', async () => {
    const { types } = await typeIndex();
    assert.deepEqual(
      types.filter(type => !mayBeIndexed(type)),
      [],
    );
  });
});
