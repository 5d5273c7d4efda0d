import { boolValue, defaultAt, listValue, numberValue, stringValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { factsOf, relation, type SubjectSchema } from '../fact.ts';
import type { NetworkInterface, Server } from '../model.ts';

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
    explicitOutbound: {
      type: 'bool',
      about:
        'Azure: mail leaves by something that is declared for it, and not by an address that the platform lends; absent when a route drops everything.',
      read: ({ server }) => server.mailFlow?.explicitOutbound,
    },
    relayReachable: {
      type: 'bool',
      about: 'Azure: it gets to a relay on TCP 25 or 587; absent when no relay is known.',
      read: ({ server }) => server.mailFlow?.relayReachable,
    },
    relayBlockedBy: {
      type: 'string',
      about: 'Azure: what keeps it from the relays, in a clause.',
      read: ({ server: { mailFlow } }) => textBeside(mailFlow?.relayReachable, mailFlow?.relayBlockedBy),
    },
    inDag: {
      type: 'bool',
      about: 'The server is a member of a database availability group.',
      read: ({ server }) => inDag(server),
      assumption: ({ server }) =>
        server.neighbourhood?.isDagInferred === true
          ? 'nothing names a DAG: that these mailbox servers form one is inferred from their being deployed together'
          : undefined,
    },
    restrictedPeers: {
      type: 'list<string>',
      about:
        'Azure: Exchange servers and domain controllers of the deployment to or from which traffic is restricted.',
      read: ({ server }) => server.neighbourhood?.restrictedPeers,
    },
    restrictedBy: {
      type: 'string',
      about: 'Azure: what restricts it, in a clause.',
      read: ({ server: { neighbourhood } }) =>
        textBeside(neighbourhood?.restrictedPeers, neighbourhood?.restrictedBy),
    },
    witnessReachable: {
      type: 'bool',
      about: 'Azure: it gets to the witness of its DAG on TCP 445; absent when the deployment has none.',
      read: ({ server }) => server.neighbourhood?.witnessReachable,
    },
    witnessBlockedBy: {
      type: 'string',
      about: 'Azure: what keeps it from the witness, in a clause.',
      read: ({ server: { neighbourhood } }) =>
        textBeside(neighbourhood?.witnessReachable, neighbourhood?.witnessBlockedBy),
    },
    closedPorts: {
      type: 'list<string>',
      about: 'Azure: TCP ports that its roles listen on and that security rules keep everyone from.',
      read: ({ server }) => server.neighbourhood?.closedPorts,
    },
    dynamicSupport: {
      type: 'list<string>',
      about: 'Domain controllers and witness servers of the deployment that take their address from DHCP.',
      read: ({ server }) => server.neighbourhood?.dynamicSupport,
    },
    selfAssigned: {
      type: 'bool',
      about: 'A fixed address of it lies in 169.254.0.0/16, which machines without DHCP give themselves.',
      read: ({ server }) => selfAssigned(server),
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
    uplinks: {
      type: 'list<string>',
      about: 'Hyper-V: the physical adapters of the virtual switches that it is on.',
      read: ({ server }) => uplinks(server),
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

const textBeside = (fact: Value | undefined, text: string | undefined): Value | undefined =>
  fact === undefined || text === undefined ? undefined : stringValue(text, fact.origin);

/** Whether it is in a DAG, told or inferred; only mailbox servers can be. */
function inDag({ standAlone, roles }: Server): Value | undefined {
  if (roles.kind === 'list' && !roles.elements.some(role => textIn(role) === 'mailbox')) {
    return boolValue(false, roles.origin);
  }
  return standAlone?.kind === 'bool' ? boolValue(!standAlone.value, standAlone.origin) : standAlone;
}

function uplinks({ networkInterfaces }: Server): Value | undefined {
  const lists = networkInterfaces.flatMap(nic => nic.uplinks ?? []);
  const [first] = lists;
  if (first === undefined) return undefined;
  const open = lists.filter(list => list.kind !== 'list');
  return open.length > 0
    ? unknownFrom(open, first.origin)
    : listValue(
        lists.flatMap(list => (list.kind === 'list' ? list.elements : [])),
        first.origin,
      );
}

/** Automatic private addresses (RFC 3927). */
function selfAssigned({ networkInterfaces, resource }: Server): Value {
  const addresses = networkInterfaces.flatMap(nic => nic.addresses ?? []);
  const own = addresses.find(address => textIn(address)?.trim().startsWith('169.254.') === true);
  if (own !== undefined) return boolValue(true, own.origin);
  const open = addresses.filter(address => address.kind === 'unknown');
  return open[0] === undefined
    ? boolValue(false, addresses[0]?.origin ?? defaultAt(resource.range))
    : unknownFrom(open, open[0].origin);
}

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
