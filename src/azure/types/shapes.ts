import type { BicepType, TypeBaseKind, TypeReference } from '@azure/bicep-types';

/** What a type index tells of a value. */
export type Shape =
  | ObjectShape
  | VariantsShape
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

/** An object whose properties depend on the value of one of them. */
export interface VariantsShape {
  readonly kind: 'variants';
  /** The property that chooses: `kind`. */
  readonly discriminator: string;
  /** By its values in lower case. Each variant has the properties that all of them have, too. */
  readonly variants: ReadonlyMap<string, () => ObjectShape>;
}

export interface EnumShape {
  readonly kind: 'enum';
  readonly values: readonly string[];
  /** Whether there are no other values. */
  readonly isClosed: boolean;
}

type Kinds = typeof TypeBaseKind;
type Described<K extends TypeBaseKind> = Extract<BicepType, { readonly type: K }>;

/**
 * The shapes of one types file. They are made when asked for, since types can contain themselves. A reference
 * that leads to nothing, or into another file, is not described further.
 */
export class Shapes {
  readonly #types: readonly BicepType[];
  readonly #kinds: Kinds;
  readonly #made = new Map<number, Shape>();

  constructor(types: readonly BicepType[], kinds: Kinds) {
    this.#types = types;
    this.#kinds = kinds;
  }

  /** The body of the resource type at an index of the file; `undefined` when there is none. */
  bodyAt(index: number | undefined): ObjectShape | VariantsShape | undefined {
    const type = index === undefined ? undefined : this.#types[index];
    if (type?.type !== this.#kinds.ResourceType) return undefined;
    const body = this.#shapeOf(type.body);
    return body.kind === 'object' || body.kind === 'variants' ? body : undefined;
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
      case this.#kinds.ObjectType:
        return this.#objectOf(type, {});
      case this.#kinds.DiscriminatedObjectType:
        return this.#variantsOf(type);
      case this.#kinds.ArrayType:
        return { kind: 'array', item: () => this.#shapeOf(type.itemType) };
      case this.#kinds.UnionType:
        return this.#enumOf(type.elements.map(element => this.#types[element.index]));
      default:
        return { kind: 'other' };
    }
  }

  #objectOf(
    type: Described<TypeBaseKind.ObjectType>,
    base: Described<TypeBaseKind.ObjectType>['properties'],
  ): ObjectShape {
    const properties = Object.entries({ ...base, ...type.properties }).map(
      ([name, property]) =>
        [name.toLowerCase(), { name, shape: () => this.#shapeOf(property.type) }] as const,
    );
    return {
      kind: 'object',
      properties: new Map(properties),
      isOpen: type.additionalProperties !== undefined,
    };
  }

  #variantsOf(type: Described<TypeBaseKind.DiscriminatedObjectType>): VariantsShape {
    const variants = new Map<string, () => ObjectShape>();
    for (const [value, { index }] of Object.entries(type.elements)) {
      const variant = this.#types[index];
      if (variant?.type !== this.#kinds.ObjectType) continue;
      variants.set(
        value.toLowerCase(),
        once(() => this.#objectOf(variant, type.baseProperties)),
      );
    }
    return { kind: 'variants', discriminator: type.discriminator, variants };
  }

  /** A union with anything but literals is open: Microsoft's index adds `string` to those. */
  #enumOf(elements: readonly (BicepType | undefined)[]): EnumShape {
    const values = elements.flatMap(element =>
      element?.type === this.#kinds.StringLiteralType ? [element.value] : [],
    );
    return { kind: 'enum', values, isClosed: values.length === elements.length };
  }
}

/**
 * What two indexes know of the same value: a property or value of either is known, and an enum has no other
 * values when either says so.
 */
export function combined(first: Shape, second: Shape): Shape {
  if (first.kind === 'object' && second.kind === 'object') return combinedObjects(first, second);
  if (first.kind === 'array' && second.kind === 'array') {
    return { kind: 'array', item: once(() => combined(first.item(), second.item())) };
  }
  if (first.kind === 'enum' && second.kind === 'enum') {
    const values = [...new Set([...first.values, ...second.values])];
    return { kind: 'enum', values, isClosed: first.isClosed || second.isClosed };
  }
  return first.kind === 'other' ? second : first;
}

function combinedObjects(first: ObjectShape, second: ObjectShape): ObjectShape {
  const properties = new Map(second.properties);
  for (const [key, property] of first.properties) {
    const other = second.properties.get(key);
    const shape = once(() =>
      other === undefined ? property.shape() : combined(property.shape(), other.shape()),
    );
    properties.set(key, { name: property.name, shape });
  }
  return { kind: 'object', properties, isOpen: first.isOpen || second.isOpen };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
