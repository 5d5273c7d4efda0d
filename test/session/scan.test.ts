import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../src/session/config.ts';
import { type ScanOptions, scan } from '../../src/session/scan.ts';
import { memoryTree } from '../support/memory-tree.ts';

/** What the report of a scan says about EXSTO-23. */
async function ruleInReport(more: Partial<ScanOptions>) {
  const { report } = await scan(
    {
      tree: memoryTree({ 'main.tf': '' }),
      paths: ['.'],
      config: DEFAULT_CONFIG,
      variables: [],
      parameters: [],
      changedOnly: false,
    },
    {
      rules: ['EXSTO-23'],
      skippedRules: [],
      inlineIgnores: true,
      baseline: undefined,
      date: '2026-11-21',
      version: '0.0.0',
      ...more,
    },
  );
  const [rule] = report.rules;
  assert.ok(rule !== undefined && report.rules.length === 1);
  return rule;
}

describe('the rules in the report of a scan', () => {
  it('say why they are and how they are decided', async () => {
    const { rationale, decided } = await ruleInReport({});
    assert.notEqual(rationale, '');
    assert.notEqual(decided, '');
  });

  it('leave that out for formats that do not show it', async () => {
    const { id, title, rationale, decided, links } = await ruleInReport({ briefRules: true });
    assert.deepEqual(
      [id, title, rationale, decided],
      ['EXSTO-23', 'Exchange database and log volumes use Azure Premium Storage', '', ''],
    );
    assert.ok(links.length > 0);
  });
});
