import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import { allRequirements, alsoJudgedBy, GROUPS, groupOf } from '../../src/policy/coverage.ts';
import { coveragePage } from '../../src/policy/coverage-page.ts';

const IDS = BUILTIN_POLICIES.map(policy => policy.id);

describe('policies/coverage.yaml', () => {
  it('has every requirement once, in order, each in a group', async () => {
    const ids = (await allRequirements()).map(({ id }) => id);
    assert.equal(ids.length, 242);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    const groups: readonly string[] = GROUPS.map(({ prefix }) => prefix);
    assert.deepEqual(
      ids.filter(id => !groups.includes(groupOf(id))),
      [],
    );
  });

  it('has the requirements of the specification, where that lies beside the checkout', async function () {
    const specification = '../shared/spec/requirements.md';
    if (!existsSync(specification)) this.skip();
    const specified = readFileSync(specification, 'utf8').matchAll(/^\| (EX[A-Z]+-\d+)/gm);
    assert.deepEqual(
      (await allRequirements()).map(({ id }) => id),
      [...specified].map(([, id = '']) => id).sort(),
    );
  });

  it('says of each which policies judge it, what is never flagged, or why no template shows it', async () => {
    for (const { id, policies, negative, reason } of await allRequirements()) {
      assert.ok(policies.length > 0 || negative !== undefined || reason !== undefined, id);
    }
  });

  it('names a requirement for each policy, and only policies that there are', async () => {
    const requirements = await allRequirements();
    assert.deepEqual(
      IDS.filter(id => !requirements.some(({ id: own, policies }) => own === id && policies.includes(id))),
      [],
    );
    assert.deepEqual([...new Set(requirements.flatMap(({ policies }) => policies))].sort(), IDS);
  });

  it('names a test for each that is never flagged', async () => {
    const tests = readdirSync('test/policies')
      .filter(name => name.endsWith('.test.ts'))
      .map(name => readFileSync(`test/policies/${name}`, 'utf8'))
      .join('\n');
    const untested = (await allRequirements())
      .filter(({ negative }) => negative !== undefined)
      // In the title of a test: `(EXSTO-26)`, `(EXSNP-05, EXSNP-06)` or `EXSNP-32: Storage vMotion`.
      .filter(({ id }) => !new RegExp(`[(,] ?${id}[,)]|['\`]${id}: `).test(tests));
    assert.deepEqual(
      untested.map(({ id }) => id),
      [],
    );
  });

  it('is the page docs/coverage.md (node scripts/document-rules.mjs writes it)', async () => {
    const page = coveragePage(await allRequirements(), BUILTIN_POLICIES);
    assert.equal(readFileSync('docs/coverage.md', 'utf8'), page);
  });
});

describe('the page about coverage', () => {
  it('shows judges with their platforms, what is never flagged, and reasons', () => {
    const [policy] = BUILTIN_POLICIES.filter(({ id }) => id === 'EXSTO-23');
    assert.ok(policy !== undefined);
    const page = coveragePage(
      [
        { id: 'EXSTO-02', title: 'The list of disks', policies: ['EXSTO-23'], reason: 'The rest is hidden.' },
        { id: 'EXSTO-23', title: policy.title, policies: ['EXSTO-23'] },
        { id: 'EXSTO-26', title: 'iSCSI is fine', policies: [], negative: 'iSCSI' },
        { id: 'EXSIZ-03', title: 'Load tests', policies: [], reason: 'They come later.' },
      ],
      [{ ...policy, platforms: ['azure', 'asr'] }],
    );
    assert.equal(
      page.slice(page.indexOf('## Storage'), page.indexOf('## Memory')),
      `## Storage

| requirement |  | judged by, or why not | platforms |
|---|---|---|---|
| EXSTO-02 | The list of disks | [EXSTO-23](rules/EXSTO-23.md). The rest is hidden. | azure, asr |
| EXSTO-23 | ${policy.title} | [EXSTO-23](rules/EXSTO-23.md) | azure, asr |
| EXSTO-26 | iSCSI is fine | never flagged: iSCSI |  |

`,
    );
    assert.equal(
      page.slice(page.indexOf('## Totals')),
      `## Totals

| requirements |  |
|---|---|
| judged, by 1 rules | 2 |
| never flagged, and tested not to be | 1 |
| not shown by any template | 1 |
| together | 4 |

| platform | rules | requirements judged |
|---|---|---|
| azure | 1 | 2 |
| vsphere | 0 | 0 |
| hyper-v | 0 | 0 |
| azure-local | 0 | 0 |
| scvmm | 0 | 0 |
| asr | 1 | 2 |
`,
    );
  });
});

describe('a policy', () => {
  it('is named by the other requirements that it judges', () => {
    const requirements = [
      { id: 'EXSTO-02', title: 'a', policies: ['EXSTO-04'] },
      { id: 'EXSTO-04', title: 'b', policies: ['EXSTO-04'] },
    ];
    assert.deepEqual(
      alsoJudgedBy('EXSTO-04', requirements).map(({ id }) => id),
      ['EXSTO-02'],
    );
  });
});
