import assert from 'node:assert/strict';
import { valueToJson } from '../../../src/value/json.ts';
import { describeRefusals, evaluate } from './expressions.ts';

const FILES = {
  'scripts/setup.ps1': 'Install-Exchange\n',
  'scripts/.hidden.ps1': '',
  'scripts/a/deep/b.sh': 'é',
  'scripts/a/c.txt': 'c',
  'motd.tftpl': 'Host ${name}%{ for disk in disks } ${disk}%{ endfor }',
};

/** The expected values are those of `terraform console` beside the same files. */
describe('functions on files', () => {
  const cases: readonly [string, unknown][] = [
    ['file("scripts/setup.ps1")', 'Install-Exchange\n'],
    ['file("${path.module}/scripts/setup.ps1")', 'Install-Exchange\n'],
    ['fileexists("scripts/none.ps1")', false],
    ['fileexists("scripts/setup.ps1")', true],
    ['filebase64("scripts/a/deep/b.sh")', 'w6k='],
    ['filemd5("scripts/a/c.txt")', '4a8a08f09d37b73795649038408b5f33'],
    ['filesha256("scripts/a/c.txt")', '2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6'],
    ['fileset("scripts", "*.ps1")', ['.hidden.ps1', 'setup.ps1']],
    ['fileset("scripts", "**/*.{sh,txt}")', ['a/c.txt', 'a/deep/b.sh']],
    ['fileset("scripts", "**")', ['.hidden.ps1', 'a/c.txt', 'a/deep/b.sh', 'setup.ps1']],
    ['fileset("scripts/a", "[a-c].???")', ['c.txt']],
    ['fileset("none", "*")', []],
    ['templatefile("motd.tftpl", { name = "ex01", disks = ["db", "log"] })', 'Host ex01 db log'],
    ['basename("scripts/a/c.txt")', 'c.txt'],
    ['dirname("scripts/a/c.txt")', 'scripts/a'],
    ['dirname("c.txt")', '.'],
    ['pathexpand("scripts/~")', 'scripts/~'],
    ['abspath("/srv/../etc/x")', '/etc/x'],
  ];
  for (const [expression, expected] of cases) {
    it(expression, async () => {
      const { value, messages } = await evaluate(expression, FILES);
      assert.deepEqual(messages, []);
      assert.deepEqual(valueToJson(value), expected);
    });
  }
});

describeRefusals('what functions on files refuse', [
  ['file("none.txt")', /"path" parameter.*no file exists at "none\.txt"/],
  ['file("../../etc/passwd")', /not in the scanned folder/],
  ['file("/etc/passwd")', /not in the scanned folder/],
  ['fileset(".", "{a")', /glob pattern/],
]);
