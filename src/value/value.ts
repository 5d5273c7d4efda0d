import type Big from 'big.js';
import type { SourceFile } from '../source/file.ts';
import type { SourceRange } from '../source/range.ts';
import type { Origin } from './origin.ts';
import type { Type } from './type.ts';
import type { Reason } from './unknown.ts';

/**
 * A value of an evaluated configuration: known, or unknown with the reasons why. Every value, also each
 * element of a collection, carries its origin. Values are immutable.
 */
export type Value =
  | NullValue
  | BoolValue
  | NumberValue
  | StringValue
  | ListValue
  | ObjectValue
  | UnknownValue;

export type KnownValue = Exclude<Value, UnknownValue>;

interface Traced {
  readonly origin: Origin;
  /** Marked as secret by the language: reports print `(sensitive)` in its place. */
  readonly sensitive?: true;
}

export interface NullValue extends Traced {
  readonly kind: 'null';
  /** Terraform: the type that it was converted to. A bare `null` has none and adapts to any. */
  readonly type?: Type;
}

export interface BoolValue extends Traced {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface NumberValue extends Traced {
  readonly kind: 'number';
  /** The nearest double. */
  readonly value: number;
  /** The number itself, when its decimal digits are not those of the double (see `number.ts`). */
  readonly exact?: Big;
}

export interface StringValue extends Traced {
  readonly kind: 'string';
  readonly value: string;
  readonly written?: WrittenText;
}

/** What a text was written from, where that tells more of places than the text: see `jsonContent`. */
export type WrittenText =
  /** It is the JSON of a value. */
  | { readonly kind: 'json'; readonly value: Value }
  /** It is all of a file. */
  | { readonly kind: 'file'; readonly file: SourceFile };

/** Terraform tells lists, sets and tuples apart; what ARM and JSON call an array is a `tuple`. */
export interface ListValue extends Traced {
  readonly kind: 'list';
  readonly collection: 'list' | 'set' | 'tuple';
  readonly elements: readonly Value[];
  /** For a `list` or `set` whose element type cannot be seen from its elements (it may be empty). */
  readonly elementType?: Type;
  /**
   * There may be further elements than these, for these reasons: blocks beside a `dynamic` one of which the
   * number is unknown. Its `element` is what each of them looks like.
   */
  readonly more?: UnknownValue;
}

/** Terraform tells maps and objects apart; what ARM and JSON call an object is an `object`. */
export interface ObjectValue extends Traced {
  readonly kind: 'object';
  readonly collection: 'map' | 'object';
  /** In the order of the language: as written for ARM and JSON, by key for Terraform. */
  readonly entries: ReadonlyMap<string, Value>;
  /** Where the keys are written, as far as they are written out. */
  readonly keyRanges?: ReadonlyMap<string, SourceRange>;
  /** For a `map` whose element type cannot be seen from its elements (it may be empty). */
  readonly elementType?: Type;
}

/**
 * A value that cannot be known before deployment, or not without an input that nobody gave.
 */
export interface UnknownValue extends Traced {
  readonly kind: 'unknown';
  /** Why, at least one; the union of the reasons of everything it was computed from. */
  readonly reasons: readonly Reason[];
  /** The type, as far as a declaration or a function's result tells it. */
  readonly type?: Type;
  /** It is this attribute of that resource, whatever its value will be. */
  readonly reference?: Reference;
  /** For a string: its known pieces and the unknown ones between them. */
  readonly parts?: readonly (string | UnknownValue)[];
  /** For a string. */
  readonly written?: WrittenText;
  /** A finite list that it is one of (`allowedValues`, a `contains([...])` validation). */
  readonly candidates?: readonly KnownValue[];
  /** For a collection of unknown length: what each of its elements looks like, as far as that is known. */
  readonly element?: Value;
}

/** An attribute of a resource that a value stands for: identity survives being unknown. */
export interface Reference {
  /** The address of the resource, as in `Resource.address`. */
  readonly address: string;
  /** The path below the resource; empty for the resource itself. `['id']` is its identity. */
  readonly path: readonly (string | number)[];
  /** The address names a resource with several instances, and which of them is unknown. */
  readonly instanceUnknown?: true;
}

export const isKnown = (value: Value): value is KnownValue => value.kind !== 'unknown';

/** Whether the value and everything in it is known. */
export function isWhollyKnown(value: Value): boolean {
  switch (value.kind) {
    case 'unknown':
      return false;
    case 'list':
      return value.more === undefined && value.elements.every(isWhollyKnown);
    case 'object':
      for (const element of value.entries.values()) if (!isWhollyKnown(element)) return false;
      return true;
    default:
      return true;
  }
}
