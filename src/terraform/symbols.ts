import { relativePath } from '../source/path.ts';
import type { SourceRange } from '../source/range.ts';
import { didYouMean } from '../source/spelling.ts';
import { computedAt, stringValue } from '../value/make.ts';
import { unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import type { Configuration, ResourceDeclaration } from './configuration.ts';
import type { VariableExpression } from './hcl/ast.ts';
import type { CallContext, Resolved, Scope, Symbols, TraversalStep } from './scope.ts';

/** The values that the names in a module's expressions stand for; asked only for what is declared. */
export interface NamedValues {
  readonly configuration: Configuration;
  variable(name: string): Value;
  local(name: string): Value;
  callValue(name: string): Value;
  resourceValue(declaration: ResourceDeclaration): Value;
}

/** What is the same everywhere in a deployment. */
export interface Ambient {
  readonly rootFolder: string;
  readonly workspace: string;
}

/**
 * Terraform's own names: `var`, `local`, `module`, `data`, `path`, `terraform`, and the types of resources
 * (https://developer.hashicorp.com/terraform/language/expressions/references).
 */
export class ModuleSymbols implements Symbols {
  readonly calls: CallContext;
  readonly depth: Symbols['depth'];
  readonly #module: NamedValues;
  readonly #ambientValues: Ambient;

  constructor(module: NamedValues, ambient: Ambient, calls: CallContext, depth: Symbols['depth']) {
    this.#module = module;
    this.#ambientValues = ambient;
    this.calls = calls;
    this.depth = depth;
  }

  resolve(root: VariableExpression, steps: readonly TraversalStep[], scope: Scope): Resolved {
    const [first] = steps;
    switch (root.name) {
      case 'var':
        return this.#named(root, first, scope, 'variable', this.#module.configuration.variables, name =>
          this.#module.variable(name),
        );
      case 'local':
        return this.#named(root, first, scope, 'local value', this.#module.configuration.locals, name =>
          this.#module.local(name),
        );
      case 'module':
        return this.#named(root, first, scope, 'module call', this.#module.configuration.calls, name =>
          this.#module.callValue(name),
        );
      case 'data':
      case 'ephemeral':
        return this.#resource(root, `${root.name}.`, steps, 0, scope);
      case 'path':
      case 'terraform':
      case 'tofu':
        return this.#ambient(root, first, scope);
      case 'self':
        return { value: unknownAt(root.range, 'self is known only at deployment'), used: 0 };
      case 'each':
      case 'count': {
        const meta = root.name === 'each' ? 'for_each' : 'count';
        const message = `"${root.name}" can be used only in a block that has ${meta} set`;
        return this.#undeclared(message, root.range, steps, scope);
      }
      default:
        return this.#resource(root, '', steps, -1, scope);
    }
  }

  /** A name of which the declarations stand in one map: `var.x`, `local.x`, `module.x`. */
  #named(
    root: VariableExpression,
    step: TraversalStep | undefined,
    scope: Scope,
    what: string,
    declared: ReadonlyMap<string, unknown>,
    valueOf: (name: string) => Value,
  ): Resolved {
    if (step?.kind !== 'attribute') {
      const message = `"${root.name}" must be followed by a name: ${root.name}.NAME`;
      return this.#undeclared(message, root.range, step === undefined ? [] : [step], scope);
    }
    if (declared.has(step.name)) return { value: valueOf(step.name), used: 1 };
    const message = `There is no ${what} "${step.name}" in this module.${didYouMean(step.name, declared.keys(), '"')}`;
    return this.#undeclared(message, step.range, [step], scope);
  }

  /** `type.name` or `data.type.name`; `typeAt` is the step that holds the type, -1 for the root itself. */
  #resource(
    root: VariableExpression,
    prefix: string,
    steps: readonly TraversalStep[],
    typeAt: number,
    scope: Scope,
  ): Resolved {
    const typeStep = typeAt < 0 ? root : steps[typeAt];
    const nameStep = steps[typeAt + 1];
    if (typeStep === undefined || typeStep.kind === 'index' || nameStep?.kind !== 'attribute') {
      const message =
        prefix === ''
          ? `"${root.name}" is not declared: a reference to a resource has the form type.name, and a string needs quotes`
          : `A reference to this has the form ${prefix}type.name`;
      return this.#undeclared(message, root.range, steps, scope);
    }
    const key = `${prefix}${typeStep.name}.${nameStep.name}`;
    const declaration = this.#module.configuration.resources.get(key);
    if (declaration !== undefined)
      return { value: this.#module.resourceValue(declaration), used: typeAt + 2 };
    const message = `${key} is not declared in this module.${didYouMean(key, this.#module.configuration.resources.keys(), '"')}`;
    return this.#undeclared(message, nameStep.range, steps, scope);
  }

  /** All of the steps are used up, since nothing is known of what they would lead to. */
  #undeclared(message: string, range: SourceRange, steps: readonly TraversalStep[], scope: Scope): Resolved {
    return { value: scope.problems.mistaken('terraform-reference', message, range), used: steps.length };
  }

  #ambient(root: VariableExpression, step: TraversalStep | undefined, scope: Scope): Resolved {
    const name = step?.kind === 'attribute' ? `${root.name}.${step.name}` : root.name;
    const origin = computedAt(step?.range ?? root.range);
    const text = (value: string): Resolved => ({ value: stringValue(value, origin), used: 1 });
    switch (name) {
      case 'path.module':
        return text(relativePath(this.#ambientValues.rootFolder, this.#module.configuration.folder));
      case 'path.root':
      // The folder that Terraform runs in; relative, as exvet does not look at where its input lies.
      case 'path.cwd':
        return text('.');
      case 'terraform.workspace':
      case 'tofu.workspace':
        return text(this.#ambientValues.workspace);
      case 'terraform.applying':
      case 'tofu.applying':
        return { value: unknownAt(origin.range, `${name} is known only at deployment`), used: 1 };
      default:
        return this.#undeclared(
          `There is no "${name}"`,
          origin.range,
          step === undefined ? [] : [step],
          scope,
        );
    }
  }
}

const unknownAt = (range: SourceRange, text: string): Value =>
  unknown({ kind: 'provider', text, range }, computedAt(range));
