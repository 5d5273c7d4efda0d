import assert from 'node:assert/strict';
import { isProblem } from '../../src/terraform/problem.ts';
import { convert, typeOf } from '../../src/terraform/types.ts';
import { type Json, valueToJson } from '../../src/value/json.ts';
import { ANY, BOOL, NUMBER, STRING, type Type } from '../../src/value/type.ts';
import type { Value } from '../../src/value/value.ts';
import { here, type Literal, list, map, object, open, set, tuple, valueOf } from './values.ts';

function converted(literal: Literal, type: Type): Value {
  const value = convert(valueOf(literal), type);
  assert.ok(!isProblem(value), isProblem(value) ? value.message : '');
  return value;
}

const asJson = (value: Value): unknown => JSON.parse(JSON.stringify(valueToJson(value)));

function refusal(literal: Literal, type: Type): string {
  const problem = convert(valueOf(literal), type);
  assert.ok(isProblem(problem));
  return problem.message;
}

describe('converting primitives', () => {
  const cases: readonly [Literal, Type, Json][] = [
    ['5', NUMBER, 5],
    ['-1.50', NUMBER, -1.5],
    ['1e3', NUMBER, 1000],
    ['true', BOOL, true],
    ['0', BOOL, false],
    [12, STRING, '12'],
    [false, STRING, 'false'],
    [null, STRING, null],
  ];
  for (const [literal, type, expected] of cases) {
    it(`makes ${JSON.stringify(literal)} the ${type.kind} ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(asJson(converted(literal, type)), expected);
    });
  }

  it('refuses what is no decimal, no bool, or of another kind', () => {
    assert.equal(refusal('12GB', NUMBER), 'a number is required');
    assert.equal(refusal(' 1', NUMBER), 'a number is required');
    assert.equal(refusal('0x10', NUMBER), 'a number is required');
    assert.equal(refusal('yes', BOOL), 'a bool is required');
    assert.equal(refusal('True', BOOL), 'a bool is required');
    assert.equal(refusal(1, BOOL), 'bool required');
    assert.equal(refusal(true, NUMBER), 'number required');
    assert.equal(refusal([], STRING), 'string required');
    assert.equal(
      refusal('1e999999999', NUMBER),
      'a number with an exponent above 100000 is beyond what exvet computes with',
    );
  });
});

describe('converting collections', () => {
  it('brings the elements of a list to the type that the constraint names', () => {
    assert.deepEqual(asJson(converted([1, 'a', true], list(STRING))), ['1', 'a', 'true']);
  });

  it('finds the one type that all elements share when the constraint leaves it open', () => {
    const value = converted([1, 'a'], list(ANY));
    assert.deepEqual(typeOf(value), list(STRING));
    assert.deepEqual(asJson(value), ['1', 'a']);
    assert.equal(refusal([1, true], list(ANY)), 'all elements must have the same type');
    assert.equal(refusal({ a: 1, b: [1] }, map(ANY)), 'all elements must have the same type');
  });

  it('removes duplicates of a set after the conversion, and puts it in order', () => {
    assert.deepEqual(asJson(converted([10, '9', 10, '10'], set(NUMBER))), [9, 10]);
    assert.deepEqual(asJson(converted(['b', '10', 'ä', '9', 'B'], set(STRING))), ['10', '9', 'B', 'b', 'ä']);
    assert.deepEqual(asJson(converted([true, null, false], set(BOOL))), [false, true, null]);
  });

  it('orders the keys of a map by their UTF-8 bytes', () => {
    const keys = ['\u{1f600}', '\ufb01', 'a', '10', '2', 'B'];
    const value = converted(Object.fromEntries(keys.map(key => [key, 1])), map(NUMBER));
    assert.ok(value.kind === 'object');
    assert.deepEqual([...value.entries.keys()], ['10', '2', 'B', 'a', '\ufb01', '\u{1f600}']);
  });

  it('says where in the value it fails', () => {
    const type = map(object({ size: NUMBER }));
    assert.equal(
      refusal({ db: { size: 'big' } }, type),
      'element "db": attribute "size": a number is required',
    );
    assert.equal(refusal([['1'], ['x']], list(list(NUMBER))), 'element 1: element 0: a number is required');
  });

  it('wants exactly the elements of a tuple', () => {
    assert.deepEqual(asJson(converted(['1', 2], tuple(NUMBER, STRING))), [1, '2']);
    assert.equal(refusal([1], tuple(NUMBER, STRING)), 'tuple of 2 elements required');
  });
});

describe('converting to an object type', () => {
  const disk: Type = {
    kind: 'object',
    attributes: new Map([
      ['name', { type: STRING, optional: false }],
      ['size', { type: NUMBER, optional: true, defaultValue: valueOf('128') }],
      ['sku', { type: STRING, optional: true }],
    ]),
  };

  it('drops attributes that the type does not have', () => {
    assert.deepEqual(asJson(converted({ name: 'db', size: 1, sku: 'x', extra: true }, disk)), {
      name: 'db',
      size: 1,
      sku: 'x',
    });
  });

  it('fills in the defaults of optional attributes that are absent or null', () => {
    const expected = { name: 'db', size: 128, sku: null };
    assert.deepEqual(asJson(converted({ name: 'db' }, disk)), expected);
    assert.deepEqual(asJson(converted({ name: 'db', size: null, sku: null }, disk)), expected);
  });

  it('completes a default of an object type itself', () => {
    const vm: Type = {
      kind: 'object',
      attributes: new Map([['disk', { type: disk, optional: true, defaultValue: valueOf({ name: 'os' }) }]]),
    };
    assert.deepEqual(asJson(converted({}, vm)), { disk: { name: 'os', size: 128, sku: null } });
  });

  it('takes a map, too', () => {
    const value = convert(converted({ name: 'db', size: '64' }, map(STRING)), disk);
    assert.ok(!isProblem(value));
    assert.deepEqual(asJson(value), { name: 'db', size: 64, sku: null });
    assert.equal(value.kind === 'object' && value.collection, 'object');
  });

  it('names the attributes that are missing', () => {
    assert.equal(refusal({}, disk), 'attribute "name" is required');
    assert.equal(
      refusal({}, object({ a: STRING, b: STRING, c: STRING })),
      'attributes "a", "b" and "c" are required',
    );
  });
});

describe('converting what is unknown or secret', () => {
  it('keeps the reasons and the reference, and takes the type', () => {
    const disk = { ...open('disk'), reference: { address: 'azurerm_managed_disk.db', path: ['id'] } };
    assert.deepEqual(convert(disk, STRING), { ...disk, type: STRING });
  });

  it('refuses an unknown of a type that has no such conversion', () => {
    const problem = convert(open('disks', list(STRING)), NUMBER);
    assert.equal(isProblem(problem) && problem.message, 'number required');
  });

  it('converts around unknown elements', () => {
    const value = convert(
      { ...valueOf([1, 2]), kind: 'list', collection: 'tuple', elements: [open('a'), valueOf(1)] },
      list(STRING),
    );
    assert.deepEqual(value, {
      kind: 'list',
      collection: 'list',
      elementType: STRING,
      elements: [open('a', STRING), valueOf('1')],
      origin: here,
    });
  });

  it('keeps the mark of a secret', () => {
    assert.deepEqual(convert({ ...valueOf(5), sensitive: true }, STRING), {
      ...valueOf('5'),
      sensitive: true,
    });
  });
});
