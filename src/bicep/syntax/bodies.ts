import type {
  ConditionedBody,
  Expression,
  IfBody,
  InvalidExpression,
  ObjectExpression,
  ResourceBody,
} from '../ast.ts';
import { type Context, VALUE } from './context.ts';
import { readExpression } from './expressions.ts';
import { onlyItem, readFor, readList, readObject } from './primaries.ts';
import { stops, type TokenReader } from './reader.ts';
import { Token } from './tokens.ts';

/** Reads what stands behind the `=` of a resource or module: an object, with `if` or a loop before it. */
export function readBody(reader: TokenReader, context: Context): ResourceBody {
  if (reader.kind === Token.openBracket) {
    return readFor(reader, readExpression, () => readLoopBody(reader, context));
  }
  if (reader.kind === Token.openBrace) return readObject(reader, context, readExpression);
  if (reader.isWord('if')) return readIf(reader, context, false);
  throw reader.fault('BCP118');
}

function readLoopBody(reader: TokenReader, context: Context): ConditionedBody {
  if (reader.kind === Token.openBrace) return readObject(reader, context, readExpression);
  if (reader.isWord('if')) return readIf(reader, context, true);
  throw reader.fault('BCP167');
}

const BODY_END = stops(Token.newline);
const CONDITION_END = stops(Token.openBrace, Token.newline);

/** In a loop, its closing bracket is left for the loop. */
function readIf(reader: TokenReader, context: Context, isInLoop: boolean): IfBody {
  const first = reader.next();
  const loopEnd = isInLoop ? [Token.closeBracket] : [];
  let isClosed = false;
  const condition = reader.recover(
    (): Expression => {
      const open = reader.at;
      const list = readList(reader, true, () => readExpression(reader, VALUE));
      isClosed = list.isClosed;
      const inner = onlyItem(reader, list);
      return { kind: 'parentheses', inner, range: reader.rangeSince(open) };
    },
    stops(...loopEnd, ...CONDITION_END),
  );
  const body: ObjectExpression | InvalidExpression = reader.recover(
    () => readObject(reader, context, readExpression),
    stops(...loopEnd, ...BODY_END),
    !isClosed,
  );
  return { kind: 'if', condition, body, range: reader.rangeSince(first) };
}
