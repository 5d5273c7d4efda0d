import type { Estate, MailFlow, NetworkInterface, Platform, Server } from '../../../src/estate/model.ts';
import type { Value } from '../../../src/value/value.ts';
import {
  bool,
  estate,
  host,
  mailFlow,
  neighbourhood,
  on,
  resource,
  statedOfHost,
  statedOfServer,
  text,
  texts,
} from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenario, type Scenarios } from './scenario.ts';

/** An interface about which something is told. */
export const nic = (more: Partial<NetworkInterface> = {}): NetworkInterface => ({
  address: 'vsphere_virtual_machine.ex01.network_interface[0]',
  resource: resource('vsphere_virtual_machine.ex01'),
  name: text('network interface 0'),
  addressAllocation: text('static'),
  ...more,
});

/** A server with one interface. */
const onNetwork = (platform: Platform, more: Partial<NetworkInterface>): Estate =>
  one(platform, { networkInterfaces: [nic(more)] });

/** A policy that one fact of the mail flow decides. */
const byFlow = (bad: (value: Value) => Partial<MailFlow>, value: Value): Scenario => ({
  violates: platform => one(platform, { mailFlow: mailFlow(bad(value)) }),
  undecided: platform => one(platform, { mailFlow: mailFlow(bad(NOT_TOLD)) }),
});

const byNeighbours = (
  bad: (value: Value) => Parameters<typeof neighbourhood>[0],
  value: Value,
): Scenario => ({
  violates: platform => one(platform, { neighbourhood: neighbourhood(bad(value)) }),
  undecided: platform => one(platform, { neighbourhood: neighbourhood(bad(NOT_TOLD)) }),
});

/** A policy that a stated fact decides, for servers that are otherwise so. */
const byFact = (name: string, bad: string, more: Partial<Server> = {}): Scenario => ({
  violates: platform => one(platform, { ...more, declared: statedOfServer({ [name]: bad }) }),
  undecided: platform => one(platform, { ...more, declared: statedOfServer({ [name]: NOT_TOLD }) }),
});

/** A host of an Exchange 2007 server. */
const hosted = (
  platform: Platform,
  facts: Parameters<typeof statedOfHost>[0],
  more: Partial<Server> = {},
): Estate =>
  estate(
    [],
    [],
    [host([on(platform, { exchangeVersion: text('2007'), ...more })], { declared: statedOfHost(facts) })],
  );

const OPEN = { mailFlow: mailFlow({ smtpToInternet: text('open') }) };
const CLUSTERED = { declared: statedOfServer({ clustering: 'ccr' }) };
const ON_ISCSI = { networkInterfaces: [nic({ uplinks: texts(['iSCSI1']) })] };

/** The policies of policies/network.yaml. */
export const NETWORK: Scenarios = {
  'EXNET-01': byFlow(smtpToInternet => ({ smtpToInternet }), text('open')),
  'EXNET-03': {
    violates: platform => hosted(platform, { iscsiAdapters: ['iSCSI1'] }, ON_ISCSI),
    undecided: platform => hosted(platform, { iscsiAdapters: NOT_TOLD }, ON_ISCSI),
  },
  'EXNET-04': {
    violates: platform => hosted(platform, { networkAdapters: 1 }, CLUSTERED),
    undecided: platform => hosted(platform, { networkAdapters: NOT_TOLD }, CLUSTERED),
  },
  'EXNET-06': byFact('loadBalancer', 'nlb', { exchangeVersion: text('2007'), roles: texts(['cas']) }),
  'EXNET-20': byFact('subscriptionType', 'csp', OPEN),
  'EXNET-21': byFlow(relayReachable => ({ relayReachable, relayBlockedBy: 'a rule denies it' }), bool(false)),
  'EXNET-22': byNeighbours(
    restrictedPeers => ({ restrictedPeers, restrictedBy: 'a rule denies it' }),
    texts(['ex02']),
  ),
  'EXNET-23': {
    violates: platform => onNetwork(platform, { addressAllocation: text('dynamic') }),
    undecided: platform => onNetwork(platform, { addressAllocation: NOT_TOLD }),
  },
  'EXNET-24': {
    violates: platform => onNetwork(platform, { customDns: bool(false) }),
    undecided: platform => onNetwork(platform, { customDns: NOT_TOLD }),
  },
  'EXNET-25': byFact('loadBalancer', 'nlb'),
  'EXNET-26': byNeighbours(closedPorts => ({ closedPorts }), texts(['443'])),
  'EXNET-27': {
    violates: platform => onNetwork(platform, { adapter: text('e1000e') }),
    undecided: platform => onNetwork(platform, { adapter: NOT_TOLD }),
  },
  'EXNET-28': {
    violates: platform => onNetwork(platform, { adapter: text('legacy') }),
    undecided: platform => onNetwork(platform, { adapter: NOT_TOLD }),
  },
  'EXNET-29': byFact('mailPath', 'appliance'),
  'EXNET-30': byFlow(explicitOutbound => ({ explicitOutbound }), bool(false)),
};
