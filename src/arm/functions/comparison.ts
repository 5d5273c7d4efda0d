import { boolValue, computedAt } from '../../value/make.ts';
import { bigOf } from '../../value/number.ts';
import { BOOL } from '../../value/type.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { KnownValue } from '../../value/value.ts';
import { equality } from '../equality.ts';
import { type ArmFunction, eager, pure, wrongKind } from './definition.ts';

let cultureOrder: Intl.Collator | undefined;

/**
 * Strings compare in the order of the invariant culture, where `A` comes after `a` (template functions,
 * comparison, `greater`).
 */
export function compareTexts(a: string, b: string): number {
  // Made when first needed: loading the rules of a language takes 5 ms.
  cultureOrder ??= new Intl.Collator('en');
  return cultureOrder.compare(a, b);
}

const comparison = (holds: (order: number) => boolean): ArmFunction =>
  pure(2, 2, ([a, b], origin) => boolValue(holds(orderOf(a, b)), origin), BOOL);

function orderOf(a: KnownValue | undefined, b: KnownValue | undefined): number {
  if (a?.kind === 'number' && b?.kind === 'number') return bigOf(a).cmp(bigOf(b));
  if (a?.kind === 'string' && b?.kind === 'string') return compareTexts(a.value, b.value);
  throw wrongKind('two ints or two strings', a?.kind === 'number' || a?.kind === 'string' ? b : a);
}

export const COMPARISON_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  equals: eager(2, 2, (args, call) => {
    const [a, b] = args;
    const origin = computedAt(call.range, args);
    if (a === undefined || b === undefined) throw wrongKind('two values', a);
    const equal = equality(a, b);
    if (equal === undefined) return unknownFrom(args, origin, { type: BOOL });
    return boolValue(equal, origin);
  }),
  less: comparison(order => order < 0),
  lessOrEquals: comparison(order => order <= 0),
  greater: comparison(order => order > 0),
  greaterOrEquals: comparison(order => order >= 0),
};
