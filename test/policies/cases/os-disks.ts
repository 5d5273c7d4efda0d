import type { Value } from '../../../src/value/value.ts';
import {
  bool,
  disk,
  holding,
  number,
  on,
  osDisk,
  statedOfServer,
  text,
  texts,
} from '../../support/estate.ts';
import { one } from '../scenarios/scenario.ts';
import { type Case, row } from './case.ts';

/** What is no Exchange data. */
const OTHER = { contents: holding('other') };

const withOsDisk = (sizeGib: Value, version: string, memoryGib: number) =>
  one('vsphere', {
    exchangeVersion: text(version),
    memory: { ...on('vsphere').memory, sizeMib: number(memoryGib * 1024) },
    disks: [osDisk({ sizeGib }), disk()],
  });

const TOGETHER = { contents: { ...holding('database'), databasesAndLogs: true } } as const;

const together = (standAlone: boolean, version: string, role: string) =>
  one('hyper-v', {
    exchangeVersion: text(version),
    roles: texts([role]),
    standAlone: bool(standAlone),
    disks: [osDisk(), disk(TOGETHER)],
  });

const onControllers = (type: string, numbers: readonly number[]) =>
  one('vsphere', {
    disks: [
      osDisk(),
      ...numbers.map(controllerNumber =>
        disk({ controller: text(type), controllerNumber: number(controllerNumber) }),
      ),
    ],
  });

/** A server whose one disk holds everything. */
const onOsDisk = (version: string) =>
  one('hyper-v', { exchangeVersion: text(version), standAlone: bool(true), disks: [osDisk(TOGETHER)] });

/** An Exchange 2013 server whose OS disk an image of the Marketplace sizes. */
const fromImage = (sku: string, memoryGib: number) =>
  one('azure', {
    exchangeVersion: text('2013'),
    os: { family: text('windows'), release: text(sku), publisher: text('MicrosoftWindowsServer') },
    memory: { ...on('azure').memory, sizeMib: number(memoryGib * 1024) },
    disks: [osDisk({ sizeGib: undefined }), disk()],
  });

/** The policies of policies/storage.yaml about the OS disk and what is beside it. */
export const OS_DISK_CASES: readonly Case[] = [
  row('EXSTO-17', '15 GB and 128 GiB of memory', withOsDisk(number(143), '2013', 128), 'nothing'),
  row(
    'EXSTO-17',
    '15 GB and 16 GiB of memory, written in bytes: 31,000,000,000 are too few',
    withOsDisk(number(31e9 / 1024 ** 3), '2013', 16),
    'error',
  ),
  row('EXSTO-17', 'the tolerance for rounded sizes', withOsDisk(number(30.9), '2013', 16), 'nothing'),
  row('EXSTO-17', 'less than the tolerance', withOsDisk(number(142.8), '2013', 128), 'error'),
  row(
    'EXSTO-20',
    'databases and logs of a mailbox server together',
    together(true, '2007', 'mailbox'),
    'warning',
  ),
  row('EXSTO-20', 'a Hub Transport server', together(true, '2007', 'hub'), 'nothing'),
  row('EXSTO-60', 'a member of a DAG', together(false, 'SE', 'mailbox'), 'nothing'),
  row('EXSTO-60', 'an Edge Transport server', together(true, 'SE', 'edge'), 'nothing'),
  row('EXSTO-52', 'an OS disk of 61 GiB', withOsDisk(number(61), 'SE', 16), 'error'),
  row('EXSTO-52', 'an OS disk of 62 GiB', withOsDisk(number(62), 'SE', 16), 'nothing'),
  // With 2013 an OS disk below 15 GB and the memory is EXSTO-17's.
  row('EXSTO-52', 'an OS disk of 61 GiB for 2013 with 46 GiB', withOsDisk(number(61), '2013', 46), 'error'),
  row('EXSTO-52', 'an OS disk of 61 GiB for 2013 with 47 GiB', withOsDisk(number(61), '2013', 47), 'nothing'),
  // Both sides of the tolerance of 0.1 GiB that EXSTO-17 has.
  row(
    'EXSTO-52',
    'an OS disk of 61.9 GiB for 2013 with 47 GiB',
    withOsDisk(number(61.9), '2013', 47),
    'error',
  ),
  row(
    'EXSTO-52',
    'an OS disk of 61.88 GiB for 2013 with 47 GiB',
    withOsDisk(number(61.88), '2013', 47),
    'nothing',
  ),
  row('EXSTO-20', 'databases and logs on the OS disk, which EXSTO-18 says', onOsDisk('2007'), 'nothing'),
  row('EXSTO-60', 'databases and logs on the OS disk, which EXSTO-18 says', onOsDisk('SE'), 'nothing'),
  row('EXSTO-49', 'five disks on one NVMe controller', onControllers('nvme', [0, 0, 0, 0, 0]), 'warning', {
    says: /5 data disks on one/,
  }),
  row(
    'EXSTO-52',
    'a disk of another purpose, on which Exchange may be',
    one('vsphere', { disks: [osDisk({ sizeGib: number(40) }), disk(OTHER)] }),
    'nothing',
  ),
  // Windows images of the Marketplace bring 127 GiB, those with a small disk 30 GiB.
  row(
    'EXSTO-17',
    '127 GiB of an image and 112 GiB of memory',
    fromImage('2012-r2-datacenter', 112),
    'nothing',
  ),
  row('EXSTO-17', '127 GiB of an image and 113 GiB of memory', fromImage('2012-r2-datacenter', 113), 'error'),
  row(
    'EXSTO-17',
    '30 GiB of a small image and 15 GiB of memory',
    fromImage('2012-r2-datacenter-smalldisk', 15),
    'nothing',
  ),
  row(
    'EXSTO-17',
    '30 GiB of a small image and 16 GiB of memory',
    fromImage('2012-r2-datacenter-smalldisk', 16),
    'error',
  ),
  row(
    'EXSTO-17',
    '142 GiB that exvet.yaml states',
    one('vsphere', {
      exchangeVersion: text('2013'),
      disks: [disk()],
      declared: statedOfServer({ osDisk: 142 }),
    }),
    'error',
  ),
  row(
    'EXSTO-17',
    '143 GiB that exvet.yaml states',
    one('vsphere', {
      exchangeVersion: text('2013'),
      disks: [disk()],
      declared: statedOfServer({ osDisk: 143 }),
    }),
    'nothing',
  ),
];
