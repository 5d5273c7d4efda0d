/**
 * Writes the policies of policies/*.yaml as modules, so that no run has to read and check YAML for them:
 *
 *   src/policy/builtin.ts           what judging and findings need, which every run loads
 *   src/policy/builtin-texts.ts     what only explanations show, loaded for them
 *   src/policy/builtin-coverage.ts  how each requirement is covered (policies/coverage.yaml), loaded for explanations
 *
 * `node scripts/compile-policies.mjs` after a change of a policy; a test checks that the two agree.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';

const root = new URL('../', import.meta.url);
const folder = new URL('policies/', root);
const COVERAGE = 'coverage.yaml';

/** The parts of a policy that neither judging nor a finding needs; `PolicyTexts` of src/policy/policy-texts.ts. */
const TEXTS = ['rationale', 'decided', 'examples'];

/** The modules by their paths. */
export function compiledPolicies() {
  const policies = readdirSync(folder)
    .filter(name => name.endsWith('.yaml') && name !== COVERAGE)
    .sort()
    .flatMap(name => parseAllDocuments(read(name)))
    .map(document => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    'src/policy/builtin.ts': moduleText(
      "import type { Policy } from './policy.ts';",
      'The policies that exvet brings along, by id, without their texts. They are checked when exvet is tested, not when it runs.',
      'BUILTIN_POLICIES: readonly Policy[]',
      policies.map(policy => pick(policy, name => !TEXTS.includes(name))),
    ),
    'src/policy/builtin-texts.ts': moduleText(
      "import type { PolicyTexts } from './policy-texts.ts';",
      'The texts of the policies that exvet brings along, by id.',
      'BUILTIN_TEXTS: Readonly<Record<string, PolicyTexts>>',
      Object.fromEntries(policies.map(policy => [policy.id, pick(policy, name => TEXTS.includes(name))])),
    ),
    'src/policy/builtin-coverage.ts': moduleText(
      "import type { Requirement } from './coverage.ts';",
      'Every requirement of the catalogue, by id, and what judges it.',
      'REQUIREMENTS: readonly Requirement[]',
      requirements(new Map(policies.map(policy => [policy.id, policy.title]))),
    ),
  };
}

/** A requirement that is judged by the policy of the same id has that policy's title. */
function requirements(titles) {
  return Object.entries(parse(read(COVERAGE))).map(([id, { title, policy = [], ...rest }]) => ({
    id,
    title: title ?? titles.get(id) ?? id,
    policies: policy,
    ...rest,
  }));
}

const read = name => readFileSync(new URL(name, folder), 'utf8');

const pick = (policy, isWanted) =>
  Object.fromEntries(Object.entries(policy).filter(([name]) => isWanted(name)));

const moduleText = (imports, about, declaration, value) =>
  [
    '// biome-ignore-all format: written by scripts/compile-policies.mjs from policies/*.yaml',
    imports,
    '',
    `/** ${about} */`,
    `export const ${declaration} = ${JSON.stringify(value, undefined, 2)};`,
    '',
  ].join('\n');

if (process.argv[1] !== undefined && import.meta.url.endsWith('/' + process.argv[1].split(/[\\/]/).at(-1))) {
  for (const [path, text] of Object.entries(compiledPolicies())) writeFileSync(new URL(path, root), text);
}
