import { boolValue, computedAt, defaultAt } from '../../value/make.ts';
import { asBool, readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { Machine } from '../model.ts';
import { boolOr, isTrue, readBlock } from './vsphere-blocks.ts';
import type { About, VsphereInventory } from './vsphere-inventory.ts';

/** The snapshots that are declared of a machine, and whether it hangs on one of another machine. */
export function snapshotState(
  machine: Resource,
  inventory: VsphereInventory,
): Required<Pick<Machine, 'hasSnapshot' | 'state'>> {
  const snapshots = inventory.about(
    'vsphere_virtual_machine_snapshot',
    'virtual_machine_uuid',
    machine.address,
  );
  const none = boolValue(false, defaultAt(machine.range));
  return {
    hasSnapshot: anySnapshot(snapshots, none, ({ range }) => boolValue(true, computedAt(range))),
    state: {
      snapshotWithMemory: anySnapshot(snapshots, none, ({ body, range }) => {
        const memory = readPath(body, ['memory']);
        return memory === undefined ? boolValue(false, defaultAt(range)) : asBool(memory);
      }),
      linkedClone: linkedClone(machine),
    },
  };
}

/** Whether any snapshot is of a kind; one that may be of another machine leaves it open. */
function anySnapshot(
  snapshots: readonly About[],
  none: Value,
  isOfKind: (snapshot: Resource) => Value,
): Value {
  const open: Value[] = [];
  for (const { resource, open: why } of snapshots) {
    const kind = isOfKind(resource);
    if (isKnown(kind) && !isTrue(kind)) continue;
    if (why === undefined && isKnown(kind)) return kind;
    open.push(why ?? kind);
  }
  const [first] = open;
  return first === undefined ? none : unknownFrom(open, first.origin);
}

function linkedClone({ body, range }: Resource): Value {
  const clone = readBlock(body, 'clone');
  return clone === undefined ? boolValue(false, defaultAt(range)) : boolOr(clone, 'linked_clone', false);
}
