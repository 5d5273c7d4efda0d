import assert from 'node:assert/strict';
import { locationOf, type SourceRange } from '../../src/source/range.ts';
import { reportOn } from '../support/scan.ts';

const at = (range: SourceRange): string => {
  const { file, startLine, startColumn } = locationOf(range);
  return `${file}:${startLine}:${startColumn}`;
};

async function findings(files: Readonly<Record<string, string>>, rule = 'EXSTO-23') {
  const report = await reportOn(files, rule);
  assert.deepEqual(report.diagnostics, []);
  return {
    found: report.findings.map(({ verdict, range, trail, message, needs, fix }) => ({
      verdict,
      at: at(range),
      trail: trail.steps.map(step => `${at(step.range)} ${step.text}`),
      message,
      needs: needs.map(need => need.text),
      fix: fix?.replacement,
    })),
    suppressed: report.suppressed.map(({ by, reason }) => `${by}: ${reason}`),
  };
}

const TERRAFORM = `variable "sku" {
  type = string
}
locals { sku = var.sku }
resource "azurerm_windows_virtual_machine" "ex01" {
  name = "ex01"
  size = "Standard_E16s_v5"
  tags = { exchange-version = "SE", exchange-role = "mailbox" }
}
resource "azurerm_managed_disk" "db" {
  name                 = "ex01-db"
  storage_account_type = local.sku
  create_option        = "Empty"
  disk_size_gb         = 1024
}
resource "azurerm_virtual_machine_data_disk_attachment" "db" {
  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id
  managed_disk_id    = azurerm_managed_disk.db.id
  lun                = 0
  caching            = "None"
}
`;

describe('a disk in Terraform', () => {
  const steps = [
    'terraform.tfvars:1:1 terraform.tfvars',
    'main.tf:1:1 variable "sku"',
    'main.tf:4:10 local.sku',
    'main.tf:12:3 argument storage_account_type',
  ];

  it('violates at the value in the tfvars file, by way of variable, local and argument', async () => {
    assert.deepEqual(await findings({ 'main.tf': TERRAFORM, 'terraform.tfvars': 'sku = "Standard_LRS"\n' }), {
      found: [
        {
          verdict: 'violation',
          at: 'terraform.tfvars:1:7',
          trail: steps,
          message: 'ex01-db holds Exchange databases of ex01 on Standard_LRS, which is not Premium Storage.',
          needs: [],
          fix: '"Premium_LRS"',
        },
      ],
      suppressed: [],
    });
  });

  it('passes with another value', async () => {
    assert.deepEqual(await findings({ 'main.tf': TERRAFORM, 'terraform.tfvars': 'sku = "Premium_ZRS"\n' }), {
      found: [],
      suppressed: [],
    });
  });

  it('is undecided without one, and names the variable', async () => {
    const { found } = await findings({ 'main.tf': TERRAFORM });
    assert.deepEqual(
      found.map(({ verdict, needs }) => [verdict, needs]),
      [['undecided', ['var.sku has no value: set it in a .tfvars file or with --var']]],
    );
  });

  it('violates when every value that the variable allows does', async () => {
    const restricted = TERRAFORM.replace(
      '  type = string\n',
      `  type = string
  validation {
    condition     = contains(["Standard_LRS", "StandardSSD_LRS"], var.sku)
    error_message = "no such disk"
  }
`,
    );
    const { found } = await findings({ 'main.tf': restricted });
    assert.deepEqual(
      found.map(({ verdict, message }) => [verdict, message]),
      [
        [
          'violation',
          'ex01-db holds Exchange databases of ex01 on Standard_LRS or StandardSSD_LRS, which is not Premium Storage.',
        ],
      ],
    );
  });

  it('is left out by a comment at the argument, for the reason given', async () => {
    const ignored = TERRAFORM.replace('= local.sku', '= local.sku # exvet:ignore EXSTO-23 -- moves in May');
    assert.deepEqual(await findings({ 'main.tf': ignored, 'terraform.tfvars': 'sku = "Standard_LRS"\n' }), {
      found: [],
      suppressed: ['comment: moves in May'],
    });
  });
});

describe('what Hyper-V does to a machine when its host shuts down', () => {
  const machine = (stopAction: string): string => `resource "hyperv_machine_instance" "ex01" {
  name                 = "ex01"
  static_memory        = true
  memory_startup_bytes = 137438953472
${stopAction}}
`;

  it('violates where it is saved, and can be mended', async () => {
    const { found } = await findings(
      { 'main.tf': machine('  automatic_stop_action = "Save"\n') },
      'EXSNP-20',
    );
    assert.deepEqual(
      found.map(({ verdict, at, fix }) => [verdict, at, fix]),
      [['violation', 'main.tf:5:27', '"ShutDown"']],
    );
  });

  it('violates at the header where nothing is stated, since the provider saves it', async () => {
    const { found } = await findings({ 'main.tf': machine('') }, 'EXSNP-20');
    assert.deepEqual(
      found.map(({ verdict, at, fix }) => [verdict, at, fix]),
      [['violation', 'main.tf:1:1', undefined]],
    );
  });

  it('passes where it is turned off', async () => {
    const { found } = await findings(
      { 'main.tf': machine('  automatic_stop_action = "TurnOff"\n') },
      'EXSNP-20',
    );
    assert.deepEqual(found, []);
  });
});

describe('a disk in an ARM template', () => {
  const template = (disk: string, metadata = ''): string => `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "diskSku": { "type": "string" } },
  "resources": [
    { "type": "Microsoft.Compute/virtualMachines", "apiVersion": "2023-03-01", "name": "ex01", ${metadata}
      "location": "westeurope", "tags": { "exchange-version": "SE", "exchange-role": "mailbox" },
      "properties": { "hardwareProfile": { "vmSize": "Standard_E16s_v5" },
        "storageProfile": { "dataDisks": [
          { "lun": 0, "name": "ex01-db", "createOption": "Empty", "diskSizeGB": 100,
${disk}
        ] } } }
  ]
}`;
  const DISK = `            "managedDisk": { "storageAccountType": "[parameters('diskSku')]" } }`;
  const parameters = {
    'main.parameters.json': `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "diskSku": { "value": "Standard_LRS" } }
}`,
  };

  it('violates at the value in the parameter file', async () => {
    const { found } = await findings({ 'main.json': template(DISK), ...parameters });
    assert.deepEqual(found, [
      {
        verdict: 'violation',
        at: 'main.parameters.json:4:41',
        trail: [
          'main.parameters.json:4:19 parameter file main.parameters.json',
          'main.json:4:19 parameter diskSku',
          'main.json:11:30 property storageAccountType',
        ],
        message: 'ex01-db holds Exchange databases of ex01 on Standard_LRS, which is not Premium Storage.',
        needs: [],
        fix: '"Premium_LRS"',
      },
    ]);
  });

  it('is undecided without one', async () => {
    const { found } = await findings({ 'main.json': template(DISK) });
    assert.deepEqual(
      found.map(({ verdict, needs }) => [verdict, needs]),
      [['undecided', ['parameter diskSku has no value: give a parameter file']]],
    );
  });

  it('is left out by a comment above the property or by metadata of the resource', async () => {
    const comment = `            // exvet:ignore EXSTO-23 -- moves in May\n${DISK}`;
    const metadata = '"metadata": { "exvet": { "ignore": "EXSTO-23 -- moves in May" } },';
    for (const text of [template(comment), template(DISK, metadata)]) {
      assert.deepEqual(await findings({ 'main.json': text, ...parameters }), {
        found: [],
        suppressed: ['comment: moves in May'],
      });
    }
  });
});
