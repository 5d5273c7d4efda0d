import assert from 'node:assert/strict';
import { reportOn } from '../support/scan.ts';

/** What is common and right on Azure, and looks like something that a rule is about, must add no finding. */

interface Estate {
  readonly size?: string;
  readonly machine?: string;
  readonly osDisk?: string;
  readonly disk?: string;
  readonly sku?: string;
  readonly nic?: string;
}

const terraform = ({ size, machine, osDisk, disk, sku, nic }: Estate): string => `
resource "azurerm_network_interface" "ex01" {
  name = "nic-ex01"
  ${nic ?? ''}
  ip_configuration {
    name = "ipconfig1"
    subnet_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s"
    private_ip_address_allocation = "Static"
    private_ip_address = "10.0.1.4"
  }
}
resource "azurerm_windows_virtual_machine" "ex01" {
  name = "ex01"
  size = "${size ?? 'Standard_E16s_v5'}"
  location = "westeurope"
  network_interface_ids = [azurerm_network_interface.ex01.id]
  tags = { exchange-version = "SE", exchange-role = "mailbox" }
  ${machine ?? ''}
  os_disk {
    caching = "ReadWrite"
    storage_account_type = "${osDisk ?? 'Premium_LRS'}"
    disk_size_gb = 256
  }
  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer = "WindowsServer"
    sku = "2022-datacenter-g2"
  }
}
resource "azurerm_managed_disk" "db" {
  name = "ex01-db"
  storage_account_type = "${sku ?? 'Premium_LRS'}"
  create_option = "Empty"
  disk_size_gb = 1024
  ${disk ?? ''}
}
resource "azurerm_virtual_machine_data_disk_attachment" "db" {
  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id
  managed_disk_id = azurerm_managed_disk.db.id
  lun = 0
  caching = "None"
}`;

async function findings(estate: Estate): Promise<readonly string[]> {
  const { findings, servers } = await reportOn({ 'main.tf': terraform(estate) }, 'EX*');
  assert.equal(servers.length, 1);
  return findings.map(({ rule, verdict, message }) => `${rule} ${verdict}: ${message}`);
}

const RIGHT: readonly (readonly [what: string, estate: Estate])[] = [
  ['Premium_ZRS', { sku: 'Premium_ZRS' }],
  ['a standard OS disk when the data is elsewhere', { osDisk: 'StandardSSD_LRS' }],
  ['encryption at host (EXSTO-54)', { machine: 'encryption_at_host_enabled = true' }],
  [
    'a disk encrypted with a key of one’s own (EXSTO-54)',
    { disk: 'disk_encryption_set_id = "/subscriptions/0/diskEncryptionSets/des"' },
  ],
  ['trusted launch', { machine: 'secure_boot_enabled = true\nvtpm_enabled = true' }],
  ['boot diagnostics', { machine: 'boot_diagnostics {}' }],
  ['accelerated networking', { nic: 'accelerated_networking_enabled = true' }],
  ['a size that has a temporary disk', { size: 'Standard_E16ds_v5' }],
  ['a size with hyper-threads (EXCPU-25)', { size: 'Standard_E20s_v5' }],
  ['host maintenance that the platform plans (EXSNP-31)', { machine: 'patch_mode = "AutomaticByPlatform"' }],
  ['hibernation that is off', { machine: 'additional_capabilities {\n hibernation_enabled = false\n }' }],
  ['regular priority', { machine: 'priority = "Regular"' }],
  ['a zone', { machine: 'zone = "1"', disk: 'zone = "1"' }],
];

describe('on Azure nothing is found on', () => {
  for (const [what, estate] of RIGHT) {
    it(what, async () => assert.deepEqual(await findings(estate), await findings({})));
  }

  it('the vCPUs and the memory of a host, which is the affair of Azure (EXCPU-25)', async () => {
    const rules = (await findings({})).map(text => text.split(' ')[0]);
    for (const rule of ['EXCPU-01', 'EXCPU-02', 'EXCPU-04', 'EXMEM-02', 'EXMEM-10']) {
      assert.ok(!rules.includes(rule), rule);
    }
  });

  it('a member of a flexible scale set that only groups machines (EXHA-40)', async () => {
    const text = `${terraform({ machine: 'virtual_machine_scale_set_id = azurerm_orchestrated_virtual_machine_scale_set.dag.id' })}
resource "azurerm_orchestrated_virtual_machine_scale_set" "dag" {
  name = "dag"
  platform_fault_domain_count = 2
}`;
    assert.deepEqual((await reportOn({ 'main.tf': text }, 'EXHA-40')).findings, []);
  });

  it('snapshots and schedules of another machine', async () => {
    const text = `${terraform({})}
resource "azurerm_windows_virtual_machine" "file01" {
  name = "file01"
  size = "Standard_D4s_v5"
}
resource "azurerm_managed_disk" "share" {
  name = "file01-share"
  storage_account_type = "Premium_LRS"
}
resource "azurerm_virtual_machine_data_disk_attachment" "share" {
  virtual_machine_id = azurerm_windows_virtual_machine.file01.id
  managed_disk_id = azurerm_managed_disk.share.id
  lun = 0
  caching = "ReadWrite"
}
resource "azurerm_snapshot" "share" {
  name = "file01-share"
  create_option = "Copy"
  source_uri = azurerm_managed_disk.share.id
}
resource "azurerm_backup_protected_vm" "file01" {
  source_vm_id = azurerm_windows_virtual_machine.file01.id
}
resource "azurerm_dev_test_global_vm_shutdown_schedule" "file01" {
  virtual_machine_id = azurerm_windows_virtual_machine.file01.id
}`;
    assert.deepEqual((await reportOn({ 'main.tf': text }, 'EXSNP-*')).findings, []);
  });
});
