import { ANY, BOOL, NUMBER, STRING, type Type } from '../../value/type.ts';
import type { Value } from '../../value/value.ts';
import type { Problem } from '../problem.ts';
import type { FunctionCall } from './call.ts';

/** What a function does with a parameter's argument before and instead of the general rules. */
export interface Parameter {
  readonly name: string;
  /** The argument is converted to it first. */
  readonly type: Type;
  /** Null is passed to the function; otherwise it is a problem. */
  readonly nullable?: true;
  /**
   * What may be unknown in the argument that the function is given: nothing (the call is unknown then), the
   * elements of a collection, or all of it.
   */
  readonly unknowns?: 'inside' | 'all';
}

/** A built-in function: how its arguments are prepared, and what it does with them. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly variadic?: Parameter;
  /** The type of the result, for when it is unknown. */
  readonly result: Type;
  /**
   * - `all`: the result is secret when anything in an argument is.
   * - `outer`: what is secret inside an argument keeps its mark in the result; only the mark of a whole
   *   argument passes to the whole result.
   * - `own`: the function sets the marks itself.
   */
  readonly secrets: 'all' | 'outer' | 'own';
  readonly run: (args: readonly Value[], call: FunctionCall) => Value | Problem;
}

export type FunctionTable = Readonly<Record<string, Signature>>;

export const LIST_OF_STRING: Type = { kind: 'list', element: STRING };
export const LIST_OF_ANY: Type = { kind: 'list', element: ANY };
export const SET_OF_ANY: Type = { kind: 'set', element: ANY };

export const text = (name: string): Parameter => ({ name, type: STRING });
export const number = (name: string): Parameter => ({ name, type: NUMBER });
/** An argument of any type, wholly known when the function gets it. */
export const known = (name: string): Parameter => ({ name, type: ANY });
/** An argument of any type whose elements may be unknown. */
export const partly = (name: string, type: Type = ANY): Parameter => ({ name, type, unknowns: 'inside' });
/** An argument of any type, unknown and null included. */
export const anything = (name: string): Parameter => ({ name, type: ANY, nullable: true, unknowns: 'all' });

/** A function that needs to know all of its arguments. */
export function strict(
  parameters: readonly Parameter[],
  result: Type,
  run: Signature['run'],
  variadic?: Parameter,
): Signature {
  return { parameters, result, run, secrets: 'all', ...(variadic === undefined ? {} : { variadic }) };
}

/** A function that moves elements about without looking into them. */
export function structural(
  parameters: readonly Parameter[],
  result: Type,
  run: Signature['run'],
  variadic?: Parameter,
): Signature {
  return { parameters, result, run, secrets: 'outer', ...(variadic === undefined ? {} : { variadic }) };
}

export { ANY, BOOL, NUMBER, STRING };
