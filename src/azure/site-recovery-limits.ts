/**
 * How large a machine may be that Azure Site Recovery replicates. The figures grew over the years, and older
 * guides still name the former ones, so each table has the date of its matrix; the last one counts.
 *
 * Sources: Microsoft Learn, "Support matrix for disaster recovery of on-premises Hyper-V VMs to Azure"
 * (site-recovery/hyper-v-azure-support-matrix, states of January 2020 and of 2026-09-11) and "Support matrix for
 * Azure VM disaster recovery between Azure regions" (site-recovery/azure-to-azure-support-matrix, June 2025).
 */
export interface ReplicationLimits {
  /** The date of the matrix, an ISO date or month. */
  readonly matrix: string;
  /** The largest OS disk of a virtual machine of generation 1 and of generation 2, in GiB. */
  readonly osDiskGib: readonly [generation1: number, generation2: number];
  /** The largest data disk, in GiB. */
  readonly dataDiskGib: number;
  /** The smallest data disk, in GiB. */
  readonly leastDataDiskGib: number;
  /** All disks together; not limited when absent. */
  readonly disks?: number;
  /** What may change on all disks of a machine together, in MB/s. */
  readonly churn: number;
}

type LimitTable = readonly [ReplicationLimits, ...ReplicationLimits[]];

/** Oldest first. The older matrix counted 16 data disks beside the OS disk. */
export const HYPER_V_LIMITS: LimitTable = [
  {
    matrix: '2020-01',
    osDiskGib: [2048, 300],
    dataDiskGib: 4095,
    leastDataDiskGib: 1,
    disks: 17,
    churn: 54,
  },
  {
    matrix: '2026-09-11',
    osDiskGib: [2048, 4095],
    dataDiskGib: 32767,
    leastDataDiskGib: 1,
    disks: 64,
    churn: 54,
  },
];

/** With the option "high churn" 100 MB/s instead of 54; no template states which of the two is chosen. */
export const AZURE_LIMITS: LimitTable = [
  {
    matrix: '2025-06',
    osDiskGib: [4095, 4095],
    dataDiskGib: 32767,
    leastDataDiskGib: 1,
    churn: 100,
  },
];

/** The limits that count for a direction (`REPLICATION_DIRECTIONS`); `undefined` where there is no such table. */
export function replicationLimits(direction: string): ReplicationLimits | undefined {
  if (direction === 'azure-to-azure') return AZURE_LIMITS.at(-1);
  return direction === 'hyper-v-to-azure' || direction === 'vmm-to-azure' ? HYPER_V_LIMITS.at(-1) : undefined;
}
