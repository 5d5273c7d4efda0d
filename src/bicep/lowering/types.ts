import { isLoweredText } from '../../arm/lowered.ts';
import type { JsonMember, JsonNode } from '../../source/json.ts';
import type * as ast from '../ast.ts';
import { arrayNode, keywordNode, member, textNode } from './nodes.ts';
import { lookUp, lowerNode, type Scope } from './scope.ts';
import { literalTextOf } from './symbols.ts';

/** Types that name each other end here. */
const MAX_TYPE_DEPTH = 32;

type Base = 'string' | 'int' | 'bool' | 'array' | 'object';

/** What a type says about the values of a parameter. */
export interface TypeFacts {
  readonly base?: Base | undefined;
  readonly isNullable?: boolean;
  /** The literals that a value, or each element of an array, is one of. */
  readonly allowed?: readonly JsonNode[] | undefined;
  readonly isSecure?: boolean;
  /** `minLength` and the like, from the decorators of the type that is named. */
  readonly bounds?: readonly JsonMember[];
}

const BASES: ReadonlySet<string> = new Set(['string', 'int', 'bool', 'array', 'object']);
const isBase = (name: string): name is Base => BASES.has(name);

const BOUNDS: ReadonlySet<string> = new Set(['minValue', 'maxValue', 'minLength', 'maxLength']);

/** The members of a parameter's declaration in a template, but its default. */
export function parameterMembers(statement: ast.ParameterStatement, scope: Scope): JsonMember[] {
  const { type, decorators, header } = statement;
  const facts = typeFacts(type, scope, 0);
  const own = decoratorFacts(decorators, scope);
  const { base } = facts;
  const isSecure = own.isSecure || facts.isSecure === true;
  const members: JsonMember[] = [];
  if (base !== undefined)
    members.push(member('type', textNode(isSecure ? secureType(base) : base, type.range)));
  else if (isSecure) members.push(member('type', textNode('secureObject', type.range)));
  if (facts.isNullable === true) members.push(member('nullable', keywordNode(true, header)));
  const allowed = own.allowed ?? facts.allowed;
  if (allowed !== undefined) members.push(member('allowedValues', arrayNode(allowed, type.range)));
  return [...members, ...(facts.bounds ?? []), ...own.bounds];
}

const secureType = (base: Base): string =>
  base === 'string' ? 'securestring' : base === 'object' ? 'secureObject' : base;

interface DecoratorFacts {
  readonly isSecure: boolean;
  readonly allowed: readonly JsonNode[] | undefined;
  readonly bounds: readonly JsonMember[];
}

function decoratorFacts(decorators: readonly ast.Decorator[], scope: Scope): DecoratorFacts {
  let isSecure = false;
  let allowed: readonly JsonNode[] | undefined;
  const bounds: JsonMember[] = [];
  for (const { expression } of decorators) {
    const found = decoratorCall(expression);
    const [first] = found?.arguments ?? [];
    if (found?.name === 'secure') isSecure = true;
    else if (found?.name === 'allowed' && first?.kind === 'array') {
      allowed = first.items.flatMap(item =>
        item.kind === 'spread' ? [] : [negated(lowerNode(item, scope))],
      );
    } else if (found !== undefined && BOUNDS.has(found.name) && first !== undefined) {
      const bound = lowerNode(first, scope);
      bounds.push(member(found.name, negated(bound)));
    }
  }
  return { isSecure, allowed, bounds };
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
      return arrayFacts(below(type.element));
    case 'tupleType':
      return { base: 'array' };
    case 'objectType':
      return { base: 'object' };
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
const arrayFacts = ({ allowed, isNullable }: TypeFacts): TypeFacts =>
  allowed === undefined || isNullable === true ? { base: 'array' } : { base: 'array', allowed };

function namedFacts({ name }: ast.NamedType, scope: Scope, depth: number): TypeFacts {
  const found = lookUp(name, scope);
  if (found === undefined) return isBase(name) ? { base: name } : {};
  if (found.kind === 'type') return declaredFacts(found, scope, depth);
  if (found.kind !== 'importedName') return {};
  const imported = scope.template.imported(scope.file, found);
  if (imported.kind !== 'bicep' || imported.declaration.kind !== 'type') return {};
  return declaredFacts(imported.declaration, { ...scope, file: imported.file, locals: new Map() }, depth);
}

/** A type that is named often is looked at once; within itself nothing is known of it. */
function declaredFacts(statement: ast.TypeStatement, scope: Scope, depth: number): TypeFacts {
  const { typeFacts: known } = scope.template;
  const before = known.get(statement);
  if (before !== undefined) return before;
  known.set(statement, {});
  const facts = typeFacts(statement.value, scope, depth + 1);
  const own = decoratorFacts(statement.decorators, scope);
  const found: TypeFacts = {
    ...facts,
    isSecure: own.isSecure || facts.isSecure === true,
    bounds: [...(facts.bounds ?? []), ...own.bounds],
  };
  known.set(statement, found);
  return found;
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
  const found = partOf(type, scope, depth);
  if (found === undefined) return {};
  const facts = typeFacts(found.type, found.scope, depth + 1);
  const own = decoratorFacts(found.decorators, found.scope);
  return {
    ...facts,
    isSecure: own.isSecure || facts.isSecure === true,
    bounds: [...(facts.bounds ?? []), ...own.bounds],
  };
}

interface TypePart {
  readonly type: ast.TypeExpression;
  readonly decorators: readonly ast.Decorator[];
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

/** The object, array or tuple type that a type comes down to, and the scope in which it is written. */
function writtenOut(
  type: ast.TypeExpression,
  scope: Scope,
  depth: number,
): { readonly type: ast.TypeExpression; readonly scope: Scope } | undefined {
  if (depth > MAX_TYPE_DEPTH) return undefined;
  switch (type.kind) {
    case 'objectType':
    case 'arrayType':
    case 'tupleType':
      return { type, scope };
    case 'nullable':
    case 'nonNullType':
      return writtenOut(type.type, scope, depth + 1);
    case 'parenthesesType':
      return writtenOut(type.inner, scope, depth + 1);
    case 'named': {
      const found = lookUp(type.name, scope);
      if (found?.kind === 'type') return writtenOut(found.value, scope, depth + 1);
      if (found?.kind !== 'importedName') return undefined;
      const imported = scope.template.imported(scope.file, found);
      if (imported.kind !== 'bicep' || imported.declaration.kind !== 'type') return undefined;
      const other: Scope = { ...scope, file: imported.file, locals: new Map() };
      return writtenOut(imported.declaration.value, other, depth + 1);
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
