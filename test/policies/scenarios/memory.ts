import type { Memory, Platform } from '../../../src/estate/model.ts';
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
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

/** Memory that is all reserved and static. */
const memory = (sizeMib: Memory['sizeMib'], more: Partial<Memory> = {}): Memory => ({
  sizeMib,
  reservationMib: sizeMib,
  fullyReserved: bool(true),
  dynamic: bool(false),
  dynamicWithoutRange: bool(false),
  ...more,
});

/** A host with one server of 128 GiB. */
const hosted = (platform: Platform, facts: Parameters<typeof statedOfHost>[0]) =>
  estate([], [], [host([on(platform)], { declared: statedOfHost(facts) })]);

/** The policies of policies/memory.yaml. */
export const MEMORY: Scenarios = {
  'EXMEM-01': {
    violates: platform => one(platform, { memory: memory(number(131072), { dynamic: bool(true) }) }),
    undecided: platform => one(platform, { memory: memory(number(131072), { dynamic: NOT_TOLD }) }),
  },
  'EXMEM-02': {
    violates: platform => hosted(platform, { memory: 127 }),
    undecided: platform => hosted(platform, { memory: NOT_TOLD }),
  },
  'EXMEM-03': {
    violates: platform =>
      one(platform, {
        exchangeVersion: text('2007'),
        memory: memory(number(32768), { fullyReserved: bool(false), reservationMib: number(0) }),
      }),
    undecided: platform =>
      one(platform, {
        exchangeVersion: text('2007'),
        memory: memory(number(32768), { fullyReserved: NOT_TOLD, reservationMib: NOT_TOLD }),
      }),
  },
  'EXMEM-04': {
    violates: platform => one(platform, { declared: statedOfServer({ requiredMemory: 192 }) }),
    undecided: platform =>
      one(platform, { memory: memory(NOT_TOLD), declared: statedOfServer({ requiredMemory: 192 }) }),
  },
  'EXMEM-10': {
    violates: platform =>
      one(platform, {
        memory: memory(number(131072), { reservationMib: number(0), fullyReserved: bool(false) }),
      }),
    undecided: platform =>
      one(platform, {
        memory: memory(number(131072), { reservationMib: NOT_TOLD, fullyReserved: NOT_TOLD }),
      }),
  },
  'EXMEM-11': {
    violates: platform => one(platform, { memory: { ...on(platform).memory, limitMib: number(65536) } }),
    undecided: platform => one(platform, { memory: { ...on(platform).memory, limitMib: NOT_TOLD } }),
  },
  'EXMEM-12': {
    violates: platform => one(platform, { memory: memory(number(65536)) }),
    undecided: platform => one(platform, { memory: memory(NOT_TOLD) }),
  },
  'EXMEM-13': {
    violates: platform => one(platform, { memory: memory(number(262145)) }),
    undecided: platform => one(platform, { memory: memory(NOT_TOLD) }),
  },
  'EXMEM-14': {
    violates: platform => one(platform, { disks: [osDisk({ sizeGib: number(93) }), disk()] }),
    undecided: platform => one(platform, { disks: [osDisk({ sizeGib: NOT_TOLD }), disk()] }),
  },
  'EXMEM-15': {
    violates: platform => hosted(platform, { numaNodeMemory: 127 }),
    undecided: platform => hosted(platform, { numaNodeMemory: NOT_TOLD }),
  },
};
