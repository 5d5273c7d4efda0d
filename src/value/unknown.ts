import type { SourceRange } from '../source/range.ts';
import type { Origin } from './origin.ts';
import type { Type } from './type.ts';
import type { Reference, UnknownValue, Value } from './value.ts';

/** Why a value is unknown. */
export interface Reason {
  readonly kind:
    | 'input' // a variable or parameter without a value: the user can give it
    | 'provider' // the provider or platform decides at deployment
    | 'data' // read from the environment at deployment: a data source, an existing resource
    | 'impure' // a function of time or chance
    | 'unavailable' // a module, template or file that is not here
    | 'declaration' // a fact that no template carries: `exvet.yaml` can state it
    | 'error' // the expression is wrong; a diagnostic says how
    | 'unsupported'; // exvet does not evaluate this yet; a diagnostic says so
  /** A clause that tells what would decide it: `var.disk_sku has no value: set it in a .tfvars file`. */
  readonly text: string;
  readonly range?: SourceRange;
  /** The key of `exvet.yaml` that would state it, for instance `servers[].servicePack`. */
  readonly key?: string;
}

/** Reasons beyond these few help nobody and would make values grow without bound. */
const MAX_REASONS = 8;

export interface UnknownDetails {
  readonly type?: Type | undefined;
  readonly reference?: Reference | undefined;
  readonly parts?: UnknownValue['parts'] | undefined;
  readonly candidates?: UnknownValue['candidates'] | undefined;
  readonly element?: Value | undefined;
  readonly sensitive?: boolean | undefined;
}

export function unknown(
  reasons: Reason | readonly Reason[],
  origin: Origin,
  details: UnknownDetails = {},
): UnknownValue {
  const list = 'kind' in reasons ? [reasons] : reasons;
  return {
    kind: 'unknown',
    reasons: uniteReasons([list]),
    origin,
    ...(details.type === undefined ? {} : { type: details.type }),
    ...(details.reference === undefined ? {} : { reference: details.reference }),
    ...(details.parts === undefined ? {} : { parts: details.parts }),
    ...(details.candidates === undefined ? {} : { candidates: details.candidates }),
    ...(details.element === undefined ? {} : { element: details.element }),
    ...(details.sensitive === true ? { sensitive: true } : {}),
  };
}

/** The result of an operation on operands of which some are unknown: unknown, for all their reasons. */
export function unknownFrom(
  operands: readonly Value[],
  origin: Origin,
  details: UnknownDetails = {},
): UnknownValue {
  const sensitive = details.sensitive ?? operands.some(operand => operand.sensitive === true);
  return unknown(reasonsIn(operands), origin, { ...details, sensitive });
}

/** All reasons found in the values, at any depth. Throws when there is none: then nothing is unknown. */
export function reasonsIn(values: readonly Value[]): readonly Reason[] {
  const lists: (readonly Reason[])[] = [];
  const visit = (value: Value): void => {
    if (value.kind === 'unknown') lists.push(value.reasons);
    else if (value.kind === 'list') {
      value.elements.forEach(visit);
      if (value.more !== undefined) lists.push(value.more.reasons);
    } else if (value.kind === 'object') value.entries.forEach(visit);
  };
  values.forEach(visit);
  return uniteReasons(lists);
}

export function uniteReasons(lists: readonly (readonly Reason[])[]): readonly Reason[] {
  if (lists.length === 1 && lists[0] !== undefined && lists[0].length <= 1) return lists[0];
  const united = new Map<string, Reason>();
  for (const list of lists) {
    for (const reason of list) {
      if (united.size >= MAX_REASONS) return [...united.values()];
      if (!united.has(reason.text)) united.set(reason.text, reason);
    }
  }
  return [...united.values()];
}
