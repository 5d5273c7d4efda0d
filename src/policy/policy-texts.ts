import type { Policy } from './policy.ts';

/** The parts of a policy that neither judging nor a finding needs. Most runs never load those of the built-in ones. */
export type PolicyTexts = Pick<Policy, 'rationale' | 'decided' | 'examples'>;

/** The policies with all their parts: `BUILTIN_POLICIES` leaves out the texts, users' policies come whole. */
export async function withTexts(policies: readonly Policy[]): Promise<readonly Policy[]> {
  const { BUILTIN_TEXTS } = await import('./builtin-texts.ts');
  return policies.map(policy => ({ ...policy, ...BUILTIN_TEXTS[policy.id] }));
}
