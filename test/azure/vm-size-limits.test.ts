import assert from 'node:assert/strict';
import { vmSize } from '../../src/azure/vm-sizes.ts';

describe('what an Azure VM size lets through to its disks', () => {
  const limits = (name: string): unknown => {
    const found = vmSize(name)?.limits;
    return found === undefined ? undefined : [found.maxDataDisks, found.uncachedIops, found.uncachedMbps];
  };

  // Data disks, IOPS, MB/s: the tables of remote storage on the pages of the size series.
  const SIZES: readonly [string, readonly number[] | undefined][] = [
    ['Standard_E8s_v3', [16, 12800, 192]],
    ['Standard_E64is_v3', [32, 80000, 1200]],
    ['Standard_E80ids_v4', [64, 80000, 1500]],
    ['Standard_E48as_v4', [32, 76800, 1148]],
    ['Standard_E16s_v5', [32, 25600, 600]],
    ['Standard_E16ds_v5', [32, 25600, 600]],
    ['Standard_E8_v5', [16, 12800, 290]],
    ['Standard_D8_v5', [16, 12800, 290]],
    ['Standard_E16ads_v5', [32, 25600, 384]],
    ['Standard_E16bs_v5', [32, 48400, 1370]],
    ['Standard_E16s_v6', [48, 25600, 848]],
    ['Standard_D192s_v6', [64, 260000, 12000]],
    ['Standard_E16as_v6', [32, 30400, 720]],
    ['Standard_DS14_v2', [64, 51200, 768]],
    ['Standard_F16s_v2', [32, 25600, 380]],
    // Constrained to 16 vCPUs: the limits stay those of E32s_v5.
    ['Standard_E32-16s_v5', [32, 51200, 865]],
    ['Standard_E12s_v5', undefined],
    ['Standard_D8ls_v5', undefined],
    ['Standard_B8ms', undefined],
    ['Standard_M64s', undefined],
  ];
  for (const [name, expected] of SIZES) {
    it(`${name}: ${expected?.join('/') ?? 'not known'}`, () => assert.deepEqual(limits(name), expected));
  }

  it('goes over SCSI up to version 5 and over NVMe from version 6 on, but where a size has both', () =>
    assert.deepEqual(
      ['Standard_E16s_v5', 'Standard_DS14_v2', 'Standard_E16s_v6', 'Standard_E16bs_v5', 'Standard_M64s'].map(
        name => vmSize(name)?.onlyController,
      ),
      ['scsi', 'scsi', 'nvme', undefined, undefined],
    ));
});
