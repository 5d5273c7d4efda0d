import type { SizeName } from './vm-sizes.ts';

/** What a VM size lets through to its managed disks. */
export interface DiskLimits {
  readonly maxDataDisks: number;
  /** Operations a second without host caching, bursts left out. */
  readonly uncachedIops: number;
  /** MB/s (10^6 bytes) without host caching, bursts left out. */
  readonly uncachedMbps: number;
}

/** The sizes of one series: `16:32/25600/600` is the size with number 16, its data disks, IOPS and MB/s. */
interface LimitsRow {
  readonly family: RegExp;
  readonly versions: readonly [from: number, to: number];
  /** What the feature letters must be. */
  readonly features: RegExp;
  readonly sizes: string;
}

/**
 * Source: the pages of the size series on Microsoft Learn ("Sizes for virtual machines in Azure", tables of remote
 * storage), as of February to August 2026. Series that are not here are unknown. Where a size can have two disk
 * controllers (Ebsv5), the figures of SCSI, the lower ones; where pages disagree, the lower figure.
 */
const ROWS: readonly LimitsRow[] = [
  {
    family: /^[de]$/,
    versions: [3, 4],
    features: /^i?d?s$/,
    sizes:
      '2:4/3200/48 4:8/6400/96 8:16/12800/192 16:32/25600/384 20:32/32000/480 32:32/51200/768 48:32/76800/1152 64:32/80000/1200 80:64/80000/1500',
  },
  {
    family: /^[de]$/,
    versions: [4, 4],
    features: /^as$/,
    sizes:
      '2:4/3200/48 4:8/6400/96 8:16/12800/192 16:32/25600/384 20:32/32000/480 32:32/51200/768 48:32/76800/1148 64:32/80000/1200 96:32/80000/1200',
  },
  {
    family: /^[de]$/,
    versions: [5, 5],
    features: /^i?d?s$/,
    sizes:
      '2:4/3750/85 4:8/6400/145 8:16/12800/290 16:32/25600/600 20:32/32000/750 32:32/51200/865 48:32/76800/1315 64:32/80000/1735 96:32/80000/2600 104:64/120000/4000',
  },
  {
    // The pages give the sizes without Premium Storage the same figures.
    family: /^[de]$/,
    versions: [5, 5],
    features: /^i?$/,
    sizes:
      '2:4/3750/85 4:8/6400/145 8:16/12800/290 16:32/25600/600 20:32/32000/750 32:32/51200/865 48:32/76800/1315 64:32/80000/1735 96:32/80000/2600 104:64/120000/4000',
  },
  {
    family: /^[de]$/,
    versions: [5, 5],
    features: /^i?ad?s$/,
    sizes:
      '2:4/3750/82 4:8/6400/144 8:16/12800/200 16:32/25600/384 20:32/32000/480 32:32/51200/768 48:32/76800/1152 64:32/80000/1200 96:32/80000/1600 112:64/120000/2000',
  },
  {
    family: /^e$/,
    versions: [5, 5],
    features: /^i?bd?s$/,
    sizes:
      '2:4/6000/170 4:8/12100/350 8:16/24200/680 16:32/48400/1370 32:32/96800/2740 48:32/120000/4000 64:32/120000/4000 96:32/120000/4000 112:64/260000/8000',
  },
  {
    family: /^[de]$/,
    versions: [6, 6],
    features: /^i?d?s$/,
    sizes:
      '2:8/3750/106 4:12/6400/212 8:24/12800/424 16:48/25600/848 20:48/32000/1060 32:64/51200/1696 48:64/76800/2544 64:64/102400/3392 96:64/153600/5088 128:64/204800/6782 192:64/260000/12000',
  },
  {
    family: /^[de]$/,
    versions: [6, 6],
    features: /^as$/,
    sizes:
      '2:4/4000/90 4:8/7600/180 8:16/15200/360 16:32/30400/720 20:32/38000/900 32:32/57600/1440 48:32/86400/2160 64:32/115200/2880 96:32/175000/4320',
  },
  {
    family: /^ds$/,
    versions: [2, 2],
    features: /^$/,
    sizes:
      '1:4/3200/48 2:8/6400/96 3:16/12800/192 4:32/25600/384 5:64/51200/768 11:8/6400/96 12:16/12800/192 13:32/25600/384 14:64/51200/768 15:64/64000/960',
  },
  {
    family: /^f$/,
    versions: [2, 2],
    features: /^s$/,
    sizes:
      '2:4/3200/47 4:8/6400/95 8:16/12800/190 16:32/25600/380 32:32/51200/750 48:32/76800/1100 64:32/80000/1100 72:32/80000/1100',
  },
];

/** A constrained size keeps the limits of the size that it is cut from. `undefined` where no table has the size. */
export function diskLimits({
  family,
  number,
  features,
  version,
  variants,
}: SizeName): DiskLimits | undefined {
  if (variants.length > 0) return undefined;
  const row = ROWS.find(
    ({ family: letters, versions: [from, to], features: shape }) =>
      letters.test(family) && from <= version && version <= to && shape.test(features),
  );
  const sizes = row?.sizes.split(' ').map(size => size.split(':')) ?? [];
  const [, figures = ''] = sizes.find(([name]) => Number(name) === number) ?? [];
  const [maxDataDisks, uncachedIops, uncachedMbps] = figures.split('/').map(Number);
  if (maxDataDisks === undefined || uncachedIops === undefined || uncachedMbps === undefined)
    return undefined;
  return { maxDataDisks, uncachedIops, uncachedMbps };
}

export type DiskController = 'scsi' | 'nvme';

/**
 * The only interface that a size has for its remote disks; `undefined` where it has both, or is not covered. Source:
 * Microsoft Learn, "Remote NVMe disks on Azure VMs" and the pages of the series (2026-08): NVMe came to the general
 * series with version 6, and Ebsv5 has both.
 */
export function onlyController({ family, version, features }: SizeName): DiskController | undefined {
  if (!['a', 'b', 'd', 'ds', 'e', 'f'].includes(family)) return undefined;
  if (version <= 5) return features.includes('b') ? undefined : 'scsi';
  return ['d', 'e', 'f'].includes(family) ? 'nvme' : undefined;
}
