/**
 * Writes the pages about rules and about what exvet.yaml can state; tests hold them against what they are from.
 *
 *   npm run build && node scripts/document-rules.mjs
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { declaredFactsPage } from '../build/src/estate/declared-facts-page.js';
import { BUILTIN_POLICIES } from '../build/src/policy/builtin.js';
import { allRequirements } from '../build/src/policy/coverage.js';
import { coveragePage } from '../build/src/policy/coverage-page.js';
import { withTexts } from '../build/src/policy/policy-texts.js';
import { ruleIndexPage, rulePage } from '../build/src/policy/rule-page.js';

const policies = await withTexts(BUILTIN_POLICIES);
const requirements = await allRequirements();

rmSync('docs/rules', { recursive: true, force: true });
mkdirSync('docs/rules');
writeFileSync('docs/rules/README.md', ruleIndexPage(policies));
for (const policy of policies) writeFileSync(`docs/rules/${policy.id}.md`, rulePage(policy, requirements));
writeFileSync('docs/coverage.md', coveragePage(requirements, policies));
writeFileSync('docs/declared-facts.md', declaredFactsPage());
