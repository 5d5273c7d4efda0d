import { defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import type { Value } from '../../value/value.ts';
import { factsOf, relation, type SubjectSchema } from '../fact.ts';
import type { NetworkInterface } from '../model.ts';

export const NETWORK_FACTS: SubjectSchema = {
  about: 'The network of one server.',
  facts: factsOf('network', {
    smtpToInternet: {
      type: 'string',
      about:
        'Azure: whether it reaches the Internet on TCP 25; `relay-only` reaches the declared relays alone.',
      values: ['closed', 'relay-only', 'open'],
      read: ({ server }) => server.mailFlow?.smtpToInternet,
    },
    decidedBy: {
      type: 'string',
      about: 'Azure: what decides that, in a clause.',
      read: ({ server: { mailFlow } }) =>
        mailFlow === undefined ? undefined : stringValue(mailFlow.decidedBy, mailFlow.smtpToInternet.origin),
    },
    hasRelay: {
      type: 'bool',
      about: 'An SMTP relay (smart host) is declared, or a send connector with smart hosts was seen.',
      read: ({ server }) => server.hasRelay,
    },
    sendsByDns: {
      type: 'bool',
      about: 'A send connector that looks up recipients in DNS was seen.',
      read: ({ server }) => server.sendsByDns,
    },
    addressAllocation: {
      type: 'string',
      about: '`dynamic` when an interface of it takes its address from DHCP.',
      values: ['static', 'dynamic'],
      read: ({ server }) =>
        worst(server.networkInterfaces, 'addressAllocation', value => textIn(value) === 'dynamic'),
    },
    customDns: {
      type: 'bool',
      about: "Azure: it asks DNS servers of one's own.",
      read: ({ server }) =>
        worst(server.networkInterfaces, 'customDns', value => value.kind === 'bool' && !value.value),
    },
    ipv6Only: {
      type: 'bool',
      about: 'An interface of it has an IPv6 address and no IPv4 one.',
      read: ({ server }) =>
        worst(server.networkInterfaces, 'ipv6Only', value => value.kind === 'bool' && value.value),
    },
    adapter: {
      type: 'string',
      about: 'The type of its network adapter; of several the least suitable.',
      values: [
        'vmxnet3',
        'vmxnet3vrdma',
        'vmxnet2',
        'vmxnet',
        'pcnet32',
        'e1000',
        'e1000e',
        'sriov',
        'synthetic',
        'legacy',
      ],
      read: ({ server }) =>
        worst(
          server.networkInterfaces,
          'adapter',
          value => !['vmxnet3', 'vmxnet3vrdma', 'sriov', 'synthetic'].includes(textIn(value) ?? ''),
        ),
    },
    interfaces: {
      type: 'number',
      about: 'Its network interfaces.',
      read: ({ server }) => numberValue(server.networkInterfaces.length, defaultAt(server.resource.range)),
    },
  }),
  relations: {
    server: relation('network', 'server', 'one', 'The server.', ({ server }) => [{ kind: 'server', server }]),
  },
};

/** Of all interfaces the one that is bad decides; otherwise one that is not known does. */
function worst(
  interfaces: readonly NetworkInterface[],
  fact: 'addressAllocation' | 'customDns' | 'ipv6Only' | 'adapter',
  isBad: (value: Value) => boolean,
): Value | undefined {
  const values = interfaces.flatMap(item => item[fact] ?? []);
  return (
    values.find(value => value.kind !== 'unknown' && isBad(value)) ??
    values.find(value => value.kind === 'unknown') ??
    values[0]
  );
}
