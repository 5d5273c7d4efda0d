import assert from 'node:assert/strict';
import { read } from './shape.ts';

/** A second block, which no error before it may cost. */
const REST = 'locals {\n  k = 1\n}\n';

function recovers(text: string, errors: readonly string[], lines: readonly string[]): void {
  assert.deepEqual(read(`${text}${REST}`), { lines: [...lines, 'locals', '  k = 1'], errors });
}

describe('reading on behind an error', () => {
  it('an argument without a value costs that argument', () =>
    recovers(
      'r "a" "b" {\n  x = \n  y = 2\n}\n',
      [
        '2:7 An expression is expected before the end of the line. To go on in the next line, put parentheses around it.',
      ],
      ['r a b', '  x = <invalid>', '  y = 2'],
    ));

  it('an error inside brackets costs the argument that they belong to', () =>
    recovers(
      'r "a" "b" {\n  tags = {\n    a = 1,,\n    b = [2]\n  }\n  y = 2\n}\n',
      ['3:11 An expression is expected here.'],
      ['r a b', '  tags = <invalid>', '  y = 2'],
    ));

  it('a bracket that is not closed ends where the next argument begins', () =>
    recovers(
      'r "a" "b" {\n  x = f(1, 2\n  y = 2\n  z = [\n    1\n  v = 3\n}\n',
      [
        '3:3 A comma or ")" is expected after an argument of a function.',
        '6:3 A comma or "]" is expected after an element of a list.',
      ],
      ['r a b', '  x = <invalid>', '  y = 2', '  z = <invalid>', '  v = 3'],
    ));

  it('several errors are all reported', () =>
    recovers(
      'a = 1 +\nb = "\\q"\nc = 3 4\n',
      [
        '1:8 An expression is expected before the end of the line. To go on in the next line, put parentheses around it.',
        '2:6 "\\q" is no escape sequence. There are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN; write a backslash as "\\\\".',
        '3:7 The argument ends before this; each argument has a line of its own.',
      ],
      ['a = <invalid>', 'b = <invalid>', 'c = <invalid>'],
    ));

  it('a string without its quote costs its line', () =>
    recovers(
      'r "a" "b" {\n  x = "foo\n  y = 2\n}\n',
      [
        '2:7 A quoted string ends on the line where it begins: close it with a quote, or use a heredoc for several lines.',
      ],
      ['r a b', '  x = <invalid>', '  y = 2'],
    ));

  it('a heredoc whose end has a bracket behind it ends there', () =>
    recovers(
      'r "a" "b" {\n  x = f(<<EOT\nfoo\nEOT)\n  y = 2\n}\n',
      ['2:9 This heredoc has no end: "EOT" must stand alone on a line after it, and end with that line.'],
      ['r a b', '  x = <invalid>', '  y = 2'],
    ));

  it('a heredoc without an end goes to the next brace in column 1', () =>
    recovers(
      'r "a" "b" {\n  x = <<EOT\nfoo\n  EOF\n}\n',
      ['2:7 This heredoc has no end: "EOT" must stand alone on a line after it, and end with that line.'],
      ['r a b', '  x = <invalid>'],
    ));

  it('twenty heredocs without an end cost no block; the next one goes to the end of the file', () => {
    const { lines, errors } = read('r {\n  x = <<EOT\nfoo\n}\n'.repeat(30));
    assert.deepEqual(errors.slice(-2), [
      '81:3 This block has no closing "}".',
      '82:7 This heredoc has no end: "EOT" must stand alone on a line after it, and end with that line.',
    ]);
    assert.equal(lines.filter(line => line === 'r').length, 21);
  });

  it('where a brace is missing the indentation tells which block it is', () => {
    recovers(
      'r "a" "b" {\n  n {\n    x = 1\n  y = 2\n}\n',
      ['2:5 This block has no closing "}".'],
      ['r a b', '  y = 2', '  n', '    x = 1'],
    );
    recovers('r "a" "b" {\n  x = 1\n\n', ['1:11 This block has no closing "}".'], ['r a b', '  x = 1']);
  });

  it('a brace too many closes nothing', () =>
    recovers(
      'r "a" "b" {\n  x = 1\n  }\n  y = 2\n}\n',
      ['3:3 This "}" closes nothing.'],
      ['r a b', '  x = 1', '  y = 2'],
    ));

  it('a resource on one line is still a resource', () =>
    recovers(
      'r "a" "b" { x = 1, y = 2 }\n',
      ['1:13 A block on one line holds at most one argument and no block; give each a line of its own.'],
      ['r a b', '  x = <invalid>'],
    ));

  it('characters without a meaning are reported once a line', () =>
    recovers('@@@\n', ['1:1 This character has no meaning in the language here.'], []));
});
