import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { program } from './scenario.ts';

/** Rule and message of every finding, without their places. */
function findingsIn(folder: string): readonly string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [program(), 'scan', folder, '--config', 'samples/exvet.yaml', '--format', 'json', '--fail-on', 'never'],
    { encoding: 'utf8' },
  );
  const report = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
  return report.findings.map(({ rule, message }) => `${rule}: ${message}`).sort();
}

describe('one estate in ARM JSON and in Bicep', () => {
  it('has the same findings', () => {
    const findings = findingsIn('samples/azure-bicep/bad');
    assert.ok(findings.length > 0);
    assert.deepEqual(findings, findingsIn('samples/azure-arm/bad'));
  });

  it('has none when it is as it should be', () => {
    assert.deepEqual(findingsIn('samples/azure-bicep/good'), []);
  });
});
