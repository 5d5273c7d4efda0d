import type { Expression, InvalidExpression, StringExpression, StringPart } from '../ast.ts';
import type { SyntaxErrorCode } from './errors.ts';
import { stops, type TokenReader } from './reader.ts';
import { Token } from './tokens.ts';

/** Reads the expression in a hole. */
type ReadHole = (reader: TokenReader) => Expression;

const PIECE_END = stops(Token.stringMiddle, Token.stringRight, Token.newline);

const BACKSLASH = '\\';

/** How a string is written: how its first token begins, and what opens a hole in it. */
interface Notation {
  readonly open: number;
  readonly hole: number;
  readonly close: number;
  readonly isMultiLine: boolean;
}

/**
 * Reads a string, with the expressions in its holes. One that is not ended, or has a wrong escape, is
 * invalid as a whole.
 */
export function readString(reader: TokenReader, readHole: ReadHole): StringExpression | InvalidExpression {
  const first = reader.at;
  const notation = notationOf(reader.textAt(first));
  const parts: StringPart[] = [];
  let isWhole = addText(reader, parts, notation);
  while (reader.kindAt(reader.at - 1) !== Token.stringComplete) {
    const open = reader.endAt(reader.at - 1) - notation.hole;
    const value = reader.recover(() => readHole(reader), PIECE_END);
    if (!PIECE_END.has(reader.kind)) {
      const unexpected = reader.at;
      reader.skipTo(PIECE_END);
      reader.report('BCP064', reader.rangeSince(unexpected));
      isWhole = false;
    }
    if (reader.isAtEnd || reader.kind === Token.newline) {
      return { kind: 'invalid', range: reader.rangeSince(first) };
    }
    const end = reader.startAt(reader.at) + 1;
    parts.push({ kind: 'interpolation', value, range: reader.range(open, end) });
    isWhole = addText(reader, parts, notation) && isWhole;
    if (reader.kindAt(reader.at - 1) === Token.stringRight) break;
  }
  const range = reader.rangeSince(first);
  return isWhole ? { kind: 'string', parts, range } : { kind: 'invalid', range };
}

/** Reads a string where the grammar wants one; anything else is a fault, also a string that is broken. */
export function expectString(
  reader: TokenReader,
  code: SyntaxErrorCode,
  readHole: ReadHole,
): StringExpression {
  const first = reader.at;
  if (reader.kind !== Token.stringComplete && reader.kind !== Token.stringLeft) {
    const fault = reader.fault(code);
    reader.skipTo(PIECE_END);
    throw fault;
  }
  const text = readString(reader, readHole);
  if (text.kind === 'invalid') throw reader.fault(code, undefined, first);
  return text;
}

function notationOf(firstToken: string): Notation {
  const isMultiLine = firstToken.length > 2 && (firstToken.startsWith('$') || firstToken[1] === "'");
  if (!isMultiLine) return { open: 1, hole: 2, close: 1, isMultiLine };
  const dollars = firstToken.indexOf("'");
  return { open: dollars + 3, hole: dollars + 1, close: 3, isMultiLine };
}

/** Takes the next piece and adds its text; gives whether that could be decoded. */
function addText(reader: TokenReader, parts: StringPart[], notation: Notation): boolean {
  const piece = reader.next();
  if (reader.isMalformed(piece)) return false;
  const kind = reader.kindAt(piece);
  const opens = kind === Token.stringComplete || kind === Token.stringLeft;
  const closes = kind === Token.stringComplete || kind === Token.stringRight;
  let start = reader.startAt(piece) + (opens ? notation.open : 1);
  const end = reader.endAt(piece) - (closes ? notation.close : notation.hole);
  if (notation.isMultiLine && opens) start = afterLineEnd(reader.file.text, start);
  if (end <= start) return true;
  const written = reader.file.text.slice(start, end);
  const text = notation.isMultiLine || !written.includes(BACKSLASH) ? written : decoded(written);
  parts.push({ kind: 'text', text, range: reader.range(start, end) });
  return true;
}

/** The line break right after the opening quotes does not belong to the text. */
function afterLineEnd(text: string, start: number): number {
  let after = start;
  if (text[after] === '\r') after++;
  if (text[after] === '\n') after++;
  return after;
}

const decoded = (written: string): string =>
  written.replace(/\\(?:u\{([0-9a-fA-F]+)\}|(.))/g, (_, digits: string | undefined, mark: string) =>
    digits === undefined ? (ESCAPES[mark] ?? mark) : String.fromCodePoint(Number.parseInt(digits, 16)),
  );

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
