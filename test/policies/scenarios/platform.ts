import type { Platform } from '../../../src/estate/model.ts';
import {
  estate,
  host,
  number,
  on,
  open,
  statedOfHost,
  statedOfServer,
  text,
  texts,
} from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenario, type Scenarios } from './scenario.ts';

type Facts = Parameters<typeof statedOfServer>[0];

const stated = (platform: Platform, version: string, facts: Facts) =>
  one(platform, { exchangeVersion: text(version), declared: statedOfServer(facts) });

/** A policy that a stated fact decides, for one version. */
const byFact = (
  version: string,
  name: string,
  bad: string | number | boolean | readonly string[],
): Scenario => ({
  violates: platform => stated(platform, version, { [name]: bad }),
  undecided: platform => stated(platform, version, { [name]: NOT_TOLD }),
});

/** A policy that rejects one version. */
const byVersion = (bad: string): Scenario => ({
  violates: platform => one(platform, { exchangeVersion: text(bad) }),
  undecided: platform => one(platform, { exchangeVersion: open('var.v has no value', [bad, 'SE']) }),
});

/** A policy about what else runs on the server. */
const byOtherRole = (role: string): Scenario => ({
  violates: platform => one(platform, { otherRoles: texts([role]) }),
  undecided: platform => one(platform, { otherRoles: NOT_TOLD }),
});

/** A policy about the hypervisor. */
const bySvvp = (version: string): Scenario => ({
  violates: platform =>
    estate(
      [],
      [],
      [
        host([on(platform, { exchangeVersion: text(version) })], {
          platform: 'vsphere',
          declared: statedOfHost({ svvp: false }),
        }),
      ],
    ),
  undecided: platform =>
    estate(
      [],
      [],
      [
        host([on(platform, { exchangeVersion: text(version) })], {
          platform: 'vsphere',
          declared: statedOfHost({ svvp: NOT_TOLD }),
        }),
      ],
    ),
});

/** The policies of policies/platform.yaml. */
export const PLATFORM: Scenarios = {
  'EXPLT-01': byVersion('2000'),
  'EXPLT-02': byVersion('2003'),
  'EXPLT-03': byFact('2003', 'servicePack', 1),
  'EXPLT-06': bySvvp('2007'),
  'EXPLT-07': byFact('2007', 'servicePack', 0),
  'EXPLT-08': byFact('2007', 'guestOs', '2008 R2'),
  'EXPLT-09': {
    violates: platform => one(platform, { exchangeVersion: text('2007'), roles: texts(['mailbox', 'um']) }),
    undecided: platform => one(platform, { exchangeVersion: text('2007'), roles: NOT_TOLD }),
  },
  'EXPLT-11': byVersion('2007'),
  'EXPLT-12': bySvvp('SE'),
  'EXPLT-13': byFact('2013', 'guestOs', '2016'),
  'EXPLT-30': byFact('2019', 'guestOs', '2016'),
  'EXPLT-31': byFact('2016', 'guestOs', '2019'),
  'EXPLT-32': byFact('SE', 'guestOs', '2016'),
  'EXPLT-33': {
    violates: platform => stated(platform, '2013', { guestOs: '2012 R2', servicePack: 0 }),
    undecided: platform => stated(platform, '2013', { guestOs: '2012 R2', servicePack: NOT_TOLD }),
  },
  'EXPLT-34': byFact('2016', 'installType', 'core'),
  'EXPLT-35': byFact('SE', 'guestOs', 'client'),
  'EXPLT-36': {
    violates: platform => one(platform, { exchangeVersion: text('2016') }),
    undecided: platform => one(platform, { exchangeVersion: NOT_TOLD }),
  },
  'EXPLT-37': byFact('2019', 'extendedSecurityUpdates', true),
  'EXPLT-38': byFact('2019', 'cumulativeUpdate', 13),
  'EXPLT-39': byFact('SE', 'guestOs', '2012 R2'),
  'EXPLT-41': bySvvp('SE'),
  'EXPLT-43': byOtherRole('dc'),
  'EXPLT-44': byOtherRole('sharepoint'),
  'EXPLT-45': {
    violates: platform =>
      one(platform, {
        site: { mailboxVcpus: number(16) },
        declared: statedOfServer({ domainControllerOs: '2012' }),
      }),
    undecided: platform =>
      one(platform, {
        site: { mailboxVcpus: number(16) },
        declared: statedOfServer({ domainControllerOs: NOT_TOLD }),
      }),
  },
  'EXPLT-46': byFact('SE', 'exchangeVersions', ['2010', 'SE']),
  'EXPLT-47': byFact('2010', 'servicePack', 0),
  'EXPLT-48': byVersion('2010'),
};
