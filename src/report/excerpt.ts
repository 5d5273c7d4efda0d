import { locationOf, type SourceRange } from '../source/range.ts';
import { cellsOf, displayWidth, printable } from './terminal-text.ts';

/** A line of a file with the marked stretch under it, ready for a terminal. */
export interface Excerpt {
  readonly line: number;
  readonly text: string;
  /** Spaces, then a `^` for each cell of the marked stretch. */
  readonly mark: string;
  /** How many further lines the range takes. */
  readonly linesBelow: number;
}

const TAB_STOP = 4;

/** What of a long line is kept to the left of the mark. */
const LEAD = 24;

interface Cell {
  readonly text: string;
  readonly cells: number;
  readonly marked: boolean;
}

/**
 * The line where a range begins, in at most `width` cells. Tabs go to their stops, wide characters take two
 * cells, control characters are shown as such. A long line is cut around the mark.
 */
export function excerptOf(range: SourceRange, width: number): Excerpt {
  const { startLine, startColumn, ...last } = locationOf(range);
  const source = range.file.lineText(startLine);
  // What ends with a line end takes nothing of the line below.
  const takesNothing = last.endColumn === 1 && last.endLine > startLine;
  const endLine = takesNothing ? last.endLine - 1 : last.endLine;
  const endColumn = takesNothing ? source.length + 1 : last.endColumn;
  const end = endLine === startLine ? endColumn : source.length + 1;
  // A minified template is one line of megabytes; no more of it is looked at than can be shown.
  const cut = Math.max(0, startColumn - 1 - 2 * width);
  const near = source.slice(cut, startColumn + 4 * width);
  const shown = fit(lineCells(near, startColumn - 1 - cut, Math.max(startColumn, end - 1) - cut), width);
  const first = shown.findIndex(cell => cell.marked);
  const before = first < 0 ? shown : shown.slice(0, first);
  const marked = shown.filter(cell => cell.marked);
  return {
    line: startLine,
    text: textOfCells(shown).trimEnd(),
    mark: ' '.repeat(widthOfCells(before)) + '^'.repeat(Math.max(1, widthOfCells(marked))),
    linesBelow: endLine - startLine,
  };
}

/** `from` and `to` are offsets in the line; what overlaps them is marked. */
function lineCells(source: string, from: number, to: number): readonly Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  let column = 0;
  for (const part of source.split(/(\t)/)) {
    for (const piece of part === '\t' ? [{ text: part, cells: 1 }] : cellsOf(part)) {
      const marked = offset < to && offset + piece.text.length > from;
      const text = piece.text === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : printable(piece.text);
      const wide = piece.text === '\t' || text !== piece.text ? displayWidth(text) : piece.cells;
      cells.push({ text, cells: wide, marked });
      offset += piece.text.length;
      column += wide;
    }
  }
  return cells;
}

const ELLIPSIS: Cell = { text: '…', cells: 1, marked: false };

function fit(cells: readonly Cell[], width: number): readonly Cell[] {
  if (widthOfCells(cells) <= width) return cells;
  const first = cells.findIndex(cell => cell.marked);
  const last = cells.findLastIndex(cell => cell.marked);
  let from = 0;
  if (first >= 0 && widthOfCells(cells.slice(0, last + 1)) > width - 1) {
    from = first;
    for (let lead = 0; from > 0; from--) {
      lead += cells[from - 1]?.cells ?? 0;
      if (lead > LEAD) break;
    }
  }
  const kept: Cell[] = from > 0 ? [ELLIPSIS] : [];
  let used = kept.length;
  for (const [index, cell] of cells.entries()) {
    if (index < from) continue;
    const isLast = index === cells.length - 1;
    if (used + cell.cells > width - (isLast ? 0 : 1)) {
      kept.push(ELLIPSIS);
      break;
    }
    kept.push(cell);
    used += cell.cells;
  }
  return kept;
}

const widthOfCells = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.cells, 0);
const textOfCells = (cells: readonly Cell[]): string => cells.map(cell => cell.text).join('');
