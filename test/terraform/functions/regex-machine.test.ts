import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compilePattern } from '../../../src/terraform/functions/regex-machine.ts';
import { isProblem } from '../../../src/terraform/problem.ts';

/** Patterns in which RE2 and JavaScript mean the same, over letters that collide often. */
const pattern = fc.letrec<{ pattern: string; atom: string }>(tie => ({
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '\\bc'),
    fc.tuple(fc.constantFrom('(', '(?:'), tie('pattern')).map(([head, inner]) => `${head}${inner})`),
  ),
  pattern: fc.oneof(
    { depthSize: 'small' },
    tie('atom'),
    fc
      .tuple(fc.constantFrom('a', 'b', '[bc]'), fc.constantFrom('*', '+?', '{1,2}', '??'))
      .map(parts => parts.join('')),
    fc.tuple(tie('atom'), tie('pattern')).map(parts => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map(parts => parts.join('|')),
  ),
})).pattern;

describe('the regular expression machine', () => {
  it('finds what a backtracking engine finds, groups included', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' '), maxLength: 12 });
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        const program = compilePattern(source);
        assert.ok(!isProblem(program));
        const match = program.match(given, 0);
        assert.ok(!isProblem(match));
        const expected = new RegExp(source, 'u').exec(given);
        assert.deepEqual(
          match === undefined
            ? undefined
            : [match.start, given.slice(match.start, match.end), ...match.groups],
          expected === null ? undefined : [expected.index, ...expected],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the text where backtracking would never end', () => {
    const program = compilePattern('^(?:a?){60}a{60}(?:(?:a+)+)+$');
    assert.ok(!isProblem(program));
    assert.equal(program.match(`${'a'.repeat(300)}!`, 0), undefined);
  });

  it('refuses a pattern that would take too large a program', () => {
    const program = compilePattern('(?:(?:a{1000}){1000}){1000}');
    assert.equal(isProblem(program) && program.message, 'invalid regexp pattern: expression too large');
  });
});
