import { numberText } from './number.ts';
import type { Reason } from './unknown.ts';
import type { ListValue, Value } from './value.ts';

/** JSON as `exvet expand` prints it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A value that cannot be known statically is `{"$unknown": "<why>"}`; at the end of a list this stands for any
 * number of further elements. Like `terraform show -json`, this is
 * for machines and holds sensitive values too; what people read goes through `valueText`.
 */
export function valueToJson(value: Value): Json {
  switch (value.kind) {
    case 'null':
      return null;
    case 'bool':
    case 'string':
    case 'number':
      return value.value;
    case 'list':
      return withMore(value).map(valueToJson);
    case 'object':
      return entriesToJson(value.entries);
    case 'unknown':
      return { $unknown: reasonsText(value.reasons) };
  }
}

const withMore = ({ elements, more }: ListValue): readonly Value[] =>
  more === undefined ? elements : [...elements, more];

export function entriesToJson(entries: Iterable<readonly [string, Value]>): { readonly [key: string]: Json } {
  // No prototype: `__proto__` is a legal key of a map.
  const result = Object.create(null) as Record<string, Json>;
  for (const [key, value] of entries) result[key] = valueToJson(value);
  return result;
}

export const reasonsText = (reasons: readonly Reason[]): string =>
  reasons.map(reason => reason.text).join('; ');

/** A value in a sentence: `Standard_LRS`, `2`, `unknown`. A sensitive value is never shown. */
export function valueText(value: Value): string {
  if (value.sensitive === true) return '(sensitive)';
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'bool':
    case 'string':
      return String(value.value);
    case 'number':
      return numberText(value);
    case 'list':
      return `[${withMore(value).map(valueText).join(', ')}]`;
    case 'object':
      return `{${[...value.entries].map(([key, element]) => `${key} = ${valueText(element)}`).join(', ')}}`;
    case 'unknown':
      return value.parts === undefined
        ? 'unknown'
        : value.parts.map(part => (typeof part === 'string' ? part : '…')).join('');
  }
}
