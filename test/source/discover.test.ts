import assert from 'node:assert/strict';
import { discover } from '../../src/source/discover.ts';
import { memoryTree } from '../support/memory-tree.ts';

const TEMPLATE =
  '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"}';
const PARAMETERS =
  '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#"}';

describe('finding inputs', () => {
  it('tells what files are by their names, and JSON by its content', () => {
    const found = discover(
      memoryTree({
        'infra/main.tf': '',
        'infra/other.tf.json': '{}',
        'infra/terraform.tfvars.json': '{}',
        'arm/azuredeploy.json': TEMPLATE,
        'arm/azuredeploy.parameters.json': PARAMETERS,
        'arm/old.json': '{"contentVersion": "1.0.0.0", "resources": []}',
        'plan.json': '{"format_version": "1.2", "planned_values": {}}',
        'package.json': '{"name": "x"}',
        'main.bicep': '',
      }),
      ['.'],
    );
    assert.deepEqual(found, {
      terraformFolders: ['infra'],
      namedTerraformFolders: [],
      templates: ['arm/azuredeploy.json', 'arm/old.json'],
      parameterFiles: ['arm/azuredeploy.parameters.json'],
      plans: ['plan.json'],
      bicepFiles: ['main.bicep'],
      diagnostics: [],
    });
  });

  it('passes over downloaded modules and hidden folders, unless they are named', () => {
    const tree = memoryTree({
      '.terraform/modules/vm/main.tf': '',
      'node_modules/x/main.tf': '',
      'a/main.tf': '',
    });
    assert.deepEqual(discover(tree, ['.']).terraformFolders, ['a']);
    assert.deepEqual(discover(tree, ['.terraform/modules/vm']).terraformFolders, ['.terraform/modules/vm']);
  });

  it('takes a Terraform file that is named for its folder', () => {
    const found = discover(memoryTree({ 'a/main.tf': '', 'b/main.tf': '' }), ['a/main.tf']);
    assert.deepEqual(found.terraformFolders, ['a']);
    assert.deepEqual(found.namedTerraformFolders, ['a']);
  });

  it('leaves out what the configuration excludes, but not what is named', () => {
    const tree = memoryTree({ 'examples/main.tf': '', 'a/main.tf': '' });
    const isIncluded = (path: string): boolean => !path.startsWith('examples/');
    assert.deepEqual(discover(tree, ['.'], isIncluded).terraformFolders, ['a']);
    assert.deepEqual(discover(tree, ['examples/main.tf'], isIncluded).terraformFolders, ['examples']);
  });

  it('says when a path is not there, leads out, or holds nothing to scan', () => {
    const messages = (path: string): string[] =>
      discover(memoryTree({ 'docs/readme.md': '' }), [path]).diagnostics.map(
        item => `${item.code}: ${item.message}`,
      );
    assert.deepEqual(messages('nowhere'), ["file-unreadable: There is no file or folder 'nowhere'."]);
    assert.deepEqual(messages('../x'), [
      "path-outside: '../x' is outside the scanned tree. Run exvet from a folder above it.",
    ]);
    assert.deepEqual(messages('docs'), [
      "nothing-to-scan: No Terraform, ARM or Bicep file was found under 'docs'.",
    ]);
  });

  it('reports a JSON file that is not text and goes on', () => {
    const found = discover(memoryTree({ 'a.json': Uint8Array.of(0xff, 0x00), 'b/main.tf': '' }), ['.']);
    assert.deepEqual(found.terraformFolders, ['b']);
    assert.deepEqual(
      found.diagnostics.map(item => [item.code, item.path]),
      [['file-not-text', 'a.json']],
    );
  });
});
