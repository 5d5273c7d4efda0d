import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { program } from './scenario.ts';

interface Finding {
  readonly rule: string;
  readonly verdict: 'violation' | 'undecided';
}

/** The findings of a folder, judged with what the samples' own exvet.yaml states. */
function findingsIn(folder: string): readonly Finding[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      program(),
      'scan',
      folder,
      '--config',
      'samples/exvet.yaml',
      '--format',
      'json',
      '--fail-on',
      'never',
      '--date',
      '2026-11-21',
    ],
    { encoding: 'utf8' },
  );
  return (JSON.parse(stdout) as { findings: Finding[] }).findings;
}

/** The rules that a template for other servers violates on each of the platforms that run Hyper-V. */
const VIOLATED: Readonly<Record<string, string>> = {
  'hyperv-terraform':
    'EXCPU-08 EXCPU-24 EXCPU-27 EXHA-23 EXMEM-01 EXMEM-12 EXMEM-15 EXNET-28 EXPLT-36 EXSNP-20 EXSNP-21 ' +
    'EXSTO-04 EXSTO-05 EXSTO-09 EXSTO-14 EXSTO-18 EXSTO-62 EXSTO-63',
  'azure-local-bicep': 'EXHA-23 EXMEM-01 EXMEM-12 EXNET-23 EXPLT-36 EXSNP-01 EXSTO-04 EXSTO-51',
  'scvmm-terraform': 'EXHA-23 EXMEM-01 EXMEM-12 EXNET-23 EXPLT-36 EXSNP-21 EXSTO-52 EXSTO-63',
};

describe('the samples of Hyper-V, Azure Local and SCVMM', function () {
  this.timeout(60_000);

  for (const [sample, violated] of Object.entries(VIOLATED)) {
    it(`${sample}: nothing is found where all is well`, () => {
      assert.deepEqual(findingsIn(`samples/${sample}/good`), []);
    });

    it(`${sample}: what a template for other servers violates`, () => {
      const found = findingsIn(`samples/${sample}/bad`).filter(({ verdict }) => verdict === 'violation');
      const rules = new Set(found.map(({ rule }) => rule));
      assert.deepEqual(
        violated.split(' ').filter(rule => !rules.has(rule)),
        [],
      );
    });
  }
});
