import assert from 'node:assert/strict';
import { placeText } from '../../src/report/places.ts';
import { reportOn } from '../support/scan.ts';

const VM = 'Microsoft.Compute/virtualMachines';

/** A machine with one data disk, as a compiled module; its SKU is what the expression gives. */
const machine = (sku: string | undefined, parameters: object = {}) => `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": ${JSON.stringify(parameters)},
  "resources": [
    {
      "type": "${VM}", "apiVersion": "2024-07-01", "name": "ex01", "location": "westeurope",
      "tags": { "exchange": "SE", "exchange-role": "mailbox" },
      "properties": {
        "hardwareProfile": { "vmSize": "Standard_E16s_v5" },
        "storageProfile": { "dataDisks": [ { "lun": 0, "name": "ex01-db", "createOption": "Empty", "diskSizeGB": 1024,
          "managedDisk": { ${sku === undefined ? '' : `"storageAccountType": "${sku}"`} } } ] }
      }
    }
  ],
  "outputs": { "sku": { "type": "string", "value": "Standard_LRS" } }
}`;

const PUBLIC = '~/.bicep/br/mcr.microsoft.com/bicep$contoso$machine/1.0.0$/main.json';

/** Where the one finding is, the way to it, and whether a fix is offered. */
async function found(files: Readonly<Record<string, string>>, paths?: readonly string[]) {
  const { findings } = await reportOn(files, 'EXSTO-23', paths);
  const [finding, ...others] = findings;
  assert.ok(finding !== undefined && others.length === 0, `${findings.length} findings`);
  return {
    verdict: finding.verdict,
    at: placeText(finding.range),
    origin: placeText(finding.trail.origin),
    steps: finding.trail.steps.map(({ range, text }) => `${placeText(range)} ${text}`),
    fix: finding.fix?.replacement,
  };
}

describe('the place of a finding in a Bicep module', () => {
  it('from a registry is the declaration of the module, and the way begins in the module', async () => {
    assert.deepEqual(
      await found(
        {
          'main.bicep': "\nmodule ex 'br/public:contoso/machine:1.0.0' = {\n  name: 'ex'\n}\n",
          [PUBLIC]: machine('Standard_LRS'),
        },
        ['main.bicep'],
      ),
      {
        verdict: 'violation',
        at: 'main.bicep:2:1',
        origin: `${PUBLIC}:12:50`,
        steps: [
          `${PUBLIC}:12:50 module ex from br/public:contoso/machine:1.0.0`,
          `${PUBLIC}:12:28 property storageAccountType`,
        ],
        fix: undefined,
      },
    );
  });

  it('from a registry is what the user gives it, when that decides', async () => {
    assert.deepEqual(
      await found(
        {
          'main.bicep':
            "module ex 'br/public:contoso/machine:1.0.0' = {\n  name: 'ex'\n  params: { sku: 'Standard_LRS' }\n}\n",
          [PUBLIC]: machine("[parameters('sku')]", { sku: { type: 'string' } }),
        },
        ['main.bicep'],
      ),
      {
        verdict: 'violation',
        at: 'main.bicep:3:18',
        origin: 'main.bicep:3:18',
        steps: [
          'main.bicep:3:13 module ex param sku',
          `${PUBLIC}:4:18 parameter sku`,
          `${PUBLIC}:12:28 property storageAccountType`,
        ],
        fix: "'Premium_LRS'",
      },
    );
  });

  it('from a registry whose value another module takes is where the user hands it on', async () => {
    const { at, origin, fix } = await found(
      {
        'main.bicep': `
module ex 'br/public:contoso/machine:1.0.0' = { name: 'ex' }
module own 'own.bicep' = { name: 'own', params: { sku: ex.outputs.sku } }
`,
        'own.bicep': ownMachine('sku', 'param sku string'),
        [PUBLIC]: machine('Premium_LRS'),
      },
      ['main.bicep'],
    );
    assert.deepEqual(
      { at, origin, fix },
      { at: 'main.bicep:3:51', origin: `${PUBLIC}:16:52`, fix: undefined },
    );
  });

  it('from a registry that holds another resource than the machine is the declaration of that module', async () => {
    const group = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [
        {
          type: 'Microsoft.Network/networkSecurityGroups',
          apiVersion: '2024-05-01',
          name: 'nsg',
          properties: {
            securityRules: [
              {
                name: 'smtp-out',
                properties: {
                  priority: 100,
                  direction: 'Outbound',
                  access: 'Allow',
                  protocol: 'Tcp',
                  sourcePortRange: '*',
                  sourceAddressPrefix: '*',
                  destinationPortRange: '25',
                  destinationAddressPrefix: 'Internet',
                },
              },
            ],
          },
        },
      ],
      outputs: {
        id: { type: 'string', value: "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]" },
      },
    };
    const { findings } = await reportOn(
      {
        'main.bicep': `
module guard 'br/public:contoso/machine:1.0.0' = { name: 'guard' }
resource nic 'Microsoft.Network/networkInterfaces@2024-05-01' = {
  name: 'ex01-nic'
  location: 'westeurope'
  properties: {
    networkSecurityGroup: { id: guard.outputs.id }
    ipConfigurations: [
      { name: 'ip', properties: { subnet: { id: net::inner.id }, publicIPAddress: { id: address.id } } }
    ]
  }
}
resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  location: 'westeurope'
  properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } }
  resource inner 'subnets' = { name: 'inner', properties: { addressPrefix: '10.0.1.0/24' } }
}
resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = { name: 'ip', location: 'westeurope' }
resource ex '${VM}@2024-07-01' = {
  name: 'ex01'
  location: 'westeurope'
  tags: { exchange: 'SE', 'exchange-role': 'mailbox' }
  properties: {
    hardwareProfile: { vmSize: 'Standard_E16s_v5' }
    networkProfile: { networkInterfaces: [{ id: nic.id }] }
  }
}
`,
        [PUBLIC]: JSON.stringify(group),
      },
      'EXNET-01',
      ['main.bicep'],
    );
    assert.deepEqual(
      findings.map(({ verdict, range, trail }) => [verdict, placeText(range), trail.origin.file.path]),
      [['violation', 'main.bicep:2:1', PUBLIC]],
    );
  });

  it('that is a file of the tree is in that file', async () => {
    const { at, fix } = await found(
      {
        'main.bicep': "module own 'own.bicep' = { name: 'own' }\n",
        'own.bicep': ownMachine("'Standard_LRS'"),
      },
      ['main.bicep'],
    );
    assert.deepEqual({ at, fix }, { at: 'own.bicep:14:44', fix: "'Premium_LRS'" });
  });

  it('restored to a folder of the tree is the declaration too', async () => {
    const { at, origin } = await found(
      {
        'infra/main.bicep': "module ex 'br:acr.example/machine:1.0' = {\n  name: 'ex'\n}\n",
        'bicepconfig.json': '{ "cacheRootDirectory": "./cache" }',
        'cache/br/acr.example/machine/1.0$/main.json': machine('Standard_LRS'),
      },
      ['infra'],
    );
    assert.deepEqual(
      { at, origin },
      { at: 'infra/main.bicep:1:1', origin: 'cache/br/acr.example/machine/1.0$/main.json:12:50' },
    );
  });

  it('that a parameters file uses is where it names the module', async () => {
    const { at } = await found(
      {
        'ex.bicepparam': "using 'br/public:contoso/machine:1.0.0'\n",
        [PUBLIC]: machine('Standard_LRS'),
      },
      ['ex.bicepparam'],
    );
    assert.equal(at, 'ex.bicepparam:1:7');
  });
});

const ownMachine = (sku: string, parameter = '') => `${parameter}
resource ex '${VM}@2024-07-01' = {
  name: 'ex01'
  location: 'westeurope'
  tags: { exchange: 'SE', 'exchange-role': 'mailbox' }
  properties: {
    hardwareProfile: { vmSize: 'Standard_E16s_v5' }
    storageProfile: {
      dataDisks: [{
        lun: 0
        name: 'ex01-db'
        createOption: 'Empty'
        diskSizeGB: 1024
        managedDisk: { storageAccountType: ${sku} }
      }]
    }
  }
}
`;

describe('the place of a finding in a Terraform module', () => {
  const HCL = `
resource "azurerm_managed_disk" "db" {
  name                 = "ex01-db"
  storage_account_type = "Standard_LRS"
  disk_size_gb         = 1024
}

resource "azurerm_virtual_machine_data_disk_attachment" "db" {
  managed_disk_id    = azurerm_managed_disk.db.id
  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id
  lun                = 0
  caching            = "None"
}

resource "azurerm_windows_virtual_machine" "ex01" {
  name = "ex01"
  size = "Standard_E16s_v5"
  zone = "1"
  tags = { exchange = "SE", exchange-role = "mailbox" }
  os_disk {
    caching              = "ReadOnly"
    storage_account_type = "Premium_LRS"
  }
}
`;
  const MODULES = JSON.stringify({
    Modules: [
      { Key: '', Source: '', Dir: '.' },
      {
        Key: 'ex',
        Source: 'registry.terraform.io/contoso/exchange/azurerm',
        Version: '1.0.0',
        Dir: '.terraform/modules/ex',
      },
    ],
  });

  it('from a registry is the call of the module, also from a module within it', async () => {
    for (const [within, files] of [
      ['', {}],
      ['/disks', { '.terraform/modules/ex/main.tf': 'module "disks" {\n  source = "./disks"\n}\n' }],
    ] as const) {
      const place = `.terraform/modules/ex${within}/main.tf`;
      assert.deepEqual(
        await found(
          {
            'main.tf': '\nmodule "ex" {\n  source  = "contoso/exchange/azurerm"\n  version = "1.0.0"\n}\n',
            '.terraform/modules/modules.json': MODULES,
            ...files,
            [place]: HCL,
          },
          ['main.tf'],
        ),
        {
          verdict: 'violation',
          at: 'main.tf:2:1',
          origin: `${place}:4:26`,
          steps: [
            `${place}:4:26 module "ex" from contoso/exchange/azurerm`,
            `${place}:4:3 argument storage_account_type`,
          ],
          fix: undefined,
        },
      );
    }
  });

  it('that is a folder of the tree is in that folder', async () => {
    const { at, fix } = await found({
      'main.tf': 'module "ex" {\n  source = "./modules/ex"\n}\n',
      'modules/ex/main.tf': HCL,
    });
    assert.deepEqual({ at, fix }, { at: 'modules/ex/main.tf:4:26', fix: '"Premium_LRS"' });
  });
});

describe('a finding in a module from a registry', () => {
  it('can be ignored by a comment at the declaration of the module', async () => {
    const report = await reportOn(
      {
        'main.bicep': `
// exvet:ignore EXSTO-23 -- the lab has no service level
module ex 'br/public:contoso/machine:1.0.0' = { name: 'ex' }
`,
        [PUBLIC]: machine('Standard_LRS'),
      },
      'EXSTO-23',
      ['main.bicep'],
    );
    assert.deepEqual([report.findings.length, report.suppressed.length], [0, 1]);
    assert.deepEqual(report.diagnostics, []);
  });
});
