import { boolValue, computedAt } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown } from '../../value/unknown.ts';
import type { MachineRule } from '../model.ts';
import { type PathTable, property } from './resource-paths.ts';

type PolicyProperty = 'type' | 'affinity' | 'state';

/** Placement policies of Azure VMware Solution: Microsoft.AVS 2025-09-01. */
export const AVS_PLACEMENT: PathTable<PolicyProperty> = {
  'microsoft.avs/privateclouds/clusters/placementpolicies': {
    type: 'properties.type',
    affinity: 'properties.affinityType',
    state: 'properties.state',
  },
};

/**
 * The policies about machines among themselves. They name machines by ids that Azure gives them, which no vSphere
 * configuration has, so they may be about any.
 */
export function avsPlacementRules(
  resources: readonly Resource[],
  affinity: 'Affinity' | 'AntiAffinity',
): readonly MachineRule[] {
  return resources.flatMap((resource): readonly MachineRule[] => {
    const { address, range } = resource;
    const is = (name: PolicyProperty, text: string): boolean =>
      textIn(property(AVS_PLACEMENT, resource, name))?.toLowerCase() === text.toLowerCase();
    if (resource.mode !== 'managed' || !is('type', 'VmVm') || !is('affinity', affinity)) return [];
    if (is('state', 'Disabled')) return [];
    const text = `which machines ${address} is about stands in the private cloud: compare its vmMembers`;
    const origin = computedAt(range);
    return [
      {
        address,
        range,
        members: [],
        enabled: boolValue(true, origin),
        mandatory: boolValue(true, origin),
        membersUnknown: unknown({ kind: 'data', text, range }, origin),
      },
    ];
  });
}
