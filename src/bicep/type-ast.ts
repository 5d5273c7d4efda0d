import type { SourceRange } from '../source/range.ts';
import type { Decorator, Expression, InvalidExpression, Node, StringExpression } from './ast.ts';

/** The nodes of type expressions: what stands behind the name of a parameter, and on the right of `type`. */

export type TypeExpression =
  | NamedType
  | LiteralType
  | ArrayType
  | ObjectType
  | TupleType
  | UnionType
  | NullableType
  | NonNullType
  | ParenthesesType
  | TypePropertyAccess
  | TypeIndexAccess
  | TypeElementAccess
  | TypeAdditionalAccess
  | TypeInstantiation
  | ResourceType
  | InvalidExpression;

/** `string`, `int`, a user-defined or imported type. */
export interface NamedType extends Node {
  readonly kind: 'named';
  readonly name: string;
}

/** `'Premium_LRS'`, `12`, `-1`, `true`, `null`. */
export interface LiteralType extends Node {
  readonly kind: 'literalType';
  readonly value: Expression;
}

/** `T[]`. */
export interface ArrayType extends Node {
  readonly kind: 'arrayType';
  readonly element: TypeExpression;
}

export interface ObjectType extends Node {
  readonly kind: 'objectType';
  readonly properties: readonly ObjectTypeProperty[];
}

export interface ObjectTypeProperty extends Node {
  readonly decorators: readonly Decorator[];
  /** `any` stands for `*`: all properties that are not named. */
  readonly key: StringExpression | InvalidExpression | 'any';
  readonly value: TypeExpression;
}

export interface TupleType extends Node {
  readonly kind: 'tupleType';
  readonly items: readonly TupleTypeItem[];
}

export interface TupleTypeItem extends Node {
  readonly decorators: readonly Decorator[];
  readonly value: TypeExpression;
}

export interface UnionType extends Node {
  readonly kind: 'union';
  readonly members: readonly TypeExpression[];
}

/** `T?`. */
export interface NullableType extends Node {
  readonly kind: 'nullable';
  readonly type: TypeExpression;
}

/** `T!`. */
export interface NonNullType extends Node {
  readonly kind: 'nonNullType';
  readonly type: TypeExpression;
}

export interface ParenthesesType extends Node {
  readonly kind: 'parenthesesType';
  readonly inner: TypeExpression;
}

/** `T.name`, and `ns.T` for a type of a namespace. */
export interface TypePropertyAccess extends Node {
  readonly kind: 'typeProperty';
  readonly object: TypeExpression;
  readonly name: string;
  readonly nameRange: SourceRange;
}

/** `T[0]`, `T['name']`. */
export interface TypeIndexAccess extends Node {
  readonly kind: 'typeIndex';
  readonly object: TypeExpression;
  readonly index: Expression;
}

/** `T[*]`. */
export interface TypeElementAccess extends Node {
  readonly kind: 'typeElement';
  readonly object: TypeExpression;
}

/** `T.*`. */
export interface TypeAdditionalAccess extends Node {
  readonly kind: 'typeAdditional';
  readonly object: TypeExpression;
}

/** `resourceInput<'Microsoft.Compute/disks@2024-03-02'>`, `sys.resourceOutput<…>`. */
export interface TypeInstantiation extends Node {
  readonly kind: 'instantiation';
  /** The namespace. */
  readonly object: TypeExpression | undefined;
  readonly name: string;
  readonly nameRange: SourceRange;
  readonly arguments: readonly TypeExpression[];
}

/** `resource 'type@version'` as the type of a parameter or output. */
export interface ResourceType extends Node {
  readonly kind: 'resourceType';
  readonly type: StringExpression | InvalidExpression | undefined;
}
