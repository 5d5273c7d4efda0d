import assert from 'node:assert/strict';
import { performanceBySize } from '../../src/azure/disk-performance.ts';

describe('what a managed disk delivers', () => {
  it('grows with the size of a Premium SSD, in steps', () =>
    assert.deepEqual(
      [4, 128, 129, 1024, 4095, 4096, 32767].map(
        gib => performanceBySize('Premium_LRS', 'premium', gib)?.iops,
      ),
      [120, 500, 1100, 5000, 7500, 7500, 20000],
    ));

  it('follows the performance tier when one is set', () => {
    const disk = performanceBySize('Premium_LRS', 'premium', 128, 'p50');
    assert.deepEqual([disk?.iops, disk?.mbps], [7500, 250]);
  });

  it('is not known of sizes and tiers that there are not, and of disks that set it themselves', () =>
    assert.deepEqual(
      [
        performanceBySize('Premium_LRS', 'premium', 40000),
        performanceBySize('Premium_LRS', 'premium', 128, 'P99'),
        performanceBySize('PremiumV2_LRS', 'premium-v2', 128),
      ],
      [undefined, undefined, undefined],
    ));

  it('is less on standard disks', () =>
    assert.deepEqual(
      [
        performanceBySize('StandardSSD_LRS', 'standard', 1024),
        performanceBySize('Standard_LRS', 'standard', 1024),
        performanceBySize('Standard_LRS', 'standard', 16384),
      ].map(disk => [disk?.iops, disk?.mbps]),
      [
        [500, 100],
        [500, 60],
        [2000, 500],
      ],
    ));
});
