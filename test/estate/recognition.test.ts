import { deepEqual, equal } from 'node:assert/strict';
import { type Declarations, NO_DECLARATIONS } from '../../src/estate/declarations.ts';
import type { Server } from '../../src/estate/model.ts';
import { recogniseServers } from '../../src/estate/recognition.ts';
import { valueToJson } from '../../src/value/json.ts';
import { joinText } from '../../src/value/text.ts';
import { somewhere, unknownInput } from '../support/values.ts';
import { declared, declaring, type MachineSketch, machine } from './machines.ts';

function serverFrom(sketch: MachineSketch, declarations: Declarations = NO_DECLARATIONS): Server | undefined {
  return recogniseServers([machine(sketch)], declarations).servers[0];
}

const signsOf = (server: Server | undefined): readonly string[] | undefined =>
  server?.recognisedBy.map(({ by, text }) => `${by}: ${text}`);

describe('each thing that can be the only one that tells', () => {
  const cases: readonly (readonly [what: string, sketch: MachineSketch, sign: string])[] = [
    ['the name', { name: 'ex01' }, "name: name 'ex01'"],
    [
      'a name with an unknown piece',
      { name: joinText([unknownInput('var.prefix'), '-ex01'], somewhere) },
      "name: name '…-ex01'",
    ],
    ['the computer name', { computerName: 'EXCHMBX1' }, "name: computer name 'EXCHMBX1'"],
    ['the resource label', { label: 'exchange' }, "name: resource label 'exchange'"],
    ['the module call', { calls: ['exchange'] }, "name: module or deployment 'exchange'"],
    ['the instance key', { key: 'mbx1' }, "name: instance key 'mbx1'"],
    [
      'an annotation',
      { annotation: 'Exchange 2019 mailbox server' },
      "name: annotation 'Exchange 2019 mailbox server'",
    ],
    ['the file', { path: 'infra/exchange.tf' }, "name: file 'exchange'"],
    ['the folder', { path: 'exchange2019/main.tf' }, "name: folder 'exchange2019'"],
    ['the image', { image: '/subscriptions/s/images/win-exchange2019' }, "image: image 'win-exchange2019'"],
    ['a tag', { tags: { role: 'exchange' } }, 'tag: tag role = exchange'],
    ['another tag', { tags: { type: 'Exchange Server' } }, 'tag: tag type = Exchange Server'],
    [
      'a script',
      { script: 'setup.exe /Mode:Install /Role:Mailbox' },
      'install: it installs Exchange: /Mode:Install /Role:Mailbox',
    ],
  ];
  for (const [what, sketch, sign] of cases) {
    it(what, () => deepEqual(signsOf(serverFrom(sketch)), [sign]));
  }

  it('exvet.yaml', () => {
    const declarations = declaring({ match: declared('**.azurerm_windows_virtual_machine.srv7'), disks: [] });
    deepEqual(signsOf(serverFrom({ label: 'srv7' }, declarations)), [
      "configuration: exvet.yaml '**.azurerm_windows_virtual_machine.srv7'",
    ]);
  });
});

describe('vetoes', () => {
  const none: readonly (readonly [what: string, sketch: MachineSketch])[] = [
    ['nothing tells', {}],
    ['a Linux system', { name: 'ex01', os: 'linux' }],
    ['a Linux image', { name: 'exchange01', os: 'unknown', image: 'ubuntu-22.04-template' }],
    ['a Linux system with an install script', { os: 'linux', script: 'ansible exchange-installer.ps1' }],
    ['a SQL Server image', { name: 'ex-sql', image: 'MicrosoftSQLServer SQL2019-WS2022' }],
    ['a SQL Server image under an Exchange name', { name: 'exchange01', image: 'MicrosoftSQLServer' }],
    ['a client of Windows', { name: 'exchange-01', image: 'MicrosoftWindowsDesktop Windows-10' }],
    ['a mailbox on Ubuntu', { name: 'mailbox01', os: 'linux' }],
    ['a mailbox on an unknown system', { name: 'mailbox01', os: 'unknown' }],
    ['the integration service of Hyper-V', { script: '"Key-Value Pair Exchange" = true' }],
    [
      'an example',
      { name: 'example-vm', label: 'example', calls: ['external'], path: 'examples/express.tf' },
    ],
    ['a data exchange', { name: 'data-exchange-01', label: 'crypto_exchange' }],
    ['a cloud exchange appliance', { name: 'cloud-exchange' }],
    ['a mail exchanger', { name: 'mx01', label: 'mail_exchanger' }],
    ['a domain controller in a module called exchange', { name: 'dc01', calls: ['exchange'] }],
    ['a client in a file called exchange', { name: 'client1', path: 'exchange.tf' }],
    ['a domain controller of the Exchange lab', { name: 'exchange-dc01' }],
    ['the edge of something', { name: 'edge01', label: 'edge' }],
    ['a tag that denies it', { name: 'ex01', tags: { exchange: 'false' } }],
    ['a tag that denies it in a file called exchange', { path: 'exchange.tf', tags: { Exchange: 'no' } }],
    ['a domain controller that prepares the directory', { name: 'dc1', script: 'setup.exe /PrepareAD' }],
    ['a label that says Exchange where the name says SQL', { name: 'sql01', label: 'exchange' }],
    ['a broken file of unknown system', { path: 'exchange.tf', os: 'unknown' }],
  ];
  for (const [what, sketch] of none)
    it(`${what}: no server`, () => equal(signsOf(serverFrom(sketch)), undefined));

  it('exvet.yaml denies what everything else says', () => {
    const declarations = declaring({
      match: declared('**.ex*'),
      exchange: declared('none' as const),
      disks: [],
    });
    const sketch: MachineSketch = { label: 'ex01', tags: { exchange: '2019' }, script: 'exinstall.ps1' };
    equal(serverFrom(sketch, declarations), undefined);
  });

  it('exvet.yaml wins over a veto', () => {
    const declarations = declaring({
      match: declared('**.vm'),
      exchange: declared('2019' as const),
      disks: [],
    });
    equal(serverFrom({ os: 'linux' }, declarations)?.certain, true);
  });

  it('a script outweighs a SQL Server image', () =>
    equal(serverFrom({ image: 'MicrosoftSQLServer', script: 'InstallExchange2013' })?.certain, true));

  it('a file is called after the machine in it that shows itself, not after its neighbours', () => {
    const machines = [
      machine({ name: 'ex01', label: 'a', path: 'exchange.tf' }),
      machine({ name: 'srv7', label: 'b', path: 'exchange.tf' }),
    ];
    const { servers, others } = recogniseServers(machines, NO_DECLARATIONS);
    deepEqual(
      [servers.length, others.map(other => other.address)],
      [1, ['azurerm_windows_virtual_machine.b']],
    );
  });
});

describe('certainty', () => {
  it('a name alone is not certain', () => equal(serverFrom({ name: 'ex01' })?.certain, false));
  it('a tag is', () => equal(serverFrom({ tags: { 'exchange-role': 'mailbox' } })?.certain, true));
  it('a script is', () => equal(serverFrom({ script: 'exinstall.ps1' })?.certain, true));
});

describe('the version of Exchange', () => {
  const versions: readonly (readonly [what: string, sketch: MachineSketch, version: string])[] = [
    ['a tag', { tags: { 'exchange-version': '2016' } }, '2016'],
    ['the tag exchange', { tags: { exchange: 'SE' } }, 'SE'],
    ['a tag in words', { tags: { Application: 'Exchange Server 2019 CU14' } }, '2019'],
    ['a tag against the name', { name: 'ex2013-01', tags: { ExchangeVersion: '2019' } }, '2019'],
    ['a script against the name', { name: 'ex2013-01', script: 'InstallExchange2016' }, '2016'],
    ['an archive', { script: 'EXCHANGE16.zip' }, '2016'],
    ['the name', { name: 'ex2019-01' }, '2019'],
    ['a note', { annotation: 'Exchange Server SE, Mailbox role, DAG01' }, 'SE'],
    ['two digits in the name', { name: 'ex16' }, '2016'],
    ['the label, when the name does not tell', { name: 'ex01', label: 'exchange2016' }, '2016'],
  ];
  for (const [what, sketch, version] of versions) {
    it(what, () => {
      const value = serverFrom(sketch)?.exchangeVersion;
      deepEqual(value === undefined ? undefined : valueToJson(value), version);
    });
  }

  it('exvet.yaml against a tag', () => {
    const declarations = declaring({
      match: declared('**.vm'),
      exchange: declared('2019' as const),
      disks: [],
    });
    const server = serverFrom({ tags: { exchange: '2013' } }, declarations);
    deepEqual(
      [
        server?.exchangeVersion.kind === 'string' && server.exchangeVersion.value,
        server?.exchangeVersion.origin.kind,
      ],
      ['2019', 'declared'],
    );
  });

  it('is not the number of a server in a row', () => {
    const machines = ['ex15', 'ex16'].map(name => machine({ name, label: name }));
    const { servers } = recogniseServers(machines, NO_DECLARATIONS);
    deepEqual(
      servers.map(({ exchangeVersion }) => exchangeVersion.kind),
      ['unknown', 'unknown'],
    );
  });

  it('that nothing tells is unknown, and says how to tell it', () => {
    const version = serverFrom({ name: 'ex01' })?.exchangeVersion;
    deepEqual(version === undefined ? undefined : valueToJson(version), {
      $unknown:
        'the Exchange version of ex01 is not told: set exchange for it in exvet.yaml, or tag it exchange-version',
    });
    deepEqual(version?.kind === 'unknown' ? version.candidates?.map(valueToJson) : undefined, [
      '2013',
      '2016',
      '2019',
      'SE',
    ]);
  });

  it('of a tag that has no value yet is unknown for that reason', () => {
    const version = serverFrom({
      tags: { 'exchange-version': unknownInput('var.version') },
    })?.exchangeVersion;
    deepEqual(version === undefined ? undefined : valueToJson(version), {
      $unknown: 'var.version has no value',
    });
  });
});

describe('roles, DAG, environment and mail flow', () => {
  it('mailbox is assumed', () => {
    const server = serverFrom({ name: 'ex01' });
    deepEqual([server?.rolesAssumed, server && valueToJson(server.roles)], [true, ['mailbox']]);
  });
  it('a tag tells the roles', () => {
    const server = serverFrom({ tags: { 'exchange-role': 'Edge Transport' } });
    deepEqual([server?.rolesAssumed, server && valueToJson(server.roles)], [false, ['edge']]);
  });
  it('setup tells the roles', () => {
    const server = serverFrom({ script: 'setup.exe /m:Install /r:MB,CA' });
    deepEqual(server && valueToJson(server.roles), ['mailbox', 'cas']);
  });
  it('a tag names the DAG, or denies it', () => {
    const dag = (value: string) => serverFrom({ tags: { 'exchange-dag': value } })?.dag;
    deepEqual(
      ['DAG01', 'none'].map(value => dag(value)?.kind),
      ['string', 'null'],
    );
  });
  it('a tag names the environment', () => {
    const server = serverFrom({ name: 'ex01', tags: { Environment: 'lab' } });
    deepEqual(server?.environment && valueToJson(server.environment), 'lab');
  });
  it('a declared relay is one for every server', () => {
    const server = serverFrom({ name: 'ex01' }, { ...NO_DECLARATIONS, relays: [declared('10.0.9.4/32')] });
    deepEqual(
      [server?.hasRelay.kind === 'bool' && server.hasRelay.value, server?.hasRelay.origin.kind],
      [true, 'declared'],
    );
  });
  it('a send connector tells how mail leaves', () => {
    const server = serverFrom({ name: 'ex01', script: 'New-SendConnector -DNSRoutingEnabled $true' });
    deepEqual(server && [valueToJson(server.sendsByDns), valueToJson(server.hasRelay)], [true, false]);
  });
});

describe('the cumulative update of a server', () => {
  const script = 'setup.exe /m:install /r:mb -Image ExchangeServer2019-x64-cu14.iso';

  it('is the one that its installation names', () => {
    const told = serverFrom({ name: 'ex01', script })?.declared.get('cumulativeUpdate');
    deepEqual(told && valueToJson(told), 14);
  });

  it('is that of exvet.yaml, when that states one', () => {
    const stating = declaring({
      match: declared('**'),
      disks: [],
      facts: new Map([['cumulativeUpdate', declared(15)]]),
    });
    const told = serverFrom({ name: 'ex01', script }, stating)?.declared.get('cumulativeUpdate');
    deepEqual(told && valueToJson(told), 15);
  });
});
