import type { Lexed } from './lexer.ts';
import { Token } from './tokens.ts';

/** What follows a keyword where it begins a statement, as a property of the same name never does. */
const FOLLOWERS: Readonly<Record<string, readonly number[]>> = {
  targetScope: [Token.assign],
  metadata: [Token.identifier],
  param: [Token.identifier],
  var: [Token.identifier],
  type: [Token.identifier],
  func: [Token.identifier],
  resource: [Token.identifier],
  module: [Token.identifier],
  output: [Token.identifier],
  assert: [Token.identifier],
  test: [Token.identifier],
  extension: [Token.identifier, Token.stringComplete],
  extensionConfig: [Token.identifier],
  import: [Token.openBrace, Token.star, Token.stringComplete],
  using: [Token.identifier, Token.stringComplete],
  extends: [Token.stringComplete],
};

/**
 * Puts a `boundary` before every statement that begins in the first column, and before each of its
 * decorators. Where brackets do not match, it tells what the mistake is in, so that the rest is not lost.
 */
export function withBoundaries(text: string, lexed: Lexed): Lexed {
  const beginnings = statementBeginnings(text, lexed);
  const kinds: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const malformed = new Set<number>();
  for (const [index, kind] of lexed.kinds.entries()) {
    const start = lexed.starts[index] ?? 0;
    if (beginnings.has(index)) {
      kinds.push(Token.boundary);
      starts.push(start);
      ends.push(start);
    }
    if (lexed.malformed.has(index)) malformed.add(kinds.length);
    kinds.push(kind);
    starts.push(start);
    ends.push(lexed.ends[index] ?? start);
  }
  return { ...lexed, kinds, starts, ends, malformed };
}

/** The tokens at which statements and their decorators begin. */
function statementBeginnings(text: string, { kinds, starts, ends }: Lexed): ReadonlySet<number> {
  const beginnings = new Set<number>();
  let decorators: number[] = [];
  for (const [index, kind] of kinds.entries()) {
    const start = starts[index] ?? 0;
    if (kinds[index - 1] !== Token.newline || !isFirstColumn(text, start)) continue;
    if (kind === Token.at) decorators.push(index);
    else if (beginsStatement(text.slice(start, ends[index]), kinds[index + 1])) {
      for (const beginning of [...decorators, index]) beginnings.add(beginning);
      decorators = [];
    } else if (!CLOSERS.has(kind)) decorators = [];
  }
  return beginnings;
}

/** A decorator may end with a bracket in the first column. */
const CLOSERS = new Set<number>([Token.closeParenthesis, Token.closeBracket, Token.closeBrace]);

const isFirstColumn = (text: string, start: number): boolean => '\r\n'.includes(text.charAt(start - 1));

const beginsStatement = (word: string, following: number | undefined): boolean =>
  following !== undefined &&
  Object.hasOwn(FOLLOWERS, word) &&
  (FOLLOWERS[word]?.includes(following) ?? false);

/** Where a multi-line string without an end was probably meant to end: before the next statement. */
export function likelyStringEnd(text: string, start: number): number {
  STATEMENT_LINE.lastIndex = start;
  return STATEMENT_LINE.exec(text)?.index ?? text.length;
}

const STATEMENT_LINE =
  /\r?\n(?:@\w|(?:metadata|param|var|type|func|output) \w+ |(?:resource|module) \w+ '|targetScope *=|import [{*'])/g;
