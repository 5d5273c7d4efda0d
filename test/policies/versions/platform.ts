import type { ExchangeVersion } from '../../../src/estate/exchange-versions.ts';
import { estate, host, number, statedOfHost, statedOfServer, texts } from '../../support/estate.ts';
import { type Topic, versioned } from './topic.ts';

const GUEST_OS = [
  'EXPLT-08',
  'EXPLT-13',
  'EXPLT-30',
  'EXPLT-31',
  'EXPLT-32',
  'EXPLT-33',
  'EXPLT-34',
  'EXPLT-35',
];

type Facts = Parameters<typeof statedOfServer>[0];

const stating = (facts: Facts) => (version: ExchangeVersion) =>
  estate([versioned('hyper-v', version, { declared: statedOfServer(facts) })]);

/** A release of Windows Server that these versions do not run on; later updates of all of them are installed. */
const release = (name: string, found: Topic['found']): Topic => ({
  about: `Windows Server ${name}`,
  rules: GUEST_OS,
  estate: stating({ guestOs: name, cumulativeUpdate: 23 }),
  found,
});

const error = (rule: string) => [`${rule} error`];

const OF_2022: Topic['found'] = {
  2007: error('EXPLT-08'),
  2010: error('EXPLT-33'),
  2013: error('EXPLT-13'),
  2016: error('EXPLT-31'),
};

/** The policies of policies/platform.yaml. */
export const PLATFORM_TOPICS: readonly Topic[] = [
  {
    about: 'a virtual machine in Azure',
    rules: ['EXPLT-01', 'EXPLT-02', 'EXPLT-11', 'EXPLT-48'],
    estate: version => estate([versioned('azure', version)]),
    found: { 2003: error('EXPLT-02'), 2007: error('EXPLT-11'), 2010: error('EXPLT-48') },
  },
  {
    about: 'a virtual machine on Hyper-V',
    rules: ['EXPLT-01', 'EXPLT-02', 'EXPLT-11', 'EXPLT-48'],
    estate: version => estate([versioned('hyper-v', version)]),
    found: { 2003: error('EXPLT-02') },
  },
  {
    about: 'vSphere that SVVP does not list',
    rules: ['EXPLT-06', 'EXPLT-12'],
    estate: version => {
      const servers = [versioned('vsphere', version)];
      return estate(servers, [], [host(servers, { declared: statedOfHost({ svvp: false }) })]);
    },
    found: {
      2007: error('EXPLT-06'),
      2010: error('EXPLT-06'),
      2013: error('EXPLT-12'),
      2016: error('EXPLT-12'),
      2019: error('EXPLT-12'),
      SE: error('EXPLT-12'),
    },
  },
  release('2008', {
    2013: error('EXPLT-13'),
    2016: error('EXPLT-31'),
    2019: error('EXPLT-30'),
    SE: error('EXPLT-32'),
  }),
  release('2008 R2', {
    2007: error('EXPLT-08'),
    2016: error('EXPLT-31'),
    2019: error('EXPLT-30'),
    SE: error('EXPLT-32'),
  }),
  release('2012', { 2007: error('EXPLT-08'), 2019: error('EXPLT-30'), SE: error('EXPLT-32') }),
  release('2012 R2', { 2007: error('EXPLT-08'), 2019: error('EXPLT-30'), SE: error('EXPLT-32') }),
  release('2016', {
    2007: error('EXPLT-08'),
    2010: error('EXPLT-33'),
    2013: error('EXPLT-13'),
    2019: error('EXPLT-30'),
    SE: error('EXPLT-32'),
  }),
  release('2019', OF_2022),
  release('2022', OF_2022),
  release('2025', OF_2022),
  {
    about: 'a client edition of Windows',
    rules: GUEST_OS,
    estate: stating({ guestOs: 'client' }),
    found: {
      2010: error('EXPLT-33'),
      2013: error('EXPLT-35'),
      2016: error('EXPLT-35'),
      2019: error('EXPLT-35'),
      SE: error('EXPLT-35'),
    },
  },
  {
    about: 'Windows Server 2022 with cumulative update 11',
    rules: ['EXPLT-30', 'EXPLT-32'],
    estate: stating({ guestOs: '2022', cumulativeUpdate: 11 }),
    found: { 2019: error('EXPLT-30') },
  },
  {
    about: 'Windows Server 2022 with cumulative update 12',
    rules: ['EXPLT-30', 'EXPLT-32'],
    estate: stating({ guestOs: '2022', cumulativeUpdate: 12 }),
    found: {},
  },
  {
    about: 'Windows Server 2025 with cumulative update 14',
    rules: ['EXPLT-30', 'EXPLT-32'],
    estate: stating({ guestOs: '2025', cumulativeUpdate: 14 }),
    found: { 2019: error('EXPLT-30') },
  },
  {
    about: 'Windows Server 2025 with cumulative update 15',
    rules: ['EXPLT-30', 'EXPLT-32'],
    estate: stating({ guestOs: '2025', cumulativeUpdate: 15 }),
    found: {},
  },
  {
    about: 'Windows Server 2016 with cumulative update 2',
    rules: ['EXPLT-31'],
    estate: stating({ guestOs: '2016', cumulativeUpdate: 2 }),
    found: { 2016: error('EXPLT-31') },
  },
  {
    about: 'Windows Server 2016 with cumulative update 3',
    rules: ['EXPLT-31'],
    estate: stating({ guestOs: '2016', cumulativeUpdate: 3 }),
    found: {},
  },
  {
    about: 'Windows Server 2012 R2 without a service pack of Exchange',
    rules: ['EXPLT-33'],
    estate: stating({ guestOs: '2012 R2', servicePack: 0 }),
    found: { 2010: error('EXPLT-33'), 2013: error('EXPLT-33') },
  },
  {
    about: 'no service pack',
    rules: ['EXPLT-03', 'EXPLT-07', 'EXPLT-47'],
    estate: stating({ servicePack: 0 }),
    found: { 2003: error('EXPLT-03'), 2007: error('EXPLT-07'), 2010: error('EXPLT-47') },
  },
  {
    about: 'service pack 1',
    rules: ['EXPLT-03', 'EXPLT-07', 'EXPLT-47'],
    estate: stating({ servicePack: 1 }),
    found: { 2003: error('EXPLT-03') },
  },
  {
    about: 'Unified Messaging on three processors',
    rules: ['EXPLT-09', 'EXPLT-47'],
    estate: version => estate([versioned('hyper-v', version, { roles: texts(['um']), vcpus: number(3) })]),
    found: { 2007: error('EXPLT-09'), 2010: error('EXPLT-47') },
  },
  {
    about: 'Unified Messaging on four processors',
    rules: ['EXPLT-09', 'EXPLT-47'],
    estate: version => estate([versioned('hyper-v', version, { roles: texts(['um']), vcpus: number(4) })]),
    found: { 2007: error('EXPLT-09') },
  },
  {
    about: 'Server Core',
    rules: ['EXPLT-34'],
    estate: stating({ installType: 'core' }),
    found: { 2013: error('EXPLT-34'), 2016: error('EXPLT-34') },
  },
  {
    about: 'the end of support',
    rules: ['EXPLT-36'],
    estate: version => estate([versioned('hyper-v', version)]),
    found: {
      2003: error('EXPLT-36'),
      2007: error('EXPLT-36'),
      2010: error('EXPLT-36'),
      2013: error('EXPLT-36'),
      2016: error('EXPLT-36'),
      2019: error('EXPLT-36'),
    },
  },
  {
    about: 'an organisation with Exchange 2007',
    rules: ['EXPLT-46'],
    estate: stating({ exchangeVersions: ['2007'] }),
    found: { 2016: error('EXPLT-46'), 2019: error('EXPLT-46'), SE: error('EXPLT-46') },
  },
  {
    about: 'an organisation with Exchange 2010',
    rules: ['EXPLT-46'],
    estate: stating({ exchangeVersions: ['2010'] }),
    found: { 2019: error('EXPLT-46'), SE: error('EXPLT-46') },
  },
];
