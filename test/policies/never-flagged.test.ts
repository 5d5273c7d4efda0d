import assert from 'node:assert/strict';
import type { Estate, Platform } from '../../src/estate/model.ts';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import { judge } from '../../src/policy/judge.ts';
import {
  bool,
  dag,
  disk,
  estate,
  host,
  on,
  statedOfHost,
  statedOfServer,
  text,
  texts,
} from '../support/estate.ts';
import { reportOn } from '../support/scan.ts';

/** What Microsoft's policy allows, though it looks like something that it forbids, must get no finding. */

const ON_PREMISES = ['vsphere', 'hyper-v', 'azure-local', 'scvmm'] as const satisfies readonly Platform[];

const findings = (of: Estate): readonly string[] =>
  judge([{ deployment: '.', estate: of }], BUILTIN_POLICIES, { date: '2026-11-21', strict: true }).map(
    ({ rule, message }) => `${rule}: ${message}`,
  );

/** The findings of some rules on a template. */
async function findingsIn(text: string, rules: string): Promise<readonly string[]> {
  const { findings, servers } = await reportOn({ 'main.tf': text }, rules);
  assert.ok(servers.length > 0);
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}

describe('storage that is supported', () => {
  for (const platform of ON_PREMISES) {
    it(`is an iSCSI initiator inside the guest on ${platform} (EXSTO-26)`, () =>
      assert.deepEqual(
        findings(estate([on(platform, { declared: statedOfServer({ usesIscsi: true }) })])),
        [],
      ));
  }

  it('is VMFS, vSAN and a raw device mapping (EXSTO-47)', () => {
    for (const format of ['vmdk', 'rdm']) {
      const server = on('vsphere', { disks: [disk({ format: text(format), backing: text('block') })] });
      assert.deepEqual(findings(estate([server])), []);
    }
  });

  it('is a VMFS datastore that the template makes (EXSTO-47)', async () =>
    assert.deepEqual(
      await findingsIn(
        `resource "vsphere_vmfs_datastore" "san" {
  name           = "san01"
  host_system_id = "host-1"
  disks          = ["naa.600"]
}

resource "vsphere_virtual_machine" "ex01" {
  name         = "ex01"
  guest_id     = "windows2019srvNext_64Guest"
  num_cpus     = 8
  memory       = 131072
  datastore_id = vsphere_vmfs_datastore.san.id

  disk {
    label            = "os"
    unit_number      = 0
    size             = 200
    thin_provisioned = false
  }

  disk {
    label            = "db01"
    unit_number      = 1
    size             = 1000
    thin_provisioned = false
  }
}
`,
        'EXSTO-08',
      ),
      [],
    ));

  it('is encryption of disks: by host, by key of one’s own, by BitLocker (EXSTO-54)', async () =>
    assert.deepEqual(
      await findingsIn(
        `${azureServer('encryption_at_host_enabled = true')}
${azureDisk('db01', 0, 'disk_encryption_set_id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/diskEncryptionSets/d"')}
resource "azurerm_virtual_machine_extension" "encryption" {
  name                 = "AzureDiskEncryption"
  virtual_machine_id   = azurerm_windows_virtual_machine.ex01.id
  publisher            = "Microsoft.Azure.Security"
  type                 = "AzureDiskEncryption"
  type_handler_version = "2.2"
  settings             = jsonencode({ EncryptionOperation = "EnableEncryption", VolumeType = "All" })
}
`,
        'EXS*',
      ),
      [],
    ));

  it('is several equal disks that Storage Spaces stripes (EXSTO-65)', async () =>
    assert.deepEqual(
      await findingsIn(
        `${azureServer()}${[0, 1, 2, 3].map(lun => azureDisk(`data${lun}`, lun)).join('')}`,
        'EXSTO-*',
      ),
      [],
    ));
});

const { placement } = on('vsphere');

describe('moving and restarting an Exchange server', () => {
  for (const platform of ON_PREMISES) {
    it(`by its cluster, as a cold boot or online, is supported on ${platform} (EXSNP-05, EXSNP-06, EXHA-05)`, () => {
      const members = [1, 2].map(() =>
        on(platform, {
          placement: { ...placement, restartedByCluster: bool(true), movedByCluster: bool(true) },
        }),
      );
      assert.deepEqual(findings(estate(members, [dag(members)], [host(members)])), []);
    });
  }

  it('by planned maintenance of Azure is no saved state (EXSNP-31)', async () =>
    assert.deepEqual(
      await findingsIn(
        `${azureServer('patch_mode = "AutomaticByPlatform"')}
resource "azurerm_maintenance_configuration" "host" {
  name                = "monthly"
  resource_group_name = "exchange"
  location            = "westeurope"
  scope               = "Host"
}

resource "azurerm_maintenance_assignment_virtual_machine" "ex01" {
  location                     = "westeurope"
  maintenance_configuration_id = azurerm_maintenance_configuration.host.id
  virtual_machine_id           = azurerm_windows_virtual_machine.ex01.id
}
`,
        'EXSNP-*',
      ),
      [],
    ));

  it('by Storage DRS, power management or a reset of vSphere HA is no saved state (EXSNP-32)', async () =>
    assert.deepEqual(
      await findingsIn(
        `resource "vsphere_compute_cluster" "prod" {
  name                 = "prod"
  datacenter_id        = "datacenter-1"
  drs_enabled          = true
  drs_automation_level = "fullyAutomated"
  dpm_enabled          = true
  ha_enabled           = true
  ha_vm_monitoring     = "vmMonitoringOnly"
}

resource "vsphere_datastore_cluster" "san" {
  name          = "san"
  datacenter_id = "datacenter-1"
  sdrs_enabled  = true
}

resource "vsphere_virtual_machine" "ex01" {
  name                 = "ex01"
  guest_id             = "windows2019srvNext_64Guest"
  num_cpus             = 8
  memory               = 131072
  annotation           = "Exchange 2019 mailbox server"
  resource_pool_id     = vsphere_compute_cluster.prod.resource_pool_id
  datastore_cluster_id = vsphere_datastore_cluster.san.id
}
`,
        'EXSNP-*',
      ),
      [],
    ));
});

describe('processors that are supported', () => {
  it('are many virtual sockets of one core (EXCPU-22)', async () => {
    const found = await findingsIn(
      `resource "vsphere_virtual_machine" "ex01" {
  name                 = "ex01"
  guest_id             = "windows2019srvNext_64Guest"
  num_cpus             = 16
  num_cores_per_socket = 1
  memory               = 131072
  annotation           = "Exchange 2019 mailbox server"
}
`,
      'EXCPU-2*',
    );
    // EXCPU-26 asks for domain controllers, of which there are none here.
    assert.deepEqual(
      found.filter(text => !text.startsWith('EXCPU-26')),
      [],
    );
  });

  it('are as many as Azure gives, whatever cores are behind them (EXCPU-25)', () => {
    const servers = [1, 2, 3].map(() => on('azure'));
    const crowded = host(servers, { declared: statedOfHost({ physicalCores: 8 }) });
    const rules = findings(estate(servers, [], [crowded]));
    assert.deepEqual(
      rules.filter(rule => rule.startsWith('EXCPU-')),
      [],
    );
  });
});

describe('an Exchange server', () => {
  for (const platform of ['azure', ...ON_PREMISES] as const) {
    for (const role of ['cas', 'hub', 'um', 'edge']) {
      it(`may have the role ${role} on ${platform} (EXPLT-15)`, () => {
        const withRoles = (...roles: readonly string[]) =>
          findings(estate([on(platform, { exchangeVersion: text('2013'), roles: texts(roles) })]));
        assert.deepEqual(withRoles('mailbox', role), withRoles('mailbox'));
      });
    }
  }
});

describe('a stand-alone Exchange server', () => {
  it('may be replicated by Site Recovery (EXREP-30)', async () =>
    assert.deepEqual(
      await findingsIn(
        `${azureServer().replace(', exchange-dag = "DAG01"', '')}
resource "azurerm_site_recovery_replicated_vm" "ex01" {
  name                = "ex01"
  recovery_vault_name = "vault"
  source_vm_id        = azurerm_windows_virtual_machine.ex01.id
}
`,
        'EXREP-31',
      ),
      [],
    ));
});

describe('a group of Exchange servers', () => {
  for (const platform of ON_PREMISES) {
    for (const clustering of ['lcr', 'scr', 'ccr', 'scc']) {
      it(`may be Exchange 2007 with ${clustering} on ${platform} (EXHA-02)`, () => {
        const server = on(platform, {
          exchangeVersion: text('2007'),
          placement: { ...placement, restartedByCluster: bool(false), movedByCluster: bool(false) },
          declared: statedOfServer({ clustering }),
        });
        assert.deepEqual(
          findings(estate([server])).filter(rule => /^EX(?:HA|SNP)-/.test(rule)),
          [],
        );
      });
    }

    it(`may be a DAG whose other members are physical on ${platform} (EXHA-35)`, () => {
      const member = on(platform);
      assert.deepEqual(findings(estate([member], [dag([member])], [host([member])])), []);
    });
  }
});

const azureServer = (more = ''): string => `resource "azurerm_windows_virtual_machine" "ex01" {
  name = "ex01"
  size = "Standard_E16s_v5"
  tags = { exchange-version = "2019", exchange-role = "mailbox", exchange-dag = "DAG01" }
  ${more}

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 256
  }
}
`;

const azureDisk = (name: string, lun: number, more = ''): string => `
resource "azurerm_managed_disk" "${name}" {
  name                 = "ex01-${name}"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 1024
  ${more}
}

resource "azurerm_virtual_machine_data_disk_attachment" "${name}" {
  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id
  managed_disk_id    = azurerm_managed_disk.${name}.id
  lun                = ${lun}
  caching            = "None"
}
`;
