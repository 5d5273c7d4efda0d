import type { SourceRange } from '../source/range.ts';
import { textWithGaps } from '../value/resource-id.ts';
import { STRING } from '../value/type.ts';
import type { Value } from '../value/value.ts';
import type { DeploymentTarget } from './frame.ts';
import { decidedAtDeployment } from './functions/definition.ts';

const OWN_GROUP = 'resourceGroup().name';
const OWN_SUBSCRIPTION = 'subscription().subscriptionId';

export const subscriptionId = (target: DeploymentTarget, range: SourceRange): Value =>
  target.subscription ?? decidedAtDeployment(OWN_SUBSCRIPTION, range, STRING);

export const resourceGroupName = (target: DeploymentTarget, range: SourceRange): Value =>
  target.resourceGroup ?? decidedAtDeployment(OWN_GROUP, range, STRING);

export const managementGroupName = (target: DeploymentTarget, range: SourceRange): Value =>
  target.managementGroup ?? decidedAtDeployment('managementGroup().name', range, STRING);

/** The run's own resource group or subscription, passed on: naming it is no other scope. */
export function isOwnScope(value: Value): boolean {
  if (value.kind !== 'unknown' || value.reasons.length !== 1) return false;
  const text = value.reasons[0]?.text ?? '';
  return text.startsWith(`${OWN_GROUP} is`) || text.startsWith(`${OWN_SUBSCRIPTION} is`);
}

/** `resourceGroups/rg2`, the part of an address for a scope that is not the run's own; empty for its own. */
export function scopeText(subscription: Value | undefined, resourceGroup: Value | undefined): string {
  const parts: string[] = [];
  if (subscription !== undefined && !isOwnScope(subscription)) {
    parts.push('subscriptions', textWithGaps(subscription));
  }
  if (resourceGroup !== undefined && !isOwnScope(resourceGroup)) {
    parts.push('resourceGroups', textWithGaps(resourceGroup));
  }
  return parts.join('/');
}

/** The level of a deployment by the schema of its template. */
export function levelOfSchema(schema: string | undefined): DeploymentTarget['level'] {
  const name = /\/(\w+)deploymentTemplate\.json/i.exec(schema ?? '')?.[1]?.toLowerCase();
  if (name === 'subscription') return 'subscription';
  if (name === 'managementgroup') return 'managementGroup';
  return name === 'tenant' ? 'tenant' : 'resourceGroup';
}

/** The target of a template that nothing is around: the run's own scope, at the level of its schema. */
export const ownTarget = (schema: string | undefined): DeploymentTarget => ({
  level: levelOfSchema(schema),
  subscription: undefined,
  resourceGroup: undefined,
  managementGroup: undefined,
});
