import { boolValue, defaultAt, stringValue, withOrigin } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import { type Reason, unknown, unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { StateBehaviour } from '../model.ts';
import type { AzureInventory, AzureMachine, MachineSchedule } from './azure-inventory.ts';
import { Directory, ifDeployed, keyOf } from './azure-joins.ts';

/** What is done to the machines of a deployment besides running them: backups and schedules. */
export class AzureOperations {
  readonly #backups: ReadonlyMap<AzureMachine, Value>;
  readonly #anyBackup: Value | undefined;
  readonly #schedules = new Map<AzureMachine, Value>();
  /** A schedule of which nothing tells the machines may act on any. */
  #anySchedule: Value | undefined;

  constructor(inventory: AzureInventory) {
    const machines = new Directory('virtual machine', inventory.machines);
    const backups = new Map<AzureMachine, Value>();
    for (const { machine, active, resource } of inventory.backups) {
      if (machine === undefined) continue;
      const found = machines.candidates(machine);
      const value = ifDeployed(active, resource);
      for (const owner of found) if (!isTrue(backups.get(owner))) backups.set(owner, value);
      if (found.length === 0 && machine.kind === 'unknown' && keyOf(machine) === undefined) {
        this.#anyBackup = unknown(machine.reasons, defaultAt(resource.range));
      }
    }
    this.#backups = backups;
    for (const schedule of inventory.schedules) this.#addSchedule(schedule, inventory, machines);
  }

  #addSchedule(
    schedule: MachineSchedule,
    inventory: AzureInventory,
    machines: Directory<AzureMachine>,
  ): void {
    const attached = inventory.scheduleTargets
      .filter(target => target.schedule !== undefined && keyOf(target.schedule) === schedule.key)
      .flatMap(target => target.machines);
    const targets = schedule.machine === undefined ? attached : [schedule.machine];
    const action = ifDeployed(schedule.action, schedule.resource);
    for (const target of targets) {
      for (const owner of machines.candidates(target)) {
        const known = this.#schedules.get(owner);
        // Of two schedules the one that writes memory to disk counts.
        if (textIn(known) !== 'hibernate') this.#schedules.set(owner, action);
      }
    }
    const open = targets.filter(target => target.kind === 'unknown' && keyOf(target) === undefined);
    if (targets.length > 0 && open.length === 0) return;
    const here = defaultAt(schedule.resource.range);
    const nowhere: Reason = {
      kind: 'data',
      text: `which machines ${schedule.resource.address} acts on is not in these templates: they are attached to it afterwards`,
      range: schedule.resource.range,
    };
    const candidates = [stringValue('none', here), ...(isText(schedule.action) ? [schedule.action] : [])];
    const value =
      open.length > 0 ? unknownFrom(open, here, { candidates }) : unknown(nowhere, here, { candidates });
    if (this.#anySchedule === undefined || textIn(schedule.action) === 'hibernate') this.#anySchedule = value;
  }

  stateOf(machine: AzureMachine): StateBehaviour {
    const here = defaultAt(machine.resource.range);
    return {
      spot: spotOf(machine),
      scheduledAction: this.#schedules.get(machine) ?? this.#anySchedule ?? stringValue('none', here),
      platformBackup: this.#backups.get(machine) ?? this.#anyBackup ?? boolValue(false, here),
    };
  }
}

const isTrue = (value: Value | undefined): boolean => value?.kind === 'bool' && value.value;
const isText = (value: Value): value is Extract<Value, { kind: 'string' }> => value.kind === 'string';

/** Priorities at which the platform takes machines away; `Low` is the older name. */
const TAKEN_AWAY: ReadonlySet<string> = new Set(['spot', 'low', 'spotplus']);

function spotOf({ priority, resource }: AzureMachine): Value {
  if (priority === undefined) return boolValue(false, defaultAt(resource.range));
  if (priority.kind === 'unknown')
    return withOrigin(unknownFrom([priority], priority.origin), priority.origin);
  return boolValue(TAKEN_AWAY.has(textIn(priority)?.toLowerCase() ?? ''), priority.origin);
}
