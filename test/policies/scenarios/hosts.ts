import { estate, host, on, statedOfHost, text } from '../../support/estate.ts';
import { NOT_TOLD, type Scenarios } from './scenario.ts';

const hosted = (
  platform: Parameters<typeof on>[0],
  facts: Parameters<typeof statedOfHost>[0],
  more: Parameters<typeof on>[1] = {},
) => estate([], [], [host([on(platform, more)], { declared: statedOfHost(facts) })]);

/** The policies of policies/hosts.yaml. */
export const HOSTS: Scenarios = {
  'EXHOST-01': {
    violates: platform => hosted(platform, { roles: ['management', 'file-server'] }),
    undecided: platform => hosted(platform, { roles: NOT_TOLD }),
  },
  'EXHOST-02': {
    violates: platform => hosted(platform, { roles: ['management', 'adds'] }),
    undecided: platform => hosted(platform, { roles: NOT_TOLD }),
  },
  'EXHOST-03': {
    violates: platform => {
      const exchange = on(platform);
      const database = { ...on(platform), address: 'vm.sql01', name: text('sql01') };
      return estate([], [], [host([exchange], { guests: [exchange, database] })]);
    },
  },
  'EXHOST-04': {
    violates: platform =>
      hosted(platform, { os: '2008 R2', systemDisk: 8 }, { exchangeVersion: text('2013') }),
    undecided: platform =>
      hosted(platform, { os: '2008 R2', systemDisk: NOT_TOLD }, { exchangeVersion: text('2013') }),
  },
  'EXHOST-06': {
    violates: platform =>
      hosted(platform, { os: '2012', clustered: true, hotfixes: [] }, { dag: text('DAG01') }),
    undecided: platform =>
      hosted(platform, { os: '2012', clustered: true, hotfixes: NOT_TOLD }, { dag: text('DAG01') }),
  },
};
