import { type Document, isAlias, isMap, isScalar, isSeq, parseAllDocuments, Scalar } from 'yaml';
import { listValue, nullValue, objectValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { unknownFrom } from '../../value/unknown.ts';
import { isWhollyKnown, type Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { convert, sortedEntries } from '../types.ts';
import { textArgument } from './arguments.ts';
import { ANY, anything, type FunctionTable, STRING, strict, text } from './signature.ts';
import { plainScalar, taggedScalar } from './yaml-scalars.ts';
import { yamlText } from './yaml-text.ts';

export const YAML_FUNCTIONS: FunctionTable = {
  yamlencode: strict([anything('value')], STRING, ([value], call) => {
    if (value === undefined) return new Problem('a value is required', 0);
    return isWhollyKnown(value)
      ? stringValue(yamlText(value), call.origin)
      : unknownFrom([value], call.origin, { type: STRING });
  }),
  yamldecode: strict([text('src')], ANY, ([source], call) => decode(textArgument(source), call.origin)),
};

/**
 * The parser only finds the structure (schema `failsafe`); what a plain scalar means is Terraform's mixture of
 * YAML 1.1 and 1.2, in `yaml-scalars.ts`.
 */
function decode(source: string, origin: Origin): Value | Problem {
  const documents = parseAllDocuments(source, {
    schema: 'failsafe',
    uniqueKeys: false,
    merge: false,
    logLevel: 'silent',
  });
  const [document] = Array.isArray(documents) ? documents : [];
  const [error] = document?.errors ?? [];
  if (error !== undefined) {
    const [place] = error.linePos ?? [];
    const where = place === undefined ? '' : `on line ${place.line}, column ${place.col}: `;
    return new Problem(`${where}${(error.message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '')}`, 0);
  }
  if (document === undefined || document.contents === null)
    return new Problem('missing start of document', 0);
  if (documents.length > 1) return new Problem('unexpected extra content after value', 0);
  return new YamlReader(document, source, origin).read(document.contents, 0);
}

const MAX_DEPTH = 200;
/** Aliases repeat whole trees: a few lines can stand for billions of nodes. */
const MAX_NODES = 200_000;

class YamlReader {
  readonly #document: Document.Parsed;
  readonly #source: string;
  readonly #origin: Origin;
  #nodes = 0;

  constructor(document: Document.Parsed, source: string, origin: Origin) {
    this.#document = document;
    this.#source = source;
    this.#origin = origin;
  }

  read(node: unknown, depth: number): Value | Problem {
    if (++this.#nodes > MAX_NODES || depth > MAX_DEPTH) {
      return new Problem('the document is larger than exvet computes with', 0);
    }
    if (node === null || node === undefined) return nullValue(this.#origin);
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      return target === undefined
        ? new Problem(`the alias *${node.source} has no anchor`, 0)
        : this.read(target, depth + 1);
    }
    if (isScalar(node)) return this.#scalar(node);
    if (isSeq(node)) return this.#sequence(node.items, depth);
    if (isMap(node)) return this.#mapping(node.items, depth);
    return new Problem('a node of this kind is not supported', 0);
  }

  #scalar(node: Scalar): Value | Problem {
    const content = this.#content(node);
    const isPlain = node.type === undefined || node.type === Scalar.PLAIN;
    if (!isPlain || node.tag === 'tag:yaml.org,2002:str') return stringValue(content, this.#origin);
    return node.tag === undefined
      ? plainScalar(content, this.#origin)
      : taggedScalar(node.tag, content, this.#origin);
  }

  #content(node: Scalar): string {
    const content = node.source ?? String(node.value);
    // Terraform gives a block at the very end of the text no line break that is not there.
    const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
    const isCut = isBlock && node.range?.[1] === this.#source.length && !this.#source.endsWith('\n');
    return isCut ? content.replace(/\n$/, '') : content;
  }

  #sequence(items: readonly unknown[], depth: number): Value | Problem {
    const elements: Value[] = [];
    for (const item of items) {
      const element = this.read(item, depth + 1);
      if (isProblem(element)) return element;
      elements.push(element);
    }
    return listValue(elements, this.#origin);
  }

  #mapping(items: readonly { key: unknown; value: unknown }[], depth: number): Value | Problem {
    const entries = new Map<string, Value>();
    for (const { key, value } of items) {
      const element = this.read(value, depth + 1);
      if (isProblem(element)) return element;
      if (isMergeKey(key)) {
        const problem = mergeInto(entries, element);
        if (problem !== undefined) return problem;
        continue;
      }
      const name = this.#key(key, depth);
      if (isProblem(name)) return name;
      entries.set(name, element);
    }
    return objectValue(sortedEntries(entries), this.#origin);
  }

  #key(key: unknown, depth: number): string | Problem {
    const value = this.read(key, depth + 1);
    if (isProblem(value)) return value;
    if (value.kind === 'null') return new Problem('mapping key cannot be null', 0);
    const name = convert(value, STRING);
    return isProblem(name) || name.kind !== 'string'
      ? new Problem('only strings are allowed as mapping keys', 0)
      : name.value;
  }
}

const isMergeKey = (key: unknown): boolean =>
  isScalar(key) && key.value === '<<' && (key.type === undefined || key.type === Scalar.PLAIN);

/** Replaces what stands above it, as Terraform does; of several merged mappings the first one wins. */
function mergeInto(entries: Map<string, Value>, value: Value): Problem | undefined {
  const sources = value.kind === 'list' ? [...value.elements].reverse() : [value];
  for (const source of sources) {
    if (source.kind !== 'object') return new Problem('cannot merge a value that is no mapping', 0);
    for (const [name, element] of source.entries) entries.set(name, element);
  }
  return undefined;
}
