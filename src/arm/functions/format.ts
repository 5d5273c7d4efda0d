import { bigOf } from '../../value/number.ts';
import { unknownFrom } from '../../value/unknown.ts';
import {
  isWhollyKnown,
  type NumberValue,
  type StringValue,
  type UnknownValue,
  type Value,
} from '../../value/value.ts';
import { jsonText } from '../json-text.ts';
import { FunctionError, scalarText } from './definition.ts';

type Piece = string | StringValue | UnknownValue;

const HOLE = /\{\{|\}\}|\{\s*(\d+)\s*(?:,\s*(-?\d+)\s*)?(?::((?:[^{}]|\{\{|\}\})*))?\}|[{}]/g;

/** .NET composite formatting: `{0}`, `{1,5}`, `{2:N0}`. The pieces of the text, the unknown ones as they are. */
export function formatText(pattern: string, args: readonly Value[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of pattern.matchAll(HOLE)) {
    pieces.push(pattern.slice(end, match.index));
    end = match.index + match[0].length;
    const [text, index, width, style] = match;
    if (text === '{{' || text === '}}') pieces.push(text.slice(1));
    else if (index === undefined) throw new FunctionError(`has a lone '${text}' in its format`);
    else pieces.push(hole(args[Number(index)], index, width, style));
  }
  pieces.push(pattern.slice(end));
  return pieces;
}

function hole(
  value: Value | undefined,
  index: string,
  width: string | undefined,
  style: string | undefined,
): Piece {
  if (value === undefined) throw new FunctionError(`has no argument for '{${index}}'`);
  if (value.kind === 'unknown') return value;
  if (!isWhollyKnown(value)) return unknownFrom([value], value.origin);
  const text = style === undefined || style === '' ? plainText(value) : styledText(value, style);
  const columns = Number(width ?? 0);
  return columns < 0 ? text.padEnd(-columns) : text.padStart(columns);
}

function plainText(value: Value): string {
  if (value.kind === 'null' || value.kind === 'unknown') return '';
  return scalarText(value) ?? jsonText(value);
}

/** The standard numeric formats of .NET that make sense for integers, in the invariant culture. */
function styledText(value: Value, style: string): string {
  if (value.kind !== 'number') return plainText(value);
  const standard = /^([A-Za-z])(\d{0,2})$/.exec(style);
  if (standard === null) return customText(value, style);
  const [, letter = '', precision = ''] = standard;
  const digits = precision === '' ? undefined : Number(precision);
  const big = bigOf(value);
  switch (letter.toUpperCase()) {
    case 'D':
      return (
        (big.lt(0) ? '-' : '') +
        big
          .abs()
          .toFixed(0)
          .padStart(digits ?? 0, '0')
      );
    case 'N':
      return grouped(big.toFixed(digits ?? 2));
    case 'F':
      return big.toFixed(digits ?? 2);
    case 'X': {
      const hex = BigInt.asUintN(64, BigInt(big.toFixed(0)))
        .toString(16)
        .padStart(digits ?? 0, '0');
      return letter === 'X' ? hex.toUpperCase() : hex;
    }
    case 'G':
      return plainText(value);
    default:
      throw new FunctionError(`does not know the number format '${style}'`);
  }
}

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/** Of the custom formats, zeros: `{0:00}` pads. */
function customText(value: NumberValue, style: string): string {
  const zeros = /^(0+)(?:\.(0+))?$/.exec(style);
  if (zeros === null) throw new FunctionError(`does not know the number format '${style}'`);
  const big = bigOf(value);
  const [whole = '', ...rest] = big
    .abs()
    .toFixed((zeros[2] ?? '').length)
    .split('.');
  return (big.lt(0) ? '-' : '') + [whole.padStart((zeros[1] ?? '').length, '0'), ...rest].join('.');
}
