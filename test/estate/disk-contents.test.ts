import { deepEqual } from 'node:assert/strict';
import { type Declarations, NO_DECLARATIONS, unusedDeclarations } from '../../src/estate/declarations.ts';
import { recogniseServers } from '../../src/estate/recognition.ts';
import { valueToJson } from '../../src/value/json.ts';
import { declared, declaring, type MachineSketch, machine, rangeIn } from './machines.ts';

/** `slot: role, whether it holds Exchange data, what says so`. */
function contentsOf(sketch: MachineSketch, declarations: Declarations = NO_DECLARATIONS): readonly string[] {
  const server = recogniseServers([machine({ name: 'ex01', ...sketch })], declarations).servers[0];
  return (server?.disks ?? []).map(({ slot, contents }) => {
    const { role, holdsExchangeData, assumed, note, toldBy } = contents;
    const holds =
      holdsExchangeData.kind === 'bool' ? (holdsExchangeData.value ? 'data' : 'no data') : 'unknown';
    const why = assumed ? `assumed, ${note ?? ''}` : (toldBy?.text ?? '');
    return `${slot}: ${role.kind === 'string' ? role.value : 'unknown'}, ${holds}, ${why}`;
  });
}

describe('what the disks of a server hold', () => {
  it('every data disk that nothing tells of holds Exchange data, and the OS disk does not', () =>
    deepEqual(contentsOf({ dataDisks: ['ex01-datadisk-1', 'ex01_Exchange'] }), [
      'os: os, no data, ',
      'lun 0: exchange, data, assumed, nothing tells what the disk holds, so it is taken to hold Exchange data',
      'lun 1: exchange, data, assumed, nothing tells what the disk holds, so it is taken to hold Exchange data',
    ]));

  it('without a data disk the OS disk holds it', () =>
    deepEqual(contentsOf({}), [
      'os: os, data, assumed, the server has no data disk, so its databases, logs and queue lie on the OS disk',
    ]));

  it('of an Edge Transport server the OS disk holds its queues: it has no databases of mailboxes', () =>
    deepEqual(contentsOf({ tags: { 'exchange-role': 'edge' } }), [
      'os: os, data, assumed, the server has no data disk, so its queues lie on the OS disk',
    ]));

  it('a page file disk alone leaves the data on the OS disk', () =>
    deepEqual(contentsOf({ dataDisks: ['ex01-pagefile'] }), [
      'os: os, data, assumed, the server has no data disk, so its databases, logs and queue lie on the OS disk',
      "lun 0: pagefile, no data, disk name 'ex01-pagefile'",
    ]));

  it('names tell', () =>
    deepEqual(
      contentsOf({
        dataDisks: ['ex01-db01', 'ex01-db01-log', 'ex01-queue', 'ex01-mcdb1', 'ex01TxLogs'],
      }).slice(1),
      [
        "lun 0: database, data, disk name 'ex01-db01'",
        "lun 1: log, data, disk name 'ex01-db01-log'",
        "lun 2: transport, data, disk name 'ex01-queue'",
        "lun 3: mcdb, data, disk name 'ex01-mcdb1'",
        "lun 4: log, data, disk name 'ex01TxLogs'",
      ],
    ));

  it('the name of the server in that of the disk tells nothing', () =>
    deepEqual(
      contentsOf({ name: 'page-ex01', dataDisks: ['page-ex01-disk1'] })[1],
      'lun 0: exchange, data, assumed, nothing tells what the disk holds, so it is taken to hold Exchange data',
    ));

  it('a tag tells', () => {
    deepEqual(
      contentsOf({ dataDisks: ['d'], diskTags: { 'exchange-disk': 'database' } })[1],
      'lun 0: database, data, tag exchange-disk = database',
    );
    deepEqual(
      contentsOf({ dataDisks: ['d'], diskTags: { ExchangeDisk: 'none' } })[1],
      'lun 0: other, no data, tag ExchangeDisk = none',
    );
  });

  it('exvet.yaml tells, by slot and by name, against the name', () => {
    const declarations = declaring({
      match: declared('**.vm'),
      disks: [
        { slots: [0], range: rangeIn('exvet.yaml', 'lun: 0'), holds: declared(['log', 'database'] as const) },
        { name: '*-SCRATCH-*', range: rangeIn('exvet.yaml', 'name'), holds: declared(['other'] as const) },
      ],
    });
    deepEqual(contentsOf({ dataDisks: ['ex01-pagefile', 'ex01-scratch-1'] }, declarations).slice(1), [
      'lun 0: database, data, exvet.yaml holds: log, database',
      'lun 1: other, no data, exvet.yaml holds: other',
    ]);
  });

  it('a share that Exchange is told to use is a disk of the server', () =>
    deepEqual(contentsOf({ script: 'New-MailboxDatabase -EdbFilePath \\\\nas01\\ex\\db1.edb' }), [
      'os: os, data, assumed, the server has no data disk, so its databases, logs and queue lie on the OS disk',
      "share: database, data, a script keeps Exchange's databases there",
    ]));

  it('what is on a mounted share of Azure Files is not known', () => {
    const sketch: MachineSketch = {
      script: 'net use Z: \\\\st1.file.core.windows.net\\ex',
      dataDisks: ['d'],
    };
    deepEqual(contentsOf(sketch)[2], 'share: unknown, unknown, ');
    const { disks } =
      recogniseServers([machine({ name: 'ex01', ...sketch })], NO_DECLARATIONS).servers[0] ?? {};
    deepEqual(disks?.[2] && valueToJson(disks[2].contents.holdsExchangeData), {
      $unknown:
        'whether Exchange keeps data on \\\\st1.file.core.windows.net\\ex is not told: declare what it holds in exvet.yaml',
    });
  });
});

describe('declarations without effect', () => {
  it('are reported when they match nothing', () => {
    const declarations: Declarations = {
      ...declaring(
        { match: declared('**.vm'), disks: [{ slots: [7], range: rangeIn('exvet.yaml', 'lun: 7') }] },
        { match: declared('**.gone'), disks: [] },
      ),
      hosts: [{ match: declared('**.esx1') }],
      datastores: [{ match: declared('**.ds'), type: declared('nfs' as const) }],
    };
    const { used } = recogniseServers([machine({ name: 'ex01' })], declarations);
    deepEqual(
      unusedDeclarations(declarations, used).map(({ code, message }) => `${code} ${message}`),
      [
        "estate-declaration-unused This matches no disk of the machines that match '**.vm'.",
        "estate-declaration-unused '**.gone' matches no virtual machine: correct or remove it.",
        "estate-declaration-unused '**.esx1' matches no host or cluster: correct or remove it.",
        "estate-declaration-unused '**.ds' matches no datastore: correct or remove it.",
      ],
    );
  });
});
