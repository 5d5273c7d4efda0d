import { deepEqual } from 'node:assert/strict';
import { reportOn } from '../support/scan.ts';

/** What Microsoft supports on Hyper-V, or the policy says nothing of: no policy may find anything about it. */

const CONFIG = `version: 1
servers:
  - match: "hyperv_machine_instance.ex"
    exchange: SE
    roles: [mailbox]
    dag: null
    guestOs: "2025"
    clusterPriority: high
    clusterOfflineAction: shut-down
    plannedMove: live
hosts:
  - match: "provider.hyperv"
    physicalCores: 64
    otherVcpus: 0
    memory: 512
    otherMemory: 0
    os: "2025"
    roles: [management, antivirus, backup]
datastores:
  - match: "{?:,C:/ClusterStorage/*,//fs01/vms}"
    type: volume
    capacity: 8192
    blockBacked: true
    highlyAvailable: true
estate:
  domainControllerOs: "2022"
  globalCatalogCores: 16
`;

interface Settings {
  /** Lines of the machine in place of its own of the same names. */
  readonly machine?: string;
  readonly drive?: string;
  readonly vhd?: string;
}

const named = (lines: string): readonly string[] =>
  lines.split('\n').map(line => line.trim().split(/[ {]/)[0] ?? '');

/** Lines, with those of the same names replaced. */
const replaced = (lines: string, by: string): string =>
  [...lines.split('\n').filter(line => !named(by).includes(line.trim().split(/[ {]/)[0] ?? '')), by].join(
    '\n',
  );

const main = ({ machine = '', drive = '', vhd = '' }: Settings): string => `
provider "hyperv" {
  host = "hv01"
}
resource "hyperv_vhd" "system" {
  path     = "D:\\\\VMs\\\\ex01\\\\system.vhdx"
  vhd_type = "Fixed"
  size     = 214748364800
}
resource "hyperv_vhd" "db" {
${replaced('path = "E:\\\\VMs\\\\ex01\\\\db.vhdx"\nvhd_type = "Fixed"\nsize = 2199023255552', vhd)}
}
resource "hyperv_machine_instance" "ex" {
${replaced(
  'name = "ex01"\nprocessor_count = 16\nstatic_memory = true\nmemory_startup_bytes = 137438953472\nautomatic_stop_action = "ShutDown"\ncheckpoint_type = "Disabled"',
  machine,
)}
  hard_disk_drives {
    controller_number   = 0
    controller_location = 0
    path                = hyperv_vhd.system.path
  }
  hard_disk_drives {
${replaced('controller_number = 0\ncontroller_location = 1\npath = hyperv_vhd.db.path', drive)}
  }
}
`;

async function findingsOn(settings: Settings, clustered: boolean): Promise<readonly string[]> {
  const config = CONFIG.replace('    os: ', `    clustered: ${clustered}\n    os: `);
  const { findings, diagnostics } = await reportOn({ 'main.tf': main(settings), 'exvet.yaml': config }, '*');
  deepEqual(
    diagnostics.filter(({ severity }) => severity === 'error'),
    [],
  );
  return findings.map(({ rule, verdict }) => `${rule} ${verdict}`);
}

describe('what is supported on Hyper-V', () => {
  const cases: readonly (readonly [what: string, settings: Settings])[] = [
    ['being turned off with its host, which saves nothing', { machine: 'automatic_stop_action = "TurnOff"' }],
    ['being paused while its storage is away', { machine: 'automatic_critical_error_action = "Pause"' }],
    [
      'bounds of dynamic memory beside static memory',
      { machine: 'memory_minimum_bytes = 536870912\nmemory_maximum_bytes = 1099511627776' },
    ],
    ['secure boot and generation 1', { machine: 'generation = 1' }],
    ['no secure boot', { machine: 'vm_firmware { enable_secure_boot = "Off" }' }],
    ['processor compatibility', { machine: 'vm_processor { compatibility_for_migration_enabled = true }' }],
    ['integration services', { machine: 'integration_services = { "Time Synchronization" = false }' }],
    [
      'folders for checkpoints and smart paging',
      { machine: 'snapshot_file_location = "D:\\\\x"\nsmart_paging_file_path = "D:\\\\x"' },
    ],
    ['the number for no pass-through disk', { drive: 'disk_number = 4294967295' }],
    ['a pass-through disk of its own', { drive: 'path = ""\ndisk_number = 3' }],
    [
      'a cluster shared volume, though nodes may reach it by SMB',
      {
        vhd: 'path = "C:\\\\ClusterStorage\\\\Exchange\\\\db.vhdx"',
      },
    ],
    ['a fixed disk on an SMB share', { vhd: 'path = "//fs01/vms/db.vhdx"' }],
    ['a fixed disk in the old format', { vhd: 'path = "E:\\\\VMs\\\\db.vhd"' }],
  ];
  for (const [what, settings] of cases) {
    it(what, async () => deepEqual(await findingsOn(settings, false), await findingsOn({}, false)));
  }

  it('live migration in a failover cluster', async () => {
    deepEqual(await findingsOn({}, true), await findingsOn({}, false));
  });

  it('finds nothing in what these change', async () => {
    const violations = (await findingsOn({}, false)).filter(finding => finding.endsWith('violation'));
    deepEqual(violations, []);
  });
});
