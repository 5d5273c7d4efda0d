import assert from 'node:assert/strict';
import { reportMarkdown } from '../../src/report/markdown.ts';
import { CLEAN, diskFinding, MAIN, SAMPLE } from './sample-report.ts';

describe('the job summary', () => {
  it('counts, lists the findings worst first, and ends with what was covered', () => {
    assert.equal(
      reportMarkdown(SAMPLE),
      `${[
        '## exvet',
        '',
        '❌ 2 errors · ⚠️ 0 warnings · ℹ️ 0 notes · ❔ 1 undecided',
        '',
        '| | Rule | Where | What | Remedy |',
        '|---|---|---|---|---|',
        '| ❌ error | EXSTO-23 | <code>infra/prod site.tfvars:2:12</code> | ex01-db-a holds Exchange databases on Standard\\_LRS<br>and 1 more that the same text decides<br>through <code>infra/prod site.tfvars:2:1</code> prod site.tfvars<br>through <code>infra/variables.tf:1:1</code> variable "disk\\_sku"<br>through <code>infra/main.tf:3:3</code> argument storage\\_account\\_type | Use Premium\\_LRS or Premium\\_ZRS. |',
        '| ❔ undecided | EXSTO-41 | <code>infra/main.tf:8:10</code> | Whether the size of ex01 can attach Premium disks is unknown<br>needs: var.size has no value: set it in a .tfvars file or with --var | Choose a size with an s in its name. |',
        '',
        'Read 4 files, evaluated 3 resources in 1 deployment, recognised 1 Exchange server; 1 suppressed, 2 in the baseline.',
        '',
        '### Not analysed',
        '',
        '- ⚠️ <code>infra/main.tf:1:1</code> module "vnet" is not downloaded: run terraform init.',
        "- ❌ <code>infra/net/main.tf:1:34</code> The block is not closed: add '}'.",
      ].join('\n')}\n`,
    );
  });

  it('stays below the size above which GitHub drops it, and says how much it left out', () => {
    const message = 'ä'.repeat(2000);
    const findings = Array.from({ length: 1000 }, (_, index) => ({
      ...diskFinding('a'),
      message,
      range: { file: MAIN, start: index % 200, end: 200 + index },
    }));
    const text = reportMarkdown({ ...CLEAN, findings });
    assert.ok(Buffer.byteLength(text) <= 1_000_000);
    const rows = text.split('\n').filter(line => line.startsWith('| ❌')).length;
    assert.ok(rows > 200);
    assert.ok(text.includes(`… and ${1000 - rows} more in the log and the SARIF file.`));
  });

  it('takes no markup, mention or table cell from a scanned file', () => {
    const message = '<img src=x> @team | `code` [x](y) **b** #1';
    assert.match(
      reportMarkdown({ ...CLEAN, findings: [{ ...diskFinding('a'), message }] }),
      /\| &lt;img src=x> \\@team \\\| \\`code\\` \\\[x\\\]\(y\) \\\*\\\*b\\\*\\\* \\#1<br>/,
    );
  });
});
