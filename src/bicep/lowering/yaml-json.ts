import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { SourceFile } from '../../source/file.ts';
import type { JsonNode, JsonString } from '../../source/json.ts';
import type { SourceRange } from '../../source/range.ts';

/** What is wrong with a YAML text, and the offset at which it is. */
export interface YamlMistake {
  readonly message: string;
  readonly offset: number;
}

/** Aliases can stand for each other many times over; past so many nodes a text is no configuration. */
const MAX_NODES = 100_000;

/**
 * A YAML text as JSON with the ranges of the YAML, as `loadYamlContent` makes it: scalars of YAML 1.2's core
 * schema, aliases resolved. A scalar that JSON has not (a date, infinity) is its text.
 */
export function yamlToJson(file: SourceFile): JsonNode | YamlMistake {
  const offset = file.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const document = parseDocument(file.text.slice(offset), { prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) return { message: error.message, offset: error.pos[0] + offset };
  return new Reader(file, document, offset).read(document.contents, 0);
}

export const isYamlMistake = (answer: JsonNode | YamlMistake): answer is YamlMistake => 'offset' in answer;

class Reader {
  readonly #file: SourceFile;
  readonly #document: Document.Parsed;
  readonly #offset: number;
  #nodes = 0;

  constructor(file: SourceFile, document: Document.Parsed, offset: number) {
    this.#file = file;
    this.#document = document;
    this.#offset = offset;
  }

  read(node: unknown, near: number): JsonNode | YamlMistake {
    if (++this.#nodes > MAX_NODES) return { message: `it has more than ${MAX_NODES} values`, offset: near };
    const range = this.#rangeOf(node, near);
    if (isAlias(node)) return this.read(node.resolve(this.#document), range.start);
    if (isSeq(node)) return this.#array(node.items, range);
    if (isMap(node)) return this.#object(node.items, range);
    const value = isScalar(node) ? node.value : null;
    if (value === null || typeof value === 'boolean') return { kind: 'keyword', value, range };
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))) {
      return { kind: 'number', text: String(value), range };
    }
    const text = typeof value === 'string' ? value : isScalar(node) ? node.source : undefined;
    return { kind: 'string', value: text ?? '', range };
  }

  #array(items: readonly unknown[], range: SourceRange): JsonNode | YamlMistake {
    const elements: JsonNode[] = [];
    for (const item of items) {
      const element = this.read(item, range.start);
      if (isYamlMistake(element)) return element;
      elements.push(element);
    }
    return { kind: 'array', elements, range };
  }

  #object(
    items: readonly { readonly key: unknown; readonly value: unknown }[],
    range: SourceRange,
  ): JsonNode | YamlMistake {
    const members: { name: JsonString; value: JsonNode }[] = [];
    for (const { key, value } of items) {
      const place = this.#rangeOf(key, range.start);
      if (!isScalar(key)) return { message: 'a key must be a text', offset: place.start };
      const read = this.read(value, place.end);
      if (isYamlMistake(read)) return read;
      const name = key.source ?? String(key.value);
      members.push({ name: { kind: 'string', value: name, range: place }, value: read });
    }
    return { kind: 'object', members, range };
  }

  #rangeOf(node: unknown, near: number): SourceRange {
    const written = (node as Node | null)?.range;
    const [start, end] =
      written == null ? [near, near] : [written[0] + this.#offset, written[1] + this.#offset];
    return { file: this.#file, start, end };
  }
}
