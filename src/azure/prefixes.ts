import {
  type AddressBits,
  networkSize,
  networkText,
  parseAddress,
  parseNetwork,
} from '../value/ip-network.ts';

/**
 * Sets of IP addresses, as security rules and routes write them: prefixes in CIDR notation or single
 * addresses, IPv4 and IPv6. Sets are exact: a rule that opens all but one /24 leaves exactly that /24.
 */

export type Family = 4 | 6;

/** Addresses of one family from `first` to `last`, both included. */
export interface AddressRange {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

const BITS: Readonly<Record<Family, AddressBits>> = { 4: 32, 6: 128 };
const FAMILY: Readonly<Record<AddressBits, Family>> = { 32: 4, 128: 6 };

/** An immutable set of addresses, kept as disjoint ranges in ascending order. */
export class AddressSet {
  readonly ranges: readonly AddressRange[];

  private constructor(ranges: readonly AddressRange[]) {
    this.ranges = ranges;
  }

  static readonly none = new AddressSet([]);
  static readonly all = AddressSet.of(wholeSpace(4), wholeSpace(6));

  static of(...ranges: readonly AddressRange[]): AddressSet {
    const sorted = [...ranges].sort(compareRanges);
    const merged: AddressRange[] = [];
    for (const range of sorted) {
      const last = merged.at(-1);
      if (last !== undefined && last.family === range.family && range.first <= last.last + 1n) {
        if (range.last > last.last) merged[merged.length - 1] = { ...last, last: range.last };
      } else merged.push(range);
    }
    return new AddressSet(merged);
  }

  /** Reads prefixes; throws on text that is none, so it is for tables and tests only. */
  static from(...prefixes: readonly string[]): AddressSet {
    return AddressSet.of(
      ...prefixes.map(text => {
        const range = parsePrefix(text);
        if (range === undefined) throw new Error(`not an address prefix: ${text}`);
        return range;
      }),
    );
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  /** How many addresses it holds. */
  get count(): bigint {
    return this.ranges.reduce((sum, range) => sum + range.last - range.first + 1n, 0n);
  }

  unite(other: AddressSet): AddressSet {
    if (other.isEmpty) return this;
    return this.isEmpty ? other : AddressSet.of(...this.ranges, ...other.ranges);
  }

  intersect(other: AddressSet): AddressSet {
    const shared: AddressRange[] = [];
    for (const a of this.ranges) {
      for (const b of other.ranges) {
        if (a.family !== b.family) continue;
        const first = a.first > b.first ? a.first : b.first;
        const last = a.last < b.last ? a.last : b.last;
        if (first <= last) shared.push({ family: a.family, first, last });
      }
    }
    return AddressSet.of(...shared);
  }

  subtract(other: AddressSet): AddressSet {
    const left: AddressRange[] = [];
    for (const { family, first, last } of this.ranges) {
      let from = first;
      for (const hole of other.ranges) {
        if (hole.family !== family || hole.last < from || hole.first > last) continue;
        if (hole.first > from) left.push({ family, first: from, last: hole.first - 1n });
        from = hole.last + 1n;
      }
      if (from <= last) left.push({ family, first: from, last });
    }
    return AddressSet.of(...left);
  }

  contains(other: AddressSet): boolean {
    return other.subtract(this).isEmpty;
  }

  overlaps(other: AddressSet): boolean {
    return !this.intersect(other).isEmpty;
  }

  equals(other: AddressSet): boolean {
    return this.contains(other) && other.contains(this);
  }

  ofFamilies(families: readonly Family[]): AddressSet {
    return new AddressSet(this.ranges.filter(range => families.includes(range.family)));
  }

  /** The fewest prefixes that make up the set, in ascending order. */
  prefixes(): string[] {
    return this.ranges.flatMap(rangePrefixes);
  }
}

function compareRanges(a: AddressRange, b: AddressRange): number {
  if (a.family !== b.family) return a.family - b.family;
  return a.first < b.first ? -1 : a.first > b.first ? 1 : 0;
}

function wholeSpace(family: Family): AddressRange {
  return { family, first: 0n, last: (1n << BigInt(BITS[family])) - 1n };
}

/**
 * `10.0.0.0/8`, `10.0.0.4`, `2001:db8::/32`. Bits behind the prefix length are cleared, as Azure does.
 * `undefined` when the text is no address or prefix.
 */
export function parsePrefix(text: string): AddressRange | undefined {
  const written = text.trim();
  const address = parseAddress(written);
  if (address !== undefined) {
    return { family: FAMILY[address.bits], first: address.number, last: address.number };
  }
  const network = parseNetwork(written);
  if (network === undefined) return undefined;
  const { first, bits } = network;
  return { family: FAMILY[bits], first, last: first + networkSize(network) - 1n };
}

/** A prefix, or the first and the last address of a range as firewalls write it: `10.0.0.4-10.0.0.9`. */
export function parseAddresses(text: string): AddressRange | undefined {
  const prefix = parsePrefix(text);
  if (prefix !== undefined) return prefix;
  const [first, last] = text.split('-').map(end => parsePrefix(end));
  if (first === undefined || last === undefined || first.family !== last.family) return undefined;
  return first.first > last.last ? undefined : { ...first, last: last.last };
}

function rangePrefixes({ family, first, last }: AddressRange): string[] {
  const bits = BITS[family];
  const prefixes: string[] = [];
  let at = first;
  while (at <= last) {
    let size = 0;
    while (size < bits && (at & ((1n << BigInt(size + 1)) - 1n)) === 0n) {
      if (at + (1n << BigInt(size + 1)) - 1n > last) break;
      size++;
    }
    prefixes.push(networkText({ first: at, prefixLength: bits - size, bits }));
    at += 1n << BigInt(size);
  }
  return prefixes;
}

/**
 * Addresses that are never a destination on the Internet: IANA special-purpose address registries
 * (RFC 6890, read 2026-08), multicast, and 168.63.129.16, Azure's platform address. The documentation
 * ranges (RFC 5737, RFC 3849) are left in the Internet, since in samples they stand for public addresses.
 */
const NOT_INTERNET = AddressSet.from(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
);

/** Global unicast, the only IPv6 space that is assigned (RFC 4291 section 2.4). */
const INTERNET_IPV6 = AddressSet.from('2000::/3');

/** Every address that mail could be delivered to on the Internet. */
export const INTERNET: AddressSet = AddressSet.from('0.0.0.0/0').subtract(NOT_INTERNET).unite(INTERNET_IPV6);
