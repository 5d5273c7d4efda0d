import assert from 'node:assert/strict';
import { reportOn } from '../support/scan.ts';

/** How the rules about Azure decide on real text: verdicts, levels, and what would decide the open ones. */

const machine = (more = '', size = 'Standard_E16s_v5'): string => `
resource "azurerm_windows_virtual_machine" "ex01" {
  name = "ex01"
  size = "${size}"
  tags = { exchange-version = "SE", exchange-role = "mailbox" }
  ${more}
}`;

const disk = (more = '', attachment = 'caching = "None"', gib = 1024): string => `
resource "azurerm_managed_disk" "db" {
  name = "ex01-db"
  disk_size_gb = ${gib}
  ${more.includes('storage_account_type') ? '' : 'storage_account_type = "Premium_LRS"'}
  ${more.includes('create_option') ? '' : 'create_option = "Empty"'}
  ${more}
}
resource "azurerm_virtual_machine_data_disk_attachment" "db" {
  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id
  managed_disk_id = azurerm_managed_disk.db.id
  lun = 0
  ${attachment}
}`;

const disks = (count: number, gib: number): string => `
resource "azurerm_managed_disk" "db" {
  count = ${count}
  name = "ex01-db\${count.index}"
  storage_account_type = "Premium_LRS"
  create_option = "Empty"
  disk_size_gb = ${gib}
}
resource "azurerm_virtual_machine_data_disk_attachment" "db" {
  count = ${count}
  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id
  managed_disk_id = azurerm_managed_disk.db[count.index].id
  lun = count.index
  caching = "None"
}`;

const restorePoint = (more = ''): string => `
resource "azurerm_virtual_machine_restore_point_collection" "c" {
  source_virtual_machine_id = azurerm_windows_virtual_machine.ex01.id
}
resource "azurerm_virtual_machine_restore_point" "p" {
  virtual_machine_restore_point_collection_id = azurerm_virtual_machine_restore_point_collection.c.id
  ${more}
}`;

const backup = `
resource "azurerm_backup_protected_vm" "ex01" {
  source_vm_id = azurerm_windows_virtual_machine.ex01.id
}`;

const V = (name: string): string => `variable "${name}" {}`;
const NO_VALUE = (name: string): string =>
  `undecided: var.${name} has no value: set it in a .tfvars file or with --var`;

const CASES: readonly (readonly [rule: string, what: string, text: string, found: readonly string[]])[] = [
  ['EXSTO-40', 'Premium SSD v2', machine() + disk('storage_account_type = "PremiumV2_LRS"'), ['warning']],
  ['EXSTO-40', 'Ultra Disk', machine() + disk('storage_account_type = "UltraSSD_LRS"'), ['warning']],
  ['EXSTO-40', 'Premium SSD', machine() + disk(), []],
  ['EXSTO-43', 'no caching', machine() + disk(), []],
  ['EXSTO-43', 'a read cache', machine() + disk('', 'caching = "ReadOnly"'), []],
  ['EXSTO-43', 'a read cache on 4,095 GiB', machine() + disk('', 'caching = "ReadOnly"', 4095), []],
  ['EXSTO-43', 'a read cache on 4 TiB', machine() + disk('', 'caching = "ReadOnly"', 4096), ['warning']],
  [
    'EXSTO-43',
    'a read cache on Premium SSD v2',
    machine() + disk('storage_account_type = "PremiumV2_LRS"', 'caching = "ReadOnly"'),
    ['warning'],
  ],
  ['EXSTO-43', 'a write cache', machine() + disk('', 'caching = "ReadWrite"'), ['warning']],
  ['EXSTO-43', 'an input', `${V('c')}${machine()}${disk('', 'caching = var.c')}`, [NO_VALUE('c')]],
  ['EXSTO-67', 'a restored disk', machine() + disk('create_option = "Restore"'), ['warning']],
  ['EXSTO-67', 'an imported disk', machine() + disk('create_option = "Import"'), []],
  [
    'EXSNP-23',
    'a crash-consistent point',
    machine() + restorePoint('crash_consistency_mode_enabled = true'),
    ['error'],
  ],
  ['EXSNP-23', 'a consistent point', machine() + restorePoint(), ['warning']],
  ['EXSNP-23', 'a backup', machine() + backup, ['warning']],
  [
    'EXSNP-23',
    'a backup beside a restore point of which it is not known what it is',
    `${V('c')}${machine()}${backup}${restorePoint('crash_consistency_mode_enabled = var.c')}`,
    ['warning'],
  ],
  [
    'EXSNP-29',
    'a shutdown at night',
    `${machine()}
resource "azurerm_dev_test_global_vm_shutdown_schedule" "ex01" {
  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id
}`,
    ['note'],
  ],
  ['EXSIZ-22', 'as many disks as the size attaches', machine('', 'Standard_E96s_v5') + disks(32, 64), []],
  [
    'EXSIZ-22',
    'more disks than the size attaches',
    machine('', 'Standard_E8s_v5') + disks(17, 64),
    ['error'],
  ],
  // Three disks of 200 MB/s on a size of 290.
  [
    'EXSIZ-22',
    'disks that deliver more than the size',
    machine('', 'Standard_E8s_v5') + disks(3, 1024),
    ['warning'],
  ],
  [
    'EXSIZ-22',
    'a size that no table has',
    machine('', 'Standard_M64s') + disk(),
    ["undecided: exvet does not know the number of data disks of 'Standard_M64s'"],
  ],
  ['EXPLT-40', 'an ARM size', machine('', 'Standard_E16ps_v6'), ['error']],
  ['EXSNP-30', 'an input', `${V('p')}${machine('priority = var.p')}`, [NO_VALUE('p')]],
];

describe('the rules about Azure on real text', () => {
  for (const [rule, what, text, found] of CASES) {
    it(`${rule}: ${what}: ${found.length === 0 ? 'nothing' : found.join()}`, async () => {
      const { findings } = await reportOn({ 'main.tf': text }, rule);
      assert.deepEqual(
        findings.map(({ verdict, level, needs }) =>
          verdict === 'undecided' ? `undecided: ${needs[0]?.text ?? ''}` : level,
        ),
        found,
      );
    });
  }

  it('EXSIZ-22 takes what sizing asks for where exvet.yaml states it', async () => {
    const config = `version: 1
servers:
  - match: azurerm_windows_virtual_machine.ex01
    requiredIops: 6000
    requiredThroughput: 200
`;
    const text = machine('', 'Standard_E8s_v5') + disks(3, 1024);
    const { findings } = await reportOn({ 'main.tf': text, 'exvet.yaml': config }, 'EXSIZ-22');
    assert.deepEqual(findings, []);
  });
});
