import { spawnSync } from 'node:child_process';

/** Minimum and median of some timings, in milliseconds. */
export interface Timing {
  readonly min: number;
  readonly median: number;
}

export function timing(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  return { min: sorted[0] ?? Number.NaN, median: sorted[sorted.length >> 1] ?? Number.NaN };
}

/** Runs a command to its end and gives the wall time in milliseconds and the peak memory in MB. */
export function runOnce(
  command: readonly string[],
  cwd: string,
): { readonly ms: number; readonly peakMb: number } {
  const env = { ...process.env };
  // Node 20 spends tens of milliseconds more at every start where this is set.
  delete env['NODE_EXTRA_CA_CERTS'];
  const start = performance.now();
  const { stderr, error } = spawnSync('/usr/bin/time', ['-f', '%M', ...command], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ms = performance.now() - start;
  if (error !== undefined) throw error;
  return { ms, peakMb: Number(stderr.trim().split('\n').at(-1)) / 1024 };
}

export const text = ({ min, median }: Timing): string =>
  `min ${min.toFixed(1)} ms, median ${median.toFixed(1)} ms`;
