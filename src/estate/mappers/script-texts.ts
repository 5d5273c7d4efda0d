import { type SourceRange, textOf } from '../../source/range.ts';
import { knownText } from '../../value/read.ts';
import type { Value } from '../../value/value.ts';
import type { Hint } from '../model.ts';

/** A text that runs on a machine, or is given to what runs. */
export interface ScriptText {
  readonly text: string;
  readonly range: SourceRange;
  /** It may hold a secret. */
  readonly sensitive: boolean;
  /** The name under which it is given, as the properties of a DSC configuration are. */
  readonly setting?: string;
}

export const scriptHints = (texts: readonly ScriptText[]): readonly Hint[] =>
  texts.map(({ text, range, sensitive, setting }) => ({
    kind: 'script',
    text,
    range,
    ...(sensitive ? { sensitive } : {}),
    ...(setting === undefined ? {} : { setting }),
  }));

/**
 * The texts in what an extension or a run command is given: every string in it, at any depth, and those in
 * JSON text (`settings = jsonencode({...})`). Unknown pieces show as `…`; what is wholly unknown is given as
 * the expression that computes it.
 */
export function scriptTexts(value: Value | undefined, sensitive = false): ScriptText[] {
  if (value === undefined) return [];
  const hidden = sensitive || value.sensitive === true;
  if (value.kind === 'list') return value.elements.flatMap(element => scriptTexts(element, hidden));
  if (value.kind === 'object') {
    return [...value.entries].flatMap(([setting, element]) =>
      // A text that is JSON has settings of its own.
      scriptTexts(element, hidden).map(text => (element.kind === 'string' ? { setting, ...text } : text)),
    );
  }
  const { range } = value.origin;
  // Of `base64encode(templatefile("install-exchange.ps1", …))` nothing is known but how it is written.
  const text = knownText(value) ?? (value.kind === 'unknown' ? textOf(range) : undefined);
  if (text === undefined) return [];
  return textsInJson(text)
    .flatMap(found => [found, ...embeddedTexts(found.text).map(inner => ({ ...found, text: inner }))])
    .map(found => ({ ...found, range, sensitive: hidden }));
}

/** The same of what is mostly given in base64: custom data, user data, cloud-init. */
export function decodedTexts(value: Value | undefined): ScriptText[] {
  if (value?.kind !== 'string') return scriptTexts(value);
  const text = decodeBase64(value.value) ?? value.value;
  return [{ text, range: value.origin.range, sensitive: value.sensitive === true }];
}

type GivenText = Pick<ScriptText, 'text' | 'setting'>;

function textsInJson(text: string): GivenText[] {
  if (!/^\s*[{[]/.test(text)) return [{ text }];
  try {
    return stringsIn(JSON.parse(text));
  } catch {
    // Partly known JSON need not parse; its escapes are in the way of finding commands in it.
    return [{ text: text.replace(/\\"/g, '"').replace(/\\\\/g, '\\') }];
  }
}

function stringsIn(json: unknown, setting?: string): GivenText[] {
  if (typeof json === 'string') return [setting === undefined ? { text: json } : { text: json, setting }];
  if (json === null || typeof json !== 'object') return [];
  if (Array.isArray(json)) return json.flatMap((element: unknown) => stringsIn(element));
  return Object.entries(json).flatMap(([key, element]) => stringsIn(element, key));
}

/**
 * The scripts that a command line carries in base64: `powershell -EncodedCommand …`, or what it decodes and writes to a
 * file. Shorter runs of such characters are names and paths.
 */
function embeddedTexts(command: string): string[] {
  const runs = command.match(/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{60,}={0,2}(?![A-Za-z0-9+/=])/g) ?? [];
  return runs.flatMap(run => {
    const text = decodeBase64(run);
    return text !== undefined && /^[\t\n\r\x20-\x7e\u00a0-\uffff]*$/.test(text) ? [text] : [];
  });
}

/** A shorter text is rather a word: `exchange` is base64 too. */
const MIN_BASE64_LENGTH = 16;

function decodeBase64(text: string): string | undefined {
  const compact = text.replace(/\s+/g, '');
  if (compact.length < MIN_BASE64_LENGTH || compact.length % 4 !== 0) return undefined;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined;
  const bytes = Uint8Array.from(atob(compact), char => char.charCodeAt(0));
  // PowerShell's own encoding is UTF-16; its text has a zero byte behind each letter.
  const encoding = bytes.length > 1 && bytes[1] === 0 ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
