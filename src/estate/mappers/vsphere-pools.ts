import { stringValue, withOrigin } from '../../value/make.ts';
import { readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { Value } from '../../value/value.ts';
import type { HostPool } from '../model.ts';
import { idIn } from './block-arguments.ts';
import { declaredName, referenceOf, type VsphereInventory } from './vsphere-inventory.ts';

/** Pools lie in pools, but not deeply. */
const MAX_POOL_DEPTH = 8;

const POOL_TYPES: ReadonlySet<string> = new Set(['vsphere_resource_pool', 'vsphere_vapp_container']);

/** The way from a machine up to the cluster or host that its resource pool is of. */
export interface PoolChain {
  /** The resource pools and vApps on the way, the innermost first: declared here, or only looked up. */
  readonly pools: readonly Resource[];
  /** The cluster or host at the top, when it can be told. */
  readonly top: Resource | undefined;
  /** The id of the last one that was followed. */
  readonly last: Value;
}

/** Follows `resource_pool_id` through the pools and vApps that it names. */
export function poolChain(pool: Value, inventory: VsphereInventory): PoolChain {
  const pools: Resource[] = [];
  let last = pool;
  while (pools.length < MAX_POOL_DEPTH) {
    const resource = inventory.referred(last);
    if (resource === undefined) break;
    if (!POOL_TYPES.has(resource.type)) return { pools, top: resource, last };
    pools.push(resource);
    const parent = readPath(resource.body, ['parent_resource_pool_id']);
    if (parent === undefined) break;
    last = withOrigin(parent, pool.origin);
  }
  return { pools, top: undefined, last };
}

/**
 * A resource pool that is looked up by its path, `cluster-01/Resources` or `cluster-01/Resources/exchange`: the
 * cluster, or the host of its own, stands before `Resources`.
 */
const POOL_PATH = /(?:^|\/)([^/]+)\/Resources(?:\/|$)/;

/** The pool that a cluster or host has from the beginning, which nothing limits. */
export const isRootPool = (pool: Resource): boolean =>
  pool.mode !== 'managed' && /(?:^|\/)Resources$/.test(declaredName(pool) ?? '');

/**
 * The cluster or host that a resource pool belongs to, by datacenter and name, so that a data source and a
 * resource for one cluster compare alike. Unknown, but still that reference, when it cannot be named.
 */
export function clusterIdentity(pool: Value, inventory: VsphereInventory): Value {
  const { pools, top, last } = poolChain(pool, inventory);
  const outermost = pools.at(-1);
  if (top !== undefined) {
    return top.type === 'vsphere_compute_cluster'
      ? (identity(pool, top, declaredName(top), inventory) ?? last)
      : last;
  }
  const onPath = POOL_PATH.exec(declaredName(outermost) ?? '')?.[1];
  return outermost === undefined ? last : (identity(pool, outermost, onPath, inventory) ?? last);
}

/** `datacenter/name`, with the place of the value that refers to it. */
function identity(
  value: Value,
  { body }: Resource,
  name: string | undefined,
  inventory: VsphereInventory,
): Value | undefined {
  if (name === undefined) return undefined;
  const datacenter = readPath(body, ['datacenter_id']);
  const place =
    datacenter === undefined
      ? ''
      : (declaredName(inventory.referred(datacenter)) ?? referenceOf(datacenter)?.address ?? '');
  return stringValue(`${place}/${name}`, { ...value.origin, kind: 'expression' });
}

/** The host that the machine is put on, by its name when that is known. */
export function hostIdentity(host: Value, inventory: VsphereInventory): Value {
  const resource = inventory.referred(host);
  const attribute = resource?.mode === 'managed' ? 'hostname' : 'name';
  const name = resource === undefined ? undefined : readPath(resource.body, [attribute]);
  return name?.kind === 'string' ? stringValue(name.value, { ...host.origin, kind: 'expression' }) : host;
}

/**
 * The cluster that the machine shares with others, or else the host. A machine of a cluster that names a host
 * only starts there: DRS, HA and administrators move it, so its cluster counts.
 */
export function hostPoolOf({ body }: Resource, inventory: VsphereInventory): HostPool | undefined {
  const pool = idIn(body, 'resource_pool_id');
  const host = idIn(body, 'host_system_id');
  const startsOn = inventory.referred(host);
  const onHost =
    host === undefined || startsOn === undefined
      ? undefined
      : sharedBy('host', hostIdentity(host, inventory), startsOn);
  if (pool === undefined) return onHost ?? writtenOut('host', host);
  const { pools, top, last } = poolChain(pool, inventory);
  if (top?.type === 'vsphere_host') return sharedBy('host', hostIdentity(last, inventory), top);
  const cluster = clusterIdentity(pool, inventory);
  const declared = top ?? pools.at(-1);
  const inCluster = declared === undefined ? undefined : sharedBy('cluster', cluster, declared);
  // A pool that is looked up by a name alone does not tell its cluster, so that a host tells more.
  const isNamed = top !== undefined || cluster.kind === 'string';
  const found = isNamed ? inCluster : (onHost ?? inCluster);
  return found ?? writtenOut('cluster', pool) ?? writtenOut('host', host);
}

/** Hosts that a literal id names. */
const writtenOut = (kind: HostPool['kind'], id: Value | undefined): HostPool | undefined =>
  id?.kind === 'string' ? { kind, id, address: id.value, range: id.origin.range } : undefined;

const sharedBy = (kind: HostPool['kind'], id: Value, { address, range }: Resource): HostPool => ({
  kind,
  id,
  address,
  range,
});
