import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SourceFile } from '../../../src/source/file.ts';
import type { SourceRange } from '../../../src/source/range.ts';
import { parseHcl } from '../../../src/terraform/hcl/parser.ts';

const PIECES = [
  'a',
  'b',
  ' = ',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  '"x"',
  '${',
  '}',
  '~}',
  '${~',
  '%{ if x }',
  '%{ endif }',
  '%{ for i in y }',
  '%{ endfor }',
  '%{ else }',
  '\n',
  '\r\n',
  ' ',
  '.',
  '.*',
  '[*]',
  '1',
  '2.5',
  '-',
  '!',
  '+',
  '==',
  '&&',
  '?',
  ':',
  '::',
  ',',
  '...',
  '=>',
  'for x in y : x',
  'if ',
  '<<EOT\n',
  '<<-EOT\n',
  'EOT\n',
  '# c\n',
  '/* c */',
  'resource "a" "b" {\n',
  '$$',
  '\\',
  '\\n',
  'é',
  '\u{1f600}',
  "'",
  ';',
] as const;

const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

/** Ranges of a node and of what is in it; a child must lie inside its parent. */
function checkRanges(node: unknown, parent: SourceRange): void {
  if (Array.isArray(node)) for (const item of node) checkRanges(item, parent);
  else if (typeof node === 'object' && node !== null && !(node instanceof SourceFile)) {
    const range = 'range' in node && isRange(node.range) ? node.range : parent;
    assert.ok(range.start <= range.end, 'a range does not end before it begins');
    assert.ok(
      parent.start <= range.start && range.end <= parent.end,
      'a range lies inside the one around it',
    );
    for (const [key, child] of Object.entries(node)) if (key !== 'range') checkRanges(child, range);
  }
}

function isRange(value: unknown): value is SourceRange {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

describe('reading any text', () => {
  it('gives a tree whose ranges nest, and never fails', () => {
    fc.assert(
      fc.property(texts, text => {
        const file = new SourceFile('main.tf', text);
        const { body, diagnostics } = parseHcl(file);
        checkRanges(body, { file, start: 0, end: text.length });
        for (const { range } of diagnostics) {
          assert.ok(range && range.start >= 0 && range.start <= range.end && range.end <= text.length);
        }
      }),
      { numRuns: 2000, seed: 20 },
    );
  });
});
