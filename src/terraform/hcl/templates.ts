import { type SourceRange, span } from '../../source/range.ts';
import type {
  Expression,
  TemplateExpression,
  TemplateFor,
  TemplateIf,
  TemplateInterpolation,
  TemplatePart,
} from './ast.ts';
import { MAX_NESTING, normalised, SyntaxFault, Token, type TokenReader } from './tokens.ts';

/**
 * Templates: quoted strings, heredocs and bare template files. First the pieces are read in a row, with
 * strip markers applied; then the indentation of a flush heredoc is removed; then the row becomes a tree.
 * The order matters, because `~}` before a newline hides the next line's indentation from `<<-`.
 */

type Piece =
  | { readonly kind: 'text'; text: string; range: SourceRange }
  | TemplateInterpolation
  | Omit<TemplateIf, 'then' | 'else'>
  | Omit<TemplateFor, 'body'>
  | { readonly kind: 'else' | 'endif' | 'endfor'; readonly range: SourceRange };

type Text = Extract<Piece, { kind: 'text' }>;

/** Reads an expression inside a sequence. */
type ReadExpression = (reader: TokenReader) => Expression;

/** Reads a quoted string or a heredoc from its opening token on. */
export function readTemplate(reader: TokenReader, readExpression: ReadExpression): TemplateExpression {
  const open = reader.next();
  const quoted = reader.kindAt(open) === Token.openQuote;
  const flush = !quoted && reader.text.charCodeAt(reader.startAt(open) + 2) === 45;
  const parts = readParts(reader, quoted ? Token.closeQuote : Token.closeHeredoc, flush, readExpression);
  return { kind: 'template', parts, range: reader.rangeSince(open) };
}

/** Reads parts up to and with the closing token; without sequences they are one text. */
export function readParts(
  reader: TokenReader,
  closer: number,
  flush: boolean,
  readExpression: ReadExpression,
): TemplatePart[] {
  const pieces = readPieces(reader, closer, readExpression);
  if (pieces.length === 0) {
    const place = reader.startAt(reader.last);
    pieces.push({ kind: 'text', text: '', range: reader.range(place, place) });
  }
  if (flush) removeIndentation(pieces);
  return asTree(joinTexts(pieces));
}

function readPieces(reader: TokenReader, closer: number, readExpression: ReadExpression): Piece[] {
  const pieces: Piece[] = [];
  let stripNext = false;
  for (;;) {
    const index = reader.withNewlines(true, () => reader.next());
    const kind = reader.kindAt(index);
    if (kind === closer) return pieces;
    const strip = stripNext;
    stripNext = false;
    if (kind === Token.quotedText || kind === Token.lineText) {
      const text = kind === Token.quotedText ? decodeQuoted(reader, index) : decodeLine(reader, index);
      pieces.push({
        kind: 'text',
        text: strip ? text.replace(LEADING_SPACE, '') : text,
        range: reader.rangeAt(index),
      });
    } else if (kind === Token.interpolation || kind === Token.directive) {
      const last = pieces.at(-1);
      // The piece before is the adjacent token only when no sequence stands in between.
      if (reader.endAt(index) - reader.startAt(index) === 3 && last?.kind === 'text') {
        last.text = last.text.replace(TRAILING_SPACE, '');
      }
      pieces.push(
        reader.nested(() =>
          reader.withNewlines(false, () =>
            kind === Token.interpolation
              ? readInterpolation(reader, index, readExpression)
              : readDirective(reader, index, readExpression),
          ),
        ),
      );
      stripNext = reader.text.charCodeAt(reader.startAt(reader.last)) === TILDE;
    } else {
      throw new SyntaxFault('This template is not closed.', reader.rangeAt(index));
    }
  }
}

const TILDE = 126;

// White space as Go's `unicode.IsSpace` has it.
const LEADING_SPACE = /^[\t-\r\u0085\p{Z}]+/u;
const TRAILING_SPACE = /[\t-\r\u0085\p{Z}]+$/u;

function readInterpolation(
  reader: TokenReader,
  open: number,
  readExpression: ReadExpression,
): TemplateInterpolation {
  const value = readExpression(reader);
  closeSequence(reader, 'interpolation');
  return { kind: 'interpolation', value, range: reader.rangeSince(open) };
}

function closeSequence(reader: TokenReader, what: string): void {
  reader.expect(Token.sequenceEnd, `A "}" is expected here, to close the template ${what}.`);
}

function readDirective(reader: TokenReader, open: number, readExpression: ReadExpression): Piece {
  const keyword = reader.expect(
    Token.identifier,
    'A template directive begins with if, else, endif, for or endfor.',
  );
  const name = reader.textAt(keyword);
  switch (name) {
    case 'if': {
      const condition = readExpression(reader);
      closeSequence(reader, 'directive');
      return { kind: 'if', condition, range: reader.rangeSince(open) };
    }
    case 'for': {
      const names = readLoopNames(reader);
      const collection = readExpression(reader);
      closeSequence(reader, 'directive');
      return { kind: 'for', ...names, collection, range: reader.rangeSince(open) };
    }
    case 'else':
    case 'endif':
    case 'endfor':
      closeSequence(reader, 'directive');
      return { kind: name, range: reader.rangeSince(open) };
    default:
      throw new SyntaxFault(
        `"${name}" is no template directive; there are if, else, endif, for and endfor.`,
        reader.rangeAt(keyword),
      );
  }
}

/** `value in` or `key, value in`, after the word `for`. */
export function readLoopNames(reader: TokenReader): { keyName: string | undefined; valueName: string } {
  const wanted = 'A name for the elements is expected after "for".';
  const first = reader.nameAt(reader.expect(Token.identifier, wanted));
  let second: string | undefined;
  if (reader.peek() === Token.comma) {
    reader.next();
    second = reader.nameAt(reader.expect(Token.identifier, wanted));
  }
  if (!reader.isWord('in'))
    throw reader.fault('The word "in" and a collection are expected after the names.');
  reader.next();
  return second === undefined
    ? { keyName: undefined, valueName: first }
    : { keyName: first, valueName: second };
}

/** A heredoc or template file knows no backslash, only `$${` and `%%{`. */
function decodeLine(reader: TokenReader, index: number): string {
  return normalised(unescapeMarks(reader.textAt(index)));
}

function unescapeMarks(text: string): string {
  return text.includes('${') || text.includes('%{') ? text.replace(ESCAPED_MARKS, '$1$2{') : text;
}

// Of two or more marks before a brace the last is the escape.
const ESCAPED_MARKS = /(\$+)\$\{|(%+)%\{/g;

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function decodeQuoted(reader: TokenReader, index: number): string {
  const raw = reader.textAt(index);
  if (!raw.includes('\\')) return normalised(unescapeMarks(raw));
  let decoded = '';
  let from = 0;
  for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', from)) {
    decoded += unescapeMarks(raw.slice(from, at));
    const escape = decodeEscape(raw, at);
    if (escape === undefined) {
      const place = reader.startAt(index) + at;
      throw new SyntaxFault(
        `"${raw.slice(at, at + 2)}" is no escape sequence. There are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN; write a backslash as "\\\\".`,
        reader.range(place, place + 2),
      );
    }
    decoded += escape.text;
    from = at + escape.length;
  }
  return normalised(decoded + unescapeMarks(raw.slice(from)));
}

function decodeEscape(raw: string, at: number): { text: string; length: number } | undefined {
  const letter = raw.charAt(at + 1);
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) return { text: simple, length: 2 };
  const length = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const digits = raw.slice(at + 2, at + 2 + length);
  if (length === 0 || digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) return undefined;
  const point = Number.parseInt(digits, 16);
  // A surrogate or a number beyond Unicode is no character, and HashiCorp's parser says so too.
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
  return { text: String.fromCodePoint(point), length: length + 2 };
}

/**
 * `<<-`: removes the smallest indentation of the lines from every line. A line is seen as such only where
 * the text before it still ends in a newline after stripping; an interpolation in column 1 has none.
 */
function removeIndentation(pieces: readonly Piece[]): void {
  let smallest = Number.POSITIVE_INFINITY;
  const lines: Text[] = [];
  let atLineStart = true;
  for (const piece of pieces) {
    if (atLineStart) {
      atLineStart = false;
      if (piece.kind !== 'text') smallest = 0;
      else if (piece.text.replace(LEADING_SPACE, '') !== '' || !piece.text.endsWith('\n')) {
        smallest = Math.min(smallest, indentation(piece.text));
        lines.push(piece);
      }
    }
    if (piece.kind === 'text' && piece.text.endsWith('\n')) atLineStart = true;
  }
  for (const line of lines) {
    line.text = line.text.slice(smallest);
    line.range = { ...line.range, start: Math.min(line.range.start + smallest, line.range.end) };
  }
}

const indentation = (text: string): number => LEADING_SPACE.exec(text)?.[0].length ?? 0;

function joinTexts(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = {
        kind: 'text',
        text: last.text + piece.text,
        range: span(last.range, piece.range),
      };
    } else joined.push(piece);
  }
  return joined;
}

/** An `if` or `for` whose end has not come yet, with the parts that stand in it so far. */
interface OpenDirective {
  readonly piece: Extract<Piece, { kind: 'if' | 'for' }>;
  readonly parts: TemplatePart[];
  readonly otherwise: TemplatePart[];
  inElse: boolean;
}

function asTree(pieces: readonly Piece[]): TemplatePart[] {
  const root: TemplatePart[] = [];
  const open: OpenDirective[] = [];
  const add = (part: TemplatePart): void => {
    const inner = open.at(-1);
    if (inner === undefined) root.push(part);
    else (inner.inElse ? inner.otherwise : inner.parts).push(part);
  };
  for (const piece of pieces) {
    if (piece.kind === 'text' || piece.kind === 'interpolation') add(piece);
    else if (piece.kind === 'if' || piece.kind === 'for') {
      if (open.length >= MAX_NESTING) throw tooDeep(piece.range);
      open.push({ piece, parts: [], otherwise: [], inElse: false });
    } else if (piece.kind === 'else') {
      const inner = open.at(-1);
      if (inner?.piece.kind !== 'if' || inner.inElse) throw unexpected(piece.kind, piece.range);
      inner.inElse = true;
    } else {
      const inner = open.pop();
      if (inner === undefined || `end${inner.piece.kind}` !== piece.kind) {
        throw unexpected(piece.kind, piece.range);
      }
      add(closed(inner, piece.range));
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw new SyntaxFault(
      `This directive has no %{ end${unclosed.piece.kind} } before the end of its template.`,
      unclosed.piece.range,
    );
  }
  return root;
}

function closed({ piece, parts, otherwise }: OpenDirective, end: SourceRange): TemplateIf | TemplateFor {
  const range = span(piece.range, end);
  if (piece.kind === 'if') {
    // oxlint-disable-next-line unicorn/no-thenable -- it is never awaited
    return { kind: 'if', condition: piece.condition, then: parts, else: otherwise, range };
  }
  const { keyName, valueName, collection } = piece;
  return { kind: 'for', keyName, valueName, collection, body: parts, range };
}

const unexpected = (name: string, range: SourceRange): SyntaxFault =>
  new SyntaxFault(`There is no open directive here that "${name}" could belong to.`, range);

const tooDeep = (range: SourceRange): SyntaxFault =>
  new SyntaxFault(`Template directives may be nested ${MAX_NESTING} levels deep.`, range, 'limit-exceeded');
