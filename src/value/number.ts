import Big from 'big.js';
import { shortestDecimal } from './binary-float.ts';
import type { Origin } from './origin.ts';
import type { NumberValue } from './value.ts';

/**
 * Numbers are decimals. Terraform computes with 512-bit floats (zclconf/go-cty, `cty.Number`), ARM with
 * 64-bit integers; a double alone would make `0.1 + 0.2 == 0.3` false and lose large integers. So a double
 * stands for its shortest decimal text, and a number with other digits carries them in `exact`.
 */

export function numberFromText(text: string, origin: Origin): NumberValue {
  const value = Number(text);
  // Up to 15 digits a double and its decimal text stand for each other.
  if (text.length <= 15 && Number.isFinite(value)) return { kind: 'number', value, origin };
  return numberFromBig(new Big(text), origin);
}

export function numberFromBig(big: Big, origin: Origin): NumberValue {
  const value = Number(big.toString());
  if (Number.isFinite(value) && new Big(value).eq(big)) return { kind: 'number', value, origin };
  return { kind: 'number', value, exact: big, origin };
}

/** The decimal that a finite number stands for. */
export const bigOf = (number: NumberValue): Big => number.exact ?? new Big(number.value);

export const isFiniteNumber = (number: NumberValue): boolean =>
  number.exact !== undefined || Number.isFinite(number.value);

/** The shortest exact decimal text, never with an exponent: what `tostring` and interpolation print. */
export function numberText(number: NumberValue): string {
  if (Number.isSafeInteger(number.value) && number.exact === undefined) return String(number.value);
  if (!isFiniteNumber(number)) return number.value > 0 ? 'inf' : '-inf';
  const text = shortestDecimal(bigOf(number)).toFixed();
  return text === '-0' ? '0' : text;
}

export function numbersEqual(a: NumberValue, b: NumberValue): boolean {
  if (a.exact === undefined && b.exact === undefined) return a.value === b.value;
  if (!isFiniteNumber(a) || !isFiniteNumber(b)) return a.value === b.value;
  return bigOf(a).eq(bigOf(b));
}

/** Whether it is a whole number. */
export const isWhole = (number: NumberValue): boolean =>
  number.exact === undefined
    ? Number.isInteger(number.value)
    : number.exact.eq(number.exact.round(0, Big.roundDown));
