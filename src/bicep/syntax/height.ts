/**
 * How many nodes may stand above each other in a statement. Brackets are limited while they are read;
 * chains (`a && b && c …`, `a.b.c…`) grow to the left and are only known when they are complete.
 */
export const MAX_HEIGHT = 1000;

/** Members of a node that are places in the text, not nodes below it. */
const PLACES = new Set(['range', 'header', 'nameRange']);

/** Is the tree below a node higher than `limit`? It needs no stack of its own. */
export function isHigher(node: object, limit: number): boolean {
  let level: readonly object[] = [node];
  for (let height = 0; level.length > 0; height++) {
    if (height >= limit) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf(node: object): readonly object[] {
  return Object.entries(node).flatMap(([key, member]: [string, unknown]) => {
    if (PLACES.has(key)) return [];
    const members: readonly unknown[] = Array.isArray(member) ? member : [member];
    return members.filter(child => typeof child === 'object' && child !== null);
  });
}
