import type { Report } from '../../src/report/report.ts';
import { type Config, DEFAULT_CONFIG, readConfig } from '../../src/session/config.ts';
import { scan } from '../../src/session/scan.ts';
import type { SourceTree } from '../../src/source/tree.ts';
import { memoryTree } from './memory-tree.ts';

/**
 * Scans files, or those of the paths given, as a user would who judges one rule on 2026-11-21; `exvet.yaml` may
 * be one of the files.
 */
export async function reportOn(
  files: Readonly<Record<string, string>>,
  rule: string,
  paths: readonly string[] = ['.'],
): Promise<Report> {
  const tree = memoryTree(files);
  const { report } = await scan(
    {
      tree,
      paths,
      config: await configIn(tree),
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

async function configIn(tree: SourceTree): Promise<Config> {
  if (tree.kind('exvet.yaml') !== 'file') return DEFAULT_CONFIG;
  const config = await readConfig(tree, 'exvet.yaml');
  if ('declarations' in config) return config;
  throw new Error(config.map(({ message }) => message).join('\n'));
}
