import type { AvailabilityGroup, Dag, NetworkInterface, Server } from '../../../src/estate/model.ts';
import { defaultAt, stringValue } from '../../../src/value/make.ts';
import {
  bool,
  dag,
  estate,
  neighbourhood,
  number,
  on,
  place,
  statedOfDag,
  statedOfServer,
  text,
  texts,
} from '../../support/estate.ts';
import { nic } from '../scenarios/network.ts';
import { NOT_TOLD, one } from '../scenarios/scenario.ts';
import { type Case, row, without } from './case.ts';

const group = (members: readonly Server[], more: Partial<Dag> = {}) => estate([], [dag(members, more)]);

const pair = (more: Partial<Dag> = {}, second: Partial<Server> = {}) =>
  group([on('azure'), on('azure', second)], more);

/** Two mailbox servers that nothing but their being deployed together makes a DAG. */
const inferred = (more: Partial<Dag> = {}, second: Partial<Server> = {}) =>
  pair({ certain: false, ...more }, second);

const stating = (facts: Parameters<typeof statedOfDag>[0]) => pair({ declared: statedOfDag(facts) });

/** A server of Exchange 2007. */
const node = (clustering: string, more: Partial<Server> = {}) =>
  on('hyper-v', { exchangeVersion: text('2007'), declared: statedOfServer({ clustering }), ...more });

const APART = { membersSeparated: bool(false) };
const SMALL = { vcpus: number(2) };

const withMailboxes = (mailboxSize: number) =>
  one('hyper-v', { exchangeVersion: text('2007'), declared: statedOfServer({ mailboxSize }) });

const inSetOf = (faultDomains: number, managed: boolean) => {
  const availabilitySet: AvailabilityGroup = {
    id: text('avset'),
    faultDomains: number(faultDomains),
    managed: bool(managed),
  };
  return on('azure', { placement: { ...on('azure').placement, availabilitySet } });
};

const inSet = (faultDomains: number, managed: boolean) =>
  group([on('azure'), inSetOf(faultDomains, managed)]);

const onNetworks = (...networks: readonly string[]): readonly NetworkInterface[] =>
  networks.map(network => nic({ network: text(network) }));

const interfaces = (first: readonly NetworkInterface[], second: readonly NetworkInterface[]) =>
  group([on('azure', { networkInterfaces: first }), on('azure', { networkInterfaces: second })]);

const restarted = (priority: string) =>
  one('vsphere', { placement: { ...on('vsphere').placement, restartPriority: text(priority) } });

const scaled = (scaleSet: string, madeByScaleSet: boolean) =>
  one('azure', {
    placement: { ...on('azure').placement, scaleSet: text(scaleSet), madeByScaleSet: bool(madeByScaleSet) },
  });

/** An Exchange 2013 server with an image of Windows Server 2008 R2 Standard. */
const standard2008 = () =>
  on('azure', {
    exchangeVersion: text('2013'),
    os: { family: text('windows'), release: text('2008-R2-SP1-Standard') },
    declared: new Map(),
  });

const SIXTEEN = 'DAG-WestEurope-1';

/** The policies of policies/availability.yaml. */
export const AVAILABILITY_CASES: readonly Case[] = [
  row('EXHA-03', 'one CCR node', group([node('ccr')], APART), 'nothing'),
  row('EXHA-03', 'SCC nodes', group([node('scc'), node('scc')], APART), 'error'),
  row('EXHA-03', 'servers in no cluster', group([node('none'), node('none')], APART), 'nothing'),
  row('EXHA-04', 'unlike SCC nodes', group([node('scc'), node('scc', SMALL)]), 'warning'),
  row('EXHA-04', 'unlike servers in no cluster', group([node('none'), node('none', SMALL)]), 'nothing'),
  row('EXHA-07', 'mailboxes of 1 GB', withMailboxes(1), 'warning'),
  row('EXHA-20', '16 members', group(Array.from({ length: 16 }, () => on('azure'))), 'nothing'),
  row(
    'EXHA-20',
    '17 servers that no one calls a DAG',
    group(
      Array.from({ length: 17 }, () => on('azure')),
      { certain: false },
    ),
    'nothing',
  ),
  row(
    'EXHA-21',
    'two releases of Windows in no certain DAG',
    inferred({}, { declared: statedOfServer({ guestOs: '2019' }) }),
    'nothing',
  ),
  row(
    'EXHA-22',
    'two versions in no certain DAG',
    inferred({}, { exchangeVersion: text('2019') }),
    'nothing',
  ),
  row('EXHA-22', 'one member', group([on('azure')]), 'nothing'),
  row('EXHA-23', 'one member', group([on('azure')], APART), 'nothing'),
  row('EXHA-23', 'servers that are inferred to form a DAG', inferred(APART), 'warning'),
  row('EXHA-24', 'two fault domains', inSet(2, true), 'nothing'),
  row('EXHA-24', 'one fault domain of a classic set', inSet(1, false), 'warning', { says: /fault domain/ }),
  row('EXHA-24', 'two fault domains of a classic set', inSet(2, false), 'warning', { says: /classic/ }),
  row(
    'EXHA-25',
    'no witness, and no certain DAG',
    inferred({ declared: statedOfDag({ witness: 'none' }) }),
    'nothing',
  ),
  row('EXHA-26', 'a member as the witness', stating({ witnessServer: 'ex01' }), 'error', {
    says: /its own members/,
  }),
  row('EXHA-26', 'a DFS share as the witness', stating({ witness: 'dfs-share' }), 'error', { says: /DFS/ }),
  row(
    'EXHA-26',
    'a member as the witness of no certain DAG',
    inferred({ declared: statedOfDag({ witnessServer: 'ex01' }) }),
    'nothing',
  ),
  row(
    'EXHA-26',
    'three members, which need no witness',
    group([on('azure'), on('azure'), on('azure')], { declared: statedOfDag({ witness: 'dfs-share' }) }),
    'nothing',
  ),
  row(
    'EXHA-27',
    'no witness in the deployment',
    one('azure', { neighbourhood: without(neighbourhood(), 'witnessReachable') }),
    'nothing',
  ),
  row(
    'EXHA-29',
    'nothing stated about the witness',
    pair({ declared: new Map() }, { exchangeVersion: text('2019') }),
    'nothing',
  ),
  row(
    'EXHA-29',
    'a storage account of no certain DAG',
    inferred({ declared: statedOfDag({ witness: 'azure-storage' }) }, { exchangeVersion: text('2019') }),
    'nothing',
  ),
  row('EXHA-30', '500 ms', stating({ roundTrip: 500 }), 'nothing'),
  row('EXHA-30', '501 ms', stating({ roundTrip: 501 }), 'error'),
  row('EXHA-30', 'nothing stated, and one region', pair({ declared: new Map() }), 'nothing'),
  row('EXHA-31', 'one interface each', interfaces(onNetworks('a'), onNetworks('a')), 'nothing'),
  row('EXHA-31', 'another number of interfaces', interfaces(onNetworks('a'), onNetworks('a', 'b')), 'error', {
    says: /same networks/,
  }),
  row(
    'EXHA-31',
    'two interfaces on one network',
    interfaces(onNetworks('a', 'a'), onNetworks('a', 'b')),
    'error',
    { says: /two interfaces/ },
  ),
  row(
    'EXHA-31',
    'two interfaces on two networks',
    interfaces(onNetworks('a', 'b'), onNetworks('a', 'b')),
    'note',
    { says: /more than one/ },
  ),
  row(
    'EXHA-32',
    'a domain controller in no certain DAG',
    inferred({}, { otherRoles: texts(['dc']) }),
    'nothing',
  ),
  row('EXHA-33', 'a name of 15 characters', pair({ name: text(SIXTEEN.slice(1)) }), 'nothing'),
  row('EXHA-33', 'a name of 16 characters', pair({ name: text(SIXTEEN) }), 'error'),
  row(
    'EXHA-33',
    'a name that exvet made up',
    inferred({ name: stringValue(SIXTEEN, defaultAt(place())) }),
    'nothing',
  ),
  row(
    'EXHA-38',
    'Windows Server 2008 R2 Standard in no certain DAG',
    group([standard2008(), standard2008()], { certain: false }),
    'nothing',
  ),
  row('EXHA-39', 'the priority low', restarted('low'), 'note', { says: /priority low/ }),
  row('EXHA-39', 'no restart', restarted('disabled'), 'note', { says: /does not restart/ }),
  row('EXHA-39', 'the priority medium', restarted('medium'), 'nothing'),
  row('EXHA-40', 'a scale set that grows', scaled('autoscaled', true), 'warning', {
    says: /grows and shrinks/,
  }),
  row('EXHA-40', 'a uniform scale set', scaled('uniform', true), 'warning', { says: /one profile/ }),
  row('EXHA-40', 'a flexible scale set that makes machines', scaled('flexible', true), 'warning', {
    says: /one profile/,
  }),
  row('EXHA-40', 'a flexible scale set that groups machines', scaled('flexible', false), 'nothing'),
  row(
    'EXHA-21',
    'one member, whose Windows nothing tells',
    group([on('azure', { declared: statedOfServer({ guestOs: NOT_TOLD }) })]),
    'nothing',
  ),
  row(
    'EXHA-06',
    'a server that no cluster restarts',
    one('hyper-v', {
      exchangeVersion: text('2007'),
      placement: { ...on('hyper-v').placement, restartedByCluster: bool(false) },
    }),
    'nothing',
  ),
  row(
    'EXHA-25',
    'three members without a witness',
    group([on('azure'), on('azure'), on('azure')], { declared: statedOfDag({ witness: 'none' }) }),
    'nothing',
  ),
  row(
    'EXHA-26',
    'no witness, which EXHA-25 says',
    stating({ witness: 'none', witnessServer: 'ex01' }),
    'nothing',
  ),
  row(
    'EXHA-26',
    'a storage account, which EXHA-29 says',
    stating({ witness: 'azure-storage', witnessServer: 'ex01' }),
    'nothing',
  ),
  row(
    'EXHA-28',
    'a domain controller as the witness of no certain DAG',
    inferred({ witnessOnDomainController: bool(true) }),
    'nothing',
  ),
  row(
    'EXHA-30',
    '501 ms between members of no certain DAG',
    inferred({ declared: statedOfDag({ roundTrip: 501 }) }),
    'nothing',
  ),
  row(
    'EXHA-30',
    'nothing stated, and two regions',
    group(
      ['westeurope', 'northeurope'].map(site =>
        on('azure', { placement: { ...on('azure').placement, site: text(site) } }),
      ),
      { declared: new Map() },
    ),
    'undecided',
  ),
  row('EXHA-32', 'a read-only domain controller', pair({}, { otherRoles: texts(['rodc']) }), 'error'),
  row('EXHA-39', 'the priority lowest', restarted('lowest'), 'note', { says: /priority lowest/ }),
  row(
    'EXHA-24',
    'sets of two fault domains and of one',
    group([2, 1].map(faultDomains => inSetOf(faultDomains, true))),
    'warning',
    { says: /has 1 fault domain/ },
  ),
  row(
    'EXHA-26',
    'a member as the witness by its full name',
    stating({ witnessServer: 'EX01.contoso.com' }),
    'error',
    { says: /its own members/ },
  ),
];
