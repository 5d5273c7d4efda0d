/**
 * A requirement of the catalogue and what becomes of it (`policies/coverage.yaml`): policies judge it, or it
 * says what exvet never flags, or no template can show it.
 */
export interface Requirement {
  /** `EXSNP-03` */
  readonly id: string;
  readonly title: string;
  /** The policies that judge it: its own, or more specific ones. */
  readonly policies: readonly string[];
  /** Why no template shows it, or what the policies leave of it. */
  readonly reason?: string;
  /** What is supported and never flagged. */
  readonly negative?: string;
}

/** All requirements, in the order of their ids; loaded on demand. */
export async function allRequirements(): Promise<readonly Requirement[]> {
  const { REQUIREMENTS } = await import('./builtin-coverage.ts');
  return REQUIREMENTS;
}

/** The other requirements that a policy judges. */
export const alsoJudgedBy = (policy: string, requirements: readonly Requirement[]): readonly Requirement[] =>
  requirements.filter(({ id, policies }) => id !== policy && policies.includes(policy));

/** The groups of the catalogue, in its order, by what their ids begin with. */
export const GROUPS: readonly { readonly prefix: string; readonly title: string }[] = [
  { prefix: 'EXPLT', title: 'Platform, operating system, version' },
  { prefix: 'EXSTO', title: 'Storage' },
  { prefix: 'EXMEM', title: 'Memory' },
  { prefix: 'EXCPU', title: 'Processors' },
  { prefix: 'EXSNP', title: 'Snapshots, saved state, moves, backup' },
  { prefix: 'EXNET', title: 'Network and mail' },
  { prefix: 'EXHOST', title: 'Hosts' },
  { prefix: 'EXHA', title: 'Availability' },
  { prefix: 'EXREP', title: 'Replication' },
  { prefix: 'EXSIZ', title: 'Sizing' },
];

/** `EXSTO` of `EXSTO-23` */
export const groupOf = (id: string): string => id.slice(0, id.indexOf('-'));
