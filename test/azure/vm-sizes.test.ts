import assert from 'node:assert/strict';
import { vmSize } from '../../src/azure/vm-sizes.ts';

describe('an Azure VM size', () => {
  const facts = (name: string): unknown[] => {
    const size = vmSize(name);
    return [size?.premiumStorage, size?.vcpus, size?.memoryGib];
  };

  // Premium storage, vCPUs, GiB: from the pages of the size families.
  const SIZES: readonly [string, boolean, number, number | undefined][] = [
    ['Standard_D4s_v5', true, 4, 16],
    ['Standard_D4_v5', false, 4, 16],
    ['Standard_D2_v3', false, 2, 8],
    ['Standard_D8ds_v5', true, 8, 32],
    ['Standard_D8lds_v5', true, 8, 16],
    ['Standard_D192s_v6', true, 192, 768],
    ['Standard_DS2_v2', true, 2, 7],
    ['Standard_D2_v2', false, 2, 7],
    ['Standard_D14_v2', false, 16, 112],
    ['Standard_DS15_v2', true, 20, 140],
    ['Standard_DS14-4_v2', true, 4, 112],
    ['Standard_D3', false, 4, 14],
    ['Standard_D2_v2_Promo', false, 2, 7],
    ['Standard_A2', false, 2, 3.5],
    ['Basic_A4', false, 8, 14],
    ['Standard_A8_v2', false, 8, 16],
    ['Standard_A8m_v2', false, 8, 64],
    ['Standard_B1s', true, 1, 1],
    ['Standard_B4ms', true, 4, 16],
    ['Standard_B20ms', true, 20, 80],
    ['Standard_B2ts_v2', true, 2, 1],
    ['Standard_B4as_v2', true, 4, 16],
    ['Standard_B4ls_v2', true, 4, 8],
    ['Standard_E4d_v5', false, 4, 32],
    ['Standard_E16s_v3', true, 16, 128],
    ['Standard_E32-8s_v5', true, 8, 256],
    ['Standard_E32-16s_v5', true, 16, 256],
    ['Standard_E64s_v3', true, 64, 432],
    ['Standard_E64i_v3', false, 64, 432],
    ['Standard_E64s_v4', true, 64, 504],
    ['Standard_E80ids_v4', true, 80, 504],
    ['Standard_E64s_v5', true, 64, 512],
    ['Standard_E96ds_v5', true, 96, 672],
    ['Standard_E104i_v5', false, 104, 672],
    ['Standard_E112iads_v5', true, 112, 672],
    ['Standard_E96as_v4', true, 96, 672],
    ['Standard_E96s_v6', true, 96, 768],
    ['Standard_E128s_v6', true, 128, 1024],
    ['Standard_E192ids_v6', true, 192, 1832],
    ['Standard_E96ads_v6', true, 96, 672],
    ['Standard_E372is_v7', true, 372, 2832],
    ['Standard_F8', false, 8, 16],
    ['Standard_F16s_v2', true, 16, 32],
    ['Standard_F8as_v6', true, 8, 32],
    ['Standard_F8als_v6', true, 8, 16],
    ['Standard_F8ams_v6', true, 8, 64],
    ['Standard_FX4mds', true, 4, 84],
    ['Standard_FX96mds_v2', true, 96, 1832],
    ['Standard_G5', false, 32, 448],
    ['Standard_GS5-8', true, 8, 448],
    ['Standard_L8s_v3', true, 8, 64],
    ['Standard_DC8_v2', true, 8, 32],
    ['Standard_DC4s_v3', true, 4, 32],
    ['Standard_DC4as_cc_v5', true, 4, 16],
    ['Standard_EC96as_v5', true, 96, 672],
    ['Standard_M8-2ms', true, 2, 218.75],
    ['Standard_M64', true, 64, 1000],
    ['Standard_M128m', true, 128, 3800],
    ['Standard_M32dms_v2', true, 32, 875],
    ['Standard_M416s_8_v2', true, 416, 7600],
    ['Standard_M96ds_2_v3', true, 96, 1946],
    ['Standard_NC24ads_A100_v4', true, 24, undefined],
    ['Standard_HB120rs_v3', true, 120, undefined],
  ];
  for (const [name, premium, vcpus, gib] of SIZES) {
    it(`${name}: ${premium ? '' : 'no '}premium storage, ${vcpus} vCPUs, ${gib ?? 'unknown'} GiB`, () => {
      assert.deepEqual(facts(name), [premium, vcpus, gib]);
    });
  }

  it('is read in any case', () => {
    assert.deepEqual(facts('standard_d8ds_V5'), [true, 8, 32]);
  });

  it('tells ARM processors and CPU credits', () => {
    assert.equal(vmSize('Standard_D4ps_v5')?.arm64, true);
    assert.equal(vmSize('Standard_D4s_v5')?.arm64, false);
    assert.equal(vmSize('Standard_B2ms')?.burstable, true);
    assert.equal(vmSize('Standard_E2s_v5')?.burstable, false);
  });

  it('is nothing but a size name', () => {
    for (const text of ['', 'D4s_v5', 'Standard_', 'Standard D4s v5', 'large', 'Standard_D4s_v5;']) {
      assert.equal(vmSize(text), undefined, text);
    }
  });
});
