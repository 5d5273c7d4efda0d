import type { ASTNode } from '@marcbachmann/cel-js';
import { JUDGED_KINDS } from '../estate/fact.ts';
import { ESTATE_SCHEMA } from '../estate/schema.ts';
import { didYouMean } from '../source/spelling.ts';

/** A text that a condition compares a fact with, and that the fact can never be. */
export interface ImpossibleText {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds a comparison that is always false, like `disk.tier == 'premuim'`: CEL's types cannot tell, and the
 * policy would pass or fail everything.
 */
export function impossibleText(node: ASTNode): ImpossibleText | undefined {
  const comparison = comparedWith(node);
  if (comparison !== undefined) {
    const known = textsOf(comparison.fact);
    for (const literal of comparison.literals) {
      if (known === undefined || known.includes(literal.text)) continue;
      const hint = didYouMean(literal.text, known);
      return {
        message: `'${literal.text}' is none of ${known.join(', ')}, which ${comparison.fact} can be.${hint}`,
        start: literal.start,
        end: literal.end,
      };
    }
  }
  for (const child of childrenOf(node)) {
    const found = impossibleText(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Literal {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `x.fact == 'text'`, in either order, and `x.fact in ['text', …]`. */
function comparedWith(node: ASTNode): { fact: string; literals: readonly Literal[] } | undefined {
  if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return undefined;
  const [left, right] = node.args;
  const sides: readonly (readonly [ASTNode, ASTNode])[] =
    node.op === 'in'
      ? [[left, right]]
      : [
          [left, right],
          [right, left],
        ];
  for (const [access, other] of sides) {
    if (access.op !== '.') continue;
    const values = other.op === 'list' ? other.args : [other];
    return { fact: access.args[1], literals: values.flatMap(literalOf) };
  }
  return undefined;
}

const literalOf = (node: ASTNode): Literal[] =>
  node.op === 'value' && typeof node.args === 'string'
    ? [{ text: node.args, start: node.start, end: node.end }]
    : [];

/** Every text that a fact of this name can be, on any kind of subject; `undefined` when that is open. */
function textsOf(name: string): readonly string[] | undefined {
  const lists = JUDGED_KINDS.flatMap(kind => {
    const { facts } = ESTATE_SCHEMA[kind];
    return Object.hasOwn(facts, name) ? [facts[name]?.values] : [];
  });
  return lists.length === 0 || lists.includes(undefined) ? undefined : lists.flatMap(list => list ?? []);
}

/** The operands of a node, at whatever depth of its arguments they stand. */
function childrenOf(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const visit = (item: unknown): void => {
    if (isNode(item)) found.push(item);
    else if (Array.isArray(item)) item.forEach(visit);
  };
  visit(node.args);
  return found;
}

const isNode = (item: unknown): item is ASTNode =>
  typeof item === 'object' && item !== null && 'op' in item && 'range' in item;
