import { dag, disk, estate, number, on, osDisk, statedOfServer } from '../../support/estate.ts';
import { one } from '../scenarios/scenario.ts';
import { type Case, row } from './case.ts';

const memory = (sizeMib: number) => ({ ...on('azure').memory, sizeMib: number(sizeMib) });

/** What its sizing asks for, on a size that gives 4,000 IOPS and 150 MB/s, as its disks do. */
const asking = (requiredIops: number, requiredThroughput: number, more: Parameters<typeof one>[1] = {}) =>
  one('azure', {
    uncachedIops: number(4000),
    uncachedMbps: number(150),
    disks: [disk({ iops: number(4000), throughputMbps: number(150) })],
    declared: statedOfServer({ requiredIops, requiredThroughput }),
    ...more,
  });

const FAST_SIZE = { uncachedIops: number(25600), uncachedMbps: number(600) };

const large = (vcpus: number, sizeMib: number) =>
  one('azure', { vcpus: number(vcpus), memory: memory(sizeMib) });

const pair = (second: Parameters<typeof on>[1], certain = true) =>
  estate([], [dag([on('azure'), on('azure', second)], { certain })]);

/** The policies of policies/sizing.yaml. */
export const SIZING_CASES: readonly Case[] = [
  row(
    'EXSIZ-01',
    'one MiB less than its sizing asks for',
    one('azure', {
      memory: memory(131071),
      declared: statedOfServer({ requiredVcpus: 16, requiredMemory: 128 }),
    }),
    'warning',
  ),
  row(
    'EXSIZ-01',
    'what its sizing asks for',
    one('azure', { declared: statedOfServer({ requiredVcpus: 16, requiredMemory: 128 }) }),
    'nothing',
  ),
  row('EXSIZ-02', 'what its sizing asks for', asking(4000, 150), 'nothing'),
  row('EXSIZ-02', 'disks that are too slow', asking(4001, 150, FAST_SIZE), 'warning', { says: /data disks/ }),
  row('EXSIZ-02', 'disks with too little throughput', asking(4000, 151, FAST_SIZE), 'warning', {
    says: /data disks/,
  }),
  row(
    'EXSIZ-02',
    'a size that is too slow for disks that just do',
    asking(4000, 150, { uncachedIops: number(3200) }),
    'warning',
    { says: /has the size/ },
  ),
  row('EXSIZ-20', '48 processors and more memory than is recommended', large(48, 524288), 'nothing'),
  row('EXSIZ-20', '64 processors and 256 GiB', large(64, 262144), 'nothing'),
  row('EXSIZ-20', '64 processors and one MiB more than 256 GiB', large(64, 262145), 'note'),
  row(
    'EXSIZ-22',
    'no data disk',
    one('azure', { disks: [osDisk()], maxDataDisks: number(0), uncachedIops: number(0) }),
    'nothing',
  ),
  row(
    'EXSIZ-22',
    'as many disks, IOPS and MB/s as its size has',
    asking(4000, 150, { maxDataDisks: number(1) }),
    'nothing',
  ),
  row('EXSIZ-22', 'more IOPS than its size has', asking(4001, 150, { maxDataDisks: number(1) }), 'warning', {
    says: /lets 4000 IOPS/,
  }),
  row(
    'EXSIZ-22',
    'more disks than its size attaches',
    asking(4000, 150, { maxDataDisks: number(0) }),
    'error',
    { says: /attaches 0/ },
  ),
  row('EXSIZ-23', 'members with other processors', pair({ vcpus: number(8) }), 'warning', {
    says: /processors/,
  }),
  row('EXSIZ-23', 'members with other disks', pair({ disks: [disk(), disk()] }), 'warning', {
    says: /differ in the number of data disks/,
  }),
  row('EXSIZ-23', 'unlike servers in no certain DAG', pair({ vcpus: number(8) }, false), 'nothing'),
  row(
    'EXSIZ-02',
    'a size with too little throughput for disks that just do',
    asking(4000, 150, { uncachedMbps: number(100) }),
    'warning',
    { says: /has the size/ },
  ),
  row('EXSIZ-22', 'more MB/s than its size has', asking(4000, 151, { maxDataDisks: number(1) }), 'warning', {
    says: /150 MB\/s through/,
  }),
];
