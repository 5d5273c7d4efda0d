import type { SourceRange } from '../source/range.ts';
import type { Resource } from '../value/resource.ts';
import type { Value } from '../value/value.ts';

/**
 * The Exchange estate: what the templates of one deployment would build, in Exchange's own terms. Mappers
 * fill it, policies judge it. Every leaf that a template can state is a `Value`, so that it can be unknown
 * and so that a finding can point at the text that it comes from. A fact that does not apply to a platform
 * (a VMDK's thin provisioning on Azure) is absent.
 */
export interface Estate {
  readonly servers: readonly Server[];
  readonly dags: readonly Dag[];
  /** Machines that are not Exchange servers, recognised or vetoed; they count for hosts and ratios. */
  readonly otherMachines: readonly Machine[];
}

export type Platform = 'azure' | 'vsphere' | 'hyper-v' | 'azure-local' | 'scvmm' | 'asr';

/** A virtual machine as its platform declares it, Exchange or not. */
export interface Machine {
  readonly address: string;
  readonly platform: Platform;
  readonly resource: Resource;
  /** The name of the VM, and where it differs that of the computer. Strings. */
  readonly name: Value;
  readonly computerName: Value | undefined;
  readonly tags: ReadonlyMap<string, Value>;
  /** Everything else that may tell what the machine is for; see `recognition.ts`. */
  readonly hints: readonly Hint[];
  readonly os: OperatingSystem;
  /** Azure: the VM size, for instance `Standard_E8s_v5`. A string. */
  readonly size?: Value;
  /** Azure: whether the size can attach Premium disks. A bool. */
  readonly premiumStorageCapable?: Value;
  /** A number. */
  readonly vcpus: Value;
  readonly memory: Memory;
  /** Azure: may write its memory to the OS disk and resume from it. A bool. */
  readonly hibernationEnabled?: Value;
  /** A snapshot or checkpoint of the machine is declared. A bool; its origin is the snapshot. */
  readonly hasSnapshot: Value;
  readonly placement: Placement;
  readonly disks: readonly Disk[];
  readonly networkInterfaces: readonly NetworkInterface[];
  readonly mailFlow: MailFlow | undefined;
}

/** A text that may tell what a machine is for. */
export interface Hint {
  readonly kind:
    | 'label' // the resource label, symbolic name
    | 'call' // a module call or nested deployment around it
    | 'key' // the key of its for_each or copy
    | 'file' // the path of the file that declares it
    | 'image' // publisher, offer, sku or id of its image
    | 'script' // what an extension, run command or custom data executes, extension and DSC names included
    | 'annotation'; // notes, annotations
  readonly text: string;
  readonly range: SourceRange;
  /** The text may hold a secret: judge by it, but do not print it. */
  readonly sensitive?: true;
}

export interface OperatingSystem {
  /** `windows`, `linux`: a string, unknown when nothing tells. */
  readonly family: Value;
  /** As the platform writes it: an image SKU (`2022-datacenter`), a guest id. A string. */
  readonly release: Value | undefined;
}

export interface Memory {
  /** MiB. A number. */
  readonly sizeMib: Value;
  /** vSphere: MiB that the host guarantees; the provider's 0 when not stated. A number. */
  readonly reservationMib?: Value;
  /**
   * vSphere: all of the memory is reserved. A bool; known also when size and reservation are one and the
   * same unknown.
   */
  readonly fullyReserved?: Value;
}

/** Where the machine runs, as far as the templates decide it. Each is absent when nothing is stated. */
export interface Placement {
  /** Azure region or vSphere cluster identity: machines with different ones never share a host. */
  readonly site: Value | undefined;
  /** Azure availability zone. A string. */
  readonly zone: Value | undefined;
  /** Azure availability set. */
  readonly availabilitySet: AvailabilityGroup | undefined;
  /** The host that it is pinned to: dedicated host, ESXi host. Compared by identity. */
  readonly host: Value | undefined;
  /** Rules that keep the machines that they name on different hosts. */
  readonly antiAffinity: readonly MachineRule[];
  /** vSphere: rules that keep the machines that they name on one host. */
  readonly affinity?: readonly MachineRule[];
  /** vSphere: rules that keep it on some hosts. */
  readonly hostRules?: readonly HostRule[];
}

export interface AvailabilityGroup {
  /** Compared by identity. */
  readonly id: Value;
  /** A number. */
  readonly faultDomains: Value;
}

/** A rule of a cluster about machines that it names: keep them on different hosts, or on one. */
export interface MachineRule {
  readonly address: string;
  readonly range: SourceRange;
  /** Addresses of the machines that it names. */
  readonly members: readonly string[];
  /** In force: switched on, and the cluster enforces such rules. A bool. */
  readonly enabled: Value;
  /** Whether it must be kept; else the platform keeps it when it can. A bool. */
  readonly mandatory?: Value;
  /** It may name more machines than can be told; unknown for that reason. */
  readonly membersUnknown?: Value;
}

export interface HostRule {
  readonly address: string;
  readonly range: SourceRange;
  /** In force, as with anti-affinity. A bool. */
  readonly enabled: Value;
  /** The hosts that the machine may run on, each compared by identity. */
  readonly hosts: readonly Value[];
}

export interface Disk {
  readonly address: string;
  readonly resource: Resource;
  /** A string. */
  readonly name: Value;
  readonly isOs: boolean;
  /** The slot: `lun 0`, `unit 2`, `os`. */
  readonly slot: string;
  readonly tags: ReadonlyMap<string, Value>;
  /** `Premium_LRS` and so on. A string. Azure. */
  readonly sku?: Value;
  /** `premium`, `premium-v2`, `ultra`, `standard`. A string. Azure. */
  readonly tier?: Value;
  /** GiB. A number. */
  readonly sizeGib: Value | undefined;
  /** `block`, or `file` for a share that the machine mounts. A string. */
  readonly presentation: Value;
  /** vSphere: `thin`, `thick-lazy`, `thick-eager`. A string. */
  readonly provisioning?: Value;
  /** vSphere: what the hypervisor stores the disk on: `block` (VMFS, vSAN) or `nas` (NFS). A string. */
  readonly backing?: Value;
  /** Exchange only, set by `recognition.ts`. */
  readonly contents: DiskContents;
}

/** What a disk of an Exchange server holds. */
export interface DiskContents {
  /** `os`, `database`, `log`, `transport`, `mcdb`, `pagefile`, `other`, `exchange` (which of them is not told). A string. */
  readonly role: Value;
  /** Databases, logs or transport queues. A bool. */
  readonly holdsExchangeData: Value;
  /** Nothing tells what the disk holds, so the policy's *all volumes* decides. */
  readonly assumed: boolean;
  /** Why it was assumed, and what, in a clause: `nothing tells what the disk holds, so …`. */
  readonly note?: string;
  /** What told it, where something did. */
  readonly toldBy?: Recognition;
}

export interface NetworkInterface {
  readonly address: string;
  readonly resource: Resource;
  /** A string. */
  readonly name: Value;
  /** `static`, `dynamic`. A string. */
  readonly addressAllocation: Value;
}

/** How mail can leave an Azure machine. */
export interface MailFlow {
  /** `closed`, `relay-only` (open to the declared relays alone), `open`. A string; its origin is the deciding rule. */
  readonly smtpToInternet: Value;
  /** What decided, in a clause: `rule 'AllowInternetOutBound' (default, priority 65001) of ...`. */
  readonly decidedBy: string;
}

/** A machine that was recognised as an Exchange server. */
export interface Server extends Machine {
  readonly recognisedBy: readonly Recognition[];
  /** Recognised by more than a name. */
  readonly certain: boolean;
  /** `2003` to `2019`, `SE`. A string. */
  readonly exchangeVersion: Value;
  /** `mailbox`, `edge`, `cas`, `hub`, `um`. A list of strings; `mailbox` alone is assumed when nothing tells. */
  readonly roles: Value;
  readonly rolesAssumed: boolean;
  /** The name of its DAG. A string; null when it is declared to be in none; absent when nothing tells. */
  readonly dag: Value | undefined;
  /** A relay (smart host) is declared, or a send connector with smart hosts was seen. A bool. */
  readonly hasRelay: Value;
  /** A send connector with DNS routing was seen. A bool. */
  readonly sendsByDns: Value;
  /** Names an environment (`lab`, `production`) when a tag tells. A string. */
  readonly environment: Value | undefined;
}

/** One signal that a machine or disk was recognised by. */
export interface Recognition {
  readonly by: 'configuration' | 'tag' | 'install' | 'image' | 'name';
  /** In words: `tag exchange-role = mailbox`, `name 'ex01'`. */
  readonly text: string;
  readonly range: SourceRange;
}

export interface Dag {
  readonly address: string;
  /** A string; for a candidate without a name, what it was inferred from. */
  readonly name: Value;
  /** Declared, tagged or named by an installation; else inferred from two or more mailbox servers. */
  readonly certain: boolean;
  readonly members: readonly Server[];
  /** No two members can end up on one host. A bool; its origin is what decides. */
  readonly membersSeparated: Value;
  /** Why, in a clause: `ex01 and ex02 are both in zone 1`. */
  readonly separationText: string;
}
