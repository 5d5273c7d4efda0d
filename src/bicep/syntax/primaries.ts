import type { SourceRange } from '../../source/range.ts';
import type {
  Expression,
  ForExpression,
  InvalidExpression,
  LambdaExpression,
  LiteralExpression,
  Name,
  ObjectExpression,
  ObjectItem,
  ObjectProperty,
  SpreadItem,
  StringExpression,
} from '../ast.ts';
import { type Context, PLAIN, type ReadExpression, VALUE } from './context.ts';
import { readArguments, readElements } from './elements.ts';
import { isGap, isInvalid, type Stops, stops, type TokenReader } from './reader.ts';
import { readString } from './strings.ts';
import { Token } from './tokens.ts';

/** Reads a value without operators: a literal, a string, a name, a call, or something in brackets. */
export function readPrimary(
  reader: TokenReader,
  context: Context,
  readExpression: ReadExpression,
): Expression {
  switch (reader.kind) {
    case Token.identifier:
      return readName(reader, context, readExpression);
    case Token.stringComplete:
    case Token.stringLeft:
      return readString(reader, reader => readExpression(reader, PLAIN));
    case Token.integer:
    case Token.true:
    case Token.false:
    case Token.null:
      return readLiteral(reader);
    case Token.openBrace:
      if (!context.complex) throw reader.fault('BCP087');
      return readObject(reader, context, readExpression);
    case Token.openBracket:
      if (!context.complex) throw reader.fault('BCP087');
      if (reader.isWord('for', reader.afterNewlines(reader.at + 1))) {
        return readFor(reader, readExpression, () => readExpression(reader, VALUE));
      }
      return readArray(reader, readExpression);
    case Token.openParenthesis:
      return readParentheses(reader, context, readExpression);
    default:
      throw reader.fault('BCP009');
  }
}

/** The largest integer that the compiler's parser takes; a `-` before it is an operator. */
const MAX_INTEGER = 2n ** 64n - 1n;

export function readLiteral(reader: TokenReader): LiteralExpression {
  const first = reader.next();
  const range = reader.rangeAt(first);
  switch (reader.kindAt(first)) {
    case Token.true:
      return { kind: 'literal', value: true, range };
    case Token.false:
      return { kind: 'literal', value: false, range };
    case Token.null:
      return { kind: 'literal', value: null, range };
    default: {
      const integer = reader.textAt(first);
      if (!fits(integer)) throw reader.fault('BCP010', undefined, first);
      return { kind: 'literal', value: { integer }, range };
    }
  }
}

function fits(digits: string): boolean {
  if (digits.length < 20) return true;
  const significant = digits.replace(/^0+(?=.)/, '');
  return significant.length <= 20 && BigInt(significant) <= MAX_INTEGER;
}

/** A variable, a call, or a lambda with one parameter. */
function readName(reader: TokenReader, context: Context, readExpression: ReadExpression): Expression {
  const name = reader.nameAt(reader.next());
  if (reader.kind === Token.openParenthesis) {
    const given = readCallArguments(reader, context, readExpression);
    const range = reader.range(name.range.start, reader.endAt(reader.at - 1));
    return { kind: 'call', name: name.text, nameRange: name.range, arguments: given, range };
  }
  if (reader.kind === Token.arrow) return readLambda(reader, [name], name.range.start, readExpression);
  return { kind: 'variable', name: name.text, range: name.range };
}

const ARGUMENT_END = stops(Token.newline, Token.comma, Token.closeParenthesis);

/** Reads the arguments of a call, with their parentheses. */
export function readCallArguments(
  reader: TokenReader,
  context: Context,
  readExpression: ReadExpression,
): Expression[] {
  const given: Expression[] = [];
  reader.expect(Token.openParenthesis, '(');
  readArguments(reader, Token.closeParenthesis, ')', () => {
    given.push(reader.recover(() => readExpression(reader, context), ARGUMENT_END));
  });
  return given;
}

const BODY_END = stops(Token.newline, Token.closeParenthesis);

function readLambda(
  reader: TokenReader,
  parameters: readonly Name[],
  start: number,
  readExpression: ReadExpression,
): LambdaExpression {
  reader.expect(Token.arrow, '=>');
  const body = readLambdaBody(reader, readExpression);
  return { kind: 'lambda', parameters, body, range: reader.range(start, body.range.end) };
}

/** It may begin on the next line, unless a declaration does. */
export function readLambdaBody(reader: TokenReader, readExpression: ReadExpression): Expression {
  const following = reader.afterNewlines();
  if (!DECLARATIONS.some(word => reader.isWord(word, following))) reader.at = following;
  return reader.recover(() => readExpression(reader, VALUE), BODY_END);
}

const DECLARATIONS = [
  'assert',
  'import',
  'metadata',
  'param',
  'var',
  'resource',
  'output',
  'module',
  'type',
] as const;

const LIST_ITEM_END = stops(
  Token.stringRight,
  Token.closeBrace,
  Token.closeParenthesis,
  Token.closeBracket,
  Token.newline,
  Token.comma,
);

const LIST_END = stops(Token.stringRight, Token.closeBrace, Token.closeBracket, Token.newline);

interface List<T> {
  readonly items: readonly (T | InvalidExpression)[];
  /** It is one item, with no comma and no new line beside it. */
  readonly isSingle: boolean;
  /** From the first item, comma or new line to the last one. */
  readonly inside: SourceRange;
  readonly isClosed: boolean;
}

/** Reads what stands in parentheses: expressions, types or parameters of a function, separated by commas. */
export function readList<T extends object>(
  reader: TokenReader,
  takesNewlines: boolean,
  readItem: () => T,
): List<T> {
  const items: (T | InvalidExpression)[] = [];
  const open = reader.expect(Token.openParenthesis, '(');
  let separators = takesNewlines ? reader.skipNewlines() : 0;
  let isQuiet = false;
  while (reader.kind !== Token.closeParenthesis) {
    const item = reader.recover(readItem, LIST_ITEM_END);
    items.push(item);
    const newlines = takesNewlines ? reader.skipNewlines() : 0;
    separators += newlines;
    isQuiet = newlines === 0 && isGap(item);
    if (!reader.take(Token.comma)) break;
    separators += 1 + (takesNewlines ? reader.skipNewlines() : 0);
    isQuiet = false;
  }
  const isEmpty = items.length + separators === 0;
  const inside = isEmpty ? reader.gapAfter(open) : reader.rangeSince(open + 1);
  const closer = reader.recover(() => reader.expectCloser(Token.closeParenthesis, ')'), LIST_END, isQuiet);
  return { items, isSingle: items.length + separators === 1, inside, isClosed: !isInvalid(closer) };
}

/** `( value )`, or a lambda with its parameters in parentheses. */
function readParentheses(reader: TokenReader, context: Context, readExpression: ReadExpression): Expression {
  const first = reader.at;
  const list = readList(reader, true, () => readExpression(reader, context));
  if (reader.kind === Token.arrow) {
    return readLambda(reader, parametersOf(reader, list.items), reader.startAt(first), readExpression);
  }
  return { kind: 'parentheses', inner: onlyItem(reader, list), range: reader.rangeSince(first) };
}

/** Parentheses hold exactly one expression or type. The compiler takes no new line in them beside it. */
export function onlyItem<T extends object>(reader: TokenReader, list: List<T>): T | InvalidExpression {
  const [only] = list.items;
  if (list.isSingle && only !== undefined) return only;
  reader.report('BCP243', list.inside);
  return only !== undefined && list.items.length === 1 ? only : { kind: 'invalid', range: list.inside };
}

/** The names that stand between the parentheses; anything else that stands there is no parameter. */
function parametersOf(reader: TokenReader, items: readonly Expression[]): Name[] {
  const names: Name[] = [];
  for (const item of items) {
    if (item.kind === 'variable') names.push({ text: item.name, range: item.range });
    else if (!isInvalid(item)) reader.report('BCP015', item.range);
  }
  return names;
}

const ARRAY_ITEM_END = stops(Token.newline, Token.closeBracket);
const OBJECT_ITEM_END = stops(Token.newline, Token.closeBrace);
const KEY_END = stops(Token.colon, ...OBJECT_ITEM_END);

function readArray(reader: TokenReader, readExpression: ReadExpression): Expression {
  const first = reader.next();
  const items: (Expression | SpreadItem)[] = [];
  readElements(reader, Token.closeBracket, () => {
    items.push(
      reader.recover(
        () =>
          reader.kind === Token.ellipsis
            ? readSpread(reader, stops(Token.comma, ...ARRAY_ITEM_END), readExpression)
            : readExpression(reader, VALUE),
        ARRAY_ITEM_END,
      ),
    );
  });
  reader.expectCloser(Token.closeBracket, ']');
  return { kind: 'array', items, range: reader.rangeSince(first) };
}

function readSpread(reader: TokenReader, end: Stops, readExpression: ReadExpression): SpreadItem {
  const first = reader.next();
  const value = reader.recover(() => readExpression(reader, VALUE), end);
  return { kind: 'spread', value, range: reader.rangeSince(first) };
}

export function readObject(
  reader: TokenReader,
  context: Context,
  readExpression: ReadExpression,
): ObjectExpression {
  const first = reader.expect(Token.openBrace, '{');
  const items: ObjectItem[] = [];
  readElements(reader, Token.closeBrace, () => {
    const item = reader.recover(() => readObjectItem(reader, context, readExpression), OBJECT_ITEM_END);
    if (item !== undefined && !isInvalid(item)) items.push(item);
  });
  reader.expectCloser(Token.closeBrace, '}');
  return { kind: 'object', items, range: reader.rangeSince(first) };
}

function readObjectItem(
  reader: TokenReader,
  context: Context,
  readExpression: ReadExpression,
): ObjectItem | undefined {
  if (context.readNested !== undefined && beginsNested(reader)) return context.readNested(reader);
  if (reader.kind === Token.ellipsis) {
    return readSpread(reader, stops(Token.comma, ...OBJECT_ITEM_END), readExpression);
  }
  return readProperty(reader, readExpression);
}

/** `resource name` begins a nested resource, as does a decorator; `resource:` is a property. */
function beginsNested(reader: TokenReader): boolean {
  if (reader.kind === Token.at) return true;
  return reader.isWord('resource') && reader.kindAt(reader.at + 1) === Token.identifier;
}

function readProperty(reader: TokenReader, readExpression: ReadExpression): ObjectProperty {
  const first = reader.at;
  const key = reader.recover(() => readKey(reader, readExpression), KEY_END);
  const colon = reader.recover(() => reader.expect(Token.colon, ':'), OBJECT_ITEM_END, isGap(key));
  const value = reader.recover(() => readExpression(reader, VALUE), OBJECT_ITEM_END, isGap(colon));
  return { kind: 'property', key, value, range: reader.rangeSince(first) };
}

/** Reads the key of a property: a name, or a string. */
export function readKey(reader: TokenReader, readExpression: ReadExpression): StringExpression {
  const first = reader.at;
  if (reader.kind === Token.identifier) {
    const { text, range } = reader.nameAt(reader.next());
    return { kind: 'string', parts: [{ kind: 'text', text, range }], range };
  }
  if (reader.kind !== Token.stringComplete && reader.kind !== Token.stringLeft) throw reader.fault('BCP022');
  const key = readString(reader, reader => readExpression(reader, PLAIN));
  if (isInvalid(key)) throw reader.fault('BCP022', undefined, first);
  return key;
}

const FOR_END = stops(Token.closeBracket, Token.newline);

/**
 * Reads a loop with its brackets.
 *
 * @param readBody reads what is made for each item
 */
export function readFor<Body extends { range: SourceRange }>(
  reader: TokenReader,
  readExpression: ReadExpression,
  readBody: () => Body,
): ForExpression<Body | InvalidExpression> {
  const first = reader.expect(Token.openBracket, '[');
  reader.skipNewlines();
  reader.expectWord('for');
  const errors = reader.errorCount;
  const { item, index } = readLoopNames(reader, readExpression);
  const word = reader.recover(() => reader.expectWord('in'), FOR_END, reader.errorCount > errors);
  const collection = reader.recover(
    () => readExpression(reader, VALUE),
    stops(Token.colon, ...FOR_END),
    isGap(word),
  );
  const colon = reader.recover(() => reader.expect(Token.colon, ':'), FOR_END, isGap(collection));
  const body = reader.recover(readBody, FOR_END, isGap(colon));
  if (!isInvalid(body)) reader.skipNewlines();
  reader.recover(() => reader.expectCloser(Token.closeBracket, ']'), FOR_END, isGap(body));
  return { kind: 'for', item, index, collection, body, range: reader.rangeSince(first) };
}

interface LoopNames {
  readonly item: Name | undefined;
  readonly index: Name | undefined;
}

function readLoopNames(reader: TokenReader, readExpression: ReadExpression): LoopNames {
  if (reader.kind === Token.identifier) return { item: reader.nameAt(reader.next()), index: undefined };
  if (reader.kind !== Token.openParenthesis) {
    reader.missing('BCP162');
    return { item: undefined, index: undefined };
  }
  const first = reader.at;
  const errors = reader.errorCount;
  const { items } = readList(reader, false, () => readExpression(reader, PLAIN));
  const names = items.flatMap(item =>
    item.kind === 'variable' ? [{ text: item.name, range: item.range }] : [],
  );
  if (names.length !== 2 && reader.errorCount === errors) reader.report('BCP249', reader.rangeSince(first));
  return { item: names[0], index: names[1] };
}
