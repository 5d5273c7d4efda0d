import type { SourceRange } from '../source/range.ts';
import type { TypeExpression } from './type-ast.ts';

export type * from './type-ast.ts';

/**
 * The syntax tree of a `.bicep` or `.bicepparam` file. Every node has a range.
 *
 * What could not be read stands in the tree as `invalid` (or as a `name` that is `undefined`), and has been
 * reported: a resource with a mistake in one property keeps the others.
 */

export interface Node {
  readonly range: SourceRange;
}

export interface Program extends Node {
  readonly statements: readonly Statement[];
}

export interface Name extends Node {
  readonly text: string;
}

/** A comment, with its marks; suppressions are read from them. */
export interface Comment extends Node {
  readonly text: string;
}

export type Statement =
  | TargetScopeStatement
  | MetadataStatement
  | ParameterStatement
  | VariableStatement
  | TypeStatement
  | FunctionStatement
  | ResourceStatement
  | ModuleStatement
  | OutputStatement
  | AssertStatement
  | TestStatement
  | ImportStatement
  | ExtensionStatement
  | UsingStatement
  | ExtendsStatement
  | ParameterAssignment
  | ExtensionConfigStatement
  | MissingStatement;

interface StatementNode extends Node {
  readonly decorators: readonly Decorator[];
  /** From the keyword up to what precedes the `=`: `param size int`, `resource vm 'type@version'`. */
  readonly header: SourceRange;
}

/** `@description('…')`, `@sys.secure()`: a `call`, a `methodCall` of a namespace, or what is wrongly written there. */
export interface Decorator extends Node {
  readonly expression: Expression;
}

export interface TargetScopeStatement extends StatementNode {
  readonly kind: 'targetScope';
  readonly value: Expression;
}

export interface MetadataStatement extends StatementNode {
  readonly kind: 'metadata';
  readonly name: Name | undefined;
  readonly value: Expression;
}

export interface ParameterStatement extends StatementNode {
  readonly kind: 'param';
  readonly name: Name | undefined;
  readonly type: TypeExpression;
  readonly default: Expression | undefined;
}

export interface VariableStatement extends StatementNode {
  readonly kind: 'var';
  readonly name: Name | undefined;
  readonly type: TypeExpression | undefined;
  readonly value: Expression;
}

export interface TypeStatement extends StatementNode {
  readonly kind: 'type';
  readonly name: Name | undefined;
  readonly value: TypeExpression;
}

export interface FunctionStatement extends StatementNode {
  readonly kind: 'func';
  readonly name: Name | undefined;
  readonly parameters: readonly FunctionParameter[];
  readonly returnType: TypeExpression;
  readonly body: Expression;
}

export interface FunctionParameter extends Node {
  readonly name: Name | undefined;
  readonly type: TypeExpression;
}

export interface ResourceStatement extends StatementNode {
  readonly kind: 'resource';
  readonly name: Name | undefined;
  /** `'Microsoft.Compute/disks@2024-03-02'`; the type of a nested resource may lack namespace and version. */
  readonly type: StringExpression | InvalidExpression;
  readonly existing: boolean;
  readonly body: ResourceBody;
}

export interface ModuleStatement extends StatementNode {
  readonly kind: 'module';
  readonly name: Name | undefined;
  readonly path: StringExpression | InvalidExpression;
  readonly body: ResourceBody;
}

export type ResourceBody = ConditionedBody | ForExpression<ConditionedBody> | InvalidExpression;

/** The body of a resource or module, or of each of its instances. */
export type ConditionedBody = ObjectExpression | IfBody | InvalidExpression;

/** `if (condition) { … }`. */
export interface IfBody extends Node {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly body: ObjectExpression | InvalidExpression;
}

export interface OutputStatement extends StatementNode {
  readonly kind: 'output';
  readonly name: Name | undefined;
  readonly type: TypeExpression;
  readonly value: Expression;
}

export interface AssertStatement extends StatementNode {
  readonly kind: 'assert';
  readonly name: Name | undefined;
  readonly value: Expression;
}

export interface TestStatement extends StatementNode {
  readonly kind: 'test';
  readonly name: Name | undefined;
  readonly path: StringExpression | InvalidExpression;
  readonly body: ObjectExpression | InvalidExpression;
}

/** `import { a, b as c } from 'path'` or `import * as ns from 'path'`. */
export interface ImportStatement extends StatementNode {
  readonly kind: 'import';
  readonly imported: ImportedSymbols | ImportedNamespace | InvalidExpression;
  readonly path: StringExpression | InvalidExpression;
}

export interface ImportedSymbols extends Node {
  readonly kind: 'symbols';
  readonly symbols: readonly ImportedSymbol[];
}

export interface ImportedSymbol extends Node {
  /** As the other file exports it; one written in quotes always has an alias. */
  readonly name: Name;
  readonly alias: Name | undefined;
}

export interface ImportedNamespace extends Node {
  readonly kind: 'namespace';
  readonly alias: Name;
}

/** `extension kubernetes with { … } as k8s`, or `import 'kubernetes@1.0.0'` as it was once spelled. */
export interface ExtensionStatement extends StatementNode {
  readonly kind: 'extension';
  readonly specification: Name | StringExpression | InvalidExpression;
  readonly config: ObjectExpression | InvalidExpression | undefined;
  readonly alias: Name | undefined;
}

/** Only in a parameters file. `none` says that the file belongs to no template. */
export interface UsingStatement extends StatementNode {
  readonly kind: 'using';
  readonly path: StringExpression | InvalidExpression | 'none';
  readonly config: ObjectExpression | InvalidExpression | undefined;
}

/** Only in a parameters file. */
export interface ExtendsStatement extends StatementNode {
  readonly kind: 'extends';
  readonly path: StringExpression | InvalidExpression;
}

/** `param name = value` in a parameters file. */
export interface ParameterAssignment extends StatementNode {
  readonly kind: 'assignment';
  readonly name: Name | undefined;
  readonly value: Expression;
}

/** Only in a parameters file. */
export interface ExtensionConfigStatement extends StatementNode {
  readonly kind: 'extensionConfig';
  readonly alias: Name | undefined;
  readonly config: ObjectExpression | InvalidExpression;
}

/** Decorators with nothing to decorate. */
export interface MissingStatement extends StatementNode {
  readonly kind: 'missing';
}

export type Expression =
  | LiteralExpression
  | StringExpression
  | VariableExpression
  | PropertyAccess
  | IndexAccess
  | NestedResourceAccess
  | CallExpression
  | MethodCallExpression
  | NonNullExpression
  | UnaryExpression
  | BinaryExpression
  | ConditionalExpression
  | ArrayExpression
  | ObjectExpression
  | ForExpression
  | LambdaExpression
  | ParenthesesExpression
  | InvalidExpression;

/** `null`, `true`, `1250`. An integer keeps its digits; it fits 64 bits without a sign. */
export interface LiteralExpression extends Node {
  readonly kind: 'literal';
  readonly value: null | boolean | { readonly integer: string };
}

/** `'…'` or `'''…'''`. Without holes it has one text part, or none when it is empty. Escapes are decoded. */
export interface StringExpression extends Node {
  readonly kind: 'string';
  readonly parts: readonly StringPart[];
}

export type StringPart = StringText | StringInterpolation;

export interface StringText extends Node {
  readonly kind: 'text';
  readonly text: string;
}

/** `${ value }`; the range holds the marks. */
export interface StringInterpolation extends Node {
  readonly kind: 'interpolation';
  readonly value: Expression;
}

export interface VariableExpression extends Node {
  readonly kind: 'variable';
  readonly name: string;
}

/** `object.name`, `object.?name`. The name is empty where it is missing. */
export interface PropertyAccess extends Node {
  readonly kind: 'property';
  readonly object: Expression;
  readonly name: string;
  readonly nameRange: SourceRange;
  readonly safe: boolean;
}

/** `object[index]`, `object[?index]`, `object[^index]`, `object[?^index]`. */
export interface IndexAccess extends Node {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression;
  readonly safe: boolean;
  /** Counted from the end, beginning with 1. */
  readonly fromEnd: boolean;
}

/** `resource::nested`. */
export interface NestedResourceAccess extends Node {
  readonly kind: 'nestedResource';
  readonly object: Expression;
  readonly name: string;
  readonly nameRange: SourceRange;
}

export interface CallExpression extends Node {
  readonly kind: 'call';
  readonly name: string;
  readonly nameRange: SourceRange;
  readonly arguments: readonly Expression[];
}

/** `object.name(…)`: a function of a namespace (`sys.concat`), or of a resource (`account.listKeys`). */
export interface MethodCallExpression extends Node {
  readonly kind: 'methodCall';
  readonly object: Expression;
  readonly name: string;
  readonly nameRange: SourceRange;
  readonly arguments: readonly Expression[];
}

/** `operand!`. */
export interface NonNullExpression extends Node {
  readonly kind: 'nonNull';
  readonly operand: Expression;
}

export interface UnaryExpression extends Node {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

export type BinaryOperator =
  | '??'
  | '||'
  | '&&'
  | '=='
  | '!='
  | '=~'
  | '!~'
  | '<'
  | '>'
  | '<='
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

export interface BinaryExpression extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface ConditionalExpression extends Node {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
}

export interface ArrayExpression extends Node {
  readonly kind: 'array';
  readonly items: readonly (Expression | SpreadItem)[];
}

/** `...value` in an array or object. */
export interface SpreadItem extends Node {
  readonly kind: 'spread';
  readonly value: Expression;
}

export interface ObjectExpression extends Node {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
}

/** Nested resources stand only in the body of a resource. */
export type ObjectItem = ObjectProperty | SpreadItem | ResourceStatement;

export interface ObjectProperty extends Node {
  readonly kind: 'property';
  /** A bare identifier is read as a string of one text part. */
  readonly key: StringExpression | InvalidExpression;
  readonly value: Expression;
}

/** `[for item in collection: body]`, `[for (item, index) in collection: body]`. */
export interface ForExpression<Body = Expression> extends Node {
  readonly kind: 'for';
  readonly item: Name | undefined;
  readonly index: Name | undefined;
  readonly collection: Expression;
  readonly body: Body;
}

export interface LambdaExpression extends Node {
  readonly kind: 'lambda';
  readonly parameters: readonly Name[];
  readonly body: Expression;
}

/** They break a chain of safe accesses: `(a.?b).c`. */
export interface ParenthesesExpression extends Node {
  readonly kind: 'parentheses';
  readonly inner: Expression;
}

/** Where a syntax error stands; the parser has reported it and went on. */
export interface InvalidExpression extends Node {
  readonly kind: 'invalid';
}
