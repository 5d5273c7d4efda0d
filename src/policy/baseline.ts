import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/file.ts';
import { type JsonNode, jsonMember, parseJson } from '../source/json.ts';
import type { SourceRange } from '../source/range.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';

/**
 * A baseline: findings that are known and accepted, so that only new ones are reported. An entry is found
 * again by its rule, verdict, file and the fingerprint of its line, so it survives text above it; its
 * subject only tells apart several findings on one line.
 */
interface Entry {
  readonly rule: string;
  readonly verdict: string;
  readonly path: string;
  readonly fingerprint: string;
  readonly subject: string;
}

const FIELDS = ['rule', 'verdict', 'path', 'fingerprint', 'subject'] as const;

const entryOf = ({ rule, verdict, range, subject }: Finding): Entry => ({
  rule,
  verdict,
  path: range.file.path,
  fingerprint: fingerprintOf(range),
  subject: subject.address,
});

const keyOf = ({ rule, verdict, path, fingerprint }: Entry): string =>
  [rule, verdict, path, fingerprint].join('\0');

/** The text of a baseline file that holds the findings. The same findings give the same text. */
export function writeBaseline(findings: readonly Finding[]): string {
  const entries = findings.map(entryOf).map(entry => JSON.stringify(entry));
  return `{"version":1,"findings":[${entries
    .sort()
    .map(entry => `\n  ${entry}`)
    .join(',')}\n]}\n`;
}

export interface BaselineResult<F extends Finding> {
  /** The findings that the baseline does not hold. */
  readonly fresh: readonly F[];
  readonly known: readonly F[];
  /** `baseline-stale` and `baseline-invalid`. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a run looked at: an entry outside of it is neither found nor stale. All when left out. */
export interface BaselineScope {
  /** Ids of the rules that were judged. */
  readonly rules?: readonly string[] | undefined;
  /** Paths of the files that were read, for a run that looks at changed files only. */
  readonly files?: readonly string[] | undefined;
}

/** Takes the findings that a baseline file holds away: each entry accounts for one. */
export function applyBaseline<F extends Finding>(
  findings: readonly F[],
  file: SourceFile,
  { rules, files }: BaselineScope = {},
): BaselineResult<F> {
  const { entries, diagnostics } = readBaseline(file);
  const unmatched = new Map<string, PlacedEntry[]>();
  for (const placed of entries) {
    const key = keyOf(placed.entry);
    const list = unmatched.get(key);
    if (list === undefined) unmatched.set(key, [placed]);
    else list.push(placed);
  }

  // First the entries about the very same subject, so that a new finding beside a known one stays new.
  const known = new Set<F>();
  for (const exact of [true, false]) {
    for (const finding of findings) {
      if (known.has(finding)) continue;
      const entry = entryOf(finding);
      const list = unmatched.get(keyOf(entry)) ?? [];
      const index = exact ? list.findIndex(placed => placed.entry.subject === entry.subject) : 0;
      if (index >= 0 && list.splice(index, 1).length > 0) known.add(finding);
    }
  }

  const left = [...unmatched.values()]
    .flat()
    .filter(({ entry }) => rules?.includes(entry.rule) !== false && files?.includes(entry.path) !== false);
  const stale = left.map(({ entry, range }) => {
    const message = `${entry.rule} on ${entry.subject} in ${entry.path} is no longer found; remove the entry.`;
    return diagnostic('baseline-stale', message, range);
  });
  return {
    fresh: findings.filter(finding => !known.has(finding)),
    known: findings.filter(finding => known.has(finding)),
    diagnostics: [...diagnostics, ...stale],
  };
}

interface PlacedEntry {
  readonly entry: Entry;
  readonly range: SourceRange;
}

function readBaseline(file: SourceFile): { entries: PlacedEntry[]; diagnostics: readonly Diagnostic[] } {
  const { root, diagnostics } = parseJson(file);
  if (root === undefined || diagnostics.length > 0) return { entries: [], diagnostics };
  const invalid = (message: string, range: SourceRange) => ({
    entries: [],
    diagnostics: [diagnostic('baseline-invalid', message, range)],
  });
  const version = jsonMember(root, 'version');
  const list = jsonMember(root, 'findings');
  if (version?.kind !== 'number' || version.text !== '1' || list?.kind !== 'array') {
    return invalid('This is not a baseline of version 1; write one with --write-baseline.', root.range);
  }
  const entries: PlacedEntry[] = [];
  for (const element of list.elements) {
    const entry = readEntry(element);
    if (entry === undefined) return invalid(`An entry has the texts ${FIELDS.join(', ')}.`, element.range);
    entries.push({ entry, range: element.range });
  }
  return { entries, diagnostics: [] };
}

function readEntry(node: JsonNode): Entry | undefined {
  const [rule, verdict, path, fingerprint, subject] = FIELDS.map(name => {
    const value = jsonMember(node, name);
    return value?.kind === 'string' ? value.value : undefined;
  });
  const complete =
    rule !== undefined &&
    verdict !== undefined &&
    path !== undefined &&
    fingerprint !== undefined &&
    subject !== undefined;
  return complete ? { rule, verdict, path, fingerprint, subject } : undefined;
}
