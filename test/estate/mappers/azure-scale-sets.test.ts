import assert from 'node:assert/strict';
import type { Machine } from '../../../src/estate/model.ts';
import { machineIn, machineInTemplate, machinesIn, machinesInTemplate, shown } from '../../support/azure.ts';

const WINDOWS = (more = ''): string => `
resource "azurerm_windows_virtual_machine_scale_set" "mbx" {
  name = "mbx"
  sku = "Standard_E16s_v5"
  instances = 2
  computer_name_prefix = "ex"
  priority = "Spot"
  zones = ["2"]
  ${more}
  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    sku = "2022-datacenter"
  }
  os_disk {
    caching = "ReadOnly"
    storage_account_type = "Standard_LRS"
    diff_disk_settings {
      option = "Local"
    }
  }
  data_disk {
    lun = 0
    caching = "None"
    storage_account_type = "Premium_LRS"
    disk_size_gb = 1024
  }
  network_interface {
    name = "nic"
    dns_servers = ["10.0.0.4"]
    ip_configuration {
      name = "i"
      subnet_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s"
    }
  }
  extension {
    name = "exchange"
    publisher = "Microsoft.Compute"
    settings = jsonencode({ commandToExecute = "Setup.exe /Role:Mailbox" })
  }
}`;

const AUTOSCALE = (more = ''): string => `
resource "azurerm_monitor_autoscale_setting" "mbx" {
  name = "mbx"
  target_resource_id = azurerm_windows_virtual_machine_scale_set.mbx.id
  ${more}
}`;

const shape = ({ name, computerName, os, placement, state, disks, networkInterfaces }: Machine): unknown => ({
  name: shown(name),
  computerName: shown(computerName),
  os: `${shown(os.family)} ${shown(os.publisher)} ${shown(os.release)}`,
  scaleSet: shown(placement.scaleSet),
  made: shown(placement.madeByScaleSet),
  zone: shown(placement.zone),
  spot: shown(state?.spot),
  disks: disks.map(
    ({ slot, sku, caching, ephemeral, sizeGib }) =>
      `${slot} ${shown(sku)} ${shown(caching)} ${shown(ephemeral)} ${shown(sizeGib)}`,
  ),
  interfaces: networkInterfaces.map(
    ({ addressAllocation, customDns }) => `${shown(addressAllocation)} ${shown(customDns)}`,
  ),
});

const EXPECTED = {
  name: 'mbx',
  computerName: 'ex',
  os: 'windows MicrosoftWindowsServer 2022-datacenter',
  scaleSet: 'uniform',
  made: 'true',
  zone: '2',
  spot: 'true',
  disks: ['os Standard_LRS read-only true absent', 'lun 0 Premium_LRS none false 1024'],
  interfaces: ['dynamic true'],
};

describe('a scale set that makes machines', () => {
  it('is one machine that stands for all of them, in azurerm', async () => {
    const machine = await machineIn(WINDOWS());
    assert.deepEqual(shape(machine), EXPECTED);
    assert.deepEqual(
      machine.hints.filter(({ kind }) => kind === 'script').map(({ text }) => text),
      ['exchange', 'Setup.exe /Role:Mailbox'],
    );
  });

  it('is of a number that is stated, or not', async () => {
    const uncertain = async (text: string): Promise<readonly string[] | undefined> =>
      (await machineIn(text)).resource.uncertain?.map(reason => reason.text);
    assert.equal(await uncertain(WINDOWS()), undefined);
    assert.deepEqual(await uncertain(WINDOWS().replace('instances = 2', '')), [
      'how many machines azurerm_windows_virtual_machine_scale_set.mbx makes is not stated',
    ]);
    assert.deepEqual(await uncertain(`variable "n" {}\n${WINDOWS().replace('= 2', '= var.n')}`), [
      'var.n has no value: set it in a .tfvars file or with --var',
    ]);
  });

  const ARM = (properties: Readonly<Record<string, unknown>> = {}): unknown => ({
    type: 'Microsoft.Compute/virtualMachineScaleSets',
    apiVersion: '2024-07-01',
    name: 'mbx',
    zones: ['2'],
    sku: { name: 'Standard_E16s_v5', capacity: 2 },
    properties: {
      virtualMachineProfile: {
        priority: 'Spot',
        osProfile: { computerNamePrefix: 'ex', windowsConfiguration: { provisionVMAgent: true } },
        storageProfile: {
          imageReference: { publisher: 'MicrosoftWindowsServer', sku: '2022-datacenter' },
          osDisk: {
            createOption: 'FromImage',
            caching: 'ReadOnly',
            diffDiskSettings: { option: 'Local' },
            managedDisk: { storageAccountType: 'Standard_LRS' },
          },
          dataDisks: [
            {
              lun: 0,
              createOption: 'Empty',
              caching: 'None',
              diskSizeGB: 1024,
              managedDisk: { storageAccountType: 'Premium_LRS' },
            },
          ],
        },
        networkProfile: {
          networkInterfaceConfigurations: [
            {
              name: 'nic',
              properties: {
                dnsSettings: { dnsServers: ['10.0.0.4'] },
                ipConfigurations: [{ name: 'i', properties: { subnet: { id: 's' } } }],
              },
            },
          ],
        },
      },
      ...properties,
    },
  });

  it('is the same in ARM, where a set is uniform unless it says otherwise', () => {
    assert.deepEqual(shape(machineInTemplate([ARM()])), EXPECTED);
    const flexible = machineInTemplate([ARM({ orchestrationMode: 'Flexible' })]);
    assert.equal(shown(flexible.placement.scaleSet), 'flexible');
  });

  it('scales by itself when a setting that is on names it', async () => {
    const scaled = async (text: string): Promise<string> => shown((await machineIn(text)).placement.scaleSet);
    assert.equal(await scaled(WINDOWS() + AUTOSCALE()), 'autoscaled');
    assert.equal(await scaled(WINDOWS() + AUTOSCALE('enabled = false')), 'uniform');
    const setting = (enabled?: boolean): unknown => ({
      type: 'Microsoft.Insights/autoscaleSettings',
      apiVersion: '2022-10-01',
      name: 'mbx',
      properties: {
        targetResourceUri: "[resourceId('Microsoft.Compute/virtualMachineScaleSets', 'mbx')]",
        ...(enabled === undefined ? {} : { enabled }),
      },
    });
    const inArm = (enabled?: boolean): string =>
      shown(machineInTemplate([ARM(), setting(enabled)]).placement.scaleSet);
    // In ARM a setting that does not say so is off.
    assert.deepEqual([inArm(true), inArm()], ['autoscaled', 'uniform']);
  });

  it('is no machine without a profile, and groups those that join it', async () => {
    const machines = await machinesIn(`
resource "azurerm_orchestrated_virtual_machine_scale_set" "dag" {
  name = "dag"
  platform_fault_domain_count = 2
}
resource "azurerm_windows_virtual_machine" "ex" {
  name = "ex01"
  size = "Standard_E16s_v5"
  virtual_machine_scale_set_id = azurerm_orchestrated_virtual_machine_scale_set.dag.id
}`);
    assert.deepEqual(
      machines.map(({ name, placement }) =>
        [name, placement.scaleSet, placement.madeByScaleSet, placement.availabilitySet?.faultDomains].map(
          shown,
        ),
      ),
      [['ex01', 'flexible', 'false', '2']],
    );
    assert.equal(machines[0]?.placement.availabilitySet?.managed, undefined);
    assert.deepEqual(
      machinesInTemplate([
        {
          type: 'Microsoft.Compute/virtualMachineScaleSets',
          apiVersion: '2024-07-01',
          name: 'dag',
          properties: { orchestrationMode: 'Flexible', platformFaultDomainCount: 2 },
        },
      ]),
      [],
    );
  });

  it('is one of the older resource too, with blobs for disks', async () => {
    const machine = await machineIn(`
resource "azurerm_virtual_machine_scale_set" "mbx" {
  name = "mbx"
  sku {
    name = "Standard_DS14_v2"
    capacity = 2
  }
  os_profile {
    computer_name_prefix = "ex"
  }
  os_profile_windows_config {}
  storage_profile_os_disk {
    caching = "ReadWrite"
    create_option = "FromImage"
    vhd_containers = ["https://a.blob.core.windows.net/vhds"]
  }
}`);
    assert.deepEqual(
      [machine.size, machine.placement.scaleSet, machine.os.family, machine.disks[0]?.managed].map(shown),
      ['Standard_DS14_v2', 'uniform', 'windows', 'false'],
    );
  });
});
