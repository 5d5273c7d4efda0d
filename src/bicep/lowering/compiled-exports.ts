import { copyEntries } from '../../arm/copy.ts';
import { member, membersByName, objectMember, textMember } from '../../arm/members.ts';
import { type JsonNode, type JsonObject, jsonMember } from '../../source/json.ts';

/** What a compiled template exports to `import` statements. */
export type CompiledExport = { readonly kind: 'type' | 'variable' | 'function' };

/** The namespace of the functions that Bicep declares; those of others are imported as `'namespace.name'`. */
export const FUNCTION_NAMESPACE = '__bicep';

/** What is exported under a name; the compiler marks types and functions, and lists the variables. */
export function compiledExport(root: JsonObject, name: string): CompiledExport | undefined {
  if (isMarked(jsonMember(jsonMember(root, 'definitions'), name))) return { kind: 'type' };
  if (isMarked(functionIn(root, ...namespaced(name)))) return { kind: 'function' };
  const listed = member(objectMember(root, 'metadata'), '__bicep_exported_variables!');
  const isVariable =
    listed?.kind === 'array' && listed.elements.some(element => textMember(element, 'name')?.value === name);
  return isVariable && variableIn(root, name) !== undefined ? { kind: 'variable' } : undefined;
}

function isMarked(declaration: JsonNode | undefined): boolean {
  const mark = member(member(declaration, 'metadata'), '__bicep_export!');
  return mark?.kind === 'keyword' && mark.value === true;
}

function namespaced(name: string): [namespace: string, name: string] {
  const dot = name.indexOf('.');
  return dot < 0 ? [FUNCTION_NAMESPACE, name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** The declaration of a function, by its namespace and name. */
export function functionIn(root: JsonObject, namespace: string, name: string): JsonObject | undefined {
  const spaces = member(root, 'functions');
  if (spaces?.kind !== 'array') return undefined;
  const space = spaces.elements.find(
    one => textMember(one, 'namespace')?.value.toLowerCase() === namespace.toLowerCase(),
  );
  return objectMember(objectMember(space, 'members'), name);
}

/** The function that an export of this name is. */
export const exportedFunction = (root: JsonObject, name: string): JsonObject | undefined =>
  functionIn(root, ...namespaced(name));

/** A variable: its value, or the entry of `copy` that makes it. */
export interface CompiledVariable {
  readonly kind: 'value' | 'copy';
  readonly node: JsonNode;
}

export function variableIn(root: JsonObject, name: string): CompiledVariable | undefined {
  const variables = membersByName(member(root, 'variables'));
  const copy = variables.get('copy')?.value;
  if (copy?.kind === 'array' && copyEntries(copy) !== undefined) {
    const wanted = name.toLowerCase();
    const node = copy.elements.find(one => textMember(one, 'name')?.value.toLowerCase() === wanted);
    if (node !== undefined) return { kind: 'copy', node };
  }
  const value = variables.get(name.toLowerCase())?.value;
  return value === undefined ? undefined : { kind: 'value', node: value };
}
