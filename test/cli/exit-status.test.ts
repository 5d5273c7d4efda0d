import assert from 'node:assert/strict';
import type { FailOn } from '../../src/cli/arguments.ts';
import { scanStatus } from '../../src/cli/exit-status.ts';
import type { Finding } from '../../src/policy/finding.ts';
import { type DiagnosticCode, diagnostic } from '../../src/source/diagnostic.ts';
import { someFile } from '../support/values.ts';

const range = { file: someFile, start: 0, end: 8 };

const finding = (verdict: Finding['verdict'], level: Finding['level']): Finding => ({
  rule: 'EXSTO-23',
  title: '',
  verdict,
  level,
  subject: { kind: 'disk', address: 'azurerm_managed_disk.db', name: 'db' },
  message: '',
  requirement: '',
  remedy: '',
  range,
  trail: { origin: range, steps: [] },
  needs: [],
  notes: [],
  links: [],
  fix: undefined,
  deployments: [],
});

const status = (
  findings: readonly Finding[],
  codes: readonly DiagnosticCode[],
  options: { failOn?: FailOn; allowIncomplete?: boolean; requireComplete?: boolean } = {},
) =>
  scanStatus(
    findings,
    codes.map(code => diagnostic(code, '', range)),
    { failOn: 'error', allowIncomplete: false, requireComplete: false, ...options },
  );

describe('the exit status of a scan', () => {
  it('is 1 when a violation reaches --fail-on', () => {
    assert.equal(status([finding('violation', 'error')], []), 1);
    assert.equal(status([finding('violation', 'warning')], []), 0);
    assert.equal(status([finding('violation', 'warning')], [], { failOn: 'warning' }), 1);
    assert.equal(status([finding('violation', 'error')], [], { failOn: 'never' }), 0);
  });

  it('does not fail for an undecided check unless asked to', () => {
    assert.equal(status([finding('undecided', 'error')], []), 0);
    assert.equal(status([finding('undecided', 'error')], [], { failOn: 'note' }), 0);
    assert.equal(status([finding('undecided', 'error')], [], { failOn: 'undecided' }), 1);
  });

  it('is 2 when an input is broken, whatever was found, unless that is allowed', () => {
    assert.equal(status([], ['hcl-syntax']), 2);
    assert.equal(status([finding('violation', 'error')], ['hcl-syntax']), 2);
    assert.equal(status([], ['hcl-syntax'], { allowIncomplete: true }), 0);
    assert.equal(status([finding('violation', 'error')], ['hcl-syntax'], { allowIncomplete: true }), 1);
  });

  it('is 2 for what is not available only when completeness is asked for', () => {
    assert.equal(status([], ['terraform-module-unavailable']), 0);
    assert.equal(status([], ['terraform-module-unavailable'], { requireComplete: true }), 2);
  });

  it('is 2 for a bad configuration or policy in any case', () => {
    assert.equal(status([], ['config-invalid'], { allowIncomplete: true }), 2);
    assert.equal(status([], ['policy-invalid'], { allowIncomplete: true }), 2);
  });
});
