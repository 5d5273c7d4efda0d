import assert from 'node:assert/strict';
import { compareByWeight, decidingPlaces } from '../../src/report/places.ts';
import { diskFinding, MAIN, rangeOf, UNDECIDED } from './sample-report.ts';

describe('findings that the same text decides', () => {
  it('are one place, with its subjects in the order of their addresses', () => {
    const places = decidingPlaces([diskFinding('b'), UNDECIDED, diskFinding('a')]);
    assert.deepEqual(
      places.map(place => [place.rule, place.findings.map(finding => finding.subject.name)]),
      [
        ['EXSTO-41', ['ex01']],
        ['EXSTO-23', ['ex01-db-a', 'ex01-db-b']],
      ],
    );
  });

  it('have the worst level among them', () => {
    const [place] = decidingPlaces([{ ...diskFinding('a'), level: 'note' }, diskFinding('b')]);
    assert.equal(place?.level, 'error');
  });

  it('stay apart when their verdicts differ', () => {
    assert.equal(decidingPlaces([diskFinding('a'), { ...diskFinding('b'), verdict: 'undecided' }]).length, 2);
  });
});

describe('the order by weight', () => {
  it('puts errors first, then warnings and notes, then what is undecided', () => {
    const at = (rule: string, level: 'error' | 'warning' | 'note', verdict: 'violation' | 'undecided') => ({
      ...diskFinding('a'),
      rule,
      level,
      verdict,
      range: rangeOf(MAIN, 'var.size'),
    });
    const places = decidingPlaces([
      at('EX-1', 'error', 'undecided'),
      at('EX-2', 'note', 'violation'),
      at('EX-3', 'warning', 'violation'),
      at('EX-4', 'error', 'violation'),
    ]);
    assert.deepEqual(
      [...places].sort(compareByWeight).map(place => place.rule),
      ['EX-4', 'EX-3', 'EX-2', 'EX-1'],
    );
  });
});
