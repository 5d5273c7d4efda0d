import Big from 'big.js';

/**
 * Terraform computes with binary floats of 512 bits and prints the shortest decimal that reads back as the
 * same float (go-cty `cty.Number`, Go `math/big`). Decimals are exact for what people write; a result with
 * more digits than such a float tells apart is rounded to the float, so that `1 / 3 * 3 == 1`.
 */

const MANTISSA_BITS = 512;

/** Every decimal of as many digits is the shortest one of its own float. */
const CERTAIN_DIGITS = 154;

/** As many digits always tell a float from its neighbours. */
const SUFFICIENT_DIGITS = 156;

/** The result of an operation other than division, rounded to what Terraform's numbers hold. */
export const roundedToFloat = (big: Big): Big =>
  big.c.length <= CERTAIN_DIGITS ? big : decimalOfFloat(nearestFloat(fractionOf(big)), big.s);

/** `x / y`, of which `y` is not 0, as the float that Terraform has for it. */
export function dividedAsFloat(x: Big, y: Big): Big {
  if (x.eq(0)) return x;
  const [above, below] = [fractionOf(x), fractionOf(y)];
  const numerator = above.numerator * below.denominator;
  const denominator = above.denominator * below.numerator;
  return decimalOfFloat(nearestFloat({ numerator, denominator }), x.s * y.s);
}

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The absolute value as a fraction of whole numbers. */
function fractionOf(big: Big): Fraction {
  const digits = BigInt(big.c.join(''));
  const exponent = big.e - (big.c.length - 1);
  return exponent >= 0
    ? { numerator: digits * 10n ** BigInt(exponent), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-exponent) };
}

const bitLength = (number: bigint): number => number.toString(2).length;

/** A float without its sign: `mantissa * 2 ** exponent`. */
interface BinaryFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** The float nearest to a positive fraction; to the even one of two that are as near. */
function nearestFloat({ numerator, denominator }: Fraction): BinaryFloat {
  // The quotient gets a bit or two more than the mantissa has, and what is below decides the rounding.
  const shift = MANTISSA_BITS + 1 - (bitLength(numerator) - bitLength(denominator));
  const [up, down] =
    shift >= 0 ? [numerator << BigInt(shift), denominator] : [numerator, denominator << BigInt(-shift)];
  const quotient = up / down;
  const extra = BigInt(bitLength(quotient) - MANTISSA_BITS);
  const half = 1n << (extra - 1n);
  const mantissa = quotient >> extra;
  const rest = quotient - (mantissa << extra);
  const isTie = rest === half && quotient * down === up;
  const roundsUp = rest >= half && (!isTie || mantissa % 2n === 1n);
  return { mantissa: mantissa + (roundsUp ? 1n : 0n), exponent: Number(extra) - shift };
}

const fractionOfFloat = ({ mantissa, exponent }: BinaryFloat): Fraction =>
  exponent >= 0
    ? { numerator: mantissa << BigInt(exponent), denominator: 1n }
    : { numerator: mantissa, denominator: 1n << BigInt(-exponent) };

function decimalOfFloat({ mantissa, exponent }: BinaryFloat, sign: number): Big {
  const digits =
    exponent >= 0
      ? String(mantissa << BigInt(exponent))
      : `${mantissa * 5n ** BigInt(-exponent)}e${exponent}`;
  return new Big(sign < 0 ? `-${digits}` : digits);
}

/** The shortest decimal that is nearer to the number than to any other float. */
export function shortestDecimal(big: Big): Big {
  if (big.c.length <= CERTAIN_DIGITS) return big;
  const float = nearestFloat(fractionOf(big));
  const { numerator, denominator } = fractionOfFloat(float);
  const magnitude = decimalMagnitude(numerator, denominator);
  let shortest = '';
  for (let digits = SUFFICIENT_DIGITS; digits > 0; digits--) {
    const scale = digits - 1 - magnitude;
    const [up, down] =
      scale >= 0
        ? [numerator * 10n ** BigInt(scale), denominator]
        : [numerator, denominator * 10n ** BigInt(-scale)];
    const candidate = (2n * up + down) / (2n * down);
    const distance = candidate * down - up;
    // Half of the last bit of the mantissa, on the same scale.
    const limit = up / (2n * float.mantissa);
    if ((distance < 0n ? -distance : distance) > limit) break;
    shortest = `${candidate}e${-scale}`;
  }
  return new Big(big.s < 0 ? `-${shortest}` : shortest);
}

/** The exponent of the leading decimal digit of a fraction. */
function decimalMagnitude(numerator: bigint, denominator: bigint): number {
  if (numerator >= denominator) return String(numerator / denominator).length - 1;
  const estimate = String(denominator).length - String(numerator).length;
  return numerator * 10n ** BigInt(estimate) >= denominator ? -estimate : -estimate - 1;
}
