import { SourceFile } from '../../source/file.ts';
import { parseJson } from '../../source/json.ts';
import { computedAt, listValue, objectValue, stringValue, withOrigin } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { joinText } from '../../value/text.ts';
import { STRING } from '../../value/type.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import type { KnownValue, UnknownValue, Value } from '../../value/value.ts';
import { nameBasedGuid, uniqueText } from '../hash.ts';
import { jsonText } from '../json-text.ts';
import { plainValue } from '../plain.ts';
import {
  type ArmFunction,
  eager,
  type FunctionCall,
  FunctionError,
  pure,
  textArgument,
  whenKnown,
  wrongKind,
} from './definition.ts';

/** JSON text as a value; its parts come from the call, since the text has no place of its own. */
function fromJson(text: string, origin: Origin): Value {
  const { root, diagnostics } = parseJson(new SourceFile('json()', text));
  const [problem] = diagnostics;
  if (problem !== undefined || root === undefined) {
    throw new FunctionError(
      `gets text that is not JSON: ${problem?.message.replace(/\.$/, '') ?? 'it is empty'}`,
    );
  }
  return withOriginEverywhere(plainValue(root), origin);
}

const withOriginEverywhere = (value: Value, origin: Origin): Value =>
  mapLeaves(value, origin, leaf => withOrigin(leaf, origin));

function mapLeaves(value: Value, origin: Origin, change: (leaf: Value) => Value): Value {
  if (value.kind === 'list')
    return listValue(
      value.elements.map(item => mapLeaves(item, origin, change)),
      origin,
    );
  if (value.kind !== 'object') return change(value);
  return objectValue(
    [...value.entries].map(([key, item]) => [key, mapLeaves(item, origin, change)] as const),
    origin,
  );
}

/** Characters for private use, which templates hold none of, around the number of a gap. */
const [GAP_BEGINS, GAP_ENDS] = ['\uE000', '\uE001'];
const GAP = new RegExp(`${GAP_BEGINS}(\\d+)${GAP_ENDS}`);

/**
 * JSON text of which pieces are unknown, as `json(concat('{"id": "', resourceId(…), '"}'))` makes it: the pieces stay
 * unknown in the texts that they are in. `undefined` where a piece is more than a part of a text.
 */
function fromJsonWithGaps(parts: readonly (string | UnknownValue)[], origin: Origin): Value | undefined {
  const written = parts.map((part, index) =>
    typeof part === 'string' ? part : `${GAP_BEGINS}${index}${GAP_ENDS}`,
  );
  const { root, diagnostics } = parseJson(new SourceFile('json()', written.join('')));
  if (root === undefined || diagnostics.length > 0) return undefined;
  return mapLeaves(plainValue(root), origin, leaf => {
    if (leaf.kind !== 'string') return withOrigin(leaf, origin);
    // Numbers of gaps stand at the odd places.
    const pieces = leaf.value.split(GAP);
    return joinText(
      pieces.map((piece, index) => (index % 2 === 0 ? piece : (parts[Number(piece)] ?? ''))),
      origin,
    );
  });
}

function json(args: readonly Value[], call: FunctionCall): Value {
  const [text] = args;
  const known =
    text?.kind === 'unknown' && text.parts !== undefined && text.candidates === undefined
      ? fromJsonWithGaps(text.parts, computedAt(call.range, args))
      : undefined;
  return known ?? whenKnown(args, call, ([whole], origin) => fromJson(textArgument(whole), origin));
}

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

function decode(value: Value | undefined): string {
  const text = textArgument(value);
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throw new FunctionError('gets text that is not base64');
  return Buffer.from(text, 'base64').toString('utf8');
}

function dataUri(value: KnownValue | undefined): string {
  if (value?.kind === 'string') return `data:text/plain;charset=utf-8;base64,${encode(value.value)}`;
  if (value === undefined) throw wrongKind('a value', value);
  return `data:application/json;charset=utf-8;base64,${encode(jsonText(value))}`;
}

function fromDataUri(uri: string): string {
  const match = /^data:([^,]*?)(;base64)?,(.*)$/is.exec(uri);
  if (match === null) throw new FunctionError('gets text that is not a data URI');
  const [, , base64, content = ''] = match;
  return base64 === undefined ? unescapeUri(content) : Buffer.from(content, 'base64').toString('utf8');
}

function unescapeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new FunctionError('gets text with a wrong percent escape');
  }
}

/** Everything but the unreserved characters of RFC 3986 is escaped. */
const escapeUri = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** RFC 3986 resolution. Of an unknown base the relative part stays known: it names a linked template. */
function resolveUri(args: readonly Value[], origin: Origin): Value {
  const [base, relative] = args;
  if (base?.kind === 'string' && relative?.kind === 'string') {
    return stringValue(resolved(base.value, relative.value), origin);
  }
  if (base?.kind !== 'unknown') {
    const folder = textArgument(base).replace(/[^/]*$/, '');
    return relative?.kind === 'unknown'
      ? joinText([folder, relative], origin)
      : unknownFrom(args, origin, { type: STRING });
  }
  if (relative === undefined) throw wrongKind('a relative URI', relative);
  const parts = [...(base.parts ?? [base])];
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last.replace(/[^/]*$/, '');
  const rest = relative.kind === 'unknown' ? relative : textArgument(relative);
  if (typeof rest === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(rest)) return stringValue(rest, origin);
  const needsSlash = typeof last !== 'string' && typeof rest === 'string' && !rest.startsWith('/');
  return joinText([...parts, needsSlash ? '/' : '', rest], origin);
}

function resolved(base: string, relative: string): string {
  try {
    return new URL(relative, base).href.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
  } catch {
    throw new FunctionError(`cannot put '${base}' and '${relative}' together`);
  }
}

function hashed(args: readonly Value[], origin: Origin, hash: (parts: readonly string[]) => string): Value {
  return stringValue(hash(args.map(textArgument)), origin);
}

const ANY_NUMBER = Number.POSITIVE_INFINITY;

const impure = (what: string): ArmFunction =>
  eager(0, 1, (_, { range }) =>
    unknown({ kind: 'impure', text: `${what} at every deployment`, range }, computedAt(range), {
      type: STRING,
    }),
  );

export const ENCODING_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  json: eager(1, 1, json),
  base64: pure(1, 1, ([text], origin) => stringValue(encode(textArgument(text)), origin), STRING),
  base64ToString: pure(1, 1, ([text], origin) => stringValue(decode(text), origin), STRING),
  base64ToJson: pure(1, 1, ([text], origin) => fromJson(decode(text), origin)),
  dataUri: pure(1, 1, ([value], origin) => stringValue(dataUri(value), origin), STRING),
  dataUriToString: pure(1, 1, ([uri], origin) => stringValue(fromDataUri(textArgument(uri)), origin), STRING),
  uriComponent: pure(1, 1, ([text], origin) => stringValue(escapeUri(textArgument(text)), origin), STRING),
  uriComponentToString: pure(
    1,
    1,
    ([text], origin) => stringValue(unescapeUri(textArgument(text)), origin),
    STRING,
  ),
  uri: eager(2, 2, (args, call) => resolveUri(args, computedAt(call.range, args))),
  uniqueString: pure(1, ANY_NUMBER, (args, origin) => hashed(args, origin, uniqueText), STRING),
  guid: pure(1, ANY_NUMBER, (args, origin) => hashed(args, origin, nameBasedGuid), STRING),
  newGuid: impure('newGuid() is another one'),
  utcNow: impure('utcNow() is another one'),
};
