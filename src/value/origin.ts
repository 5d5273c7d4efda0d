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

/**
 * The literals that an origin rests on: itself, or for an expression those of its inputs, each once and
 * with the steps that it took before it was computed with.
 */
export function sourcesOf(origin: Origin): Origin[] {
  const found = new Map<string, Origin>();
  const visit = (at: Origin): void => {
    if (at.kind === 'expression' && at.inputs !== undefined && at.inputs.length > 0) {
      for (const input of at.inputs) visit(input);
      return;
    }
    const key = `${at.range.file.path}:${at.range.start}:${at.range.end}`;
    if (!found.has(key)) found.set(key, at);
  };
  visit(origin);
  return [...found.values()];
}

/**
 * The way of the value, from the text that produced it. An expression is its own birthplace: what it was
 * computed from are the steps before it.
 */
export function trailOf(origin: Origin): Trail {
  const steps: Step[] = [];
  if (origin.kind === 'expression') {
    for (const source of origin.inputs ?? []) {
      for (const step of stepsOf(source)) steps.push(step);
    }
  }
  steps.push(...stepsOf(origin));
  return { origin: origin.range, steps };
}
