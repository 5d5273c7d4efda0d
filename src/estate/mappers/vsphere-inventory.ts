import { computedAt } from '../../value/make.ts';
import { readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { reasonsIn, unknown } from '../../value/unknown.ts';
import type { Reference, UnknownValue, Value } from '../../value/value.ts';

/** Every type of the hashicorp/vsphere provider that the mapper reads; version 2.13 of its schema. */
export const VSPHERE_TYPES: ReadonlySet<string> = new Set([
  'vsphere_virtual_machine',
  'vsphere_virtual_machine_snapshot',
  'vsphere_virtual_disk',
  'vsphere_nas_datastore',
  'vsphere_vmfs_datastore',
  'vsphere_datastore_cluster',
  'vsphere_datastore',
  'vsphere_compute_cluster',
  'vsphere_compute_cluster_vm_affinity_rule',
  'vsphere_compute_cluster_vm_anti_affinity_rule',
  'vsphere_compute_cluster_vm_host_rule',
  'vsphere_compute_cluster_vm_group',
  'vsphere_compute_cluster_host_group',
  'vsphere_drs_vm_override',
  'vsphere_ha_vm_override',
  'vsphere_storage_drs_vm_override',
  'vsphere_resource_pool',
  'vsphere_vapp_container',
  'vsphere_vapp_entity',
  'vsphere_host',
  'vsphere_datacenter',
  'vsphere_guest_os_customization',
  'vsphere_network',
  'vsphere_distributed_port_group',
  'vsphere_host_port_group',
  'vsphere_tag',
  'vsphere_tag_category',
]);

/** The vSphere resources and data sources of a deployment, by what refers to them. */
export class VsphereInventory {
  readonly #byAddress = new Map<string, Resource>();
  readonly #byType = new Map<string, Resource[]>();

  constructor(resources: readonly Resource[]) {
    for (const resource of resources) {
      if (!VSPHERE_TYPES.has(resource.type)) continue;
      this.#byAddress.set(resource.address, resource);
      if (resource.mode !== 'managed') continue;
      this.#byType.set(resource.type, [...(this.#byType.get(resource.type) ?? []), resource]);
    }
  }

  /** The managed resources of a type, in the order of the deployment. */
  managed(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  /** The resource or data source that a value refers to, by whatever attribute. */
  referred(value: Value | undefined): Resource | undefined {
    const reference = referenceOf(value);
    return reference === undefined || reference.instanceUnknown === true
      ? undefined
      : this.#byAddress.get(reference.address);
  }

  at(address: string): Resource | undefined {
    return this.#byAddress.get(address);
  }

  /** The resources of a type that are about a machine, by the attribute that names it. */
  about(type: string, attribute: string, machine: string): readonly About[] {
    return this.managed(type).flatMap((resource): readonly About[] => {
      const target = readPath(resource.body, [attribute]);
      if (target?.kind !== 'unknown') return [];
      const origin = computedAt(resource.range);
      const { reference } = target;
      if (reference?.address === machine) {
        return [
          {
            resource,
            open: resource.uncertain === undefined ? undefined : unknown(resource.uncertain, origin),
          },
        ];
      }
      const mayBeThis =
        reference === undefined ||
        (reference.instanceUnknown === true && machine.startsWith(`${reference.address}[`));
      return mayBeThis ? [{ resource, open: unknown(reasonsIn([target]), origin) }] : [];
    });
  }
}

/** A resource about a machine. */
export interface About {
  readonly resource: Resource;
  /** Set when it cannot be told whether it is about this machine, or is deployed at all. */
  readonly open: UnknownValue | undefined;
}

export const referenceOf = (value: Value | undefined): Reference | undefined =>
  value?.kind === 'unknown' ? value.reference : undefined;

/** What an address names: `{ mode: 'data', type: 'vsphere_datastore' }`. */
export function kindOfAddress(
  address: string,
): { readonly mode: 'managed' | 'data'; readonly type: string } | undefined {
  const match = /(?:^|\.)(data\.)?([a-z0-9_]+)\.[^.[\]]+(?:\[.*\])?$/.exec(address);
  return match?.[2] === undefined
    ? undefined
    : { mode: match[1] === undefined ? 'managed' : 'data', type: match[2] };
}

/** The name that a resource or data source is declared with, when it is known. */
export const declaredName = (resource: Resource | undefined): string | undefined =>
  resource === undefined ? undefined : textIn(readPath(resource.body, ['name']));
