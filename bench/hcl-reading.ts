/**
 * How fast our HCL reader is against `@cdktf/hcl2json`, over all .tf files below a folder (a checkout of
 * hashicorp/terraform-provider-azurerm has some six hundred in `examples/`).
 *
 *     node build/bench/hcl-reading.js FOLDER
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '../src/source/file.ts';
import { readWithHcl2json } from '../src/terraform/hcl/hcl2json.ts';
import { parseHcl } from '../src/terraform/hcl/parser.ts';

const [folder = '.'] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.tf'))
  .sort()
  .map(path => new SourceFile(path, readFileSync(join(folder, path), 'utf8')));
const bytes = files.reduce((sum, file) => sum + file.text.length, 0);
console.log(`${files.length} files, ${(bytes / 1e6).toFixed(2)} MB`);

async function pass(name: string, read: (file: SourceFile) => unknown): Promise<number> {
  const start = performance.now();
  for (const file of files) await read(file);
  const ms = performance.now() - start;
  console.log(
    `${name.padEnd(32)} ${ms.toFixed(0).padStart(6)} ms, ${(ms / files.length).toFixed(3)} ms a file`,
  );
  return ms;
}

const ours = [await pass('exvet, cold', parseHcl), await pass('exvet, second pass', parseHcl)] as const;
const theirs = [
  await pass('hcl2json, cold', readWithHcl2json),
  await pass('hcl2json, second pass', readWithHcl2json),
] as const;
console.log(
  `cold ${(theirs[0] / ours[0]).toFixed(1)}x, second pass ${(theirs[1] / ours[1]).toFixed(1)}x faster`,
);
process.exit(0);
