import type { SourceRange } from '../../source/range.ts';

/**
 * The syntax tree of a Terraform file. Both syntaxes read into it: native HCL (`parser.ts`) and
 * `.tf.json` (`json-syntax.ts`). Every node has a range. Names follow the HCL specification
 * (hashicorp/hcl, `hclsyntax/spec.md`).
 */

interface Node {
  readonly range: SourceRange;
}

/** The body of a file or block: attributes and blocks in the order in which they are written. */
export interface Body extends Node {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface Attribute extends Node {
  readonly name: string;
  readonly nameRange: SourceRange;
  readonly value: Expression;
}

export interface Block extends Node {
  readonly type: string;
  readonly labels: readonly BlockLabel[];
  /** The type and the labels, without the body. */
  readonly header: SourceRange;
  readonly body: Body;
}

export interface BlockLabel extends Node {
  readonly text: string;
}

/** A comment, with its marks; suppressions are read from them. */
export interface Comment extends Node {
  readonly text: string;
}

export type Expression =
  | LiteralExpression
  | TemplateExpression
  | VariableExpression
  | AttributeAccess
  | IndexAccess
  | SplatExpression
  | CallExpression
  | UnaryExpression
  | BinaryExpression
  | ConditionalExpression
  | TupleExpression
  | ObjectExpression
  | ForExpression
  | ParenthesesExpression
  | InvalidExpression;

/** `null`, `true`, `12.50`. A number keeps its digits. */
export interface LiteralExpression extends Node {
  readonly kind: 'literal';
  readonly value: null | boolean | { readonly number: string };
}

/** A quoted string, a heredoc, or a string of the JSON syntax. Without sequences it is one literal part. */
export interface TemplateExpression extends Node {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
}

/**
 * Escapes are decoded, strip markers and the indentation of `<<-` are already applied to the literals.
 */
export type TemplatePart = TemplateLiteral | TemplateInterpolation | TemplateIf | TemplateFor;

export interface TemplateLiteral extends Node {
  readonly kind: 'text';
  readonly text: string;
}

export interface TemplateInterpolation extends Node {
  readonly kind: 'interpolation';
  readonly value: Expression;
}

export interface TemplateIf extends Node {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly else: readonly TemplatePart[];
}

export interface TemplateFor extends Node {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
}

/** The first name of a traversal: `var`, `local`, `azurerm_subnet`, an iterator. */
export interface VariableExpression extends Node {
  readonly kind: 'variable';
  readonly name: string;
}

export interface AttributeAccess extends Node {
  readonly kind: 'attribute';
  readonly object: Expression;
  readonly name: string;
  readonly nameRange: SourceRange;
}

/** `a[b]`; the legacy `a.0` is an index by a number literal. */
export interface IndexAccess extends Node {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression;
}

/**
 * `object[*]…` (full) or `object.*…` (attribute-only). What follows is applied to each element: `each` is
 * that traversal, with the element standing as `{ kind: 'variable', name: SPLAT_ELEMENT }` at its root.
 */
export interface SplatExpression extends Node {
  readonly kind: 'splat';
  readonly object: Expression;
  readonly each: Expression;
}

/** Cannot be written as an identifier, so it never shadows a name. */
export const SPLAT_ELEMENT = '*';

export interface CallExpression extends Node {
  readonly kind: 'call';
  /** With its namespace, as written: `core::upper`, `provider::azurerm::normalise_resource_id`. */
  readonly name: string;
  readonly nameRange: SourceRange;
  readonly arguments: readonly Expression[];
  /** The last argument is followed by `...`. */
  readonly expandFinal: boolean;
}

export interface UnaryExpression extends Node {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

export type BinaryOperator =
  | '||'
  | '&&'
  | '=='
  | '!='
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

export interface TupleExpression extends Node {
  readonly kind: 'tuple';
  readonly elements: readonly Expression[];
}

export interface ObjectExpression extends Node {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
}

export interface ObjectItem {
  /** A bare identifier is a literal key: it is read as a `template` of one text part. */
  readonly key: Expression;
  readonly value: Expression;
}

export interface ForExpression extends Node {
  readonly kind: 'for';
  readonly result: 'tuple' | 'object';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  /** For an object. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  /** `...` after the value: values with the same key are grouped. */
  readonly group: boolean;
  readonly condition: Expression | undefined;
}

export interface ParenthesesExpression extends Node {
  readonly kind: 'parentheses';
  readonly inner: Expression;
}

/** Where a syntax error stands; the parser has reported it and went on. */
export interface InvalidExpression extends Node {
  readonly kind: 'invalid';
}
