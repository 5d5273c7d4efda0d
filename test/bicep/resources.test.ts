import assert from 'node:assert/strict';
import { resourceAddressOf } from '../../src/value/resource-id.ts';
import { deploy, remarksOf, resourcesOf } from './support.ts';

describe('resources of a Bicep file', () => {
  it('have type, version and name before the properties that are written', () => {
    const deployment = deploy({
      'main.bicep': `
resource disk 'Microsoft.Compute/disks@2024-03-02' = {
  name: 'db'
  location: 'westeurope'
  sku: { name: 'Premium_LRS' }
}
`,
    });
    assert.deepEqual(resourcesOf(deployment), {
      'Microsoft.Compute/disks/db': {
        type: 'Microsoft.Compute/disks',
        apiVersion: '2024-03-02',
        name: 'db',
        location: 'westeurope',
        sku: { name: 'Premium_LRS' },
      },
    });
    const [disk] = deployment.resources;
    assert.equal(disk?.label, 'disk');
    assert.equal(disk?.range.file.text.slice(disk.range.start, disk.range.end).split('\n').length, 1);
  });

  it('are named with their parents, whichever way they are written', () => {
    const deployment = deploy({
      'main.bicep': `
resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  resource inner 'subnets' = {
    name: 'inner'
  }
}
resource beside 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: net
  name: 'beside'
}
resource whole 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  name: 'net/whole'
}
output ids array = [net::inner.id, beside.id, whole.id, beside.name]
`,
    });
    assert.deepEqual(Object.keys(resourcesOf(deployment)).sort(), [
      'Microsoft.Network/virtualNetworks/net',
      'Microsoft.Network/virtualNetworks/net/subnets/beside',
      'Microsoft.Network/virtualNetworks/net/subnets/inner',
      'Microsoft.Network/virtualNetworks/net/subnets/whole',
    ]);
    const ids = deployment.outputs.get('ids');
    assert.ok(ids?.kind === 'list');
    assert.deepEqual(ids.elements.slice(0, 3).map(resourceAddressOf), [
      'microsoft.network/virtualnetworks/net/subnets/inner',
      'microsoft.network/virtualnetworks/net/subnets/beside',
      'microsoft.network/virtualnetworks/net/subnets/whole',
    ]);
    assert.ok(ids.elements[3]?.kind === 'string' && ids.elements[3].value === 'beside');
  });

  it('are made once for each turn of a loop whose condition is not false', () => {
    const deployment = deploy({
      'main.bicep': `
var disks = [{ name: 'db', keep: true }, { name: 'log', keep: false }, { name: 'os', keep: true }]
resource disk 'Microsoft.Compute/disks@2024-03-02' = [for (one, i) in disks: if (one.keep) {
  name: 'ex01-\${one.name}'
  tags: { number: '\${i}' }
}]
resource vm 'Microsoft.Compute/virtualMachines@2024-07-01' = [for i in range(0, 2): {
  name: 'ex0\${i}'
  properties: { diskId: disk[i * 2].id }
}]
`,
    });
    const disks = deployment.resources.filter(({ type }) => type.endsWith('disks'));
    assert.deepEqual(
      disks.map(({ address, instanceKey }) => [address, instanceKey]),
      [
        ['Microsoft.Compute/disks/ex01-db', 0],
        ['Microsoft.Compute/disks/ex01-os', 2],
      ],
    );
    const attached = deployment.resources
      .filter(({ label }) => label === 'vm')
      .map(({ body }) => {
        const properties = body.entries.get('properties');
        const id = properties?.kind === 'object' ? properties.entries.get('diskId') : undefined;
        return id === undefined ? undefined : resourceAddressOf(id);
      });
    assert.deepEqual(attached, ['microsoft.compute/disks/ex01-db', 'microsoft.compute/disks/ex01-os']);
  });

  it('stand once, as uncertain, for a loop over an array that nobody gives', () => {
    const [disk, ...others] = deploy({
      'main.bicep': `
param names string[]
resource disk 'Microsoft.Compute/disks@2024-03-02' = [for name in names: {
  name: 'ex01-\${name}'
  sku: { name: 'Standard_LRS' }
}]
`,
    }).resources;
    assert.deepEqual(others, []);
    assert.deepEqual(
      disk?.uncertain?.map(reason => reason.text),
      ['parameter names has no value: give a parameter file'],
    );
  });

  it('that exist already are read, not deployed; the conditions of those around a nested one count', () => {
    const deployment = deploy({
      'main.bicep': `
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'kv'
  scope: resourceGroup('shared')
}
resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = if (false) {
  name: 'net'
  resource inner 'subnets' = if (true) {
    name: 'inner'
  }
}
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: vault
  properties: { level: 'CanNotDelete' }
}
`,
    });
    assert.deepEqual(
      deployment.resources.map(({ address, mode }) => [address, mode]),
      [
        ['resourceGroups/shared/providers/Microsoft.KeyVault/vaults/kv', 'existing'],
        [
          'resourceGroups/shared/providers/Microsoft.KeyVault/vaults/kv/providers/Microsoft.Authorization/locks/keep',
          'managed',
        ],
      ],
    );
  });

  it('depend on what dependsOn names and on what they refer to', () => {
    const deployment = deploy({
      'main.bicep': `
resource a 'Microsoft.Compute/disks@2024-03-02' = {
  name: 'a'
}
resource b 'Microsoft.Compute/disks@2024-03-02' = {
  name: 'b'
}
var source = b.id
resource c 'Microsoft.Compute/disks@2024-03-02' = {
  name: 'c'
  properties: { creationData: { sourceResourceId: source } }
  dependsOn: [a]
}
`,
    });
    const c = deployment.resources.find(({ label }) => label === 'c');
    assert.deepEqual([...(c?.dependsOn ?? [])].sort(), [
      'Microsoft.Compute/disks/a',
      'Microsoft.Compute/disks/b',
    ]);
  });
});

describe('what the Bicep compiler refuses', () => {
  it('is reported at its place, and the rest is evaluated', () => {
    const deployment = deploy({
      'main.bicep': `
param more object = { tags: { a: 'b' } }
param byGroup bool

resource disk 'Microsoft.Compute/disks@2024-03-02' = {
  name: 'db'
  ...more
  sku: { name: 'Premium_LRS', ...more.tags }
}
module spread 'm.bicep' = {
  name: 'spread'
  params: { ...more }
}
module computed 'm.bicep' = {
  name: 'computed'
  params: byGroup ? {} : more
}
module onResource 'm.bicep' = {
  name: 'onResource'
  scope: disk
}
module nowhere 'm.bicep' = {
  name: 'nowhere'
  scope: byGroup ? resourceGroup('a') : subscription()
}
output text string = more.tags.a.format('x')
`,
      'm.bicep': 'param tags object = {}',
    });
    assert.deepEqual(remarksOf(deployment), [
      "main.bicep:26:34 bicep-reference: This value has no function 'format'.",
      'main.bicep:7:3 bicep-reference: Nothing can be spread into the body of a resource.',
      "main.bicep:12:13 bicep-reference: Nothing can be spread into the 'params' of a module.",
      "main.bicep:16:11 bicep-reference: 'params' must be written as an object.",
      "main.bicep:18:1 bicep-reference: 'disk' is no scope for a module: only a tenant, management group, subscription or resource group is.",
      'main.bicep:24:10 bicep-reference: This is no scope.',
    ]);
    assert.deepEqual(Object.keys(resourcesOf(deployment)), ['Microsoft.Compute/disks/db']);
    const [disk] = Object.values(resourcesOf(deployment));
    assert.deepEqual(disk, {
      type: 'Microsoft.Compute/disks',
      apiVersion: '2024-03-02',
      name: 'db',
      sku: { name: 'Premium_LRS', a: 'b' },
    });
  });
});

describe('resources of a file that declares the extension of Azure', () => {
  const TEXT = `
extension az as azure
extension kubernetes as k8s
resource disk 'Microsoft.Compute/disks@2024-03-02' = { name: 'db' }
resource pod 'core/Pod@v1' = { metadata: { name: 'p' } }
`;
  const named = (config: string, word: string) => {
    const resources = Object.values(resourcesOf(deploy({ 'main.bicep': TEXT, 'bicepconfig.json': config })));
    return resources.map(body => Object(body)[word] as unknown);
  };

  it('name it, in the word that the features of bicepconfig.json choose', () => {
    assert.deepEqual(named('{}', 'import'), ['azure', 'k8s']);
    const config = '{ "experimentalFeaturesEnabled": { "moduleExtensionConfigs": true } }';
    assert.deepEqual(named(config, 'extension'), ['azure', 'k8s']);
  });
});

describe('modules of a Bicep file', () => {
  const disk = `
param name string
param sku string = 'Premium_LRS'
resource disk 'Microsoft.Compute/disks@2024-03-02' = {
  name: name
  sku: { name: sku }
}
output id string = disk.id
output label string = toUpper(name)
`;

  it('get parameters and give outputs, which other modules take', () => {
    const deployment = deploy({
      'modules/disk.bicep': disk,
      'main.bicep': `
module first 'modules/disk.bicep' = {
  name: 'first'
  params: { name: 'db' }
}
module more 'modules/disk.bicep' = [for i in range(0, 2): {
  params: { name: '\${first.outputs.label}-\${i}', sku: 'Standard_LRS' }
}]
output id string = more[1].outputs.id
`,
    });
    assert.deepEqual(remarksOf(deployment), []);
    assert.deepEqual(Object.keys(resourcesOf(deployment)), [
      'Microsoft.Compute/disks/db',
      'Microsoft.Compute/disks/DB-0',
      'Microsoft.Compute/disks/DB-1',
    ]);
    const id = deployment.outputs.get('id');
    assert.equal(id === undefined ? undefined : resourceAddressOf(id), 'microsoft.compute/disks/db-1');
    assert.deepEqual(
      deployment.files.map(file => file.path),
      ['main.bicep', 'modules/disk.bicep'],
    );
  });

  it('go to the resource group that their scope names', () => {
    const { resources } = deploy({
      'modules/disk.bicep': disk,
      'main.bicep': `
targetScope = 'subscription'
resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-exchange'
  location: 'westeurope'
}
module one 'modules/disk.bicep' = {
  scope: group
  params: { name: 'db' }
}
`,
    });
    assert.deepEqual(
      resources.map(({ address }) => address),
      [
        'Microsoft.Resources/resourceGroups/rg-exchange',
        'resourceGroups/rg-exchange/providers/Microsoft.Compute/disks/db',
      ],
    );
  });

  it('are told apart by their symbols when they have one name in two resource groups', () => {
    const { outputs } = deploy({
      'modules/disk.bicep': disk,
      'main.bicep': `
module one 'modules/disk.bicep' = {
  name: 'same'
  params: { name: 'a' }
}
module two 'modules/disk.bicep' = {
  name: 'same'
  scope: resourceGroup('other')
  params: { name: 'b' }
}
output labels string = '\${one.outputs.label} \${two.outputs.label}'
`,
    });
    const labels = outputs.get('labels');
    assert.ok(labels?.kind === 'string');
    assert.equal(labels.value, 'A B');
  });

  it('come from the cache of bicep restore', () => {
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters: { name: { type: 'string' } },
      resources: [
        { type: 'Microsoft.Compute/disks', apiVersion: '2024-03-02', name: "[parameters('name')]" },
      ],
      outputs: {
        id: { type: 'string', value: "[resourceId('Microsoft.Compute/disks', parameters('name'))]" },
      },
    };
    const deployment = deploy({
      'main.bicep': `
module one 'br/public:avm/res/compute/disk:0.4.0-RC' = {
  params: { name: 'db' }
}
output id string = one.outputs.id
`,
      // The mask tells that characters 6 and 7 of the tag are upper-case.
      '~/.bicep/br/mcr.microsoft.com/bicep$avm$res$compute$disk/0.4.0-RC$c0/main.json':
        JSON.stringify(template),
    });
    assert.deepEqual(remarksOf(deployment), []);
    assert.deepEqual(Object.keys(resourcesOf(deployment)), ['Microsoft.Compute/disks/db']);
  });

  it('come from the folder of the tree that bicepconfig.json names as the cache', () => {
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [{ type: 'Microsoft.Compute/disks', apiVersion: '2024-03-02', name: 'db' }],
    };
    const files = {
      'infra/main.bicep': "module one 'br:acr.example/disk:1.0' = {}",
      'cache/br/acr.example/disk/1.0$/main.json': JSON.stringify(template),
    };
    const of = (cache: string) =>
      deploy(
        { ...files, 'bicepconfig.json': JSON.stringify({ cacheRootDirectory: cache }) },
        'infra/main.bicep',
      );
    assert.deepEqual(Object.keys(resourcesOf(of('./cache'))), ['Microsoft.Compute/disks/db']);
    for (const elsewhere of ['/var/cache', '~/other']) {
      assert.deepEqual(remarksOf(of(elsewhere)), [
        "infra/main.bicep:1:12 bicep-module-unavailable: The module 'br:acr.example/disk:1.0' is not restored. Run 'bicep restore infra/main.bicep'.",
      ]);
    }
  });

  it('that are not restored are reported once, and what they give is unknown for that reason', () => {
    const deployment = deploy({
      'bicepconfig.json':
        '{ "moduleAliases": { "br": { "own": { "registry": "acr.example", "modulePath": "m" } } } }',
      'main.bicep': `
module one 'br/own:disk:1.0' = {
  params: { name: 'db' }
}
resource vm 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'ex01'
  properties: { diskId: one.outputs.id }
}
`,
    });
    assert.deepEqual(remarksOf(deployment), [
      "main.bicep:2:12 bicep-module-unavailable: The module 'br/own:disk:1.0' is not restored. Run 'bicep restore main.bicep'.",
    ]);
    const vm = resourcesOf(deployment)['Microsoft.Compute/virtualMachines/ex01'];
    assert.deepEqual(vm, {
      type: 'Microsoft.Compute/virtualMachines',
      apiVersion: '2024-07-01',
      name: 'ex01',
      properties: {
        diskId: { $unknown: 'module br/own:disk:1.0 is not restored: run bicep restore' },
      },
    });
  });

  it('that contain themselves are reported', () => {
    const deployment = deploy({
      'main.bicep': "module other 'other.bicep' = {}",
      'other.bicep': "module main 'main.bicep' = {}",
    });
    assert.deepEqual(remarksOf(deployment), [
      "other.bicep:1:13 arm-cycle: The module 'main.bicep' contains itself.",
    ]);
  });
});
