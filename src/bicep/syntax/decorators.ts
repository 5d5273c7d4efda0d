import type { Decorator, Expression } from '../ast.ts';
import { VALUE } from './context.ts';
import { readExpression, readMemberName } from './expressions.ts';
import { readCallArguments } from './primaries.ts';
import { stops, type TokenReader } from './reader.ts';
import { Token } from './tokens.ts';

const LINE_END = stops(Token.newline);

/** Reads the decorators of a statement, a property of a type or an item of a tuple; each ends its line. */
export function readDecorators(reader: TokenReader, ofStatement = false): Decorator[] {
  const decorators: Decorator[] = [];
  while (reader.kind === Token.at) {
    const first = reader.next();
    const expression = reader.recover(() => readDecorator(reader), LINE_END);
    decorators.push({ expression, range: reader.rangeSince(first) });
    reader.recover(() => {
      if (!reader.isAtLineEnd) throw reader.fault('BCP019');
    }, LINE_END);
    reader.skipNewlines();
    if (ofStatement) reader.skipBoundary();
  }
  return decorators;
}

function readDecorator(reader: TokenReader): Expression {
  const { text: name, range } = reader.expectName('BCP123');
  let expression: Expression = { kind: 'variable', name, range };
  if (reader.kind === Token.openParenthesis) {
    const given = readCallArguments(reader, VALUE, readExpression);
    expression = {
      kind: 'call',
      name,
      nameRange: range,
      arguments: given,
      range: reader.rangeFrom(expression),
    };
  }
  while (reader.take(Token.dot)) expression = readAccess(reader, expression);
  return expression;
}

function readAccess(reader: TokenReader, object: Expression): Expression {
  reader.links++;
  const { text: name, range: nameRange } = readMemberName(reader);
  if (reader.kind !== Token.openParenthesis) {
    return { kind: 'property', object, name, nameRange, safe: false, range: reader.rangeFrom(object) };
  }
  const given = readCallArguments(reader, VALUE, readExpression);
  const range = reader.rangeFrom(object);
  return { kind: 'methodCall', object, name, nameRange, arguments: given, range };
}
