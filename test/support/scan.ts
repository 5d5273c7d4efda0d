import type { Report } from '../../src/report/report.ts';
import { DEFAULT_CONFIG } from '../../src/session/config.ts';
import { scan } from '../../src/session/scan.ts';
import { memoryTree } from './memory-tree.ts';

/** Scans files as a user would who judges one rule on 2026-11-21. */
export async function reportOn(files: Readonly<Record<string, string>>, rule: string): Promise<Report> {
  const { report } = await scan(
    {
      tree: memoryTree(files),
      paths: ['.'],
      config: DEFAULT_CONFIG,
      variables: [],
      parameters: [],
      changedOnly: false,
    },
    {
      rules: [rule],
      skippedRules: [],
      inlineIgnores: true,
      baseline: undefined,
      date: '2026-11-21',
      version: '0.0.0',
    },
  );
  return report;
}
