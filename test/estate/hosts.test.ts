import assert from 'node:assert/strict';
import type { HostDeclaration } from '../../src/estate/declarations.ts';
import { onDeclaredClusters } from '../../src/estate/hosts.ts';
import type { Machine } from '../../src/estate/model.ts';
import { reasonsText, valueText } from '../../src/value/json.ts';
import { unknown } from '../../src/value/unknown.ts';
import { bool, on, place, text } from '../support/estate.ts';
import { somewhere } from '../support/values.ts';

const clustered = (match: string, value: boolean): HostDeclaration => ({
  match: { value: match, range: place(match, 'exvet.yaml') },
  facts: new Map([['clustered', { value, range: place(String(value), 'exvet.yaml') }]]),
});

const NOT_SHOWN = unknown({ kind: 'provider', text: 'the provider does not tell' }, somewhere);

const onHost = (address: string, restartedByCluster: Machine['placement']['restartedByCluster']): Machine => {
  const machine = on('hyper-v');
  const pool = { kind: 'host', id: text(address), address, range: place(address) } as const;
  return {
    ...machine,
    placement: { ...machine.placement, pool, ...(restartedByCluster && { restartedByCluster }) },
  };
};

const restarted = (machine: Machine, declarations: readonly HostDeclaration[]): string => {
  const value = onDeclaredClusters([machine], declarations)[0]?.placement.restartedByCluster;
  if (value === undefined) return 'absent';
  return value.kind === 'unknown' ? reasonsText(value.reasons) : valueText(value);
};

describe('a host that exvet.yaml states to be clustered', () => {
  const declarations = [clustered('provider.hyperv*', true)];

  it('tells it where the template leaves it open', () =>
    assert.equal(restarted(onHost('provider.hyperv.a', NOT_SHOWN), declarations), 'true'));

  it('says nothing about other hosts', () =>
    assert.equal(restarted(onHost('vsphere_host.a', NOT_SHOWN), declarations), 'the provider does not tell'));

  it('does not contradict the template', () => {
    assert.equal(restarted(onHost('provider.hyperv.a', bool(false)), declarations), 'false');
    assert.equal(restarted(onHost('provider.hyperv.a', undefined), declarations), 'absent');
  });
});
