import { type Location, locationOf, type SourceRange, textOf } from '../source/range.ts';

/** Places in SARIF's form (OASIS SARIF 2.1.0, sections 3.28 to 3.30). */

export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine: number;
  readonly endColumn?: number;
  readonly snippet?: { readonly text: string };
}

export interface SarifPhysicalLocation {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
  readonly region: SarifRegion;
  readonly contextRegion?: SarifRegion;
}

export const SOURCE_ROOT = '%SRCROOT%';
/** Of modules that were downloaded: they are steps of a value, never the place of a result. */
export const HOME_FOLDER = '%HOME%';

/** Longer stretches tell a reader nothing and make logs grow: a minified template is one line. */
const MAX_SNIPPET = 1000;

/** A relative reference as RFC 3986 wants it. */
const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/**
 * The exact place with its text. The context is the place's own lines and no more: a line next to it may hold
 * a secret.
 */
export function physicalLocation(range: SourceRange): SarifPhysicalLocation {
  const location = locationOf(range);
  const context = contextOf(range, location);
  return {
    artifactLocation: artifactLocation(location.file),
    region: { ...regionOf(location), ...snippet(textOf(range)) },
    ...(context === undefined ? {} : { contextRegion: context }),
  };
}

export const artifactLocation = (path: string) =>
  path.startsWith('~/')
    ? { uri: uriOf(path.slice('~/'.length)), uriBaseId: HOME_FOLDER }
    : { uri: uriOf(path), uriBaseId: SOURCE_ROOT };

export function regionOf({ startLine, startColumn, endLine, endColumn }: Location): SarifRegion {
  const empty = startLine === endLine && endColumn <= startColumn;
  return { startLine, startColumn, endLine, endColumn: empty ? startColumn + 1 : endColumn };
}

const snippet = (text: string) => (text === '' || text.length > MAX_SNIPPET ? {} : { snippet: { text } });

/** Must be larger than the region itself (SARIF 3.29.5), so there is none when the region fills its lines. */
function contextOf({ file }: SourceRange, location: Location): SarifRegion | undefined {
  const { startLine, startColumn, endLine, endColumn } = location;
  const start = file.lineStarts[startLine - 1] ?? 0;
  if ((file.lineStarts[endLine] ?? file.text.length) - start > MAX_SNIPPET) return undefined;
  const lines: string[] = [];
  for (let line = startLine; line <= endLine; line++) lines.push(file.lineText(line));
  const fills = startColumn === 1 && endColumn > file.lineText(endLine).length;
  return fills ? undefined : { startLine, endLine, snippet: { text: lines.join('\n') } };
}
