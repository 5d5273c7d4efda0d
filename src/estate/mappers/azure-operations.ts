import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import { type Reason, reasonsIn, unknown, unknownFrom } from '../../value/unknown.ts';
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
    // A schedule that merely stops machines is supported: which ones it stops is not worth a question.
    const isOpen = targets.length === 0 ? textIn(action) !== 'stop' : open.length > 0;
    if (isOpen) this.#noteOpen(schedule, open);
  }

  /** `targets` are what may be any machine; none when nothing is attached to the schedule here. */
  #noteOpen({ action, resource }: MachineSchedule, targets: readonly Value[]): void {
    const here = defaultAt(resource.range);
    const text = `which machines ${resource.address} acts on is not in these templates: they are attached to it afterwards`;
    const nowhere: Reason = { kind: 'data', text, range: resource.range };
    const reasons = targets.length === 0 ? [nowhere] : reasonsIn(targets);
    const candidates = [stringValue('none', here), ...(action.kind === 'string' ? [action] : [])];
    if (this.#anySchedule === undefined || textIn(action) === 'hibernate') {
      this.#anySchedule = unknown(reasons, here, { candidates });
    }
  }

  stateOf(machine: AzureMachine): StateBehaviour {
    const here = defaultAt(machine.resource.range);
    const own = this.#schedules.get(machine);
    const scheduled = textIn(own) === 'hibernate' ? own : (this.#anySchedule ?? own);
    return {
      spot: spotOf(machine),
      scheduledAction: scheduled ?? stringValue('none', here),
      platformBackup: this.#backups.get(machine) ?? this.#anyBackup ?? boolValue(false, here),
    };
  }
}

const isTrue = (value: Value | undefined): boolean => value?.kind === 'bool' && value.value;

/** Priorities at which the platform takes machines away; `Low` is the older name. */
const TAKEN_AWAY: ReadonlySet<string> = new Set(['spot', 'low', 'spotplus']);

function spotOf({ priority, resource }: AzureMachine): Value {
  if (priority === undefined) return boolValue(false, defaultAt(resource.range));
  if (priority.kind === 'unknown') return unknownFrom([priority], priority.origin);
  return boolValue(TAKEN_AWAY.has(textIn(priority)?.toLowerCase() ?? ''), priority.origin);
}
