import type { SourceRange } from '../source/range.ts';
import type { Origin } from '../value/origin.ts';
import type { Resource } from '../value/resource.ts';
import type { Reason } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import type { Disk } from './machine-disk.ts';
import type { Placement } from './machine-placement.ts';

/** `asr` is the Azure machine that Site Recovery makes of a replicated one when it fails over. */
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
  /** Azure: how many data disks the size can attach. A number. */
  readonly maxDataDisks?: Value;
  /** Azure: operations a second that the size lets through to its disks without host caching. A number. */
  readonly uncachedIops?: Value;
  /** Azure: MB/s that the size lets through to its disks without host caching. A number. */
  readonly uncachedMbps?: Value;
  /** Azure: `scsi`, `nvme`. A string. */
  readonly diskController?: Value;
  /** A number. */
  readonly vcpus: Value;
  readonly cpu?: Cpu;
  readonly memory: Memory;
  /** `x64`, `arm64`. A string. */
  readonly architecture?: Value;
  /** Hyper-V: 1 or 2. A number. */
  readonly generation?: Value;
  /** A bool. */
  readonly secureBoot?: Value;
  /** Azure: may write its memory to the OS disk and resume from it. A bool. */
  readonly hibernationEnabled?: Value;
  /** A snapshot or checkpoint of the machine is declared. A bool; its origin is the snapshot. */
  readonly hasSnapshot: Value;
  readonly state?: StateBehaviour;
  readonly placement: Placement;
  readonly disks: readonly Disk[];
  readonly networkInterfaces: readonly NetworkInterface[];
  readonly mailFlow: MailFlow | undefined;
  /** Azure: a domain that Microsoft manages is the only directory that the deployment declares. A bool. */
  readonly managedDomainOnly?: Value;
  /** Azure: the deployment declares volumes of Elastic SAN. A bool, absent when it does not; its origin is the volume. */
  readonly elasticSan?: Value;
  /** Azure: what keeps it and other machines from each other. */
  readonly traffic?: MachineTraffic;
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
  /** Of a script: the name under which the text is given to it (`DAGName` of a DSC configuration). */
  readonly setting?: string;
}

export interface OperatingSystem {
  /** `windows`, `linux`: a string, unknown when nothing tells. */
  readonly family: Value;
  /** As the platform writes it: an image SKU (`2022-datacenter`), a guest id. A string. */
  readonly release: Value | undefined;
  /** Azure: the publisher of its image. A string. */
  readonly publisher?: Value;
}

/** How the hypervisor treats the processors of a machine. */
export interface Cpu {
  /** It may not use all of its processors: a limit, a maximum below 100 percent. A bool. */
  readonly limited?: Value;
  /** Reserve, weight or shares differ from the platform's default. A bool. */
  readonly controlsChanged?: Value;
  /** vSphere: processors can be added while it runs. A bool. */
  readonly hotAdd?: Value;
  /** It can run virtual machines of its own. A bool. */
  readonly nestedVirtualization?: Value;
  /** Azure: a size that earns credits while idle and is slowed down without them. A bool. */
  readonly burstable?: Value;
  /** Its NUMA settings differ from the platform's default. A bool. */
  readonly numaChanged?: Value;
}

/** What can write a machine's running state or an image of its disks, and bring it back. */
export interface StateBehaviour {
  /** What happens to it when its host shuts down: `save`, `turn-off`, `shut-down`. A string. */
  readonly stopAction?: Value;
  /** Which checkpoints it may have: `disabled`, `production`, `production-only`, `standard`. A string. */
  readonly checkpointType?: Value;
  /** A declared snapshot keeps its memory too. A bool; its origin is the snapshot. */
  readonly snapshotWithMemory?: Value;
  /** vSphere: its disks are deltas on those of another machine. A bool. */
  readonly linkedClone?: Value;
  /** Azure: the platform may take it away. A bool. */
  readonly spot?: Value;
  /** Azure: what a schedule does to it: `hibernate`, `stop`, `none`. A string; its origin is the schedule. */
  readonly scheduledAction?: Value;
  /** The platform backs it up as a whole, by snapshots. A bool; its origin is the backup. */
  readonly platformBackup?: Value;
  /** Azure: a restore point of it is declared that asks the guest to be consistent. A bool; its origin is the restore point. */
  readonly consistentRestorePoint?: Value;
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
  /** The hypervisor may give it more or less while it runs. A bool. */
  readonly dynamic?: Value;
  /** Dynamic memory is switched on, though its bounds leave nothing to change. A bool. */
  readonly dynamicWithoutRange?: Value;
  /** vSphere: MiB that it may not exceed, the least of its own and its pools'. A number; absent when there is none. */
  readonly limitMib?: Value;
}

export interface NetworkInterface {
  readonly address: string;
  readonly resource: Resource;
  /** A string. */
  readonly name: Value;
  /** `static`, `dynamic`. A string. */
  readonly addressAllocation: Value;
  /** The fixed addresses. Strings. */
  readonly addresses?: readonly Value[];
  /** It has an IPv6 address and no IPv4 one. A bool. */
  readonly ipv6Only?: Value;
  /** `vmxnet3`, `e1000`, `e1000e`, `sriov`; Hyper-V: `synthetic`, `legacy`. A string. */
  readonly adapter?: Value;
  /** The subnet, port group or switch that it is on, compared by identity. */
  readonly network?: Value;
  /** Hyper-V: the host's adapters that its switch uses. A list of strings. */
  readonly uplinks?: Value;
  /** Hyper-V: the network that a test failover puts a replica on; only a replicated machine has one. A string. */
  readonly testFailoverNetwork?: Value;
  /** Azure: it asks DNS servers of one's own, by its own or its network's setting. A bool. */
  readonly customDns?: Value;
}

/** How mail can leave an Azure machine. */
export interface MailFlow {
  /** `closed`, `relay-only` (open to the declared relays alone), `open`. A string; its origin is the deciding rule. */
  readonly smtpToInternet: Value;
  /** What decided, in a clause: `rule 'AllowInternetOutBound' (default, priority 65001) of ...`. */
  readonly decidedBy: string;
  /**
   * Mail leaves by something that is declared for it: a NAT gateway, a public address, an outbound rule, a firewall
   * or other appliance, a gateway. A bool; absent when a route drops everything, or nothing tells.
   */
  readonly explicitOutbound?: Value;
  /** It gets to a relay on TCP 25 or 587. A bool; absent when no relay is known. */
  readonly relayReachable?: Value;
  /** What keeps it from all relays, in a clause. */
  readonly relayBlockedBy?: string;
}

/** Answers about the traffic of one machine, for whoever knows which machines belong together. */
export interface MachineTraffic {
  /** What restricts its traffic to the machine of that address: all of it, or that to a TCP port. */
  to(address: string, port?: number): TrafficRestriction;
  /** What keeps everyone from a TCP port of it. */
  closedPort(port: number): TrafficRestriction;
}

/** Nothing restricts it when there is neither. */
export interface TrafficRestriction {
  /** A rule or route, in words and where it stands. */
  readonly by?: { readonly text: string; readonly origin: Origin };
  /** Why something may. */
  readonly reasons: readonly Reason[];
}
