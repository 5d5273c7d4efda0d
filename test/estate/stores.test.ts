import assert from 'node:assert/strict';
import type { DatastoreDeclaration } from '../../src/estate/declarations.ts';
import type { Disk, Machine, Server } from '../../src/estate/model.ts';
import { withStores } from '../../src/estate/stores.ts';
import { reasonsText, valueText } from '../../src/value/json.ts';
import { bool, disk, holding, number, on, open, osDisk, place, resource, text } from '../support/estate.ts';

const declared = (match: string, capacity: number): DatastoreDeclaration => ({
  match: { value: match, range: place(match, 'exvet.yaml') },
  type: { value: 'volume', range: place('volume', 'exvet.yaml') },
  facts: new Map([['capacity', { value: capacity, range: place(String(capacity), 'exvet.yaml') }]]),
});

const shown = (value: Disk['sizeGib']): string =>
  value === undefined ? 'absent' : value.kind === 'unknown' ? reasonsText(value.reasons) : valueText(value);

/** What is judged, store by store: its name, capacity, need and known need. */
function uses(
  servers: readonly Server[],
  others: readonly Machine[] = [],
  declarations: readonly DatastoreDeclaration[] = [],
): readonly string[] {
  return withStores(servers, others, declarations).servers.flatMap(server =>
    server.disks.flatMap(({ name, storeUse }) =>
      storeUse === undefined
        ? []
        : [
            `${valueText(name)}: ${storeUse.name} ${shown(storeUse.capacityGib)}, ${shown(storeUse.needGib)} (${shown(storeUse.leastNeedGib)})`,
          ],
    ),
  );
}

const SAN = { store: text('san-01'), storeAddress: 'data.vsphere_datastore.san' };
const MEMORY = { sizeMib: number(16384), reservationMib: number(8192) };

describe('a datastore', () => {
  it('holds the disks of all machines, and the memory that is not reserved beside each OS disk', () => {
    const servers = ['ex01', 'ex02'].map(() =>
      on('vsphere', { memory: MEMORY, disks: [osDisk({ ...SAN, sizeGib: number(100) }), disk(SAN)] }),
    );
    const fileServer: Machine = {
      ...on('vsphere'),
      memory: MEMORY,
      disks: [osDisk({ ...SAN, sizeGib: number(60), contents: holding('os') })],
    };
    // Two servers of 100 + 8 + 1024 GiB, and a file server of 60 + 8.
    assert.deepEqual(uses(servers, [fileServer], [declared('data.vsphere_datastore.*', 4000)]), [
      'ex01-db: data.vsphere_datastore.san 4000, 2332 (2332)',
    ]);
  });

  it('tells the OS disks that share it from the one that has it to itself', () => {
    const machines = ['san-01', 'SAN-01', 'san-02'].map(store =>
      on('vsphere', { disks: [osDisk({ store: text(store) })] }),
    );
    assert.deepEqual(
      withStores(machines, [], []).servers.map(({ disks }) => shown(disks[0]?.sharesStoreWithOtherOs)),
      ['true', 'true', 'false'],
    );
  });

  it('may be named by its address or its name', () => {
    const servers = [on('vsphere', { disks: [disk(SAN)] })];
    for (const match of ['data.vsphere_datastore.san', 'san-01']) {
      const { used } = withStores(servers, [], [declared(match, 4000)]);
      assert.equal(used.length, 1, match);
    }
    assert.equal(withStores(servers, [], [declared('san-02', 4000)]).used.length, 0);
  });

  it('names the key that states its capacity, and the disk whose size is not told', () => {
    const servers = [
      on('vsphere', { disks: [disk(SAN), disk({ ...SAN, sizeGib: open('var.size has no value') })] }),
    ];
    assert.deepEqual(uses(servers), [
      'ex01-db: data.vsphere_datastore.san exvet.yaml does not state datastores[].capacity for data.vsphere_datastore.san, var.size has no value (1024)',
    ]);
  });

  it('is not judged when the platform picks it', () => {
    const picked = open('VMM picks the storage');
    const store = { ...picked, reasons: [{ kind: 'provider' as const, text: 'VMM picks the storage' }] };
    assert.deepEqual(uses([on('scvmm', { disks: [disk({ store })] })]), []);
  });
});

describe('a volume of Windows', () => {
  const onHost = (provider: string, store: string): Server => {
    const server = on('hyper-v', { disks: [disk({ store: text(store) })] });
    const { range } = resource(provider);
    const pool = { kind: 'host', id: text(provider), address: provider, range } as const;
    return { ...server, placement: { ...server.placement, pool } };
  };

  it('with a letter belongs to its host', () =>
    assert.deepEqual(
      uses(
        [onHost('provider.hyperv.a', 'E:'), onHost('provider.hyperv.b', 'E:')],
        [],
        [declared('E:', 2000), declared('E: on provider.hyperv.b', 3000)],
      ),
      [
        'ex01-db: E: on provider.hyperv.a 2000, 1024 (1024)',
        'ex01-db: E: on provider.hyperv.b 3000, 1024 (1024)',
      ],
    ));

  it('of a cluster is shared by its hosts, with either slash and in any case', () =>
    assert.deepEqual(
      uses(
        [
          onHost('provider.hyperv.a', 'C:\\ClusterStorage\\Mail'),
          onHost('provider.hyperv.b', 'c:/clusterstorage/mail'),
        ],
        [],
        [declared('C:\\ClusterStorage\\Mail', 2000)],
      ),
      ['ex01-db: C:\\ClusterStorage\\Mail 2000, 2048 (2048)'],
    ));

  it('carries no raw device mapping', () =>
    assert.deepEqual(uses([on('vsphere', { disks: [disk({ ...SAN, format: text('rdm') })] })]), []));

  it('carries no pass-through disk', () =>
    assert.deepEqual(
      uses([on('hyper-v', { disks: [disk({ store: text('disk 3'), format: text('pass-through') })] })]),
      [],
    ));

  it('without Exchange data is not judged', () =>
    assert.deepEqual(
      uses([
        on('hyper-v', {
          disks: [
            disk({
              store: text('E:'),
              contents: { role: text('other'), holdsExchangeData: bool(false), assumed: false },
            }),
          ],
        }),
      ]),
      [],
    ));
});
