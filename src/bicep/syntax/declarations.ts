import type {
  FunctionParameter,
  InvalidExpression,
  MissingStatement,
  ResourceStatement,
  Statement,
  TypeExpression,
} from '../ast.ts';
import { readBody } from './bodies.ts';
import { type Context, VALUE } from './context.ts';
import { readDecorators } from './decorators.ts';
import type { SyntaxErrorCode } from './errors.ts';
import { readExpression } from './expressions.ts';
import { readImport } from './imports.ts';
import { readLambdaBody, readList, readObject } from './primaries.ts';
import { isGap, isInvalid, stops, type TokenReader } from './reader.ts';
import {
  BEFORE_ASSIGN,
  BEFORE_BODY,
  BEFORE_NAME,
  BEFORE_STRING,
  type Begun,
  LINE_END,
  nameOf,
  readAssign,
  readAssigned,
  readExtension,
  readName,
  readPath,
  readTypeStatement,
  readVariable,
  statementParts,
} from './statements.ts';
import { Token } from './tokens.ts';
import { readDeclaredType } from './types.ts';

type ReadStatement = (reader: TokenReader, begun: Begun) => Statement;

/** The statements of a `.bicep` file, by their keyword. */
const STATEMENTS: ReadonlyMap<string, ReadStatement> = new Map<string, ReadStatement>([
  ['targetScope', readTargetScope],
  ['metadata', readMetadata],
  ['type', readTypeStatement],
  ['param', readParameter],
  ['var', readVariable],
  ['func', readFunction],
  ['resource', readResource],
  ['output', readOutput],
  ['module', readModule],
  ['test', readTest],
  ['import', readImportOrExtension],
  ['extension', readExtension],
  ['assert', readAssert],
]);

/** Reads one statement with its decorators. What begins none is thrown. */
export function readDeclaration(reader: TokenReader): Statement {
  const begun = readBegin(reader);
  const read = reader.kind === Token.identifier ? STATEMENTS.get(reader.textAt(reader.at)) : undefined;
  return read === undefined ? readMissing(reader, begun) : read(reader, begun);
}

export function readBegin(reader: TokenReader, isNested = false): Begun {
  const start = reader.startAt(reader.at);
  const errorsBefore = reader.errorCount;
  const decorators = readDecorators(reader, !isNested);
  return { decorators, keyword: reader.at, start, errorsBefore };
}

/** What is wrong with the decorators themselves comes first: they are still being written. */
function readMissing(reader: TokenReader, begun: Begun): MissingStatement {
  const [first] = begun.decorators;
  if (first === undefined) throw reader.fault('BCP007');
  if (reader.errorCount === begun.errorsBefore) reader.report('BCP132', first.range);
  const range = reader.range(begun.start, begun.decorators.at(-1)?.range.end ?? first.range.end);
  return { kind: 'missing', decorators: begun.decorators, header: range, range };
}

function readTargetScope(reader: TokenReader, begun: Begun): Statement {
  const header = reader.rangeAt(reader.next());
  readAssign(reader, false, LINE_END);
  const value = reader.recover(() => readExpression(reader, VALUE), LINE_END);
  return { kind: 'targetScope', value, ...statementParts(reader, begun, header) };
}

function readMetadata(reader: TokenReader, begun: Begun): Statement {
  return { kind: 'metadata', ...readNamedValue(reader, begun, 'BCP266') };
}

function readAssert(reader: TokenReader, begun: Begun): Statement {
  return { kind: 'assert', ...readNamedValue(reader, begun, 'BCP344') };
}

/** `keyword name = value`. */
function readNamedValue(reader: TokenReader, begun: Begun, code: SyntaxErrorCode) {
  reader.next();
  const name = readName(reader, code, BEFORE_ASSIGN);
  const header = reader.rangeSince(begun.keyword);
  const value = readAssigned(reader, isGap(name));
  return { name: nameOf(name), value, ...statementParts(reader, begun, header) };
}

function readParameter(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const name = readName(reader, 'BCP013', BEFORE_NAME);
  const type: TypeExpression = reader.recover(
    () => readDeclaredType(reader),
    stops(Token.openBrace, ...BEFORE_ASSIGN),
    isGap(name),
  );
  const header = reader.rangeSince(begun.keyword);
  const value = reader.recover(
    () => {
      if (reader.isAtEnd || reader.kind === Token.newline) return undefined;
      if (!reader.take(Token.assign)) throw reader.fault('BCP008');
      return reader.recover(() => readExpression(reader, VALUE), LINE_END);
    },
    LINE_END,
    isGap(type),
  );
  return {
    kind: 'param',
    name: nameOf(name),
    type,
    default: value,
    ...statementParts(reader, begun, header),
  };
}

function readOutput(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const name = readName(reader, 'BCP016', BEFORE_NAME);
  const type: TypeExpression = reader.recover(
    () => readDeclaredType(reader, true),
    BEFORE_ASSIGN,
    isGap(name),
  );
  const header = reader.rangeSince(begun.keyword);
  const value = readAssigned(reader, isGap(type));
  return { kind: 'output', name: nameOf(name), type, value, ...statementParts(reader, begun, header) };
}

const PARAMETER_END = stops(Token.newline, Token.comma, Token.closeParenthesis);
const SIGNATURE_END = stops(Token.newline, Token.closeParenthesis);

function readFunction(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const name = readName(reader, 'BCP015', BEFORE_ASSIGN);
  const signature = reader.recover(
    () => {
      const { items } = readList(reader, true, () => readFunctionParameter(reader));
      const returnType = reader.recover(() => readDeclaredType(reader), SIGNATURE_END);
      const arrow = reader.recover(() => reader.expect(Token.arrow, '=>'), SIGNATURE_END);
      const header = reader.rangeSince(begun.keyword);
      const body = isInvalid(arrow)
        ? reader.recover(() => readExpression(reader, VALUE), SIGNATURE_END)
        : readLambdaBody(reader, readExpression);
      return { parameters: items.flatMap(item => (isInvalid(item) ? [] : [item])), returnType, body, header };
    },
    LINE_END,
    isGap(name),
  );
  const invalid: InvalidExpression = { kind: 'invalid', range: reader.rangeSince(begun.keyword) };
  const {
    header,
    parameters = [],
    returnType = invalid,
    body = invalid,
  } = isInvalid(signature) ? { header: invalid.range } : signature;
  return {
    kind: 'func',
    name: nameOf(name),
    parameters,
    returnType,
    body,
    ...statementParts(reader, begun, header),
  };
}

function readFunctionParameter(reader: TokenReader): FunctionParameter {
  const first = reader.at;
  const hasName = reader.kind === Token.identifier;
  if (!hasName) reader.missing('BCP015');
  const name = hasName ? reader.nameAt(reader.next()) : undefined;
  const type: TypeExpression = reader.recover(() => readDeclaredType(reader), PARAMETER_END);
  return { name, type, range: reader.rangeSince(first) };
}

const RESOURCE_BODY: Context = { complex: true, readNested };

function readResource(reader: TokenReader, begun: Begun): ResourceStatement {
  reader.next();
  const name = readName(reader, 'BCP017', BEFORE_STRING);
  const type = readPath(reader, 'BCP068', isGap(name), BEFORE_ASSIGN);
  const existing = reader.isWord('existing');
  if (existing) reader.next();
  const header = reader.rangeSince(begun.keyword);
  const body = readAssignedBody(reader, isGap(type), RESOURCE_BODY);
  const parts = statementParts(reader, begun, header);
  return { kind: 'resource', name: nameOf(name), type, existing, body, ...parts };
}

/** In the body of a resource, decorators with no resource behind them are reported and left out. */
function readNested(reader: TokenReader): ResourceStatement | undefined {
  const begun = readBegin(reader, true);
  if (reader.isWord('resource')) return reader.nested(() => readResource(reader, begun));
  readMissing(reader, begun);
  return undefined;
}

function readModule(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const name = readName(reader, 'BCP096', BEFORE_STRING);
  const path = readPath(reader, 'BCP097', isGap(name), BEFORE_ASSIGN);
  const header = reader.rangeSince(begun.keyword);
  const body = readAssignedBody(reader, isGap(path), VALUE);
  return { kind: 'module', name: nameOf(name), path, body, ...statementParts(reader, begun, header) };
}

/** An `if` may begin the line after the `=`. */
function readAssignedBody(reader: TokenReader, isQuiet: boolean, context: Context) {
  const assign = readAssign(reader, isQuiet, BEFORE_BODY);
  const following = reader.afterNewlines();
  if (!isInvalid(assign) && reader.isWord('if', following)) reader.at = following;
  return reader.recover(() => readBody(reader, context), LINE_END, isGap(assign));
}

function readTest(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const name = readName(reader, 'BCP346', BEFORE_STRING);
  const path = readPath(reader, 'BCP347', isGap(name), BEFORE_ASSIGN);
  const header = reader.rangeSince(begun.keyword);
  const assign = readAssign(reader, isGap(path), BEFORE_BODY);
  const body = reader.recover(() => readObject(reader, VALUE, readExpression), LINE_END, isGap(assign));
  return { kind: 'test', name: nameOf(name), path, body, ...statementParts(reader, begun, header) };
}

/** Before it had a keyword of its own, an extension was imported. */
function readImportOrExtension(reader: TokenReader, begun: Begun): Statement {
  const following = reader.kindAt(reader.at + 1);
  return following === Token.stringComplete || following === Token.stringLeft
    ? readExtension(reader, begun)
    : readImport(reader, begun);
}
