import { type Diagnostic, pathOf } from '../source/diagnostic.ts';
import { type Location, locationOf } from '../source/range.ts';
import { type Json, valueToJson } from '../value/json.ts';
import type { Value } from '../value/value.ts';

/** The pieces that the JSON formats have in common. */

export interface DiagnosticJson {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** 1-based. What is about a whole file, or one that could not be read, points at its start. */
export function diagnosticToJson(item: Diagnostic): DiagnosticJson {
  const { severity, code, message } = item;
  const { file, startLine, startColumn, endLine, endColumn } = placeOf(item);
  return { severity, code, message, file, line: startLine, column: startColumn, endLine, endColumn };
}

/** Where a diagnostic points, for formats that need a line. */
export function placeOf(item: Diagnostic): Location {
  if (item.range !== undefined) return locationOf(item.range);
  return { file: pathOf(item) || '.', startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
}

/** A value as reports may show it: like `valueToJson`, with `(sensitive)` for what is marked as secret. */
export function shownValue(value: Value): Json {
  if (value.sensitive === true) return '(sensitive)';
  if (value.kind === 'list') return value.elements.map(shownValue);
  return valueToJson(value);
}

/** As all JSON outputs are written: two spaces, a line feed at the end. */
export const jsonText = (json: object): string => `${JSON.stringify(json, undefined, 2)}\n`;
