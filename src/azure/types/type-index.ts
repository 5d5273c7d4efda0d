import { type ObjectShape, Shapes } from './shapes.ts';

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
 * most runs need neither.
 */
export function typeIndex(): Promise<TypeIndex> {
  loading ??= load();
  return loading;
}

async function load(): Promise<TypeIndex> {
  const [bicepTypes, files] = await Promise.all([import('@azure/bicep-types'), import('./index-files.ts')]);
  const { readIndexJson, readTypesJson } = bicepTypes;
  const shapes = new Shapes(readTypesJson(files.TYPES_JSON), bicepTypes.TypeBaseKind);
  const bodies = new Map<string, number>();
  const types: string[] = [];
  for (const [resource, { index }] of Object.entries(readIndexJson(files.INDEX_JSON).resources)) {
    const type = resource.slice(0, resource.lastIndexOf('@'));
    types.push(type);
    bodies.set(type.toLowerCase(), index);
  }
  return {
    types,
    bodyOf: type => {
      const body = shapes.bodyAt(bodies.get(type.toLowerCase()));
      return body?.kind === 'object' ? body : undefined;
    },
  };
}
