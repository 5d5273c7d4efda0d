import type { SourceRange } from '../../source/range.ts';
import { stringValue } from '../../value/make.ts';
import { readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { Value } from '../../value/value.ts';

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

/** The kinds of volume that a datastore of Microsoft.AVS 2025-09-01 can be; all but NetApp Files are block devices. */
const VOLUMES: Readonly<Record<string, AvsDatastore['backing']>> = {
  netAppVolume: 'nas',
  elasticSanVolume: 'block',
  diskPoolVolume: 'block',
  pureStorageVolume: 'block',
};

const CLUSTER_TYPES: ReadonlySet<string> = new Set([
  'microsoft.avs/privateclouds',
  'microsoft.avs/privateclouds/clusters',
]);

/** Finds them in azurerm (`azurerm_vmware_netapp_volume_attachment`), ARM, Bicep and azapi alike. */
export const avsDatastores = (resources: readonly Resource[]): readonly AvsDatastore[] =>
  resources.flatMap((resource): readonly AvsDatastore[] => {
    if (resource.mode !== 'managed') return [];
    if (resource.type === 'azurerm_vmware_netapp_volume_attachment') {
      const name = readPath(resource.body, ['name']);
      return name === undefined ? [] : [{ name, backing: 'nas', isVsan: false, range: resource.range }];
    }
    const type = resource.type.toLowerCase();
    if (type === 'microsoft.avs/privateclouds/clusters/datastores') return attachedVolume(resource);
    return CLUSTER_TYPES.has(type) ? vsanOf(resource) : [];
  });

const ANY_CASE = { ignoreCase: true } as const;

function attachedVolume({ body, range }: Resource): readonly AvsDatastore[] {
  const name = readPath(body, ['name'], ANY_CASE);
  if (name === undefined) return [];
  const volume = Object.entries(VOLUMES).find(
    ([property]) => readPath(body, ['properties', property], ANY_CASE) !== undefined,
  );
  return volume === undefined ? [] : [{ name: lastSegment(name), backing: volume[1], isVsan: false, range }];
}

/** The name of a child resource is that of its parents too: `cloud/cluster/datastore`. */
function lastSegment(name: Value): Value {
  const own = textIn(name)?.split('/').at(-1);
  return own === undefined ? name : stringValue(own, name.origin);
}

/** Every cluster has a vSAN datastore of its own. */
function vsanOf({ body, range }: Resource): readonly AvsDatastore[] {
  const name =
    readPath(body, ['properties', 'vsanDatastoreName'], ANY_CASE) ??
    readPath(body, ['properties', 'managementCluster', 'vsanDatastoreName'], ANY_CASE);
  return name === undefined ? [] : [{ name, backing: 'block', isVsan: true, range }];
}
