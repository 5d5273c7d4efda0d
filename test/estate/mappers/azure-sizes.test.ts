import assert from 'node:assert/strict';
import { machineIn, machineInTemplate, machinesIn, place, shown } from '../../support/azure.ts';

const VM = (more: string): string => `
resource "azurerm_windows_virtual_machine" "ex" {
  name = "ex01"
  ${more}
}`;

describe('what follows from the size of an Azure machine', () => {
  it('has the size as its origin', async () => {
    const machine = await machineIn(VM('size = "Standard_E16s_v5"'));
    const facts = [
      machine.maxDataDisks,
      machine.uncachedIops,
      machine.uncachedMbps,
      machine.cpu?.burstable,
      machine.architecture,
      machine.diskController,
    ];
    assert.deepEqual(facts.map(shown), ['32', '25600', '600', 'false', 'x64', 'scsi']);
    for (const fact of facts) assert.match(place(fact), /"Standard_E16s_v5"/);
  });

  it('is not known of sizes that no table has', async () => {
    const machine = await machineIn(VM('size = "Standard_B8ms"'));
    assert.deepEqual([machine.cpu?.burstable, machine.maxDataDisks].map(shown), [
      'true',
      "? exvet does not know the number of data disks of 'Standard_B8ms'",
    ]);
  });

  it('holds for all sizes that an input allows', async () => {
    const machine = await machineIn(`variable "size" {
  validation {
    condition     = contains(["Standard_E16s_v5", "Standard_E32s_v5"], var.size)
    error_message = "no such size"
  }
}
${VM('size = var.size')}`);
    assert.equal(shown(machine.maxDataDisks), '32');
    assert.match(shown(machine.uncachedMbps), /^\? var.size has no value/);
  });

  it('is ARM by the size or by the image', async () => {
    assert.equal(shown((await machineIn(VM('size = "Standard_E16ps_v5"'))).architecture), 'arm64');
    const image = machineInTemplate([
      {
        type: 'Microsoft.Compute/virtualMachines',
        apiVersion: '2024-07-01',
        name: 'ex01',
        properties: { storageProfile: { imageReference: { sku: '2025-datacenter-arm64' } } },
      },
    ]);
    assert.equal(shown(image.architecture), 'arm64');
  });

  it('gives way to a disk controller that is stated, and leaves one to the platform that may be either', async () => {
    const stated = VM('size = "Standard_E16bs_v5"\ndisk_controller_type = "NVMe"');
    assert.equal(shown((await machineIn(stated)).diskController), 'nvme');
    assert.equal(
      shown((await machineIn(VM('size = "Standard_E16bs_v5"'))).diskController),
      '? azurerm_windows_virtual_machine.ex states no disk controller type, which the platform picks by size and image',
    );
  });
});

describe('where an Azure machine runs', () => {
  it('is a dedicated host, or a group of them', async () => {
    const on = async (more: string): Promise<string> =>
      shown((await machineIn(VM(`size = "Standard_E16s_v5"\n${more}`))).placement.dedicatedHost);
    assert.deepEqual(
      [await on(''), await on('dedicated_host_id = "h"'), await on('dedicated_host_group_id = "g"')],
      ['false', 'true', 'true'],
    );
  });

  it('is an availability set, aligned by default in azurerm and classic in ARM', async () => {
    const managed = async (more: string): Promise<string> => {
      const machine =
        await machineIn(`${VM('size = "Standard_E16s_v5"\navailability_set_id = azurerm_availability_set.a.id')}
resource "azurerm_availability_set" "a" {
  name = "a"
  ${more}
}`);
      return shown(machine.placement.availabilitySet?.managed);
    };
    assert.deepEqual([await managed(''), await managed('managed = false')], ['true', 'false']);
    const inArm = (more: Readonly<Record<string, unknown>>): string =>
      shown(
        machineInTemplate([
          {
            type: 'Microsoft.Compute/virtualMachines',
            apiVersion: '2024-07-01',
            name: 'ex01',
            properties: {
              availabilitySet: { id: "[resourceId('Microsoft.Compute/availabilitySets', 'a')]" },
            },
          },
          { type: 'Microsoft.Compute/availabilitySets', apiVersion: '2024-07-01', name: 'a', ...more },
        ]).placement.availabilitySet?.managed,
      );
    assert.deepEqual([inArm({}), inArm({ sku: { name: 'Aligned' } })], ['false', 'true']);
  });
});

describe('what stands beside the machines of a deployment', () => {
  const DOMAIN = '\nresource "azurerm_active_directory_domain_service" "d" {\n name = "d"\n}';
  const EX = VM('size = "Standard_E16s_v5"');

  it('is a managed domain as the only directory, unless a machine may be a domain controller', async () => {
    assert.equal(shown((await machineIn(EX)).managedDomainOnly), 'false');
    const machine = await machineIn(EX + DOMAIN);
    assert.equal(shown(machine.managedDomainOnly), 'true');
    assert.match(place(machine.managedDomainOnly), /azurerm_active_directory_domain_service/);
    for (const controller of [
      'name = "contoso-dc01"',
      'name = "a"\n tags = { role = "domain controller" }',
    ]) {
      const machines = await machinesIn(
        `${EX}${DOMAIN}\nresource "azurerm_windows_virtual_machine" "other" {\n ${controller}\n}`,
      );
      assert.deepEqual(
        machines.map(({ managedDomainOnly }) => shown(managedDomainOnly)),
        ['false', 'false'],
      );
    }
  });

  it('is the volumes of Elastic SAN', async () => {
    assert.equal((await machineIn(EX)).elasticSan, undefined);
    const machine = await machineIn(`${EX}\nresource "azurerm_elastic_san_volume" "v" {\n name = "v"\n}`);
    assert.equal(shown(machine.elasticSan), 'true');
  });
});
