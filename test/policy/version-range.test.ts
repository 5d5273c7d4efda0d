import assert from 'node:assert/strict';
import { EXCHANGE_VERSIONS } from '../../src/estate/exchange-versions.ts';
import { inRange, parseVersionRange } from '../../src/policy/version-range.ts';

const versionsIn = (text: string): string[] => {
  const range = parseVersionRange(text);
  assert.ok(range !== undefined, `${text} is a range`);
  return EXCHANGE_VERSIONS.filter(version => inRange(range, version));
};

describe('a range of Exchange versions', () => {
  it('compares versions in the order in which they came out, SE last', () => {
    assert.deepEqual(versionsIn('>=2013'), ['2013', '2016', '2019', 'SE']);
    assert.deepEqual(versionsIn('>2019'), ['SE']);
    assert.deepEqual(versionsIn('<=2010'), ['5.5', '2000', '2003', '2007', '2010']);
    assert.deepEqual(versionsIn('2007'), ['2007']);
    assert.deepEqual(versionsIn('=SE'), ['SE']);
  });

  it('joins comparisons with a space and alternatives with ||', () => {
    assert.deepEqual(versionsIn('>=2007 <2016'), ['2007', '2010', '2013']);
    assert.deepEqual(versionsIn('2003 || >=2019'), ['2003', '2019', 'SE']);
  });

  it('is not every text', () => {
    for (const text of ['', '2014', '>=', '=>2013', '2013,2016', '>= 2013', '||']) {
      assert.equal(parseVersionRange(text), undefined, text);
    }
  });
});
