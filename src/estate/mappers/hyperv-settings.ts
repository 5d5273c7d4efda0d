import { boolValue, stringValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { Memory } from '../model.ts';

/** Settings of Hyper-V by the names that the estate has for them, whatever sets them. */

/** A name in any case by the estate's name for it; one that is not in the table stays as it is. */
export function renamed(value: Value, names: Readonly<Record<string, string>>): Value {
  const name = textIn(value)?.toLowerCase();
  const known = name === undefined || !Object.hasOwn(names, name) ? undefined : names[name];
  return known === undefined ? value : stringValue(known, value.origin);
}

export const CHECKPOINT_TYPES: Readonly<Record<string, string>> = {
  disabled: 'disabled',
  production: 'production',
  productiononly: 'production-only',
  standard: 'standard',
};

export const STOP_ACTIONS: Readonly<Record<string, string>> = {
  save: 'save',
  turnoff: 'turn-off',
  shutdown: 'shut-down',
};

export const VIRTUAL_DISK_TYPES: Readonly<Record<string, string>> = {
  fixed: 'fixed',
  dynamic: 'dynamic',
  differencing: 'differencing',
};

/** Whether dynamic memory is on, and the figures that bound it, in one unit. */
export interface DynamicMemory {
  readonly isOn: Value;
  readonly size: Value;
  readonly minimum: Value;
  readonly maximum: Value;
}

/** Memory whose minimum, maximum and size are one figure does not change, though the feature is on. */
export function dynamicMemory({
  isOn,
  size,
  minimum,
  maximum,
}: DynamicMemory): Pick<Memory, 'dynamic' | 'dynamicWithoutRange'> {
  const { origin } = isOn;
  if (isOn.kind !== 'bool') return { dynamic: isOn, dynamicWithoutRange: isOn };
  if (!isOn.value) return { dynamic: isOn, dynamicWithoutRange: boolValue(false, origin) };
  const bounds = [size, minimum, maximum];
  const figures = new Set(bounds.flatMap(bound => (bound.kind === 'number' ? [bound.value] : [])));
  const open = bounds.filter(bound => !isKnown(bound));
  if (figures.size < 2 && open.length > 0) {
    const undecided = unknownFrom(open, origin);
    return { dynamic: undecided, dynamicWithoutRange: undecided };
  }
  const ranges = figures.size > 1;
  return { dynamic: boolValue(ranges, origin), dynamicWithoutRange: boolValue(!ranges, origin) };
}

/** `512n`, `512e` or `4kn`, from the bytes of a logical and a physical sector. */
export function sectorType(logical: Value, physical: Value): Value {
  const { origin } = physical;
  if (logical.kind === 'number' && logical.value === 4096) return stringValue('4kn', logical.origin);
  if (logical.kind === 'number' && physical.kind === 'number') {
    return stringValue(physical.value === 4096 ? '512e' : '512n', origin);
  }
  const open = [logical, physical].filter(value => !isKnown(value));
  const candidates = (isKnown(logical) ? ['512n', '512e'] : ['512n', '512e', '4kn']).map(name =>
    stringValue(name, origin),
  );
  return open.length > 0
    ? unknownFrom(open, origin, { candidates })
    : unknown({ kind: 'error', text: 'the sector sizes are no numbers' }, origin, { candidates });
}
