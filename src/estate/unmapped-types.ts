import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { readPath, textIn } from '../value/read.ts';
import type { Resource } from '../value/resource.ts';
import type { Mapper } from './mapper.ts';

/**
 * Resource types that build virtual machines, or what only those have, on platforms that exvet does not map.
 * Each is told to the user once a deployment, so that no Exchange server is passed over in silence.
 */
const MACHINE_TYPES: readonly (readonly [type: RegExp, platform: string])[] = [
  [
    /^microsoft\.recoveryservices\/vaults\/.*\/replication(?:protectionclusters|migrationitems)$/i,
    'Azure Site Recovery',
  ],
  [/^microsoft\.datareplication\/replicationvaults\/protecteditems$/i, 'Azure Migrate'],
  // A virtual machine of Azure Arc in the older form of an extension resource.
  [/^microsoft\.hybridcompute\/machines\/providers\/virtualmachine/i, 'Azure Arc, older form'],
  // Their machines are declared in Kubernetes, by manifests.
  [/^vsphere_(?:virtual_machine_class|supervisor)$/, 'vSphere Supervisor'],
  [/^aws_(?:instance|launch_template|spot_instance_request)$/, 'AWS'],
  [/^google_compute_instance(?:_template)?$/, 'Google Cloud'],
  [/^proxmox_(?:vm_qemu|virtual_environment_vm)$/, 'Proxmox'],
  [/^esxi_guest$/, 'ESXi'],
  [
    /^(?:nutanix_virtual_machine(?:_v2)?|vcd_vm|vcd_vapp_vm|openstack_compute_instance_v2|libvirt_domain|xenorchestra_vm|ovirt_vm|oci_core_instance)$/,
    'its platform',
  ],
];

/** One diagnostic for each type of an unmapped platform, at the first resource of it. */
export function unmappedTypes(
  resources: readonly Resource[],
  mappers: readonly Mapper[],
): readonly Diagnostic[] {
  const first = new Map<string, Resource>();
  for (const resource of resources) {
    const type = resource.type.toLowerCase();
    if (resource.mode === 'managed' && !first.has(type)) first.set(type, resource);
  }
  const unread = [...first.values()].flatMap(({ type, range }) => {
    if (mappers.some(mapper => mapper.handles(type))) return [];
    const platform = MACHINE_TYPES.find(([shape]) => shape.test(type))?.[1];
    if (platform === undefined) return [];
    const text = `exvet does not read '${type}' (${platform}) yet: Exchange servers built with it are not checked.`;
    return [diagnostic('estate-unsupported-type', text, range)];
  });
  return [...unread, ...registeredOnly(resources)];
}

const ARC_MACHINE = /^(?:azurerm_arc_machine|microsoft\.hybridcompute\/machines)$/i;
const ARC_VIRTUAL_MACHINE =
  /\/virtualmachineinstances$|^azurerm_system_center_virtual_machine_manager_virtual_machine_instance$/i;
/** The kinds of Arc machine that are virtual machines of a platform that exvet reads. */
const ARC_KINDS = /^(?:vmware|avs|hci|scvmm)$/i;

/** The first machine that a deployment without any virtual machine of Azure Arc registers there. */
function registeredOnly(resources: readonly Resource[]): readonly Diagnostic[] {
  if (resources.some(({ type }) => ARC_VIRTUAL_MACHINE.test(type))) return [];
  const machine = resources.find(
    ({ type, mode, body }) =>
      mode === 'managed' &&
      ARC_MACHINE.test(type) &&
      ARC_KINDS.test(textIn(readPath(body, ['kind'], { ignoreCase: true })) ?? ''),
  );
  if (machine === undefined) return [];
  const text = `The virtual machine behind '${machine.address}' is not declared here, only its registration with Azure Arc: if it runs Exchange, it is not checked.`;
  return [diagnostic('estate-unsupported-type', text, machine.range)];
}
