import type { ExchangeVersion } from '../../../src/estate/exchange-versions.ts';
import { bool, estate, host, number, statedOfHost } from '../../support/estate.ts';
import { type Topic, versioned } from './topic.ts';

const RATIO = ['EXCPU-01', 'EXCPU-02', 'EXCPU-03', 'EXCPU-04', 'EXCPU-05'];

/** A host with 16 virtual processors. */
const onCores =
  (physicalCores: number, more: Parameters<typeof statedOfHost>[0] = {}) =>
  (version: ExchangeVersion) => {
    const servers = [versioned('hyper-v', version, { vcpus: number(16) })];
    return estate(servers, [], [host(servers, { declared: statedOfHost({ physicalCores, ...more }) })]);
  };

const vcpus = (count: number) => (version: ExchangeVersion) =>
  estate([versioned('hyper-v', version, { vcpus: number(count) })]);

/** The policies of policies/processors.yaml and hosts.yaml. */
export const PROCESSORS_TOPICS: readonly Topic[] = [
  {
    about: '16 virtual processors on 7 cores',
    rules: RATIO,
    estate: onCores(7),
    found: {
      2007: ['EXCPU-03 error'],
      2010: ['EXCPU-03 error'],
      2013: ['EXCPU-01 error'],
      2016: ['EXCPU-01 error'],
      2019: ['EXCPU-01 error'],
      SE: ['EXCPU-01 error'],
    },
  },
  {
    // The example of the policy itself: 8 cores grant 16 processors to guests.
    about: '16 virtual processors on 8 cores, which the host shares',
    rules: RATIO,
    estate: onCores(8),
    found: {
      2007: ['EXCPU-04 warning'],
      2010: ['EXCPU-04 warning'],
      2013: ['EXCPU-04 warning'],
      2016: ['EXCPU-04 warning'],
      2019: ['EXCPU-04 warning'],
      SE: ['EXCPU-04 warning'],
    },
  },
  {
    about: '16 virtual processors on 9 cores of a host that uses 4 itself',
    rules: RATIO,
    estate: onCores(9, { hostVcpus: 4 }),
    found: {
      2007: ['EXCPU-05 warning'],
      2010: ['EXCPU-05 warning'],
      2013: ['EXCPU-05 warning'],
      2016: ['EXCPU-05 warning'],
      2019: ['EXCPU-05 warning'],
      SE: ['EXCPU-05 warning'],
    },
  },
  {
    about: '16 virtual processors on 17 cores',
    rules: RATIO,
    estate: onCores(17),
    found: {
      2013: ['EXCPU-02 warning'],
      2016: ['EXCPU-02 warning'],
      2019: ['EXCPU-02 warning'],
      SE: ['EXCPU-02 warning'],
    },
  },
  { about: '16 virtual processors on 18 cores', rules: RATIO, estate: onCores(18), found: {} },
  {
    about: 'two processors',
    rules: ['EXCPU-07', 'EXCPU-21'],
    estate: vcpus(2),
    found: { 2003: ['EXCPU-07 error'] },
  },
  {
    about: '25 processors',
    rules: ['EXCPU-21'],
    estate: vcpus(25),
    found: { 2013: ['EXCPU-21 warning'], 2016: ['EXCPU-21 warning'] },
  },
  {
    about: '49 processors',
    rules: ['EXCPU-21'],
    estate: vcpus(49),
    found: {
      2013: ['EXCPU-21 warning'],
      2016: ['EXCPU-21 warning'],
      2019: ['EXCPU-21 warning'],
      SE: ['EXCPU-21 warning'],
    },
  },
  {
    about: 'a system disk of the host with 9 GB on Windows Server 2008 R2',
    rules: ['EXHOST-04'],
    estate: onCores(64, { os: '2008 R2', systemDisk: 9 }),
    found: { 2007: ['EXHOST-04 warning'], 2013: ['EXHOST-04 warning'] },
  },
  {
    about: 'CPU hot-add on 16 processors, and nested virtualization',
    rules: ['EXCPU-23', 'EXCPU-27'],
    estate: version =>
      estate([
        versioned('vsphere', version, {
          vcpus: number(16),
          cpu: { hotAdd: bool(true), nestedVirtualization: bool(true) },
        }),
      ]),
    found: {
      2013: ['EXCPU-23 warning', 'EXCPU-27 warning'],
      2016: ['EXCPU-23 warning', 'EXCPU-27 warning'],
      2019: ['EXCPU-23 warning', 'EXCPU-27 warning'],
      SE: ['EXCPU-23 warning', 'EXCPU-27 warning'],
    },
  },
];
