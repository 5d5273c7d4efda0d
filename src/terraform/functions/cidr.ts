import {
  addressText,
  type IpNetwork,
  networkSize,
  networkText,
  parseAddress,
  parseNetwork,
} from '../../value/ip-network.ts';
import { boolValue, listValue, stringValue } from '../../value/make.ts';
import type { Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { integerArgument, textArgument, wholeArgument } from './arguments.ts';
import { BOOL, type FunctionTable, LIST_OF_STRING, number, STRING, strict, text } from './signature.ts';

export const CIDR_FUNCTIONS: FunctionTable = {
  cidrhost: strict([text('prefix'), number('hostnum')], STRING, ([prefix, host], call) => {
    const network = networkArgument(prefix);
    if (isProblem(network)) return network;
    const address = hostAddress(network, host);
    return isProblem(address)
      ? address
      : stringValue(addressText({ number: address, bits: network.bits }), call.origin);
  }),
  cidrnetmask: strict([text('prefix')], STRING, ([prefix], call) => {
    const network = networkArgument(prefix);
    if (isProblem(network)) return network;
    if (network.bits !== 32) {
      return new Problem('IPv6 addresses cannot have a netmask: only prefix length notation is used', 0);
    }
    const mask = (1n << 32n) - (1n << BigInt(32 - network.prefixLength));
    return stringValue(addressText({ number: mask, bits: 32 }), call.origin);
  }),
  cidrsubnet: strict([text('prefix'), number('newbits'), number('netnum')], STRING, (args, call) => {
    const network = networkArgument(args[0]);
    if (isProblem(network)) return network;
    const subnet = subnetOf(network, args[1], args[2]);
    return isProblem(subnet) ? subnet : stringValue(networkText(subnet), call.origin);
  }),
  // OpenTofu 1.7.
  cidrcontains: strict([text('containing_prefix'), text('contained_ip_or_prefix')], BOOL, (args, call) => {
    const outer = networkArgument(args[0]);
    if (isProblem(outer)) return outer;
    const inner = addressOrNetwork(textArgument(args[1]));
    if (isProblem(inner)) return inner;
    if (inner.bits !== outer.bits) return new Problem('an IPv4 and an IPv6 address cannot be compared', 1);
    const hostBits = BigInt(outer.bits - outer.prefixLength);
    const isInside =
      inner.prefixLength >= outer.prefixLength && inner.first >> hostBits === outer.first >> hostBits;
    return boolValue(isInside, call.origin);
  }),
  cidrsubnets: strict(
    [text('prefix')],
    LIST_OF_STRING,
    ([prefix, ...newBits], call) => {
      const network = networkArgument(prefix);
      if (isProblem(network)) return network;
      const subnets = packSubnets(network, newBits);
      if (isProblem(subnets)) return subnets;
      const texts = subnets.map(subnet => stringValue(networkText(subnet), call.origin));
      return { ...listValue(texts, call.origin, 'list'), elementType: STRING };
    },
    number('newbits'),
  ),
};

function networkArgument(given: Value | undefined): IpNetwork | Problem {
  const text = textArgument(given);
  return parseNetwork(text) ?? new Problem(`invalid CIDR expression: invalid CIDR address: ${text}`, 0);
}

/** A network, or an address as a network of itself. */
function addressOrNetwork(given: string): IpNetwork | Problem {
  const network = parseNetwork(given);
  if (network !== undefined) return network;
  const address = parseAddress(given);
  if (address === undefined) return new Problem(`invalid IP address or prefix: ${given}`, 1);
  return { first: address.number, prefixLength: address.bits, bits: address.bits };
}

/** A negative number counts from the end of the range. */
function hostAddress(network: IpNetwork, host: Value | undefined): bigint | Problem {
  const given = integerArgument(host, 1);
  if (isProblem(given)) return given;
  const count = networkSize(network);
  const number = given < 0n ? count + given : given;
  if (number < 0n || number >= count) {
    return new Problem(`prefix of ${network.prefixLength} does not accommodate a host numbered ${given}`, 1);
  }
  return network.first + number;
}

const MAX_NEW_BITS = 32;

function extendedLength(network: IpNetwork, newBits: Value | undefined, index: number): number | Problem {
  const bits = wholeArgument(newBits, index);
  if (isProblem(bits)) return bits;
  if (bits < 0) return new Problem('must extend prefix by at least one bit', index);
  if (bits > MAX_NEW_BITS) return new Problem('may not extend prefix by more than 32 bits', index);
  if (network.prefixLength + bits > network.bits) {
    return new Problem(
      `insufficient address space to extend prefix of ${network.prefixLength} by ${bits}`,
      index,
    );
  }
  return network.prefixLength + bits;
}

function subnetOf(
  network: IpNetwork,
  newBits: Value | undefined,
  netNumber: Value | undefined,
): IpNetwork | Problem {
  const length = extendedLength(network, newBits, 1);
  if (isProblem(length)) return length;
  const number = integerArgument(netNumber, 2);
  if (isProblem(number)) return number;
  const count = 1n << BigInt(length - network.prefixLength);
  if (number < 0n || number >= count) {
    return new Problem(
      `prefix extension of ${length - network.prefixLength} does not accommodate a subnet numbered ${number}`,
      2,
    );
  }
  return {
    ...network,
    prefixLength: length,
    first: network.first + (number << BigInt(network.bits - length)),
  };
}

/** One subnet after the other, each aligned to its own size. */
function packSubnets(network: IpNetwork, newBits: readonly Value[]): readonly IpNetwork[] | Problem {
  const end = network.first + networkSize(network);
  const subnets: IpNetwork[] = [];
  let next = network.first;
  for (const [at, bits] of newBits.entries()) {
    const length = extendedLength(network, bits, at + 1);
    if (isProblem(length)) return length;
    if (length === network.prefixLength) return new Problem('must extend prefix by at least one bit', at + 1);
    const size = networkSize({ prefixLength: length, bits: network.bits });
    const first = ((next + size - 1n) / size) * size;
    if (first + size > end) {
      return new Problem(
        `not enough remaining address space for a subnet with a prefix of ${length} bits after ${subnets.map(networkText).join(', ') || 'no other'}`,
        at + 1,
      );
    }
    subnets.push({ ...network, first, prefixLength: length });
    next = first + size;
  }
  return subnets;
}
