import { deepEqual } from 'node:assert/strict';
import { textOf } from '../../src/source/range.ts';
import { evaluateRootModule } from '../../src/terraform/index.ts';
import { valueToJson } from '../../src/value/json.ts';
import { readPath } from '../../src/value/read.ts';
import { memoryTree } from '../support/memory-tree.ts';

/** The provider configuration of each resource: its address, and the `host` in it. */
async function providers(files: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const { resources, diagnostics } = await evaluateRootModule(memoryTree(files), '.', {
    entries: [],
    crossCheck: 'never',
  });
  deepEqual(diagnostics, []);
  return Object.fromEntries(
    resources.map(({ address, provider }) => {
      const host = provider === undefined ? undefined : readPath(provider.body, ['host']);
      return [address, [provider?.address, host === undefined ? undefined : valueToJson(host)]];
    }),
  );
}

const BLOCKS = `
provider "hyperv" {
  host = "hv01"
}
provider "hyperv" {
  alias = "second"
  host  = var.second
}
variable "second" { default = "hv02" }
`;

describe('the provider configuration of a resource', () => {
  it('is the one without an alias, or the one that it names', async () => {
    const main = `${BLOCKS}
      resource "hyperv_vhd" "a" { path = "a" }
      resource "hyperv_vhd" "b" {
        provider = hyperv.second
        path     = "b"
      }
      resource "hyperv_vhd" "quoted" {
        provider = "hyperv.second"
        path     = "b"
      }
    `;
    deepEqual(await providers({ 'main.tf': main }), {
      'hyperv_vhd.a': ['provider.hyperv', 'hv01'],
      'hyperv_vhd.b': ['provider.hyperv.second', 'hv02'],
      'hyperv_vhd.quoted': ['provider.hyperv.second', 'hv02'],
    });
  });

  it('comes from the environment when there is no block', async () => {
    const { resources } = await evaluateRootModule(
      memoryTree({ 'main.tf': 'resource "hyperv_vhd" "a" { path = "a" }' }),
      '.',
      { entries: [], crossCheck: 'never' },
    );
    deepEqual(
      resources.map(({ provider }) => [
        provider?.address,
        provider?.body.entries.size,
        provider === undefined ? undefined : textOf(provider.range),
      ]),
      [['provider.hyperv', 0, 'resource "hyperv_vhd" "a"']],
    );
  });

  it('is not told when it is nowhere to be found', async () => {
    const main = 'resource "hyperv_vhd" "a" {\n  provider = hyperv.gone\n  path = "a"\n}';
    deepEqual(await providers({ 'main.tf': main }), { 'hyperv_vhd.a': [undefined, undefined] });
  });

  it('is passed into modules, by default or under another name', async () => {
    const files = {
      'main.tf': `${BLOCKS}
        module "inherits" { source = "./vm" }
        module "given" {
          source    = "./vm"
          providers = { hyperv = hyperv.second }
        }
        module "renamed" {
          source    = "./aliased"
          providers = { hyperv.site = hyperv.second }
        }
      `,
      'vm/main.tf': 'resource "hyperv_vhd" "x" { path = "x" }\nmodule "inner" { source = "./inner" }',
      'vm/inner/main.tf': 'resource "hyperv_vhd" "y" { path = "y" }',
      'aliased/main.tf': 'resource "hyperv_vhd" "z" {\n  provider = hyperv.site\n  path = "z"\n}',
    };
    deepEqual(await providers(files), {
      'module.inherits.hyperv_vhd.x': ['provider.hyperv', 'hv01'],
      'module.inherits.module.inner.hyperv_vhd.y': ['provider.hyperv', 'hv01'],
      'module.given.hyperv_vhd.x': ['provider.hyperv.second', 'hv02'],
      'module.given.module.inner.hyperv_vhd.y': ['provider.hyperv.second', 'hv02'],
      'module.renamed.hyperv_vhd.z': ['provider.hyperv.second', 'hv02'],
    });
  });

  it('can be configured in the module itself', async () => {
    const files = {
      'main.tf': `${BLOCKS}\nmodule "own" { source = "./own" }`,
      'own/main.tf': 'provider "hyperv" { host = "hv03" }\nresource "hyperv_vhd" "x" { path = "x" }',
    };
    deepEqual(await providers(files), {
      'module.own.hyperv_vhd.x': ['module.own.provider.hyperv', 'hv03'],
    });
  });

  it('has the key of its instance in OpenTofu, and is not told without the key', async () => {
    const main = `
      variable "site" { type = string }
      provider "hyperv" {
        alias    = "by_site"
        for_each = { a = "hv01", b = "hv02" }
        host     = each.value
      }
      resource "hyperv_vhd" "x" {
        for_each = toset(["a"])
        provider = hyperv.by_site[each.key]
        path     = "x"
      }
      resource "hyperv_vhd" "open" {
        provider = hyperv.by_site[var.site]
        path     = "x"
      }
    `;
    deepEqual(await providers({ 'main.tf': main }), {
      'hyperv_vhd.x["a"]': ['provider.hyperv.by_site["a"]', 'hv01'],
      'hyperv_vhd.open': [undefined, undefined],
    });
  });
});
