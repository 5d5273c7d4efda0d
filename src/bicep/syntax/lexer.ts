import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import type { SourceFile } from '../../source/file.ts';
import { likelyStringEnd } from './boundaries.ts';
import { type SyntaxErrorCode, syntaxMessage } from './errors.ts';
import { Token, type TokenList } from './tokens.ts';

/** A comment as offsets into the text. */
export interface CommentSpan {
  readonly start: number;
  readonly end: number;
}

export interface Lexed extends TokenList {
  readonly comments: readonly CommentSpan[];
  readonly diagnostics: readonly Diagnostic[];
  /** The indices of string tokens whose text cannot be decoded; what is wrong with them is reported. */
  readonly malformed: ReadonlySet<number>;
}

/**
 * What a `}` means depends on what is open: a hole of a string, with the number of `$` that open another
 * hole in it (0 in a single-line string), or a brace inside such a hole.
 */
type Open = { readonly kind: 'hole'; readonly dollars: number } | { readonly kind: 'brace' };

const MAX_IDENTIFIER = 255;

/** Each costs another reading of the text. */
const MAX_BROKEN_STRINGS = 20;

/** A text with so many errors is no Bicep; more of them help nobody. */
const MAX_RECORDED = 1000;

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const DOLLAR = 36;
const QUOTE = 39;
const STAR = 42;
const SLASH = 47;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

const isBlank = (code: number): boolean => code === SPACE || code === TAB;
const isLineEnd = (code: number): boolean => code === NEWLINE || code === RETURN;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
const isHexDigit = (code: number): boolean =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);

/**
 * Cuts a file into tokens. It reads everything: what begins no token is reported and becomes an `invalid`
 * token. New lines are tokens, comments and pragmas are not.
 */
export function lex(file: SourceFile): Lexed {
  const brokenStrings = new Map<number, number>();
  for (;;) {
    const lexer = new Lexer(file, brokenStrings);
    const broken = lexer.run();
    // A multi-line string without an end swallows the rest of the file; read again with an end where it was meant.
    if (broken === undefined || brokenStrings.size >= MAX_BROKEN_STRINGS) return lexer;
    brokenStrings.set(broken, likelyStringEnd(file.text, broken));
  }
}

class Lexer implements Lexed {
  readonly kinds: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly comments: CommentSpan[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly malformed = new Set<number>();
  readonly #file: SourceFile;
  readonly #text: string;
  readonly #open: Open[] = [];
  readonly #brokenStrings: ReadonlyMap<number, number>;
  #at = 0;
  #broken: number | undefined;

  constructor(file: SourceFile, brokenStrings: ReadonlyMap<number, number>) {
    this.#file = file;
    this.#text = file.text;
    this.#brokenStrings = brokenStrings;
  }

  /** Gives the offset of a multi-line string that has no end, if there is one. */
  run(): number | undefined {
    const text = this.#text;
    if (text.charCodeAt(0) === 0xfeff) this.#at = 1;
    while (this.#at < text.length) this.#next(text.charCodeAt(this.#at));
    this.#push(Token.endOfFile, text.length);
    return this.#broken;
  }

  #push(kind: number, end: number): void {
    this.kinds.push(kind);
    this.starts.push(this.#at);
    this.ends.push(end);
    this.#at = end;
  }

  #report(code: SyntaxErrorCode, start: number, end: number, detail?: string): void {
    if (this.diagnostics.length >= MAX_RECORDED) return;
    const range = { file: this.#file, start, end };
    this.diagnostics.push(diagnostic('bicep-syntax', syntaxMessage(code, detail), range));
  }

  #next(code: number): void {
    const text = this.#text;
    if (isBlank(code)) this.#at++;
    else if (isLetter(code)) this.#identifier();
    else if (isLineEnd(code)) this.#newline();
    else if (isDigit(code)) {
      let end = this.#at + 1;
      while (isDigit(text.charCodeAt(end))) end++;
      this.#push(Token.integer, end);
    } else if (code === QUOTE) this.#string();
    else if (code === SLASH && text.charCodeAt(this.#at + 1) === SLASH) this.#lineComment();
    else if (code === SLASH && text.charCodeAt(this.#at + 1) === STAR) this.#blockComment();
    else if (code === HASH && this.#pragma()) return;
    else if (code === OPEN_BRACE) {
      if (this.#open.length > 0) this.#open.push({ kind: 'brace' });
      this.#push(Token.openBrace, this.#at + 1);
    } else if (code === CLOSE_BRACE) this.#closeBrace();
    else if (code === DOLLAR) this.#dollars();
    else this.#punctuation(code);
  }

  #identifier(): void {
    const text = this.#text;
    const start = this.#at;
    let end = start + 1;
    for (let code = text.charCodeAt(end); isLetter(code) || isDigit(code); code = text.charCodeAt(end)) end++;
    const length = end - start;
    let kind: number = Token.identifier;
    if (length === 4 || length === 5) kind = WORDS.get(text.slice(start, end)) ?? kind;
    if (length > MAX_IDENTIFIER) this.#report('BCP024', start, end);
    this.#push(kind, end);
  }

  /** A run of line ends is one token. In a hole it ends all strings that are open. */
  #newline(): void {
    if (this.#open.length > 0) {
      this.#report('BCP004', this.#at, this.#at);
      this.#open.length = 0;
      this.malformed.add(this.kinds.length);
      return this.#push(Token.stringRight, this.#at);
    }
    let end = this.#at + 1;
    while (isLineEnd(this.#text.charCodeAt(end))) end++;
    this.#push(Token.newline, end);
  }

  #lineComment(): void {
    let end = this.#at + 2;
    while (end < this.#text.length && !isLineEnd(this.#text.charCodeAt(end))) end++;
    this.comments.push({ start: this.#at, end });
    this.#at = end;
  }

  #blockComment(): void {
    const close = this.#text.indexOf('*/', this.#at + 2);
    const end = close < 0 ? this.#text.length : close + 2;
    if (close < 0) this.#report('BCP002', this.#at, end);
    this.comments.push({ start: this.#at, end });
    this.#at = end;
  }

  /** `#disable-next-line codes…` and its like, when nothing stands before it on the line. */
  #pragma(): boolean {
    const text = this.#text;
    let line = this.#at;
    while (isBlank(text.charCodeAt(line - 1))) line--;
    if (line > 0 && !isLineEnd(text.charCodeAt(line - 1)) && text.charCodeAt(line - 1) !== 0xfeff)
      return false;
    PRAGMA.lastIndex = this.#at;
    const found = PRAGMA.exec(text);
    if (found === null) return false;
    this.#at = PRAGMA.lastIndex;
    if (found[1] === undefined) this.#report('BCP226', this.#at, this.#at);
    return true;
  }

  #closeBrace(): void {
    const open = this.#open.at(-1);
    if (open?.kind === 'hole') {
      const kind =
        open.dollars === 0
          ? this.#segment(this.#at + 1, false)
          : this.#multiLine(this.#at + 1, open.dollars, false);
      if (kind === Token.stringRight) this.#open.pop();
      return;
    }
    if (open !== undefined) this.#open.pop();
    this.#push(Token.closeBrace, this.#at + 1);
  }

  #string(): void {
    const isMultiLine = this.#text.startsWith("'''", this.#at);
    const kind = isMultiLine ? this.#multiLine(this.#at + 3, 0, true) : this.#segment(this.#at + 1, true);
    if (kind === Token.stringLeft) this.#open.push({ kind: 'hole', dollars: 0 });
  }

  /** `$'''`, with as many dollars as must precede the `{` of a hole. */
  #dollars(): void {
    let end = this.#at + 1;
    while (this.#text.charCodeAt(end) === DOLLAR) end++;
    const dollars = end - this.#at;
    if (!this.#text.startsWith("'''", end)) return this.#invalid(end);
    const kind = this.#multiLine(end + 3, dollars, true);
    if (kind === Token.stringLeft) this.#open.push({ kind: 'hole', dollars });
  }

  /** Takes a string up to its last quotes or the next hole; `from` is where its text begins. */
  #multiLine(from: number, dollars: number, isFirst: boolean): number {
    const text = this.#text;
    const limit = this.#brokenStrings.get(this.#at);
    let end = from;
    while (end < (limit ?? text.length)) {
      const code = text.charCodeAt(end);
      const first = end++;
      if (code !== DOLLAR && code !== QUOTE) continue;
      while (text.charCodeAt(end) === code) end++;
      if (code === QUOTE && end - first >= 3) return this.#pushString(isFirst, true, end);
      if (code === DOLLAR && dollars > 0 && end - first >= dollars && text.charCodeAt(end) === OPEN_BRACE) {
        return this.#pushString(isFirst, false, end + 1);
      }
    }
    if (limit === undefined) this.#broken ??= this.#at;
    this.#report('BCP140', this.#at, end);
    this.malformed.add(this.kinds.length);
    return this.#pushString(isFirst, true, end);
  }

  /** Takes a single-line string up to its quote or the next hole; `from` is where its text begins. */
  #segment(from: number, isFirst: boolean): number {
    const text = this.#text;
    let end = from;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (code === QUOTE) return this.#pushString(isFirst, true, end + 1);
      if (code === DOLLAR && text.charCodeAt(end + 1) === OPEN_BRACE) {
        return this.#pushString(isFirst, false, end + 2);
      }
      if (isLineEnd(code)) return this.#brokenString('BCP004', isFirst, end);
      if (code !== BACKSLASH) end++;
      else if (end + 1 >= text.length) return this.#brokenString('BCP005', isFirst, end + 1);
      else end = this.#escape(end);
    }
    return this.#brokenString('BCP003', isFirst, end);
  }

  #brokenString(code: SyntaxErrorCode, isFirst: boolean, end: number): number {
    this.#report(code, this.#at, end);
    this.malformed.add(this.kinds.length);
    return this.#pushString(isFirst, true, end);
  }

  #pushString(isFirst: boolean, isLast: boolean, end: number): number {
    const kind = isFirst
      ? isLast
        ? Token.stringComplete
        : Token.stringLeft
      : isLast
        ? Token.stringRight
        : Token.stringMiddle;
    this.#push(kind, end);
    return kind;
  }

  /** Gives the offset behind the escape sequence that begins at `start`, and reports a wrong one. */
  #escape(start: number): number {
    const text = this.#text;
    if (text.charCodeAt(start + 1) === 117) return this.#unicodeEscape(start);
    // `\${` is one sequence: the brace does not open a hole.
    if (text.startsWith('${', start + 1)) return start + 3;
    if ("nrt\\'$".includes(text.charAt(start + 1))) return start + 2;
    const end = isLineEnd(text.charCodeAt(start + 1)) ? start + 1 : start + 2;
    this.#report('BCP006', start, end);
    this.malformed.add(this.kinds.length);
    return end;
  }

  #unicodeEscape(start: number): number {
    const text = this.#text;
    let end = start + 2;
    let isValid = false;
    if (text.charCodeAt(end) === OPEN_BRACE) {
      const digits = ++end;
      while (isHexDigit(text.charCodeAt(end))) end++;
      isValid = end > digits && text.charCodeAt(end) === CLOSE_BRACE;
      isValid &&= Number.parseInt(text.slice(digits, end), 16) <= 0x10ffff;
      if (text.charCodeAt(end) === CLOSE_BRACE && end > digits) end++;
    }
    if (!isValid) {
      // At the end of the file the missing quote is what is reported.
      if (end < text.length) this.#report('BCP133', start, end);
      this.malformed.add(this.kinds.length);
    }
    return end;
  }

  #punctuation(code: number): void {
    const text = this.#text;
    for (const [mark, kind] of LONG_MARKS[code] ?? []) {
      if (text.startsWith(mark, this.#at)) return this.#push(kind, this.#at + mark.length);
    }
    const kind = SINGLE[code];
    if (kind !== undefined) return this.#push(kind, this.#at + 1);
    this.#invalid(this.#at + ((text.codePointAt(this.#at) ?? 0) > 0xffff ? 2 : 1));
  }

  #invalid(end: number): void {
    const written = this.#text.slice(this.#at, end);
    if (written === '"') this.#report('BCP103', this.#at, end);
    else this.#report('BCP001', this.#at, end, written);
    this.#push(Token.invalid, end);
  }
}

/** The only reserved words. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['true', Token.true],
  ['false', Token.false],
  ['null', Token.null],
]);

const PRAGMA =
  /#(?:disable-next-line|disable-diagnostics|restore-diagnostics)[ \t]*([\w-]+(?:[ \t]+[\w-]+)*)?/y;

/** By their first character, the longest first. */
const LONG_MARKS: Readonly<Record<number, readonly (readonly [string, number])[]>> = {
  33: [
    ['!=', Token.notEqual],
    ['!~', Token.notEqualIgnoringCase],
  ],
  38: [['&&', Token.and]],
  46: [['...', Token.ellipsis]],
  58: [['::', Token.doubleColon]],
  60: [['<=', Token.lessOrEqual]],
  61: [
    ['==', Token.equal],
    ['=~', Token.equalIgnoringCase],
    ['=>', Token.arrow],
  ],
  62: [['>=', Token.greaterOrEqual]],
  63: [['??', Token.coalesce]],
  124: [['||', Token.or]],
};

const SINGLE: Readonly<Record<number, number>> = {
  33: Token.not,
  37: Token.percent,
  40: Token.openParenthesis,
  41: Token.closeParenthesis,
  42: Token.star,
  43: Token.plus,
  44: Token.comma,
  45: Token.minus,
  46: Token.dot,
  47: Token.slash,
  58: Token.colon,
  59: Token.semicolon,
  60: Token.less,
  61: Token.assign,
  62: Token.greater,
  63: Token.question,
  64: Token.at,
  91: Token.openBracket,
  93: Token.closeBracket,
  94: Token.hat,
  124: Token.pipe,
};
