import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import type { SourceFile } from '../../source/file.ts';
import type { JsonNode, JsonString } from '../../source/json.ts';
import type { SourceRange } from '../../source/range.ts';
import { agree } from './agreement.ts';
import type { Block } from './ast.ts';
import { type Hcl2jsonAnswer, readWithHcl2json } from './hcl2json.ts';
import { FILE_FORM } from './json-forms.ts';
import { readJsonBody } from './json-syntax.ts';
import type { ParsedHcl } from './parser.ts';

/**
 * Lets HashiCorp's parser decide about a file that ours found errors in. When it rejects the file too, our
 * diagnostics stand, because they have the places. When it accepts the file, its JSON is read in place of
 * ours, with places at block level, and a diagnostic (`hcl-reader-gap`) says so.
 */
export async function adjudicate(file: SourceFile, ours: ParsedHcl): Promise<ParsedHcl> {
  // A limit of ours is no question of grammar.
  if (ours.diagnostics.some(({ code }) => code === 'limit-exceeded')) return ours;
  const answer = await readWithHcl2json(file);
  if (!('json' in answer)) {
    return ours.diagnostics.length > 0 || answer.conversion
      ? ours
      : { ...ours, diagnostics: [rejection(file, answer, 'hcl-syntax', answer.message)] };
  }
  const [first] = ours.diagnostics;
  if (first === undefined) return ours;
  const theirs = readJsonBody(placed(answer.json, file, ours.body.blocks), FILE_FORM, {
    file,
    printedByHcl2json: true,
    within: node => () => node.range,
  });
  const gap = diagnostic(
    'hcl-reader-gap',
    `exvet does not understand this (${first.message}), but HashiCorp's parser does and was used for this file; places in it are those of whole blocks. Please report it.`,
    first.range ?? file.path,
  );
  return { body: theirs.body, diagnostics: [gap, ...theirs.diagnostics], comments: ours.comments };
}

/**
 * Reads the file with HashiCorp's parser too and reports each place where the two differ
 * (`hcl-readers-differ`), so that no text can mean one thing to the gate and another to Terraform.
 */
export async function crossCheck(file: SourceFile, ours: ParsedHcl): Promise<readonly Diagnostic[]> {
  const answer = await readWithHcl2json(file);
  if ('json' in answer) {
    return agree(file, ours.body, answer.json).map(({ message, range }) =>
      diagnostic('hcl-readers-differ', message, range),
    );
  }
  if (answer.conversion || ours.diagnostics.length > 0) return [];
  const message = `HashiCorp's parser rejects this file, exvet's accepts it: ${answer.message}`;
  return [rejection(file, answer, 'hcl-readers-differ', message)];
}

function rejection(
  file: SourceFile,
  answer: Extract<Hcl2jsonAnswer, { message: string }>,
  code: 'hcl-syntax' | 'hcl-readers-differ',
  message: string,
): Diagnostic {
  if (answer.line === undefined) return diagnostic(code, message, file.path);
  const line = file.lineStarts[answer.line - 1] ?? file.text.length;
  const start = Math.min(line + (answer.column ?? 1) - 1, file.text.length);
  return diagnostic(code, message, { file, start, end: Math.min(start + 1, file.text.length) });
}

/**
 * The JSON with the places of the blocks that our reader could still tell; elsewhere the place of what is
 * around it, at the outermost the file.
 */
function placed(json: unknown, file: SourceFile, blocks: readonly Block[]): JsonNode {
  const places = new Map<string, SourceRange[]>();
  for (const { type, labels, header } of blocks) {
    const path = pathText([type, ...labels.map(label => label.text)]);
    const known = places.get(path);
    if (known === undefined) places.set(path, [header]);
    else known.push(header);
  }
  const node = (value: unknown, path: readonly string[], around: SourceRange): JsonNode => {
    const found = places.get(pathText(path)) ?? [];
    const range = found[0] ?? around;
    if (Array.isArray(value)) {
      const elements = value.map((element, index) => node(element, [...path, '[]'], found[index] ?? range));
      return { kind: 'array', elements, range };
    }
    if (typeof value === 'object' && value !== null) {
      const members = Object.entries(value).map(([key, member]) => {
        const child = node(member, [...path, key], range);
        const name: JsonString = { kind: 'string', value: key, range: child.range };
        return { name, value: child };
      });
      return { kind: 'object', members, range };
    }
    if (typeof value === 'string') return { kind: 'string', value, range };
    if (typeof value === 'number') return { kind: 'number', text: String(value), range };
    return { kind: 'keyword', value: typeof value === 'boolean' ? value : null, range };
  };
  return node(json, [], { file, start: 0, end: file.text.length });
}

const pathText = (path: readonly string[]): string => path.join('\0');
