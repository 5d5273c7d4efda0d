import type { Document, ErrorCode, Node } from 'yaml';
import type { SourceFile } from './file.ts';
import type { SourceRange } from './range.ts';

/** A YAML document as plain data, and the way back from each part of it to its place in the text. */
export interface YamlDocument {
  readonly data: unknown;
  /** The range of the value at a path; of its closest ancestor that is written when it is not. */
  rangeAt(path: readonly (string | number)[]): SourceRange;
  /** The range of the key at a path, or of the value when it has none (a list item). */
  keyRangeAt(path: readonly (string | number)[]): SourceRange;
}

export interface YamlProblem {
  readonly message: string;
  readonly code: ErrorCode;
  readonly range: SourceRange;
}

/** Either there are problems, or all documents could be read. */
export interface ParsedYaml {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads a YAML 1.2 text, which may hold several documents. The parser is loaded here, on demand: it costs
 * a good part of a whole scan, and most runs have no YAML.
 */
export async function parseYaml(file: SourceFile): Promise<ParsedYaml> {
  const { isMap, isScalar, parseAllDocuments } = await import('yaml');
  const offset = file.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const documents = parseAllDocuments(file.text.slice(offset), { prettyErrors: false, uniqueKeys: true });
  const range = (start: number, end: number): SourceRange => ({
    file,
    start: start + offset,
    end: end + offset,
  });

  const problems: YamlProblem[] = [];
  for (const document of documents) {
    for (const error of document.errors) {
      problems.push({ message: error.message, code: error.code, range: range(error.pos[0], error.pos[1]) });
    }
  }
  if (problems.length > 0) return { documents: [], problems };

  const nodeRange = (node: Node | null | undefined): SourceRange | undefined =>
    node?.range == null ? undefined : range(node.range[0], node.range[1]);

  const view = (document: Document): YamlDocument => {
    const rangeAt = (path: readonly (string | number)[]): SourceRange => {
      for (let depth = path.length; depth >= 0; depth--) {
        const node = document.getIn(path.slice(0, depth), true) as Node | null | undefined;
        const found = nodeRange(depth === 0 ? document.contents : node);
        if (found !== undefined) return found;
      }
      return range(0, 0);
    };
    const keyRangeAt = (path: readonly (string | number)[]): SourceRange => {
      const key = path.at(-1);
      const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
      if (isMap(parent)) {
        const pair = parent.items.find(item => isScalar(item.key) && item.key.value === key);
        const found = nodeRange(pair?.key as Node | null | undefined);
        if (found !== undefined) return found;
      }
      return rangeAt(path);
    };
    return { data: document.toJS({ maxAliasCount: 100 }) as unknown, rangeAt, keyRangeAt };
  };
  return { documents: documents.map(document => view(document as Document)), problems };
}
