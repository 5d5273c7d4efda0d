import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCondition, holds } from '../../src/policy/cel.ts';
import { Reading } from '../../src/policy/reading.ts';
import { bool, number, open, server } from '../support/estate.ts';

type Truth = boolean | undefined;

/** A condition and what three-valued logic makes of it. */
interface Condition {
  readonly text: string;
  readonly truth: (of: readonly Truth[]) => Truth;
}

const FACTS = [
  'server.hasSnapshot',
  'server.hibernationEnabled',
  'server.premiumStorageCapable',
  'server.memoryFullyReserved',
];

const and = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
const not = (a: Truth): Truth => (a === undefined ? undefined : !a);
const or = (a: Truth, b: Truth): Truth => not(and(not(a), not(b)));

const { condition } = fc.letrec<{ condition: Condition }>(tie => ({
  condition: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc
      .nat(FACTS.length - 1)
      .map(index => ({ text: FACTS[index] ?? '', truth: (of: readonly Truth[]) => of[index] })),
    tie('condition').map(({ text, truth }) => ({
      text: `!(${text})`,
      truth: (of: readonly Truth[]) => not(truth(of)),
    })),
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => ({
      text: `(${a.text} && ${b.text})`,
      truth: (of: readonly Truth[]) => and(a.truth(of), b.truth(of)),
    })),
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => ({
      text: `(${a.text} || ${b.text})`,
      truth: (of: readonly Truth[]) => or(a.truth(of), b.truth(of)),
    })),
  ),
}));

const valueOf = (truth: Truth, index: number) => (truth === undefined ? open(`fact ${index}`) : bool(truth));

describe('a condition over facts that may be unknown', () => {
  it('is what three-valued logic makes of it, and says what is needed when that is nothing', () => {
    const truths = fc.array(fc.constantFrom<Truth>(true, false, undefined), {
      minLength: FACTS.length,
      maxLength: FACTS.length,
    });
    fc.assert(
      fc.property(condition, truths, ({ text, truth }, of) => {
        const [hasSnapshot, hibernationEnabled, premiumStorageCapable, fullyReserved] = of.map(valueOf);
        assert.ok(hasSnapshot && hibernationEnabled && premiumStorageCapable && fullyReserved);
        const subject = server({
          hasSnapshot,
          hibernationEnabled,
          premiumStorageCapable,
          memory: { sizeMib: number(8192), fullyReserved },
        });
        assert.equal(checkCondition('server', text), undefined);
        const reading = new Reading(new Map());
        const answer = holds(text, { kind: 'server', server: subject }, RUN, reading);
        assert.equal(answer, truth(of), text);
        if (answer !== undefined) return;
        // Each need is a fact that is unknown and stands in the condition.
        const open = FACTS.flatMap((fact, index) =>
          of[index] === undefined && text.includes(fact) ? [`fact ${index}`] : [],
        );
        assert.ok(reading.needs.length > 0);
        for (const need of reading.needs) assert.ok(open.includes(need.text), text);
      }),
      { numRuns: 300, seed: 20261121 },
    );
  });

  it('sees the day of the run, and that day in one year', () => {
    const ask = (text: string) =>
      holds(text, { kind: 'server', server: server() }, RUN, new Reading(new Map()));
    assert.equal(ask("run.date == '2026-11-21' && run.dateInOneYear == '2027-11-21' && !run.strict"), true);
  });
});

const RUN = { date: '2026-11-21', strict: false };
