import assert from 'node:assert/strict';
import type { Finding } from '../../src/policy/finding.ts';
import { applySuppressions, type SuppressionSources } from '../../src/policy/suppressions.ts';
import { SourceFile } from '../../src/source/file.ts';
import { locationOf, type SourceRange } from '../../src/source/range.ts';
import { literalAt, objectValue, stringValue } from '../../src/value/make.ts';
import type { Deployment, Resource } from '../../src/value/resource.ts';
import type { Value } from '../../src/value/value.ts';
import { finding, place, resource } from '../support/estate.ts';

const RULES = ['EXSTO-23', 'EXSNP-01', 'EXNET-01'];

function rangeOf(file: SourceFile, text: string): SourceRange {
  const start = file.text.indexOf(text);
  assert.ok(start >= 0, text);
  return { file, start, end: start + text.length };
}

/** A deployment of one file; every comment with `exvet:` in it is one that the evaluators hand over. */
function deployed(file: SourceFile, resources: readonly Resource[] = []): SuppressionSources['deployments'] {
  const comments = [...file.text.matchAll(/(#|\/\/) ?(.*exvet:.*)/g)].map(match => ({
    range: { file, start: match.index, end: match.index + match[0].length },
    text: match[2] ?? '',
  }));
  const deployment: Deployment = {
    path: '.',
    language: 'terraform',
    parameterFiles: [],
    resources,
    outputs: new Map(),
    diagnostics: [],
    files: [file],
    comments,
  };
  return [{ name: '.', deployment }];
}

function suppress(findings: readonly Finding[], more: Partial<SuppressionSources>) {
  const { kept, suppressed, diagnostics } = applySuppressions(findings, {
    deployments: [],
    configured: [],
    inline: true,
    today: '2026-11-21',
    rules: RULES,
    judged: RULES,
    ...more,
  });
  return {
    kept: kept.map(item => item.rule),
    suppressed: suppressed.map(item => [item.finding.rule, item.by, item.reason]),
    diagnostics: diagnostics.map(({ code, message, range }) =>
      [range && locationOf(range).startLine, code, message].join(' '),
    ),
  };
}

const TERRAFORM = new SourceFile(
  'main.tf',
  `# exvet:ignore EXSNP-01 -- lab, rebuilt every night
resource "azurerm_managed_disk" "db" {
  sku  = "Standard_LRS" # exvet:ignore EXSTO-23 -- moves in May
  size = 4
}
`,
);
const inTerraform = (rule: string, text: string, more: Partial<Finding> = {}): Finding =>
  finding({ rule, range: rangeOf(TERRAFORM, text), ...more });

describe('a comment exvet:ignore', () => {
  const deployments = deployed(TERRAFORM);

  it('suppresses its rules on its own line and on the line below it', () => {
    const result = suppress(
      [
        inTerraform('EXSTO-23', '"Standard_LRS"'),
        inTerraform('EXSNP-01', 'resource "azurerm_managed_disk" "db"'),
        inTerraform('EXNET-01', '"Standard_LRS"'),
      ],
      { deployments },
    );
    assert.deepEqual(result, {
      kept: ['EXNET-01'],
      suppressed: [
        ['EXSTO-23', 'comment', 'moves in May'],
        ['EXSNP-01', 'comment', 'lab, rebuilt every night'],
      ],
      diagnostics: [],
    });
  });

  it('does not reach other lines, and is then reported as unused', () => {
    const result = suppress([inTerraform('EXSTO-23', 'size')], { deployments });
    assert.deepEqual(result, {
      kept: ['EXSTO-23'],
      suppressed: [],
      diagnostics: [
        '1 suppression-unused No finding of EXSNP-01 is suppressed by this; remove it.',
        '3 suppression-unused No finding of EXSTO-23 is suppressed by this; remove it.',
      ],
    });
  });

  it('is not unused when its rule was not judged', () => {
    assert.deepEqual(suppress([], { deployments, judged: ['EXNET-01'] }).diagnostics, []);
  });

  it('counts on a line that the value passed through, and at the header of the resource', () => {
    const elsewhere = place('"Standard_LRS"', 'terraform.tfvars');
    const step = { range: rangeOf(TERRAFORM, 'sku  = '), text: 'argument sku' };
    const passed = finding({
      rule: 'EXSTO-23',
      range: elsewhere,
      trail: { origin: elsewhere, steps: [step] },
    });
    const header = rangeOf(TERRAFORM, 'resource "azurerm_managed_disk" "db"');
    const about = finding({ rule: 'EXSNP-01', range: elsewhere });
    const declared = resource(about.subject.address, { range: header, block: header });
    const result = suppress([passed, about], { deployments: deployed(TERRAFORM, [declared]) });
    assert.deepEqual(result.kept, []);
    assert.deepEqual(result.diagnostics, []);
  });

  it('at the header of a machine counts for the disks that it declares itself', () => {
    const header = rangeOf(TERRAFORM, 'resource "azurerm_managed_disk" "db"');
    const machine = 'module.lab.vsphere_virtual_machine.ex["a.b"]';
    const about = (address: string): Finding =>
      finding({
        rule: 'EXSNP-01',
        range: place('disk', 'other.tf'),
        trail: { origin: place('disk', 'other.tf'), steps: [] },
        subject: { kind: 'disk', address, name: 'db' },
      });
    const result = suppress(
      [about(`${machine}.disk[1]`), about('module.lab.vsphere_virtual_machine.ex["a.c"].disk[1]')],
      {
        deployments: deployed(TERRAFORM, [resource(machine, { range: header, block: header })]),
        judged: ['EXSNP-01'],
      },
    );
    assert.deepEqual(result, {
      kept: ['EXSNP-01'],
      suppressed: [['EXSNP-01', 'comment', 'lab, rebuilt every night']],
      diagnostics: [],
    });
  });

  it('is ignored where comments are not trusted', () => {
    const result = suppress([inTerraform('EXSTO-23', '"Standard_LRS"')], { deployments, inline: false });
    assert.deepEqual(result, { kept: ['EXSTO-23'], suppressed: [], diagnostics: [] });
  });

  const lines = (text: string): ReturnType<typeof suppress> => {
    const file = new SourceFile('a.json', text);
    const at = rangeOf(file, '"Standard_LRS"');
    return suppress([finding({ rule: 'EXSTO-23', range: at }), finding({ rule: 'EXNET-01', range: at })], {
      deployments: deployed(file),
    });
  };

  it('names several rules, and stands among other comments', () => {
    const result = lines(
      '// exvet:ignore EXSTO-23, EXNET-01 -- lab\n// the disk\n/* of the lab */\n"sku": "Standard_LRS"',
    );
    assert.deepEqual(result.kept, []);
    assert.deepEqual(result.diagnostics, []);
  });

  it('needs a reason', () => {
    for (const text of ['// exvet:ignore EXSTO-23', '// exvet:ignore EXSTO-23 --']) {
      assert.deepEqual(lines(`${text}\n"sku": "Standard_LRS"`), {
        kept: ['EXSTO-23', 'EXNET-01'],
        suppressed: [],
        diagnostics: [
          "1 suppression-invalid The suppression of EXSTO-23 has no reason and does not count; write 'exvet:ignore EXSTO-23 -- why'.",
        ],
      });
    }
  });

  it('must name a rule that exists', () => {
    assert.deepEqual(lines('// exvet:ignore EXSTO-32 -- lab\n"sku": "Standard_LRS"').diagnostics, [
      "1 suppression-invalid There is no rule 'EXSTO-32'. Did you mean 'EXSTO-23'?",
    ]);
    assert.deepEqual(lines('// exvet:ignore -- lab\n"sku": "Standard_LRS"').diagnostics, [
      "1 suppression-invalid The suppression names no rule; write 'exvet:ignore EXSTO-23 -- why'.",
    ]);
    assert.deepEqual(lines('// exvet:disable EXSTO-23 -- lab\n"sku": "Standard_LRS"').diagnostics, [
      "1 suppression-invalid There is no 'exvet:disable'; write 'exvet:ignore EXSTO-23 -- why'.",
    ]);
  });
});

describe('metadata.exvet.ignore of an ARM resource', () => {
  const file = new SourceFile('main.json', '{ "type": "x", "sku": "Standard_LRS" }');
  const block = { file, start: 0, end: file.text.length };
  const string = (text: string): Value => stringValue(text, literalAt(block));
  const inMetadata = (ignore: Value): Resource => {
    const wrap = (key: string, value: Value): Value => objectValue([[key, value]], literalAt(block));
    const body = objectValue([['metadata', wrap('exvet', wrap('ignore', ignore))]], literalAt(block));
    return resource('Microsoft.Compute/virtualMachines/ex01', { body, block, language: 'arm' });
  };
  const found = [
    finding({ rule: 'EXSTO-23', range: rangeOf(file, '"Standard_LRS"') }),
    finding({
      rule: 'EXSTO-23',
      subject: { kind: 'disk', address: 'Microsoft.Compute/virtualMachines/ex01/dataDisks/0', name: 'd' },
    }),
    finding({ rule: 'EXSTO-23', range: place() }),
  ];

  it('suppresses what is about the resource or stands in it, in each of its forms', () => {
    const forms: Value[] = [
      string('EXSTO-23 -- lab'),
      { kind: 'list', collection: 'tuple', elements: [string('EXSTO-23 -- lab')], origin: literalAt(block) },
      objectValue([['EXSTO-23', string('lab')]], literalAt(block)),
    ];
    for (const form of forms) {
      const result = suppress(found, { deployments: deployed(file, [inMetadata(form)]) });
      assert.deepEqual(result, {
        kept: ['EXSTO-23'],
        suppressed: [
          ['EXSTO-23', 'comment', 'lab'],
          ['EXSTO-23', 'comment', 'lab'],
        ],
        diagnostics: [],
      });
    }
  });
});

describe('a suppression in exvet.yaml', () => {
  const entry = (more: object) => ({
    rule: 'EXSTO-23',
    match: 'module.lab.**',
    reason: 'lab',
    expires: undefined,
    range: place('module.lab.**', 'exvet.yaml'),
    ...more,
  });
  const inModule = (name: string): Finding =>
    finding({
      rule: 'EXSTO-23',
      subject: { kind: 'disk', address: `module.${name}.azurerm_managed_disk.db["a"]`, name: 'db' },
    });

  it('suppresses its rule on the resources that it matches', () => {
    assert.deepEqual(suppress([inModule('lab'), inModule('prod')], { configured: [entry({})] }), {
      kept: ['EXSTO-23'],
      suppressed: [['EXSTO-23', 'configuration', 'lab']],
      diagnostics: [],
    });
  });

  it('covers the parts of a resource with it', () => {
    const address = 'Microsoft.Compute/virtualMachines/ex01';
    const disk = finding({
      rule: 'EXSTO-23',
      subject: { kind: 'disk', address: `${address}/dataDisks/0`, name: 'db' },
    });
    const deployments = deployed(TERRAFORM, [resource(address)]);
    const { kept } = suppress([disk], {
      deployments,
      inline: false,
      configured: [entry({ match: address })],
    });
    assert.deepEqual(kept, []);
  });

  it('counts up to its last day, and is reported after it', () => {
    const until = (expires: string) => suppress([inModule('lab')], { configured: [entry({ expires })] });
    assert.deepEqual(until('2026-11-21').kept, []);
    assert.deepEqual(until('2026-11-20'), {
      kept: ['EXSTO-23'],
      suppressed: [],
      diagnostics: [
        '1 suppression-expired The suppression of EXSTO-23 expired on 2026-11-20 and no longer counts.',
      ],
    });
  });

  it('may name rules by a glob, and is reported when it matches nothing', () => {
    assert.deepEqual(suppress([inModule('lab')], { configured: [entry({ rule: 'EXSTO-*' })] }).kept, []);
    assert.deepEqual(suppress([inModule('prod')], { configured: [entry({})] }).diagnostics, [
      '1 suppression-unused No finding of EXSTO-23 is suppressed by this; remove it.',
    ]);
    assert.deepEqual(suppress([], { configured: [entry({})], partial: true }).diagnostics, []);
  });
});
