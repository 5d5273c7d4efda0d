/**
 * Reading and evaluating Bicep: all modules below a folder (a checkout of Azure/bicep-registry-modules has
 * 573 in `avm/`), each as a deployment of its own.
 *
 *     node build/bench/bicep.js FOLDER
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateBicep } from '../src/bicep/index.ts';
import { parseBicep } from '../src/bicep/parser.ts';
import { NodeFileSystem } from '../src/cli/node-file-system.ts';
import { SourceFile } from '../src/source/file.ts';
import { SourceTree } from '../src/source/tree.ts';

const [folder = '.'] = process.argv.slice(2);
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => /(^|[\\/])main\.bicep$/.test(path))
  .sort();
const peak = (): string => `peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`;

const files = paths.map(path => new SourceFile(path, readFileSync(join(folder, path), 'utf8')));
for (const pass of ['cold', 'second pass']) {
  const start = performance.now();
  for (const file of files) parseBicep(file);
  const ms = performance.now() - start;
  console.log(`reading, ${pass}: ${files.length} files in ${ms.toFixed(0)} ms, ${peak()}`);
}

/** Evaluates the first `count` modules in one tree; gives the time of each. */
function evaluated(
  count: number,
): readonly { readonly path: string; readonly ms: number; readonly resources: number }[] {
  const tree = new SourceTree(new NodeFileSystem(folder));
  return paths.slice(0, count).map(path => {
    const start = performance.now();
    const { resources } = evaluateBicep(tree, path, { parameterFiles: [] });
    return { path, ms: performance.now() - start, resources: resources.length };
  });
}

for (const part of [0.25, 0.5, 1]) {
  const results = evaluated(Math.ceil(paths.length * part));
  const ms = results.reduce((sum, result) => sum + result.ms, 0);
  const resources = results.reduce((sum, result) => sum + result.resources, 0);
  console.log(
    `evaluating: ${results.length} modules, ${resources} resources in ${ms.toFixed(0)} ms, ${peak()}`,
  );
  if (part < 1) continue;
  const slowest = [...results].sort((a, b) => b.ms - a.ms).slice(0, 10);
  for (const result of slowest) console.log(`  ${result.ms.toFixed(0).padStart(5)} ms  ${result.path}`);
}
