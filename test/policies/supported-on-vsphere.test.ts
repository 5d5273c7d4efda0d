import assert from 'node:assert/strict';
import { reportOn } from '../support/scan.ts';

/** What Microsoft supports on vSphere, or leaves to VMware: no policy may find anything about it. */

const SERVER = `
data "vsphere_datacenter" "dc" {
  name = "DC1"
}

data "vsphere_host" "esx" {
  count         = 3
  name          = "esx\${count.index}"
  datacenter_id = data.vsphere_datacenter.dc.id
}

resource "vsphere_compute_cluster" "mail" {
  name            = "mail"
  datacenter_id   = data.vsphere_datacenter.dc.id
  host_system_ids = data.vsphere_host.esx[*].id
  CLUSTER
}

resource "vsphere_vmfs_datastore" "os" {
  name           = "san-os"
  host_system_id = data.vsphere_host.esx[0].id
  disks          = ["naa.600a"]
}

resource "vsphere_vmfs_datastore" "mail" {
  name           = "san-mail"
  host_system_id = data.vsphere_host.esx[0].id
  disks          = ["naa.600b"]
}

resource "vsphere_virtual_machine" "mbx" {
  count = 2

  name               = "mbx\${count.index}"
  guest_id           = "windows2019srvNext_64Guest"
  resource_pool_id   = vsphere_compute_cluster.mail.resource_pool_id
  datastore_id       = vsphere_vmfs_datastore.os.id
  num_cpus           = 16
  memory             = 131072
  memory_reservation = 131072
  MACHINE

  network_interface {
    network_id = "network-7"
  }

  clone {
    template_uuid = "4215f7a2-8c1d-5b0e-9a43-6a1f4e2d7c90"
    customize {
      windows_options {
        computer_name = "MBX\${count.index}"
      }
      network_interface {
        ipv4_address = "10.0.0.\${count.index + 4}"
        ipv4_netmask = 24
      }
    }
  }

  disk {
    label            = "system"
    size             = 200
    thin_provisioned = false
    eagerly_scrub    = true
  }

  disk {
    label            = "database-01"
    unit_number      = 15
    size             = 1024
    datastore_id     = vsphere_vmfs_datastore.mail.id
    thin_provisioned = false
    eagerly_scrub    = true
    DISK
  }
}

resource "vsphere_compute_cluster_vm_anti_affinity_rule" "dag" {
  name                = "dag"
  compute_cluster_id  = vsphere_compute_cluster.mail.id
  virtual_machine_ids = vsphere_virtual_machine.mbx[*].id
}
`;

const CONFIG = `
version: 1
servers:
  - match: "vsphere_virtual_machine.mbx*"
    exchange: SE
    roles: [mailbox]
    dag: DAG01
`;

interface Lines {
  readonly cluster?: string;
  readonly machine?: string;
  readonly disk?: string;
}

/** The violations of any rule, as `rule message`. */
async function violations({ cluster = '', machine = '', disk = '' }: Lines, more = ''): Promise<string[]> {
  const main = SERVER.replace('CLUSTER', `drs_enabled = true\n  ${cluster}`)
    .replace('MACHINE', machine)
    .replace('DISK', disk);
  const { findings, diagnostics } = await reportOn({ 'main.tf': main + more, 'exvet.yaml': CONFIG }, '*');
  assert.deepEqual(diagnostics, []);
  return findings
    .filter(({ verdict }) => verdict === 'violation')
    .map(({ rule, message }) => `${rule} ${message}`);
}

describe('what is supported for Exchange on vSphere', () => {
  const cases: readonly (readonly [what: string, lines: Lines, more?: string])[] = [
    ['EXSNP-05, EXSNP-06: vMotion by DRS', { cluster: 'drs_automation_level = "fullyAutomated"' }],
    [
      'EXSNP-06: vMotion by a machine override',
      {},
      `
resource "vsphere_drs_vm_override" "mbx" {
  compute_cluster_id   = vsphere_compute_cluster.mail.id
  virtual_machine_id   = vsphere_virtual_machine.mbx[0].id
  drs_enabled          = true
  drs_automation_level = "fullyAutomated"
}
`,
    ],
    ['EXHA-05, EXSNP-03: a restart by vSphere HA, which is a cold boot', { cluster: 'ha_enabled = true' }],
    [
      'EXSNP-32: resets by VM monitoring, power management, answers to storage failures',
      {
        cluster:
          'ha_enabled = true\n  ha_vm_monitoring = "vmAndAppMonitoring"\n  dpm_enabled = true\n  dpm_automation_level = "automated"\n  ha_datastore_pdl_response = "restartAggressive"\n  proactive_ha_enabled = true',
      },
    ],
    ['EXCPU-22: many sockets of one core', { machine: 'num_cores_per_socket = 1' }],
    ['EXCPU-22: one socket of many cores', { machine: 'num_cores_per_socket = 16' }],
    ['EXSTO-47: disks that snapshots leave out', { disk: 'disk_mode = "independent_persistent"' }],
    [
      'EXSTO-49: NVMe controllers',
      { machine: 'nvme_controller_count = 1', disk: 'controller_type = "nvme"' },
    ],
    [
      'EXCPU-27: nested virtualization for the security of Windows',
      {
        machine:
          'nested_hv_enabled = true\n  vbs_enabled = true\n  firmware = "efi"\n  efi_secure_boot_enabled = true',
      },
    ],
    ['EXMEM-10: a high latency sensitivity', { machine: 'latency_sensitivity = "high"' }],
    [
      'memory hot-add, which gives nothing and takes nothing away',
      { machine: 'memory_hot_add_enabled = true' },
    ],
  ];
  for (const [what, lines, more] of cases) {
    it(what, async () => assert.deepEqual(await violations(lines, more), []));
  }

  it('EXSNP-32: Storage vMotion by Storage DRS', async () => {
    const storageDrs = `
resource "vsphere_datastore_cluster" "mail" {
  name                  = "mail"
  datacenter_id         = data.vsphere_datacenter.dc.id
  sdrs_enabled          = true
  sdrs_automation_level = "automated"
}
`;
    assert.deepEqual(await violations({}, storageDrs), []);
  });

  it('EXSNP-01: a snapshot of another machine', async () => {
    const snapshot = `
data "vsphere_virtual_machine" "fs" {
  name = "fs01"
}

resource "vsphere_virtual_machine_snapshot" "fs" {
  virtual_machine_uuid = data.vsphere_virtual_machine.fs.id
  snapshot_name        = "before-update"
  description          = "of the file server"
  memory               = true
  quiesce              = false
}
`;
    assert.deepEqual(await violations({}, snapshot), []);
  });

  it('EXSTO-47: LUNs that are passed through', async () => {
    const { findings } = await reportOn(
      {
        'main.bicep': `
resource machine 'Microsoft.HybridCompute/machines@2025-01-13' = {
  name: 'mbx01'
  kind: 'VMware'
  tags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }
}

resource san 'Microsoft.ConnectedVMwarevSphere/datastores@2023-12-01' existing = {
  name: 'san'
}

resource instance 'Microsoft.ConnectedVMwarevSphere/virtualMachineInstances@2023-12-01' = {
  name: 'default'
  scope: machine
  properties: {
    placementProfile: { datastoreId: san.id }
    storageProfile: {
      disks: [
        { name: 'system', unitNumber: 0, diskMode: 'persistent', diskType: 'flat' }
        { name: 'database-01', unitNumber: 1, diskMode: 'independent_persistent', diskType: 'rawphysical' }
      ]
    }
  }
}
`,
        'exvet.yaml': `
version: 1
datastores:
  - match: Microsoft.ConnectedVMwarevSphere/datastores/san
    type: vmfs
`,
      },
      'EXSTO-*',
    );
    const aboutData = findings.filter(({ message }) => message.startsWith('database-01 '));
    assert.deepEqual(
      aboutData.map(({ rule, message }) => `${rule} ${message}`),
      [],
    );
  });
});
