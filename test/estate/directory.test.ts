import assert from 'node:assert/strict';
import { withDirectory, withWitness } from '../../src/estate/directory.ts';
import type { Machine } from '../../src/estate/model.ts';
import { valueText } from '../../src/value/json.ts';
import type { Value } from '../../src/value/value.ts';
import { dag, number, on, open, stating, text, texts } from '../support/estate.ts';

const told = (value: Value | undefined): string => (value === undefined ? 'absent' : valueText(value));

/** A machine that its name makes a domain controller. */
const controller = (vcpus: Value, release = '2019-Datacenter'): Machine => {
  const { declared: _stated, ...machine } = on('azure', {
    name: text('dc01'),
    os: { family: text('windows'), release: text(release) },
    vcpus,
  });
  return machine;
};

const mailbox = (vcpus: number, facts: Parameters<typeof stating>[0] = {}) =>
  on('azure', { vcpus: number(vcpus), declared: stating(facts) });

const fact = (name: string, servers: Parameters<typeof withDirectory>[0], others: readonly Machine[]) =>
  told(withDirectory(servers, others)[0]?.declared.get(name));

describe('the domain controllers of a deployment', () => {
  it('tell the cores of global catalogs where one serves eight of the mailbox servers', () =>
    assert.equal(fact('globalCatalogCores', [mailbox(16)], [controller(number(2))]), '2'));

  it('tell none where they do not suffice, since others may serve the site too', () =>
    assert.equal(fact('globalCatalogCores', [mailbox(17)], [controller(number(2))]), 'absent'));

  it('tell the oldest Windows among them', () => {
    const controllers = [
      controller(number(2)),
      controller(number(2), '2012-Datacenter'),
      controller(number(2)),
    ];
    assert.equal(fact('domainControllerOs', [mailbox(16)], controllers), '2012');
  });

  it('leave it open where that of one is', () => {
    const others = [
      controller(number(2)),
      { ...controller(number(2)), os: { family: text('windows'), release: open('var.sku has no value') } },
    ];
    const [server] = withDirectory([mailbox(16)], others);
    assert.equal(server?.declared.get('domainControllerOs')?.kind, 'unknown');
  });

  it('yield to what exvet.yaml states', () =>
    assert.equal(
      fact('domainControllerOs', [mailbox(16, { domainControllerOs: '2022' })], [controller(number(2))]),
      '2022',
    ));

  it('tell nothing where there is none', () =>
    assert.equal(fact('domainControllerOs', [mailbox(16)], []), 'absent'));
});

describe('the mailbox servers of a deployment', () => {
  it('are counted once, at the first of them', () => {
    const edge = on('azure', { roles: texts(['edge']), vcpus: number(4) });
    const servers = withDirectory([edge, mailbox(16), mailbox(8)], []);
    assert.deepEqual(
      servers.map(({ site }) => told(site?.mailboxVcpus)),
      ['absent', '24', 'absent'],
    );
  });
});

const witness = (name: string, tag?: string): Machine => {
  const { declared: _stated, ...machine } = on('azure', {
    name: text(name),
    tags: tag === undefined ? new Map() : new Map([['role', text(tag)]]),
  });
  return machine;
};

const group = (facts: Parameters<typeof stating>[0] = {}) =>
  dag([on('azure'), on('azure')], { declared: stating(facts) });

const witnesses = (...args: Parameters<typeof withWitness>) =>
  withWitness(...args).map(({ declared }) => told(declared.get('witnessServer')));

describe('the witness of a deployment', () => {
  it('is that of its only DAG', () => assert.deepEqual(witnesses([group()], [witness('fsw01')]), ['fsw01']));

  it('is a file share', () =>
    assert.equal(told(withWitness([group()], [witness('fsw01')])[0]?.declared.get('witness')), 'file-share'));

  it('is no one’s where there are two DAGs', () =>
    assert.deepEqual(witnesses([group(), group()], [witness('fsw01')]), ['absent', 'absent']));

  it('is not told where there are two', () =>
    assert.deepEqual(witnesses([group()], [witness('fsw01'), witness('fsw02')]), ['absent']));

  it('yields to what exvet.yaml states', () =>
    assert.deepEqual(witnesses([group({ witnessServer: 'fs07' })], [witness('fsw01')]), ['fs07']));

  it('is told to be on a domain controller, or not', () => {
    const onController = (machine: Machine) =>
      told(withWitness([group()], [machine])[0]?.witnessOnDomainController);
    assert.equal(onController(witness('fsw01')), 'false');
    assert.equal(onController(witness('fsw01', 'dc')), 'true');
  });
});
