import assert from 'node:assert/strict';
import { reportJson } from '../../src/report/json.ts';
import type { Report } from '../../src/report/report.ts';
import { reportSarif } from '../../src/report/sarif.ts';
import { reportText } from '../../src/report/text.ts';
import { reportOn } from '../support/scan.ts';

const TEMPLATE = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { location: { type: 'string' }, dataSku: { type: 'string' } },
  resources: [
    {
      type: 'Microsoft.Compute/virtualMachines',
      apiVersion: '2024-07-01',
      name: 'ex01',
      location: "[parameters('location')]",
      tags: { exchange: '2019' },
      properties: {
        hardwareProfile: { vmSize: 'Standard_E16s_v5' },
        storageProfile: {
          osDisk: { createOption: 'FromImage', managedDisk: { storageAccountType: 'Premium_LRS' } },
          dataDisks: [
            { lun: 0, createOption: 'Empty', managedDisk: { storageAccountType: 'Standard_LRS' } },
            {
              lun: 1,
              createOption: 'Empty',
              managedDisk: { storageAccountType: "[parameters('dataSku')]" },
            },
          ],
        },
      },
    },
  ],
});

const parameters = (location: string): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: { location: { value: location }, dataSku: { value: 'StandardSSD_LRS' } },
  });

const PROD = 'azuredeploy.json with azuredeploy.parameters.prod.json';
const DR = 'azuredeploy.json with azuredeploy.parameters.dr.json';

describe('a template with two parameter files', () => {
  let report: Report;

  before(async () => {
    const files = {
      'azuredeploy.json': TEMPLATE,
      'azuredeploy.parameters.prod.json': parameters('westeurope'),
      'azuredeploy.parameters.dr.json': parameters('northeurope'),
    };
    report = await reportOn(files, 'EXSTO-23');
  });

  it('gives one finding for what the template decides, and one for each file that decides', () => {
    assert.deepEqual(
      report.findings.map(({ range, deployments }) => [range.file.path, deployments]),
      [
        ['azuredeploy.json', [DR, PROD]],
        ['azuredeploy.parameters.dr.json', [DR]],
        ['azuredeploy.parameters.prod.json', [PROD]],
      ],
    );
  });

  it('has both pairs named in the text', () => {
    const text = reportText(report, { colour: false }).replace(/\s+/g, ' ');
    assert.ok(text.includes(`deployed ${DR}, ${PROD}`), text);
    assert.equal(text.split(' deployed ').length, 2);
  });

  it('has both pairs named in the JSON and the SARIF log', () => {
    const { findings } = JSON.parse(reportJson(report)) as { findings: { deployments: unknown }[] };
    assert.deepEqual(
      findings.map(({ deployments }) => deployments),
      [[DR, PROD], [DR], [PROD]],
    );
    const log = JSON.parse(reportSarif(report)) as {
      runs: { results: { properties: { deployments: unknown } }[] }[];
    };
    assert.deepEqual(
      log.runs[0]?.results.map(({ properties }) => properties.deployments),
      [[DR, PROD], [DR], [PROD]],
    );
  });
});
