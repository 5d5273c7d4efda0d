import { numberValue, objectValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { STRING } from '../../value/type.ts';
import type { Value } from '../../value/value.ts';
import { type ArmFunction, FunctionError, indexArgument, pure, textArgument } from './definition.ts';

interface Network {
  readonly first: bigint;
  readonly prefix: number;
  readonly bits: 32 | 128;
}

function readNetwork(text: string): Network {
  const [address = '', length = '', ...more] = text.split('/');
  const bits = address.includes(':') ? 128 : 32;
  const number = bits === 128 ? readIpv6(address) : readIpv4(address);
  const prefix = Number(length);
  if (number === undefined || more.length > 0 || !/^\d{1,3}$/.test(length) || prefix > bits) {
    throw new FunctionError(`cannot read '${text}' as a network in CIDR notation`);
  }
  return { first: (number >> hostBits(bits, prefix)) << hostBits(bits, prefix), prefix, bits };
}

const hostBits = (bits: number, prefix: number): bigint => BigInt(bits - prefix);

function readIpv4(text: string): bigint | undefined {
  const bytes = text.split('.');
  if (bytes.length !== 4 || !bytes.every(byte => /^\d{1,3}$/.test(byte) && Number(byte) < 256))
    return undefined;
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function readIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  const [head = [], tail = []] = halves.map(half => (half === '' ? [] : half.split(':')));
  const gap = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 1 ? gap !== 0 : gap < 1)) return undefined;
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail];
  if (!groups.every(group => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((number, group) => (number << 16n) | BigInt(`0x${group}`), 0n);
}

const addressText = (address: bigint, bits: 32 | 128): string =>
  bits === 32 ? ipv4Text(address) : ipv6Text(address);

const ipv4Text = (address: bigint): string =>
  [24n, 16n, 8n, 0n].map(shift => (address >> shift) & 255n).join('.');

/** The canonical text of RFC 5952: the longest run of two or more zero groups is left out. */
function ipv6Text(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 65535n).toString(16),
  );
  const text = groups.join(':');
  const runs = [...text.matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)];
  const longest = runs.toSorted((a, b) => b[0].length - a[0].length)[0];
  if (longest === undefined) return text;
  const before = text.slice(0, longest.index).replace(/:$/, '');
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, '');
  return `${before}::${after}`;
}

const cidrText = ({ first, prefix, bits }: Network): string => `${addressText(first, bits)}/${prefix}`;

function subnet(network: Network, prefix: number, index: number): Network {
  if (prefix < network.prefix || prefix > network.bits) {
    throw new FunctionError(`needs a prefix from ${network.prefix} to ${network.bits}`);
  }
  if (index < 0 || BigInt(index) >= 1n << BigInt(prefix - network.prefix)) {
    throw new FunctionError(`finds no subnet ${index} of that size in the network`);
  }
  const first = network.first + (BigInt(index) << hostBits(network.bits, prefix));
  return { first, prefix, bits: network.bits };
}

/** The first usable address has index 0; in IPv4 the last address is the broadcast one. */
function host(network: Network, index: number): string {
  const size = 1n << hostBits(network.bits, network.prefix);
  const offset = BigInt(index) + 1n;
  const usable = network.bits === 32 && network.prefix < 31 ? size - 1n : size;
  if (index < 0 || offset >= usable) throw new FunctionError(`finds no host ${index} in the network`);
  return addressText(network.first + offset, network.bits);
}

function described(network: Network, origin: Origin): Value {
  const { first, prefix, bits } = network;
  const size = 1n << hostBits(bits, prefix);
  const last = first + size - 1n;
  const mask = ((1n << BigInt(bits)) - 1n) ^ (size - 1n);
  const text = (address: bigint): Value => stringValue(addressText(address, bits), origin);
  const isIpv4 = bits === 32;
  // A network of one or two IPv4 addresses has no others to keep for itself (RFC 3021).
  const margin = isIpv4 && prefix < 31 ? 1n : 0n;
  return objectValue(
    [
      ['network', text(first)] as const,
      ['netmask', text(mask)] as const,
      ...(isIpv4 ? [['broadcast', text(last)] as const] : []),
      ['firstUsable', text(first + margin)] as const,
      ['lastUsable', text(last - margin)] as const,
      ['cidr', numberValue(prefix, origin)] as const,
    ],
    origin,
  );
}

export const CIDR_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  parseCidr: pure(1, 1, ([text], origin) => described(readNetwork(textArgument(text)), origin)),
  cidrSubnet: pure(
    3,
    3,
    ([text, prefix, index], origin) => {
      const found = subnet(readNetwork(textArgument(text)), indexArgument(prefix), indexArgument(index));
      return stringValue(cidrText(found), origin);
    },
    STRING,
  ),
  cidrHost: pure(
    2,
    2,
    ([text, index], origin) =>
      stringValue(host(readNetwork(textArgument(text)), indexArgument(index)), origin),
    STRING,
  ),
};
