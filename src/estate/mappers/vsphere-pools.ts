import { stringValue, withOrigin } from '../../value/make.ts';
import { readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { Value } from '../../value/value.ts';
import type { HostPool } from '../model.ts';
import { idIn } from './vsphere-blocks.ts';
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
  const chain = pool === undefined ? undefined : poolChain(pool, inventory);
  if (pool !== undefined && chain?.top?.type === 'vsphere_compute_cluster') {
    return sharedBy('cluster', clusterIdentity(pool, inventory), chain.top);
  }
  const pinned = chain?.top?.type === 'vsphere_host' ? chain.last : host;
  const pinnedTo = inventory.referred(pinned);
  if (pinned !== undefined && pinnedTo !== undefined) {
    return sharedBy('host', hostIdentity(pinned, inventory), pinnedTo);
  }
  const outermost = chain?.pools.at(-1);
  if (pool !== undefined && outermost !== undefined) {
    return sharedBy('cluster', clusterIdentity(pool, inventory), outermost);
  }
  const [kind, id] = pinned === undefined ? (['cluster', pool] as const) : (['host', pinned] as const);
  const written = textIn(id);
  return id === undefined || written === undefined
    ? undefined
    : { kind, id, address: written, range: id.origin.range };
}

const sharedBy = (kind: HostPool['kind'], id: Value, { address, range }: Resource): HostPool => ({
  kind,
  id,
  address,
  range,
});
