import { bool, number } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

/** The policies of policies/memory.yaml. */
export const MEMORY: Scenarios = {
  'EXMEM-10': {
    violates: platform =>
      one(platform, {
        memory: { sizeMib: number(131072), reservationMib: number(0), fullyReserved: bool(false) },
      }),
    undecided: platform =>
      one(platform, {
        memory: { sizeMib: number(131072), reservationMib: NOT_TOLD, fullyReserved: NOT_TOLD },
      }),
  },
  'EXMEM-12': {
    violates: platform =>
      one(platform, {
        memory: { sizeMib: number(65536), reservationMib: number(65536), fullyReserved: bool(true) },
      }),
    undecided: platform =>
      one(platform, {
        memory: { sizeMib: NOT_TOLD, reservationMib: number(65536), fullyReserved: bool(true) },
      }),
  },
};
