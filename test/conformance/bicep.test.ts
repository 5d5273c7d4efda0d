import assert from 'node:assert/strict';
import { isHere, run } from './conformance.ts';

interface Summary {
  readonly summary: { readonly right: number; readonly runs: number };
}

describe('Bicep expressions of the official compiler', function () {
  this.timeout(300_000);

  it('have the values that they have there', async function () {
    if (!isHere) this.skip();
    const output = await run('arm-cases.mjs', ['--form', 'bicep']);
    const line = output.split('\n').find(part => part.startsWith('{"summary"'));
    assert.ok(line !== undefined, output.slice(-2000));
    const { right, runs } = (JSON.parse(line) as Summary).summary;
    assert.deepEqual({ right, runs }, { right: 72, runs: 72 });
  });
});
