import type { Diagnostic } from '../source/diagnostic.ts';

/**
 * Diagnostics that say the same of several places. A resource group that a broken configuration names forty
 * times is one thing to mend, and people want to read it once.
 */
export interface RepeatedDiagnostic {
  readonly first: Diagnostic;
  /** The same of other places. */
  readonly others: readonly Diagnostic[];
}

/** Groups diagnostics that say the same, in the order of their first places. */
export function repeatedDiagnostics(items: readonly Diagnostic[]): readonly RepeatedDiagnostic[] {
  const groups = new Map<string, { readonly first: Diagnostic; readonly others: Diagnostic[] }>();
  for (const item of items) {
    const key = `${item.code}\0${item.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: item, others: [] });
    else group.others.push(item);
  }
  return [...groups.values()];
}
