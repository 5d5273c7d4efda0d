import { describeRefusals, describeValues } from './expressions.ts';

describeValues('format strings', [
  ['format("%s-vm-%02d", "ex", 1)', 'ex-vm-01'],
  [
    'format("%5.1f|%-6s|%06d|%+d|% d|%x|%X|%o|%b", 1.25, "a", -3, 5, 5, 255, -255, 8, 5)',
    '  1.2|a     |-00003|+5| 5|ff|-FF|10|101',
  ],
  ['format("%v %v %v %v", "a", 1.5, true, [1, "x"])', 'a 1.5 true [1,"x"]'],
  [String.raw`format("%#v %q", "a\"b", "c")`, '"a\\"b" "c"'],
  ['format("%e %g %g %.3g", 1234.5, 1234567, 0.00001, 1234)', '1.234500e+03 1.234567e+06 1e-05 1.23e+03'],
  ['format("%v %v", 1000000, 1e22)', '1e+06 1e+22'],
  ['format("%[2]s-%[1]s", "a", "b")', 'b-a'],
  ['format("100%%")', '100%'],
  ['format("%d", "12")', '12'],
  ['format("%t", "true")', 'true'],
  ['format("%.2s|%4s", "héé", "é")', 'hé|   é'],
  ['formatlist("%s/%d", ["a", "b"], 5)', ['a/5', 'b/5']],
  ['formatlist("%s-%s", "x", toset(["b", "a"]))', ['x-a', 'x-b']],
  ['formatlist("%s", [])', []],
]);

describeRefusals('what format strings refuse', [
  ['format("%d", 1.5)', /an integer is required/],
  ['format("%s")', /not enough arguments for "%s"/],
  ['format("a", "b")', /too many arguments/],
  ['format("%z", 1)', /unsupported format verb 'z'/],
  ['format("%s", ["a"])', /unsupported value for "%s"/],
  ['formatlist("%s%s", ["a"], ["b", "c"])', /must have the same length/],
]);
