import { type Diagnostic, type DiagnosticCode, diagnostic } from '../../source/diagnostic.ts';
import type { SourceFile } from '../../source/file.ts';
import type { SourceRange } from '../../source/range.ts';

/** Kinds of tokens. Punctuation is named by its meaning in the HCL specification. */
export const Token = {
  endOfFile: 0,
  newline: 1,
  identifier: 2,
  number: 3,
  openQuote: 4,
  closeQuote: 5,
  /** Text of a quoted string, escapes not yet decoded. */
  quotedText: 6,
  openHeredoc: 7,
  closeHeredoc: 8,
  /** Text of a heredoc or bare template: one line, or the piece of it between two sequences. */
  lineText: 9,
  /** `${` or `${~`. */
  interpolation: 10,
  /** `%{` or `%{~`. */
  directive: 11,
  /** `}` or `~}` that closes one of the two. */
  sequenceEnd: 12,
  openBrace: 13,
  closeBrace: 14,
  openBracket: 15,
  closeBracket: 16,
  openParenthesis: 17,
  closeParenthesis: 18,
  dot: 19,
  ellipsis: 20,
  comma: 21,
  colon: 22,
  doubleColon: 23,
  question: 24,
  assign: 25,
  fatArrow: 26,
  plus: 27,
  minus: 28,
  star: 29,
  slash: 30,
  percent: 31,
  equal: 32,
  notEqual: 33,
  less: 34,
  lessOrEqual: 35,
  greater: 36,
  greaterOrEqual: 37,
  and: 38,
  or: 39,
  not: 40,
  /** What no token begins with; the lexer has reported it. */
  invalid: 41,
} as const;

/** The tokens of a text, as parallel arrays: kind, first offset, offset past the end. */
export interface TokenList {
  readonly kinds: number[];
  readonly starts: number[];
  readonly ends: number[];
}

/** Makes a range of the file of two offsets into the text that is read. */
export type RangeOf = (start: number, end: number) => SourceRange;

/** Thrown by a parsing function and caught where parsing can go on; it never leaves this folder. */
export class SyntaxFault extends Error {
  readonly range: SourceRange;
  readonly code: DiagnosticCode;

  constructor(message: string, range: SourceRange, code: DiagnosticCode = 'hcl-syntax') {
    super(message);
    this.range = range;
    this.code = code;
  }
}

/** How deep expressions and blocks may nest. HashiCorp's parser has no limit; real files stay below 30. */
export const MAX_NESTING = 200;

/** A text with so many errors is no Terraform; it is not read further. */
export const MAX_RECORDED = 1000;

/**
 * Walks over the tokens of a text. Newlines separate arguments, but are white space inside parentheses,
 * brackets and template sequences: `newlines` says which holds now.
 */
export class TokenReader {
  readonly file: SourceFile;
  /** What was read into tokens: the file's text, or a string of it with its JSON escapes decoded. */
  readonly text: string;
  readonly diagnostics: Diagnostic[] = [];
  newlines = true;
  /** The index of the next token; it may be a newline that `peek` skips. */
  at = 0;
  /** The index of the token that was taken last. */
  last = 0;
  readonly #tokens: TokenList;
  readonly #rangeOf: RangeOf;
  #depth = 0;

  constructor(file: SourceFile, text: string, tokens: TokenList, rangeOf: RangeOf) {
    this.file = file;
    this.text = text;
    this.#tokens = tokens;
    this.#rangeOf = rangeOf;
  }

  /** The kind of the next token. */
  peek(): number {
    const kinds = this.#tokens.kinds;
    if (!this.newlines) while (kinds[this.at] === Token.newline) this.at++;
    return kinds[this.at] ?? Token.endOfFile;
  }

  /** Takes the next token and gives its index. */
  next(): number {
    this.peek();
    const index = this.at;
    this.last = index;
    if (index < this.#tokens.kinds.length - 1) this.at++;
    return index;
  }

  kindAt(index: number): number {
    return this.#tokens.kinds[index] ?? Token.endOfFile;
  }

  startAt(index: number): number {
    return this.#tokens.starts[index] ?? this.text.length;
  }

  endAt(index: number): number {
    return this.#tokens.ends[index] ?? this.text.length;
  }

  textAt(index: number): string {
    return this.text.slice(this.startAt(index), this.endAt(index));
  }

  /** Identifiers are compared in normal form C (HCL specification, "Identifiers"). */
  nameAt(index: number): string {
    return normalised(this.textAt(index));
  }

  rangeAt(index: number): SourceRange {
    return this.range(this.startAt(index), this.endAt(index));
  }

  range(start: number, end: number): SourceRange {
    return this.#rangeOf(start, end);
  }

  /** From the start of one token to the end of the token that was taken last. */
  rangeSince(index: number): SourceRange {
    return this.range(this.startAt(index), this.endAt(this.last));
  }

  /** How far a token stands from the start of its line. */
  columnAt(index: number): number {
    const start = this.startAt(index);
    return start === 0 ? 0 : start - this.text.lastIndexOf('\n', start - 1) - 1;
  }

  /** Is it the first token of its line? */
  startsLine(index: number): boolean {
    return index === 0 || this.kindAt(index - 1) === Token.newline;
  }

  /** Is the next token this identifier? */
  isWord(word: string): boolean {
    if (this.peek() !== Token.identifier) return false;
    const start = this.startAt(this.at);
    return this.endAt(this.at) - start === word.length && this.text.startsWith(word, start);
  }

  report(message: string, range: SourceRange, code: DiagnosticCode = 'hcl-syntax'): void {
    if (this.diagnostics.length < MAX_RECORDED) this.diagnostics.push(diagnostic(code, message, range));
  }

  /** Reports what was thrown, unless the lexer has already said what is wrong at that place. */
  reportFault(fault: unknown): void {
    if (!(fault instanceof SyntaxFault)) throw fault;
    const known = this.diagnostics.some(
      ({ range }) => range?.start === fault.range.start || range?.end === fault.range.start,
    );
    if (!known) this.report(fault.message, fault.range, fault.code);
  }

  /** Has an error been reported between two offsets of the text? */
  hasErrorWithin(start: number, end: number): boolean {
    if (this.diagnostics.length === 0) return false;
    const { start: first, end: last } = this.range(start, end);
    return this.diagnostics.some(
      ({ range }) => range !== undefined && range.start >= first && range.start < last,
    );
  }

  /** A fault at the next token. */
  fault(message: string): SyntaxFault {
    this.peek();
    return new SyntaxFault(message, this.rangeAt(this.at));
  }

  /** Takes a token of this kind, or says what is missing. */
  expect(kind: number, message: string): number {
    if (this.peek() !== kind) throw this.fault(message);
    return this.next();
  }

  /** Runs `parse` one level deeper; too deep is a fault, so that no input can exhaust the stack. */
  nested<T>(parse: () => T): T {
    if (this.#depth >= MAX_NESTING) {
      this.peek();
      throw new SyntaxFault(
        `Expressions and blocks may be nested ${MAX_NESTING} levels deep; this one is deeper.`,
        this.rangeAt(this.at),
        'limit-exceeded',
      );
    }
    this.#depth++;
    try {
      return parse();
    } finally {
      this.#depth--;
    }
  }

  /** Runs `parse` with newlines as white space, or as separators. */
  withNewlines<T>(newlines: boolean, parse: () => T): T {
    const before = this.newlines;
    this.newlines = newlines;
    try {
      return parse();
    } finally {
      this.newlines = before;
    }
  }
}

// Every character below U+0300 is already in normal form C.
const MAY_CHANGE = /[\u0300-\uffff]/;

export function normalised(text: string): string {
  return MAY_CHANGE.test(text) ? text.normalize('NFC') : text;
}
