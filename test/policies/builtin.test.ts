import assert from 'node:assert/strict';
import type { Estate } from '../../src/estate/model.ts';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import type { Finding } from '../../src/policy/finding.ts';
import { judge } from '../../src/policy/judge.ts';
import { dag, estate, host, on } from '../support/estate.ts';
import { SCENARIOS } from './scenarios/all.ts';

const TODAY = '2026-11-21';

function findings(rule: string, of: Estate): Finding[] {
  const policies = BUILTIN_POLICIES.filter(policy => policy.id === rule);
  return judge([{ deployment: '.', estate: of }], policies, { date: TODAY, strict: false });
}

describe('the built-in policies', () => {
  it('are those that have scenarios', () => {
    assert.deepEqual(
      BUILTIN_POLICIES.map(policy => policy.id),
      Object.keys(SCENARIOS).sort(),
    );
  });

  it('find nothing on a server that meets them all', () => {
    for (const platform of ['azure', 'vsphere', 'hyper-v', 'azure-local', 'scvmm', 'asr'] as const) {
      const members = [on(platform), on(platform)];
      const whole = estate(members, [dag(members)], [host(members)]);
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
        if (scenario.undecided === undefined) return;
        const undecided = findings(id, scenario.undecided(platform));
        assert.deepEqual(
          undecided.map(finding => finding.verdict),
          ['undecided'],
        );
        const needs = undecided[0]?.needs.map(({ text }) => text).join('; ') ?? '';
        assert.match(needs, scenario.needs ?? /^var\.[xv] has no value/);
      });
    }
  }
});
