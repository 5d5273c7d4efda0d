import assert from 'node:assert/strict';
import { textOf } from '../../../src/source/range.ts';
import { expressionShape, parse } from './shape.ts';

function reads(cases: Readonly<Record<string, string>>): void {
  for (const [text, shape] of Object.entries(cases)) assert.equal(expressionShape(text), shape, text);
}

function rejects(cases: Readonly<Record<string, string>>): void {
  for (const [text, code] of Object.entries(cases)) {
    assert.equal(expressionShape(text).slice(0, 6), code, text);
  }
}

describe('a Bicep string in single quotes', () => {
  it('decodes its escapes', () =>
    reads({
      "''": '""',
      "'it\\'s'": '"it\'s"',
      "'a\\nb\\tc\\rd\\\\e'": JSON.stringify('a\nb\tc\rd\\e'),
      "'\\u{48}\\u{1F600}'": '"H😀"',
      "'\\${a}'": '"${a}"',
      "'\\$'": '"$"',
      "'$'": '"$"',
      "'$a$'": '"$a$"',
    }));

  it('has expressions in its holes', () =>
    reads({
      "'${a}'": '${a}',
      "'a${b}c${d.e}f'": '"a"${b}"c"${(. d e)}"f"',
      "'${'${a}'}'": '${${a}}',
      "'${a ? 'x' : 'y'}'": '${(? a "x" "y")}',
      "'${length(map(x, y => [y]))}'": '${(length (map x (=> (y) [y])))}',
    }));

  it('has no array or object in a hole', () => rejects({ "'${[1]}'": 'BCP087', "'${{a: 1}}'": 'BCP087' }));

  it('ends on its line', () => rejects({ "'abc": 'BCP004', "'${a": 'BCP004', "'${\na}'": 'BCP004' }));

  it('has no other escapes', () =>
    rejects({ "'\\a'": 'BCP006', "'\\u{110000}'": 'BCP133', "'\\u41'": 'BCP133', "'\\u{}'": 'BCP133' }));

  it('has one expression in a hole', () => rejects({ "'${a b}'": 'BCP064', "'${}'": 'BCP009' }));

  it('is not written in double quotes', () => rejects({ '"abc"': 'BCP103' }));
});

describe('a Bicep string in three quotes', () => {
  it('keeps its text as it is, without the line break after the quotes', () =>
    reads({
      "'''a\\n${b}'''": JSON.stringify('a\\n${b}'),
      "'''\na\n  b\n'''": JSON.stringify('a\n  b\n'),
      "'''\r\na\r\n'''": JSON.stringify('a\r\n'),
      "'''\n\na'''": JSON.stringify('\na'),
      "''''''": '""',
    }));

  it('takes surplus quotes into its text', () =>
    reads({ "''''abc''''": '"\'abc\'"', "'''a''b'''": '"a\'\'b"' }));

  it('has holes when dollars stand before the quotes', () =>
    reads({
      "$'''${a}'''": '${a}',
      "$'''\n$${a}'''": '"$"${a}',
      "$$'''${a}$${b}'''": '"${a}"${b}',
      "$'''a\n${b}\nc'''": '"a\\n"${b}"\\nc"',
    }));

  it('needs an end', () => rejects({ "'''abc": 'BCP140', "'''abc''": 'BCP140' }));
});

describe('the parts of a Bicep string', () => {
  it('have the ranges of what is written, holes with their marks', () => {
    const statement = parse("var x = 'a\\n${b}c'\n").program.statements[0];
    assert.ok(statement?.kind === 'var' && statement.value.kind === 'string');
    assert.equal(textOf(statement.value.range), "'a\\n${b}c'");
    assert.deepEqual(
      statement.value.parts.map(({ range }) => textOf(range)),
      ['a\\n', '${b}', 'c'],
    );
  });
});
