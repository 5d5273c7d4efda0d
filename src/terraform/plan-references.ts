import { type JsonNode, jsonMember } from '../source/json.ts';
import type { Reference } from '../value/value.ts';
import { elementsOf, type PlannedResource, textAt } from './plan-document.ts';

/** What the configuration in a plan says of an argument whose value is known only after apply. */
export interface Dependence {
  /** The references in the expression, as Terraform writes them: `azurerm_subnet.a.id`. */
  readonly references: readonly string[];
  /** The one attribute that the value is, if it is one. */
  readonly reference: Reference | undefined;
}

const NOTHING: Dependence = { references: [], reference: undefined };

/** Modules that pass a value on to each other beyond this end the search. */
const MAX_HOPS = 32;

/**
 * The expressions of a plan's configuration. Terraform writes constants and the references of anything else,
 * each with its own beginnings: `azurerm_subnet.a["x"].id`, `azurerm_subnet.a["x"]`, `azurerm_subnet.a`.
 * Locals and dynamic blocks are not in it.
 */
export class PlanReferences {
  readonly #root: JsonNode | undefined;
  readonly #addresses: ReadonlySet<string>;
  /** By the names of the calls, `a.b`. */
  readonly #modules = new Map<string, JsonNode | undefined>();
  /** The resources that a module declares, by `azurerm_subnet.s` or `data.azurerm_subnet.s`. */
  readonly #declared = new Map<JsonNode | undefined, ReadonlyMap<string, JsonNode>>();

  constructor(configuration: JsonNode | undefined, addresses: ReadonlySet<string>) {
    this.#root = configuration;
    this.#addresses = addresses;
  }

  #declarationOf(resource: PlannedResource): JsonNode | undefined {
    const prefix = resource.mode === 'data' ? 'data.' : '';
    const module = this.#moduleAt(callNames(resource.module));
    return this.#declaredIn(module).get(`${prefix}${resource.type}.${resource.name}`);
  }

  /** The key of the provider configuration that makes a resource: `hyperv.host2`, `module.a:hyperv`. */
  providerKeyOf(resource: PlannedResource): string | undefined {
    return textAt(this.#declarationOf(resource), 'provider_config_key');
  }

  /** What decides the value at `path` of a resource. */
  of(resource: PlannedResource, path: readonly (string | number)[]): Dependence {
    const declared = this.#declarationOf(resource);
    const expression = expressionAt(jsonMember(declared, 'expressions'), path);
    const references = furthest(referencesIn(expression));
    const target = this.#follow(references, resource.module, keyText(resource.key), 0);
    const reference = target === undefined ? undefined : this.#identified(target, path);
    return references.length === 0 ? NOTHING : { references, reference };
  }

  /** The resource attribute that the references lead to, through variables and outputs of modules. */
  #follow(
    references: readonly string[],
    module: string,
    ownKey: string | undefined,
    hops: number,
  ): string | undefined {
    const targets = references.filter(text => !/^(?:each|count|path|terraform)\./.test(text));
    const [only, ...others] = targets;
    if (only === undefined || others.length > 0 || hops > MAX_HOPS) return undefined;
    const prefix = module === '' ? '' : `${module}.`;
    const called = /^module\.([\w-]+)(\[[^\]]*\])?\.([\w-]+)$/.exec(only);
    if (called !== null) {
      const [, name = '', key = '', output = ''] = called;
      const inner = this.#moduleAt([...callNames(module), name]);
      const expression = jsonMember(jsonMember(jsonMember(inner, 'outputs'), output), 'expression');
      const there = `${prefix}module.${name}${key}`;
      return this.#follow(furthest(referencesIn(expression)), there, undefined, hops + 1);
    }
    const variable = /^var\.([\w-]+)$/.exec(only)?.[1];
    if (variable !== undefined) return this.#followArgument(variable, module, hops);
    if (/^(?:local|var|module|self)\./.test(only)) return undefined;
    // `azurerm_subnet.s[each.key]` leaves no more than the resource in the references.
    const isKeyed = references.length > targets.length && ownKey !== undefined;
    const keyed = `${prefix}${only}${ownKey ?? ''}`;
    return isKeyed && this.#addresses.has(keyed) ? keyed : prefix + only;
  }

  #followArgument(variable: string, module: string, hops: number): string | undefined {
    const names = callNames(module);
    const call = names.at(-1);
    if (call === undefined) return undefined;
    const caller = this.#moduleAt(names.slice(0, -1));
    const argument = jsonMember(jsonMember(moduleCall(caller, call), 'expressions'), variable);
    const [, outer = '', key] = /^(?:(.*)\.)?module\.[^.[]+(\[.*\])?$/.exec(module) ?? [];
    return this.#follow(furthest(referencesIn(argument)), outer, key, hops + 1);
  }

  /** Divides `module.m.azurerm_subnet.a["x"].id` into the resource and the path below it. */
  #identified(target: string, path: readonly (string | number)[]): Reference | undefined {
    const match =
      /^((?:module\.[^.[]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\.)*(?:data\.)?[\w-]+\.[\w-]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?)(.*)$/.exec(
        target,
      );
    const [, address, rest = ''] = match ?? [];
    if (address === undefined) return undefined;
    const below = pathIn(rest);
    // A key that is not constant hides what follows it; an argument that takes an id shows it.
    const argument = path.findLast(part => typeof part === 'string');
    if (below.length === 0 && !/(?:^|_)ids?$/.test(String(argument))) return undefined;
    const reference = { address, path: below.length === 0 ? ['id'] : below };
    const isInstance = this.#addresses.has(address) || address.endsWith(']');
    return isInstance ? reference : { ...reference, instanceUnknown: true };
  }

  #declaredIn(module: JsonNode | undefined): ReadonlyMap<string, JsonNode> {
    let declared = this.#declared.get(module);
    if (declared === undefined) {
      const resources = elementsOf(jsonMember(module, 'resources'));
      declared = new Map(resources.map(one => [textAt(one, 'address') ?? '', one]));
      this.#declared.set(module, declared);
    }
    return declared;
  }

  #moduleAt(names: readonly string[]): JsonNode | undefined {
    const key = names.join('.');
    if (!this.#modules.has(key)) {
      let module = this.#root;
      for (const name of names) module = jsonMember(moduleCall(module, name), 'module');
      this.#modules.set(key, module);
    }
    return this.#modules.get(key);
  }
}

const moduleCall = (module: JsonNode | undefined, name: string): JsonNode | undefined =>
  jsonMember(jsonMember(module, 'module_calls'), name);

/** `a`, `b` of `module.a["x"].module.b`. */
const callNames = (module: string): readonly string[] =>
  callSteps(module).map(step => step.replace(/\[.*$/s, ''));

/** `a["x"]`, `b` of `module.a["x"].module.b`. */
export function callSteps(module: string): readonly string[] {
  const step = /(?:^|\.)module\.([^.[]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?)/g;
  return [...module.matchAll(step)].map(([, text = '']) => text);
}

const keyText = (key: string | number | undefined): string | undefined =>
  key === undefined ? undefined : `[${JSON.stringify(key)}]`;

/** An expression, or for nested blocks an array of objects of them; a single block is an object. */
function expressionAt(from: JsonNode | undefined, path: readonly (string | number)[]): JsonNode | undefined {
  let at = from;
  for (const part of path) {
    if (isExpression(at)) return at;
    if (typeof part === 'string') at = jsonMember(at, part);
    else if (at?.kind === 'array') at = at.elements[part] ?? at.elements[0];
  }
  return at;
}

const isExpression = (node: JsonNode | undefined): boolean =>
  jsonMember(node, 'references')?.kind === 'array' || jsonMember(node, 'constant_value') !== undefined;

const referencesIn = (expression: JsonNode | undefined): readonly string[] =>
  elementsOf(jsonMember(expression, 'references')).flatMap(node =>
    node.kind === 'string' ? node.value : [],
  );

/** Without the references that are only the beginnings of others. */
const furthest = (references: readonly string[]): readonly string[] =>
  references.filter(
    one => !references.some(other => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)),
  );

/** `.id`, `[0].name`. */
const pathIn = (text: string): readonly (string | number)[] =>
  [...text.matchAll(/\.([\w-]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)].map(([, name, index, key]) =>
    index === undefined ? (name ?? key ?? '') : Number(index),
  );
