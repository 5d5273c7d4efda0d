import { computedAt, defaultAt } from '../../value/make.ts';
import { knownText, readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { resourceAddressOf } from '../../value/resource-id.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { HostPool } from '../model.ts';

/**
 * The Hyper-V host that a resource is made on. A configuration of the provider taliesins/hyperv talks to one host;
 * whether that is a node of a failover cluster nothing tells.
 */
export function hypervHost({ address, provider, range }: Resource): HostPool {
  if (provider === undefined) {
    const text = `which provider configuration makes ${address} is not told, and so not on which host`;
    const id = unknown({ kind: 'data', text, range }, computedAt(range));
    return { kind: 'host', id, address: `the host of ${address}`, range };
  }
  const stated = readPath(provider.body, ['host']);
  return {
    kind: 'host',
    id: stated ?? hostOfEnvironment(provider.range),
    address: provider.address,
    range: provider.range,
  };
}

/** Where `host` is left out, all configurations take it from the same variable of the environment. */
const hostOfEnvironment = (range: HostPool['range']): Value =>
  unknown(
    {
      kind: 'input',
      text: 'the provider block states no host, so HYPERV_HOST decides it when Terraform runs: set host',
      range,
    },
    defaultAt(range),
    { reference: { address: 'provider.hyperv', path: [] } },
  );

/** What tells one host from another. */
export const hostKey = ({ id, address }: HostPool): string =>
  resourceAddressOf(id) ?? knownText(id)?.toLowerCase() ?? address;
