import { type ObjectShape, type Shape, Shapes } from './shapes.ts';

/** The properties of the Azure resource types that exvet reads, each in one API version. */
export interface TypeIndex {
  /** The types in it, as Resource Manager writes them: `Microsoft.Compute/disks`. */
  readonly types: readonly string[];
  /** The body of a resource type in any case; `undefined` when the index does not have it. */
  bodyOf(type: string): ObjectShape | undefined;
}

let loading: Promise<TypeIndex> | undefined;

/**
 * The index of the types that exvet reads. The package and the index are loaded with the first call, since
 * many runs need neither.
 */
export function typeIndex(): Promise<TypeIndex> {
  loading ??= load();
  return loading;
}

async function load(): Promise<TypeIndex> {
  const [bicepTypes, files] = await Promise.all([import('@azure/bicep-types'), import('./index-files.ts')]);
  const { readIndexJson, readTypesJson, TypeBaseKind } = bicepTypes;
  const { resources } = readIndexJson(files.INDEX_JSON);
  const read = new Map<string, Shapes>();
  // A file is read when a type in it is asked for: that takes most of the time.
  const shapesIn = (path: string): Shapes => {
    const shapes = read.get(path) ?? new Shapes(readTypesJson(files.TYPES_JSON[path] ?? '[]'), TypeBaseKind);
    read.set(path, shapes);
    return shapes;
  };
  const types: string[] = [];
  const bodies = new Map<string, () => Shape | undefined>();
  for (const [resource, { relativePath, index }] of Object.entries(resources)) {
    const type = resource.slice(0, resource.lastIndexOf('@'));
    types.push(type);
    bodies.set(type.toLowerCase(), () => shapesIn(relativePath).bodyAt(index));
  }
  return {
    types,
    bodyOf: type => {
      const body = bodies.get(type.toLowerCase())?.();
      return body?.kind === 'object' ? body : undefined;
    },
  };
}
