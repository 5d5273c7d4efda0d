import { deepEqual } from 'node:assert/strict';
import { data, json, machineOf, resource, vm } from '../../support/vsphere.ts';

describe('datastores of Azure VMware Solution', () => {
  const attachment = resource(
    'azurerm_vmware_netapp_volume_attachment',
    'mail',
    'name = "anf-mail"\nnetapp_volume_id = azurerm_netapp_volume.mail.id\nvmware_cluster_id = azurerm_vmware_cluster.c.id',
  );
  const others =
    resource('azurerm_netapp_volume', 'mail', 'name = "mail"') +
    resource('azurerm_vmware_cluster', 'c', 'name = "c"');
  const avs = (volume: string, id = 'id'): string =>
    resource(
      'azapi_resource',
      'ds',
      `type = "Microsoft.AVS/privateClouds/clusters/datastores@2025-09-01"\nname = "ds1"\nparent_id = azurerm_vmware_cluster.c.id\nbody = {\n  properties = {\n    ${volume} = { ${id} = "/subscriptions/s" }\n  }\n}`,
    );
  const machine = (name: string): string =>
    data('vsphere_datastore', 'd', `name = "${name}"`) +
    vm('datastore_id = data.vsphere_datastore.d.id\ndisk {\n  label = "d"\n}');
  const disk = async (main: string): Promise<readonly unknown[]> => {
    const [first] = (await machineOf(main)).disks;
    return [first?.backing, first?.netAppFiles].map(value =>
      value?.kind === 'unknown' ? 'unknown' : json(value),
    );
  };

  it('are NAS when they are volumes of Azure NetApp Files', async () =>
    deepEqual(await disk(others + attachment + machine('anf-mail')), ['nas', true]));
  it('are known by a name that is one and the same input', async () =>
    deepEqual(
      await disk(
        `variable "name" {}\n${others}${attachment.replace('"anf-mail"', 'var.name')}${machine('x').replace('"x"', 'var.name')}`,
      ),
      ['nas', true],
    ));
  it('leave datastores of other names open', async () =>
    deepEqual(await disk(others + attachment + machine('san')), ['unknown', undefined]));
  it('are read from azapi too', async () =>
    deepEqual(await disk(others + avs('netAppVolume') + machine('ds1')), ['nas', true]));
  for (const [volume, id] of [
    ['elasticSanVolume', 'targetId'],
    ['diskPoolVolume', 'targetId'],
    ['pureStorageVolume', 'storagePoolId'],
  ] as const) {
    it(`are block storage as ${volume}`, async () =>
      deepEqual(await disk(others + avs(volume, id) + machine('ds1')), ['block', undefined]));
  }
  it('are block storage as the vSAN of a cluster', async () =>
    deepEqual(
      await disk(
        resource(
          'azapi_resource',
          'cloud',
          'type = "Microsoft.AVS/privateClouds@2025-09-01"\nname = "avs"\nbody = {\n  properties = {\n    managementCluster = { clusterSize = 3, vsanDatastoreName = "vsan-mail" }\n  }\n}',
        ) + machine('vsan-mail'),
      ),
      ['block', undefined],
    ));
});
