import type { SourceRange } from '../source/range.ts';
import { addStep, followSteps, type Origin, type Step } from './origin.ts';
import type {
  BoolValue,
  ListValue,
  NullValue,
  NumberValue,
  ObjectValue,
  StringValue,
  Value,
} from './value.ts';

export const literalAt = (range: SourceRange): Origin => ({ kind: 'literal', range });

/** The origin of what an expression computes; `operands` are the values that it computed with. */
export const computedAt = (range: SourceRange, operands: readonly Value[] = []): Origin => ({
  kind: 'expression',
  range,
  ...(operands.length === 0 ? {} : { inputs: operands.map(operand => operand.origin) }),
});

export const defaultAt = (range: SourceRange): Origin => ({ kind: 'default', range });

export const nullValue = (origin: Origin): NullValue => ({ kind: 'null', origin });
export const boolValue = (value: boolean, origin: Origin): BoolValue => ({ kind: 'bool', value, origin });
/** For numbers that are doubles by nature; decimal text goes through `numberFromText`. */
export const numberValue = (value: number, origin: Origin): NumberValue => ({
  kind: 'number',
  value,
  origin,
});
export const stringValue = (value: string, origin: Origin): StringValue => ({
  kind: 'string',
  value,
  origin,
});

export const listValue = (
  elements: readonly Value[],
  origin: Origin,
  collection: ListValue['collection'] = 'tuple',
): ListValue => ({ kind: 'list', collection, elements, origin });

export const objectValue = (
  entries: ReadonlyMap<string, Value> | Iterable<readonly [string, Value]>,
  origin: Origin,
  collection: ObjectValue['collection'] = 'object',
): ObjectValue => ({
  kind: 'object',
  collection,
  entries: entries instanceof Map ? entries : new Map(entries),
  origin,
});

export const withOrigin = <V extends Value>(value: V, origin: Origin): V => ({ ...value, origin });

/** The same value after one more hand-over. */
export const passedThrough = <V extends Value>(value: V, step: Step): V =>
  withOrigin(value, addStep(value.origin, step));

/** An element taken out of a collection: it has walked the collection's way too. */
export const takenFrom = <V extends Value>(element: V, container: Value): V =>
  container.origin.steps === undefined && container.sensitive !== true
    ? element
    : {
        ...element,
        origin: followSteps(element.origin, container.origin),
        ...(container.sensitive === true ? { sensitive: true } : {}),
      };
