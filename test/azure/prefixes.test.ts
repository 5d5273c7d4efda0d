import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AddressSet, INTERNET, parsePrefix } from '../../src/azure/prefixes.ts';

describe('address prefixes', () => {
  const read = (text: string): string[] => {
    const range = parsePrefix(text);
    return range === undefined ? [] : AddressSet.of(range).prefixes();
  };

  it('are read in CIDR notation and as single addresses', () => {
    assert.deepEqual(read('10.0.0.0/8'), ['10.0.0.0/8']);
    assert.deepEqual(read(' 203.0.113.7 '), ['203.0.113.7/32']);
    assert.deepEqual(read('0.0.0.0/0'), ['0.0.0.0/0']);
    assert.deepEqual(read('2001:db8::/32'), ['2001:db8::/32']);
    assert.deepEqual(read('::ffff:192.0.2.1'), ['::ffff:c000:201/128']);
    assert.deepEqual(read('::/0'), ['::/0']);
  });

  it('lose the bits behind their length, as in Azure', () => {
    assert.deepEqual(read('10.1.2.3/16'), ['10.1.0.0/16']);
  });

  it('are nothing else', () => {
    for (const text of [
      '',
      '*',
      'Internet',
      '10.0.0',
      '10.0.0.256',
      '10.0.0.0/33',
      '10.0.0.0/8/8',
      '10.0.0.0/x',
      '1::2::3',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '12345::',
    ]) {
      assert.equal(parsePrefix(text), undefined, text);
    }
  });
});

describe('sets of addresses', () => {
  it('merge neighbours and take holes out exactly', () => {
    assert.deepEqual(AddressSet.from('10.0.0.0/25', '10.0.0.128/25').prefixes(), ['10.0.0.0/24']);
    assert.deepEqual(AddressSet.from('10.0.0.0/30').subtract(AddressSet.from('10.0.0.1')).prefixes(), [
      '10.0.0.0/32',
      '10.0.0.2/31',
    ]);
  });

  it('keep the two families apart', () => {
    const both = AddressSet.from('0.0.0.0/0', '::/0');
    assert.deepEqual(both.subtract(AddressSet.from('0.0.0.0/0')).prefixes(), ['::/0']);
    assert.deepEqual(both.ofFamilies([4]).prefixes(), ['0.0.0.0/0']);
  });

  it('hold of the Internet neither private nor platform addresses', () => {
    for (const inside of [
      '10.0.0.4',
      '172.20.1.1',
      '192.168.0.1',
      '168.63.129.16',
      '169.254.1.1',
      '100.64.0.1',
    ]) {
      assert.ok(!INTERNET.overlaps(AddressSet.from(inside)), inside);
    }
    for (const outside of ['8.8.8.8', '40.92.0.1', '203.0.113.5', '2a01:111:f400::1', '172.32.0.1']) {
      assert.ok(INTERNET.contains(AddressSet.from(outside)), outside);
    }
  });

  const small = fc.array(fc.tuple(fc.nat(31), fc.nat(31)), { maxLength: 5 }).map(pairs =>
    AddressSet.of(
      ...pairs.map(([a, b]) => ({
        family: 4 as const,
        first: BigInt(Math.min(a, b)),
        last: BigInt(Math.max(a, b)),
      })),
    ),
  );
  const members = (set: AddressSet): Set<number> =>
    new Set(
      Array.from({ length: 32 }, (_, n) => n).filter(n =>
        set.ranges.some(({ first, last }) => first <= BigInt(n) && BigInt(n) <= last),
      ),
    );

  it('agree with sets of numbers on every operation', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const [x, y] = [members(a), members(b)];
        assert.deepEqual(members(a.unite(b)), new Set([...x, ...y].sort((p, q) => p - q)));
        assert.deepEqual(members(a.intersect(b)), new Set([...x].filter(n => y.has(n))));
        assert.deepEqual(members(a.subtract(b)), new Set([...x].filter(n => !y.has(n))));
        assert.equal(
          a.contains(b),
          [...y].every(n => x.has(n)),
        );
        assert.equal(a.count, BigInt(x.size));
        assert.ok(AddressSet.from(...a.prefixes()).equals(a));
      }),
    );
  });
});
