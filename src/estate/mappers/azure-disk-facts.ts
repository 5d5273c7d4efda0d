import {
  type DiskPerformance,
  PREMIUM_V2_BASELINE,
  performanceBySize,
} from '../../azure/disk-performance.ts';
import type { DiskTier } from '../../azure/disk-skus.ts';
import { boolValue, numberValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { asBool, asNumber, textIn } from '../../value/read.ts';
import { type Reason, unknown, unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { Disk } from '../model.ts';
import type { AttachedAs, SetPerformance } from './azure-inventory.ts';

/**
 * What follows from what is stated about an Azure disk, in the machine, by its attachment and by the disk resource.
 * Sources of what absence means: documentation of azurerm and of Microsoft.Compute (2026-08).
 */

/** Everything that tells about one disk of one machine. */
export interface DiskStatements {
  readonly isOs: boolean;
  /** Where the machine or the attachment declares it. */
  readonly here: Origin;
  /** Why the disk resource cannot be seen, when it cannot. */
  readonly unseen: readonly Reason[] | undefined;
  readonly attached: AttachedAs;
  readonly diffOption: Value | undefined;
  readonly vhdUri: Value | undefined;
  /** Of the disk resource, or of the disk that the machine makes. */
  readonly createOption: Value | undefined;
  readonly maxShares: Value | undefined;
  readonly sectorSize: Value | undefined;
  readonly performance: SetPerformance;
  readonly sku: Value;
  readonly tier: Value;
  readonly sizeGib: Value | undefined;
}

type DiskFacts = Required<
  Pick<
    Disk,
    | 'caching'
    | 'ephemeral'
    | 'managed'
    | 'writeAccelerator'
    | 'copied'
    | 'shared'
    | 'sectors'
    | 'iops'
    | 'throughputMbps'
  >
>;

export function diskFacts(disk: DiskStatements): DiskFacts {
  const performance = performanceOf(disk);
  return {
    caching: cachingOf(disk),
    ephemeral: ephemeralOf(disk),
    managed: managedOf(disk),
    writeAccelerator: flagOf(disk.attached.writeAccelerator, disk.here),
    copied: copiedOf(disk),
    shared: sharedOf(disk),
    sectors: sectorsOf(disk),
    iops: performance.iops,
    throughputMbps: performance.mbps,
  };
}

const flagOf = (stated: Value | undefined, here: Origin): Value =>
  stated === undefined ? boolValue(false, here) : asBool(stated);

const CACHING: Readonly<Record<string, string>> = {
  none: 'none',
  readonly: 'read-only',
  readwrite: 'read-write',
};

/**
 * What the platform takes for caching that is not stated is documented in two ways: of data disks it is `None` or
 * `ReadOnly`, of OS disks `ReadOnly` or `ReadWrite` (properties of Microsoft.Compute/virtualMachines; "Virtual
 * machine template guide").
 */
function cachingOf({ attached: { caching }, isOs, here }: DiskStatements): Value {
  if (caching === undefined) {
    const text = 'the platform picks the host caching of a disk that states none: state caching';
    const candidates = (isOs ? ['read-only', 'read-write'] : ['none', 'read-only']).map(choice =>
      stringValue(choice, here),
    );
    return unknown({ kind: 'provider', text, range: here.range }, here, { candidates });
  }
  if (caching.kind === 'unknown') {
    const candidates = caching.candidates?.flatMap(candidate => {
      const known = CACHING[textIn(candidate)?.toLowerCase() ?? ''];
      return known === undefined ? [] : [stringValue(known, candidate.origin)];
    });
    return unknownFrom([caching], caching.origin, { candidates });
  }
  const known = CACHING[textIn(caching)?.toLowerCase() ?? ''];
  if (known !== undefined) return stringValue(known, caching.origin);
  const text = 'host caching is None, ReadOnly or ReadWrite';
  return unknown({ kind: 'error', text, range: caching.origin.range }, caching.origin);
}

/** `Local`, the only option that there is, puts the OS disk on the host. */
function ephemeralOf({ diffOption, here }: DiskStatements): Value {
  if (diffOption === undefined) return boolValue(false, here);
  if (diffOption.kind === 'unknown') return unknownFrom([diffOption], diffOption.origin);
  return boolValue(textIn(diffOption)?.toLowerCase() === 'local', diffOption.origin);
}

/** A blob's address makes a disk unmanaged; an input that may be null leaves it open. */
function managedOf({ vhdUri, here }: DiskStatements): Value {
  if (vhdUri === undefined) return boolValue(true, here);
  const mayBeNull = vhdUri.kind === 'unknown' && vhdUri.parts === undefined && vhdUri.reference === undefined;
  return mayBeNull ? unknownFrom([vhdUri], vhdUri.origin) : boolValue(false, vhdUri.origin);
}

/** What makes a disk out of one that something was written to. */
const COPYING: ReadonlySet<string> = new Set(['copy', 'copystart', 'copyfromsansnapshot', 'restore']);

function copiedOf({ createOption, unseen, here }: DiskStatements): Value {
  const option = textIn(createOption)?.toLowerCase();
  if (createOption?.kind === 'unknown') return unknownFrom([createOption], createOption.origin);
  if (option !== undefined && option !== 'attach') {
    return boolValue(COPYING.has(option), createOption?.origin ?? here);
  }
  if (unseen !== undefined) return unknown(unseen, here);
  return boolValue(false, here);
}

function sharedOf({ maxShares, unseen, here }: DiskStatements): Value {
  if (maxShares !== undefined) {
    const number = asNumber(maxShares);
    if (number.kind === 'number') return boolValue(number.value > 1, maxShares.origin);
    if (number.kind === 'unknown') return unknownFrom([number], maxShares.origin);
  }
  return unseen === undefined ? boolValue(false, here) : unknown(unseen, here);
}

/**
 * Premium SSD and standard disks show sectors of 512 bytes on physical ones of 4,096; Premium SSD v2 and Ultra disks
 * are native unless told otherwise ("Azure managed disk types", 2026-08).
 */
function sectorsOf({ tier, sectorSize, here }: DiskStatements): Value {
  const text = textIn(tier);
  if (text === undefined) return tier.kind === 'unknown' ? tier : unknownTier(tier, here);
  if (text !== 'premium-v2' && text !== 'ultra') return stringValue('512e', tier.origin);
  if (sectorSize === undefined) return stringValue('4kn', here);
  const size = asNumber(sectorSize);
  if (size.kind === 'unknown') return unknownFrom([size], sectorSize.origin);
  return stringValue(size.kind === 'number' && size.value === 512 ? '512e' : '4kn', sectorSize.origin);
}

const unknownTier = (tier: Value, here: Origin): Value =>
  unknown({ kind: 'error', text: 'the tier of the disk is no text', range: tier.origin.range }, here);

interface PerformanceValues {
  readonly iops: Value;
  readonly mbps: Value;
}

function performanceOf(disk: DiskStatements): PerformanceValues {
  const { tier, sku, sizeGib, performance, here } = disk;
  const both = (value: Value): PerformanceValues => ({ iops: value, mbps: value });
  const kind = textIn(tier);
  if (kind === undefined) return both(tier);
  if (kind === 'premium-v2' || kind === 'ultra') {
    const baseline = kind === 'premium-v2' ? PREMIUM_V2_BASELINE : undefined;
    return {
      iops: setOrBaseline(performance.iops, baseline?.iops, here),
      mbps: setOrBaseline(performance.mbps, baseline?.mbps, here),
    };
  }
  const size = sizeGib === undefined ? undefined : asNumber(sizeGib);
  const open = [sku, size, performance.tier].filter(value => value?.kind === 'unknown');
  const [first] = open;
  if (first !== undefined)
    return both(
      unknownFrom(
        open.filter(value => value !== undefined),
        first.origin,
      ),
    );
  if (size?.kind !== 'number') {
    const text = 'a disk that states no size gets the size of what it is made from';
    return both(unknown({ kind: 'data', text, range: here.range }, here));
  }
  const found = performanceBySize(textIn(sku) ?? '', tierName(kind), size.value, textIn(performance.tier));
  return found === undefined ? both(noSuchSize(size, performance)) : figures(found, size.origin);
}

const tierName = (tier: string): DiskTier => (tier === 'premium' ? 'premium' : 'standard');

const figures = ({ iops, mbps }: DiskPerformance, origin: Origin): PerformanceValues => ({
  iops: numberValue(iops, origin),
  mbps: numberValue(mbps, origin),
});

function setOrBaseline(stated: Value | undefined, baseline: number | undefined, here: Origin): Value {
  if (stated !== undefined) return asNumber(stated);
  if (baseline !== undefined) return numberValue(baseline, here);
  const text = 'an Ultra disk that states no performance gets what the platform picks';
  return unknown({ kind: 'provider', text, range: here.range }, here);
}

function noSuchSize(size: Value, { tier }: SetPerformance): Value {
  const at = tier ?? size;
  const text = 'there is no disk of that size or performance tier';
  return unknown({ kind: 'error', text, range: at.origin.range }, at.origin);
}
