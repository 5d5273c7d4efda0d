import assert from 'node:assert/strict';
import { excerptOf } from '../../src/report/excerpt.ts';
import { SourceFile } from '../../src/source/file.ts';
import { rangeOf } from './sample-report.ts';

const excerpt = (text: string, marked: string, width = 80) =>
  excerptOf(rangeOf(new SourceFile('main.tf', text), marked), width);

describe('the excerpt of a source line', () => {
  it('marks exactly the columns of the range', () => {
    assert.deepEqual(excerpt('a = 1\nsku = "Standard_LRS"\n', '"Standard_LRS"'), {
      line: 2,
      text: 'sku = "Standard_LRS"',
      mark: '      ^^^^^^^^^^^^^^',
      linesBelow: 0,
    });
  });

  it('sets tabs to their stops in the line and in the mark', () => {
    const { text, mark } = excerpt('\tsku\t= "x"', '"x"');
    assert.equal(text, '    sku = "x"');
    assert.equal(mark, '          ^^^');
  });

  it('counts wide characters as two cells and combining marks as none', () => {
    const { text, mark } = excerpt('名 = "e\u0301"', '"e\u0301"');
    assert.equal(text, '名 = "e\u0301"');
    assert.equal(mark, '     ^^^');
  });

  it('counts an emoji of several code points as one wide character', () => {
    assert.equal(excerpt('👩‍💻 x', 'x').mark, '   ^');
  });

  it('marks one cell for an empty range, also at the end of a line', () => {
    const file = new SourceFile('main.tf', 'disk {\n');
    assert.equal(excerptOf({ file, start: 6, end: 6 }, 80).mark, '      ^');
  });

  it('marks up to the end of the first line of a longer range and counts the others', () => {
    assert.deepEqual(excerpt('x = [\n  1,\n]\n', '[\n  1,\n]'), {
      line: 1,
      text: 'x = [',
      mark: '    ^',
      linesBelow: 2,
    });
  });

  it('counts no line below when the range ends with the line', () => {
    assert.deepEqual(excerpt('name = \nx', ' \n'), {
      line: 1,
      text: 'name =',
      mark: '      ^',
      linesBelow: 0,
    });
  });

  it('cuts a long line after the mark when the mark fits', () => {
    const { text, mark } = excerpt(`sku = "x" # ${'c'.repeat(100)}`, '"x"', 20);
    assert.equal(text, 'sku = "x" # ccccccc…');
    assert.equal(mark, '      ^^^');
  });

  it('cuts a long line on both sides of a mark far to the right', () => {
    const line = `{"a":"${'b'.repeat(200)}","sku":"Standard_LRS","c":"${'d'.repeat(200)}"}`;
    const { text, mark } = excerpt(line, '"Standard_LRS"', 60);
    assert.equal(text, `…${'b'.repeat(16)}","sku":"Standard_LRS","c":"${'d'.repeat(14)}…`);
    assert.equal(text.length, 60);
    assert.equal(mark, `${' '.repeat(25)}^^^^^^^^^^^^^^`);
  });

  it('cuts a minified template of megabytes around the mark', () => {
    const filler = `"${'x'.repeat(3_000_000)}"`;
    const file = new SourceFile('main.json', `{"a":${filler},"sku":"Standard_LRS","b":${filler}}`);
    const range = rangeOf(file, '"Standard_LRS"');
    assert.match(excerptOf(range, 60).text, /^…x{16}","sku":"Standard_LRS","b":"x+…$/);
  });

  it('leaves the byte-order mark and a carriage return out', () => {
    const { text, mark } = excerpt('\ufeffsku = 1\r\n', '1');
    assert.equal(text, 'sku = 1');
    assert.equal(mark, '      ^');
  });

  it('lets no escape sequence or bidirectional control through', () => {
    const { text, mark } = excerpt('# \u001b[31m\u202e x = 1', 'x');
    assert.equal(text, '# ␛[31m<U+202E> x = 1');
    assert.equal(mark, `${' '.repeat(16)}^`);
  });
});
