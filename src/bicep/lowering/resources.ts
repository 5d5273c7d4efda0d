import type { LoweredLoop, LoweredModule, ModuleContent } from '../../arm/lowered.ts';
import type { JsonMember, JsonNode, JsonObject } from '../../source/json.ts';
import type { SourceRange } from '../../source/range.ts';
import type * as ast from '../ast.ts';
import { loopNames, lowerExpression, lowerNode, membersOf } from './expressions.ts';
import { azureExtension, extensionOf, extensionWord } from './extensions.ts';
import {
  arrayNode,
  call,
  expressionNode,
  keywordNode,
  member,
  objectNode,
  textExpression,
  textNode,
} from './nodes.ts';
import { fullName, idOf, ownName, parentOf, type ResourceScope, scopeOf } from './resource-id.ts';
import { localValue, type Scope, withLocals } from './scope.ts';
import { type SymbolInstance, scopeInside, symbolAt } from './symbol-instance.ts';
import { literalTextOf, type ModuleSymbol, propertyOf, type ResourceSymbol } from './symbols.ts';

/** Properties of a resource that say where it stands, and are told in another way in a template. */
const NOT_IN_BODY = new Set(['name', 'parent', 'scope', 'dependsOn']);

/** A resource as one of the template's `resources`. */
export function lowerResource(symbol: ResourceSymbol, scope: Scope): JsonObject {
  const { statement, parts } = symbol;
  const head = openBody(symbol, scope);
  const extension = extensionOf(symbol, scope);
  if (extension !== undefined) return lowerExtensionResource(symbol, extension, head);
  const members: JsonMember[] = [
    member('type', textNode(symbol.type, statement.type.range), statement.header),
    ...(symbol.apiVersion === undefined
      ? []
      : [member('apiVersion', textNode(symbol.apiVersion, statement.type.range))]),
    nameMember(symbol, fullNameNode(head)),
    ...head.members,
  ];
  const azure = azureExtension(scope);
  if (azure !== undefined) {
    members.push(member(extensionWord(scope), textNode(azure, statement.type.range)));
  }
  if (statement.existing) members.push(member('existing', keywordNode(true, statement.header)));
  const where = scopeOf(head.instance, head.scope);
  members.push(...placeMembers(where, statement.existing, head, statement.header));
  members.push(...bodyMembers(parts.object, NOT_IN_BODY, head.scope));
  members.push(...dependencies(symbol, head.scope));
  return objectNode(members, statement.range);
}

/** A resource of another platform, which an extension brings: all that is written are its properties. */
function lowerExtensionResource(symbol: ResourceSymbol, extension: string, head: OpenBody): JsonObject {
  const { statement, parts } = symbol;
  const { scope } = head;
  const { range } = statement.type;
  const type = symbol.apiVersion === undefined ? symbol.type : `${symbol.type}@${symbol.apiVersion}`;
  const properties = bodyMembers(parts.object, new Set(['dependsOn', 'parent']), head.scope);
  const members = [
    member('type', textNode(type, range), statement.header),
    member(extensionWord(scope), textNode(extension, range)),
    ...head.members,
    ...(statement.existing ? [member('existing', keywordNode(true, statement.header))] : []),
    member('properties', objectNode(properties, parts.object?.range ?? statement.range)),
    ...dependencies(symbol, head.scope),
  ];
  return objectNode(members, statement.range);
}

function fullNameNode({ instance, scope }: OpenBody): JsonNode {
  const written = propertyOf(instance.symbol.parts.object, 'name');
  const isWhole = parentOf(instance, scope) === undefined;
  if (written !== undefined && isWhole) return lowerNode(written, scope);
  const range = written?.range ?? instance.symbol.name.range;
  return expressionNode(fullName(instance, scope, range), range);
}

function nameMember(symbol: ResourceSymbol | ModuleSymbol, node: JsonNode): JsonMember {
  for (const item of symbol.parts.object?.items ?? []) {
    if (item.kind !== 'property' || item.key.kind !== 'string') continue;
    if (literalTextOf(item.key) === 'name') return member('name', node, item.key.range);
  }
  return member('name', node, symbol.name.range);
}

/** What the body of a resource or module starts from. */
interface OpenBody {
  /** Itself, in a loop at the position of the turn. */
  readonly instance: SymbolInstance;
  /** What its properties see; it collects what they refer to. */
  readonly scope: Scope;
  /** `copy` and `condition`. */
  readonly members: readonly JsonMember[];
}

function openBody(symbol: ResourceSymbol | ModuleSymbol, around: Scope): OpenBody {
  const what = symbol.kind === 'moduleSymbol' ? 'a module' : 'a resource';
  refuseSpreads(`the body of ${what}`, symbol.parts.object, around);
  const outer: Scope = { ...around, uses: new Set() };
  const opened = openLoop(symbol, outer);
  const { scope } = opened;
  const conditions = conditionsOf(symbol).map(({ condition, owner }) =>
    lowerExpression(
      condition,
      owner === symbol ? scope : scopeInside({ symbol: owner, position: undefined }, scope),
    ),
  );
  const [first, ...rest] = conditions;
  const condition = first === undefined || rest.length === 0 ? first : call('and', conditions, first.range);
  return {
    instance: { symbol, position: opened.position, inside: scope },
    scope,
    members: [
      ...opened.members,
      ...(condition === undefined ? [] : [member('condition', expressionNode(condition))]),
    ],
  };
}

/** Those of the resources that it is nested in count too. */
function conditionsOf(symbol: ResourceSymbol | ModuleSymbol) {
  const found: { readonly condition: ast.Expression; readonly owner: ResourceSymbol | ModuleSymbol }[] = [];
  for (let at: ResourceSymbol | ModuleSymbol | undefined = symbol; at !== undefined; ) {
    if (at.parts.condition !== undefined) found.unshift({ condition: at.parts.condition, owner: at });
    at = at.kind === 'resourceSymbol' ? at.container : undefined;
  }
  return found;
}

function openLoop(symbol: ResourceSymbol | ModuleSymbol, outer: Scope) {
  const inside = scopeInside({ symbol, position: undefined }, outer);
  const { loop } = symbol.parts;
  if (loop === undefined) return { scope: inside, position: undefined, members: [] };
  const collection = lowerExpression(loop.collection, inside);
  const position = `#position${inside.template.nextNumber()}`;
  const names = loopNames({ item: loop.item, index: undefined }, inside);
  const read = (range: SourceRange) => call('lambdaVariables', [textExpression(position, range)], range);
  const { index } = loop;
  const scope =
    index === undefined ? names.scope : withLocals(names.scope, [[index.text, localValue(read)] as const]);
  const copy: LoweredLoop = {
    ...objectNode([], loop.range),
    name: symbol.key,
    collection,
    item: names.item,
    index: position,
  };
  return { scope, position: read(loop.range), members: [member('copy', copy)] };
}

/** The properties that a body writes, without those that are told in another way. */
function bodyMembers(
  object: ast.ObjectExpression | undefined,
  left: ReadonlySet<string>,
  scope: Scope,
): readonly JsonMember[] {
  if (object === undefined) return [];
  const own = object.items.filter(
    item =>
      item.kind === 'property' && !(item.key.kind === 'string' && left.has(literalTextOf(item.key) ?? '')),
  );
  return membersOf({ ...object, items: own }, scope);
}

/** The compiler takes no spread where it must know the properties: in a body and in `params` (BCP401). */
function refuseSpreads(what: string, object: ast.ObjectExpression | undefined, scope: Scope): void {
  for (const item of object?.items ?? []) {
    if (item.kind !== 'spread') continue;
    scope.template.report('bicep-reference', `Nothing can be spread into ${what}.`, item.range);
  }
}

/** What `dependsOn` names and what the body refers to. */
function dependencies(symbol: ResourceSymbol | ModuleSymbol, scope: Scope): readonly JsonMember[] {
  const written = propertyOf(symbol.parts.object, 'dependsOn');
  const range = written?.range ?? symbol.name.range;
  if (written?.kind === 'array') {
    for (const item of written.items) {
      const found = item.kind === 'spread' ? undefined : symbolAt(item, scope);
      if (found !== undefined) scope.uses.add(found.symbol.key);
    }
  } else if (written !== undefined) lowerExpression(written, scope);
  const keys = [...scope.uses].filter(key => key !== symbol.key);
  if (keys.length === 0) return [];
  return [
    member(
      'dependsOn',
      arrayNode(
        keys.map(key => textNode(key, range)),
        range,
      ),
    ),
  ];
}

/** Where a resource is that is not where its file goes: what it extends, or for an existing one its group. */
function placeMembers(
  where: ResourceScope,
  isExisting: boolean,
  { instance, scope }: OpenBody,
  range: SourceRange,
): readonly JsonMember[] {
  if (where.kind === 'extension') {
    const id = idOf(where.of, scopeInside(instance, scope), range);
    return [member('scope', expressionNode(id, range))];
  }
  if (where.kind === 'tenant') {
    return scope.template.level === 'tenant' ? [] : [member('scope', textNode('/', range))];
  }
  return isExisting ? groupMembers(where, range) : [];
}

/** The subscription and resource group that a scope names. */
function groupMembers(where: ResourceScope, range: SourceRange): readonly JsonMember[] {
  const subscription =
    where.kind === 'resourceGroup'
      ? where.subscription
      : where.kind === 'subscription'
        ? where.id
        : undefined;
  const group = where.kind === 'resourceGroup' ? where.name : undefined;
  return [
    ...(subscription === undefined ? [] : [member('subscriptionId', expressionNode(subscription, range))]),
    ...(group === undefined ? [] : [member('resourceGroup', expressionNode(group, range))]),
  ];
}

/** The version of the deployments that the compiler makes of modules (Bicep 0.46). */
const DEPLOYMENTS_VERSION = '2025-04-01';

/** A module as the nested deployment that it is. */
export function lowerModule(symbol: ModuleSymbol, content: ModuleContent, scope: Scope): LoweredModule {
  const { statement, parts } = symbol;
  const range = statement.path.range;
  const head = openBody(symbol, scope);
  const written = propertyOf(parts.object, 'name');
  const name =
    written === undefined
      ? expressionNode(ownName(head.instance, head.scope, symbol.name.range))
      : lowerNode(written, head.scope);
  const parameters = propertyOf(parts.object, 'params');
  const properties = objectNode(
    [
      member('mode', textNode('Incremental', range)),
      member(
        'parameters',
        objectNode(
          parameters?.kind === 'object' ? parameterMembers(parameters, head.scope) : [],
          parameters?.range ?? statement.header,
        ),
      ),
    ],
    statement.range,
  );
  if (parameters?.kind === 'object') refuseSpreads("the 'params' of a module", parameters, head.scope);
  else if (parameters !== undefined) {
    const message = "'params' must be written as an object.";
    head.scope.template.report('bicep-reference', message, parameters.range);
  }
  const members = [
    member('type', textNode('Microsoft.Resources/deployments', range), statement.header),
    member('apiVersion', textNode(DEPLOYMENTS_VERSION, range)),
    nameMember(symbol, name),
    ...head.members,
    ...targetMembers(scopeOf(head.instance, head.scope), head, statement.header),
    member('properties', properties),
    ...dependencies(symbol, head.scope),
  ];
  return { ...objectNode(members, statement.range), module: content };
}

function parameterMembers(object: ast.ObjectExpression, scope: Scope): JsonMember[] {
  return membersOf(object, scope).map(({ name, value }) => ({
    name,
    value: objectNode([member('value', value)], value.range),
  }));
}

/** Where the deployment of a module goes. */
function targetMembers(where: ResourceScope, { scope }: OpenBody, range: SourceRange): readonly JsonMember[] {
  const text = (name: string, value: Parameters<typeof expressionNode>[0]): JsonMember =>
    member(name, expressionNode(value, range));
  switch (where.kind) {
    case 'own':
      return [];
    case 'resourceGroup':
      return groupMembers(where, range);
    case 'subscription': {
      const own = call('subscription', [], range);
      return [
        text('subscriptionId', where.id ?? { kind: 'property', target: own, name: 'subscriptionId', range }),
      ];
    }
    case 'managementGroup': {
      if (where.name === undefined) return [];
      const pattern = textExpression('Microsoft.Management/managementGroups/{0}', range);
      return [text('scope', call('format', [pattern, where.name], range))];
    }
    case 'tenant':
      return [member('scope', textNode('/', range))];
    case 'extension':
      scope.template.report(
        'bicep-reference',
        `'${where.of.symbol.key}' is no scope for a module: only a tenant, management group, subscription or resource group is.`,
        range,
      );
      return [];
  }
}
