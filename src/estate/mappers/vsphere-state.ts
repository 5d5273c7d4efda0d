import { boolValue, computedAt, defaultAt, stringValue } from '../../value/make.ts';
import { asBool, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { Machine } from '../model.ts';
import { boolOr, isTrue, readBlock, stringOr } from './block-arguments.ts';
import type { About, VsphereInventory } from './vsphere-inventory.ts';

/** What can bring an earlier or a frozen state of a machine back: snapshots, linked clones, a vApp that suspends it. */
export function stateOf(
  machine: Resource,
  inventory: VsphereInventory,
): Required<Pick<Machine, 'hasSnapshot' | 'state'>> {
  const snapshots = inventory.about(
    'vsphere_virtual_machine_snapshot',
    'virtual_machine_uuid',
    machine.address,
  );
  const none = boolValue(false, defaultAt(machine.range));
  const stopAction = stopActionOf(machine, inventory);
  return {
    hasSnapshot: anySnapshot(snapshots, none, ({ range }) => boolValue(true, computedAt(range))),
    state: {
      snapshotWithMemory: anySnapshot(snapshots, none, ({ body, range }) => {
        const memory = readPath(body, ['memory']);
        return memory === undefined ? boolValue(false, defaultAt(range)) : asBool(memory);
      }),
      linkedClone: linkedClone(machine),
      ...(stopAction === undefined ? {} : { stopAction }),
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

/** `stop_action` of a `vsphere_vapp_entity`. With `none` the machine is left running when its vApp stops. */
const STOP_ACTIONS: Readonly<Record<string, string>> = {
  suspend: 'save',
  powerOff: 'turn-off',
  guestShutdown: 'shut-down',
};

/** What a vApp does with the machine when it stops; absent for a machine that is in none. */
function stopActionOf({ address }: Resource, inventory: VsphereInventory): Value | undefined {
  const [entity] = inventory.about('vsphere_vapp_entity', 'target_id', address);
  if (entity === undefined) return undefined;
  const action = stringOr(entity.resource.body, 'stop_action', 'powerOff');
  if (!isKnown(action)) return action;
  const known = STOP_ACTIONS[textIn(action) ?? ''];
  if (known === undefined) return undefined;
  // One that may be another machine's is open only where it would matter.
  return known === 'save' && entity.open !== undefined ? entity.open : stringValue(known, action.origin);
}
