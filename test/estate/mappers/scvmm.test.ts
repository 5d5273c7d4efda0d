import { deepEqual, equal } from 'node:assert/strict';
import { scvmmMapper } from '../../../src/estate/mappers/scvmm.ts';
import type { Machine } from '../../../src/estate/model.ts';
import { separationOf } from '../../../src/estate/placement.ts';
import { machinesInArm, machinesInHcl, only, shown } from '../../support/mapped.ts';

type Json = Readonly<Record<string, unknown>>;

const vm = (properties: Json, name = 'ex01'): Json => ({
  type: 'Microsoft.ScVmm/virtualMachineInstances',
  apiVersion: '2025-03-13',
  name: 'default',
  scope: `[resourceId('Microsoft.HybridCompute/machines', '${name}')]`,
  extendedLocation: { type: 'CustomLocation', name: '/subscriptions/s/x' },
  properties,
});
const machineOf = (properties: Json): Machine => only(machinesInArm(scvmmMapper, [vm(properties)]));
const ADDRESS =
  'Microsoft.HybridCompute/machines/ex01/providers/Microsoft.ScVmm/virtualMachineInstances/default';
const byTemplate = (what: string): string =>
  `? ${ADDRESS} does not state ${what}, so VMM takes it from the template or its own default`;

const TYPE = 'azurerm_system_center_virtual_machine_manager_virtual_machine_instance';
const ARC = `resource "azurerm_arc_machine" "ex" {
  for_each = toset(["ex01", "ex02"])
  name     = each.key
  kind     = "SCVMM"
}
`;
const hcl = (lines: string, label = 'ex01'): string =>
  `resource "${TYPE}" "${label}" {\nscoped_resource_id = azurerm_arc_machine.ex["${label}"].id\ncustom_location_id = "/x"\n${lines}\n}\n`;
const machineOfHcl = async (lines: string): Promise<Machine> =>
  only(await machinesInHcl(scvmmMapper, ARC + hcl(lines)));

describe('memory of SCVMM', () => {
  const arm: readonly (readonly [
    what: string,
    profile: Json | undefined,
    dynamic: unknown,
    withoutRange: unknown,
  ])[] = [
    ["the text 'false'", { memoryMB: 65_536, dynamicMemoryEnabled: 'false' }, false, false],
    [
      "the text 'true' with bounds",
      {
        memoryMB: 65_536,
        dynamicMemoryEnabled: 'true',
        dynamicMemoryMinMB: 1024,
        dynamicMemoryMaxMB: 65_536,
      },
      true,
      false,
    ],
    ['a bool', { memoryMB: 65_536, dynamicMemoryEnabled: false }, false, false],
    [
      'bounds that are the size',
      { memoryMB: 8192, dynamicMemoryEnabled: 'true', dynamicMemoryMinMB: 8192, dynamicMemoryMaxMB: 8192 },
      false,
      true,
    ],
    [
      'nothing stated',
      undefined,
      byTemplate('whether its memory is dynamic'),
      byTemplate('whether its memory is dynamic'),
    ],
    [
      'bounds alone',
      { memoryMB: 8192, dynamicMemoryMinMB: 512 },
      byTemplate('whether its memory is dynamic'),
      byTemplate('whether its memory is dynamic'),
    ],
  ];
  for (const [what, hardwareProfile, dynamic, withoutRange] of arm) {
    it(`ARM: ${what}`, () => {
      const { memory } = machineOf(hardwareProfile === undefined ? {} : { hardwareProfile });
      deepEqual([shown(memory.dynamic), shown(memory.dynamicWithoutRange)], [dynamic, withoutRange]);
    });
  }

  const terraform: readonly (readonly [what: string, lines: string, dynamic: unknown])[] = [
    ['no bound', 'hardware {\nmemory_in_mb = 65536\n}', false],
    ['a bound', 'hardware {\nmemory_in_mb = 65536\ndynamic_memory_max_in_mb = 131072\n}', true],
    ['a bound of 0', 'hardware {\nmemory_in_mb = 65536\ndynamic_memory_min_in_mb = 0\n}', false],
    [
      'no hardware block',
      '',
      `? ${TYPE}.ex01 does not state whether its memory is dynamic, so VMM takes it from the template or its own default`,
    ],
  ];
  for (const [what, lines, dynamic] of terraform) {
    it(`azurerm: ${what}`, async () => equal(shown((await machineOfHcl(lines)).memory.dynamic), dynamic));
  }
});

describe('a virtual machine of SCVMM', () => {
  it('has the name of the Arc machine, or the one that VMM knows it by', async () => {
    deepEqual(
      [
        shown((await machineOfHcl('')).name),
        shown(machineOf({}).name),
        shown(machineOf({ infrastructureProfile: { vmName: 'MBX01' } }).name),
      ],
      ['ex01', 'ex01', 'MBX01'],
    );
  });

  it('as a resource of its own in previews', () => {
    const machine = only(
      machinesInArm(scvmmMapper, [
        {
          type: 'Microsoft.ScVmm/virtualMachines',
          apiVersion: '2023-04-01-preview',
          name: 'ex07',
          tags: { 'exchange-version': '2019' },
          properties: {
            checkpointType: 'Standard',
            generation: 2,
            hardwareProfile: { cpuCount: 4 },
          },
        },
      ]),
    );
    deepEqual(
      [
        machine.name,
        machine.tags.get('exchange-version'),
        machine.state?.checkpointType,
        machine.generation,
        machine.vcpus,
      ].map(shown),
      ['ex07', '2019', 'standard', 2, 4],
    );
  });

  it('checkpoints: their type, and those that are there', async () => {
    const checkpoints = [{ checkpointID: '1', name: 'before' }];
    deepEqual(
      [
        shown(
          (await machineOfHcl('infrastructure {\ncheckpoint_type = "Disabled"\n}')).state?.checkpointType,
        ),
        shown(machineOf({}).state?.checkpointType),
        shown(machineOf({ infrastructureProfile: { checkpoints } }).hasSnapshot),
        shown(machineOf({}).hasSnapshot),
      ],
      ['disabled', byTemplate('which checkpoints it may have'), true, false],
    );
  });

  it('does not tell what happens when its host shuts down', () => {
    equal(
      shown(machineOf({}).state?.stopAction),
      `? Azure Arc has no setting for what happens to a machine of SCVMM when its host shuts down: state servers[].stopAction of ${ADDRESS} in exvet.yaml`,
    );
  });

  it('tells high availability when it is stated', () => {
    const { placement } = machineOf({ hardwareProfile: { isHighlyAvailable: 'true' } });
    deepEqual(
      [shown(placement.restartedByCluster), shown(machineOf({}).placement.restartedByCluster)],
      [true, byTemplate('whether it is highly available')],
    );
  });

  it('that VMM already has stays as it is there', () => {
    const { vcpus } = machineOf({ infrastructureProfile: { inventoryItemId: '/x' } });
    equal(shown(vcpus), `? ${ADDRESS} does not state its processors, so it stays what it is in VMM`);
  });

  it('what it runs once tells what is installed', () => {
    const { hints } = machineOf({ osProfile: { runOnceCommands: 'Setup.exe /Mode:Install /Role:Mailbox' } });
    deepEqual(
      hints.filter(({ kind }) => kind === 'script').map(({ text }) => text),
      ['Setup.exe /Mode:Install /Role:Mailbox'],
    );
  });
});

describe('disks of SCVMM', () => {
  const disks = [
    { name: 'data', busType: 'SCSI', bus: 0, lun: 1, vhdType: 'Fixed', diskSizeGB: 1024 },
    { name: 'os', busType: 'IDE', bus: 0, lun: 0, templateDiskId: 'x' },
    { name: 'delta', busType: 'SCSI', bus: 0, lun: 2, createDiffDisk: 'true' },
    { name: 'thin', busType: 'SCSI', bus: 1, lun: 0, vhdType: 'Dynamic', createDiffDisk: 'false' },
  ];
  const ofTemplate = '? the disk does not state its type, so VMM or the template of the machine decides it';

  it('type, place, size; the disk of the system is the lowest, IDE first', () => {
    deepEqual(
      machineOf({ storageProfile: { disks } }).disks.map(disk => [
        shown(disk.name),
        disk.isOs,
        disk.slot,
        shown(disk.provisioning),
        shown(disk.controller),
        shown(disk.copied),
      ]),
      [
        ['data', false, 'scsi 0:1', 'fixed', 'scsi', false],
        ['os', true, 'ide 0:0', ofTemplate, 'ide', true],
        ['delta', false, 'scsi 0:2', 'differencing', 'scsi', false],
        ['thin', false, 'scsi 1:0', 'dynamic', 'scsi', false],
      ],
    );
  });

  it('machines of generation 2 take VHDX alone', () => {
    const formatOf = (generation: number): unknown => {
      const machine = machineOf({ storageProfile: { disks }, infrastructureProfile: { generation } });
      return shown(machine.disks[0]?.format);
    };
    deepEqual(
      [formatOf(2), formatOf(1)],
      ['vhdx', '? the disk does not state its file format, so VMM or the template of the machine decides it'],
    );
  });

  it('come from the template when none is stated', () => {
    equal(
      shown(only(machineOf({}).disks).provisioning),
      `? ${ADDRESS} states no disks, so they are those of its template`,
    );
  });

  it('in Terraform', async () => {
    const disk = only(
      (
        await machineOfHcl(
          'storage_disk {\nname = "db"\nbus_type = "SCSI"\nbus = 0\nlun = 1\nvhd_type = "Dynamic"\ndisk_size_gb = 500\n}',
        )
      ).disks,
    );
    deepEqual(
      [disk.slot, ...[disk.provisioning, disk.sizeGib, disk.controllerNumber].map(shown)],
      ['scsi 0:1', 'dynamic', 500, 0],
    );
  });
});

describe('where machines of SCVMM run', () => {
  const SETS = `resource "azurerm_system_center_virtual_machine_manager_availability_set" "a" { name = "a" }
resource "azurerm_system_center_virtual_machine_manager_availability_set" "b" { name = "b" }
`;
  const inSet = (set: string): string =>
    set === ''
      ? ''
      : `system_center_virtual_machine_manager_availability_set_ids = [azurerm_system_center_virtual_machine_manager_availability_set.${set}.id]`;
  const verdicts: readonly (readonly [what: string, first: string, second: string, verdict: string])[] = [
    ['one availability set', 'a', 'a', 'apart'],
    ['two availability sets', 'a', 'b', 'together'],
    ['one in a set', 'a', '', 'together'],
    ['none in a set', '', '', 'together'],
  ];
  for (const [what, first, second, verdict] of verdicts) {
    it(`keeps two machines: ${what}`, async () => {
      const main = ARC + SETS + hcl(inSet(first)) + hcl(inSet(second), 'ex02');
      const [a, b] = await machinesInHcl(scvmmMapper, main);
      equal(a === undefined || b === undefined ? undefined : separationOf(a, b).verdict, verdict);
    });
  }

  it('availability sets by id in ARM', () => {
    const availabilitySets = [{ id: "[resourceId('Microsoft.ScVmm/availabilitySets', 'dag')]" }];
    const [a, b] = machinesInArm(scvmmMapper, [vm({ availabilitySets }), vm({ availabilitySets }, 'ex02')]);
    deepEqual(
      [
        a === undefined || b === undefined ? undefined : separationOf(a, b).verdict,
        a?.placement.antiAffinity.map(({ address, mandatory }) => [address, shown(mandatory)]),
      ],
      ['apart', [['microsoft.scvmm/availabilitysets/dag', false]]],
    );
  });

  it('is the cloud, or else the custom location', async () => {
    const cloud =
      'infrastructure {\nsystem_center_virtual_machine_manager_cloud_id = "/providers/Microsoft.ScVmm/clouds/prod"\n}';
    deepEqual(
      [(await machineOfHcl(cloud)).placement.pool?.address, (await machineOfHcl('')).placement.pool?.address],
      ['microsoft.scvmm/clouds/prod', '/x'],
    );
  });
});

describe('network of SCVMM', () => {
  it('addresses are as stated, else as in the template', () => {
    const networkInterfaces = [
      {
        name: 'a',
        ipv4AddressType: 'Static',
        virtualNetworkId: '/providers/Microsoft.ScVmm/virtualNetworks/lan',
      },
      { name: 'b', ipv4AddressType: 'Dynamic' },
      { name: 'c' },
    ];
    deepEqual(
      machineOf({ networkProfile: { networkInterfaces } }).networkInterfaces.map(nic => [
        shown(nic.name),
        shown(nic.addressAllocation),
        shown(nic.network),
      ]),
      [
        ['a', 'static', '/providers/Microsoft.ScVmm/virtualNetworks/lan'],
        ['b', 'dynamic', undefined],
        ['c', byTemplate('how its addresses are given'), undefined],
      ],
    );
  });
});
