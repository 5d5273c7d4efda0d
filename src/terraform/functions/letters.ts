/** Text as Go sees it, where JavaScript differs. */

/**
 * The user-perceived characters of a text (Unicode Standard Annex 29): what `length`, `substr`, `strrev` and
 * the widths of `format` count.
 */
export function graphemes(text: string): readonly string[] {
  // Only here is one code unit surely one character; CRLF already is one of two.
  if (/^[\n\x20-\x7e]*$/.test(text)) return text.split('');
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(part => part.segment);
}

/**
 * Upper case, one character for one (Go `unicode.ToUpper`): `ß` has no upper-case letter and stays, where
 * JavaScript makes it `SS`.
 */
export function upperCase(text: string): string {
  return mapCharacters(text, character => {
    const upper = character.toUpperCase();
    return countOf(upper) === 1 ? upper : (IOTA_UPPER.get(character) ?? character);
  });
}

/** Lower case, one character for one (Go `unicode.ToLower`). */
export function lowerCase(text: string): string {
  return mapCharacters(text, character => {
    const lower = character.toLowerCase();
    return countOf(lower) === 1 ? lower : (lower[0] ?? character);
  });
}

/** Greek letters with iota subscript, the only ones that JavaScript takes apart and Unicode maps one to one. */
const IOTA_UPPER: ReadonlyMap<string, string> = new Map(
  (
    [
      [0x1f80, 8, 8],
      [0x1f90, 8, 8],
      [0x1fa0, 8, 8],
      [0x1fb3, 1, 9],
      [0x1fc3, 1, 9],
      [0x1ff3, 1, 9],
    ] as const
  ).flatMap(([first, count, distance]) =>
    Array.from({ length: count }, (_, at): [string, string] => [
      String.fromCodePoint(first + at),
      String.fromCodePoint(first + at + distance),
    ]),
  ),
);

const countOf = (text: string): number => Array.from(text).length;

const mapCharacters = (text: string, map: (character: string) => string): string =>
  text.replace(/[A-Za-z]|[^\0-\x7f]/gu, map);

/** Upper-cases each first letter after a character that is no letter, digit or underscore (Go `strings.Title`). */
export function titleCase(text: string): string {
  let previous = ' ';
  return Array.from(text)
    .map(character => {
      const title = isSeparator(previous) ? upperCase(character) : character;
      previous = character;
      return title;
    })
    .join('');
}

const isSeparator = (character: string): boolean =>
  /^[\0-\x7f]$/.test(character)
    ? !/\w/.test(character)
    : !/[\p{L}\p{Nd}]/u.test(character) && SPACE.test(character);

/** Unicode `White_Space`, which unlike JavaScript's `\s` has U+0085 and lacks U+FEFF. */
const SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/u;

export const trimSpace = (text: string): string => trimWhere(text, character => SPACE.test(character));

/** Removes characters from both ends while they fulfil the condition. */
export function trimWhere(text: string, drops: (character: string) => boolean): string {
  const characters = Array.from(text);
  let start = 0;
  let end = characters.length;
  while (start < end && drops(characters[start] ?? '')) start++;
  while (end > start && drops(characters[end - 1] ?? '')) end--;
  return characters.slice(start, end).join('');
}
