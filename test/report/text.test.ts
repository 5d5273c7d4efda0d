import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import type { Report, ReportedFinding } from '../../src/report/report.ts';
import { reportText } from '../../src/report/text.ts';
import { NAMED_SERVER } from './sample-estate.ts';
import { CLEAN, diskFinding, SAMPLE, UNDECIDED } from './sample-report.ts';

const page = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

describe('the report for a terminal', () => {
  it('shows the place, the subjects, the way of the value, the policy and the remedy, then the coverage', () => {
    assert.equal(
      reportText(SAMPLE, { colour: false, columns: 100 }),
      page(
        'undecided EXSTO-41  Whether the size of ex01 can attach Premium disks is unknown',
        '  ╭─ infra/main.tf:8:10',
        ' 8 │   size = var.size',
        '   │          ^^^^^^^^',
        '     server   azurerm_windows_virtual_machine.ex01',
        '     policy   A VM size that cannot attach Premium disks cannot hold Exchange data.',
        '     needs    var.size has no value: set it in a .tfvars file or with --var (infra/variables.tf:5:1)',
        '     remedy   Choose a size with an s in its name.',
        '',
        'error EXSTO-23  ex01-db-a holds Exchange databases on Standard_LRS',
        '  ╭─ infra/prod site.tfvars:2:12',
        ' 2 │ disk_sku = "Standard_LRS"',
        '   │            ^^^^^^^^^^^^^^',
        '     disk     azurerm_managed_disk.db["a"]',
        '              azurerm_managed_disk.db["b"]',
        '     through  infra/prod site.tfvars:2:1  prod site.tfvars',
        '              infra/variables.tf:1:1      variable "disk_sku"',
        '              infra/main.tf:3:3           argument storage_account_type',
        '     policy   On Azure, all volumes that hold Exchange databases or logs must be on Premium Storage.',
        '     remedy   Use Premium_LRS or Premium_ZRS.',
        '     note     nothing tells what the disk holds, so it is taken as Exchange data',
        '',
        'Not analysed',
        '  warning module "vnet" is not downloaded: run terraform init.',
        '    infra/main.tf:1:1',
        "  error The block is not closed: add '}'.",
        '    ╭─ infra/net/main.tf:1:34',
        '   1 │ resource "azurerm_subnet" "mail" {',
        '     │                                  ^',
        '',
        'Remarks',
        '  warning The suppression of EXNET-01 matches nothing.',
        '    exvet.yaml',
        '',
        'Read 4 files, evaluated 3 resources in 1 deployment, recognised 1 Exchange server.',
        'Not everything was analysed: 1 broken, 1 not available.',
        '2 errors, 1 undecided (1 suppressed, 2 in the baseline).',
      ),
    );
  });

  it('aligns the subjects of replication as well', () => {
    const findings = ['a', 'b'].map(key => {
      const finding = diskFinding(key);
      return { ...finding, subject: { ...finding.subject, kind: 'replication' as const } };
    });
    assert.match(
      reportText({ ...SAMPLE, findings }, { colour: false }),
      /\n {5}replica {2}azurerm_managed_disk\.db\["a"\]\n {14}azurerm_managed_disk\.db\["b"\]\n/,
    );
  });

  it('says what was covered when nothing was found', () => {
    assert.equal(
      reportText(CLEAN, { colour: false }),
      page(
        'Read 4 files, evaluated 3 resources in 1 deployment, recognised 1 Exchange server.',
        'Everything that was found was analysed.',
        'No findings.',
      ),
    );
  });

  it('is one line a place when quiet, in the form that editors and problem matchers read', () => {
    assert.equal(
      reportText(SAMPLE, { colour: false, quiet: true }),
      page(
        'infra/main.tf:8:10: undecided EXSTO-41: Whether the size of ex01 can attach Premium disks is unknown',
        'infra/prod site.tfvars:2:12: error EXSTO-23: ex01-db-a holds Exchange databases on Standard_LRS (and 1 more)',
        'infra/main.tf:1:1: warning terraform-module-unavailable: module "vnet" is not downloaded: run terraform init.',
        "infra/net/main.tf:1:34: error hcl-syntax: The block is not closed: add '}'.",
        'Read 4 files, evaluated 3 resources in 1 deployment, recognised 1 Exchange server.',
        'Not everything was analysed: 1 broken, 1 not available.',
        '2 errors, 1 undecided (1 suppressed, 2 in the baseline).',
      ),
    );
  });

  it('differs with colours in nothing but the colours', () => {
    const coloured = reportText(SAMPLE, { colour: true });
    assert.notEqual(coloured, reportText(SAMPLE, { colour: false }));
    assert.equal(stripVTControlCharacters(coloured), reportText(SAMPLE, { colour: false }));
  });

  it('names a few of many subjects, and all of them when verbose', () => {
    const findings = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(diskFinding);
    const few = reportText({ ...CLEAN, findings }, { colour: false });
    assert.match(few, /db\["e"\]\n +and 2 more that the same text decides\n/);
    assert.doesNotMatch(few, /db\["f"\]/);
    assert.match(reportText({ ...CLEAN, findings }, { colour: false, verbose: true }), /db\["g"\]/);
  });

  it('says once of each server that nothing but its name tells what it is', () => {
    const note = "mbx is taken for an Exchange server by its name 'mbx' alone";
    const noted = (finding: ReportedFinding): ReportedFinding => ({ ...finding, notes: ['first', note] });
    const report: Report = {
      ...CLEAN,
      findings: [noted(UNDECIDED), noted(diskFinding('a'))],
      servers: [{ deployment: 'infra', server: NAMED_SERVER }],
    };
    const notes = reportText(report, { colour: false }).match(/(?<= {5}note {5}).+/g);
    assert.deepEqual(notes, ['first', note, 'first']);
  });

  it('wraps prose to the width of the terminal', () => {
    const text = reportText({ ...CLEAN, findings: [diskFinding('a')] }, { colour: false, columns: 60 });
    assert.match(
      text,
      / {5}policy {3}On Azure, all volumes that hold Exchange\n {14}databases or logs must be on Premium Storage\.\n/,
    );
  });

  it('lets no escape sequence of a scanned file reach the terminal', () => {
    const finding = { ...diskFinding('a'), message: 'disk \u001b]0;owned\u0007' };
    const text = reportText({ ...CLEAN, findings: [finding] }, { colour: false });
    assert.match(text, /disk ␛\]0;owned␇/);
  });
});
