import { deepEqual, equal } from 'node:assert/strict';
import { type Declarations, NO_DECLARATIONS } from '../../../src/estate/declarations.ts';
import { areSame } from '../../../src/estate/placement.ts';
import { data, json, machineOf, resource, vm, why } from '../../support/vsphere.ts';
import { declared } from '../machines.ts';

describe('what vSphere stores a disk on', () => {
  const backingOf = async (main: string, declarations?: Declarations): Promise<unknown> =>
    json((await machineOf(main, declarations)).disks.at(-1)?.backing);
  const nas = 'resource "vsphere_nas_datastore" "nfs" {\n  name = "nfs1"\n}\n';
  const vmfs = 'resource "vsphere_vmfs_datastore" "san" {\n  name = "san1"\n}\n';

  it('NFS', async () =>
    equal(
      await backingOf(nas + vm('datastore_id = vsphere_nas_datastore.nfs.id\ndisk {\n  label = "d"\n}')),
      'nas',
    ));
  it('VMFS', async () =>
    equal(
      await backingOf(vmfs + vm('datastore_id = vsphere_vmfs_datastore.san.id\ndisk {\n  label = "d"\n}')),
      'block',
    ));
  it('its own datastore, not that of the machine', async () =>
    equal(
      await backingOf(
        nas +
          vmfs +
          vm(
            'datastore_id = vsphere_vmfs_datastore.san.id\ndisk {\n  label = "d"\n  datastore_id = vsphere_nas_datastore.nfs.id\n}',
          ),
      ),
      'nas',
    ));
  it('one of several NFS datastores', async () =>
    equal(
      await backingOf(
        'resource "vsphere_nas_datastore" "nfs" {\n  count = 2\n  name = "nfs${count.index}"\n}\n' +
          vm('datastore_id = vsphere_nas_datastore.nfs[1].id\ndisk {\n  label = "d"\n}'),
      ),
      'nas',
    ));
  it('a data source of the name of an NFS datastore', async () =>
    equal(
      await backingOf(
        `${nas}data "vsphere_datastore" "d" {\n  name = "nfs1"\n}\n${vm('datastore_id = data.vsphere_datastore.d.id\ndisk {\n  label = "d"\n}')}`,
      ),
      'nas',
    ));
  it('a cluster of NFS datastores', async () =>
    equal(
      await backingOf(
        'resource "vsphere_datastore_cluster" "c" {\n  name = "c"\n}\n' +
          'resource "vsphere_nas_datastore" "nfs" {\n  name = "n"\n  datastore_cluster_id = vsphere_datastore_cluster.c.id\n}\n' +
          vm('datastore_cluster_id = vsphere_datastore_cluster.c.id\ndisk {\n  label = "d"\n}'),
      ),
      'nas',
    ));

  const data = `data "vsphere_datastore" "ds" {\n  name = "ds1"\n}\n${vm('datastore_id = data.vsphere_datastore.ds.id\ndisk {\n  label = "d"\n}')}`;
  it('a data source, which does not tell', async () =>
    deepEqual(await backingOf(data), {
      $unknown:
        'no template tells whether data.vsphere_datastore.ds is on VMFS, vSAN or NFS: declare its type in exvet.yaml (datastores)',
    }));
  for (const [type, backing] of [
    ['vmfs', 'block'],
    ['vsan', 'block'],
    ['vvol-block', 'block'],
    ['nfs', 'nas'],
    ['vvol-nfs', 'nas'],
  ] as const) {
    it(`a data source that exvet.yaml says is ${type}`, async () => {
      const datastores = [{ match: declared('**.vsphere_datastore.ds'), type: declared(type) }];
      equal(await backingOf(data, { ...NO_DECLARATIONS, datastores }), backing);
    });
  }
});

describe('the datastore of a vSphere disk', () => {
  const store = async (main: string): Promise<readonly unknown[]> =>
    (await machineOf(main)).disks.map(disk =>
      disk.store?.kind === 'unknown' ? why(disk.store) : json(disk.store),
    );
  const datacenter = data('vsphere_datacenter', 'dc', 'name = "DC1"');
  const twoDisks = 'disk {\n  label = "os"\n}\ndisk {\n  label = "db"\n  unit_number = 1\n';

  it('is told by its name and datacenter', async () =>
    deepEqual(
      await store(
        datacenter +
          data('vsphere_datastore', 'a', 'name = "san-a"\ndatacenter_id = data.vsphere_datacenter.dc.id') +
          data('vsphere_datastore', 'b', 'name = "san-b"\ndatacenter_id = data.vsphere_datacenter.dc.id') +
          vm(
            `datastore_id = data.vsphere_datastore.a.id\n${twoDisks}  datastore_id = data.vsphere_datastore.b.id\n}`,
          ),
      ),
      ['DC1/san-a', 'DC1/san-b'],
    ));
  it('is one, whether it is declared or looked up', async () =>
    deepEqual(
      await store(
        datacenter +
          resource('vsphere_vmfs_datastore', 'a', 'name = "san-a"') +
          data('vsphere_datastore', 'a', 'name = "san-a"\ndatacenter_id = data.vsphere_datacenter.dc.id') +
          vm(
            `datastore_id = vsphere_vmfs_datastore.a.id\n${twoDisks}  datastore_id = data.vsphere_datastore.a.id\n}`,
          ),
      ),
      ['san-a', 'san-a'],
    ));

  const cluster = (lines: string): string =>
    resource('vsphere_datastore_cluster', 'dsc', `name = "dsc"\n${lines}`);
  const inCluster = vm(`datastore_cluster_id = vsphere_datastore_cluster.dsc.id\n${twoDisks}}`);
  const chosen = 'Storage DRS chooses the datastore of each disk of vsphere_virtual_machine.ex01';
  const sameStore = async (main: string): Promise<unknown> => {
    const [os, db] = (await machineOf(main)).disks;
    if (os?.store === undefined || db?.store === undefined) throw new Error('The disks have no datastore.');
    return areSame(os.store, db.store);
  };
  it('in a cluster is that of the other disks of the machine, the default of Storage DRS', async () =>
    equal(await sameStore(cluster('') + inCluster), true));
  it('in a cluster without that affinity is chosen by Storage DRS', async () =>
    deepEqual(await store(cluster('sdrs_default_intra_vm_affinity = false') + inCluster), [
      [chosen],
      [chosen],
    ]));
  it('in a cluster goes by the override of the machine', async () =>
    deepEqual(
      await store(
        cluster('') +
          inCluster +
          resource(
            'vsphere_storage_drs_vm_override',
            'o',
            'datastore_cluster_id = vsphere_datastore_cluster.dsc.id\nvirtual_machine_id = vsphere_virtual_machine.ex01.id\nsdrs_intra_vm_affinity = "false"',
          ),
      ),
      [[chosen], [chosen]],
    ));
  it('in a cluster that is only looked up is chosen by Storage DRS', async () =>
    deepEqual(
      await store(
        data('vsphere_datastore_cluster', 'dsc', 'name = "dsc"') +
          inCluster.replace('vsphere_datastore_cluster', 'data.vsphere_datastore_cluster'),
      ),
      [[chosen], [chosen]],
    ));
});

describe('vSAN under vSphere disks', () => {
  const cluster = (lines: string): string =>
    resource('vsphere_compute_cluster', 'c', `name = "c"\ndatacenter_id = "dc"\n${lines}`);
  const machine = vm(
    'resource_pool_id = vsphere_compute_cluster.c.resource_pool_id\ndatastore_id = data.vsphere_datastore.d.id\ndisk {\n  label = "d"\n}',
  );
  const named = (name: string): string => data('vsphere_datastore', 'd', `name = "${name}"`);
  const disk = async (main: string, declarations?: Declarations): Promise<readonly unknown[]> => {
    const [first] = (await machineOf(main, declarations)).disks;
    return [first?.backing, first?.deduplicated].map(value =>
      value?.kind === 'unknown' ? 'unknown' : json(value),
    );
  };

  it('is block storage, by the name that vCenter gives it', async () =>
    deepEqual(await disk(cluster('vsan_enabled = true') + named('vsanDatastore') + machine), [
      'block',
      false,
    ]));
  it('removes duplicates as its cluster says', async () =>
    deepEqual(
      await disk(
        cluster('vsan_enabled = true\nvsan_dedup_enabled = true') + named('vsanDatastore (1)') + machine,
      ),
      ['block', true],
    ));
  it('is not told by the name in a cluster without vSAN', async () =>
    deepEqual(await disk(cluster('') + named('vsanDatastore') + machine), ['unknown', undefined]));
  it('leaves a datastore of another name open', async () =>
    deepEqual(
      await disk(cluster('vsan_enabled = true\nvsan_dedup_enabled = true') + named('mail') + machine),
      ['unknown', 'unknown'],
    ));
  it('is as exvet.yaml states it', async () => {
    const main = cluster('vsan_enabled = true\nvsan_dedup_enabled = true') + named('mail') + machine;
    const as = (type: 'vsan' | 'vmfs'): Declarations => ({
      ...NO_DECLARATIONS,
      datastores: [{ match: declared('data.vsphere_datastore.d'), type: declared(type) }],
    });
    deepEqual(
      [await disk(main, as('vsan')), await disk(main, as('vmfs'))],
      [
        ['block', true],
        ['block', undefined],
      ],
    );
  });
});
