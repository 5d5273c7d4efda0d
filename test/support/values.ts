import { SourceFile } from '../../src/source/file.ts';
import type { SourceRange } from '../../src/source/range.ts';
import { literalAt, stringValue } from '../../src/value/make.ts';
import type { Origin } from '../../src/value/origin.ts';
import { unknown } from '../../src/value/unknown.ts';
import type { StringValue, UnknownValue } from '../../src/value/value.ts';

/** The range of the first occurrence of a text in a file made of it, for tests that need a place. */
export function placeIn(file: SourceFile, text: string): SourceRange {
  const start = file.text.indexOf(text);
  if (start < 0) throw new Error(`'${text}' is not in ${file.path}`);
  return { file, start, end: start + text.length };
}

export const someFile = new SourceFile('main.tf', 'disk_sku = "Premium_LRS"\nname = "ex01"\n');

/** An origin for values whose place the test does not look at. */
export const somewhere: Origin = literalAt({ file: someFile, start: 0, end: 8 });

export const string = (value: string): StringValue => stringValue(value, somewhere);

export const unknownInput = (name: string): UnknownValue =>
  unknown({ kind: 'input', text: `${name} has no value` }, somewhere);
