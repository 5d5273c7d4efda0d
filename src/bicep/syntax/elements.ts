import type { TokenReader } from './reader.ts';
import { Token } from './tokens.ts';

/**
 * Reads what stands in the braces of an object or the brackets of an array, up to the bracket that closes.
 * Elements are separated by a comma or by new lines.
 */
export function readElements(reader: TokenReader, closer: number, readElement: () => void): void {
  if (reader.kind === closer) return;
  reader.skipNewlines();
  for (let wantsElement = true; !reader.isAtEnd && reader.kind !== closer; wantsElement = !wantsElement) {
    if (wantsElement) readElement();
    else if (reader.kind === Token.newline) reader.skipNewlines();
    else readSeparator(reader);
  }
}

function readSeparator(reader: TokenReader): void {
  if (!reader.take(Token.comma)) reader.missing('BCP236');
  else if (reader.kind === Token.newline) {
    reader.missing('BCP238');
    reader.next();
  }
}

/**
 * Reads the arguments of a function or a generic type, and the bracket that closes them. They are
 * separated by commas, and new lines may follow the commas.
 */
export function readArguments(
  reader: TokenReader,
  closer: number,
  mark: string,
  readArgument: () => void,
): void {
  if (reader.take(closer)) return;
  reader.skipNewlines();
  for (let wantsArgument = true; !reader.isAtEnd && reader.kind !== closer; wantsArgument = !wantsArgument) {
    if (wantsArgument) readArgument();
    else if (reader.kind === Token.newline) {
      const following = afterCommentedLines(reader);
      if (reader.endsAt(following)) break;
      if (reader.kindAt(following) !== closer) reader.missing('BCP237');
      reader.skipNewlines();
    } else if (!reader.take(Token.comma)) reader.missing('BCP236');
    else {
      reader.skipNewlines();
      // A comma before the bracket: the argument behind it is missing.
      if (reader.kind === closer) readArgument();
    }
  }
  if (reader.take(closer)) return;
  reader.missing('BCP018', mark);
}

/** Lines that hold a comment may stand before the bracket that closes, empty lines with blanks may not. */
function afterCommentedLines(reader: TokenReader): number {
  let at = reader.at + 1;
  while (reader.kindAt(at) === Token.newline && reader.followsComment(at)) at++;
  return at;
}
