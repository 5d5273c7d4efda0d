import type { Finding } from '../policy/finding.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { FailOn, Options } from './arguments.ts';
import { EXIT, type ExitStatus } from './io.ts';

/** Whether the inputs were complete enough for what the user asks. */
export function completenessStatus(
  diagnostics: readonly Diagnostic[],
  options: Pick<Options, 'allowIncomplete' | 'requireComplete'>,
): ExitStatus {
  const failing = diagnostics.some(({ code, effect }) => {
    // A bad configuration or policy is no incomplete input: what would be judged is not what was meant.
    if (code === 'config-invalid' || code === 'policy-invalid' || code === 'baseline-invalid') return true;
    if (effect === 'broken') return !options.allowIncomplete;
    return effect === 'unavailable' && options.requireComplete;
  });
  return failing ? EXIT.failed : EXIT.ok;
}

/** The exit status of a scan: a run that could not do its job outweighs what it found. */
export function scanStatus(
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
  options: Pick<Options, 'allowIncomplete' | 'requireComplete' | 'failOn'>,
): ExitStatus {
  const completeness = completenessStatus(diagnostics, options);
  if (completeness !== EXIT.ok) return completeness;
  return findings.some(finding => fails(finding, options.failOn)) ? EXIT.findings : EXIT.ok;
}

const LEVELS = { error: 3, warning: 2, note: 1 } as const;

function fails({ verdict, level }: Finding, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  if (failOn === 'undecided') return true;
  return verdict === 'violation' && LEVELS[level] >= LEVELS[failOn];
}
