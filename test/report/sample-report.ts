import type { RuleDescription } from '../../src/policy/explain.ts';
import type { Report, ReportedFinding } from '../../src/report/report.ts';
import { diagnostic } from '../../src/source/diagnostic.ts';
import { SourceFile } from '../../src/source/file.ts';
import type { SourceRange } from '../../src/source/range.ts';

/** A report made by hand, so that tests of the formats depend on no evaluator. */

export const TFVARS = new SourceFile(
  'infra/prod site.tfvars',
  'location = "westeurope"\ndisk_sku = "Standard_LRS"\n',
);
export const VARIABLES = new SourceFile(
  'infra/variables.tf',
  'variable "disk_sku" {\n  type = string\n}\n\nvariable "size" {\n  type = string\n}\n',
);
export const MAIN = new SourceFile(
  'infra/main.tf',
  [
    'resource "azurerm_managed_disk" "db" {',
    '  for_each             = toset(["a", "b"])',
    '  storage_account_type = var.disk_sku',
    '}',
    '',
    'resource "azurerm_windows_virtual_machine" "ex01" {',
    '  name = "ex01"',
    '  size = var.size',
    '}',
    '',
  ].join('\n'),
);
export const BROKEN = new SourceFile('infra/net/main.tf', 'resource "azurerm_subnet" "mail" {\n');

/** The first place of a text in a file. */
export function rangeOf(file: SourceFile, text: string): SourceRange {
  const start = file.text.indexOf(text);
  if (start < 0) throw new Error(`'${file.path}' does not hold '${text}'`);
  return { file, start, end: start + text.length };
}

const LINK = {
  title: 'Exchange Server virtualization',
  url: 'https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization',
};

export const STORAGE_RULE: RuleDescription = {
  id: 'EXSTO-23',
  title: 'Exchange database and log volumes use Azure Premium Storage',
  level: 'error',
  subject: 'disk',
  platforms: ['azure'],
  requirement: 'On Azure, all volumes that hold Exchange databases or logs must be on Premium Storage.',
  rationale: 'Standard disks cannot hold the latency that the store needs.',
  decided: 'By the SKU of every disk that holds Exchange data.',
  remedy: 'Use Premium_LRS or Premium_ZRS.',
  links: [LINK],
};

export const SIZE_RULE: RuleDescription = {
  ...STORAGE_RULE,
  id: 'EXSTO-41',
  title: 'The VM size can attach Premium disks',
  subject: 'server',
  requirement: 'A VM size that cannot attach Premium disks cannot hold Exchange data.',
  remedy: 'Choose a size with an s in its name.',
};

export function diskFinding(key: string): ReportedFinding {
  return {
    rule: 'EXSTO-23',
    title: STORAGE_RULE.title,
    verdict: 'violation',
    level: 'error',
    subject: { kind: 'disk', address: `azurerm_managed_disk.db["${key}"]`, name: `ex01-db-${key}` },
    message: `ex01-db-${key} holds Exchange databases on Standard_LRS`,
    requirement: STORAGE_RULE.requirement,
    remedy: STORAGE_RULE.remedy,
    range: rangeOf(TFVARS, '"Standard_LRS"'),
    trail: {
      origin: rangeOf(TFVARS, '"Standard_LRS"'),
      steps: [
        { range: rangeOf(TFVARS, 'disk_sku = "Standard_LRS"'), text: 'prod site.tfvars' },
        { range: rangeOf(VARIABLES, 'variable "disk_sku"'), text: 'variable "disk_sku"' },
        {
          range: rangeOf(MAIN, 'storage_account_type = var.disk_sku'),
          text: 'argument storage_account_type',
        },
      ],
    },
    needs: [],
    notes: ['nothing tells what the disk holds, so it is taken as Exchange data'],
    links: [LINK],
    fix: {
      range: rangeOf(TFVARS, '"Standard_LRS"'),
      replacement: '"Premium_LRS"',
      description: 'Use Premium_LRS',
    },
    deployments: ['infra'],
    fingerprint: '416740ac0ed5e726:1',
  };
}

export const UNDECIDED: ReportedFinding = {
  rule: 'EXSTO-41',
  title: SIZE_RULE.title,
  verdict: 'undecided',
  level: 'error',
  subject: { kind: 'server', address: 'azurerm_windows_virtual_machine.ex01', name: 'ex01' },
  message: 'Whether the size of ex01 can attach Premium disks is unknown',
  requirement: SIZE_RULE.requirement,
  remedy: SIZE_RULE.remedy,
  range: rangeOf(MAIN, 'var.size'),
  trail: {
    origin: rangeOf(MAIN, 'var.size'),
    steps: [{ range: rangeOf(MAIN, 'size = var.size'), text: 'argument size' }],
  },
  needs: [
    {
      kind: 'input',
      text: 'var.size has no value: set it in a .tfvars file or with --var',
      range: rangeOf(VARIABLES, 'variable "size"'),
    },
  ],
  notes: [],
  links: [LINK],
  fix: undefined,
  deployments: ['infra'],
  fingerprint: '1c1f2d3e4a5b6c7d:1',
};

const SYNTAX = diagnostic('hcl-syntax', "The block is not closed: add '}'.", rangeOf(BROKEN, '{'));
const MODULE = diagnostic(
  'terraform-module-unavailable',
  'module "vnet" is not downloaded: run terraform init.',
  rangeOf(MAIN, 'resource "azurerm_managed_disk" "db"'),
);
const UNUSED = diagnostic('suppression-unused', 'The suppression of EXNET-01 matches nothing.', 'exvet.yaml');

export const SAMPLE: Report = {
  tool: { version: '0.1.0' },
  findings: [UNDECIDED, diskFinding('b'), diskFinding('a')],
  suppressed: [
    { finding: { ...diskFinding('lab'), rule: 'EXSTO-23' }, by: 'comment', reason: 'lab without mail' },
  ],
  inBaseline: 2,
  servers: [],
  coverage: {
    filesRead: ['infra/main.tf', 'infra/net/main.tf', 'infra/prod site.tfvars', 'infra/variables.tf'],
    deployments: 1,
    resourcesEvaluated: 3,
    serversRecognised: 1,
    notAnalysed: [MODULE, SYNTAX],
  },
  diagnostics: [MODULE, SYNTAX, UNUSED],
  rules: [STORAGE_RULE, SIZE_RULE],
};

/** Nothing found, nothing left out. */
export const CLEAN: Report = {
  ...SAMPLE,
  findings: [],
  suppressed: [],
  inBaseline: 0,
  coverage: { ...SAMPLE.coverage, notAnalysed: [] },
  diagnostics: [],
};
