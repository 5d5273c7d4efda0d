import type {
  InvalidExpression,
  ObjectTypeProperty,
  StringExpression,
  TupleTypeItem,
  TypeExpression,
  UnionType,
} from '../ast.ts';
import { PLAIN } from './context.ts';
import { readDecorators } from './decorators.ts';
import { readArguments, readElements } from './elements.ts';
import { OPERAND_END, readExpression, readHole, readMemberName } from './expressions.ts';
import { onlyItem, readKey, readList, readLiteral } from './primaries.ts';
import { isGap, stops, type TokenReader } from './reader.ts';
import { expectString, readString } from './strings.ts';
import { Token } from './tokens.ts';

/** Reads the type of a declaration, which may also be `resource 'type@version'`. */
export function readDeclaredType(reader: TokenReader, isOutput = false): TypeExpression {
  const isResource = reader.isWord('resource') && reader.kindAt(reader.at + 1) !== Token.less;
  if (!isResource) return readType(reader);
  const first = reader.next();
  const type = reader.recover(
    () => (isOutput && !beginsString(reader) ? undefined : expectString(reader, 'BCP068', readHole)),
    stops(Token.assign, Token.newline),
  );
  return { kind: 'resourceType', type, range: reader.rangeSince(first) };
}

const beginsString = (reader: TokenReader): boolean =>
  reader.kind === Token.stringComplete || reader.kind === Token.stringLeft;

/** Reads a type. What is wrong with it as a whole is thrown, for `TokenReader.recover` to catch. */
function readType(reader: TokenReader): TypeExpression {
  return reader.nested(() => readUnion(reader));
}

const MEMBER_END = stops(
  Token.newline,
  Token.assign,
  Token.closeBrace,
  Token.closeBracket,
  Token.closeParenthesis,
);

/** A `|` may begin the next line, and may stand before the first member. */
function readUnion(reader: TokenReader): TypeExpression {
  const start = reader.startAt(reader.at);
  const hasMark = takesPipe(reader);
  const first = readPostfixed(reader);
  if (!hasMark && !pipeFollows(reader)) return first;
  const members = [first];
  while (takesPipe(reader)) {
    const member =
      reader.kind === Token.newline
        ? reader.missing('BCP300')
        : reader.recover(() => readPostfixed(reader), MEMBER_END);
    members.push(member);
  }
  const end = members.at(-1)?.range.end ?? start;
  const union: UnionType = { kind: 'union', members, range: reader.range(start, end) };
  return union;
}

function pipeFollows(reader: TokenReader): boolean {
  if (reader.kind === Token.pipe) return true;
  return reader.kind === Token.newline && reader.kindAt(reader.at + 1) === Token.pipe;
}

function takesPipe(reader: TokenReader): boolean {
  if (!pipeFollows(reader)) return false;
  reader.skipNewlines();
  return reader.take(Token.pipe);
}

/** A type with a sign before it, and the marks for nullable (`?`) and not nullable (`!`) after it. */
function readPostfixed(reader: TokenReader): TypeExpression {
  let type = readSigned(reader);
  for (;;) {
    const kind = reader.kind;
    if (kind !== Token.question && kind !== Token.not) return type;
    reader.next();
    reader.links++;
    const range = reader.rangeFrom(type);
    type = { kind: kind === Token.question ? 'nullable' : 'nonNullType', type, range };
  }
}

/** `-1` and `!true` are literals; an operator before anything else is no type. */
function readSigned(reader: TokenReader): TypeExpression {
  const operator = reader.kind === Token.not ? '!' : reader.kind === Token.minus ? '-' : undefined;
  if (operator === undefined) return readMemberType(reader);
  const first = reader.next();
  const operand = reader.recover(() => readMemberType(reader), OPERAND_END);
  const range = reader.rangeSince(first);
  if (operand.kind !== 'literalType') return { kind: 'invalid', range };
  return { kind: 'literalType', value: { kind: 'unary', operator, operand: operand.value, range }, range };
}

function readMemberType(reader: TokenReader): TypeExpression {
  let type = readPrimaryType(reader);
  for (;;) {
    if (reader.kind === Token.openBracket) type = readBracket(reader, type);
    else if (reader.kind === Token.dot) type = readTypeProperty(reader, type);
    else return type;
    reader.links++;
  }
}

/** `T[]`, `T[*]`, `T[0]`. */
function readBracket(reader: TokenReader, object: TypeExpression): TypeExpression {
  reader.next();
  if (reader.take(Token.closeBracket)) {
    return { kind: 'arrayType', element: object, range: reader.rangeFrom(object) };
  }
  if (reader.take(Token.star)) {
    reader.expect(Token.closeBracket, ']');
    return { kind: 'typeElement', object, range: reader.rangeFrom(object) };
  }
  const index = readExpression(reader, PLAIN);
  reader.expect(Token.closeBracket, ']');
  return { kind: 'typeIndex', object, index, range: reader.rangeFrom(object) };
}

/** `T.name`, `T.*`, `ns.name<…>`. */
function readTypeProperty(reader: TokenReader, object: TypeExpression): TypeExpression {
  reader.next();
  if (reader.take(Token.star)) return { kind: 'typeAdditional', object, range: reader.rangeFrom(object) };
  const { text: name, range: nameRange } = readMemberName(reader);
  if (reader.kind !== Token.less) {
    return { kind: 'typeProperty', object, name, nameRange, range: reader.rangeFrom(object) };
  }
  const given = readTypeArguments(reader);
  const range = reader.rangeFrom(object);
  return { kind: 'instantiation', object, name, nameRange, arguments: given, range };
}

const ARGUMENT_END = stops(Token.newline, Token.comma, Token.greater);

function readTypeArguments(reader: TokenReader): TypeExpression[] {
  const given: TypeExpression[] = [];
  reader.next();
  readArguments(reader, Token.greater, '>', () => {
    given.push(reader.recover(() => readType(reader), ARGUMENT_END));
  });
  return given;
}

/** The name of a type, with arguments when it is a generic one. */
function readNamedType(reader: TokenReader): TypeExpression {
  const type = reader.nameAt(reader.next());
  const { text: name, range: nameRange } = type;
  if (reader.kind !== Token.less) return { kind: 'named', name, range: nameRange };
  const given = readTypeArguments(reader);
  const range = reader.rangeFrom(type);
  return { kind: 'instantiation', object: undefined, name, nameRange, arguments: given, range };
}

function readPrimaryType(reader: TokenReader): TypeExpression {
  switch (reader.kind) {
    case Token.identifier:
      return readNamedType(reader);
    case Token.integer:
    case Token.true:
    case Token.false:
    case Token.null: {
      const value = readLiteral(reader);
      return { kind: 'literalType', value, range: value.range };
    }
    case Token.stringComplete:
    case Token.stringLeft: {
      const value = readString(reader, readHole);
      return value.kind === 'invalid' ? value : { kind: 'literalType', value, range: value.range };
    }
    case Token.openBrace:
      return readObjectType(reader);
    case Token.openBracket:
      return readTupleType(reader);
    case Token.openParenthesis: {
      const first = reader.at;
      const inner = onlyItem(
        reader,
        readList(reader, false, () => readType(reader)),
      );
      return { kind: 'parenthesesType', inner, range: reader.rangeSince(first) };
    }
    default:
      throw reader.fault('BCP279');
  }
}

const PROPERTY_END = stops(Token.newline, Token.closeBrace);
const KEY_END = stops(Token.colon, ...PROPERTY_END);
const ITEM_END = stops(Token.newline, Token.closeBracket);

function readObjectType(reader: TokenReader): TypeExpression {
  const first = reader.next();
  const properties: ObjectTypeProperty[] = [];
  readElements(reader, Token.closeBrace, () => properties.push(readPropertyType(reader)));
  reader.expectCloser(Token.closeBrace, '}');
  return { kind: 'objectType', properties, range: reader.rangeSince(first) };
}

function readPropertyType(reader: TokenReader): ObjectTypeProperty {
  const first = reader.at;
  const decorators = readDecorators(reader);
  const key = reader.recover(() => readTypeKey(reader), KEY_END);
  const colon = reader.recover(() => reader.expect(Token.colon, ':'), PROPERTY_END, isGap(key));
  const value = reader.recover(() => readType(reader), PROPERTY_END, isGap(colon));
  return { decorators, key, value, range: reader.rangeSince(first) };
}

/** The name of a property, or `*` for all that are not named. */
function readTypeKey(reader: TokenReader): StringExpression | InvalidExpression | 'any' {
  if (reader.take(Token.star)) return 'any';
  if (reader.kind !== Token.identifier && !beginsString(reader)) throw reader.fault('BCP317');
  return readKey(reader, readExpression);
}

function readTupleType(reader: TokenReader): TypeExpression {
  const first = reader.next();
  const items: TupleTypeItem[] = [];
  readElements(reader, Token.closeBracket, () => items.push(readTupleItem(reader)));
  reader.expectCloser(Token.closeBracket, ']');
  return { kind: 'tupleType', items, range: reader.rangeSince(first) };
}

function readTupleItem(reader: TokenReader): TupleTypeItem {
  const first = reader.at;
  const item = reader.recover((): TupleTypeItem => {
    const decorators = readDecorators(reader);
    const value = readType(reader);
    return { decorators, value, range: reader.rangeSince(first) };
  }, ITEM_END);
  return 'kind' in item ? { decorators: [], value: item, range: item.range } : item;
}
