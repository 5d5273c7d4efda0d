import assert from 'node:assert/strict';
import { disksOf, machineInTemplate, machinesInTemplate, place, shown } from '../../support/azure.ts';

type Json = Readonly<Record<string, unknown>>;

const RULE = (name: string, priority: number, access: string, to: string): Json => ({
  name,
  properties: {
    priority,
    direction: 'Outbound',
    access,
    protocol: 'Tcp',
    sourcePortRange: '*',
    destinationPortRange: '25',
    sourceAddressPrefix: '*',
    destinationAddressPrefix: to,
  },
});

const NSG = (...securityRules: Json[]): Json => ({
  type: 'Microsoft.Network/networkSecurityGroups',
  apiVersion: '2023-09-01',
  name: 'nsg',
  properties: { securityRules },
});

const VNET = (subnet: Json): Json => ({
  type: 'Microsoft.Network/virtualNetworks',
  apiVersion: '2023-09-01',
  name: 'vnet',
  properties: { subnets: [{ name: 'mail', properties: { addressPrefix: '10.0.1.0/24', ...subnet } }] },
});

const BEHIND_NSG = {
  networkSecurityGroup: { id: "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]" },
};

const NIC = (
  more: Json = {},
  subnet = "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'mail')]",
): Json => ({
  type: 'Microsoft.Network/networkInterfaces',
  apiVersion: '2023-09-01',
  name: 'nic',
  properties: {
    ipConfigurations: [{ name: 'i', properties: { subnet: { id: subnet } } }],
    ...more,
  },
});

const VM = (properties: Json = {}, more: Json = {}): Json => ({
  type: 'Microsoft.Compute/virtualMachines',
  apiVersion: '2023-09-01',
  name: 'ex01',
  location: 'westeurope',
  ...more,
  properties: {
    hardwareProfile: { vmSize: 'Standard_D2_v3' },
    storageProfile: { osDisk: { createOption: 'FromImage' } },
    networkProfile: {
      networkInterfaces: [{ id: "[resourceId('Microsoft.Network/networkInterfaces', 'nic')]" }],
    },
    ...properties,
  },
});

describe('a Microsoft.Compute virtual machine', () => {
  it('has the facts of its size, and of its image', () => {
    const machine = machineInTemplate([
      VM({
        hardwareProfile: { vmSize: 'Standard_d8ds_v5' },
        storageProfile: {
          imageReference: {
            publisher: 'MicrosoftWindowsServer',
            offer: 'WindowsServer',
            sku: '2022-datacenter',
          },
          osDisk: { createOption: 'FromImage' },
        },
        osProfile: { computerName: 'EX01' },
        additionalCapabilities: { hibernationEnabled: true },
      }),
    ]);
    assert.deepEqual(
      [
        machine.name,
        machine.computerName,
        machine.vcpus,
        machine.memory.sizeMib,
        machine.premiumStorageCapable,
        machine.hibernationEnabled,
        machine.os.family,
        machine.os.release,
      ].map(shown),
      ['ex01', 'EX01', '8', '32768', 'true', 'true', 'windows', '2022-datacenter'],
    );
  });

  it('is read whatever the case of its properties', () => {
    const machine = machineInTemplate([
      {
        type: 'microsoft.compute/virtualmachines',
        apiVersion: '2023-09-01',
        name: 'ex01',
        PROPERTIES: {
          HardwareProfile: { VMSize: 'Standard_E16s_v5' },
          storageprofile: {
            osdisk: { createoption: 'FromImage', manageddisk: { storageaccounttype: 'premium_lrs' } },
          },
        },
      },
    ]);
    assert.equal(shown(machine.vcpus), '16');
    assert.equal(shown(machine.disks[0]?.tier), 'premium');
  });

  it('takes a fact that all allowed sizes share from a size that is not given', () => {
    const machine = machineInTemplate([VM({ hardwareProfile: { vmSize: "[parameters('size')]" } })], {
      parameters: { size: { type: 'string', allowedValues: ['Standard_E16s_v5', 'Standard_E32s_v5'] } },
    });
    assert.equal(shown(machine.premiumStorageCapable), 'true');
    assert.match(shown(machine.vcpus), /^\? parameter size has no value/);
    assert.equal(shown(machine.disks[0]?.tier), 'premium');
  });

  it('is kept when its properties are one expression', () => {
    const machine = machineInTemplate(
      [
        {
          type: 'Microsoft.Compute/virtualMachines',
          apiVersion: '2023-09-01',
          name: 'ex01',
          properties: "[parameters('vm')]",
        },
      ],
      { parameters: { vm: { type: 'object' } } },
    );
    for (const value of [
      machine.vcpus,
      machine.hibernationEnabled,
      machine.disks[0]?.tier,
      machine.mailFlow?.smtpToInternet,
    ]) {
      assert.match(shown(value), /^\? parameter vm has no value/);
    }
  });

  it('stands in a zone, or in an availability set whose fault domains the service picks', () => {
    const zones = machinesInTemplate([
      {
        ...VM({}, { zones: ['[string(copyIndex(1))]'], copy: { name: 'c', count: 2 } }),
        name: "[concat('ex', copyIndex())]",
      },
    ]);
    assert.deepEqual(
      zones.map(({ placement }) => shown(placement.zone)),
      ['1', '2'],
    );
    const set = (properties: Json): string => {
      const { placement } = machineInTemplate([
        VM({ availabilitySet: { id: "[resourceId('Microsoft.Compute/availabilitySets', 'as')]" } }),
        { type: 'Microsoft.Compute/availabilitySets', apiVersion: '2023-09-01', name: 'as', properties },
      ]);
      return shown(placement.availabilitySet?.faultDomains);
    };
    assert.equal(set({ platformFaultDomainCount: 2 }), '2');
    assert.match(set({}), /^\? Microsoft\.Compute\/availabilitySets\/as states no platformFaultDomainCount/);
  });

  it('tells what it is for by extensions that are its children', () => {
    const machine = machineInTemplate([
      VM(),
      {
        type: 'Microsoft.Compute/virtualMachines/extensions',
        apiVersion: '2023-09-01',
        name: 'ex01/InstallExchange2019',
        properties: {
          settings: { ModulesUrl: 'https://x/EXCHANGE19.zip' },
          protectedSettings: { commandToExecute: 'Setup.exe /Mode:Install' },
        },
      },
    ]);
    assert.deepEqual(
      machine.hints
        .filter(({ kind }) => kind === 'script')
        .map(({ text, sensitive }) => [text, sensitive ?? false]),
      [
        ['InstallExchange2019', false],
        ['https://x/EXCHANGE19.zip', false],
        ['Setup.exe /Mode:Install', true],
      ],
    );
  });
});

describe('the disks of a Microsoft.Compute virtual machine', () => {
  const withDisks = (vmSize: string, dataDisks: unknown, more: Json = {}): Json =>
    VM({
      hardwareProfile: { vmSize },
      storageProfile: { osDisk: { createOption: 'FromImage' }, dataDisks, ...more },
    });

  it('follow the size when they state no SKU', () => {
    const empty = [{ lun: 0, createOption: 'Empty', diskSizeGB: '128' }];
    const premium = machineInTemplate([withDisks('Standard_D8s_v5', empty)]);
    assert.deepEqual(disksOf(premium), [
      'os | Microsoft.Compute/virtualMachines/ex01/osDisk | Premium_LRS | premium',
      'lun 0 | Microsoft.Compute/virtualMachines/ex01/dataDisks/0 | Premium_LRS | premium',
    ]);
    assert.equal(shown(premium.disks[1]?.sizeGib), '128');
    const standard = machineInTemplate([withDisks('Standard_D8_v5', empty)]);
    assert.equal(shown(standard.disks[1]?.tier), 'standard');
    assert.equal(standard.disks[1]?.sku?.origin.kind, 'default');
  });

  it("are undecided out of an image of one's own", () => {
    const machine = machineInTemplate([
      withDisks('Standard_D8s_v5', [], {
        imageReference: { id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/i' },
      }),
    ]);
    assert.match(shown(machine.disks[0]?.tier), /^\? the disk of .* takes its SKU from the image$/);
  });

  it('join disk resources by identity', () => {
    const disk = (sku: Json): Json => ({
      type: 'Microsoft.Compute/disks',
      apiVersion: '2023-04-02',
      name: 'ex01-db',
      ...sku,
      properties: { diskSizeGB: 1024, creationData: { createOption: 'Empty' } },
    });
    const attached = withDisks('Standard_D8s_v5', [
      {
        lun: 2,
        createOption: 'Attach',
        managedDisk: { id: "[resourceId('Microsoft.Compute/disks', 'ex01-db')]" },
      },
    ]);
    const machine = machineInTemplate([attached, disk({ sku: { name: 'StandardSSD_LRS' } })]);
    assert.equal(disksOf(machine)[1], 'lun 2 | Microsoft.Compute/disks/ex01-db | StandardSSD_LRS | standard');
    assert.match(place(machine.disks[1]?.sku), /: "StandardSSD_LRS"$/);
    assert.match(
      shown(machineInTemplate([attached, disk({})]).disks[1]?.tier),
      /^\? Microsoft\.Compute\/disks\/ex01-db states no SKU/,
    );
    assert.match(shown(machineInTemplate([attached]).disks[1]?.tier), /^\? /);
  });

  it('are unmanaged in a storage account, and have its tier', () => {
    const account = (sku: string): Json => ({
      type: 'Microsoft.Storage/storageAccounts',
      apiVersion: '2023-01-01',
      name: "[variables('account')]",
      sku: { name: sku },
    });
    const variables = { account: "[concat('vhds', uniqueString(resourceGroup().id))]" };
    for (const uri of [
      "[concat(reference(resourceId('Microsoft.Storage/storageAccounts', variables('account'))).primaryEndpoints.blob, 'vhds/db.vhd')]",
      "[concat('https://', variables('account'), '.blob.core.windows.net/vhds/db.vhd')]",
    ]) {
      const tier = (sku: string): string => {
        const disk = { lun: 0, createOption: 'Empty', vhd: { uri } };
        const machine = machineInTemplate([withDisks('Standard_D8s_v5', [disk]), account(sku)], {
          variables,
        });
        return shown(machine.disks[1]?.tier);
      };
      assert.equal(tier('Premium_LRS'), 'premium');
      assert.equal(tier('Standard_GRS'), 'standard');
    }
  });

  it('may be a list that is not known', () => {
    const machine = machineInTemplate([withDisks('Standard_D8s_v5', "[parameters('disks')]")], {
      parameters: { disks: { type: 'array' } },
    });
    assert.match(shown(machine.disks.at(-1)?.tier), /^\? parameter disks has no value/);
  });

  it('may be copied', () => {
    const machine = machineInTemplate([
      VM({
        storageProfile: {
          osDisk: { createOption: 'FromImage' },
          copy: [
            {
              name: 'dataDisks',
              count: 2,
              input: {
                lun: "[copyIndex('dataDisks')]",
                createOption: 'Empty',
                managedDisk: { storageAccountType: 'Premium_LRS' },
              },
            },
          ],
        },
      }),
    ]);
    assert.deepEqual(disksOf(machine).slice(1), [
      'lun 0 | Microsoft.Compute/virtualMachines/ex01/dataDisks/0 | Premium_LRS | premium',
      'lun 1 | Microsoft.Compute/virtualMachines/ex01/dataDisks/1 | Premium_LRS | premium',
    ]);
  });
});

describe('mail from a Microsoft.Compute virtual machine to the Internet', () => {
  const answer = (...resources: Json[]): string => {
    const { mailFlow } = machineInTemplate(resources);
    return `${shown(mailFlow?.smtpToInternet)} | ${mailFlow?.decidedBy}`;
  };
  const DENY = RULE('no-smtp', 100, 'Deny', 'Internet');

  it('is open without a security group', () => {
    assert.equal(
      answer(VM(), NIC(), VNET({})),
      'open | neither Microsoft.Network/networkInterfaces/nic nor its subnet has a network security group',
    );
  });

  it('is closed by a rule of the subnet or of the interface', () => {
    const closed = "closed | rule 'no-smtp' (priority 100) of Microsoft.Network/networkSecurityGroups/nsg";
    assert.equal(answer(VM(), NIC(), VNET(BEHIND_NSG), NSG(DENY)), closed);
    assert.equal(answer(VM(), NIC(BEHIND_NSG), VNET({}), NSG(DENY)), closed);
  });

  it('is judged with rules and subnets that are resources of their own', () => {
    const rule = {
      type: 'Microsoft.Network/networkSecurityGroups/securityRules',
      apiVersion: '2023-09-01',
      ...DENY,
      name: 'nsg/no-smtp',
    };
    const subnet = {
      type: 'Microsoft.Network/virtualNetworks/subnets',
      apiVersion: '2023-09-01',
      name: 'vnet/mail',
      properties: { addressPrefix: '10.0.1.0/24', ...BEHIND_NSG },
    };
    const empty = {
      type: 'Microsoft.Network/virtualNetworks',
      apiVersion: '2023-09-01',
      name: 'vnet',
      properties: {},
    };
    assert.match(
      answer(VM(), NIC(), empty, subnet, NSG(), rule),
      /^closed \| rule 'no-smtp' \(priority 100\)/,
    );
    assert.match(answer(VM(), NIC(), empty, subnet, NSG()), /^open \| rule AllowInternetOutBound/);
  });

  it('is judged through ids that are put together as text', () => {
    const id = "[concat(resourceId('Microsoft.Network/virtualNetworks', 'vnet'), '/subnets/mail')]";
    assert.match(answer(VM(), NIC({}, id), VNET(BEHIND_NSG), NSG(DENY)), /^closed/);
  });

  it('cannot be told behind a subnet that is not here', () => {
    const id =
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub/subnets/mail';
    assert.match(
      answer(VM(), NIC({}, id)),
      /^\? subnet microsoft\.network\/virtualnetworks\/hub\/subnets\/mail is not in this deployment/,
    );
    assert.match(answer(VM(), NIC(BEHIND_NSG, id), NSG(DENY)), /^closed/);
  });

  it('is judged for interfaces that the machine declares itself', () => {
    const own = VM({
      networkProfile: {
        networkInterfaceConfigurations: [
          {
            name: 'own',
            properties: {
              ...BEHIND_NSG,
              ipConfigurations: [
                {
                  name: 'i',
                  properties: {
                    subnet: {
                      id: "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'mail')]",
                    },
                  },
                },
              ],
            },
          },
        ],
      },
    });
    assert.match(answer(own, VNET({}), NSG(DENY)), /^closed/);
  });
});

describe('the network interfaces of a Microsoft.Compute virtual machine', () => {
  it('get their address from DHCP unless they say otherwise', () => {
    const machine = machineInTemplate([VM(), NIC(), VNET({})]);
    assert.deepEqual(
      machine.networkInterfaces.map(nic => `${shown(nic.name)} ${shown(nic.addressAllocation)}`),
      ['nic dynamic'],
    );
  });
});
