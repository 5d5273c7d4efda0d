import { numberText } from '../../value/number.ts';
import type { Value } from '../../value/value.ts';
import { compareKeys } from '../types.ts';

/**
 * A wholly known value as `jsonencode` writes it: compact, keys in byte order, numbers with all their digits,
 * and with the escapes of Go's `encoding/json`, which is safe to embed in HTML.
 */
export function jsonText(value: Value): string {
  switch (value.kind) {
    case 'unknown':
    case 'null':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'number':
      return numberText(value);
    case 'string':
      return quoted(value.value);
    case 'list':
      return `[${value.elements.map(jsonText).join()}]`;
    case 'object': {
      const members = [...value.entries].sort(([a], [b]) => compareKeys(a, b));
      return `{${members.map(([key, member]) => `${quoted(key)}:${jsonText(member)}`).join()}}`;
    }
  }
}

const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
