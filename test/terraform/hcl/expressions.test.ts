import assert from 'node:assert/strict';
import { SourceFile } from '../../../src/source/file.ts';
import { parseHclExpression } from '../../../src/terraform/hcl/parser.ts';
import { expressionShape, rangesIn } from './shape.ts';

/** Each text with its tree, or with the place and words of its first error. */
function table(cases: Readonly<Record<string, string>>): void {
  for (const [text, shape] of Object.entries(cases)) {
    it(JSON.stringify(text), () => assert.equal(expressionShape(text), shape));
  }
}

describe('operators of the native syntax', () => {
  table({
    '1 + 2 * 3': '(+ 1 (* 2 3))',
    '1 - 2 - 3': '(- (- 1 2) 3)',
    'a || b && c == d < e + f * -g': '(|| a (&& b (== c (< d (+ e (* f (- g)))))))',
    '!a == b': '(== (! a) b)',
    '!!a': '(! (! a))',
    '-a.b[0]': '(- ([] (. a b) 0))',
    '1 < 2 == true': '(== (< 1 2) true)',
    'a >= b != c <= d': '(!= (>= a b) (<= c d))',
    'a ? b : c ? d : e': '(? a b (? c d e))',
    'a ? b ? 1 : 2 : 3': '(? a (? b 1 2) 3)',
    '(1 + 2) * 3': '(* ((+ 1 2)) 3)',
    '1 +\n2': '(+ 1 2)',
    '5 % 2 / 3': '(/ (% 5 2) 3)',
  });
});

describe('names, numbers and keywords', () => {
  table({
    'a-b': 'a-b',
    'count.index-1': '(. count index-1)',
    'count.index - 1': '(- (. count index) 1)',
    größe: 'größe',
    _x: '_x',
    '007': '007',
    '1.5E-2': '1.5E-2',
    '1e400': '1e400',
    '9007199254740993': '9007199254740993',
    'null == true': '(== null true)',
    nullable: 'nullable',
    'e\u0301': '\u00e9',
    '.5': '1:1 An expression is expected here.',
    '5.': '1:3 The name of an attribute is expected after the dot.',
    '1_000': '1:2 Nothing is expected after the expression.',
    '0x1F': '1:2 Nothing is expected after the expression.',
    '1.2.3': '1:1 "1.2.3" is not a number.',
  });
});

describe('steps after a term', () => {
  table({
    'a.b.c': '(. (. a b) c)',
    'a["b"].c': '(. ([] a (template "b")) c)',
    'a[b[0]]': '([] a ([] b 0))',
    'a.0.b': '(. ([] a 0) b)',
    'a[*].b[0]': '(splat a ([] (. * b) 0))',
    'a[*].b[*].c': '(splat a (splat (. * b) (. * c)))',
    'a[*]': '(splat a *)',
    // An index after `.*` applies to the result of the splat.
    'a.*.b[0]': '([] (splat a (. * b)) 0)',
    'a.*.b.0': '(splat a ([] (. * b) 0))',
    '[1, 2].0': '([] [1 2] 0)',
    '{ a = 1 }.a': '(. {(template "a")=1} a)',
    'a\n.b': '(. a b)',
    'a.0.0': '1:3 Two indices cannot be chained with dots; write [0][0].',
    'a.*.*': '1:5 A ".*" cannot follow another one; write [*] for splats inside splats.',
    'a[]': '1:3 An expression is expected here.',
    'a.': '1:3 The name of an attribute is expected after the dot.',
  });
});

describe('function calls', () => {
  table({
    'f()': '(f)',
    'f(1, 2,)': '(f 1 2)',
    'f(\n1,\n2\n)': '(f 1 2)',
    'max(xs...)': '(max xs...)',
    'core::upper(a)': '(core::upper a)',
    'provider::azurerm::parse_resource_id(a)': '(provider::azurerm::parse_resource_id a)',
    'f(,)': '1:3 An expression is expected here.',
    'f(1 2)': '1:5 A comma or ")" is expected after an argument of a function.',
    'f(xs..., 1)': '1:8 A ")" is expected right after the expanded argument ("...").',
    'a::b': '1:5 The arguments of the function are expected here, in parentheses.',
  });
});

describe('lists and objects', () => {
  table({
    '[]': '[]',
    '[1, 2,]': '[1 2]',
    '[\n1,\n2\n]': '[1 2]',
    '{}': '{}',
    '{ a = 1, b : 2 }': '{(template "a")=1 (template "b")=2}',
    '{\n  a = 1 # one\n\n\n  b = 2\n}': '{(template "a")=1 (template "b")=2}',
    '{ "a b" = 1, (c) = 2, "x${d}" = 3 }': '{(template "a b")=1 (c)=2 (template "x" ${d})=3}',
    '{ null = 1, true = 2, 3 = 4 }': '{(template "null")=1 (template "true")=2 3=4}',
    '{ if = 1, in = 2 }': '{(template "if")=1 (template "in")=2}',
    '{ a = [\n1,\n2\n] }': '{(template "a")=[1 2]}',
    '{ "for" = 1 }': '{(template "for")=1}',
    '[1,,2]': '1:4 An expression is expected here.',
    '[1 2]': '1:4 A comma or "]" is expected after an element of a list.',
    '{ a = 1 b = 2 }': '1:9 A comma, a new line or "}" is expected after an item of an object.',
    '{ for = 1 }': '1:7 A name for the elements is expected after "for".',
    '{ a }':
      '1:5 A "=" and a value are expected after the key of an object. A key with dots or spaces is written in quotes.',
    '{ a = 1 ?\n2 : 3 }':
      '1:10 An expression is expected before the end of the line. To go on in the next line, put parentheses around it.',
  });
});

describe('for expressions', () => {
  table({
    '[for v in c : v]': '(for tuple v in c: v)',
    '[for k, v in c : v if k > 1]': '(for tuple k,v in c: v if (> k 1))',
    '{for k, v in c : k => v}': '(for object k,v in c: k => v)',
    '{\n  for v in c :\n  v.k => v...\n  if v.x\n}': '(for object v in c: (. v k) => v... if (. v x))',
    '[for for in c : for]': '(for tuple for in c: for)',
    '[for]': '1:5 A name for the elements is expected after "for".',
    '[for v c : v]': '1:8 The word "in" and a collection are expected after the names.',
    '[for v in c : k => v]':
      '1:17 A key ("=>") has a place only in a "for" expression in braces, which makes an object.',
    '{for v in c : v}': '1:16 A "for" expression in braces makes an object and needs "key => value".',
    '[for v in c : v...]': '1:16 Grouping ("...") has a place only where an object is made.',
  });
});

describe('comments in expressions', () => {
  table({
    'a /* b */ + // c\n  d # e': '(+ a d)',
    '"http://x/#y /* z */"': '(template "http://x/#y /* z */")',
  });
});

describe('ranges in expressions', () => {
  it('every node has the text that it was read from', () => {
    const file = new SourceFile('x.tf', '\ufeffupper("a${ var.x[0] }b") == (null) ? y[*].z : { k = -1 }');
    assert.deepEqual(rangesIn(parseHclExpression(file).expression), [
      'conditional upper("a${ var.x[0] }b") == (null) ? y[*].z : { k = -1 }',
      'binary upper("a${ var.x[0] }b") == (null)',
      'call upper("a${ var.x[0] }b")',
      'template "a${ var.x[0] }b"',
      'text a',
      'interpolation ${ var.x[0] }',
      'index var.x[0]',
      'attribute var.x',
      'variable var',
      'literal 0',
      'text b',
      'parentheses (null)',
      'literal null',
      'splat y[*].z',
      'variable y',
      'attribute [*].z',
      'variable [*]',
      'object { k = -1 }',
      'template k',
      'text k',
      'unary -1',
      'literal 1',
    ]);
  });
});
