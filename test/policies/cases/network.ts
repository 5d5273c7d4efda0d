import type { NetworkInterface } from '../../../src/estate/model.ts';
import {
  bool,
  estate,
  host,
  mailFlow,
  neighbourhood,
  on,
  statedOfHost,
  statedOfServer,
  text,
  texts,
} from '../../support/estate.ts';
import { nic } from '../scenarios/network.ts';
import { NOT_TOLD, one } from '../scenarios/scenario.ts';
import { type Case, row, without } from './case.ts';

const sending = (smtpToInternet: string, hasRelay: boolean, sendsByDns = false) =>
  one('azure', {
    mailFlow: mailFlow({ smtpToInternet: text(smtpToInternet) }),
    hasRelay: bool(hasRelay),
    sendsByDns: bool(sendsByDns),
  });

const subscribed = (smtpToInternet: string) =>
  one('azure', {
    mailFlow: mailFlow({ smtpToInternet: text(smtpToInternet) }),
    declared: statedOfServer({ subscriptionType: 'csp' }),
  });

/** A host of an Exchange 2007 server, with one adapter. */
const hosted = (clustering: string) => {
  const servers = [
    on('hyper-v', { exchangeVersion: text('2007'), declared: statedOfServer({ clustering }) }),
  ];
  return estate(servers, [], [host(servers, { declared: statedOfHost({ networkAdapters: 1 }) })]);
};

const balanced = (role: string, loadBalancer = 'nlb') =>
  one('hyper-v', {
    exchangeVersion: text('2007'),
    roles: texts([role]),
    declared: statedOfServer({ loadBalancer }),
  });

const onNetwork = (more: Partial<NetworkInterface>, standAlone = false) =>
  one('azure', { networkInterfaces: [nic(more)], standAlone: bool(standAlone) });

const withNlb = (standAlone: boolean) =>
  one('azure', { standAlone: bool(standAlone), declared: statedOfServer({ loadBalancer: 'nlb' }) });

/** The policies of policies/network.yaml. */
export const NETWORK_CASES: readonly Case[] = [
  row('EXNET-01', 'port 25 open and no relay', sending('open', false), 'error', {
    says: /no SMTP relay is declared/,
  }),
  row('EXNET-01', 'port 25 open beside a relay', sending('open', true), 'warning', {
    says: /nothing stops it/,
  }),
  row('EXNET-01', 'port 25 open to the relay alone', sending('relay-only', true), 'nothing'),
  row('EXNET-01', 'port 25 closed and no relay', sending('closed', false), 'nothing'),
  row(
    'EXNET-01',
    'a send connector with DNS routing, beside a relay and port 25 closed',
    sending('closed', true, true),
    'error',
    { says: /DNS/ },
  ),
  row('EXNET-04', 'one adapter for a server in no cluster', hosted('none'), 'nothing'),
  row('EXNET-04', 'one adapter for an SCC node', hosted('scc'), 'warning'),
  row('EXNET-06', 'NLB of a Hub Transport server', balanced('hub'), 'error'),
  row('EXNET-06', 'NLB of a mailbox server', balanced('mailbox'), 'nothing'),
  row('EXNET-06', 'another load balancer', balanced('cas', 'hardware'), 'nothing'),
  row('EXNET-20', 'port 25 open', subscribed('open'), 'warning'),
  row('EXNET-20', 'port 25 closed', subscribed('closed'), 'nothing'),
  row(
    'EXNET-21',
    'no relay known',
    one('azure', { mailFlow: without(mailFlow(), 'relayReachable') }),
    'nothing',
  ),
  row('EXNET-22', 'a server without neighbours', estate([without(on('azure'), 'neighbourhood')]), 'nothing'),
  row('EXNET-26', 'a server without neighbours', estate([without(on('azure'), 'neighbourhood')]), 'nothing'),
  row(
    'EXNET-30',
    'a route that drops everything',
    one('azure', { mailFlow: without(mailFlow(), 'explicitOutbound') }),
    'nothing',
  ),
  row('EXNET-23', 'an automatic private address', onNetwork({ addresses: [text('169.254.1.1')] }), 'error', {
    says: /169\.254/,
  }),
  row('EXNET-23', 'an IPv6 address alone', onNetwork({ ipv6Only: bool(true) }), 'error', { says: /IPv6/ }),
  row('EXNET-23', 'DHCP of a DAG member', onNetwork({ addressAllocation: text('dynamic') }), 'warning', {
    says: /DHCP/,
  }),
  row(
    'EXNET-23',
    'DHCP of a server in no DAG',
    onNetwork({ addressAllocation: text('dynamic') }, true),
    'nothing',
  ),
  row('EXNET-24', 'the DNS of Azure', onNetwork({ customDns: bool(false) }), 'warning', {
    says: /DNS servers/,
  }),
  row(
    'EXNET-24',
    'a domain controller with DHCP',
    one('azure', {
      networkInterfaces: [nic({ customDns: bool(true) })],
      neighbourhood: neighbourhood({ dynamicSupport: texts(['dc01']) }),
    }),
    'warning',
    { says: /relies on dc01/ },
  ),
  row('EXNET-25', 'NLB of a DAG member', withNlb(false), 'error', { says: /member of a DAG/ }),
  row('EXNET-25', 'NLB of a server in no DAG', withNlb(true), 'note', { says: /not recommended/ }),
  row(
    'EXNET-23',
    'DHCP of a server of which no one knows whether it is in a DAG',
    one('azure', { networkInterfaces: [nic({ addressAllocation: text('dynamic') })], standAlone: NOT_TOLD }),
    'undecided',
  ),
  row(
    'EXNET-20',
    'a Microsoft Customer Agreement for enterprises',
    one('azure', {
      mailFlow: mailFlow({ smtpToInternet: text('open') }),
      declared: statedOfServer({ subscriptionType: 'mca-e' }),
    }),
    'nothing',
  ),
  row(
    'EXNET-23',
    'an automatic private address beside DHCP',
    one('azure', {
      networkInterfaces: [nic({ addresses: [text('169.254.1.1')], addressAllocation: text('dynamic') })],
    }),
    'error',
    { says: /169\.254/ },
  ),
  ...['e1000', 'e1000e', 'pcnet32', 'vmxnet', 'vmxnet2'].map(adapter =>
    row(
      'EXNET-27',
      `an ${adapter} adapter`,
      one('vsphere', { networkInterfaces: [nic({ adapter: text(adapter) })] }),
      'warning',
    ),
  ),
  ...['vmxnet3', 'vmxnet3vrdma', 'sriov'].map(adapter =>
    row(
      'EXNET-27',
      `a ${adapter} adapter beside another`,
      one('vsphere', {
        networkInterfaces: [nic({ adapter: text('vmxnet3') }), nic({ adapter: text(adapter) })],
      }),
      'nothing',
    ),
  ),
  row(
    'EXNET-29',
    'a service in the mail path',
    one('azure', { declared: statedOfServer({ mailPath: 'service' }) }),
    'warning',
  ),
  row(
    'EXNET-29',
    'an Edge Transport server in the mail path',
    one('azure', { declared: statedOfServer({ mailPath: 'edge' }) }),
    'nothing',
  ),
  row('EXNET-25', 'nothing stated about load balancing', one('azure', { declared: new Map() }), 'nothing'),
  row(
    'EXNET-27',
    'an e1000 adapter behind one of SR-IOV',
    one('vsphere', { networkInterfaces: [nic({ adapter: text('sriov') }), nic({ adapter: text('e1000') })] }),
    'warning',
  ),
  row(
    'EXNET-25',
    'NLB of an Edge Transport server, which is in no DAG',
    one('azure', {
      roles: texts(['edge']),
      standAlone: NOT_TOLD,
      declared: statedOfServer({ loadBalancer: 'nlb' }),
    }),
    'note',
  ),
];
