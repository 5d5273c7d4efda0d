import assert from 'node:assert/strict';
import { declarationHints } from '../../../src/estate/mappers/declaration-hints.ts';
import type { Resource } from '../../../src/value/resource.ts';
import { machine } from '../machines.ts';

const hints = (more: Partial<Resource>): readonly string[] =>
  declarationHints({ ...machine({ label: 'this' }).resource, ...more }).map(
    ({ kind, text }) => `${kind}: ${text}`,
  );

describe('what the declaration of a machine tells', () => {
  it('the calls around it, with the keys of those that are many', () =>
    assert.deepEqual(hints({ callPath: ['mail', 'mailbox["ex01"]', 'disks[0]'] }), [
      'label: this',
      'call: mail',
      'call: mailbox',
      'key: ex01',
      'call: disks',
      'file: main.tf',
    ]));

  it('its own key, but not the number of a copy', () => {
    assert.deepEqual(hints({ callPath: [], instanceKey: 'ex01' }), [
      'label: this',
      'key: ex01',
      'file: main.tf',
    ]);
    assert.deepEqual(hints({ callPath: [], instanceKey: 1 }), ['label: this', 'file: main.tf']);
  });
});
