import Big from 'big.js';
import { shortestDecimal } from '../../value/binary-float.ts';
import { bigOf, isFiniteNumber, isWhole } from '../../value/number.ts';
import { BOOL, NUMBER, STRING, type Type } from '../../value/type.ts';
import type { NumberValue, Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { convert } from '../types.ts';
import { jsonText } from './json-text.ts';
import { graphemes } from './letters.ts';

/** One `%…` of a format string (go-cty `function/stdlib/format.go`, documented at Terraform's `format`). */
export interface FormatVerb {
  /** As written. */
  readonly text: string;
  readonly letter: string;
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  /** The argument that it writes, from 0. */
  readonly argument: number;
  /** The argument is named by a number: then not all need to be used. */
  readonly indexed: boolean;
  /** It writes a text exactly as it is. */
  readonly plain: boolean;
}

const VERB = /%(?:%|(?:\[(\d+)\])?([ #+\-0]*)(\d+)?(?:\.(\d*))?(?:\[(\d+)\])?([A-Za-z])?)/g;
const MAX_WIDTH = 10_000;

/** Splits a format string into texts and verbs. */
export function parseFormat(format: string): readonly (string | FormatVerb)[] | Problem {
  const parts: (string | FormatVerb)[] = [];
  let end = 0;
  let next = 0;
  for (const match of format.matchAll(VERB)) {
    parts.push(format.slice(end, match.index));
    end = match.index + match[0].length;
    if (match[0] === '%%') {
      parts.push('%');
      continue;
    }
    const verb = verbFrom(match, next);
    if (isProblem(verb)) return verb;
    next = verb.argument + 1;
    parts.push(verb);
  }
  parts.push(format.slice(end));
  return parts;
}

function verbFrom(match: RegExpMatchArray, next: number): FormatVerb | Problem {
  const [text = '', before, flags = '', width, precision, after, letter] = match;
  if (letter === undefined)
    return new Problem(`unrecognized format character in "${text}" at offset ${match.index}`, 0);
  if (!'tvbodxXeEfgGsq'.includes(letter)) {
    return new Problem(`unsupported format verb '${letter}' in "${text}" at offset ${match.index}`, 0);
  }
  if (Number(width ?? 0) > MAX_WIDTH || Number(precision ?? 0) > MAX_WIDTH) {
    return new Problem(`the width or precision in "${text}" is above ${MAX_WIDTH}`, 0);
  }
  const index = before ?? after;
  if (index !== undefined && Number(index) < 1)
    return new Problem(`the argument number in "${text}" must be at least 1`, 0);
  return {
    text,
    letter,
    flags,
    width: width === undefined ? undefined : Number(width),
    precision: precision === undefined ? undefined : Number(precision),
    argument: index === undefined ? next : Number(index) - 1,
    indexed: index !== undefined,
    plain:
      (letter === 's' || letter === 'v') && flags === '' && width === undefined && precision === undefined,
  };
}

/** Writes a wholly known value. */
export function writeVerb(verb: FormatVerb, value: Value): string | Problem {
  switch (verb.letter) {
    case 'v':
      return writeAny(verb, value);
    case 't':
      return writeAs(verb, value, BOOL, bool => pad(verb, bool.kind === 'bool' ? String(bool.value) : ''));
    case 's':
      return writeAs(verb, value, STRING, string => pad(verb, cut(verb, contentOf(string))));
    case 'q':
      return writeAs(verb, value, STRING, string => pad(verb, jsonText(string)));
    default:
      return writeNumber(verb, value);
  }
}

const contentOf = (value: Value): string => (value.kind === 'string' ? value.value : '');

function writeAny(verb: FormatVerb, value: Value): string | Problem {
  if (verb.flags.includes('#')) return pad(verb, jsonText(value));
  switch (value.kind) {
    case 'null':
      return pad(verb, 'null');
    case 'string':
      return pad(verb, cut(verb, value.value));
    case 'number':
      return writeNumber({ ...verb, letter: 'g' }, value);
    case 'bool':
      return pad(verb, String(value.value));
    default:
      return pad(verb, jsonText(value));
  }
}

function writeAs(
  verb: FormatVerb,
  value: Value,
  type: Type,
  write: (converted: Value) => string,
): string | Problem {
  const unsupported = `unsupported value for "${verb.text}"`;
  if (value.kind === 'null')
    return new Problem(`${unsupported}: null value cannot be formatted`, verb.argument + 1);
  const converted = convert(value, type);
  return isProblem(converted)
    ? new Problem(`${unsupported}: ${converted.message}`, verb.argument + 1)
    : write(converted);
}

/** A precision cuts a text after that many characters. */
const cut = (verb: FormatVerb, text: string): string =>
  verb.precision === undefined ? text : graphemes(text).slice(0, verb.precision).join('');

function pad(verb: FormatVerb, text: string): string {
  const missing = (verb.width ?? 0) - graphemes(text).length;
  if (missing <= 0) return text;
  if (verb.flags.includes('-')) return text + ' '.repeat(missing);
  return (verb.flags.includes('0') ? '0' : ' ').repeat(missing) + text;
}

function writeNumber(verb: FormatVerb, value: Value): string | Problem {
  let refused: Problem | undefined;
  const written = writeAs(verb, value, NUMBER, number => {
    if (number.kind !== 'number') return '';
    const digits = digitsOf(verb, number);
    if (isProblem(digits)) {
      refused = digits;
      return '';
    }
    return padNumber(verb, digits);
  });
  return refused ?? written;
}

/** Zeros go between the sign and the digits. */
function padNumber(verb: FormatVerb, digits: string): string {
  const sign = digits.startsWith('-')
    ? '-'
    : verb.flags.includes('+')
      ? '+'
      : verb.flags.includes(' ')
        ? ' '
        : '';
  const unsigned = digits.replace(/^-/, '');
  const missing = (verb.width ?? 0) - sign.length - unsigned.length;
  if (missing > 0 && verb.flags.includes('0') && !verb.flags.includes('-')) {
    return sign + '0'.repeat(missing) + unsigned;
  }
  return pad({ ...verb, flags: verb.flags.replaceAll('0', '') }, sign + unsigned);
}

const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, d: 10, x: 16, X: 16 };

function digitsOf(verb: FormatVerb, number: NumberValue): string | Problem {
  const radix = RADIX[verb.letter];
  if (radix !== undefined) {
    if (!isFiniteNumber(number) || !isWhole(number)) {
      return new Problem(`unsupported value for "${verb.text}": an integer is required`, verb.argument + 1);
    }
    const digits = BigInt(bigOf(number).toFixed(0)).toString(radix);
    return verb.letter === 'X' ? digits.toUpperCase() : digits;
  }
  if (!isFiniteNumber(number)) return number.value > 0 ? '+Inf' : '-Inf';
  const big = bigOf(number);
  switch (verb.letter) {
    case 'e':
    case 'E': {
      const text = exponential(big, verb.precision ?? 6);
      return verb.letter === 'E' ? text.toUpperCase() : text;
    }
    case 'f':
      return big.round(verb.precision ?? 6, Big.roundHalfEven).toFixed(verb.precision ?? 6);
    default: {
      const text = general(big, verb.precision);
      return verb.letter === 'G' ? text.toUpperCase() : text;
    }
  }
}

function exponential(big: Big, digits: number): string {
  return withLongExponent(big.prec(digits + 1, Big.roundHalfEven).toExponential(digits));
}

/** An exponent has two digits at least. */
const withLongExponent = (text: string): string => text.replace(/e([+-])(\d)$/, 'e$10$2');

/**
 * `%g`, the shorter of the two forms by the rule of Go's `big.Float`: with an exponent when that is below -4,
 * or not below the precision (6 when there is none), so that `format("%v", 1000000)` is `1e+06`.
 */
function general(big: Big, precision: number | undefined): string {
  const digits = Math.max(1, precision ?? 6);
  const rounded = precision === undefined ? shortestDecimal(big) : big.prec(digits, Big.roundHalfEven);
  const isShort = precision !== undefined && rounded.c.length < digits && rounded.c.length > rounded.e;
  const limit = isShort ? rounded.c.length : digits;
  return rounded.e < -4 || rounded.e >= limit ? withLongExponent(rounded.toExponential()) : rounded.toFixed();
}
