import {
  addressText,
  type IpNetwork,
  networkSize,
  networkText,
  parseNetwork,
} from '../../value/ip-network.ts';
import { numberValue, objectValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { STRING } from '../../value/type.ts';
import type { Value } from '../../value/value.ts';
import { type ArmFunction, FunctionError, indexArgument, pure, textArgument } from './definition.ts';

function readNetwork(text: string): IpNetwork {
  const network = parseNetwork(text);
  if (network === undefined) {
    throw new FunctionError(`cannot read '${text}' as a network in CIDR notation`);
  }
  return network;
}

function subnet(network: IpNetwork, prefixLength: number, index: number): IpNetwork {
  if (prefixLength < network.prefixLength || prefixLength > network.bits) {
    throw new FunctionError(`needs a prefix from ${network.prefixLength} to ${network.bits}`);
  }
  if (index < 0 || BigInt(index) >= 1n << BigInt(prefixLength - network.prefixLength)) {
    throw new FunctionError(`finds no subnet ${index} of that size in the network`);
  }
  const { bits } = network;
  const first = network.first + BigInt(index) * networkSize({ prefixLength, bits });
  return { first, prefixLength, bits };
}

/** The first usable address has index 0; in IPv4 the last address is the broadcast one. */
function host(network: IpNetwork, index: number): string {
  const { first, prefixLength, bits } = network;
  const size = networkSize(network);
  const offset = BigInt(index) + 1n;
  const usable = bits === 32 && prefixLength < 31 ? size - 1n : size;
  if (index < 0 || offset >= usable) throw new FunctionError(`finds no host ${index} in the network`);
  return addressText({ number: first + offset, bits });
}

function described(network: IpNetwork, origin: Origin): Value {
  const { first, prefixLength, bits } = network;
  const size = networkSize(network);
  const last = first + size - 1n;
  const mask = ((1n << BigInt(bits)) - 1n) ^ (size - 1n);
  const text = (number: bigint): Value => stringValue(addressText({ number, bits }), origin);
  const isIpv4 = bits === 32;
  // A network of one or two IPv4 addresses has no others to keep for itself (RFC 3021).
  const margin = isIpv4 && prefixLength < 31 ? 1n : 0n;
  return objectValue(
    [
      ['network', text(first)] as const,
      ['netmask', text(mask)] as const,
      ...(isIpv4 ? [['broadcast', text(last)] as const] : []),
      ['firstUsable', text(first + margin)] as const,
      ['lastUsable', text(last - margin)] as const,
      ['cidr', numberValue(prefixLength, origin)] as const,
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
      return stringValue(networkText(found), origin);
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
