import assert from 'node:assert/strict';
import { sortOpenFacts } from '../../src/report/open-facts.ts';
import type { ReportedFinding } from '../../src/report/report.ts';
import type { Reason } from '../../src/value/unknown.ts';
import { finding } from '../support/estate.ts';

const stated = (key: string): Reason => ({
  kind: 'declaration',
  text: `exvet.yaml does not state ${key}`,
  key,
});
const reported = (more: Partial<ReportedFinding>): ReportedFinding => ({
  ...finding(),
  fingerprint: 'f',
  ...more,
});
const on = (address: string) => ({ kind: 'server', address, name: address }) as const;

describe('checks that wait for a statement in exvet.yaml', () => {
  it('are gathered by the key that would decide them', () => {
    const { findings, openFacts } = sortOpenFacts([
      reported({
        rule: 'EXPLT-38',
        verdict: 'undecided',
        subject: on('vm.b'),
        needs: [stated('servers[].cumulativeUpdate')],
      }),
      reported({
        rule: 'EXPLT-30',
        verdict: 'undecided',
        subject: on('vm.a'),
        needs: [stated('servers[].cumulativeUpdate'), stated('servers[].guestOs')],
      }),
    ]);
    assert.deepEqual(findings, []);
    assert.deepEqual(openFacts, [
      { key: 'servers[].cumulativeUpdate', rules: ['EXPLT-30', 'EXPLT-38'], subjects: ['vm.a', 'vm.b'] },
      { key: 'servers[].guestOs', rules: ['EXPLT-30'], subjects: ['vm.a'] },
    ]);
  });

  it('do not take along violations, nor what a variable would decide', () => {
    const violation = reported({ verdict: 'violation', needs: [] });
    const input = reported({
      verdict: 'undecided',
      needs: [stated('servers[].exchange'), { kind: 'input', text: 'var.size has no value' }],
    });
    assert.deepEqual(sortOpenFacts([violation, input]), { findings: [violation, input], openFacts: [] });
  });
});
