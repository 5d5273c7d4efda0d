import { stringValue } from './make.ts';
import type { Origin } from './origin.ts';
import { STRING } from './type.ts';
import { unknownFrom } from './unknown.ts';
import type { StringValue, UnknownValue } from './value.ts';

/**
 * Puts strings together. With an unknown piece the result is unknown, but keeps what is known of it in
 * `parts`: the name `"${var.prefix}-ex01"` still tells that it ends in `-ex01`, and a resource id with an
 * unknown subscription still names its resource.
 */
export function joinText(
  pieces: readonly (string | StringValue | UnknownValue)[],
  origin: Origin,
): StringValue | UnknownValue {
  const parts: (string | UnknownValue)[] = [];
  let sensitive = false;
  for (const piece of pieces) {
    if (typeof piece === 'string') addText(parts, piece);
    else {
      sensitive ||= piece.sensitive === true;
      if (piece.kind === 'string') addText(parts, piece.value);
      else {
        for (const part of piece.parts ?? [piece]) {
          if (typeof part === 'string') addText(parts, part);
          else parts.push(part);
        }
      }
    }
  }
  const unknowns = parts.filter(part => typeof part !== 'string');
  if (unknowns.length === 0) {
    const text = stringValue(parts.filter(part => typeof part === 'string').join(''), origin);
    return sensitive ? { ...text, sensitive: true } : text;
  }
  return unknownFrom(unknowns, origin, { type: STRING, parts, sensitive });
}

function addText(parts: (string | UnknownValue)[], text: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last + text;
  else if (text !== '') parts.push(text);
}

/** Whether a string of which only these pieces are known can turn out to be a text; a gap stands for any text. */
export function mayBeText(parts: readonly (string | UnknownValue | undefined)[], text: string): boolean {
  let from = 0;
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') continue;
    const isLast = index === parts.length - 1;
    // The last piece stands at the end, the others as early as they can.
    const found = isLast ? text.length - part.length : text.indexOf(part, from);
    if (found < from || (index === 0 && found > 0) || !text.startsWith(part, found)) return false;
    from = found + part.length;
  }
  return typeof parts.at(-1) !== 'string' || from === text.length;
}
