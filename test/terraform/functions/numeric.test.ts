import { describeRefusals, describeValues } from './expressions.ts';

describeValues('numeric functions', [
  ['abs(-1.5)', 1.5],
  ['ceil(1.1)', 2],
  ['ceil(-1.9)', -1],
  ['floor(-1.1)', -2],
  ['floor("2.7")', 2],
  ['max(1, "12", 7)', 12],
  ['min(0.1, 0.01)', 0.01],
  ['max([3, 5]...)', 5],
  ['log(8, 2)', 3],
  ['pow(2, 10)', 1024],
  ['pow(4, 0.5)', 2],
  ['signum(-13)', -1],
  ['parseint("ff", 16)', 255],
  ['parseint("-0011", 2)', -3],
  ['tostring(parseint("7fffffffffffffffffff", 16))', '604462909807314587353087'],
  ['parseint("zZ", 62)', 2231],
  ['sum([128, "256", 0.5])', 384.5],
  ['sum([0.1, 0.2]) == 0.3', true],
  ['tostring(9007199254740993 + 2)', '9007199254740995'],
]);

describeRefusals('what numeric functions refuse', [
  ['parseint("12", 63)', /base must be a whole number between 2 and 62/],
  ['parseint("9", 8)', /cannot parse "9" as a base 8 integer/],
  ['sum([])', /cannot sum an empty list/],
  ['max()', /must pass at least one number/],
  ['abs("x")', /Invalid value for "num" parameter.*a number is required/],
  ['abs(null)', /Invalid value for "num" parameter.*must not be null/],
  ['abs()', /expects 1 argument\(s\)\. Missing value for "num"/],
  ['abs(1, 2)', /expects only 1 argument\(s\)/],
]);
