import assert from 'node:assert/strict';
import type { Explanation } from '../../src/policy/explain.ts';
import { explanationText } from '../../src/report/rules.ts';

describe('an explanation in the terminal', () => {
  const explanation: Explanation = {
    id: 'CORP-1',
    title: 'Data disks are large enough',
    scope: [['level', 'warning']],
    sections: [
      { heading: 'What to do', text: 'Make it larger.' },
      {
        heading: 'Violates it',
        code: { language: 'bicep', text: 'param a int\n\nparam b int\n', config: 'version: 1\n' },
      },
    ],
    links: [{ title: 'Sizes', url: 'https://example.com/sizes' }],
  };

  it('has the facts, the texts, the examples with their exvet.yaml, and the sources', () =>
    assert.equal(
      explanationText(explanation, { colour: false }),
      `CORP-1  Data disks are large enough

  level      warning

What to do
  Make it larger.

Violates it
    param a int

    param b int

  with this exvet.yaml:
    version: 1

Sources
  Sizes
  https://example.com/sizes
`,
    ));

  it('of a requirement without a rule has no facts', () =>
    assert.equal(
      explanationText(
        { ...explanation, scope: [], sections: [{ heading: 'Why', text: 'Later.' }], links: [] },
        { colour: false },
      ),
      'CORP-1  Data disks are large enough\n\nWhy\n  Later.\n',
    ));
});
