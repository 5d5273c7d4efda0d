import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { type JsonNode, type JsonString, jsonStringOffset } from '../source/json.ts';
import type { SourceRange } from '../source/range.ts';
import type { Reason } from '../value/unknown.ts';

/**
 * The expression language of templates: `[concat(parameters('name'), '-vm')]`. Bicep lowers to the same
 * tree, so nothing here says where an expression stood but its ranges.
 */
export type Expression =
  | TextLiteral
  | NumberLiteral
  | CallExpression
  | PropertyAccess
  | IndexAccess
  | JsonExpression
  | ForExpression
  | UnknownExpression;

export interface TextLiteral {
  readonly kind: 'text';
  readonly value: string;
  readonly range: SourceRange;
}

export interface NumberLiteral {
  readonly kind: 'number';
  readonly text: string;
  readonly range: SourceRange;
}

export interface CallExpression {
  readonly kind: 'call';
  readonly namespace: string | undefined;
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** From the name to the closing parenthesis. */
  readonly range: SourceRange;
  readonly nameRange: SourceRange;
}

export interface PropertyAccess {
  readonly kind: 'property';
  readonly target: Expression;
  readonly name: string;
  readonly range: SourceRange;
}

export interface IndexAccess {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
  readonly range: SourceRange;
}

/** An object, an array or a keyword that Bicep writes within an expression. */
export interface JsonExpression {
  readonly kind: 'json';
  readonly node: JsonNode;
  readonly range: SourceRange;
}

/** A `for` of Bicep that makes an array; in its body the names are lambda variables. */
export interface ForExpression {
  readonly kind: 'for';
  /** What it makes, for people: the variable or property. */
  readonly name: string;
  readonly collection: Expression;
  readonly item: string;
  readonly index: string | undefined;
  readonly body: JsonNode;
  readonly range: SourceRange;
}

/** What Bicep refers to and cannot be had before deployment, or at all: it is unknown for this reason. */
export interface UnknownExpression {
  readonly kind: 'unknown';
  readonly reason: Reason;
  readonly sensitive: boolean;
  readonly range: SourceRange;
}

/** Resource Manager's limit on the length of an expression, in characters. */
const MAX_EXPRESSION_LENGTH = 24_576;
/** Deeper nesting is not read. */
const MAX_EXPRESSION_DEPTH = 128;

/** Text in brackets is an expression; `[[` stands for a literal bracket, `[a` is literal. */
export const isExpressionText = (text: string): boolean =>
  text.startsWith('[') && text.endsWith(']') && !text.startsWith('[[');

/** The text that a literal JSON string stands for. */
export const literalText = (text: string): string => (text.startsWith('[[') ? text.slice(1) : text);

/** Reads the expression in a JSON string for which `isExpressionText` holds. */
export function parseExpression(node: JsonString): Expression | Diagnostic {
  if (node.value.length > MAX_EXPRESSION_LENGTH) {
    const message = `The expression is longer than ${MAX_EXPRESSION_LENGTH} characters.`;
    return diagnostic('limit-exceeded', message, node.range);
  }
  try {
    return new ExpressionReader(node).read();
  } catch (error) {
    if (error instanceof ExpressionError) return error.found;
    throw error;
  }
}

class ExpressionError extends Error {
  readonly found: Diagnostic;
  constructor(found: Diagnostic) {
    super(found.message);
    this.found = found;
  }
}

const SPACE = /\s*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const TEXT = /'(?:[^']|'')*'/y;

class ExpressionReader {
  readonly #node: JsonString;
  readonly #text: string;
  #index = 1;
  #depth = 0;

  constructor(node: JsonString) {
    this.#node = node;
    this.#text = node.value;
  }

  read(): Expression {
    const expression = this.#expression();
    this.#skipSpace();
    if (this.#index !== this.#text.length - 1)
      throw this.#error("Expected ']' at the end of the expression.");
    return expression;
  }

  #expression(): Expression {
    if (++this.#depth > MAX_EXPRESSION_DEPTH) {
      const message = `Expressions nested deeper than ${MAX_EXPRESSION_DEPTH} levels are not read.`;
      throw new ExpressionError(diagnostic('limit-exceeded', message, this.#range(this.#index)));
    }
    let expression = this.#primary();
    for (;;) {
      this.#skipSpace();
      const start = expression.range.start;
      if (this.#take('.')) {
        this.#skipSpace();
        const name = this.#match(NAME);
        if (name === undefined) throw this.#error("Expected a property name after '.'.");
        expression = { kind: 'property', target: expression, name, range: this.#rangeFrom(start) };
      } else if (this.#text[this.#index] === '[') {
        this.#index++;
        const index = this.#expression();
        this.#expect(']', 'after the index');
        expression = { kind: 'index', target: expression, index, range: this.#rangeFrom(start) };
      } else break;
    }
    this.#depth--;
    return expression;
  }

  #primary(): Expression {
    this.#skipSpace();
    const start = this.#index;
    const text = this.#match(TEXT);
    if (text !== undefined) {
      const value = text.slice(1, -1).replaceAll("''", "'");
      return { kind: 'text', value, range: this.#range(start) };
    }
    if (this.#text[start] === "'") throw this.#error("The text is not closed with a quote ('').");
    const number = this.#match(NUMBER);
    if (number !== undefined) return { kind: 'number', text: number, range: this.#range(start) };
    return this.#call(start);
  }

  #call(start: number): CallExpression {
    let name = this.#match(NAME);
    if (name === undefined) throw this.#error('Expected a function call, a text or a number.');
    let namespace: string | undefined;
    this.#skipSpace();
    if (this.#take('.')) {
      this.#skipSpace();
      namespace = name;
      name = this.#match(NAME);
      if (name === undefined) throw this.#error("Expected a function name after '.'.");
    }
    const nameRange = this.#range(start);
    this.#expect('(', `after '${name}': a name alone is no expression`);
    const list: Expression[] = [];
    this.#skipSpace();
    if (!this.#take(')')) {
      do list.push(this.#expression());
      while (this.#take(','));
      this.#expect(')', `or ',' in the call of '${name}'`);
    }
    return { kind: 'call', namespace, name, arguments: list, range: this.#range(start), nameRange };
  }

  #expect(mark: string, where: string): void {
    this.#skipSpace();
    if (!this.#take(mark)) throw this.#error(`Expected '${mark}' ${where}.`);
  }

  /** The bracket that ends the whole expression is never part of it. */
  #take(mark: string): boolean {
    if (this.#text[this.#index] !== mark || this.#index >= this.#text.length - 1) return false;
    this.#index++;
    return true;
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#index;
    this.#index += SPACE.exec(this.#text)?.[0].length ?? 0;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#index;
    const text = pattern.exec(this.#text)?.[0];
    if (text !== undefined) this.#index += text.length;
    return text;
  }

  #range(start: number): SourceRange {
    return this.#rangeFrom(jsonStringOffset(this.#node, start));
  }

  #rangeFrom(start: number): SourceRange {
    return { file: this.#node.range.file, start, end: jsonStringOffset(this.#node, this.#index) };
  }

  #error(message: string): ExpressionError {
    const start = jsonStringOffset(this.#node, this.#index);
    const range = { file: this.#node.range.file, start, end: start + 1 };
    return new ExpressionError(diagnostic('arm-expression-syntax', message, range));
  }
}
