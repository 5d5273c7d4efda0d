import { deepEqual } from 'node:assert/strict';
import { statedMemory } from '../../src/estate/declared-memory.ts';
import type { Memory } from '../../src/estate/model.ts';
import type { Value } from '../../src/value/value.ts';
import { bool, number, open } from '../support/estate.ts';

describe('memory that exvet.yaml states', () => {
  const NOT_TOLD = open('vCenter has it');
  const memory: Memory = {
    sizeMib: number(8192),
    reservationMib: NOT_TOLD,
    fullyReserved: NOT_TOLD,
    limitMib: NOT_TOLD,
  };
  const told = (value: Value | undefined): unknown =>
    value === undefined ? undefined : 'value' in value ? value.value : 'not told';
  const shown = ({ reservationMib, fullyReserved, limitMib }: Memory): readonly unknown[] =>
    [reservationMib, fullyReserved, limitMib].map(told);

  it('is reserved whole', () =>
    deepEqual(shown(statedMemory(memory, new Map([['memoryReserved', bool(true)]]))), [
      8192,
      true,
      'not told',
    ]));
  it('is not reserved whole, by how much ever', () =>
    deepEqual(shown(statedMemory(memory, new Map([['memoryReserved', bool(false)]]))), [
      'not told',
      false,
      'not told',
    ]));
  it('has the limit that is stated', () =>
    deepEqual(shown(statedMemory(memory, new Map([['memoryLimit', number(4096)]]))), [
      'not told',
      'not told',
      4096,
    ]));
  it('has no limit when 0 is stated', () =>
    deepEqual(shown(statedMemory(memory, new Map([['memoryLimit', number(0)]]))), [
      'not told',
      'not told',
      undefined,
    ]));
  it('keeps a limit that the template tells', () =>
    deepEqual(
      shown(statedMemory({ ...memory, limitMib: number(2048) }, new Map([['memoryLimit', number(0)]]))),
      ['not told', 'not told', 2048],
    ));
  it('is as it was when nothing is stated', () => deepEqual(statedMemory(memory, new Map()), memory));
});
