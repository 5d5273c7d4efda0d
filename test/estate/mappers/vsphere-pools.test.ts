import { deepEqual } from 'node:assert/strict';
import { data, estateOf, json, machineOf, resource, vm } from '../../support/vsphere.ts';

describe('the hosts that a vSphere machine shares with others', () => {
  const datacenter = data('vsphere_datacenter', 'dc', 'name = "DC1"');
  const cluster = data(
    'vsphere_compute_cluster',
    'c',
    'name = "prod"\ndatacenter_id = data.vsphere_datacenter.dc.id',
  );
  const host = data('vsphere_host', 'h', 'name = "esx1"\ndatacenter_id = data.vsphere_datacenter.dc.id');
  const poolOf = async (lines: string, before: string): Promise<unknown> => {
    const { pool } = (await machineOf(datacenter + before + vm(lines))).placement;
    return pool === undefined ? undefined : [pool.kind, json(pool.id), pool.address];
  };
  const prod = ['cluster', 'DC1/prod', 'data.vsphere_compute_cluster.c'];

  it('are those of its cluster', async () =>
    deepEqual(
      await poolOf('resource_pool_id = data.vsphere_compute_cluster.c.resource_pool_id', cluster),
      prod,
    ));
  it('are those of the cluster that its pool is in', async () =>
    deepEqual(
      await poolOf(
        'resource_pool_id = vsphere_resource_pool.p.id',
        cluster +
          resource(
            'vsphere_resource_pool',
            'p',
            'name = "p"\nparent_resource_pool_id = data.vsphere_compute_cluster.c.resource_pool_id',
          ),
      ),
      prod,
    ));
  it('are those of its cluster, although it starts on one host', async () =>
    deepEqual(
      await poolOf(
        'resource_pool_id = data.vsphere_compute_cluster.c.resource_pool_id\nhost_system_id = data.vsphere_host.h.id',
        cluster + host,
      ),
      prod,
    ));
  it('are the host of a pool of its own', async () =>
    deepEqual(await poolOf('resource_pool_id = data.vsphere_host.h.resource_pool_id', host), [
      'host',
      'esx1',
      'data.vsphere_host.h',
    ]));
  it('are the host that it names, when its pool tells nothing', async () =>
    deepEqual(
      await poolOf(
        'resource_pool_id = var.pool\nhost_system_id = data.vsphere_host.h.id',
        `variable "pool" {}\n${host}`,
      ),
      ['host', 'esx1', 'data.vsphere_host.h'],
    ));
  it('are those of the cluster on the path of a pool that is looked up', async () =>
    deepEqual(
      await poolOf(
        'resource_pool_id = data.vsphere_resource_pool.p.id',
        data(
          'vsphere_resource_pool',
          'p',
          'name = "prod/Resources/exchange"\ndatacenter_id = data.vsphere_datacenter.dc.id',
        ),
      ),
      ['cluster', 'DC1/prod', 'data.vsphere_resource_pool.p'],
    ));
  it('are the host that it names, when its pool is looked up by a name alone', async () =>
    deepEqual(
      await poolOf(
        'resource_pool_id = data.vsphere_resource_pool.p.id\nhost_system_id = data.vsphere_host.h.id',
        host + data('vsphere_resource_pool', 'p', 'name = "exchange"'),
      ),
      ['host', 'esx1', 'data.vsphere_host.h'],
    ));
  it('are not told by an empty id, which the provider takes as none', async () =>
    deepEqual(await poolOf('resource_pool_id = ""\nhost_system_id = ""', ''), undefined));
  it('are those of a pool that is written out, whatever its host', async () =>
    deepEqual(
      await poolOf('resource_pool_id = "resgroup-8"\nhost_system_id = var.host', 'variable "host" {}\n'),
      ['cluster', 'resgroup-8', 'resgroup-8'],
    ));
  it('are not told by an input', async () =>
    deepEqual(await poolOf('resource_pool_id = var.pool', 'variable "pool" {}\n'), undefined));
  it('are one pool for all its machines, Exchange or not', async () => {
    const pool = 'resource_pool_id = data.vsphere_compute_cluster.c.resource_pool_id';
    const { hosts } = await estateOf(datacenter + cluster + vm(pool) + vm(pool, 'fs1'));
    deepEqual(
      hosts.map(({ address, guests, moreGuests }) => [
        address,
        guests.map(guest => guest.address),
        moreGuests,
      ]),
      [
        [
          'data.vsphere_compute_cluster.c',
          ['vsphere_virtual_machine.ex01', 'vsphere_virtual_machine.fs1'],
          undefined,
        ],
      ],
    );
  });
});
