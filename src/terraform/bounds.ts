import type { SourceRange } from '../source/range.ts';
import type { Origin } from '../value/origin.ts';
import { joinText } from '../value/text.ts';
import { STRING } from '../value/type.ts';
import { unknownFrom } from '../value/unknown.ts';
import type { StringValue, UnknownValue, Value } from '../value/value.ts';
import { brokenAt, type Scope } from './scope.ts';
import { countValues, MAX_TEXT, MAX_VALUES } from './value-size.ts';

/**
 * What a few lines of configuration can grow to (`b = [local.a, local.a]`, thirty times over) is bounded where
 * it is put together. Beyond the bounds no `try` helps.
 */

/** The value, unless walking through it would take forever. */
export function boundedValue(value: Value, scope: Scope, range: SourceRange): Value {
  return countValues(value) > MAX_VALUES
    ? beyond(`This has more than the ${MAX_VALUES} values that exvet computes with`, scope, range)
    : value;
}

/** An unknown text of more pieces than these tells nothing by them. */
const MAX_PARTS = 1000;

/** The pieces put together, unless the text would be too long. */
export function boundedText(
  pieces: readonly (StringValue | UnknownValue)[],
  scope: Scope,
  origin: Origin,
): Value {
  let length = 0;
  let parts = 0;
  for (const piece of pieces) {
    const own = piece.kind === 'string' ? [piece.value] : (piece.parts ?? []);
    parts += own.length;
    for (const part of own) if (typeof part === 'string') length += part.length;
  }
  if (length > MAX_TEXT) {
    const message = `This text is longer than the ${MAX_TEXT} characters that exvet computes with`;
    return beyond(message, scope, origin.range);
  }
  const unknowns = parts > MAX_PARTS ? pieces.filter(piece => piece.kind === 'unknown') : [];
  return unknowns.length > 0 ? unknownFrom(unknowns, origin, { type: STRING }) : joinText(pieces, origin);
}

/** What stands for a loop that may not make one more round. It is told once. */
export function stoppedRound(scope: Scope, range: SourceRange): UnknownValue | undefined {
  const excess = scope.symbols.depth.countRound();
  if (excess === 0) return undefined;
  return excess === 1
    ? beyond('Loops make more rounds than exvet goes through', scope, range)
    : brokenAt(range);
}

const beyond = (message: string, scope: Scope, range: SourceRange): UnknownValue =>
  scope.problems.mistaken('limit-exceeded', message, range);
