import assert from 'node:assert/strict';
import { attributeOf, complaintsOf, deploymentOf, resourcesOf, wayOf } from './evaluated.ts';

describe('nested blocks', () => {
  it('are lists of objects, static and dynamic ones in the order in which they are written', async () => {
    const text = `
resource "azurerm_x" "x" {
  rule { port = 25 }
  dynamic "rule" {
    for_each = [443, 587]
    content { port = rule.value }
  }
  rule { port = 80 }
}
`;
    assert.deepEqual(await resourcesOf({ 'main.tf': text }), {
      'azurerm_x.x': { rule: [{ port: 25 }, { port: 443 }, { port: 587 }, { port: 80 }] },
    });
  });

  it('may have arguments that are called like meta-arguments', async () => {
    const text = `
resource "azurerm_x" "x" {
  count    = 1
  provider = azurerm.second
  pool {
    count    = 3
    provider = "p"
  }
  lifecycle { ignore_changes = [tags] }
}
`;
    assert.deepEqual(await resourcesOf({ 'main.tf': text }), {
      'azurerm_x.x[0]': { pool: [{ count: 3, provider: 'p' }] },
    });
    assert.deepEqual(await complaintsOf({ 'main.tf': text }), []);
  });

  it('show their way with the argument inside the block as the last step', async () => {
    const text = `
locals { sku = "Standard_LRS" }
resource "azurerm_windows_virtual_machine" "vm" {
  os_disk {
    storage_account_type = local.sku
  }
}
`;
    const vm = 'azurerm_windows_virtual_machine.vm';
    const disks = attributeOf(await deploymentOf({ 'main.tf': text }), vm, 'os_disk');
    const [disk] = disks.kind === 'list' ? disks.elements : [];
    const sku = disk?.kind === 'object' ? disk.entries.get('storage_account_type') : undefined;
    assert.deepEqual(sku && wayOf(sku), ['main.tf:2:16', 'local.sku', 'argument storage_account_type']);
  });
});

describe('dynamic blocks', () => {
  it('nest, with iterators of their own names', async () => {
    const text = `
locals {
  nics = { a = ["10.0.0.4"], b = ["10.0.0.5", "10.0.0.6"] }
}
resource "azurerm_x" "x" {
  dynamic "nic" {
    for_each = local.nics
    iterator = card
    content {
      name = card.key
      dynamic "ip" {
        for_each = card.value
        content {
          name    = "\${card.key}-\${ip.key}"
          address = ip.value
        }
      }
    }
  }
}
`;
    assert.deepEqual(await resourcesOf({ 'main.tf': text }), {
      'azurerm_x.x': {
        nic: [
          { ip: [{ address: '10.0.0.4', name: 'a-0' }], name: 'a' },
          {
            ip: [
              { address: '10.0.0.5', name: 'b-0' },
              { address: '10.0.0.6', name: 'b-1' },
            ],
            name: 'b',
          },
        ],
      },
    });
  });

  it('over something unknown make the list unknown, and keep what each block would hold', async () => {
    const text = `
variable "disks" { type = list(object({ lun = number })) }
resource "azurerm_x" "x" {
  dynamic "disk" {
    for_each = var.disks
    content {
      lun = disk.value.lun
      sku = "Standard_LRS"
    }
  }
}
`;
    const disks = attributeOf(await deploymentOf({ 'main.tf': text }), 'azurerm_x.x', 'disk');
    assert.equal(disks.kind, 'unknown');
    const element = disks.kind === 'unknown' ? disks.element : undefined;
    const sku = element?.kind === 'object' ? element.entries.get('sku') : undefined;
    assert.equal(sku?.kind === 'string' && sku.value, 'Standard_LRS');
  });

  it('of unknown number leave the blocks beside them as they are', async () => {
    const text = `
variable "ports" {}
resource "azurerm_x" "x" {
  rule { port = 25 }
  dynamic "rule" {
    for_each = var.ports
    content { port = rule.value }
  }
  rule { port = 80 }
}
resource "azurerm_x" "y" {
  first = azurerm_x.x.rule[0].port
  count_of_rules = length(azurerm_x.x.rule)
}
`;
    const unknown = { $unknown: 'var.ports has no value: set it in a .tfvars file or with --var' };
    assert.deepEqual(await resourcesOf({ 'main.tf': text }), {
      'azurerm_x.x': { rule: [{ port: 25 }, { port: 80 }, unknown] },
      // The ports could come before or between them.
      'azurerm_x.y': { first: unknown, count_of_rules: unknown },
    });
    const rules = attributeOf(await deploymentOf({ 'main.tf': text }), 'azurerm_x.x', 'rule');
    const more = rules.kind === 'list' ? rules.more : undefined;
    assert.equal(more?.element?.kind, 'object');
  });

  it('without content or over null are errors', async () => {
    const text = `
resource "azurerm_x" "x" {
  dynamic "a" { for_each = [] }
  dynamic "b" {
    for_each = null
    content {}
  }
}
`;
    assert.deepEqual(await complaintsOf({ 'main.tf': text }), [
      'main.tf:3:3 terraform-structure A dynamic block needs a content block.',
      'main.tf:5:16 terraform-type for_each must not be null.',
    ]);
  });
});

describe('blocks of a number that nobody knows', () => {
  const MAIN = `
variable "identities" {}
resource "azurerm_policy_assignment" "a" {
  for_each = toset(["dns", "sql"])
  name     = each.key
  dynamic "identity" {
    for_each = var.identities
    content {
      type = "SystemAssigned"
    }
  }
}
resource "azurerm_role_assignment" "r" {
  for_each     = { for key, value in azurerm_policy_assignment.a : key => value if endswith(key, "dns") }
  principal_id = each.value.identity[0].principal_id
  type         = each.value.identity[0].type
  scope        = each.value.id
}
`;

  it('have the attributes that only the provider sets', async () => {
    assert.deepEqual(await complaintsOf({ 'main.tf': MAIN }), []);
    const { 'azurerm_role_assignment.r["dns"]': role } = await resourcesOf({ 'main.tf': MAIN });
    assert.deepEqual(role, {
      principal_id: {
        $unknown: 'azurerm_policy_assignment.a["dns"].identity.principal_id is known only after deployment',
      },
      scope: { $unknown: 'azurerm_policy_assignment.a["dns"].id is known only after deployment' },
      // Whichever block the index finds, it is one of these.
      type: 'SystemAssigned',
    });
  });
});

describe('the JSON syntax', () => {
  it('gives the nested blocks of the provider as lists, as the native syntax does', async () => {
    const json = {
      variable: { size: { type: 'number', default: 128 } },
      resource: {
        azurerm_windows_virtual_machine: {
          vm: {
            count: 1,
            name: 'ex-${count.index}',
            os_disk: { disk_size_gb: '${var.size}' },
            source_image_reference: [{ offer: 'WindowsServer' }],
            tags: { role: 'mailbox' },
          },
        },
      },
    };
    assert.deepEqual(await resourcesOf({ 'main.tf.json': JSON.stringify(json) }), {
      'azurerm_windows_virtual_machine.vm[0]': {
        name: 'ex-0',
        os_disk: [{ disk_size_gb: 128 }],
        source_image_reference: [{ offer: 'WindowsServer' }],
        tags: { role: 'mailbox' },
      },
    });
  });
});
