import assert from 'node:assert/strict';
import { resolveAzapi } from '../../../src/estate/azapi.ts';
import { azureMapper } from '../../../src/estate/mappers/azure.ts';
import type { Machine } from '../../../src/estate/model.ts';
import { evaluateRootModule } from '../../../src/terraform/index.ts';
import { machineIn, machineInTemplate, place, shown } from '../../support/azure.ts';
import { memoryTree } from '../../support/memory-tree.ts';

/** The machines of a root module, of azapi resources too. */
async function machinesOf(text: string): Promise<readonly Machine[]> {
  const tree = memoryTree({ 'main.tf': text });
  const { resources } = await evaluateRootModule(tree, '.', { entries: [], crossCheck: 'never' });
  return azureMapper.map(resolveAzapi(resources).resources, { relays: [] }).machines;
}

const VM = (name = 'ex', more = ''): string => `
resource "azurerm_windows_virtual_machine" "${name}" {
  name = "${name}"
  size = "Standard_E16s_v5"
  ${more}
}`;

const stateOf = async (text: string): Promise<readonly string[]> => {
  const { state } = await machineIn(text);
  return [state?.spot, state?.scheduledAction, state?.platformBackup, state?.consistentRestorePoint].map(
    shown,
  );
};

const ARM_VM = (properties: Readonly<Record<string, unknown>> = {}): unknown => ({
  type: 'Microsoft.Compute/virtualMachines',
  apiVersion: '2024-07-01',
  name: 'ex01',
  properties: { hardwareProfile: { vmSize: 'Standard_E16s_v5' }, ...properties },
});
const ARM_VM_ID = "[resourceId('Microsoft.Compute/virtualMachines', 'ex01')]";

describe('what is done to an Azure machine', () => {
  it('is nothing where nothing is stated', async () => {
    assert.deepEqual(await stateOf(VM()), ['false', 'none', 'false', 'false']);
    assert.equal((await machineIn(VM())).state?.spot?.origin.kind, 'default');
  });

  it('is that Azure may take it away', async () => {
    assert.deepEqual((await stateOf(VM('ex', 'priority = "Spot"')))[0], 'true');
    assert.deepEqual((await stateOf(VM('ex', 'priority = "Regular"')))[0], 'false');
    assert.equal(
      (await stateOf(`variable "p" {}\n${VM('ex', 'priority = var.p')}`))[0],
      '? var.p has no value: set it in a .tfvars file or with --var',
    );
    assert.equal(shown(machineInTemplate([ARM_VM({ priority: 'Low' })]).state?.spot), 'true');
  });

  it('is a backup as a whole, until its protection is stopped', async () => {
    const backup = (state: string): string => `${VM()}
resource "azurerm_backup_protected_vm" "ex" {
  source_vm_id = azurerm_windows_virtual_machine.ex.id
  ${state}
}`;
    assert.equal((await stateOf(backup('')))[2], 'true');
    assert.equal((await stateOf(backup('protection_state = "ProtectionStopped"')))[2], 'false');
    const machine = await machineIn(backup(''));
    assert.match(place(machine.state?.platformBackup), /azurerm_backup_protected_vm/);
  });

  it('is a backup of the machine that an ARM item names, and of no other kind', () => {
    const item = (protectedItemType: string): unknown => ({
      type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
      apiVersion: '2024-04-01',
      name: 'v/Azure/c/i',
      properties: { protectedItemType, sourceResourceId: ARM_VM_ID },
    });
    const of = (type: string): string =>
      shown(machineInTemplate([ARM_VM(), item(type)]).state?.platformBackup);
    assert.deepEqual(
      [of('Microsoft.Compute/virtualMachines'), of('AzureVmWorkloadSQLDatabase')],
      ['true', 'false'],
    );
  });

  it('is a stop at night, unless the schedule is off', async () => {
    const schedule = (more = ''): string => `${VM()}
resource "azurerm_dev_test_global_vm_shutdown_schedule" "ex" {
  virtual_machine_id = azurerm_windows_virtual_machine.ex.id
  ${more}
}`;
    assert.equal((await stateOf(schedule()))[1], 'stop');
    assert.equal((await stateOf(schedule('enabled = false')))[1], 'none');
    const arm = (status: string): string =>
      shown(
        machineInTemplate([
          ARM_VM(),
          {
            type: 'Microsoft.DevTestLab/schedules',
            apiVersion: '2018-09-15',
            name: 'shutdown',
            properties: { status, taskType: 'ComputeVmShutdownTask', targetResourceId: ARM_VM_ID },
          },
        ]).state?.scheduledAction,
      );
    assert.deepEqual([arm('Enabled'), arm('Disabled')], ['stop', 'none']);
  });

  const ACTION = (type: string, more = ''): string => `
resource "azapi_resource" "night" {
  type      = "Microsoft.ComputeSchedule/scheduledActions@2026-04-15-preview"
  name      = "night"
  parent_id = "/subscriptions/0/resourceGroups/rg"
  body = {
    properties = {
      actionType = "${type}"
      ${more}
    }
  }
}`;
  const ATTACH = (target: string): string => `
resource "azapi_resource_action" "night" {
  type        = "Microsoft.ComputeSchedule/scheduledActions@2026-04-15-preview"
  resource_id = azapi_resource.night.id
  action      = "attachResources"
  body        = { resources = [{ resourceId = ${target} }] }
}`;

  it('is what a scheduled action does to the machines that are attached to it', async () => {
    const text = `${VM('ex')}${VM('file')}${ACTION('Hibernate')}${ATTACH('azurerm_windows_virtual_machine.ex.id')}`;
    const machines = await machinesOf(text);
    assert.deepEqual(
      machines.map(({ state }) => shown(state?.scheduledAction)),
      ['hibernate', 'none'],
    );
  });

  it('is open where the templates attach no machine', async () => {
    const [machine] = await machinesOf(`${VM()}${ACTION('Hibernate')}`);
    assert.equal(
      shown(machine?.state?.scheduledAction),
      '? which machines azapi_resource.night acts on is not in these templates: they are attached to it afterwards',
    );
  });

  it('is nothing by an action that is disabled, starts machines, or stops none that are named', async () => {
    for (const action of [ACTION('Hibernate', 'disabled = true'), ACTION('Start'), ACTION('Deallocate')]) {
      const [machine] = await machinesOf(`${VM()}${action}`);
      assert.equal(shown(machine?.state?.scheduledAction), 'none');
    }
  });
});

describe('what may or may not be deployed', () => {
  it('leaves open what it would do to a machine', async () => {
    const machine = await machineIn(`variable "lab" {}
${VM()}
resource "azurerm_backup_protected_vm" "ex" {
  count = var.lab ? 1 : 0
  source_vm_id = azurerm_windows_virtual_machine.ex.id
}
resource "azurerm_dev_test_global_vm_shutdown_schedule" "ex" {
  count = var.lab ? 1 : 0
  virtual_machine_id = azurerm_windows_virtual_machine.ex.id
}
resource "azurerm_virtual_machine_restore_point_collection" "c" {
  source_virtual_machine_id = azurerm_windows_virtual_machine.ex.id
}
resource "azurerm_virtual_machine_restore_point" "p" {
  count = var.lab ? 1 : 0
  virtual_machine_restore_point_collection_id = azurerm_virtual_machine_restore_point_collection.c.id
  crash_consistency_mode_enabled = true
}`);
    const open = '? var.lab has no value: set it in a .tfvars file or with --var';
    assert.deepEqual(
      [machine.state?.platformBackup, machine.state?.scheduledAction, machine.hasSnapshot].map(shown),
      [open, open, open],
    );
  });
});

describe('snapshots in Azure', () => {
  const DISKS = `${VM()}
resource "azurerm_managed_disk" "db" {
  name = "db"
  storage_account_type = "Premium_LRS"
}
resource "azurerm_virtual_machine_data_disk_attachment" "db" {
  virtual_machine_id = azurerm_windows_virtual_machine.ex.id
  managed_disk_id = azurerm_managed_disk.db.id
  lun = 0
}`;

  it('are on the disk that they are of', async () => {
    const machine = await machineIn(`${DISKS}
resource "azurerm_snapshot" "s" {
  name = "s"
  source_uri = azurerm_managed_disk.db.id
}`);
    assert.equal(shown(machine.hasSnapshot), 'true');
    assert.deepEqual(
      machine.disks.map(({ slot, hasSnapshot }) => `${slot} ${shown(hasSnapshot)}`),
      ['os false', 'lun 0 true'],
    );
  });

  it('are of a disk that the machine makes, by its name', () => {
    const machine = machineInTemplate([
      ARM_VM({ storageProfile: { osDisk: { name: 'ex01-os', createOption: 'FromImage' } } }),
      {
        type: 'Microsoft.Compute/snapshots',
        apiVersion: '2024-03-02',
        name: 's',
        properties: {
          creationData: {
            createOption: 'Copy',
            sourceResourceId: "[resourceId('Microsoft.Compute/disks', 'ex01-os')]",
          },
        },
      },
    ]);
    assert.deepEqual([shown(machine.hasSnapshot), shown(machine.disks[0]?.hasSnapshot)], ['true', 'true']);
  });

  it('as restore points are crash-consistent when they say so, and else consistent for the guest', async () => {
    const point = (more: string): string => `${VM()}
resource "azurerm_virtual_machine_restore_point_collection" "c" {
  source_virtual_machine_id = azurerm_windows_virtual_machine.ex.id
}
resource "azurerm_virtual_machine_restore_point" "p" {
  virtual_machine_restore_point_collection_id = azurerm_virtual_machine_restore_point_collection.c.id
  ${more}
}`;
    const facts = async (text: string): Promise<readonly string[]> => {
      const { hasSnapshot, state } = await machineIn(text);
      return [shown(hasSnapshot), shown(state?.consistentRestorePoint)];
    };
    assert.deepEqual(await facts(point('crash_consistency_mode_enabled = true')), ['true', 'false']);
    assert.deepEqual(await facts(point('')), ['false', 'true']);
    const collection = point('').split('resource "azurerm_virtual_machine_restore_point" "p"')[0] ?? '';
    assert.deepEqual(await facts(collection), ['false', 'false']);
  });
});
