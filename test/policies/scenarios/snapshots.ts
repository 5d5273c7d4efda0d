import type { Placement } from '../../../src/estate/model.ts';
import { bool, server, text } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

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
  'EXSNP-22': {
    violates: platform => one(platform, { hibernationEnabled: bool(true) }),
    undecided: platform => one(platform, { hibernationEnabled: NOT_TOLD }),
  },
  'EXSNP-25': {
    violates: platform => one(platform, { state: { snapshotWithMemory: bool(true) } }),
    undecided: platform => one(platform, { state: { snapshotWithMemory: NOT_TOLD } }),
  },
  'EXSNP-26': {
    violates: platform => one(platform, { state: { linkedClone: bool(true) } }),
    undecided: platform => one(platform, { state: { linkedClone: NOT_TOLD } }),
  },
};
