import assert from 'node:assert/strict';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import { describeRule, explainPolicy } from '../../src/policy/explain.ts';
import type { Policy } from '../../src/policy/policy.ts';

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

  it('has every part for a built-in one', () => {
    for (const policy of BUILTIN_POLICIES) {
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
