import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { SourceFile } from '../source/file.ts';
import { type JsonNode, type JsonString, parseJson } from '../source/json.ts';
import { locationOf, type SourceRange, textOf } from '../source/range.ts';
import { boolValue, listValue, literalAt, nullValue, objectValue, stringValue, withOrigin } from './make.ts';
import { numberFromText } from './number.ts';
import { followSteps, type Origin } from './origin.ts';
import { joinText } from './text.ts';
import type { StringValue, UnknownValue, Value } from './value.ts';

/**
 * What a JSON text says: an object, mostly, with the best places that can be had for what is in it. These are
 * the expressions that `jsonencode` was given, the file that `file` has read, the text of a literal, and of
 * anything else the place of the whole text. Unknown pieces of the text are unknown in what it says.
 *
 * A value that is no text is taken as it stands, and a text of which nothing is known is unknown.
 */
export function jsonContent(text: Value): Value | Diagnostic {
  if (text.kind !== 'string' && text.kind !== 'unknown') return text;
  const { written } = text;
  if (written?.kind === 'json') return marked(withOrigin(written.value, followed(written.value, text)), text);
  const source = sourceOf(text);
  if (source === undefined) return text;
  const { root, diagnostics } = parseJson(source.file);
  const [fault] = diagnostics;
  if (root !== undefined && fault === undefined) return marked(valueOf(root, source), text);
  const message = fault?.message ?? 'The text holds no JSON value.';
  const range = fault?.range ?? { file: source.file, start: 0, end: 0 };
  const place = source.placeOf(range).range;
  if (source.isPlaced) return diagnostic('json-syntax', message, place);
  const { startLine, startColumn } = locationOf(range);
  const where = `in line ${startLine}, column ${startColumn} of the text`;
  return diagnostic('json-syntax', `${message.replace(/\.$/, '')}, ${where}.`, place);
}

const followed = (value: Value, text: Value): Origin => followSteps(value.origin, text.origin);

const marked = (value: Value, { sensitive }: Value): Value =>
  sensitive === true ? { ...value, sensitive: true } : value;

/** A JSON text to read, and what its places are. */
interface JsonSource {
  readonly file: SourceFile;
  /** The places are exact. */
  readonly isPlaced: boolean;
  readonly placeOf: (range: SourceRange) => Origin;
  /** What stands for the gaps in the text. */
  readonly gaps: readonly UnknownValue[];
}

function sourceOf(text: StringValue | UnknownValue): JsonSource | undefined {
  const { origin, written } = text;
  const at = (range: SourceRange): Origin => followSteps(literalAt(range), origin);
  if (written?.kind === 'file') return { file: written.file, isPlaced: true, placeOf: at, gaps: [] };
  const { file, start } = origin.range;
  if (text.kind === 'unknown') {
    if (text.parts === undefined) return undefined;
    const { content, gaps } = withGaps(text.parts);
    return { file: new SourceFile(file.path, content), isPlaced: false, placeOf: () => origin, gaps };
  }
  const found = new SourceFile(file.path, text.value);
  const offset = origin.kind === 'literal' ? textOf(origin.range).indexOf(text.value) : -1;
  if (offset < 0) return { file: found, isPlaced: false, placeOf: () => origin, gaps: [] };
  const shift = start + offset;
  const placeOf = (range: SourceRange): Origin =>
    at({ file, start: range.start + shift, end: range.end + shift });
  return { file: found, isPlaced: true, placeOf, gaps: [] };
}

/** Marks around the number of a gap; private use, so that no template holds them. */
const [OPEN, CLOSE] = ['\ue0f0', '\ue0f1'];
const GAP = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/** The text with a mark in place of each unknown piece, quoted where it stands outside of a string. */
function withGaps(parts: readonly (string | UnknownValue)[]): {
  readonly content: string;
  readonly gaps: readonly UnknownValue[];
} {
  const gaps: UnknownValue[] = [];
  let content = '';
  let isInString = false;
  for (const part of parts) {
    if (typeof part === 'string') {
      content += part;
      for (const [mark] of part.matchAll(/\\.|"/gs)) if (mark === '"') isInString = !isInString;
    } else {
      const mark = `${OPEN}${gaps.push(part) - 1}${CLOSE}`;
      content += isInString ? mark : `"${OPEN}${mark}"`;
    }
  }
  return { content, gaps };
}

function valueOf(node: JsonNode, source: JsonSource): Value {
  const origin = source.placeOf(node.range);
  switch (node.kind) {
    case 'string':
      return textValue(node, origin, source);
    case 'number':
      return numberFromText(node.text, origin);
    case 'keyword':
      return node.value === null ? nullValue(origin) : boolValue(node.value, origin);
    case 'array':
      return listValue(
        node.elements.map(element => valueOf(element, source)),
        origin,
      );
    case 'object':
      return {
        ...objectValue(
          node.members.map(({ name, value }) => [name.value, valueOf(value, source)] as const),
          origin,
        ),
        ...(source.isPlaced ? { keyRanges: keyRanges(node.members, source) } : {}),
      };
  }
}

const keyRanges = (members: readonly { readonly name: JsonString }[], source: JsonSource) =>
  new Map(members.map(({ name }) => [name.value, source.placeOf(name.range).range]));

function textValue({ value }: JsonString, origin: Origin, { gaps }: JsonSource): Value {
  if (gaps.length === 0) return stringValue(value, origin);
  const isWhole = value.startsWith(OPEN + OPEN);
  const pieces = value.split(GAP).map((piece, index) => (index % 2 === 0 ? piece : gaps[Number(piece)]));
  const known = pieces.filter(piece => piece !== undefined);
  const [, only] = known;
  return isWhole && typeof only === 'object' ? only : joinText(known, origin);
}
