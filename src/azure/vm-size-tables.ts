import type { SizeName } from './vm-sizes.ts';

/**
 * Figures of the size families that their names do not tell. Source: the pages of the size families on
 * Microsoft Learn ("Sizes for virtual machines in Azure"), read 2026-08. All memory in GiB.
 */

/** Sizes that take Premium disks although no `s` says so. */
export const PREMIUM_WITHOUT_S: ReadonlySet<string> = new Set(['m64', 'm64m', 'm128', 'm128m', 'dc8_v2']);

interface OrdinalSize {
  readonly vcpus: number;
  readonly gib: number;
}

/** `1:1/3.5` is: the size with number 1 has 1 vCPU and 3.5 GiB. */
const ORDINALS: Readonly<Record<string, string>> = {
  d: '1:1/3.5 2:2/7 3:4/14 4:8/28 5:16/56 11:2/14 12:4/28 13:8/56 14:16/112 15:20/140',
  a: '0:1/0.75 1:1/1.75 2:2/3.5 3:4/7 4:8/14 5:2/14 6:4/28 7:8/56 8:8/56 9:16/112 10:8/56 11:16/112',
  g: '1:2/28 2:4/56 3:8/112 4:16/224 5:32/448',
  b: `1ls:1/0.5 1s:1/1 1ms:1/2 2s:2/4 2ms:2/8 4ms:4/16 8ms:8/32 12ms:12/48 16ms:16/64 20ms:20/80`,
};

/** A size whose number counts sizes; `number` is what stands between the family and the version: `2`, `4ms`. */
export function ordinalSizeOf(family: string, number: string): OrdinalSize | undefined {
  const sizes = ORDINALS[family]?.split(' ') ?? [];
  const [, figures = ''] = sizes.map(size => size.split(':')).find(([name]) => name === number) ?? [];
  const [vcpus, gib] = figures.split('/').map(Number);
  return vcpus === undefined || gib === undefined ? undefined : { vcpus, gib };
}

/** M-series memory follows no rule; where the pages disagree, the lower figure. */
export const M_SERIES_GIB: ReadonlyMap<string, number> = new Map([
  ['m8ms', 218.75],
  ['m16ms', 437.5],
  ['m32ts', 192],
  ['m32ls', 256],
  ['m32ms', 875],
  ['m64', 1000],
  ['m64m', 1750],
  ['m64s', 1024],
  ['m64ls', 512],
  ['m64ms', 1750],
  ['m128', 2000],
  ['m128s', 2000],
  ['m128m', 3800],
  ['m128ms', 3800],
  ['m208s_v2', 2850],
  ['m208ms_v2', 5700],
  ['m416s_v2', 5700],
  ['m416ms_v2', 11400],
  ['m416s_8_v2', 7600],
  ['m32ms_v2', 875],
  ['m64s_v2', 1024],
  ['m64ms_v2', 1792],
  ['m128s_v2', 2048],
  ['m128ms_v2', 3892],
  ['m192is_v2', 2048],
  ['m192ims_v2', 4096],
  ['m12s_v3', 240],
  ['m24s_v3', 480],
  ['m48s_1_v3', 974],
  ['m96s_1_v3', 974],
  ['m96s_2_v3', 1946],
  ['m176s_3_v3', 2794],
  ['m176s_4_v3', 3892],
  ['m416s_6_v3', 5696],
  ['m416s_8_v3', 7600],
  ['m624s_12_v3', 11400],
  ['m832s_12_v3', 11400],
]);

/** Sizes of one kind that share a ratio of memory to vCPUs. The first row that fits a name holds. */
interface MemoryRow {
  readonly family: RegExp;
  readonly versions: readonly [from: number, to: number];
  /** What the feature letters must be like. */
  readonly features?: RegExp;
  readonly gibPerVcpu: number;
  /** Memory of sizes that do not follow the ratio, by the number in the name. */
  readonly except?: Readonly<Record<number, number>>;
  /** Above this number the ratio was not confirmed. */
  readonly upTo?: number;
}

const MEMORY_ROWS: readonly MemoryRow[] = [
  { family: /^a$/, versions: [2, 2], features: /m/, gibPerVcpu: 8 },
  { family: /^a$/, versions: [2, 2], gibPerVcpu: 2 },
  { family: /^b$/, versions: [2, 2], features: /t/, gibPerVcpu: Number.NaN, except: { 2: 1 } },
  { family: /^b$/, versions: [2, 2], features: /l/, gibPerVcpu: 2 },
  { family: /^b$/, versions: [2, 2], gibPerVcpu: 4 },
  { family: /^d$/, versions: [3, 7], features: /l/, gibPerVcpu: 2, upTo: 248 },
  { family: /^d$/, versions: [3, 7], gibPerVcpu: 4, upTo: 248 },
  { family: /^dc$/, versions: [2, 2], gibPerVcpu: 4 },
  { family: /^dc$/, versions: [3, 3], gibPerVcpu: 8 },
  { family: /^dc$/, versions: [4, 6], gibPerVcpu: 4 },
  { family: /^e$/, versions: [3, 3], gibPerVcpu: 8, except: { 64: 432 } },
  { family: /^e$/, versions: [4, 5], features: /a/, gibPerVcpu: 8, except: { 96: 672, 112: 672 } },
  { family: /^e$/, versions: [4, 4], gibPerVcpu: 8, except: { 64: 504, 80: 504 } },
  { family: /^e$/, versions: [5, 5], gibPerVcpu: 8, except: { 96: 672, 104: 672, 112: 672 } },
  { family: /^e$/, versions: [6, 6], features: /[ap]/, gibPerVcpu: 8, except: { 96: 672 }, upTo: 96 },
  { family: /^e$/, versions: [6, 6], gibPerVcpu: 8, except: { 192: 1832 }, upTo: 192 },
  { family: /^e$/, versions: [7, 7], gibPerVcpu: 8, except: { 372: 2832 }, upTo: 372 },
  { family: /^ec$/, versions: [5, 6], gibPerVcpu: 8, except: { 96: 672 } },
  { family: /^f$/, versions: [1, 2], gibPerVcpu: 2 },
  { family: /^f$/, versions: [6, 7], features: /l/, gibPerVcpu: 2 },
  { family: /^f$/, versions: [6, 7], features: /m/, gibPerVcpu: 8 },
  { family: /^f$/, versions: [6, 7], gibPerVcpu: 4 },
  { family: /^fx$/, versions: [1, 2], gibPerVcpu: 21, except: { 96: 1832 } },
  { family: /^l$/, versions: [1, 4], gibPerVcpu: 8 },
];

/** The memory of a size whose number counts vCPUs; `undefined` for families that no row covers. */
export function memoryByRatio(name: SizeName): number | undefined {
  const row = MEMORY_ROWS.find(
    ({ family, versions: [from, to], features }) =>
      family.test(name.family) &&
      from <= name.version &&
      name.version <= to &&
      (features?.test(name.features) ?? true),
  );
  if (row === undefined) return undefined;
  const gib = row.except?.[name.number];
  if (gib !== undefined) return gib;
  const covered = name.number <= (row.upTo ?? Number.POSITIVE_INFINITY) && !Number.isNaN(row.gibPerVcpu);
  return covered ? name.number * row.gibPerVcpu : undefined;
}
