import { boolValue, defaultAt } from '../../value/make.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { AzureDisks } from './azure-disks.ts';
import type { AzureInventory, AzureMachine, AzureSnapshot } from './azure-inventory.ts';
import { Directory, keyOf } from './azure-joins.ts';

/** A restore point names its collection, a snapshot may be a copy of another one: longer chains are odd. */
const LONGEST_CHAIN = 5;

/** Which machines a snapshot is declared of. */
export class AzureSnapshots {
  readonly #found = new Map<AzureMachine, Value>();
  /** A snapshot of something that is not known may be one of any machine. */
  readonly #ofAnything: Value | undefined;

  constructor(inventory: AzureInventory, disks: AzureDisks) {
    const directory = new Directory('snapshot', inventory.snapshots);
    const machines = new Directory('virtual machine', inventory.machines);
    for (const snapshot of inventory.snapshots) {
      const { unaware, resource } = snapshot;
      const source = sourceOf(snapshot, directory);
      if (source === undefined || (unaware.kind === 'bool' && !unaware.value)) continue;
      const key = keyOf(source);
      if (key === undefined) {
        if (source.kind === 'unknown') this.#ofAnything = unknown(source.reasons, defaultAt(resource.range));
        continue;
      }
      const machine = machines.byKey(key);
      for (const owner of machine === undefined ? disks.machinesWith(key) : [machine]) {
        if (this.#found.get(owner)?.kind !== 'bool') this.#found.set(owner, unaware);
      }
    }
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

function sourceOf(snapshot: AzureSnapshot, directory: Directory<AzureSnapshot>): Value | undefined {
  let source = snapshot.source;
  for (let depth = 0; depth < LONGEST_CHAIN && source !== undefined; depth++) {
    const before = directory.find(source);
    if (before.kind === 'unknown') return source;
    source = before.item.source;
  }
  return source;
}
