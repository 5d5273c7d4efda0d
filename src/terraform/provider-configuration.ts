import { computedAt, defaultAt, objectValue, stringValue } from '../value/make.ts';
import type { ProviderConfiguration } from '../value/resource.ts';
import type { Value } from '../value/value.ts';
import { argumentValue } from './blocks.ts';
import { bodyAttribute, type Configuration, type ResourceDeclaration } from './configuration.ts';
import { evaluate } from './expression.ts';
import type { Block, Expression } from './hcl/ast.ts';
import { keyText } from './instances.ts';
import { LazyEntries } from './open-object.ts';
import { bind, type Scope } from './scope.ts';

/**
 * Which provider configuration makes a resource
 * (https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider and
 * https://developer.hashicorp.com/terraform/language/modules/develop/providers). A provider that is passed into a
 * module is followed to the block that configures it; the default one is also found without being passed.
 */

/** A module instance, as far as its providers are concerned. */
export interface ProviderPlace {
  readonly configuration: Configuration;
  readonly place: { readonly prefix: string };
  readonly scope: Scope;
  /** The call that makes it and the module that the call stands in; the root module has none. */
  readonly caller:
    | { readonly module: ProviderPlace; readonly call: Block; readonly scope: Scope }
    | undefined;
}

/** How a provider is named in a module: `hyperv`, `hyperv.host2`, `hyperv.by_site["a"]` (OpenTofu). */
interface ProviderName {
  readonly name: string;
  readonly alias: string | undefined;
  readonly key: string | number | undefined;
}

/** `undefined` when it cannot be told. */
export function providerOf(
  declaration: ResourceDeclaration,
  scope: Scope,
  module: ProviderPlace,
): ProviderConfiguration | undefined {
  const { block, type } = declaration;
  const stated = bodyAttribute(block.body, 'provider');
  const name =
    stated === undefined
      ? { name: type.split('_')[0] ?? type, alias: undefined, key: undefined }
      : nameIn(stated.value, scope);
  return name === undefined ? undefined : configurationOf(name, module, block);
}

function configurationOf(
  wanted: ProviderName,
  module: ProviderPlace,
  user: Block,
): ProviderConfiguration | undefined {
  const { name, alias, key } = wanted;
  const block = module.configuration.settings.find(
    ({ type, labels, body }) =>
      type === 'provider' &&
      labels[0]?.text === name &&
      textOf(bodyAttribute(body, 'alias')?.value) === alias,
  );
  const address = `${module.place.prefix}provider.${name}${alias === undefined ? '' : `.${alias}`}${keyText(key)}`;
  if (block !== undefined) {
    return { address, range: block.header, body: bodyOf(block, instanceScope(block, key, module.scope)) };
  }
  const { caller } = module;
  if (caller === undefined) {
    // Without a block the provider's own defaults and the environment configure it.
    const range = user.header;
    return alias === undefined ? { address, range, body: objectValue([], defaultAt(range)) } : undefined;
  }
  const passed = passedProvider(wanted, caller.call, caller.scope);
  if (passed === 'unknown') return undefined;
  const outside = passed ?? (alias === undefined ? wanted : undefined);
  return outside === undefined ? undefined : configurationOf(outside, caller.module, user);
}

/** What the block of one of several instances sees (OpenTofu: a provider with an alias can have `for_each`). */
function instanceScope(block: Block, key: string | number | undefined, scope: Scope): Scope {
  const forEach = bodyAttribute(block.body, 'for_each');
  if (forEach === undefined || key === undefined) return scope;
  const { range } = forEach.value;
  const collection = evaluate(forEach.value, scope);
  const name = stringValue(String(key), computedAt(range));
  const value =
    collection.kind === 'object'
      ? collection.entries.get(name.value)
      : collection.kind === 'unknown'
        ? collection
        : name;
  const each = objectValue(
    [
      ['key', name],
      ['value', value ?? name],
    ],
    computedAt(range),
  );
  return bind(scope, 'each', each);
}

/** Evaluated only when it is read: it may hold secrets and other things that no policy asks for. */
function bodyOf(block: Block, scope: Scope): ProviderConfiguration['body'] {
  const attributes = new Map(block.body.attributes.map(attribute => [attribute.name, attribute]));
  const read = (name: string): Value => {
    const attribute = attributes.get(name);
    if (attribute === undefined) throw new Error(`argument ${name} was not looked up`);
    return argumentValue(attribute, scope);
  };
  return objectValue(new LazyEntries(attributes.keys(), read), defaultAt(block.header));
}

/** What the `providers` argument of a module call gives to the module under a name. */
function passedProvider(
  { name, alias, key }: ProviderName,
  call: Block,
  scope: Scope,
): ProviderName | 'unknown' | undefined {
  const providers = bodyAttribute(call.body, 'providers')?.value;
  if (providers === undefined) return undefined;
  if (providers.kind !== 'object') return 'unknown';
  const item = providers.items.find(
    ({ key: inner }) => dottedName(inner) === [name, ...(alias === undefined ? [] : [alias])].join('.'),
  );
  if (item === undefined) return undefined;
  const outer = nameIn(item.value, scope);
  if (outer === undefined) return 'unknown';
  // `hyperv.hosts = hyperv.hosts` passes all instances on; the resource in the module picks one.
  return outer.key === undefined ? { ...outer, key } : outer;
}

/** A reference to a provider; `undefined` when it is none, or its key is not known. */
function nameIn(expression: Expression, scope: Scope): ProviderName | undefined {
  if (expression.kind === 'index') {
    const collection = nameIn(expression.object, scope);
    const key = evaluate(expression.index, scope);
    if (collection === undefined || (key.kind !== 'string' && key.kind !== 'number')) return undefined;
    return { ...collection, key: key.value };
  }
  const [name, alias, ...others] = dottedName(expression)?.split('.') ?? [];
  return name === undefined || name === '' || others.length > 0 ? undefined : { name, alias, key: undefined };
}

/** `hyperv.host2`, also when it is quoted, as in the JSON syntax. */
function dottedName(expression: Expression): string | undefined {
  if (expression.kind === 'variable') return expression.name;
  if (expression.kind === 'attribute') {
    const object = dottedName(expression.object);
    return object === undefined ? undefined : `${object}.${expression.name}`;
  }
  return textOf(expression);
}

/** The text of a string without interpolation. */
function textOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== 'template') return undefined;
  const [part, ...others] = expression.parts;
  return part?.kind === 'text' && others.length === 0 ? part.text : undefined;
}
