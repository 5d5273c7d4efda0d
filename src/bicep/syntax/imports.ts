import type {
  ImportedNamespace,
  ImportedSymbol,
  ImportedSymbols,
  ImportStatement,
  InvalidExpression,
  Name,
} from '../ast.ts';
import { readElements } from './elements.ts';
import { readHole } from './expressions.ts';
import { isInvalid, stops, type TokenReader } from './reader.ts';
import { type Begun, LINE_END, nameOf, readName, readPath, statementParts } from './statements.ts';
import { readString } from './strings.ts';
import { Token } from './tokens.ts';

/** Reads `import { a, b as c } from 'path'` or `import * as name from 'path'`. */
export function readImport(reader: TokenReader, begun: Begun): ImportStatement {
  reader.next();
  const imported = readImported(reader);
  const path = reader.recover(() => {
    reader.expectWord('from');
    return readPath(reader, 'BCP097', false, LINE_END);
  }, LINE_END);
  const header = reader.rangeSince(begun.keyword);
  return { kind: 'import', imported, path, ...statementParts(reader, begun, header) };
}

function readImported(reader: TokenReader): ImportedSymbols | ImportedNamespace | InvalidExpression {
  switch (reader.kind) {
    case Token.openBrace:
      return readSymbols(reader);
    case Token.star:
      return reader.recover((): ImportedNamespace => {
        const first = reader.next();
        reader.expectWord('as');
        const alias = reader.expectName('BCP356');
        return { kind: 'namespace', alias, range: reader.rangeSince(first) };
      }, LINE_END);
    case Token.newline:
    case Token.endOfFile:
    case Token.boundary:
    case Token.identifier:
      return reader.missing('BCP354');
    default: {
      const range = reader.rangeAt(reader.next());
      reader.report('BCP354', range);
      return { kind: 'invalid', range };
    }
  }
}

function readSymbols(reader: TokenReader): ImportedSymbols {
  const first = reader.next();
  const symbols: ImportedSymbol[] = [];
  readElements(reader, Token.closeBrace, () => {
    const symbol = readSymbol(reader);
    if (symbol !== undefined) symbols.push(symbol);
  });
  reader.expectCloser(Token.closeBrace, '}');
  return { kind: 'symbols', symbols, range: reader.rangeSince(first) };
}

const ALIAS_END = stops(Token.comma, Token.newline);

function readSymbol(reader: TokenReader): ImportedSymbol | undefined {
  const first = reader.at;
  const isQuoted = reader.kind === Token.stringComplete;
  const name = readSymbolName(reader);
  const hasAlias = reader.isWord('as');
  if (hasAlias) reader.next();
  const alias = hasAlias ? nameOf(readName(reader, 'BCP325', ALIAS_END)) : undefined;
  if (name === undefined) return undefined;
  if (isQuoted && !hasAlias) {
    reader.report('BCP375', name.range);
    return undefined;
  }
  return { name, alias, range: reader.rangeSince(first) };
}

function readSymbolName(reader: TokenReader): Name | undefined {
  switch (reader.kind) {
    case Token.identifier:
      return reader.nameAt(reader.next());
    case Token.stringComplete:
    case Token.stringLeft: {
      const text = readString(reader, readHole);
      if (isInvalid(text)) return undefined;
      const [part] = text.parts;
      if (part === undefined) return { text: '', range: text.range };
      if (part.kind === 'text' && text.parts.length === 1) return { text: part.text, range: text.range };
      reader.report('BCP032', text.range);
      return undefined;
    }
    default:
      reader.report('BCP355', reader.rangeAt(reader.next()));
      return undefined;
  }
}
