import { type VmSize, vmSize } from '../../azure/vm-sizes.ts';
import { boolValue, defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import type { KnownValue, Value } from '../../value/value.ts';
import type { Machine } from '../model.ts';
import type { AzureMachine } from './azure-inventory.ts';

type SizeFacts = Pick<Machine, 'vcpus' | 'cpu' | 'memory'> &
  Required<
    Pick<
      Machine,
      | 'premiumStorageCapable'
      | 'maxDataDisks'
      | 'uncachedIops'
      | 'uncachedMbps'
      | 'architecture'
      | 'diskController'
    >
  >;

/** What follows from the size of a machine, with the size's own origin. */
export function sizeFacts(machine: AzureMachine): SizeFacts {
  const { size, resource } = machine;
  const stated =
    size ??
    unknown(
      { kind: 'error', text: `${resource.address} states no size`, range: resource.range },
      defaultAt(resource.range),
    );
  const { origin } = stated;
  const number = (figure: number | undefined): Plain | undefined =>
    figure === undefined ? undefined : numberValue(figure, origin);
  return {
    premiumStorageCapable: fromSize(stated, 'the premium support', ({ premiumStorage }) =>
      boolValue(premiumStorage, origin),
    ),
    vcpus: fromSize(stated, 'the processors', ({ vcpus }) => number(vcpus)),
    cpu: { burstable: fromSize(stated, 'the processors', ({ burstable }) => boolValue(burstable, origin)) },
    memory: {
      sizeMib: fromSize(stated, 'the memory', ({ memoryGib }) =>
        number(memoryGib === undefined ? undefined : memoryGib * 1024),
      ),
    },
    maxDataDisks: fromSize(stated, 'the number of data disks', ({ limits }) => number(limits?.maxDataDisks)),
    uncachedIops: fromSize(stated, 'the uncached IOPS', ({ limits }) => number(limits?.uncachedIops)),
    uncachedMbps: fromSize(stated, 'the uncached throughput', ({ limits }) => number(limits?.uncachedMbps)),
    architecture: architectureOf(machine, stated),
    diskController: controllerOf(machine, stated),
  };
}

type Plain = KnownValue & { readonly value: string | number | boolean };

/** The fact of a size, which `what` names; of an unknown size when all sizes that it is among share it. */
function fromSize(size: Value, what: string, fact: (size: VmSize) => Plain | undefined): Value {
  if (size.kind === 'unknown') {
    const facts = (size.candidates ?? []).map(candidate => {
      const known = candidate.kind === 'string' ? vmSize(candidate.value) : undefined;
      return known === undefined ? undefined : fact(known);
    });
    const [first] = facts;
    const agreed = first !== undefined && facts.every(other => other?.value === first.value);
    return agreed ? first : unknownFrom([size], size.origin);
  }
  const known = size.kind === 'string' ? vmSize(size.value) : undefined;
  const found = known === undefined ? undefined : fact(known);
  if (found !== undefined) return found;
  const shown = size.kind === 'string' ? `'${size.value}'` : `a ${size.kind}`;
  const text =
    known === undefined
      ? `${shown} is a VM size that exvet does not know`
      : `exvet does not know ${what} of ${shown}`;
  return unknown({ kind: 'unsupported', text, range: size.origin.range }, size.origin);
}

/** Sizes with ARM processors run images for ARM alone, and the others none of them. */
function architectureOf({ image }: AzureMachine, size: Value): Value {
  const named = [image.sku, image.offer].find(part => /arm64/i.test(textIn(part) ?? ''));
  if (named !== undefined) return stringValue('arm64', named.origin);
  return fromSize(size, 'the architecture', ({ arm64 }) => stringValue(arm64 ? 'arm64' : 'x64', size.origin));
}

function controllerOf({ diskController, resource }: AzureMachine, size: Value): Value {
  if (diskController !== undefined) {
    return diskController.kind === 'string'
      ? stringValue(diskController.value.toLowerCase(), diskController.origin)
      : diskController;
  }
  const only = fromSize(size, 'the disk controller', ({ onlyController }) =>
    onlyController === undefined ? undefined : stringValue(onlyController, size.origin),
  );
  if (only.kind !== 'unknown' || size.kind === 'unknown') return only;
  const text = `${resource.address} states no disk controller type, which the platform picks by size and image`;
  return unknown({ kind: 'provider', text, range: resource.range }, defaultAt(resource.range));
}
