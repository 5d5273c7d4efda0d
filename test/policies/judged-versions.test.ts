import assert from 'node:assert/strict';
import { EXCHANGE_VERSIONS, type ExchangeVersion } from '../../src/estate/exchange-versions.ts';
import type { Estate, Replication, Server } from '../../src/estate/model.ts';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import { judge } from '../../src/policy/judge.ts';
import { text } from '../support/estate.ts';
import { SCENARIOS } from './scenarios/all.ts';

/**
 * The versions that Microsoft's text for each rule is about, from the first to the last: what violates a rule is
 * found with these and with no others.
 */
type Row = readonly [first: ExchangeVersion, last: ExchangeVersion, rules: Readonly<Record<string, string>>];

const ROWS: readonly Row[] = [
  [
    '5.5',
    '2000',
    {
      EXPLT: '01',
    },
  ],
  [
    '5.5',
    'SE',
    {
      EXPLT: '36 39',
      EXREP: '01 02 03 05 06 08 09 14 15 32 33 34 36 37 38',
      EXSTO: '50',
    },
  ],
  [
    '2003',
    '2003',
    {
      EXCPU: '07',
      EXHA: '01',
      EXPLT: '02 03',
    },
  ],
  [
    '2007',
    '2007',
    {
      EXHA: '03 04 06 07',
      EXHOST: '04',
      EXNET: '03 04 06',
      EXPLT: '07 08 09 11',
      EXSNP: '08 09 11',
      EXSTO: '16 19 20',
    },
  ],
  [
    '2007',
    '2010',
    {
      EXCPU: '03',
      EXMEM: '03',
      EXPLT: '06',
      EXSTO: '03 06',
    },
  ],
  [
    '2007',
    '2013',
    {
      EXSTO: '17',
    },
  ],
  [
    '2007',
    'SE',
    {
      EXCPU: '04 05 08',
      EXHOST: '01 02 03',
      EXMEM: '04',
      EXSIZ: '01',
      EXSNP: '01 26',
      EXSTO: '05 07 08 09 14 18 24 48',
    },
  ],
  [
    '2010',
    '2010',
    {
      EXPLT: '47 48',
    },
  ],
  [
    '2010',
    '2013',
    {
      EXHA: '38',
      EXPLT: '33',
    },
  ],
  [
    '2010',
    'SE',
    {
      EXHA: '20 21 22 23 25 26 27 30 31 32 33 34',
      EXSTO: '51',
    },
  ],
  [
    '2013',
    '2013',
    {
      EXHOST: '04',
      EXPLT: '13',
    },
  ],
  [
    '2013',
    '2016',
    {
      EXPLT: '34',
    },
  ],
  [
    '2013',
    '2019',
    {
      EXHA: '29',
    },
  ],
  [
    '2013',
    'SE',
    {
      EXCPU: '01 02 21 23 24 26 27',
      EXHA: '24 28 36 37 39 40',
      EXHOST: '06 21',
      EXMEM: '01 02 10 11 12 13 14 15',
      EXNET: '01 20 21 22 23 24 25 27 28 29 30',
      EXPLT: '12 35 40 43 44 46',
      EXREP: '31 39',
      EXSIZ: '02 20 22 23',
      EXSNP: '02 10 20 21 22 23 24 25 27 29 30',
      EXSTO: '04 10 11 13 23 40 41 42 43 44 45 46 49 52 53 56 57 60 62 63 64 67',
    },
  ],
  [
    '2016',
    '2016',
    {
      EXPLT: '31',
    },
  ],
  [
    '2016',
    '2019',
    {
      EXPLT: '37 38',
    },
  ],
  [
    '2016',
    'SE',
    {
      EXNET: '26',
      EXPLT: '41 42 45',
      EXREP: '35',
    },
  ],
  [
    '2019',
    '2019',
    {
      EXPLT: '30',
    },
  ],
  [
    '2019',
    'SE',
    {
      EXSTO: '61',
    },
  ],
  [
    'SE',
    'SE',
    {
      EXPLT: '32',
    },
  ],
];

/** Versions with which a rule asks for less than the violating estate of its scenario has. */
const SATISFIED_WITH: Readonly<Record<string, readonly ExchangeVersion[]>> = {
  // 64 GiB are little with 2019 and SE alone.
  'EXMEM-12': ['2013', '2016'],
  // With 2013 the formula for the OS disk (EXSTO-17) has the word on small ones.
  'EXMEM-14': ['2013'],
  'EXSTO-52': ['2013'],
  // SE follows the modern lifecycle.
  'EXPLT-36': ['SE'],
  // Domain controllers on Windows Server 2012 and an organisation with 2010 are too old for 2019 and SE.
  'EXPLT-45': ['2016'],
  'EXPLT-46': ['2013', '2016'],
  // Dynamic disks on SMB shares are supported with 2013 alone.
  'EXSTO-09': ['2013'],
};

/** Whether members differ in their version is no question where all have one; `versions.test.ts` asks it. */
const ABOUT_DIFFERENCES = new Set(['EXHA-22']);

const VERSIONS_OF = new Map<string, Set<ExchangeVersion>>();
for (const [first, last, groups] of ROWS) {
  const versions = EXCHANGE_VERSIONS.slice(
    EXCHANGE_VERSIONS.indexOf(first),
    EXCHANGE_VERSIONS.indexOf(last) + 1,
  );
  for (const [group, numbers] of Object.entries(groups)) {
    for (const number of numbers.split(' ')) {
      const id = `${group}-${number}`;
      VERSIONS_OF.set(id, new Set([...(VERSIONS_OF.get(id) ?? []), ...versions]));
    }
  }
}

/** The same estate, whose Exchange servers are all of this version. */
function ofVersion(
  version: ExchangeVersion,
  { servers, dags, hosts, replications, ...more }: Estate,
): Estate {
  const made = new Map<unknown, Server>();
  const changed = (server: Server): Server => {
    const known = made.get(server) ?? { ...server, exchangeVersion: text(version) };
    made.set(server, known);
    return known;
  };
  const changedIn = (replication: Replication): Replication => ({
    ...replication,
    server: changed(replication.server),
  });
  return {
    ...more,
    servers: servers.map(changed),
    dags: dags.map(dag => ({ ...dag, members: dag.members.map(changed) })),
    hosts: hosts.map(host => ({
      ...host,
      servers: host.servers.map(changed),
      guests: host.guests.map(guest => made.get(guest) ?? guest),
    })),
    replications: replications.map(changedIn),
  };
}

describe('the versions of Exchange that a rule is about', () => {
  for (const policy of BUILTIN_POLICIES) {
    const { id, platforms = [] } = policy;
    const [platform] = platforms;
    const scenario = SCENARIOS[id];
    if (platform === undefined || scenario === undefined) continue;
    for (const version of EXCHANGE_VERSIONS) {
      const isAbout = VERSIONS_OF.get(id)?.has(version) === true;
      const isFound = isAbout && SATISFIED_WITH[id]?.includes(version) !== true;
      if (isAbout && ABOUT_DIFFERENCES.has(id)) continue;
      it(`${id} is ${isFound ? '' : 'not '}found with ${version}`, () => {
        const estate = ofVersion(version, scenario.violates(platform));
        const found = judge([{ deployment: '.', estate }], [policy], { date: '2026-11-21', strict: false });
        assert.deepEqual(
          found.map(({ verdict }) => verdict),
          isFound ? ['violation'] : [],
        );
      });
    }
  }
});
