import { boolValue, computedAt, listValue, numberValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { joinText, mayBeText } from '../../value/text.ts';
import { BOOL, STRING } from '../../value/type.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { KnownValue, StringValue, UnknownValue, Value } from '../../value/value.ts';
import { jsonText } from '../json-text.ts';
import {
  type ArmFunction,
  eager,
  FunctionError,
  indexArgument,
  listArgument,
  pure,
  scalarText,
  textArgument,
  whenKnown,
  wrongKind,
} from './definition.ts';
import { formatText } from './format.ts';

/** A piece of a text that is put together; unknown pieces stay. */
export function textPiece(value: Value): string | StringValue | UnknownValue {
  if (value.kind === 'string' || value.kind === 'unknown') return value;
  const text = scalarText(value);
  if (text === undefined) throw wrongKind('strings, ints or bools', value);
  return text;
}

/** `toLower` and `toUpper` keep what is known of a text. */
const changeCase = (change: (text: string) => string): ArmFunction =>
  eager(1, 1, ([value], call) => {
    const origin = computedAt(call.range, value === undefined ? [] : [value]);
    if (value?.kind !== 'unknown') return stringValue(change(textArgument(value)), origin);
    if (value.candidates !== undefined) {
      const candidates = value.candidates.map(one => stringValue(change(textArgument(one)), origin));
      return unknownFrom([value], origin, { type: STRING, candidates });
    }
    if (value.parts === undefined) return unknownFrom([value], origin, { type: STRING, parts: [value] });
    const pieces = value.parts.map(part => (typeof part === 'string' ? change(part) : part));
    return joinText(pieces, origin);
  });

function toText(value: KnownValue | undefined, origin: Origin): Value {
  if (value === undefined) throw wrongKind('a value', value);
  if (value.kind === 'null') return stringValue('', origin);
  return stringValue(scalarText(value) ?? jsonText(value), origin);
}

function split([value, delimiter]: readonly KnownValue[], origin: Origin): Value {
  const text = textArgument(value);
  const delimiters =
    delimiter?.kind === 'list' ? delimiter.elements.map(textArgument) : [textArgument(delimiter)];
  const useful = delimiters.filter(mark => mark !== '');
  if (useful.length === 0) return listValue([stringValue(text, origin)], origin);
  const pattern = new RegExp(useful.map(mark => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return listValue(
    text.split(pattern).map(piece => stringValue(piece, origin)),
    origin,
  );
}

function substring([value, start, length]: readonly KnownValue[], origin: Origin): Value {
  const text = textArgument(value);
  const from = indexArgument(start);
  const count = length === undefined ? text.length - from : indexArgument(length);
  if (from < 0 || count < 0 || from + count > text.length) {
    throw new FunctionError(`leads out of a text of ${text.length} characters`);
  }
  return stringValue(text.slice(from, from + count), origin);
}

function padLeft([value, total, mark]: readonly KnownValue[], origin: Origin): Value {
  const text = value === undefined ? undefined : scalarText(value);
  if (text === undefined || value?.kind === 'bool') throw wrongKind('a string or an int', value);
  const padding = mark === undefined ? ' ' : textArgument(mark);
  if (padding.length !== 1) throw new FunctionError('pads with a single character');
  return stringValue(text.padStart(indexArgument(total), padding), origin);
}

/** `*` stands for any text; case does not count. */
function isLike(text: string, pattern: string): boolean {
  const pieces = pattern.toLowerCase().split('*');
  return mayBeText(
    pieces.flatMap((piece, index) => (index === 0 ? [piece] : [undefined, piece])),
    text.toLowerCase(),
  );
}

const affix = (test: (text: string, affix: string) => boolean): ArmFunction =>
  pure(
    2,
    2,
    ([text, part], origin) =>
      boolValue(test(textArgument(text).toLowerCase(), textArgument(part).toLowerCase()), origin),
    BOOL,
  );

function join(value: Value | undefined, delimiter: Value | undefined, origin: Origin): Value {
  if (value?.kind === 'unknown') return unknownFrom([value], origin, { type: STRING });
  const separator = textPiece(delimiter ?? stringValue('', origin));
  return joinText(
    listArgument(value).elements.flatMap((element, index) =>
      index === 0 ? [textPiece(element)] : [separator, textPiece(element)],
    ),
    origin,
  );
}

export const TEXT_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  string: eager(1, 1, ([value], call) => {
    if (value?.kind === 'string') return value;
    if (value?.kind === 'unknown' && value.type?.kind === 'string') return value;
    return whenKnown(
      value === undefined ? [] : [value],
      call,
      ([known], origin) => toText(known, origin),
      STRING,
    );
  }),
  format: eager(1, Number.POSITIVE_INFINITY, ([pattern, ...args], call) => {
    const origin = computedAt(call.range, pattern === undefined ? args : [pattern, ...args]);
    if (pattern?.kind === 'unknown')
      return unknownFrom([pattern, ...args.filter(a => a.kind === 'unknown')], origin, { type: STRING });
    return joinText(formatText(textArgument(pattern), args), origin);
  }),
  toLower: changeCase(text => text.toLowerCase()),
  toUpper: changeCase(text => text.toUpperCase()),
  trim: pure(1, 1, ([text], origin) => stringValue(textArgument(text).trim(), origin), STRING),
  replace: pure(
    3,
    3,
    ([text, old, fresh], origin) => {
      if (textArgument(old) === '') throw new FunctionError('needs a text to replace');
      return stringValue(
        textArgument(text).replaceAll(textArgument(old), () => textArgument(fresh)),
        origin,
      );
    },
    STRING,
  ),
  split: pure(2, 2, split),
  join: eager(2, 2, (args, call) => join(args[0], args[1], computedAt(call.range, args))),
  padLeft: pure(2, 3, padLeft, STRING),
  substring: pure(2, 3, substring, STRING),
  startsWith: affix((text, part) => text.startsWith(part)),
  endsWith: affix((text, part) => text.endsWith(part)),
  like: pure(
    2,
    2,
    ([text, pattern], origin) => boolValue(isLike(textArgument(text), textArgument(pattern)), origin),
    BOOL,
  ),
};

/** `indexOf` and `lastIndexOf` in a text do not mind case. */
export const textIndex = (text: string, part: string, last: boolean, origin: Origin): Value => {
  const [whole, piece] = [text.toLowerCase(), part.toLowerCase()];
  return numberValue(last ? whole.lastIndexOf(piece) : whole.indexOf(piece), origin);
};

/** A value as part of a resource's name or type. */
export const asName = (value: Value): string | StringValue | UnknownValue =>
  value.kind === 'string' || value.kind === 'unknown' ? value : (scalarText(value) ?? '');
