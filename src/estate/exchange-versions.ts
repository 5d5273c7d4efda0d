import { boolValue, nullValue, numberValue, stringValue } from '../value/make.ts';
import { unknownFrom } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';

/**
 * The versions of Exchange Server and what Microsoft publishes about each. Read on 2026-11-21; the source
 * of a figure stands beside it.
 */

/** In the order in which they came out. */
export const EXCHANGE_VERSIONS = [
  '5.5',
  '2000',
  '2003',
  '2007',
  '2010',
  '2013',
  '2016',
  '2019',
  'SE',
] as const;

export type ExchangeVersion = (typeof EXCHANGE_VERSIONS)[number];

/** The versions that a server can have whose version nothing tells: those that run on today's platforms. */
export const CANDIDATE_VERSIONS: readonly ExchangeVersion[] = ['2013', '2016', '2019', 'SE'];

export const isExchangeVersion = (text: string): text is ExchangeVersion =>
  EXCHANGE_VERSIONS.some(version => version === text);

/** Negative when `a` came out before `b`. */
export const compareVersions = (a: ExchangeVersion, b: ExchangeVersion): number =>
  EXCHANGE_VERSIONS.indexOf(a) - EXCHANGE_VERSIONS.indexOf(b);

/**
 * The last day of extended support, in UTC.
 * 2007 to 2019: Microsoft Lifecycle, the product's page on learn.microsoft.com/lifecycle/products, and
 * "Exchange 2016 and Exchange 2019 end of support", techcommunity.microsoft.com, Exchange Team Blog.
 * SE follows the modern lifecycle, which has no fixed end; Microsoft has promised support until the end of
 * 2035 at least (Exchange Team Blog, and the placeholder in CSS-Exchange's build table).
 */
const SUPPORT_ENDS: Readonly<Record<ExchangeVersion, string>> = {
  '5.5': '2006-01-10',
  2000: '2011-01-11',
  2003: '2014-04-08',
  2007: '2017-04-11',
  2010: '2020-10-13',
  2013: '2023-04-11',
  2016: '2025-10-14',
  2019: '2025-10-14',
  SE: '2035-12-31',
};

interface MemoryRow {
  readonly mailboxGib: number;
  readonly clientAccessGib?: number;
  readonly edgeGib: number;
  /** Below it the server is unsupported; else the figure is what Microsoft recommends at the least. */
  readonly isMinimum: boolean;
}

/**
 * Memory by version and role, in GiB.
 * 2013: "Exchange 2013 system requirements", 8 GB for Mailbox alone or with Client Access, 4 GB for Client
 * Access alone and for Edge. 2016 and 2019: "Exchange Server system requirements", hardware table. SE has
 * the hardware requirements of 2019 ("Exchange Server Subscription Edition", Exchange Team Blog).
 */
const MEMORY: Readonly<Partial<Record<ExchangeVersion, MemoryRow>>> = {
  2013: { mailboxGib: 8, clientAccessGib: 4, edgeGib: 4, isMinimum: true },
  2016: { mailboxGib: 8, edgeGib: 4, isMinimum: true },
  2019: { mailboxGib: 128, edgeGib: 64, isMinimum: false },
  SE: { mailboxGib: 128, edgeGib: 64, isMinimum: false },
};

/**
 * The most processors that a server of a version should have: HealthChecker's limits (CSS-Exchange,
 * Diagnostics/HealthChecker, hardware information, April 2026), 24 cores for 2013 and 2016, 48 for 2019 and SE.
 */
const VCPU_CEILING: Readonly<Partial<Record<ExchangeVersion, number>>> = {
  2013: 24,
  2016: 24,
  2019: 48,
  SE: 48,
};

/** The most processors that Microsoft recommends for a version; `undefined` for those before 2013. */
export function vcpuCeiling(version: Value): Value | undefined {
  if (version.kind === 'unknown') return unknownFrom([version], version.origin);
  const ceiling =
    version.kind === 'string' && isExchangeVersion(version.value) ? VCPU_CEILING[version.value] : undefined;
  return ceiling === undefined ? undefined : numberValue(ceiling, version.origin);
}

/** The last day of support of a version, as an ISO date string that comes from where the version does. */
export function supportEnds(version: Value): Value {
  if (version.kind === 'unknown') return unknownFrom([version], version.origin);
  return version.kind === 'string' && isExchangeVersion(version.value)
    ? stringValue(SUPPORT_ENDS[version.value], version.origin)
    : nullValue(version.origin);
}

/**
 * The most memory that a server of a version should have, in GiB: HealthChecker's limits (CSS-Exchange,
 * Diagnostics/HealthChecker, hardware information, April 2026), which are those of the preferred architectures.
 */
const MEMORY_CEILING_GIB: Readonly<Partial<Record<ExchangeVersion, number>>> = {
  2013: 96,
  2016: 192,
  2019: 256,
  SE: 256,
};

/** MiB, a number; `undefined` for versions before 2013. */
export function memoryCeilingMib(version: Value): Value | undefined {
  return figureOf(version, name => {
    const ceiling = MEMORY_CEILING_GIB[name];
    return ceiling === undefined ? undefined : ceiling * 1024;
  });
}

/** 2013 and 2016: never larger than this. MB, as the system requirements have it. */
const LARGEST_PAGE_FILE_MB = 32_778;

/**
 * The size of the page file that Microsoft asks for, in GiB: the memory and 10 MB, but no more than 32,778 MB, with
 * 2013 and 2016; a quarter of the memory with 2019 and SE ("Exchange Server system requirements" and "Exchange 2013
 * system requirements", hardware). `undefined` for earlier versions.
 */
export function pageFileGib(version: Value, memoryMib: Value): Value | undefined {
  return figureOf(version, name => {
    if (compareVersions(name, '2013') < 0) return undefined;
    if (memoryMib.kind !== 'number') return unknownFrom([memoryMib], memoryMib.origin);
    return compareVersions(name, '2019') < 0
      ? Math.min(memoryMib.value + 10, LARGEST_PAGE_FILE_MB) / 1024
      : memoryMib.value / 4 / 1024;
  });
}

/** A figure by version, which comes from where the version does. */
function figureOf(
  version: Value,
  figure: (name: ExchangeVersion) => number | Value | undefined,
): Value | undefined {
  if (version.kind === 'unknown') return unknownFrom([version], version.origin);
  if (version.kind !== 'string' || !isExchangeVersion(version.value)) return undefined;
  const found = figure(version.value);
  return typeof found === 'number' ? numberValue(found, version.origin) : found;
}

export interface MemoryFloor {
  /** MiB. A number. */
  readonly sizeMib: Value;
  /** Whether a server with less is unsupported; else the figure is a recommendation. A bool. */
  readonly isMinimum: Value;
}

/**
 * The least memory that Microsoft names for a version (a string) and roles (a list of strings). Unknown
 * when one of them is; `undefined` for versions before 2013, which name none that exvet judges.
 */
export function memoryFloor(version: Value, roles: Value): MemoryFloor | undefined {
  const undecided = [version, roles].filter(value => value.kind === 'unknown');
  if (undecided.length > 0) {
    const value = unknownFrom(undecided, version.origin);
    return { sizeMib: value, isMinimum: value };
  }
  if (version.kind !== 'string' || !isExchangeVersion(version.value)) return undefined;
  const row = MEMORY[version.value];
  if (row === undefined) return undefined;
  return {
    sizeMib: numberValue(gibFor(row, roleNames(roles)) * 1024, version.origin),
    isMinimum: boolValue(row.isMinimum, version.origin),
  };
}

/** A server with several roles needs what the largest of them does. */
function gibFor(row: MemoryRow, roles: readonly string[]): number {
  if (roles.includes('mailbox') || roles.length === 0) return row.mailboxGib;
  if (roles.every(role => role === 'edge')) return row.edgeGib;
  return row.clientAccessGib ?? row.mailboxGib;
}

const roleNames = (roles: Value): readonly string[] =>
  roles.kind === 'list'
    ? roles.elements.flatMap(element => (element.kind === 'string' ? [element.value] : []))
    : [];
