import assert from 'node:assert/strict';
import { reportGithub } from '../../src/report/github.ts';
import { CLEAN, diskFinding, MAIN, rangeOf, SAMPLE } from './sample-report.ts';

describe('GitHub annotations', () => {
  it('put broken inputs first, then findings by weight, and end with the coverage', () => {
    assert.equal(
      reportGithub(SAMPLE),
      `${[
        "::error file=infra/net/main.tf,line=1,endLine=1,col=34,endColumn=35,title=Not analysed%3A hcl-syntax::The block is not closed: add '}'.",
        '::error file=infra/prod site.tfvars,line=2,endLine=2,col=12,endColumn=26,title=EXSTO-23%3A Exchange database and log volumes use Azure Premium Storage::ex01-db-a holds Exchange databases on Standard_LRS (and 1 more that the same text decides)%0AThrough: infra/prod site.tfvars:2:1 prod site.tfvars%0AThrough: infra/variables.tf:1:1 variable "disk_sku"%0AThrough: infra/main.tf:3:3 argument storage_account_type%0ARemedy: Use Premium_LRS or Premium_ZRS.',
        '::notice file=infra/main.tf,line=8,endLine=8,col=10,endColumn=18,title=EXSTO-41 undecided%3A The VM size can attach Premium disks::Whether the size of ex01 can attach Premium disks is unknown%0ANeeds: var.size has no value: set it in a .tfvars file or with --var%0ARemedy: Choose a size with an s in its name.',
        '::warning file=infra/main.tf,line=1,endLine=1,col=1,endColumn=37,title=Not analysed%3A terraform-module-unavailable::module "vnet" is not downloaded: run terraform init.',
        'exvet read 4 files, evaluated 3 resources, recognised 1 Exchange server; not analysed: 2.',
        '2 errors, 0 warnings, 0 notes, 1 undecided.',
      ].join('\n')}\n`,
    );
  });

  it('are no more of a kind than GitHub shows; the rest is counted', () => {
    const findings = Array.from({ length: 13 }, (_, index) => ({
      ...diskFinding('a'),
      range: { file: MAIN, start: index, end: index + 1 },
    }));
    const lines = reportGithub({ ...CLEAN, findings }).split('\n');
    assert.equal(lines.filter(line => line.startsWith('::error ')).length, 10);
    assert.ok(lines.includes('3 more errors in the log, the summary and the SARIF file.'));
  });

  it('name no columns for a stretch of several lines', () => {
    const range = rangeOf(MAIN, 'size = var.size\n}');
    const [line] = reportGithub({ ...CLEAN, findings: [{ ...diskFinding('a'), range }] }).split('\n');
    assert.match(line ?? '', /^::error file=infra\/main\.tf,line=8,endLine=9,title=/);
  });

  it('cannot be forged by a text of the scanned tree', () => {
    const message = 'disk\r\n::set-output name=x::100%, a:b';
    const title = 'a,b:c\n::error::x';
    const [line, next] = reportGithub({
      ...CLEAN,
      findings: [{ ...diskFinding('a'), message, title }],
    }).split('\n');
    assert.match(
      line ?? '',
      /title=EXSTO-23%3A a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax::disk%0D%0A::set-output name=x::100%25, a:b%0A/,
    );
    assert.match(next ?? '', /^exvet read /);
  });
});
