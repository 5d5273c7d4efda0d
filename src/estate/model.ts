import type { SourceRange } from '../source/range.ts';
import type { Origin } from '../value/origin.ts';
import type { Resource } from '../value/resource.ts';
import type { Reason } from '../value/unknown.ts';
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
  /** The hosts and clusters that Exchange servers run on. */
  readonly hosts: readonly Host[];
  /** The Exchange servers that a service replicates to another place. */
  readonly replications: readonly Replication[];
}

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
  /** The host, or the cluster of hosts, whose processors and memory it shares with others. */
  readonly pool?: HostPool;
  /** The cluster starts it again on another host when one fails. A bool. */
  readonly restartedByCluster?: Value;
  /** The cluster moves it between hosts by itself. A bool. */
  readonly movedByCluster?: Value;
  /** vSphere: `disabled`, `lowest`, `low`, `medium`, `high`, `highest`. A string. */
  readonly restartPriority?: Value;
  /** Azure: it is an instance of a scale set: `uniform`, `flexible`, `autoscaled`. A string. */
  readonly scaleSet?: Value;
  /** Azure: the scale set makes it, and others like it, from a profile. A bool. */
  readonly madeByScaleSet?: Value;
  /** Azure: it runs on a dedicated host. A bool. */
  readonly dedicatedHost?: Value;
}

/** Where several machines share processors and memory. */
export interface HostPool {
  readonly kind: 'host' | 'cluster';
  /** Compared by identity. */
  readonly id: Value;
  /** The address of its resource or data source, or of the provider configuration of a Hyper-V host. */
  readonly address: string;
  /** Where it is declared. */
  readonly range: SourceRange;
  /** The templates make it, and do not just look it up. */
  readonly isManaged?: boolean;
}

export interface AvailabilityGroup {
  /** Compared by identity. */
  readonly id: Value;
  /** A number. */
  readonly faultDomains: Value;
  /** An availability set: it is aligned, for machines with managed disks. A bool; absent on a scale set. */
  readonly managed?: Value;
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
  /** vSphere: `thin`, `thick-lazy`, `thick-eager`. Hyper-V: `fixed`, `dynamic`, `differencing`. A string. */
  readonly provisioning?: Value;
  /**
   * What the hypervisor stores the disk on: `block` (VMFS, vSAN, a cluster shared volume), `nas` (NFS) or `smb` (a
   * virtual disk file on an SMB share). A string.
   */
  readonly backing?: Value;
  /** `vhd`, `vhdx`, `vmdk`, `rdm`, `pass-through`. A string. */
  readonly format?: Value;
  /** The datastore or volume that it lies on, compared by identity. */
  readonly store?: Value;
  /** The address of the resource or data source of that datastore. */
  readonly storeAddress?: string;
  /** Where the virtual disk file lies, as written. A string. */
  readonly path?: Value;
  /** Azure: `none`, `read-only`, `read-write`. A string. */
  readonly caching?: Value;
  /** Azure: its contents are lost when the machine moves. A bool. */
  readonly ephemeral?: Value;
  /** Azure: a managed disk, and not a blob of a storage account. A bool. */
  readonly managed?: Value;
  /** Azure. A bool. */
  readonly writeAccelerator?: Value;
  /** It was made from a snapshot, a restore point or another disk. A bool. */
  readonly copied?: Value;
  /** A snapshot of this disk is declared. A bool; its origin is the snapshot. */
  readonly hasSnapshot?: Value;
  /** Azure: operations a second that it delivers, bursts left out. A number. */
  readonly iops?: Value;
  /** Azure: MB/s that it delivers, bursts left out. A number. */
  readonly throughputMbps?: Value;
  /** Several machines can attach it at once. A bool. */
  readonly shared?: Value;
  /** The physical sector type that the server sees: `512n`, `512e`, `4kn`. A string. */
  readonly sectors?: Value;
  /** vSphere: `persistent`, `independent_persistent`, `nonpersistent` and so on. A string. */
  readonly mode?: Value;
  /** `pvscsi`, `lsilogic`, `lsilogic-sas`, `buslogic`, `scsi`, `ide`, `sata`, `nvme`. A string. */
  readonly controller?: Value;
  /** The number of the controller. A number. */
  readonly controllerNumber?: Value;
  /** Azure VMware Solution: its datastore is a volume of Azure NetApp Files. A bool; absent when nothing tells so. */
  readonly netAppFiles?: Value;
  /** vSphere: the vSAN that it lies on removes duplicate blocks. A bool. */
  readonly deduplicated?: Value;
  /** Hyper-V: writes are cached though the disk says that they must not be. A bool. */
  readonly writeCacheForced?: Value;
  /** Hyper-V: the number of the host's disk that it passes through. A number. */
  readonly passThroughNumber?: Value;
  /** What exvet.yaml states about the datastore, volume or share that it lies on; set by `stores.ts`. */
  readonly storeDeclared?: DeclaredValues;
  /** Of an OS disk: that of another machine lies on the same datastore or volume. A bool; set by `stores.ts`. */
  readonly sharesStoreWithOtherOs?: Value;
  /** Set by `stores.ts` on the first Exchange disk of each datastore, volume or share, so that each is judged once. */
  readonly storeUse?: StoreUse;
  /** Set when it stands for a number of disks that is not known; unknown for that reason. */
  readonly several?: Value;
  /** Exchange only, set by `recognition.ts`. */
  readonly contents: DiskContents;
  /** What exvet.yaml states about it, by the name of the fact (`declared-facts.ts`). */
  readonly declared?: DeclaredValues;
}

/** How full a datastore, a volume or a share is going to be. */
export interface StoreUse {
  /** Its address, or its path. */
  readonly name: string;
  /** GiB. A number; unknown when exvet.yaml does not state it. */
  readonly capacityGib: Value;
  /** GiB that all virtual disks on it take when they are full, and the memory files of the machines on it. A number. */
  readonly needGib: Value;
  /** GiB of those disks and machines for which it is known. A number. */
  readonly leastNeedGib: Value;
}

/** What a disk of an Exchange server holds. */
export interface DiskContents {
  /** `os`, `database`, `log`, `transport`, `mcdb`, `pagefile`, `other`, `exchange` (which of them is not told). A string. */
  readonly role: Value;
  /** Databases, logs or transport queues. A bool. */
  readonly holdsExchangeData: Value;
  /** It is told to hold both databases and transaction logs. */
  readonly databasesAndLogs?: true;
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

/** What a server can and cannot reach of the machines that belong to its organisation. */
export interface Neighbourhood {
  /** Its DAG is inferred from its being deployed with other mailbox servers. */
  readonly isDagInferred: boolean;
  /** Exchange servers and domain controllers to or from which traffic is restricted. A list of strings. */
  readonly restrictedPeers: Value;
  /** What restricts the first of them, in a clause. */
  readonly restrictedBy: string;
  /** Whether it gets to the witness of its DAG on TCP 445. A bool; absent when no witness is known. */
  readonly witnessReachable?: Value;
  /** What keeps it from it, in a clause. */
  readonly witnessBlockedBy: string;
  /** Ports that its roles listen on and that nobody can reach. A list of strings. */
  readonly closedPorts: Value;
  /** Domain controllers and witness servers whose address comes from DHCP. A list of strings. */
  readonly dynamicSupport: Value;
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
  /** What else runs on it: `dc`, `witness`, `sql` and so on. A list of strings. */
  readonly otherRoles: Value;
  /** What exvet.yaml states about it, by the name of the fact (`declared-facts.ts`). */
  readonly declared: DeclaredValues;
  /** It is what the server with this address becomes in a failover. */
  readonly failoverOf?: string;
  /** Set on the first mailbox server of a deployment, for what is judged once for all of them. */
  readonly site?: ExchangeSite;
  /** Its databases have no copy on another server. A bool; set by `membership.ts`. */
  readonly standAlone?: Value;
  /** What exvet.yaml states about its DAG; set by `membership.ts`. */
  readonly dagDeclared?: DeclaredValues;
  /** Set by `neighbours.ts`. */
  readonly neighbourhood?: Neighbourhood;
}

/** The mailbox servers of a deployment together. */
export interface ExchangeSite {
  /** The virtual processors of all of them. A number. */
  readonly mailboxVcpus: Value;
}

/** Facts that exvet.yaml states, by their names. */
export type DeclaredValues = ReadonlyMap<string, Value>;

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
  readonly declared: DeclaredValues;
  /** The machine of the deployment that is its witness is a domain controller. A bool. */
  readonly witnessOnDomainController?: Value;
}

/** A hypervisor host, or a cluster of them, that an Exchange server runs on. */
export interface Host {
  readonly address: string;
  readonly kind: 'host' | 'cluster';
  readonly platform: Platform;
  /** A string. */
  readonly name: Value;
  /** Where it is declared or first referred to. */
  readonly range: SourceRange;
  /** The templates make it, and do not just look it up. */
  readonly isManaged: boolean;
  /** Everything that shares it, Exchange or not. */
  readonly guests: readonly Machine[];
  readonly servers: readonly Server[];
  /** Machines that may be on it too; unknown for that reason. */
  readonly moreGuests: Value | undefined;
  readonly declared: DeclaredValues;
}

/** A machine that a service replicates, as the service's resources declare it. */
export interface Replication {
  readonly address: string;
  readonly resource: Resource;
  /** One of `REPLICATION_DIRECTIONS`. A string. */
  readonly direction: Value;
  /** The machine that runs after a failover; of a plain Hyper-V Replica the one that is replicated. */
  readonly server: Server;
  /** The machine that is replicated, when the templates declare it. */
  readonly source: Server | undefined;
  /** The hosts of that machine, as far as they are told. */
  readonly hosts: readonly Host[];
  /** The DAG that the replicated machine is a member of, inferred ones included. */
  readonly dag: Dag | undefined;
  /** How many Exchange servers the deployment replicates. */
  readonly together: number;
  readonly facts: ReplicationFacts;
}

export const REPLICATION_DIRECTIONS = [
  'hyper-v-to-azure',
  'vmm-to-azure',
  'vmware-to-azure',
  'azure-to-azure',
  'hyper-v-replica',
] as const;
export type ReplicationDirection = (typeof REPLICATION_DIRECTIONS)[number];

/** What the templates say about a replication. */
export interface ReplicationFacts {
  /** Data disks of the source that are not replicated, by name. A list of strings. */
  readonly excludedDisks: Value;
  /** One of them holds Exchange data. A bool. */
  readonly excludesExchangeData: Value;
  /** Its network in Azure is told: a network mapping or a target network. A bool. */
  readonly networkMapped: Value;
  /** Hyper-V: the storage in Azure is told: managed disks or a storage account. A bool. */
  readonly targetStorage?: Value;
  /** A recovery plan names it. A bool. */
  readonly inRecoveryPlan: Value;
  /** Its recovery plan starts the domain controllers before it. A bool; absent when the plan has none. */
  readonly startsAfterDirectory?: Value;
  /** A network for test failovers is told. A bool; absent where the resource cannot tell it. */
  readonly testNetwork?: Value;
  /** That network is the one of real failovers too. A bool. */
  readonly testsInTargetNetwork?: Value;
  /** Hours between application-consistent recovery points; 0 when there are none. A number. */
  readonly appConsistentHours: Value;
  /** It is a member of a DAG, which may be inferred. A bool. */
  readonly dagMember: Value;
  /** Azure: its cache storage account is in the region of the replicated machine. A bool. */
  readonly cacheInSourceRegion?: Value;
}
