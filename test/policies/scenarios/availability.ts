import type { Platform, Server } from '../../../src/estate/model.ts';
import {
  bool,
  dag,
  estate,
  neighbourhood,
  number,
  on,
  open,
  statedOfDag,
  statedOfServer,
  text,
  texts,
} from '../../support/estate.ts';
import { nic } from './network.ts';
import { NOT_TOLD, one, type Scenario, type Scenarios } from './scenario.ts';

type Statement = Parameters<typeof statedOfDag>[0];

/** A DAG of two, of one version, about which something is stated. */
const group = (platform: Platform, facts: Statement, version = 'SE') => {
  const member = () => on(platform, { exchangeVersion: text(version) });
  return estate([], [dag([member(), member()], { declared: statedOfDag(facts) })]);
};

/** A policy that a stated fact decides. */
const byFact = (name: string, bad: string | number | boolean, version?: string): Scenario => ({
  violates: platform => group(platform, { [name]: bad }, version),
  undecided: platform => group(platform, { [name]: NOT_TOLD }, version),
});

/** A DAG of two, whose second member differs. */
const unlike = (platform: Platform, more: Partial<Server>) =>
  estate([], [dag([on(platform), on(platform, more)])]);

/** Exchange 2007 with CCR. */
const node = (platform: Platform, more: Partial<Server> = {}) =>
  on(platform, { exchangeVersion: text('2007'), declared: statedOfServer({ clustering: 'ccr' }), ...more });

/** The policies of policies/availability.yaml. */
export const AVAILABILITY: Scenarios = {
  'EXHA-01': {
    violates: platform =>
      one(platform, { exchangeVersion: text('2003'), declared: statedOfServer({ clustering: 'scc' }) }),
    undecided: platform =>
      one(platform, { exchangeVersion: text('2003'), declared: statedOfServer({ clustering: NOT_TOLD }) }),
  },
  'EXHA-03': {
    violates: platform =>
      estate([], [dag([node(platform), node(platform)], { membersSeparated: bool(false) })]),
    undecided: platform =>
      estate([], [dag([node(platform), node(platform)], { membersSeparated: NOT_TOLD })]),
  },
  'EXHA-04': {
    violates: platform => estate([], [dag([node(platform), node(platform, { vcpus: number(2) })])]),
    undecided: platform => estate([], [dag([node(platform), node(platform, { vcpus: NOT_TOLD })])]),
  },
  'EXHA-06': {
    violates: platform => {
      const { placement } = on(platform);
      return one(platform, {
        exchangeVersion: text('2007'),
        placement: { ...placement, restartedByCluster: bool(true) },
      });
    },
    undecided: platform => {
      const { placement } = on(platform);
      return one(platform, {
        exchangeVersion: text('2007'),
        placement: { ...placement, restartedByCluster: NOT_TOLD },
      });
    },
  },
  'EXHA-07': {
    violates: platform =>
      one(platform, { exchangeVersion: text('2007'), declared: statedOfServer({ mailboxSize: 2 }) }),
    undecided: platform =>
      one(platform, { exchangeVersion: text('2007'), declared: statedOfServer({ mailboxSize: NOT_TOLD }) }),
  },
  'EXHA-20': {
    violates: platform => estate([], [dag(Array.from({ length: 17 }, () => on(platform)))]),
    undecided: platform => {
      const { resource } = on(platform);
      const uncertain = NOT_TOLD.reasons;
      return estate([], [dag([on(platform), on(platform, { resource: { ...resource, uncertain } })])]);
    },
  },
  'EXHA-21': {
    violates: platform => unlike(platform, { declared: statedOfServer({ guestOs: '2019' }) }),
    undecided: platform => unlike(platform, { declared: statedOfServer({ guestOs: NOT_TOLD }) }),
  },
  'EXHA-22': {
    violates: platform => unlike(platform, { exchangeVersion: text('2019') }),
    undecided: platform => unlike(platform, { exchangeVersion: open('var.v has no value', ['2019', 'SE']) }),
  },
  'EXHA-23': {
    violates: platform => estate([], [dag([on(platform), on(platform)], { membersSeparated: bool(false) })]),
    undecided: platform => estate([], [dag([on(platform), on(platform)], { membersSeparated: NOT_TOLD })]),
  },
  'EXHA-25': byFact('witness', 'none'),
  'EXHA-26': {
    violates: platform => group(platform, { witness: 'file-share', witnessServer: 'ex01' }),
    undecided: platform => group(platform, { witness: NOT_TOLD }),
  },
  'EXHA-27': {
    violates: platform => one(platform, { neighbourhood: neighbourhood({ witnessReachable: bool(false) }) }),
    undecided: platform => one(platform, { neighbourhood: neighbourhood({ witnessReachable: NOT_TOLD }) }),
  },
  'EXHA-28': {
    violates: platform =>
      estate([], [dag([on(platform), on(platform)], { witnessOnDomainController: bool(true) })]),
    undecided: platform =>
      estate([], [dag([on(platform), on(platform)], { witnessOnDomainController: NOT_TOLD })]),
  },
  'EXHA-29': byFact('witness', 'azure-storage', '2019'),
  'EXHA-30': byFact('roundTrip', 600),
  'EXHA-31': {
    violates: platform => unlike(platform, { networkInterfaces: [nic(), nic()] }),
    undecided: platform => {
      const own = on(platform).resource;
      return unlike(platform, { resource: own, networkInterfaces: [nic({ resource: own, name: NOT_TOLD })] });
    },
  },
  'EXHA-32': {
    violates: platform => unlike(platform, { otherRoles: texts(['dc']) }),
    undecided: platform => unlike(platform, { otherRoles: NOT_TOLD }),
  },
  'EXHA-33': {
    violates: platform => estate([], [dag([on(platform), on(platform)], { name: text('DAG-WestEurope-1') })]),
    undecided: platform => estate([], [dag([on(platform), on(platform)], { name: NOT_TOLD })]),
  },
  'EXHA-34': byFact('dedicatedCluster', false),
  'EXHA-36': byFact('accessPoint', true),
  'EXHA-37': byFact('copies', 2),
  'EXHA-38': {
    violates: platform => edition(platform, text('2008-R2-SP1-Standard')),
    undecided: platform => edition(platform, NOT_TOLD),
  },
  'EXHA-39': {
    violates: platform =>
      one(platform, { placement: { ...on(platform).placement, restartPriority: text('disabled') } }),
    undecided: platform =>
      one(platform, { placement: { ...on(platform).placement, restartPriority: NOT_TOLD } }),
  },
};

/** A member of a 2013 DAG with an image. */
function edition(platform: Platform, release: Server['os']['release']) {
  const member = () =>
    on(platform, {
      exchangeVersion: text('2013'),
      os: { family: text('windows'), release },
      declared: new Map(),
    });
  return estate([], [dag([member(), member()])]);
}
