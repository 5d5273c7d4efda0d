import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import { allRequirements } from '../../src/policy/coverage.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { withTexts } from '../../src/policy/policy-texts.ts';
import { ruleIndexPage, rulePage } from '../../src/policy/rule-page.ts';

const OWN: Policy = {
  id: 'EXSTO-99',
  title: 'Data disks are large enough',
  severity: 'warning',
  subject: 'disk',
  platforms: ['azure'],
  exchange: '2019 || SE',
  when: '!disk.isOs',
  require: 'disk.sizeGib >= 512',
  message: '{disk.name} is small.',
  requirement: 'Disks of `disks[]` have <= 512 * 2 GiB.',
  remedy: 'Make it larger.',
  rationale: 'It fills up.',
  decided: 'From the size.',
  examples: {
    bad: { language: 'bicep', text: 'param a int\n' },
    good: { language: 'terraform', text: 'locals {}\n', config: 'version: 1\n' },
  },
  sources: [{ title: 'Sizes', url: 'https://example.com/sizes' }],
};

describe('the page of a rule', () => {
  it('says everything about it, with its examples and their exvet.yaml', () => {
    const requirements = [
      { id: 'EXSTO-98', title: 'Disks are planned', policies: ['EXSTO-99'] },
      { id: 'EXSTO-99', title: OWN.title, policies: ['EXSTO-99'] },
    ];
    assert.equal(
      rulePage(OWN, requirements),
      `<!-- Written by scripts/document-rules.mjs from policies/*.yaml. -->

# EXSTO-99: Data disks are large enough

|  |  |
|---|---|
| level | warning |
| judges | each disk of an Exchange server |
| platforms | azure |
| Exchange | 2019, SE |
| answers also | EXSTO-98 (Disks are planned) |

## What is required

Disks of \`disks[]\` have \\<= 512 \\* 2 GiB.

## Why it matters to Exchange

It fills up.

## How it is decided

From the size.

It is about those for which this holds:

\`\`\`javascript
!disk.isOs
\`\`\`

Of each, this must hold:

\`\`\`javascript
disk.sizeGib >= 512
\`\`\`

## What to do

Make it larger.

## Violates it

\`\`\`bicep
param a int
\`\`\`

## Passes

\`\`\`terraform
locals {}
\`\`\`

with this \`exvet.yaml\`:

\`\`\`yaml
version: 1
\`\`\`

## Sources

- [Sizes](https://example.com/sizes)
`,
    );
  });

  it('breaks a long condition between its parts', () => {
    const require = `(disk.sizeGib > 1 || disk.name == 'a && b') && ${'disk.isLarge && '.repeat(6)}true || disk.isOs`;
    const page = rulePage({ ...OWN, require }, []);
    assert.ok(
      page.includes(`\`\`\`javascript
(disk.sizeGib > 1 || disk.name == 'a && b')
${'&& disk.isLarge\n'.repeat(6)}&& true
|| disk.isOs
\`\`\``),
      page,
    );
  });

  it('stands in docs/rules for every built-in rule (node scripts/document-rules.mjs writes it)', async () => {
    const policies = await withTexts(BUILTIN_POLICIES);
    const requirements = await allRequirements();
    const pages = new Map([
      ['README.md', ruleIndexPage(policies)],
      ...policies.map(policy => [`${policy.id}.md`, rulePage(policy, requirements)] as const),
    ]);
    assert.deepEqual(readdirSync('docs/rules').sort(), [...pages.keys()].sort());
    for (const [name, text] of pages) assert.equal(readFileSync(`docs/rules/${name}`, 'utf8'), text, name);
  });
});

describe('the index of the rules', () => {
  it('lists them by group', () => {
    const index = ruleIndexPage([{ ...OWN, id: 'EXMEM-99' }, OWN]);
    assert.ok(
      index.endsWith(`
## Storage

| rule | level | Exchange | platforms |  |
|---|---|---|---|---|
| [EXSTO-99](EXSTO-99.md) | warning | 2019, SE | azure | Data disks are large enough |

## Memory

| rule | level | Exchange | platforms |  |
|---|---|---|---|---|
| [EXMEM-99](EXMEM-99.md) | warning | 2019, SE | azure | Data disks are large enough |
`),
      index,
    );
  });
});
