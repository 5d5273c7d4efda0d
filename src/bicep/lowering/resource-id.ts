import type { Expression } from '../../arm/expression.ts';
import type { SourceRange } from '../../source/range.ts';
import type * as ast from '../ast.ts';
import { call, errorExpression, index, numberExpression, textExpression } from './nodes.ts';
import { lookUp, lowerExpression, type Scope } from './scope.ts';
import { type SymbolInstance, scopeInside, symbolAt } from './symbol-instance.ts';
import { propertyOf } from './symbols.ts';

/** Where a resource or module goes, by its `scope`. */
export type ResourceScope =
  | { readonly kind: 'own' }
  | { readonly kind: 'extension'; readonly of: SymbolInstance }
  | { readonly kind: 'resourceGroup'; readonly subscription?: Expression; readonly name?: Expression }
  | { readonly kind: 'subscription'; readonly id?: Expression }
  | { readonly kind: 'managementGroup'; readonly name?: Expression }
  | { readonly kind: 'tenant' };

/** The parent of a resource: the one that it is nested in, or the one that its `parent` names. */
export function parentOf(found: SymbolInstance, scope: Scope): SymbolInstance | undefined {
  const { symbol } = found;
  if (symbol.kind !== 'resourceSymbol') return undefined;
  if (symbol.container !== undefined) return { symbol: symbol.container, position: undefined };
  const written = propertyOf(symbol.parts.object, 'parent');
  if (written === undefined) return undefined;
  const parent = symbolAt(written, scopeInside(found, scope));
  if (parent === undefined) {
    scope.template.report('bicep-reference', "'parent' must name a resource.", written.range);
  } else scope.uses.add(parent.symbol.key);
  return parent;
}

/** The name as the declaration has it, without those of its parents. */
export function ownName(found: SymbolInstance, scope: Scope, range: SourceRange): Expression {
  const { symbol } = found;
  const written = propertyOf(symbol.parts.object, 'name');
  const inside = scopeInside(found, scope);
  if (written !== undefined) {
    const what = `own name of '${symbol.key}'`;
    const error = errorExpression(`the name of '${symbol.key}' refers to itself`, range);
    return scope.template.once(what, written.range, () => lowerExpression(written, inside)) ?? error;
  }
  if (symbol.kind === 'moduleSymbol') return moduleName(found, range);
  return errorExpression(`the resource '${symbol.key}' has no name`, range);
}

/** The compiler's own name for a module without one: `vm-<unique>`, in a loop `vm-0-<unique>`. */
function moduleName({ symbol, position }: SymbolInstance, range: SourceRange): Expression {
  const key = textExpression(symbol.key, range);
  const deployment = {
    kind: 'property',
    target: call('deployment', [], range),
    name: 'name',
    range,
  } as const;
  const unique = call('uniqueString', [key, deployment], range);
  const isLoop = symbol.parts.loop !== undefined;
  const prefix = symbol.key.slice(0, isLoop ? MOST_LOOP_PREFIX : MOST_PREFIX);
  return isLoop && position !== undefined
    ? call('format', [textExpression(`${prefix}-{0}-{1}`, range), position, unique], range)
    : call('format', [textExpression(`${prefix}-{0}`, range), unique], range);
}

/** A deployment's name has at most 64 characters, of which the unique part and the number take some. */
const MOST_PREFIX = 50;
const MOST_LOOP_PREFIX = 46;

/** The names of the parents and its own, one for each segment of the type. */
function nameSegments(found: SymbolInstance, scope: Scope, range: SourceRange): readonly Expression[] {
  const what = `name of '${found.symbol.key}'`;
  const error = [errorExpression(`the ${what} refers to itself`, range)];
  return scope.template.once(what, range, () => segmentsOf(found, scope, range)) ?? error;
}

function segmentsOf(found: SymbolInstance, scope: Scope, range: SourceRange): readonly Expression[] {
  const parent = parentOf(found, scope);
  const own = ownName(found, scope, range);
  if (parent !== undefined) return [...nameSegments(parent, scope, range), own];
  const count = typeOf(found.symbol).split('/').length - 1;
  if (count <= 1) return [own];
  if (own.kind === 'text') {
    const pieces = own.value.split('/');
    if (pieces.length === count) return pieces.map(piece => textExpression(piece, own.range));
  }
  const pieces = call('split', [own, textExpression('/', range)], range);
  return Array.from({ length: count }, (_, at) => index(pieces, numberExpression(String(at), range), range));
}

/** The name with those of its parents. */
export function fullName(found: SymbolInstance, scope: Scope, range: SourceRange): Expression {
  if (parentOf(found, scope) === undefined) return ownName(found, scope, range);
  const segments = nameSegments(found, scope, range);
  const pattern = segments.map((_, at) => `{${at}}`).join('/');
  return call('format', [textExpression(pattern, range), ...segments], range);
}

const typeOf = (symbol: SymbolInstance['symbol']): string =>
  symbol.kind === 'resourceSymbol' ? symbol.type : 'Microsoft.Resources/deployments';

/** The id of a resource, under the scope that it goes to. */
export function idOf(found: SymbolInstance, scope: Scope, range: SourceRange): Expression {
  const names = nameSegments(found, scope, range);
  const type = textExpression(typeOf(found.symbol), range);
  const where = scopeOf(found, scope);
  switch (where.kind) {
    case 'own':
      return ownId(type, names, scope, range);
    case 'extension':
      return call('extensionResourceId', [extendedId(found, where.of, scope, range), type, ...names], range);
    case 'resourceGroup': {
      const scopes = [where.subscription, where.name].filter(part => part !== undefined);
      return call('resourceId', [...scopes, type, ...names], range);
    }
    case 'subscription':
      return call(
        'subscriptionResourceId',
        [...(where.id === undefined ? [] : [where.id]), type, ...names],
        range,
      );
    case 'managementGroup':
      return call(
        'managementGroupResourceId',
        [...(where.name === undefined ? [] : [where.name]), type, ...names],
        range,
      );
    case 'tenant':
      return call('tenantResourceId', [type, ...names], range);
  }
}

function extendedId(
  { symbol }: SymbolInstance,
  of: SymbolInstance,
  scope: Scope,
  range: SourceRange,
): Expression {
  const what = `id of '${symbol.key}'`;
  const error = errorExpression(`the ${what} refers to itself`, range);
  return scope.template.once(what, range, () => idOf(of, scope, range)) ?? error;
}

function ownId(type: Expression, names: readonly Expression[], scope: Scope, range: SourceRange): Expression {
  const functions = {
    resourceGroup: 'resourceId',
    subscription: 'subscriptionResourceId',
    managementGroup: 'managementGroupResourceId',
    tenant: 'tenantResourceId',
  } as const;
  return call(functions[scope.template.level], [type, ...names], range);
}

/** Children go where the outermost of their parents goes. */
export function scopeOf(found: SymbolInstance, scope: Scope): ResourceScope {
  const { key, name } = found.symbol;
  const what = `scope of '${key}'`;
  return scope.template.once(what, name.range, () => ownScope(found, scope)) ?? { kind: 'own' };
}

function ownScope(found: SymbolInstance, scope: Scope): ResourceScope {
  const parent = parentOf(found, scope);
  if (parent !== undefined) return scopeOf(parent, scope);
  const written = propertyOf(found.symbol.parts.object, 'scope');
  return written === undefined ? { kind: 'own' } : scopeNamed(written, scopeInside(found, scope));
}

function scopeNamed(written: ast.Expression, scope: Scope, depth = 0): ResourceScope {
  const found = symbolAt(written, scope);
  if (found !== undefined) {
    scope.uses.add(found.symbol.key);
    if (isOfType(found.symbol, 'microsoft.resources/resourcegroups')) {
      return groupScope(found, scope, written.range);
    }
    return isOfType(found.symbol, 'microsoft.management/managementgroups')
      ? { kind: 'managementGroup', name: ownName(found, scope, written.range) }
      : { kind: 'extension', of: found };
  }
  const target = scopeCall(written, scope) ?? scopeChosen(written, scope, depth + 1);
  if (target !== undefined) return target;
  scope.template.report('bicep-reference', 'This is no scope.', written.range);
  return { kind: 'own' };
}

/** Variables that hold each other end here. */
const MAX_SCOPE_DEPTH = 8;

/** `condition ? resourceGroup() : resourceGroup('rg')`, also when a variable holds it. */
function scopeChosen(written: ast.Expression, scope: Scope, depth: number): ResourceScope | undefined {
  if (depth > MAX_SCOPE_DEPTH) return undefined;
  if (written.kind === 'parentheses') return scopeNamed(written.inner, scope, depth);
  if (written.kind === 'variable') {
    const found = lookUp(written.name, scope);
    return found?.kind === 'var'
      ? scopeNamed(found.value, { ...scope, locals: new Map() }, depth)
      : undefined;
  }
  if (written.kind !== 'conditional') return undefined;
  const [first, second] = [scopeNamed(written.then, scope, depth), scopeNamed(written.else, scope, depth)];
  if (first.kind !== 'resourceGroup' || second.kind !== 'resourceGroup') return undefined;
  const { range } = written;
  const condition = lowerExpression(written.condition, scope);
  const own = (name: 'resourceGroup' | 'subscription', key: string): Expression => ({
    kind: 'property',
    target: call(name, [], range),
    name: key,
    range,
  });
  const group = [first, second].map(({ name }) => name ?? own('resourceGroup', 'name'));
  const subscription = [first, second].map(one => one.subscription ?? own('subscription', 'subscriptionId'));
  const isHere = first.subscription === undefined && second.subscription === undefined;
  return {
    kind: 'resourceGroup',
    name: call('if', [condition, ...group], range),
    ...(isHere ? {} : { subscription: call('if', [condition, ...subscription], range) }),
  };
}

const isOfType = (symbol: SymbolInstance['symbol'], type: string): boolean =>
  symbol.kind === 'resourceSymbol' && symbol.type.toLowerCase() === type;

function groupScope(found: SymbolInstance, scope: Scope, range: SourceRange): ResourceScope {
  const where = scopeOf(found, scope);
  const name = ownName(found, scope, range);
  return where.kind === 'subscription' && where.id !== undefined
    ? { kind: 'resourceGroup', subscription: where.id, name }
    : { kind: 'resourceGroup', name };
}

/** `resourceGroup('rg')`, `subscription()` and the like, also as `az.…`. */
function scopeCall(written: ast.Expression, scope: Scope): ResourceScope | undefined {
  const isCall = written.kind === 'call';
  const isQualified =
    written.kind === 'methodCall' &&
    written.object.kind === 'variable' &&
    written.object.name === 'az' &&
    lookUp('az', scope) === undefined;
  if (!isCall && !isQualified) return undefined;
  const [first, second] = written.arguments.map(argument => lowerExpression(argument, scope));
  switch (written.name) {
    case 'resourceGroup':
      if (first === undefined) return { kind: 'resourceGroup' };
      return second === undefined
        ? { kind: 'resourceGroup', name: first }
        : { kind: 'resourceGroup', subscription: first, name: second };
    case 'subscription':
      return first === undefined ? { kind: 'subscription' } : { kind: 'subscription', id: first };
    case 'managementGroup':
      return first === undefined ? { kind: 'managementGroup' } : { kind: 'managementGroup', name: first };
    case 'tenant':
      return { kind: 'tenant' };
    default:
      return undefined;
  }
}
