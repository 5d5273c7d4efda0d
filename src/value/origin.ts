import type { SourceRange } from '../source/range.ts';

/**
 * Where a value comes from.
 *
 * - `literal`: the text at `range` is the value; a fix can replace it.
 * - `expression`: an operator, function or template at `range` computed it from the values in `inputs`.
 * - `default`: the text says nothing; `range` is the block that leaves it out, and the provider or the
 *   platform fills it in.
 * - `declared`: the user's `exvet.yaml` states it.
 */
export interface Origin {
  readonly kind: 'literal' | 'expression' | 'default' | 'declared';
  readonly range: SourceRange;
  /** How the value was passed on since, newest first. */
  readonly steps?: Steps | undefined;
  /** For an expression: the origins of what it was computed from. */
  readonly inputs?: readonly Origin[] | undefined;
}

/** One hand-over of a value: through a variable, a local, a module argument, an attribute. */
export interface Step {
  readonly range: SourceRange;
  /** What the value passed through, in the language's own words: `variable "disk_sku"`, `local.sku`. */
  readonly text: string;
}

/** A list that shares its tail, so that passing a value on costs one cell. */
export interface Steps {
  readonly step: Step;
  readonly before?: Steps | undefined;
}

/** The way of a value in the order in which it was walked, its birthplace first. */
export interface Trail {
  readonly origin: SourceRange;
  readonly steps: readonly Step[];
}

export function addStep(origin: Origin, step: Step): Origin {
  const last = origin.steps?.step;
  if (last !== undefined && last.text === step.text && last.range.start === step.range.start) return origin;
  return { ...origin, steps: { step, before: origin.steps } };
}

/** What was passed on as part of a collection has also walked the collection's way. */
export function followSteps(origin: Origin, container: Origin): Origin {
  if (container.steps === undefined) return origin;
  let result = origin;
  for (const step of stepsOf(container)) result = addStep(result, step);
  return result;
}

/** The steps of an origin, oldest first. */
export function stepsOf(origin: Origin): Step[] {
  const steps: Step[] = [];
  for (let cell = origin.steps; cell !== undefined; cell = cell.before) steps.push(cell.step);
  return steps.reverse();
}

/** A trail is for people, and what a value was computed from can be a whole configuration. */
const MAX_STEPS = 30;
const MAX_ORIGINS = 300;

/**
 * The way of the value, from the text that produced it. An expression is its own birthplace: the ways of
 * what it was computed from are the steps before it.
 */
export function trailOf(origin: Origin): Trail {
  const steps = new Map<string, Step>();
  let origins = 0;
  const collect = (at: Origin): void => {
    if (++origins > MAX_ORIGINS) return;
    for (const input of at.inputs ?? []) collect(input);
    for (const step of stepsOf(at)) {
      const key = `${step.range.file.path}:${step.range.start}:${step.text}`;
      if (steps.size < MAX_STEPS && !steps.has(key)) steps.set(key, step);
    }
  };
  collect(origin);
  return { origin: origin.range, steps: [...steps.values()] };
}
