import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SourceRange } from '../../../src/source/range.ts';
import { errorsOf, parse, read } from './shape.ts';

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
  "'",
  "'x'",
  "'''",
  "$'''",
  '${',
  '\n',
  '\r\n',
  ' ',
  '.',
  '.?',
  '[*]',
  '1',
  '-',
  '!',
  '+',
  '==',
  '=>',
  '|',
  '?',
  ':',
  '::',
  ',',
  '...',
  '@',
  '@a()\n',
  '\\',
  '"',
  '//',
  '/*',
  '#',
  'param p string\n',
  "resource r 'x/y@1' = {\n",
  'var v = ',
  'type t = ',
  'func f(a int) int => ',
  'for ',
  ' in ',
  'if (',
  'import {',
  'output o ',
  '\u{1f600}',
  '\0',
] as const;

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(''));

/** Every node has a range inside the range of the node around it; what is missing is empty and may stand beside it. */
function assertRanges(node: unknown, outer: SourceRange): void {
  if (Array.isArray(node)) for (const item of node) assertRanges(item, outer);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const range = 'range' in node ? (node.range as SourceRange) : outer;
  assert.ok(range.start <= range.end);
  if (range.start < range.end) assert.ok(outer.start <= range.start && range.end <= outer.end);
  for (const [key, child] of Object.entries(node) as [string, unknown][]) {
    if (!['range', 'header', 'nameRange'].includes(key)) assertRanges(child, range);
  }
}

describe('the Bicep reader on any text', () => {
  it('gives a tree with a place for every node, and reads parameters files as safely', () =>
    fc.assert(
      fc.property(texts, fc.constantFrom('main.bicep', 'main.bicepparam'), (text, path) => {
        const { program } = parse(text, path);
        assertRanges(program.statements, program.range);
      }),
      { numRuns: 2000 },
    ));

  it('keeps the statement behind a broken one', () =>
    fc.assert(
      fc.property(texts, text => {
        fc.pre(!text.includes('/*') && !text.includes("'''"));
        const { statements } = read(`${text}\nresource last 'a/b@1' = {}\n`);
        assert.ok(statements.at(-1)?.endsWith('resource last "a/b@1" = {}'));
      }),
      { numRuns: 2000 },
    ));
});

describe('limits of the Bicep reader', () => {
  const limit = (text: string): string[] => errorsOf(parse(text)).filter(error => !/BCP\d+$/.test(error));

  it('nesting is limited, not the stack', () => {
    for (const text of [
      `var a = ${'['.repeat(50_000)}`,
      `var a = ${'('.repeat(300)}1${')'.repeat(300)}`,
      `var a = ${"'${".repeat(5000)}`,
      `type a = ${'['.repeat(50_000)}`,
      "resource a 'b' = {\n".repeat(5000),
    ]) {
      assert.match(limit(text)[0] ?? '', /may be nested 200 levels deep/, text.slice(0, 30));
    }
  });

  it('chains are limited too, since they make high trees', () => {
    assert.deepEqual(limit(`var a = b${' && b'.repeat(900)}`), []);
    assert.deepEqual(limit(`var a = b${' && b'.repeat(1500)}`), [
      '1:1 A statement may be 1000 operators and brackets high; this one is higher.',
    ]);
  });
});
