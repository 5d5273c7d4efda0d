import type { Disk, Memory } from '../../../src/estate/model.ts';
import {
  bool,
  disk,
  estate,
  host,
  number,
  on,
  osDisk,
  statedOfHost,
  statedOfServer,
  text,
} from '../../support/estate.ts';
import { one } from '../scenarios/scenario.ts';
import { type Case, row } from './case.ts';

const memory = (mib: number, more: Partial<Memory> = {}): Memory => ({
  ...on('vsphere').memory,
  sizeMib: number(mib),
  ...more,
});

const hosted = (facts: Parameters<typeof statedOfHost>[0], mib = 131072) => {
  const servers = [on('vsphere', { memory: memory(mib) })];
  return estate(servers, [], [host(servers, { declared: statedOfHost(facts) })]);
};

/** A server with an OS disk of a size in GiB. */
const withOsDisk = (gib: number, version: string, mib: number, more: readonly Disk[] = []) =>
  one('vsphere', {
    exchangeVersion: text(version),
    memory: memory(mib),
    disks: [osDisk({ sizeGib: number(gib) }), disk(), ...more],
  });

const EXCHANGE_2007 = { exchangeVersion: text('2007') };

/** The policies of policies/memory.yaml. */
export const MEMORY_CASES: readonly Case[] = [
  row('EXMEM-02', 'as much memory as the machines have', hosted({ memory: 128 }), 'nothing'),
  row('EXMEM-02', 'one MiB more than the host has', hosted({ memory: 128 }, 131073), 'error'),
  row(
    'EXMEM-03',
    'dynamic memory',
    one('hyper-v', { ...EXCHANGE_2007, memory: memory(131072, { dynamic: bool(true) }) }),
    'warning',
    { says: /dynamic memory/ },
  ),
  row(
    'EXMEM-03',
    'memory that is not reserved',
    one('vsphere', {
      ...EXCHANGE_2007,
      memory: memory(131072, { fullyReserved: bool(false), reservationMib: number(4096) }),
    }),
    'warning',
    { says: /4096 MiB are reserved/ },
  ),
  row(
    'EXMEM-04',
    'as much as its sizing asks for',
    one('azure', { declared: statedOfServer({ requiredMemory: 128 }) }),
    'nothing',
  ),
  row(
    'EXMEM-04',
    'one MiB less than its sizing asks for',
    one('azure', { memory: memory(131071), declared: statedOfServer({ requiredMemory: 128 }) }),
    'warning',
  ),
  row(
    'EXMEM-11',
    'a limit that is its memory',
    one('vsphere', { memory: memory(131072, { limitMib: number(131072) }) }),
    'nothing',
  ),
  row(
    'EXMEM-11',
    'a limit one MiB lower',
    one('vsphere', { memory: memory(131072, { limitMib: number(131071) }) }),
    'error',
  ),
  row('EXMEM-12', '127 GiB with SE', one('azure', { memory: memory(127 * 1024) }), 'warning', {
    says: /recommends/,
  }),
  row('EXMEM-12', '128 GiB with SE', one('azure', { memory: memory(128 * 1024) }), 'nothing'),
  row(
    'EXMEM-12',
    '7 GiB with 2016',
    one('azure', { exchangeVersion: text('2016'), memory: memory(7 * 1024) }),
    'error',
    { says: /need at least/ },
  ),
  row(
    'EXMEM-12',
    '8 GiB with 2013',
    one('azure', { exchangeVersion: text('2013'), memory: memory(8 * 1024) }),
    'nothing',
  ),
  // 16 GiB with 2016: a page file of 16 GiB and 10 MB; with SE of 4 GiB.
  row('EXMEM-14', 'an OS disk of 61 GiB, which EXSTO-52 says', withOsDisk(61, 'SE', 16384), 'nothing'),
  row(
    'EXMEM-14',
    'an OS disk of 62 GiB, which leaves nothing for the page file',
    withOsDisk(62, 'SE', 16384),
    'warning',
  ),
  row('EXMEM-14', 'an OS disk of 65 GiB for a page file of 4 GiB', withOsDisk(65, 'SE', 16384), 'warning'),
  row('EXMEM-14', 'an OS disk of 66 GiB for a page file of 4 GiB', withOsDisk(66, 'SE', 16384), 'nothing'),
  row(
    'EXMEM-14',
    'an OS disk of 78 GiB for a page file of 16 GiB and 10 MB',
    withOsDisk(78, '2016', 16384),
    'warning',
  ),
  row(
    'EXMEM-14',
    'an OS disk of 79 GiB for a page file of 16 GiB and 10 MB',
    withOsDisk(79, '2016', 16384),
    'nothing',
  ),
  // With 2013 an OS disk below 15 GB and the memory is EXSTO-17's.
  row('EXMEM-14', 'an OS disk of 64 GiB for 2013 with 49 GiB', withOsDisk(64, '2013', 49 * 1024), 'warning'),
  row('EXMEM-14', 'an OS disk of 64 GiB for 2013 with 50 GiB', withOsDisk(64, '2013', 50 * 1024), 'nothing'),
  // Both sides of the tolerance of 0.1 GiB that EXSTO-17 has.
  row(
    'EXMEM-14',
    'an OS disk of 63.9 GiB for 2013 with 49 GiB',
    withOsDisk(63.9, '2013', 49 * 1024),
    'warning',
  ),
  row(
    'EXMEM-14',
    'an OS disk of 63.88 GiB for 2013 with 49 GiB',
    withOsDisk(63.88, '2013', 49 * 1024),
    'nothing',
  ),
  row(
    'EXMEM-14',
    'a page file on a disk of its own',
    withOsDisk(62, 'SE', 16384, [
      disk({ contents: { role: text('pagefile'), holdsExchangeData: bool(false), assumed: false } }),
    ]),
    'nothing',
  ),
  row('EXMEM-15', 'a machine as large as a NUMA node', hosted({ numaNodeMemory: 128 }), 'nothing'),
  row(
    'EXMEM-15',
    'a machine one MiB larger than a NUMA node',
    hosted({ numaNodeMemory: 128 }, 131073),
    'note',
  ),
  row(
    'EXMEM-12',
    '7 GiB with 2013',
    one('azure', { exchangeVersion: text('2013'), memory: memory(7 * 1024) }),
    'error',
  ),
  row(
    'EXMEM-04',
    'less than its sizing asks for, which EXSIZ-01 says',
    one('azure', {
      memory: memory(131071),
      declared: statedOfServer({ requiredMemory: 128, requiredVcpus: 16 }),
    }),
    'nothing',
  ),
  row(
    'EXMEM-14',
    'a disk of another purpose, on which a page file may be',
    withOsDisk(62, 'SE', 16384, [
      disk({ contents: { role: text('other'), holdsExchangeData: bool(false), assumed: false } }),
    ]),
    'nothing',
  ),
];
