import assert from 'node:assert/strict';
import { reportOn } from '../support/scan.ts';

/** What is found by one rule in a root module. */
async function found(rule: string, text: string, config?: string): Promise<readonly string[]> {
  const { findings, diagnostics } = await reportOn(
    { 'main.tf': text, ...(config === undefined ? {} : { 'exvet.yaml': config }) },
    rule,
  );
  assert.deepEqual(diagnostics, []);
  return findings.map(({ verdict, level, message }) => `${verdict} ${level}: ${message}`);
}

const server = (name: string, tags = 'exchange-version = "SE", exchange-role = "mailbox"'): string => `
resource "azurerm_windows_virtual_machine" "${name}" {
  name = "${name}"
  size = "Standard_E16s_v5"
  tags = { ${tags} }
  os_disk {
    name                 = "${name}-os"
    storage_account_type = "Premium_LRS"
  }
}
resource "azurerm_site_recovery_replicated_vm" "${name}" {
  name                = "${name}"
  recovery_vault_name = "vault"
  source_vm_id        = azurerm_windows_virtual_machine.${name}.id
  target_virtual_machine_size = "Standard_E16s_v5"
  managed_disk {
    disk_id                    = azurerm_windows_virtual_machine.${name}.os_disk[0].id
    staging_storage_account_id = azurerm_storage_account.cache.id
    target_disk_type           = "Premium_LRS"
    target_replica_disk_type   = "Standard_LRS"
  }
}
`;

const CACHE = `
resource "azurerm_storage_account" "cache" {
  name                     = "cache"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}
`;

describe('a replicated Exchange server', () => {
  it('in no DAG is supported', async () =>
    assert.deepEqual(await found('EXREP-31', server('ex01') + CACHE), []));

  it('that is inferred to be in a DAG is a warning, unless exvet.yaml says that it is in none', async () => {
    const two = server('ex01') + server('ex02') + CACHE;
    assert.deepEqual(await found('EXREP-31', two), [
      'violation warning: ex01 is a member of a DAG, and Site Recovery replicates it block by block.',
      'violation warning: ex02 is a member of a DAG, and Site Recovery replicates it block by block.',
    ]);
    const none = 'version: 1\nservers:\n  - { match: "azurerm_windows_virtual_machine.ex*", dag: null }\n';
    assert.deepEqual(await found('EXREP-31', two, none), []);
  });

  it('that is not in the deployment, as others are not, is in no DAG where exvet.yaml says so', async () => {
    const two = ['ex01', 'ex02']
      .map(
        name => `
resource "azurerm_site_recovery_vmware_replicated_vm" "${name}" {
  source_vm_name = "${name}"
  target_vm_name = "${name}"
}`,
      )
      .join('\n');
    const config = (dag: string): string =>
      `version: 1\nservers:\n  - { match: "azurerm_site_recovery_vmware_replicated_vm.*", exchange: SE${dag} }\n`;
    const verdicts = async (dag: string) =>
      (await found('EXREP-31', two, config(dag))).map(message => message.split(' ')[0]);
    assert.deepEqual(await verdicts(''), ['undecided', 'undecided']);
    assert.deepEqual(await verdicts(', dag: null'), []);
  });

  it('has no snapshot for being replicated', async () =>
    assert.deepEqual(await found('EXSNP-01', server('ex01') + CACHE), []));

  it('is judged by its target disks, and not by their seed and the cache account', async () => {
    assert.deepEqual(await found('EXSTO-23', server('ex01') + CACHE), []);
    const standard = server('ex01').replace(
      'target_disk_type           = "Premium_LRS"',
      'target_disk_type           = "StandardSSD_LRS"',
    );
    assert.deepEqual(await found('EXSTO-23', standard + CACHE), [
      'violation error: ex01-os holds Exchange databases, logs and queue of ex01 (after a failover) on StandardSSD_LRS, which is not Premium Storage.',
    ]);
  });

  it('with Exchange 2007 or 2010 does not run on Azure after a failover either', async () => {
    for (const [version, rule] of [
      ['2007', 'EXPLT-11'],
      ['2010', 'EXPLT-48'],
    ]) {
      const text = server('ex01', `exchange-version = "${version}"`) + CACHE;
      const messages = await found(rule ?? '', text);
      assert.equal(messages.filter(message => message.includes('(after a failover)')).length, 1);
    }
  });
});

describe('what exvet.yaml states about the machine after a failover', () => {
  it('counts beside what it states about the source', async () => {
    const config = `version: 1
servers:
  - match: "azurerm_site_recovery_replicated_vm.ex01"
    disks: [{ match: { name: "ex01-os" }, churn: 120 }]
`;
    assert.deepEqual(await found('EXREP-33', server('ex01') + CACHE, config), [
      'violation error: On the disks of ex01 120 MB/s change, more than the 100 that Site Recovery keeps up with.',
    ]);
  });

  it('wins over it', async () => {
    const config = (after: string): string => `version: 1
servers:
  - { match: "azurerm_windows_virtual_machine.ex01", usesIscsi: true }
${after}`;
    const text = server('ex01') + CACHE;
    assert.deepEqual(await found('EXREP-33', text, config('')), [
      'violation error: ex01 reaches storage by iSCSI, which Site Recovery does not replicate.',
    ]);
    const without = '  - { match: "azurerm_site_recovery_replicated_vm.ex01", usesIscsi: false }\n';
    assert.deepEqual(await found('EXREP-33', text, config(without)), []);
  });
});

describe('a replicated domain controller or witness', () => {
  it('is nothing to say', async () => {
    const others = server('dc01', 'role = "domain controller"') + server('fsw01', 'role = "witness"');
    for (const rule of ['EXREP-*', 'EXSTO-23', 'EXNET-01']) {
      assert.deepEqual(await found(rule, others + CACHE), []);
    }
  });
});
