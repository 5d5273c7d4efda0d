import type { SourceFile } from '../source/file.ts';
import type { SourceRange } from '../source/range.ts';

/**
 * GitHub's `primaryLocationLineHash`: a hash of the 100 characters from the start of a line on, so that an
 * alert stays the same one when text above it comes or goes. The rules are those of github/codeql-action,
 * `src/fingerprints.ts`, which GitHub computes it with where a log has none.
 */
const BLOCK_LENGTH = 100;
const BASE = 37;
const END_OF_FILE = 65535;
const TWO_TO_32 = 0x1_0000_0000;

const computed = new WeakMap<SourceFile, readonly string[]>();

/** The fingerprint of the line that a range begins on: `416740ac0ed5e726:1`. */
export function fingerprintOf({ file, start }: SourceRange): string {
  let fingerprints = computed.get(file);
  if (fingerprints === undefined) {
    fingerprints = lineFingerprints(file.text);
    computed.set(file, fingerprints);
  }
  return fingerprints[file.positionAt(start).line - 1] ?? '';
}

/** The fingerprints of all lines: the hash, and how often it has come up so far. */
export function lineFingerprints(text: string): readonly string[] {
  const { units, lineStarts } = normalised(text);
  const counts = new Map<string, number>();
  return lineStarts.map(start => {
    const hash = hashOf(units, start);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** UTF-16 code units without spaces and tabs, each line end as one LF, and a mark at the end. */
function normalised(text: string): { units: Uint16Array; lineStarts: number[] } {
  const units = new Uint16Array(text.length + 1);
  const lineStarts = [0];
  let length = 0;
  let afterReturn = false;
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    const skipped = unit === 32 || unit === 9 || (unit === 10 && afterReturn);
    afterReturn = unit === 13;
    if (skipped) continue;
    units[length++] = unit === 13 ? 10 : unit;
    if (unit === 13 || unit === 10) lineStarts.push(length);
  }
  units[length++] = END_OF_FILE;
  return { units: units.subarray(0, length), lineStarts };
}

/** Modulo 2^64, in two halves of 32 bits; what lies beyond the end counts as zeros. */
function hashOf(units: Uint16Array, start: number): string {
  let low = 0;
  let high = 0;
  for (let index = start; index < start + BLOCK_LENGTH; index++) {
    const sum = low * BASE + (units[index] ?? 0);
    low = sum >>> 0;
    high = (Math.imul(high, BASE) + Math.floor(sum / TWO_TO_32)) >>> 0;
  }
  const lowText = low.toString(16);
  return high === 0 ? lowText : high.toString(16) + lowText.padStart(8, '0');
}
