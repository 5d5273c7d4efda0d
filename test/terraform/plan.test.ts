import assert from 'node:assert/strict';
import { azureMapper } from '../../src/estate/mappers/azure.ts';
import { locationOf } from '../../src/source/range.ts';
import { readPlan } from '../../src/terraform/index.ts';
import { entriesToJson, type Json } from '../../src/value/json.ts';
import { stepsOf } from '../../src/value/origin.ts';
import { readPath } from '../../src/value/read.ts';
import type { Deployment, Resource } from '../../src/value/resource.ts';
import type { Value } from '../../src/value/value.ts';
import { memoryTree } from '../support/memory-tree.ts';

type Files = Readonly<Record<string, string>>;

interface PlanParts {
  readonly resources?: readonly object[];
  readonly child_modules?: readonly object[];
  readonly changes?: readonly object[];
  readonly configuration?: object;
  readonly [member: string]: unknown;
}

/** A plan in the form of `terraform show -json` of Terraform 1.11. */
function planOf({
  resources = [],
  child_modules = [],
  changes = [],
  configuration = {},
  ...rest
}: PlanParts): string {
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: { resources, child_modules } },
    resource_changes: changes,
    configuration: { root_module: configuration },
    ...rest,
  });
}

const planned = (address: string, values: object, more: object = {}): object => {
  const [type, name] = address
    .replace(/\["[^"]*"\]|\[\d+\]/g, '')
    .split('.')
    .slice(-2);
  return { address, mode: 'managed', type, name, values, sensitive_values: {}, ...more };
};

const changed = (address: string, after_unknown: object, more: object = {}): object => ({
  address,
  change: { actions: ['create'], before: null, after: {}, after_unknown },
  ...more,
});

const deploymentOf = (files: Files, path = 'plan.json'): Promise<Deployment> =>
  readPlan(memoryTree(files), path, { crossCheck: 'never' });

const bodyOf = (resource: Resource | undefined): Json =>
  JSON.parse(JSON.stringify(entriesToJson(resource?.body.entries ?? []))) as Json;

const bodies = ({ resources }: Deployment): Record<string, Json> =>
  Object.fromEntries(resources.map(resource => [resource.address, bodyOf(resource)]));

async function valueAt(files: Files, address: string, ...path: (string | number)[]): Promise<Value> {
  const { resources } = await deploymentOf(files);
  const resource = resources.find(one => one.address === address);
  assert.ok(resource);
  const value = readPath(resource.body, path);
  assert.ok(value);
  return value;
}

const placeOf = ({ origin }: Value): string => {
  const { file, startLine, startColumn } = locationOf(origin.range);
  return `${file}:${startLine}:${startColumn}`;
};

describe('a plan in JSON', () => {
  it('holds what is planned, with unknown values where they are known only after apply', async () => {
    const plan = planOf({
      resources: [
        planned(
          'azurerm_managed_disk.d["a"]',
          { name: 'd-a', tags: { k: 'v' }, encryption: [{}] },
          { index: 'a' },
        ),
      ],
      changes: [
        changed('azurerm_managed_disk.d["a"]', {
          id: true,
          tags: { t: true },
          encryption: [{ key: true }],
          zones: [],
        }),
      ],
    });
    const unknown = (path: string): Json => ({
      $unknown: `azurerm_managed_disk.d["a"].${path} is known only after apply`,
    });
    const deployment = await deploymentOf({ 'plan.json': plan });
    assert.deepEqual(deployment.diagnostics, []);
    assert.deepEqual(bodies(deployment), {
      'azurerm_managed_disk.d["a"]': {
        encryption: [{ key: unknown('encryption[0].key') }],
        id: unknown('id'),
        name: 'd-a',
        tags: { k: 'v', t: unknown('tags.t') },
      },
    });
    const [disk] = deployment.resources;
    assert.deepEqual(
      [disk?.mode, disk?.type, disk?.label, disk?.instanceKey, disk?.callPath],
      ['managed', 'azurerm_managed_disk', 'd', 'a', []],
    );
  });

  it('leaves out what is deleted, and what a replacement leaves behind', async () => {
    const plan = planOf({
      resources: [planned('azurerm_managed_disk.keep', { name: 'keep' })],
      changes: [
        changed('azurerm_managed_disk.keep', { name: true }, { deposed: '1a2b' }),
        changed('azurerm_managed_disk.gone', {}, { change: { actions: ['delete'], after: null } }),
      ],
      prior_state: { values: { root_module: { resources: [planned('azurerm_managed_disk.gone', {})] } } },
    });
    assert.deepEqual(bodies(await deploymentOf({ 'plan.json': plan })), {
      'azurerm_managed_disk.keep': { name: 'keep' },
    });
  });

  it('reads modules with the calls that lead to them', async () => {
    const inner = planned('module.site["a.b"].module.vm[0].azurerm_managed_disk.d', { name: 'd' });
    const plan = planOf({
      child_modules: [
        {
          address: 'module.site["a.b"]',
          child_modules: [{ address: 'module.site["a.b"].module.vm[0]', resources: [inner] }],
        },
      ],
    });
    const [disk] = (await deploymentOf({ 'plan.json': plan })).resources;
    assert.equal(disk?.address, 'module.site["a.b"].module.vm[0].azurerm_managed_disk.d');
    assert.deepEqual(disk?.callPath, ['site["a.b"]', 'vm[0]']);
  });

  it('marks what is sensitive, also below a collection that is', async () => {
    const values = { password: 'x', settings: { a: '1' } };
    const marks = { sensitive_values: { password: true, settings: true } };
    const files = { 'plan.json': planOf({ resources: [planned('azurerm_x.y', values, marks)] }) };
    assert.equal((await valueAt(files, 'azurerm_x.y', 'password')).sensitive, true);
    assert.equal((await valueAt(files, 'azurerm_x.y', 'settings', 'a')).sensitive, true);
  });

  it('keeps the order and the places of the file when no configuration is beside it', async () => {
    const text =
      '{\n "format_version": "1.0",\n "values": {"root_module": {"resources": [\n' +
      '  {"address": "azurerm_managed_disk.d", "mode": "managed", "type": "azurerm_managed_disk", "name": "d",\n' +
      '   "values": {"storage_account_type": "Standard_LRS"}}]}}}';
    const files = { 'state.json': text };
    const { resources } = await deploymentOf(files, 'state.json');
    const [disk] = resources;
    assert.ok(disk);
    assert.deepEqual(locationOf(disk.range), {
      file: 'state.json',
      startLine: 4,
      startColumn: 15,
      endLine: 4,
      endColumn: 39,
    });
    const sku = readPath(disk.body, ['storage_account_type']);
    assert.ok(sku);
    assert.equal(placeOf(sku), 'state.json:5:39');
  });

  it('is told when it is not whole or not in a form that is known', async () => {
    const complaints = async (text: string): Promise<string[]> =>
      (await deploymentOf({ 'plan.json': text })).diagnostics.map(({ code }) => code);
    assert.deepEqual(await complaints(planOf({ errored: true })), ['plan-incomplete']);
    assert.deepEqual(await complaints(planOf({ complete: false })), ['plan-incomplete']);
    assert.deepEqual(await complaints(planOf({ complete: true, errored: false })), []);
    assert.deepEqual(await complaints(planOf({ format_version: '2.0' })), ['plan-invalid']);
    assert.deepEqual(await complaints(planOf({ resources: [{ values: {} }] })), ['plan-invalid']);
    assert.deepEqual(await complaints('{"format_version": "1.2", "planned_values": {'), [
      'json-syntax',
      'json-syntax',
    ]);
    assert.deepEqual(await complaints('{"format_version": "1.0"}'), []);
  });
});

describe('what an unknown value of a plan refers to', () => {
  const subnet = planned('azurerm_subnet.s["a"]', {}, { index: 'a' });
  const card = planned('azurerm_network_interface.n["a"]', { ip_configuration: [{}] }, { index: 'a' });
  const changes = [changed('azurerm_network_interface.n["a"]', { ip_configuration: [{ subnet_id: true }] })];
  const withReferences = (references: readonly string[], more: object = {}): Files => ({
    'plan.json': planOf({
      resources: [subnet, card],
      changes,
      configuration: {
        resources: [
          {
            address: 'azurerm_network_interface.n',
            expressions: { ip_configuration: [{ subnet_id: { references } }] },
          },
        ],
        ...more,
      },
    }),
  });
  const reference = async (files: Files): Promise<unknown> => {
    const path = ['ip_configuration', 0, 'subnet_id'];
    const value = await valueAt(files, 'azurerm_network_interface.n["a"]', ...path);
    return value.kind === 'unknown' ? value.reference : undefined;
  };

  it('is the attribute that the expression names', async () => {
    const names = ['azurerm_subnet.s["a"].id', 'azurerm_subnet.s["a"]', 'azurerm_subnet.s'];
    assert.deepEqual(await reference(withReferences(names)), {
      address: 'azurerm_subnet.s["a"]',
      path: ['id'],
    });
    const value = await valueAt(
      withReferences(names),
      'azurerm_network_interface.n["a"]',
      'ip_configuration',
      0,
      'subnet_id',
    );
    assert.deepEqual(value.kind === 'unknown' && value.reasons.map(({ text }) => text), [
      'azurerm_network_interface.n["a"].ip_configuration[0].subnet_id is known only after apply: it comes from azurerm_subnet.s["a"].id',
    ]);
  });

  it('is the instance with the same key when the key is that of the resource', async () => {
    assert.deepEqual(await reference(withReferences(['azurerm_subnet.s', 'each.key'])), {
      address: 'azurerm_subnet.s["a"]',
      path: ['id'],
    });
  });

  it('is found through the output of a module and the argument of a call', async () => {
    const module = {
      outputs: { subnet_id: { expression: { references: ['azurerm_subnet.x.id', 'azurerm_subnet.x'] } } },
    };
    const calls = { module_calls: { network: { module } } };
    assert.deepEqual(await reference(withReferences(['module.network.subnet_id', 'module.network'], calls)), {
      address: 'module.network.azurerm_subnet.x',
      path: ['id'],
      instanceUnknown: true,
    });
    const disk = 'module.vm["b"].azurerm_x.y';
    const files = {
      'plan.json': planOf({
        child_modules: [{ address: 'module.vm["b"]', resources: [planned(disk, {})] }],
        changes: [changed(disk, { subnet_id: true })],
        configuration: {
          module_calls: {
            vm: {
              expressions: { subnet: { references: ['azurerm_subnet.s["a"].id', 'azurerm_subnet.s["a"]'] } },
              module: {
                resources: [
                  { address: 'azurerm_x.y', expressions: { subnet_id: { references: ['var.subnet'] } } },
                ],
              },
            },
          },
        },
      }),
    };
    const value = await valueAt(files, disk, 'subnet_id');
    assert.deepEqual(value.kind === 'unknown' && value.reference, {
      address: 'azurerm_subnet.s["a"]',
      path: ['id'],
    });
  });

  it('is not told when several references or a local decide it', async () => {
    assert.equal(await reference(withReferences(['azurerm_subnet.s.id', 'azurerm_subnet.t.id'])), undefined);
    assert.equal(await reference(withReferences(['local.subnets'])), undefined);
  });
});

describe('a state in JSON', () => {
  it('joins resources by the ids that it knows', async () => {
    const id = (path: string): string =>
      `/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/${path}`;
    const state = JSON.stringify({
      format_version: '1.0',
      values: {
        root_module: {
          resources: [
            planned('azurerm_managed_disk.db', {
              id: id('disks/ex01-db'),
              name: 'ex01-db',
              storage_account_type: 'Standard_LRS',
            }),
            planned('azurerm_windows_virtual_machine.vm', {
              id: id('virtualMachines/ex01'),
              name: 'ex01',
              size: 'Standard_E16s_v5',
              os_disk: [{ storage_account_type: 'Premium_LRS' }],
            }),
            planned('azurerm_virtual_machine_data_disk_attachment.db', {
              managed_disk_id: id('disks/ex01-db'),
              virtual_machine_id: id('virtualMachines/ex01'),
              lun: 0,
            }),
          ],
        },
      },
    });
    const { resources, diagnostics } = await deploymentOf({ 'state.json': state }, 'state.json');
    assert.deepEqual(diagnostics, []);
    const { machines } = azureMapper.map(resources, { relays: [] });
    assert.deepEqual(
      machines.map(({ address, disks }) => [address, disks.map(disk => disk.address)]),
      [
        [
          'azurerm_windows_virtual_machine.vm',
          ['azurerm_windows_virtual_machine.vm.os_disk', 'azurerm_managed_disk.db'],
        ],
      ],
    );
  });
});

describe('a plan beside its configuration', () => {
  const configuration = `variable "sku" {
  default = "Standard_LRS"
}

resource "azurerm_managed_disk" "d" {
  count                = 2
  name                 = "db\${count.index}"
  storage_account_type = var.sku
  source_resource_id   = azurerm_snapshot.s.id
}

resource "azurerm_snapshot" "s" {
  name = "s"
}
`;
  const planWith = (sku: string): string =>
    planOf({
      resources: [
        planned(
          'azurerm_managed_disk.d[1]',
          { name: 'db1', storage_account_type: sku, tier: 'P30' },
          { index: 1 },
        ),
      ],
      changes: [
        changed('azurerm_managed_disk.d[1]', { id: true, source_resource_id: true, disk_iops: true }),
      ],
    });
  const files = (sku: string): Files => ({
    'infra/main.tf': configuration,
    'infra/out/plan.json': planWith(sku),
  });
  const disk = async (sku: string): Promise<Resource> => {
    const { resources } = await deploymentOf(files(sku), 'infra/out/plan.json');
    const [first] = resources;
    assert.ok(first);
    return first;
  };

  it('has the places and the trail that the configuration gives the same value', async () => {
    const resource = await disk('Standard_LRS');
    assert.equal(locationOf(resource.range).file, 'infra/main.tf');
    assert.equal(locationOf(resource.range).startLine, 5);
    const sku = readPath(resource.body, ['storage_account_type']);
    assert.ok(sku);
    assert.equal(placeOf(sku), 'infra/main.tf:2:13');
    assert.deepEqual(
      stepsOf(sku.origin).map(({ text }) => text),
      ['variable "sku"', 'argument storage_account_type'],
    );
  });

  it('points at the argument when it was made with another value', async () => {
    const sku = readPath((await disk('Premium_LRS')).body, ['storage_account_type']);
    assert.ok(sku);
    assert.deepEqual(
      [sku.kind === 'string' && sku.value, placeOf(sku)],
      ['Premium_LRS', 'infra/main.tf:8:3'],
    );
  });

  it('takes what the provider fills in from the block, and leaves out what it has yet to fill in', async () => {
    const { body } = await disk('Standard_LRS');
    const tier = readPath(body, ['tier']);
    assert.ok(tier);
    assert.deepEqual([tier.origin.kind, placeOf(tier)], ['default', 'infra/main.tf:5:1']);
    assert.deepEqual(
      [...body.entries.keys()],
      ['id', 'name', 'source_resource_id', 'storage_account_type', 'tier'],
    );
    const source = readPath(body, ['source_resource_id']);
    assert.deepEqual(source?.kind === 'unknown' && source.reference, {
      address: 'azurerm_snapshot.s',
      path: ['id'],
    });
  });

  it('does not take what another instance refers to for its own', async () => {
    const main = `variable "names" {
  default = ["a"]
}
resource "azurerm_managed_disk" "d" {
  for_each = toset(var.names)
}
resource "azurerm_virtual_machine_data_disk_attachment" "x" {
  for_each        = toset(var.names)
  managed_disk_id = azurerm_managed_disk.d[each.key].id
}
`;
    const attachment = 'azurerm_virtual_machine_data_disk_attachment.x';
    const plan = planOf({
      resources: ['azurerm_managed_disk.d["b"]', `${attachment}["b"]`].map(address =>
        planned(address, {}, { index: 'b' }),
      ),
      changes: [changed(`${attachment}["b"]`, { managed_disk_id: true })],
      configuration: {
        resources: [
          {
            address: attachment,
            expressions: { managed_disk_id: { references: ['azurerm_managed_disk.d', 'each.key'] } },
          },
        ],
      },
    });
    const disk = await valueAt(
      { 'main.tf': main, 'plan.json': plan },
      `${attachment}["b"]`,
      'managed_disk_id',
    );
    assert.deepEqual(disk.kind === 'unknown' && disk.reference, {
      address: 'azurerm_managed_disk.d["b"]',
      path: ['id'],
    });
  });

  it('follows locals, which are not in the plan, to what all instances refer to', async () => {
    const main = `variable "names" {}
locals {
  subnet = azurerm_subnet.s.id
}
resource "azurerm_subnet" "s" {}
resource "azurerm_x" "x" {
  for_each  = var.names
  subnet_id = local.subnet
}
`;
    const plan = planOf({
      resources: [planned('azurerm_x.x["b"]', {}, { index: 'b' })],
      changes: [changed('azurerm_x.x["b"]', { subnet_id: true })],
    });
    const subnet = await valueAt({ 'main.tf': main, 'plan.json': plan }, 'azurerm_x.x["b"]', 'subnet_id');
    assert.deepEqual(subnet.kind === 'unknown' && subnet.reference, {
      address: 'azurerm_subnet.s',
      path: ['id'],
    });
  });

  it('is not the plan of a configuration that declares none of its resources', async () => {
    const { resources, files: read } = await deploymentOf({
      'main.tf': 'resource "azurerm_subnet" "other" {}\n',
      'plan.json': planWith('Premium_LRS'),
    });
    assert.equal(locationOf(resources[0]?.range ?? assert.fail()).file, 'plan.json');
    assert.deepEqual(
      read.map(({ path }) => path),
      ['plan.json'],
    );
  });

  it('pairs blocks in another order with those that they are most alike', async () => {
    const main = `resource "azurerm_network_security_group" "g" {
  security_rule {
    name   = "b"
    access = "Deny"
  }
  security_rule {
    name   = "a"
    access = "Allow"
  }
}
`;
    const rules = [
      { name: 'a', access: 'Allow' },
      { name: 'b', access: 'Deny' },
    ];
    const plan = planOf({
      resources: [planned('azurerm_network_security_group.g', { security_rule: rules })],
    });
    const value = await valueAt(
      { 'main.tf': main, 'plan.json': plan },
      'azurerm_network_security_group.g',
      'security_rule',
      0,
      'access',
    );
    assert.equal(placeOf(value), 'main.tf:8:14');
  });
});

describe('the provider configuration of a planned resource', () => {
  const CONFIGURATIONS = {
    hyperv: { name: 'hyperv', expressions: { host: { constant_value: 'hv01' } } },
    'hyperv.second': {
      name: 'hyperv',
      alias: 'second',
      expressions: { host: { constant_value: 'hv02' }, password: { references: ['var.password'] } },
    },
  };
  const plan = (key: string): string =>
    JSON.stringify({
      format_version: '1.2',
      planned_values: { root_module: { resources: [planned('hyperv_vhd.a', { path: 'a' })] } },
      configuration: {
        root_module: { resources: [{ address: 'hyperv_vhd.a', provider_config_key: key }] },
        provider_config: CONFIGURATIONS,
      },
    });
  const providerOf = async (files: Files): Promise<unknown> => {
    const { resources } = await deploymentOf(files);
    const provider = resources[0]?.provider;
    const entries = provider === undefined ? [] : [...provider.body.entries];
    return [
      provider?.address,
      ...entries.map(([name, value]) => [name, value.kind === 'string' ? value.value : value.kind]),
    ];
  };

  it('is the one that its key names, with the constants of it', async () => {
    assert.deepEqual(
      [
        await providerOf({ 'plan.json': plan('hyperv') }),
        await providerOf({ 'plan.json': plan('hyperv.second') }),
        await providerOf({ 'plan.json': plan('module.site:hyperv') }),
      ],
      [
        ['provider.hyperv', ['host', 'hv01']],
        ['provider.hyperv.second', ['host', 'hv02'], ['password', 'unknown']],
        ['module.site.provider.hyperv'],
      ],
    );
  });

  it('is that of the configuration beside the plan, when there is one', async () => {
    const main = 'provider "hyperv" {\n  host = "hv03"\n}\nresource "hyperv_vhd" "a" {\n  path = "a"\n}\n';
    assert.deepEqual(await providerOf({ 'plan.json': plan('hyperv'), 'main.tf': main }), [
      'provider.hyperv',
      ['host', 'hv03'],
    ]);
  });

  it('is not told by a state', async () => {
    const state = JSON.stringify({
      format_version: '1.0',
      values: { root_module: { resources: [planned('hyperv_vhd.a', { path: 'a' })] } },
    });
    assert.deepEqual(await providerOf({ 'plan.json': state }), [undefined]);
  });
});
