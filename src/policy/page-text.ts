/** What the generated pages of docs/ share: our own texts as Markdown. */

/** Prose in which code already stands in backticks: globs and comparisons elsewhere are no markup. */
export const proseMarkdown = (text: string): string =>
  text
    .trim()
    .split('`')
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[*<|\\]/g, mark => `\\${mark}`)))
    .join('`');

/** A row of a table; cells are Markdown. */
export const tableRow = (cells: readonly string[]): string =>
  `| ${cells.map(cell => cell.replaceAll('\n', ' ')).join(' | ')} |`;

/** A table with a heading row. */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [tableRow(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map(tableRow)].join('\n');
