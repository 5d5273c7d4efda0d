import assert from 'node:assert/strict';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import type { PolicyExample } from '../../src/policy/policy.ts';
import { withTexts } from '../../src/policy/policy-texts.ts';
import { reportOn } from '../support/scan.ts';

const POLICIES = await withTexts(BUILTIN_POLICIES);

const FILE_NAMES = { terraform: 'main.tf', arm: 'main.json', bicep: 'main.bicep' } as const;

const filesOf = ({ language, text, config }: PolicyExample): Record<string, string> => ({
  [FILE_NAMES[language]]: text,
  ...(config === undefined ? {} : { 'exvet.yaml': config }),
});

describe('the examples of the built-in policies', () => {
  it('are there for every one', () =>
    assert.deepEqual(
      POLICIES.filter(({ examples }) => examples === undefined).map(({ id }) => id),
      [],
    ));

  for (const { id, examples } of POLICIES) {
    if (examples === undefined) continue;

    it(`the bad one of ${id} violates it`, async () => {
      const { findings, diagnostics, servers } = await reportOn(filesOf(examples.bad), id);
      assert.deepEqual(diagnostics, []);
      assert.ok(servers.length > 0);
      assert.ok(findings.length > 0);
      for (const finding of findings) assert.equal(finding.verdict, 'violation', finding.message);
    });

    it(`the good one of ${id} passes`, async () => {
      const { findings, diagnostics, servers } = await reportOn(filesOf(examples.good), id);
      assert.deepEqual(diagnostics, []);
      assert.ok(servers.length > 0);
      assert.deepEqual(
        findings.map(finding => [finding.message, finding.needs.map(need => need.text)]),
        [],
      );
    });
  }
});
