import assert from 'node:assert/strict';
import { attributeOf, complaintsOf, deploymentOf, outputOf, resourcesOf, wayOf } from './evaluated.ts';

describe('count', () => {
  it('makes numbered instances, none for 0', async () => {
    const text = `
resource "azurerm_managed_disk" "log" {
  count = 2
  name  = "log-\${count.index + 1}"
}
resource "azurerm_managed_disk" "none" {
  count = 0
}
`;
    assert.deepEqual(await resourcesOf({ 'main.tf': text }), {
      'azurerm_managed_disk.log[0]': { name: 'log-1' },
      'azurerm_managed_disk.log[1]': { name: 'log-2' },
    });
  });

  it('that is unknown keeps one representative without a key, with the reason', async () => {
    const text = `
variable "disks" { type = number }
resource "azurerm_managed_disk" "db" {
  count = var.disks
  name  = "db-\${count.index}"
  tier  = "P30"
}
output "x" { value = [azurerm_managed_disk.db[0].tier, azurerm_managed_disk.db[*].id] }
`;
    const deployment = await deploymentOf({ 'main.tf': text });
    const why = 'var.disks has no value: set it in a .tfvars file or with --var';
    assert.deepEqual(
      deployment.resources.map(({ address, uncertain }) => [address, uncertain?.map(reason => reason.text)]),
      [['azurerm_managed_disk.db', [why]]],
    );
    const name = attributeOf(deployment, 'azurerm_managed_disk.db', 'name');
    assert.deepEqual(name.kind === 'unknown' && name.parts?.[0], 'db-');
    assert.deepEqual(await outputOf(text), ['P30', { $unknown: why }]);
    assert.deepEqual(await complaintsOf({ 'main.tf': text }), [
      `main.tf:4:11 terraform-expansion-unknown The number of instances cannot be known: ${why}.`,
    ]);
  });

  it('that is no whole number from 0 on is an error, and the resource is still there', async () => {
    const text = 'resource "azurerm_x" "x" {\n  count = -1\n  name  = "x"\n}\n';
    assert.deepEqual(await resourcesOf({ 'main.tf': text }), { 'azurerm_x.x': { name: 'x' } });
    assert.deepEqual(await complaintsOf({ 'main.tf': text }), [
      'main.tf:2:11 terraform-type count must be a whole number that is not negative.',
    ]);
  });

  it('has a limit', async () => {
    const text = 'resource "azurerm_x" "x" {\n  count = 10001\n}\n';
    assert.deepEqual(Object.keys(await resourcesOf({ 'main.tf': text })), ['azurerm_x.x']);
    assert.deepEqual(await complaintsOf({ 'main.tf': text }), [
      'main.tf:2:11 limit-exceeded count makes more instances than exvet evaluates: 10000 of a block, 100000 in all.',
    ]);
  });
});

describe('for_each over a map', () => {
  it('makes an instance for each key, in the byte order of the keys', async () => {
    const text = `
locals {
  disks = { log = { size = 64 }, db10 = { size = 512 }, db2 = { size = 256 } }
}
resource "azurerm_managed_disk" "d" {
  for_each     = local.disks
  name         = each.key
  disk_size_gb = each.value.size
}
`;
    assert.deepEqual(Object.entries(await resourcesOf({ 'main.tf': text })), [
      ['azurerm_managed_disk.d["db10"]', { disk_size_gb: 512, name: 'db10' }],
      ['azurerm_managed_disk.d["db2"]', { disk_size_gb: 256, name: 'db2' }],
      ['azurerm_managed_disk.d["log"]', { disk_size_gb: 64, name: 'log' }],
    ]);
  });

  it('quotes keys in addresses as Terraform prints them', async () => {
    const text = `resource "azurerm_x" "x" {
  for_each = toset(["a\\"b", "c\\\\d", "$\${e}"])
}`;
    assert.deepEqual(Object.keys(await resourcesOf({ 'main.tf': text })), [
      'azurerm_x.x["$${e}"]',
      'azurerm_x.x["a\\"b"]',
      'azurerm_x.x["c\\\\d"]',
    ]);
  });

  it('keeps known keys with unknown values', async () => {
    const text = `
variable "sku" {}
resource "azurerm_managed_disk" "d" {
  for_each = { db = var.sku }
  name     = each.key
}
`;
    assert.deepEqual(await resourcesOf({ 'main.tf': text }), {
      'azurerm_managed_disk.d["db"]': { name: 'db' },
    });
  });

  it('refuses a list', async () => {
    const text = 'resource "azurerm_x" "x" {\n  for_each = ["a"]\n}\n';
    assert.deepEqual(await complaintsOf({ 'main.tf': text }), [
      'main.tf:2:14 terraform-type for_each needs a map, an object or a set of strings, and this is a tuple.',
    ]);
  });

  it('over another resource gives its instances', async () => {
    const text = `
resource "azurerm_managed_disk" "d" {
  for_each = toset(["db", "log"])
  name     = "disk-\${each.key}"
}
resource "azurerm_virtual_machine_data_disk_attachment" "a" {
  for_each        = azurerm_managed_disk.d
  name            = each.value.name
  managed_disk_id = each.value.id
}
`;
    const deployment = await deploymentOf({ 'main.tf': text });
    const id = attributeOf(
      deployment,
      'azurerm_virtual_machine_data_disk_attachment.a["log"]',
      'managed_disk_id',
    );
    assert.deepEqual(id.kind === 'unknown' && id.reference, {
      address: 'azurerm_managed_disk.d["log"]',
      path: ['id'],
    });
  });
});

describe('each.key', () => {
  const wayOfName = async (forEach: string) => {
    const main = `variable "vms" { default = { ex02 = {} } }
locals { vms = { ex01 = { size = 1 } } }
resource "azurerm_x" "x" {
  for_each = ${forEach}
  name     = each.key
}
`;
    const { resources } = await deploymentOf({ 'main.tf': main });
    const name = resources[0]?.body.entries.get('name');
    return name === undefined ? [] : wayOf(name);
  };

  it('comes from where the key is written', async () => {
    assert.deepEqual(await wayOfName('{ ex01 = { size = 1 } }'), ['main.tf:4:16', 'argument name']);
    assert.deepEqual(await wayOfName('local.vms'), ['main.tf:2:18', 'local.vms', 'argument name']);
    // What the key passed through before it became a key again is not kept, but its place is.
    const again = '{ for k, v in local.vms : k => v if v.size > 0 }';
    assert.deepEqual(await wayOfName(again), ['main.tf:2:18', 'argument name']);
    assert.deepEqual(await wayOfName('merge({}, local.vms)'), ['main.tf:2:18', 'argument name']);
    assert.deepEqual(await wayOfName('var.vms'), ['main.tf:1:30', 'variable "vms"', 'argument name']);
    assert.deepEqual(await wayOfName('toset(keys(var.vms))'), [
      'main.tf:1:30',
      'variable "vms"',
      'argument name',
    ]);
  });
});

describe('OpenTofu: lifecycle with enabled', () => {
  it('makes one instance or none', async () => {
    const text = `
resource "azurerm_x" "off" {
  lifecycle { enabled = false }
}
resource "azurerm_x" "on" {
  lifecycle { enabled = true }
}
`;
    assert.deepEqual(Object.keys(await resourcesOf({ 'main.tf': text })), ['azurerm_x.on']);
  });
});
