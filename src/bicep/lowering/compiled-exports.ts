import { isExpressionText } from '../../arm/expression.ts';
import { type JsonNode, type JsonObject, jsonMember } from '../../source/json.ts';

/** What a compiled template exports to `import` statements. */
export type CompiledExport =
  | { readonly kind: 'type' }
  | { readonly kind: 'variable'; readonly value: JsonNode }
  /** A function, or a variable that is an expression: it belongs to the variables and functions around it. */
  | { readonly kind: 'computed' };

/** The exported type, variable or function of a name. */
export function compiledExport(root: JsonObject, name: string): CompiledExport | undefined {
  if (jsonMember(jsonMember(root, 'definitions'), name) !== undefined) return { kind: 'type' };
  const exported = jsonMember(jsonMember(root, 'metadata'), '__bicep_exported_variables!');
  const isVariable =
    exported?.kind === 'array' &&
    exported.elements.some(element => {
      const written = jsonMember(element, 'name');
      return written?.kind === 'string' && written.value === name;
    });
  const value = jsonMember(jsonMember(root, 'variables'), name);
  if (isVariable && value !== undefined) {
    return isLiteral(value) ? { kind: 'variable', value } : { kind: 'computed' };
  }
  return hasFunction(root, name) ? { kind: 'computed' } : undefined;
}

function isLiteral(node: JsonNode): boolean {
  switch (node.kind) {
    case 'string':
      return !isExpressionText(node.value);
    case 'array':
      return node.elements.every(isLiteral);
    case 'object':
      return node.members.every(({ name, value }) => isLiteral(name) && isLiteral(value));
    default:
      return true;
  }
}

function hasFunction(root: JsonObject, name: string): boolean {
  const spaces = jsonMember(root, 'functions');
  if (spaces?.kind !== 'array') return false;
  return spaces.elements.some(space => jsonMember(jsonMember(space, 'members'), name) !== undefined);
}
