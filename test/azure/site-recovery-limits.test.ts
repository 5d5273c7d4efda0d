import assert from 'node:assert/strict';
import { AZURE_LIMITS, HYPER_V_LIMITS, replicationLimits } from '../../src/azure/site-recovery-limits.ts';

describe('the limits of Site Recovery', () => {
  it('are those of the newest support matrix of their direction', () => {
    assert.deepEqual(replicationLimits('hyper-v-to-azure'), {
      matrix: '2026-09-11',
      osDiskGib: [2048, 4095],
      dataDiskGib: 32767,
      leastDataDiskGib: 1,
      disks: 64,
      churn: 54,
    });
    assert.equal(replicationLimits('vmm-to-azure'), replicationLimits('hyper-v-to-azure'));
    assert.equal(replicationLimits('azure-to-azure')?.matrix, '2025-06');
  });

  it('keep the former figures for Hyper-V, which older guides name', () =>
    assert.deepEqual(
      HYPER_V_LIMITS.map(({ matrix, osDiskGib, disks }) => [matrix, osDiskGib[1], disks]),
      [
        ['2020-01', 300, 17],
        ['2026-09-11', 4095, 64],
      ],
    ));

  it('are in the order of their dates', () => {
    for (const table of [HYPER_V_LIMITS, AZURE_LIMITS]) {
      const dates = table.map(({ matrix }) => matrix);
      assert.deepEqual(dates, dates.toSorted());
    }
  });

  it('are not told for other directions', () => {
    for (const direction of ['vmware-to-azure', 'hyper-v-replica', '']) {
      assert.equal(replicationLimits(direction), undefined);
    }
  });
});
