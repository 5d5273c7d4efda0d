import type { Expression } from '../../arm/expression.ts';
import type { SourceRange } from '../../source/range.ts';
import { didYouMean } from '../../source/spelling.ts';
import type * as ast from '../ast.ts';
import {
  call,
  errorExpression,
  index,
  keywordNode,
  nodeExpression,
  property,
  textExpression,
  unknownExpression,
} from './nodes.ts';
import { type Imported, lookUp, lowerExpression, type Scope } from './scope.ts';
import { resourceNamed } from './symbol-access.ts';
import { type SymbolInstance, symbolAt } from './symbol-instance.ts';

/** One step of `a.b[0].?c`. */
export type Link =
  | { readonly kind: 'property'; readonly name: string; readonly safe: boolean; readonly range: SourceRange }
  | {
      readonly kind: 'index';
      readonly index: ast.Expression;
      readonly safe: boolean;
      readonly fromEnd: boolean;
      readonly range: SourceRange;
    };

/** A name with everything that is taken out of it. */
interface Chain {
  readonly base: ast.Expression;
  readonly links: readonly Link[];
}

/** Parentheses end a chain; `!` and `any()` do not. */
function chainOf(node: ast.Expression): Chain {
  const links: Link[] = [];
  let at = node;
  for (;;) {
    const { range } = at;
    if (at.kind === 'property') {
      links.push({ kind: 'property', name: at.name, safe: at.safe, range });
      at = at.object;
    } else if (at.kind === 'index') {
      links.push({ kind: 'index', index: at.index, safe: at.safe, fromEnd: at.fromEnd, range });
      at = at.object;
    } else if (at.kind === 'nonNull') at = at.operand;
    else return { base: at, links: links.reverse() };
  }
}

/** A name, and what is taken out of it. */
export function lowerAccess(node: ast.Expression, scope: Scope): Expression {
  const { base, links } = chainOf(node);
  if (base.kind !== 'variable' && base.kind !== 'nestedResource') {
    return applyLinks(lowerExpression(base, scope), links, scope);
  }
  const found = symbolAt(base, scope);
  if (found !== undefined) return lowerSymbol(found, links, scope, node.range);
  if (base.kind === 'nestedResource') {
    return errorExpression(`there is no nested resource '${base.name}'`, node.range);
  }
  return lowerName(base, links, scope);
}

/** A resource or module: of a loop with the position that follows it. */
function lowerSymbol(
  found: SymbolInstance,
  links: readonly Link[],
  scope: Scope,
  range: SourceRange,
): Expression {
  const [first, ...rest] = links;
  const isLoop = found.symbol.parts.loop !== undefined && found.position === undefined;
  if (isLoop && first?.kind === 'index' && !first.fromEnd) {
    return lowerSymbol({ ...found, position: lowerExpression(first.index, scope) }, rest, scope, range);
  }
  const read = resourceNamed(found, links, scope, range);
  return applyLinks(read.expression, read.rest, scope);
}

function lowerName(base: ast.VariableExpression, links: readonly Link[], scope: Scope): Expression {
  const { range, name } = base;
  const found = lookUp(name, scope);
  switch (found?.kind) {
    case 'localValue':
      return applyLinks(found.read(range), links, scope);
    case 'param':
    case 'assignment':
      return applyLinks(call('parameters', [textExpression(name, range)], range), links, scope);
    case 'var': {
      const key = scope.template.variable(scope.file, found, scope.uses);
      return applyLinks(call('variables', [textExpression(key, range)], range), links, scope);
    }
    case 'importedName':
      return applyLinks(lowerImported(scope.template.imported(scope.file, found), base, scope), links, scope);
    case 'importedFile': {
      const [first, ...rest] = links;
      if (first?.kind !== 'property') break;
      const imported = scope.template.importedMember(scope.file, found, first.name, first.range);
      return applyLinks(lowerImported(imported, base, scope), rest, scope);
    }
    case 'type':
    case 'func':
    case 'resourceSymbol':
    case 'moduleSymbol':
    case 'extensionName':
    case undefined:
  }
  const [inherited, ...rest] = links;
  const isBase = name === 'base' && found === undefined && scope.file.path.endsWith('.bicepparam');
  if (isBase && inherited?.kind === 'property') {
    const key = scope.template.baseParameter(inherited.name, inherited.range);
    return applyLinks(call('parameters', [textExpression(key, range)], inherited.range), rest, scope);
  }
  const hint = found === undefined ? didYouMean(name, scope.file.declarations.keys()) : '';
  const message =
    found === undefined
      ? `Nothing is declared under the name '${name}'.${hint}`
      : `'${name}' stands for no value here.`;
  return wrong(message, range, scope);
}

function lowerImported(
  imported: Imported,
  { range, name }: ast.VariableExpression,
  scope: Scope,
): Expression {
  if (imported.kind === 'missing') return unknownExpression(imported.reason, range);
  if (imported.kind === 'compiled' && imported.what === 'variable') {
    return call('variables', [textExpression(imported.name, range)], range);
  }
  if (imported.kind === 'bicep' && imported.declaration.kind === 'var') {
    const key = scope.template.variable(imported.file, imported.declaration, scope.uses);
    return call('variables', [textExpression(key, range)], range);
  }
  return wrong(`'${name}' stands for no value here.`, range, scope);
}

function wrong(message: string, range: SourceRange, scope: Scope): Expression {
  scope.template.report('bicep-reference', message, range);
  return errorExpression(message, range);
}

/** What the links take out of a value; after a safe one the rest of the chain is as safe. */
function applyLinks(start: Expression, links: readonly Link[], scope: Scope): Expression {
  let at = start;
  for (let position = 0; position < links.length; position++) {
    const link = links[position];
    if (link === undefined) break;
    if (!link.safe) {
      at = applied(at, link, scope);
      continue;
    }
    const end = links.findIndex((other, later) => later > position && other.safe);
    const run = links.slice(position, end < 0 ? undefined : end);
    const range = run.at(-1)?.range ?? link.range;
    at = call('tryGet', [at, ...run.map(one => keyOf(one, scope))], range);
    position += run.length - 1;
  }
  return at;
}

function applied(target: Expression, link: Link, scope: Scope): Expression {
  if (link.kind === 'property') return property(target, link.name, link.range);
  const key = lowerExpression(link.index, scope);
  return link.fromEnd ? call('indexFromEnd', [target, key], link.range) : index(target, key, link.range);
}

function keyOf(link: Link, scope: Scope): Expression {
  if (link.kind === 'property') return textExpression(link.name, link.range);
  const key = lowerExpression(link.index, scope);
  if (!link.fromEnd) return key;
  return call(
    'createObject',
    [
      textExpression('value', link.range),
      key,
      textExpression('fromEnd', link.range),
      nodeExpression(keywordNode(true, link.range)),
    ],
    link.range,
  );
}
