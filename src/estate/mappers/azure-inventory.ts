import type { Route } from '../../azure/routes.ts';
import type { SecurityRule } from '../../azure/security-rules.ts';
import type { SourceRange } from '../../source/range.ts';
import type { Resource } from '../../value/resource.ts';
import type { Reason } from '../../value/unknown.ts';
import type { UnknownValue, Value } from '../../value/value.ts';
import { type EgressInventory, emptyEgress } from './azure-egress-inventory.ts';
import type { ScriptText } from './script-texts.ts';

/**
 * The Azure resources of a deployment as both languages declare them: `azurerm.ts` and
 * `resource-manager.ts` fill it, `azure.ts` joins it into machines. A `Value` that is `undefined` is not
 * stated; ids are values too, and are compared by `resourceAddressOf`.
 */
export interface AzureInventory {
  readonly machines: AzureMachine[];
  readonly disks: AzureDisk[];
  readonly attachments: DiskAttachment[];
  readonly interfaces: AzureInterface[];
  readonly subnets: AzureSubnet[];
  readonly groups: AzureSecurityGroup[];
  /** Rules that stand outside their group. */
  readonly looseRules: Loose<SecurityRule>[];
  readonly routeTables: AzureRouteTable[];
  readonly looseRoutes: Loose<Route>[];
  /** Ties that stand in resources of their own. */
  readonly links: Link[];
  /** Availability sets, and scale sets that serve as such. */
  readonly availabilityGroups: AzureAvailabilityGroup[];
  readonly storageAccounts: AzureStorageAccount[];
  readonly snapshots: AzureSnapshot[];
  readonly scripts: MachineScript[];
  /** What traffic leaves a network by. */
  readonly egress: EgressInventory;
  readonly backups: MachineBackup[];
  readonly schedules: MachineSchedule[];
  /** The machines and scale sets that schedules are attached to by actions of their own. */
  readonly scheduleTargets: ScheduleTarget[];
  readonly autoscaleSettings: AutoscaleSetting[];
  readonly virtualNetworks: AzureVirtualNetwork[];
  /** The DNS servers of a network, stated by a resource of their own. */
  readonly networkDns: NetworkDns[];
  /** Domains that Microsoft Entra Domain Services manages. */
  readonly managedDomains: Resource[];
  /** Volumes of Elastic SAN. */
  readonly elasticSanVolumes: Resource[];
}

export const emptyInventory = (): AzureInventory => ({
  machines: [],
  disks: [],
  attachments: [],
  interfaces: [],
  subnets: [],
  groups: [],
  looseRules: [],
  routeTables: [],
  looseRoutes: [],
  links: [],
  availabilityGroups: [],
  storageAccounts: [],
  snapshots: [],
  scripts: [],
  egress: emptyEgress(),
  backups: [],
  schedules: [],
  scheduleTargets: [],
  autoscaleSettings: [],
  virtualNetworks: [],
  networkDns: [],
  managedDomains: [],
  elasticSanVolumes: [],
});

/** Something that ids refer to. */
export interface Declared {
  /** As `resourceAddressOf` gives it for an id of it. */
  readonly key: string;
  /** Another key that ids of it may have. */
  readonly alias?: string;
  readonly resource: Resource;
}

export interface AzureMachine extends Declared {
  readonly name: Value;
  readonly computerName: Value | undefined;
  readonly tags: Value | undefined;
  readonly size: Value | undefined;
  /** `windows`, `linux`. */
  readonly osFamily: Value | undefined;
  readonly image: AzureImage;
  readonly disks: readonly MachineDisk[];
  /** Set when it may have data disks that are not in `disks`. */
  readonly moreDisks: UnknownValue | undefined;
  /** Ids. An unknown one may stand for several. */
  readonly interfaces: readonly Value[];
  /** Interfaces that are declared in the machine itself. */
  readonly ownInterfaces: readonly AzureInterface[];
  readonly region: Value | undefined;
  readonly zone: Value | undefined;
  readonly availabilitySet: Value | undefined;
  readonly scaleSet: Value | undefined;
  readonly host: Value | undefined;
  readonly hostGroup: Value | undefined;
  readonly hibernation: Value | undefined;
  /** `Regular`, `Spot`, `Low`. */
  readonly priority: Value | undefined;
  /** `SCSI`, `NVMe`. */
  readonly diskController: Value | undefined;
  /** Set when it stands for the machines that a scale set makes. */
  readonly madeBy: AzureScaleSet | undefined;
}

/** A scale set that makes machines from a profile. */
export interface AzureScaleSet {
  /** `uniform`, `flexible`. */
  readonly orchestration: Value;
  /** How many machines it makes; not stated by the templates when `undefined`. A number. */
  readonly instances: Value | undefined;
  readonly group: AzureAvailabilityGroup;
}

export interface AzureImage {
  readonly publisher: Value | undefined;
  readonly offer: Value | undefined;
  readonly sku: Value | undefined;
  /** The id of an image of one's own. */
  readonly id: Value | undefined;
}

/** A disk as the machine declares it: with its own SKU, or by the id of a disk resource. */
export interface MachineDisk {
  readonly address: string;
  readonly range: SourceRange;
  readonly isOs: boolean;
  /** `lun 0`, `os`. */
  readonly slot: string;
  readonly name: Value | undefined;
  readonly sku: Value | undefined;
  readonly managedDisk: Value | undefined;
  /** The blob of an unmanaged disk. */
  readonly vhdUri: Value | undefined;
  readonly sizeGib: Value | undefined;
  /** It is copied from an image, `Empty`, attached: as written. */
  readonly createOption: Value | undefined;
  readonly attached: AttachedAs;
  /** `Local` for an ephemeral disk. */
  readonly diffOption: Value | undefined;
  readonly performance: SetPerformance;
}

/** What an attachment states, in the machine or in a resource of its own. */
export interface AttachedAs {
  /** `None`, `ReadOnly`, `ReadWrite`. */
  readonly caching: Value | undefined;
  /** A bool. */
  readonly writeAccelerator: Value | undefined;
}

/** Performance that is set by itself. Numbers, but for the tier (`P40`). */
export interface SetPerformance {
  readonly iops: Value | undefined;
  readonly mbps: Value | undefined;
  readonly tier: Value | undefined;
}

export const NO_PERFORMANCE: SetPerformance = { iops: undefined, mbps: undefined, tier: undefined };

export interface AzureDisk extends Declared {
  readonly name: Value;
  readonly sku: Value | undefined;
  readonly sizeGib: Value | undefined;
  readonly tags: Value | undefined;
  /** `Empty`, `Copy`, `Restore`: as written. */
  readonly createOption: Value | undefined;
  /** The machines that may attach it at once. A number. */
  readonly maxShares: Value | undefined;
  /** Bytes, on Premium SSD v2 and Ultra disks. A number. */
  readonly sectorSize: Value | undefined;
  readonly performance: SetPerformance;
}

/** A data disk that is tied to a machine by a resource of its own. */
export interface DiskAttachment {
  readonly resource: Resource;
  readonly machine: Value | undefined;
  /** `undefined` when the attachment makes the disk itself, from a snapshot or another disk. */
  readonly disk: Value | undefined;
  readonly lun: Value | undefined;
  readonly name: Value | undefined;
  readonly sizeGib: Value | undefined;
  readonly attached: AttachedAs;
}

export interface AzureInterface extends Declared {
  readonly address: string;
  readonly range: SourceRange;
  readonly name: Value;
  readonly group: Value | undefined;
  /** A list of addresses. */
  readonly dnsServers: Value | undefined;
  readonly configurations: readonly IpConfiguration[];
  /** Set when it may have configurations that are not in the list. */
  readonly moreConfigurations: UnknownValue | undefined;
}

export interface IpConfiguration {
  readonly range: SourceRange;
  /** The id of a public address. */
  readonly publicAddress: Value | undefined;
  /** Ids of backend pools of load balancers. */
  readonly pools: readonly Value[];
  readonly subnet: Value | undefined;
  /** `Static`, `Dynamic`. */
  readonly allocation: Value | undefined;
  readonly address: Value | undefined;
  /** `IPv4`, `IPv6`. */
  readonly version: Value | undefined;
  /** Application security groups; an unknown one may stand for several. */
  readonly groups: readonly Value[];
}

export interface AzureSubnet extends Declared {
  /** The network that it is in: by key in ARM and in the network's own block, by name in Terraform. */
  readonly networkKey: string | undefined;
  readonly networkName: Value | undefined;
  readonly natGateway: Value | undefined;
  /** Address prefixes; an unknown one may stand for several. */
  readonly prefixes: readonly Value[];
  readonly group: Value | undefined;
  readonly routeTable: Value | undefined;
  /** Whether machines without an outbound path of their own get one from the platform. A bool. */
  readonly defaultOutbound: Value | undefined;
}

export interface AzureSecurityGroup extends Declared {
  readonly name: Value;
  readonly rules: readonly SecurityRule[];
  /** Reasons for which it may have more rules. */
  readonly moreRules: readonly Reason[];
}

export interface AzureRouteTable extends Declared {
  readonly name: Value;
  readonly routes: readonly Route[];
  readonly moreRoutes: readonly Reason[];
  /** It keeps out the routes that gateways learn. A bool. */
  readonly noLearnedRoutes: Value | undefined;
}

/** A rule or route that names the group or table it belongs to: by name in Terraform, by key in ARM. */
export interface Loose<Part> {
  readonly resource: Resource;
  readonly part: Part;
  readonly ownerKey: string | undefined;
  readonly ownerName: Value | undefined;
}

export interface Link {
  readonly kind:
    | 'interface-group'
    | 'subnet-group'
    | 'subnet-routes'
    | 'subnet-nat'
    | 'nat-address'
    | 'interface-pool'
    | 'interface-application-group';
  readonly resource: Resource;
  /** The interface, subnet or NAT gateway. */
  readonly from: Value | undefined;
  readonly to: Value | undefined;
}

export interface AzureVirtualNetwork extends Declared {
  readonly name: Value;
  /** Prefixes; an unknown one may stand for several. */
  readonly addressSpace: readonly Value[];
  /** A list of addresses. */
  readonly dnsServers: Value | undefined;
}

export interface NetworkDns {
  readonly resource: Resource;
  readonly network: Value | undefined;
  readonly dnsServers: Value | undefined;
}

export interface AzureAvailabilityGroup extends Declared {
  /** A number. */
  readonly faultDomains: Value;
  /** An availability set: whether it is for machines with managed disks. A bool. */
  readonly managed?: Value;
}

export interface AzureStorageAccount extends Declared {
  readonly name: Value;
  /** As a disk SKU: `Premium_LRS`, `Standard_GRS`. */
  readonly sku: Value;
}

/** A disk snapshot, a restore point, or the collection of restore points that names the machine. */
export interface AzureSnapshot extends Declared {
  /** A disk, a machine, a collection of restore points, another snapshot. */
  readonly source: Value | undefined;
  /** Whether it takes a copy that Exchange knows nothing of. A bool; its origin is the snapshot. */
  readonly unaware: Value;
}

/** The backup of a machine as a whole. */
export interface MachineBackup {
  readonly resource: Resource;
  readonly machine: Value | undefined;
  /** A bool; its origin is the backup. */
  readonly active: Value;
}

/** What a schedule does to machines. */
export interface MachineSchedule extends Declared {
  /** `undefined` when other resources, or nobody, say which machines it acts on. */
  readonly machine: Value | undefined;
  /** `hibernate`, `stop`; its origin is the schedule. */
  readonly action: Value;
}

export interface ScheduleTarget {
  readonly resource: Resource;
  readonly schedule: Value | undefined;
  /** Ids; an unknown one may stand for several. */
  readonly machines: readonly Value[];
}

export interface AutoscaleSetting {
  readonly resource: Resource;
  readonly target: Value | undefined;
  /** A bool. */
  readonly enabled: Value;
}

/** What an extension, run command or custom data executes. */
export interface MachineScript {
  readonly machine: Value | undefined;
  /** In ARM the parent's key says it. */
  readonly machineKey: string | undefined;
  readonly texts: readonly ScriptText[];
}
