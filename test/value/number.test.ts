import assert from 'node:assert/strict';
import {
  bigOf,
  isWhole,
  numberFromBig,
  numberFromText,
  numbersEqual,
  numberText,
} from '../../src/value/number.ts';
import { somewhere } from '../support/values.ts';

const number = (text: string) => numberFromText(text, somewhere);

describe('numbers', () => {
  it('keep digits that a double has not', () => {
    assert.equal(numberText(number('9007199254740993')), '9007199254740993');
    assert.equal(
      numberText(number('3.14159265358979323846264338327950288')),
      '3.14159265358979323846264338327950288',
    );
  });

  it('are decimals: 0.1 + 0.2 is 0.3', () => {
    const sum = numberFromBig(bigOf(number('0.1')).plus(bigOf(number('0.2'))), somewhere);
    assert.equal(numbersEqual(sum, number('0.3')), true);
  });

  it('print without exponent', () => {
    assert.equal(numberText(number('1e21')), '1000000000000000000000');
    assert.equal(numberText(number('1e-7')), '0.0000001');
    assert.equal(numberText(number('-0')), '0');
  });

  it('tell whole from broken ones', () => {
    assert.equal(isWhole(number('12')), true);
    assert.equal(isWhole(number('12.5')), false);
    assert.equal(isWhole(number('123456789012345678901234567890')), true);
  });
});
