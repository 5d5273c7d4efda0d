import { boolValue, defaultAt, numberValue } from '../value/make.ts';
import { knownText, textIn } from '../value/read.ts';
import { resourceAddressOf } from '../value/resource-id.ts';
import { reasonsIn, unknown, unknownFrom } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { matchesAddress } from './address-pattern.ts';
import { type DatastoreDeclaration, declaredValues } from './declarations.ts';
import { notStated } from './facts/declared.ts';
import { isLeftToPlatform } from './left-to-platform.ts';
import type { Disk, Machine, Server, StoreUse } from './model.ts';

/**
 * Datastores, volumes and shares: what exvet.yaml states about each, and how full it is going to be with the disks
 * of all machines of the deployment, Exchange or not.
 */
export function withStores(
  servers: readonly Server[],
  others: readonly Machine[],
  declarations: readonly DatastoreDeclaration[],
): { readonly servers: readonly Server[]; readonly used: readonly DatastoreDeclaration[] } {
  const used = new Set<DatastoreDeclaration>();
  const loads = loadsOf([...servers, ...others]);
  const systems = systemsOf([...servers, ...others]);
  const judged = new Set<string>();
  const withStore = (disk: Disk, machine: Machine): Disk => {
    const { store } = disk;
    if (store === undefined || isLeftToPlatform(store) || !isFile(disk)) return disk;
    const name = onHost(storeName(disk), machine);
    const names = [name, knownText(store)].filter(text => text !== undefined);
    const about = declarations.filter(({ match }) => names.some(text => matchesStore(match.value, text)));
    for (const declaration of about) used.add(declaration);
    const storeDeclared = declaredValues(about.map(({ facts }) => facts));
    const key = storeKey(store, machine);
    const isAlone = (systems.get(key) ?? 0) < 2;
    const placed: Disk = {
      ...disk,
      storeDeclared,
      ...(disk.isOs ? { sharesStoreWithOtherOs: boolValue(!isAlone, store.origin) } : {}),
    };
    const { holdsExchangeData } = disk.contents;
    if (judged.has(key) || (holdsExchangeData.kind === 'bool' && !holdsExchangeData.value)) return placed;
    judged.add(key);
    return { ...placed, storeUse: useOf(store, name, loads.get(key) ?? [], storeDeclared.get('capacity')) };
  };
  return {
    servers: servers.map(server => ({ ...server, disks: server.disks.map(disk => withStore(disk, server)) })),
    used: [...used],
  };
}

/** The address or path that `exvet.yaml` names a store by; `undefined` when it is not known. */
export const storeName = ({ store, storeAddress }: Disk): string | undefined =>
  storeAddress ?? (store === undefined ? undefined : (resourceAddressOf(store) ?? knownText(store)));

/** Paths of Windows are written with either slash and in any case. */
function matchesStore(pattern: string, name: string): boolean {
  const path = (text: string): string => text.replaceAll('\\', '/').toLowerCase();
  return matchesAddress(pattern, name) || matchesAddress(path(pattern), path(name));
}

/** A disk of the host or of an array that the machine has to itself takes no room on a datastore. */
const isFile = ({ format }: Disk): boolean => !['pass-through', 'rdm'].includes(textIn(format) ?? '');

/** A drive of a host is told from that of another host by the host. */
function onHost(name: string | undefined, { placement: { pool } }: Machine): string | undefined {
  return name !== undefined && pool !== undefined && DRIVE.test(name) ? `${name} on ${pool.address}` : name;
}

/** A letter of Windows, but no volume that all hosts of a cluster share. */
const DRIVE = /^[a-z]:(?![\\/]clusterstorage[\\/])/i;

/** What tells one store from another. Those of one unknown input are one. */
function storeKey(store: Value, machine: Machine): string {
  const name = onHost(resourceAddressOf(store) ?? knownText(store), machine);
  if (name !== undefined) return name.replaceAll('\\', '/').toLowerCase();
  return reasonsIn([store])
    .map(({ text }) => text)
    .join('; ');
}

/** What lies on each store, in GiB. */
function loadsOf(machines: readonly Machine[]): ReadonlyMap<string, readonly Value[]> {
  const loads = new Map<string, Value[]>();
  for (const machine of machines) {
    for (const disk of machine.disks) {
      if (disk.store === undefined || !isFile(disk)) continue;
      const key = storeKey(disk.store, machine);
      const load = loads.get(key) ?? [];
      load.push(disk.sizeGib ?? sizeNotTold(disk), ...(disk.isOs ? [memoryFileGib(machine)] : []));
      loads.set(key, load);
    }
  }
  return loads;
}

/** How many OS disks lie on each store. */
function systemsOf(machines: readonly Machine[]): ReadonlyMap<string, number> {
  const systems = new Map<string, number>();
  for (const machine of machines) {
    for (const { isOs, store } of machine.disks) {
      if (!isOs || store === undefined) continue;
      const key = storeKey(store, machine);
      systems.set(key, (systems.get(key) ?? 0) + 1);
    }
  }
  return systems;
}

const sizeNotTold = ({ name, address, resource: { range } }: Disk): Value =>
  unknown(
    { kind: 'data', text: `the size of ${knownText(name) ?? address} is not told`, range },
    defaultAt(range),
  );

/** The file beside the OS disk that takes a machine's memory: all of it but what vSphere reserves. */
function memoryFileGib({ memory: { sizeMib, reservationMib }, resource: { range } }: Machine): Value {
  const values = [sizeMib, ...(reservationMib === undefined ? [] : [reservationMib])];
  const [size, reserved] = values;
  if (size?.kind !== 'number' || (reserved !== undefined && reserved.kind !== 'number')) {
    return unknownFrom(
      values.filter(({ kind }) => kind !== 'number'),
      defaultAt(range),
    );
  }
  return numberValue(Math.max(size.value - (reserved?.value ?? 0), 0) / 1024, size.origin);
}

function useOf(
  store: Value,
  name: string | undefined,
  load: readonly Value[],
  capacity: Value | undefined,
): StoreUse {
  const { range } = store.origin;
  const known = load.flatMap(value => (value.kind === 'number' ? [value.value] : []));
  const open = load.filter(({ kind }) => kind !== 'number');
  const sum = numberValue(
    known.reduce((total, gib) => total + gib, 0),
    store.origin,
  );
  return {
    name: name ?? 'its datastore',
    capacityGib:
      capacity ??
      (name === undefined
        ? unknownFrom([store], store.origin)
        : notStated('datastore', 'capacity', name, range)),
    needGib: open.length > 0 ? unknownFrom(open, store.origin) : sum,
    leastNeedGib: sum,
  };
}
