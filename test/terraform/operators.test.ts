import assert from 'node:assert/strict';
import type { BinaryOperator } from '../../src/terraform/hcl/ast.ts';
import { applyBinary, applyUnary } from '../../src/terraform/operators.ts';
import { isProblem } from '../../src/terraform/problem.ts';
import { valueText } from '../../src/value/json.ts';
import { computedAt } from '../../src/value/make.ts';
import { BOOL, NUMBER } from '../../src/value/type.ts';
import type { Value } from '../../src/value/value.ts';
import { here, type Literal, open, valueOf } from './values.ts';

function answer(left: Value, operator: BinaryOperator, right: Value): string {
  const result = applyBinary(operator, left, right, here);
  return isProblem(result) ? `${result.message} (operand ${result.argument ?? 'none'})` : valueText(result);
}

describe('arithmetic, order and logic', () => {
  const cases: readonly [Literal, BinaryOperator, Literal, string][] = [
    [0.1, '+', 0.2, '0.3'],
    ['1', '+', 2, '3'],
    [9007199254740991, '+', 2, '9007199254740993'],
    [1.5, '-', 1.5, '0'],
    [0, '*', -5, '0'],
    [3000000000, '*', 3000000001, '9000000003000000000'],
    [7, '/', 2, '3.5'],
    [1, '/', 0, 'inf'],
    [-1, '/', 0, '-inf'],
    [-5, '%', 3, '-2'],
    [5.5, '%', 2, '1.5'],
    [5, '%', 0, '5'],
    ['5', '>', 3, 'true'],
    [1, '<=', '1.0', 'true'],
    [2, '<', 1.5, 'false'],
    ['true', '&&', true, 'true'],
    [false, '||', '0', 'false'],
    [1, '==', '1', 'false'],
    ['a', '!=', 'b', 'true'],
  ];
  for (const [left, operator, right, expected] of cases) {
    it(`${JSON.stringify(left)} ${operator} ${JSON.stringify(right)} is ${expected}`, () => {
      assert.equal(answer(valueOf(left), operator, valueOf(right)), expected);
    });
  }

  it('divides so that multiplying gives the number back', () => {
    const third = applyBinary('/', valueOf(1), valueOf(3), here);
    assert.ok(!isProblem(third));
    assert.equal(answer(third, '*', valueOf(3)), '1');
  });

  it('negates', () => {
    assert.deepEqual(applyUnary('-', valueOf('5'), here), valueOf(-5));
    assert.deepEqual(applyUnary('-', valueOf(0), here), valueOf(0));
    assert.deepEqual(applyUnary('!', valueOf('true'), here), valueOf(false));
  });
});

describe('operators on operands of a wrong type', () => {
  const cases: readonly [Literal, BinaryOperator, Literal, string][] = [
    ['a', '<', 'b', 'Unsuitable value for left operand: a number is required (operand 0)'],
    [1, '+', true, 'Unsuitable value for right operand: number required (operand 1)'],
    [1, '+', null, 'Error during operation: argument must not be null (operand 1)'],
    [true, '&&', 'x', 'Unsuitable value for right operand: a bool is required (operand 1)'],
    [0, '/', 0, "Error during operation: can't divide zero by zero or infinity by infinity (operand none)"],
  ];
  for (const [left, operator, right, expected] of cases) {
    it(`${JSON.stringify(left)} ${operator} ${JSON.stringify(right)}: ${expected}`, () => {
      assert.equal(answer(valueOf(left), operator, valueOf(right)), expected);
    });
  }

  it('are refused by unary operators, too', () => {
    const problem = applyUnary('!', valueOf(null), here);
    assert.equal(isProblem(problem) && problem.message, 'Error during operation: argument must not be null');
  });
});

describe('operators on unknown operands', () => {
  it('give an unknown of the result type with the reasons of both', () => {
    assert.deepEqual(applyBinary('+', open('a'), open('b'), here), {
      ...open('a', NUMBER),
      reasons: [...open('a').reasons, ...open('b').reasons],
    });
    assert.deepEqual(applyBinary('==', open('a'), valueOf(1), here), open('a', BOOL));
    assert.deepEqual(applyUnary('!', open('a'), here), open('a', BOOL));
  });

  it('are decided by a known operand where that is enough', () => {
    assert.deepEqual(applyBinary('&&', open('a'), valueOf(false), here), valueOf(false));
    assert.deepEqual(applyBinary('&&', valueOf(false), open('a'), here), valueOf(false));
    assert.deepEqual(applyBinary('||', open('a'), valueOf(true), here), valueOf(true));
    assert.deepEqual(applyBinary('&&', open('a'), valueOf(true), here), open('a', BOOL));
  });
});

describe('the result of an operator', () => {
  it('has the origin that it is given, and is secret when an operand is', () => {
    const secret: Value = { ...valueOf(1), sensitive: true };
    const origin = computedAt(here.range, [secret]);
    assert.deepEqual(applyBinary('+', secret, valueOf(1), origin), {
      kind: 'number',
      value: 2,
      origin,
      sensitive: true,
    });
  });
});
