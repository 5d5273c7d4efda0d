import type { BicepType, TypeBaseKind, TypeReference } from '@azure/bicep-types';

/** What the type index tells of a value. */
export type Shape =
  | ObjectShape
  | { readonly kind: 'array'; readonly item: () => Shape }
  | EnumShape
  /** Numbers, text, and what the index does not describe further. */
  | { readonly kind: 'other' };

export interface ObjectShape {
  readonly kind: 'object';
  /** By their names in lower case: Resource Manager ignores case. */
  readonly properties: ReadonlyMap<string, Property>;
  /** It takes names that no one can list: tags. */
  readonly isOpen: boolean;
}

export interface Property {
  /** As Resource Manager writes it: `storageAccountType`. */
  readonly name: string;
  readonly shape: () => Shape;
}

export interface EnumShape {
  readonly kind: 'enum';
  readonly values: readonly string[];
  /** Whether there are no other values. */
  readonly isClosed: boolean;
}

/** The properties of Azure resource types. */
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
    bodyOf: type => shapes.bodyAt(bodies.get(type.toLowerCase())),
  };
}

type Kinds = typeof TypeBaseKind;

/** The shapes of one types file. They are made when asked for, since types can contain themselves. */
class Shapes {
  readonly #types: readonly BicepType[];
  readonly #kinds: Kinds;
  readonly #made = new Map<number, Shape>();

  constructor(types: readonly BicepType[], kinds: Kinds) {
    this.#types = types;
    this.#kinds = kinds;
  }

  bodyAt(index: number | undefined): ObjectShape | undefined {
    const type = index === undefined ? undefined : this.#types[index];
    if (type?.type !== this.#kinds.ResourceType) return undefined;
    const body = this.#shapeOf(type.body);
    return body.kind === 'object' ? body : undefined;
  }

  #shapeOf({ index }: TypeReference): Shape {
    const made = this.#made.get(index);
    if (made !== undefined) return made;
    const shape = this.#make(this.#types[index]);
    this.#made.set(index, shape);
    return shape;
  }

  #make(type: BicepType | undefined): Shape {
    switch (type?.type) {
      case this.#kinds.ObjectType: {
        const properties = Object.entries(type.properties).map(
          ([name, property]) =>
            [name.toLowerCase(), { name, shape: () => this.#shapeOf(property.type) }] as const,
        );
        return {
          kind: 'object',
          properties: new Map(properties),
          isOpen: type.additionalProperties !== undefined,
        };
      }
      case this.#kinds.ArrayType:
        return { kind: 'array', item: () => this.#shapeOf(type.itemType) };
      case this.#kinds.UnionType:
        return this.#enumOf(type.elements.map(element => this.#types[element.index]));
      default:
        return { kind: 'other' };
    }
  }

  /** A union with anything but literals is open: Microsoft's index adds `string` to those. */
  #enumOf(elements: readonly (BicepType | undefined)[]): EnumShape {
    const values = elements.flatMap(element =>
      element?.type === this.#kinds.StringLiteralType ? [element.value] : [],
    );
    return { kind: 'enum', values, isClosed: values.length === elements.length };
  }
}
