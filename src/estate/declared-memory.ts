import { boolValue, numberValue } from '../value/make.ts';
import { isKnown } from '../value/value.ts';
import type { DeclaredValues, Memory } from './model.ts';

/**
 * The memory of a server with what exvet.yaml states about its reservation and its limit, for platforms whose
 * templates do not tell: a limit that is known stays. `memoryLimit` is in MiB; 0 is none.
 */
export function statedMemory(memory: Memory, stated: DeclaredValues): Memory {
  const reserved = stated.get('memoryReserved');
  const limit = stated.get('memoryLimit');
  const isReserved = reserved?.kind === 'bool' && reserved.value;
  const { limitMib, ...unlimited } = memory;
  const isLimitOpen = limitMib !== undefined && !isKnown(limitMib);
  const isUnlimited = limit?.kind === 'number' && limit.value === 0;
  return {
    ...(isLimitOpen && isUnlimited ? unlimited : memory),
    ...(isLimitOpen && limit !== undefined && !isUnlimited ? { limitMib: limit } : {}),
    ...(reserved === undefined ? {} : { fullyReserved: boolValue(isReserved, reserved.origin) }),
    ...(reserved !== undefined && isReserved && memory.sizeMib.kind === 'number'
      ? { reservationMib: numberValue(memory.sizeMib.value, reserved.origin) }
      : {}),
  };
}
