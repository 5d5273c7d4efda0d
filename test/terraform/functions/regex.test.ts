import { describeRefusals, describeValues } from './expressions.ts';

describeValues('regular expressions', [
  ['regex("[a-z]+", "53453453.345345aaabbbccc23454")', 'aaabbbccc'],
  [String.raw`regex("(\\d+)-(\\d+)-(\\d+)?", "2019-02-")`, ['2019', '02', null]],
  [
    'regex("^(?:(?P<scheme>[^:/?#]+):)?(?://(?P<authority>[^/?#]*))?", "https://contoso.com/owa")',
    { authority: 'contoso.com', scheme: 'https' },
  ],
  ['regexall("[a-z]+", "1234abcd5678efgh9")', ['abcd', 'efgh']],
  [
    String.raw`regexall("(\\w)(\\d)?", "a1b")`,
    [
      ['a', '1'],
      ['b', null],
    ],
  ],
  ['regexall("x", "abc")', []],
  ['regexall("a*", "baac")', ['', 'aa', '']],
  ['regex("(?i)ex(0[1-9])", "vm-EX07")', ['07']],
  [String.raw`regex("(?s)a.b", "a\nb")`, 'a\nb'],
  [String.raw`regexall("(?m)^\\w+$", "ab\ncd e\nfg")`, ['ab', 'fg']],
  [String.raw`regex("[[:alpha:]_]+\\pL", "1_abé")`, '_abé'],
  [String.raw`regex("\\Aex\\d{2,3}\\z", "ex012")`, 'ex012'],
  ['regex("a{,2}", "a{,2}")', 'a{,2}'],
  ['regex("(a|ab)(c|bcd)(d*)", "abcd")', ['a', 'bcd', '']],
  ['regex("(?U)a+(a*)", "aaa")', ['']],
  [String.raw`regex("[^\\d\\s]+", "1 a-b 2")`, 'a-b'],
  [String.raw`regexall("\\bex", "ex01 vex ex02")`, ['ex', 'ex']],
  ['length(regexall("^(([a-z])+.)+[A-Z]([a-z])+$", join("", [for i in range(40) : "a"])))', 0],
  ['can(regex("^(a+)+$", join("", [for i in range(200) : i == 199 ? "b" : "a"])))', false],
]);

describeRefusals('what regular expressions refuse', [
  ['regex("x", "abc")', /pattern did not match/],
  ['regex("(?=a)", "a")', /unsupported Perl syntax/],
  [String.raw`regex("(a)\\1", "aa")`, /invalid escape sequence/],
  ['regex("(a)(?P<b>c)", "ac")', /cannot mix both named and unnamed/],
  ['regex("a**", "a")', /invalid nested repetition operator/],
  ['regex("a{2000}", "a")', /invalid repeat count/],
  ['regex("[z-a]", "a")', /invalid character class range/],
]);
