import assert from 'node:assert/strict';
import { isHere, run } from './conformance.ts';

interface Summary {
  readonly summary: {
    readonly right: number;
    readonly wrong: number;
    readonly unknown: number;
    readonly error: number;
  };
}

describe('ARM expressions of the official compiler and documentation', function () {
  this.timeout(300_000);

  it('have the values that they have there', async function () {
    if (!isHere) this.skip();
    const output = await run('arm-cases.mjs', ['--form', 'arm']);
    const line = output.split('\n').find(part => part.startsWith('{"summary"'));
    assert.ok(line !== undefined, output.slice(-2000));
    const { right, wrong, unknown, error } = (JSON.parse(line) as Summary).summary;
    assert.deepEqual({ right, wrong, unknown, error }, { right: 254, wrong: 0, unknown: 0, error: 0 });
  });
});
