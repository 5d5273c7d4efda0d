import assert from 'node:assert/strict';
import { expressionShape } from './shape.ts';

function reads(cases: Readonly<Record<string, string>>): void {
  for (const [text, shape] of Object.entries(cases)) assert.equal(expressionShape(text), shape, text);
}

function rejects(cases: Readonly<Record<string, string>>): void {
  for (const [text, code] of Object.entries(cases)) {
    assert.equal(expressionShape(text).slice(0, 6), code, text);
  }
}

describe('Bicep operators', () => {
  it('bind as the language says, from ?? up to *', () =>
    reads({
      'a ?? b || c && d == e < f + g * h': '(?? a (|| b (&& c (== d (< e (+ f (* g h)))))))',
      'a * b + c > d != e && f || g ?? h': '(?? (|| (&& (!= (> (+ (* a b) c) d) e) f) g) h)',
      'a =~ b': '(=~ a b)',
      'a !~ b': '(!~ a b)',
      'a <= b == c >= d': '(== (<= a b) (>= c d))',
      'a / b % c': '(% (/ a b) c)',
    }));

  it('of one strength are grouped from the left', () =>
    reads({
      'a - b - c': '(- (- a b) c)',
      'a ?? b ?? c': '(?? (?? a b) c)',
      'a == b != c': '(!= (== a b) c)',
    }));

  it('before an operand bind closer than those between operands', () =>
    reads({
      '-a + b': '(+ (- a) b)',
      '!a.b && c': '(&& (! (. a b)) c)',
      '-9223372036854775808': '(- 9223372036854775808)',
    }));

  it('stand alone before an operand: two of them are an error', () =>
    rejects({ '!!a': 'BCP009', '--a': 'BCP009', '+1': 'BCP009' }));

  it('share a line with both operands', () => rejects({ 'a +\n b': 'BCP009', 'a\n + b': 'BCP007' }));
});

describe('a Bicep conditional', () => {
  it('is grouped from the right', () => reads({ 'a ? b : c ? d : e': '(? a b (? c d e))' }));

  it('may go on in lines that begin with its marks', () =>
    reads({ 'a\n  ? b\n  : c': '(? a b c)', 'a ? b\n\n  // why\n  : c': '(? a b c)' }));

  it('does not go on behind its marks', () => rejects({ 'a ?\n b : c': 'BCP009', 'a ? b :\n c': 'BCP009' }));
});

describe('Bicep accesses', () => {
  it('follow each other in a chain', () =>
    reads({
      'a.b.c': '(. (. a b) c)',
      'a[0][b]': '([] ([] a 0) b)',
      'vm::extension.name': '(. (:: vm extension) name)',
      'a.b(c).d[e]': '([] (. (.b a c) d) e)',
      'f(a)(b)': 'BCP019: The end of the line is expected here.',
    }));

  it('may ask whether there is something', () =>
    reads({
      'a.?b.c': '(. (.? a b) c)',
      '(a.?b).c': '(. ((.? a b)) c)',
      'a[?0]': '([?] a 0)',
      'a[^1]': '([^] a 1)',
      'a[?^1]': '([?^] a 1)',
      'a!.b': '(. (assert a) b)',
    }));

  it('need an index, and a name after the dot', () =>
    rejects({ 'a[]': 'BCP117', 'a.': 'BCP020', 'a.0': 'BCP020' }));

  it('with ".?" cannot call a function', () => rejects({ 'a.?b()': 'BCP322' }));
});

describe('Bicep calls', () => {
  it('take arguments on several lines', () =>
    reads({
      'f()': '(f)',
      'f(a, b)': '(f a b)',
      'f(\n  a,\n  b\n)': '(f a b)',
      'sys.concat(a)': '(.concat sys a)',
    }));

  it('take no comma behind the last argument', () => rejects({ 'f(a,)': 'BCP009', 'f(a,\n)': 'BCP009' }));

  it('want a comma between arguments on two lines', () =>
    rejects({ 'f(a\n  b)': 'BCP237', 'f(a b)': 'BCP236' }));

  it('allow comments before the parenthesis that closes, on lines of their own', () =>
    reads({ 'f(\n  a // first\n  // last\n)': '(f a)' }));
});

describe('Bicep lambdas', () => {
  it('have a name, names in parentheses, or none', () =>
    reads({
      'map(a, x => x.y)': '(map a (=> (x) (. x y)))',
      'sort(a, (x, y) => x < y)': '(sort a (=> (x y) (< x y)))',
      'f(() => 1)': '(f (=> () 1))',
    }));

  it('may have their body on the next line', () => reads({ 'map(a, x =>\n  x)': '(map a (=> (x) x))' }));

  it('have names as parameters, nothing else', () => rejects({ 'sort(a, (x, 1) => x)': 'BCP015' }));
});

describe('Bicep arrays and objects', () => {
  it('separate elements by new lines or commas', () =>
    reads({
      '[\n  1\n  2\n]': '[1 2]',
      '[1, 2]': '[1 2]',
      '[1, 2,]': '[1 2]',
      '{ a: 1, b: 2 }': '{"a"=1 "b"=2}',
      '{\n  a: 1\n\n  // more\n  b: 2\n}': '{"a"=1 "b"=2}',
      '[]': '[]',
      '{}': '{}',
      '{\n}': '{}',
    }));

  it('take no comma at the end of a line', () =>
    rejects({ '[\n 1,\n 2\n]': 'BCP238', '{\n a: 1,\n b: 2\n}': 'BCP238' }));

  it('want a separator', () => rejects({ '[1 2]': 'BCP236', '{a: 1 b: 2}': 'BCP236' }));

  it('have names, strings and interpolated strings as keys', () =>
    reads({
      "{ 'a b': 1 }": '{"a b"=1}',
      "{ '${a}-x': 1 }": '{${a}"-x"=1}',
      '{ for: 1, if: 2, resource: 3 }': '{"for"=1 "if"=2 "resource"=3}',
    }));

  it('spread others', () => reads({ '[1, ...a]': '[1 ...a]', '{ ...a, b: 1 }': '{...a "b"=1}' }));
});

describe('Bicep loops', () => {
  it('have an item, or an item and an index', () =>
    reads({
      '[for x in y: x]': '(for x in y: x)',
      '[for (x, i) in y: {\n  a: i\n}]': '(for x,i in y: {"a"=i})',
      '[\n  for x in y: x\n]': '(for x in y: x)',
    }));

  it('need two names in parentheses', () =>
    rejects({ '[for (x) in y: x]': 'BCP249', '[for (x, y, z) in y: x]': 'BCP249' }));

  it('need "in" and a colon', () => rejects({ '[for x of y: x]': 'BCP012', '[for x in y x]': 'BCP018' }));
});

describe('Bicep parentheses', () => {
  it('hold one expression', () => rejects({ '()': 'BCP243', '(a, b)': 'BCP243', '(a,)': 'BCP243' }));

  it('hold no new line beside it', () => rejects({ '(\n a\n)': 'BCP243' }));
});

describe('Bicep numbers', () => {
  it('are whole and fit 64 bits', () => {
    reads({ '18446744073709551615': '18446744073709551615', '007': '007' });
    rejects({ '18446744073709551616': 'BCP010', '1.5': 'BCP020', '1e3': 'BCP019' });
  });
});

describe('the words of Bicep', () => {
  it('are names, but for true, false and null', () =>
    reads({
      'param + var': '(+ param var)',
      True: 'True',
      '[true, false, null]': '[true false null]',
      'existing.for': '(. existing for)',
    }));
});
