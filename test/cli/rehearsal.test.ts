import assert from 'node:assert/strict';
import { rehearse } from '../../src/cli/rehearsal.ts';

describe('the rehearsal', () => {
  it('is a scan in which everything can be read, with violations of several rules', async () => {
    const report = await rehearse();
    assert.match(report, /Everything that was found was analysed\./);
    assert.match(report, /evaluated 17 resources in 1 deployment, recognised 4 Exchange servers/);
    // Standard_LRS under the databases, and a virtual disk that nothing says is thick.
    assert.match(report, /^error EXSTO-23 /m);
    assert.match(report, /^warning EXSTO-48 /m);
  });
});
