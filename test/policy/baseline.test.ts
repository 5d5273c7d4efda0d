import assert from 'node:assert/strict';
import { applyBaseline, type BaselineScope, writeBaseline } from '../../src/policy/baseline.ts';
import type { Finding } from '../../src/policy/finding.ts';
import { SourceFile } from '../../src/source/file.ts';
import { finding } from '../support/estate.ts';

const LINES = 'sku = "Standard_LRS"\nname = "a"\n';

/** A finding on the line that holds a text. */
function at(
  text: string,
  word: string,
  subject = 'azurerm_managed_disk.db',
  more: Partial<Finding> = {},
): Finding {
  const file = new SourceFile('main.tf', text);
  const start = text.indexOf(word);
  const range = { file, start, end: start + word.length };
  return finding({ range, subject: { kind: 'disk', address: subject, name: subject }, ...more });
}

const baselineOf = (findings: readonly Finding[]) => new SourceFile('baseline.json', writeBaseline(findings));
const addresses = (findings: readonly Finding[]) => findings.map(({ subject }) => subject.address);

describe('a baseline', () => {
  it('holds each finding on a line of its own, in an order that does not depend on theirs', () => {
    const a = at(LINES, 'sku', 'disk.a');
    const b = at(LINES, 'sku', 'disk.b');
    // The fingerprint is that of @microsoft/sarif 5.7.0 for this text.
    assert.equal(
      writeBaseline([b, a]),
      `{"version":1,"findings":[
  {"rule":"EXSTO-23","verdict":"violation","path":"main.tf","fingerprint":"769667c7120efa6f:1","subject":"disk.a"},
  {"rule":"EXSTO-23","verdict":"violation","path":"main.tf","fingerprint":"769667c7120efa6f:1","subject":"disk.b"}
]}
`,
    );
    assert.equal(writeBaseline([a, b]), writeBaseline([b, a]));
    assert.deepEqual(applyBaseline([], baselineOf([])), { fresh: [], known: [], diagnostics: [] });
  });

  it('knows a finding again below other text', () => {
    const moved = at(`# a new first line\n${LINES}`, 'sku');
    const { fresh, known, diagnostics } = applyBaseline([moved], baselineOf([at(LINES, 'sku')]));
    assert.deepEqual([fresh, known, diagnostics], [[], [moved], []]);
  });

  it('accounts for as many findings on a line as it has entries, first those of the same subject', () => {
    const known = baselineOf([at(LINES, 'sku', 'disk["a"]'), at(LINES, 'sku', 'disk["b"]')]);
    const now = ['disk["0"]', 'disk["b"]', 'disk["c"]'].map(address => at(LINES, 'sku', address));
    const result = applyBaseline(now, known);
    assert.deepEqual(addresses(result.known), ['disk["0"]', 'disk["b"]']);
    assert.deepEqual(addresses(result.fresh), ['disk["c"]']);
    assert.deepEqual(result.diagnostics, []);
  });

  it('does not take an undecided finding for a violation', () => {
    const undecided = at(LINES, 'sku', 'disk.a', { verdict: 'undecided' });
    const { fresh, diagnostics } = applyBaseline([at(LINES, 'sku', 'disk.a')], baselineOf([undecided]));
    assert.equal(fresh.length, 1);
    assert.deepEqual(
      diagnostics.map(item => [item.code, item.message]),
      [['baseline-stale', 'EXSTO-23 on disk.a in main.tf is no longer found; remove the entry.']],
    );
  });

  it('does not call an entry stale that the run did not look at', () => {
    const known = baselineOf([at(LINES, 'sku')]);
    const staleIn = (scope: BaselineScope): number => applyBaseline([], known, scope).diagnostics.length;
    assert.equal(staleIn({ rules: ['EXSTO-23'], files: ['main.tf'] }), 1);
    assert.equal(staleIn({ rules: ['EXNET-01'] }), 0);
    assert.equal(staleIn({ files: ['other.tf'] }), 0);
  });

  it('that is none is said to be none', () => {
    for (const text of [
      '[]',
      '{"version":2,"findings":[]}',
      '{"version":1,"findings":[{"rule":"EXSTO-23"}]}',
    ]) {
      const { fresh, diagnostics } = applyBaseline([at(LINES, 'sku')], new SourceFile('baseline.json', text));
      assert.equal(fresh.length, 1);
      assert.deepEqual(
        diagnostics.map(item => item.code),
        ['baseline-invalid'],
        text,
      );
    }
    assert.deepEqual(
      applyBaseline([], new SourceFile('baseline.json', '{')).diagnostics.map(item => item.code),
      ['json-syntax'],
    );
  });
});
