import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { program } from './scenario.ts';

interface Finding {
  readonly rule: string;
  readonly verdict: 'violation' | 'undecided';
  readonly level: string;
  readonly subject: { readonly name: string };
  readonly location: { readonly file: string; readonly startLine: number; readonly startColumn: number };
}

/**
 * `sample-findings/*.txt` lists what each bad sample shows: verdict, rule, subject, and where the text that decides
 * it begins. Each line was checked by hand against the requirement and against the sample; whoever changes a sample
 * checks the new lines in the same way.
 */
const LISTS = 'test/e2e/sample-findings';

function findingsIn(folder: string): readonly string[] {
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
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly Finding[] };
  return findings
    .map(
      finding =>
        `${verdictOf(finding)} ${finding.rule} ${finding.subject.name}: ${decidedBy(finding, folder)}`,
    )
    .sort();
}

const verdictOf = ({ verdict, level }: Finding): string =>
  verdict === 'violation' ? level : `undecided (${level})`;

function decidedBy({ location }: Finding, folder: string): string {
  const { file, startLine, startColumn } = location;
  const line = readFileSync(file, 'utf8').split('\n')[startLine - 1] ?? '';
  return `${file.replace(`${folder}/`, '')}:${startLine}:${startColumn} ${line.slice(startColumn - 1)}`;
}

describe('the samples', function () {
  this.timeout(60_000);

  for (const list of readdirSync(LISTS).sort()) {
    const sample = list.replace(/\.txt$/, '');
    it(`${sample}: what the bad one shows`, () => {
      const listed = readFileSync(`${LISTS}/${list}`, 'utf8').trimEnd().split('\n');
      assert.deepEqual(findingsIn(`samples/${sample}/bad`), listed);
    });

    it(`${sample}: nothing in the good one`, () => {
      assert.deepEqual(findingsIn(`samples/${sample}/good`), []);
    });
  }

  it('have a list each', () => {
    const samples = readdirSync('samples', { withFileTypes: true }).filter(entry => entry.isDirectory());
    assert.deepEqual(readdirSync(LISTS).sort(), samples.map(({ name }) => `${name}.txt`).sort());
  });
});
