import type { ExchangeVersion } from '../../../src/estate/exchange-versions.ts';
import type { Host, Server } from '../../../src/estate/model.ts';
import { nullValue } from '../../../src/value/make.ts';
import { bool, estate, host, number, on, statedOfHost, stating, text } from '../../support/estate.ts';
import { NOT_TOLD, one } from '../scenarios/scenario.ts';
import { type Case, row } from './case.ts';

type Facts = Parameters<typeof statedOfHost>[0];

/** A host whose one machine has 16 virtual processors. */
const hosted = (facts: Facts, version: ExchangeVersion = 'SE') => {
  const servers = [on('hyper-v', { vcpus: number(16), exchangeVersion: text(version) })];
  return estate(servers, [], [host(servers, { declared: statedOfHost(facts) })]);
};

/** The same with another machine, whose processors are not told. */
const crowded = (physicalCores: number, version: ExchangeVersion = 'SE', more: Facts = {}) => {
  const server = on('hyper-v', { vcpus: number(16), exchangeVersion: text(version) });
  const guests = [server, on('hyper-v', { address: 'vm.other', vcpus: NOT_TOLD })];
  return estate(
    [server],
    [],
    [host([server], { guests, declared: statedOfHost({ physicalCores, ...more }) })],
  );
};

/** A host or cluster of a machine with 16 virtual processors. */
const on16 = (more: Partial<Host>, facts: Facts, server: Partial<Server> = {}) => {
  const servers = [on('hyper-v', { vcpus: number(16), ...server })];
  return estate(servers, [], [host(servers, { declared: statedOfHost(facts), ...more })]);
};

const clustered = (facts: Facts) => on16({ kind: 'cluster' }, facts);

/** What is stated of a host, but for the machines of other templates. */
const ALONE = stating({ physicalCores: 8 });

const WINDOWS_2012 = { os: '2012', clustered: true, hotfixes: [] };

const processors = (count: number, version: ExchangeVersion) =>
  one('hyper-v', { vcpus: number(count), exchangeVersion: text(version) });

const hotAdd = (count: number) => one('vsphere', { vcpus: number(count), cpu: { hotAdd: bool(true) } });

/** The policies of policies/processors.yaml and hosts.yaml. */
export const PROCESSORS_CASES: readonly Case[] = [
  row('EXCPU-01', '16 known processors on 7 cores, and more', crowded(7), 'error'),
  row('EXCPU-01', '16 known processors on 8 cores, and more', crowded(8), 'undecided'),
  row('EXCPU-03', '16 known processors on 7 cores, and more', crowded(7, '2007'), 'error'),
  row('EXCPU-03', '16 known processors on 8 cores, and more', crowded(8, '2007'), 'undecided'),
  row('EXCPU-04', '16 known processors on 8 cores, and more', crowded(8), 'warning'),
  row(
    'EXCPU-05',
    '16 known processors on 9 cores of a host that uses 3, and more',
    crowded(9, 'SE', { hostVcpus: 3 }),
    'warning',
  ),
  row(
    'EXCPU-02',
    '16 processors on 9 cores, 2 of which are for the host',
    hosted({ physicalCores: 9 }),
    'warning',
  ),
  row(
    'EXCPU-04',
    '16 processors on 9 cores, 2 of which are for the host',
    hosted({ physicalCores: 9 }),
    'nothing',
  ),
  row('EXCPU-04', '16 processors on 8 cores in strict mode', hosted({ physicalCores: 8 }), 'error', {
    strict: true,
  }),
  row(
    'EXCPU-04',
    '16 processors on 9 cores of a host that uses 3',
    hosted({ physicalCores: 9, hostVcpus: 3 }),
    'nothing',
  ),
  row(
    'EXCPU-05',
    '16 processors on 9 cores of a host that uses 3',
    hosted({ physicalCores: 9, hostVcpus: 3 }),
    'warning',
  ),
  row(
    'EXCPU-05',
    '16 processors on 8 cores of a host that uses 4',
    hosted({ physicalCores: 8, hostVcpus: 4 }),
    'warning',
  ),
  row(
    'EXCPU-05',
    '16 processors on 10 cores of a host that uses 4',
    hosted({ physicalCores: 10, hostVcpus: 4 }),
    'nothing',
  ),
  row(
    'EXCPU-05',
    '16 processors on 7 cores, which EXCPU-01 says',
    hosted({ physicalCores: 7, hostVcpus: 4 }),
    'nothing',
  ),
  row('EXCPU-21', '24 processors with 2016', processors(24, '2016'), 'nothing'),
  row('EXCPU-21', '48 processors with SE', processors(48, 'SE'), 'nothing'),
  row('EXCPU-23', 'hot-add on 8 processors', hotAdd(8), 'nothing'),
  row('EXCPU-23', 'hot-add on 9 processors', hotAdd(9), 'warning'),
  row('EXCPU-24', 'a burstable size', one('azure', { cpu: { burstable: bool(true) } }), 'warning', {
    says: /credits/,
  }),
  row(
    'EXCPU-24',
    'a limit of the hypervisor',
    one('vsphere', { cpu: { limited: bool(true), burstable: bool(false) } }),
    'warning',
    { says: /limits them/ },
  ),
  row(
    'EXHOST-04',
    '10 GB for Windows Server 2008',
    hosted({ os: '2008', systemDisk: 10 }, '2007'),
    'nothing',
  ),
  row('EXHOST-04', '9 GB for Windows Server 2008', hosted({ os: '2008', systemDisk: 9 }, '2007'), 'warning'),
  row('EXHOST-04', '9 GB for Windows Server 2012', hosted({ os: '2012', systemDisk: 9 }, '2013'), 'nothing'),
  row(
    'EXCPU-01',
    'two hosts with 16 cores, one of which may fail',
    clustered({ physicalCores: 16, hosts: 2 }),
    'nothing',
  ),
  row(
    'EXCPU-01',
    'two hosts with 14 cores, one of which may fail',
    clustered({ physicalCores: 14, hosts: 2 }),
    'error',
  ),
  row(
    'EXCPU-01',
    'two hosts with 14 cores, none of which may fail',
    clustered({ physicalCores: 14, hosts: 2, toleratedFailures: 0 }),
    'nothing',
  ),
  row(
    'EXCPU-01',
    'three hosts with 24 cores, two of which may fail',
    clustered({ physicalCores: 24, hosts: 3, toleratedFailures: 2 }),
    'nothing',
  ),
  row(
    'EXCPU-01',
    'two hosts with 16 cores: one is always left',
    clustered({ physicalCores: 16, hosts: 2, toleratedFailures: 5 }),
    'nothing',
  ),
  row(
    'EXCPU-01',
    'a lone host with 8 cores, which tolerates no failure',
    on16({}, { physicalCores: 8, hosts: 2 }),
    'nothing',
  ),
  row(
    'EXCPU-04',
    'two hosts with 18 cores: that of one that failed uses none',
    clustered({ physicalCores: 18, hosts: 2 }),
    'nothing',
  ),
  row(
    'EXCPU-01',
    'a host that is looked up, and nothing stated of its other machines',
    on16({ declared: ALONE }, {}),
    'undecided',
  ),
  row(
    'EXCPU-01',
    'a host that the template makes',
    on16({ declared: ALONE, isManaged: true }, {}),
    'nothing',
  ),
  row(
    'EXCPU-01',
    'machines that may be on it',
    on16({ moreGuests: NOT_TOLD }, { physicalCores: 8 }),
    'undecided',
  ),
  row(
    'EXHOST-03',
    'an Exchange server that is called sql01',
    on16({}, {}, { name: text('sql01') }),
    'nothing',
  ),
  row('EXHOST-06', 'a server in a DAG', on16({}, WINDOWS_2012, { dag: text('DAG01') }), 'warning'),
  row(
    'EXHOST-06',
    'a server in no DAG',
    on16({}, WINDOWS_2012, { dag: nullValue(text('').origin) }),
    'nothing',
  ),
  row('EXCPU-02', '16 known processors and 2 of the host on 17 cores, and more', crowded(17), 'warning'),
  row('EXCPU-02', '16 known processors and 2 of the host on 18 cores, and more', crowded(18), 'undecided'),
  row('EXCPU-04', '16 known processors and 2 of the host on 9 cores, and more', crowded(9), 'undecided'),
  row(
    'EXCPU-05',
    '16 known processors on 10 cores of a host that uses 4, and more',
    crowded(10, 'SE', { hostVcpus: 4 }),
    'undecided',
  ),
  row(
    'EXCPU-24',
    'a size that is not burstable',
    one('azure', { cpu: { burstable: bool(false) } }),
    'nothing',
  ),
  ...['exchange', 'sql', 'adds', 'sap'].flatMap(role => [
    row('EXHOST-02', `${role} on the host`, hosted({ roles: ['management', role] }), 'error'),
    row(
      'EXHOST-01',
      `${role} on the host, which EXHOST-02 says`,
      hosted({ roles: ['management', role] }),
      'nothing',
    ),
  ]),
  row(
    'EXHOST-06',
    'hosts with 2012 R2',
    on16({}, { ...WINDOWS_2012, os: '2012 R2' }, { dag: text('DAG01') }),
    'nothing',
  ),
  row(
    'EXHOST-06',
    'a host in no failover cluster',
    on16({}, { ...WINDOWS_2012, clustered: false }, { dag: text('DAG01') }),
    'nothing',
  ),
];
