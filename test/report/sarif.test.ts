import assert from 'node:assert/strict';
import { reportSarif } from '../../src/report/sarif.ts';
import { SourceFile } from '../../src/source/file.ts';
import { CLEAN, diskFinding, MAIN, rangeOf, SAMPLE, TFVARS, UNDECIDED } from './sample-report.ts';

const runOf = (text: string) => JSON.parse(text).runs[0];

describe('a SARIF log', () => {
  it('has one result a deciding place, worst first, with the level that GitHub shows', () => {
    const { results } = runOf(reportSarif(SAMPLE));
    assert.deepEqual(
      results.map(
        (result: { ruleId: string; ruleIndex: number; level: string; properties: { verdict: string } }) => [
          result.ruleId,
          result.ruleIndex,
          result.level,
          result.properties.verdict,
        ],
      ),
      [
        ['EXSTO-23', 0, 'error', 'violation'],
        ['EXSTO-41', 1, 'note', 'undecided'],
      ],
    );
  });

  it('tells what only exvet.yaml can decide as a notification, not as an alert', () => {
    const key = 'servers[].cumulativeUpdate';
    const waiting = {
      ...UNDECIDED,
      rule: 'EXPLT-38',
      needs: [{ kind: 'declaration', text: `exvet.yaml does not state ${key}`, key } as const],
    };
    const { results, invocations } = runOf(reportSarif({ ...SAMPLE, findings: [waiting] }));
    assert.deepEqual(results, []);
    assert.deepEqual(invocations[0].toolExecutionNotifications.at(-1), {
      level: 'note',
      message: {
        text: `Undecided until exvet.yaml states '${key}': 'EXPLT-38' for '${UNDECIDED.subject.address}'.`,
      },
      properties: { key, rules: ['EXPLT-38'], subjects: [UNDECIDED.subject.address] },
    });
  });

  it('points at the exact columns with a percent-encoded URI, and holds the text and its line', () => {
    const [{ locations }] = runOf(reportSarif(SAMPLE)).results;
    assert.deepEqual(locations[0].physicalLocation, {
      artifactLocation: { uri: 'infra/prod%20site.tfvars', uriBaseId: '%SRCROOT%' },
      region: {
        startLine: 2,
        startColumn: 12,
        endLine: 2,
        endColumn: 26,
        snippet: { text: '"Standard_LRS"' },
      },
      contextRegion: { startLine: 2, endLine: 2, snippet: { text: 'disk_sku = "Standard_LRS"' } },
    });
    assert.deepEqual(
      locations[0].logicalLocations.map(
        (location: { fullyQualifiedName: string }) => location.fullyQualifiedName,
      ),
      ['azurerm_managed_disk.db["a"]', 'azurerm_managed_disk.db["b"]'],
    );
  });

  it('says in one sentence what was found, and links the way of the value to related locations', () => {
    const [{ message, relatedLocations }] = runOf(
      reportSarif({ ...CLEAN, findings: [diskFinding('a')] }),
    ).results;
    assert.equal(
      message.text,
      `Found 'ex01-db-a holds Exchange databases on Standard_LRS' in 'azurerm_managed_disk.db["a"]'. ` +
        `The value came through '[prod site.tfvars](1), [variable "disk_sku"](2), [argument storage_account_type](3)'.`,
    );
    assert.deepEqual(
      relatedLocations.map(
        (location: { id: number; physicalLocation: { region: { startLine: number } } }) => [
          location.id,
          location.physicalLocation.region.startLine,
        ],
      ),
      [
        [1, 2],
        [2, 1],
        [3, 3],
      ],
    );
  });

  it('fills each message from the text of its rule, so that both read the same', () => {
    const { results, tool } = runOf(reportSarif(SAMPLE));
    for (const { message, ruleIndex } of results) {
      const { text } = tool.driver.rules[ruleIndex].messageStrings[message.id];
      const filled = text.replaceAll(
        /\{(\d)\}/g,
        (_: string, index: string) => message.arguments[Number(index)],
      );
      assert.equal(message.text, filled);
    }
  });

  it('says what an undecided finding needs', () => {
    const [{ message }] = runOf(reportSarif({ ...CLEAN, findings: [UNDECIDED] })).results;
    assert.match(
      message.text,
      /^Undecided 'Whether the size .* is unknown' in 'azurerm_windows_virtual_machine\.ex01', for it needs 'var\.size has no value: set it in a \.tfvars file or with --var'\./,
    );
  });

  it('escapes brackets in the text of a link', () => {
    const finding = diskFinding('a');
    const steps = [{ range: rangeOf(MAIN, 'for_each'), text: 'module.a["x"]' }];
    const [{ message }] = runOf(
      reportSarif({ ...CLEAN, findings: [{ ...finding, trail: { ...finding.trail, steps } }] }),
    ).results;
    assert.match(message.text, /'\[module\.a\\\["x"\\\]\]\(1\)'\.$/);
  });

  it('has a code flow for each subject, from the text that produced the value', () => {
    const [{ codeFlows }] = runOf(reportSarif(SAMPLE)).results;
    assert.equal(codeFlows.length, 2);
    assert.deepEqual(
      codeFlows[0].threadFlows[0].locations.map(
        ({ location }: { location: { message: { text: string } } }) => location.message.text,
      ),
      [
        'The value is written here.',
        "It passes through 'prod site.tfvars'.",
        `It passes through 'variable "disk_sku"'.`,
        "It passes through 'argument storage_account_type'.",
      ],
    );
  });

  it('has the fingerprint under the only key that GitHub uses, and a category that stays', () => {
    const run = runOf(reportSarif(SAMPLE, { category: 'exvet/infra' }));
    assert.deepEqual(run.results[0].partialFingerprints, { primaryLocationLineHash: '416740ac0ed5e726:1' });
    assert.deepEqual(run.automationDetails, { id: 'exvet/infra/' });
    assert.equal(run.columnKind, 'utf16CodeUnits');
  });

  it('offers the fix of a single finding', () => {
    const [{ fixes }] = runOf(reportSarif({ ...CLEAN, findings: [diskFinding('a')] })).results;
    assert.deepEqual(fixes[0].artifactChanges[0].replacements, [
      {
        deletedRegion: { startLine: 2, startColumn: 12, endLine: 2, endColumn: 26 },
        insertedContent: { text: '"Premium_LRS"' },
      },
    ]);
  });

  it('tells what was not analysed and counts what was', () => {
    const { invocations, properties } = runOf(reportSarif(SAMPLE));
    assert.equal(invocations[0].executionSuccessful, false);
    assert.deepEqual(
      invocations[0].toolExecutionNotifications.map(
        (item: { descriptor: { id: string } }) => item.descriptor.id,
      ),
      ['terraform-module-unavailable', 'hcl-syntax', 'suppression-unused'],
    );
    assert.equal(properties.coverage.resourcesEvaluated, 3);
    assert.equal(properties.coverage.notAnalysed.length, 2);
  });

  it('has an empty list of results when nothing was found, for only that closes old alerts', () => {
    const { results, invocations } = runOf(reportSarif(CLEAN));
    assert.deepEqual(results, []);
    assert.equal(invocations[0].executionSuccessful, true);
  });

  it('leaves suppressed findings out, or marks them when asked to', () => {
    assert.equal(runOf(reportSarif(SAMPLE)).results.length, 2);
    const { results } = runOf(reportSarif(SAMPLE, { includeSuppressed: true }));
    assert.deepEqual(results[2].suppressions, [
      { kind: 'inSource', status: 'accepted', justification: 'lab without mail' },
    ]);
  });

  it('holds no snippet of a minified template, and no line but its own', () => {
    const template = new SourceFile('main.json', `{"sku":"Standard_LRS","x":"${'y'.repeat(5000)}"}`);
    const range = rangeOf(template, '"Standard_LRS"');
    const finding = { ...diskFinding('a'), range, trail: { origin: range, steps: [] } };
    const text = reportSarif({ ...CLEAN, findings: [finding] });
    assert.ok(!text.includes('yyyy'));
    assert.ok(!reportSarif(SAMPLE).includes(TFVARS.lineText(1)));
  });
});
