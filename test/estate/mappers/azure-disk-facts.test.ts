import assert from 'node:assert/strict';
import type { Disk, Machine } from '../../../src/estate/model.ts';
import { machineIn, machineInTemplate, place, shown } from '../../support/azure.ts';

const FACTS = [
  'caching',
  'ephemeral',
  'managed',
  'writeAccelerator',
  'copied',
  'shared',
  'sectors',
  'iops',
  'throughputMbps',
] as const;

/** The facts of a disk by their names, without those that `leave` names. */
const factsOf = (disk: Disk | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(FACTS.map(fact => [fact, shown(disk?.[fact])]));

const at = (machine: Machine, slot: string): Disk | undefined =>
  machine.disks.find(disk => disk.slot === slot);

const VM = (os: string, more = ''): string => `
resource "azurerm_windows_virtual_machine" "ex" {
  name = "ex01"
  size = "Standard_E16s_v5"
  ${more}
  os_disk {
    ${os}
  }
}`;

const DATA = (
  disk: string,
  attachment = 'caching = "None"',
): string => `${VM('storage_account_type = "Premium_LRS"')}
resource "azurerm_managed_disk" "db" {
  name = "db"
  ${disk}
}
resource "azurerm_virtual_machine_data_disk_attachment" "db" {
  virtual_machine_id = azurerm_windows_virtual_machine.ex.id
  managed_disk_id = azurerm_managed_disk.db.id
  lun = 0
  ${attachment}
}`;

const PREMIUM = 'storage_account_type = "Premium_LRS"\ncreate_option = "Empty"\ndisk_size_gb = 1024';

describe('the facts of a disk in azurerm', () => {
  it('are the defaults of the provider where nothing is stated', async () => {
    const disk = at(await machineIn(DATA(PREMIUM)), 'lun 0');
    assert.deepEqual(factsOf(disk), {
      caching: 'none',
      ephemeral: 'false',
      managed: 'true',
      writeAccelerator: 'false',
      copied: 'false',
      shared: 'false',
      sectors: '512e',
      iops: '5000',
      throughputMbps: '200',
    });
    assert.deepEqual(
      [disk?.ephemeral, disk?.managed, disk?.writeAccelerator, disk?.shared].map(value => value?.origin.kind),
      ['default', 'default', 'default', 'default'],
    );
  });

  it('come from the disk and from its attachment, each with its place', async () => {
    const text = DATA(
      'storage_account_type = "Premium_LRS"\ncreate_option = "Copy"\ndisk_size_gb = 512\nmax_shares = 2\ntier = "P40"',
      'caching = "ReadWrite"\nwrite_accelerator_enabled = true',
    );
    const disk = at(await machineIn(text), 'lun 0');
    assert.deepEqual(factsOf(disk), {
      caching: 'read-write',
      ephemeral: 'false',
      managed: 'true',
      writeAccelerator: 'true',
      copied: 'true',
      shared: 'true',
      sectors: '512e',
      iops: '7500',
      throughputMbps: '250',
    });
    assert.deepEqual(
      [disk?.caching, disk?.copied, disk?.shared].map(value => place(value).split(': ')[1]),
      ['"ReadWrite"', '"Copy"', '2'],
    );
  });

  it('are native sectors and a baseline on Premium SSD v2, unless told otherwise', async () => {
    const v2 = 'storage_account_type = "PremiumV2_LRS"\ncreate_option = "Empty"\ndisk_size_gb = 512';
    const plain = at(await machineIn(DATA(v2)), 'lun 0');
    assert.deepEqual([plain?.sectors, plain?.iops, plain?.throughputMbps].map(shown), ['4kn', '3000', '125']);
    const set = at(
      await machineIn(
        DATA(`${v2}\nlogical_sector_size = 512\ndisk_iops_read_write = 8000\ndisk_mbps_read_write = 300`),
      ),
      'lun 0',
    );
    assert.deepEqual([set?.sectors, set?.iops, set?.throughputMbps].map(shown), ['512e', '8000', '300']);
  });

  it('leave the performance of an Ultra disk to the platform', async () => {
    const ultra = 'storage_account_type = "UltraSSD_LRS"\ncreate_option = "Empty"\ndisk_size_gb = 512';
    const disk = at(await machineIn(DATA(ultra)), 'lun 0');
    assert.deepEqual([disk?.sectors, disk?.iops].map(shown), [
      '4kn',
      '? an Ultra disk that states no performance gets what the platform picks',
    ]);
  });

  it('are unknown with the reasons of what they come from', async () => {
    const disk = at(
      await machineIn(
        `variable "sku" {}\nvariable "cache" {}\n${DATA(
          'storage_account_type = var.sku\ncreate_option = "Empty"\ndisk_size_gb = 512',
          'caching = var.cache',
        )}`,
      ),
      'lun 0',
    );
    const sku = '? var.sku has no value: set it in a .tfvars file or with --var';
    assert.deepEqual([disk?.caching, disk?.sectors, disk?.iops].map(shown), [
      '? var.cache has no value: set it in a .tfvars file or with --var',
      sku,
      sku,
    ]);
  });

  it('say that the disk is not in the deployment', async () => {
    const text = DATA(PREMIUM).replace(
      'azurerm_managed_disk.db.id',
      '"/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/disks/other"',
    );
    const disk = at(await machineIn(text), 'lun 0');
    const missing = '? managed disk microsoft.compute/disks/other is not in this deployment';
    assert.deepEqual([disk?.caching, disk?.shared, disk?.copied].map(shown), ['none', missing, missing]);
  });

  it('tell an ephemeral OS disk', async () => {
    const os =
      'caching = "ReadOnly"\nstorage_account_type = "Standard_LRS"\ndiff_disk_settings {\n option = "Local"\n }';
    const disk = at(await machineIn(VM(os)), 'os');
    assert.deepEqual([disk?.ephemeral, disk?.caching].map(shown), ['true', 'read-only']);
    assert.match(place(disk?.ephemeral), /"Local"/);
  });

  it('tell a blob of the legacy machine, and a disk that is copied in the attachment itself', async () => {
    const legacy = await machineIn(`
      resource "azurerm_virtual_machine" "ex" {
        name = "ex01"
        vm_size = "Standard_E16s_v3"
        storage_os_disk {
          name = "os"
          create_option = "FromImage"
          vhd_uri = "https://vhds.blob.core.windows.net/vhds/os.vhd"
        }
        storage_data_disk {
          lun = 0
          name = "db"
          create_option = "Empty"
          disk_size_gb = 100
        }
      }
      resource "azurerm_virtual_machine_implicit_data_disk_from_source" "old" {
        virtual_machine_id = azurerm_virtual_machine.ex.id
        name = "old"
        lun = 1
        create_option = "Copy"
        disk_size_gb = 20
        source_resource_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/snapshots/s"
      }`);
    assert.deepEqual(
      legacy.disks.map(disk =>
        [disk.slot, disk.managed, disk.copied].map(part => (typeof part === 'object' ? shown(part) : part)),
      ),
      [
        ['os', 'false', 'false'],
        ['lun 0', 'true', 'false'],
        ['lun 1', 'true', 'true'],
      ],
    );
    // The platform picks None or ReadOnly for a data disk that states no caching.
    const caching = legacy.disks[1]?.caching;
    assert.ok(caching?.kind === 'unknown');
    assert.deepEqual(caching.candidates?.map(shown), ['none', 'read-only']);
  });
});

describe('the facts of a disk in ARM', () => {
  const template = (disk: Readonly<Record<string, unknown>>, ...others: readonly unknown[]): Machine =>
    machineInTemplate([
      {
        type: 'Microsoft.Compute/virtualMachines',
        apiVersion: '2024-07-01',
        name: 'ex01',
        properties: {
          hardwareProfile: { vmSize: 'Standard_E16s_v5' },
          storageProfile: {
            osDisk: {
              createOption: 'FromImage',
              vhd: { uri: 'https://v.blob.core.windows.net/vhds/os.vhd' },
            },
            dataDisks: [{ lun: 0, createOption: 'Empty', ...disk }],
          },
        },
      },
      ...others,
    ]);

  it('stand in the machine', () => {
    const machine = template({
      caching: 'ReadOnly',
      diskSizeGB: 2048,
      writeAcceleratorEnabled: true,
      managedDisk: { storageAccountType: 'Premium_LRS' },
    });
    assert.deepEqual(factsOf(at(machine, 'lun 0')), {
      caching: 'read-only',
      ephemeral: 'false',
      managed: 'true',
      writeAccelerator: 'true',
      copied: 'false',
      shared: 'false',
      sectors: '512e',
      iops: '7500',
      throughputMbps: '250',
    });
    assert.equal(shown(at(machine, 'os')?.managed), 'false');
  });

  it('stand in the disk resource', () => {
    const machine = template(
      {
        createOption: 'Attach',
        caching: 'None',
        managedDisk: { id: "[resourceId('Microsoft.Compute/disks', 'db')]" },
      },
      {
        type: 'Microsoft.Compute/disks',
        apiVersion: '2024-03-02',
        name: 'db',
        sku: { name: 'UltraSSD_LRS' },
        properties: {
          creationData: { createOption: 'Restore', logicalSectorSize: 512 },
          diskSizeGB: 512,
          maxShares: 3,
          diskIOPSReadWrite: 10000,
          diskMBpsReadWrite: 400,
        },
      },
    );
    assert.deepEqual(factsOf(at(machine, 'lun 0')), {
      caching: 'none',
      ephemeral: 'false',
      managed: 'true',
      writeAccelerator: 'false',
      copied: 'true',
      shared: 'true',
      sectors: '512e',
      iops: '10000',
      throughputMbps: '400',
    });
  });
});
