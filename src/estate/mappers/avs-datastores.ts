import type { SourceRange } from '../../source/range.ts';
import { stringValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { Value } from '../../value/value.ts';
import { type PathTable, property } from './resource-paths.ts';

/**
 * Datastores that Azure VMware Solution gives the clusters of a private cloud. Its machines are managed through
 * vCenter, so a vSphere configuration looks such a datastore up by its name.
 */
export interface AvsDatastore {
  /** A string. */
  readonly name: Value;
  readonly backing: 'block' | 'nas';
  readonly isVsan: boolean;
  readonly range: SourceRange;
}

type Volume = 'netApp' | 'elasticSan' | 'diskPool' | 'pureStorage';

/** Microsoft.AVS 2025-09-01; azurerm 5.2. Every cluster has a vSAN datastore of its own. */
export const AVS_DATASTORE: PathTable<'name' | 'vsan' | Volume> = {
  'microsoft.avs/privateclouds': { vsan: 'properties.managementCluster.vsanDatastoreName' },
  'microsoft.avs/privateclouds/clusters': { vsan: 'properties.vsanDatastoreName' },
  'microsoft.avs/privateclouds/clusters/datastores': {
    name: 'name',
    netApp: 'properties.netAppVolume.id',
    elasticSan: 'properties.elasticSanVolume.targetId',
    diskPool: 'properties.diskPoolVolume.targetId',
    pureStorage: 'properties.pureStorageVolume.storagePoolId',
  },
  azurerm_vmware_netapp_volume_attachment: { name: 'name', netApp: 'netapp_volume_id' },
};

/** What each kind of volume is: NetApp Files is mounted by NFS, the others by iSCSI or NVMe. */
const BACKINGS: readonly (readonly [volume: Volume, backing: AvsDatastore['backing']])[] = [
  ['netApp', 'nas'],
  ['elasticSan', 'block'],
  ['diskPool', 'block'],
  ['pureStorage', 'block'],
];

/** Finds them in azurerm, ARM, Bicep and azapi alike. */
export const avsDatastores = (resources: readonly Resource[]): readonly AvsDatastore[] =>
  resources.flatMap((resource): readonly AvsDatastore[] => {
    if (resource.mode !== 'managed') return [];
    const { range } = resource;
    const vsan = property(AVS_DATASTORE, resource, 'vsan');
    if (vsan !== undefined) return [{ name: vsan, backing: 'block', isVsan: true, range }];
    const name = property(AVS_DATASTORE, resource, 'name');
    const backing = BACKINGS.find(([volume]) => property(AVS_DATASTORE, resource, volume) !== undefined)?.[1];
    return name === undefined || backing === undefined
      ? []
      : [{ name: ownName(name), backing, isVsan: false, range }];
  });

/** The name of a child resource begins with those of its parents: `cloud/cluster/datastore`. */
function ownName(name: Value): Value {
  const own = textIn(name)?.split('/').at(-1);
  return own === undefined ? name : stringValue(own, name.origin);
}
