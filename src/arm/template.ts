import type { JsonNode, JsonObject } from '../source/json.ts';
import type { SourceRange } from '../source/range.ts';
import { didYouMean } from '../source/spelling.ts';
import { computedAt, objectValue, passedThrough } from '../value/make.ts';
import { canonicalAddress, textWithGaps } from '../value/resource-id.ts';
import { unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { addressInId, isRelativeId } from './address.ts';
import { copiedValues, copyEntries } from './copy.ts';
import { isDeployment, openDeployment, type TemplateSource } from './deployments.ts';
import { evaluateNode } from './evaluate.ts';
import type { DeploymentTarget, Frame, SymbolTarget, TemplateScope, UserFunction } from './frame.ts';
import { decidedAtDeployment } from './functions/definition.ts';
import { declareInstances, type Instance } from './instances.ts';
import { isLoweredModule, isLoweredTemplate } from './lowered.ts';
import { member, membersByName, objectMember, textMember } from './members.ts';
import { checkedValue, missingValue, type ParameterDeclaration, reportUndeclared } from './parameters.ts';
import type { Run } from './run.ts';
import { withDefinition } from './type-definitions.ts';

const BUSY = Symbol('being evaluated');

interface Variable {
  readonly name: string;
  readonly place: SourceRange;
  readonly evaluate: () => Value;
}

/**
 * A template with its parameters: everything in it is evaluated once, when it is asked for. A nested
 * template with outer scope reads parameters, variables and functions from the template around it.
 */
export class Template implements TemplateScope {
  readonly run: Run;
  readonly source: TemplateSource;
  readonly target: DeploymentTarget;
  readonly frame: Frame;
  readonly #parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly #variables: ReadonlyMap<string, Variable>;
  readonly #functions: ReadonlyMap<string, UserFunction>;
  readonly #values = new Map<string, Value | typeof BUSY>();
  readonly #nested = new Map<Instance, Template | undefined>();
  #instances: Instance[] | undefined;
  #byAddress: Map<string, Instance> | undefined;
  #outputs: Map<string, Value> | typeof BUSY | undefined;

  constructor(run: Run, source: TemplateSource) {
    this.run = run;
    this.source = source;
    this.target = source.target;
    this.frame = source.outer === undefined ? this.#ownFrame() : { ...source.outer, template: this };
    this.#parameters = declaredParameters(source.root);
    this.#variables = this.#declaredVariables();
    this.#functions = this.#declaredFunctions();
    if (source.outer === undefined) reportUndeclared(run, source.given, this.#parameters);
  }

  get deploymentName(): Value | undefined {
    return this.source.outer?.template.deploymentName ?? this.source.deploymentName;
  }

  get contentVersion(): string | undefined {
    return textMember(this.source.root, 'contentVersion')?.value;
  }

  parameter(name: string, place: SourceRange): Value {
    if (this.source.outer !== undefined) return this.source.outer.template.parameter(name, place);
    const declaration = this.#parameters.get(name.toLowerCase());
    if (declaration === undefined) {
      const hint = didYouMean(
        name,
        [...this.#parameters.values()].map(one => one.name),
      );
      return this.run.wrong('arm-reference', `The template declares no parameter '${name}'.${hint}`, place);
    }
    return this.#once(`parameter '${declaration.name}'`, place, () => this.#parameterValue(declaration));
  }

  /** Holds every value that was given against its type, whether the template reads it or not. */
  checkGiven(): void {
    for (const [name, { place }] of this.source.given) {
      if (this.#parameters.has(name)) this.parameter(name, place);
    }
  }

  #parameterValue(declaration: ParameterDeclaration): Value {
    const given = this.source.given.get(declaration.name.toLowerCase());
    const value = given?.value();
    if (given !== undefined && value !== undefined)
      return checkedValue(this.run, declaration, value, given.place);
    const fallback = member(declaration.node, 'defaultValue');
    if (fallback === undefined) return missingValue(this.run, declaration, this.source.missing);
    return checkedValue(this.run, declaration, evaluateNode(fallback, this.frame), fallback.range);
  }

  variable(name: string, place: SourceRange): Value {
    if (this.source.outer !== undefined) return this.source.outer.template.variable(name, place);
    const variable = this.#variables.get(name.toLowerCase());
    if (variable === undefined) {
      const hint = didYouMean(
        name,
        [...this.#variables.values()].map(one => one.name),
      );
      return this.run.wrong('arm-reference', `The template declares no variable '${name}'.${hint}`, place);
    }
    const word = isLoweredTemplate(this.source.root) ? 'var' : 'variable';
    const step = { range: variable.place, text: `${word} ${variable.name}` };
    return this.#once(`variable '${variable.name}'`, place, () => passedThrough(variable.evaluate(), step));
  }

  /** Evaluates what has a name, once; a name that is met again meanwhile stands in a circle. */
  #once(what: string, place: SourceRange, evaluate: () => Value): Value {
    const known = this.#values.get(what.toLowerCase());
    if (known === BUSY) return this.run.wrong('arm-cycle', `The ${what} refers to itself.`, place);
    if (known !== undefined) return known;
    this.#values.set(what.toLowerCase(), BUSY);
    const errorsBefore = this.run.errorsKept;
    const value = evaluate();
    // An error that was not reported is looked for again when the value is needed for certain.
    if (this.run.errorsKept === errorsBefore) this.#values.set(what.toLowerCase(), value);
    else this.#values.delete(what.toLowerCase());
    return value;
  }

  userFunction(namespace: string, name: string): UserFunction | undefined {
    if (this.source.outer !== undefined) return this.source.outer.template.userFunction(namespace, name);
    return this.#functions.get(`${namespace}.${name}`.toLowerCase());
  }

  /** Every instance that the template declares, those of a false condition included. */
  get instances(): readonly Instance[] {
    if (this.#instances === undefined) {
      this.#instances = [];
      declareInstances(member(this.source.root, 'resources'), this.frame, this.#instances);
    }
    return this.#instances;
  }

  symbol(name: string): SymbolTarget | undefined {
    const { chosen, isIndexed } = this.#instancesOf(name);
    const [first] = chosen;
    if (first === undefined) return this.source.outer?.template.symbol(name);
    return {
      isLoop: first.loop !== undefined && !isIndexed,
      instances: chosen.map(({ address, type, name }) => ({ address, type: textWithGaps(type), name })),
      countUnknown: first.loop !== undefined && first.key === undefined,
      apiVersion: textMember(first.node, 'apiVersion')?.value,
    };
  }

  /** What a symbolic name, or one of a loop with its number, stands for. */
  #instancesOf(name: string): { readonly chosen: readonly Instance[]; readonly isIndexed: boolean } {
    const [, symbol = name, index] = /^(.*?)\[(\d+)\]$/.exec(name) ?? [];
    const own = this.instances.filter(instance => instance.symbol?.toLowerCase() === symbol.toLowerCase());
    if (index === undefined) return { chosen: own, isIndexed: false };
    const chosen = own.filter(({ key }) => key === Number(index) || key === undefined);
    return { chosen, isIndexed: true };
  }

  locate(target: Value): string | undefined {
    if (target.kind === 'unknown' && target.reference !== undefined) return target.reference.address;
    const text = textWithGaps(target);
    if (text === '') return undefined;
    const symbol = target.kind === 'string' ? this.symbol(target.value) : undefined;
    if (symbol !== undefined) return symbol.isLoop ? undefined : symbol.instances[0]?.address;
    const address = isRelativeId(text) ? text : addressInId(text);
    return address ?? this.#instanceNamed(text)?.address;
  }

  /** A bare name is enough where the template has one resource of it. */
  #instanceNamed(name: string): Instance | undefined {
    const wanted = name.toLowerCase();
    const found = this.instances.filter(instance => textWithGaps(instance.name).toLowerCase() === wanted);
    return found.find(isDeployment) ?? found[0];
  }

  deploymentOutputs(address: string, place: SourceRange, symbol?: string): Value | undefined {
    // Two deployments in two resource groups can have one name.
    const named = symbol === undefined ? undefined : this.#instancesOf(symbol).chosen[0];
    const instance = named ?? this.#instanceAt(address);
    if (instance === undefined) return this.source.outer?.template.deploymentOutputs(address, place, symbol);
    if (!isDeployment(instance)) return undefined;
    const template = this.nested(instance);
    if (template === undefined) return unavailableContent(instance, place);
    const outputs = template.outputs;
    if (outputs === BUSY) {
      const name = textWithGaps(instance.name);
      return this.run.broken(
        'arm-cycle',
        `The outputs of the deployment '${name}' refer to themselves.`,
        place,
      );
    }
    const origin = computedAt(place);
    const open = [
      'provisioningState',
      'correlationId',
      'timestamp',
      'duration',
      'mode',
      'parameters',
      'outputResources',
    ];
    return objectValue(
      [
        [
          'outputs',
          objectValue(
            [...outputs].map(
              ([name, value]) => [name, objectValue([['value', value] as const], origin)] as const,
            ),
            origin,
          ),
        ] as const,
        ...open.map(name => [name, decidedAtDeployment(name, place)] as const),
      ],
      origin,
    );
  }

  #instanceAt(address: string): Instance | undefined {
    if (this.#byAddress === undefined) {
      const { instances } = this;
      this.#byAddress = new Map();
      for (const instance of instances) {
        const key = canonicalAddress(instance.address);
        if (!this.#byAddress.has(key) || instance.deployed) this.#byAddress.set(key, instance);
      }
    }
    return this.#byAddress.get(canonicalAddress(address));
  }

  /** The template of a deployment in this one, when it can be read. */
  nested(instance: Instance): Template | undefined {
    if (!this.#nested.has(instance)) {
      const source = openDeployment(instance, this.source);
      this.#nested.set(instance, source === undefined ? undefined : new Template(this.run, source));
    }
    return this.#nested.get(instance);
  }

  get outputs(): ReadonlyMap<string, Value> | typeof BUSY {
    if (this.#outputs === undefined) {
      this.#outputs = BUSY;
      const outputs = new Map<string, Value>();
      for (const { name, value } of objectMember(this.source.root, 'outputs')?.members ?? []) {
        const output = this.#outputValue(name.value, value);
        if (output === undefined) continue;
        outputs.set(name.value, passedThrough(output, { range: name.range, text: `output ${name.value}` }));
      }
      this.#outputs = outputs;
    }
    return this.#outputs;
  }

  /** The outputs, for a reader outside of their own evaluation. */
  evaluatedOutputs(): ReadonlyMap<string, Value> {
    const { outputs } = this;
    return outputs === BUSY ? new Map() : outputs;
  }

  #outputValue(name: string, node: JsonNode): Value | undefined {
    const condition = member(node, 'condition');
    const decided = condition === undefined ? undefined : evaluateNode(condition, this.frame);
    if (decided?.kind === 'bool' && !decided.value) return undefined;
    const copy = objectMember(node, 'copy');
    const [count, input] = [member(copy, 'count'), member(copy, 'input')];
    if (count !== undefined && input !== undefined)
      return copiedValues(name, count, input, this.frame, evaluateNode);
    const value = member(node, 'value');
    if (value !== undefined) return evaluateNode(value, this.frame);
    const text = `output ${name} has no value`;
    return unknown({ kind: 'error', text, range: node.range }, computedAt(node.range));
  }

  #ownFrame(): Frame {
    return { template: this, loops: [], lambdas: new Map(), inResource: false, depth: 0 };
  }

  #declaredVariables(): Map<string, Variable> {
    const variables = new Map<string, Variable>();
    const declare = (name: string, place: SourceRange, evaluate: () => Value): void => {
      variables.set(name.toLowerCase(), { name, place, evaluate });
    };
    for (const { name, value } of objectMember(this.source.root, 'variables')?.members ?? []) {
      const copies = name.value.toLowerCase() === 'copy' ? copyEntries(value) : undefined;
      if (copies === undefined) declare(name.value, name.range, () => evaluateNode(value, this.frame));
      for (const { name: copyName, count, input } of copies ?? []) {
        declare(copyName.value, copyName.range, () =>
          copiedValues(copyName.value, count, input, this.frame, evaluateNode),
        );
      }
    }
    return variables;
  }

  #declaredFunctions(): Map<string, UserFunction> {
    const functions = new Map<string, UserFunction>();
    const spaces = member(this.source.root, 'functions');
    for (const space of spaces?.kind === 'array' ? spaces.elements : []) {
      const namespace = textMember(space, 'namespace')?.value ?? '';
      for (const { name, value } of objectMember(space, 'members')?.members ?? []) {
        const output = member(member(value, 'output'), 'value');
        if (output === undefined) continue;
        const parameters = parameterNames(member(value, 'parameters'));
        functions.set(`${namespace}.${name.value}`.toLowerCase(), { parameters, output, frame: this.frame });
      }
    }
    return functions;
  }
}

/** What a module that is not here gives. */
function unavailableContent({ node }: Instance, place: SourceRange): Value | undefined {
  if (!isLoweredModule(node) || !('unavailable' in node.module)) return undefined;
  return unknown(node.module.unavailable, computedAt(place));
}

const parameterNames = (node: JsonNode | undefined): readonly string[] =>
  node?.kind === 'array'
    ? node.elements.map(one => (textMember(one, 'name')?.value ?? '').toLowerCase())
    : [];

function declaredParameters(root: JsonObject): Map<string, ParameterDeclaration> {
  const declared = new Map<string, ParameterDeclaration>();
  const word = isLoweredTemplate(root) ? 'param' : 'parameter';
  for (const [key, { name, value }] of membersByName(member(root, 'parameters'))) {
    if (value.kind !== 'object') continue;
    const node = withDefinition(value, root);
    declared.set(key, { name: name.value, place: name.range, node, root, word });
  }
  return declared;
}
