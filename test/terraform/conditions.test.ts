import assert from 'node:assert/strict';
import { complaintsOf, deploymentOf } from './evaluated.ts';

const SKU = `variable "sku" {
  type      = string
  sensitive = false
  validation {
    condition     = startswith(var.sku, "Premium")
    error_message = "Databases need premium disks, not \${var.sku}."
  }
}
`;

describe('the validation of a variable', () => {
  it('refuses a value where it is written', async () => {
    assert.deepEqual(await complaintsOf({ 'main.tf': SKU, 'terraform.tfvars': 'sku = "Standard_LRS"\n' }), [
      'terraform.tfvars:1:7 terraform-variable var.sku is not valid: Databases need premium disks, not Standard_LRS.',
    ]);
    assert.deepEqual(await complaintsOf({ 'main.tf': SKU, 'terraform.tfvars': 'sku = "Premium_LRS"\n' }), []);
  });

  it('is made for each instance of a module', async () => {
    const main =
      'module "disk" {\n  source   = "./disk"\n  for_each = toset(["Premium_LRS", "S"])\n  sku      = each.key\n}\n';
    assert.deepEqual(await complaintsOf({ 'main.tf': main, 'disk/main.tf': SKU }), [
      'main.tf:3:36 terraform-variable var.sku is not valid: Databases need premium disks, not S.',
    ]);
  });

  it('decides nothing about a value that is not known', async () => {
    assert.deepEqual(await complaintsOf({ 'main.tf': SKU }), []);
  });

  it('does not tell a secret in its message', async () => {
    const secret = SKU.replace('sensitive = false', 'sensitive = true');
    assert.deepEqual(
      await complaintsOf({ 'main.tf': secret, 'terraform.tfvars': 'sku = "Standard_LRS"\n' }),
      ['terraform.tfvars:1:7 terraform-variable var.sku is not valid: its condition is false.'],
    );
  });
});

describe('a condition of the configuration', () => {
  it('is told when it certainly does not hold', async () => {
    const main = `variable "luns" { default = 3 }
resource "azurerm_x" "x" {
  count = 2
  lifecycle {
    precondition {
      condition     = count.index + var.luns < 4
      error_message = "Too many disks."
    }
    postcondition {
      condition     = self.id != ""
      error_message = "Never."
    }
  }
}
output "x" {
  value = 1
  precondition {
    condition     = var.luns == 2
    error_message = "Two."
  }
}
check "zones" {
  assert {
    condition     = length(azurerm_x.x) == 3
    error_message = "Three zones."
  }
}
check "reads" {
  data "azurerm_y" "y" {}
  assert {
    condition     = data.azurerm_y.y.id == ""
    error_message = "Never."
  }
}
`;
    assert.deepEqual(await complaintsOf({ 'main.tf': main }), [
      'main.tf:6:23 terraform-condition The precondition of azurerm_x.x[1] does not hold: Too many disks.',
      'main.tf:18:21 terraform-condition The precondition of output "x" does not hold: Two.',
      'main.tf:24:21 terraform-condition The assert of check "zones" does not hold: Three zones.',
    ]);
  });
});

describe('a secret', () => {
  const declared = 'variable "secret" {\n  type = string\n  sensitive = true\n  default = "hunter2"\n}\n';
  const told = async (expression: string) => {
    const text = `${declared}output "x" {\n  sensitive = true\n  value = ${expression}\n}\n`;
    const { diagnostics, outputs } = await deploymentOf({ 'main.tf': text });
    return [...diagnostics.map(({ message }) => message), outputs.get('x')?.sensitive === true].join(' ');
  };

  it('is in no message about an expression that is wrong', async () => {
    for (const expression of [
      'tonumber(var.secret)',
      'cidrhost(var.secret, 1)',
      'jsondecode(var.secret)',
      'file(var.secret)',
      'file("/etc/${var.secret}")',
      'parseint(upper(var.secret), 10)',
      'regex("x", var.secret)',
      '{ a = 1 }[var.secret]',
      '[1][var.secret]',
      '{ for x in [1, 2] : var.secret => x }',
      'templatestring("${var.secret}$${", {})',
      'format("%d", var.secret)',
      'timeadd(var.secret, "1h")',
      'var.secret + 1',
      '"a" ? var.secret : 1',
      'lookup({ a = 1 }, var.secret)',
    ]) {
      const message = await told(expression);
      assert.ok(message.length > 10, expression);
      assert.doesNotMatch(message, /hunter2/i, expression);
    }
  });

  it('is also what must not be stored', async () => {
    const text =
      'variable "token" {\n  ephemeral = true\n  default = "hunter2"\n}\noutput "x" { value = tonumber(var.token) }\n';
    const { diagnostics } = await deploymentOf({ 'main.tf': text });
    assert.equal(diagnostics.length, 1);
    assert.doesNotMatch(diagnostics[0]?.message ?? '', /hunter2/);
  });

  it('makes what is computed from it secret', async () => {
    for (const expression of [
      'var.secret',
      'upper(var.secret)',
      '"a-${var.secret}"',
      'var.secret == "a"',
      'var.secret == "a" ? 1 : 2',
      'var.secret == "hunter2" ? 1 : null',
      'join("", [var.secret])',
      'split("t", var.secret)',
    ]) {
      assert.equal(await told(expression), 'true', expression);
    }
  });
});

describe('an output that is sensitive', () => {
  it('is secret to the caller of its module', async () => {
    const { outputs } = await deploymentOf({
      'main.tf': 'module "m" {\n  source = "./m"\n}\noutput "x" {\n  value = "a-${module.m.key}"\n}\n',
      'm/main.tf': 'output "key" {\n  value     = "k"\n  sensitive = true\n}\n',
    });
    assert.equal(outputs.get('x')?.sensitive, true);
  });
});

describe('comments for exvet in files of variables', () => {
  it('count as those of the configuration do', async () => {
    const { comments } = await deploymentOf({
      'main.tf': 'variable "sku" {}\n',
      'terraform.tfvars': '# exvet:ignore EXSTO-23 a lab\nsku = "Standard_LRS"\n',
    });
    assert.deepEqual(
      comments.map(({ text, range }) => [range.file.path, text]),
      [['terraform.tfvars', 'exvet:ignore EXSTO-23 a lab']],
    );
  });
});
