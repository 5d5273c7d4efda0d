import { deepEqual, equal } from 'node:assert/strict';
import { azureLocalMapper } from '../../../src/estate/mappers/azure-local.ts';
import type { Disk, Machine } from '../../../src/estate/model.ts';
import { separationOf } from '../../../src/estate/placement.ts';
import { machinesInArm, machinesInHcl, only, shown } from '../../support/mapped.ts';

type Json = Readonly<Record<string, unknown>>;

const LOCATION = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.ExtendedLocation/customLocations/hq';
const extendedLocation = { type: 'CustomLocation', name: LOCATION };
const typed = (type: string, name: string, properties: Json, more: Json = {}): Json => ({
  type,
  apiVersion: '2026-04-01-preview',
  name,
  location: 'westeurope',
  properties,
  ...more,
});
const LOCAL = 'Microsoft.AzureStackHCI';
const vhd = (name: string, properties: Json): Json =>
  typed(`${LOCAL}/virtualHardDisks`, name, properties, { extendedLocation });
const idOf = (type: string, name: string): string => `[resourceId('${LOCAL}/${type}', '${name}')]`;

const arc = (name: string, more: Json = {}): Json =>
  typed('Microsoft.HybridCompute/machines', name, {}, { kind: 'HCI', ...more });

/** A virtual machine that extends the Arc machine of a name. */
const vm = (properties: Json, name = 'ex01', more: Json = {}): Json =>
  typed(`${LOCAL}/virtualMachineInstances`, 'default', properties, {
    scope: `[resourceId('Microsoft.HybridCompute/machines', '${name}')]`,
    extendedLocation,
    ...more,
  });

const machinesOf = (...resources: Json[]): readonly Machine[] => machinesInArm(azureLocalMapper, resources);
const machineOf = (properties: Json, ...others: Json[]): Machine =>
  only(machinesOf(vm(properties), ...others));

const ADDRESS =
  'Microsoft.HybridCompute/machines/ex01/providers/Microsoft.AzureStackHCI/virtualMachineInstances/default';

describe('a virtual machine of Azure Local', () => {
  it('has the name, the tags and the scripts of the Arc machine that it extends', () => {
    const extension = typed('Microsoft.HybridCompute/machines/extensions', 'ex01/setup', {
      settings: { commandToExecute: 'Setup.exe /Mode:Install /Role:Mailbox' },
    });
    const machine = only(
      machinesOf(arc('ex01', { tags: { 'exchange-role': 'mailbox' } }), vm({}), extension),
    );
    deepEqual(
      [
        machine.address,
        shown(machine.name),
        [...machine.tags].map(([name, value]) => [name, shown(value)]),
        machine.hints.filter(({ kind }) => kind === 'script').map(({ text }) => text),
      ],
      [
        ADDRESS,
        'ex01',
        [['exchange-role', 'mailbox']],
        ['ex01/setup', 'Setup.exe /Mode:Install /Role:Mailbox'],
      ],
    );
  });

  it('has the name in its scope when the Arc machine is not here', () => {
    equal(shown(only(machinesOf(vm({}, 'mbx07'))).name), 'mbx07');
  });

  const hardware: readonly (readonly [what: string, profile: Json, vcpus: unknown, memory: unknown])[] = [
    ['custom', { vmSize: 'Custom', processors: 8, memoryMB: 65_536 }, 8, 65_536],
    ['no size', { processors: 8, memoryMB: '65536' }, 8, 65_536],
    [
      'a size, which overrules what stands beside it',
      { vmSize: 'Standard_D16s_v3', processors: 2, memoryMB: 4096 },
      16,
      65_536,
    ],
    ['nothing', {}, `? ${ADDRESS} does not state its processors`, `? ${ADDRESS} does not state its memory`],
    [
      'a size that is not in any table',
      { vmSize: 'Standard_K8S_v1' },
      '? exvet does not know the processors of the size Standard_K8S_v1',
      '? exvet does not know the memory of the size Standard_K8S_v1',
    ],
  ];
  for (const [what, hardwareProfile, vcpus, memory] of hardware) {
    it(`hardware: ${what}`, () => {
      const machine = machineOf({ hardwareProfile });
      deepEqual([shown(machine.vcpus), shown(machine.memory.sizeMib)], [vcpus, memory]);
    });
  }

  const memory: readonly (readonly [
    what: string,
    config: unknown,
    dynamic: unknown,
    withoutRange: unknown,
  ])[] = [
    ['none', undefined, false, false],
    ['null', null, false, false],
    ['bounds that differ', { minimumMemoryMB: 4096, maximumMemoryMB: 65_536 }, true, false],
    ['bounds that are the size', { minimumMemoryMB: 65_536, maximumMemoryMB: 65_536 }, false, true],
    [
      'a buffer alone',
      { targetMemoryBuffer: 20 },
      `? ${ADDRESS} does not state the least memory; ${ADDRESS} does not state the most memory`,
      `? ${ADDRESS} does not state the least memory; ${ADDRESS} does not state the most memory`,
    ],
  ];
  for (const [what, dynamicMemoryConfig, dynamic, withoutRange] of memory) {
    it(`dynamic memory: ${what}`, () => {
      const { memory: found } = machineOf({
        hardwareProfile: { vmSize: 'Custom', memoryMB: 65_536, dynamicMemoryConfig },
      });
      deepEqual([shown(found.dynamic), shown(found.dynamicWithoutRange)], [dynamic, withoutRange]);
    });
  }

  it('does not tell what happens when its host shuts down', () => {
    const { state } = machineOf({});
    equal(
      shown(state?.stopAction),
      `? Azure Local has no setting for what happens when its host shuts down, so nothing tells it of ${ADDRESS}: state servers[].stopAction in exvet.yaml`,
    );
  });

  it('takes system and generation from its image', () => {
    const image = typed(`${LOCAL}/marketplaceGalleryImages`, 'ws2025', {
      osType: 'Windows',
      hyperVGeneration: 'V2',
      identifier: {
        publisher: 'MicrosoftWindowsServer',
        offer: 'WindowsServer',
        sku: '2025-datacenter-core',
      },
    });
    const storageProfile = { imageReference: { id: idOf('marketplaceGalleryImages', 'ws2025') } };
    const { os, generation, hints } = machineOf({ storageProfile }, image);
    deepEqual(
      [shown(os.family), shown(os.release), shown(os.publisher), shown(generation)],
      ['windows', '2025-datacenter-core', 'MicrosoftWindowsServer', 2],
    );
    deepEqual(
      hints.filter(({ kind }) => kind === 'image').map(({ text }) => text),
      ['ws2025', 'MicrosoftWindowsServer', 'WindowsServer', '2025-datacenter-core'],
    );
  });

  it('takes the system from its own profile first', () => {
    deepEqual(
      [
        shown(machineOf({ osProfile: { windowsConfiguration: { provisionVMAgent: true } } }).os.family),
        shown(machineOf({ storageProfile: { osDisk: { osType: 'Linux' } } }).os.family),
        shown(machineOf({}).os.family),
      ],
      ['windows', 'linux', `? ${ADDRESS} does not state its operating system`],
    );
  });
});

describe('where a virtual machine of Azure Local runs', () => {
  it('is the cluster of its custom location', () => {
    const { pool, zone } = machineOf({ placementProfile: { zone: '1' } }).placement;
    deepEqual(
      [pool?.kind, pool?.address, shown(zone)],
      ['cluster', 'microsoft.extendedlocation/customlocations/hq', '1'],
    );
  });

  const verdicts: readonly (readonly [
    what: string,
    first: Json,
    second: Json,
    more: Json,
    verdict: string,
  ])[] = [
    ['one cluster', {}, {}, {}, 'together'],
    ['two zones', { placementProfile: { zone: '1' } }, { placementProfile: { zone: '2' } }, {}, 'apart'],
    ['one zone', { placementProfile: { zone: '1' } }, { placementProfile: { zone: '1' } }, {}, 'together'],
    ['two clusters', {}, {}, { extendedLocation: { ...extendedLocation, name: `${LOCATION}-2` } }, 'apart'],
  ];
  for (const [what, first, second, more, verdict] of verdicts) {
    it(`keeps two machines: ${what}`, () => {
      const [a, b] = machinesOf(vm(first), vm(second, 'ex02', more));
      equal(a === undefined || b === undefined ? undefined : separationOf(a, b).verdict, verdict);
    });
  }
});

describe('disks of Azure Local', () => {
  const dataDisk = (properties: Json, ...others: Json[]): Disk | undefined =>
    machineOf(
      { storageProfile: { dataDisks: [{ id: idOf('virtualHardDisks', 'ex01-db') }] } },
      vhd('ex01-db', properties),
      ...others,
    ).disks[1];

  it('the OS disk of an image is as the image has it', () => {
    const [osDisk] = machineOf({}).disks;
    deepEqual(
      [osDisk?.isOs, osDisk?.slot, shown(osDisk?.provisioning)],
      [true, 'os', '? the OS disk comes from the image of the machine, which is read at deployment'],
    );
  });

  it('an OS disk of its own, and data disks in their order', () => {
    const id = (name: string): Json => ({ id: idOf('virtualHardDisks', name) });
    const { disks } = machineOf(
      { storageProfile: { osDisk: id('ex01-os'), dataDisks: [id('ex01-db'), id('ex01-log')] } },
      ...['ex01-os', 'ex01-db', 'ex01-log'].map(name => vhd(name, { diskSizeGB: 10 })),
    );
    deepEqual(
      disks.map(({ name, isOs, slot, sizeGib }) => [shown(name), isOs, slot, shown(sizeGib)]),
      [
        ['ex01-os', true, 'os', 10],
        ['ex01-db', false, 'disk 0', 10],
        ['ex01-log', false, 'disk 1', 10],
      ],
    );
  });

  const types: readonly (readonly [what: string, properties: Json, type: unknown, format: unknown])[] = [
    ['fixed', { dynamic: false, diskFileFormat: 'vhdx' }, 'fixed', 'vhdx'],
    ['dynamic', { dynamic: true, diskFileFormat: 'VHD' }, 'dynamic', 'vhd'],
    [
      'nothing stated',
      {},
      '? Microsoft.AzureStackHCI/virtualHardDisks/ex01-db does not state whether it is dynamic, which Azure Local then picks',
      '? Microsoft.AzureStackHCI/virtualHardDisks/ex01-db does not state its file format, which Azure Local then picks',
    ],
  ];
  for (const [what, properties, type, format] of types) {
    it(`type and format: ${what}`, () => {
      const disk = dataDisk(properties);
      deepEqual([shown(disk?.provisioning), shown(disk?.format)], [type, format]);
    });
  }

  it('lies where its storage path is', () => {
    const containerId = idOf('storageContainers', 'data');
    const container = (path: string): Json => typed(`${LOCAL}/storageContainers`, 'data', { path });
    const at = (...others: Json[]): readonly unknown[] => {
      const disk = dataDisk({ containerId }, ...others);
      return [shown(disk?.backing), shown(disk?.store)];
    };
    const [open] = at();
    deepEqual(
      [at(container('C:\\ClusterStorage\\Data_1\\vms')), at(container('\\\\fs01\\vms')), open],
      [
        ['block', 'C:\\ClusterStorage\\Data_1'],
        ['smb', '\\\\fs01\\vms'],
        '? the storage path microsoft.azurestackhci/storagecontainers/data is not in this deployment',
      ],
    );
  });

  it('is shared by its number of shares, or by two machines that attach it', () => {
    const storageProfile = { dataDisks: [{ id: idOf('virtualHardDisks', 'ex01-db') }] };
    const machines = machinesOf(vm({ storageProfile }), vm({ storageProfile }, 'ex02'), vhd('ex01-db', {}));
    deepEqual(
      [
        shown(dataDisk({})?.shared),
        shown(dataDisk({ maxShares: 2 })?.shared),
        ...machines.map(({ disks }) => shown(disks[1]?.shared)),
      ],
      [false, true, true, true],
    );
  });

  it('sectors', () => {
    deepEqual(
      [
        shown(dataDisk({ logicalSectorBytes: 512, physicalSectorBytes: 4096 })?.sectors),
        shown(dataDisk({ logicalSectorBytes: 4096, physicalSectorBytes: 4096 })?.sectors),
        dataDisk({})?.sectors?.kind,
      ],
      ['512e', '4kn', 'unknown'],
    );
  });

  it('a snapshot of a disk is one of its machine', () => {
    const snapshot = typed(`${LOCAL}/snapshots`, 'before', {
      creationData: { createOption: 'Copy', sourceResourceId: idOf('virtualHardDisks', 'ex01-db') },
    });
    const storageProfile = { dataDisks: [{ id: idOf('virtualHardDisks', 'ex01-db') }] };
    const machine = machineOf({ storageProfile }, vhd('ex01-db', {}), snapshot);
    deepEqual(
      [shown(machine.hasSnapshot), shown(machine.disks[1]?.hasSnapshot), shown(machineOf({}).hasSnapshot)],
      [true, true, false],
    );
  });

  it('a disk that is declared elsewhere has its name and nothing else', () => {
    const [, disk] = machineOf({
      storageProfile: { dataDisks: [{ id: idOf('virtualHardDisks', 'ex01-log') }] },
    }).disks;
    deepEqual(
      [shown(disk?.name), shown(disk?.provisioning)],
      [
        'ex01-log',
        '? the virtual hard disk microsoft.azurestackhci/virtualharddisks/ex01-log is not in this deployment',
      ],
    );
  });
});

describe('network of Azure Local', () => {
  const nic = (configuration: Json): Json =>
    typed(`${LOCAL}/networkInterfaces`, 'nic', {
      ipConfigurations: [
        { properties: { subnet: { id: idOf('logicalNetworks', 'lan') }, ...configuration } },
      ],
    });
  const lan = (ipAllocationMethod: string): Json =>
    typed(`${LOCAL}/logicalNetworks`, 'lan', { subnets: [{ properties: { ipAllocationMethod } }] });
  const allocation = (...others: Json[]): unknown =>
    shown(
      only(
        machineOf(
          { networkProfile: { networkInterfaces: [{ id: idOf('networkInterfaces', 'nic') }] } },
          ...others,
        ).networkInterfaces,
      ).addressAllocation,
    );

  it('an address is fixed when it is stated, or comes from the pool of a static network', () => {
    deepEqual(
      [
        allocation(nic({ privateIPAddress: '10.0.0.4' })),
        allocation(nic({}), lan('Static')),
        allocation(nic({}), lan('Dynamic')),
        allocation(nic({})),
        allocation(),
      ],
      [
        'static',
        'static',
        'dynamic',
        '? the logical network microsoft.azurestackhci/logicalnetworks/lan is not in this deployment',
        '? the network interface microsoft.azurestackhci/networkinterfaces/nic is not in this deployment',
      ],
    );
  });
});

describe('Azure Local in Terraform', () => {
  const MAIN = `
resource "azurerm_arc_machine" "ex" {
  name                = "ex01"
  resource_group_name = "rg"
  location            = "westeurope"
  kind                = "HCI"
  tags                = { exchange-version = "SE" }
}
resource "azurerm_stack_hci_storage_path" "data" {
  name = "data"
  path = "C:\\\\ClusterStorage\\\\Data_1"
}
resource "azurerm_stack_hci_virtual_hard_disk" "db" {
  name             = "ex01-db"
  disk_size_in_gb  = 1024
  disk_file_format = "vhdx"
  storage_path_id  = azurerm_stack_hci_storage_path.data.id
}
resource "azurerm_stack_hci_logical_network" "lan" {
  name = "lan"
  subnet {
    ip_allocation_method = "Static"
  }
}
resource "azurerm_stack_hci_network_interface" "nic" {
  name = "ex01-nic"
  ip_configuration {
    subnet_id = azurerm_stack_hci_logical_network.lan.id
  }
}
resource "azapi_resource" "vm" {
  type      = "Microsoft.AzureStackHCI/virtualMachineInstances@2024-01-01"
  name      = "default"
  parent_id = azurerm_arc_machine.ex.id
  body = {
    extendedLocation = { type = "CustomLocation", name = "${LOCATION}" }
    properties = {
      hardwareProfile = { vmSize = "Custom", processors = 16, memoryMB = 131072 }
      storageProfile  = { dataDisks = [{ id = azurerm_stack_hci_virtual_hard_disk.db.id }] }
      networkProfile  = { networkInterfaces = [{ id = azurerm_stack_hci_network_interface.nic.id }] }
    }
  }
}
`;

  it('a machine of azapi joins disks, paths and interfaces of azurerm', async () => {
    const machine = only(await machinesInHcl(azureLocalMapper, MAIN));
    const [, disk] = machine.disks;
    deepEqual(
      [
        machine.address,
        shown(machine.name),
        shown(machine.tags.get('exchange-version')),
        shown(machine.memory.sizeMib),
        machine.placement.pool?.address,
        disk?.address,
        shown(disk?.provisioning),
        shown(disk?.backing),
        shown(only(machine.networkInterfaces).addressAllocation),
      ],
      [
        'azapi_resource.vm',
        'ex01',
        'SE',
        131_072,
        'microsoft.extendedlocation/customlocations/hq',
        'azurerm_stack_hci_virtual_hard_disk.db',
        'fixed',
        'block',
        'static',
      ],
    );
  });
});

describe('updates of Azure Local by azapi', () => {
  const MACHINE = `
resource "azurerm_arc_machine" "ex" {
  name = "ex01"
  kind = "HCI"
}
resource "azapi_resource" "vm" {
  type      = "Microsoft.AzureStackHCI/virtualMachineInstances@2024-01-01"
  name      = "default"
  parent_id = azurerm_arc_machine.ex.id
  body = {
    properties = {
      hardwareProfile = { vmSize = "Custom", processors = 16, memoryMB = 131072 }
    }
  }
}
`;
  const update = (target: string): string => `
resource "azapi_update_resource" "more" {
  type = "Microsoft.AzureStackHCI/virtualMachineInstances@2024-01-01"
  ${target}
  body = {
    properties = {
      hardwareProfile = { dynamicMemoryConfig = { minimumMemoryMB = 4096, maximumMemoryMB = 131072 } }
    }
  }
}
`;

  for (const target of [
    'resource_id = azapi_resource.vm.id',
    'parent_id = azurerm_arc_machine.ex.id\n  name = "default"',
  ]) {
    it(`are merged into what they change: ${target.split(' ')[0] ?? ''}`, async () => {
      const machine = only(await machinesInHcl(azureLocalMapper, MACHINE + update(target)));
      deepEqual([shown(machine.vcpus), shown(machine.memory.dynamic)], [16, true]);
    });
  }

  it('are told when they change what is not here', async () => {
    deepEqual(await machinesInHcl(azureLocalMapper, update('resource_id = "/x"')), []);
  });
});
