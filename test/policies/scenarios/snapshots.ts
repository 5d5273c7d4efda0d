import type { Placement, Platform, Server } from '../../../src/estate/model.ts';
import { bool, disk, osDisk, server, statedOfServer, text } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

const stating = (
  platform: Platform,
  facts: Parameters<typeof statedOfServer>[0],
  more: Partial<Server> = {},
) => one(platform, { declared: statedOfServer(facts), ...more });

/** An Exchange 2007 server on a disk of its host. */
const passedThrough = (platform: Platform, facts: Parameters<typeof statedOfServer>[0]) =>
  stating(platform, facts, {
    exchangeVersion: text('2007'),
    disks: [osDisk(), disk({ format: text('pass-through') })],
  });

/** A server that its cluster restarts, with nothing stated about that. */
const clustered = (platform: Platform) =>
  one(platform, { declared: new Map(), placement: placement({ restartedByCluster: bool(true) }) });

const placement = (more: Partial<Placement>): Placement => ({ ...server().placement, ...more });

const EXCHANGE_2007 = { exchangeVersion: text('2007') };
const CCR = { ...EXCHANGE_2007, declared: new Map([['clustering', text('ccr')]]) };

/** The policies of policies/snapshots.yaml. */
export const SNAPSHOTS: Scenarios = {
  'EXSNP-01': {
    violates: platform => one(platform, { hasSnapshot: bool(true) }),
    undecided: platform => one(platform, { hasSnapshot: NOT_TOLD }),
  },
  'EXSNP-02': {
    violates: platform => one(platform, { state: { stopAction: text('save') } }),
    undecided: platform => one(platform, { state: { stopAction: NOT_TOLD } }),
  },
  'EXSNP-08': {
    violates: platform => one(platform, { ...CCR, placement: placement({ restartedByCluster: bool(true) }) }),
    undecided: platform =>
      one(platform, {
        ...CCR,
        placement: placement({ restartedByCluster: bool(false), movedByCluster: NOT_TOLD }),
      }),
  },
  'EXSNP-09': {
    violates: platform =>
      one(platform, {
        ...EXCHANGE_2007,
        placement: placement({ restartedByCluster: bool(false), movedByCluster: bool(true) }),
      }),
    undecided: platform =>
      one(platform, {
        ...EXCHANGE_2007,
        placement: placement({ restartedByCluster: NOT_TOLD, movedByCluster: bool(false) }),
      }),
  },
  'EXSNP-10': {
    violates: platform => stating(platform, { plannedMove: 'quick' }),
    undecided: platform => stating(platform, { plannedMove: NOT_TOLD }),
  },
  'EXSNP-11': {
    violates: platform => passedThrough(platform, { backupMethod: 'host-vss' }),
    undecided: platform => passedThrough(platform, { backupMethod: NOT_TOLD }),
  },
  'EXSNP-20': {
    violates: platform => one(platform, { state: { stopAction: text('save') } }),
    undecided: platform => one(platform, { state: { stopAction: NOT_TOLD } }),
  },
  'EXSNP-21': {
    violates: platform => one(platform, { state: { checkpointType: text('production') } }),
    undecided: platform => one(platform, { state: { checkpointType: NOT_TOLD } }),
  },
  'EXSNP-22': {
    violates: platform => one(platform, { hibernationEnabled: bool(true) }),
    undecided: platform => one(platform, { hibernationEnabled: NOT_TOLD }),
  },
  'EXSNP-24': {
    violates: platform => stating(platform, { backupMethod: 'crash-consistent' }),
    undecided: platform => stating(platform, { backupMethod: NOT_TOLD }),
  },
  'EXSNP-25': {
    violates: platform => one(platform, { state: { snapshotWithMemory: bool(true) } }),
    undecided: platform => one(platform, { state: { snapshotWithMemory: NOT_TOLD } }),
  },
  'EXSNP-26': {
    violates: platform => one(platform, { state: { linkedClone: bool(true) } }),
    undecided: platform => one(platform, { state: { linkedClone: NOT_TOLD } }),
  },
  'EXSNP-27': {
    violates: platform => stating(platform, { clusterPriority: 'low' }),
    undecided: clustered,
    needs: /exvet\.yaml does not state servers\[\]\.clusterOfflineAction for /,
  },
};
