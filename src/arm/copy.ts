import type { JsonNode, JsonObject, JsonString } from '../source/json.ts';
import type { SourceRange } from '../source/range.ts';
import { computedAt, listValue, literalAt, numberValue } from '../value/make.ts';
import { NUMBER } from '../value/type.ts';
import { unknown, unknownFrom } from '../value/unknown.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import type { Frame, Loop } from './frame.ts';
import { member } from './members.ts';

/** Resource Manager's limit on the iterations of a loop ("Limits on copy", template documentation, 2026). */
const MAX_COPIES = 800;

type Evaluate = (node: JsonNode, frame: Frame) => Value;

/** One entry of a property or variable `copy`. */
export interface CopyEntry {
  readonly name: JsonString;
  readonly count: JsonNode;
  readonly input: JsonNode;
}

/** The entries of a `copy` array; `undefined` when it is an ordinary property of that name. */
export function copyEntries(node: JsonNode): readonly CopyEntry[] | undefined {
  if (node.kind !== 'array') return undefined;
  const entries: CopyEntry[] = [];
  for (const element of node.elements) {
    const entry = element.kind === 'object' ? copyEntry(element) : undefined;
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return entries;
}

function copyEntry(node: JsonObject): CopyEntry | undefined {
  const [name, count, input] = [member(node, 'name'), member(node, 'count'), member(node, 'input')];
  if (name?.kind !== 'string' || count === undefined || input === undefined) return undefined;
  return { name, count, input };
}

/** The property that a `copy` entry makes: its name and the array. */
export function evaluateCopy(entry: CopyEntry, frame: Frame, evaluate: Evaluate): [string, Value] {
  const named = evaluate(entry.name, frame);
  const name = named.kind === 'string' ? named.value : entry.name.value;
  return [name, copiedValues(name, entry.count, entry.input, frame, evaluate)];
}

/**
 * The array of a value loop. When the count is unknown so is the array, but what its elements look like
 * is kept.
 */
export function copiedValues(
  name: string,
  countNode: JsonNode,
  input: JsonNode,
  frame: Frame,
  evaluate: Evaluate,
): Value {
  const count = copyCount(evaluate(countNode, frame), countNode.range, frame);
  const inLoop = (index: Value): Value => {
    const loop: Loop = { name, kind: 'value', index };
    return evaluate(input, { ...frame, loops: [...frame.loops, loop] });
  };
  if (typeof count === 'number') {
    const indices = Array.from({ length: count }, (_, index) => loopIndex(index, countNode.range));
    return listValue(indices.map(inLoop), literalAt(input.range));
  }
  return {
    ...unknownFrom([count], computedAt(input.range)),
    element: inLoop(unknownIndex(name, count, countNode.range)),
  };
}

export const loopIndex = (index: number, range: SourceRange): Value => numberValue(index, computedAt(range));

/** How often a loop runs; unknown, also after an error that is reported, when that cannot be told. */
export function copyCount(count: Value, range: SourceRange, frame: Frame): number | UnknownValue {
  const { run } = frame.template;
  if (count.kind === 'unknown') return count;
  if (count.kind !== 'number' || !Number.isInteger(count.value) || count.value < 0) {
    return run.broken('arm-template', 'The count of a copy must be a whole number, 0 or more.', range);
  }
  if (count.value <= MAX_COPIES) return count.value;
  return run.broken('limit-exceeded', `A copy makes at most ${MAX_COPIES} instances.`, range);
}

export function unknownIndex(name: string, count: UnknownValue, range: SourceRange): UnknownValue {
  const reason = {
    kind: 'provider',
    text: `it stands for every copy of '${name}', whose count is unknown`,
    range,
  } as const;
  return unknown([...count.reasons, reason], computedAt(range), { type: NUMBER });
}
