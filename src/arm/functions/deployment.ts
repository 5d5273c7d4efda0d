import { computedAt, objectValue, stringValue } from '../../value/make.ts';
import { joinText } from '../../value/text.ts';
import { STRING } from '../../value/type.ts';
import type { StringValue, UnknownValue, Value } from '../../value/value.ts';
import { managementGroupName, resourceGroupName, subscriptionId } from '../target.ts';
import { type ArmFunction, decidedAtDeployment, eager, type FunctionCall } from './definition.ts';
import { environment } from './environment.ts';

/** An object whose properties the platform fills in at deployment, but those given. */
function scopeObject(
  call: FunctionCall,
  known: Readonly<Record<string, Value>>,
  open: readonly string[],
): Value {
  const entries = new Map<string, Value>(Object.entries(known));
  for (const name of open) {
    entries.set(name, decidedAtDeployment(`${call.name}().${name}`, call.range, STRING));
  }
  return objectValue(entries, computedAt(call.range));
}

const asPiece = (value: Value): StringValue | UnknownValue | string =>
  value.kind === 'string' || value.kind === 'unknown' ? value : '';

function subscription(call: FunctionCall): Value {
  const id = subscriptionId(call.frame.template.target, call.range);
  const resourceId = joinText(['/subscriptions/', asPiece(id)], computedAt(call.range));
  return scopeObject(call, { id: resourceId, subscriptionId: id }, ['tenantId', 'displayName']);
}

function resourceGroup(call: FunctionCall): Value {
  const { target } = call.frame.template;
  const origin = computedAt(call.range);
  const name = resourceGroupName(target, call.range);
  const own = subscriptionId(target, call.range);
  const id = joinText(['/subscriptions/', asPiece(own), '/resourceGroups/', asPiece(name)], origin);
  const type = stringValue('Microsoft.Resources/resourceGroups', origin);
  return scopeObject(call, { id, name, type }, ['location', 'tags', 'managedBy', 'properties']);
}

function managementGroup(call: FunctionCall): Value {
  const name = managementGroupName(call.frame.template.target, call.range);
  const origin = computedAt(call.range);
  const id = joinText(['/providers/Microsoft.Management/managementGroups/', asPiece(name)], origin);
  return scopeObject(call, { id, name }, ['type', 'properties']);
}

function deployment(call: FunctionCall): Value {
  const { deploymentName, contentVersion } = call.frame.template;
  const origin = computedAt(call.range);
  const template = scopeObject(
    call,
    contentVersion === undefined ? {} : { contentVersion: stringValue(contentVersion, origin) },
    ['metadata', 'parameters', 'variables', 'resources', 'outputs', '$schema'],
  );
  const uri = decidedAtDeployment('the address that the template is deployed from', call.range, STRING);
  const templateLink = scopeObject(call, { uri }, ['id', 'contentVersion']);
  const properties = scopeObject(call, { template, templateLink }, [
    'parameters',
    'mode',
    'provisioningState',
  ]);
  const named = deploymentName === undefined ? {} : { name: deploymentName };
  return scopeObject(
    call,
    { ...named, properties },
    deploymentName === undefined ? ['name', 'location'] : ['location'],
  );
}

/** The clouds differ in it, and the template does not tell which one it goes to. */
const open = (min = 0, max = 0): ArmFunction =>
  eager(min, max, (_, call) => decidedAtDeployment(`${call.name}()`, call.range));

export const DEPLOYMENT_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  subscription: eager(0, 0, (_, call) => subscription(call)),
  resourceGroup: eager(0, 0, (_, call) => resourceGroup(call)),
  managementGroup: eager(0, 0, (_, call) => managementGroup(call)),
  deployment: eager(0, 0, (_, call) => deployment(call)),
  tenant: open(),
  environment,
  deployer: open(),
  externalInputs: open(1, 2),
  extensions: open(1, 1),
  target: open(0, 1),
};
