import { describeRefusals, describeValues } from './expressions.ts';

describeValues('YAML', [
  [
    String.raw`yamldecode("a: yes\nb: 'yes'\nc: 012\nd: 0x1F\ne: 1_000\nf: ~\ng: 2020-01-01\nh: .5\n")`,
    { a: true, b: 'yes', c: 12, d: 31, e: '1_000', f: null, g: '2020-01-01T00:00:00Z', h: 0.5 },
  ],
  [String.raw`yamldecode("y: 1\n2: two\n")`, { 2: 'two', true: 1 }],
  [
    String.raw`yamldecode("base: &b {sku: Premium_LRS, size: 128}\ndb:\n  <<: *b\n  size: 256\n")`,
    { base: { size: 128, sku: 'Premium_LRS' }, db: { size: 256, sku: 'Premium_LRS' } },
  ],
  [
    String.raw`yamldecode("- |\n  a\n  b\n- >-\n  a\n  b\n- \"a\\tb\"\n- []\n- {}\n")`,
    ['a\nb\n', 'a b', 'a\tb', [], {}],
  ],
  ['yamldecode("5")', 5],
  [
    String.raw`yamlencode({ b = [1, [2, "x"], { c = true, d = {} }], a = "multi\nline\n", e = [] })`,
    '"a": |\n  multi\n  line\n"b":\n- 1\n- - 2\n  - "x"\n- "c": true\n  "d": {}\n"e": []\n',
  ],
  [`yamlencode([{ a = [{ b = null }] }, "it's: #1"])`, '- "a":\n  - "b": null\n- "it\'s: #1"\n'],
  ['yamlencode(5)', '5\n...\n'],
  [String.raw`yamlencode("a\nb")`, '|-\n  a\n  b\n'],
  [String.raw`yamlencode("  a\nb\n\n")`, '|2+\n    a\n  b\n\n'],
  [String.raw`yamlencode("a \nb")`, '"a \\nb"\n'],
  [
    'yamlencode({ key = "long long long long long long long long long long long long long long long long long long long" })',
    '"key": "long long long long long long long long long long long long long long long\n  long long long long"\n',
  ],
  [String.raw`yamlencode("é\t\u0001😀\"\\")`, '"é\\t\\x01\\U0001F600\\"\\\\"\n'],
  [
    'yamldecode(yamlencode({ a = ["1", 1, true, "true", null], b = { c = "x: y" } }))',
    { a: ['1', 1, true, 'true', null], b: { c: 'x: y' } },
  ],
]);

describeRefusals('what YAML refuse', [
  ['yamldecode("a: [1")', /on line 1/],
  ['yamldecode("")', /missing start of document/],
  ['yamldecode("a: !foo 1")', /unsupported tag/],
  [String.raw`yamldecode("a: 1\n---\nb: 2\n")`, /unexpected extra content/],
  ['yamldecode("a: .nan")', /NaN is not supported/],
  [String.raw`yamldecode("? [a]\n: 1\n")`, /only strings are allowed as mapping keys/],
]);
