/** A line and a column, both counted from 1; columns are UTF-16 code units, as SARIF and editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * One text file as it was read. `path` is relative to the scanned tree, with `/` between its parts, and
 * is what every report prints. The text is kept as it is on disk, byte-order mark and CRLF included, so
 * that offsets mean the same to us and to an editor.
 */
export class SourceFile {
  readonly path: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /** The offset at which each line begins; a line ends after LF, CRLF or a lone CR. */
  get lineStarts(): readonly number[] {
    if (this.#lineStarts === undefined) {
      const starts = [0];
      for (let offset = 0; offset < this.text.length; offset++) {
        const code = this.text.charCodeAt(offset);
        if (code === 13 && this.text.charCodeAt(offset + 1) === 10) offset++;
        if (code === 10 || code === 13) starts.push(offset + 1);
      }
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }

  /** The position of an offset; one past the end of the text gives the position after its last character. */
  positionAt(offset: number): Position {
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? 0;
    // An editor does not show the byte-order mark, so it takes no column.
    const mark = low === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { line: low + 1, column: Math.max(1, offset - start - mark + 1) };
  }

  /** The text of a line, counted from 1, without its line ending or a byte-order mark. */
  lineText(line: number): string {
    const start = this.lineStarts[line - 1];
    if (start === undefined) return '';
    const text = this.text.slice(start, this.lineStarts[line]).replace(/\r\n$|[\r\n]$/, '');
    return line === 1 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
}
