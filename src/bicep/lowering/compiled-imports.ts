import { type Expression, isExpressionText } from '../../arm/expression.ts';
import type { LoweredText } from '../../arm/lowered.ts';
import { member } from '../../arm/members.ts';
import type { Run } from '../../arm/run.ts';
import type { JsonNode, JsonObject, JsonString } from '../../source/json.ts';
import type { SourceRange } from '../../source/range.ts';
import { exportedFunction, FUNCTION_NAMESPACE, functionIn, variableIn } from './compiled-exports.ts';
import {
  arrayNode,
  errorExpression,
  expressionNode,
  member as memberOf,
  nodeExpression,
  objectNode,
  property,
  textExpression,
} from './nodes.ts';
import type { FoundTemplate } from './program.ts';

/** The template that imports: what it takes of compiled ones is declared in it under names of its own. */
export interface ImportingTemplate {
  readonly run: Run;
  declareVariable(name: string, node: JsonNode, place: SourceRange): void;
  declareFunction(name: string, node: JsonObject, place: SourceRange): void;
  /** One step down; `undefined` when there were too many, which is reported. */
  step<T>(range: SourceRange, lower: () => T): T | undefined;
}

/**
 * Takes variables and functions of compiled templates over, with all the variables and functions that they
 * rest on. The compiler does the same when a Bicep file imports from a module that is compiled already.
 */
export class CompiledImports {
  readonly #into: ImportingTemplate;
  readonly #taken = new Set<string>();

  constructor(into: ImportingTemplate) {
    this.#into = into;
  }

  /** The name under which `variables()` reads it; `undefined` when there is none. */
  variable(from: FoundTemplate, name: string, place: SourceRange): string | undefined {
    const found = variableIn(from.root, name);
    if (found === undefined) return undefined;
    const key = `${from.path}#${name}`;
    if (!this.#isNew(`variable ${key}`)) return key;
    const node = this.#rewrite(found.node, { from, inFunction: false });
    this.#into.declareVariable(key, found.kind === 'copy' ? loopNode(name, node) : node, place);
    return key;
  }

  /** The name in the namespace `__bicep` of what is exported as `name`. */
  exportedFunction(from: FoundTemplate, name: string, place: SourceRange): string | undefined {
    return this.#function(from, name, exportedFunction(from.root, name), place);
  }

  #function(
    from: FoundTemplate,
    name: string,
    declared: JsonObject | undefined,
    place: SourceRange,
  ): string | undefined {
    const value = member(member(declared, 'output'), 'value');
    if (declared === undefined || value === undefined) return undefined;
    const key = `${from.path}#${name}`;
    if (!this.#isNew(`function ${key}`)) return key;
    const parameters = member(declared, 'parameters') ?? arrayNode([], declared.range);
    const body = this.#rewrite(value, { from, inFunction: true });
    const output = objectNode([memberOf('value', body)], value.range);
    const members = [memberOf('parameters', parameters), memberOf('output', output)];
    this.#into.declareFunction(key, objectNode(members, declared.range), place);
    return key;
  }

  /** Noted before its own text is read, so that what rests on itself ends. */
  #isNew(what: string): boolean {
    const before = this.#taken.size;
    return this.#taken.add(what.toLowerCase()).size > before;
  }

  #rewrite(node: JsonNode, within: Within): JsonNode {
    const tooDeep = errorExpression('the import is beyond a limit', node.range);
    return this.#into.step(node.range, () => this.#rewriteKind(node, within)) ?? expressionNode(tooDeep);
  }

  #rewriteKind(node: JsonNode, within: Within): JsonNode {
    switch (node.kind) {
      case 'string':
        return this.#rewriteText(node, within);
      case 'array':
        return { ...node, elements: node.elements.map(element => this.#rewrite(element, within)) };
      case 'object': {
        const members = node.members.map(({ name, value }) => ({
          name: this.#rewriteText(name, within),
          value: this.#rewrite(value, within),
        }));
        return { ...node, members };
      }
      default:
        return node;
    }
  }

  #rewriteText(node: JsonString, within: Within): JsonString {
    if (!isExpressionText(node.value)) return node;
    const expression = this.#into.run.expression(node);
    // What cannot be read is reported, and unknown when it is evaluated.
    if ('code' in expression) return node;
    return withExpression(node, this.#rewriteExpression(expression, within));
  }

  #rewriteExpression(expression: Expression, within: Within): Expression {
    const below = (inner: Expression): Expression => this.#rewriteExpression(inner, within);
    switch (expression.kind) {
      case 'property':
        return { ...expression, target: below(expression.target) };
      case 'index':
        return { ...expression, target: below(expression.target), index: below(expression.index) };
      case 'call':
        return this.#rewriteCall({ ...expression, arguments: expression.arguments.map(below) }, within);
      default:
        return expression;
    }
  }

  #rewriteCall(call: Extract<Expression, { kind: 'call' }>, within: Within): Expression {
    const { namespace, range } = call;
    if (namespace !== undefined && namespace.toLowerCase() !== 'sys')
      return this.#calledFunction(call, within);
    const [first] = call.arguments;
    const name = call.name.toLowerCase();
    if (name === 'parameters' && !within.inFunction) {
      return errorExpression('what a module exports cannot rest on its parameters', range);
    }
    if (name !== 'variables' || first?.kind !== 'text') return call;
    const key = this.variable(within.from, first.value, range);
    return key === undefined ? call : { ...call, arguments: [textExpression(key, first.range)] };
  }

  #calledFunction(call: Extract<Expression, { kind: 'call' }>, { from }: Within): Expression {
    const { namespace = '', name, range } = call;
    const isOwn = namespace.toLowerCase() === FUNCTION_NAMESPACE;
    const full = isOwn ? name : `${namespace}.${name}`;
    const key = this.#function(from, full, functionIn(from.root, namespace, name), range);
    return key === undefined ? call : { ...call, namespace: FUNCTION_NAMESPACE, name: key };
  }
}

const withExpression = (node: JsonString, expression: Expression): LoweredText => ({ ...node, expression });

interface Within {
  readonly from: FoundTemplate;
  readonly inFunction: boolean;
}

/** The array that an entry of `copy` makes: the only property of an object with that loop. */
function loopNode(name: string, entry: JsonNode): JsonNode {
  const loop = objectNode([memberOf('copy', arrayNode([entry], entry.range))], entry.range);
  return expressionNode(property(nodeExpression(loop), name, entry.range));
}
