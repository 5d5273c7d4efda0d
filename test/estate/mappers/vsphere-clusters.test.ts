import { deepEqual } from 'node:assert/strict';
import { data, json, machineOf, resource, vm } from '../../support/vsphere.ts';

describe('what a vSphere cluster does with a machine', () => {
  const machine = vm('resource_pool_id = vsphere_compute_cluster.c.resource_pool_id');
  const cluster = (lines: string): string =>
    resource('vsphere_compute_cluster', 'c', `name = "c"\ndatacenter_id = "dc"\n${lines}`);
  const override = (kind: 'ha' | 'drs', lines: string, target = 'vsphere_virtual_machine.ex01.id'): string =>
    resource(
      `vsphere_${kind}_vm_override`,
      kind,
      `compute_cluster_id = vsphere_compute_cluster.c.id\nvirtual_machine_id = ${target}\n${lines}`,
    );
  /** Restarted, restart priority, moved. */
  const handled = async (main: string): Promise<readonly unknown[]> => {
    const { restartedByCluster, restartPriority, movedByCluster } = (await machineOf(main)).placement;
    return [restartedByCluster, restartPriority, movedByCluster].map(value =>
      value?.kind === 'unknown' ? 'unknown' : json(value),
    );
  };

  const cases: readonly (readonly [what: string, main: string, expected: readonly unknown[]])[] = [
    ['nothing by default', cluster(''), [false, 'medium', false]],
    ['restarts it with HA', cluster('ha_enabled = true'), [true, 'medium', false]],
    [
      'does not restart it without host monitoring',
      cluster('ha_enabled = true\nha_host_monitoring = "disabled"'),
      [false, 'medium', false],
    ],
    [
      'restarts it as early as the cluster says',
      cluster('ha_enabled = true\nha_vm_restart_priority = "high"'),
      [true, 'high', false],
    ],
    [
      'restarts it as early as its override says',
      cluster('ha_enabled = true') + override('ha', 'ha_vm_restart_priority = "low"'),
      [true, 'low', false],
    ],
    [
      'does not restart it with an override that disables that',
      cluster('ha_enabled = true') + override('ha', 'ha_vm_restart_priority = "disabled"'),
      [false, 'disabled', false],
    ],
    [
      'goes by its own priority with an override that says nothing of it',
      cluster('ha_enabled = true\nha_vm_restart_priority = "high"') + override('ha', ''),
      [true, 'high', false],
    ],
    ['suggests moves with a manual DRS', cluster('drs_enabled = true'), [false, 'medium', false]],
    [
      'moves it with an automatic DRS',
      cluster('drs_enabled = true\ndrs_automation_level = "fullyAutomated"'),
      [false, 'medium', true],
    ],
    [
      'chooses its host at each start with a partially automated DRS',
      cluster('drs_enabled = true\ndrs_automation_level = "partiallyAutomated"'),
      [false, 'medium', true],
    ],
    [
      'does not move it without DRS, whatever the level',
      cluster('drs_automation_level = "fullyAutomated"'),
      [false, 'medium', false],
    ],
    [
      'does not move it with an override, whose default switches DRS off',
      cluster('drs_enabled = true\ndrs_automation_level = "fullyAutomated"') + override('drs', ''),
      [false, 'medium', false],
    ],
    [
      'moves it with an override that says so',
      cluster('drs_enabled = true') +
        override('drs', 'drs_enabled = true\ndrs_automation_level = "fullyAutomated"'),
      [false, 'medium', true],
    ],
    [
      'moves it where overrides are not allowed',
      cluster(
        'drs_enabled = true\ndrs_automation_level = "fullyAutomated"\ndrs_enable_vm_overrides = false',
      ) + override('drs', ''),
      [false, 'medium', true],
    ],
    [
      'may do what an override of an unknown machine says',
      `variable "id" {}\n${cluster('ha_enabled = true')}${override('ha', 'ha_vm_restart_priority = "low"', 'var.id')}`,
      ['unknown', 'unknown', false],
    ],
  ];
  for (const [what, main, expected] of cases) {
    it(what, async () => deepEqual(await handled(main + machine), expected));
  }

  it('is not told by one that is only looked up', async () =>
    deepEqual(
      await handled(
        data('vsphere_compute_cluster', 'c', 'name = "c"') +
          vm('resource_pool_id = data.vsphere_compute_cluster.c.resource_pool_id'),
      ),
      ['unknown', undefined, 'unknown'],
    ));
});
