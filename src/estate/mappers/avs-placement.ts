import { boolValue, computedAt } from '../../value/make.ts';
import { readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { MachineRule } from '../model.ts';

/**
 * Placement policies of Azure VMware Solution about machines among themselves (Microsoft.AVS 2025-09-01, type `VmVm`). They
 * name machines by ids that Azure gives them, which no vSphere configuration has, so they may be about any.
 */
export function avsPlacementRules(
  resources: readonly Resource[],
  affinity: 'Affinity' | 'AntiAffinity',
): readonly MachineRule[] {
  return resources.flatMap((resource): readonly MachineRule[] => {
    const { type, mode, body, address, range } = resource;
    if (mode !== 'managed' || type.toLowerCase() !== POLICY) return [];
    const read = (name: string): Value | undefined =>
      readPath(body, ['properties', name], { ignoreCase: true });
    const is = (name: string, text: string): boolean =>
      textIn(read(name))?.toLowerCase() === text.toLowerCase();
    if (!is('type', 'VmVm') || !is('affinityType', affinity) || is('state', 'Disabled')) return [];
    const text = `which machines ${address} is about stands in the private cloud: compare its vmMembers`;
    return [
      {
        address,
        range,
        members: [],
        enabled: boolValue(true, computedAt(range)),
        mandatory: boolValue(true, computedAt(range)),
        membersUnknown: unknown({ kind: 'data', text, range }, computedAt(range)),
      },
    ];
  });
}

const POLICY = 'microsoft.avs/privateclouds/clusters/placementpolicies';
