import { isLoweredText } from '../../arm/lowered.ts';
import type { JsonMember, JsonNode, JsonObject } from '../../source/json.ts';
import type * as ast from '../ast.ts';
import { compiledFacts } from './compiled-types.ts';
import { arrayNode, keywordNode, member, objectNode, textNode } from './nodes.ts';
import { type Imported, lookUp, lowerNode, type Scope } from './scope.ts';
import { literalTextOf } from './symbols.ts';
import { type Base, BOUNDS, isBase, type TypeFacts } from './type-facts.ts';

/** Types that name each other end here. */
const MAX_TYPE_DEPTH = 32;

/** The members of a parameter's declaration in a template, but its default. */
export const parameterMembers = (statement: ast.ParameterStatement, scope: Scope): JsonMember[] =>
  typeMembers(statement, scope, statement.header);

/** A type with its decorators, wherever it is written. */
interface DecoratedType {
  readonly type: ast.TypeExpression;
  readonly decorators: readonly ast.Decorator[];
}

function typeMembers(
  { type, decorators }: DecoratedType,
  scope: Scope,
  header: JsonNode['range'],
): JsonMember[] {
  const facts = decoratedFacts({ type, decorators }, scope, 0);
  const { base, isSecure, allowed } = facts;
  const members: JsonMember[] = [];
  if (base !== undefined)
    members.push(member('type', textNode(isSecure === true ? secureType(base) : base, type.range)));
  // A secret of a type that is not known is held against none.
  else if (isSecure === true) members.push(member('type', textNode('secure', type.range)));
  if (facts.isNullable === true) members.push(member('nullable', keywordNode(true, header)));
  if (allowed !== undefined) members.push(member('allowedValues', arrayNode(allowed, type.range)));
  return [...members, ...(facts.parts ?? []), ...(facts.bounds ?? [])];
}

/** What a type says together with the decorators at it. */
function decoratedFacts({ type, decorators }: DecoratedType, scope: Scope, depth: number): TypeFacts {
  const facts = typeFacts(type, scope, depth);
  const own = decoratorFacts(decorators, scope);
  return {
    ...facts,
    allowed: own.allowed ?? facts.allowed,
    isSecure: own.isSecure || facts.isSecure === true,
    bounds: [...(facts.bounds ?? []), ...own.bounds],
    parts: decoratedParts(type, facts.parts, own, scope),
  };
}

const secureType = (base: Base): string =>
  base === 'string' ? 'securestring' : base === 'object' ? 'secureObject' : base;

interface DecoratorFacts {
  readonly isSecure: boolean;
  readonly isSealed: boolean;
  /** The property whose value chooses one of a union's objects. */
  readonly discriminator: string | undefined;
  readonly allowed: readonly JsonNode[] | undefined;
  readonly bounds: readonly JsonMember[];
}

function decoratorFacts(decorators: readonly ast.Decorator[], scope: Scope): DecoratorFacts {
  let isSecure = false;
  let isSealed = false;
  let discriminator: string | undefined;
  let allowed: readonly JsonNode[] | undefined;
  const bounds: JsonMember[] = [];
  for (const { expression } of decorators) {
    const found = decoratorCall(expression);
    const [first] = found?.arguments ?? [];
    if (found?.name === 'secure') isSecure = true;
    else if (found?.name === 'sealed') isSealed = true;
    else if (found?.name === 'discriminator' && first !== undefined) discriminator = literalTextOf(first);
    else if (found?.name === 'allowed' && first?.kind === 'array') {
      allowed = first.items.flatMap(item =>
        item.kind === 'spread' ? [] : [negated(lowerNode(item, scope))],
      );
    } else if (found !== undefined && BOUNDS.has(found.name) && first !== undefined) {
      const bound = lowerNode(first, scope);
      bounds.push(member(found.name, negated(bound)));
    }
  }
  return { isSecure, isSealed, discriminator, allowed, bounds };
}

/** `-1` is an expression of Bicep and a number of JSON. */
function negated(node: JsonNode): JsonNode {
  if (node.kind !== 'string' || !isLoweredText(node) || node.expression.kind !== 'number') return node;
  return { kind: 'number', text: node.expression.text, range: node.range };
}

/** `@name(…)` and `@sys.name(…)`. */
function decoratorCall(
  expression: ast.Expression,
): Pick<ast.CallExpression, 'name' | 'arguments'> | undefined {
  if (expression.kind === 'call') return expression;
  const isSystem = expression.kind === 'methodCall' && expression.object.kind === 'variable';
  return isSystem ? expression : undefined;
}

function typeFacts(type: ast.TypeExpression, scope: Scope, depth: number): TypeFacts {
  if (depth > MAX_TYPE_DEPTH) return {};
  const below = (inner: ast.TypeExpression): TypeFacts => typeFacts(inner, scope, depth + 1);
  switch (type.kind) {
    case 'named':
      return namedFacts(type, scope, depth);
    case 'nullable':
      return { ...below(type.type), isNullable: true };
    case 'nonNullType':
      return { ...below(type.type), isNullable: false };
    case 'parenthesesType':
      return below(type.inner);
    case 'arrayType':
      return arrayFacts(type, below(type.element), scope);
    case 'tupleType':
      return { base: 'array', parts: tupleParts(type, scope) };
    case 'objectType':
      return { base: 'object', parts: objectParts(type, scope) };
    case 'literalType':
      return literalFacts(type.value, scope);
    case 'union':
      return unionFacts(type.members.map(below));
    case 'typeProperty':
    case 'typeIndex':
    case 'typeElement':
    case 'typeAdditional':
      return memberFacts(type, scope, depth);
    case 'instantiation':
    case 'resourceType':
    case 'invalid':
      return {};
  }
}

/** `('a' | 'b')[]`: the template lists the literals of the elements. */
function arrayFacts(type: ast.ArrayType, { allowed, isNullable }: TypeFacts, scope: Scope): TypeFacts {
  if (allowed !== undefined && isNullable !== true) return { base: 'array', allowed };
  const items = typeNode({ type: type.element, decorators: [] }, scope);
  return { base: 'array', parts: [member('items', items)] };
}

function tupleParts({ items, range }: ast.TupleType, scope: Scope): JsonMember[] {
  const types = items.map(({ value, decorators }) => typeNode({ type: value, decorators }, scope));
  return [member('prefixItems', arrayNode(types, range)), member('items', keywordNode(false, range))];
}

function objectParts({ properties, range }: ast.ObjectType, scope: Scope): JsonMember[] {
  const named: JsonMember[] = [];
  const parts: JsonMember[] = [];
  for (const { key, value, decorators } of properties) {
    const node = typeNode({ type: value, decorators }, scope);
    const name = key === 'any' || key.kind !== 'string' ? undefined : literalTextOf(key);
    if (key === 'any') parts.push(member('additionalProperties', node));
    else if (name !== undefined) named.push(member(name, node));
  }
  return [member('properties', objectNode(named, range)), ...parts];
}

/** A type in the place of a template's type definition. It is looked at when a value is, since types name themselves. */
function typeNode(decorated: DecoratedType, scope: Scope): JsonObject {
  const { range } = decorated.type;
  let members: readonly JsonMember[] | undefined;
  return {
    kind: 'object',
    range,
    get members() {
      members ??= typeMembers(decorated, scope, range);
      return members;
    },
  };
}

function decoratedParts(
  type: ast.TypeExpression,
  parts: readonly JsonMember[] | undefined,
  { isSealed, discriminator }: DecoratorFacts,
  scope: Scope,
): readonly JsonMember[] | undefined {
  if (discriminator !== undefined) return discriminatorParts(type, discriminator, scope);
  const isOpen = parts?.every(({ name }) => name.value !== 'additionalProperties') === true;
  return isSealed && isOpen
    ? [...(parts ?? []), member('additionalProperties', keywordNode(false, type.range))]
    : parts;
}

/** Nothing is said of a union with a member that is not an object with a literal in that property. */
function discriminatorParts(
  type: ast.TypeExpression,
  property: string,
  scope: Scope,
): readonly JsonMember[] | undefined {
  const mapping: JsonMember[] = [];
  for (const variant of variantsOf(type, scope, 0)) {
    const chosen = variantName(variant, property);
    if (chosen === undefined) return undefined;
    mapping.push(member(chosen, typeNode({ type: variant.type, decorators: [] }, variant.scope)));
  }
  const members = [
    member('propertyName', textNode(property, type.range)),
    member('mapping', objectNode(mapping, type.range)),
  ];
  return [member('discriminator', objectNode(members, type.range))];
}

interface ScopedType {
  readonly type: ast.TypeExpression;
  readonly scope: Scope;
}

/** The members of a union, those of unions in it too. */
function variantsOf(type: ast.TypeExpression, scope: Scope, depth: number): readonly ScopedType[] {
  const written = writtenOut(type, scope, depth);
  if (written?.type.kind !== 'union' || depth > MAX_TYPE_DEPTH) return [{ type, scope }];
  return written.type.members.flatMap(one => variantsOf(one, written.scope, depth + 1));
}

function variantName({ type, scope }: ScopedType, property: string): string | undefined {
  const written = writtenOut(type, scope, 0);
  if (written?.type.kind !== 'objectType') return undefined;
  const found = written.type.properties.find(
    ({ key }) => key !== 'any' && key.kind === 'string' && literalTextOf(key) === property,
  );
  return found?.value.kind === 'literalType' ? literalTextOf(found.value.value) : undefined;
}

function namedFacts({ name }: ast.NamedType, scope: Scope, depth: number): TypeFacts {
  const found = lookUp(name, scope);
  if (found === undefined) return isBase(name) ? { base: name } : {};
  if (found.kind === 'type') return declaredFacts(found, scope, depth);
  return found.kind === 'importedName'
    ? importedFacts(scope.template.imported(scope.file, found), scope, depth)
    : {};
}

function importedFacts(imported: Imported, scope: Scope, depth: number): TypeFacts {
  if (imported.kind === 'compiledType') return compiledFacts(imported.root, imported.name);
  if (imported.kind !== 'bicep' || imported.declaration.kind !== 'type') return {};
  return declaredFacts(imported.declaration, { ...scope, file: imported.file, locals: new Map() }, depth);
}

/** What a type names that stands in another file: `T` or `shared.T`. */
function importedType(type: ast.TypeExpression, scope: Scope): Imported | undefined {
  if (type.kind === 'named') {
    const found = lookUp(type.name, scope);
    return found?.kind === 'importedName' ? scope.template.imported(scope.file, found) : undefined;
  }
  if (type.kind !== 'typeProperty' || type.object.kind !== 'named') return undefined;
  const found = lookUp(type.object.name, scope);
  if (found?.kind !== 'importedFile') return undefined;
  return scope.template.importedMember(scope.file, found, type.name, type.nameRange);
}

/** A type that is named often is looked at once; within itself nothing is known of it. */
function declaredFacts(statement: ast.TypeStatement, scope: Scope, depth: number): TypeFacts {
  const { typeFacts: known } = scope.template;
  const before = known.get(statement);
  if (before !== undefined) return before;
  known.set(statement, {});
  const { value: type, decorators } = statement;
  const facts = decoratedFacts({ type, decorators }, scope, depth + 1);
  known.set(statement, facts);
  return facts;
}

function literalFacts(value: ast.Expression, scope: Scope): TypeFacts {
  if (value.kind === 'literal' && value.value === null) return { isNullable: true };
  const node = negated(lowerNode(value, scope));
  const base: Base | undefined =
    value.kind === 'string'
      ? 'string'
      : node.kind === 'number'
        ? 'int'
        : node.kind === 'keyword'
          ? 'bool'
          : undefined;
  return { base, allowed: [node] };
}

/** Of literals, all of them; of other types, what they have in common. */
function unionFacts(members: readonly TypeFacts[]): TypeFacts {
  const isNullable = members.some(one => one.isNullable === true);
  const typed = members.filter(one => one.base !== undefined || one.allowed !== undefined);
  const bases = new Set(
    members.filter(one => one.base !== undefined || one.isNullable !== true).map(one => one.base),
  );
  const [base] = bases.size === 1 ? bases : [];
  const isLiteral = typed.length > 0 && typed.every(one => one.allowed !== undefined && one.base !== 'array');
  return { base, isNullable, allowed: isLiteral ? typed.flatMap(one => one.allowed ?? []) : undefined };
}

type MemberType =
  | ast.TypePropertyAccess
  | ast.TypeIndexAccess
  | ast.TypeElementAccess
  | ast.TypeAdditionalAccess;

/** A part of a type that is written out; of others nothing is known. */
function memberFacts(type: MemberType, scope: Scope, depth: number): TypeFacts {
  if (type.kind === 'typeProperty' && type.object.kind === 'named') {
    const { name: namespace } = type.object;
    if (namespace === 'sys' && lookUp(namespace, scope) === undefined) {
      return isBase(type.name) ? { base: type.name } : {};
    }
  }
  const imported = importedType(type, scope);
  if (imported !== undefined) return importedFacts(imported, scope, depth);
  const found = partOf(type, scope, depth);
  if (found === undefined) return {};
  return decoratedFacts(found, found.scope, depth + 1);
}

interface TypePart extends DecoratedType {
  readonly scope: Scope;
}

function partOf(type: MemberType, scope: Scope, depth: number): TypePart | undefined {
  const around = writtenOut(type.object, scope, depth);
  if (around === undefined) return undefined;
  const { type: outer, scope: outerScope } = around;
  const part = (inner: ast.TypeExpression | undefined, decorators: readonly ast.Decorator[] = []) =>
    inner === undefined ? undefined : { type: inner, decorators, scope: outerScope };
  if (type.kind === 'typeElement') return outer.kind === 'arrayType' ? part(outer.element) : undefined;
  if (outer.kind === 'tupleType' && type.kind === 'typeIndex' && type.index.kind === 'literal') {
    const { value } = type.index;
    const at = typeof value === 'object' && value !== null ? outer.items[Number(value.integer)] : undefined;
    return part(at?.value, at?.decorators);
  }
  if (outer.kind !== 'objectType') return undefined;
  const name =
    type.kind === 'typeProperty' ? type.name : type.kind === 'typeIndex' ? literalTextOf(type.index) : 'any';
  const property = outer.properties.find(({ key }) =>
    type.kind === 'typeAdditional'
      ? key === 'any'
      : key !== 'any' && key.kind === 'string' && literalTextOf(key) === name,
  );
  return part(property?.value, property?.decorators);
}

/** The object, array, tuple or union type that a type comes down to, and the scope in which it is written. */
function writtenOut(type: ast.TypeExpression, scope: Scope, depth: number): ScopedType | undefined {
  if (depth > MAX_TYPE_DEPTH) return undefined;
  const imported = importedType(type, scope);
  if (imported !== undefined) {
    if (imported.kind !== 'bicep' || imported.declaration.kind !== 'type') return undefined;
    const other: Scope = { ...scope, file: imported.file, locals: new Map() };
    return writtenOut(imported.declaration.value, other, depth + 1);
  }
  switch (type.kind) {
    case 'objectType':
    case 'arrayType':
    case 'tupleType':
    case 'union':
      return { type, scope };
    case 'nullable':
    case 'nonNullType':
      return writtenOut(type.type, scope, depth + 1);
    case 'parenthesesType':
      return writtenOut(type.inner, scope, depth + 1);
    case 'named': {
      const found = lookUp(type.name, scope);
      return found?.kind === 'type' ? writtenOut(found.value, scope, depth + 1) : undefined;
    }
    case 'typeProperty':
    case 'typeIndex':
    case 'typeElement':
    case 'typeAdditional': {
      const part = partOf(type, scope, depth + 1);
      return part === undefined ? undefined : writtenOut(part.type, part.scope, depth + 1);
    }
    default:
      return undefined;
  }
}
