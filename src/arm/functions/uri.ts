import { computedAt, nullValue, numberValue, objectValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { joinText } from '../../value/text.ts';
import { NUMBER, STRING } from '../../value/type.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { ObjectValue, StringValue, UnknownValue, Value } from '../../value/value.ts';
import { entryOf } from '../equality.ts';
import {
  type ArmFunction,
  decidedAtDeployment,
  eager,
  type FunctionCall,
  FunctionError,
  indexArgument,
  objectArgument,
  textArgument,
  whenKnown,
} from './definition.ts';

/*
 * `parseUri` and `buildUri`. Source: Microsoft Learn, "String functions for Bicep", June 2025, and the types
 * that the Bicep compiler gives them. What their text leaves open (whether a default port that is written
 * out is kept, how odd paths are normalised) stays unknown here.
 */

type Piece = string | StringValue | UnknownValue;

const DEFAULT_PORTS: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
  ['ftp', 21],
  ['ws', 80],
  ['wss', 443],
]);

/** Scheme, host, port, path and query of an absolute URI without user, address literal or fragment. */
const PLAIN_URI = /^([a-z][a-z0-9+.-]*):\/\/([a-z0-9._-]+)(?::(\d{1,5}))?(\/[^?#]*)?(\?[^#]*)?$/i;

/** The characters of RFC 3986 that no reader of URIs changes. */
const PLAIN_TEXT = /^[\w\-.~!$&'()*+,;=:@/?]*$/;
const DOT_SEGMENT = /\/\.\.?(?:\/|$)/;

function parseUri(text: string, origin: Origin, { name, range }: FunctionCall): Value {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text))
    throw new FunctionError(`expects an absolute URI such as 'https://contoso.com/', not '${text}'`);
  const [, scheme = '', host = '', port, path = '/', query = ''] = PLAIN_URI.exec(text) ?? [];
  if (host === '' || !PLAIN_TEXT.test(path + query) || DOT_SEGMENT.test(path)) {
    return decidedAtDeployment(`what ${name}() makes of '${text}'`, range);
  }
  return objectValue(
    [
      ['scheme', stringValue(scheme.toLowerCase(), origin)],
      ['host', stringValue(host.toLowerCase(), origin)],
      ['port', portIn(scheme, port, origin, range)],
      ['path', stringValue(path, origin)],
      ['query', stringValue(query, origin)],
    ],
    origin,
  );
}

/** Without a port in the URI it is null. */
function portIn(
  scheme: string,
  text: string | undefined,
  origin: Origin,
  range: FunctionCall['range'],
): Value {
  if (text === undefined) return nullValue(origin);
  const port = Number(text);
  return isDefaultPort(scheme, port)
    ? decidedAtDeployment(`whether the default port ${port} counts as a port`, range, NUMBER)
    : numberValue(port, origin);
}

const isDefaultPort = (scheme: string, port: number): boolean =>
  DEFAULT_PORTS.get(scheme.toLowerCase()) === port;

function buildUri(components: ObjectValue, origin: Origin, { range }: FunctionCall): Value {
  const part = (name: string): Value | undefined => {
    const value = entryOf(components, name);
    return value?.kind === 'null' ? undefined : value;
  };
  const scheme = requiredPiece('scheme', part('scheme'));
  return joinText(
    [
      scheme,
      '://',
      requiredPiece('host', part('host')),
      portPiece(scheme, part('port'), range),
      withMark('/', part('path'), '/'),
      withMark('?', part('query'), ''),
    ],
    origin,
  );
}

function requiredPiece(name: string, value: Value | undefined): Piece {
  if (value === undefined) throw new FunctionError(`needs the property '${name}'`);
  return value.kind === 'unknown' ? value : textArgument(value);
}

function portPiece(scheme: Piece, value: Value | undefined, range: FunctionCall['range']): Piece {
  if (value === undefined || value.kind === 'unknown') return value ?? '';
  const port = indexArgument(value);
  const isDefault = typeof scheme !== 'string' || isDefaultPort(scheme, port);
  return isDefault
    ? decidedAtDeployment(`whether the URI names its default port ${port}`, range, STRING)
    : `:${port}`;
}

/** The path begins with `/` and the query with `?`, whether they are written or not. */
function withMark(mark: string, value: Value | undefined, otherwise: string): Piece {
  if (value?.kind === 'unknown') return value;
  const text = value === undefined ? '' : textArgument(value);
  if (text === '') return otherwise;
  return text.startsWith(mark) ? text : mark + text;
}

export const URI_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  parseUri: eager(1, 1, (args, call) =>
    whenKnown(args, call, ([uri], origin) => parseUri(textArgument(uri), origin, call)),
  ),
  buildUri: eager(1, 1, (args, call) => {
    const origin = computedAt(call.range, args);
    const [components] = args;
    return components?.kind === 'unknown'
      ? unknownFrom(args, origin, { type: STRING })
      : buildUri(objectArgument(components), origin, call);
  }),
};
