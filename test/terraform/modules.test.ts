import assert from 'node:assert/strict';
import { ConfigurationReader, findRootModules } from '../../src/terraform/index.ts';
import { valueToJson } from '../../src/value/json.ts';
import { memoryTree } from '../support/memory-tree.ts';
import { attributeOf, complaintsOf, deploymentOf, resourcesOf, wayOf } from './evaluated.ts';

const DISK_MODULE = `
variable "sku" { type = string }
resource "azurerm_managed_disk" "d" { storage_account_type = var.sku }
output "sku" { value = azurerm_managed_disk.d.storage_account_type }
`;

describe('a local module', () => {
  it('is evaluated with its arguments, and the way of a value leads through the call', async () => {
    const deployment = await deploymentOf({
      'main.tf': 'module "disk" {\n  source = "./modules/disk"\n  sku    = "Standard_LRS"\n}\n',
      'modules/disk/main.tf': DISK_MODULE,
    });
    const address = 'module.disk.azurerm_managed_disk.d';
    assert.deepEqual(wayOf(attributeOf(deployment, address, 'storage_account_type')), [
      'main.tf:3:12',
      'module "disk" argument sku',
      'variable "sku"',
      'argument storage_account_type',
    ]);
    assert.deepEqual(deployment.resources[0]?.callPath, ['disk']);
    assert.deepEqual(
      deployment.files.map(file => file.path),
      ['main.tf', 'modules/disk/main.tf'],
    );
  });

  it('is found beside the root module, and path.module leads to it', async () => {
    const files = {
      'envs/prod/main.tf': 'module "m" { source = "../../m//" }',
      'm/main.tf':
        'resource "azurerm_x" "x" {\n  path = path.module\n  text = file("${path.module}/a.txt")\n}',
      'm/a.txt': 'hello',
    };
    assert.deepEqual(await resourcesOf(files, {}, 'envs/prod'), {
      'module.m.azurerm_x.x': { path: '../../m', text: 'hello' },
    });
  });

  it('with for_each is read by key, by splat of its values, and as a whole', async () => {
    const files = {
      'main.tf': `
module "disk" {
  source   = "./disk"
  for_each = { db = "Premium_LRS", log = "Standard_LRS" }
  sku      = each.value
}
output "x" {
  value = [module.disk["log"].sku, values(module.disk)[*].sku, { for k, m in module.disk : k => m.sku }]
}
`,
      'disk/main.tf': DISK_MODULE,
    };
    const deployment = await deploymentOf(files);
    assert.deepEqual(
      deployment.resources.map(({ address }) => address),
      ['module.disk["db"].azurerm_managed_disk.d', 'module.disk["log"].azurerm_managed_disk.d'],
    );
    const value = deployment.outputs.get('x');
    assert.deepEqual(value && JSON.parse(JSON.stringify(valueToJson(value))), [
      'Standard_LRS',
      ['Premium_LRS', 'Standard_LRS'],
      { db: 'Premium_LRS', log: 'Standard_LRS' },
    ]);
  });

  it('that is missing, not downloaded or outside of the tree is reported at its source, once', async () => {
    const text = `
module "missing" { source = "./nowhere" }
module "registry" {
  count  = 2
  source = "Azure/naming/azurerm"
}
module "outside" { source = "../other" }
resource "azurerm_x" "x" { name = module.registry[0].name }
`;
    assert.deepEqual(await complaintsOf({ 'main.tf': text }), [
      `main.tf:2:29 terraform-module-missing The folder 'nowhere' of module "missing" does not exist.`,
      'main.tf:5:12 terraform-module-unavailable Module "registry" (Azure/naming/azurerm) is not downloaded: run terraform init to have it scanned too.',
      'main.tf:7:29 path-outside The source of module "outside" leads out of the scanned folder: scan a folder that holds both.',
    ]);
    assert.deepEqual(await resourcesOf({ 'main.tf': text }), {
      'azurerm_x.x': { name: { $unknown: 'module "registry" is not downloaded: run terraform init' } },
    });
  });

  it('is found where terraform init has put it', async () => {
    const resources = await resourcesOf({
      'main.tf': 'module "n" { source = "Azure/naming/azurerm" }',
      '.terraform/modules/modules.json': '{"Modules":[{"Key":"n","Dir":".terraform/modules/n"}]}',
      '.terraform/modules/n/main.tf': 'resource "azurerm_x" "x" { name = "found" }',
    });
    assert.deepEqual(resources, { 'module.n.azurerm_x.x': { name: 'found' } });
  });

  it('that calls one of its callers is not followed', async () => {
    const complaints = await complaintsOf({
      'main.tf': 'module "a" { source = "./a" }',
      'a/main.tf': 'module "b" { source = "../" }',
    });
    assert.deepEqual(complaints, [
      `a/main.tf:1:23 terraform-cycle Module "b" calls itself: '.' is one of its own callers.`,
    ]);
  });

  it('says which arguments are missing or too many', async () => {
    const complaints = await complaintsOf({
      'main.tf': 'module "disk" {\n  source = "./disk"\n  skus   = "Premium_LRS"\n}\n',
      'disk/main.tf': DISK_MODULE,
    });
    assert.deepEqual(complaints, [
      'main.tf:1:1 terraform-variable Module "disk" needs a value for its variable "sku".',
      'main.tf:3:3 terraform-variable Module "disk" has no variable "skus". Did you mean "sku"?',
    ]);
  });
});

describe('the files of a module', () => {
  it('are one document, and override files change what the others declare', async () => {
    const resources = await resourcesOf({
      'a.tf': 'resource "azurerm_x" "x" {\n  a = local.v\n  b = "b"\n  n { i = 1 }\n  n { i = 2 }\n}',
      'b.tf': 'locals { v = 1 }',
      'z_override.tf': 'resource "azurerm_x" "x" {\n  b = "changed"\n  n { i = 3 }\n}',
      'override.tf': 'locals { v = 2 }',
    });
    assert.deepEqual(resources, { 'azurerm_x.x': { a: 2, b: 'changed', n: [{ i: 3 }] } });
  });

  it('of OpenTofu hide those of Terraform with the same name; what editors leave is ignored', async () => {
    const resources = await resourcesOf({
      'main.tf': 'resource "azurerm_x" "terraform" {}',
      'main.tofu': 'resource "azurerm_x" "tofu" {}',
      '.#main.tf': 'resource "azurerm_x" "lock" {}',
      'main.tf~': 'resource "azurerm_x" "backup" {}',
    });
    assert.deepEqual(Object.keys(resources), ['azurerm_x.tofu']);
  });

  it('with errors lose only what is wrong', async () => {
    const files = {
      'bad.tf': 'resource "azurerm_x" "bad" {\n  name = = 1\n  ok   = 2\n}\n',
      'good.tf':
        'resource "azurerm_x" "good" { name = "g" }\nresource "azurerm_x" "good" {}\nresource "azurerm_x" {}\n',
    };
    const resources = await resourcesOf(files);
    assert.deepEqual(Object.keys(resources), ['azurerm_x.bad', 'azurerm_x.good']);
    const complaints = await complaintsOf(files);
    assert.match(complaints[0] ?? '', /^bad\.tf:2:10 hcl-syntax /);
    assert.deepEqual(complaints.slice(1), [
      'good.tf:2:1 terraform-duplicate resource "azurerm_x" "good" is already declared in good.tf:1.',
      "good.tf:3:1 terraform-structure A 'resource' block takes 2 labels, and this one has 1.",
    ]);
  });

  it('may be cut down to one', async () => {
    const files = { 'a.tf': 'resource "azurerm_x" "a" {}', 'b.tf': 'resource "azurerm_x" "b" {}' };
    assert.deepEqual(Object.keys(await resourcesOf(files, { onlyFile: 'b.tf' })), ['azurerm_x.b']);
  });

  it('give the comments that speak to exvet', async () => {
    const { comments } = await deploymentOf({
      'main.tf': '# exvet:ignore EXSTO-23 -- lab\nresource "azurerm_x" "x" {} // other\n',
    });
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['exvet:ignore EXSTO-23 -- lab'],
    );
  });
});

describe('root modules', () => {
  const files = {
    'prod/main.tf': 'module "m" { source = "../modules/disk" }',
    'modules/disk/main.tf': '',
    'modules/net/main.tf': 'terraform {\n  backend "local" {}\n}',
    'modules/lab/main.tf': '',
    'modules/lab/terraform.tfvars': '',
    'test/main.tf': 'module "n" { source = "../modules/net" }\nmodule "l" { source = "../modules/lab" }',
    'docs/readme.md': '',
  };
  const found = (files: Record<string, string>, folders: string[], named: string[] = []) => {
    const tree = memoryTree(files);
    return findRootModules(tree, folders, { reader: new ConfigurationReader(tree, 'never'), named });
  };
  const rootsOf = async (...given: Parameters<typeof found>) =>
    (await found(...given)).map(root => root.folder);
  const folders = ['prod', 'modules/disk', 'modules/net', 'modules/lab', 'test', 'docs'];

  it('are those that no other folder calls, or that have a backend or variable files', async () => {
    assert.deepEqual(await rootsOf(files, folders), ['modules/lab', 'modules/net', 'prod', 'test']);
  });

  it('are always those that the user names', async () => {
    assert.deepEqual(await rootsOf(files, ['prod'], ['modules/disk']), ['modules/disk', 'prod']);
  });

  it('are not those that are called by a source that is an expression', async () => {
    const early = {
      'a/main.tofu':
        'variable "v" { default = "1" }\nlocals { at = "../disk-v${var.v}" }\nmodule "m" { source = local.at }',
      'disk-v1/main.tf': '',
      'disk-v2/main.tf': '',
    };
    assert.deepEqual(await found(early, ['a', 'disk-v1', 'disk-v2']), [
      { folder: 'a', modules: ['a', 'disk-v1'] },
      { folder: 'disk-v2', modules: ['disk-v2'] },
    ]);
  });

  it('are found also among modules that only call each other', async () => {
    const circle = {
      'a/main.tf': 'module "b" { source = "../b" }',
      'b/main.tf': 'module "a" { source = "../a" }',
    };
    assert.deepEqual(await found(circle, ['a', 'b']), [{ folder: 'a', modules: ['a', 'b'] }]);
  });
});
