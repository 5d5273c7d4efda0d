import { diagnostic } from '../source/diagnostic.ts';
import { relativePath } from '../source/path.ts';
import type { SourceRange } from '../source/range.ts';
import { computedAt, defaultAt, listValue, objectValue, passedThrough, stringValue } from '../value/make.ts';
import { type Reason, uniteReasons, unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import {
  bodyAttribute,
  type Configuration,
  type ModuleCall,
  type ResourceDeclaration,
} from './configuration.ts';
import { type EvaluationRun, renderTemplate } from './evaluation-run.ts';
import { evaluate } from './expression.ts';
import type { Node } from './graph.ts';
import type { VariableExpression } from './hcl/ast.ts';
import { type Expansion, expand, type Instance, keyText } from './instances.ts';
import { MAX_MODULE_DEPTH } from './library.ts';
import { LazyEntries } from './open-object.ts';
import { ResourceInstance } from './resource-instance.ts';
import {
  brokenAt,
  type CallContext,
  Problems,
  type Resolved,
  type Scope,
  type Symbols,
  type TraversalStep,
} from './scope.ts';
import { suggestion } from './suggestion.ts';
import { type Variable, valueOfVariable } from './variable.ts';

/** Where an instance of a module stands. */
export interface ModulePlace {
  /** `module.a[0].`, with the dot; empty for the root module. */
  readonly prefix: string;
  /** The calls from the root module with their keys, `a[0]`; and without them, `a`. */
  readonly callPath: readonly string[];
  readonly callNames: readonly string[];
  /** The folders of the modules that it is called from. */
  readonly callers: readonly string[];
  readonly uncertain: readonly Reason[];
}

/** The instances of a resource, and how many there are. */
export interface ExpandedResource {
  readonly expansion: Expansion;
  readonly instances: readonly ResourceInstance[];
}

/** The instances of a module call; none when its module is not to be had, for the reason given. */
export interface ExpandedCall {
  readonly expansion: Expansion;
  readonly modules: readonly ModuleInstance[];
  readonly absent?: Reason;
}

/**
 * One instance of a module: its variables, locals, resources, calls and outputs are nodes of the graph,
 * made when they are first asked for. It is what the names in its expressions stand for.
 */
export class ModuleInstance implements Symbols {
  readonly configuration: Configuration;
  readonly place: ModulePlace;
  readonly calls: CallContext;
  readonly depth: Symbols['depth'];
  readonly #run: EvaluationRun;
  readonly #given: (variable: Variable) => Value | undefined;
  readonly #nodes = new Map<string, Node<unknown>>();
  readonly #scope: Scope;

  constructor(
    run: EvaluationRun,
    configuration: Configuration,
    place: ModulePlace,
    given: (variable: Variable) => Value | undefined,
  ) {
    this.#run = run;
    this.configuration = configuration;
    this.place = place;
    this.#given = given;
    this.depth = run.graph;
    this.calls = {
      files: run.files,
      renderTemplate: (file, variables) => renderTemplate(run, this.calls, file, variables),
    };
    this.#scope = { symbols: this, problems: Problems.reportingTo(run.graph.report) };
  }

  resolve(root: VariableExpression, steps: readonly TraversalStep[], scope: Scope): Resolved {
    const [first] = steps;
    switch (root.name) {
      case 'var':
        return this.#named(root, first, scope, 'variable', this.configuration.variables, name =>
          this.variable(name),
        );
      case 'local':
        return this.#named(root, first, scope, 'local value', this.configuration.locals, name =>
          this.local(name),
        );
      case 'module':
        return this.#named(root, first, scope, 'module call', this.configuration.calls, name =>
          this.#callValue(name),
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
    const message = `There is no ${what} "${step.name}" in this module.${suggestion(step.name, declared.keys())}`;
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
    const declaration = this.configuration.resources.get(key);
    if (declaration !== undefined) return { value: this.#resourceValue(declaration), used: typeAt + 2 };
    const message = `${key} is not declared in this module.${suggestion(key, this.configuration.resources.keys())}`;
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
        return text(relativePath(this.#run.rootFolder, this.configuration.folder));
      case 'path.root':
      // The folder that Terraform runs in; relative, as exvet does not look at where its input lies.
      case 'path.cwd':
        return text('.');
      case 'terraform.workspace':
      case 'tofu.workspace':
        return text(this.#run.workspace);
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

  #value(key: string, range: SourceRange, compute: () => Value): Value {
    return this.#node(key, range, compute, () => brokenAt(range));
  }

  #node<T>(key: string, range: SourceRange, compute: () => T, onFailure: () => T): T {
    // A key always stands for a node of the same type: it says what is computed.
    let node = this.#nodes.get(key) as Node<T> | undefined;
    if (node === undefined) {
      node = this.#run.graph.node({ name: this.place.prefix + key, range, compute, onFailure });
      this.#nodes.set(key, node);
    }
    return node.value;
  }

  variable(name: string): Value {
    const block = this.configuration.variables.get(name);
    if (block === undefined) throw new Error(`variable ${name} was not looked up`);
    return this.#value(`var.${name}`, block.header, () => {
      const variable = this.#run.variableOf(name, block);
      return valueOfVariable(variable, this.#given(variable), this.#run.graph);
    });
  }

  local(name: string): Value {
    const attribute = this.configuration.locals.get(name);
    if (attribute === undefined) throw new Error(`local ${name} was not looked up`);
    return this.#value(`local.${name}`, attribute.range, () =>
      passedThrough(evaluate(attribute.value, this.#scope), {
        range: attribute.range,
        text: `local.${name}`,
      }),
    );
  }

  output(name: string): Value {
    const block = this.configuration.outputs.get(name);
    const attribute = block === undefined ? undefined : bodyAttribute(block.body, 'value');
    if (block === undefined || attribute === undefined) {
      const range = block?.header;
      if (range === undefined) throw new Error(`output ${name} was not looked up`);
      return this.#scope.problems.failed('terraform-structure', `Output "${name}" has no value`, range);
    }
    return this.#value(`output.${name}`, block.header, () =>
      passedThrough(evaluate(attribute.value, this.#scope), {
        range: block.header,
        text: `output "${name}"`,
      }),
    );
  }

  resource(declaration: ResourceDeclaration): ExpandedResource {
    const { key, block } = declaration;
    const compute = (): ExpandedResource => this.#expandResource(declaration);
    return this.#node(key, block.header, compute, () => ({
      expansion: failedExpansion(block.header, this.#scope),
      instances: [],
    }));
  }

  #expandResource(declaration: ResourceDeclaration): ExpandedResource {
    const expansion = expand(declaration.block, this.#scope, this.#run.graph);
    const collectionAddress = this.place.prefix + declaration.key;
    const uncertain = this.#uncertain(expansion);
    const instances = expansion.instances.map(
      instance =>
        new ResourceInstance({
          declaration,
          instance,
          address: collectionAddress + keyText(instance.key),
          collectionAddress,
          isRepresentative: expansion.kind === 'unknown',
          uncertain: uncertain.length === 0 ? undefined : uncertain,
          graph: this.#run.graph,
        }),
    );
    return { expansion, instances };
  }

  #uncertain(expansion: Expansion): readonly Reason[] {
    const own = expansion.kind === 'unknown' ? expansion.reasons : [];
    return uniteReasons([this.place.uncertain, own]);
  }

  #resourceValue(declaration: ResourceDeclaration): Value {
    const { expansion, instances } = this.resource(declaration);
    const { header } = declaration.block;
    const address = this.place.prefix + declaration.key;
    return instancesValue(
      expansion,
      instances.map(instance => instance.view()),
      header,
      { address, path: [], instanceUnknown: true },
    );
  }

  call(call: ModuleCall): ExpandedCall {
    const { header } = call.block;
    return this.#node<ExpandedCall>(
      `module.${call.name}`,
      header,
      () => this.#expandCall(call),
      () => ({ expansion: failedExpansion(header, this.#scope), modules: [] }),
    );
  }

  #expandCall(call: ModuleCall): ExpandedCall {
    const expansion = expand(call.block, this.#scope, this.#run.graph);
    const configuration = this.#configurationOf(call);
    if ('absent' in configuration) return { expansion, modules: [], absent: configuration.absent };
    this.#checkArguments(call, configuration);
    const modules = expansion.instances.map(instance =>
      this.#child(call, configuration, expansion, instance),
    );
    return { expansion, modules };
  }

  /** The configuration that a call names, or why there is none; which is reported at its source. */
  #configurationOf(call: ModuleCall): Configuration | { readonly absent: Reason } {
    const { header, body } = call.block;
    const attribute = bodyAttribute(body, 'source');
    const range = attribute?.value.range ?? header;
    const refuse = (kind: Reason['kind'], text: string) => ({ absent: { kind, text, range } });
    if (attribute === undefined) {
      this.#scope.problems.failed('terraform-structure', `Module "${call.name}" has no source`, header);
      return refuse('error', `module "${call.name}" has no source`);
    }
    const source = evaluate(attribute.value, this.#scope);
    if (source.kind !== 'string') {
      const why = `the source of module "${call.name}" is not known`;
      if (source.kind !== 'unknown') {
        this.#scope.problems.failed('terraform-type', 'A module source must be a string', range);
      } else {
        const message = `The source of module "${call.name}" cannot be known, so it is not scanned.`;
        this.#run.graph.report(diagnostic('terraform-module-unavailable', message, range));
      }
      return refuse('unavailable', why);
    }
    const path = [...this.place.callNames, call.name];
    const location = this.#run.library.locate(source.value, range, this.configuration.folder, path);
    if (location.kind !== 'folder') {
      this.#run.graph.report(location.diagnostic);
      return refuse(location.kind === 'missing' ? 'error' : 'unavailable', location.reason);
    }
    const callers = [...this.place.callers, this.configuration.folder];
    if (callers.includes(location.folder)) {
      const message = `Module "${call.name}" calls itself: '${location.folder}' is one of its own callers.`;
      this.#run.graph.report(diagnostic('terraform-cycle', message, range));
      return refuse('error', `module "${call.name}" calls itself`);
    }
    if (callers.length > MAX_MODULE_DEPTH) {
      const message = `Modules call each other more than ${MAX_MODULE_DEPTH} levels deep here.`;
      this.#run.graph.report(diagnostic('limit-exceeded', message, range));
      return refuse('error', `module "${call.name}" is nested too deeply`);
    }
    return this.#run.library.configuration(location.folder);
  }

  #checkArguments(call: ModuleCall, configuration: Configuration): void {
    const { body, header } = call.block;
    const given = new Set<string>();
    for (const attribute of body.attributes) {
      if (MODULE_META_ARGUMENTS.has(attribute.name)) continue;
      given.add(attribute.name);
      if (configuration.variables.has(attribute.name)) continue;
      const hint = suggestion(attribute.name, configuration.variables.keys());
      const message = `Module "${call.name}" has no variable "${attribute.name}".${hint}`;
      this.#run.graph.report(diagnostic('terraform-variable', message, attribute.nameRange));
    }
    for (const [name, block] of configuration.variables) {
      if (given.has(name) || bodyAttribute(block.body, 'default') !== undefined) continue;
      const message = `Module "${call.name}" needs a value for its variable "${name}".`;
      this.#run.graph.report(diagnostic('terraform-variable', message, header));
    }
  }

  #child(
    call: ModuleCall,
    configuration: Configuration,
    expansion: Expansion,
    instance: Instance,
  ): ModuleInstance {
    const suffix = call.name + keyText(instance.key);
    const place: ModulePlace = {
      prefix: `${this.place.prefix}module.${suffix}.`,
      callPath: [...this.place.callPath, suffix],
      callNames: [...this.place.callNames, call.name],
      callers: [...this.place.callers, this.configuration.folder],
      uncertain: this.#uncertain(expansion),
    };
    return new ModuleInstance(this.#run, configuration, place, ({ name, block }) => {
      const attribute = bodyAttribute(call.block.body, name);
      if (attribute === undefined) {
        if (bodyAttribute(block.body, 'default') !== undefined) return undefined;
        const text = `module "${call.name}" is not given its variable ${name}`;
        const { header } = call.block;
        return unknown({ kind: 'error', text, range: header }, defaultAt(header));
      }
      return passedThrough(evaluate(attribute.value, instance.scope), {
        range: attribute.range,
        text: `module "${call.name}" argument ${name}`,
      });
    });
  }

  #callValue(name: string): Value {
    const call = this.configuration.calls.get(name);
    if (call === undefined) throw new Error(`module ${name} was not looked up`);
    const { header } = call.block;
    const { expansion, modules, absent } = this.call(call);
    if (absent !== undefined) return unknown(absent, computedAt(header));
    return instancesValue(
      expansion,
      modules.map(module => module.outputs(header)),
      header,
    );
  }

  /** The outputs as an object, each evaluated when it is read. */
  outputs(range: SourceRange): Value {
    const entries = new LazyEntries(this.configuration.outputs.keys(), name => this.output(name));
    return { kind: 'object', collection: 'object', entries, origin: computedAt(range) };
  }
}

const MODULE_META_ARGUMENTS: ReadonlySet<string> = new Set([
  'source',
  'version',
  'providers',
  'count',
  'for_each',
  'depends_on',
]);

const unknownAt = (range: SourceRange, text: string): Value =>
  unknown({ kind: 'provider', text, range }, computedAt(range));

const failedExpansion = (range: SourceRange, scope: Scope): Expansion => ({
  kind: 'unknown',
  instances: [{ key: undefined, scope }],
  reasons: [{ kind: 'error', text: 'the number of instances depends on itself', range }],
});

/** A resource or module call as a value: an object, a tuple by `count`, an object by the keys of `for_each`. */
function instancesValue(
  expansion: Expansion,
  views: readonly Value[],
  range: SourceRange,
  reference?: NonNullable<Extract<Value, { kind: 'unknown' }>['reference']>,
): Value {
  const origin = defaultAt(range);
  const [first] = views;
  switch (expansion.kind) {
    case 'single':
      // OpenTofu 1.11: what is not enabled is null.
      return first ?? { kind: 'null', origin };
    case 'count':
      return listValue(views, origin, 'tuple');
    case 'for_each': {
      const entries = expansion.instances.flatMap(({ key }, index) => {
        const view = views[index];
        return view === undefined ? [] : [[String(key), view] as const];
      });
      return objectValue(entries, origin, 'object');
    }
    case 'unknown':
      return unknown(expansion.reasons, origin, { reference, element: first });
  }
}
