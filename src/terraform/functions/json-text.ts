import { numberText } from '../../value/number.ts';
import type { UnknownValue, Value } from '../../value/value.ts';
import { compareKeys } from '../types.ts';

/**
 * A wholly known value as `jsonencode` writes it: compact, keys in byte order, numbers with all their digits,
 * and with the escapes of Go's `encoding/json`, which is safe to embed in HTML.
 */
export const jsonText = (value: Value): string =>
  jsonPieces(value)
    .map(piece => (typeof piece === 'string' ? piece : 'null'))
    .join('');

/** The same of any value: what is known of its text, and the unknown values in between. */
export function jsonPieces(value: Value): (string | UnknownValue)[] {
  const pieces: (string | UnknownValue)[] = [];
  write(value, pieces);
  return pieces;
}

function write(value: Value, to: (string | UnknownValue)[]): void {
  switch (value.kind) {
    case 'unknown':
      writeUnknown(value, to);
      break;
    case 'null':
      to.push('null');
      break;
    case 'bool':
      to.push(String(value.value));
      break;
    case 'number':
      to.push(numberText(value));
      break;
    case 'string':
      to.push(`"${escaped(value.value)}"`);
      break;
    case 'list':
      to.push('[');
      for (const [index, element] of value.elements.entries()) {
        if (index > 0) to.push(',');
        write(element, to);
      }
      to.push(']');
      break;
    case 'object': {
      to.push('{');
      const members = [...value.entries].sort(([a], [b]) => compareKeys(a, b));
      for (const [index, [key, member]] of members.entries()) {
        to.push(`${index > 0 ? ',' : ''}"${escaped(key)}":`);
        write(member, to);
      }
      to.push('}');
      break;
    }
  }
}

/** An unknown string keeps its quotes and what is known of it; of anything else nothing is known. */
function writeUnknown(value: UnknownValue, to: (string | UnknownValue)[]): void {
  if (value.type?.kind !== 'string' && value.parts === undefined) {
    to.push(value);
    return;
  }
  to.push('"');
  for (const part of value.parts ?? [value]) to.push(typeof part === 'string' ? escaped(part) : part);
  to.push('"');
}

const escaped = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(
      /[<>&\u2028\u2029]/g,
      character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
