import assert from 'node:assert/strict';
import { type Expansion, expandJson, expandJsonLine } from '../../src/report/expand-json.ts';
import { expandText } from '../../src/report/expand-text.ts';
import { diagnostic } from '../../src/source/diagnostic.ts';
import { literalAt, objectValue, stringValue } from '../../src/value/make.ts';
import type { Deployment, Resource } from '../../src/value/resource.ts';
import { FILE, RESOURCE } from './sample-estate.ts';
import { BROKEN, rangeOf } from './sample-report.ts';

const SIZE = 'var.size has no value: set it in a .tfvars file or with --var';

const deploymentOf = (...resources: readonly Resource[]): Deployment => ({
  path: '.',
  language: 'terraform',
  parameterFiles: [],
  resources,
  outputs: new Map(),
  diagnostics: [],
  files: [FILE],
  comments: [],
});

const EXPANSION: Expansion = {
  deployments: [deploymentOf(RESOURCE)],
  diagnostics: [
    diagnostic('hcl-syntax', 'The block is not closed.', rangeOf(BROKEN, '{')),
    diagnostic('file-unreadable', "There is no file 'x.tf'.", 'x.tf'),
  ],
};

const AT = literalAt(rangeOf(FILE, '"ex01"'));
const TEMPLATE_RESOURCE: Resource = {
  ...RESOURCE,
  address: 'Microsoft.Compute/disks/db',
  language: 'arm',
  mode: 'existing',
  type: 'Microsoft.Compute/disks',
  apiVersion: '2023-10-02',
  body: objectValue(
    [
      ['type', stringValue('Microsoft.Compute/disks', AT)],
      ['apiVersion', stringValue('2023-10-02', AT)],
      ['name', stringValue('db', AT)],
      ['sku', objectValue([['name', stringValue('Premium_LRS', AT)]], AT)],
    ],
    AT,
  ),
  uncertain: [{ kind: 'input', text: 'parameter deployDisk has no value' }],
};

describe('expand --format json', () => {
  it('prints the address, type, name and attributes of a Terraform resource', () => {
    assert.deepEqual(JSON.parse(expandJson(EXPANSION)).resources, [
      {
        address: 'azurerm_windows_virtual_machine.ex01',
        type: 'azurerm_windows_virtual_machine',
        name: 'ex01',
        attributes: {
          name: 'ex01',
          size: { $unknown: SIZE },
          admin_password: 'hunter2',
          os_disk: [{ caching: 'None' }],
          zones: ['1'],
        },
      },
    ]);
  });

  it('prints the body of a template resource, and why it is uncertain', () => {
    const text = expandJson({ deployments: [deploymentOf(TEMPLATE_RESOURCE)], diagnostics: [] });
    assert.deepEqual(JSON.parse(text).resources, [
      {
        address: 'Microsoft.Compute/disks/db',
        type: 'Microsoft.Compute/disks',
        apiVersion: '2023-10-02',
        name: 'db',
        existing: true,
        sku: { name: 'Premium_LRS' },
        $uncertain: 'parameter deployDisk has no value',
      },
    ]);
  });

  it('prints a diagnostic with its place; one about a whole file is at its start', () => {
    assert.deepEqual(JSON.parse(expandJson(EXPANSION)).diagnostics, [
      {
        severity: 'error',
        code: 'hcl-syntax',
        message: 'The block is not closed.',
        file: 'infra/net/main.tf',
        line: 1,
        column: 34,
        endLine: 1,
        endColumn: 35,
      },
      {
        severity: 'error',
        code: 'file-unreadable',
        message: "There is no file 'x.tf'.",
        file: 'x.tf',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
      },
    ]);
  });
});

describe('expand --format jsonl', () => {
  it('prints one line, with the file', () => {
    const line = expandJsonLine('ex.tf', { deployments: [], diagnostics: [] });
    assert.equal(line, '{"file":"ex.tf","resources":[],"diagnostics":[]}\n');
  });
});

describe('expand for a terminal', () => {
  it('shows the body, reasons of unknowns, and no secret', () => {
    assert.equal(
      expandText(EXPANSION, { colour: false }),
      `${[
        'azurerm_windows_virtual_machine.ex01',
        '  azurerm_windows_virtual_machine at ex.tf:1:1',
        '  name = "ex01"',
        `  size = unknown: ${SIZE}`,
        '  admin_password = (sensitive)',
        '  os_disk[0]',
        '    caching = "None"',
        '  zones = [1]',
        '',
        'infra/net/main.tf:1:34: error hcl-syntax: The block is not closed.',
        "x.tf:1:1: error file-unreadable: There is no file 'x.tf'.",
        '1 resource in 1 deployment.',
      ].join('\n')}\n`,
    );
  });

  it('marks what is not certain to be deployed and what is only read', () => {
    const text = expandText(
      { deployments: [deploymentOf(TEMPLATE_RESOURCE)], diagnostics: [] },
      { colour: false },
    );
    assert.match(text, /^Microsoft\.Compute\/disks\/db {2}\(existing: read, not deployed\)\n/);
    assert.match(text, /\n {2}not certain parameter deployDisk has no value\n/);
  });
});
