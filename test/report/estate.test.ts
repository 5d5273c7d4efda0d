import assert from 'node:assert/strict';
import type { Server } from '../../src/estate/model.ts';
import { estateJson } from '../../src/report/estate-json.ts';
import { estateText } from '../../src/report/estate-text.ts';
import { diagnostic } from '../../src/source/diagnostic.ts';
import { unknown } from '../../src/value/unknown.ts';
import {
  bool,
  estate,
  host,
  number,
  on,
  osDisk,
  replication,
  statedOfHost,
  text,
} from '../support/estate.ts';
import { somewhere } from '../support/values.ts';
import { ESTATE } from './sample-estate.ts';

const REPORT = { deployments: [{ name: 'infra', estate: ESTATE }], diagnostics: [] };

const NOWHERE = {
  site: undefined,
  zone: undefined,
  availabilitySet: undefined,
  host: undefined,
  antiAffinity: [],
};

describe('the estate for a terminal', () => {
  it('shows each server as someone who runs Exchange thinks of it, and why a fact is unknown', () => {
    assert.equal(
      estateText(REPORT, { colour: false }),
      `${[
        'infra',
        '',
        '  ex01  Exchange 2019, mailbox, DAG01',
        '    declared as azurerm_windows_virtual_machine.ex01 (azure)',
        '    recognised  tag exchange-role = mailbox',
        '    machine     unknown size, unknown vCPUs, 192 GiB memory, windows (2022-datacenter)',
        '    placement   westeurope, zone 1',
        "    mail flow   TCP 25 to the Internet is open: rule 'AllowInternetOutBound' (default, priority",
        '                65001)',
        '    disks       os     system                   Premium_LRS   127 GiB  ex01-os',
        '                lun 0  databases (by tag)       Standard_LRS  1 TiB    ex01-db',
        '                lun 1  Exchange data (assumed)  unknown       1 TiB    ex01-data',
        '    unknown     size, vCPUs: var.size has no value: set it in a .tfvars file or with --var',
        '    unknown     kind of lun 1: var.disk_sku has no value: set it in a .tfvars file or with --var',
        '',
        '  mbx  Exchange (version unknown), mailbox (assumed)',
        '    declared as azurerm_windows_virtual_machine.mbx (azure)',
        "    recognised  name 'mbx' (not certain)",
        '    machine     unknown size, unknown vCPUs, 192 GiB memory, windows (2022-datacenter)',
        '    placement   westeurope, zone 1',
        '    unknown     Exchange version: exvet.yaml does not tell the version',
        '    unknown     size, vCPUs: var.size has no value: set it in a .tfvars file or with --var',
        '',
        '  DAG01',
        '    members     ex01',
        '    kept apart  no: ex01 and ex02 are both in zone 1',
        '',
        '2 Exchange servers in 1 deployment.',
      ].join('\n')}\n`,
    );
  });

  it('shows hosts with what runs on them, and what the platform does to a machine', () => {
    const first = on('hyper-v', {
      vcpus: number(16),
      memory: { sizeMib: number(131072), dynamic: bool(true) },
      state: { stopAction: text('save'), checkpointType: text('production') },
      disks: [],
      mailFlow: undefined,
    });
    const hosts = [host([first], { declared: statedOfHost({ physicalCores: 32 }) })];
    const shown = estateText(
      { deployments: [{ name: 'infra', estate: estate([first], [], hosts) }], diagnostics: [] },
      { colour: false },
    );
    assert.match(
      shown,
      /\n {4}behaviour {3}dynamic memory, on host shutdown: save, checkpoints: production\n/,
    );
    assert.match(
      shown,
      /\n {2}Host host\.esx01\n {4}machines {4}ex01\n {4}processors {2}16 virtual on 32 cores\n/,
    );
  });

  it('calls things by the names that the platform has for them', () => {
    const shown = (machine: Server): string =>
      estateText(
        { deployments: [{ name: 'infra', estate: estate([machine]) }], diagnostics: [] },
        { colour: false },
      );
    const branch =
      '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ExtendedLocation/customLocations/branch';
    assert.match(
      shown(on('azure-local', { placement: { ...NOWHERE, site: text(branch), zone: text('1') } })),
      /\n {4}placement {3}branch, zone 1\n/,
    );
    assert.match(
      shown(on('vsphere', { state: { stopAction: text('save') } })),
      /\n {4}behaviour {3}when its vApp stops: save\n/,
    );
    const edges = { id: text('azurerm_windows_virtual_machine_scale_set.edge'), faultDomains: number(5) };
    assert.match(
      shown(on('azure', { placement: { ...NOWHERE, availabilitySet: edges, madeByScaleSet: bool(true) } })),
      /\n {4}placement {3}scale set azurerm_windows_virtual_machine_scale_set\.edge \(fault domains: 5\)\n/,
    );
    const untold = unknown({ kind: 'declaration', text: 'no template tells it' }, somewhere);
    assert.match(
      shown(on('hyper-v', { os: { family: untold, release: undefined } })),
      /reserved, unknown\n {16}operating system\n/,
    );
    const beside = {
      role: text('os'),
      holdsExchangeData: bool(true),
      besideSystem: 'transport queues',
      assumed: true,
    };
    assert.match(
      shown(on('hyper-v', { disks: [osDisk({ contents: beside, backing: text('smb') })] })),
      /\n {4}disks {7}os {2}system, transport queues \(assumed\) {2}Premium_LRS on SMB {2}/,
    );
  });

  it('says so when no server was recognised, and what was not analysed', () => {
    const nothing = { servers: [], dags: [], otherMachines: [], hosts: [], replications: [] };
    const shown = estateText(
      {
        deployments: [{ name: 'web', estate: nothing }],
        diagnostics: [diagnostic('bicep-unsupported', 'Bicep is not evaluated yet.', 'main.bicep')],
      },
      { colour: false },
    );
    assert.match(shown, /No Exchange server among 0 machines\./);
    assert.match(shown, /Not analysed\n {2}main\.bicep: Bicep is not evaluated yet\.\n/);
  });
});

describe('deployments without any machine', () => {
  const dns = {
    name: 'dns',
    estate: { servers: [], dags: [], otherMachines: [], hosts: [], replications: [] },
  };
  const report = { ...REPORT, deployments: [dns, ...REPORT.deployments] };

  it('are counted, but not listed beside others', () => {
    const shown = estateText(report, { colour: false });
    assert.match(shown, /^infra\n/);
    assert.match(shown, /\n2 Exchange servers in 2 deployments\.\n$/);
  });

  it('are listed with --verbose', () =>
    assert.match(
      estateText(report, { colour: false, verbose: true }),
      /^dns\n\n {2}No Exchange server among 0 machines\./,
    ));
});

describe('the estate as JSON', () => {
  it('holds the facts of servers and DAGs, and says why one is unknown', () => {
    const { deployments } = JSON.parse(estateJson(REPORT));
    const [{ servers, dags }] = deployments;
    assert.deepEqual(servers[0].exchange, {
      version: '2019',
      roles: ['mailbox'],
      rolesAssumed: false,
      dag: 'DAG01',
    });
    assert.deepEqual(servers[0].size, {
      $unknown: 'var.size has no value: set it in a .tfvars file or with --var',
    });
    assert.deepEqual(servers[0].memory, { sizeMib: 196608 });
    assert.deepEqual(servers[0].placement, { site: 'westeurope', zone: '1', antiAffinity: [] });
    assert.deepEqual(dags, [
      {
        address: 'DAG01',
        name: 'DAG01',
        certain: true,
        members: ['azurerm_windows_virtual_machine.ex01'],
        membersSeparated: false,
        separation: 'ex01 and ex02 are both in zone 1',
      },
    ]);
  });
});

describe('a replicated server', () => {
  const { source } = replication();
  assert.ok(source !== undefined);
  const server = on('asr', { failoverOf: source.address });
  const report = {
    diagnostics: [],
    deployments: [
      {
        name: 'dr',
        estate: { ...estate([source, server]), replications: [replication({ server, source })] },
      },
    ],
  };

  it('is shown with what replicates it, counted once, and again as it is after a failover', () => {
    const lines = estateText(report, { colour: false, columns: 160 }).split('\n');
    assert.deepEqual(
      lines.filter(line => /^ {2}\S|replication|Exchange server/.test(line)).map(line => line.trim()),
      [
        'ex01  Exchange SE, mailbox',
        'replication Azure to Azure by azurerm_site_recovery_replicated_vm.ex01',
        'ex01 after a failover  Exchange SE, mailbox',
        'replication Azure to Azure by azurerm_site_recovery_replicated_vm.ex01; in a recovery plan; target network set; application-consistent points every 4 hours',
        '1 Exchange server in 1 deployment.',
      ],
    );
  });

  it('is in JSON with the addresses of both', () => {
    const { deployments } = JSON.parse(estateJson(report));
    assert.deepEqual(deployments[0].replications, [
      {
        address: 'azurerm_site_recovery_replicated_vm.ex01',
        direction: 'azure-to-azure',
        server: 'azurerm_windows_virtual_machine.ex01',
        source: 'azurerm_windows_virtual_machine.ex01',
        excludedDisks: [],
        networkMapped: true,
        inRecoveryPlan: true,
        testNetwork: true,
        appConsistentHours: 4,
        dagMember: false,
      },
    ]);
  });
});
