import assert from 'node:assert/strict';
import type { HostDeclaration } from '../../src/estate/declarations.ts';
import { findHosts, onDeclaredClusters, placeOnDeclaredHosts } from '../../src/estate/hosts.ts';
import type { HostPool, Machine, Platform, Server } from '../../src/estate/model.ts';
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

  it('tells that it moves machines too', () => {
    const [machine] = onDeclaredClusters([onHost('provider.hyperv.a', NOT_SHOWN)], declarations);
    const moved = machine?.placement.movedByCluster;
    assert.equal(moved === undefined ? 'absent' : valueText(moved), 'true');
  });

  it('says nothing about other hosts', () =>
    assert.equal(restarted(onHost('vsphere_host.a', NOT_SHOWN), declarations), 'the provider does not tell'));

  it('does not contradict the template', () => {
    assert.equal(restarted(onHost('provider.hyperv.a', bool(false)), declarations), 'false');
    assert.equal(restarted(onHost('provider.hyperv.a', undefined), declarations), 'absent');
  });
});

/** A server on the host of an id. */
const placed = (platform: Platform, id: string, more: Partial<Server> = {}): Server => {
  const server = on(platform, more);
  const pool: HostPool = { kind: 'host', id: text(id), address: `pool.${id}`, range: place(id) };
  return { ...server, placement: { ...server.placement, pool } };
};

const hostsOf = (servers: readonly Server[], others: readonly Machine[] = []) =>
  findHosts(servers, others, []).hosts;

describe('the hosts of a deployment', () => {
  it('have one id in any case', () =>
    assert.deepEqual(
      hostsOf([placed('vsphere', 'host-10'), placed('vsphere', 'HOST-10')]).map(
        ({ guests }) => guests.length,
      ),
      [2],
    ));

  it('carry machines without Exchange too, but are told for Exchange alone', () =>
    assert.deepEqual(
      hostsOf([placed('vsphere', 'host-1')], [placed('vsphere', 'host-1'), placed('vsphere', 'host-2')]).map(
        ({ guests, servers }) => [guests.length, servers.length],
      ),
      [[2, 1]],
    ));

  it('are not those of Azure, whose processors no one shares', () => {
    for (const platform of ['azure', 'asr'] as const) {
      assert.deepEqual(hostsOf([placed(platform, 'host-1')]), []);
    }
  });

  it('may carry more: machines of their platform that are on no told host', () => {
    const more = (other: Platform): string | undefined => {
      const [host] = hostsOf([placed('vsphere', 'host-1')], [on(other)]);
      return host?.moreGuests?.kind;
    };
    assert.equal(more('vsphere'), 'unknown');
    assert.equal(more('hyper-v'), undefined);
  });

  it('have the last part of an id of Azure as their name', () => {
    const name = (id: string): string => valueText(hostsOf([placed('azure-local', id)])[0]?.name ?? text(''));
    assert.equal(name('/subscriptions/s/customLocations/mail'), 'mail');
    assert.equal(name('host-10'), 'host-10');
  });
});

describe('a machine that exvet.yaml puts on hosts', () => {
  it('is on the last of them', () => {
    const on1 = (name: string): HostDeclaration => ({
      match: { value: '**', range: place(name, 'exvet.yaml') },
      name: { value: name, range: place(name, 'exvet.yaml') },
      guests: [{ value: '**', range: place(name, 'exvet.yaml') }],
      facts: new Map(),
    });
    const { machines } = placeOnDeclaredHosts([on('hyper-v')], [on1('hv01'), on1('hv02')]);
    assert.deepEqual(
      machines.map(({ placement: { pool } }) => pool?.address),
      ['host.hv02'],
    );
  });
});
