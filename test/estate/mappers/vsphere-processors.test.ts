import { deepEqual, equal } from 'node:assert/strict';
import type { Cpu } from '../../../src/estate/model.ts';
import { json, machineOf, vm } from '../../support/vsphere.ts';

describe('vSphere processors', () => {
  const cpuOf = async (lines: string): Promise<Cpu> =>
    (await machineOf(`variable "x" {}\n${vm(lines)}`)).cpu ?? {};

  it('are as the provider leaves them by default', async () => {
    const { limited, controlsChanged, hotAdd, nestedVirtualization, numaChanged } = await cpuOf('');
    deepEqual(
      [limited, controlsChanged, hotAdd, nestedVirtualization, numaChanged].map(value => json(value)),
      [false, false, false, false, false],
    );
  });

  const cases: readonly (readonly [fact: keyof Cpu, lines: string, expected: boolean])[] = [
    ['limited', 'cpu_limit = 8000', true],
    ['limited', 'cpu_limit = -1', false],
    ['controlsChanged', 'cpu_reservation = 4000', true],
    ['controlsChanged', 'cpu_reservation = 0', false],
    ['controlsChanged', 'cpu_share_level = "low"', true],
    ['controlsChanged', 'cpu_share_level = "custom"\ncpu_share_count = 500', true],
    ['controlsChanged', 'cpu_share_level = "normal"', false],
    ['controlsChanged', 'cpu_reservation = 4000\ncpu_share_level = var.x', true],
    ['hotAdd', 'cpu_hot_add_enabled = true', true],
    ['nestedVirtualization', 'nested_hv_enabled = true', true],
    ['nestedVirtualization', 'nested_hv_enabled = true\nvbs_enabled = true', false],
    ['nestedVirtualization', 'nested_hv_enabled = var.x\nvbs_enabled = true', false],
    ['numaChanged', 'extra_config = { "numa.vcpu.maxPerVirtualNode" = "8" }', true],
    ['numaChanged', 'extra_config = { "disk.EnableUUID" = "TRUE" }', false],
  ];
  for (const [fact, lines, expected] of cases) {
    it(`${lines.replaceAll('\n', ', ')}: ${fact} is ${expected}`, async () =>
      equal(json((await cpuOf(lines))[fact]), expected));
  }

  it('num_cores_per_socket is only their shape', async () => {
    const { vcpus } = await machineOf(vm('num_cpus = 16\nnum_cores_per_socket = 1'));
    equal(json(vcpus), 16);
  });

  const open: readonly (readonly [fact: keyof Cpu, lines: string])[] = [
    ['limited', 'cpu_limit = var.x'],
    ['controlsChanged', 'cpu_share_level = var.x'],
    ['nestedVirtualization', 'nested_hv_enabled = true\nvbs_enabled = var.x'],
  ];
  for (const [fact, lines] of open) {
    it(`${lines.replaceAll('\n', ', ')} leaves ${fact} open`, async () =>
      deepEqual(json((await cpuOf(lines))[fact]), {
        $unknown: 'var.x has no value: set it in a .tfvars file or with --var',
      }));
  }
});
