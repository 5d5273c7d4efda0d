import assert from 'node:assert/strict';
import { SourceFile } from '../../../src/source/file.ts';
import { textOf } from '../../../src/source/range.ts';
import { parseHcl, parseHclExpression } from '../../../src/terraform/hcl/parser.ts';
import { errorsOf, read } from './shape.ts';

/** The lines of a text that has no error. */
function lines(text: string): string[] {
  const { lines, errors } = read(text);
  assert.deepEqual(errors, []);
  return lines;
}

describe('bodies of the native syntax', () => {
  it('an empty file is a body of nothing', () => assert.deepEqual(lines(''), []));

  it('holds arguments and blocks with labels in quotes or without', () => {
    const text = [
      'resource "azurerm_managed_disk" db {',
      '  name = "db"',
      '',
      '  timeouts {',
      '    create = "1h" # long',
      '  }',
      '}',
      'features {}',
      'b { a = 1 }',
      'c { /* nothing */ }',
    ].join('\n');
    assert.deepEqual(lines(text), [
      'resource azurerm_managed_disk db',
      '  name = (template "db")',
      '  timeouts',
      '    create = (template "1h")',
      'features',
      'b',
      '  a = 1',
      'c',
    ]);
  });

  it('a byte-order mark and CRLF are no part of it', () => {
    assert.deepEqual(lines('\ufeffa = 1\r\nb "x" {\r\n  c = [\r\n    2,\r\n  ]\r\n}\r\n'), [
      'a = 1',
      'b x',
      '  c = [2]',
    ]);
  });

  it('names may hold letters of any script, and dashes', () => {
    assert.deepEqual(lines('größe = 1\ndash-ed_type = 2\n_a = 3'), [
      'größe = 1',
      'dash-ed_type = 2',
      '_a = 3',
    ]);
  });

  it('an expression goes on in the next line inside brackets, and only there', () => {
    assert.deepEqual(lines('a = (x ?\n 1 :\n 2)\nb = [\n1\n]\n'), ['a = ((? x 1 2))', 'b = [1]']);
  });

  it('comments are kept with their places, except in strings', () => {
    const file = new SourceFile('main.tf', '# one\na = "#x" // two\nb /* three\n */ = 1\r\n# four\r\n');
    const { comments, diagnostics } = parseHcl(file);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['# one', '// two', '/* three\n */', '# four'],
    );
    assert.deepEqual(
      comments.map(({ range }) => textOf(range)),
      comments.map(({ text }) => text),
    );
  });
});

describe('ranges of bodies', () => {
  const file = new SourceFile('main.tf', 'resource "a" "b" {\n  size = 1 + 2 # x\n  disk {\n  }\n}\n');
  const [block] = parseHcl(file).body.blocks;

  it('a header is the type with its labels', () => {
    assert.equal(block && textOf(block.header), 'resource "a" "b"');
    assert.deepEqual(
      block?.labels.map(label => textOf(label.range)),
      ['"a"', '"b"'],
    );
  });
  it('a block ends with its brace', () => {
    assert.equal(block && textOf(block.range), file.text.trimEnd());
    assert.equal(block && textOf(block.body.range), file.text.trimEnd().slice('resource "a" "b" '.length));
  });
  it('an argument is its name and its value', () => {
    const [argument] = block?.body.attributes ?? [];
    assert.equal(argument && textOf(argument.range), 'size = 1 + 2');
    assert.equal(argument && textOf(argument.nameRange), 'size');
  });
});

describe("what HashiCorp's parser rejects in a body", () => {
  const cases: Readonly<Record<string, string>> = {
    'a = 1\na = 2\n': '2:1 "a" is already set in line 1; an argument is set once.',
    '"a" = 1\n': '1:1 The name of an argument is written without quotes.',
    'a\n': '1:2 "a" begins neither an argument, which needs "=", nor a block, which needs "{".',
    'a "b" = 1\n': '1:7 A "=" sets an argument, whose name is a single word; a block has none.',
    'a = 1 b = 2\n': '1:7 The argument ends before this; each argument has a line of its own.',
    'b { a = 1, c = 2 }\n':
      '1:5 A block on one line holds at most one argument and no block; give each a line of its own.',
    'b { c {} }\n':
      '1:5 A block on one line holds at most one argument and no block; give each a line of its own.',
    'b "x"\n{\n}\n': '1:1 The "{" of a block stands on the line of its header.',
    'b {} c {}\n': '1:6 The block ends before this; what follows it begins on a new line.',
    'b "x${y}" {}\n': '1:3 A label is a plain string: template sequences have no place in it.',
    'a = 1;\n': '1:6 Arguments are separated by newlines, and elements by commas, not by ";".',
    "a = 'x'\n": '1:5 Strings are written with double quotes (").',
    'a = x & y\n': '1:7 There are no bitwise operators. Did you mean "&&"?',
    'a = 1 /* x\n': '1:7 This comment is not closed with "*/".',
    'b {\n': '1:3 This block has no closing "}".',
    '}\n': '1:1 This "}" closes nothing.',
  };
  for (const [text, error] of Object.entries(cases)) {
    it(JSON.stringify(text), () => assert.equal(read(text).errors[0], error));
  }
});

describe('limits of the reader', () => {
  const first = (text: string): string[] => {
    const { diagnostics } = parseHcl(new SourceFile('main.tf', text));
    return diagnostics.map(({ code }) => code);
  };
  it('brackets nest 200 levels deep', () => {
    assert.deepEqual(first(`a = ${'['.repeat(190)}${']'.repeat(190)}\n`), []);
    assert.equal(first(`a = ${'['.repeat(300)}${']'.repeat(300)}\n`)[0], 'limit-exceeded');
  });
  it('chains are 1000 operators high', () => {
    assert.deepEqual(first(`a = 1${' + 1'.repeat(900)}\n`), []);
    assert.deepEqual(first(`a = 1${' + 1'.repeat(1100)}\n`), ['limit-exceeded']);
    assert.deepEqual(first(`a = x${'.y'.repeat(1100)}\n`), ['limit-exceeded']);
  });
  it('a long list is not a high one', () => assert.deepEqual(first(`a = [${'1, '.repeat(5000)}]\n`), []));
  it('a text that is no Terraform gives 50 errors and says that there are more', () => {
    const { diagnostics } = parseHcl(new SourceFile('main.tf', 'no terraform;\n'.repeat(20_000)));
    assert.equal(diagnostics.length, 51);
    assert.equal(diagnostics.at(-1)?.message, 'There are more errors from here on, which are not listed.');
  });
});

describe('a text that is one expression', () => {
  it('has nothing after it', () => {
    const { expression, diagnostics } = parseHclExpression(new SourceFile('<--var a>', '1 2'));
    assert.equal(expression.kind, 'invalid');
    assert.deepEqual(errorsOf(diagnostics), ['1:3 Nothing is expected after the expression.']);
  });
  it('is not empty', () => {
    const { diagnostics } = parseHclExpression(new SourceFile('<--var a>', ''));
    assert.deepEqual(errorsOf(diagnostics), ['1:1 An expression is expected before the end of the text.']);
  });
});
