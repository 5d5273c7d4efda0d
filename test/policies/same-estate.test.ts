import { deepEqual } from 'node:assert/strict';
import { reportOn } from '../support/scan.ts';

/**
 * One estate on premises, on vSphere and on Hyper-V: two mailbox servers with 16 processors and 128 GiB, a disk for the
 * system and one for databases on another volume, and nothing said that the provider has a default for.
 */

const CONFIG = (match: string): string => `version: 1
servers:
  - match: "${match}"
    exchange: SE
    roles: [mailbox]
    dag: DAG01
    guestOs: "2022"
    clusterPriority: high
    clusterOfflineAction: shut-down
    plannedMove: live
hosts:
  - match: "{provider.hyperv,vsphere_compute_cluster.c}"
    physicalCores: 64
    otherVcpus: 0
    memory: 512
    otherMemory: 0
    roles: [management]
    svvp: true
    clustered: false
datastores:
  - match: "{D:,E:,vsphere_vmfs_datastore.*}"
    type: volume
    capacity: 8192
dags:
  - name: DAG01
    witness: file-share
    witnessServer: fs01
estate:
  domainControllerOs: "2022"
  globalCatalogCores: 16
`;

const VSPHERE = `
resource "vsphere_compute_cluster" "c" {
  name          = "c"
  datacenter_id = "dc-1"
}
resource "vsphere_vmfs_datastore" "system" {
  name           = "system"
  host_system_id = "host-1"
  disks          = ["naa.1"]
}
resource "vsphere_vmfs_datastore" "data" {
  name           = "data"
  host_system_id = "host-1"
  disks          = ["naa.2"]
}
resource "vsphere_virtual_machine" "ex" {
  count            = 2
  name             = "ex0\${count.index + 1}"
  resource_pool_id = vsphere_compute_cluster.c.resource_pool_id
  datastore_id     = vsphere_vmfs_datastore.system.id
  guest_id         = "windows2019srvNext_64Guest"
  num_cpus         = 16
  memory           = 131072
  network_interface {
    network_id = "network-1"
  }
  disk {
    label = "system"
    size  = 200
  }
  disk {
    label        = "db"
    unit_number  = 1
    size         = 2048
    datastore_id = vsphere_vmfs_datastore.data.id
  }
}
`;

const HYPERV = `
provider "hyperv" {
  host = "hv01"
}
resource "hyperv_vhd" "system" {
  count = 2
  path  = "D:\\\\VMs\\\\ex0\${count.index + 1}\\\\system.vhdx"
  size  = 214748364800
}
resource "hyperv_vhd" "db" {
  count = 2
  path  = "E:\\\\VMs\\\\ex0\${count.index + 1}\\\\db.vhdx"
  size  = 2199023255552
}
resource "hyperv_machine_instance" "ex" {
  count                = 2
  name                 = "ex0\${count.index + 1}"
  processor_count      = 16
  static_memory        = true
  memory_startup_bytes = 137438953472
  network_adaptors {
    name = "lan"
  }
  hard_disk_drives {
    controller_number   = 0
    controller_location = 0
    path                = hyperv_vhd.system[count.index].path
  }
  hard_disk_drives {
    controller_number   = 0
    controller_location = 1
    path                = hyperv_vhd.db[count.index].path
  }
}
`;

/** The rules that an estate violates. */
async function violated(main: string, match: string): Promise<readonly string[]> {
  const { findings, diagnostics } = await reportOn({ 'main.tf': main, 'exvet.yaml': CONFIG(match) }, '*');
  deepEqual(
    diagnostics.filter(({ severity }) => severity === 'error'),
    [],
  );
  const rules = findings.filter(({ verdict }) => verdict === 'violation').map(({ rule }) => rule);
  return [...new Set(rules)].sort();
}

describe('one estate on vSphere and on Hyper-V', () => {
  const MEMBERS_TOGETHER = 'EXHA-23';

  it('lacks a reservation of memory and has thin disks on vSphere', async () => {
    deepEqual(await violated(VSPHERE, 'vsphere_virtual_machine.*'), [
      MEMBERS_TOGETHER,
      'EXMEM-10',
      'EXSTO-48',
    ]);
  });

  it('may save its state, takes checkpoints and has dynamic disks on Hyper-V', async () => {
    deepEqual(await violated(HYPERV, 'hyperv_machine_instance.*'), [
      MEMBERS_TOGETHER,
      'EXSNP-20',
      'EXSNP-21',
      'EXSTO-64',
    ]);
  });
});
