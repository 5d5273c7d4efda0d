import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import { reportSarif } from '../../src/report/sarif.ts';
import { SourceFile } from '../../src/source/file.ts';
import { needTool } from '../support/tools.ts';
import { CLEAN, diskFinding, SAMPLE, UNDECIDED } from './sample-report.ts';

/** Microsoft's validator and its schema, which `tools/` installs. */
const TOOLS = resolve('tools');
const PACKAGE = join(TOOLS, 'node_modules/@microsoft/sarif-multitool-linux');

const REPOSITORY = {
  uri: 'https://github.com/contoso/infra',
  revision: '5f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c9d',
  branch: 'main',
};

const MANY: Report = {
  ...SAMPLE,
  findings: Array.from({ length: 100 }, (_, index) => {
    const file = new SourceFile(`infra/größe ${index}.tf`, 'sku = "Standard_LRS"\n');
    const range = { file, start: 6, end: 20 };
    const steps = [{ range: { file, start: 0, end: 20 }, text: `module "m" argument [${index}]` }];
    return { ...diskFinding(String(index)), range, trail: { origin: range, steps }, fix: undefined };
  }),
};

const LOGS: Readonly<Record<string, string>> = {
  'with findings, diagnostics and an undecided one': reportSarif(SAMPLE, { repository: REPOSITORY }),
  'with suppressed findings': reportSarif(SAMPLE, { repository: REPOSITORY, includeSuppressed: true }),
  'of a clean run': reportSarif(CLEAN, { repository: REPOSITORY }),
  'with a hundred findings in files of unusual names': reportSarif(MANY, { repository: REPOSITORY }),
};

describe('the validators of SARIF', function () {
  this.timeout(120_000);
  let folder = '';

  before(function () {
    needTool(this, 'node_modules/@microsoft/sarif-multitool-linux');
    folder = mkdtempSync(join(tmpdir(), 'exvet-sarif-'));
  });
  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  for (const [name, log] of Object.entries(LOGS)) {
    it(`accept a log ${name}: schema`, () => {
      assert.deepEqual(schemaErrors(JSON.parse(log)), []);
    });
    it(`have nothing to say about a log ${name}: multitool with the rules of GitHub`, () => {
      assert.deepEqual(multitoolFindings(folder, log), []);
    });
  }

  it('would have noticed: a log with faults is reported by both', () => {
    const spoilt = JSON.parse(LOGS['of a clean run'] ?? '');
    spoilt.runs[0].results = [
      { ruleId: 'EXSTO-23', message: { text: 'no location' }, partialFingerprints: {} },
      { ...JSON.parse(reportSarif({ ...CLEAN, findings: [UNDECIDED] })).runs[0].results[0], level: 'error' },
    ];
    const rules = new Set(
      multitoolFindings(folder, JSON.stringify(spoilt)).map(line => / ([A-Z]+\d+): /.exec(line)?.[1]),
    );
    for (const rule of ['GH1001', 'SARIF2002']) {
      assert.ok(rules.has(rule), `${rule} is not among ${[...rules].join(', ')}`);
    }
    spoilt.runs[0].results[1].level = 'high';
    assert.notDeepEqual(schemaErrors(spoilt), []);
  });
});

function schemaErrors(log: unknown): readonly unknown[] {
  const require = createRequire(join(TOOLS, 'package.json'));
  const { default: Ajv2020 } = require('ajv/dist/2020');
  const { default: addFormats } = require('ajv-formats');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const isValid = ajv.compile(
    JSON.parse(readFileSync(join(PACKAGE, 'sarif-2.1.0.json'), 'utf8').replace(/^\ufeff/, '')),
  );
  isValid(log);
  return isValid.errors ?? [];
}

/**
 * What the validator prints about a log, line by line. It exits with 0 whatever it found, and stops without
 * a word at some faults, so one process reads one log and must say that it has come to its end.
 */
function multitoolFindings(folder: string, log: string): readonly string[] {
  const file = join(folder, 'exvet.sarif');
  writeFileSync(file, log);
  const program: string = createRequire(join(TOOLS, 'package.json'))('@microsoft/sarif-multitool-linux');
  const output = execFileSync(
    program,
    // biome-ignore format: an option and its value belong together
    [
      'validate', file,
      '--rule-kind', 'Sarif;Ghas',
      '--level', 'Error;Warning;Note',
      '-c', join(TOOLS, 'multitool.json'),
      '-o', join(folder, 'validation.sarif'),
      '--log', 'ForceOverwrite',
    ],
    { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
  );
  assert.match(output, /Done\. 1 files scanned\.\s+Analysis completed successfully\./);
  return output
    .split('\n')
    .filter(
      line => / (error|warning|note) [A-Z]+\d/.test(line) && !line.includes('WRN999.RuleExplicitlyDisabled'),
    );
}
