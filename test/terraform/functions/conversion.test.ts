import { describeRefusals, describeValues } from './expressions.ts';

describeValues('conversions', [
  ['tostring(1.50)', '1.5'],
  ['tostring(true)', 'true'],
  ['tostring(null)', null],
  ['tonumber("1e3")', 1000],
  ['tonumber("-.5")', -0.5],
  ['tobool("true")', true],
  ['tobool("1")', true],
  ['tolist(["a", 1, true])', ['a', '1', 'true']],
  ['tolist(toset(["b", "a"]))', ['a', 'b']],
  ['tolist([{ a = 1 }, { a = "x", b = 2 }])', [{ a: '1' }, { a: 'x', b: '2' }]],
  ['tolist([{ a = 1 }, { a = "x" }])', [{ a: '1' }, { a: 'x' }]],
  ['toset([1, "1"])', ['1']],
  ['tomap({ a = 1, b = "x" })', { a: '1', b: 'x' }],
  ['tolist([null, 1])', [null, 1]],
  ['tolist([])', []],
  ['nonsensitive(sensitive("x"))', 'x'],
  ['issensitive(sensitive("x"))', true],
  ['issensitive("x")', false],
]);

describeRefusals('what conversions refuse', [
  [
    'tonumber("12GB")',
    /cannot convert "12GB" to number; given string must be a decimal representation of a number/,
  ],
  ['tobool("yes")', /cannot convert "yes" to bool; only the strings "true" or "false" are allowed/],
  ['tostring([1])', /cannot convert tuple to string/],
  ['tolist([1, true])', /cannot convert tuple to list of any single type/],
  ['tomap({ a = 1, b = [1] })', /cannot convert object to map of any single type/],
]);
