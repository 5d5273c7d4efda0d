import type { Estate } from '../../../src/estate/model.ts';

/**
 * One estate and what one rule says about it: figures on both sides of a limit, what a rule is not about, and which
 * of its messages it gives.
 */
export interface Case {
  readonly rule: string;
  readonly about: string;
  readonly estate: Estate;
  readonly found: 'nothing' | 'undecided' | 'error' | 'warning' | 'note';
  readonly says?: RegExp;
  readonly strict?: true;
  /** The day on which it is judged; 2026-11-21 when absent. */
  readonly date?: string;
}

export const row = (
  rule: string,
  about: string,
  estate: Estate,
  found: Case['found'],
  more: Pick<Case, 'says' | 'strict' | 'date'> = {},
): Case => ({ rule, about, estate, found, ...more });

/** The same without one of its optional parts. */
export function without<T extends object, K extends keyof T>(whole: T, name: K): Omit<T, K> {
  const { [name]: _left, ...rest } = whole;
  return rest;
}
