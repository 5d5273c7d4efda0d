import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder, isHere, run, strictCopy } from './conformance.ts';

interface Result {
  readonly totals: { readonly expr: { readonly cases: number }; readonly config: { readonly cases: number } };
  readonly failures: readonly { readonly id: string; readonly status: string }[];
}

/** Where we differ from a case on purpose, or do not support it yet and say so in a diagnostic. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // `true || unknown`: a plan of Terraform 1.11 leaves it unknown; a known operand that decides is enough for us.
  'cty-or-005': 'overresolved',
};

describe('Terraform expressions and configurations with values from Terraform itself', function () {
  this.timeout(300_000);

  it('evaluate to them', async function () {
    if (!isHere) this.skip();
    const { totals, failures } = await inTemporaryFolder(async folder => {
      const out = join(folder, 'result.json');
      await run('tf-run.mjs', ['--cases', strictCopy('tf-cases.json', folder), '--out', out]);
      return JSON.parse(readFileSync(out, 'utf8')) as Result;
    });
    assert.deepEqual([totals.expr.cases, totals.config.cases], [1160, 51]);
    assert.deepEqual(
      failures.map(({ id, status }) => `${id} ${status}`).sort(),
      Object.entries(EXCEPTIONS)
        .map(([id, status]) => `${id} ${status}`)
        .sort(),
    );
  });
});
