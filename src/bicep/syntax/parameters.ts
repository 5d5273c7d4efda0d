import type { InvalidExpression, ObjectExpression, Statement, StringExpression } from '../ast.ts';
import { readBegin } from './declarations.ts';
import { readHole } from './expressions.ts';
import { readImport } from './imports.ts';
import { isGap, type TokenReader } from './reader.ts';
import {
  BEFORE_NAME,
  type Begun,
  endsLine,
  LINE_END,
  nameOf,
  readAssigned,
  readExtension,
  readName,
  readPath,
  readTypeStatement,
  readVariable,
  readWith,
  statementParts,
} from './statements.ts';
import { expectString } from './strings.ts';
import { Token } from './tokens.ts';

type ReadStatement = (reader: TokenReader, begun: Begun) => Statement;

/** The statements of a `.bicepparam` file, by their keyword. */
const STATEMENTS: ReadonlyMap<string, ReadStatement> = new Map<string, ReadStatement>([
  ['using', readUsing],
  ['extends', readExtends],
  ['param', readAssignment],
  ['var', readVariable],
  ['import', readImport],
  ['extensionConfig', readExtensionConfig],
  ['extension', readExtension],
  ['type', readTypeStatement],
]);

/** Reads one statement of a parameters file. What begins none is thrown. */
export function readParametersDeclaration(reader: TokenReader): Statement {
  const begun = readBegin(reader);
  const read = reader.kind === Token.identifier ? STATEMENTS.get(reader.textAt(reader.at)) : undefined;
  if (read === undefined) throw reader.fault('BCP337');
  return read(reader, begun);
}

function readUsing(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const path = readUsed(reader);
  const header = reader.rangeSince(begun.keyword);
  let config: ObjectExpression | InvalidExpression | undefined;
  if (!endsLine(reader)) {
    config = reader.recover(() => readWith(reader, 'BCP436'), LINE_END, isGap(path));
  }
  return { kind: 'using', path, config, ...statementParts(reader, begun, header) };
}

function readUsed(reader: TokenReader): StringExpression | InvalidExpression | 'none' {
  if (reader.kind === Token.identifier) {
    reader.expectWord('none');
    return 'none';
  }
  if (reader.kind !== Token.stringComplete) return reader.missing('BCP354');
  return expectString(reader, 'BCP257', readHole);
}

function readExtends(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const path = readPath(reader, 'BCP404', false, LINE_END);
  const header = reader.rangeSince(begun.keyword);
  return { kind: 'extends', path, ...statementParts(reader, begun, header) };
}

function readAssignment(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const name = readName(reader, 'BCP013', BEFORE_NAME);
  const header = reader.rangeSince(begun.keyword);
  const value = readAssigned(reader, isGap(name));
  return { kind: 'assignment', name: nameOf(name), value, ...statementParts(reader, begun, header) };
}

function readExtensionConfig(reader: TokenReader, begun: Begun): Statement {
  reader.next();
  const alias = readName(reader, 'BCP202', BEFORE_NAME);
  const header = reader.rangeSince(begun.keyword);
  const config = reader.recover(() => readWith(reader, 'BCP012'), LINE_END, isGap(alias));
  return { kind: 'extensionConfig', alias: nameOf(alias), config, ...statementParts(reader, begun, header) };
}
