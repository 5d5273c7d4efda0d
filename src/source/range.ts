import type { Position, SourceFile } from './file.ts';

/** A stretch of a file: from offset `start` up to, not including, offset `end`. */
export interface SourceRange {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A range in the form that people and reports use: 1-based, the end column one past the last character. */
export interface Location {
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function locationOf(range: SourceRange): Location {
  const start: Position = range.file.positionAt(range.start);
  const end: Position = range.file.positionAt(Math.max(range.start, range.end));
  return {
    file: range.file.path,
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** The smallest range that holds both; they must be of one file. */
export function span(first: SourceRange, last: SourceRange): SourceRange {
  return {
    file: first.file,
    start: Math.min(first.start, last.start),
    end: Math.max(first.end, last.end),
  };
}

export function textOf(range: SourceRange): string {
  return range.file.text.slice(range.start, range.end);
}

/** Orders ranges by path, then by place; reports are sorted with it so that they never depend on a listing. */
export function compareRanges(a: SourceRange, b: SourceRange): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}
