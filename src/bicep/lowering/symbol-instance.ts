import type { Expression } from '../../arm/expression.ts';
import type * as ast from '../ast.ts';
import { localValue, lookUp, lowerExpression, type Scope, withLocals } from './scope.ts';
import type { ModuleSymbol, ResourceSymbol } from './symbols.ts';

/** A resource or module that an expression names, of a loop with the position of the one meant. */
export interface SymbolInstance {
  readonly symbol: ResourceSymbol | ModuleSymbol;
  readonly position: Expression | undefined;
  /** The scope of its body, when that is at hand. */
  readonly inside?: Scope;
}

/** The resource or module that is named by `a`, `a::b`, `a[0]` or `a[0]::b`; `undefined` when none is. */
export function symbolAt(node: ast.Expression, scope: Scope): SymbolInstance | undefined {
  switch (node.kind) {
    case 'variable': {
      const found = lookUp(node.name, scope);
      const isSymbol = found?.kind === 'resourceSymbol' || found?.kind === 'moduleSymbol';
      return isSymbol ? { symbol: found, position: undefined } : undefined;
    }
    case 'index': {
      const found = symbolAt(node.object, scope);
      if (found?.symbol.parts.loop === undefined || found.position !== undefined) return undefined;
      return { ...found, position: lowerExpression(node.index, scope) };
    }
    case 'nestedResource': {
      const outer = symbolAt(node.object, scope);
      const child =
        outer?.symbol.kind === 'resourceSymbol' ? outer.symbol.children.get(node.name) : undefined;
      if (child !== undefined) return { symbol: child, position: undefined };
      scope.template.report('bicep-reference', `There is no nested resource '${node.name}'.`, node.nameRange);
      return undefined;
    }
    case 'nonNull':
      return symbolAt(node.operand, scope);
    case 'parentheses':
      return symbolAt(node.inner, scope);
    default:
      return undefined;
  }
}

/** What the body of a symbol sees: the nested resources beside and above it, and the names of its loop. */
export function scopeInside({ symbol, position, inside }: SymbolInstance, scope: Scope): Scope {
  if (inside !== undefined) return inside;
  const nested: [string, ResourceSymbol][] = [];
  if (symbol.kind === 'resourceSymbol') {
    const chain: ResourceSymbol[] = [];
    for (let at: ResourceSymbol | undefined = symbol; at !== undefined; at = at.container) chain.unshift(at);
    for (const one of chain) nested.push([one.name.text, one], ...one.children);
  }
  const inner: Scope = { ...scope, locals: new Map(nested) };
  const { loop } = symbol.parts;
  if (loop === undefined || position === undefined) return inner;
  const { item, index } = loop;
  const locals: [string, ReturnType<typeof localValue>][] = [];
  if (item !== undefined) {
    const collection = lowerExpression(loop.collection, inner);
    locals.push([
      item.text,
      localValue(range => ({ kind: 'index', target: collection, index: position, range })),
    ]);
  }
  if (index !== undefined) locals.push([index.text, localValue(() => position)]);
  return withLocals(inner, locals);
}
