import { bool, disk, estate, server, statedOfServer, text } from '../../support/estate.ts';
import { type Topic, versioned } from './topic.ts';

const MOVED = {
  placement: { ...server().placement, restartedByCluster: bool(true), movedByCluster: bool(true) },
};

/** The policies of policies/snapshots.yaml. */
export const SNAPSHOTS_TOPICS: readonly Topic[] = [
  {
    about: 'a snapshot',
    rules: ['EXSNP-01'],
    estate: version => estate([versioned('hyper-v', version, { hasSnapshot: bool(true) })]),
    found: {
      2007: ['EXSNP-01 error'],
      2010: ['EXSNP-01 error'],
      2013: ['EXSNP-01 error'],
      2016: ['EXSNP-01 error'],
      2019: ['EXSNP-01 error'],
      SE: ['EXSNP-01 error'],
    },
  },
  {
    about: 'a linked clone of vSphere',
    rules: ['EXSTO-05', 'EXSNP-26'],
    estate: version => estate([versioned('vsphere', version, { state: { linkedClone: bool(true) } })]),
    found: {
      2007: ['EXSNP-26 error'],
      2010: ['EXSNP-26 error'],
      2013: ['EXSNP-26 error'],
      2016: ['EXSNP-26 error'],
      2019: ['EXSNP-26 error'],
      SE: ['EXSNP-26 error'],
    },
  },
  {
    about: 'quick migration, and a state that is saved',
    rules: ['EXSNP-10', 'EXSNP-20'],
    estate: version =>
      estate([
        versioned('hyper-v', version, {
          state: { stopAction: text('save') },
          declared: statedOfServer({ plannedMove: 'quick' }),
        }),
      ]),
    found: {
      2013: ['EXSNP-10 error', 'EXSNP-20 error'],
      2016: ['EXSNP-10 error', 'EXSNP-20 error'],
      2019: ['EXSNP-10 error', 'EXSNP-20 error'],
      SE: ['EXSNP-10 error', 'EXSNP-20 error'],
    },
  },
  {
    about: 'a backup by the host of a server on pass-through disks',
    rules: ['EXSNP-11', 'EXSNP-24'],
    estate: version =>
      estate([
        versioned('hyper-v', version, {
          disks: [disk({ format: text('pass-through') })],
          declared: statedOfServer({ backupMethod: 'host-vss' }),
        }),
      ]),
    found: {
      2007: ['EXSNP-11 error'],
      2013: ['EXSNP-24 warning'],
      2016: ['EXSNP-24 warning'],
      2019: ['EXSNP-24 warning'],
      SE: ['EXSNP-24 warning'],
    },
  },
  {
    about: 'a vSphere cluster that moves a server',
    rules: ['EXSNP-08', 'EXSNP-09'],
    estate: version => estate([versioned('vsphere', version, MOVED)]),
    found: { 2007: ['EXSNP-09 warning'] },
  },
  {
    about: 'a vSphere cluster that moves a CCR node',
    rules: ['EXSNP-08', 'EXSNP-09'],
    estate: version =>
      estate([versioned('vsphere', version, { ...MOVED, declared: statedOfServer({ clustering: 'ccr' }) })]),
    found: { 2007: ['EXSNP-08 error', 'EXSNP-09 warning'] },
  },
  {
    about: 'a linked clone with a snapshot of its memory, whose vApp suspends it',
    rules: ['EXSNP-02', 'EXSNP-25', 'EXSNP-26'],
    estate: version =>
      estate([
        versioned('vsphere', version, {
          state: { linkedClone: bool(true), snapshotWithMemory: bool(true), stopAction: text('save') },
        }),
      ]),
    found: {
      2007: ['EXSNP-26 error'],
      2010: ['EXSNP-26 error'],
      2013: ['EXSNP-02 error', 'EXSNP-25 error', 'EXSNP-26 error'],
      2016: ['EXSNP-02 error', 'EXSNP-25 error', 'EXSNP-26 error'],
      2019: ['EXSNP-02 error', 'EXSNP-25 error', 'EXSNP-26 error'],
      SE: ['EXSNP-02 error', 'EXSNP-25 error', 'EXSNP-26 error'],
    },
  },
];
