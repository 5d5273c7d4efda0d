import assert from 'node:assert/strict';
import { evaluateTemplate } from '../../src/arm/index.ts';
import { memoryTree } from '../support/memory-tree.ts';

describe('a nested template that an expression gives', () => {
  it('is evaluated with its own parameters, once it has been computed', () => {
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      variables: {
        loaded: {
          contentVersion: '1.0.0.0',
          parameters: { name: { type: 'string' } },
          resources: [
            {
              type: 'Microsoft.Compute/disks',
              apiVersion: '2024-03-02',
              // Doubled, since the variable is a literal text.
              name: "[[concat(parameters('name'), '-db')]",
            },
          ],
        },
      },
      resources: [
        {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2024-03-01',
          name: 'inner',
          properties: {
            mode: 'Incremental',
            template: "[variables('loaded')]",
            parameters: { name: { value: 'ex01' } },
          },
        },
      ],
    };
    const tree = memoryTree({ 'main.json': JSON.stringify(template) });
    const { resources, diagnostics } = evaluateTemplate(tree, 'main.json', { parameterFiles: [] });
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(
      resources.map(({ address }) => address),
      ['Microsoft.Compute/disks/ex01-db'],
    );
  });
});
