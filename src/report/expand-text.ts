import { pathOf } from '../source/diagnostic.ts';
import { locationOf } from '../source/range.ts';
import { reasonsText, valueText } from '../value/json.ts';
import type { Resource } from '../value/resource.ts';
import type { ObjectValue, Value } from '../value/value.ts';
import type { Expansion } from './expand-json.ts';
import { counted, type Paint, paintWith, printable } from './terminal-text.ts';

/** `exvet expand` for a person: each resource with its place and its evaluated body. */
export function expandText({ deployments, diagnostics }: Expansion, options: { colour: boolean }): string {
  const paint = paintWith(options.colour);
  const lines: string[] = [];
  for (const { resources } of deployments) {
    for (const resource of resources) lines.push(...resourceLines(resource, paint), '');
  }
  for (const item of diagnostics) {
    const { startLine, startColumn } = item.range === undefined ? FILE_START : locationOf(item.range);
    const place = `${printable(pathOf(item))}:${startLine}:${startColumn}`;
    lines.push(`${place}: ${paint(item.severity, item.severity)} ${item.code}: ${printable(item.message)}`);
  }
  const total = deployments.reduce((sum, { resources }) => sum + resources.length, 0);
  lines.push(`${counted(total, 'resource')} in ${counted(deployments.length, 'deployment')}.`);
  return `${lines.join('\n')}\n`;
}

const FILE_START = { startLine: 1, startColumn: 1 };

function* resourceLines(resource: Resource, paint: Paint): Generator<string> {
  const { file, startLine, startColumn } = locationOf(resource.range);
  const read = resource.mode === 'managed' ? '' : `  (${resource.mode}: read, not deployed)`;
  yield `${paint('strong', printable(resource.address))}${read}`;
  yield `  ${paint('faint', `${resource.type} at ${printable(file)}:${startLine}:${startColumn}`)}`;
  if (resource.uncertain !== undefined && resource.uncertain.length > 0) {
    yield `  ${paint('undecided', 'not certain')} ${printable(reasonsText(resource.uncertain))}`;
  }
  yield* entryLines(resource.body, '  ', paint);
}

function* entryLines(object: ObjectValue, indent: string, paint: Paint): Generator<string> {
  for (const [name, value] of object.entries) yield* valueLines(printable(name), value, indent, paint);
}

/** Objects, and lists that hold some, take a line an entry; everything else fits on its line. */
function* valueLines(label: string, value: Value, indent: string, paint: Paint): Generator<string> {
  const head = `${indent}${label}`;
  if (value.sensitive !== true && value.kind === 'object' && value.entries.size > 0) {
    yield head;
    yield* entryLines(value, `${indent}  `, paint);
  } else if (value.sensitive !== true && value.kind === 'list' && value.elements.some(hasEntries)) {
    for (const [index, element] of value.elements.entries()) {
      yield* valueLines(`${label}[${index}]`, element, indent, paint);
    }
    if (value.more !== undefined) yield* valueLines(`${label}[…]`, value.more, indent, paint);
  } else yield `${head} = ${leafText(value, paint)}`;
}

const hasEntries = (value: Value): boolean =>
  value.kind === 'object' || (value.kind === 'list' && value.elements.some(hasEntries));

function leafText(value: Value, paint: Paint): string {
  if (value.sensitive === true) return valueText(value);
  if (value.kind === 'string') return printable(JSON.stringify(value.value));
  if (value.kind !== 'unknown') return printable(valueText(value));
  const known = value.parts === undefined ? '' : `${printable(JSON.stringify(valueText(value)))} `;
  return `${known}${paint('undecided', 'unknown')}: ${printable(reasonsText(value.reasons))}`;
}
