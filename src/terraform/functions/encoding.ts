import { gunzipSync } from 'node:zlib';
import { stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { Problem } from '../problem.ts';
import { textArgument } from './arguments.ts';
import { type FunctionTable, STRING, strict, text } from './signature.ts';

export const ENCODING_FUNCTIONS: FunctionTable = {
  base64encode: strict([text('str')], STRING, ([given], call) =>
    stringValue(Buffer.from(textArgument(given), 'utf8').toString('base64'), call.origin),
  ),
  base64decode: strict([text('str')], STRING, ([given], call) => {
    const bytes = decodeBase64(textArgument(given));
    if (bytes === undefined) return new Problem('failed to decode base64 data', 0);
    return decodeText(bytes, 'utf-8', call.origin);
  }),
  base64gzip: strict([text('str')], STRING, (_, call) =>
    unknown(
      { kind: 'impure', text: 'the bytes of base64gzip() differ between versions of Terraform' },
      call.origin,
      { type: STRING },
    ),
  ),
  // OpenTofu 1.7.
  base64gunzip: strict([text('str')], STRING, ([given], call) => gunzip(textArgument(given), call.origin)),
  textencodebase64: strict([text('string'), text('encoding')], STRING, ([given, encoding], call) => {
    const bytes = encodeText(textArgument(given), textArgument(encoding));
    return bytes instanceof Problem ? bytes : stringValue(Buffer.from(bytes).toString('base64'), call.origin);
  }),
  textdecodebase64: strict([text('source'), text('encoding')], STRING, ([given, encoding], call) => {
    const bytes = decodeBase64(textArgument(given));
    if (bytes === undefined) return new Problem('the given value is not valid Base64', 0);
    return decodeText(bytes, textArgument(encoding), call.origin);
  }),
  urlencode: strict([text('str')], STRING, ([given], call) =>
    stringValue(urlEncode(textArgument(given)), call.origin),
  ),
  // OpenTofu 1.7.
  urldecode: strict([text('str')], STRING, ([given], call) => {
    const decoded = urlDecode(textArgument(given));
    return decoded === undefined
      ? new Problem('the text has an invalid percent encoding', 0)
      : stringValue(decoded, call.origin);
  }),
};

/** Strict, as Go is: padded, of the standard alphabet; line breaks are skipped. */
export function decodeBase64(given: string): Buffer | undefined {
  const text = given.replace(/[\r\n]/g, '');
  const valid = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
  return valid ? Buffer.from(text, 'base64') : undefined;
}

function decodeText(bytes: Uint8Array, encoding: string, origin: Origin): Value | Problem {
  const decode = decoderFor(encoding);
  if (decode === undefined) return unsupportedEncoding(encoding);
  try {
    return stringValue(decode(bytes), origin);
  } catch {
    return new Problem(
      `the result of decoding the given value is not valid ${encoding.toUpperCase()} text`,
      0,
    );
  }
}

const unsupportedEncoding = (encoding: string): Problem =>
  new Problem(`${JSON.stringify(encoding)} is not a supported IANA encoding name or alias`, 1);

/** Windows-1252 from 0x80 to 0x9f; Node decodes it as ISO 8859-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** A decoder that throws on bytes that are no text; `undefined` for an encoding that is not known. */
function decoderFor(encoding: string): ((bytes: Uint8Array) => string) | undefined {
  switch (encoding.toLowerCase()) {
    case 'iso-8859-1':
    case 'latin1':
      return bytes => Buffer.from(bytes).toString('latin1');
    case 'windows-1252':
    case 'cp1252':
      return bytes =>
        refusingControls(
          Array.from(bytes, byte => WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)).join(''),
        );
  }
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    return /^(windows-|cp)125/i.test(encoding)
      ? bytes => refusingControls(decoder.decode(bytes))
      : bytes => decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The WHATWG decoders give controls for bytes that mean nothing in the code pages of Windows; Go refuses them. */
function refusingControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/[\u0080-\u009f]/.test(text)) throw new RangeError('a byte without a character');
  return text;
}

const MAX_UNPACKED = 16 * 1024 * 1024;

function gunzip(given: string, origin: Origin): Value | Problem {
  const bytes = decodeBase64(given);
  if (bytes === undefined) return new Problem('failed to decode base64 data', 0);
  try {
    return decodeText(gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED }), 'utf-8', origin);
  } catch {
    return new Problem('failed to unpack gzip data', 0);
  }
}

function encodeText(given: string, encoding: string): Uint8Array | Problem {
  switch (encoding.toLowerCase()) {
    case 'utf-8':
    case 'utf8':
      return Buffer.from(given, 'utf8');
    case 'utf-16le':
      return Buffer.from(given, 'utf16le');
    case 'utf-16be':
      return Buffer.from(given, 'utf16le').swap16();
    default:
      return encodeSingleBytes(given, encoding);
  }
}

const SINGLE_BYTE = /^(windows-125\d|cp1252|latin1|iso-8859-\d+|koi8-[ru]|macintosh|ibm866)$/;

/** For the encodings of one byte a character, the decoder says what each byte stands for. */
function encodeSingleBytes(given: string, encoding: string): Uint8Array | Problem {
  const decode = decoderFor(encoding);
  if (decode === undefined) return unsupportedEncoding(encoding);
  if (!SINGLE_BYTE.test(encoding.toLowerCase())) {
    return new Problem(`exvet does not encode to ${JSON.stringify(encoding)} yet`, 1);
  }
  const codes = new Map<string, number>();
  for (let code = 255; code >= 0; code--) {
    const character = characterOf(code, decode);
    if (character !== undefined) codes.set(character, code);
  }
  const bytes: number[] = [];
  for (const character of given) {
    const code = codes.get(character);
    if (code === undefined) {
      return new Problem(`the given string contains characters that cannot be represented in ${encoding}`, 0);
    }
    bytes.push(code);
  }
  return Uint8Array.from(bytes);
}

function characterOf(code: number, decode: (bytes: Uint8Array) => string): string | undefined {
  try {
    return decode(Uint8Array.of(code));
  } catch {
    return undefined;
  }
}

/** Go's `url.QueryEscape`. */
const urlEncode = (given: string): string =>
  [...Buffer.from(given, 'utf8')]
    .map(byte => {
      const character = String.fromCharCode(byte);
      if (/[A-Za-z0-9_.~-]/.test(character)) return character;
      return character === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

function urlDecode(given: string): string | undefined {
  try {
    return decodeURIComponent(given.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
