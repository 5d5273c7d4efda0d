import type { Origin } from '../../value/origin.ts';
import { joinText } from '../../value/text.ts';
import type { StringValue, UnknownValue, Value } from '../../value/value.ts';
import { Problem } from '../problem.ts';
import { countValues, MAX_TEXT, MAX_VALUES } from '../value-size.ts';

export const tooLong = (): Problem =>
  new Problem(`the text is longer than the ${MAX_TEXT} characters that exvet computes with`);

/** Puts pieces together, unless the text would grow beyond all use. */
export function joinBounded(
  pieces: readonly (string | StringValue | UnknownValue)[],
  origin: Origin,
): Value | Problem {
  let length = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') length += piece.length;
    else if (piece.kind === 'string') length += piece.value.length;
  }
  return length > MAX_TEXT ? tooLong() : joinText(pieces, origin);
}

/** The problem with a result that is larger than exvet goes on computing with. */
export function excess(value: Value): Problem | undefined {
  if (value.kind === 'string' && value.value.length > MAX_TEXT) return tooLong();
  return countValues(value) > MAX_VALUES
    ? new Problem(`the result has more than the ${MAX_VALUES} values that exvet computes with`)
    : undefined;
}
