import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import { knownText, textIn } from '../../value/read.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { AvailabilityGroup, Placement } from '../model.ts';
import type { AzureAvailabilityGroup, AzureInventory, AzureMachine } from './azure-inventory.ts';
import { Directory, ifDeployed } from './azure-joins.ts';

/** Where the machines of a deployment run, as far as their templates decide it. */
export class AzurePlacement {
  readonly #groups: Directory<AzureAvailabilityGroup>;
  /** What autoscale settings do to the sets that they name, by key; a bool each. */
  readonly #autoscaled = new Map<string, Value>();

  constructor({ availabilityGroups, autoscaleSettings }: AzureInventory) {
    this.#groups = new Directory('availability set', availabilityGroups);
    for (const { target, enabled, resource } of autoscaleSettings) {
      if (target === undefined) continue;
      for (const { key } of this.#groups.candidates(target)) {
        const known = this.#autoscaled.get(key);
        if (known?.kind !== 'bool' || !known.value) {
          this.#autoscaled.set(key, ifDeployed(enabled, resource));
        }
      }
    }
  }

  of(machine: AzureMachine): Placement {
    const { region, zone, host, hostGroup, madeBy, scaleSet } = machine;
    const scaled = this.#scaleSetOf(machine);
    const text = textIn(region);
    const here = defaultAt(machine.resource.range);
    return {
      // `West Europe` and `westeurope` are one region.
      site:
        region === undefined || text === undefined
          ? region
          : stringValue(text.replaceAll(' ', '').toLowerCase(), region.origin),
      zone: zone === undefined ? undefined : asText(zone),
      availabilitySet:
        madeBy === undefined
          ? this.#availabilityGroup(machine.availabilitySet ?? scaleSet)
          : { id: stringValue(madeBy.group.key, here), faultDomains: madeBy.group.faultDomains },
      host,
      antiAffinity: [],
      ...(scaled === undefined ? {} : { scaleSet: scaled }),
      madeByScaleSet: boolValue(madeBy !== undefined, here),
      dedicatedHost: boolValue(
        host !== undefined || hostGroup !== undefined,
        (host ?? hostGroup)?.origin ?? here,
      ),
    };
  }

  #scaleSetOf({ madeBy, scaleSet }: AzureMachine): Value | undefined {
    if (madeBy !== undefined) {
      const scaled = this.#autoscaled.get(madeBy.group.key);
      if (scaled === undefined || (scaled.kind === 'bool' && !scaled.value)) return madeBy.orchestration;
      return scaled.kind === 'bool' ? stringValue('autoscaled', scaled.origin) : scaled;
    }
    // Only a flexible set takes machines that it did not make.
    return scaleSet === undefined ? undefined : stringValue('flexible', scaleSet.origin);
  }

  #availabilityGroup(id: Value | undefined): AvailabilityGroup | undefined {
    if (id === undefined) return undefined;
    const group = this.#groups.find(id);
    if (group.kind === 'unknown') return { id, faultDomains: unknown(group.reasons, id.origin) };
    const { faultDomains, managed } = group.item;
    return { id, faultDomains, ...(managed === undefined ? {} : { managed }) };
  }
}

const asText = (value: Value): Value => {
  const text = value.kind === 'number' ? knownText(value) : undefined;
  return text === undefined ? value : stringValue(text, value.origin);
};
