import { arrangeDiagnostics, type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/file.ts';
import type { Comment, Program, Statement } from './ast.ts';
import { withBoundaries } from './syntax/boundaries.ts';
import { readDeclaration } from './syntax/declarations.ts';
import { isHigher, MAX_HEIGHT } from './syntax/height.ts';
import { type Lexed, lex } from './syntax/lexer.ts';
import { readParametersDeclaration } from './syntax/parameters.ts';
import { isInvalid, stops, TokenReader } from './syntax/reader.ts';
import { Token } from './syntax/tokens.ts';

/** A file as far as it could be read. */
export interface ParsedBicep {
  readonly program: Program;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** In the order of the text. */
  readonly comments: readonly Comment[];
}

/**
 * Reads a `.bicep` file. It never fails as a whole: what has an error is `invalid` in the tree, with a
 * diagnostic (`bicep-syntax`, which names the code of the official compiler and stands where it reports the
 * error; `limit-exceeded` for too much nesting), and everything else in the file is read.
 */
export const parseBicep = (file: SourceFile): ParsedBicep => parse(file, readDeclaration);

/** Reads a `.bicepparam` file, in the same way. */
export const parseBicepParameters = (file: SourceFile): ParsedBicep => parse(file, readParametersDeclaration);

type ReadStatement = (reader: TokenReader) => Statement;

function parse(file: SourceFile, readStatement: ReadStatement): ParsedBicep {
  const lexed = lex(file);
  const first = new TokenReader(file, lexed, false);
  let statements = readStatements(first, readStatement);
  const diagnostics = [...lexed.diagnostics, ...first.diagnostics];
  if (diagnostics.length > 0) {
    // Brackets that do not match swallow the statements behind them; now each statement ends the one before it.
    const second = new TokenReader(file, withBoundaries(file.text, lexed), true);
    statements = readStatements(second, readStatement);
    diagnostics.push(...second.diagnostics);
  }
  return {
    program: { statements, range: { file, start: 0, end: file.text.length } },
    diagnostics: arrangeDiagnostics(diagnostics),
    comments: commentsOf(file, lexed),
  };
}

function commentsOf(file: SourceFile, { comments }: Lexed): Comment[] {
  return comments.map(({ start, end }) => ({
    text: file.text.slice(start, end),
    range: { file, start, end },
  }));
}

const LINE_END = stops(Token.newline);

function readStatements(reader: TokenReader, readStatement: ReadStatement): Statement[] {
  const statements: Statement[] = [];
  while (reader.kind !== Token.endOfFile) {
    if (reader.kind === Token.newline || reader.kind === Token.boundary) {
      reader.at++;
      continue;
    }
    reader.links = 0;
    const statement = reader.recover(() => readStatement(reader), LINE_END);
    if (isInvalid(statement)) continue;
    if (!isTooHigh(reader, statement)) statements.push(statement);
    if (statement.kind === 'missing') continue;
    reader.recover(() => {
      if (!reader.isAtEnd && reader.kind !== Token.newline) throw reader.fault('BCP019');
    }, LINE_END);
  }
  return statements;
}

/** Whoever walks the tree may recurse: no statement is higher than the stack allows. */
function isTooHigh(reader: TokenReader, statement: Statement): boolean {
  if (reader.links < MAX_HEIGHT / 2 || !isHigher(statement, MAX_HEIGHT)) return false;
  const message = `A statement may be ${MAX_HEIGHT} operators and brackets high; this one is higher.`;
  reader.diagnostics.push(diagnostic('limit-exceeded', message, statement.header));
  return true;
}
