import assert from 'node:assert/strict';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import { matchesRule, type RuleLevel, selectPolicies } from '../../src/policy/selection.ts';
import { place } from '../support/estate.ts';

const level = (rule: string, to: RuleLevel['level']): RuleLevel => ({
  rule: { value: rule, range: place(rule, 'exvet.yaml') },
  level: to,
});
/** A few, so that a new rule changes nothing here. */
const POLICIES = BUILTIN_POLICIES.filter(({ id }) =>
  ['EXHA-23', 'EXMEM-10', 'EXMEM-12', 'EXSNP-01', 'EXSNP-22', 'EXSTO-23'].includes(id),
);
const selected = (choice: Parameters<typeof selectPolicies>[1]) =>
  selectPolicies(POLICIES, choice).policies.map(policy => policy.id);

describe('the choice of rules', () => {
  it('is all of them, some by id or glob, or all but some', () => {
    assert.equal(selected({}).length, POLICIES.length);
    assert.deepEqual(selected({ only: ['exsnp-*', 'EXHA-23'] }), ['EXHA-23', 'EXSNP-01', 'EXSNP-22']);
    assert.deepEqual(selected({ only: ['EXSNP-*'], skip: ['*-22'] }), ['EXSNP-01']);
  });

  it('says which words name no rule', () => {
    const { unmatched } = selectPolicies(POLICIES, {
      only: ['EXSTO-23', 'EXSTO-99'],
      skip: ['FOO-*'],
    });
    assert.deepEqual(unmatched, ['EXSTO-99', 'FOO-*']);
  });

  it('takes levels from exvet.yaml; off leaves a rule out', () => {
    const { policies } = selectPolicies(POLICIES, {
      only: ['EXMEM-*', 'EXHA-23'],
      levels: [level('EXMEM-12', 'note'), level('EXMEM-10', 'off')],
    });
    assert.deepEqual(
      policies.map(({ id, severity, levels = [] }) => [id, severity, ...levels.map(item => item.level)]),
      [
        ['EXHA-23', 'warning'],
        ['EXMEM-12', 'note', 'note'],
      ],
    );
  });

  it('remarks on a level for a rule that does not exist', () => {
    const { diagnostics } = selectPolicies(POLICIES, { levels: [level('EXMEM-11', 'off')] });
    assert.deepEqual(
      diagnostics.map(item => [item.code, item.effect, item.message]),
      [['config-invalid', 'broken', "There is no rule 'EXMEM-11'. Did you mean 'EXMEM-10'?"]],
    );
  });

  it('matches ids literally but for *', () => {
    assert.ok(matchesRule('EX*-01', 'EXSNP-01'));
    assert.ok(!matchesRule('EXSTO.23', 'EXSTO-23'));
    assert.ok(!matchesRule('EXSTO-2', 'EXSTO-23'));
  });
});
