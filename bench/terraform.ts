/**
 * Reading and evaluating Terraform: all configurations below a folder (a checkout of
 * hashicorp/terraform-provider-azurerm has some six hundred files in `examples/`), against what
 * `@cdktf/hcl2json` needs to read the same files alone; and how it grows from 100 to 1,000 root modules.
 *
 *     node build/bench/terraform.js FOLDER
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeFileSystem } from '../src/cli/node-file-system.ts';
import { DEFAULT_CONFIG } from '../src/session/config.ts';
import { evaluate } from '../src/session/evaluate.ts';
import { SourceFile } from '../src/source/file.ts';
import { SourceTree } from '../src/source/tree.ts';
import { readWithHcl2json } from '../src/terraform/hcl/hcl2json.ts';

const [folder = '.'] = process.argv.slice(2);

async function evaluated(
  root: string,
): Promise<{ ms: number; roots: number; resources: number; files: number }> {
  const start = performance.now();
  const { deployments } = await evaluate({
    tree: new SourceTree(new NodeFileSystem(root)),
    paths: ['.'],
    config: DEFAULT_CONFIG,
    variables: [],
    parameters: [],
    changedOnly: false,
  });
  const ms = performance.now() - start;
  const files = new Set(deployments.flatMap(deployment => deployment.files.map(file => file.path)));
  const resources = deployments.reduce((sum, deployment) => sum + deployment.resources.length, 0);
  return { ms, roots: deployments.length, resources, files: files.size };
}

const peak = (): string => `peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`;

for (const name of ['cold', 'second run']) {
  const { ms, roots, resources, files } = await evaluated(folder);
  const each = (ms / files).toFixed(2);
  console.log(
    `${name}: ${files} files, ${roots} root modules, ${resources} resources in ${ms.toFixed(0)} ms, ${each} ms a file, ${peak()}`,
  );
}

const copies = mkdtempSync(join(tmpdir(), 'exvet-bench-'));
try {
  let made = 0;
  for (const count of [100, 200, 500, 1000]) {
    for (; made < count; made++)
      cpSync('samples/azure-terraform/good', join(copies, `root-${made}`), { recursive: true });
    const { ms, roots, resources } = await evaluated(copies);
    console.log(
      `${roots} root modules, ${resources} resources in ${ms.toFixed(0)} ms, ${(ms / roots).toFixed(2)} ms a root, ${peak()}`,
    );
  }
} finally {
  rmSync(copies, { recursive: true, force: true });
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.tf'));
const start = performance.now();
for (const path of files)
  await readWithHcl2json(new SourceFile(path, readFileSync(join(folder, path), 'utf8')));
const ms = performance.now() - start;
console.log(
  `hcl2json, reading alone: ${files.length} files in ${ms.toFixed(0)} ms, ${(ms / files.length).toFixed(2)} ms a file, ${peak()}`,
);
process.exit(0);
