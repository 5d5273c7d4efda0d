/** Where identifiers, numbers and lines end (HCL specification, "Identifiers", "Numeric Literals"). */

export const NEWLINE = 10;
export const RETURN = 13;

export const isBlank = (code: number): boolean => code === 32 || code === 9;

export const isLineEnd = (code: number): boolean => code === NEWLINE || code === RETURN;

/** The end of the line that `start` is in, before its line ending. */
export function lineEnd(text: string, start: number, limit: number): number {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 || newline > limit ? limit : newline;
  return text.charCodeAt(end - 1) === RETURN && end > start ? end - 1 : end;
}

/** Is the line from `start` to `end` nothing but the end marker of a heredoc? Without a newline after it it is not. */
export function isMarkerLine(text: string, start: number, end: number, marker: string): boolean {
  if (!isLineEnd(text.charCodeAt(end))) return false;
  let first = start;
  while (first < end && text.charCodeAt(first) <= 32) first++;
  return text.startsWith(marker, first) && text.slice(first, end).trim() === marker;
}

/** Where a heredoc without an end was probably meant to end: a line `EOT)`, or the next `}` in column 1. */
export function likelyHeredocEnd(text: string, open: number, limit: number): number {
  const marker = /^<<-?(.*?)\r?$/.exec(text.slice(open, lineEnd(text, open, limit)))?.[1] ?? '';
  let closing: number | undefined;
  for (
    let line = text.indexOf('\n', open) + 1;
    line > 0 && line < limit;
    line = text.indexOf('\n', line) + 1
  ) {
    const content = text.slice(line, lineEnd(text, line, limit)).trim();
    if (content.startsWith(marker) && identifierEnd(content, 0, content.length) === marker.length)
      return line;
    if (closing === undefined && text.charCodeAt(line) === 125) closing = line;
  }
  return closing ?? limit;
}

export const isIdentifierStart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;

/** Literals inside of functions: few texts need them, and V8 takes long to make them. */
const startsIdentifier = (character: string): boolean => /\p{ID_Start}/u.test(character);
const continuesIdentifier = (character: string): boolean => /\p{ID_Continue}/u.test(character);

/** The end of the identifier that begins at `start`, or `start` when none does. A `-` may stand inside. */
export function identifierEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      const inside = isIdentifierStart(code) || (end > start && ((code >= 48 && code <= 57) || code === 45));
      if (!inside) break;
      end++;
    } else {
      const character = String.fromCodePoint(text.codePointAt(end) ?? 0);
      if (!(end === start ? startsIdentifier : continuesIdentifier)(character)) break;
      end += character.length;
    }
  }
  return end;
}

/**
 * As HashiCorp's scanner does, a number takes in every digit, dot and exponent that follows; the parser
 * rejects `1.2.3`. It does not end in a dot.
 */
export function numberEnd(text: string, start: number, limit: number): number {
  let end = start + 1;
  let last = end;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) last = ++end;
    else if (code === 46) end++;
    else if (code === 101 || code === 69) {
      const sign = text.charCodeAt(end + 1);
      const digit = sign === 43 || sign === 45 ? end + 2 : end + 1;
      if (!isDigit(text.charCodeAt(digit))) break;
      last = end = digit + 1;
    } else break;
  }
  return last;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * Where the text goes on after a run of `$` (or `%`), or -1 when the run begins a sequence. One mark before
 * `{` begins a sequence; two or more are text, with the brace: `$${` is an escaped `${`.
 */
export function dollarsEnd(text: string, start: number, code: number): number {
  let end = start + 1;
  while (text.charCodeAt(end) === code) end++;
  if (text.charCodeAt(end) !== 123) return end;
  return end - start === 1 ? -1 : end + 1;
}
