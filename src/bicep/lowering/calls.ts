import type { Expression } from '../../arm/expression.ts';
import type * as ast from '../ast.ts';
import { FILE_FUNCTIONS } from './file-functions.ts';
import { call, errorExpression, textExpression, unknownExpression } from './nodes.ts';
import { outsideValue } from './outside-values.ts';
import { idOf } from './resource-id.ts';
import { type Imported, lookUp, lowerExpression, type Scope } from './scope.ts';
import { secretReference, symbolKey } from './symbol-access.ts';
import { symbolAt } from './symbol-instance.ts';

/** Functions of the template language that Bicep has operators or literals for, and does not take. */
const NOT_IN_BICEP = new Set(
  (
    'variables parameters if createArray createObject add sub mul div mod less lessOrEquals greater ' +
    'greaterOrEquals equals not and or coalesce true false null copyIndex lambda lambdaVariables tryGet ' +
    'indexFromEnd tryIndexFromEnd'
  ).split(' '),
);

export function lowerCall(node: ast.CallExpression, scope: Scope): Expression {
  const { name, nameRange, range } = node;
  const found = lookUp(name, scope);
  switch (found?.kind) {
    case undefined:
      return lowerBuiltIn(node, scope);
    case 'func':
      return userCall(scope.template.function(scope.file, found), node, scope);
    case 'importedName':
      return importedCall(scope.template.imported(scope.file, found), node, scope);
    default:
      scope.template.report('bicep-reference', `'${name}' is no function.`, nameRange);
      return errorExpression(`'${name}' is no function`, range);
  }
}

type Call = Pick<ast.CallExpression, 'name' | 'nameRange' | 'arguments' | 'range'>;

function userCall(name: string, node: Call, scope: Scope): Expression {
  const list = node.arguments.map(argument => lowerExpression(argument, scope));
  return { ...call(name, list, node.range, node.nameRange), namespace: '__bicep' };
}

function importedCall(imported: Imported, node: Call, scope: Scope): Expression {
  if (imported.kind === 'missing') return unknownExpression(imported.reason, node.range);
  if (imported.kind === 'bicep' && imported.declaration.kind === 'func') {
    return userCall(scope.template.function(imported.file, imported.declaration), node, scope);
  }
  if (imported.kind === 'compiled' && imported.what === 'function')
    return userCall(imported.name, node, scope);
  scope.template.report('bicep-reference', `'${node.name}' is no function.`, node.nameRange);
  return errorExpression(`'${node.name}' is no function`, node.range);
}

function lowerBuiltIn(node: Call, scope: Scope): Expression {
  const { name, range, nameRange } = node;
  const [first] = node.arguments;
  if (name === 'any' && first !== undefined) return lowerExpression(first, scope);
  if (name === 'nameof' && first !== undefined) return textExpression(lastName(first), range);
  const ofFile = FILE_FUNCTIONS.get(name);
  if (ofFile !== undefined) return ofFile(node, scope);
  const outside = outsideValue(node, scope);
  if (outside !== undefined) return outside;
  if (NOT_IN_BICEP.has(name)) {
    const text = `There is no function '${name}' in Bicep.`;
    scope.template.report('bicep-reference', text, nameRange);
    return errorExpression(text, range);
  }
  const list = node.arguments.map(argument => lowerExpression(argument, scope));
  return call(name, list, range, nameRange);
}

/** `nameof(a.b)` is `b`. */
function lastName(node: ast.Expression): string {
  switch (node.kind) {
    case 'variable':
    case 'property':
    case 'nestedResource':
      return node.name;
    case 'index':
      return node.index.kind === 'string' && node.index.parts[0]?.kind === 'text'
        ? node.index.parts[0].text
        : lastName(node.object);
    case 'nonNull':
      return lastName(node.operand);
    case 'parentheses':
      return lastName(node.inner);
    default:
      return '';
  }
}

/** A function of a namespace, of an imported file, or of a resource. */
export function lowerMethodCall(node: ast.MethodCallExpression, scope: Scope): Expression {
  const { object, name, range } = node;
  const found = symbolAt(object, scope);
  if (found !== undefined) {
    if (name === 'getSecret') return secretReference(found, node.arguments, scope, range);
    scope.uses.add(found.symbol.key);
    const list = node.arguments.map(argument => lowerExpression(argument, scope));
    if (/^list/i.test(name)) {
      const version = found.symbol.kind === 'resourceSymbol' ? (found.symbol.apiVersion ?? '') : '';
      const [given = textExpression(version, range), ...rest] = list;
      return call(name, [idOf(found, scope, range), given, ...rest], range, node.nameRange);
    }
    return call('invokeResourceMethod', [symbolKey(found, range), textExpression(name, range)], range);
  }
  if (object.kind === 'variable') {
    const { name: namespace } = object;
    const declared = lookUp(namespace, scope);
    if (declared === undefined && (namespace === 'sys' || namespace === 'az'))
      return lowerBuiltIn(node, scope);
    if (declared === undefined && namespace === 'this') return call('target', [], range);
    if (declared?.kind === 'importedFile') {
      return importedCall(
        scope.template.importedMember(scope.file, declared, name, node.nameRange),
        node,
        scope,
      );
    }
  }
  const message = `This value has no function '${name}'.`;
  scope.template.report('bicep-reference', message, node.nameRange);
  return errorExpression(message, range);
}
