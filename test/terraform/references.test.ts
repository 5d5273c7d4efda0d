import assert from 'node:assert/strict';
import { attributeOf, complaintsOf, deploymentOf, outputOf, wayOf } from './evaluated.ts';

const referenceIn = async (text: string, address: string, name: string) => {
  const value = attributeOf(await deploymentOf({ 'main.tf': text }), address, name);
  return value.kind === 'unknown' ? [value.reasons.map(reason => reason.text), value.reference] : value.kind;
};

describe('an attribute of another resource', () => {
  it('that the configuration sets is known', async () => {
    const text = `
resource "azurerm_resource_group" "rg" { location = "westeurope" }
resource "azurerm_managed_disk" "db" { location = azurerm_resource_group.rg.location }
`;
    const deployment = await deploymentOf({ 'main.tf': text });
    assert.deepEqual(wayOf(attributeOf(deployment, 'azurerm_managed_disk.db', 'location')), [
      'main.tf:2:53',
      'argument location',
      'argument location',
    ]);
  });

  it('that it does not set is unknown, and identifies the resource', async () => {
    const text = `
resource "azurerm_managed_disk" "db" {
  for_each = toset(["a"])
}
resource "azurerm_x" "x" { disk = azurerm_managed_disk.db["a"].id }
`;
    assert.deepEqual(await referenceIn(text, 'azurerm_x.x', 'disk'), [
      ['azurerm_managed_disk.db["a"].id is known only after deployment'],
      { address: 'azurerm_managed_disk.db["a"]', path: ['id'] },
    ]);
  });

  it('keeps its identity through locals, modules and outputs', async () => {
    const deployment = await deploymentOf({
      'main.tf': `
module "disk" { source = "./disk" }
locals { disk = module.disk.disk }
resource "azurerm_x" "x" { disk = local.disk.id }
`,
      'disk/main.tf': `
resource "azurerm_managed_disk" "db" { name = "db" }
output "disk" { value = azurerm_managed_disk.db }
`,
    });
    const id = attributeOf(deployment, 'azurerm_x.x', 'disk');
    assert.deepEqual(id.kind === 'unknown' && id.reference, {
      address: 'module.disk.azurerm_managed_disk.db',
      path: ['id'],
    });
  });

  it('of an instance that cannot be known names the resource without a key', async () => {
    const text = `
variable "which" { type = number }
resource "azurerm_managed_disk" "db" {
  count = 2
}
resource "azurerm_x" "x" { disk = azurerm_managed_disk.db[var.which].id }
`;
    assert.deepEqual(await referenceIn(text, 'azurerm_x.x', 'disk'), [
      ['var.which has no value: set it in a .tfvars file or with --var'],
      { address: 'azurerm_managed_disk.db', path: ['id'], instanceUnknown: true },
    ]);
  });

  it('in a nested block is reached by index and splat, set or not', async () => {
    const text = `
resource "azurerm_windows_virtual_machine" "vm" {
  os_disk {
    caching = "None"
  }
}
output "x" {
  value = [
    azurerm_windows_virtual_machine.vm.os_disk[0].caching,
    azurerm_windows_virtual_machine.vm.os_disk[*].caching,
    azurerm_windows_virtual_machine.vm.os_disk.0.name,
    azurerm_windows_virtual_machine.vm.identity[0].principal_id,
  ]
}
`;
    const vm = 'azurerm_windows_virtual_machine.vm';
    assert.deepEqual(await outputOf(text), [
      'None',
      ['None'],
      { $unknown: `${vm}.os_disk[0].name is known only after deployment` },
      { $unknown: `${vm}.identity is known only after deployment` },
    ]);
  });

  it('in blocks that nothing generates is for the provider to decide', async () => {
    const text = `
resource "azurerm_kubernetes_cluster" "k" {
  dynamic "kubelet_identity" {
    for_each = []
    content {}
  }
}
output "x" { value = azurerm_kubernetes_cluster.k.kubelet_identity[0].object_id }
`;
    assert.deepEqual(await outputOf(text), {
      $unknown: 'azurerm_kubernetes_cluster.k.kubelet_identity is known only after deployment',
    });
    assert.deepEqual(await complaintsOf({ 'main.tf': text }), []);
  });

  it('of a resource that may not be there keeps its identity through one, values and join', async () => {
    for (const expression of [
      'azurerm_public_ip.p[0].id',
      'one(azurerm_public_ip.p[*].id)',
      'join("", azurerm_public_ip.p.*.id)',
      'values(azurerm_public_ip.p)[0].id',
      'try(azurerm_public_ip.p[0].id, null)',
    ]) {
      const text = `
variable "public" { type = bool }
resource "azurerm_public_ip" "p" {
  count = var.public ? 1 : 0
}
resource "azurerm_x" "x" { ip = ${expression} }
`;
      const ip = attributeOf(await deploymentOf({ 'main.tf': text }), 'azurerm_x.x', 'ip');
      const reference = { address: 'azurerm_public_ip.p', path: ['id'], instanceUnknown: true };
      assert.deepEqual(ip.kind === 'unknown' && ip.reference, reference, expression);
    }
  });

  it('that is set to something unknown still identifies the resource', async () => {
    const text = `
variable "name" {}
resource "azurerm_virtual_network" "v" { name = var.name }
resource "azurerm_subnet" "s" { virtual_network_name = azurerm_virtual_network.v.name }
`;
    assert.deepEqual(await referenceIn(text, 'azurerm_subnet.s', 'virtual_network_name'), [
      ['var.name has no value: set it in a .tfvars file or with --var'],
      { address: 'azurerm_virtual_network.v', path: ['name'] },
    ]);
  });
});

describe('a data source', () => {
  it('echoes the arguments that are set and is read at deployment for the rest', async () => {
    const text = `
data "vsphere_datastore" "ds" { name = "nfs01" }
output "x" { value = [data.vsphere_datastore.ds.name, data.vsphere_datastore.ds.id] }
`;
    assert.deepEqual(await outputOf(text), [
      'nfs01',
      { $unknown: 'data.vsphere_datastore.ds is read at deployment' },
    ]);
    const { resources } = await deploymentOf({ 'main.tf': text });
    assert.deepEqual(
      resources.map(({ address, mode }) => [address, mode]),
      [['data.vsphere_datastore.ds', 'data']],
    );
  });
});

describe('a reference to nothing', () => {
  it('is reported at its place, with the name that was probably meant, also inside try', async () => {
    const text = `
variable "disk_sku" { default = "Premium_LRS" }
resource "azurerm_managed_disk" "db" {
  a = var.disk_sk
  b = local.nope
  c = azurerm_managed_disk.bd.id
  d = try(module.nope.x, 1)
  e = Standard_LRS
}
`;
    assert.deepEqual(await complaintsOf({ 'main.tf': text }), [
      'main.tf:4:7 terraform-reference There is no variable "disk_sk" in this module. Did you mean "disk_sku"?',
      'main.tf:5:7 terraform-reference There is no local value "nope" in this module.',
      'main.tf:6:7 terraform-reference azurerm_managed_disk.bd is not declared in this module. Did you mean "azurerm_managed_disk.db"?',
      'main.tf:7:11 terraform-reference There is no module call "nope" in this module.',
      'main.tf:8:7 terraform-reference "Standard_LRS" is not declared: a reference to a resource has the form type.name, and a string needs quotes.',
    ]);
  });
});

describe('references in a circle', () => {
  it('are reported with all members, and nothing else is lost', async () => {
    const text = `
locals {
  a = local.b
  b = local.c
  c = local.a
}
output "x" { value = "still here" }
`;
    assert.deepEqual(await complaintsOf({ 'main.tf': text }), [
      'main.tf:3:3 terraform-cycle These refer to each other in a circle: local.a → local.b → local.c → local.a.',
    ]);
    assert.equal(await outputOf(text), 'still here');
  });

  it('through two modules are none when the outputs are independent', async () => {
    const files = {
      'main.tf': `
module "a" {
  source = "./m"
  in     = module.b.fixed
}
module "b" {
  source = "./m"
  in     = module.a.fixed
}
output "x" { value = [module.a.passed, module.b.passed] }
`,
      'm/main.tf': `
variable "in" {}
output "fixed" { value = "f" }
output "passed" { value = var.in }
`,
    };
    assert.deepEqual(await complaintsOf(files), []);
  });
});
