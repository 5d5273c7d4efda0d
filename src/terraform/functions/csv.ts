import { listValue, objectValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import type { Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { sortedEntries } from '../types.ts';
import { textArgument } from './arguments.ts';
import { ANY, type FunctionTable, strict, text } from './signature.ts';

export const CSV_FUNCTIONS: FunctionTable = {
  csvdecode: strict([text('str')], ANY, ([given], call) => csvDecode(textArgument(given), call.origin)),
};

/** A list of objects, one a row, whose attributes the first row names (RFC 4180 as Go reads it). */
function csvDecode(given: string, origin: Origin): Value | Problem {
  const rows = parseRows(given);
  if (isProblem(rows)) return rows;
  const [names, ...records] = rows;
  if (names === undefined) return new Problem('missing header line', 0);
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) return new Problem(`duplicate column name ${JSON.stringify(repeated)}`, 0);
  const objects: Value[] = [];
  for (const [at, record] of records.entries()) {
    if (record.length !== names.length) {
      return new Problem(`record ${at + 2} has ${record.length} fields, the header has ${names.length}`, 0);
    }
    const entries = names.map((name, column): [string, Value] => [
      name,
      stringValue(record[column] ?? '', origin),
    ]);
    objects.push(objectValue(sortedEntries(entries), origin));
  }
  const attributes = names.map(name => [name, { type: { kind: 'string' }, optional: false }] as const);
  return {
    ...listValue(objects, origin, 'list'),
    elementType: { kind: 'object', attributes: new Map(attributes) },
  };
}

const FIELD = /"((?:[^"]|"")*)"(?=[,\n]|$)|([^",\n]*)(?=[,\n]|$)/y;

/** Empty lines are skipped; a quoted field may hold line breaks, commas and doubled quotes. */
function parseRows(given: string): readonly (readonly string[])[] | Problem {
  const text = given.replace(/\r\n/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  const field = new RegExp(FIELD);
  let row: string[] = [];
  while (field.lastIndex <= text.length) {
    if (row.length === 0 && text[field.lastIndex] === '\n') {
      field.lastIndex++;
      continue;
    }
    if (row.length === 0 && field.lastIndex === text.length) break;
    const match = field.exec(text);
    if (match === null) return new Problem(`a quote is misplaced in record ${rows.length + 1}`, 0);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    const end = match.index + match[0].length;
    if (text[end] !== ',') {
      rows.push(row);
      row = [];
    }
    field.lastIndex = end + 1;
  }
  return rows;
}
