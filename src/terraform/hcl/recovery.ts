import { Token, type TokenReader } from './tokens.ts';

/**
 * Goes to the end of the line where the argument or block that begins with token `first` probably ends,
 * so that reading can go on behind an error.
 *
 * Brackets tell where that is, when they match. A line that begins at the item's column or left of it with
 * what looks like the next item, or with the brace of the block around it, tells it when they do not.
 */
export function skipBrokenItem(reader: TokenReader, first: number): void {
  const faultAt = Math.max(reader.at, first);
  const column = reader.columnAt(first);
  let line = faultAt;
  while (line > first + 1 && !reader.startsLine(line)) line--;
  let depth = 0;
  let at = first;
  for (; reader.kindAt(at) !== Token.endOfFile; at++) {
    const kind = reader.kindAt(at);
    const mayBegin = at > first && at >= line && depth > 0 && reader.startsLine(at);
    if (mayBegin && beginsItem(reader, at, column)) break;
    depth += DEPTH[kind] ?? 0;
    if (depth < 0) {
      // The brace of the block around the item; one that stands alone is part of what is broken.
      if (at > first) break;
      depth = 0;
    }
    if (kind === Token.newline && depth === 0 && at >= faultAt) break;
  }
  reader.at = at;
}

const DEPTH: Readonly<Record<number, number>> = {
  [Token.openBrace]: 1,
  [Token.openBracket]: 1,
  [Token.openParenthesis]: 1,
  [Token.interpolation]: 1,
  [Token.directive]: 1,
  [Token.closeBrace]: -1,
  [Token.closeBracket]: -1,
  [Token.closeParenthesis]: -1,
  [Token.sequenceEnd]: -1,
};

function beginsItem(reader: TokenReader, at: number, column: number): boolean {
  const kind = reader.kindAt(at);
  if (kind === Token.closeBrace) return reader.columnAt(at) < column;
  if (kind !== Token.identifier || reader.columnAt(at) > column) return false;
  const following = reader.kindAt(at + 1);
  return (
    following === Token.assign ||
    following === Token.openBrace ||
    following === Token.openQuote ||
    following === Token.identifier
  );
}
