import type { Expression, TemplatePart } from './ast.ts';

/**
 * How many nodes may stand above each other in an expression. Brackets are limited while they are read;
 * chains (`a + b + c …`, `a.b.c…`) grow to the left and are only known when they are complete.
 */
export const MAX_HEIGHT = 1000;

/** Is the tree of an expression higher than `limit`? It needs no stack of its own. */
export function isHigher(expression: Expression, limit: number): boolean {
  let level: readonly Expression[] = [expression];
  for (let height = 0; level.length > 0; height++) {
    if (height >= limit) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
    case 'invalid':
      return [];
    case 'template':
      return expression.parts.flatMap(expressionsOfPart);
    case 'attribute':
      return [expression.object];
    case 'index':
      return [expression.object, expression.index];
    case 'splat':
      return [expression.object, expression.each];
    case 'call':
      return expression.arguments;
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.condition, expression.then, expression.else];
    case 'tuple':
      return expression.elements;
    case 'object':
      return expression.items.flatMap(({ key, value }) => [key, value]);
    case 'for':
      return [expression.collection, expression.key, expression.value, expression.condition].filter(
        child => child !== undefined,
      );
    case 'parentheses':
      return [expression.inner];
  }
}

function expressionsOfPart(part: TemplatePart): readonly Expression[] {
  switch (part.kind) {
    case 'text':
      return [];
    case 'interpolation':
      return [part.value];
    case 'if':
      return [
        part.condition,
        ...part.then.flatMap(expressionsOfPart),
        ...part.else.flatMap(expressionsOfPart),
      ];
    case 'for':
      return [part.collection, ...part.body.flatMap(expressionsOfPart)];
  }
}
