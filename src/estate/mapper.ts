import type { Diagnostic } from '../source/diagnostic.ts';
import type { Resource } from '../value/resource.ts';
import type { Value } from '../value/value.ts';
import type { DatastoreDeclaration } from './declarations.ts';
import type { Disk, Machine, Platform, ReplicationFacts } from './model.ts';

/** Reads the resources of one platform into machines. One mapper a platform, whatever the input language. */
export interface Mapper {
  readonly platform: Platform;
  /** Whether it understands a resource type; `Microsoft.*` types come in any case. */
  handles(type: string): boolean;
  /** `resources` are all resources of one deployment, so that attachments and rules join up. */
  map(resources: readonly Resource[], facts: MapperFacts): MappedPlatform;
}

/** What the user declares and mappers need. */
export interface MapperFacts {
  /** The relays (smart hosts) that mail may go to: address prefixes or host names. Strings. */
  readonly relays: readonly Value[];
  /** What kind of storage is behind datastores that a template only refers to. */
  readonly datastores?: readonly DatastoreDeclaration[];
}

export interface MappedPlatform {
  readonly machines: readonly Machine[];
  readonly diagnostics: readonly Diagnostic[];
  /** What a service replicates; `replications.ts` joins it to the machines of all platforms. */
  readonly replications?: readonly ReplicationDraft[];
}

/** A replicated machine as the service's resources alone tell it. */
export interface ReplicationDraft {
  readonly address: string;
  readonly resource: Resource;
  /** One of `REPLICATION_DIRECTIONS`. A string. */
  readonly direction: Value;
  readonly source: ReplicatedSource;
  /** The machine after a failover, without its disks. */
  readonly machine: Machine;
  readonly disks: readonly ReplicatedDisk[];
  /** What every disk of the source becomes, when that is told for all of them together. */
  readonly everyDisk: Disk | undefined;
  /** Why it may replicate other disks than `disks` names. */
  readonly moreDisks: Value | undefined;
  /** Where recovery plans start it. */
  readonly boots: readonly BootPlace[];
  readonly facts: Omit<
    ReplicationFacts,
    'excludedDisks' | 'excludesExchangeData' | 'startsAfterDirectory' | 'dagMember' | 'cacheInSourceRegion'
  >;
}

/** The machine that is replicated: by its id in Azure, else by its name on one of some platforms. */
export interface ReplicatedSource {
  readonly id?: Value | undefined;
  readonly name?: Value | undefined;
  readonly platforms: readonly Platform[];
}

export interface ReplicatedDisk {
  /** The id of the replicated disk. */
  readonly source: Value | undefined;
  /** What it becomes in Azure. */
  readonly disk: Disk;
  /** It keeps the storage type that the replicated disk has. */
  readonly keepsSku: boolean;
  /** The region of its cache storage account, where a template tells it. */
  readonly cacheRegion?: Value | undefined;
}

/** A boot group of a recovery plan. */
export interface BootPlace {
  /** The address of the plan. */
  readonly plan: string;
  /** Counted from 0. */
  readonly group: number;
}
