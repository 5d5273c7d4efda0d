import type { Subject } from '../estate/fact.ts';
import { knownText } from '../value/read.ts';
import type { Finding } from './finding.ts';
import { serversOf } from './subject.ts';

/**
 * Microsoft's policies are written for production. `exvet.yaml` can name environments, as tags or its own entries give
 * them to servers, whose errors are warnings; no tag does that by itself.
 */
export function inLabs(finding: Finding, subject: Subject, labs: readonly string[]): Finding {
  if (finding.level !== 'error' || labs.length === 0) return finding;
  const environments = serversOf(subject).map(({ environment }) => knownText(environment)?.toLowerCase());
  const isLab = environments.every(
    name => name !== undefined && labs.some(lab => lab.toLowerCase() === name),
  );
  const [name] = environments;
  if (!isLab || name === undefined) return finding;
  const note = `a warning instead of an error: exvet.yaml lists the environment '${name}' under labs`;
  return { ...finding, level: 'warning', notes: [...finding.notes, note] };
}
