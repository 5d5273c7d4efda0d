import { computedAt, listValue, objectValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { textWithGaps } from '../../value/resource-id.ts';
import { STRING } from '../../value/type.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import type { StringValue, UnknownValue, Value } from '../../value/value.ts';
import { addressInId, addressOf, addressUnder, resourceIdValue } from '../address.ts';
import { entryOf } from '../equality.ts';
import { managementGroupName, resourceGroupName, scopeText, subscriptionId } from '../target.ts';
import {
  type ArmFunction,
  decidedAtDeployment,
  eager,
  type FunctionCall,
  FunctionError,
  textArgument,
  wrongKind,
} from './definition.ts';

const ANY_NUMBER = Number.POSITIVE_INFINITY;

/** Arguments before the type are scopes; the names after it are as many as the type has segments. */
interface IdArguments {
  readonly scopes: readonly Value[];
  readonly type: string;
  readonly names: readonly Value[];
}

/** `undefined` when the type is not known. */
function idArguments(args: readonly Value[], mostScopes: number): IdArguments | undefined {
  for (let index = 0; index <= mostScopes; index++) {
    const written = args[index];
    if (written?.kind !== 'string' || !/^[\w-]+(\.[\w-]+)+\/\S/.test(written.value)) continue;
    // Many templates write `Microsoft.Network/publicIPAddresses/`, which Resource Manager takes.
    const type = written.value.replace(/\/+$/, '');
    const names = args.slice(index + 1);
    const needed = type.split('/').length - 1;
    if (names.length !== needed) {
      throw new FunctionError(`needs ${needed} names for the type '${type}', not ${names.length}`);
    }
    return { scopes: args.slice(0, index), type, names };
  }
  if (args.slice(0, mostScopes + 1).some(arg => arg.kind === 'unknown')) return undefined;
  throw new FunctionError("finds no resource type such as 'Microsoft.Compute/disks' among its arguments");
}

type Piece = string | StringValue | UnknownValue;

const piece = (value: Value): Piece =>
  value.kind === 'string' || value.kind === 'unknown' ? value : textWithGaps(value);

type ScopeOf = (
  scopes: readonly Value[],
  call: FunctionCall,
) => { readonly id: readonly Piece[]; readonly text: string };

const idFunction = (mostScopes: number, scopeOf: ScopeOf): ArmFunction =>
  eager(2, ANY_NUMBER, (args, call) => {
    const origin = computedAt(call.range, args);
    const found = idArguments(args, mostScopes);
    if (found === undefined) return unknownFrom(args, origin, { type: STRING });
    const scope = scopeOf(found.scopes, call);
    const address = addressOf(found.type, found.names.map(textWithGaps).join('/'));
    const scoped = scope.text === '' ? address : addressUnder(scope.text, address);
    return resourceIdValue(scope.id, found.type, found.names, scoped, origin);
  });

/** `resourceId` of the level that the template is deployed to. */
function ownScope(scopes: readonly Value[], call: FunctionCall): ReturnType<ScopeOf> {
  const { target } = call.frame.template;
  const [subscription, group] =
    scopes.length > 1 ? scopes : [target.subscription, scopes[0] ?? target.resourceGroup];
  const own = piece(subscription ?? subscriptionId(target, call.range));
  const text = scopeText(subscription, group);
  if (group === undefined && target.level === 'subscription') return { id: ['/subscriptions/', own], text };
  if (group === undefined && target.level !== 'resourceGroup') return { id: [], text };
  const groupPiece = piece(group ?? resourceGroupName(target, call.range));
  return { id: ['/subscriptions/', own, '/resourceGroups/', groupPiece], text };
}

function subscriptionScope([given]: readonly Value[], call: FunctionCall): ReturnType<ScopeOf> {
  const { target } = call.frame.template;
  const subscription = given ?? target.subscription;
  const own = piece(subscription ?? subscriptionId(target, call.range));
  return { id: ['/subscriptions/', own], text: scopeText(subscription, undefined) };
}

function managementGroupScope([given]: readonly Value[], call: FunctionCall): ReturnType<ScopeOf> {
  const name = piece(given ?? managementGroupName(call.frame.template.target, call.range));
  return { id: ['/providers/Microsoft.Management/managementGroups/', name], text: '' };
}

function extensionId(args: readonly Value[], call: FunctionCall): Value {
  const [base, ...rest] = args;
  const origin = computedAt(call.range, args);
  const found = idArguments(rest, 0);
  if (base === undefined || found === undefined) return unknownFrom(args, origin, { type: STRING });
  const address = addressOf(found.type, found.names.map(textWithGaps).join('/'));
  return resourceIdValue(
    [piece(base)],
    found.type,
    found.names,
    addressUnder(scopeAddress(base), address),
    origin,
  );
}

function scopeAddress(base: Value): string {
  if (base.kind === 'unknown' && base.reference !== undefined) return base.reference.address;
  const text = textWithGaps(base);
  return addressInId(text) ?? text;
}

/** What a resource is like after deployment, unless it is a deployment whose outputs are at hand. */
function reference(args: readonly Value[], call: FunctionCall): Value {
  const [target, , full] = args;
  const { template } = call.frame;
  if (target === undefined) throw wrongKind('a resource', target);
  const origin = computedAt(call.range, [target]);
  const address = template.locate(target);
  if (address === undefined) return afterDeployment(undefined, origin, []);
  const isFull = full?.kind === 'string' && full.value.toLowerCase() === 'full';
  const symbol = target.kind === 'string' ? target.value : undefined;
  const outputs = template.deploymentOutputs(address, call.range, symbol);
  if (outputs === undefined) return afterDeployment(address, origin, isFull ? [] : ['properties']);
  return isFull ? wholeDeployment(outputs, call) : outputs;
}

/** What `reference(…, 'Full')` has besides the properties. Source: Microsoft Learn, "Resource functions", 2025. */
const AROUND_PROPERTIES = [
  'apiVersion',
  'location',
  'tags',
  'subscriptionId',
  'resourceGroupName',
  'resourceId',
  'referenceApiVersion',
  'scope',
  'condition',
  'isConditionTrue',
  'isTemplateResource',
  'isAction',
  'provisioningState',
];

function wholeDeployment(properties: Value, { name, range }: FunctionCall): Value {
  const open = AROUND_PROPERTIES.map(
    property => [property, decidedAtDeployment(`${name}().${property}`, range)] as const,
  );
  return objectValue([['properties', properties] as const, ...open], computedAt(range));
}

function afterDeployment(address: string | undefined, origin: Origin, path: readonly string[]): UnknownValue {
  const { range } = origin;
  const text = `${address ?? 'a resource'} is known only after deployment`;
  const details = address === undefined ? {} : { reference: { address, path } };
  return unknown({ kind: 'provider', text, range }, origin, details);
}

/** What a deployment puts out, with its secrets: `listOutputsWithSecureValues('module', '…').password`. */
function secureOutputs([target]: readonly Value[], call: FunctionCall): Value {
  const { template } = call.frame;
  const address = target === undefined ? undefined : template.locate(target);
  const symbol = target?.kind === 'string' ? target.value : undefined;
  const found = address === undefined ? undefined : template.deploymentOutputs(address, call.range, symbol);
  const outputs = found?.kind === 'object' ? entryOf(found, 'outputs') : undefined;
  if (outputs?.kind !== 'object') return openList(call);
  const values = [...outputs.entries].flatMap(([name, output]) => {
    const value = output.kind === 'object' ? entryOf(output, 'value') : undefined;
    return value === undefined ? [] : [[name, { ...value, sensitive: true }] as const];
  });
  return objectValue(values, computedAt(call.range));
}

/** `references('loop')`: what every copy is like after deployment. */
function references([name, full]: readonly Value[], call: FunctionCall): Value {
  const origin = computedAt(call.range);
  const found = call.frame.template.symbol(textArgument(name));
  if (found === undefined)
    throw new FunctionError(`finds no resource with the symbolic name '${textArgument(name)}'`);
  if (found.countUnknown) return afterDeployment(undefined, origin, []);
  const path = full === undefined ? ['properties'] : [];
  return listValue(
    found.instances.map(({ address }) => {
      const outputs = call.frame.template.deploymentOutputs(address, call.range);
      return outputs ?? afterDeployment(address, origin, path);
    }),
    origin,
  );
}

function resourceInfo([name]: readonly Value[], call: FunctionCall): Value {
  const origin = computedAt(call.range);
  const found = call.frame.template.symbol(textArgument(name));
  const [instance] = found?.instances ?? [];
  if (found === undefined || instance === undefined) {
    throw new FunctionError(`finds no resource with the symbolic name '${textArgument(name)}'`);
  }
  const { address, type } = instance;
  return objectValue(
    [
      ['id', afterDeployment(address, origin, ['id'])] as const,
      ['name', instance.name] as const,
      ['type', stringValue(type, origin)] as const,
      ['apiVersion', stringValue(found.apiVersion ?? '', origin)] as const,
    ],
    origin,
  );
}

/** `listKeys` and all its like: the platform answers them at deployment, mostly with secrets. */
export const LIST_FUNCTION: ArmFunction = eager(1, 3, (_, call) => openList(call));

function openList({ name, range }: FunctionCall): Value {
  return { ...decidedAtDeployment(`${name}()`, range), sensitive: true };
}

const atDeployment = (min: number, max: number): ArmFunction =>
  eager(min, max, (_, call) => decidedAtDeployment(`${call.name}()`, call.range));

export const RESOURCE_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  resourceId: idFunction(2, ownScope),
  subscriptionResourceId: idFunction(1, subscriptionScope),
  managementGroupResourceId: idFunction(1, managementGroupScope),
  tenantResourceId: idFunction(0, () => ({ id: [], text: '' })),
  extensionResourceId: eager(3, ANY_NUMBER, extensionId),
  reference: eager(1, 3, reference),
  references: eager(1, 2, references),
  resourceInfo: eager(1, 1, resourceInfo),
  list: LIST_FUNCTION,
  listOutputsWithSecureValues: eager(1, 2, secureOutputs),
  invokeResourceMethod: atDeployment(2, 3),
  providers: atDeployment(1, 2),
  pickZones: atDeployment(3, 5),
  toLogicalZone: atDeployment(3, 3),
  toLogicalZones: atDeployment(3, 3),
  toPhysicalZone: atDeployment(3, 3),
  toPhysicalZones: atDeployment(3, 3),
  roleDefinitions: atDeployment(1, 1),
};
