import type { Diagnostic } from '../../source/diagnostic.ts';
import { diagnostic } from '../../source/diagnostic.ts';
import {
  dollarsEnd,
  identifierEnd,
  isBlank,
  isIdentifierStart,
  isLineEnd,
  isMarkerLine,
  likelyHeredocEnd,
  lineEnd,
  NEWLINE,
  numberEnd,
  RETURN,
} from './characters.ts';
import { MAX_RECORDED, type RangeOf, Token, type TokenList } from './tokens.ts';

/** A comment as offsets into the text. */
export interface CommentSpan {
  readonly start: number;
  readonly end: number;
}

export interface Lexed extends TokenList {
  readonly comments: readonly CommentSpan[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the characters mean depends on what they stand in: code (a body, or the inside of a template
 * sequence), a quoted string, or the lines of a heredoc or bare template.
 */
type Mode =
  | { readonly kind: 'code'; braces: number }
  | { readonly kind: 'quoted'; readonly open: number }
  | { readonly kind: 'lines'; readonly marker: string | undefined; readonly open: number };

const BACKSLASH = 92;

/** Each costs another reading of the text. */
const MAX_BROKEN_HEREDOCS = 20;

/**
 * Cuts a text into tokens (HCL specification, `hclsyntax/spec.md`, "Lexical Elements"), from `start` to
 * `end`. It reads everything: what begins no token is reported and becomes an `invalid` token.
 *
 * @param as whether the text is code, or a bare template (a template file, a string of the JSON syntax)
 */
export function lex(
  text: string,
  start: number,
  end: number,
  as: 'code' | 'template',
  rangeOf: RangeOf,
): Lexed {
  const brokenHeredocs = new Map<number, number>();
  for (;;) {
    const lexer = new Lexer(text, start, end, rangeOf, brokenHeredocs);
    const open = lexer.run(as);
    // A heredoc without an end swallows the rest of the file; read again with an end where it was meant.
    if (open === undefined || brokenHeredocs.size >= MAX_BROKEN_HEREDOCS) return lexer;
    brokenHeredocs.set(open, likelyHeredocEnd(text, open, end));
  }
}

class Lexer implements Lexed {
  readonly kinds: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly comments: CommentSpan[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #text: string;
  readonly #end: number;
  readonly #rangeOf: RangeOf;
  readonly #brokenHeredocs: ReadonlyMap<number, number>;
  readonly #modes: Mode[] = [];
  #at: number;
  /** Has an invalid character been reported in this line? */
  #invalidLine = false;

  constructor(
    text: string,
    start: number,
    end: number,
    rangeOf: RangeOf,
    brokenHeredocs: ReadonlyMap<number, number>,
  ) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
    this.#rangeOf = rangeOf;
    this.#brokenHeredocs = brokenHeredocs;
  }

  /** Gives the offset of a heredoc that has no end, if there is one. */
  run(as: 'code' | 'template'): number | undefined {
    if (this.#at === 0 && this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    this.#modes.push(
      as === 'code' ? { kind: 'code', braces: 0 } : { kind: 'lines', marker: undefined, open: this.#at },
    );
    while (this.#at < this.#end) {
      const mode = this.#modes.at(-1);
      if (mode === undefined) break;
      if (mode.kind === 'code') this.#code(mode);
      else if (mode.kind === 'quoted') this.#quoted(mode.open);
      else this.#lines(mode.marker, mode.open);
    }
    const heredoc = this.#modes.find(mode => mode.kind === 'lines' && mode.marker !== undefined);
    this.#closeAll();
    this.#push(Token.endOfFile, this.#end);
    if (heredoc?.kind !== 'lines' || this.#brokenHeredocs.has(heredoc.open)) return undefined;
    return heredoc.open;
  }

  /** At the end of the text: closes what is open, so that the parser meets whole strings. */
  #closeAll(): void {
    const outermost = this.#modes.slice(1).find(mode => mode.kind !== 'code');
    if (outermost?.kind === 'lines' && outermost.marker !== undefined) {
      this.#reportHeredoc(outermost.marker, outermost.open);
    } else if (outermost?.kind === 'quoted') {
      this.#report('This string has no closing quote.', outermost.open, outermost.open + 1);
    }
    for (
      let mode = this.#modes.pop();
      mode !== undefined && this.#modes.length > 0;
      mode = this.#modes.pop()
    ) {
      this.#push(CLOSERS[mode.kind], this.#at);
    }
  }

  #push(kind: number, end: number): void {
    this.kinds.push(kind);
    this.starts.push(this.#at);
    this.ends.push(end);
    this.#at = end;
  }

  #report(message: string, start: number, end: number): void {
    if (this.diagnostics.length >= MAX_RECORDED) return;
    this.diagnostics.push(diagnostic('hcl-syntax', message, this.#rangeOf(start, end)));
  }

  #code(mode: { braces: number }): void {
    const text = this.#text;
    const nested = this.#modes.length > 1;
    while (this.#at < this.#end) {
      const code = text.charCodeAt(this.#at);
      if (isBlank(code)) this.#at++;
      else if (isIdentifierStart(code))
        this.#push(Token.identifier, identifierEnd(text, this.#at, this.#end));
      else if (code >= 128) this.#wide();
      else if (code >= 48 && code <= 57) this.#push(Token.number, numberEnd(text, this.#at, this.#end));
      else if (code === 34) {
        this.#modes.push({ kind: 'quoted', open: this.#at });
        this.#push(Token.openQuote, this.#at + 1);
        return;
      } else if (code === 123) {
        mode.braces++;
        this.#push(Token.openBrace, this.#at + 1);
      } else if (code === 125) {
        if (nested && mode.braces === 0) return this.#closeSequence(1);
        mode.braces--;
        this.#push(Token.closeBrace, this.#at + 1);
      } else if (code === 126 && nested && mode.braces === 0 && text.charCodeAt(this.#at + 1) === 125) {
        return this.#closeSequence(2);
      } else if (code === 60 && text.charCodeAt(this.#at + 1) === 60) {
        if (this.#openHeredoc()) return;
      } else this.#punctuation(code);
    }
  }

  #closeSequence(length: number): void {
    this.#modes.pop();
    this.#push(Token.sequenceEnd, this.#at + length);
  }

  /** A token that begins outside ASCII: an identifier, or nothing that the language knows. */
  #wide(): void {
    const end = identifierEnd(this.#text, this.#at, this.#end);
    if (end > this.#at) return this.#push(Token.identifier, end);
    const width = (this.#text.codePointAt(this.#at) ?? 0) > 0xffff ? 2 : 1;
    this.#invalid(width, 'This character has no meaning in the language here.');
  }

  /** One remark a line is enough: characters that have no meaning come in pairs and crowds. */
  #invalid(width: number, message: string): void {
    if (!this.#invalidLine) this.#report(message, this.#at, this.#at + width);
    this.#invalidLine = true;
    this.#push(Token.invalid, this.#at + width);
  }

  #punctuation(code: number): void {
    const following = this.#text.charCodeAt(this.#at + 1);
    switch (code) {
      case NEWLINE:
        this.#invalidLine = false;
        return this.#push(Token.newline, this.#at + 1);
      case RETURN:
        this.#invalidLine = false;
        if (following === NEWLINE) return this.#push(Token.newline, this.#at + 2);
        return this.#invalid(1, 'A carriage return must be followed by a line feed.');
      case 35: // #
        return this.#lineComment();
      case 47: // /
        if (following === 47) return this.#lineComment();
        return following === 42 ? this.#blockComment() : this.#push(Token.slash, this.#at + 1);
      case 46: // .
        return following === 46 && this.#text.charCodeAt(this.#at + 2) === 46
          ? this.#push(Token.ellipsis, this.#at + 3)
          : this.#push(Token.dot, this.#at + 1);
      case 61: // =
        if (following === 61) return this.#push(Token.equal, this.#at + 2);
        return following === 62
          ? this.#push(Token.fatArrow, this.#at + 2)
          : this.#push(Token.assign, this.#at + 1);
      case 58: // :
        return following === 58
          ? this.#push(Token.doubleColon, this.#at + 2)
          : this.#push(Token.colon, this.#at + 1);
      case 33: // !
        return following === 61
          ? this.#push(Token.notEqual, this.#at + 2)
          : this.#push(Token.not, this.#at + 1);
      case 60: // <
        return following === 61
          ? this.#push(Token.lessOrEqual, this.#at + 2)
          : this.#push(Token.less, this.#at + 1);
      case 62: // >
        return following === 61
          ? this.#push(Token.greaterOrEqual, this.#at + 2)
          : this.#push(Token.greater, this.#at + 1);
      case 38: // &
        if (following === 38) return this.#push(Token.and, this.#at + 2);
        return this.#invalid(1, 'There are no bitwise operators. Did you mean "&&"?');
      case 124: // |
        if (following === 124) return this.#push(Token.or, this.#at + 2);
        return this.#invalid(1, 'There are no bitwise operators. Did you mean "||"?');
      default:
        return this.#single(code);
    }
  }

  #single(code: number): void {
    const kind = SINGLE[code];
    if (kind !== undefined) return this.#push(kind, this.#at + 1);
    return this.#invalid(1, ODD_CHARACTERS[code] ?? 'This character has no meaning in the language here.');
  }

  #lineComment(): void {
    let end = this.#text.indexOf('\n', this.#at);
    if (end < 0 || end > this.#end) end = this.#end;
    if (this.#text.charCodeAt(end - 1) === RETURN && end > this.#at) end--;
    this.comments.push({ start: this.#at, end });
    this.#at = end;
  }

  #blockComment(): void {
    const close = this.#text.indexOf('*/', this.#at + 2);
    const closed = close >= 0 && close + 2 <= this.#end;
    if (!closed) this.#report('This comment is not closed with "*/".', this.#at, this.#at + 2);
    const end = closed ? close + 2 : this.#end;
    this.comments.push({ start: this.#at, end });
    this.#at = end;
  }

  /** `<<ID` or `<<-ID`, with the newline right after it. */
  #openHeredoc(): boolean {
    const text = this.#text;
    const open = this.#at;
    const name = open + (text.charCodeAt(open + 2) === 45 ? 3 : 2);
    const nameEnd = identifierEnd(text, name, this.#end);
    let end = nameEnd;
    if (text.charCodeAt(end) === RETURN) end++;
    if (nameEnd === name || end >= this.#end || text.charCodeAt(end) !== NEWLINE) {
      this.#invalid(
        2,
        'A heredoc begins with "<<" or "<<-", a name without quotes, and the end of the line right after it.',
      );
      return false;
    }
    this.#modes.push({ kind: 'lines', marker: text.slice(name, nameEnd), open });
    this.#push(Token.openHeredoc, end + 1);
    return true;
  }

  /** The inside of a quoted string, up to its quote or the next sequence. */
  #quoted(open: number): void {
    const text = this.#text;
    let end = this.#at;
    while (end < this.#end) {
      const code = text.charCodeAt(end);
      if (code === 34) {
        this.#pushText(Token.quotedText, end);
        this.#modes.pop();
        return this.#push(Token.closeQuote, end + 1);
      }
      if (code === BACKSLASH && !isLineEnd(text.charCodeAt(end + 1))) end += 2;
      else if (isLineEnd(code)) {
        return this.#endOfLineInString(open, end);
      } else if (code === 36 || code === 37) {
        const after = dollarsEnd(text, end, code);
        if (after < 0) {
          this.#pushText(Token.quotedText, end);
          return this.#openSequence(code);
        }
        end = after;
      } else end++;
    }
    this.#pushText(Token.quotedText, this.#end);
  }

  /**
   * A quoted string stays on its line. All quoted strings that are open end here, so that one missing
   * quote costs one line.
   */
  #endOfLineInString(open: number, end: number): void {
    this.#pushText(Token.quotedText, end);
    this.#report(
      'A quoted string ends on the line where it begins: close it with a quote, or use a heredoc for several lines.',
      open,
      end,
    );
    let lines = this.#modes.length - 1;
    while (lines > 0 && this.#modes[lines]?.kind !== 'lines') lines--;
    let quotes = lines;
    while (this.#modes[quotes]?.kind !== 'quoted') quotes++;
    for (let depth = this.#modes.length - 1; depth >= quotes; depth--) {
      this.#push(CLOSERS[this.#modes.pop()?.kind ?? 'quoted'], this.#at);
    }
  }

  /** One line of a heredoc or bare template, or the piece of it up to the next sequence. */
  #lines(marker: string | undefined, open: number): void {
    const text = this.#text;
    if (marker !== undefined && this.#atLineStart()) {
      const broken = this.#brokenHeredocs.get(open);
      if (broken !== undefined && this.#at >= broken) return this.#breakHeredoc(marker, open);
      const line = lineEnd(text, this.#at, this.#end);
      if (isMarkerLine(text, this.#at, line, marker)) {
        this.#modes.pop();
        return this.#push(Token.closeHeredoc, line);
      }
    }
    let end = this.#at;
    while (end < this.#end) {
      const code = text.charCodeAt(end);
      if (code === NEWLINE) return this.#push(Token.lineText, end + 1);
      if (code === 36 || code === 37) {
        const after = dollarsEnd(text, end, code);
        if (after < 0) {
          this.#pushText(Token.lineText, end);
          return this.#openSequence(code);
        }
        end = after;
      } else end++;
    }
    this.#pushText(Token.lineText, this.#end);
  }

  /** Right after the opening line, or after a line that was read as text. */
  #atLineStart(): boolean {
    const last = this.kinds.at(-1);
    return (
      last === Token.openHeredoc || (last === Token.lineText && this.#text.charCodeAt(this.#at - 1) === 10)
    );
  }

  /** Ends a heredoc that has no proper end; a bracket or comma after its marker is code again. */
  #breakHeredoc(marker: string, open: number): void {
    this.#reportHeredoc(marker, open);
    this.#modes.pop();
    let name = this.#at;
    while (name < this.#end && isBlank(this.#text.charCodeAt(name))) name++;
    if (this.#text.startsWith(marker, name)) return this.#push(Token.closeHeredoc, name + marker.length);
    this.#push(Token.closeHeredoc, this.#at);
    this.#push(Token.newline, this.#at);
  }

  #reportHeredoc(marker: string, open: number): void {
    this.#report(
      `This heredoc has no end: "${marker}" must stand alone on a line after it, and end with that line.`,
      open,
      lineEnd(this.#text, open, this.#end),
    );
  }

  #pushText(kind: number, end: number): void {
    if (end > this.#at) this.#push(kind, end);
  }

  #openSequence(code: number): void {
    const length = this.#text.charCodeAt(this.#at + 2) === 126 ? 3 : 2;
    this.#modes.push({ kind: 'code', braces: 0 });
    this.#push(code === 36 ? Token.interpolation : Token.directive, this.#at + length);
  }
}

const SINGLE: Readonly<Record<number, number>> = {
  37: Token.percent,
  40: Token.openParenthesis,
  41: Token.closeParenthesis,
  42: Token.star,
  43: Token.plus,
  44: Token.comma,
  45: Token.minus,
  63: Token.question,
  91: Token.openBracket,
  93: Token.closeBracket,
};

const ODD_CHARACTERS: Readonly<Record<number, string>> = {
  36: 'A "$" has no meaning outside a string; write references without "${ }" around them.',
  39: 'Strings are written with double quotes (").',
  59: 'Arguments are separated by newlines, and elements by commas, not by ";".',
  94: 'There are no bitwise operators. For a power use the function pow.',
  96: 'Strings are written with double quotes ("); for several lines use a heredoc.',
  126: 'There are no bitwise operators, so "~" has no meaning here.',
};

const CLOSERS = {
  code: Token.sequenceEnd,
  quoted: Token.closeQuote,
  lines: Token.closeHeredoc,
} as const;
