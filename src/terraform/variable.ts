import { diagnostic } from '../source/diagnostic.ts';
import { defaultAt, passedThrough, withOrigin } from '../value/make.ts';
import type { Step } from '../value/origin.ts';
import { ANY, type Type } from '../value/type.ts';
import { unknown } from '../value/unknown.ts';
import type { KnownValue, Value } from '../value/value.ts';
import { bodyAttribute } from './configuration.ts';
import { constantScope } from './constant.ts';
import { evaluate } from './expression.ts';
import type { Graph } from './graph.ts';
import type { Attribute, Block, Expression } from './hcl/ast.ts';
import { isProblem } from './problem.ts';
import { brokenAt } from './scope.ts';
import { typeFromExpression } from './type-constraint.ts';
import { convert } from './types.ts';

/** A declared input variable. */
export interface Variable {
  readonly name: string;
  readonly block: Block;
  readonly type: Type;
  /** Whether text from the command line is a string for it: it has a primitive type or none. */
  readonly takesText: boolean;
  readonly defaultAttribute: Attribute | undefined;
  readonly nullable: boolean;
  readonly sensitive: boolean;
  /** The values that a `validation` with `contains([…], var.name)` allows. */
  readonly candidates: readonly KnownValue[] | undefined;
}

export function readVariable(name: string, block: Block, graph: Graph): Variable {
  const typeAttribute = bodyAttribute(block.body, 'type');
  const scope = constantScope(graph);
  const type =
    typeAttribute === undefined
      ? ANY
      : typeFromExpression(typeAttribute.value, {
          evaluateDefault: expression => evaluate(expression, scope),
          refuse: (message, range) => graph.report(diagnostic('terraform-type', message, range)),
        });
  return {
    name,
    block,
    type,
    takesText: typeAttribute === undefined || ['string', 'number', 'bool'].includes(type.kind),
    defaultAttribute: bodyAttribute(block.body, 'default'),
    nullable: !isLiteral(bodyAttribute(block.body, 'nullable'), false),
    // What must not be stored is no more to be shown than what is marked as secret.
    sensitive: ['sensitive', 'ephemeral'].some(mark => isLiteral(bodyAttribute(block.body, mark), true)),
    candidates: allowedValues(name, block, graph),
  };
}

const isLiteral = (attribute: Attribute | undefined, value: boolean): boolean =>
  attribute?.value.kind === 'literal' && attribute.value.value === value;

function allowedValues(name: string, block: Block, graph: Graph): readonly KnownValue[] | undefined {
  for (const validation of block.body.blocks) {
    if (validation.type !== 'validation') continue;
    const condition = bodyAttribute(validation.body, 'condition')?.value;
    const allowed = condition === undefined ? undefined : allowedBy(condition, name, graph);
    if (allowed !== undefined) return allowed;
  }
  return undefined;
}

/** The list in `contains([…], var.name)`, also where it is one of several conditions. */
function allowedBy(condition: Expression, name: string, graph: Graph): readonly KnownValue[] | undefined {
  if (condition.kind === 'parentheses') return allowedBy(condition.inner, name, graph);
  if (condition.kind === 'binary' && condition.operator === '&&') {
    return allowedBy(condition.left, name, graph) ?? allowedBy(condition.right, name, graph);
  }
  if (condition.kind !== 'call' || condition.name !== 'contains') return undefined;
  const [list, needle] = condition.arguments;
  const isVariable =
    needle?.kind === 'attribute' &&
    needle.name === name &&
    needle.object.kind === 'variable' &&
    needle.object.name === 'var';
  if (!isVariable || list?.kind !== 'tuple' || !list.elements.every(isConstant)) return undefined;
  const scope = constantScope(graph);
  return list.elements.flatMap(element => {
    const value = evaluate(element, scope);
    return value.kind === 'unknown' ? [] : [value];
  });
}

const isConstant = (expression: Expression): boolean =>
  expression.kind === 'literal' ||
  (expression.kind === 'template' && expression.parts.every(part => part.kind === 'text'));

/**
 * The value of a variable in one instance of its module. `given` is the caller's value or that of the root
 * module's inputs, `undefined` when nobody gave one.
 */
export function valueOfVariable(variable: Variable, given: Value | undefined, graph: Graph): Value {
  const step: Step = { range: variable.block.header, text: `variable "${variable.name}"` };
  const fallsBack = given === undefined || (given.kind === 'null' && !variable.nullable);
  const value = fallsBack ? defaultOf(variable, graph) : converted(variable, given, graph);
  const passed = passedThrough(value, step);
  return variable.sensitive ? { ...passed, sensitive: true } : passed;
}

function defaultOf(variable: Variable, graph: Graph): Value {
  const attribute = variable.defaultAttribute;
  if (attribute !== undefined) {
    return converted(variable, evaluate(attribute.value, constantScope(graph)), graph);
  }
  const { header } = variable.block;
  const text = `var.${variable.name} has no value: set it in a .tfvars file or with --var`;
  return unknown({ kind: 'input', text, range: header }, defaultAt(header), {
    type: variable.type,
    candidates: variable.candidates,
    sensitive: variable.sensitive,
  });
}

function converted(variable: Variable, given: Value, graph: Graph): Value {
  const value = convert(given, variable.type);
  if (!isProblem(value)) return value;
  const { range } = given.origin.steps?.step ?? given.origin;
  graph.report(
    diagnostic('terraform-variable', `This is no value for var.${variable.name}: ${value.message}.`, range),
  );
  return withOrigin(brokenAt(range, variable.type), given.origin);
}
