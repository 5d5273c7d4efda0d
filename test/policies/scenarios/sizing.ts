import { bool, dag, disk, estate, number, on, statedOfServer } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

/** The policies of policies/sizing.yaml. */
export const SIZING: Scenarios = {
  'EXSIZ-01': {
    violates: platform =>
      one(platform, { declared: statedOfServer({ requiredVcpus: 24, requiredMemory: 128 }) }),
    undecided: platform =>
      one(platform, {
        vcpus: NOT_TOLD,
        declared: statedOfServer({ requiredVcpus: 24, requiredMemory: 128 }),
      }),
  },
  'EXSIZ-20': {
    violates: platform =>
      one(platform, {
        vcpus: number(64),
        memory: { sizeMib: number(524288), reservationMib: number(524288), fullyReserved: bool(true) },
      }),
    undecided: platform =>
      one(platform, {
        vcpus: NOT_TOLD,
        memory: { sizeMib: number(524288), reservationMib: number(524288), fullyReserved: bool(true) },
      }),
  },
  'EXSIZ-23': {
    violates: platform => estate([], [dag([on(platform), on(platform, { disks: [disk(), disk()] })])]),
    undecided: platform => estate([], [dag([on(platform), on(platform, { vcpus: NOT_TOLD })])]),
  },
};
