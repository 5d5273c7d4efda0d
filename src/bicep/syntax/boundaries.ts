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
 * Puts a `boundary` before every statement that begins in the first column. Where a bracket is not closed,
 * it tells which statement the mistake is in, so that the others are not lost.
 */
export function withBoundaries(text: string, lexed: Lexed): Lexed {
  const kinds: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const malformed = new Set<number>();
  let isDecorated = false;
  for (const [index, kind] of lexed.kinds.entries()) {
    const start = lexed.starts[index] ?? 0;
    const end = lexed.ends[index] ?? start;
    const isLineStart = index > 0 && lexed.kinds[index - 1] === Token.newline && isFirstColumn(text, start);
    const begins =
      isLineStart && (kind === Token.at || beginsStatement(text.slice(start, end), lexed.kinds[index + 1]));
    if (begins) {
      if (!isDecorated) {
        kinds.push(Token.boundary);
        starts.push(start);
        ends.push(start);
      }
      isDecorated = kind === Token.at;
    }
    if (lexed.malformed.has(index)) malformed.add(kinds.length);
    kinds.push(kind);
    starts.push(start);
    ends.push(end);
  }
  return { ...lexed, kinds, starts, ends, malformed };
}

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
