import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { lineFingerprints } from '../../src/policy/fingerprint.ts';
import type { Report } from '../../src/report/report.ts';
import { reportSarif } from '../../src/report/sarif.ts';
import { SourceFile } from '../../src/source/file.ts';
import { multitoolFindings, schemaErrors } from '../support/sarif-validators.ts';
import { needTool } from '../support/tools.ts';
import { CLEAN, diskFinding, SAMPLE, UNDECIDED } from './sample-report.ts';

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

const CACHED = new SourceFile(
  '~/.bicep/br/mcr.microsoft.com/bicep$disk/1.0.0$/main.json',
  '{ "sku": "x" }\n',
);

/** A finding in a module that stands in the home folder. */
const DOWNLOADED: Report = {
  ...SAMPLE,
  findings: SAMPLE.findings.slice(0, 1).map(finding => {
    const origin = { file: CACHED, start: 9, end: 12 };
    return { ...finding, trail: { origin, steps: [{ range: origin, text: 'module disk' }] }, fix: undefined };
  }),
  coverage: { ...SAMPLE.coverage, filesRead: [...SAMPLE.coverage.filesRead, CACHED.path] },
};

const LOGS: Readonly<Record<string, string>> = {
  'with findings, diagnostics and an undecided one': reportSarif(SAMPLE, { repository: REPOSITORY }),
  'with suppressed findings': reportSarif(SAMPLE, { repository: REPOSITORY, includeSuppressed: true }),
  'with a finding in a module from a registry': reportSarif(DOWNLOADED, { repository: REPOSITORY }),
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

describe("GitHub's fingerprint of a line", () => {
  it('is the one that the SARIF package of Microsoft computes', async function () {
    const module = needTool(this, 'node_modules/@microsoft/sarif/package.json');
    const { computeRollingHashes }: { computeRollingHashes: (text: string) => Map<number, string> } =
      await import(pathToFileURL(join(module, '..', 'dist/index.js')).href);
    const line = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\t', '=', '"', '\n', '\r', '\r\n', 'é', '👩'),
    });
    const repeated = fc
      .tuple(line, fc.integer({ min: 1, max: 8 }))
      .map(([text, times]) => text.repeat(times));
    fc.assert(
      fc.property(fc.array(repeated), texts => {
        const text = texts.join('');
        const expected = computeRollingHashes(text);
        const actual = new Map(lineFingerprints(text).map((hash, index) => [index + 1, hash]));
        for (const [number, hash] of expected) assert.equal(actual.get(number), hash);
      }),
      { numRuns: 500 },
    );
  });
});
