import type { ExchangeVersion } from '../../../src/estate/exchange-versions.ts';
import { bool, dag, estate, statedOfDag, statedOfServer } from '../../support/estate.ts';
import { type Topic, versioned } from './topic.ts';

const pair = (version: ExchangeVersion, facts: Parameters<typeof statedOfServer>[0] = {}) => [
  versioned('hyper-v', version, { declared: statedOfServer(facts) }),
  versioned('hyper-v', version, { declared: statedOfServer(facts) }),
];

/** The policies of policies/availability.yaml. */
export const AVAILABILITY_TOPICS: readonly Topic[] = [
  {
    about: 'members that can end up on one host',
    rules: ['EXHA-03', 'EXHA-23'],
    estate: version => estate([], [dag(pair(version), { membersSeparated: bool(false) })]),
    found: {
      2010: ['EXHA-23 warning'],
      2013: ['EXHA-23 warning'],
      2016: ['EXHA-23 warning'],
      2019: ['EXHA-23 warning'],
      SE: ['EXHA-23 warning'],
    },
  },
  {
    about: 'CCR nodes that can end up on one host',
    rules: ['EXHA-03', 'EXHA-23'],
    estate: version =>
      estate([], [dag(pair(version, { clustering: 'ccr' }), { membersSeparated: bool(false) })]),
    found: {
      2007: ['EXHA-03 error'],
      2010: ['EXHA-23 warning'],
      2013: ['EXHA-23 warning'],
      2016: ['EXHA-23 warning'],
      2019: ['EXHA-23 warning'],
      SE: ['EXHA-23 warning'],
    },
  },
  {
    about: 'a server in a failover cluster of its own',
    rules: ['EXHA-01'],
    estate: version => estate(pair(version, { clustering: 'scc' }).slice(0, 1)),
    found: { 2003: ['EXHA-01 error'] },
  },
  {
    about: 'a storage account as the witness',
    rules: ['EXHA-29'],
    estate: version =>
      estate([], [dag(pair(version), { declared: statedOfDag({ witness: 'azure-storage' }) })]),
    found: { 2013: ['EXHA-29 error'], 2016: ['EXHA-29 error'], 2019: ['EXHA-29 error'] },
  },
  {
    about: 'two members without a witness',
    rules: ['EXHA-25'],
    estate: version => estate([], [dag(pair(version), { declared: statedOfDag({ witness: 'none' }) })]),
    found: {
      2010: ['EXHA-25 error'],
      2013: ['EXHA-25 error'],
      2016: ['EXHA-25 error'],
      2019: ['EXHA-25 error'],
      SE: ['EXHA-25 error'],
    },
  },
  {
    about: 'a member with Exchange 2007 beside one of another version',
    rules: ['EXHA-22'],
    estate: version => estate([], [dag([...pair(version).slice(1), ...pair('2007').slice(1)])]),
    found: {
      2010: ['EXHA-22 error'],
      2013: ['EXHA-22 error'],
      2016: ['EXHA-22 error'],
      2019: ['EXHA-22 error'],
      SE: ['EXHA-22 error'],
    },
  },
];
