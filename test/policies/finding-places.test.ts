import assert from 'node:assert/strict';
import { textOf } from '../../src/source/range.ts';
import { reportOn } from '../support/scan.ts';

/** `verdict subject: message @ text that decides it`. */
async function findings(rule: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const report = await reportOn(files, rule);
  return report.findings.map(
    ({ verdict, subject, message, range }) => `${verdict} ${subject.name}: ${message} @ ${textOf(range)}`,
  );
}

const onHyperV = (label: string, lines: string): string => `resource "hyperv_machine_instance" "${label}" {
  name = "${label}"
  notes = "Exchange 2019 mailbox server"
${lines}
}
`;

describe('the text that a finding points at', () => {
  it('EXMEM-15: the NUMA setting that differs, not the host', async () => {
    const numa = '  vm_processor {\n    maximum_count_per_numa_node = 4\n  }';
    assert.deepEqual(
      await findings('EXMEM-15', { 'main.tf': onHyperV('ex01', numa) + onHyperV('ex02', '') }),
      [
        'violation provider.hyperv: The NUMA settings of ex01 on provider.hyperv differ from the default. @ 4',
      ],
    );
  });

  it('EXSTO-57: the first disk whose sectors are not told', async () => {
    const drive = (location: number, path: string): string =>
      `hard_disk_drives {\n    controller_location = ${location}\n    path = ${path}\n  }`;
    const member = (name: string): string => `resource "hyperv_vhd" "${name}_db" {
  path = "D:\\\\${name}\\\\db.vhdx"
  size = 1099511627776
}
${onHyperV(name, `  ${drive(0, '"D:\\\\os.vhdx"')}\n  ${drive(1, `hyperv_vhd.${name}_db.path`)}`)}`;
    const found = await findings('EXSTO-57', { 'main.tf': member('ex01') + member('ex02') });
    assert.deepEqual(found, [
      'undecided DAG of ex01, ex02: Whether the members of DAG of ex01, ex02 keep databases on disks of one sector type cannot be told. @ resource "hyperv_vhd" "ex01_db"',
    ]);
  });

  it('EXHOST-01: a resource pool of Azure Arc goes by its own name', async () => {
    const main = `resource pool 'Microsoft.ConnectedVMwarevSphere/resourcePools@2023-12-01' existing = {
  name: 'general'
}
resource machine 'Microsoft.HybridCompute/machines@2025-01-13' = {
  name: 'ex01'
  location: 'westeurope'
  kind: 'VMware'
  tags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }
}
resource server 'Microsoft.ConnectedVMwarevSphere/virtualMachineInstances@2023-12-01' = {
  name: 'default'
  scope: machine
  properties: { placementProfile: { resourcePoolId: pool.id } }
}
`;
    assert.deepEqual(await findings('EXHOST-01', { 'main.bicep': main }), [
      'undecided general: What runs on general beside the hypervisor is not stated. @ pool.id',
    ]);
  });
});

const onAzure = (role: string): string => `resource "azurerm_virtual_network" "perimeter" {
  name = "perimeter"
}
resource "azurerm_subnet" "edge" {
  name                 = "edge"
  virtual_network_name = azurerm_virtual_network.perimeter.name
}
resource "azurerm_network_interface" "ex01" {
  name = "ex01"
  ip_configuration {
    name                          = "primary"
    subnet_id                     = azurerm_subnet.edge.id
    private_ip_address_allocation = "Static"
    private_ip_address            = "10.0.1.10"
  }
}
resource "azurerm_windows_virtual_machine" "ex01" {
  name                  = "ex01"
  size                  = "Standard_E16s_v5"
  network_interface_ids = [azurerm_network_interface.ex01.id]
  tags                  = { exchange-version = "SE", exchange-role = "${role}" }
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }
}
`;

describe('an Edge Transport server', () => {
  it('needs no DNS servers of Active Directory, of which it is no member', async () => {
    assert.deepEqual(await findings('EXNET-24', { 'main.tf': onAzure('edge') }), []);
    assert.deepEqual(await findings('EXNET-24', { 'main.tf': onAzure('mailbox') }), [
      `violation ex01: ex01 asks Azure's own DNS servers, which know nothing of Active Directory. @ resource "azurerm_virtual_network" "perimeter"`,
    ]);
  });

  it('has queues on its OS disk, and no databases', async () =>
    assert.deepEqual(await findings('EXSTO-23', { 'main.tf': onAzure('edge') }), [
      'violation OS disk: OS disk holds Exchange transport queues of ex01 on StandardSSD_LRS, which is not Premium Storage. @ "StandardSSD_LRS"',
    ]));
});
