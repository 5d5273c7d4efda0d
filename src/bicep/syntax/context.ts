import type { Expression, ResourceStatement } from '../ast.ts';
import type { TokenReader } from './reader.ts';

/** What may stand in an expression, by where it stands. */
export interface Context {
  /** May an array or object be written here? */
  readonly complex: boolean;
  /** In the body of a resource: reads a nested resource, if one begins here. */
  readonly readNested?: (reader: TokenReader) => ResourceStatement | undefined;
}

/** Inside the hole of a string, and in the index of a type. */
export const PLAIN: Context = { complex: false };

/** Wherever a value is expected. */
export const VALUE: Context = { complex: true };

/** Reads any expression; the functions that are called by it get it as an argument. */
export type ReadExpression = (reader: TokenReader, context: Context) => Expression;
