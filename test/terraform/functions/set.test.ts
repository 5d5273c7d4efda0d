import { describeRefusals, describeValues } from './expressions.ts';

describeValues('set functions', [
  ['setunion(["b", "a"], ["c", "a"])', ['a', 'b', 'c']],
  ['setunion([1], ["1", "2"])', ['1', '2']],
  ['setintersection(["a", "b"], ["b", "c"], ["b"])', ['b']],
  ['setsubtract(["a", "b", "c"], ["a", "c"])', ['b']],
  [
    'setproduct(["ex01", "ex02"], ["db", "log"])',
    [
      ['ex01', 'db'],
      ['ex01', 'log'],
      ['ex02', 'db'],
      ['ex02', 'log'],
    ],
  ],
  [
    'setproduct(["a"], [1, "x"])',
    [
      ['a', '1'],
      ['a', 'x'],
    ],
  ],
  [
    'setproduct(toset(["b", "a"]), toset([2, 1]))',
    [
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['b', 2],
    ],
  ],
  ['setproduct([], ["a"])', []],
  ['toset(["b", "10", "9", "a", "B"])', ['10', '9', 'B', 'a', 'b']],
  ['toset([10, 9, 2])', [2, 9, 10]],
]);

describeRefusals('what set functions refuse', [
  ['setproduct(["a"])', /at least two arguments/],
  ['setunion([1], [true])', /compatible element types/],
]);
