import { diagnostic } from '../source/diagnostic.ts';
import { computedAt, numberValue, objectValue, takenFrom } from '../value/make.ts';
import { isWhole } from '../value/number.ts';
import { NUMBER, STRING } from '../value/type.ts';
import { type Reason, unknown, unknownFrom } from '../value/unknown.ts';
import { isKnown, type StringValue, type Value } from '../value/value.ts';
import { elementOfAny } from './access.ts';
import { bodyAttribute } from './configuration.ts';
import { evaluate } from './expression.ts';
import type { Graph } from './graph.ts';
import type { Attribute, Block } from './hcl/ast.ts';
import { keyValue } from './key-places.ts';
import { isProblem } from './problem.ts';
import { bind, type Scope } from './scope.ts';
import { convert, sortedEntries, typeOf, typeText } from './types.ts';

/** One of the instances that `count` or `for_each` makes of a resource or module call. */
export interface Instance {
  readonly key: string | number | undefined;
  /** What the block's expressions see: with `count.index`, `each.key` and `each.value`. */
  readonly scope: Scope;
}

/**
 * - `single`: neither `count` nor `for_each`; no instance when it is not enabled.
 * - `count`, `for_each`: exactly these instances.
 * - `unknown`: how many cannot be known; the one instance without a key stands for all of them.
 */
export type Expansion =
  | { readonly kind: 'single' | 'count' | 'for_each'; readonly instances: readonly Instance[] }
  | {
      readonly kind: 'unknown';
      readonly instances: readonly Instance[];
      readonly reasons: readonly Reason[];
    };

/** A resource with more instances than this is an error in the making, not a deployment. */
const MAX_INSTANCES = 10_000;

const fits = (count: number, graph: Graph): boolean => count <= MAX_INSTANCES && graph.enterInstances(count);

/** The instances of a resource or module block. */
export function expand(block: Block, scope: Scope, graph: Graph): Expansion {
  const count = bodyAttribute(block.body, 'count');
  const forEach = bodyAttribute(block.body, 'for_each');
  if (count !== undefined && forEach !== undefined) {
    const message = 'A block has either count or for_each, not both.';
    graph.report(diagnostic('terraform-structure', message, forEach.nameRange));
    return representative(forEach, errorReason(forEach), scope);
  }
  if (count !== undefined) return expandCount(count, scope, graph);
  if (forEach !== undefined) return expandForEach(forEach, scope, graph);
  return expandSingle(block, scope);
}

/** OpenTofu 1.11: `lifecycle { enabled = … }` makes a resource one instance or none. */
function expandSingle(block: Block, scope: Scope): Expansion {
  const lifecycle = block.body.blocks.find(({ type }) => type === 'lifecycle');
  const enabled = lifecycle === undefined ? undefined : bodyAttribute(lifecycle.body, 'enabled');
  const only: Instance = { key: undefined, scope };
  if (enabled === undefined) return { kind: 'single', instances: [only] };
  const value = evaluate(enabled.value, scope);
  if (value.kind === 'bool') return { kind: 'single', instances: value.value ? [only] : [] };
  return { kind: 'unknown', instances: [only], reasons: value.kind === 'unknown' ? value.reasons : [] };
}

function expandCount(attribute: Attribute, scope: Scope, graph: Graph): Expansion {
  const value = evaluate(attribute.value, scope);
  const count = value.kind === 'null' ? undefined : convert(value, NUMBER);
  if (count === undefined || isProblem(count)) {
    const problem = count === undefined ? 'it is null' : count.message;
    return refuse(attribute, `count must be a whole number: ${problem}`, scope);
  }
  if (count.kind !== 'number') {
    return unknownExpansion(attribute, count.kind === 'unknown' ? count.reasons : [], scope, graph);
  }
  if (!isWhole(count) || count.value < 0) {
    return refuse(attribute, 'count must be a whole number that is not negative', scope);
  }
  if (!fits(count.value, graph)) return tooMany(attribute, scope, graph);
  const { range } = attribute.value;
  const instances = Array.from({ length: count.value }, (_, index): Instance => {
    const names = objectValue([['index', numberValue(index, computedAt(range, [count]))]], computedAt(range));
    return { key: index, scope: bind(scope, 'count', names) };
  });
  return { kind: 'count', instances };
}

function expandForEach(attribute: Attribute, scope: Scope, graph: Graph): Expansion {
  const value = evaluate(attribute.value, scope);
  if (value.kind === 'unknown') return unknownExpansion(attribute, value.reasons, scope, graph, value);
  if (value.kind === 'object') {
    if (!fits(value.entries.size, graph)) return tooMany(attribute, scope, graph);
    const instances = [...sortedEntries(value.entries)].map(([key, element]) =>
      eachInstance(keyValue(value, key, element), takenFrom(element, value), attribute, scope),
    );
    return { kind: 'for_each', instances };
  }
  if (value.kind === 'list' && value.collection === 'set') {
    if (!value.elements.every(isKnown)) {
      return unknownExpansion(attribute, unknownFrom(value.elements, value.origin).reasons, scope, graph);
    }
    const keys = value.elements.filter(element => element.kind === 'string');
    if (keys.length === value.elements.length) {
      if (!fits(keys.length, graph)) return tooMany(attribute, scope, graph);
      const instances = keys.map(key => {
        const taken = takenFrom(key, value);
        return eachInstance(taken, taken, attribute, scope);
      });
      return { kind: 'for_each', instances };
    }
  }
  const given = value.kind === 'null' ? 'null' : `a ${typeText(typeOf(value))}`;
  return refuse(
    attribute,
    `for_each needs a map, an object or a set of strings, and this is ${given}`,
    scope,
  );
}

function eachInstance(key: StringValue, value: Value, attribute: Attribute, scope: Scope): Instance {
  const { range } = attribute.value;
  const names = objectValue(
    [
      ['key', key],
      ['value', value],
    ],
    computedAt(range),
  );
  return { key: key.value, scope: bind(scope, 'each', names) };
}

const errorReason = (attribute: Attribute): readonly Reason[] => [
  { kind: 'error', text: `${attribute.name} has an error`, range: attribute.range },
];

function refuse(attribute: Attribute, message: string, scope: Scope): Expansion {
  scope.problems.failed('terraform-type', message, attribute.value.range);
  return representative(attribute, errorReason(attribute), scope);
}

function tooMany(attribute: Attribute, scope: Scope, graph: Graph): Expansion {
  const message = `${attribute.name} makes more instances than exvet evaluates: ${MAX_INSTANCES} of a block, 100000 in all.`;
  graph.report(diagnostic('limit-exceeded', message, attribute.value.range));
  return representative(attribute, errorReason(attribute), scope);
}

function unknownExpansion(
  attribute: Attribute,
  reasons: readonly Reason[],
  scope: Scope,
  graph: Graph,
  collection?: Value,
): Expansion {
  if (reasons.some(reason => reason.kind !== 'error')) {
    const why = reasons.map(reason => reason.text).join('; ');
    const message = `The number of instances cannot be known: ${why}.`;
    graph.report(diagnostic('terraform-expansion-unknown', message, attribute.value.range));
  }
  return representative(attribute, reasons, scope, collection);
}

function representative(
  attribute: Attribute,
  reasons: readonly Reason[],
  scope: Scope,
  collection?: Value,
): Expansion {
  const origin = computedAt(attribute.value.range);
  const names =
    attribute.name === 'count'
      ? objectValue([['index', unknown(reasons, origin, { type: NUMBER })]], origin)
      : objectValue(
          [
            ['key', unknown(reasons, origin, { type: STRING })],
            ['value', collection?.kind === 'unknown' ? elementOfAny(collection) : unknown(reasons, origin)],
          ],
          origin,
        );
  const name = attribute.name === 'count' ? 'count' : 'each';
  return { kind: 'unknown', instances: [{ key: undefined, scope: bind(scope, name, names) }], reasons };
}

/** `["x"]`, `[0]` or nothing, as Terraform prints it in an address. */
export function keyText(key: string | number | undefined): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${key}]` : `["${escapeKey(key)}"]`;
}

const escapeKey = (key: string): string =>
  key
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/([$%])\{/g, '$1$1{');
