import { boolValue, defaultAt } from '../../value/make.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress } from '../../value/resource-id.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { Disk } from '../model.ts';
import { type AzureDisks, diskKey } from './azure-disks.ts';
import type { AzureInventory, AzureMachine, AzureSnapshot } from './azure-inventory.ts';
import { Directory, ifDeployed, keyOf } from './azure-joins.ts';

/** A restore point names its collection, a snapshot may be a copy of another one: longer chains are odd. */
const LONGEST_CHAIN = 5;

/** Which machines and disks a snapshot is declared of. */
export class AzureSnapshots {
  readonly #found = new Map<AzureMachine, Value>();
  /** Restore points that ask the guest to be consistent. */
  readonly #consistent = new Map<AzureMachine, Value>();
  readonly #ofDisks = new Map<string, Value>();
  /** A snapshot of something that is not known may be one of any machine. */
  readonly #ofAnything: Value | undefined;

  constructor(inventory: AzureInventory, disks: AzureDisks) {
    const directory = new Directory('snapshot', inventory.snapshots);
    const machines = new Directory('virtual machine', inventory.machines);
    for (const snapshot of inventory.snapshots) {
      const { resource } = snapshot;
      const unaware = ifDeployed(snapshot.unaware, resource);
      const source = sourceOf(snapshot, directory);
      if (source === undefined) continue;
      const key = keyOf(source);
      const machine = key === undefined ? undefined : machines.byKey(key);
      if (unaware.kind === 'bool' && !unaware.value) {
        // A collection alone takes none.
        if (machine !== undefined && isRestorePoint(resource)) {
          this.#consistent.set(machine, boolValue(true, unaware.origin));
        }
        continue;
      }
      if (key === undefined) {
        if (source.kind === 'unknown') this.#ofAnything = unknown(source.reasons, defaultAt(resource.range));
        continue;
      }
      if (machine === undefined && this.#ofDisks.get(key)?.kind !== 'bool') this.#ofDisks.set(key, unaware);
      for (const owner of machine === undefined ? disks.machinesWith(key) : [machine]) {
        if (this.#found.get(owner)?.kind !== 'bool') this.#found.set(owner, unaware);
      }
    }
  }

  /** Whether a restore point of it is declared that asks the guest to be consistent. A bool. */
  consistentOf(machine: AzureMachine): Value {
    return this.#consistent.get(machine) ?? boolValue(false, defaultAt(machine.resource.range));
  }

  /** The disk with whether a snapshot of it is declared. */
  onDisk(disk: Disk): Disk {
    const found = this.#ofDisks.get(canonicalAddress(disk.address)) ?? this.#ofDisks.get(diskKey(disk.name));
    return {
      ...disk,
      hasSnapshot: found ?? this.#ofAnything ?? boolValue(false, defaultAt(disk.resource.range)),
    };
  }

  /**
   * Whether a snapshot of one of its disks, or a restore point that Exchange knows nothing of, is declared.
   * A bool; its origin is the snapshot.
   */
  of(machine: AzureMachine): Value {
    return (
      this.#found.get(machine) ?? this.#ofAnything ?? boolValue(false, defaultAt(machine.resource.range))
    );
  }
}

const isRestorePoint = ({ type }: Resource): boolean =>
  /(?:^azurerm_virtual_machine_restore_point|\/restorepoints)$/i.test(type);

function sourceOf(snapshot: AzureSnapshot, directory: Directory<AzureSnapshot>): Value | undefined {
  let source = snapshot.source;
  for (let depth = 0; depth < LONGEST_CHAIN && source !== undefined; depth++) {
    const before = directory.find(source);
    if (before.kind === 'unknown') return source;
    source = before.item.source;
  }
  return source;
}
