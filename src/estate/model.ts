import type { SourceRange } from '../source/range.ts';
import type { Resource } from '../value/resource.ts';
import type { Value } from '../value/value.ts';
import type { Machine, Platform } from './machine.ts';

export type * from './machine.ts';
export type * from './machine-disk.ts';
export type * from './machine-placement.ts';

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
