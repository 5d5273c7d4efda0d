import assert from 'node:assert/strict';
import { evaluateTemplate } from '../../../src/arm/index.ts';
import { checkResourceTypes } from '../../../src/azure/types/check.ts';
import { arrangeDiagnostics } from '../../../src/source/diagnostic.ts';
import { locationOf, textOf } from '../../../src/source/range.ts';
import { memoryTree } from '../../support/memory-tree.ts';

interface Found {
  /** `main.json:13 "storageAcountType"`. */
  readonly at: string;
  readonly message: string;
}

/** What the check finds in a template with these resources. */
async function findings(
  resources: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
  parameters?: Readonly<Record<string, unknown>>,
): Promise<readonly Found[]> {
  const template = { ...more, resources };
  const { tree, files } =
    parameters === undefined
      ? { tree: memoryTree({ 'main.json': JSON.stringify(template, null, 2) }), files: [] }
      : {
          tree: memoryTree({
            'main.json': JSON.stringify(template, null, 2),
            'prod.json': JSON.stringify({ parameters }, null, 2),
          }),
          files: ['prod.json'],
        };
  const deployment = evaluateTemplate(tree, 'main.json', { parameterFiles: files });
  assert.deepEqual(
    deployment.diagnostics.map(({ message }) => message),
    [],
  );
  const diagnostics = arrangeDiagnostics(await checkResourceTypes(deployment.resources));
  return diagnostics.map(({ code, effect, message, range }) => {
    assert.ok(code === 'arm-property' && effect === 'advice' && range !== undefined);
    const { file, startLine } = locationOf(range);
    return { at: `${file}:${startLine} ${textOf(range)}`, message };
  });
}

const disk = (more: Readonly<Record<string, unknown>>): unknown => ({
  type: 'Microsoft.Compute/disks',
  apiVersion: '2024-03-02',
  name: 'ex01-db',
  location: 'westeurope',
  ...more,
});

const machine = (storageProfile: unknown, type = 'Microsoft.Compute/virtualMachines'): unknown => ({
  type,
  apiVersion: '2024-07-01',
  name: 'ex01',
  location: 'westeurope',
  properties: { storageProfile },
});

describe('a misspelt property', () => {
  it('is reported at its name', async () => {
    const osDisk = { createOption: 'FromImage', managedDisk: { storageAcountType: 'Premium_LRS' } };
    assert.deepEqual(await findings([machine({ osDisk })]), [
      {
        at: 'main.json:13 "storageAcountType"',
        message:
          "exvet knows no property 'storageAcountType' in 'properties.storageProfile.osDisk.managedDisk' of Microsoft.Compute/virtualMachines. Did you mean 'storageAccountType'?",
      },
    ]);
  });

  it('is reported among those of the resource itself', async () => {
    assert.deepEqual(await findings([disk({ sku: { name: 'Premium_LRS' }, propertes: {} })]), [
      {
        at: 'main.json:11 "propertes"',
        message: "exvet knows no property 'propertes' in Microsoft.Compute/disks. Did you mean 'properties'?",
      },
    ]);
  });

  it('is reported where a parameter file writes it', async () => {
    const found = await findings(
      [machine("[parameters('storage')]")],
      { parameters: { storage: { type: 'object' } } },
      { storage: { value: { osDisk: { cachng: 'None' } } } },
    );
    assert.deepEqual(
      found.map(({ at }) => at),
      ['prod.json:6 "cachng"'],
    );
  });

  it('is reported at the value when a function made the object', async () => {
    const osDisk = "[createObject('diskSizeGb', 127, 'cachng', 'None')]";
    assert.deepEqual(
      (await findings([machine({ osDisk })])).map(({ at }) => at),
      ["main.json:10 'None'"],
    );
  });

  it('is reported once for all copies', async () => {
    const copy = { name: 'disks', count: 3 };
    const found = await findings([disk({ name: "[format('db{0}', copyIndex())]", copy, zone: ['1'] })]);
    assert.deepEqual(
      found.map(({ message }) => message),
      ["exvet knows no property 'zone' in Microsoft.Compute/disks. Did you mean 'zones'?"],
    );
  });

  it('is reported in the elements of a loop whose count is unknown', async () => {
    const copy = [
      { name: 'dataDisks', count: "[parameters('count')]", input: { lun: 0, creteOption: 'Empty' } },
    ];
    const found = await findings([machine({ copy })], { parameters: { count: { type: 'int' } } });
    assert.deepEqual(
      found.map(({ at }) => at),
      ['main.json:21 "creteOption"'],
    );
  });
});

describe('a property that the index does not have', () => {
  it('is accepted when no known one is like it', async () => {
    assert.deepEqual(await findings([disk({ properties: { somethingOfNextYear: true } })]), []);
  });

  it('is accepted beside the known one that is like it', async () => {
    const osDisk = { createOption: 'FromImage', createOptions: 'FromImage' };
    assert.deepEqual(await findings([machine({ osDisk })]), []);
  });

  it('is accepted among tags and settings, which are free', async () => {
    const extension = {
      type: 'Microsoft.Compute/virtualMachines/extensions',
      apiVersion: '2024-07-01',
      name: 'ex01/setup',
      tags: { zone: 'a', skus: 'b' },
      properties: { settings: { setting: 1, typ: 2 } },
    };
    assert.deepEqual(await findings([extension]), []);
  });

  it('is accepted in any case', async () => {
    const osDisk = { CREATEOPTION: 'fromimage', manageddisk: { StorageAccountType: 'premium_lrs' } };
    assert.deepEqual(await findings([machine({ osDisk }, 'microsoft.compute/virtualmachines')]), []);
  });

  it('is accepted when its name cannot be known', async () => {
    const properties = { "[parameters('key')]": 1 };
    assert.deepEqual(await findings([disk({ properties })], { parameters: { key: { type: 'string' } } }), []);
  });

  it('is accepted when it belongs to templates, not to types', async () => {
    const resource = disk({
      comments: 'the database',
      condition: true,
      copy: { name: 'disks', count: 1 },
      dependsOn: [],
      metadata: {},
      resources: [],
    });
    assert.deepEqual(await findings([resource]), []);
  });
});

describe('a value that an enum does not have', () => {
  it('is reported where it is written', async () => {
    assert.deepEqual(await findings([disk({ sku: { name: 'Premium_LSR' } })]), [
      {
        at: 'main.json:9 "Premium_LSR"',
        message:
          "'Premium_LSR' is no value of 'sku.name' of Microsoft.Compute/disks. Did you mean 'Premium_LRS'?",
      },
    ]);
  });

  it('is reported where a parameter got it from', async () => {
    const parameters = { sku: { type: 'string', defaultValue: 'Standard' } };
    assert.deepEqual(await findings([disk({ sku: { name: "[parameters('sku')]" } })], { parameters }), [
      {
        at: 'main.json:5 "Standard"',
        message:
          "'Standard' is no value of 'sku.name' of Microsoft.Compute/disks. It takes Premium_LRS, Premium_ZRS, PremiumV2_LRS, UltraSSD_LRS, StandardSSD_LRS, StandardSSD_ZRS, Standard_LRS.",
      },
    ]);
  });

  it('is reported in elements of lists', async () => {
    const dataDisks = [
      { lun: 0, createOption: 'Empty' },
      { lun: 1, createOption: 'Empty', caching: 'Readonly' },
      { lun: 2, createOption: 'Empty', caching: 'ReadWrit' },
    ];
    assert.deepEqual(
      (await findings([machine({ dataDisks })])).map(({ message }) => message),
      [
        "'ReadWrit' is no value of 'properties.storageProfile.dataDisks[].caching' of Microsoft.Compute/virtualMachines. Did you mean 'ReadWrite'?",
      ],
    );
  });

  it('is not shown when it is a secret', async () => {
    const parameters = { sku: { type: 'securestring', defaultValue: 'Premium_LSR' } };
    const found = await findings([disk({ sku: { name: "[parameters('sku')]" } })], { parameters });
    assert.deepEqual(
      found.map(({ message }) => message),
      [
        "A sensitive value is no value of 'sku.name' of Microsoft.Compute/disks. It takes Premium_LRS, Premium_ZRS, PremiumV2_LRS, UltraSSD_LRS, StandardSSD_LRS, StandardSSD_ZRS, Standard_LRS.",
      ],
    );
  });

  it('is accepted where new values come along', async () => {
    assert.deepEqual(await findings([disk({ properties: { creationData: { createOption: 'Beam' } } })]), []);
  });

  it('is accepted when it is empty or unknown', async () => {
    const parameters = { sku: { type: 'string' } };
    const disks = [
      disk({ sku: { name: '' } }),
      disk({ name: 'ex02-db', sku: { name: "[parameters('sku')]" } }),
    ];
    assert.deepEqual(await findings(disks, { parameters }), []);
  });
});

describe('an object of several kinds', () => {
  const item = (providerSpecificDetails: unknown, name = 'ex01'): unknown => ({
    type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems',
    apiVersion: '2025-08-01',
    name: `vault/hyperv/container/${name}`,
    properties: { providerSpecificDetails },
  });

  it('is checked by the properties of its kind', async () => {
    const found = await findings([
      item({
        InstanceType: 'hyperVReplicaAzure',
        disksToIncludeForManagedDisks: [{ diskId: 'a', disktipe: 'Premium_LRS', diskSizeInGb: 256 }],
        targetNetworkIds: '/subscriptions/0/…',
      }),
      item({ instanceType: 'InMageRcm', targetNetworkIds: '/subscriptions/0/…' }, 'ex02'),
    ]);
    const type =
      'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems';
    assert.deepEqual(
      found.map(({ message }) => message),
      [
        `exvet knows no property 'disktipe' in 'properties.providerSpecificDetails.disksToIncludeForManagedDisks[]' of ${type}. Did you mean 'diskType'?`,
        `exvet knows no property 'targetNetworkIds' in 'properties.providerSpecificDetails' of ${type}. Did you mean 'targetNetworkId'?`,
      ],
    );
  });

  it('has the values that its kind takes', async () => {
    const found = await findings([
      item({ instanceType: 'HyperVReplicaAzure', diskType: 'Premium_GRS' }),
      item(
        { instanceType: 'A2A', vmManagedDisks: [{ recoveryTargetDiskAccountType: 'Premium_GRS' }] },
        'ex02',
      ),
    ]);
    assert.deepEqual(
      found.map(({ at }) => at),
      ['main.json:10 "Premium_GRS"'],
    );
  });

  it('has the properties of all kinds, too', async () => {
    const rule = { ruleType: 'NetworkRule', nam: 'smtp', destinationPort: ['25'] };
    const found = await findings([
      {
        type: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
        apiVersion: '2024-05-01',
        name: 'policy/group',
        properties: {
          ruleCollections: [{ ruleCollectionType: 'FirewallPolicyFilterRuleCollection', rules: [rule] }],
        },
      },
    ]);
    assert.deepEqual(
      found.map(({ message }) => message),
      [
        "exvet knows no property 'nam' in 'properties.ruleCollections[].rules[]' of Microsoft.Network/firewallPolicies/ruleCollectionGroups. Did you mean 'name'?",
        "exvet knows no property 'destinationPort' in 'properties.ruleCollections[].rules[]' of Microsoft.Network/firewallPolicies/ruleCollectionGroups. Did you mean 'destinationPorts'?",
      ],
    );
  });

  it('is not checked when its kind is not told, unknown or none of the index', async () => {
    const disks = { disksToInclud: [] };
    const parameters = { kind: { type: 'string' } };
    const items = [
      item(disks),
      item({ instanceType: "[parameters('kind')]", ...disks }, 'ex02'),
      item({ instanceType: 'InMageRcmFailback', ...disks }, 'ex03'),
    ];
    assert.deepEqual(await findings(items, { parameters }), []);
  });
});

describe('resources that are not checked', () => {
  it('are existing ones and those of other types', async () => {
    const existing = {
      existing: true,
      type: 'Microsoft.Compute/disks',
      apiVersion: '2024-03-02',
      name: 'old',
    };
    const vault = {
      type: 'Microsoft.KeyVault/vaults',
      apiVersion: '2023-07-01',
      name: 'kv',
      propertes: {},
    };
    const image = { type: 'Microsoft.Compute/images', apiVersion: '2024-07-01', name: 'i', propertes: {} };
    const resources = { old: { ...existing, propertes: {} }, vault, image };
    const tree = memoryTree({ 'main.json': JSON.stringify({ languageVersion: '2.0', resources }) });
    const deployment = evaluateTemplate(tree, 'main.json', { parameterFiles: [] });
    assert.equal(deployment.resources.length, 3);
    assert.deepEqual(await checkResourceTypes(deployment.resources), []);
  });
});
