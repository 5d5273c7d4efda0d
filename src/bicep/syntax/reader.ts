import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import type { SourceFile } from '../../source/file.ts';
import { type SourceRange, span } from '../../source/range.ts';
import type { InvalidExpression, Name } from '../ast.ts';
import { type SyntaxErrorCode, syntaxMessage } from './errors.ts';
import type { Lexed } from './lexer.ts';
import { Token } from './tokens.ts';

/**
 * Thrown by a parsing function and caught where parsing can go on; it never leaves this folder. It is no
 * `Error`, since the stack that those record costs more than all the rest of a broken file.
 */
class SyntaxFault {
  readonly diagnostic: Diagnostic;

  constructor(found: Diagnostic) {
    this.diagnostic = found;
  }
}

/** The tokens at which reading goes on behind an error. */
export type Stops = ReadonlySet<number>;

/** How deep brackets, operands and types may nest. The compiler has no limit; real files stay below 40. */
const MAX_NESTING = 200;

/** A file with so many errors is no Bicep; more of them help nobody. */
const MAX_RECORDED = 1000;

/** Walks over the tokens of a file and goes on behind errors as the official parser does. */
export class TokenReader {
  readonly file: SourceFile;
  readonly diagnostics: Diagnostic[] = [];
  /** The index of the next token. */
  at = 0;
  /** How many operators and accesses the statement has so far: a bound for how high its chains can be. */
  links = 0;
  /** Keep what stands in brackets that are never closed, instead of passing over it? */
  readonly keepsUnclosed: boolean;
  readonly #tokens: Lexed;
  #depth = 0;

  constructor(file: SourceFile, tokens: Lexed, keepsUnclosed: boolean) {
    this.file = file;
    this.#tokens = tokens;
    this.keepsUnclosed = keepsUnclosed;
  }

  /** The kind of the next token. */
  get kind(): number {
    return this.kindAt(this.at);
  }

  get isAtEnd(): boolean {
    return this.endsAt(this.at);
  }

  endsAt(index: number): boolean {
    const kind = this.kindAt(index);
    return kind === Token.endOfFile || kind === Token.boundary;
  }

  /** Is the next token a new line, or the start of a statement? The end of the file is not. */
  get isAtLineEnd(): boolean {
    return this.kind === Token.newline || this.kind === Token.boundary;
  }

  skipBoundary(): void {
    if (this.kind === Token.boundary) this.at++;
  }

  /** Does a comment stand between the token at `index` and the one before it? */
  followsComment(index: number): boolean {
    const between = this.file.text.slice(this.endAt(index - 1), this.startAt(index));
    return between.trim() !== '';
  }

  get errorCount(): number {
    return this.diagnostics.length;
  }

  kindAt(index: number): number {
    return this.#tokens.kinds[index] ?? Token.endOfFile;
  }

  startAt(index: number): number {
    return this.#tokens.starts[index] ?? this.file.text.length;
  }

  endAt(index: number): number {
    return this.#tokens.ends[index] ?? this.file.text.length;
  }

  textAt(index: number): string {
    return this.file.text.slice(this.startAt(index), this.endAt(index));
  }

  /** Is this a piece of a string that cannot be decoded? */
  isMalformed(index: number): boolean {
    return this.#tokens.malformed.has(index);
  }

  /** Takes the next token and gives its index. */
  next(): number {
    const index = this.at;
    if (!this.isAtEnd) this.at++;
    return index;
  }

  /** Takes the next token if it is of this kind. */
  take(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  /** Is the token at `index` this word? */
  isWord(word: string, index: number = this.at): boolean {
    if (this.kindAt(index) !== Token.identifier) return false;
    const start = this.startAt(index);
    return this.endAt(index) - start === word.length && this.file.text.startsWith(word, start);
  }

  /** The index of the first token from `index` on that is no new line. */
  afterNewlines(index: number = this.at): number {
    let after = index;
    while (this.kindAt(after) === Token.newline) after++;
    return after;
  }

  /** Gives how many new lines it passed over. */
  skipNewlines(): number {
    const before = this.at;
    this.at = this.afterNewlines();
    return this.at - before;
  }

  range(start: number, end: number): SourceRange {
    return { file: this.file, start, end };
  }

  rangeAt(index: number): SourceRange {
    return this.range(this.startAt(index), this.endAt(index));
  }

  /** From the start of the token `first` to the end of the token that was taken last. */
  rangeSince(first: number): SourceRange {
    const start = this.startAt(first);
    return this.range(start, this.at > first ? this.endAt(this.at - 1) : start);
  }

  /** From the start of a node to the end of the token that was taken last. */
  rangeFrom({ range }: { readonly range: SourceRange }): SourceRange {
    return this.range(range.start, Math.max(range.end, this.endAt(this.at - 1)));
  }

  nameAt(index: number): Name {
    return { text: this.textAt(index), range: this.rangeAt(index) };
  }

  /** An empty stretch behind a token. */
  gapAfter(index: number): SourceRange {
    const end = index < 0 ? 0 : this.endAt(index);
    return this.range(end, end);
  }

  report(code: SyntaxErrorCode, range: SourceRange, detail?: string): void {
    if (this.diagnostics.length >= MAX_RECORDED) return;
    this.diagnostics.push(diagnostic('bicep-syntax', syntaxMessage(code, detail), range));
  }

  /** Reports what is missing before the next token, and gives a node that stands for it. */
  missing(code: SyntaxErrorCode, detail?: string): InvalidExpression {
    const start = this.startAt(this.at);
    this.report(code, this.range(start, start), detail);
    return { kind: 'invalid', range: this.gapAfter(this.at - 1) };
  }

  /** A fault at a token; at the end of a line it is empty. */
  fault(code: SyntaxErrorCode, detail?: string, index: number = this.at): SyntaxFault {
    const { start, end } = this.rangeAt(index);
    const range = this.range(start, this.kindAt(index) === Token.newline ? start : end);
    return new SyntaxFault(diagnostic('bicep-syntax', syntaxMessage(code, detail), range));
  }

  /** Takes a token of this kind, or says what is missing. */
  expect(kind: number, mark: string): number {
    if (this.kind !== kind) throw this.fault('BCP018', mark);
    return this.next();
  }

  expectWord(word: string, code: SyntaxErrorCode = 'BCP012'): number {
    if (!this.isWord(word)) throw this.fault(code, word);
    return this.next();
  }

  expectName(code: SyntaxErrorCode): Name {
    if (this.kind !== Token.identifier) throw this.fault(code);
    return this.nameAt(this.next());
  }

  /** Takes the bracket that closes; it is missing only when the file or statement ends before it. */
  expectCloser(kind: number, mark: string): void {
    if (this.take(kind)) return;
    if (!this.keepsUnclosed || !this.isAtEnd) throw this.fault('BCP018', mark);
    this.missing('BCP018', mark);
  }

  /**
   * Runs `parse`; behind an error it goes on at the next of `stops`, and the answer covers what was passed
   * over. As in the official parser, what had been found wrong inside that stretch is not reported.
   *
   * @param isQuiet report nothing: what precedes is missing, and that has been reported
   */
  recover<T>(parse: () => T, stops: Stops, isQuiet = false): T | InvalidExpression {
    const first = this.at;
    const known = this.diagnostics.length;
    try {
      return parse();
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault;
      this.#forget(known);
      if (!isQuiet && this.diagnostics.length < MAX_RECORDED) this.diagnostics.push(fault.diagnostic);
      return this.skipTo(stops, first);
    }
  }

  /** Passes over tokens up to one of `stops`; the answer covers all tokens from `first` on. */
  skipTo(stops: Stops, first: number = this.at): InvalidExpression {
    while (!this.isAtEnd && !stops.has(this.kind)) this.at++;
    const range = this.at > first ? this.rangeSince(first) : this.gapAfter(first - 1);
    return { kind: 'invalid', range };
  }

  /** Runs `parse` one level deeper; too deep is a fault, so that no input can exhaust the stack. */
  nested<T>(parse: () => T): T {
    if (this.#depth >= MAX_NESTING) {
      const message = `Values and types may be nested ${MAX_NESTING} levels deep; this one is deeper.`;
      throw new SyntaxFault(diagnostic('limit-exceeded', message, this.rangeAt(this.at)));
    }
    this.#depth++;
    try {
      return parse();
    } finally {
      this.#depth--;
    }
  }

  #forget(known: number): void {
    if (this.diagnostics.length === known) return;
    const inner = this.diagnostics.splice(known);
    this.diagnostics.push(...inner.filter(({ code }) => code === 'limit-exceeded'));
  }
}

export const stops = (...kinds: number[]): Stops => new Set(kinds);

export const isInvalid = (node: unknown): node is InvalidExpression =>
  typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'invalid';

/** Is this the place of something that is missing, and has been reported? */
export const isGap = (node: unknown): boolean => isInvalid(node) && node.range.start === node.range.end;

/** The range of several nodes of one file, in the order of the text. */
export const spanOf = (first: { range: SourceRange }, last: { range: SourceRange }): SourceRange =>
  span(first.range, last.range);
