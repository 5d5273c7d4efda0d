import { boolValue, listValue, stringValue } from '../../value/make.ts';
import type { Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { integerArgument, textArgument, wholeArgument } from './arguments.ts';
import { BOOL, type FunctionTable, LIST_OF_STRING, number, STRING, strict, text } from './signature.ts';

export const CIDR_FUNCTIONS: FunctionTable = {
  cidrhost: strict([text('prefix'), number('hostnum')], STRING, ([prefix, host], call) => {
    const network = parsePrefix(textArgument(prefix));
    if (isProblem(network)) return network;
    const address = hostAddress(network, host);
    return isProblem(address) ? address : stringValue(addressText(address, network.bits), call.origin);
  }),
  cidrnetmask: strict([text('prefix')], STRING, ([prefix], call) => {
    const network = parsePrefix(textArgument(prefix));
    if (isProblem(network)) return network;
    if (network.bits !== 32) {
      return new Problem('IPv6 addresses cannot have a netmask: only prefix length notation is used', 0);
    }
    const mask = (1n << 32n) - (1n << BigInt(32 - network.length));
    return stringValue(addressText(mask, 32), call.origin);
  }),
  cidrsubnet: strict([text('prefix'), number('newbits'), number('netnum')], STRING, (args, call) => {
    const network = parsePrefix(textArgument(args[0]));
    if (isProblem(network)) return network;
    const subnet = subnetOf(network, args[1], args[2]);
    return isProblem(subnet) ? subnet : stringValue(prefixText(subnet), call.origin);
  }),
  // OpenTofu 1.7.
  cidrcontains: strict([text('containing_prefix'), text('contained_ip_or_prefix')], BOOL, (args, call) => {
    const outer = parsePrefix(textArgument(args[0]));
    if (isProblem(outer)) return outer;
    const inner = parseInner(textArgument(args[1]));
    if (isProblem(inner)) return inner;
    if (inner.bits !== outer.bits) return new Problem('an IPv4 and an IPv6 address cannot be compared', 1);
    const hostBits = BigInt(outer.bits - outer.length);
    const isInside = inner.length >= outer.length && inner.address >> hostBits === outer.address >> hostBits;
    return boolValue(isInside, call.origin);
  }),
  cidrsubnets: strict(
    [text('prefix')],
    LIST_OF_STRING,
    ([prefix, ...newBits], call) => {
      const network = parsePrefix(textArgument(prefix));
      if (isProblem(network)) return network;
      const subnets = packSubnets(network, newBits);
      if (isProblem(subnets)) return subnets;
      const texts = subnets.map(subnet => stringValue(prefixText(subnet), call.origin));
      return { ...listValue(texts, call.origin, 'list'), elementType: STRING };
    },
    number('newbits'),
  ),
};

/** A network: its first address, the number of leading bits that are fixed, and of all bits. */
interface Network {
  readonly address: bigint;
  readonly length: number;
  readonly bits: 32 | 128;
}

/** The host bits of the address are cleared, as Terraform does. */
function parsePrefix(given: string): Network | Problem {
  const refused = new Problem(`invalid CIDR expression: invalid CIDR address: ${given}`, 0);
  const slash = given.indexOf('/');
  const lengthText = given.slice(slash + 1);
  const parsed = slash < 0 ? undefined : parseAddress(given.slice(0, slash));
  if (parsed === undefined || !/^\d{1,3}$/.test(lengthText)) return refused;
  const length = Number(lengthText);
  if (length > parsed.bits) return refused;
  const hostBits = BigInt(parsed.bits - length);
  return { address: (parsed.address >> hostBits) << hostBits, length, bits: parsed.bits };
}

/** A network, or an address as a network of itself. */
function parseInner(given: string): Network | Problem {
  const alone = given.includes('/') ? undefined : parseAddress(given);
  if (alone !== undefined) return { ...alone, length: alone.bits };
  const network = parsePrefix(given);
  return isProblem(network) ? new Problem(`invalid IP address or prefix: ${given}`, 1) : network;
}

function parseAddress(given: string): { address: bigint; bits: 32 | 128 } | undefined {
  if (!given.includes(':')) {
    const address = parseDotted(given);
    return address === undefined ? undefined : { address, bits: 32 };
  }
  const address = parseColons(given);
  return address === undefined ? undefined : { address, bits: 128 };
}

/** Leading zeros are taken as decimal, as Go did when Terraform began. */
function parseDotted(given: string): bigint | undefined {
  const octets = given.split('.');
  if (octets.length !== 4 || !octets.every(octet => /^\d+$/.test(octet) && Number(octet) <= 255))
    return undefined;
  return octets.reduce((address, octet) => address * 256n + BigInt(octet), 0n);
}

function parseColons(given: string): bigint | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(given);
  const tail = dotted === null ? undefined : parseDotted(dotted[2] ?? '');
  if (dotted !== null && tail === undefined) return undefined;
  const text =
    tail === undefined
      ? given
      : `${dotted?.[1]}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], rest = []] = halves.map(half => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...rest];
  if (!groups.every(group => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((address, group) => address * 65_536n + BigInt(`0x${group}`), 0n);
}

function addressText(address: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map(shift => (address >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, at) => (address >> BigInt(112 - at * 16)) & 0xffffn);
  return compressed(groups.map(group => group.toString(16)));
}

/** RFC 5952: the first of the longest runs of two or more zero groups becomes `::`. */
function compressed(groups: readonly string[]): string {
  let best = { start: 0, length: 1 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === '0') length++;
    if (length > best.length) best = { start, length };
  }
  if (best.length < 2) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`;
}

const prefixText = (network: Network): string =>
  `${addressText(network.address, network.bits)}/${network.length}`;

/** A negative number counts from the end of the range. */
function hostAddress(network: Network, host: Value | undefined): bigint | Problem {
  const given = integerArgument(host, 1);
  if (isProblem(given)) return given;
  const count = 1n << BigInt(network.bits - network.length);
  const number = given < 0n ? count + given : given;
  if (number < 0n || number >= count) {
    return new Problem(`prefix of ${network.length} does not accommodate a host numbered ${given}`, 1);
  }
  return network.address + number;
}

const MAX_NEW_BITS = 32;

function extendedLength(network: Network, newBits: Value | undefined, index: number): number | Problem {
  const bits = wholeArgument(newBits, index);
  if (isProblem(bits)) return bits;
  if (bits < 0) return new Problem('must extend prefix by at least one bit', index);
  if (bits > MAX_NEW_BITS) return new Problem('may not extend prefix by more than 32 bits', index);
  if (network.length + bits > network.bits) {
    return new Problem(`insufficient address space to extend prefix of ${network.length} by ${bits}`, index);
  }
  return network.length + bits;
}

function subnetOf(
  network: Network,
  newBits: Value | undefined,
  netNumber: Value | undefined,
): Network | Problem {
  const length = extendedLength(network, newBits, 1);
  if (isProblem(length)) return length;
  const number = integerArgument(netNumber, 2);
  if (isProblem(number)) return number;
  const count = 1n << BigInt(length - network.length);
  if (number < 0n || number >= count) {
    return new Problem(
      `prefix extension of ${length - network.length} does not accommodate a subnet numbered ${number}`,
      2,
    );
  }
  return { ...network, length, address: network.address + (number << BigInt(network.bits - length)) };
}

/** One subnet after the other, each aligned to its own size. */
function packSubnets(network: Network, newBits: readonly Value[]): readonly Network[] | Problem {
  const end = network.address + (1n << BigInt(network.bits - network.length));
  const subnets: Network[] = [];
  let next = network.address;
  for (const [at, bits] of newBits.entries()) {
    const length = extendedLength(network, bits, at + 1);
    if (isProblem(length)) return length;
    if (length === network.length) return new Problem('must extend prefix by at least one bit', at + 1);
    const size = 1n << BigInt(network.bits - length);
    const address = ((next + size - 1n) / size) * size;
    if (address + size > end) {
      return new Problem(
        `not enough remaining address space for a subnet with a prefix of ${length} bits after ${subnets.map(prefixText).join(', ') || 'no other'}`,
        at + 1,
      );
    }
    subnets.push({ ...network, address, length });
    next = address + size;
  }
  return subnets;
}
