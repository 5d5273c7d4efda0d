import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { reportJson } from '../../src/report/json.ts';
import type { Report } from '../../src/report/report.ts';
import { REPORT_SCHEMA } from '../../src/report/report-schema.ts';
import { NAMED_SERVER, NO_DAG, SERVER } from './sample-estate.ts';
import { CLEAN, SAMPLE } from './sample-report.ts';

const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(REPORT_SCHEMA);

const WITH_SERVERS: Report = {
  ...SAMPLE,
  servers: [SERVER, NAMED_SERVER, NO_DAG].map(server => ({ deployment: 'infra', server })),
};

describe('scan --format json', () => {
  for (const [name, report] of Object.entries({ SAMPLE, CLEAN, WITH_SERVERS })) {
    it(`keeps to its published schema (${name})`, () => {
      isValid(JSON.parse(reportJson(report)));
      assert.deepEqual(isValid.errors ?? [], []);
    });
  }

  it('is refused by its schema when a member is missing, misspelt or out of range', () => {
    for (const spoil of [
      (json: Record<string, unknown>) => delete json['coverage'],
      (json: Record<string, unknown>) => (json['finding'] = []),
      (json: Record<string, unknown>) => (json['version'] = 2),
      (json: Record<string, unknown>) => (json['inBaseline'] = -1),
    ]) {
      const json = JSON.parse(reportJson(SAMPLE));
      spoil(json);
      assert.equal(isValid(json), false);
    }
  });

  it('prints a finding with its exact place and the way of the value', () => {
    const { findings } = JSON.parse(reportJson(SAMPLE));
    const place = (file: string, line: number, startColumn: number, endColumn: number) => ({
      file,
      startLine: line,
      startColumn,
      endLine: line,
      endColumn,
    });
    const [undecided, violation] = findings;
    assert.deepEqual(violation.location, place('infra/prod site.tfvars', 2, 12, 26));
    assert.deepEqual(violation.trail, [
      { ...place('infra/prod site.tfvars', 2, 12, 26), text: 'value' },
      { ...place('infra/prod site.tfvars', 2, 1, 26), text: 'prod site.tfvars' },
      { ...place('infra/variables.tf', 1, 1, 20), text: 'variable "disk_sku"' },
      { ...place('infra/main.tf', 3, 3, 38), text: 'argument storage_account_type' },
    ]);
    assert.deepEqual(violation.subject, {
      kind: 'disk',
      address: 'azurerm_managed_disk.db["b"]',
      name: 'ex01-db-b',
    });
    assert.deepEqual(undecided.needs, ['var.size has no value: set it in a .tfvars file or with --var']);
  });

  it('tells a server that is in no DAG from one of which nothing tells', () => {
    const { servers } = JSON.parse(reportJson(WITH_SERVERS));
    assert.equal(servers[0].exchange.dag, 'DAG01');
    assert.equal('dag' in servers[1].exchange, false);
    assert.equal(servers[2].exchange.dag, null);
  });

  it('never prints a sensitive value', () => {
    const name = { ...SERVER.name, sensitive: true as const };
    const { servers } = JSON.parse(
      reportJson({ ...SAMPLE, servers: [{ deployment: 'infra', server: { ...SERVER, name } }] }),
    );
    assert.equal(servers[0].name, '(sensitive)');
  });

  it('lists suppressed findings with the reason, apart from the others', () => {
    const { suppressed } = JSON.parse(reportJson(SAMPLE));
    assert.deepEqual(suppressed[0].suppressed, { by: 'comment', reason: 'lab without mail' });
  });
});
