import assert from 'node:assert/strict';
import type { Estate, Platform } from '../../src/estate/model.ts';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import type { Finding } from '../../src/policy/finding.ts';
import { judge } from '../../src/policy/judge.ts';
import { bool, dag, disk, estate, number, on, open, text } from '../support/estate.ts';

const TODAY = '2026-11-21';

interface Scenario {
  readonly violates: (platform: Platform) => Estate;
  readonly undecided: (platform: Platform) => Estate;
}

const one = (platform: Platform, more: Parameters<typeof on>[1] = {}): Estate => estate([on(platform, more)]);
const withDisk = (platform: Platform, more: Parameters<typeof disk>[0]): Estate =>
  one(platform, { disks: [disk(more)] });
const NOT_TOLD = open('var.x has no value: set it in a .tfvars file or with --var');

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'EXSTO-07': {
    violates: platform => withDisk(platform, { presentation: text('file') }),
    undecided: platform => withDisk(platform, { presentation: NOT_TOLD }),
  },
  'EXSTO-08': {
    violates: platform => withDisk(platform, { backing: text('nas') }),
    undecided: platform => withDisk(platform, { backing: NOT_TOLD }),
  },
  'EXSTO-23': {
    violates: platform => withDisk(platform, { sku: text('StandardSSD_LRS'), tier: text('standard') }),
    undecided: platform => withDisk(platform, { sku: NOT_TOLD, tier: NOT_TOLD }),
  },
  'EXSTO-41': {
    violates: platform =>
      one(platform, { size: text('Standard_E16_v5'), premiumStorageCapable: bool(false) }),
    undecided: platform => one(platform, { size: NOT_TOLD, premiumStorageCapable: NOT_TOLD }),
  },
  'EXSTO-48': {
    violates: platform => withDisk(platform, { provisioning: text('thin') }),
    undecided: platform => withDisk(platform, { provisioning: NOT_TOLD }),
  },
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
  'EXSNP-01': {
    violates: platform => one(platform, { hasSnapshot: bool(true) }),
    undecided: platform => one(platform, { hasSnapshot: NOT_TOLD }),
  },
  'EXSNP-22': {
    violates: platform => one(platform, { hibernationEnabled: bool(true) }),
    undecided: platform => one(platform, { hibernationEnabled: NOT_TOLD }),
  },
  'EXNET-01': {
    violates: platform =>
      one(platform, { mailFlow: { smtpToInternet: text('open'), decidedBy: 'no network security group' } }),
    undecided: platform =>
      one(platform, { mailFlow: { smtpToInternet: NOT_TOLD, decidedBy: 'an unknown rule' } }),
  },
  'EXHA-23': {
    violates: platform => estate([], [dag([on(platform), on(platform)], { membersSeparated: bool(false) })]),
    undecided: platform => estate([], [dag([on(platform), on(platform)], { membersSeparated: NOT_TOLD })]),
  },
  'EXPLT-11': {
    violates: platform => one(platform, { exchangeVersion: text('2007') }),
    undecided: platform => one(platform, { exchangeVersion: open('var.v has no value', ['2007', '2013']) }),
  },
  'EXPLT-36': {
    violates: platform => one(platform, { exchangeVersion: text('2016') }),
    undecided: platform => one(platform, { exchangeVersion: NOT_TOLD }),
  },
};

function findings(rule: string, of: Estate): Finding[] {
  const policies = BUILTIN_POLICIES.filter(policy => policy.id === rule);
  return judge([{ deployment: '.', estate: of }], policies, { date: TODAY, strict: false });
}

describe('the built-in policies', () => {
  it('are those of the first release', () => {
    assert.deepEqual(
      BUILTIN_POLICIES.map(policy => policy.id),
      Object.keys(SCENARIOS).sort(),
    );
  });

  it('find nothing on a server that meets them all', () => {
    for (const platform of ['azure', 'vsphere', 'hyper-v', 'azure-local', 'scvmm', 'asr'] as const) {
      const members = [on(platform), on(platform)];
      const whole = estate(members, [dag(members)]);
      assert.deepEqual(
        judge([{ deployment: '.', estate: whole }], BUILTIN_POLICIES, { date: TODAY, strict: true }),
        [],
      );
    }
  });

  for (const { id, platforms = [] } of BUILTIN_POLICIES) {
    const scenario = SCENARIOS[id];
    if (scenario === undefined) continue;
    for (const platform of platforms) {
      it(`${id} has a violation and an undecided case on ${platform}`, () => {
        assert.deepEqual(
          findings(id, scenario.violates(platform)).map(finding => finding.verdict),
          ['violation'],
        );
        const undecided = findings(id, scenario.undecided(platform));
        assert.deepEqual(
          undecided.map(finding => finding.verdict),
          ['undecided'],
        );
        assert.match(undecided[0]?.needs[0]?.text ?? '', /^var\.[xv] has no value/);
      });
    }
  }
});
