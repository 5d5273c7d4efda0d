/** IP addresses and networks in CIDR notation, as Terraform, Resource Manager and Azure's rules write them. */

export type AddressBits = 32 | 128;

export interface IpAddress {
  readonly number: bigint;
  readonly bits: AddressBits;
}

/** The first address of a network, and how many leading bits all of its addresses share. */
export interface IpNetwork {
  readonly first: bigint;
  readonly prefixLength: number;
  readonly bits: AddressBits;
}

/** `10.0.0.4`, `2001:db8::1`, `::ffff:10.0.0.4`; `undefined` when the text is no address. */
export function parseAddress(text: string): IpAddress | undefined {
  const bits = text.includes(':') ? 128 : 32;
  const number = bits === 128 ? parseIpv6(text) : parseIpv4(text);
  return number === undefined ? undefined : { number, bits };
}

/**
 * `10.0.0.0/8`; `undefined` when the text is no network. Bits behind the prefix length are cleared, as
 * Terraform and Azure do.
 */
export function parseNetwork(text: string): IpNetwork | undefined {
  const [addressText = '', lengthText = '', ...more] = text.split('/');
  const address = parseAddress(addressText);
  if (address === undefined || more.length > 0 || !/^\d{1,3}$/.test(lengthText)) return undefined;
  const prefixLength = Number(lengthText);
  const { number, bits } = address;
  if (prefixLength > bits) return undefined;
  const hostBits = BigInt(bits - prefixLength);
  return { first: (number >> hostBits) << hostBits, prefixLength, bits };
}

/** How many addresses a network has. */
export const networkSize = ({ prefixLength, bits }: Omit<IpNetwork, 'first'>): bigint =>
  1n << BigInt(bits - prefixLength);

export const networkText = ({ first, prefixLength, bits }: IpNetwork): string =>
  `${addressText({ number: first, bits })}/${prefixLength}`;

/** Leading zeros are taken as decimal, as Go did when Terraform began. */
function parseIpv4(text: string): bigint | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every(octet => /^\d+$/.test(octet) && Number(octet) <= 255))
    return undefined;
  return octets.reduce((number, octet) => (number << 8n) | BigInt(octet), 0n);
}

/** RFC 4291 section 2.2, the form with an embedded IPv4 address included. */
function parseIpv6(text: string): bigint | undefined {
  const embedded = /:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  const tail = embedded === undefined ? undefined : parseIpv4(embedded);
  if (embedded !== undefined && tail === undefined) return undefined;
  const plain =
    embedded === undefined || tail === undefined
      ? text
      : `${text.slice(0, -embedded.length)}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`;
  const halves = plain.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], end = []] = halves.map(half => (half === '' ? [] : half.split(':')));
  const gap = 8 - head.length - end.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...end];
  if (!groups.every(group => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((number, group) => (number << 16n) | BigInt(`0x${group}`), 0n);
}

/** RFC 5952: the first of the longest runs of two or more zero groups is written `::`. */
export function addressText({ number, bits }: IpAddress): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map(shift => (number >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((number >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  const zeros = groups.map(group => (group === '0' ? '0' : '-')).join('');
  const longest = (zeros.match(/0{2,}/g) ?? []).sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) return groups.join(':');
  const start = zeros.indexOf(longest);
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + longest.length).join(':')}`;
}
