import assert from 'node:assert/strict';
import { trailOf } from '../../src/value/origin.ts';
import { resourceAddressOf } from '../../src/value/resource-id.ts';
import type { Value } from '../../src/value/value.ts';
import { addresses, at, deploy, deployFiles, evaluate, problems, template, valueOf } from './deployed.ts';

const vm = (name: string, size: unknown = 'x') => ({
  type: 'Microsoft.Compute/virtualMachines',
  apiVersion: '2024-07-01',
  name,
  properties: { hardwareProfile: { vmSize: size } },
});

const deployment = (name: string, properties: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2025-04-01',
  name,
  properties,
  ...more,
});

const inner = { scope: 'Inner' };

describe('a nested template', () => {
  it('reads its own parameters in inner scope', () => {
    const child = JSON.parse(
      template({ parameters: { size: { type: 'string' } }, resources: [vm('ex01', "[parameters('size')]")] }),
    );
    const { resources } = deploy({
      parameters: { size: { type: 'string', defaultValue: 'Standard_E8s_v5' } },
      resources: [
        deployment('deployex1', {
          expressionEvaluationOptions: inner,
          parameters: { size: { value: "[parameters('size')]" } },
          template: child,
        }),
      ],
    });
    const [server] = resources;
    assert.deepEqual(
      [server?.address, server?.callPath],
      ['Microsoft.Compute/virtualMachines/ex01', ['deployex1']],
    );
    const size = at(server, 'properties', 'hardwareProfile', 'vmSize');
    assert.ok(size.kind === 'string' && size.value === 'Standard_E8s_v5');
    assert.deepEqual(
      trailOf(size.origin).steps.map(({ text }) => text),
      ['parameter size', 'deployment deployex1 parameter size', 'parameter size', 'property vmSize'],
    );
  });

  it('reads those of the template around it without a scope, its loop included', () => {
    const child = JSON.parse(
      template({
        variables: { name: 'inside' },
        resources: [vm("[concat(variables('name'), copyIndex())]")],
      }),
    );
    const made = deploy({
      variables: { name: 'outside' },
      resources: [
        deployment("[concat('d', copyIndex())]", { template: child }, { copy: { name: 'loop', count: 2 } }),
      ],
    });
    assert.deepEqual(addresses(made), [
      'Microsoft.Compute/virtualMachines/outside0',
      'Microsoft.Compute/virtualMachines/outside1',
    ]);
  });

  it('hands its outputs to the template around it', () => {
    const child = JSON.parse(template({ outputs: { size: { type: 'string', value: 'Standard_E8s_v5' } } }));
    const { resources } = deploy({
      resources: [
        vm('ex01', "[reference('sizes').outputs.size.value]"),
        vm('ex02', "[reference(resourceId('Microsoft.Resources/deployments', 'sizes')).outputs.size.value]"),
        deployment('sizes', { expressionEvaluationOptions: inner, template: child }),
      ],
    });
    assert.deepEqual(
      resources
        .map(one => at(one, 'properties', 'hardwareProfile', 'vmSize'))
        .map(size => size.kind === 'string' && size.value),
      ['Standard_E8s_v5', 'Standard_E8s_v5'],
    );
  });

  it('is left out with its deployment, and uncertain with it', () => {
    const child = JSON.parse(template({ resources: [vm('ex01')] }));
    const made = deploy({
      parameters: { go: { type: 'bool' } },
      resources: [
        deployment('a', { template: child }, { condition: false }),
        deployment('b', { template: child }, { condition: "[parameters('go')]" }),
      ],
    });
    assert.deepEqual(
      made.resources.map(({ callPath, uncertain }) => [callPath, uncertain?.map(({ text }) => text)]),
      [[['b'], ['parameter go has no value: give a parameter file']]],
    );
  });

  it('in another resource group has its scope in its address', () => {
    const child = JSON.parse(
      template({
        resources: [vm('ex01')],
        outputs: { rg: { type: 'string', value: '[resourceGroup().name]' } },
      }),
    );
    const made = deploy({
      resources: [
        deployment('a', { expressionEvaluationOptions: inner, template: child }, { resourceGroup: 'rg2' }),
        deployment(
          'b',
          { expressionEvaluationOptions: inner, template: child },
          { resourceGroup: '[resourceGroup().name]' },
        ),
      ],
      outputs: { a: { type: 'string', value: "[reference('a').outputs.rg.value]" } },
    });
    assert.deepEqual(addresses(made), [
      'resourceGroups/rg2/providers/Microsoft.Compute/virtualMachines/ex01',
      'Microsoft.Compute/virtualMachines/ex01',
    ]);
    const group = made.outputs.get('a');
    assert.ok(group?.kind === 'string' && group.value === 'rg2');
  });

  it('that is given no value for a parameter is reported', () => {
    const child = JSON.parse(
      template({ parameters: { name: { type: 'string' } }, resources: [vm("[parameters('name')]")] }),
    );
    const made = deploy({
      resources: [deployment('d', { expressionEvaluationOptions: inner, parameters: {}, template: child })],
    });
    assert.deepEqual(
      made.diagnostics.map(({ code, message }) => `${code}: ${message}`),
      ["arm-parameter: The parameter 'name' needs a value, and the deployment 'd' gives it no value."],
    );
    assert.equal(made.resources.length, 1);
  });
});

describe('a linked template', () => {
  const child = template({
    parameters: { name: { type: 'string' } },
    resources: [vm("[parameters('name')]")],
  });
  const linkTo = (templateLink: unknown) => ({
    parameters: {
      _artifactsLocation: { type: 'string', defaultValue: '[deployment().properties.templateLink.uri]' },
      token: { type: 'securestring' },
    },
    resources: [deployment('deployex1', { templateLink, parameters: { name: { value: 'ex01' } } })],
  });
  const follow = (templateLink: unknown, path: string) =>
    deployFiles({ 'main.json': template(linkTo(templateLink)), [path]: child });

  it('is the file that the end of its URI names, whatever the base', () => {
    const links: readonly (readonly [unknown, string])[] = [
      [{ uri: "[uri(parameters('_artifactsLocation'), 'nested/vm.json')]" }, 'nested/vm.json'],
      [
        { uri: "[concat(parameters('_artifactsLocation'), '/nested/vm.json', parameters('token'))]" },
        'nested/vm.json',
      ],
      [
        { uri: "[uri(parameters('_artifactsLocation'), concat('nested/vm.json', parameters('token')))]" },
        'nested/vm.json',
      ],
      [{ uri: 'https://raw.githubusercontent.com/contoso/lab/main/nested/vm.json?x=1' }, 'nested/vm.json'],
      [{ relativePath: './nested/vm.json' }, 'nested/vm.json'],
    ];
    for (const [link, path] of links) {
      const made = follow(link, path);
      assert.deepEqual(
        [addresses(made), problems(made)],
        [['Microsoft.Compute/virtualMachines/ex01'], []],
        JSON.stringify(link),
      );
      assert.deepEqual(
        made.files.map(file => file.path),
        ['main.json', 'nested/vm.json'],
      );
    }
  });

  it('that is no file of the tree is reported, and its deployment kept', () => {
    for (const uri of [
      "[uri(parameters('_artifactsLocation'), 'gone.json')]",
      'https://example.org/x/azuredeploy.json',
    ]) {
      const made = follow({ uri }, 'azuredeploy.json');
      assert.deepEqual(addresses(made), ['Microsoft.Resources/deployments/deployex1']);
      assert.deepEqual(
        made.diagnostics.map(({ code }) => code),
        ['arm-template-unavailable'],
      );
    }
  });

  it('that leads back to itself is stopped', () => {
    const loop = template({
      resources: [deployment('again', { templateLink: { relativePath: 'loop.json' } })],
    });
    const made = deployFiles({
      'main.json': template({
        resources: [deployment('first', { templateLink: { relativePath: 'loop.json' } })],
      }),
      'loop.json': loop,
    });
    assert.deepEqual(
      made.diagnostics.map(({ code }) => code),
      ['limit-exceeded'],
    );
  });

  it('takes its parameters from a linked parameter file', () => {
    const main = template({
      resources: [
        deployment('d', {
          templateLink: { relativePath: 'vm.json' },
          parametersLink: { relativePath: 'p.json' },
        }),
      ],
    });
    const files = {
      'main.json': main,
      'vm.json': child,
      'p.json': '{"parameters": {"name": {"value": "ex09"}}}',
    };
    assert.deepEqual(addresses(deployFiles(files)), ['Microsoft.Compute/virtualMachines/ex09']);
  });
});

describe('the identity of resources', () => {
  const sections = {
    parameters: { prefix: { type: 'string' }, netGroup: { type: 'string', defaultValue: 'net-rg' } },
    variables: {
      vnet: "[resourceId(parameters('netGroup'), 'Microsoft.Network/virtualNetworks', 'VNet1')]",
    },
  };
  const identity = (expression: string): string | undefined =>
    resourceAddressOf(evaluate(expression, sections));

  it('survives an unknown subscription and resource group', () => {
    assert.equal(identity("[resourceId('Microsoft.Compute/disks', 'DB')]"), 'microsoft.compute/disks/db');
    assert.equal(identity("[variables('vnet')]"), 'microsoft.network/virtualnetworks/vnet1');
    assert.equal(
      identity("[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')]"),
      'microsoft.authorization/roledefinitions/r',
    );
  });

  it('survives being put together by hand', () => {
    for (const expression of [
      "[concat(variables('vnet'), '/subnets/', 'a')]",
      "[format('{0}/subnets/{1}', variables('vnet'), 'a')]",
      "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet1', 'a')]",
      "[concat(resourceGroup().id, '/providers/Microsoft.Network/virtualNetworks/vnet1/subnets/a')]",
    ]) {
      assert.equal(identity(expression), 'microsoft.network/virtualnetworks/vnet1/subnets/a', expression);
    }
  });

  it('agrees with the address of a resource whose name is partly unknown', () => {
    const name = "concat(parameters('prefix'), '-db')";
    const { resources } = deploy({
      ...sections,
      resources: [{ type: 'Microsoft.Compute/disks', name: `[${name}]` }],
    });
    assert.equal(
      identity(`[resourceId('Microsoft.Compute/disks', ${name})]`),
      resources[0]?.address.toLowerCase(),
    );
  });

  it('stays with what is read of a resource after deployment', () => {
    const value = evaluate(
      "[reference(resourceId('Microsoft.Network/publicIPAddresses', 'ip'), '2023-09-01', 'full').location]",
    );
    assert.ok(value.kind === 'unknown');
    assert.deepEqual(value.reference, {
      address: 'Microsoft.Network/publicIPAddresses/ip',
      path: ['location'],
    });
    assert.deepEqual(valueOf("[reference('Microsoft.Network/publicIPAddresses/ip').ipAddress]"), {
      $unknown: 'Microsoft.Network/publicIPAddresses/ip.properties.ipAddress is known only after deployment',
    });
  });

  it('does not hide what a deployment has besides its outputs', () => {
    const inner = {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: 'inner',
      properties: { template: { resources: [], outputs: { a: { type: 'string', value: 'x' } } } },
    };
    const read = (path: string): unknown =>
      valueOf(`[reference('inner', '2020-10-01', 'Full').${path}]`, { resources: [inner] });
    assert.equal(read('properties.outputs.a.value'), 'x');
    assert.deepEqual(read('scope'), { $unknown: 'reference().scope is known only at deployment' });
  });

  it('is kept by the outputs of a deployment that are read with their secrets', () => {
    const inner = {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2025-04-01',
      name: 'inner',
      properties: {
        template: {
          resources: [],
          outputs: {
            id: { type: 'securestring', value: "[resourceId('Microsoft.Compute/disks', 'DB')]" },
            word: { type: 'securestring', value: 'x' },
          },
        },
      },
    };
    const read = (output: string): Value =>
      evaluate(
        `[listOutputsWithSecureValues(resourceId('Microsoft.Resources/deployments', 'inner'), '2025-04-01').${output}]`,
        { resources: [inner] },
      );
    assert.equal(resourceAddressOf(read('id')), 'microsoft.compute/disks/db');
    const word = read('word');
    assert.deepEqual([word.kind === 'string' && word.value, word.sensitive], ['x', true]);
    const other = evaluate("[listOutputsWithSecureValues('other', '2025-04-01').word]");
    assert.deepEqual([other.kind, other.sensitive], ['unknown', true]);
  });

  it('needs as many names as the type has segments', () => {
    const made = deploy({
      outputs: { it: { value: "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'v')]" } },
    });
    assert.deepEqual(
      made.diagnostics.map(({ message }) => message),
      ["'resourceId' needs 2 names for the type 'Microsoft.Network/virtualNetworks/subnets', not 1."],
    );
  });
});
