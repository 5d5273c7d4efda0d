import assert from 'node:assert/strict';
import { attributeOf, complaintsOf, deploymentOf, outputOf, resourcesOf, wayOf } from './evaluated.ts';

const DISK = `
variable "sku" { type = string }
resource "azurerm_managed_disk" "db" {
  storage_account_type = var.sku
}
`;

describe('the values of input variables', () => {
  it('come from the default, terraform.tfvars, the JSON form, auto files and the command line, the last wins', async () => {
    const declared = 'variable "v" { default = "default" }\noutput "x" { value = var.v }\n';
    const files: Record<string, string> = { 'main.tf': declared };
    const valueWith = async (name?: string, text = '') => {
      if (name !== undefined) files[name] = text;
      return (await deploymentOf(files)).outputs.get('x');
    };
    const text = async (name?: string, content?: string) => {
      const value = await valueWith(name, content);
      return value?.kind === 'string' ? value.value : undefined;
    };
    assert.equal(await text(), 'default');
    const environment = [{ kind: 'environment', name: 'v', text: 'environment' }] as const;
    const only = (await deploymentOf(files, { entries: environment })).outputs.get('x');
    assert.equal(only?.kind === 'string' ? only.value : undefined, 'environment');
    assert.equal(await text('terraform.tfvars', 'v = "tfvars"'), 'tfvars');
    assert.equal(await text('terraform.tfvars.json', '{"v": "json"}'), 'json');
    assert.equal(await text('b.auto.tfvars', 'v = "b"'), 'b');
    assert.equal(await text('a.auto.tfvars.json', '{"v": "a"}'), 'b');
    const below = (await deploymentOf(files, { entries: environment })).outputs.get('x');
    assert.equal(below?.kind === 'string' ? below.value : undefined, 'b');
    const entries = [
      ...environment,
      { kind: 'var', name: 'v', text: 'first' },
      { kind: 'var', name: 'v', text: 'second' },
    ] as const;
    const value = (await deploymentOf(files, { entries })).outputs.get('x');
    assert.equal(value?.kind === 'string' ? value.value : undefined, 'second');
  });

  it('from the command line are text for a primitive type and an expression for any other', async () => {
    const declared = `
variable "text" {}
variable "number" { type = number }
variable "list" { type = list(string) }
output "x" { value = [var.text, var.number + 1, var.list] }
`;
    const entries = [
      { kind: 'var', name: 'text', text: '["a"]' },
      { kind: 'var', name: 'number', text: '41' },
      { kind: 'var', name: 'list', text: '["a", 2]' },
    ] as const;
    assert.deepEqual(await outputOf(declared, { entries }), ['["a"]', 42, ['a', '2']]);
  });

  it('of a child module never come from files in its folder', async () => {
    const resources = await resourcesOf({
      'main.tf': 'module "m" { source = "./m" }',
      'm/main.tf': 'variable "v" { default = "kept" }\nresource "azurerm_x" "x" { v = var.v }',
      'm/terraform.tfvars': 'v = "ignored"',
    });
    assert.deepEqual(resources, { 'module.m.azurerm_x.x': { v: 'kept' } });
  });

  it('show their way from the file of values to the argument', async () => {
    const deployment = await deploymentOf({ 'main.tf': DISK, 'terraform.tfvars': 'sku = "Standard_LRS"\n' });
    assert.deepEqual(wayOf(attributeOf(deployment, 'azurerm_managed_disk.db', 'storage_account_type')), [
      'terraform.tfvars:1:7',
      'terraform.tfvars',
      'variable "sku"',
      'argument storage_account_type',
    ]);
    assert.deepEqual(deployment.parameterFiles, ['terraform.tfvars']);
  });

  it('are unknown when nobody gives one, and say what would decide them', async () => {
    assert.deepEqual(await resourcesOf({ 'main.tf': DISK }), {
      'azurerm_managed_disk.db': {
        storage_account_type: { $unknown: 'var.sku has no value: set it in a .tfvars file or with --var' },
      },
    });
    assert.deepEqual(await complaintsOf({ 'main.tf': DISK }), []);
  });

  it('are one of the values that a validation allows', async () => {
    const text = DISK.replace(
      'type = string',
      `type = string
  validation {
    condition     = contains(["Premium_LRS", "Premium_ZRS"], var.sku)
    error_message = "Premium only."
  }
`,
    );
    const deployment = await deploymentOf({ 'main.tf': text.replace('{ type', '{\n  type') });
    const value = attributeOf(deployment, 'azurerm_managed_disk.db', 'storage_account_type');
    assert.equal(value.kind, 'unknown');
    assert.deepEqual(
      value.kind === 'unknown' ? value.candidates?.map(one => one.kind === 'string' && one.value) : [],
      ['Premium_LRS', 'Premium_ZRS'],
    );
  });

  it('convert to the declared type, with the defaults of optional attributes', async () => {
    const text = `
variable "disk" {
  type = object({
    size   = number
    sku    = optional(string, "Premium_LRS")
    labels = optional(map(string))
  })
  default = { size = "128", extra = true }
}
output "x" { value = var.disk }
`;
    assert.deepEqual(
      { ...((await outputOf(text)) as object) },
      { labels: null, size: 128, sku: 'Premium_LRS' },
    );
  });

  it('fall back to the default for null only when they are not nullable', async () => {
    const module = (nullable: boolean) => ({
      'main.tf': 'module "m" {\n  source = "./m"\n  v = null\n}\noutput "x" { value = module.m.v }',
      'm/main.tf': `variable "v" {\n  default = "d"\n  nullable = ${nullable}\n}\noutput "v" { value = var.v }`,
    });
    assert.equal((await deploymentOf(module(true))).outputs.get('x')?.kind, 'null');
    assert.equal((await deploymentOf(module(false))).outputs.get('x')?.kind, 'string');
  });

  it('are refused with their place when they have a wrong type or no variable', async () => {
    const complaints = await complaintsOf({
      'main.tf': 'variable "count_of_disks" { type = number }',
      'terraform.tfvars': 'count_of_disks = "many"\ncount_of_disk = 1\n',
    });
    assert.deepEqual(complaints, [
      'terraform.tfvars:1:1 terraform-variable This is no value for var.count_of_disks: a number is required.',
      'terraform.tfvars:2:1 terraform-undeclared-value There is no variable "count_of_disk". Did you mean "count_of_disks"?',
    ]);
  });
});
