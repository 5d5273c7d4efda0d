import { DIAGNOSTICS, type Effect } from './diagnostic.ts';

const EFFECTS: readonly (readonly [Effect, string, string])[] = [
  ['broken', 'Broken inputs', 'The run fails with status 2, unless `--allow-incomplete` is given.'],
  [
    'unavailable',
    'Not available',
    'Reported as not analysed; the run fails with status 2 only with `--require-complete`.',
  ],
  ['advice', 'Remarks', 'Nothing was lost.'],
];

/** The page that lists every diagnostic. */
export function diagnosticsPage(): string {
  const sections = EFFECTS.map(([effect, heading, meaning]) => {
    const rows = Object.entries(DIAGNOSTICS)
      .filter(([, kind]) => kind.effect === effect)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { about }]) => `| \`${code}\` | ${about} |`);
    return `## ${heading}\n\n${meaning}\n\n| code | |\n|---|---|\n${rows.join('\n')}\n`;
  });
  const head = '# Diagnostics\n\nWhat exvet says about inputs. Codes are stable.\n';
  return [head, ...sections].join('\n');
}
