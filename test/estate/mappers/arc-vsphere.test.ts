import { deepEqual, equal } from 'node:assert/strict';
import { arcVsphereMapper } from '../../../src/estate/mappers/arc-vsphere.ts';
import type { Machine } from '../../../src/estate/model.ts';
import { machinesInArm, machinesInHcl, only, shown } from '../../support/mapped.ts';
import { declared } from '../machines.ts';

type Json = Readonly<Record<string, unknown>>;

const PARENT: Json = {
  type: 'Microsoft.HybridCompute/machines',
  apiVersion: '2025-01-13',
  name: 'ex01',
  location: 'westeurope',
  kind: 'VMware',
  tags: { 'exchange-role': 'mailbox' },
};
const vm = (properties: Json, scope = "[resourceId('Microsoft.HybridCompute/machines', 'ex01')]"): Json => ({
  type: 'Microsoft.ConnectedVMwarevSphere/virtualMachineInstances',
  apiVersion: '2023-12-01',
  name: 'default',
  scope,
  extendedLocation: { type: 'CustomLocation', name: '/subscriptions/s/x' },
  properties,
});
const machineOf = (properties: Json): Machine =>
  only(machinesInArm(arcVsphereMapper, [PARENT, vm(properties)]));
const ADDRESS =
  'Microsoft.HybridCompute/machines/ex01/providers/Microsoft.ConnectedVMwarevSphere/virtualMachineInstances/default';
const byTemplate = (what: string): string =>
  `? ${ADDRESS} does not state ${what}, so vCenter takes it from the template or its own default`;

describe('a machine of Arc-enabled vSphere', () => {
  it('has the name and tags of the Arc machine that it extends', () => {
    const { address, platform, name, tags } = machineOf({});
    deepEqual(
      [address, platform, shown(name), shown(tags.get('exchange-role'))],
      [ADDRESS, 'vsphere', 'ex01', 'mailbox'],
    );
  });
  it('finds it by a scope without resource group too', () => {
    const machine = only(
      machinesInArm(arcVsphereMapper, [PARENT, vm({}, 'Microsoft.HybridCompute/machines/ex01')]),
    );
    deepEqual([shown(machine.name), shown(machine.tags.get('exchange-role'))], ['ex01', 'mailbox']);
  });
  it('is a resource of its own in older templates', () => {
    const machine = only(
      machinesInArm(arcVsphereMapper, [
        {
          type: 'Microsoft.ConnectedVMwarevSphere/virtualMachines',
          apiVersion: '2022-07-15-preview',
          name: 'ex02',
          location: 'westeurope',
          tags: { 'exchange-role': 'edge' },
          properties: { hardwareProfile: { numCPUs: 4 } },
        },
      ]),
    );
    deepEqual(
      [shown(machine.name), shown(machine.tags.get('exchange-role')), shown(machine.vcpus)],
      ['ex02', 'edge', 4],
    );
  });
  it('is read from azapi, with the Arc machine of azurerm', async () => {
    const machine = only(
      await machinesInHcl(
        arcVsphereMapper,
        `resource "azurerm_arc_machine" "ex" {
  name = "ex03"
  kind = "AVS"
}
resource "azapi_resource" "vm" {
  type      = "Microsoft.ConnectedVMwarevSphere/virtualMachineInstances@2023-12-01"
  name      = "default"
  parent_id = azurerm_arc_machine.ex.id
  body = {
    properties = {
      hardwareProfile = { numCPUs = 8, memorySizeMB = 65536 }
    }
  }
}
`,
      ),
    );
    deepEqual(
      [machine.address, shown(machine.name), shown(machine.vcpus), shown(machine.memory.sizeMib)],
      ['azapi_resource.vm', 'ex03', 8, 65_536],
    );
  });
});

describe('memory of Arc-enabled vSphere', () => {
  it('has a size, and a reservation and a limit that only vCenter shows', () => {
    const { sizeMib, fullyReserved, limitMib } = machineOf({
      hardwareProfile: { numCPUs: 8, memorySizeMB: 131_072 },
    }).memory;
    deepEqual(
      [sizeMib, fullyReserved, limitMib].map(value => shown(value)),
      [
        131_072,
        `? Azure Arc does not show the memory reservation of ${ADDRESS}: state servers[].memoryReserved in exvet.yaml`,
        `? Azure Arc does not show the memory limit of ${ADDRESS}: state servers[].memoryLimit in exvet.yaml`,
      ],
    );
  });
  it('is that of the template when it is not stated', () => {
    const { vcpus, memory } = machineOf({});
    deepEqual(
      [shown(vcpus), shown(memory.sizeMib)],
      [byTemplate('its processors'), byTemplate('its memory')],
    );
  });
  it('stays what it is on a machine that vCenter already has', () =>
    equal(
      shown(machineOf({ infrastructureProfile: { inventoryItemId: '/subscriptions/s/x' } }).vcpus),
      `? ${ADDRESS} does not state its processors, so it stays what it is in vCenter`,
    ));
});

describe('disks of Arc-enabled vSphere', () => {
  const disksOf = (disks: readonly Json[]): Machine['disks'] =>
    machineOf({ storageProfile: { disks }, placementProfile: { datastoreId: SAN } }).disks;
  const SAN = "[resourceId('Microsoft.ConnectedVMwarevSphere/datastores', 'san')]";

  it('are at the units of their controllers, the system at the first', () =>
    deepEqual(
      disksOf([
        { name: 'os', unitNumber: 0, controllerKey: 1000, diskSizeGB: 200 },
        { name: 'db', unitNumber: 0, controllerKey: 1001, diskSizeGB: 1000 },
        { name: 'log', unitNumber: 3, controllerKey: 31_000 },
      ]).map(({ name, slot, isOs, sizeGib, controllerNumber }) => [
        shown(name),
        slot,
        isOs,
        shown(sizeGib),
        shown(controllerNumber),
      ]),
      [
        ['os', 'unit 0', true, 200, 0],
        ['db', 'controller 1, unit 0', false, 1000, 1],
        ['log', 'unit 3', false, undefined, 0],
      ],
    ));
  it('stand beside that of the system, which the template has', () =>
    deepEqual(
      disksOf([{ name: 'db', unitNumber: 1, controllerKey: 1000 }]).map(({ name, isOs }) => [
        shown(name),
        isOs,
      ]),
      [
        ['system', true],
        ['db', false],
      ],
    ));

  const types: readonly (readonly [type: string, format: string, provisioning: unknown])[] = [
    ['flat', 'vmdk', 'open'],
    ['sesparse', 'vmdk', 'thin'],
    ['sparse', 'vmdk', 'thin'],
    ['rawphysical', 'rdm', undefined],
    ['rawvirtual', 'rdm', undefined],
  ];
  for (const [diskType, format, provisioning] of types) {
    it(`of the type ${diskType}`, () => {
      const disk = only(disksOf([{ name: 'd', unitNumber: 0, diskType }]));
      deepEqual(
        [shown(disk.format), disk.provisioning?.kind === 'unknown' ? 'open' : shown(disk.provisioning)],
        [format, provisioning],
      );
    });
  }
  it('have the mode that they state', () =>
    equal(
      shown(only(disksOf([{ name: 'd', unitNumber: 0, diskMode: 'independent_nonpersistent' }])).mode),
      'independent_nonpersistent',
    ));
  it('lie on a datastore of which only exvet.yaml can state the type', () => {
    const disks = [{ name: 'd', unitNumber: 0 }];
    const resources = [PARENT, vm({ storageProfile: { disks }, placementProfile: { datastoreId: SAN } })];
    const stated = {
      relays: [],
      datastores: [
        {
          match: declared('Microsoft.ConnectedVMwarevSphere/datastores/san'),
          type: declared('nfs' as const),
        },
      ],
    };
    deepEqual(
      [
        shown(only(only(machinesInArm(arcVsphereMapper, resources)).disks).backing),
        shown(only(only(machinesInArm(arcVsphereMapper, resources, stated)).disks).backing),
      ],
      [
        '? no template tells whether microsoft.connectedvmwarevsphere/datastores/san is on VMFS, vSAN or NFS: declare its type in exvet.yaml (datastores)',
        'nas',
      ],
    );
  });
});

describe('where Arc-enabled vSphere runs a machine', () => {
  const placement = (placementProfile: Json): unknown => {
    const { pool } = machineOf({ placementProfile }).placement;
    return pool === undefined ? undefined : [pool.kind, pool.address];
  };
  const id = (type: string): string => `[resourceId('Microsoft.ConnectedVMwarevSphere/${type}', 'x')]`;

  it('in a cluster', () =>
    deepEqual(placement({ clusterId: id('clusters') }), [
      'cluster',
      'microsoft.connectedvmwarevsphere/clusters/x',
    ]));
  it('in a resource pool', () =>
    deepEqual(placement({ resourcePoolId: id('resourcePools') }), [
      'cluster',
      'microsoft.connectedvmwarevsphere/resourcepools/x',
    ]));
  it('on a host', () =>
    deepEqual(placement({ hostId: id('hosts') }), ['host', 'microsoft.connectedvmwarevsphere/hosts/x']));
  it('not stated', () => equal(placement({}), undefined));
});

describe('the guest of Arc-enabled vSphere', () => {
  it('is told by its guest id or its type', () => {
    const families = [{ guestId: 'windows2019srv_64Guest' }, { osType: 'Linux' }, {}].map(osProfile =>
      shown(machineOf({ osProfile }).os.family),
    );
    deepEqual(families, ['windows', 'linux', byTemplate('its operating system')]);
  });
  it('runs its first logon commands', () =>
    deepEqual(
      machineOf({
        osProfile: {
          windowsConfiguration: { firstLogonCommands: ['Setup.exe /Mode:Install /Role:Mailbox'] },
        },
      })
        .hints.filter(({ kind }) => kind === 'script')
        .map(({ text }) => text),
      ['Setup.exe /Mode:Install /Role:Mailbox'],
    ));
  it('has the interfaces that it states', () => {
    const networkInterfaces = [
      {
        name: 'lan',
        networkId: "[resourceId('Microsoft.ConnectedVMwarevSphere/virtualNetworks', 'lan')]",
        nicType: 'e1000e',
        ipSettings: { allocationMethod: 'Static', ipAddress: '10.0.0.4' },
      },
      {},
    ];
    deepEqual(
      machineOf({ networkProfile: { networkInterfaces } }).networkInterfaces.map(item => [
        shown(item.name),
        shown(item.adapter),
        shown(item.addressAllocation),
        item.addresses?.map(address => shown(address)),
      ]),
      [
        ['lan', 'e1000e', 'static', ['10.0.0.4']],
        [
          'network interface 1',
          byTemplate('the type of its network adapter'),
          byTemplate('how it gets its addresses'),
          [],
        ],
      ],
    );
  });
  it('starts securely when it says so, and never with a BIOS', () => {
    const secureBoot = (firmwareType: string): unknown =>
      shown(
        machineOf({
          infrastructureProfile: { firmwareType },
          securityProfile: { uefiSettings: { secureBootEnabled: true } },
        }).secureBoot,
      );
    deepEqual([secureBoot('efi'), secureBoot('bios')], [true, false]);
  });
});
