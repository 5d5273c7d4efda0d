import type { Memory } from '../../../src/estate/model.ts';
import { bool, estate, host, number, on, statedOfHost } from '../../support/estate.ts';
import { type Topic, versioned } from './topic.ts';

const memory = (more: Partial<Memory>): Memory => ({ ...on('hyper-v').memory, ...more });

/** The policies of policies/memory.yaml. */
export const MEMORY_TOPICS: readonly Topic[] = [
  {
    about: 'dynamic memory',
    rules: ['EXMEM-01', 'EXMEM-03'],
    estate: version => estate([versioned('hyper-v', version, { memory: memory({ dynamic: bool(true) }) })]),
    found: {
      2007: ['EXMEM-03 warning'],
      2010: ['EXMEM-03 warning'],
      2013: ['EXMEM-01 error'],
      2016: ['EXMEM-01 error'],
      2019: ['EXMEM-01 error'],
      SE: ['EXMEM-01 error'],
    },
  },
  {
    about: 'dynamic memory with nothing to change',
    rules: ['EXMEM-01', 'EXMEM-03'],
    estate: version =>
      estate([versioned('hyper-v', version, { memory: memory({ dynamicWithoutRange: bool(true) }) })]),
    found: {
      2013: ['EXMEM-01 warning'],
      2016: ['EXMEM-01 warning'],
      2019: ['EXMEM-01 warning'],
      SE: ['EXMEM-01 warning'],
    },
  },
  {
    about: 'a limit of vSphere below the memory',
    rules: ['EXMEM-11'],
    estate: version =>
      estate([versioned('vsphere', version, { memory: memory({ limitMib: number(4096) }) })]),
    found: {
      2013: ['EXMEM-11 error'],
      2016: ['EXMEM-11 error'],
      2019: ['EXMEM-11 error'],
      SE: ['EXMEM-11 error'],
    },
  },
  {
    about: 'memory that vSphere does not reserve',
    rules: ['EXMEM-03', 'EXMEM-10'],
    estate: version =>
      estate([
        versioned('vsphere', version, {
          memory: memory({ fullyReserved: bool(false), reservationMib: number(0) }),
        }),
      ]),
    found: {
      2007: ['EXMEM-03 warning'],
      2010: ['EXMEM-03 warning'],
      2013: ['EXMEM-10 error'],
      2016: ['EXMEM-10 error'],
      2019: ['EXMEM-10 error'],
      SE: ['EXMEM-10 error'],
    },
  },
  {
    about: 'a host with less memory than its machines have',
    rules: ['EXMEM-02'],
    estate: version => {
      const servers = [versioned('hyper-v', version)];
      return estate(servers, [], [host(servers, { declared: statedOfHost({ memory: 127 }) })]);
    },
    // In the text for 2013 by intent only, from 2016 on by word.
    found: {
      2013: ['EXMEM-02 error'],
      2016: ['EXMEM-02 error'],
      2019: ['EXMEM-02 error'],
      SE: ['EXMEM-02 error'],
    },
  },
  ...[
    { gib: 96, found: {} },
    { gib: 97, found: { 2013: ['EXMEM-13 warning'] } },
    { gib: 192, found: { 2013: ['EXMEM-13 warning'] } },
    { gib: 193, found: { 2013: ['EXMEM-13 warning'], 2016: ['EXMEM-13 warning'] } },
    { gib: 256, found: { 2013: ['EXMEM-13 warning'], 2016: ['EXMEM-13 warning'] } },
    {
      gib: 257,
      found: {
        2013: ['EXMEM-13 warning'],
        2016: ['EXMEM-13 warning'],
        2019: ['EXMEM-13 warning'],
        SE: ['EXMEM-13 warning'],
      },
    },
  ].map(
    ({ gib, found }): Topic => ({
      about: `${gib} GiB of memory`,
      rules: ['EXMEM-13'],
      estate: version =>
        estate([versioned('hyper-v', version, { memory: memory({ sizeMib: number(gib * 1024) }) })]),
      found,
    }),
  ),
];
