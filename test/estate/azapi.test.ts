import assert from 'node:assert/strict';
import { resolveAzapi } from '../../src/estate/azapi.ts';
import { azureMapper } from '../../src/estate/mappers/azure.ts';
import type { Machine } from '../../src/estate/model.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import { locationOf } from '../../src/source/range.ts';
import { evaluateRootModule } from '../../src/terraform/index.ts';
import { place, shown } from '../support/azure.ts';
import { memoryTree } from '../support/memory-tree.ts';

async function mapped(
  text: string,
): Promise<{ readonly machines: readonly Machine[]; readonly complaints: readonly string[] }> {
  const tree = memoryTree({ 'main.tf': text });
  const deployment = await evaluateRootModule(tree, '.', { entries: [], crossCheck: 'never' });
  assert.deepEqual(
    deployment.diagnostics.filter(({ severity }) => severity === 'error'),
    [],
  );
  const { resources, diagnostics } = resolveAzapi(deployment.resources);
  const { machines, diagnostics: more } = azureMapper.map(resources, { relays: [] });
  return { machines, complaints: [...diagnostics, ...more].map(told) };
}

const told = ({ range, code, message }: Diagnostic): string =>
  `${range === undefined ? '' : locationOf(range).startLine} ${code} ${message}`;

async function machineIn(text: string): Promise<Machine> {
  const { machines, complaints } = await mapped(text);
  assert.deepEqual(complaints, []);
  const [machine, ...others] = machines;
  assert.ok(machine !== undefined && others.length === 0);
  return machine;
}

const vm = (properties = '', encode = false): string => `
resource "azapi_resource" "vm" {
  type      = "Microsoft.Compute/virtualMachines@2024-03-01"
  name      = "ex01"
  location  = "westeurope"
  tags      = { exchange = "SE" }
  body      = ${encode ? 'jsonencode(' : ''}{
    zones = ["2"]
    properties = {
      hardwareProfile = { vmSize = "Standard_E16s_v5" }
      storageProfile = {
        osDisk = { name = "os", osType = "Windows", managedDisk = { storageAccountType = "Premium_LRS" } }
        dataDisks = [{ lun = 0, managedDisk = { id = azapi_resource.db.id } }]
      }
      networkProfile = { networkInterfaces = [{ id = azurerm_network_interface.nic.id }] }
      ${properties}
    }
  }${encode ? ')' : ''}
}

resource "azapi_resource" "db" {
  type = "Microsoft.Compute/disks@2023-04-02"
  name = "ex01-db"
  body = { sku = { name = "Standard_LRS" } }
}

resource "azurerm_network_interface" "nic" {
  name = "nic"
  ip_configuration {
    private_ip_address_allocation = "Static"
    private_ip_address            = "10.0.0.4"
  }
}
`;

const AZURERM = `
resource "azurerm_windows_virtual_machine" "vm" {
  name = "ex01"
  size = "Standard_E16s_v5"
  os_disk {
    name                 = "os"
    storage_account_type = "Premium_LRS"
  }
}

resource "azurerm_managed_disk" "db" {
  name                 = "ex01-db"
  storage_account_type = "Standard_LRS"
}

resource "azurerm_virtual_machine_data_disk_attachment" "db" {
  virtual_machine_id = azurerm_windows_virtual_machine.vm.id
  managed_disk_id    = azurerm_managed_disk.db.id
  lun                = 0
}
`;

const update = (target: string, body: string, type = 'virtualMachines', more = ''): string => `
resource "azapi_update_resource" "u" {
  type = "Microsoft.Compute/${type}@2024-03-01"
  ${target}
  body = ${body}
  ${more}
}
`;

describe('an azapi resource', () => {
  for (const encode of [false, true]) {
    it(`is the resource that its body describes, ${encode ? 'as JSON text' : 'as an object'}`, async () => {
      const machine = await machineIn(vm('', encode));
      assert.equal(machine.address, 'azapi_resource.vm');
      assert.deepEqual(
        [machine.name, machine.size, machine.os.family, machine.placement.site, machine.placement.zone].map(
          shown,
        ),
        ['ex01', 'Standard_E16s_v5', 'windows', 'westeurope', '2'],
      );
      assert.equal(place(machine.size), '10: "Standard_E16s_v5"');
      assert.deepEqual(
        [...machine.tags].map(([name, value]) => [name, shown(value)]),
        [['exchange', 'SE']],
      );
    });

    it(`joins with others by their addresses, ${encode ? 'as JSON text' : 'as an object'}`, async () => {
      const machine = await machineIn(vm('', encode));
      assert.deepEqual(
        machine.disks.map(({ slot, address, sku }) => [slot, address, shown(sku)]),
        [
          ['os', 'azapi_resource.vm/osDisk', 'Premium_LRS'],
          ['lun 0', 'azapi_resource.db', 'Standard_LRS'],
        ],
      );
      assert.deepEqual(
        machine.networkInterfaces.map(({ address, addressAllocation }) => [
          address,
          shown(addressAllocation),
        ]),
        [['azurerm_network_interface.nic', 'static']],
      );
    });
  }

  it('joins by an id that is written out', async () => {
    const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/EX01-DB';
    const machine = await machineIn(vm().replace('azapi_resource.db.id', JSON.stringify(id)));
    assert.deepEqual(
      machine.disks.map(({ address, sku }) => [address, shown(sku)]),
      [
        ['azapi_resource.vm/osDisk', 'Premium_LRS'],
        ['azapi_resource.db', 'Standard_LRS'],
      ],
    );
  });

  it('is found by the id that a state knows', async () => {
    const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/other-name';
    const text = `${vm().replace('azapi_resource.db.id', JSON.stringify(id))}
resource "azurerm_managed_disk" "known" {
  id                   = "${id}"
  storage_account_type = "Premium_ZRS"
}
`;
    assert.deepEqual(
      (await machineIn(text)).disks.map(({ address, sku }) => [address, shown(sku)]),
      [
        ['azapi_resource.vm/osDisk', 'Premium_LRS'],
        ['azurerm_managed_disk.known', 'Premium_ZRS'],
      ],
    );
  });

  it('belongs to the parent that parent_id names', async () => {
    const extension = `
resource "azapi_resource" "setup" {
  type      = "Microsoft.Compute/virtualMachines/extensions@2024-03-01"
  name      = "install-exchange"
  parent_id = azapi_resource.vm.id
  body      = { properties = { settings = { commandToExecute = "setup.exe /mode:install" } } }
}
`;
    const { hints } = await machineIn(vm() + extension);
    assert.deepEqual(
      hints.filter(({ kind }) => kind === 'script').map(({ text }) => text),
      ['install-exchange', 'setup.exe /mode:install'],
    );
  });

  it('takes sensitive_body as a patch over its body', async () => {
    const secret = 'sensitive_body = { properties = { hardwareProfile = { vmSize = "Standard_D2s_v5" } } }';
    const text = vm().replace('location  =', `${secret}\n  location  =`);
    const machine = await machineIn(text);
    assert.equal(shown(machine.size), 'Standard_D2s_v5');
    assert.equal(machine.disks.length, 2);
  });

  it('is told when its type or its JSON cannot be read', async () => {
    const { complaints } = await mapped(`variable "type" {}
resource "azapi_resource" "a" {
  type = var.type
  name = "a"
}
resource "azapi_resource" "b" {
  type = "Microsoft.Compute/disks@2023-04-02"
  body = "{"
}
`);
    assert.deepEqual(complaints, [
      '1 estate-unsupported-type azapi_resource.a is not judged: its type is unknown (var.type has no value: set it in a .tfvars file or with --var).',
      "8 json-syntax The object that begins here is not closed with '}'.",
    ]);
  });
});

describe('an azapi update', () => {
  it('changes a resource that another provider declares', async () => {
    const hibernation = '{ properties = { additionalCapabilities = { hibernationEnabled = true } } }';
    const target = 'resource_id = azurerm_windows_virtual_machine.vm.id';
    const machine = await machineIn(AZURERM + update(target, hibernation));
    assert.deepEqual([machine.hibernationEnabled, machine.size].map(shown), ['true', 'Standard_E16s_v5']);
    assert.equal(place(machine.hibernationEnabled), '25: true');
    assert.deepEqual(
      machine.disks.map(({ address }) => address),
      ['azurerm_windows_virtual_machine.vm.os_disk', 'azurerm_managed_disk.db'],
    );
  });

  it('changes the resource of a name', async () => {
    const body = 'jsonencode({ sku = { name = "Premium_LRS" } })';
    const machine = await machineIn(AZURERM + update('name = "ex01-db"', body, 'disks'));
    assert.deepEqual(
      machine.disks.map(({ address, sku }) => [address, shown(sku)]),
      [
        ['azurerm_windows_virtual_machine.vm.os_disk', 'Premium_LRS'],
        ['azurerm_managed_disk.db', 'Premium_LRS'],
      ],
    );
  });

  it('may be an action that is a PATCH; other actions change nothing', async () => {
    const action = (method: string): string => `
resource "azapi_resource_action" "a" {
  type        = "Microsoft.Compute/virtualMachines@2024-03-01"
  resource_id = azurerm_windows_virtual_machine.vm.id
  method      = "${method}"
  body        = { properties = { additionalCapabilities = { hibernationEnabled = true } } }
}
`;
    const enabled = async (method: string): Promise<string> =>
      shown((await machineIn(AZURERM + action(method))).hibernationEnabled);
    assert.deepEqual([await enabled('PATCH'), await enabled('POST')], ['true', 'false']);
  });

  it('merges the OS disk and replaces the data disks', async () => {
    const storage = `{ properties = { storageProfile = {
      osDisk    = { managedDisk = { storageAccountType = "StandardSSD_LRS" } }
      dataDisks = [{ lun = 3, name = "new", managedDisk = { storageAccountType = "Premium_LRS" } }]
    } } }`;
    const machine = await machineIn(vm() + update('resource_id = azapi_resource.vm.id', storage));
    assert.deepEqual(
      machine.disks.map(({ slot, name, sku }) => [slot, shown(name), shown(sku)]),
      [
        ['os', 'os', 'StandardSSD_LRS'],
        ['lun 3', 'new', 'Premium_LRS'],
      ],
    );
  });

  it('leaves open what may or may not be changed', async () => {
    const text = `variable "on" {}${AZURERM}${update(
      'resource_id = azurerm_managed_disk.db.id',
      '{ sku = { name = "Premium_LRS" } }',
      'disks',
      'count = var.on ? 1 : 0',
    )}`;
    const machine = await machineIn(text);
    assert.match(shown(machine.disks[1]?.sku), /^\? .*var\.on has no value/);
  });

  it('is told when what it changes is not in the deployment', async () => {
    const id = '"/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/other"';
    const body = '{ properties = { additionalCapabilities = { hibernationEnabled = true } } }';
    const { complaints } = await mapped(update(`resource_id = ${id}`, body));
    assert.deepEqual(complaints, [
      '2 estate-unsupported-type azapi_update_resource.u changes a virtual machine that is not in this deployment, so the result is not judged.',
    ]);
  });
});
