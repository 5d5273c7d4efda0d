import { styleText } from 'node:util';

/** What a piece of text is, for its colour. */
export type Style = 'error' | 'warning' | 'note' | 'undecided' | 'good' | 'strong' | 'faint';

const COLOURS: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  note: ['bold', 'blue'],
  undecided: ['bold', 'magenta'],
  good: ['green'],
  strong: ['bold'],
  faint: ['dim'],
};

export type Paint = (style: Style, text: string) => string;

/** Whether there are colours is the caller's decision: a report knows no stream and no environment. */
export const paintWith =
  (colour: boolean): Paint =>
  (style, text) =>
    colour && text !== '' ? styleText(COLOURS[style], text, { validateStream: false }) : text;

const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]/gu;

/**
 * Text from a scanned file as it may be shown: no escape sequence, line break or bidirectional control of it
 * reaches a terminal.
 */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, mark => {
    const code = mark.charCodeAt(0);
    if (code === 9 || code === 10) return ' ';
    return code < 32
      ? String.fromCharCode(0x2400 + code)
      : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });

const ASCII = /^[\u0020-\u007e]*$/;
/** Literals inside of functions: V8 spends a millisecond on classes like these when it meets them. */
const isWide = (character: string): boolean =>
  /\p{Emoji_Presentation}|\ufe0f|\p{sc=Han}|\p{sc=Hangul}|\p{sc=Hiragana}|\p{sc=Katakana}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u.test(
    character,
  );
const hasNoWidth = (character: string): boolean => /^[\p{Mark}\p{Cf}]+$/u.test(character);

let segmenter: Intl.Segmenter | undefined;

/** The characters as a reader counts them, each with the terminal cells that it takes. */
export function* cellsOf(text: string): Generator<{ readonly text: string; readonly cells: number }> {
  if (ASCII.test(text)) {
    for (const character of text) yield { text: character, cells: 1 };
    return;
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) {
    yield { text: segment, cells: isWide(segment) ? 2 : hasNoWidth(segment) ? 0 : 1 };
  }
}

/** How many terminal cells a printable text takes. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const { cells } of cellsOf(text)) width += cells;
  return width;
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** Breaks prose at spaces into lines of at most `width` cells; a longer word keeps a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** `1 server`, `3 servers`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;

/** Rows as lines, with the cells of each column below each other and two spaces between columns. */
export function alignedRows(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
    }
  }
  return rows.map(row =>
    row
      .map((cell, column) => padEnd(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
