import type { DiskTier } from './disk-skus.ts';

/** What a managed disk delivers, bursts left out. */
export interface DiskPerformance {
  readonly iops: number;
  /** MB/s (10^6 bytes). */
  readonly mbps: number;
}

/** `P30:1024/5000/200` is: P30 has up to 1,024 GiB, 5,000 IOPS and 200 MB/s. */
const TABLES = {
  // Source: Microsoft Learn, "Azure managed disk types" and "Scalability and performance targets for VM disks" (2026-08).
  premium:
    'P1:4/120/25 P2:8/120/25 P3:16/120/25 P4:32/120/25 P6:64/240/50 P10:128/500/100 P15:256/1100/125 P20:512/2300/150 P30:1024/5000/200 P40:2048/7500/250 P50:4096/7500/250 P60:8192/16000/500 P70:16384/18000/750 P80:32767/20000/900',
  standardSsd: 'E50:4096/500/100 E60:8192/2000/400 E70:16384/4000/600 E80:32767/6000/750',
  standardHdd: 'S50:4096/500/60 S60:8192/1300/300 S70:16384/2000/500 S80:32767/2000/500',
} as const;

interface TableRow extends DiskPerformance {
  readonly name: string;
  readonly upToGib: number;
}

function rowsOf(table: string): readonly TableRow[] {
  return table.split(' ').flatMap(row => {
    const [name, figures = ''] = row.split(':');
    const [upToGib, iops, mbps] = figures.split('/').map(Number);
    if (name === undefined || upToGib === undefined || iops === undefined || mbps === undefined) return [];
    return [{ name, upToGib, iops, mbps }];
  });
}

/** Every Premium SSD v2 disk has this without being asked ("Premium SSD v2 performance", 2026-08). */
export const PREMIUM_V2_BASELINE: DiskPerformance = { iops: 3000, mbps: 125 };

/**
 * What a Premium SSD or standard disk delivers: by its size, or by the performance tier that it is set to (`P40`).
 * `undefined` for sizes and tiers that there are not, and for disks whose performance is set by itself.
 */
export function performanceBySize(
  sku: string,
  tier: DiskTier,
  sizeGib: number,
  performanceTier?: string,
): DiskPerformance | undefined {
  if (tier === 'premium') {
    const rows = rowsOf(TABLES.premium);
    const wanted = performanceTier?.toUpperCase();
    return wanted === undefined
      ? rows.find(({ upToGib }) => sizeGib <= upToGib)
      : rows.find(({ name }) => name === wanted);
  }
  if (tier !== 'standard') return undefined;
  const table = /^standardssd/i.test(sku) ? TABLES.standardSsd : TABLES.standardHdd;
  return rowsOf(table).find(({ upToGib }) => sizeGib <= upToGib);
}
