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

const BITS: Readonly<Record<Family, number>> = { 4: 32, 6: 128 };

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
  const [address = '', length, ...rest] = text.trim().split('/');
  if (rest.length > 0) return undefined;
  const family: Family = address.includes(':') ? 6 : 4;
  const value = family === 4 ? parseIPv4(address) : parseIPv6(address);
  if (value === undefined) return undefined;
  const bits = BITS[family];
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined;
  const prefixLength = length === undefined ? bits : Number(length);
  if (prefixLength > bits) return undefined;
  const host = (1n << BigInt(bits - prefixLength)) - 1n;
  const first = value & ~host;
  return { family, first, last: first | host };
}

function parseIPv4(text: string): bigint | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined;
  const octets = text.split('.').map(Number);
  if (octets.some(octet => octet > 255)) return undefined;
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

/** RFC 4291 section 2.2, the form with an embedded IPv4 address included. */
function parseIPv6(text: string): bigint | undefined {
  let tail = text;
  const embedded = /:((?:\d{1,3}\.){3}\d{1,3})$/.exec(text)?.[1];
  if (embedded !== undefined) {
    const value = parseIPv4(embedded);
    if (value === undefined) return undefined;
    const groups = `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
    tail = text.slice(0, -embedded.length) + groups;
  }
  const halves = tail.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], end = []] = halves.map(half => (half === '' ? [] : half.split(':')));
  const gap = 8 - head.length - end.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array<string>(gap).fill('0'), ...end];
  if (!groups.every(group => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
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
    prefixes.push(`${addressText(at, family)}/${bits - size}`);
    at += 1n << BigInt(size);
  }
  return prefixes;
}

function addressText(value: bigint, family: Family): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map(shift => String((value >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  // RFC 5952: the longest run of two or more zero groups is written `::`.
  const zeros = groups.map(group => (group === '0' ? '0' : '-')).join('');
  const longest = (zeros.match(/0{2,}/g) ?? []).sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) return groups.join(':');
  const start = zeros.indexOf(longest);
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + longest.length).join(':')}`;
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
