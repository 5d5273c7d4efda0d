import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { BOOL, STRING } from '../value/type.ts';
import { bodyAttribute } from './configuration.ts';
import { evaluate } from './expression.ts';
import type { Block } from './hcl/ast.ts';
import type { ModuleInstance } from './module-instance.ts';
import { isProblem } from './problem.ts';
import type { Scope } from './scope.ts';
import { convert } from './types.ts';

/**
 * Checks what the configuration of a module says about itself, as far as it can be decided before deployment:
 * the `validation` of variables, the preconditions and postconditions of resources and outputs, and `check`
 * blocks (https://developer.hashicorp.com/terraform/language/validate).
 */
export function checkConditions(module: ModuleInstance, report: (item: Diagnostic) => void): void {
  const { configuration, scope } = module;
  for (const [name, { body }] of configuration.variables) {
    for (const block of blocksOf(body.blocks, 'validation')) {
      const failure = failureOf(block, scope);
      if (failure === undefined) continue;
      const { origin } = module.variable(name);
      const message = `var.${name} is not valid: ${failure.message}`;
      report(diagnostic('terraform-variable', message, origin.range));
    }
  }
  const tell = (what: string, blocks: readonly Block[], at: Scope): void => {
    for (const block of blocks) {
      const failure = failureOf(block, at);
      if (failure === undefined) continue;
      const message = `The ${block.type} of ${what} does not hold: ${failure.message}`;
      report(diagnostic('terraform-condition', message, failure.range));
    }
  };
  for (const declaration of configuration.resources.values()) {
    const lifecycle = declaration.block.body.blocks.find(({ type }) => type === 'lifecycle');
    const conditions = blocksOf(lifecycle?.body.blocks ?? [], 'precondition', 'postcondition');
    if (conditions.length === 0) continue;
    for (const { address, instance } of module.resource(declaration).instances) {
      tell(address, conditions, instance.scope);
    }
  }
  for (const [name, { body }] of configuration.outputs) {
    tell(`output "${name}"`, blocksOf(body.blocks, 'precondition'), scope);
  }
  for (const { body, labels } of configuration.checks) {
    // What a check reads for itself is there only at deployment.
    if (body.blocks.some(({ type }) => type === 'data')) continue;
    tell(`check "${labels[0]?.text ?? ''}"`, blocksOf(body.blocks, 'assert'), scope);
  }
}

const blocksOf = (blocks: readonly Block[], ...types: readonly string[]): readonly Block[] =>
  blocks.filter(({ type }) => types.includes(type));

/** What a condition that certainly does not hold says, and where it stands. */
function failureOf({ body }: Block, scope: Scope) {
  const condition = bodyAttribute(body, 'condition')?.value;
  if (condition === undefined) return undefined;
  // A condition that cannot be evaluated yet, or not by us, decides nothing.
  const quiet = { ...scope, problems: scope.problems.catching() };
  const holds = convert(evaluate(condition, quiet), BOOL);
  if (isProblem(holds) || holds.kind !== 'bool' || holds.value) return undefined;
  const text = bodyAttribute(body, 'error_message')?.value;
  const message = text === undefined ? undefined : convert(evaluate(text, quiet), STRING);
  const isShown =
    message !== undefined && !isProblem(message) && message.kind === 'string' && message.sensitive !== true;
  return { message: isShown ? message.value.trim() : 'its condition is false.', range: condition.range };
}
