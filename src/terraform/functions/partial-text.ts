import { boolValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { joinText } from '../../value/text.ts';
import { BOOL, STRING } from '../../value/type.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { StringValue, UnknownValue, Value } from '../../value/value.ts';
import { textArgument } from './arguments.ts';

/** Texts of which pieces are unknown, such as names with a prefix that nobody gave. */
type PartialText = StringValue | UnknownValue;
type Pieces = readonly (string | UnknownValue)[];

const piecesOf = (value: PartialText): Pieces =>
  value.kind === 'string' ? [value.value] : (value.parts ?? [value]);

const isPartialText = (value: Value | undefined): value is PartialText =>
  value?.kind === 'string' || value?.kind === 'unknown';

/** Changes each character by itself, so that the known pieces can be changed without the unknown ones. */
export function mapText(value: Value | undefined, map: (text: string) => string, origin: Origin): Value {
  const pieces = isPartialText(value) ? piecesOf(value) : [textArgument(value)];
  return joinText(
    pieces.map(piece =>
      typeof piece === 'string' ? map(piece) : unknownFrom([piece], origin, { type: STRING }),
    ),
    origin,
  );
}

/** Decides a question about a text from its known pieces, when they are enough. */
export function testText(
  [given, sought]: readonly Value[],
  decide: (pieces: Pieces, sought: string) => boolean | undefined,
  origin: Origin,
): Value {
  const open = [given, sought].filter(value => value?.kind === 'unknown');
  const isUsable = isPartialText(given) && sought?.kind === 'string';
  const decision = isUsable ? decide(piecesOf(given), sought.value) : undefined;
  return decision === undefined ? unknownFrom(open, origin, { type: BOOL }) : boolValue(decision, origin);
}

export function startsWith(pieces: Pieces, prefix: string): boolean | undefined {
  const [first] = pieces;
  const start = typeof first === 'string' ? first : '';
  if (start.startsWith(prefix)) return true;
  return pieces.length <= 1 && start === first ? false : prefix.startsWith(start) ? undefined : false;
}

export function endsWith(pieces: Pieces, suffix: string): boolean | undefined {
  const last = pieces.at(-1);
  const end = typeof last === 'string' ? last : '';
  if (end.endsWith(suffix)) return true;
  return pieces.length <= 1 && end === last ? false : suffix.endsWith(end) ? undefined : false;
}

export function includesText(pieces: Pieces, part: string): boolean | undefined {
  if (part === '' || pieces.some(piece => typeof piece === 'string' && piece.includes(part))) return true;
  return pieces.every(piece => typeof piece === 'string') ? false : undefined;
}
