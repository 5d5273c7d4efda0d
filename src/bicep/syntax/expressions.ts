import type { BinaryOperator, ConditionalExpression, Expression, Name } from '../ast.ts';
import { type Context, PLAIN } from './context.ts';
import { readCallArguments, readPrimary } from './primaries.ts';
import { isGap, isInvalid, spanOf, stops, type TokenReader } from './reader.ts';
import { Token } from './tokens.ts';

/** Binary operators with how strongly they bind (Bicep documentation, "Bicep operators"). All are left-associative. */
const OPERATORS: Readonly<Record<number, { readonly operator: BinaryOperator; readonly strength: number }>> =
  {
    [Token.coalesce]: { operator: '??', strength: 30 },
    [Token.or]: { operator: '||', strength: 40 },
    [Token.and]: { operator: '&&', strength: 50 },
    [Token.equal]: { operator: '==', strength: 70 },
    [Token.notEqual]: { operator: '!=', strength: 70 },
    [Token.equalIgnoringCase]: { operator: '=~', strength: 70 },
    [Token.notEqualIgnoringCase]: { operator: '!~', strength: 70 },
    [Token.less]: { operator: '<', strength: 80 },
    [Token.lessOrEqual]: { operator: '<=', strength: 80 },
    [Token.greater]: { operator: '>', strength: 80 },
    [Token.greaterOrEqual]: { operator: '>=', strength: 80 },
    [Token.plus]: { operator: '+', strength: 90 },
    [Token.minus]: { operator: '-', strength: 90 },
    [Token.star]: { operator: '*', strength: 100 },
    [Token.slash]: { operator: '/', strength: 100 },
    [Token.percent]: { operator: '%', strength: 100 },
  };

/** Where what is left of a broken operand ends. */
export const OPERAND_END = stops(
  Token.stringRight,
  Token.closeBrace,
  Token.closeParenthesis,
  Token.closeBracket,
  Token.newline,
);

const BEFORE_COLON = stops(Token.colon, ...OPERAND_END);

/** Reads a value. What is wrong with it as a whole is thrown, for `TokenReader.recover` to catch. */
export function readExpression(reader: TokenReader, context: Context): Expression {
  return reader.nested(() => readConditional(reader, context));
}

/** The parts of a conditional may begin a line, with their `?` or `:`. */
function readConditional(reader: TokenReader, context: Context): Expression {
  const condition = readBinary(reader, context, 0);
  const question = reader.afterNewlines();
  if (reader.kindAt(question) !== Token.question) return condition;
  reader.at = question + 1;
  const whenTrue = reader.recover(() => readExpression(reader, context), BEFORE_COLON);
  if (!isInvalid(whenTrue)) {
    const following = reader.afterNewlines();
    if (reader.kindAt(following) === Token.colon) reader.at = following;
  }
  const colon = reader.recover(() => reader.expect(Token.colon, ':'), OPERAND_END, isGap(whenTrue));
  const whenFalse = reader.recover(() => readExpression(reader, context), OPERAND_END, isGap(colon));
  return conditional(condition, whenTrue, whenFalse);
}

const conditional = (
  condition: Expression,
  whenTrue: Expression,
  whenFalse: Expression,
): ConditionalExpression => ({
  kind: 'conditional',
  condition,
  // oxlint-disable-next-line unicorn/no-thenable -- it is never awaited
  then: whenTrue,
  else: whenFalse,
  range: spanOf(condition, whenFalse),
});

function readBinary(reader: TokenReader, context: Context, weakest: number): Expression {
  let left = readUnary(reader, context);
  for (;;) {
    const found = OPERATORS[reader.kind];
    if (found === undefined || found.strength <= weakest) return left;
    reader.next();
    reader.links++;
    const right = reader.recover(() => readBinary(reader, context, found.strength), OPERAND_END);
    left = { kind: 'binary', operator: found.operator, left, right, range: spanOf(left, right) };
  }
}

/** One operator only: `!!x` and `--x` are errors. */
function readUnary(reader: TokenReader, context: Context): Expression {
  const operator = reader.kind === Token.not ? '!' : reader.kind === Token.minus ? '-' : undefined;
  if (operator === undefined) return readMember(reader, context);
  const first = reader.next();
  const operand = reader.recover(() => readMember(reader, context), OPERAND_END);
  return { kind: 'unary', operator, operand, range: reader.rangeSince(first) };
}

function readMember(reader: TokenReader, context: Context): Expression {
  let value = readPrimary(reader, context, readExpression);
  for (;;) {
    const kind = reader.kind;
    if (kind === Token.dot) value = readProperty(reader, value, context);
    else if (kind === Token.openBracket) value = readIndex(reader, value, context);
    else if (kind === Token.doubleColon) {
      reader.next();
      const { text: name, range: nameRange } = readMemberName(reader);
      value = { kind: 'nestedResource', object: value, name, nameRange, range: reader.rangeFrom(value) };
    } else if (kind === Token.not) {
      reader.next();
      value = { kind: 'nonNull', operand: value, range: reader.rangeFrom(value) };
    } else return value;
    reader.links++;
  }
}

/** The name after a dot; when it is missing, it is empty. */
export function readMemberName(reader: TokenReader): Name {
  if (reader.kind === Token.identifier) return reader.nameAt(reader.next());
  return { text: '', range: reader.missing('BCP020').range };
}

function readProperty(reader: TokenReader, object: Expression, context: Context): Expression {
  reader.next();
  const mark = reader.at;
  const safe = reader.take(Token.question);
  const { text: name, range: nameRange } = readMemberName(reader);
  if (reader.kind !== Token.openParenthesis) {
    return { kind: 'property', object, name, nameRange, safe, range: reader.rangeFrom(object) };
  }
  if (safe) reader.report('BCP322', reader.range(reader.startAt(mark), nameRange.end));
  const given = readCallArguments(reader, context, readExpression);
  const range = reader.rangeFrom(object);
  return { kind: 'methodCall', object, name, nameRange, arguments: given, range };
}

function readIndex(reader: TokenReader, object: Expression, context: Context): Expression {
  reader.next();
  const safe = reader.take(Token.question);
  const fromEnd = reader.take(Token.hat);
  const index =
    reader.kind === Token.closeBracket ? reader.missing('BCP117') : readExpression(reader, context);
  reader.expect(Token.closeBracket, ']');
  return { kind: 'index', object, index, safe, fromEnd, range: reader.rangeFrom(object) };
}

/** Reads the expression in the hole of a string: no array or object may stand there. */
export const readHole = (reader: TokenReader): Expression => readExpression(reader, PLAIN);
