import assert from 'node:assert/strict';
import { evaluateTemplate } from '../../../src/arm/index.ts';
import { buildEstate } from '../../../src/estate/build.ts';
import { type Declarations, NO_DECLARATIONS } from '../../../src/estate/declarations.ts';
import { azureMapper } from '../../../src/estate/mappers/azure.ts';
import { siteRecoveryMapper } from '../../../src/estate/mappers/site-recovery.ts';
import { vsphereMapper } from '../../../src/estate/mappers/vsphere.ts';
import type { Disk, Estate, Replication } from '../../../src/estate/model.ts';
import { evaluateRootModule } from '../../../src/terraform/index.ts';
import type { Deployment } from '../../../src/value/resource.ts';
import { shown } from '../../support/azure.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { readingKnownPaths } from '../../support/watched-types.ts';

const MAPPERS = [azureMapper, vsphereMapper, siteRecoveryMapper];

function estateOf(deployment: Deployment, declarations: Declarations): Estate {
  assert.deepEqual(
    deployment.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    [],
  );
  return readingKnownPaths(
    deployment.resources,
    resources => buildEstate({ ...deployment, resources }, declarations, MAPPERS).estate,
  );
}

async function inTerraform(text: string, declarations = NO_DECLARATIONS): Promise<Estate> {
  const tree = memoryTree({ 'main.tf': text });
  return estateOf(await evaluateRootModule(tree, '.', { entries: [], crossCheck: 'never' }), declarations);
}

function inTemplate(resources: readonly unknown[], declarations = NO_DECLARATIONS): Estate {
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources,
  };
  const tree = memoryTree({ 'main.json': JSON.stringify(template, null, 2) });
  return estateOf(evaluateTemplate(tree, 'main.json', { parameterFiles: [] }), declarations);
}

function only({ replications }: Estate): Replication {
  const [replication, ...others] = replications;
  assert.ok(replication !== undefined && others.length === 0, 'one replication');
  return replication;
}

const disksOf = (disks: readonly Disk[]): string[] =>
  disks.map(({ name, slot, sku, sizeGib, contents }) =>
    [shown(name), slot, shown(sku), shown(sizeGib), shown(contents.holdsExchangeData)].join(' | '),
  );

const SERVER = `
resource "azurerm_windows_virtual_machine" "ex01" {
  name     = "ex01"
  size     = "Standard_E16s_v5"
  location = "West Europe"
  tags     = { exchange-version = "2019", exchange-role = "mailbox" }

  os_disk {
    name                 = "ex01-os"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 256
  }
}

resource "azurerm_managed_disk" "db" {
  name                 = "ex01-db"
  storage_account_type = "Premium_LRS"
  disk_size_gb         = 1024
}

resource "azurerm_virtual_machine_data_disk_attachment" "db" {
  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id
  managed_disk_id    = azurerm_managed_disk.db.id
  lun                = 0
}
`;

const VAULT = `
resource "azurerm_recovery_services_vault" "v" {
  name = "vault"
}
`;

const item = (body: string, more = ''): string => `
resource "azurerm_site_recovery_replicated_vm" "ex01" {
  name                = "ex01"
  recovery_vault_name = "vault"
  source_vm_id        = azurerm_windows_virtual_machine.ex01.id
${body}
}
${more}`;

const managedDisk = (id: string, type: string): string => `
  managed_disk {
    disk_id                    = ${id}
    target_disk_type           = "${type}"
    target_replica_disk_type   = "Standard_LRS"
  }
`;

const BOTH_DISKS =
  managedDisk('azurerm_windows_virtual_machine.ex01.os_disk[0].id', 'StandardSSD_LRS') +
  managedDisk('azurerm_managed_disk.db.id', 'Standard_LRS');

describe('a replicated machine in Azure', () => {
  it('becomes a server of its own that is what its source is, on the target disks', async () => {
    const estate = await inTerraform(
      SERVER + item(`  target_virtual_machine_size = "Standard_E8_v5"\n${BOTH_DISKS}`),
    );
    const { server, source, direction } = only(estate);
    assert.equal(shown(direction), 'azure-to-azure');
    assert.equal(source?.address, 'azurerm_windows_virtual_machine.ex01');
    assert.deepEqual(
      estate.servers.map(({ address, platform }) => [address, platform]),
      [
        ['azurerm_windows_virtual_machine.ex01', 'azure'],
        ['azurerm_site_recovery_replicated_vm.ex01', 'asr'],
      ],
    );
    assert.equal(shown(server.name), 'ex01');
    assert.equal(shown(server.exchangeVersion), '2019');
    assert.equal(shown(server.roles), '[mailbox]');
    assert.equal(shown(server.vcpus), '8');
    assert.equal(shown(server.memory.sizeMib), '65536');
    assert.equal(shown(server.premiumStorageCapable), 'false');
    // Not the seed disk's type, and the size and contents of the source.
    assert.deepEqual(disksOf(server.disks), [
      'ex01-os | os | StandardSSD_LRS | 256 | false',
      'ex01-db | lun 0 | Standard_LRS | 1024 | true',
    ]);
    assert.equal(shown(server.hasSnapshot), 'false');
  });

  it('is no candidate for a DAG, and counts for no host', async () => {
    const { dags, hosts } = await inTerraform(SERVER + item(BOTH_DISKS));
    assert.deepEqual([dags, hosts], [[], []]);
  });

  it('takes the size that Site Recovery picks when none is stated, which nothing tells', async () => {
    const { server } = only(await inTerraform(SERVER + item(BOTH_DISKS)));
    assert.equal(
      shown(server.vcpus),
      '? azurerm_site_recovery_replicated_vm.ex01 states no size: Site Recovery picks one by that of the replicated machine',
    );
  });

  it('finds its disks by the id of a data source and by a written id', async () => {
    const ids =
      managedDisk('data.azurerm_managed_disk.os.id', 'Premium_LRS') +
      managedDisk(
        '"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/disks/ex01-db"',
        'Premium_ZRS',
      );
    const data =
      'data "azurerm_managed_disk" "os" {\n  name = azurerm_windows_virtual_machine.ex01.os_disk[0].name\n}\n';
    const { server, facts } = only(await inTerraform(SERVER + item(ids, data)));
    assert.deepEqual(disksOf(server.disks), [
      'ex01-os | os | Premium_LRS | 256 | false',
      'ex01-db | lun 0 | Premium_ZRS | 1024 | true',
    ]);
    assert.equal(shown(facts.excludedDisks), '[]');
  });

  it('names the disks that are left out, and whether they hold Exchange data', async () => {
    const { facts } = only(
      await inTerraform(
        SERVER + item(managedDisk('azurerm_windows_virtual_machine.ex01.os_disk[0].id', 'Premium_LRS')),
      ),
    );
    assert.equal(shown(facts.excludedDisks), '[ex01-db]');
    assert.equal(shown(facts.excludesExchangeData), 'true');
  });

  it('does not tell what it leaves out when it lists no disk, or one of which the id is unknown', async () => {
    const none = only(await inTerraform(SERVER + item('')));
    assert.equal(
      shown(none.facts.excludedDisks),
      '? azurerm_site_recovery_replicated_vm.ex01 lists no managed disk, so which ones it replicates is not told',
    );
    const open = only(
      await inTerraform(
        `variable "disk" { type = string }\n${SERVER}${item(managedDisk('var.disk', 'Premium_LRS'))}`,
      ),
    );
    assert.match(shown(open.facts.excludesExchangeData), /^\? which disks .* leaves out is not told/);
  });

  it('has the network of its subnet in the target network', async () => {
    const network = `
resource "azurerm_virtual_network" "dr" {
  name     = "dr"
  location = "North Europe"
}
resource "azurerm_subnet" "dr" {
  name                 = "exchange"
  virtual_network_name = azurerm_virtual_network.dr.name
  address_prefixes     = ["10.1.0.0/24"]
}
resource "azurerm_network_security_group" "dr" {
  name = "dr"
  security_rule {
    name                       = "no-smtp"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "*"
    destination_port_range     = "25"
    destination_address_prefix = "Internet"
  }
}
resource "azurerm_subnet_network_security_group_association" "dr" {
  subnet_id                 = azurerm_subnet.dr.id
  network_security_group_id = azurerm_network_security_group.dr.id
}`;
    const nic = (block: string): string => `
  target_network_id = azurerm_virtual_network.dr.id
  network_interface {
    source_network_interface_id = "nic"
    ${block}
  }`;
    // Version 5 of the provider has a block for each address, versions before it do not.
    for (const block of [
      'target_subnet_name = "exchange"',
      'ip_configuration {\n      target_subnet_name = "exchange"\n    }',
    ]) {
      const { server } = only(await inTerraform(SERVER + item(nic(block), network)));
      assert.equal(shown(server.mailFlow?.smtpToInternet), 'closed');
      assert.equal(shown(server.placement.site), 'northeurope');
    }
    const { server } = only(await inTerraform(SERVER + item(nic(''), network)));
    assert.equal(
      shown(server.mailFlow?.smtpToInternet),
      '? azurerm_site_recovery_replicated_vm.ex01 names no subnet of its target network, so Site Recovery picks one',
    );
  });

  it('finds a subnet in the block of its network', async () => {
    const network = `
resource "azurerm_virtual_network" "dr" {
  name = "dr"
  subnet {
    name             = "exchange"
    address_prefixes = ["10.1.0.0/24"]
  }
}`;
    const body = `
  target_network_id = azurerm_virtual_network.dr.id
  network_interface {
    target_subnet_name = "exchange"
  }`;
    const { server } = only(await inTerraform(SERVER + item(body, network)));
    assert.equal(shown(server.mailFlow?.smtpToInternet), 'open');
  });

  it('takes the policy, the test network and the cache account from their resources', async () => {
    const more = `
resource "azurerm_site_recovery_replication_policy" "p" {
  name                                                 = "p"
  application_consistent_snapshot_frequency_in_minutes = 240
}
resource "azurerm_storage_account" "cache" {
  name     = "cache"
  location = "northeurope"
}`;
    const body = `
  recovery_replication_policy_id = azurerm_site_recovery_replication_policy.p.id
  target_network_id              = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/dr"
  test_network_id                = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/DR"
  managed_disk {
    disk_id                    = azurerm_managed_disk.db.id
    staging_storage_account_id = azurerm_storage_account.cache.id
    target_disk_type           = "Premium_LRS"
  }`;
    const { facts } = only(await inTerraform(SERVER + item(body, more)));
    assert.equal(shown(facts.appConsistentHours), '4');
    assert.equal(shown(facts.testNetwork), 'true');
    assert.equal(shown(facts.testsInTargetNetwork), 'true');
    assert.equal(shown(facts.cacheInSourceRegion), 'false');
    const near = more.replace('northeurope', 'West Europe');
    assert.equal(shown(only(await inTerraform(SERVER + item(body, near))).facts.cacheInSourceRegion), 'true');
    const bare = only(await inTerraform(SERVER + item(''))).facts;
    assert.equal(shown(bare.testNetwork), 'false');
    assert.equal(shown(bare.cacheInSourceRegion), 'absent');
    assert.match(shown(bare.appConsistentHours), /^\? .* names no replication policy$/);
  });

  it('comes into the network that a network mapping gives for its own', async () => {
    const network = (name: string): string => `
resource "azurerm_virtual_network" "${name}" {
  name = "${name}"
}
resource "azurerm_site_recovery_network_mapping" "${name}" {
  recovery_vault_name = azurerm_recovery_services_vault.v.name
  source_network_id   = azurerm_virtual_network.${name}.id
  target_network_id   = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/${name}-dr"
}`;
    const nic = `
resource "azurerm_subnet" "a" {
  name                 = "s"
  virtual_network_name = azurerm_virtual_network.a.name
}
resource "azurerm_network_interface" "ex01" {
  name = "nic"
  ip_configuration {
    subnet_id = azurerm_subnet.a.id
  }
}`;
    const connected = SERVER.replace(
      'name     = "ex01"',
      'name     = "ex01"\n  network_interface_ids = [azurerm_network_interface.ex01.id]',
    );
    const body = '  network_interface {\n    target_subnet_name = "s"\n  }';
    const { server, facts } = only(
      await inTerraform(connected + VAULT + item(body, network('a') + network('b') + nic)),
    );
    assert.equal(shown(facts.networkMapped), 'true');
    assert.equal(
      shown(server.mailFlow?.smtpToInternet),
      '? subnet microsoft.network/virtualnetworks/a-dr/subnets/s is not in this deployment',
    );
    const unmapped = only(
      await inTerraform(
        connected + VAULT + item(body, network('b') + network('a').split('resource "azurerm_site')[0] + nic),
      ),
    );
    assert.equal(shown(unmapped.facts.networkMapped), 'false');
  });

  it('without a source in the deployment goes by its own name, and keeps what that hides unknown', async () => {
    const estate = await inTerraform(`
data "azurerm_virtual_machine" "ex01" {
  name                = "exch01"
  resource_group_name = "rg"
}
resource "azurerm_site_recovery_replicated_vm" "first" {
  recovery_vault_name = "vault"
  source_vm_id        = data.azurerm_virtual_machine.ex01.id
${managedDisk('"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/disks/exch01-a"', 'Premium_LRS')}
${managedDisk('"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/disks/exch01-b"', 'Standard_LRS')}
}`);
    const { server, source, facts } = only(estate);
    assert.equal(source, undefined);
    assert.equal(shown(server.name), 'exch01');
    assert.equal(server.certain, false);
    assert.match(shown(server.exchangeVersion), /^\? the Exchange version of exch01 is not told/);
    // One of them is the system's, and either may be.
    for (const disk of server.disks) {
      assert.match(
        shown(disk.contents.holdsExchangeData),
        /^\? which disk of exch01 holds the operating system/,
      );
      assert.match(shown(disk.sizeGib), /^\? the size of exch01-/);
    }
    assert.match(shown(facts.excludesExchangeData), /is not in this deployment/);
    assert.equal(shown(facts.dagMember), 'false');
    assert.match(
      shown(facts.inRecoveryPlan),
      /^\? no recovery plan .* its vault, which is not in it, may have one$/,
    );
  });

  it('of a machine that is no Exchange server is one of the other machines', async () => {
    const text = SERVER.replace(/tags .*\n/, '').replaceAll('"ex01', '"file01');
    const { servers, replications, otherMachines } = await inTerraform(
      text.replaceAll('.ex01', '.file01') +
        item('').replaceAll('.ex01', '.file01').replaceAll('"ex01', '"file01'),
    );
    assert.deepEqual([servers, replications], [[], []]);
    assert.deepEqual(
      otherMachines.map(({ address, platform }) => [address, platform]),
      [
        ['azurerm_windows_virtual_machine.file01', 'azure'],
        ['azurerm_site_recovery_replicated_vm.file01', 'asr'],
      ],
    );
  });

  it('in Resource Manager keeps the storage type of a disk for which none is stated', () => {
    const estate = inTemplate([
      {
        type: 'Microsoft.Compute/virtualMachines',
        apiVersion: '2024-07-01',
        name: 'ex01',
        location: 'westeurope',
        tags: { 'exchange-version': 'SE' },
        properties: {
          hardwareProfile: { vmSize: 'Standard_E16s_v5' },
          storageProfile: {
            osDisk: {
              createOption: 'FromImage',
              name: 'ex01-os',
              managedDisk: { storageAccountType: 'Premium_LRS' },
            },
            dataDisks: [
              {
                lun: 0,
                createOption: 'Attach',
                managedDisk: { id: "[resourceId('Microsoft.Compute/disks', 'ex01-db')]" },
              },
            ],
          },
        },
      },
      {
        type: 'Microsoft.Compute/disks',
        apiVersion: '2024-03-02',
        name: 'ex01-db',
        location: 'westeurope',
        sku: { name: 'StandardSSD_LRS' },
        properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 512 },
      },
      {
        type: 'Microsoft.RecoveryServices/vaults/replicationFabrics',
        apiVersion: '2025-08-01',
        name: 'vault/dr',
        properties: { customDetails: { instanceType: 'Azure', location: 'North Europe' } },
      },
      {
        type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems',
        apiVersion: '2025-08-01',
        name: 'vault/weu/container/ex01',
        properties: {
          providerSpecificDetails: {
            instanceType: 'A2A',
            fabricObjectId: "[resourceId('Microsoft.Compute/virtualMachines', 'ex01')]",
            recoveryContainerId:
              "[resourceId('Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers', 'vault', 'dr', 'c')]",
            recoveryAvailabilityZone: '2',
            vmManagedDisks: [
              {
                diskId: "[resourceId('Microsoft.Compute/disks', 'ex01-os')]",
                recoveryTargetDiskAccountType: 'Premium_ZRS',
              },
              { diskId: "[resourceId('Microsoft.Compute/disks', 'ex01-db')]" },
            ],
          },
        },
      },
    ]);
    const { server, facts } = only(estate);
    assert.deepEqual(disksOf(server.disks), [
      'ex01-os | os | Premium_ZRS | absent | false',
      'ex01-db | lun 0 | StandardSSD_LRS | 512 | true',
    ]);
    assert.equal(shown(server.placement.site), 'northeurope');
    assert.equal(shown(server.placement.zone), '2');
    assert.equal(shown(facts.testNetwork), 'absent');
  });
});

describe('a replicated machine of VMware', () => {
  const source = `
resource "vsphere_virtual_machine" "ex01" {
  name     = "EX01"
  guest_id = "windows2019srvNext_64Guest"
  num_cpus = 8
  memory   = 131072
  disk {
    label = "os"
    size  = 120
  }
  disk {
    label       = "db01"
    size        = 1000
    unit_number = 1
  }
}`;
  const replicated = (body: string): string => `
resource "azurerm_site_recovery_vmware_replicated_vm" "ex01" {
  source_vm_name = "ex01"
  target_vm_name = "ex01-dr"
  target_vm_size = "Standard_E16s_v5"
  ${body}
}`;

  it('is joined by the name of its source, and the one type holds for all of its disks', async () => {
    const {
      server,
      source: from,
      facts,
    } = only(await inTerraform(source + replicated('default_recovery_disk_type = "StandardSSD_LRS"')));
    assert.equal(from?.address, 'vsphere_virtual_machine.ex01');
    assert.equal(shown(server.name), 'ex01-dr');
    assert.deepEqual(disksOf(server.disks), [
      'os | unit 0 | StandardSSD_LRS | 120 | false',
      'db01 | unit 1 | StandardSSD_LRS | 1000 | true',
    ]);
    assert.equal(shown(facts.excludedDisks), '[]');
  });

  it('is not joined to a machine of that name on another platform, nor to one of two', async () => {
    const item = replicated('default_recovery_disk_type = "StandardSSD_LRS"');
    assert.equal(only(await inTerraform(SERVER + item)).source, undefined);
    const twice =
      source + source.replace('"vsphere_virtual_machine" "ex01"', '"vsphere_virtual_machine" "twin"');
    assert.equal(only(await inTerraform(twice + item)).source, undefined);
  });

  it('lists disks by ids that no template has: their number tells whether one is left out', async () => {
    const disk = (id: string): string =>
      `managed_disk {\n disk_id = "${id}"\n target_disk_type = "Premium_LRS"\n}`;
    const all = only(await inTerraform(source + replicated(`${disk('6000C29a')}\n${disk('6000C29b')}`)));
    assert.equal(shown(all.facts.excludedDisks), '[]');
    const one = only(await inTerraform(source + replicated(disk('6000C29a'))));
    assert.match(shown(one.facts.excludesExchangeData), /^\? which disks .* leaves out is not told/);
  });

  it('without its source has one disk that stands for all of them', async () => {
    const { server } = only(await inTerraform(replicated('default_recovery_disk_type = "Standard_LRS"')));
    assert.deepEqual(
      server.disks.map(({ sku, contents }) => [shown(sku), shown(contents.holdsExchangeData)]),
      [['Standard_LRS', 'true']],
    );
  });
});

const PROTECTED =
  'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems';

const hyperVItem = (details: object, more: object = {}): unknown => ({
  type: PROTECTED,
  apiVersion: '2025-08-01',
  name: 'vault/fabric/container/ex01',
  properties: {
    ...more,
    providerSpecificDetails: {
      instanceType: 'HyperVReplicaAzure',
      vmName: 'ex01',
      osType: 'Windows',
      targetVmTags: { 'exchange-version': 'SE' },
      ...details,
    },
  },
});

const fabric = (instanceType: string): unknown => ({
  type: 'Microsoft.RecoveryServices/vaults/replicationFabrics',
  apiVersion: '2025-08-01',
  name: 'vault/fabric',
  properties: { customDetails: { instanceType } },
});

describe('a replicated machine of Hyper-V', () => {
  it('is one of VMM when its fabric says so, or when a network mapping or exvet.yaml does', () => {
    const mapping = {
      type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationNetworks/replicationNetworkMappings',
      apiVersion: '2025-08-01',
      name: 'vault/fabric/production/azure',
      properties: {
        recoveryNetworkId: "[resourceId('Microsoft.Network/virtualNetworks', 'dr')]",
        fabricSpecificDetails: { instanceType: 'VmmToAzure' },
      },
    };
    const item = hyperVItem({});
    const direction = (resources: readonly unknown[], declarations = NO_DECLARATIONS): string =>
      shown(only(inTemplate(resources, declarations)).direction);
    assert.equal(direction([item, fabric('HyperVSite')]), 'hyper-v-to-azure');
    assert.equal(direction([item, fabric('VMM')]), 'vmm-to-azure');
    assert.equal(direction([item, mapping]), 'vmm-to-azure');
    assert.match(direction([item]), /^\? whether VMM manages the hosts .*: state estate.vmm in exvet.yaml$/);
    const { range } = only(inTemplate([item])).resource;
    const vmm = new Map([['vmm', { value: false, range }]]);
    assert.equal(direction([item], { ...NO_DECLARATIONS, estate: vmm }), 'hyper-v-to-azure');
    assert.equal(shown(only(inTemplate([item, mapping])).facts.networkMapped), 'true');
  });

  it('has a network only when it names one, on hosts without VMM', () => {
    const facts = (details: object) => only(inTemplate([hyperVItem(details), fabric('HyperVSite')])).facts;
    assert.equal(shown(facts({}).networkMapped), 'false');
    const network = { targetAzureNetworkId: "[resourceId('Microsoft.Network/virtualNetworks', 'dr')]" };
    assert.equal(shown(facts(network).networkMapped), 'true');
  });

  it('has storage in Azure by managed disks, by an account, or by its policy', () => {
    const storage = (details: object, more: object = {}, others: readonly unknown[] = []): string =>
      shown(only(inTemplate([hyperVItem(details, more), ...others])).facts.targetStorage);
    assert.equal(storage({}), 'false');
    assert.equal(storage({ useManagedDisks: 'true' }), 'true');
    assert.equal(storage({ useManagedDisks: 'false' }), 'false');
    assert.equal(
      storage({ disksToIncludeForManagedDisks: [{ diskId: 'a', diskType: 'Premium_LRS' }] }),
      'true',
    );
    assert.equal(storage({ targetStorageAccountId: '/x' }), 'true');
    const policyId = "[resourceId('Microsoft.RecoveryServices/vaults/replicationPolicies', 'vault', 'p')]";
    const policy = {
      type: 'Microsoft.RecoveryServices/vaults/replicationPolicies',
      apiVersion: '2025-08-01',
      name: 'vault/p',
      properties: {
        providerSpecificInput: {
          instanceType: 'HyperVReplicaAzure',
          applicationConsistentSnapshotFrequencyInHours: 4,
          storageAccounts: ['/x'],
        },
      },
    };
    assert.equal(storage({}, { policyId }, [policy]), 'true');
    assert.equal(
      storage({}, { policyId }),
      '? replication policy microsoft.recoveryservices/vaults/vault/replicationpolicies/p is not in this deployment',
    );
    assert.equal(
      shown(only(inTemplate([hyperVItem({}, { policyId }), policy])).facts.appConsistentHours),
      '4',
    );
  });

  it('is not judged by the account of its logs alone', () => {
    const { server, facts } = only(
      inTemplate([
        hyperVItem({
          disksToInclude: ['a'],
          logStorageAccountId: "[resourceId('Microsoft.Storage/storageAccounts', 'logs')]",
        }),
        {
          type: 'Microsoft.Storage/storageAccounts',
          apiVersion: '2023-05-01',
          name: 'logs',
          location: 'westeurope',
          sku: { name: 'Standard_LRS' },
        },
      ]),
    );
    assert.match(shown(server.disks[0]?.sku), /states no storage type for its disks: the service picks one$/);
    assert.equal(shown(facts.targetStorage), 'false');
  });

  it('on unmanaged disks has the storage type of the account, and never that of the log account', () => {
    const account = (name: string, sku: string) => ({
      type: 'Microsoft.Storage/storageAccounts',
      apiVersion: '2023-05-01',
      name,
      location: 'westeurope',
      sku: { name: sku },
    });
    const { server } = only(
      inTemplate([
        hyperVItem({
          disksToInclude: ['a'],
          targetStorageAccountId: "[resourceId('Microsoft.Storage/storageAccounts', 'target')]",
          logStorageAccountId: "[resourceId('Microsoft.Storage/storageAccounts', 'logs')]",
        }),
        account('target', 'Premium_LRS'),
        account('logs', 'Standard_LRS'),
      ]),
    );
    assert.deepEqual(
      server.disks.map(({ sku }) => shown(sku)),
      ['Premium_LRS'],
    );
  });
});

describe('a recovery plan', () => {
  const plan = (...groups: readonly string[]): string => `
resource "azurerm_site_recovery_replication_recovery_plan" "p" {
  recovery_vault_id = azurerm_recovery_services_vault.v.id
${groups.map(ids => `  boot_recovery_group {\n    replicated_protected_items = [${ids}]\n  }`).join('\n')}
}`;
  const DC = `
resource "azurerm_windows_virtual_machine" "dc01" {
  name = "dc01"
  size = "Standard_D4s_v5"
  tags = { role = "domain controller" }
}
resource "azurerm_site_recovery_replicated_vm" "dc01" {
  recovery_vault_name = "vault"
  source_vm_id        = azurerm_windows_virtual_machine.dc01.id
}`;
  const [EX, AD] = ['ex01', 'dc01'].map(name => `azurerm_site_recovery_replicated_vm.${name}.id`);

  it('names the machine, or there is none in the vault that the deployment makes', async () => {
    const facts = async (more: string) => only(await inTerraform(SERVER + VAULT + item('', more))).facts;
    assert.equal(shown((await facts('')).inRecoveryPlan), 'false');
    assert.equal(shown((await facts(plan(EX ?? ''))).inRecoveryPlan), 'true');
    const open = await facts(`variable "items" { type = string }\n${plan('var.items')}`);
    assert.equal(
      shown(open.inRecoveryPlan),
      '? var.items has no value: set it in a .tfvars file or with --var',
    );
  });

  it('starts the domain controllers before Exchange, or does not', async () => {
    const order = async (...groups: readonly string[]) =>
      shown(
        only(await inTerraform(SERVER + VAULT + item('', DC + plan(...groups)))).facts.startsAfterDirectory,
      );
    assert.equal(await order(`${AD}`, `${EX}`), 'true');
    assert.equal(await order(`${EX}`, `${AD}`), 'false');
    assert.equal(await order(`${AD}, ${EX}`), 'false');
    assert.equal(await order(`${EX}`), 'absent');
  });

  it('does not, when it does so in one of two plans only', async () => {
    const second = plan(`${EX}`, `${AD}`).replace('recovery_plan" "p"', 'recovery_plan" "q"');
    const both = DC + plan(`${AD}`, `${EX}`) + second;
    assert.equal(
      shown(only(await inTerraform(SERVER + VAULT + item('', both))).facts.startsAfterDirectory),
      'false',
    );
  });
});

describe('membership of a DAG', () => {
  const member = async (tags: string, more = '') =>
    shown(
      (
        await inTerraform(
          SERVER.replace('exchange-role = "mailbox"', `exchange-role = "mailbox"${tags}`) + item('') + more,
        )
      ).replications[0]?.facts.dagMember,
    );

  it('is told by a tag, and inferred from servers that are deployed together', async () => {
    assert.equal(await member(''), 'false');
    assert.equal(await member(', exchange-dag = "DAG01"'), 'true');
    const second = SERVER.replaceAll('ex01', 'ex02').replaceAll('"db"', '"db2"').replaceAll('.db.', '.db2.');
    assert.equal(await member('', second), 'true');
  });

  it('is open for one of several servers that are not in the deployment', () => {
    const two = ['ex01', 'ex02'].map(name => ({
      type: PROTECTED,
      apiVersion: '2025-08-01',
      name: `vault/fabric/container/${name}`,
      properties: {
        providerSpecificDetails: {
          instanceType: 'HyperVReplicaAzure',
          vmName: name,
          targetVmTags: { 'exchange-version': 'SE' },
        },
      },
    }));
    assert.deepEqual(
      inTemplate(two).replications.map(({ facts }) => shown(facts.dagMember)),
      ['ex01', 'ex02'].map(
        name =>
          `? whether ${name} is a member of a DAG is not told: set dag for it in exvet.yaml (null for none)`,
      ),
    );
  });
});

describe('a kind of replication that is not read', () => {
  it('is told', () => {
    const deployment = {
      type: PROTECTED,
      apiVersion: '2025-08-01',
      name: 'vault/fabric/container/ex01',
      properties: { providerSpecificDetails: { instanceType: 'HyperVReplica2012R2' } },
    };
    const tree = memoryTree({
      'main.json': JSON.stringify({
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
        contentVersion: '1.0.0.0',
        resources: [deployment],
      }),
    });
    const built = buildEstate(
      evaluateTemplate(tree, 'main.json', { parameterFiles: [] }),
      NO_DECLARATIONS,
      MAPPERS,
    );
    assert.deepEqual(
      built.diagnostics.map(({ code, message }) => [code, message]),
      [
        [
          'estate-unsupported-type',
          'Microsoft.RecoveryServices/vaults/vault/replicationFabrics/fabric/replicationProtectionContainers/container/replicationProtectedItems/ex01 is not judged: its kind of replication is HyperVReplica2012R2.',
        ],
      ],
    );
  });
});
