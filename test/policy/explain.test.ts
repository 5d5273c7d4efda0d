import assert from 'node:assert/strict';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import type { Requirement } from '../../src/policy/coverage.ts';
import { describeRule, explainPolicy, explainRequirement } from '../../src/policy/explain.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { withTexts } from '../../src/policy/policy-texts.ts';

const OWN: Policy = {
  id: 'CORP-1',
  title: 'Data disks are large enough',
  severity: 'warning',
  subject: 'disk',
  when: '!disk.isOs',
  require: 'disk.sizeGib >= 512',
  levels: [{ when: 'run.strict', level: 'error' }],
  message: '{disk.name} is small.',
  remedy: 'Make it larger.',
};

describe('an explained policy', () => {
  it('says what a policy without words of its own says', () => {
    assert.deepEqual(explainPolicy(OWN), {
      id: 'CORP-1',
      title: 'Data disks are large enough',
      scope: [
        ['level', 'warning; error in some cases'],
        ['judges', 'each disk of an Exchange server'],
        ['platforms', 'azure, vsphere, hyper-v, azure-local, scvmm, asr'],
        ['Exchange', 'every version'],
      ],
      sections: [
        { heading: 'What is required', text: 'Data disks are large enough' },
        { heading: 'The condition', text: 'disk.sizeGib >= 512, for those with !disk.isOs' },
        { heading: 'What to do', text: 'Make it larger.' },
      ],
      links: [],
    });
  });

  it('has every part for a built-in one', async () => {
    for (const policy of await withTexts(BUILTIN_POLICIES)) {
      const { sections, links } = explainPolicy(policy);
      assert.deepEqual(
        sections.map(section => section.heading),
        [
          'What is required',
          'Why',
          'How it is decided',
          'The condition',
          'What to do',
          'Violates it',
          'Passes',
        ],
      );
      assert.ok(links.length > 0);
    }
  });

  it('names the versions that its range holds', () => {
    const versions = (exchange: string) =>
      explainPolicy({ ...OWN, exchange }).scope.find(([label]) => label === 'Exchange');
    assert.deepEqual(versions('>=2013'), ['Exchange', '2013, 2016, 2019, SE']);
    assert.deepEqual(versions('2007 || >=2019'), ['Exchange', '2007, 2019, SE']);
  });

  it('names the other requirements that it judges', () => {
    const requirements: Requirement[] = [
      { id: 'CORP-1', title: 'Disks', policies: ['CORP-1'] },
      { id: 'CORP-2', title: 'Sizes', policies: ['CORP-1', 'CORP-4'] },
      { id: 'CORP-3', title: 'Speed', policies: [], reason: 'It shows under load.' },
    ];
    assert.deepEqual(explainPolicy(OWN, requirements).scope.slice(4), [['answers', 'also CORP-2']]);
  });

  it('describes a rule for reports', () => {
    assert.deepEqual(describeRule(OWN), {
      id: 'CORP-1',
      title: 'Data disks are large enough',
      level: 'warning',
      subject: 'disk',
      platforms: ['azure', 'vsphere', 'hyper-v', 'azure-local', 'scvmm', 'asr'],
      requirement: 'Data disks are large enough',
      rationale: '',
      decided: '',
      remedy: 'Make it larger.',
      links: [],
    });
  });
});

describe('an explained requirement without a policy of its own', () => {
  it('names the policies that judge it, and what they leave', () => {
    const requirement = {
      id: 'CORP-2',
      title: 'Storage is sized',
      policies: ['CORP-1'],
      reason: 'Speed shows under load.',
    };
    assert.deepEqual(explainRequirement(requirement, [OWN]), {
      id: 'CORP-2',
      title: 'Storage is sized',
      scope: [],
      sections: [
        { heading: 'Judged by CORP-1', text: 'Data disks are large enough' },
        { heading: 'What no rule judges', text: 'Speed shows under load.' },
      ],
      links: [],
    });
  });

  it('says why no rule judges it', () => {
    const requirement = { id: 'CORP-3', title: 'Speed', policies: [], reason: 'It shows under load.' };
    assert.deepEqual(explainRequirement(requirement, [OWN]).sections, [
      { heading: 'Why no rule judges it', text: 'It shows under load.' },
    ]);
  });

  it('says what is never flagged', () => {
    const requirement = { id: 'CORP-4', title: 'Roles', policies: [], negative: 'a role by itself' };
    assert.deepEqual(explainRequirement(requirement, [OWN]).sections, [
      { heading: 'Never flagged', text: 'a role by itself' },
    ]);
  });
});
