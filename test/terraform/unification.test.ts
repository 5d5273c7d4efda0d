import assert from 'node:assert/strict';
import { typeText, unify } from '../../src/terraform/types.ts';
import { ANY, BOOL, NUMBER, STRING, type Type } from '../../src/value/type.ts';
import { list, map, object, set, tuple } from './values.ts';

describe('the one type of several', () => {
  const cases: readonly [string, readonly Type[], Type | undefined][] = [
    ['string wins over number and bool', [NUMBER, STRING, BOOL], STRING],
    ['number and bool have none', [NUMBER, BOOL], undefined],
    ['null and what is not known adapt', [ANY, NUMBER, ANY], NUMBER],
    ['only unknown types stay open', [ANY, ANY], ANY],
    [
      'tuples of one length unify position by position',
      [tuple(NUMBER, BOOL), tuple(STRING, BOOL)],
      tuple(STRING, BOOL),
    ],
    ['tuples of several lengths become a list', [tuple(NUMBER), tuple(STRING, NUMBER)], list(STRING)],
    [
      'tuples whose positions do not agree become a list when all elements do',
      [tuple(NUMBER, STRING), tuple(BOOL, STRING)],
      list(STRING),
    ],
    ['an empty tuple becomes the set that it stands beside', [set(STRING), tuple()], set(STRING)],
    ['a set and a list become a list', [set(STRING), list(NUMBER)], list(STRING)],
    [
      'objects with the same attributes unify attribute by attribute',
      [object({ a: NUMBER, b: BOOL }), object({ a: STRING, b: BOOL })],
      object({ a: STRING, b: BOOL }),
    ],
    [
      'objects with other attributes become a map',
      [object({ a: NUMBER }), object({ b: STRING })],
      map(STRING),
    ],
    [
      'objects with other attributes of other kinds have none',
      [object({ a: NUMBER, b: list(NUMBER) }), object({ a: NUMBER })],
      undefined,
    ],
    ['an object and a map become a map', [object({ a: NUMBER }), map(STRING)], map(STRING)],
    ['an object and a tuple have none', [object({}), tuple()], undefined],
    ['a list and a string have none', [list(STRING), STRING], undefined],
  ];
  for (const [statement, types, expected] of cases) {
    it(statement, () => assert.deepEqual(unify(types), expected));
  }
});

describe('the name of a type', () => {
  it('is that of Terraform messages', () => {
    assert.equal(typeText(list(STRING)), 'list of string');
    assert.equal(typeText(map(set(NUMBER))), 'map of set of number');
    assert.equal(typeText(list(ANY)), 'list of any single type');
    assert.equal(typeText(object({ a: STRING })), 'object');
  });
});
