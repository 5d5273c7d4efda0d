import type { SourceRange } from '../source/range.ts';
import { numberValue } from '../value/make.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import { elementAt } from './access.ts';
import { copyCount, loopIndex, unknownIndex } from './copy.ts';
import type { Frame } from './frame.ts';

/** A `for` of Bicep: what it runs over, and its names, which are lambda variables within it. */
export interface ForHead {
  /** What it makes, for people. */
  readonly name: string;
  readonly collection: Value;
  readonly item: string;
  readonly index: string | undefined;
  /** Of the collection. */
  readonly range: SourceRange;
}

/** One turn; its key is `undefined` when it stands for any number of them, for the reasons of `open`. */
export interface Turn {
  readonly frame: Frame;
  readonly key: number | undefined;
}

/** The turns of a `for`, or the unknown that their number is with the one turn that stands for all. */
export type Turns = readonly Turn[] | { readonly open: UnknownValue; readonly any: Turn };

export const isOpen = (turns: Turns): turns is Exclude<Turns, readonly Turn[]> => 'open' in turns;

export function turnsOf(head: ForHead, frame: Frame): Turns {
  const count = countOf(head, frame);
  if (typeof count !== 'number') {
    const index = unknownIndex(head.name, count, head.range);
    return { open: count, any: { frame: frameOf(head, index, frame), key: undefined } };
  }
  return Array.from({ length: count }, (_, key) => ({
    frame: frameOf(head, loopIndex(key, head.range), frame),
    key,
  }));
}

function countOf({ collection, range }: ForHead, frame: Frame): number | UnknownValue {
  if (collection.kind === 'unknown') return collection;
  if (collection.kind === 'list') {
    return copyCount(numberValue(collection.elements.length, collection.origin), range, frame);
  }
  return frame.template.run.broken('arm-template', 'A loop runs over an array.', range);
}

function frameOf({ collection, item, index, range }: ForHead, position: Value, frame: Frame): Frame {
  const lambdas = new Map(frame.lambdas);
  lambdas.set(item, elementAt(collection, position, range, frame.template.run));
  if (index !== undefined) lambdas.set(index, position);
  return { ...frame, lambdas };
}
