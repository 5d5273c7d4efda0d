import type { Expression } from '../../arm/expression.ts';
import type { SourceRange } from '../../source/range.ts';
import type * as ast from '../ast.ts';
import type { Link } from './access.ts';
import { call, nullExpression, textExpression, unknownExpression } from './nodes.ts';
import { idOf, ownName } from './resource-id.ts';
import { lowerExpression, type Scope } from './scope.ts';
import { type SymbolInstance, scopeInside } from './symbol-instance.ts';
import { literalTextOf } from './symbols.ts';

/** A property of a resource or module, and the links that are left. */
export function resourceNamed(
  found: SymbolInstance,
  links: readonly Link[],
  scope: Scope,
  range: SourceRange,
): { readonly expression: Expression; readonly rest: readonly Link[] } {
  const { symbol } = found;
  scope.uses.add(symbol.key);
  const [first, ...rest] = links;
  if (symbol.kind === 'moduleSymbol') return moduleNamed(found, links, scope, range);
  if (first?.kind === 'property') {
    switch (first.name) {
      case 'id':
        return { expression: idOf(found, scope, first.range), rest };
      case 'name':
        return { expression: ownName(found, scope, first.range), rest };
      case 'type':
        return { expression: textExpression(symbol.type, first.range), rest };
      case 'apiVersion':
        return { expression: textExpression(symbol.apiVersion ?? '', first.range), rest };
      case 'properties':
        if (!first.safe) return { expression: referenceTo(found, first.range, false), rest };
        break;
    }
  }
  return { expression: guarded(found, links, scope, range, true), rest: links };
}

function moduleNamed(
  found: SymbolInstance,
  links: readonly Link[],
  scope: Scope,
  range: SourceRange,
): { readonly expression: Expression; readonly rest: readonly Link[] } {
  const [first, second, ...rest] = links;
  if (first?.kind === 'property' && first.name === 'name') {
    return { expression: ownName(found, scope, first.range), rest: links.slice(1) };
  }
  const expression = guarded(found, links, scope, range, false);
  const isOutput = first?.kind === 'property' && first.name === 'outputs' && second?.kind === 'property';
  if (!isOutput) return { expression, rest: links };
  // An output stands below its name as `value`.
  const value: Link = { kind: 'property', name: 'value', safe: false, range: second.range };
  return { expression, rest: [first, second, value, ...rest] };
}

/** With `.?` a resource that is not deployed gives null. */
function guarded(
  found: SymbolInstance,
  [first]: readonly Link[],
  scope: Scope,
  range: SourceRange,
  full: boolean,
): Expression {
  const reference = referenceTo(found, range, full);
  const { condition } = found.symbol.parts;
  if (first?.safe !== true || condition === undefined) return reference;
  const decided = lowerExpression(condition, scopeInside(found, scope));
  return call('if', [decided, reference, nullExpression(range)], range);
}

function referenceTo(found: SymbolInstance, range: SourceRange, full: boolean): Expression {
  const { symbol } = found;
  const isAll = symbol.parts.loop !== undefined && found.position === undefined;
  const key = isAll ? textExpression(symbol.key, range) : symbolKey(found, range);
  if (isAll) return call('references', full ? [key, textExpression('full', range)] : [key], range);
  if (!full) return call('reference', [key], range);
  const version = symbol.kind === 'resourceSymbol' ? (symbol.apiVersion ?? '') : '';
  return call('reference', [key, textExpression(version, range), textExpression('full', range)], range);
}

/** The key under which a template knows it: `vm`, `vm[0]`. */
export function symbolKey({ symbol, position }: SymbolInstance, range: SourceRange): Expression {
  if (position === undefined) return textExpression(symbol.key, range);
  return call('format', [textExpression(`${symbol.key}[{0}]`, range), position], range);
}

/** `kv.getSecret('name')` as the value of a module's parameter. */
export function secretReference(
  found: SymbolInstance,
  list: readonly ast.Expression[],
  scope: Scope,
  range: SourceRange,
): Expression {
  scope.uses.add(found.symbol.key);
  const name = literalTextOf(list[0]);
  const what = name === undefined ? 'a Key Vault secret' : `the Key Vault secret ${name}`;
  return unknownExpression({ kind: 'data', text: `${what} is read at deployment`, range }, range, true);
}
