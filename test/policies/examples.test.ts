import assert from 'node:assert/strict';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import type { PolicyExample } from '../../src/policy/policy.ts';
import type { Report } from '../../src/report/report.ts';
import { DEFAULT_CONFIG } from '../../src/session/config.ts';
import { scan } from '../../src/session/scan.ts';
import { memoryTree } from '../support/memory-tree.ts';

const FILE_NAMES = { terraform: 'main.tf', arm: 'main.json', bicep: 'main.bicep' } as const;

/** Scans an example as a user would, judging one rule. */
async function reportOn({ language, text }: PolicyExample, rule: string): Promise<Report> {
  const { report } = await scan(
    {
      tree: memoryTree({ [FILE_NAMES[language]]: text }),
      paths: ['.'],
      config: DEFAULT_CONFIG,
      variables: [],
      parameters: [],
      changedOnly: false,
    },
    {
      rules: [rule],
      skippedRules: [],
      inlineIgnores: true,
      baseline: undefined,
      date: '2026-11-21',
      version: '0.0.0',
    },
  );
  return report;
}

describe('the examples of the built-in policies', () => {
  for (const { id, examples } of BUILTIN_POLICIES) {
    if (examples === undefined) continue;

    it(`the bad one of ${id} violates it`, async () => {
      const { findings, diagnostics, servers } = await reportOn(examples.bad, id);
      assert.deepEqual(diagnostics, []);
      assert.ok(servers.length > 0);
      assert.ok(findings.length > 0);
      for (const finding of findings) assert.equal(finding.verdict, 'violation', finding.message);
    });

    it(`the good one of ${id} passes`, async () => {
      const { findings, diagnostics, servers } = await reportOn(examples.good, id);
      assert.deepEqual(diagnostics, []);
      assert.ok(servers.length > 0);
      assert.deepEqual(
        findings.map(finding => [finding.message, finding.needs.map(need => need.text)]),
        [],
      );
    });
  }
});
