import type { SourceRange } from '../../source/range.ts';
import type {
  Decorator,
  Expression,
  InvalidExpression,
  Name,
  ObjectExpression,
  Statement,
  StringExpression,
  TypeExpression,
} from '../ast.ts';
import { VALUE } from './context.ts';
import type { SyntaxErrorCode } from './errors.ts';
import { readExpression, readHole } from './expressions.ts';
import { readObject } from './primaries.ts';
import { isGap, isInvalid, type Stops, stops, type TokenReader } from './reader.ts';
import { expectString } from './strings.ts';
import { Token } from './tokens.ts';
import { readDeclaredType } from './types.ts';

export const LINE_END = stops(Token.newline);
export const BEFORE_ASSIGN = stops(Token.assign, Token.newline);
export const BEFORE_NAME = stops(Token.identifier, Token.newline);
export const BEFORE_STRING = stops(Token.stringComplete, Token.stringLeft, Token.newline);
export const BEFORE_BODY = stops(Token.openBrace, Token.newline);

/** A statement that is being read: its decorators, and where its keyword stands. */
export interface Begun {
  readonly decorators: readonly Decorator[];
  readonly keyword: number;
  /** The offset at which the statement begins, with its decorators. */
  readonly start: number;
  /** How many errors had been found before its decorators. */
  readonly errorsBefore: number;
}

type StatementParts = Pick<Statement, 'decorators' | 'header' | 'range'>;

/** What every statement has, when all of it is read. */
export function statementParts(reader: TokenReader, begun: Begun, header: SourceRange): StatementParts {
  const { decorators, start } = begun;
  return {
    decorators,
    header,
    range: reader.range(start, Math.max(header.end, reader.endAt(reader.at - 1))),
  };
}

/** The name that follows a keyword, or the stretch that stands in its place. */
export type NamePlace = Name | InvalidExpression;

export const nameOf = (place: NamePlace): Name | undefined => ('text' in place ? place : undefined);

export const readName = (reader: TokenReader, code: SyntaxErrorCode, end: Stops): NamePlace =>
  reader.recover(() => reader.expectName(code), end);

/**
 * Reads `= value`.
 *
 * @param isQuiet what precedes the `=` is missing, and that has been reported
 */
export function readAssigned(reader: TokenReader, isQuiet: boolean): Expression {
  const assign = readAssign(reader, isQuiet, LINE_END);
  return reader.recover(() => readExpression(reader, VALUE), LINE_END, isGap(assign));
}

export const readAssign = (reader: TokenReader, isQuiet: boolean, end: Stops): number | InvalidExpression =>
  reader.recover(() => reader.expect(Token.assign, '='), end, isQuiet);

/** Reads a string that a statement needs: a resource type, or the path of a file. */
export const readPath = (
  reader: TokenReader,
  code: SyntaxErrorCode,
  isQuiet: boolean,
  end: Stops,
): StringExpression | InvalidExpression =>
  reader.recover(() => expectString(reader, code, readHole), end, isQuiet);

export function readVariable(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const name = readName(reader, 'BCP015', BEFORE_NAME);
  const type = reader.recover(
    () =>
      reader.isAtEnd || reader.kind === Token.newline || reader.kind === Token.assign
        ? undefined
        : readDeclaredType(reader),
    BEFORE_ASSIGN,
    isGap(name),
  );
  const header = reader.rangeSince(begun.keyword);
  const value = readAssigned(reader, isGap(type ?? name));
  return { kind: 'var', name: nameOf(name), type, value, ...statementParts(reader, begun, header) };
}

export function readTypeStatement(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const name = readName(reader, 'BCP325', BEFORE_ASSIGN);
  const header = reader.rangeSince(begun.keyword);
  readAssign(reader, isGap(name), LINE_END);
  const value: TypeExpression = reader.recover(
    () => readDeclaredType(reader),
    stops(Token.openBrace, ...BEFORE_ASSIGN),
    isGap(name),
  );
  return { kind: 'type', name: nameOf(name), value, ...statementParts(reader, begun, header) };
}

/** `with { … }`. */
export function readWith(reader: TokenReader, code: SyntaxErrorCode): ObjectExpression | InvalidExpression {
  reader.expectWord('with', code);
  return reader.recover(() => readObject(reader, VALUE, readExpression), LINE_END);
}

/** `extension name with { … } as alias`; `import 'specification'` is its old spelling. */
export function readExtension(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const specification =
    reader.kind === Token.identifier
      ? reader.nameAt(reader.next())
      : readPath(reader, 'BCP201', false, LINE_END);
  let config: ObjectExpression | InvalidExpression | undefined;
  if (!endsLine(reader) && !reader.isWord('as')) {
    config = reader.recover(() => readWith(reader, 'BCP305'), LINE_END, isGap(specification));
  }
  const alias = endsLine(reader)
    ? undefined
    : reader.recover(
        () => {
          reader.expectWord('as', 'BCP305');
          return nameOf(readName(reader, 'BCP202', LINE_END));
        },
        LINE_END,
        isGap(config),
      );
  const header = reader.rangeSince(begun.keyword);
  const name = isInvalid(alias) ? undefined : alias;
  return { kind: 'extension', specification, config, alias: name, ...statementParts(reader, begun, header) };
}

export const endsLine = (reader: TokenReader): boolean => reader.isAtEnd || reader.kind === Token.newline;
