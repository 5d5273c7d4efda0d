import { deepEqual, equal } from 'node:assert/strict';
import { json, machineOf, machinesOf, resource, vm } from '../../support/vsphere.ts';

describe('vSphere snapshots', () => {
  const snapshot = (target: string): string =>
    `resource "vsphere_virtual_machine_snapshot" "s" {\n  virtual_machine_uuid = ${target}\n  snapshot_name = "s"\n}\n`;
  const snapshotsOf = async (main: string): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      (await machinesOf(main)).map(({ address, hasSnapshot }) => [address, json(hasSnapshot)]),
    );

  it('are of the machine that they name', async () =>
    deepEqual(await snapshotsOf(vm('') + vm('', 'ex02') + snapshot('vsphere_virtual_machine.ex02.id')), {
      'vsphere_virtual_machine.ex01': false,
      'vsphere_virtual_machine.ex02': true,
    }));

  it('of an unknown machine may be of any', async () =>
    deepEqual(await snapshotsOf(`variable "uuid" {}\n${vm('')}${snapshot('var.uuid')}`), {
      'vsphere_virtual_machine.ex01': {
        $unknown: 'var.uuid has no value: set it in a .tfvars file or with --var',
      },
    }));

  it('of a machine that the configuration only reads are of none here', async () =>
    deepEqual(
      await snapshotsOf(
        `data "vsphere_virtual_machine" "fs" {\n  name = "fs"\n}\n${vm('')}${snapshot('data.vsphere_virtual_machine.fs.id')}`,
      ),
      { 'vsphere_virtual_machine.ex01': false },
    ));
});

describe('vSphere snapshots with memory', () => {
  const snapshot = (lines: string): string =>
    resource(
      'vsphere_virtual_machine_snapshot',
      's',
      `virtual_machine_uuid = vsphere_virtual_machine.ex01.id\nsnapshot_name = "s"\n${lines}`,
    );
  const state = async (lines: string): Promise<readonly unknown[]> => {
    const machine = await machineOf(`variable "m" {}\n${vm('')}${snapshot(lines)}`);
    return [json(machine.hasSnapshot), json(machine.state?.snapshotWithMemory)];
  };

  it('keep the running state', async () =>
    deepEqual(await state('memory = true\nquiesce = false'), [true, true]));
  it('are snapshots without memory too, quiesced or not', async () =>
    deepEqual(await state('memory = false\nquiesce = true'), [true, false]));
  it('may be one when that is an input', async () =>
    deepEqual(await state('memory = var.m'), [
      true,
      { $unknown: 'var.m has no value: set it in a .tfvars file or with --var' },
    ]));
});

describe('vSphere linked clones', () => {
  const linked = async (clone: string): Promise<unknown> =>
    json((await machineOf(vm(clone))).state?.linkedClone);

  it('are clones that say so', async () =>
    equal(await linked('clone {\n  template_uuid = "t"\n  linked_clone = true\n}'), true));
  it('are no other clones', async () => equal(await linked('clone {\n  template_uuid = "t"\n}'), false));
  it('are no new machines', async () => equal(await linked(''), false));
});

describe('a vApp that stops a vSphere machine', () => {
  const stopAction = async (lines: string): Promise<unknown> =>
    json(
      (
        await machineOf(
          vm('') +
            resource(
              'vsphere_vapp_entity',
              'e',
              `target_id = vsphere_virtual_machine.ex01.moid\ncontainer_id = "vapp-1"\n${lines}`,
            ),
        )
      ).state?.stopAction,
    );

  const cases: readonly (readonly [lines: string, action: string | undefined])[] = [
    ['', 'turn-off'],
    ['stop_action = "suspend"', 'save'],
    ['stop_action = "guestShutdown"', 'shut-down'],
    ['stop_action = "none"', undefined],
  ];
  for (const [lines, action] of cases) {
    it(lines === '' ? 'powers it off by default' : lines, async () => equal(await stopAction(lines), action));
  }
  it('has nothing to do with a machine in no vApp', async () =>
    equal((await machineOf(vm(''))).state?.stopAction, undefined));
});
