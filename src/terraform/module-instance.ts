import type { SourceRange } from '../source/range.ts';
import { computedAt, defaultAt, listValue, objectValue, passedThrough } from '../value/make.ts';
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
import { type Expansion, expand, type Instance, keyText } from './instances.ts';
import { checkArguments, configurationOf, downloadedBy, type ModulePlace } from './module-call.ts';
import { LazyEntries } from './open-object.ts';
import type { ProviderPlace } from './provider-configuration.ts';
import { ResourceInstance } from './resource-instance.ts';
import { brokenAt, type CallContext, Problems, type Scope } from './scope.ts';
import { ModuleSymbols, type NamedValues } from './symbols.ts';
import { type Variable, valueOfVariable } from './variable.ts';

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
export class ModuleInstance implements NamedValues, ProviderPlace {
  readonly configuration: Configuration;
  readonly place: ModulePlace;
  readonly #run: EvaluationRun;
  readonly #given: (variable: Variable) => Value | undefined;
  readonly #nodes = new Map<string, Node<unknown>>();
  readonly #resourceValues = new WeakMap<ExpandedResource, Value>();
  /** What expressions see that stand in no block with `count` or `for_each`. */
  readonly scope: Scope;
  readonly caller: ProviderPlace['caller'];

  constructor(
    run: EvaluationRun,
    configuration: Configuration,
    place: ModulePlace,
    given: (variable: Variable) => Value | undefined,
    caller?: ProviderPlace['caller'],
  ) {
    this.#run = run;
    this.configuration = configuration;
    this.place = place;
    this.#given = given;
    this.caller = caller;
    const calls: CallContext = {
      files: run.files,
      renderTemplate: (file, variables) => renderTemplate(run, calls, file, variables),
    };
    const symbols = new ModuleSymbols(this, run, calls, run.graph);
    this.scope = { symbols, problems: Problems.reportingTo(run.graph.report) };
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
      passedThrough(evaluate(attribute.value, this.scope), {
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
      return this.scope.problems.failed('terraform-structure', `Output "${name}" has no value`, range);
    }
    const sensitive = bodyAttribute(block.body, 'sensitive')?.value;
    const isSensitive = sensitive?.kind === 'literal' && sensitive.value === true;
    return this.#value(`output.${name}`, block.header, () => {
      const value = passedThrough(evaluate(attribute.value, this.scope), {
        range: block.header,
        text: `output "${name}"`,
      });
      return isSensitive ? { ...value, sensitive: true } : value;
    });
  }

  resource(declaration: ResourceDeclaration): ExpandedResource {
    const { key, block } = declaration;
    const compute = (): ExpandedResource => this.#expandResource(declaration);
    return this.#node(key, block.header, compute, () => ({
      expansion: failedExpansion(block.header, this.scope),
      instances: [],
    }));
  }

  #expandResource(declaration: ResourceDeclaration): ExpandedResource {
    const expansion = expand(declaration.block, this.scope, this.#run.graph);
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

  resourceValue(declaration: ResourceDeclaration): Value {
    const expanded = this.resource(declaration);
    const known = this.#resourceValues.get(expanded);
    if (known !== undefined) return known;
    const { expansion, instances } = expanded;
    const { header } = declaration.block;
    const address = this.place.prefix + declaration.key;
    const views = instances.map(instance => instance.view());
    const value = instancesValue(expansion, views, header, { address, path: [], instanceUnknown: true });
    this.#resourceValues.set(expanded, value);
    return value;
  }

  call(call: ModuleCall): ExpandedCall {
    const { header } = call.block;
    return this.#node<ExpandedCall>(
      `module.${call.name}`,
      header,
      () => this.#expandCall(call),
      () => ({ expansion: failedExpansion(header, this.scope), modules: [] }),
    );
  }

  #expandCall(call: ModuleCall): ExpandedCall {
    const expansion = expand(call.block, this.scope, this.#run.graph);
    const configuration = configurationOf(call, this.#run, this.scope, this.configuration, this.place);
    if ('absent' in configuration) return { expansion, modules: [], absent: configuration.absent };
    checkArguments(call, configuration, this.#run.graph);
    const modules = expansion.instances.map(instance =>
      this.#child(call, configuration, expansion, instance),
    );
    return { expansion, modules };
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
      downloaded: this.place.downloaded ?? downloadedBy(call, configuration),
    };
    const given = ({ name, block }: Variable): Value | undefined => {
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
    };
    const caller = { module: this, call: call.block, scope: instance.scope };
    return new ModuleInstance(this.#run, configuration, place, given, caller);
  }

  callValue(name: string): Value {
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
