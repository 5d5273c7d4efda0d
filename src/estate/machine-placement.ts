import type { SourceRange } from '../source/range.ts';
import type { Value } from '../value/value.ts';

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
