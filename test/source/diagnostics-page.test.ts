import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diagnosticsPage } from '../../src/source/diagnostics-page.ts';

describe('docs/diagnostics.md', () => {
  it('lists every diagnostic (node scripts/document-diagnostics.mjs writes it)', () => {
    assert.equal(readFileSync('docs/diagnostics.md', 'utf8'), diagnosticsPage());
  });
});
