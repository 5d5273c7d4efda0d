import { numberText } from '../../value/number.ts';
import type { Value } from '../../value/value.ts';
import { compareKeys } from '../types.ts';

/**
 * A wholly known value as `yamlencode` writes it: block style, keys sorted and quoted, strings quoted unless
 * they are literal blocks of several lines. The layout is that of libyaml's emitter, from which Go's descends.
 */
export function yamlText(value: Value): string {
  const text = isBlock(value) ? writeBlock(value, 0) : writeScalar(value, '', 0);
  // A bare plain scalar is closed, since more text could continue it.
  const isOpen = value.kind === 'number' || value.kind === 'bool' || value.kind === 'null';
  return isOpen ? `${text}\n...\n` : `${text}\n`;
}

const INDENT = 2;
const BEST_WIDTH = 80;

/** A list or mapping with something in it; the others are written in one line. */
const isBlock = (value: Value): boolean =>
  (value.kind === 'list' && value.elements.length > 0) || (value.kind === 'object' && value.entries.size > 0);

/** Lines that begin where the writer stands; each following one is indented. */
function writeBlock(value: Value, indent: number): string {
  const pad = ' '.repeat(indent);
  if (value.kind === 'list') {
    return value.elements.map(element => `- ${writeItem(element, indent)}`).join(`\n${pad}`);
  }
  if (value.kind !== 'object') return '';
  return [...value.entries]
    .sort(([a], [b]) => compareKeys(a, b))
    .map(([key, member]) => writeMember(key, member, indent))
    .join(`\n${pad}`);
}

const writeItem = (element: Value, indent: number): string =>
  isBlock(element)
    ? writeBlock(element, indent + INDENT)
    : writeScalar(element, ' '.repeat(indent + 2), indent);

function writeMember(key: string, member: Value, indent: number): string {
  const pad = ' '.repeat(indent);
  const name = `${quote(key, undefined)}:`;
  if (!isBlock(member)) return `${name} ${writeScalar(member, `${pad}${name} `, indent)}`;
  // A list begins in its key's own column.
  const inner = member.kind === 'list' ? indent : indent + INDENT;
  return `${name}\n${' '.repeat(inner)}${writeBlock(member, inner)}`;
}

/** `before` is what stands in the line already. */
function writeScalar(value: Value, before: string, indent: number): string {
  switch (value.kind) {
    case 'string':
      return allowsLiteral(value.value)
        ? literal(value.value, indent + INDENT)
        : quote(value.value, { column: before.length, indent: indent + INDENT });
    case 'number':
      return yamlNumber(numberText(value));
    case 'bool':
      return String(value.value);
    case 'list':
      return '[]';
    case 'object':
      return '{}';
    default:
      return 'null';
  }
}

const yamlNumber = (text: string): string => text.replace(/^(-?)inf$/, '$1.inf');

const PRINTABLE = /^[\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/;

/** libyaml's conditions for a block: printable, no blank before a line break, no blank at the end. */
const allowsLiteral = (text: string): boolean =>
  text.includes('\n') && PRINTABLE.test(text) && !/[\u2028\u2029]/.test(text) && !/ (\n|$)/.test(text);

function literal(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? String(INDENT) : '';
  const chomping = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
  const pad = ' '.repeat(indent);
  const lines = text.replace(/\n$/, '').split('\n');
  return `|${hint}${chomping}\n${lines.map(line => (line === '' ? '' : pad + line)).join('\n')}`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\0', '\\0'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\x1b', '\\e'],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\x85', '\\N'],
  ['\u2028', '\\L'],
  ['\u2029', '\\P'],
]);

/** In double quotes; where a fold is allowed, a line beyond the best width ends at its next blank. */
function quote(text: string, fold: { column: number; indent: number } | undefined): string {
  const characters = Array.from(text);
  let written = '"';
  let column = (fold?.column ?? 0) + 1;
  let afterBlank = false;
  for (const [at, character] of characters.entries()) {
    const inside = at > 0 && at < characters.length - 1;
    if (character === ' ' && fold !== undefined && !afterBlank && column > BEST_WIDTH && inside) {
      const next = characters[at + 1] === ' ' ? '\\' : '';
      written += `\n${' '.repeat(fold.indent)}${next}`;
      column = fold.indent + next.length;
      afterBlank = true;
      continue;
    }
    const piece = escaped(character);
    written += piece;
    column += piece.length;
    afterBlank = character === ' ';
  }
  return `${written}"`;
}

function escaped(character: string): string {
  const known = ESCAPES.get(character);
  if (known !== undefined) return known;
  if (PRINTABLE.test(character)) return character;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  if (code.length <= 2) return `\\x${code.padStart(2, '0')}`;
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
}
