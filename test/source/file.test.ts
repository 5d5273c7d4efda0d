import assert from 'node:assert/strict';
import { SourceFile } from '../../src/source/file.ts';

describe('positions in a file', () => {
  it('count lines and columns from 1, in UTF-16 code units', () => {
    const file = new SourceFile('a.tf', 'ab\n😀x\n');
    assert.deepEqual(file.positionAt(0), { line: 1, column: 1 });
    assert.deepEqual(file.positionAt(2), { line: 1, column: 3 });
    assert.deepEqual(file.positionAt(5), { line: 2, column: 3 });
    assert.deepEqual(file.positionAt(7), { line: 3, column: 1 });
  });

  it('take CRLF and a lone CR as one line end each', () => {
    const file = new SourceFile('a.tf', 'a\r\nb\rc');
    assert.deepEqual(file.lineStarts, [0, 3, 5]);
    assert.equal(file.lineText(1), 'a');
    assert.equal(file.lineText(2), 'b');
    assert.equal(file.lineText(3), 'c');
  });

  it('do not count a byte-order mark as a column', () => {
    const file = new SourceFile('a.tf', '\ufeffab');
    assert.deepEqual(file.positionAt(1), { line: 1, column: 1 });
    assert.deepEqual(file.positionAt(3), { line: 1, column: 3 });
    assert.equal(file.lineText(1), 'ab');
  });
});
