import assert from 'node:assert/strict';
import { isProblem } from '../../src/terraform/problem.ts';
import { convert, valuesEqual } from '../../src/terraform/types.ts';
import { stringValue } from '../../src/value/make.ts';
import { joinText } from '../../src/value/text.ts';
import { ANY, NUMBER, STRING, type Type } from '../../src/value/type.ts';
import type { Value } from '../../src/value/value.ts';
import { here, type Literal, list, map, open, set, valueOf } from './values.ts';

function typed(literal: Literal, type: Type): Value {
  const value = convert(valueOf(literal), type);
  assert.ok(!isProblem(value));
  return value;
}

describe('equality', () => {
  const cases: readonly [string, Value, Value, boolean | undefined][] = [
    ['a string is not the number that it spells', valueOf('10'), valueOf(10), false],
    ['null equals null', valueOf(null), valueOf(null), true],
    ['null is not the empty string', valueOf(null), valueOf(''), false],
    ['a list is not the tuple of its elements', typed([1], list(ANY)), valueOf([1]), false],
    ['a map is not the object of its entries', typed({ a: 1 }, map(ANY)), valueOf({ a: 1 }), false],
    [
      'objects do not depend on the order of their attributes',
      valueOf({ a: 1, b: 2 }),
      valueOf({ b: 2, a: 1 }),
      true,
    ],
    [
      'sets do not depend on the order of their elements',
      typed(['b', 'a'], set(STRING)),
      typed(['a', 'b'], set(STRING)),
      true,
    ],
    [
      'lists of other element types are not equal, even when empty',
      typed([], list(STRING)),
      typed([], list(NUMBER)),
      false,
    ],
    ['what is not known leaves it open', open('a'), valueOf(1), undefined],
    ['what is not known may be null', open('a', STRING), valueOf(null), undefined],
    ['a known difference decides', typedTuple(open('a'), 1), valueOf([1, 2]), false],
    ['known parts that agree do not', typedTuple(open('a'), 2), valueOf([1, 2]), undefined],
    ['an unknown string is no number', open('a', STRING), valueOf(1), false],
    ['the known end of a string can tell that it is another', partly('-ex01'), valueOf('prod-ex02'), false],
    [
      'the known end of a string cannot tell that it is the same',
      partly('-ex01'),
      valueOf('prod-ex01'),
      undefined,
    ],
    [
      'none of the candidates is equal',
      { ...open('sku'), candidates: [stringValue('a', here), stringValue('b', here)] },
      valueOf('c'),
      false,
    ],
    [
      'one of the candidates is equal',
      { ...open('sku'), candidates: [stringValue('a', here), stringValue('b', here)] },
      valueOf('b'),
      undefined,
    ],
  ];
  for (const [statement, a, b, expected] of cases) {
    it(statement, () => {
      assert.equal(valuesEqual(a, b), expected);
      assert.equal(valuesEqual(b, a), expected);
    });
  }
});

function typedTuple(first: Value, second: number): Value {
  return { kind: 'list', collection: 'tuple', elements: [first, valueOf(second)], origin: here };
}

function partly(end: string): Value {
  return joinText([open('prefix', STRING), end], here);
}
