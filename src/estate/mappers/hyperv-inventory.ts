import { asNumber, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { textWithGaps } from '../../value/resource-id.ts';
import type { Value } from '../../value/value.ts';
import type { HostPool } from '../model.ts';
import { readBlocks } from './block-arguments.ts';
import { hostKey, hypervHost } from './hyperv-host.ts';
import { comparablePath, isOnClusterVolume, shareIn } from './windows-paths.ts';

/** The types of the provider taliesins/hyperv, version 1.2.1. */
export const HYPERV_TYPES: ReadonlySet<string> = new Set([
  'hyperv_machine_instance',
  'hyperv_vhd',
  'hyperv_network_switch',
  'hyperv_iso_image',
]);

/** The provider's number for *no disk of the host*: the largest of 32 bits. */
const NO_DISK = 4_294_967_295;

/** The Hyper-V resources of a deployment, by the host that they are on. */
export class HypervInventory {
  readonly machines: readonly Resource[];
  readonly #vhds = new Map<string, Resource>();
  readonly #switches = new Map<string, Resource>();
  readonly #hosts = new Map<Resource, HostPool>();
  /** The machines that use a disk, by what tells it from others. */
  readonly #users = new Map<string, { readonly machine: Resource; readonly host: string }[]>();

  constructor(resources: readonly Resource[]) {
    const ours = resources.filter(({ type, mode }) => HYPERV_TYPES.has(type) && mode === 'managed');
    for (const resource of ours) {
      const host = hypervHost(resource);
      this.#hosts.set(resource, host);
      if (resource.type === 'hyperv_vhd') this.#addVhd(resource, host);
      const name = textIn(readPath(resource.body, ['name']));
      if (resource.type === 'hyperv_network_switch') {
        this.#switches.set(resource.address, resource);
        if (name !== undefined) this.#switches.set(switchKey(name, host), resource);
      }
    }
    this.machines = ours.filter(({ type }) => type === 'hyperv_machine_instance');
    for (const machine of this.machines) {
      for (const drive of readBlocks(machine.body, ['hard_disk_drives']).blocks)
        this.#addUser(drive, machine);
    }
  }

  #addVhd(vhd: Resource, host: HostPool): void {
    this.#vhds.set(vhd.address, vhd);
    const path = readPath(vhd.body, ['path']);
    if (path !== undefined) this.#vhds.set(fileKey(path, host), vhd);
  }

  #addUser(drive: Value, machine: Resource): void {
    const key = this.#driveKey(drive, machine);
    if (key === undefined) return;
    const users = this.#users.get(key.text) ?? [];
    this.#users.set(key.text, [...users, { machine, host: hostKey(this.hostOf(machine)) }]);
  }

  hostOf(resource: Resource): HostPool {
    return this.#hosts.get(resource) ?? hypervHost(resource);
  }

  /** The `hyperv_vhd` that a path names: one on the machine's host, unless the path is on a share. */
  vhdAt(path: Value, machine: Resource): Resource | undefined {
    const reference = path.kind === 'unknown' ? path.reference : undefined;
    const referred =
      reference === undefined || reference.instanceUnknown === true
        ? undefined
        : this.#vhds.get(reference.address);
    return referred ?? this.#vhds.get(fileKey(path, this.hostOf(machine)));
  }

  /** The switch of the machine's host that a name or reference names. */
  switchAt(name: Value, machine: Resource): Resource | undefined {
    if (name.kind === 'unknown') return this.#switches.get(name.reference?.address ?? '');
    return this.#switches.get(switchKey(textIn(name) ?? '', this.hostOf(machine)));
  }

  /**
   * Whether another machine uses the disk of a drive: `maybe` for one with the same path on the cluster shared
   * volumes of another host, which can be a node of the same cluster.
   */
  isShared(drive: Value, machine: Resource): boolean | 'maybe' {
    const key = this.#driveKey(drive, machine);
    const users = (key === undefined ? undefined : this.#users.get(key.text)) ?? [];
    const others = users.filter(user => user.machine !== machine);
    if (others.length === 0) return false;
    const host = hostKey(this.hostOf(machine));
    return key?.onCluster === true && others.every(other => other.host !== host) ? 'maybe' : true;
  }

  #driveKey(
    drive: Value,
    machine: Resource,
  ): { readonly text: string; readonly onCluster: boolean } | undefined {
    const number = passThroughNumber(drive);
    const host = this.hostOf(machine);
    if (number?.kind === 'number') {
      return { text: `${hostKey(host)} disk ${number.value}`, onCluster: false };
    }
    const path = drivePath(drive);
    if (path === undefined || number !== undefined) return undefined;
    const vhd = this.vhdAt(path, machine);
    const own = vhd === undefined ? undefined : readPath(vhd.body, ['path']);
    const text = textWithGaps(own ?? path);
    const onCluster = isOnClusterVolume(text);
    return { text: onCluster ? comparablePath(text) : fileKey(own ?? path, host), onCluster };
  }
}

/** A path on a share names one file for all hosts; any other one names a file of its host. */
function fileKey(path: Value, host: HostPool): string {
  const text = textWithGaps(path);
  const own = comparablePath(text);
  return shareIn(text) === undefined ? `${hostKey(host)} ${own}` : own;
}

const switchKey = (name: string, host: HostPool): string => `${hostKey(host)} ${name.toLowerCase()}`;

/** The path of a drive's file; an empty one is none. */
export function drivePath(drive: Value): Value | undefined {
  const path = drive.kind === 'unknown' ? drive : readPath(drive, ['path']);
  return textIn(path) === '' ? undefined : path;
}

/** The number of the host's disk that a drive passes through; `undefined` when it passes none. */
export function passThroughNumber(drive: Value): Value | undefined {
  const stated = drive.kind === 'unknown' ? undefined : readPath(drive, ['disk_number']);
  const number = stated === undefined ? undefined : asNumber(stated);
  return number?.kind === 'number' && number.value === NO_DISK ? undefined : number;
}
