import assert from 'node:assert/strict';
import { withMembership } from '../../src/estate/membership.ts';
import { reasonsText, valueText } from '../../src/value/json.ts';
import { nullValue } from '../../src/value/make.ts';
import { dag, on, statedOfDag } from '../support/estate.ts';
import { somewhere } from '../support/values.ts';

describe('whether a server stands alone', () => {
  const server = on('vsphere');

  it('is false for a member of a DAG, which knows what is stated about the DAG', () => {
    const { servers, dags } = withMembership(
      [server],
      [dag([server], { declared: statedOfDag({ thirdPartyReplication: true }) })],
    );
    const [member] = servers;
    assert.equal(member?.standAlone && valueText(member.standAlone), 'false');
    assert.ok(member?.dagDeclared?.has('thirdPartyReplication'));
    assert.equal(dags[0]?.members[0], member);
  });

  it('is true where exvet.yaml says that it is in none', () => {
    const [alone] = withMembership([{ ...server, dag: nullValue(somewhere) }], []).servers;
    assert.equal(alone?.standAlone && valueText(alone.standAlone), 'true');
  });

  it('is not told for the only mailbox server of a deployment', () => {
    const [only] = withMembership([server], []).servers;
    assert.ok(only?.standAlone?.kind === 'unknown');
    assert.equal(
      reasonsText(only.standAlone.reasons),
      'nothing tells whether ex01 is in a DAG: state servers[].dag in exvet.yaml (null for none)',
    );
  });
});
