import { deepEqual, equal } from 'node:assert/strict';
import { textOf } from '../../../src/source/range.ts';
import { data, json, machineOf, resource, vm, why } from '../../support/vsphere.ts';

describe('vSphere memory', () => {
  const cases: readonly (readonly [
    what: string,
    lines: string,
    size: unknown,
    reserved: unknown,
    full: unknown,
  ])[] = [
    ['nothing reserved', 'memory = 131072', 131_072, 0, false],
    ['nothing stated', '', 1024, 0, false],
    ['all reserved', 'memory = 131072\nmemory_reservation = 131072', 131_072, 131_072, true],
    ['half reserved', 'memory = 131072\nmemory_reservation = 65536', 131_072, 65_536, false],
    [
      'locked to the maximum, which does nothing on its own',
      'memory = 131072\nmemory_reservation_locked_to_max = true',
      131_072,
      0,
      false,
    ],
  ];
  for (const [what, lines, size, reserved, full] of cases) {
    it(what, async () => {
      const { memory } = await machineOf(vm(lines));
      deepEqual(
        [json(memory.sizeMib), json(memory.reservationMib), json(memory.fullyReserved)],
        [size, reserved, full],
      );
    });
  }

  it('one and the same unknown is all reserved', async () => {
    const { memory } = await machineOf(
      `variable "mem" {}\n${vm('memory = var.mem\nmemory_reservation = var.mem')}`,
    );
    deepEqual([memory.sizeMib.kind, json(memory.fullyReserved)], ['unknown', true]);
  });

  it('an unknown reservation leaves it open', async () => {
    const { memory } = await machineOf(
      `variable "reserved" {}\n${vm('memory = 8192\nmemory_reservation = var.reserved')}`,
    );
    equal(memory.fullyReserved?.kind, 'unknown');
  });

  it('a default points at the header of the resource', async () => {
    const { memory } = await machineOf(vm('memory = 8192'));
    const origin = memory.reservationMib?.origin;
    deepEqual(
      [origin?.kind, origin === undefined ? undefined : textOf(origin.range)],
      ['default', 'resource "vsphere_virtual_machine" "ex01"'],
    );
  });
});

describe('what reserves all memory of a vSphere machine by its nature', () => {
  const reserved = async (lines: string): Promise<unknown> =>
    json((await machineOf(vm(`memory = 8192\n${lines}`))).memory.fullyReserved);

  it('a high latency sensitivity', async () => equal(await reserved('latency_sensitivity = "high"'), true));
  it('not a medium one', async () => equal(await reserved('latency_sensitivity = "medium"'), false));
  it('a PCI device that is passed through', async () =>
    equal(await reserved('host_system_id = "host-1"\npci_device_id = ["0000:3b:00.0"]'), true));
  it('an SR-IOV adapter', async () =>
    equal(await reserved('network_interface {\n  network_id = "n"\n  adapter_type = "sriov"\n}'), true));
  it('not a balloon that is switched off, nor a reservation in extra_config, which vSphere ignores', async () =>
    equal(
      await reserved(
        'extra_config = {\n  "sched.mem.maxmemctl" = "0"\n  "sched.mem.min" = "8192"\n  "sched.mem.pin" = "TRUE"\n}',
      ),
      false,
    ));
});

describe('the memory limit of a vSphere machine', () => {
  const cluster = resource('vsphere_compute_cluster', 'c', 'name = "c"\ndatacenter_id = "dc"');
  const pool = (label: string, parent: string, lines = ''): string =>
    resource(
      'vsphere_resource_pool',
      label,
      `name = "${label}"\nparent_resource_pool_id = ${parent}\n${lines}`,
    );
  const root = 'vsphere_compute_cluster.c.resource_pool_id';
  const limitOf = async (lines: string, before = ''): Promise<unknown> => {
    const { limitMib } = (await machineOf(before + vm(`memory = 8192\n${lines}`))).memory;
    return limitMib?.kind === 'unknown' ? why(limitMib) : json(limitMib);
  };

  it('is absent when nothing limits it', async () =>
    equal(await limitOf(`resource_pool_id = ${root}`, cluster), undefined));
  it('is absent with -1, which vSphere takes as no limit', async () =>
    equal(
      await limitOf('memory_limit = -1\nresource_pool_id = vsphere_compute_cluster.c.id', cluster),
      undefined,
    ));
  it('is its own', async () => equal(await limitOf('memory_limit = 4096'), 4096));
  it('is that of extra_config', async () =>
    equal(await limitOf('extra_config = { "sched.mem.max" = "2048" }'), 2048));
  it('is the least of its own and those of its pools, whatever their depth', async () =>
    equal(
      await limitOf(
        'memory_limit = 6000\nresource_pool_id = vsphere_resource_pool.inner.id',
        cluster +
          pool('outer', root, 'memory_limit = 5000') +
          pool('inner', 'vsphere_resource_pool.outer.id', 'memory_limit = 7000'),
      ),
      5000,
    ));
  it('is that of the vApp that it is in', async () =>
    equal(
      await limitOf(
        'resource_pool_id = vsphere_vapp_container.mail.id',
        cluster +
          resource(
            'vsphere_vapp_container',
            'mail',
            `name = "mail"\nparent_resource_pool_id = ${root}\nmemory_limit = 4000`,
          ),
      ),
      4000,
    ));
  it('is open in a pool that is only looked up', async () =>
    deepEqual(
      await limitOf(
        'resource_pool_id = data.vsphere_resource_pool.p.id',
        data('vsphere_resource_pool', 'p', 'name = "exchange"'),
      ),
      [
        'no template tells whether data.vsphere_resource_pool.p limits memory: state servers[].memoryLimit in exvet.yaml',
      ],
    ));
  it('but not in the root pool of a cluster', async () =>
    equal(
      await limitOf(
        'resource_pool_id = data.vsphere_resource_pool.p.id',
        data('vsphere_resource_pool', 'p', 'name = "prod/Resources"'),
      ),
      undefined,
    ));
  it('that is below the memory decides, whatever a pool may add', async () =>
    equal(
      await limitOf(
        'memory_limit = 4096\nresource_pool_id = data.vsphere_resource_pool.p.id',
        data('vsphere_resource_pool', 'p', 'name = "exchange"'),
      ),
      4096,
    ));
  it('is open when the pool is an input', async () =>
    deepEqual(await limitOf('resource_pool_id = var.pool', 'variable "pool" {}\n'), [
      'var.pool has no value: set it in a .tfvars file or with --var',
    ]));
});
