import { numberText } from '../value/number.ts';
import type { KnownValue, Value } from '../value/value.ts';

/** The compact JSON text of a wholly known value, as `string()` makes it. */
export function jsonText(value: KnownValue): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'number':
      return numberText(value);
    case 'string':
      return JSON.stringify(value.value);
    case 'list':
      return `[${value.elements.map(elementText).join(',')}]`;
    case 'object':
      return `{${[...value.entries].map(([key, item]) => `${JSON.stringify(key)}:${elementText(item)}`).join(',')}}`;
  }
}

function elementText(value: Value): string {
  if (value.kind === 'unknown') throw new Error('a wholly known value holds nothing unknown');
  return jsonText(value);
}
