import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { program } from './scenario.ts';

interface Finding {
  readonly rule: string;
  readonly verdict: string;
  readonly level: string;
  readonly subject: { readonly name: string };
  readonly location: { readonly file: string; readonly startLine: number };
}

const LANGUAGES = ['terraform', 'arm', 'bicep'] as const;

function findingsIn(folder: string): readonly Finding[] {
  const { stdout } = spawnSync(
    process.execPath,
    [program(), 'scan', folder, '--config', 'samples/exvet.yaml', '--format', 'json', '--fail-on', 'never'],
    { encoding: 'utf8' },
  );
  return (JSON.parse(stdout) as { findings: readonly Finding[] }).findings;
}

/** What a finding says, whatever the language and the place. */
const said = ({ rule, verdict, level, subject }: Finding): string =>
  `${rule} ${verdict} ${level} ${subject.name}`;

/** What the bad estate shows of the rules that are about Azure alone; worked out from the estate by hand. */
const ON_AZURE_ALONE = [
  'EXHA-24 violation warning DAG01', // one fault domain
  'EXHA-40 violation warning edge', // an autoscaled scale set
  'EXSIZ-02 violation warning mbx01', // 500 + 3,000 + 5,000 IOPS of 12,000
  'EXSIZ-02 violation warning mbx02',
  'EXSIZ-22 violation warning mbx01', // 290 MB/s of 400
  'EXSIZ-22 violation warning mbx02',
  'EXSNP-23 violation error mbx01', // a snapshot of its database disk
  'EXSNP-23 violation warning mbx02', // Azure Backup
  'EXSNP-29 violation note mbx01', // stopped at night
  'EXSNP-30 violation error edge', // Spot
  'EXSTO-40 violation warning mbx01-logs', // Premium SSD v2
  'EXSTO-40 violation warning mbx02-logs',
  'EXSTO-42 violation error OS disk', // the ephemeral one of the scale set
  'EXSTO-43 violation warning mbx01-database', // read-write caching
  'EXSTO-43 violation warning mbx02-database',
  'EXSTO-67 violation warning mbx01-archive', // made from a snapshot
  'EXSTO-67 violation warning mbx02-archive',
];

describe('one Azure estate in Terraform, ARM JSON and Bicep', function () {
  this.timeout(60_000);

  it('has the same findings, each in its own files', () => {
    const [terraform, ...others] = LANGUAGES.map(language => findingsIn(`samples/azure-${language}/bad`));
    const expected = terraform?.map(said).sort() ?? [];
    for (const findings of others) assert.deepEqual(findings.map(said).sort(), expected);
    for (const [index, findings] of [terraform ?? [], ...others].entries()) {
      const folder = `samples/azure-${LANGUAGES[index]}/bad/`;
      for (const { location, rule } of findings) {
        assert.ok(location.file.startsWith(folder), `${rule} in ${location.file}`);
      }
    }
    const rules = new Set(ON_AZURE_ALONE.map(text => text.split(' ')[0]));
    assert.deepEqual(
      expected.filter(text => rules.has(text.split(' ')[0])),
      ON_AZURE_ALONE,
    );
  });

  it('has none when it is as it should be', () => {
    for (const language of LANGUAGES) {
      assert.deepEqual(findingsIn(`samples/azure-${language}/good`).map(said), [], language);
    }
  });
});
