import { span } from '../../source/range.ts';
import type { BinaryOperator, CallExpression, Expression, ForExpression, ObjectItem } from './ast.ts';
import { SPLAT_ELEMENT } from './ast.ts';
import { isHigher, MAX_HEIGHT } from './height.ts';
import { readLoopNames, readTemplate } from './templates.ts';
import { SyntaxFault, Token, type TokenReader } from './tokens.ts';

/** Binary operators with how strongly they bind (HCL specification, "Operations"). All are left-associative. */
const OPERATORS: Readonly<Record<number, { readonly operator: BinaryOperator; readonly strength: number }>> =
  {
    [Token.or]: { operator: '||', strength: 1 },
    [Token.and]: { operator: '&&', strength: 2 },
    [Token.equal]: { operator: '==', strength: 3 },
    [Token.notEqual]: { operator: '!=', strength: 3 },
    [Token.less]: { operator: '<', strength: 4 },
    [Token.lessOrEqual]: { operator: '<=', strength: 4 },
    [Token.greater]: { operator: '>', strength: 4 },
    [Token.greaterOrEqual]: { operator: '>=', strength: 4 },
    [Token.plus]: { operator: '+', strength: 5 },
    [Token.minus]: { operator: '-', strength: 5 },
    [Token.star]: { operator: '*', strength: 6 },
    [Token.slash]: { operator: '/', strength: 6 },
    [Token.percent]: { operator: '%', strength: 6 },
  };

/**
 * Reads an expression that is a value on its own. What is wrong with it is thrown as a `SyntaxFault`. It is
 * no higher than `MAX_HEIGHT`, so that whoever walks the tree may recurse.
 */
export function readValue(reader: TokenReader): Expression {
  reader.peek();
  const first = reader.at;
  const value = readExpression(reader);
  if (reader.last - first > MAX_HEIGHT && isHigher(value, MAX_HEIGHT)) {
    const message = `An expression may be ${MAX_HEIGHT} operators high; this one is higher.`;
    throw new SyntaxFault(message, value.range, 'limit-exceeded');
  }
  return value;
}

function readExpression(reader: TokenReader): Expression {
  return reader.nested(() => readConditional(reader));
}

function readConditional(reader: TokenReader): Expression {
  const condition = readBinary(reader, 1);
  if (reader.peek() !== Token.question) return condition;
  reader.next();
  const then = readExpression(reader);
  reader.expect(Token.colon, 'A ":" and the value for false are expected here, to complete the conditional.');
  const otherwise = readExpression(reader);
  return {
    kind: 'conditional',
    condition,
    // oxlint-disable-next-line unicorn/no-thenable -- it is never awaited
    then,
    else: otherwise,
    range: span(condition.range, otherwise.range),
  };
}

function readBinary(reader: TokenReader, weakest: number): Expression {
  let left = readOperand(reader);
  for (;;) {
    const found = OPERATORS[reader.peek()];
    if (found === undefined || found.strength < weakest) return left;
    reader.next();
    const right = readBinary(reader, found.strength + 1);
    left = { kind: 'binary', operator: found.operator, left, right, range: span(left.range, right.range) };
  }
}

function readOperand(reader: TokenReader): Expression {
  const kind = reader.peek();
  if (kind === Token.minus || kind === Token.not) {
    const sign = reader.next();
    const operand = reader.nested(() => readOperand(reader));
    const operator = kind === Token.minus ? '-' : '!';
    return { kind: 'unary', operator, operand, range: span(reader.rangeAt(sign), operand.range) };
  }
  return readTraversal(reader, readTerm(reader));
}

/** The steps after a term: `.name`, `.0`, `[key]`, `.*`, `[*]`. */
function readTraversal(reader: TokenReader, term: Expression): Expression {
  let object = term;
  for (;;) {
    const kind = reader.peek();
    if (kind === Token.dot) object = readDot(reader, object);
    else if (kind === Token.openBracket) object = readBracket(reader, object);
    else return object;
  }
}

function readDot(reader: TokenReader, object: Expression): Expression {
  reader.next();
  const kind = reader.peek();
  if (kind === Token.identifier) return readAttribute(reader, object);
  if (kind === Token.number) return readLegacyIndex(reader, object);
  if (kind === Token.star) return readAttributeSplat(reader, object);
  throw reader.fault('The name of an attribute is expected after the dot.');
}

function readAttribute(reader: TokenReader, object: Expression): Expression {
  const name = reader.next();
  const nameRange = reader.rangeAt(name);
  return {
    kind: 'attribute',
    object,
    name: reader.nameAt(name),
    nameRange,
    range: span(object.range, nameRange),
  };
}

/** `a.0`, which Terraform 0.11 wrote for `a[0]`. Two in a row would read as one number. */
function readLegacyIndex(reader: TokenReader, object: Expression): Expression {
  const index = readNumber(reader);
  if (index.value.number.includes('.')) {
    throw new SyntaxFault(
      `Two indices cannot be chained with dots; write [${index.value.number.replaceAll('.', '][')}].`,
      index.range,
    );
  }
  return { kind: 'index', object, index, range: span(object.range, index.range) };
}

/** `a.*.b.c`: only names (and legacy indices) apply to each element; an index after them applies to the result. */
function readAttributeSplat(reader: TokenReader, object: Expression): Expression {
  const star = reader.rangeAt(reader.next());
  let each: Expression = { kind: 'variable', name: SPLAT_ELEMENT, range: star };
  while (reader.peek() === Token.dot) {
    reader.next();
    const kind = reader.peek();
    if (kind === Token.star) {
      throw reader.fault('A ".*" cannot follow another one; write [*] for splats inside splats.');
    }
    if (kind === Token.number) each = readLegacyIndex(reader, each);
    else if (kind === Token.identifier) each = readAttribute(reader, each);
    else throw reader.fault('The name of an attribute is expected after the dot.');
  }
  return { kind: 'splat', object, each, range: span(object.range, each.range) };
}

function readBracket(reader: TokenReader, object: Expression): Expression {
  const open = reader.next();
  if (reader.peek() === Token.star) {
    reader.next();
    reader.expect(Token.closeBracket, 'A "]" is expected right after the star of a splat.');
    const element: Expression = { kind: 'variable', name: SPLAT_ELEMENT, range: reader.rangeSince(open) };
    const each = reader.nested(() => readTraversal(reader, element));
    return { kind: 'splat', object, each, range: span(object.range, each.range) };
  }
  const index = reader.withNewlines(false, () => {
    const key = readExpression(reader);
    reader.expect(Token.closeBracket, 'A "]" is expected here, to close the index.');
    return key;
  });
  return { kind: 'index', object, index, range: span(object.range, reader.rangeSince(open)) };
}

function readTerm(reader: TokenReader): Expression {
  switch (reader.peek()) {
    case Token.identifier:
      return readName(reader);
    case Token.openQuote:
    case Token.openHeredoc:
      return readTemplate(reader, readExpression);
    case Token.number:
      return readNumber(reader);
    case Token.openBracket:
      return readTuple(reader);
    case Token.openBrace:
      return readObject(reader);
    case Token.openParenthesis:
      return readParentheses(reader);
    case Token.newline:
      throw reader.fault(
        'An expression is expected before the end of the line. To go on in the next line, put parentheses around it.',
      );
    case Token.endOfFile:
      throw reader.fault('An expression is expected before the end of the text.');
    default:
      throw reader.fault('An expression is expected here.');
  }
}

function readNumber(reader: TokenReader): Expression & { kind: 'literal'; value: { number: string } } {
  const index = reader.next();
  const written = reader.textAt(index);
  if (!/^\d+(\.\d*)?([eE][+-]?\d+)?$/.test(written)) {
    throw new SyntaxFault(`"${written}" is not a number.`, reader.rangeAt(index));
  }
  // `1.e5` is accepted by HashiCorp's parser, but by few others.
  const number = written.replace(/\.(?=[eE])/, '');
  return { kind: 'literal', value: { number }, range: reader.rangeAt(index) };
}

const KEYWORDS: ReadonlyMap<string, null | boolean> = new Map([
  ['null', null],
  ['true', true],
  ['false', false],
]);

function readName(reader: TokenReader): Expression {
  const index = reader.next();
  const following = reader.peek();
  if (following === Token.openParenthesis || following === Token.doubleColon) return readCall(reader, index);
  const name = reader.nameAt(index);
  const range = reader.rangeAt(index);
  const value = KEYWORDS.get(name);
  return value === undefined ? { kind: 'variable', name, range } : { kind: 'literal', value, range };
}

function readCall(reader: TokenReader, first: number): CallExpression {
  let name = reader.nameAt(first);
  while (reader.peek() === Token.doubleColon) {
    reader.next();
    name += `::${reader.nameAt(reader.expect(Token.identifier, 'The name of a function is expected after "::".'))}`;
  }
  const nameRange = reader.rangeSince(first);
  reader.expect(Token.openParenthesis, 'The arguments of the function are expected here, in parentheses.');
  const { elements, expandFinal } = reader.withNewlines(false, () => readArguments(reader));
  return {
    kind: 'call',
    name,
    nameRange,
    arguments: elements,
    expandFinal,
    range: span(nameRange, reader.rangeAt(reader.last)),
  };
}

function readArguments(reader: TokenReader): { elements: Expression[]; expandFinal: boolean } {
  const elements: Expression[] = [];
  while (reader.peek() !== Token.closeParenthesis) {
    elements.push(readExpression(reader));
    const separator = reader.peek();
    if (separator === Token.comma) reader.next();
    else if (separator === Token.ellipsis) {
      reader.next();
      reader.expect(Token.closeParenthesis, 'A ")" is expected right after the expanded argument ("...").');
      return { elements, expandFinal: true };
    } else if (separator !== Token.closeParenthesis) {
      throw reader.fault('A comma or ")" is expected after an argument of a function.');
    }
  }
  reader.next();
  return { elements, expandFinal: false };
}

function readParentheses(reader: TokenReader): Expression {
  const open = reader.next();
  return reader.withNewlines(false, () => {
    const inner = readExpression(reader);
    reader.expect(Token.closeParenthesis, 'A ")" is expected here, to close the parentheses.');
    return { kind: 'parentheses', inner, range: reader.rangeSince(open) };
  });
}

function readTuple(reader: TokenReader): Expression {
  const open = reader.next();
  return reader.withNewlines(false, () => {
    if (reader.isWord('for')) return readFor(reader, open, 'tuple');
    const elements: Expression[] = [];
    while (reader.peek() !== Token.closeBracket) {
      elements.push(readExpression(reader));
      const separator = reader.peek();
      if (separator === Token.comma) reader.next();
      else if (separator !== Token.closeBracket) {
        throw reader.fault('A comma or "]" is expected after an element of a list.');
      }
    }
    reader.next();
    return { kind: 'tuple', elements, range: reader.rangeSince(open) };
  });
}

function readObject(reader: TokenReader): Expression {
  const open = reader.next();
  if (reader.withNewlines(false, () => reader.isWord('for'))) {
    return reader.withNewlines(false, () => readFor(reader, open, 'object'));
  }
  return reader.withNewlines(true, () => {
    const items: ObjectItem[] = [];
    for (;;) {
      while (reader.peek() === Token.newline) reader.next();
      if (reader.peek() === Token.closeBrace) break;
      items.push(readItem(reader));
      const separator = reader.peek();
      if (separator === Token.comma || separator === Token.newline) reader.next();
      else if (separator !== Token.closeBrace) {
        throw reader.fault('A comma, a new line or "}" is expected after an item of an object.');
      }
    }
    reader.next();
    return { kind: 'object', items, range: reader.rangeSince(open) };
  });
}

function readItem(reader: TokenReader): ObjectItem {
  const key = asKey(readExpression(reader));
  const separator = reader.peek();
  if (separator !== Token.assign && separator !== Token.colon) {
    throw reader.fault(
      'A "=" and a value are expected after the key of an object. A key with dots or spaces is written in quotes.',
    );
  }
  reader.next();
  return { key, value: readExpression(reader) };
}

/** A name alone is a key as it stands, `null` and `true` too; in parentheses it is an expression. */
function asKey(key: Expression): Expression {
  const word =
    key.kind === 'variable'
      ? key.name
      : key.kind === 'literal' && (key.value === null || typeof key.value === 'boolean')
        ? String(key.value)
        : undefined;
  if (word === undefined) return key;
  return { kind: 'template', parts: [{ kind: 'text', text: word, range: key.range }], range: key.range };
}

function readFor(reader: TokenReader, open: number, result: 'tuple' | 'object'): ForExpression {
  reader.next();
  const names = readLoopNames(reader);
  const collection = readExpression(reader);
  reader.expect(Token.colon, 'A ":" is expected after the collection of a "for" expression.');
  let value = readExpression(reader);
  let key: Expression | undefined;
  if (reader.peek() === Token.fatArrow) {
    if (result === 'tuple') {
      throw reader.fault(
        'A key ("=>") has a place only in a "for" expression in braces, which makes an object.',
      );
    }
    reader.next();
    key = value;
    value = readExpression(reader);
  } else if (result === 'object') {
    throw reader.fault('A "for" expression in braces makes an object and needs "key => value".');
  }
  const group = readGrouping(reader, result);
  let condition: Expression | undefined;
  if (reader.isWord('if')) {
    reader.next();
    condition = readExpression(reader);
  }
  const closer = result === 'tuple' ? Token.closeBracket : Token.closeBrace;
  reader.expect(
    closer,
    `A "${result === 'tuple' ? ']' : '}'}" is expected here, to close the "for" expression.`,
  );
  return {
    kind: 'for',
    result,
    ...names,
    collection,
    key,
    value,
    group,
    condition,
    range: reader.rangeSince(open),
  };
}

function readGrouping(reader: TokenReader, result: 'tuple' | 'object'): boolean {
  if (reader.peek() !== Token.ellipsis) return false;
  if (result === 'tuple') throw reader.fault('Grouping ("...") has a place only where an object is made.');
  reader.next();
  return true;
}
