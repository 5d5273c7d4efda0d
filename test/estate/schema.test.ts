import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { JUDGED_KINDS } from '../../src/estate/fact.ts';
import { estateSchema } from '../../src/estate/json-schema.ts';
import type { Server } from '../../src/estate/model.ts';
import { ESTATE_SCHEMA } from '../../src/estate/schema.ts';
import type { Value } from '../../src/value/value.ts';
import { bool, disk, number, on, open, server, text, texts } from '../support/estate.ts';

const unchanged = <V>(value: V): V => value;

describe('the schema of the estate', () => {
  it('is a JSON schema that knows every fact and relation', () => {
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(estateSchema());
    const good = {
      disk: { name: 'db', tier: 'premium', sizeGib: 512, isOs: false, server: { roles: ['mailbox'] } },
      dag: { members: [{ name: 'ex01', disks: [{ sku: 'Premium_LRS' }] }], membersSeparated: true },
      network: { smtpToInternet: 'closed', server: { memoryMib: 8192 } },
    };
    assert.ok(validate(good), JSON.stringify(validate.errors));
    assert.ok(!validate({ disk: { tier: 'gold' } }));
    assert.ok(!validate({ disk: { colour: 'red' } }));
    assert.ok(!validate({ server: { memoryMib: '8 GB' } }));
  });

  it('has names that do not clash and a sentence about each of them', () => {
    for (const kind of JUDGED_KINDS) {
      const { facts, relations } = ESTATE_SCHEMA[kind];
      const names = [...Object.keys(facts), ...Object.keys(relations)];
      assert.equal(new Set(names).size, names.length);
      for (const { about } of [...Object.values(facts), ...Object.values(relations)]) {
        assert.match(about, /^[A-Za-z`].*\.$/);
      }
    }
  });

  it('reads a fact from the model as it is', () => {
    const sku = text('Premium_LRS');
    const subject = { kind: 'disk', disk: disk({ sku }), server: server() } as const;
    assert.equal(ESTATE_SCHEMA.disk.facts['sku']?.read(subject, unchanged), sku);
    assert.equal(ESTATE_SCHEMA.server.facts['size']?.read(subject, unchanged), undefined);
  });

  it('takes an Exchange version that nothing tells for one of those that run today', () => {
    const subject = { kind: 'server', server: server({ exchangeVersion: open('not told') }) } as const;
    const version = ESTATE_SCHEMA.server.facts['exchangeVersion']?.read(subject, unchanged);
    assert.ok(version?.kind === 'unknown');
    assert.deepEqual(
      version.candidates?.map(candidate => candidate.kind === 'string' && candidate.value),
      ['2013', '2016', '2019', 'SE'],
    );
    assert.equal(ESTATE_SCHEMA.server.facts['exchangeVersion']?.read(subject, unchanged), version);
  });

  it('one dynamic address makes the network dynamic, one unknown one makes it unknown', () => {
    const allocation = (...values: ('static' | 'dynamic' | 'unknown')[]) => {
      const networkInterfaces = values.map(value => ({
        address: 'nic',
        resource: server().resource,
        name: text('nic'),
        addressAllocation: value === 'unknown' ? open('var.x') : text(value),
      }));
      const subject = { kind: 'network', server: server({ networkInterfaces }) } as const;
      const value = ESTATE_SCHEMA.network.facts['addressAllocation']?.read(subject, unchanged);
      return value?.kind === 'string' ? value.value : value?.kind;
    };
    assert.equal(allocation('static', 'unknown', 'dynamic'), 'dynamic');
    assert.equal(allocation('static', 'unknown'), 'unknown');
    assert.equal(allocation('static', 'static'), 'static');
    assert.equal(allocation(), undefined);
  });

  it('gives the memory that Microsoft names in MiB', () => {
    const of = (version: string) => {
      const subject = {
        kind: 'server',
        server: server({ exchangeVersion: text(version), memory: { sizeMib: number(1) } }),
      } as const;
      const floor = ESTATE_SCHEMA.server.facts['memoryFloorMib']?.read(subject, unchanged);
      return floor?.kind === 'number' ? floor.value : undefined;
    };
    assert.deepEqual([of('2010'), of('2016'), of('SE')], [undefined, 8192, 131072]);
  });
});

describe('facts that rest on more than one statement', () => {
  const read = (kind: 'server' | 'network', name: string, server: Server) =>
    ESTATE_SCHEMA[kind].facts[name]?.read({ kind, server }, value => value);

  it('name the key of exvet.yaml for what the resources of a platform do not tell', () => {
    for (const platform of ['scvmm', 'azure-local'] as const) {
      const value = read('server', 'stopAction', on(platform, { state: {} }));
      assert.deepEqual(value?.kind === 'unknown' && value.reasons.map(({ key }) => key), [
        'servers[].stopAction',
      ]);
    }
    assert.equal(read('server', 'stopAction', on('vsphere', { state: {} })), undefined);
  });

  it('know that an Edge server is in no DAG, whatever stands beside it', () => {
    const inDag = (role: string) =>
      read('network', 'inDag', on('azure', { roles: texts([role]), standAlone: bool(false) }));
    assert.deepEqual([valueOf(inDag('edge')), valueOf(inDag('mailbox'))], [false, true]);
  });
});

const valueOf = (value: Value | undefined): boolean | undefined =>
  value?.kind === 'bool' ? value.value : undefined;
