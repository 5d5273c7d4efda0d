import type { Expression } from '../../arm/expression.ts';
import { SourceFile } from '../../source/file.ts';
import { type JsonNode, parseJson } from '../../source/json.ts';
import { folderOf, joinPath } from '../../source/path.ts';
import type { SourceRange } from '../../source/range.ts';
import { isFailure } from '../../source/tree.ts';
import type * as ast from '../ast.ts';
import { type PathMistake, parseJsonPath } from './json-path.ts';
import { selectNodes } from './json-selection.ts';
import { literalNode } from './literal-json.ts';
import {
  arrayNode,
  errorExpression,
  member,
  nodeExpression,
  objectNode,
  textExpression,
  textNode,
  unknownExpression,
} from './nodes.ts';
import { lookUp, type Scope } from './scope.ts';
import { literalTextOf } from './symbols.ts';
import { isYamlMistake, yamlToJson } from './yaml-json.ts';

type Call = Pick<ast.CallExpression, 'name' | 'nameRange' | 'arguments' | 'range'>;
type FileFunction = (call: Call, scope: Scope) => Expression;

/** How `TextDecoder` calls the encodings of Bicep. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'us-ascii': 'us-ascii',
  'iso-8859-1': 'iso-8859-1',
  'utf-8': 'utf-8',
  'utf-16BE': 'utf-16be',
  'utf-16': 'utf-16le',
};

/** The functions that the compiler runs; paths are relative to the file that calls them. */
export const FILE_FUNCTIONS: ReadonlyMap<string, FileFunction> = new Map([
  ['loadTextContent', loadTextContent],
  ['loadJsonContent', loadJsonContent],
  ['loadFileAsBase64', loadFileAsBase64],
  ['loadYamlContent', loadYamlContent],
  ['loadDirectoryFileInfo', loadDirectoryFileInfo],
]);

/** The path that the first argument names; `undefined` after it was reported. */
function pathOf({ name, arguments: [first], nameRange }: Call, scope: Scope): string | undefined {
  const written = constantTextOf(first, scope);
  if (written === undefined || first === undefined) {
    const message = `'${name}' takes the path of a file as a text that the compiler knows.`;
    scope.template.report('bicep-reference', message, first?.range ?? nameRange);
    return undefined;
  }
  return joinPath(folderOf(scope.file.path), written);
}

/** Variables of variables beyond this depth are taken for circles. */
const MAX_VARIABLES = 32;

/** A text whose holes hold nothing but such texts and variables of them: `'scripts/${scriptName}'`. */
function constantTextOf(expression: ast.Expression | undefined, scope: Scope, depth = 0): string | undefined {
  if (expression === undefined || depth > MAX_VARIABLES) return undefined;
  if (expression.kind === 'parentheses') return constantTextOf(expression.inner, scope, depth);
  if (expression.kind === 'variable') {
    const found = lookUp(expression.name, scope);
    // A variable sees the names of its file alone.
    return found?.kind === 'var'
      ? constantTextOf(found.value, { ...scope, locals: new Map() }, depth + 1)
      : undefined;
  }
  if (expression.kind !== 'string') return undefined;
  const pieces = expression.parts.map(part =>
    part.kind === 'text' ? part.text : constantTextOf(part.value, scope, depth + 1),
  );
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

function textFile(call: Call, scope: Scope): SourceFile | undefined {
  const path = pathOf(call, scope);
  if (path === undefined) return undefined;
  const { run } = scope.template.program;
  const file = run.tree.text(path, call.arguments[0]?.range);
  if (!(file instanceof SourceFile)) {
    run.diagnostics.push(file);
    return undefined;
  }
  run.files.set(file.path, file);
  return file;
}

const failed = (call: Call): Expression =>
  errorExpression(`'${call.name}' could not read its file`, call.range);

const wholeRange = (file: SourceFile): SourceRange => ({ file, start: 0, end: file.text.length });

function loadTextContent(call: Call, scope: Scope): Expression {
  const encoding = literalTextOf(call.arguments[1]) ?? 'utf-8';
  if (encoding !== 'utf-8') return decodedText(call, encoding, scope);
  const file = textFile(call, scope);
  if (file === undefined) return failed(call);
  return textExpression(withoutMark(file.text), wholeRange(file));
}

function decodedText(call: Call, encoding: string, scope: Scope): Expression {
  const bytes = bytesOf(call, scope);
  const label = ENCODINGS[encoding];
  if (bytes === undefined || label === undefined) return failed(call);
  return textExpression(withoutMark(new TextDecoder(label).decode(bytes)), call.range);
}

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function bytesOf(call: Call, scope: Scope): Uint8Array | undefined {
  const path = pathOf(call, scope);
  if (path === undefined) return undefined;
  const bytes = scope.template.program.run.tree.bytes(path);
  if (!isFailure(bytes)) return bytes;
  const [message, code] =
    bytes.failure === 'outside'
      ? [`'${path}' leads out of the scanned tree and was not read.`, 'path-outside' as const]
      : [`The file '${path}' could not be read.`, 'file-unreadable' as const];
  scope.template.report(code, message, call.arguments[0]?.range ?? call.range);
  return undefined;
}

function loadFileAsBase64(call: Call, scope: Scope): Expression {
  const bytes = bytesOf(call, scope);
  return bytes === undefined
    ? failed(call)
    : textExpression(Buffer.from(bytes).toString('base64'), call.range);
}

function loadJsonContent(call: Call, scope: Scope): Expression {
  const file = textFile(call, scope);
  if (file === undefined) return failed(call);
  const { root, diagnostics } = parseJson(file);
  const [mistake] = diagnostics;
  if (mistake !== undefined) {
    const place = mistake.range?.file.positionAt(mistake.range.start);
    const at = place === undefined ? '' : ` in line ${place.line}`;
    const message = `'${file.path}' is not valid JSON${at}: ${mistake.message}`;
    scope.template.report('bicep-reference', message, call.arguments[0]?.range ?? call.range);
  }
  return root === undefined ? failed(call) : contentAt(root, file, call, scope);
}

/** The whole of a loaded document, or what its second argument finds in it. */
function contentAt(root: JsonNode, file: SourceFile, call: Call, scope: Scope): Expression {
  const written = call.arguments[1];
  if (written === undefined) return nodeExpression(literalNode(root));
  const path = literalTextOf(written);
  const { range } = written;
  if (path === undefined) {
    scope.template.report('bicep-reference', 'A JSON path is a text without holes.', range);
    return failed(call);
  }
  const steps = parseJsonPath(path);
  if ('mistake' in steps) return wrongPath(path, steps, range, scope);
  const found = selectNodes(root, steps);
  const [first, ...others] = found ?? [];
  if (found === undefined) {
    scope.template.report('limit-exceeded', `'${path}' looks at too much of '${file.path}'.`, range);
  } else if (first === undefined) {
    scope.template.report('bicep-reference', `'${file.path}' has nothing at '${path}'.`, range);
  } else {
    return nodeExpression(literalNode(others.length === 0 ? first : arrayNode(found, call.range)));
  }
  return failed(call);
}

function wrongPath(path: string, { mistake }: PathMistake, range: SourceRange, scope: Scope): Expression {
  if (mistake === 'syntax') {
    const message = `'${path}' is no JSON path.`;
    scope.template.report('bicep-reference', message, range);
    return errorExpression(message, range);
  }
  const text = 'the JSON path has a regular expression, which is not evaluated';
  scope.template.report(
    'bicep-unsupported',
    `'${path}' has a regular expression, which is not evaluated.`,
    range,
  );
  return unknownExpression({ kind: 'unsupported', text, range }, range);
}

function loadYamlContent(call: Call, scope: Scope): Expression {
  const file = textFile(call, scope);
  if (file === undefined) return failed(call);
  const root = yamlToJson(file);
  if (!isYamlMistake(root)) return contentAt(root, file, call, scope);
  const { line } = file.positionAt(root.offset);
  const message = `'${file.path}' is not valid YAML in line ${line}: ${root.message}.`;
  scope.template.report('bicep-reference', message, call.arguments[0]?.range ?? call.range);
  return failed(call);
}

/** `[{ relativePath, baseName, extension }]` of the files in a folder, ordered without regard to case. */
function loadDirectoryFileInfo(call: Call, scope: Scope): Expression {
  const path = pathOf(call, scope);
  if (path === undefined) return failed(call);
  const entries = scope.template.program.run.tree.list(path);
  const { range } = call;
  if (isFailure(entries)) {
    scope.template.report('file-unreadable', `The folder '${path}' could not be read.`, range);
    return failed(call);
  }
  const folder = joinPath(literalTextOf(call.arguments[0]) ?? '');
  const isWanted = wildcard(literalTextOf(call.arguments[1]) ?? '*');
  const names = entries
    .filter(({ kind, name }) => kind === 'file' && isWanted.test(name))
    .map(entry => entry.name);
  const sorted = names.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  const text = (name: string, value: string) => member(name, textNode(value, range));
  return nodeExpression(
    arrayNode(
      sorted.map(name => {
        const dot = name.lastIndexOf('.');
        const members = [
          text('relativePath', joinPath(folder, name)),
          text('baseName', name),
          text('extension', dot < 0 ? '' : name.slice(dot)),
        ];
        return objectNode(members, range);
      }),
      range,
    ),
  );
}

/** A file pattern with `*` and `?`. */
function wildcard(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i');
}
