import type { Subject } from '../estate/fact.ts';
import type { Estate, Platform } from '../estate/model.ts';
import { compareRanges } from '../source/range.ts';
import type { Resource } from '../value/resource.ts';
import { uniteReasons } from '../value/unknown.ts';
import type { Run } from './cel.ts';
import { decide } from './decide.ts';
import type { Finding } from './finding.ts';
import { inLabs } from './labs.ts';
import { findingOf } from './make-finding.ts';
import type { Policy } from './policy.ts';
import { serversOf } from './subject.ts';

/** The estate of one deployment, under the name that reports give it. */
export interface DeployedEstate {
  readonly deployment: string;
  readonly estate: Estate;
  /** What the deployment declares; findings that stand in modules from elsewhere are led out of them by it. */
  readonly resources?: readonly Resource[];
}

/**
 * Judges every subject of the estates by every policy that is about it. What passes is not reported. The
 * same finding in several deployments of one template is reported once; findings stand in the order of
 * their places.
 */
export function judge(estates: readonly DeployedEstate[], policies: readonly Policy[], run: Run): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { deployment, estate, resources = [] } of estates) {
    const downloaded = resources.filter(resource => resource.downloaded !== undefined);
    const subjects = subjectsOf(estate);
    for (const policy of policies) {
      for (const subject of subjects) {
        if (subject.kind !== policy.subject || !onPlatform(policy, subject)) continue;
        const outcome = decide(policy, subject, run);
        if (outcome.verdict === 'pass') continue;
        const found = findingOf({ policy, subject, outcome, run, deployment, downloaded }, outcome.verdict);
        const finding = inLabs(found, subject, run.labs ?? []);
        const key = identity(finding);
        const known = findings.get(key);
        findings.set(key, known === undefined ? finding : alsoIn(known, finding));
      }
    }
  }
  return [...findings.values()].sort(compareFindings);
}

function subjectsOf({ servers, dags, hosts, replications }: Estate): Subject[] {
  return [
    ...servers.flatMap((server): Subject[] => [
      { kind: 'server', server },
      ...server.disks.map((disk): Subject => ({ kind: 'disk', disk, server })),
      { kind: 'network', server },
    ]),
    ...dags.map((dag): Subject => ({ kind: 'dag', dag })),
    ...hosts.flatMap((host): Subject[] => [
      { kind: 'host', host },
      ...(host.kind === 'cluster' ? [{ kind: 'cluster', host } as const] : []),
    ]),
    ...replications.map((replication): Subject => ({ kind: 'replication', replication })),
  ];
}

function onPlatform({ platforms }: Policy, subject: Subject): boolean {
  const includes = (platform: Platform): boolean => platforms === undefined || platforms.includes(platform);
  return serversOf(subject).some(server => includes(server.platform));
}

/** Two findings with one identity are the same finding, met in two deployments. */
function identity({ rule, verdict, level, subject, message, range, trail }: Finding): string {
  const steps = trail.steps.map(step => `${step.range.file.path}:${step.range.start}`);
  return [
    rule,
    verdict,
    level,
    subject.address,
    message,
    range.file.path,
    range.start,
    range.end,
    ...steps,
  ].join('\0');
}

const alsoIn = (known: Finding, other: Finding): Finding => ({
  ...known,
  needs: uniteReasons([known.needs, other.needs]),
  notes: union(known.notes, other.notes),
  deployments: union(known.deployments, other.deployments),
});

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** Where findings differ in nothing that a reader sees first, their rule and subject order them. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    compareRanges(a.range, b.range) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.subject.address, b.subject.address) ||
    compareTexts(a.message, b.message)
  );
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
