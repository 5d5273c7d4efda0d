import {
  isPortClosed,
  type Restriction,
  restrictionBetween,
  type TrafficEnd,
} from '../../azure/peer-traffic.ts';
import { TrafficSet } from '../../azure/traffic-set.ts';
import { uniteReasons } from '../../value/unknown.ts';
import type { MachineTraffic } from '../model.ts';
import type { AzureInterface, AzureMachine } from './azure-inventory.ts';
import type { AzureNetwork } from './azure-network.ts';

/** What keeps the machines of a deployment from each other; found when it is asked for, and once. */
export class AzurePeerTraffic {
  readonly #network: AzureNetwork;
  readonly #machines: ReadonlyMap<string, AzureMachine>;
  readonly #ends = new Map<AzureMachine, readonly TrafficEnd[]>();

  constructor(machines: readonly AzureMachine[], network: AzureNetwork) {
    this.#network = network;
    this.#machines = new Map(machines.map(machine => [machine.resource.address, machine]));
  }

  of(machine: AzureMachine): MachineTraffic {
    return {
      to: (address, port) => {
        const other = this.#machines.get(address);
        return other === undefined ? { reasons: [] } : this.#between(machine, other, port);
      },
      closedPort: port => together(this.#endsOf(machine).map(end => isPortClosed(end, port))),
    };
  }

  #between(machine: AzureMachine, other: AzureMachine, port: number | undefined): Restriction {
    const wanted = port === undefined ? TrafficSet.all : TrafficSet.of('tcp', port, port);
    return together(
      this.#endsOf(machine).flatMap(from =>
        this.#endsOf(other).map(to => restrictionBetween(from, to, wanted)),
      ),
    );
  }

  #endsOf(machine: AzureMachine): readonly TrafficEnd[] {
    const known = this.#ends.get(machine);
    if (known !== undefined) return known;
    const joined = machine.interfaces.flatMap((id): AzureInterface[] => {
      const nic = this.#network.interface(id);
      return nic.kind === 'found' ? [nic.item] : [];
    });
    const ends = [...machine.ownInterfaces, ...joined].flatMap(nic => this.#network.endsOf(nic));
    this.#ends.set(machine, ends);
    return ends;
  }
}

/** One pair of addresses that is restricted is enough. */
const together = (all: readonly Restriction[]): Restriction =>
  all.find(({ by }) => by !== undefined) ?? { reasons: uniteReasons(all.map(({ reasons }) => reasons)) };
