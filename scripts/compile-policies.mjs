// Writes the policies of policies/*.yaml as a module, so that no run has to read and check YAML for them.
// `node scripts/compile-policies.mjs` after a change of a policy; a test checks that the two agree.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

const root = new URL('../', import.meta.url);
const folder = new URL('policies/', root);

export function compiledPolicies() {
  const policies = readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .flatMap(name => parseAllDocuments(readFileSync(new URL(name, folder), 'utf8')))
    .map(document => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    '// biome-ignore-all format: written by scripts/compile-policies.mjs from policies/*.yaml',
    "import type { Policy } from './policy.ts';",
    '',
    '/** The policies that exvet brings along, by id. They are checked when exvet is tested, not when it runs. */',
    `export const BUILTIN_POLICIES: readonly Policy[] = ${JSON.stringify(policies, undefined, 2)};`,
    '',
  ].join('\n');
}

if (process.argv[1] !== undefined && import.meta.url.endsWith('/' + process.argv[1].split(/[\\/]/).at(-1))) {
  writeFileSync(new URL('src/policy/builtin.ts', root), compiledPolicies());
}
