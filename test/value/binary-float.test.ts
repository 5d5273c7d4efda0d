import assert from 'node:assert/strict';
import Big from 'big.js';
import { dividedAsFloat, roundedToFloat, shortestDecimal } from '../../src/value/binary-float.ts';

/** What `terraform console` prints for `tostring(x / y)`. */
const QUOTIENTS: readonly (readonly [string, string, string])[] = [
  [
    '22',
    '7',
    '3.1428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428571428',
  ],
  [
    '100000000000',
    '7',
    '14285714285.714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285714285',
  ],
  [
    '1',
    '300000',
    '0.0000033333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333335',
  ],
  ['1', '4', '0.25'],
  ['0', '7', '0'],
];

describe('a quotient', () => {
  for (const [x, y, expected] of QUOTIENTS) {
    it(`of ${x} and ${y} prints as Terraform prints it`, () => {
      assert.equal(shortestDecimal(dividedAsFloat(new Big(x), new Big(y))).toFixed(), expected);
      const opposite = shortestDecimal(dividedAsFloat(new Big(x).neg(), new Big(y)));
      assert.ok(opposite.eq(new Big(expected).neg()));
    });
  }
});

describe('a number of many digits', () => {
  it('is rounded to 512 bits, halves to the even float', () => {
    const rounded = (number: bigint) => roundedToFloat(new Big(String(number))).toFixed();
    assert.equal(rounded(2n ** 512n + 1n), String(2n ** 512n));
    assert.equal(rounded(2n ** 512n + 2n), String(2n ** 512n + 2n));
    assert.equal(rounded(2n ** 512n + 3n), String(2n ** 512n + 4n));
  });

  it('stays as it is while its digits tell it from all others', () => {
    const digits = '1'.repeat(154);
    assert.equal(roundedToFloat(new Big(`0.${digits}`)).toFixed(), `0.${digits}`);
  });
});
