import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../src/session/config.ts';
import { deploymentName } from '../../src/session/estates.ts';
import { type Evaluation, evaluate } from '../../src/session/evaluate.ts';
import { type Diagnostic, pathOf } from '../../src/source/diagnostic.ts';
import { locationOf, textOf } from '../../src/source/range.ts';
import { entriesToJson, type Json } from '../../src/value/json.ts';
import { stepsOf } from '../../src/value/origin.ts';
import { readPath } from '../../src/value/read.ts';
import type { Resource } from '../../src/value/resource.ts';
import { resourceAddressOf } from '../../src/value/resource-id.ts';
import { memoryTree } from '../support/memory-tree.ts';

const evaluated = (files: Readonly<Record<string, string>>): Promise<Evaluation> =>
  evaluate({
    tree: memoryTree(files),
    paths: ['.'],
    config: DEFAULT_CONFIG,
    variables: [],
    parameters: [],
    changedOnly: false,
  });

/** The ARM resources of the only deployment. */
async function armResources(files: Readonly<Record<string, string>>): Promise<readonly Resource[]> {
  const { deployments, diagnostics } = await evaluated(files);
  assert.deepEqual([...diagnostics, ...deployments.flatMap(one => one.diagnostics)].map(told), []);
  assert.deepEqual(deployments.map(deploymentName), ['.']);
  return deployments.flatMap(({ resources }) => resources.filter(({ language }) => language === 'arm'));
}

async function complaints(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { deployments, diagnostics } = await evaluated(files);
  return [...diagnostics, ...deployments.flatMap(one => one.diagnostics)].map(told);
}

function told(item: Diagnostic): string {
  const line = item.range === undefined ? '' : `:${locationOf(item.range).startLine}`;
  return `${pathOf(item)}${line} ${item.code}: ${item.message}`;
}

function placeOf(resource: Resource | undefined, ...path: (string | number)[]): string {
  const { range } = (readPath(resource?.body ?? assert.fail(), path) ?? assert.fail()).origin;
  return `${range.file.path}:${locationOf(range).startLine} ${textOf(range)}`;
}

const bodyOf = (resource: Resource | undefined): Json =>
  JSON.parse(JSON.stringify(entriesToJson(resource?.body.entries ?? []))) as Json;

const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

const TEMPLATE = `{
  "$schema": "${SCHEMA}",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "sku": { "type": "string" },
    "nic": { "type": "string", "defaultValue": "" }
  },
  "resources": [
    {
      "type": "Microsoft.Compute/disks",
      "apiVersion": "2023-04-02",
      "name": "[toUpper('db')]",
      "location": "westeurope",
      "sku": { "name": "[parameters('sku')]" },
      "tags": { "nic": "[parameters('nic')]" }
    }
  ]
}
`;

const deploying = (more: string, type = 'azurerm_resource_group_template_deployment'): string =>
  `resource "${type}" "t" {\n  name = "t"\n${more}\n}\n`;

describe('a template that Terraform deploys', () => {
  it('is read from its file with the parameters that it is given', async () => {
    const main = deploying(`  template_content   = file("\${path.module}/disk.json")
  parameters_content = jsonencode({
    sku = { value = "Standard_LRS" }
    nic = { value = azurerm_network_interface.n.id }
  })`);
    const nic = 'resource "azurerm_network_interface" "n" {}\n';
    const resources = await armResources({ 'main.tf': main + nic, 'disk.json': TEMPLATE });
    const [disk] = resources;
    assert.deepEqual(
      resources.map(({ address, callPath }) => [address, callPath]),
      [['Microsoft.Compute/disks/DB', ['t']]],
    );
    assert.equal(placeOf(disk, 'location'), 'disk.json:13 "westeurope"');
    assert.equal(placeOf(disk, 'sku', 'name'), 'main.tf:5 "Standard_LRS"');
    const sku = readPath(disk?.body ?? assert.fail(), ['sku', 'name']);
    assert.deepEqual(
      stepsOf(sku?.origin ?? assert.fail()).map(({ text }) => text),
      ['parameter sku of azurerm_resource_group_template_deployment.t', 'parameter sku', 'property name'],
    );
    const id = readPath(disk?.body ?? assert.fail(), ['tags', 'nic']);
    assert.equal(resourceAddressOf(id ?? assert.fail()), 'azurerm_network_interface.n');
  });

  it('is read from jsonencode, with unknown values in it', async () => {
    const main = deploying(`  template_content = jsonencode({
    "$schema"      = "${SCHEMA}"
    contentVersion = "1.0.0.0"
    resources = [{
      type       = "Microsoft.Compute/disks"
      apiVersion = "2023-04-02"
      name       = "db-\${var.stage}"
      sku        = { name = "Premium_LRS" }
      properties = { diskSizeGB = var.size, a = "[add(1, 2)]" }
    }]
  })`);
    const variables = 'variable "stage" {}\nvariable "size" {}\n';
    const [disk] = await armResources({ 'main.tf': main + variables });
    assert.deepEqual(bodyOf(disk), {
      type: 'Microsoft.Compute/disks',
      apiVersion: '2023-04-02',
      name: { $unknown: 'var.stage has no value: set it in a .tfvars file or with --var' },
      sku: { name: 'Premium_LRS' },
      properties: {
        diskSizeGB: { $unknown: 'var.size has no value: set it in a .tfvars file or with --var' },
        a: 3,
      },
    });
    assert.equal(placeOf(disk, 'sku', 'name'), 'main.tf:10 "Premium_LRS"');
  });

  it('is read from a heredoc, at its places when nothing is interpolated', async () => {
    const text = TEMPLATE.replace("[parameters('sku')]", 'Standard_LRS').replace(
      '"sku": { "type": "string" },',
      '',
    );
    const [disk] = await armResources({ 'main.tf': deploying(`  template_content = <<JSON\n${text}JSON`) });
    assert.equal(placeOf(disk, 'sku', 'name'), 'main.tf:17 "Standard_LRS"');
    const [other] = await armResources({
      'main.tf':
        deploying(`  template_content = <<JSON\n${text.replace('westeurope', '${var.region}')}JSON`) +
        'variable "region" {\n  default = "northeurope"\n}\n',
    });
    assert.deepEqual(readPath(other?.body ?? assert.fail(), ['location'])?.kind, 'string');
    assert.match(placeOf(other, 'location'), /^main\.tf:3 <<JSON/);
  });

  it('is read from the old resource with its map of parameters', async () => {
    const main = deploying(
      '  template_body = file("disk.json")\n  parameters = { sku = "Premium_LRS" }',
      'azurerm_template_deployment',
    );
    const [disk] = await armResources({ 'main.tf': main, 'disk.json': TEMPLATE });
    assert.equal(placeOf(disk, 'sku', 'name'), 'main.tf:4 "Premium_LRS"');
  });

  it('is read from a deployment of azapi', async () => {
    const main = `resource "azapi_resource" "t" {
  type = "Microsoft.Resources/deployments@2022-09-01"
  name = "t"
  body = {
    properties = {
      mode       = "Incremental"
      template   = jsondecode(file("disk.json"))
      parameters = { sku = { value = "Premium_LRS" } }
    }
  }
}
`;
    const resources = await armResources({ 'main.tf': main, 'disk.json': TEMPLATE });
    assert.deepEqual(
      resources.map(({ address }) => address),
      ['Microsoft.Compute/disks/DB'],
    );
    assert.equal(placeOf(resources[0], 'sku', 'name'), 'main.tf:8 "Premium_LRS"');
    assert.equal(placeOf(resources[0], 'location'), 'disk.json:13 "westeurope"');
  });

  it('may declare the same as another one', async () => {
    const main = deploying(
      '  for_each = toset(["a", "b"])\n  template_content = file("disk.json")\n  parameters_content = jsonencode({ sku = { value = "Premium_LRS" } })',
    );
    const resources = await armResources({ 'main.tf': main, 'disk.json': TEMPLATE });
    assert.deepEqual(
      resources.map(({ address }) => address),
      ['Microsoft.Compute/disks/DB', 'Microsoft.Compute/disks/DB#2'],
    );
  });

  it('is told when it cannot be read', async () => {
    const unread = (argument: string): Promise<string[]> =>
      complaints({ 'main.tf': `${deploying(argument)}variable "text" {}\n` });
    const owner = 'azurerm_resource_group_template_deployment.t';
    assert.deepEqual(await unread('  template_spec_version_id = "/subscriptions/s"'), [
      `main.tf:3 arm-template-unavailable: ${owner} deploys a template that is not a file here, so that its resources are not analysed.`,
    ]);
    assert.deepEqual(await unread(''), [
      `main.tf:1 arm-template-unavailable: ${owner} holds no template, so that its resources are not analysed.`,
    ]);
    assert.deepEqual(await unread('  template_content = var.text'), [
      `main.tf:5 arm-template-unavailable: The template of ${owner} is unknown, so that its resources are not analysed: var.text has no value: set it in a .tfvars file or with --var.`,
    ]);
    assert.deepEqual(await unread('  template_content = "[]"'), [
      'main.tf:3 arm-template: A template must be a JSON object.',
    ]);
    assert.deepEqual(await unread('  template_content = "{"'), [
      "main.tf:3 json-syntax: The object that begins here is not closed with '}'.",
    ]);
  });

  it('is told of parameters that it does not declare', async () => {
    const main = deploying(
      '  template_content = file("disk.json")\n  parameters_content = jsonencode({ skus = { value = "x" } })',
    );
    const [first] = await complaints({ 'main.tf': main, 'disk.json': TEMPLATE });
    assert.equal(
      first,
      "main.tf:4 arm-parameter: The template declares no parameter 'skus'. Did you mean 'sku'?",
    );
  });
});
